#include "features/training/outstanding.hpp"

#include "features/audit/audit.hpp"
#include "platform/core/refused.hpp"
#include "platform/db/database.hpp"

#include <algorithm>
#include <bit>

namespace training {
namespace {

struct SeatRow {
    CourseRunId run_id;
    std::string course_code;
    EnrolmentStatus status = EnrolmentStatus::applied;
    std::optional<std::string> starts_at;
};
BOOST_DESCRIBE_STRUCT(SeatRow, (), (run_id, course_code, status, starts_at))

db::Sql const kSeats{R"(
    SELECT e.run_id, r.course_code, e.status,
           (SELECT min(s.starts_at) FROM run_session s WHERE s.run_id = e.run_id) AS starts_at
      FROM enrolment e JOIN course_run r ON r.id = e.run_id
     WHERE e.staff_id = $1 AND r.fiscal_year = $2 AND e.status IN ('applied', 'accepted', 'waiting') ORDER BY e.id)"};

std::string english(plan::Course const& course) { return course.name_en.empty() ? course.name : course.name_en; }

/// Which duties and rows a question is about.
class Asked {
public:
    Asked(skills::GapIndex const& index, YearDuties const& duties, std::string const& course, std::optional<OrgUnitId> unit,
          people::Seeing const& seeing)
        : index_(index), duties_(duties), seeing_(seeing), last_(static_cast<std::uint32_t>(index.standings().size()))
    {
        if (!course.empty()) choose(course);
        if (!unit) return;
        auto const place = index.roster().tree.find(*unit);
        if (!place || !seeing.sees(*place)) throw Refused{Code::not_found};
        std::tie(first_, last_) = index.roster().rows_within(*place);
    }

    std::uint32_t first() const { return first_; }
    std::uint32_t last() const { return last_; }
    bool lacks(std::uint32_t row) const
    {
        auto const lacks = all_ ? duties_.outstanding(row) : duty_ && duties_.outstanding(*duty_, row);
        return lacks && (seeing_.city() || seeing_.sees(index_.roster().people[row]));
    }
    template <class F>
    void each_duty(F&& f) const
    {
        for (std::size_t i = 0; i < duties_.duties().size(); ++i) {
            if (all_ || duty_ == i) f(i);
        }
    }

private:
    void choose(std::string const& code)
    {
        auto const& courses = index_.plan().courses;
        auto const course = std::find_if(courses.begin(), courses.end(), [&](auto const& each) { return each.code == code; });
        if (course == courses.end()) throw Refused{Code::not_found};
        all_ = false;
        duty_ = duties_.of_course(static_cast<std::size_t>(course - courses.begin()));
    }

