#include "features/levels/prior_learning.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/people/records.hpp"
#include "platform/sheets/header.hpp"
#include "platform/text/fold.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <set>

namespace levels {
namespace {

enum class Field { staff_no, name, certified_on, basis };

constexpr std::string_view kStaffNo[] = {"職員番号", "職員コード", "職員No", "職員No.", "職員ID", "社員番号", "staff_no"};
constexpr std::string_view kName[] = {"氏名", "職員氏名", "名前", "職員名", "name"};
constexpr std::string_view kDay[] = {"認定日", "認定年月日", "修了日", "修了年月日", "受講日", "年月日", "日付", "certified_on"};
constexpr std::string_view kBasis[] = {"根拠", "認定の根拠", "認定根拠", "理由", "研修名", "受講した研修", "basis"};
constexpr std::size_t kLongestBasis = 500;  // characters, as in the dialog

struct FieldNames {
    Field field;
    std::string_view label;
    std::span<std::string_view const> names;
    bool required;
};
constexpr FieldNames kFields[] = {{Field::staff_no, "職員番号", kStaffNo, true},
                                  {Field::name, "氏名", kName, false},
                                  {Field::certified_on, "認定日", kDay, true},
                                  {Field::basis, "根拠", kBasis, true}};

struct Known {
    std::string staff_no, name, former_name, legal_name;
    std::optional<Date> left_on;
};
BOOST_DESCRIBE_STRUCT(Known, (), (staff_no, name, former_name, legal_name, left_on))
db::Sql const kKnown{"SELECT staff_no, name, former_name, legal_name, left_on FROM staff WHERE id = $1"};

struct Summary {
    std::string level;
    std::size_t people = 0;
    std::optional<std::string> file, basis_no;
};
BOOST_DESCRIBE_STRUCT(Summary, (), (level, people, file, basis_no))

using Reason = Judge::Reason;

sheets::Header header_of(sheets::Sheet const& sheet)
{
    std::vector<std::string_view> names;
    for (auto const& field : kFields) names.insert(names.end(), field.names.begin(), field.names.end());
    auto found = sheets::find_header(sheet, names);
    if (!found)
        throw Refused{Code::unreadable_file,
                      {"見出しの行が見つかりません。「職員番号」「認定日」「根拠」の列を用意してください。",
                       "No header row was found. The table needs the columns staff_no, certified_on and basis."}};
    return *std::move(found);
}

/// One column of the file, found by its name.
std::optional<std::size_t> column_of(sheets::Header const& header, FieldNames const& field)
{
    for (auto const name : field.names) {
        for (std::size_t i = 0; i < header.names.size(); ++i)
            if (sheets::column_key(header.names[i]) == sheets::column_key(name)) return i;
    }
    if (field.required)
        throw Refused{Code::unreadable_file,
                      {"「" + std::string(field.label) + "」の列が見つかりません。見出しを確かめてください。",
                       "There is no column " + std::string(field.names.back()) + ". Check the header."}};
    return std::nullopt;
}

/// Reads the rows of one file and says of each why it cannot be taken.
class Reader {
public:
    Reader(db::Tx& tx, Actor const& actor, plan::Plan const& plan, plan::Level const& level, sheets::Workbook const& book,
           Clock const& clock)
        : tx_(tx),
          actor_(actor),
          plan_(plan),
          level_(level),
          book_(book),
          sheet_(book.first_visible()),
          clock_(clock),
          header_(header_of(sheet_))
    {
        for (auto const& field : kFields) columns_[static_cast<std::size_t>(field.field)] = column_of(header_, field);
    }

    PriorReport report()
    {
        PriorReport report{level_.code, level_.name, level_.name_en, {}, {}, false};
        for (auto i = header_.first_data_row(); i < sheet_.rows.size(); ++i) {
            if (sheet_.rows[i].blank()) continue;
            row_ = &sheet_.rows[i];
            refused_.clear();
            undecodable(i);
            auto row = read();
            if (refused_.empty())
                report.rows.push_back(std::move(row));
            else
                report.refused.insert(report.refused.end(), refused_.begin(), refused_.end());
        }
        return report;
    }

    Judge const& judge(Date on) { return judges_.try_emplace(on, tx_, plan_, level_, on).first->second; }

private:
    std::string text(Field field) const
    {
        auto const column = columns_[static_cast<std::size_t>(field)];
        return column ? std::string(text::trim(row_->text(*column))) : "";
    }

    void refuse(Field field, std::string ja, std::string en)
    {
        auto const column = columns_[static_cast<std::size_t>(field)].value_or(0);
        refused_.push_back(
            {static_cast<std::int64_t>(row_->line), header_.names[column], row_->text(column), std::move(ja), std::move(en)});
    }

    PriorRow read()
    {
        PriorRow row;
        row.line = static_cast<std::int64_t>(row_->line);
        row.staff_no = text::to_half_width(text(Field::staff_no));
        row.basis = text(Field::basis);
        auto const staff = person(row.staff_no);
        auto const day = certified_on();
        if (row.basis.empty()) refuse(Field::basis, "根拠を入力してください。", "State the basis.");
        if (text::display_width(row.basis) > 2 * kLongestBasis)
            refuse(Field::basis, "根拠は500文字までにしてください。", "A basis has at most 500 characters.");
        if (!staff || !day) return row;
        row.staff = *staff;
        row.certified_on = *day;
        fits(row);
        return row;
    }

