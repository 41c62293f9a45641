// Recursive descent over a handful of token kinds. Errors are collected, not thrown: an officer sees all of them at once.
#include "features/plan/rule.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace plan {
namespace {

struct Token {
    enum class Kind { word, quoted, open, close, comma, comparison, end } kind = Kind::end;
    std::string text;
    int column = 0;
};

struct Symbol {
    std::string_view text;
    Token::Kind kind;
    std::string_view means;
};
// Longer ones first; people type full-width signs as often as not.
constexpr Symbol kSymbols[] = {
    {">=", Token::Kind::comparison, ">="}, {"<=", Token::Kind::comparison, "<="}, {"!=", Token::Kind::comparison, "!="},
    {"≧", Token::Kind::comparison, ">="},  {"≦", Token::Kind::comparison, "<="},  {"≠", Token::Kind::comparison, "!="},
    {"≥", Token::Kind::comparison, ">="},  {"≤", Token::Kind::comparison, "<="},  {"=", Token::Kind::comparison, "="},
    {"＝", Token::Kind::comparison, "="},  {"(", Token::Kind::open, "("},         {"（", Token::Kind::open, "("},
    {")", Token::Kind::close, ")"},        {"）", Token::Kind::close, ")"},       {",", Token::Kind::comma, ","},
    {"、", Token::Kind::comma, ","},       {"，", Token::Kind::comma, ","},
};
constexpr std::string_view kSpaces[] = {" ", "\t", "\n", "\r", "　"};

std::size_t character_length(char lead)
{
    auto const byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

class Tokens {
public:
    explicit Tokens(std::string_view text) : rest_(text) {}

    Token next()
    {
        while (skip_space()) {
        }
        if (rest_.empty()) return {Token::Kind::end, "", column_};
        auto const column = column_;
        for (auto const& symbol : kSymbols) {
            if (rest_.starts_with(symbol.text)) {
                advance(symbol.text.size());
                return {symbol.kind, std::string{symbol.means}, column};
            }
        }
        for (auto const& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"「", "」"}}) {
            if (rest_.starts_with(open)) return quoted(open.size(), close, column);
        }
        return word(column);
    }

private:
    bool skip_space()
    {
        for (auto const space : kSpaces) {
            if (rest_.starts_with(space)) {
                advance(space.size());
                return true;
            }
        }
        return false;
    }

    Token quoted(std::size_t open, std::string_view close, int column)
    {
        advance(open);
        auto const end = std::min(rest_.find(close), rest_.size());
        Token token{Token::Kind::quoted, std::string{rest_.substr(0, end)}, column};
        advance(std::min(end + close.size(), rest_.size()));
        return token;
    }

    Token word(int column)
    {
        Token token{Token::Kind::word, "", column};
        while (!rest_.empty() && !at_boundary()) {
            auto const length = std::min(character_length(rest_.front()), rest_.size());
            token.text += rest_.substr(0, length);
            advance(length);
        }
        return token;
    }

    bool at_boundary() const
    {
        return std::any_of(std::begin(kSpaces), std::end(kSpaces), [&](auto space) { return rest_.starts_with(space); }) ||
               std::any_of(std::begin(kSymbols), std::end(kSymbols),
                           [&](auto const& symbol) { return rest_.starts_with(symbol.text); });
    }

    void advance(std::size_t bytes)
    {
        column_ += static_cast<int>(std::count_if(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(bytes),
                                                  [](char c) { return (c & 0xC0) != 0x80; }));
        rest_.remove_prefix(bytes);
    }

    std::string_view rest_;
    int column_ = 1;
};

struct FactName {
    Fact fact;
    std::string_view ja, en;
    bool takes_value;
    bool ordered;  ///< >= and <= make sense
};
constexpr std::array kFactNames = {
    FactName{Fact::everyone, "全職員", "everyone", false, false},
    FactName{Fact::rank, "職位", "rank", true, true},
    FactName{Fact::band, "職位帯", "band", true, true},
    FactName{Fact::unit, "所属", "unit", true, false},
    FactName{Fact::unit_tag, "部門タグ", "unit_tag", true, false},
    FactName{Fact::occupation, "職種", "occupation", true, false},
    FactName{Fact::employment, "任用形態", "employment", true, false},
    FactName{Fact::recruitment, "採用区分", "recruitment", true, false},
    FactName{Fact::uses_pc, "PC利用", "uses_pc", false, false},
    FactName{Fact::external, "外部人材", "external", false, false},
    FactName{Fact::has_system, "担当システムあり", "has_system", false, false},
    FactName{Fact::system, "担当システム", "system", true, false},
    FactName{Fact::appointed, "任命", "appointed", true, false},
    FactName{Fact::completed, "研修修了", "completed", true, false},
    FactName{Fact::certified, "レベル認定", "certified", true, true},
    FactName{Fact::category, "区分", "category", true, false},
    FactName{Fact::otherwise, "その他", "otherwise", false, false},
};

bool is_word(Token const& token, std::initializer_list<std::string_view> words)
{
    return token.kind == Token::Kind::word && std::find(words.begin(), words.end(), token.text) != words.end();
}

class Parser {
public:
    explicit Parser(std::string_view text) : tokens_(text), current_(tokens_.next()) {}

