#include "features/training/roll_file.hpp"

#include "features/audit/audit.hpp"
#include "platform/core/refused.hpp"
#include "platform/db/database.hpp"
#include "platform/sheets/header.hpp"
#include "platform/text/fold.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace training {
namespace {

enum class Column : std::size_t { staff_no, name, starts_at, mark, reason };
constexpr std::size_t kColumns = 5;
struct ColumnNames {
    Column column;
    std::string_view label;
    std::span<std::string_view const> names;
    bool required;
};
constexpr std::string_view kStaffNo[] = {"職員番号", "職員コード", "職員No", "職員No.", "staff_no"};
constexpr std::string_view kName[] = {"氏名", "職員氏名", "名前", "name"};
constexpr std::string_view kStarts[] = {"開始日時", "開始", "日程", "日時", "受講日", "starts_at"};
constexpr std::string_view kMark[] = {"出欠", "出欠区分", "出席状況", "mark"};  // not 出席: that is what stands in the cells
constexpr std::string_view kReason[] = {"欠席・遅刻の理由", "理由", "欠席理由", "備考", "reason"};
constexpr ColumnNames kNames[] = {{Column::staff_no, "職員番号", kStaffNo, true},
                                  {Column::name, "氏名", kName, false},
                                  {Column::starts_at, "開始日時", kStarts, false},
                                  {Column::mark, "出欠", kMark, true},
                                  {Column::reason, "欠席・遅刻の理由", kReason, false}};
static_assert(std::size(kNames) == kColumns);

constexpr std::size_t kLongestReason = 300;  // characters, as in the grid

struct Word {
    std::string_view word;
    Presence mark;
};
constexpr Word kWords[] = {{"出席", Presence::present}, {"出", Presence::present}, {"○", Presence::present},
                           {"◯", Presence::present},    {"〇", Presence::present}, {"present", Presence::present},
                           {"遅刻", Presence::late},    {"遅参", Presence::late},  {"遅", Presence::late},
                           {"△", Presence::late},       {"late", Presence::late},  {"欠席", Presence::absent},
                           {"欠", Presence::absent},    {"×", Presence::absent},   {"absent", Presence::absent}};

std::string_view word_of(Presence mark) { return mark == Presence::present ? "出席" : mark == Presence::late ? "遅刻" : "欠席"; }

std::optional<Presence> mark_of(std::string_view given)
{
    auto const folded = text::fold(given);
    for (auto const& word : kWords)
        if (text::fold(word.word) == folded) return word.mark;
    return std::nullopt;
}

/// "2026-07-01T10:00" as "2026-07-01 10:00", and back from whatever a spreadsheet makes of it: "2026/7/1 10:00:00".
std::string shown_minute(std::string minute)
{
    std::replace(minute.begin(), minute.end(), 'T', ' ');
    return minute;
}
std::string minute_of(std::string_view given)
{
    unsigned parts[5] = {};
    std::size_t found = 0;
    for (auto const* at = given.data(); at < given.data() + given.size() && found < 5;) {
        auto const [end, error] = std::from_chars(at, given.data() + given.size(), parts[found]);
        if (error != std::errc{}) {
            ++at;
            continue;
        }
        ++found;
        at = end;
    }
    if (found != 3 && found != 5) return {};
    char text[32];
    auto const size = found == 5 ? std::snprintf(text, sizeof text, "%04u-%02u-%02uT%02u:%02u", parts[0], parts[1], parts[2],
                                                 parts[3], parts[4])
                                 : std::snprintf(text, sizeof text, "%04u-%02u-%02u", parts[0], parts[1], parts[2]);
    return {text, static_cast<std::size_t>(size)};
}

bool seated(Enrolment const& row) { return holds_seat(row.status); }

std::optional<AttendanceMark> marked(Enrolment const& row, RunSessionId session)
{
    auto const found =
        std::find_if(row.attendance.begin(), row.attendance.end(), [&](auto const& each) { return each.session == session; });
    return found == row.attendance.end() ? std::nullopt : std::optional{*found};
}

using sheets::Cell;

sheets::SheetOut sheet_of(db::Tx& tx, http::LongCall const& c, CourseRunId id)
{
    auto& words = c.service<people::PlanWords>();
    auto const held = run(tx, c.actor, words, id, c.clock);
    sheets::SheetOut sheet{.name = "出欠", .header = {}, .rows = {}, .pretty = false, .title = {}};
    for (auto const* column : {"職員番号", "氏名", "所属", "開始日時", "終了日時", "場所", "出欠", "欠席・遅刻の理由"})
        sheet.header.emplace_back(column);
    auto const list = enrolments(tx, c.actor, words, id, c.clock);
    for (auto const& session : held.sessions) {
        for (auto const& row : list.enrolments) {
            if (!seated(row)) continue;
            auto const has = marked(row, session.id);
            sheet.rows.push_back({Cell::of(row.staff_no), Cell::of(row.name), Cell::of(row.unit_name),
                                  Cell::of(shown_minute(session.starts_at)), Cell::of(shown_minute(session.ends_at)),
                                  Cell::of(session.place), Cell::of(std::string(has ? word_of(has->mark) : "")),
                                  Cell::of(has ? has->reason : "")});
        }
    }
    return sheet;
}

struct RollExported {
    RollQuery query;
    std::size_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(RollExported, (), (query, rows))

sheets::Header header_of(sheets::Sheet const& sheet)
{
    std::vector<std::string_view> names;
    for (auto const& column : kNames) names.insert(names.end(), column.names.begin(), column.names.end());
    if (auto found = sheets::find_header(sheet, names)) return *std::move(found);
    throw Refused{Code::unreadable_file,
                  {"見出しの行が見つかりません。「職員番号」「開始日時」「出欠」の列を用意してください。",
                   "No header row was found. The table needs the columns staff_no, starts_at and mark."}};
}

/// Reads the rows of one file and says of each why it cannot be taken.
class RollReader {
public:
    RollReader(Run const& held, std::vector<Enrolment> const& list, sheets::Workbook const& book, std::string now)
        : run_(held), sheet_(book.first_visible()), header_(header_of(sheet_)), now_(std::move(now))
    {
        for (auto const& row : list)
            if (seated(row)) people_.emplace(row.staff_no, &row);
        for (auto const& column : kNames) columns_[index_of(column.column)] = place_of(column);
    }

