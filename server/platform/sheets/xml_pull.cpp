#include "platform/sheets/xml_pull.hpp"

#include "platform/sheets/zip_file.hpp"
#include "platform/text/utf8.hpp"

#include <charconv>

namespace sheets {
namespace {

constexpr std::size_t kChunk = 64u << 10;
constexpr std::size_t kLongestPiece = 4u << 20;  // a tag or a text; Excel allows 32,767 characters in a cell
constexpr std::size_t kDeepest = 128;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view local(std::string_view name)
{
    auto const colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

void append_entity(std::string& to, std::string_view entity)
{
    if (entity == "amp")
        to += '&';
    else if (entity == "lt")
        to += '<';
    else if (entity == "gt")
        to += '>';
    else if (entity == "quot")
        to += '"';
    else if (entity == "apos")
        to += '\'';
    else {
        if (!entity.starts_with('#')) refuse_broken_xlsx();
        auto const hex = entity.starts_with("#x");
        entity.remove_prefix(hex ? 2 : 1);
        unsigned long code = 0;
        auto const [end, error] = std::from_chars(entity.data(), entity.data() + entity.size(), code, hex ? 16 : 10);
        if (error != std::errc{} || end != entity.data() + entity.size() || code == 0 || code > 0x10FFFF) refuse_broken_xlsx();
        text::append_character(to, static_cast<char32_t>(code));
    }
}

void resolve(std::string_view raw, std::string& to)
{
    for (;;) {
        auto const ampersand = raw.find('&');
        to += raw.substr(0, ampersand);
        if (ampersand == raw.npos) return;
        auto const semicolon = raw.find(';', ampersand);
        if (semicolon == raw.npos) refuse_broken_xlsx();
        append_entity(to, raw.substr(ampersand + 1, semicolon - ampersand - 1));
        raw.remove_prefix(semicolon + 1);
    }
}

}  // namespace

bool XmlPull::fill()
{
    if (source_ended_) return false;
    if (buffer_.size() - at_ > kLongestPiece) refuse_broken_xlsx();
    buffer_.erase(0, at_);
    at_ = 0;
    auto const before = buffer_.size();
    buffer_.resize(before + kChunk);
    auto const count = source_(buffer_.data() + before, kChunk);
    buffer_.resize(before + count);
    source_ended_ = count == 0;
    return !source_ended_;
}

// The distance from at_ to `what`, looked for from at_ + from; npos when the stream ends first.
std::size_t XmlPull::find(std::string_view what, std::size_t from)
{
    for (;;) {
        auto const found = what.size() == 1 ? buffer_.find(what[0], at_ + from) : buffer_.find(what, at_ + from);
        if (found != buffer_.npos) return found - at_;
        from = std::max(from, buffer_.size() - at_ >= what.size() ? buffer_.size() - at_ - what.size() + 1 : 0);
        if (!fill()) return std::string::npos;
    }
}

// The distance to the '>' that ends the tag at at_; a '>' inside an attribute value does not.
std::size_t XmlPull::find_tag_end()
{
    std::size_t from = 1;
    for (;;) {
        auto const end = find(">", from);
        if (end == std::string::npos) refuse_broken_xlsx();
        char quote = 0;
        for (auto const c : std::string_view{buffer_}.substr(at_ + 1, end - 1)) {
            if (quote ? c == quote : (c == '"' || c == '\'')) quote = quote ? 0 : c;
        }
        if (!quote) return end;
        from = end + 1;
    }
}

XmlPull::Event XmlPull::next()
{
    if (close_follows_) {
        close_follows_ = false;
        open_names_.resize(open_at_.back());
        open_at_.pop_back();
        return Event::close;
    }
    for (;;) {
        if (at_ == buffer_.size() && !fill()) {
            if (!open_at_.empty()) refuse_broken_xlsx();
            return Event::end;
        }
        if (buffer_[at_] != '<') return plain_text();
        while (buffer_.size() - at_ < 9 && fill()) {
        }
        auto const here = std::string_view{buffer_}.substr(at_);
        if (here.starts_with("</")) return close_tag();
        if (here.starts_with("<![CDATA[")) return character_data();
        auto const comment = here.starts_with("<!--");
        if (!comment && !here.starts_with("<?")) {
            if (here.starts_with("<!")) refuse_broken_xlsx();
            return open_tag();
        }
        auto const end = comment ? find("-->", 4) : find("?>", 2);
        if (end == std::string::npos) refuse_broken_xlsx();
        at_ += end + (comment ? 3 : 2);
    }
}

XmlPull::Event XmlPull::open_tag()
{
    auto const end = find_tag_end();
    auto tag = std::string_view{buffer_}.substr(at_ + 1, end - 1);
    at_ += end + 1;
    close_follows_ = tag.ends_with('/');
    if (close_follows_) tag.remove_suffix(1);
    std::size_t name_end = 0;
    while (name_end < tag.size() && !is_space(tag[name_end])) ++name_end;
    if (name_end == 0 || open_at_.size() == kDeepest) refuse_broken_xlsx();
    auto const full = tag.substr(0, name_end);
    name_ = local(full);
    attributes_ = tag.substr(name_end);
    open_at_.push_back(open_names_.size());
    open_names_ += full;
    return Event::open;
}

XmlPull::Event XmlPull::close_tag()
{
    auto const end = find_tag_end();
    auto tag = std::string_view{buffer_}.substr(at_ + 2, end - 2);
    at_ += end + 1;
    while (!tag.empty() && is_space(tag.back())) tag.remove_suffix(1);
    if (open_at_.empty() || std::string_view{open_names_}.substr(open_at_.back()) != tag) refuse_broken_xlsx();
    open_names_.resize(open_at_.back());
    open_at_.pop_back();
    name_ = local(tag);
    return Event::close;
}

XmlPull::Event XmlPull::plain_text()
{
    auto const end = find("<", 0);
    auto const raw = std::string_view{buffer_}.substr(at_, end);
    at_ += raw.size();
    text_ = raw;
    if (raw.find('&') != raw.npos) {
        decoded_.clear();
        resolve(raw, decoded_);
        text_ = decoded_;
    }
    return Event::text;
}

XmlPull::Event XmlPull::character_data()
{
    constexpr std::size_t kOpening = 9;
    auto const end = find("]]>", kOpening);
    if (end == std::string::npos) refuse_broken_xlsx();
    text_ = std::string_view{buffer_}.substr(at_ + kOpening, end - kOpening);
    at_ += end + 3;
    return Event::text;
}

std::string_view XmlPull::raw_attribute(std::string_view wanted) const
{
    auto rest = attributes_;
    for (;;) {
        while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
        if (rest.empty()) return {};
        auto const equals = rest.find('=');
        if (equals == rest.npos) refuse_broken_xlsx();
        auto found = rest.substr(0, equals);
        while (!found.empty() && is_space(found.back())) found.remove_suffix(1);
        rest.remove_prefix(equals + 1);
        while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
        if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) refuse_broken_xlsx();
        auto const end = rest.find(rest.front(), 1);
        if (end == rest.npos) refuse_broken_xlsx();
        if (local(found) == wanted) return rest.substr(1, end - 1);
        rest.remove_prefix(end + 1);
    }
}

std::string XmlPull::attribute(std::string_view wanted) const
{
    std::string value;
    resolve(raw_attribute(wanted), value);
    return value;
}

void XmlPull::skip()
{
    for (std::size_t depth = 1; depth > 0;) {
        auto const event = next();
        if (event == Event::open) ++depth;
        if (event == Event::close) --depth;
        if (event == Event::end) refuse_broken_xlsx();
    }
}

std::string XmlPull::element_text()
{
    std::string all;
    for (std::size_t depth = 1; depth > 0;) {
        switch (next()) {
            case Event::open: ++depth; break;
            case Event::close: --depth; break;
            case Event::text:
                if (depth == 1) all += text_;
                break;
            case Event::end: refuse_broken_xlsx();
        }
    }
    return all;
}

}  // namespace sheets
