#include "platform/core/refused.hpp"
#include "platform/sheets/csv.hpp"
#include "platform/sheets/encoding.hpp"
#include "platform/sheets/formula_guard.hpp"

#include <algorithm>
#include <array>

namespace sheets {
namespace {

constexpr std::size_t kLookedAt = 64u << 10;  // enough to find the delimiter

// The delimiter that stands in most of the first lines, outside quotes.
char find_delimiter(std::string_view text)
{
    constexpr std::array kCandidates = {',', '\t', ';'};
    std::array<std::size_t, 3> lines{}, in_line{};
    bool quoted = false;
    for (char const c : text.substr(0, kLookedAt)) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        for (std::size_t i = 0; i < kCandidates.size(); ++i) {
            if (c == kCandidates[i] && in_line[i]++ == 0) ++lines[i];
        }
        if (c == '\n' || c == '\r') in_line = {};
    }
    return kCandidates[static_cast<std::size_t>(std::max_element(lines.begin(), lines.end()) - lines.begin())];
}

// ="0012345" is how other systems make Excel keep the zeros.
std::string_view without_text_formula(std::string_view field)
{
    if (field.size() < 3 || !field.starts_with("=\"") || !field.ends_with('"')) return field;
    auto const inner = field.substr(2, field.size() - 3);
    return inner.find('"') == inner.npos ? inner : field;
}

class Parser {
public:
    Parser(Decoded const& decoded, char delimiter, Limits const& limits)
        : text_(decoded.text), bad_(decoded.bad), delimiter_(delimiter), limits_(limits)
    {
    }

    void run(Workbook& book)
    {
        auto& rows = book.sheets.front().rows;
        while (at_ < text_.size()) {
            if (rows.size() == limits_.rows) refuse_rows();
            Row row{line_, {}};
            read_row(row, rows.size(), book.undecodable);
            cells_ += row.cells.size();
            if (cells_ > limits_.cells)
                throw Refused{Code::too_large,
                              {"表のセルが多すぎます。不要な列を削除するか、ファイルを分けてください。",
                               "The table has too many cells. Delete columns that are not needed, or divide the file."}};
            rows.push_back(std::move(row));
        }
        while (!rows.empty() && rows.back().blank()) rows.pop_back();
    }

private:
    void read_row(Row& row, std::size_t index, std::vector<Undecodable>& undecodable)
    {
        if (end_of_line()) return;
        for (;;) {
            if (row.cells.size() == limits_.columns) refuse_columns(row.line);
            auto const quoted = text_[at_] == '"';
            auto field = quoted ? quoted_field() : plain_field();
            for (; next_bad_ < bad_.size() && bad_[next_bad_].offset < at_; ++next_bad_) {
                undecodable.push_back({row.line, index, row.cells.size(), bad_[next_bad_].bytes});
            }
            row.cells.push_back(Cell::of(std::move(field)));
            if (at_ < text_.size() && text_[at_] == delimiter_) {
                if (++at_ < text_.size()) continue;
                row.cells.emplace_back();
                return;
            }
            end_of_line();
            return;
        }
    }

    // Moves past a line end if one is here.
    bool end_of_line()
    {
        if (at_ >= text_.size() || (text_[at_] != '\r' && text_[at_] != '\n')) return false;
        if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
        ++at_;
        ++line_;
        return true;
    }

    std::string plain_field()
    {
        auto const begin = at_;
        while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\r' && text_[at_] != '\n') ++at_;
        return std::string{without_text_formula(text_.substr(begin, at_ - begin))};
    }

    std::string quoted_field()
    {
        auto const first_line = line_;
        std::string field;
        for (++at_;; ++at_) {
            auto const end = text_.find('"', at_);
            if (end == text_.npos) refuse_quote(first_line);
            count_lines(text_.substr(at_, end - at_));
            field += text_.substr(at_, end - at_);
            at_ = end + 1;
            if (at_ >= text_.size() || text_[at_] != '"') break;
            field += '"';
        }
        if (field.size() > 1 && field[0] == '\t' && starts_like_formula(std::string_view{field}.substr(1))) field.erase(0, 1);
        while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\r' && text_[at_] != '\n') field += text_[at_++];
        return field;
    }

    void count_lines(std::string_view inside)
    {
        for (std::size_t i = 0; i < inside.size(); ++i) {
            if (inside[i] == '\n' || (inside[i] == '\r' && (i + 1 == inside.size() || inside[i + 1] != '\n'))) ++line_;
        }
    }

    [[noreturn]] void refuse_rows() const
    {
        throw Refused{Code::too_large,
                      {std::to_string(limits_.rows) + "行を超えています。ファイルを分けてください。",
                       "It has more than " + std::to_string(limits_.rows) + " rows. Divide the file."}};
    }
    [[noreturn]] void refuse_columns(std::size_t line) const
    {
        throw Refused{Code::too_large,
                      {std::to_string(line) + "行目が" + std::to_string(limits_.columns) +
                           "列を超えています。区切り文字と引用符を確かめるか、不要な列を削除してください。",
                       "Row " + std::to_string(line) + " has more than " + std::to_string(limits_.columns) +
                           " columns. Check the separator and the quotes, or delete columns that are not needed."}};
    }
    [[noreturn]] static void refuse_quote(std::size_t line)
    {
        throw Refused{Code::unreadable_file,
                      {std::to_string(line) + "行目で始まる引用符 (\") が閉じていません。その行を直してください。",
                       "The quote (\") that begins in row " + std::to_string(line) + " is not closed. Correct that row."}};
    }

    std::string_view text_;
    std::vector<BadBytes> const& bad_;
    char delimiter_;
    Limits const& limits_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t next_bad_ = 0;
    std::size_t cells_ = 0;
};

}  // namespace

Workbook read_csv(std::string_view bytes, Options const& options)
{
    auto const decoded = decode(bytes, options.encoding);
    Workbook book;
    book.format = Format::csv;
    book.encoding = decoded.encoding;
    book.delimiter = options.delimiter.value_or(find_delimiter(decoded.text));
    book.sheets.emplace_back();
    Parser{decoded, book.delimiter, options.limits}.run(book);
    return book;
}

}  // namespace sheets
