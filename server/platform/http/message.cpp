#include "platform/http/message.hpp"

#include <unistd.h>

#include <stdexcept>

namespace http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool same_name(std::string_view a, std::string_view b)
{
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

// By hand: find_first_of() asks memchr() for each character, and this runs for every field of every request.
bool could_forge(std::string_view text)
{
    bool found = false;
    for (char const c : text) found |= (c == '\r') | (c == '\n') | (c == '\0');
    return found;
}

}  // namespace

void Headers::add(std::string_view name, std::string_view value)
{
    if (name.empty() || could_forge(name) || could_forge(value))
        throw std::invalid_argument("a header field with a line break or no name");
    if (places_.empty()) {
        text_.reserve(512);
        places_.reserve(16);
    }
    places_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(name.size()),
                       static_cast<std::uint32_t>(value.size())});
    text_.append(name).append(": ").append(value).append("\r\n");
}

std::pair<std::string_view, std::string_view> Headers::operator[](std::size_t n) const
{
    auto const& place = places_[n];
    std::string_view const text = text_;
    return {text.substr(place.begin, place.name_length), text.substr(place.begin + place.name_length + 2, place.value_length)};
}

std::string_view Headers::find(std::string_view name) const
{
    for (std::size_t n = 0; n < places_.size(); ++n)
        if (auto const [its_name, value] = (*this)[n]; same_name(its_name, name)) return value;
    return {};
}

std::size_t Headers::count(std::string_view name) const
{
    std::size_t found = 0;
    for (std::size_t n = 0; n < places_.size(); ++n) found += same_name((*this)[n].first, name);
    return found;
}

bool Headers::has(std::string_view name) const { return count(name) != 0; }

SpooledFile& SpooledFile::operator=(SpooledFile&& other) noexcept
{
    std::swap(path_, other.path_);
    return *this;
}

SpooledFile::~SpooledFile()
{
    if (!path_.empty()) ::unlink(path_.c_str());
}

std::string_view Request::cookie(std::string_view name) const
{
    for (std::size_t n = 0; n < headers.size(); ++n) {
        auto [its_name, rest] = headers[n];
        if (!same_name(its_name, "cookie")) continue;
        while (!rest.empty()) {
            auto const end = rest.find(';');
            auto const pair = trimmed(rest.substr(0, end));
            auto const equals = pair.find('=');
            if (equals != pair.npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
            rest = end == rest.npos ? std::string_view{} : rest.substr(end + 1);
        }
    }
    return {};
}

std::optional<std::string_view> Request::query_value(std::string_view name) const
{
    for (auto const& [key, value] : query)
        if (key == name) return value;
    return {};
}

Response Response::json(std::string text, int status)
{
    Response made{.status = status, .headers = {}, .body = std::move(text)};
    made.headers.add("Content-Type", "application/json");
    return made;
}

Response Response::text(std::string text, int status)
{
    Response made{.status = status, .headers = {}, .body = std::move(text)};
    made.headers.add("Content-Type", "text/plain; charset=utf-8");
    return made;
}

}  // namespace http