    std::optional<StaffId> person(std::string const& number)
    {
        if (number.empty()) {
            refuse(Field::staff_no, "職員番号を入力してください。", "Give the staff number.");
            return std::nullopt;
        }
        auto const found = people::find_by_number(tx_, number);
        auto const today = clock_.today();
        auto const sight = accounts::sight(actor_, Permission::level_certify, today, today);
        if (!found || !(sight.city() || accounts::within(tx_, sight, *found))) {
            refuse(Field::staff_no, "この番号の職員が見つかりません。先頭の0が落ちていないか確かめてください。",
                   "Nobody has this number. Check that leading zeros were not lost.");
            return std::nullopt;
        }
        return found;
    }

    std::optional<Date> certified_on()
    {
        auto const column = *columns_[static_cast<std::size_t>(Field::certified_on)];
        auto const day = sheets::read_date(row_->cell(column), book_.serial_base);
        if (!day) {
            refuse(Field::certified_on, day.reason().ja, day.reason().en);
            return std::nullopt;
        }
        if (*day > clock_.today()) {
            refuse(Field::certified_on, "認定日は今日までの日にしてください。", "The day of certification cannot lie ahead.");
            return std::nullopt;
        }
        return *day;
    }

    void fits(PriorRow& row)
    {
        auto const known = tx_.one<Known>(kKnown, row.staff);
        row.name = known.name;
        if (auto const given = text(Field::name); !given.empty() && !is_called(known, given))
            refuse(Field::name, "この番号の職員は" + known.name + "です。番号か氏名を確かめてください。",
                   "This number belongs to " + known.name + ". Check the number or the name.");
        if (!seen_.insert(row.staff).second)
            refuse(Field::staff_no, "同じ職員の行がほかにもあります。", "Another row names the same person.");
        if (auto const reason = judge(row.certified_on).against(row.staff, known.left_on, Ground::prior))
            refuse(Field::certified_on, reason->ja, "The person " + reason->en);
    }

    static bool is_called(Known const& known, std::string const& given)
    {
        auto const folded = text::fold(given);
        return folded == text::fold(known.name) || folded == text::fold(known.legal_name) ||
               (!known.former_name.empty() && folded.starts_with(text::fold(known.former_name)));
    }

    void undecodable(std::size_t index)
    {
        for (auto const& bad : book_.undecodable) {
            if (bad.row != index) continue;
            for (auto const& field : kFields) {
                if (columns_[static_cast<std::size_t>(field.field)] == bad.column)
                    refuse(field.field, "読み取れない文字があります。文字コードを確かめてください。",
                           "Holds bytes that are no character; check the encoding.");
            }
        }
    }

    db::Tx& tx_;
    Actor const& actor_;
    plan::Plan const& plan_;
    plan::Level const& level_;
    sheets::Workbook const& book_;
    sheets::Sheet const& sheet_;
    Clock const& clock_;
    sheets::Header header_;
    std::optional<std::size_t> columns_[std::size(kFields)];
    std::map<Date, Judge> judges_;
    std::set<StaffId> seen_;
    sheets::Row const* row_ = nullptr;
    std::vector<RefusedCell> refused_;
};

std::vector<Problem> problems_of(std::vector<RefusedCell> const& refused)
{
    std::vector<Problem> problems;
    for (auto const& cell : refused)
        problems.push_back({"row " + std::to_string(cell.line) + ", column " + cell.column, cell.reason, cell.reason_en});
    return problems;
}

void must_be_decided(PriorDecision const& decision)
{
    std::vector<Problem> problems;
    if (text::trim(decision.basis_no.value_or("")).empty())
        problems.push_back({"/basis_no", "決裁番号を入力してください。", "Give the number of the decision."});
    if (!decision.basis_on) problems.push_back({"/basis_on", "決裁日を入力してください。", "Give the day of the decision."});
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, std::move(problems)};
}

}  // namespace

json::object PriorDecision::limits(std::string_view member)
{
    if (member == "name") return {{"maxLength", 200}};
    if (member == "basis_no") return {{"maxLength", 100}};
    return {};
}

PriorReport take_prior_learning(db::Tx& tx, Actor const& actor, plan::Plan const& plan, std::string const& code,
                                std::filesystem::path const& file, PriorDecision const& decision, Clock const& clock)
{
    auto const* const level = find_level(plan, code);
    if (!level) throw Refused{Code::not_found};
    if (!decision.check) must_be_decided(decision);
    auto const book = sheets::read_table_file(file);
    Reader reader{tx, actor, plan, *level, book, clock};
    auto report = reader.report();
    if (report.rows.empty() && report.refused.empty())
        throw Refused{Code::unreadable_file, {"見出しの下に行がありません。", "There is no row below the header."}};
    if (decision.check) return report;
    if (!report.refused.empty()) throw Refused{Code::rows_refused, {}, problems_of(report.refused)};

    for (auto const& row : report.rows) {
        auto evidence = reader.judge(row.certified_on).evidence(row.staff);
        write_certification(tx, plan, code,
                            {row.staff,
                             Ground::prior,
                             row.certified_on,
                             {},
                             row.basis,
                             *decision.basis_no,
                             decision.basis_on,
                             std::move(evidence)},
                            actor, clock);
    }
    audit::record(tx, actor, clock.now(), "levels.prior_learning_taken", "level_certification", {},
                  Summary{code, report.rows.size(), decision.name, decision.basis_no});
    report.recorded = true;
    return report;
}

}  // namespace levels
