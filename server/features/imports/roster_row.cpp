#include "features/imports/roster_row.hpp"

#include "features/imports/kana.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <unordered_map>

namespace imports {
namespace {

using people::PostingKind;
using std::string_view;

constexpr std::size_t kLongestNumber = 20;
constexpr std::size_t kLongestName = 300;  // bytes

class RowsReader {
public:
    explicit RowsReader(Reading const& reading) : r_(reading)
    {
        for (auto const& bad : reading.book.undecodable)
            if (imported(bad.column)) undecodable_[bad.row].push_back(&bad);
    }

    std::vector<RosterRow> run()
    {
        std::vector<RosterRow> rows;
        auto const& all = r_.sheet.rows;
        rows.reserve(all.size());
        for (auto i = r_.header.first_data_row(); i < all.size(); ++i) {
            if (all[i].blank()) continue;
            rows.push_back(read(i));
        }
        return rows;
    }

private:
    RosterRow read(std::size_t index)
    {
        RosterRow row;
        row.row = index;
        row.line = r_.sheet.rows[index].line;
        cells_ = &r_.sheet.rows[index];
        identity(row);
        dates(row);
        row.unit = {text(Field::unit_code), text(Field::unit), {text(Field::unit_1), text(Field::unit_2), text(Field::unit_3)}};
        row.rank = text(Field::rank);
        row.title = text(Field::title);
        row.kind = posting_kind(row);
        row.employment = text(Field::employment);
        row.occupation = text(Field::occupation);
        row.recruitment = text(Field::recruitment);
        row.is_head = yes_or_no(row, Field::is_head);
        row.uses_pc = yes_or_no(row, Field::uses_pc);
        row.is_external = yes_or_no(row, Field::is_external);
        for (auto const column : r_.columns.of(Field::systems))
            for (auto const system : split_list(at(column))) row.systems.push_back(system);
        concurrent(row);
        undecodable(row);
        return row;
    }

    bool imported(std::size_t column) const
    {
        return std::any_of(fields().begin(), fields().end(), [&](auto const& text) {
            auto const& columns = r_.columns.of(text.field);
            return std::find(columns.begin(), columns.end(), column) != columns.end();
        });
    }
    string_view at(std::size_t column) const { return text::trim(cells_->text(column)); }
    string_view text(Field field) const
    {
        auto const& columns = r_.columns.of(field);
        return columns.empty() ? string_view{} : at(columns.front());
    }

    void refuse(RosterRow& row, Field field, Words4 const& words) { row.problems.push_back(r_.problem(row, field, words)); }
    void warn(RosterRow& row, Field field, Words4 const& words) { row.problems.push_back(r_.problem(row, field, words, false)); }

    void identity(RosterRow& row)
    {
        number(row);
        row.name = text(Field::name);
        row.former_name = text(Field::former_name);
        row.legal_name = text(Field::legal_name);
        row.email = text(Field::email);
        row.kana = full_width_kana(text(Field::kana));
        if (row.name.empty()) {
            refuse(row, Field::name,
                   {"氏名が空です。", "The name is empty.", "氏名を入れてください。合計や注記の行なら削除してください。",
                    "Fill in the name, or delete the row if it is a total or a note."});
        }
        for (auto const field : {Field::name, Field::former_name, Field::legal_name}) check_name(row, field);
        if (!row.email.empty() && (row.email.find('@') == row.email.npos || row.email.find(' ') != row.email.npos)) {
            warn(row, Field::email,
                 {"メールアドレスの形ではないため取り込みません。", "Not an e-mail address; it is left out.",
                  "取り込むには name@example.lg.jp の形に直してください。", "Write it as name@example.lg.jp."});
            row.email = {};
        }
    }