    skills::GapIndex const& index_;
    YearDuties const& duties_;
    people::Seeing const& seeing_;
    std::uint32_t first_ = 0, last_;
    bool all_ = true;
    std::optional<std::size_t> duty_;
};

OutstandingPerson person_of(db::Tx& tx, skills::GapIndex const& index, YearDuties const& duties, Asked const& asked,
                            std::uint32_t row, Date today)
{
    auto const& roster = index.roster();
    auto const& person = roster.people[row];
    OutstandingPerson line{person.id,
                           roster.words.text(person.staff_no),
                           roster.words.text(person.name),
                           person.place() == people::kNowhere ? "" : roster.tree.path(person.place()),
                           person.posts.empty() ? "" : roster.words.text(person.posts.front().rank),
                           {}};
    auto const seats = tx.all<SeatRow>(kSeats, person.id, duties.year());
    asked.each_duty([&](std::size_t i) {
        if (!duties.outstanding(i, row)) return;
        auto const& duty = duties.duties()[i];
        auto const& course = index.plan().courses[duty.course];
        OutstandingCourse lacking{course.code, course.name, english(course), duty.due, duty.due < today, {}, {}, {}};
        auto const seat =
            std::find_if(seats.begin(), seats.end(), [&](auto const& each) { return each.course_code == course.code; });
        if (seat != seats.end()) {
            lacking.run = seat->run_id;
            lacking.status = seat->status;
            lacking.starts_at = seat->starts_at;
        }
        line.courses.push_back(std::move(lacking));
    });
    return line;
}

void add_totals(OutstandingPage& page, skills::GapIndex const& index, YearDuties const& duties, Asked const& asked)
{
    asked.each_duty([&](std::size_t i) {
        auto const& duty = duties.duties()[i];
        auto const& course = index.plan().courses[duty.course];
        page.courses.push_back({course.code, course.name, english(course), duty.due, 0});
    });
    for (auto row = asked.first(); row < asked.last(); ++row) {
        if (!asked.lacks(row)) continue;
        ++page.total;
        std::size_t at = 0;
        asked.each_duty([&](std::size_t i) { page.courses[at++].people += duties.outstanding(i, row); });
    }
}

struct Exported {
    OutstandingExport query;
    std::size_t rows = 0;
};
BOOST_DESCRIBE_STRUCT(Exported, (), (query, rows))

using sheets::Cell;

/// The plain table obeys the rules for machine-readable data; for paper the area's columns become the title.
sheets::SheetOut sheet_of(db::Tx& tx, http::LongCall const& call, OutstandingExport const& query)
{
    auto const today = call.clock.today();
    auto const year = fiscal_year(today);
    auto const paper = query.format == people::ExportFormat::xlsx_pretty;
    auto const area = call.service<people::PlanWords>().area(tx, today);
    sheets::SheetOut sheet{.name = "未受講", .header = {}, .rows = {}, .pretty = paper, .title = {}};
    if (paper) sheet.title = area.name + " " + std::to_string(year) + "年度 未受講者一覧";
    if (!paper) sheet.header = {"全国地方公共団体コード", "地方公共団体名", "基準日", "年度"};
    for (auto const* name :
         {"職員番号", "氏名", "所属の階層", "職位", "研修コード", "研修名", "受講期限", "期限超過", "申込みの状態"})
        sheet.header.emplace_back(name);
    call.service<skills::Everybody>().ask(tx, today, today, [&](skills::GapIndex const& index) {
        auto const duties = call.service<Obligations>().of(tx, index, year);
        people::Seeing const seeing{tx, call.actor, today, index.roster(), Permission::export_data};
        Asked const asked{index, *duties, query.course, query.unit, seeing};
        for (auto row = asked.first(); row < asked.last(); ++row) {
            if (!asked.lacks(row)) continue;
            auto const person = person_of(tx, index, *duties, asked, row, today);
            for (auto const& course : person.courses) {
                std::vector<Cell> cells;
                if (!paper) {
                    cells = {Cell::of(area.code), Cell::of(area.name), Cell::of(today), Cell::of(static_cast<double>(year))};
                }
                auto const status = course.status ? word_of(*course.status) : std::string_view{};
                for (auto& cell : {Cell::of(person.staff_no), Cell::of(person.name), Cell::of(person.unit_path),
                                   Cell::of(person.rank), Cell::of(course.course), Cell::of(course.course_name),
                                   Cell::of(course.due), Cell::of(course.overdue ? 1.0 : 0.0), Cell::of(std::string(status))})
                    cells.push_back(cell);
                sheet.rows.push_back(std::move(cells));
            }
        }
        return true;
    });
    return sheet;
}

}  // namespace

json::object OutstandingQuery::limits(std::string_view member)
{
    if (member == "course") return {{"maxLength", 40}};
    if (member == "size") return {{"minimum", 1}, {"maximum", 500}};
    return {};
}

json::object OutstandingExport::limits(std::string_view member)
{
    if (member == "course") return {{"maxLength", 40}};
    return {};
}

OutstandingPage outstanding(http::Call const& call, OutstandingQuery const& query)
{
    auto const today = call.clock.today();
    return call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        OutstandingPage page;
        page.fiscal_year = fiscal_year(today);
        auto const duties = call.service<Obligations>().of(call.tx, index, page.fiscal_year);
        people::Seeing const seeing{call.tx, call.actor, today, index.roster()};
        Asked const asked{index, *duties, query.course, query.unit, seeing};
        add_totals(page, index, *duties, asked);
        auto row = asked.first();
        if (query.after) {
            auto const before = index.roster().row_of.find(query.after->value);
            if (before == index.roster().row_of.end()) throw Refused{Code::not_found};
            row = std::max(row, before->second + 1);
        }
        for (; row < asked.last(); ++row) {
            if (!asked.lacks(row)) continue;
            if (page.people.size() == static_cast<std::size_t>(query.size)) {
                page.next = page.people.back().staff;
                break;
            }
            page.people.push_back(person_of(call.tx, index, *duties, asked, row, today));
        }
        return page;
    });
}

std::vector<OutstandingPerson> outstanding_within(http::Call const& call, skills::GapIndex const& index, YearDuties const& duties,
                                                  people::Place place)
{
    auto const today = call.clock.today();
    people::Seeing const seeing{call.tx, call.actor, today, index.roster()};
    Asked const asked{index, duties, {}, index.roster().tree.at(place).id, seeing};
    std::vector<OutstandingPerson> people;
    for (auto row = asked.first(); row < asked.last(); ++row) {
        if (asked.lacks(row)) people.push_back(person_of(call.tx, index, duties, asked, row, today));
    }
    return people;
}

http::Download export_outstanding(http::LongCall const& call, OutstandingExport const& query)
{
    auto const sheet = call.database.read([&](db::Tx& tx) { return sheet_of(tx, call, query); });
    call.database.write([&](db::Tx& tx) {
        audit::record(tx, call.actor, call.clock.now(), "training.outstanding_exported", "staff", {},
                      Exported{query, sheet.rows.size()});
    });
    auto const name = "outstanding_" + to_iso(call.clock.today());
    switch (query.format) {
        case people::ExportFormat::csv:
            return {name + ".csv", "text/csv; charset=utf-8", people::as_csv(sheet, sheets::Encoding::utf8_bom).bytes};
        case people::ExportFormat::csv_cp932:
            return {name + "_sjis.csv", "text/csv; charset=Shift_JIS", people::as_csv(sheet, sheets::Encoding::cp932).bytes};
        case people::ExportFormat::xlsx:
        case people::ExportFormat::xlsx_pretty: break;
    }
    return {name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sheets::xlsx_bytes({sheet})};
}

}  // namespace training