    Parsed parse()
    {
        if (current_.kind == Token::Kind::end) {
            error("規則が空です。全員を対象にする場合は「全職員」と書きます。",
                  "The rule is empty. Write \"everyone\" to mean all staff.");
        } else {
            parsed_.root = any();
            if (parsed_.errors.empty() && current_.kind != Token::Kind::end) {
                error("ここから先を読み取れません: 「" + current_.text + "」。条件は and / or でつなぎます。",
                      "Cannot read from here: \"" + current_.text + "\". Join conditions with and / or.");
            }
        }
        return std::move(parsed_);
    }

private:
    void error(std::string ja, std::string en) { parsed_.errors.push_back({current_.column, std::move(ja), std::move(en)}); }

    Token take()
    {
        auto token = std::move(current_);
        current_ = tokens_.next();
        return token;
    }

    Node any()
    {
        return chain(Node::Kind::any, {"or", "または", "OR"}, [this] { return all(); });
    }
    Node all()
    {
        return chain(Node::Kind::all, {"and", "かつ", "AND"}, [this] { return factor(); });
    }

    template <class Part>
    Node chain(Node::Kind kind, std::initializer_list<std::string_view> joiners, Part part)
    {
        Node first = part();
        if (!is_word(current_, joiners)) return first;
        Node node{.kind = kind, .parts = {}, .values = {}, .column = first.column};
        node.parts.push_back(std::move(first));
        while (parsed_.errors.empty() && is_word(current_, joiners)) {
            take();
            node.parts.push_back(part());
        }
        return node;
    }

    Node factor()
    {
        if (is_word(current_, {"not", "でない", "NOT"})) {
            auto const column = take().column;
            Node node{.kind = Node::Kind::negation, .parts = {}, .values = {}, .column = column};
            node.parts.push_back(factor());
            return node;
        }
        if (current_.kind == Token::Kind::open) {
            take();
            Node inner = any();
            if (current_.kind == Token::Kind::close) {
                take();
            } else if (parsed_.errors.empty()) {
                error("括弧が閉じられていません。「)」を補ってください。", "A parenthesis is not closed; add \")\".");
            }
            return inner;
        }
        return fact();
    }

    Node fact()
    {
        Node node{.parts = {}, .values = {}, .column = current_.column};
        auto const* name = std::find_if(kFactNames.begin(), kFactNames.end(), [&](auto const& f) {
            return current_.kind == Token::Kind::word && (f.ja == current_.text || f.en == current_.text);
        });
        if (name == kFactNames.end()) {
            error("「" + current_.text + "」という条件はありません。職位・所属・職種・任用形態・任命などで始めます。",
                  "There is no condition \"" + current_.text +
                      "\". Start with rank, unit, occupation, employment, appointed and so on.");
            take();
            return node;
        }
        take();
        node.fact = name->fact;
        if (!name->takes_value) return node;
        return comparison(std::move(node), *name);
    }

    Node comparison(Node node, FactName const& name)
    {
        auto const sign = current_;
        bool negated = false;
        if (is_word(sign, {"in", "のいずれか"}) || sign.text == "=") {
            node.compare = Compare::equal;
        } else if (is_word(sign, {"within", "配下"}) && name.fact == Fact::unit) {
            node.compare = Compare::within;
        } else if (sign.text == "!=") {
            node.compare = Compare::equal;
            negated = true;
        } else if (name.ordered && (sign.text == ">=" || sign.text == "<=")) {
            node.compare = sign.text == ">=" ? Compare::at_least : Compare::at_most;
        } else {
            auto const choices =
                std::string{"=, !=, in"} + (name.ordered ? ", >=, <=" : "") + (name.fact == Fact::unit ? ", within" : "");
            error("「" + std::string{name.ja} + "」の後には " + choices + " のいずれかが要ります。",
                  "After \"" + std::string{name.en} + "\" one of " + choices + " is needed.");
            return node;
        }
        take();
        values(node);
        if (!negated) return node;
        Node outer{.kind = Node::Kind::negation, .parts = {}, .values = {}, .column = node.column};
        outer.parts.push_back(std::move(node));
        return outer;
    }

    void values(Node& node)
    {
        if (current_.kind != Token::Kind::open) return value(node);
        take();
        value(node);
        while (parsed_.errors.empty() && current_.kind == Token::Kind::comma) {
            take();
            value(node);
        }
        if (!parsed_.errors.empty()) return;
        if (current_.kind == Token::Kind::close) {
            take();
        } else {
            error("値の並びが閉じられていません。「)」を補ってください。", "The list of values is not closed; add \")\".");
        }
    }

    void value(Node& node)
    {
        if (current_.kind == Token::Kind::word || current_.kind == Token::Kind::quoted) {
            node.values.push_back(take().text);
        } else {
            error("値がありません。記号や空白を含む値は \"…\" で囲みます。",
                  "A value is missing. Put \"…\" around a value with signs or spaces.");
        }
    }

    Tokens tokens_;
    Token current_;
    Parsed parsed_;
};

}  // namespace

Parsed parse_rule(std::string_view text) { return Parser{text}.parse(); }

}  // namespace plan
