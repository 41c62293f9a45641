#include "platform/json/read.hpp"

#include "platform/text/utf8.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <cmath>
#include <map>
#include <mutex>
#include <regex>

namespace json {
namespace bj = boost::json;
namespace {

constexpr std::size_t kMaxDepth = 32;
constexpr double kExactInteger = 9007199254740992.0;  // 2^53: beyond it a double no longer names one integer
constexpr std::size_t kMaxPatternText = 4000;         // std::regex recurses over its input

std::string number_text(double n)
{
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.15g", n);
    return digits;
}

bool matches(std::string_view text, std::string_view pattern)
{
    static std::mutex mutex;
    static std::map<std::string, std::regex, std::less<>> compiled;
    std::regex const* expression = nullptr;
    {
        std::lock_guard const lock(mutex);
        auto found = compiled.find(pattern);
        if (found == compiled.end())
            found = compiled.emplace(std::string(pattern), std::regex(pattern.begin(), pattern.end())).first;
        expression = &found->second;
    }
    return text.size() <= kMaxPatternText && std::regex_search(text.begin(), text.end(), *expression);
}

void find_nul(bj::value const& value, Where const& where, Fault& fault)
{
    auto const check = [&](std::string_view text, Where const& here) {
        if (text.find('\0') != text.npos)
            fault.add(here, "使えない文字（NUL）が含まれています。", "It contains a NUL character.");
    };
    if (value.is_string()) return check(value.get_string(), where);
    if (value.is_array()) {
        std::size_t i = 0;
        for (auto const& item : value.get_array()) find_nul(item, Where{&where, {}, i++, true}, fault);
    }
    if (value.is_object()) {
        for (auto const& entry : value.get_object()) {
            Where const here{&where, entry.key()};
            check(entry.key(), here);
            find_nul(entry.value(), here, fault);
        }
    }
}

void append_reference_token(std::string& pointer, std::string_view name)
{
    for (char const c : name) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
}

}  // namespace

Document::Document(std::string_view text)
{
    bj::error_code error;
    bj::parse_options options;
    options.max_depth = kMaxDepth;
    value_ = std::make_unique<bj::value>(bj::parse(text, error, {}, options));
    if (error) {
        bool const deep = error == bj::error::too_deep;
        throw Refused{Code::invalid_input,
                      {},
                      {deep ? Problem{"", "入れ子が深すぎます。", "It is nested too deeply."}
                            : Problem{"", "JSON として読み取れません。", "This is not valid JSON (" + error.message() + ")."}}};
    }
    if (text.find("\\u0000") != text.npos) {
        Fault fault;
        find_nul(*value_, Where{}, fault);
        fault.refuse_if_any();
    }
}
Document::Document(Document&&) noexcept = default;
Document::~Document() = default;
Node Document::root() const { return Node(*value_); }

bool Node::is_null() const { return value_->is_null(); }
bool Node::is_object() const { return value_->is_object(); }
bool Node::is_array() const { return value_->is_array(); }
std::optional<bool> Node::boolean() const { return value_->is_bool() ? std::optional{value_->get_bool()} : std::nullopt; }

std::optional<std::int64_t> Node::integer() const
{
    if (value_->is_int64()) return value_->get_int64();
    if (value_->is_double()) {
        double const number = value_->get_double();
        if (std::trunc(number) == number && std::abs(number) <= kExactInteger) return static_cast<std::int64_t>(number);
    }
    return std::nullopt;
}

std::optional<double> Node::number() const
{
    if (!value_->is_number()) return std::nullopt;
    bj::error_code error;
    auto const number = value_->to_number<double>(error);
    return error ? std::nullopt : std::optional{number};
}

std::optional<std::string_view> Node::text() const
{
    if (!value_->is_string()) return std::nullopt;
    return std::string_view(value_->get_string());
}

std::size_t Node::size() const { return value_->is_object() ? value_->get_object().size() : value_->get_array().size(); }
Node Node::item(std::size_t i) const { return Node(value_->get_array()[i]); }

std::pair<std::string_view, Node> Node::entry(std::size_t i) const
{
    auto const& entry = value_->get_object().begin()[static_cast<std::ptrdiff_t>(i)];
    return {entry.key(), Node(entry.value())};
}

std::optional<Node> Node::member(std::string_view name) const
{
    auto const* const found = value_->get_object().if_contains(name);
    return found ? std::optional{Node(*found)} : std::nullopt;
}

std::string Node::as_json() const { return bj::serialize(*value_); }

std::string Where::pointer() const
{
    if (!parent) return {};
    auto pointer = parent->pointer() + '/';
    if (indexed)
        pointer += std::to_string(index);
    else
        append_reference_token(pointer, name);
    return pointer;
}

void Fault::add(Where const& where, std::string ja, std::string en)
{
    problems_.push_back({where.pointer(), std::move(ja), std::move(en)});
}

void Fault::type(Where const& where, std::string_view ja, std::string_view en)
{
    add(where, std::string(ja) + "で指定してください。", "This must be " + std::string(en) + ".");
}

void Fault::required(Where const& where)
{
    if (missing_ == Missing::is_wrong) add(where, "必須の項目です。", "This is required.");
}
void Fault::unknown(Where const& where) { add(where, "この項目はありません。", "There is no such member."); }

void Fault::one_of(Where const& where, std::vector<std::string_view> const& names)
{
    std::string list;
    for (auto const name : names) list += (list.empty() ? "" : ", ") + std::string(name);
    add(where, "次のいずれかを指定してください: " + list, "This must be one of: " + list);
}

void Fault::whole_number(Where const& where, double minimum, double maximum)
{
    if (maximum > kExactInteger) return type(where, "整数", "a whole number");
    auto const low = number_text(minimum);
    auto const high = number_text(maximum);
    type(where, low + " から " + high + " までの整数", "a whole number from " + low + " to " + high);
}

void Fault::text(Where const& where, std::string_view value, object const& limits)
{
    for (auto const& limit : limits) {
        auto const n = number_text(limit.number);
        if (limit.keyword == "minLength" && static_cast<double>(text::character_count(value)) < limit.number) {
            if (value.empty())
                add(where, "入力してください。", "This must not be empty.");
            else
                add(where, n + "文字以上で入力してください。", "Enter at least " + n + " characters.");
        }
        if (limit.keyword == "maxLength" && static_cast<double>(text::character_count(value)) > limit.number)
            add(where, n + "文字以内で入力してください。", "Enter at most " + n + " characters.");
        if (limit.keyword == "pattern" && !matches(value, limit.text))
            add(where, "形式が違います。", "This does not have the expected form (" + std::string(limit.text) + ").");
    }
}

void Fault::number(Where const& where, double value, object const& limits)
{
    for (auto const& limit : limits) {
        auto const n = number_text(limit.number);
        if (limit.keyword == "minimum" && value < limit.number)
            add(where, n + " 以上にしてください。", "This must be at least " + n + ".");
        if (limit.keyword == "maximum" && value > limit.number)
            add(where, n + " 以下にしてください。", "This must be at most " + n + ".");
    }
}

void Fault::items(Where const& where, std::size_t count, object const& limits)
{
    for (auto const& limit : limits) {
        auto const n = number_text(limit.number);
        if (limit.keyword == "minItems" && static_cast<double>(count) < limit.number)
            add(where, n + " 件以上指定してください。", "Give at least " + n + " items.");
        if (limit.keyword == "maxItems" && static_cast<double>(count) > limit.number)
            add(where, n + " 件以内で指定してください。", "Give at most " + n + " items.");
    }
}

void Fault::refuse_if_any()
{
    if (!problems_.empty()) throw Refused{Code::invalid_input, {}, std::move(problems_)};
}

}  // namespace json
