#include "platform/mail/smtp.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace mail {
namespace {

void start_curl()
{
    static auto const ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (ready != CURLE_OK) throw std::runtime_error("libcurl cannot start");
}

/// What is left to read of a message.
std::size_t read_message(char* to, std::size_t size, std::size_t count, void* source)
{
    auto& left = *static_cast<std::string_view*>(source);
    auto const bytes = std::min(size * count, left.size());
    std::memcpy(to, left.data(), bytes);
    left.remove_prefix(bytes);
    return bytes;
}

std::string url_of(Relay const& relay)
{
    auto const host = relay.host.find(':') == relay.host.npos ? relay.host : '[' + relay.host + ']';
    return (relay.security == Security::tls ? "smtps://" : "smtp://") + host + ":" + std::to_string(relay.port);
}

struct Closed {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

}  // namespace

void send(Relay const& relay, Letter const& letter)
{
    if (!is_address(letter.to)) throw NotSent{"\"" + letter.to + "\" is no mail address", true};
    start_curl();
    std::unique_ptr<CURL, Closed> const handle{curl_easy_init()};
    std::unique_ptr<curl_slist, Closed> const to{curl_slist_append(nullptr, ('<' + letter.to + '>').c_str())};
    if (!handle || !to) throw std::bad_alloc();
    auto const url = url_of(relay);
    auto const from = '<' + relay.from + '>';
    auto const message = message_of(relay, letter);
    std::string_view left = message;
    char said[CURL_ERROR_SIZE] = {};
    auto const set = [&](CURLoption option, auto value) { curl_easy_setopt(handle.get(), option, value); };
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");  // the relay is named by the administrator, not by the environment
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, to.get());
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &read_message);
    set(CURLOPT_READDATA, static_cast<void*>(&left));
    set(CURLOPT_USE_SSL, static_cast<long>(relay.security == Security::starttls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    set(CURLOPT_TIMEOUT, static_cast<long>(relay.patience.count()));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_ERRORBUFFER, static_cast<char*>(said));
    auto const result = curl_easy_perform(handle.get());
    if (result == CURLE_OK) return;
    long code = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &code);
    throw NotSent{said[0] != '\0' ? said : curl_easy_strerror(result), code >= 500 && code < 600};
}

}  // namespace mail
