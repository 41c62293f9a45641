#include "platform/sheets/encoding.hpp"

#include "platform/text/utf8.hpp"

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <stdexcept>

namespace sheets {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";
constexpr std::string_view kGeta = "〓";  // what a Japanese compositor puts where a type is missing
constexpr std::string_view kReplacement = "\uFFFD";

class Converter {
public:
    Converter(char const* to, char const* from) : handle_(iconv_open(to, from))
    {
        if (handle_ == reinterpret_cast<iconv_t>(-1)) throw std::runtime_error(std::string{"iconv lacks "} + from + " to " + to);
    }
    ~Converter() { iconv_close(handle_); }
    Converter(Converter const&) = delete;
    Converter& operator=(Converter const&) = delete;

    /// Converts as far as it goes: moves `in` past what was converted. True when nothing is left.
    bool run(std::string_view& in, std::string& out)
    {
        char buffer[16384];
        while (!in.empty()) {
            auto* from = const_cast<char*>(in.data());
            auto left = in.size();
            char* to = buffer;
            auto room = sizeof buffer;
            auto const result = iconv(handle_, &from, &left, &to, &room);
            auto const error = errno;
            out.append(buffer, sizeof buffer - room);
            in.remove_prefix(in.size() - left);
            if (result == static_cast<std::size_t>(-1) && error != E2BIG) return false;
        }
        return true;
    }

private:
    iconv_t handle_;
};

// How many bytes at the front of `in` belong to the character that failed.
using Width = std::size_t (*)(std::string_view in);

std::size_t cp932_width(std::string_view in)
{
    auto const lead = static_cast<unsigned char>(in[0]);
    auto const two = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xFC);
    if (!two || in.size() < 2) return 1;
    auto const trail = static_cast<unsigned char>(in[1]);
    return (trail >= 0x40 && trail <= 0xFC && trail != 0x7F) ? 2 : 1;
}

std::size_t utf16_width(std::string_view in) { return std::min<std::size_t>(2, in.size()); }

// A NUL has no place in a table and PostgreSQL cannot store it.
void mark_nuls(Decoded& decoded)
{
    if (decoded.text.find('\0') == std::string::npos) return;
    Decoded marked{{}, decoded.encoding, {}};
    std::size_t next_bad = 0;
    for (std::size_t i = 0; i < decoded.text.size(); ++i) {
        while (next_bad < decoded.bad.size() && decoded.bad[next_bad].offset == i) {
            marked.bad.push_back({marked.text.size(), decoded.bad[next_bad++].bytes});
        }
        if (decoded.text[i] != '\0') {
            marked.text += decoded.text[i];
            continue;
        }
        marked.bad.push_back({marked.text.size(), std::string(1, '\0')});
        marked.text += kReplacement;
    }
    decoded = std::move(marked);
}

Decoded decode_with(char const* name, Encoding encoding, std::string_view bytes, Width width)
{
    Converter converter("UTF-8", name);
    Decoded result{{}, encoding, {}};
    result.text.reserve(bytes.size() * 3 / 2);
    while (!converter.run(bytes, result.text)) {
        auto const bad = bytes.substr(0, width(bytes));
        result.bad.push_back({result.text.size(), std::string{bad}});
        result.text += kReplacement;
        bytes.remove_prefix(bad.size());
    }
    mark_nuls(result);
    return result;
}

Decoded decode_utf8(std::string_view bytes)
{
    Decoded result{{}, bytes.starts_with(kUtf8Mark) ? Encoding::utf8_bom : Encoding::utf8, {}};
    if (result.encoding == Encoding::utf8_bom) bytes.remove_prefix(kUtf8Mark.size());
    if (text::valid_utf8(bytes)) {
        result.text = bytes;
        return result;
    }
    result.text.reserve(bytes.size());
    while (!bytes.empty()) {
        auto const here = bytes;
        auto const c = text::take_character(bytes);
        auto const taken = here.substr(0, here.size() - bytes.size());
        if (c == text::kReplacement && taken.size() != kReplacement.size()) {
            result.bad.push_back({result.text.size(), std::string{taken}});
            result.text += kReplacement;
        } else {
            result.text += taken;
        }
    }
    mark_nuls(result);
    return result;
}

Decoded decode_utf16(std::string_view bytes)
{
    auto const big = bytes.starts_with(kUtf16BigMark);
    if (big || bytes.starts_with(kUtf16LittleMark)) bytes.remove_prefix(2);
    return decode_with(big ? "UTF-16BE" : "UTF-16LE", Encoding::utf16, bytes, utf16_width);
}

Decoded decode_cp932(std::string_view bytes) { return decode_with("CP932", Encoding::cp932, bytes, cp932_width); }

bool is_variation_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }

Converter& cp932_writer()
{
    thread_local Converter converter("CP932", "UTF-8");
    return converter;
}

}  // namespace

Decoded decode(std::string_view bytes, std::optional<Encoding> encoding)
{
    if (encoding == Encoding::cp932) return decode_cp932(bytes);
    if (encoding == Encoding::utf16) return decode_utf16(bytes);
    if (encoding) return decode_utf8(bytes);
    if (bytes.starts_with(kUtf16LittleMark) || bytes.starts_with(kUtf16BigMark)) return decode_utf16(bytes);
    if (bytes.starts_with(kUtf8Mark) || text::valid_utf8(bytes)) return decode_utf8(bytes);
    auto as_cp932 = decode_cp932(bytes);
    if (as_cp932.bad.empty()) return as_cp932;
    auto as_utf8 = decode_utf8(bytes);
    return as_utf8.bad.size() < as_cp932.bad.size() ? std::move(as_utf8) : std::move(as_cp932);
}

std::string to_cp932(std::string_view utf8, std::vector<std::string>& lost)
{
    std::string out;
    auto& converter = cp932_writer();
    while (!converter.run(utf8, out)) {
        auto const here = utf8;
        auto const c = text::take_character(utf8);
        lost.emplace_back(here.substr(0, here.size() - utf8.size()));
        std::string_view geta = kGeta;
        if (!is_variation_selector(c)) converter.run(geta, out);
    }
    return out;
}

std::optional<unsigned> cp932_code(char32_t c)
{
    std::string character, bytes;
    text::append_character(character, c);
    std::string_view in = character;
    if (!cp932_writer().run(in, bytes)) return std::nullopt;
    unsigned code = 0;
    for (unsigned char const byte : bytes) code = code << 8 | byte;
    return code;
}

}  // namespace sheets
