#include "platform/http/head.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>

namespace http {
namespace {

std::string_view reason_of(int status)
{
    switch (status) {
        case 200: return "OK";
        case 201: return "Created";
        case 202: return "Accepted";
        case 204: return "No Content";
        case 206: return "Partial Content";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 409: return "Conflict";
        case 413: return "Content Too Large";
        case 415: return "Unsupported Media Type";
        case 416: return "Range Not Satisfiable";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 507: return "Insufficient Storage";
        default: return "";  // the standard lets it be empty, and clients do not read it
    }
}

void append_number(std::string& out, std::uint64_t number)
{
    std::array<char, 20> digits;
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

struct Fault {
    int status;
    std::string_view code, ja, en;
};

Fault fault_of(WireFault fault)
{
    switch (fault) {
        case WireFault::bad_request:
            return {400, "bad_request", "リクエストを解釈できませんでした。", "The request could not be understood."};
        case WireFault::header_too_large:
            return {431, "header_too_large", "リクエストのヘッダーが大きすぎます。", "The request's header is too large."};
        case WireFault::unknown_transfer_coding:
            return {501, "unknown_transfer_coding", "対応していない転送方式です。", "This transfer coding is not supported."};
        case WireFault::internal: break;
    }
    return {500, "internal", "処理できませんでした。システム管理者に受付番号を伝えてください。",
            "Something went wrong. Tell the system administrator the request number."};
}

// The texts are our own and hold nothing that JSON would want escaped.
Response problem_of(Fault const& fault, std::string_view request_id)
{
    std::string text = "{\"code\":\"";
    text.append(fault.code).append("\",\"message\":\"").append(fault.ja).append("\",\"message_en\":\"").append(fault.en);
    text.append("\",\"detail\":\"\",\"detail_en\":\"\",\"problems\":[],\"request\":\"").append(request_id).append("\"}");
    Response made{.status = fault.status, .headers = {}, .body = std::move(text)};
    made.headers.add("Content-Type", "application/problem+json");
    made.headers.add("Cache-Control", "no-store");
    if (fault.status == 503) made.headers.add("Retry-After", "1");
    return made;
}

}  // namespace

void append_field(std::string& out, std::string_view name, std::string_view value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

void append_head(std::string& out, HeadLines const& lines, Headers const& headers)
{
    out.append("HTTP/1.1 ");
    append_number(out, static_cast<std::uint64_t>(lines.status));
    out.append(" ").append(reason_of(lines.status)).append("\r\n").append(lines.date);
    if (!lines.keep_alive) out.append("Connection: close\r\n");
    if (lines.keep_alive && lines.http10) out.append("Connection: keep-alive\r\n");
    out.append(headers.wire());
    if (!lines.length) return;
    out.append("Content-Length: ");
    append_number(out, *lines.length);
    out.append("\r\n");
}

std::string date_line(std::chrono::system_clock::time_point at)
{
    // Names by hand: strftime would follow the locale.
    static constexpr std::array<char const*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<char const*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const seconds = std::chrono::system_clock::to_time_t(at);
    std::tm utc{};
    ::gmtime_r(&seconds, &utc);
    std::array<char, 64> text;
    auto const length = std::snprintf(
        text.data(), text.size(), "Date: %s, %02d %s %04d %02d:%02d:%02d GMT\r\n", kDays[static_cast<std::size_t>(utc.tm_wday)],
        utc.tm_mday, kMonths[static_cast<std::size_t>(utc.tm_mon)], utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string event_text(std::string_view event, std::string_view data)
{
    std::string text = "event: ";
    text.append(event).append("\n");
    for (;;) {
        auto const end = data.find('\n');
        text.append("data: ").append(data.substr(0, end)).append("\n");
        if (end == data.npos) break;
        data.remove_prefix(end + 1);
    }
    return text.append("\n");
}

Response problem(Code code, std::string_view request_id)
{
    auto const text = text_of(code);
    return problem_of({text.status, name_of(code), text.ja, text.en}, request_id);
}

Response problem(WireFault fault, std::string_view request_id) { return problem_of(fault_of(fault), request_id); }

}  // namespace http