    void number(RosterRow& row)
    {
        auto const given = text(Field::staff_no);
        row.staff_no = is_ascii(given) ? std::string(given) : text::to_half_width(given);
        std::erase(row.staff_no, ' ');
        auto const kind = cells_->cell(r_.columns.of(Field::staff_no).front()).kind;
        if (row.staff_no.empty()) {
            refuse(row, Field::staff_no,
                   {"職員番号が空です。", "The staff number is empty.",
                    "職員番号を入れてください。合計や注記の行なら削除してください。",
                    "Fill in the number, or delete the row if it is a total or a note."});
        } else if (kind == sheets::Kind::date) {
            refuse(row, Field::staff_no,
                   {"職員番号が日付に変わっています。", "The staff number has become a date.",
                    "Excel で列の書式を「文字列」にしてから番号を入れ直してください。",
                    "Format the column as text in Excel and enter the number again."});
        } else if (exponent_form(row.staff_no)) {
            refuse(row, Field::staff_no,
                   {"職員番号が指数の形になっています。", "The staff number is in exponent form.",
                    "Excel で列の書式を「文字列」にして保存し直してください。",
                    "Format the column as text in Excel and save it again."});
        } else if (row.staff_no.size() > kLongestNumber) {
            refuse(row, Field::staff_no,
                   {"職員番号が長すぎます(20文字まで)。", "The staff number is too long (20 characters).",
                    "番号の列かどうか確かめてください。", "Check whether this is the right column."});
        }
    }

    void check_name(RosterRow& row, Field field)
    {
        auto const name = text(field);
        if (is_ascii(name) && name.size() < 40 && name.find_first_of("\r\n\t?") == name.npos) return;
        if (name.find_first_of("\r\n\t") != name.npos) {
            refuse(row, field,
                   {"改行またはタブが入っています。", "It contains a line break or a tab.", "改行やタブを削除してください。",
                    "Delete them."});
        } else if (name.size() > kLongestName) {
            refuse(row, field,
                   {"長すぎます(100文字まで)。", "It is too long (100 characters).", "氏名の列かどうか確かめてください。",
                    "Check whether this is the right column."});
        }
        if (text::has_private_use(name)) {
            auto const which = "外字(" + code_points(text::private_use(name)) +
                               ")が含まれます。この端末以外では別の字や□に見えることがあります。";
            warn(row, field,
                 {which, "It contains private-use characters, which may look different on other machines.",
                  "標準の漢字や異体字に置き換えられるか、氏名の管理部門に確かめてください。",
                  "Ask whether a standard character can stand in its place."});
        } else if (name.find("〓") != name.npos || name.find('?') != name.npos || name.find("？") != name.npos) {
            warn(row, field,
                 {"「〓」または「？」が含まれます。書き出すときに失われた文字かもしれません。",
                  "It contains 〓 or ?, perhaps a character lost in the export.",
                  "人事給与システムから UTF-8 または Excel 形式で書き出し直してください。",
                  "Export it again as UTF-8 or as a workbook."});
        }
    }

    void dates(RosterRow& row)
    {
        row.joined_on = date(row, Field::joined_on);
        row.last_day = date(row, Field::left_on);
        row.moved_on = date(row, Field::moved_on);
        row.leave_kind = text(Field::leave_kind);
        if (yes_or_no_of(row.leave_kind) == false) row.leave_kind = {};
        if (row.leave_kind.empty()) return;
        auto const from = text(Field::leave_from);
        for (string_view const mark : {"～", "〜", "から", "~"}) {
            auto const place = from.find(mark);
            if (place == from.npos) continue;
            row.leave_from = date_in(row, Field::leave_from, text::trim(from.substr(0, place)));
            auto last = text::trim(from.substr(place + mark.size()));
            if (last.ends_with("まで")) last.remove_suffix(string_view{"まで"}.size());
            row.leave_last = date_in(row, Field::leave_from, last);
            return;
        }
        row.leave_from = date(row, Field::leave_from);
        row.leave_last = date(row, Field::leave_until);
    }

    std::optional<Date> date(RosterRow& row, Field field)
    {
        auto const& columns = r_.columns.of(field);
        if (columns.empty()) return std::nullopt;
        auto const& cell = cells_->cell(columns.front());
        if (cell.kind == sheets::Kind::empty) return std::nullopt;
        if (cell.kind == sheets::Kind::text) return date_in(row, field, text::trim(cell.text));
        if (means_no_date(cell.text)) return std::nullopt;
        return taken(row, field, sheets::read_date(cell, r_.book.serial_base));
    }