    RollReport read()
    {
        RollReport report;
        for (auto i = header_.first_data_row(); i < sheet_.rows.size(); ++i) {
            if (sheet_.rows[i].blank()) continue;
            row_ = &sheet_.rows[i];
            problems_.clear();
            auto const change = mark();
            if (!problems_.empty())
                report.refused.push_back({line(), text(Column::staff_no), text(Column::name), problems_});
            else if (change)
                report.marks.push_back(*change);
            else
                ++report.unchanged;
        }
        return report;
    }

private:
    static std::size_t index_of(Column column) { return static_cast<std::size_t>(column); }
    std::optional<std::size_t> place_of(ColumnNames const& column) const
    {
        for (auto const name : column.names)
            for (std::size_t i = 0; i < header_.names.size(); ++i)
                if (sheets::column_key(header_.names[i]) == sheets::column_key(name)) return i;
        if (column.required)
            throw Refused{Code::unreadable_file,
                          {"「" + std::string(column.label) + "」の列が見つかりません。見出しを確かめてください。",
                           "There is no column " + std::string(column.names.back()) + ". Check the header."}};
        return std::nullopt;
    }

    std::int64_t line() const { return static_cast<std::int64_t>(row_->line); }
    std::string text(Column column) const
    {
        auto const place = columns_[index_of(column)];
        return place ? std::string(text::trim(row_->text(*place))) : "";
    }
    void refuse(Column column, std::string ja, std::string en, std::string remedy, std::string remedy_en)
    {
        auto const place = columns_[index_of(column)].value_or(0);
        problems_.push_back({header_.names[place], row_->text(place), std::move(ja), std::move(en), std::move(remedy),
                             std::move(remedy_en), true});
    }

    /// What the row changes; nothing when it says nothing new.
    std::optional<RollMark> mark()
    {
        auto const given = text(Column::mark);
        if (given.empty()) return std::nullopt;
        auto const* person = participant();
        auto const* session = held_session();
        auto const said = mark_of(given);
        auto const why = text(Column::reason);
        if (!said)
            refuse(Column::mark, "出欠の書き方がわかりません。", "This is no mark.",
                   "「出席」「遅刻」「欠席」のどれかにしてください。", "Write present, late or absent.");
        if (text::display_width(why) > 2 * kLongestReason)
            refuse(Column::reason, "理由が長すぎます。", "The reason is too long.", "300文字までにしてください。",
                   "Use at most 300 characters.");
        if (!person || !session || !problems_.empty()) return std::nullopt;
        if (!seen_.insert({person->staff, session->id}).second) {
            refuse(Column::staff_no, "同じ職員・日程の行がほかにもあります。", "Another row names the same person and session.",
                   "1行だけにしてください。", "Leave one.");
            return std::nullopt;
        }
        auto const before = marked(*person, session->id);
        if (before && before->mark == *said && before->reason == why) return std::nullopt;
        return RollMark{line(), person->staff, person->staff_no, person->name, session->id, session->starts_at, *said, why};
    }