    // The same few hundred dates stand in a roster thousands of times.
    std::optional<Date> date_in(RosterRow& row, Field field, string_view given)
    {
        if (means_no_date(given)) return std::nullopt;
        auto known = dates_.find(given);
        if (known == dates_.end()) known = dates_.emplace(given, text::read_date(given)).first;
        return taken(row, field, known->second);
    }

    std::optional<Date> taken(RosterRow& row, Field field, text::Reading<Date> const& reading)
    {
        if (reading) return *reading;
        refuse(row, field,
               {reading.reason().ja, reading.reason().en, "R7.4.1 や 2025/4/1 のように、実在する日付を入れてください。",
                "Enter a day that exists, like R7.4.1 or 2025/4/1."});
        return std::nullopt;
    }

    PostingKind posting_kind(RosterRow& row)
    {
        if (auto const kind = posting_kind_of(text(Field::posting_kind))) return *kind;
        refuse(row, Field::posting_kind,
               {"本務か兼務か分かりません。", "Neither primary nor concurrent.",
                "「本務」「兼務」「事務取扱」「職務代理」のどれかにしてください。", "Write 本務, 兼務, 事務取扱 or 職務代理."});
        return PostingKind::primary;
    }

    bool yes_or_no(RosterRow& row, Field field)
    {
        auto const answer = yes_or_no_of(text(field));
        if (!answer) {
            refuse(row, field,
                   {"有無として読めません。", "Neither yes nor no.", "「○」か「×」、または空欄にしてください。",
                    "Write ○ or ×, or leave it empty."});
        }
        return answer.value_or(false);
    }

    void concurrent(RosterRow& row)
    {
        std::vector<string_view> titles;
        for (auto const column : r_.columns.of(Field::concurrent_rank)) {
            auto const here = split_list(at(column));
            if (here.empty()) titles.emplace_back();
            titles.insert(titles.end(), here.begin(), here.end());
        }
        std::size_t next = 0;
        for (auto const column : r_.columns.of(Field::concurrent_unit)) {
            auto const units = split_list(at(column));
            for (auto const unit : units) row.concurrent.push_back({unit, next < titles.size() ? titles[next++] : string_view{}});
            if (units.empty()) ++next;
        }
    }

    void undecodable(RosterRow& row)
    {
        auto const found = undecodable_.find(row.row);
        if (found == undecodable_.end()) return;
        for (auto const* bad : found->second) {
            auto const words = "読み取れない文字があります(バイト列 " + in_hexadecimal(bad->bytes) + ")。";
            row.problems.push_back({r_.column_name(bad->column), cells_->text(bad->column), words,
                                    "It contains bytes that are no character (" + in_hexadecimal(bad->bytes) + ").",
                                    "文字コードを選び直すか、UTF-8 または Excel 形式で書き出し直してください。",
                                    "Choose another encoding, or export it again as UTF-8 or as a workbook.", true});
        }
    }

    Reading const& r_;
    sheets::Row const* cells_ = nullptr;
    std::unordered_map<std::size_t, std::vector<sheets::Undecodable const*>> undecodable_;
    std::unordered_map<string_view, text::Reading<Date>> dates_;
};

}  // namespace

bool RosterRow::refused() const
{
    return std::any_of(problems.begin(), problems.end(), [](auto const& problem) { return problem.refuses; });
}

std::string Reading::column_name(std::size_t column) const
{
    if (column < header.names.size() && !header.names[column].empty()) return header.names[column];
    return sheets::column_letters(column) + "列";
}

RowProblem Reading::problem(RosterRow const& row, Field field, Words4 const& words, bool refuses) const
{
    auto const& at = columns.of(field);
    return {at.empty() ? std::string(text_of(field).label) : column_name(at.front()),
            at.empty() ? std::string{} : sheet.rows[row.row].text(at.front()),
            std::string(words.problem),
            std::string(words.problem_en),
            std::string(words.remedy),
            std::string(words.remedy_en),
            refuses};
}

std::vector<RosterRow> read_rows(Reading const& reading) { return RowsReader(reading).run(); }

}  // namespace imports