    Enrolment const* participant()
    {
        auto const found = people_.find(text::to_half_width(text(Column::staff_no)));
        if (found == people_.end()) {
            refuse(Column::staff_no, "この開催の受講者ではありません。", "This person has no seat in the run.",
                   "職員番号の先頭の0が落ちていないか、別の開催の表でないかを確かめてください。",
                   "Check leading zeros, and that the table is of this run.");
            return nullptr;
        }
        return found->second;
    }

    RunSession const* held_session()
    {
        auto const wanted = minute_of(text(Column::starts_at));
        RunSession const* only = nullptr;
        for (auto const& session : run_.sessions) {
            auto const is_it = text(Column::starts_at).empty() ? run_.sessions.size() == 1
                                                               : !wanted.empty() && session.starts_at.starts_with(wanted);
            if (!is_it) continue;
            if (only) return refuse_session("同じ日に日程が複数あります。", "There are several sessions on this day.");
            only = &session;
        }
        if (!only) return refuse_session("この開催にない日程です。", "The run has no such session.");
        if (only->starts_at > now_) return refuse_session("まだ始まっていない日程です。", "The session has not begun.");
        return only;
    }
    RunSession const* refuse_session(std::string ja, std::string en)
    {
        refuse(Column::starts_at, std::move(ja), std::move(en), "開始日時を 2026-07-01 10:00 のように書いてください。",
               "Write the start as 2026-07-01 10:00.");
        return nullptr;
    }

    Run const& run_;
    sheets::Sheet const& sheet_;
    sheets::Header header_;
    std::string now_;
    std::map<std::string, Enrolment const*> people_;
    std::optional<std::size_t> columns_[kColumns];
    std::set<std::pair<StaffId, RunSessionId>> seen_;
    sheets::Row const* row_ = nullptr;
    std::vector<imports::RowProblem> problems_;
};

std::vector<Problem> problems_of(std::vector<RefusedMark> const& refused)
{
    std::vector<Problem> problems;
    for (auto const& row : refused)
        for (auto const& cell : row.problems)
            problems.push_back({"row " + std::to_string(row.line) + ", column " + cell.column, cell.problem + cell.remedy,
                                cell.problem_en + " " + cell.remedy_en});
    return problems;
}

}  // namespace

json::object RollDecision::limits(std::string_view member)
{
    if (member == "name") return {{"maxLength", 200}};
    return {};
}

http::Download export_roll(http::LongCall const& c, RollQuery const& query)
{
    auto const id = c.path<CourseRunId>(0);
    auto const sheet = c.database.read([&](db::Tx& tx) { return sheet_of(tx, c, id); });
    c.database.write([&](db::Tx& tx) {
        audit::record(tx, c.actor, c.clock.now(), "training.roll_exported", "course_run", id,
                      RollExported{query, sheet.rows.size()});
    });
    return people::as_download("attendance_" + std::to_string(id.value), query.format, {sheet});
}

RollReport take_roll(db::Tx& tx, Actor const& actor, people::PlanWords& words, CourseRunId id, std::filesystem::path const& file,
                     RollDecision const& decision, Clock const& clock)
{
    auto const held = run(tx, actor, words, id, clock);
    auto const list = enrolments(tx, actor, words, id, clock);
    auto const book = sheets::read_table_file(file);
    auto report = RollReader{held, list.enrolments, book, local_minute(clock)}.read();
    if (decision.check) return report;
    if (!report.refused.empty()) throw Refused{Code::rows_refused, {}, problems_of(report.refused)};
    std::map<RunSessionId, AttendanceInput> by_session;
    for (auto const& change : report.marks) {
        auto& input = by_session[change.session];
        input.session = change.session;
        input.marks.push_back({change.staff, change.mark, change.reason});
    }
    for (auto const& [session, input] : by_session) mark_attendance(tx, actor, id, input, clock);
    report.recorded = true;
    return report;
}

}  // namespace training
