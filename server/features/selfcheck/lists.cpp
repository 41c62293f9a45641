#include "features/selfcheck/lists.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/selfcheck/sections.hpp"

#include <algorithm>

namespace selfcheck {
namespace {

constexpr int kUsualDays = 30;

#define SQL_CHECK "SELECT id, fiscal_year, status, opens_on, closes_on, document, revision FROM selfcheck "
db::Sql const kAll{SQL_CHECK "ORDER BY fiscal_year DESC"};
db::Sql const kOne{SQL_CHECK "WHERE id = $1"};
db::Sql const kBefore{SQL_CHECK "WHERE fiscal_year < $1 AND status <> 'draft' ORDER BY fiscal_year DESC LIMIT 1"};
db::Sql const kOfYear{"SELECT id FROM selfcheck WHERE fiscal_year = $1"};
db::Sql const kInsert{R"(
    INSERT INTO selfcheck (fiscal_year, status, opens_on, closes_on, document, created_at, created_by)
    VALUES ($1, 'draft', $2, $3, $4, $5, $6) RETURNING id)"};
db::Sql const kSave{R"(
    UPDATE selfcheck SET opens_on = $3, closes_on = $4, document = $5, revision = revision + 1
     WHERE id = $1 AND revision = $2 AND status = 'draft')"};
db::Sql const kOpen{"UPDATE selfcheck SET status = 'open', opened_at = $2, revision = revision + 1 WHERE id = $1"};
db::Sql const kClose{"UPDATE selfcheck SET status = 'closed', closed_at = $2, revision = revision + 1 WHERE id = $1"};
db::Sql const kLastDay{"UPDATE selfcheck SET closes_on = $2, status = 'open', revision = revision + 1 WHERE id = $1"};
db::Sql const kDelete{"DELETE FROM selfcheck WHERE id = $1"};

struct SectionLine {
    SelfcheckId selfcheck_id;
    OrgUnitId unit_id;
    std::string name;
    int sort = 0;
};
BOOST_DESCRIBE_STRUCT(SectionLine, (), (selfcheck_id, unit_id, name, sort))
db::Sql const kUnits{"SELECT unit_id FROM selfcheck_section WHERE selfcheck_id = $1 ORDER BY sort"};
db::Sql const kMine{R"(
    SELECT s.unit_id AS unit, s.name AS unit_name, CASE WHEN s.submitted_at IS NULL THEN 0 ELSE 1 END AS submitted,
           (SELECT count(*) FROM selfcheck_answer a WHERE a.selfcheck_id = s.selfcheck_id AND a.unit_id = s.unit_id) AS answered,
           (SELECT count(*) FROM selfcheck_remedy r
             WHERE r.selfcheck_id = s.selfcheck_id AND r.unit_id = s.unit_id AND r.status = 'open') AS open_remedies,
           (SELECT count(*) FROM selfcheck_remedy r
             WHERE r.selfcheck_id = s.selfcheck_id AND r.unit_id = s.unit_id AND r.status = 'open' AND r.due < $3) AS overdue_remedies
      FROM selfcheck_section s WHERE s.selfcheck_id = $1 AND s.unit_id = $2)"};

struct Counts {
    std::int64_t sections = 0, submitted = 0, open_remedies = 0, overdue_remedies = 0;
};
BOOST_DESCRIBE_STRUCT(Counts, (), (sections, submitted, open_remedies, overdue_remedies))
db::Sql const kCounts{R"(
    SELECT (SELECT count(*) FROM selfcheck_section WHERE selfcheck_id = $1) AS sections,
           (SELECT count(*) FROM selfcheck_section WHERE selfcheck_id = $1 AND submitted_at IS NOT NULL) AS submitted,
           (SELECT count(*) FROM selfcheck_remedy WHERE selfcheck_id = $1 AND status = 'open') AS open_remedies,
           (SELECT count(*) FROM selfcheck_remedy WHERE selfcheck_id = $1 AND status = 'open' AND due < $2) AS overdue_remedies)"};

CheckRow draft_of(db::Tx& tx, SelfcheckId id)
{
    auto row = check_row(tx, id);
    if (row.status != CheckStatus::draft)
        throw Refused{Code::wrong_status,
                      {"始めた点検の項目は変えられません。次の年度の点検表で直してください。",
                       "The items of a check that has begun do not change. Change them for the next year."}};
    return row;
}

CheckRow begun(db::Tx& tx, SelfcheckId id)
{
    auto row = check_row(tx, id);
    if (row.status == CheckStatus::draft)
        throw Refused{Code::wrong_status, {"まだ始めていない点検です。", "This check has not begun."}};
    return row;
}

std::vector<Problem> problems_of(CheckRow const& row, Checklist const& list, Date today)
{
    auto problems = problems_of(list);
    if (row.closes_on < row.opens_on)
        problems.push_back({"/closes_on", "最終日は、始まる日より後にしてください。", "The last day comes after the first."});
    if (row.closes_on < today) problems.push_back({"/closes_on", "最終日が過ぎています。", "The last day is over already."});
    return problems;
}

std::vector<AskedSection> sections_today(http::Call const& call)
{
    auto const today = call.clock.today();
    return call.service<skills::Everybody>().ask(call.tx, today, today,
                                                 [](skills::GapIndex const& index) { return sections_of_day(index); });
}

CheckDetail shown(http::Call const& call, SelfcheckId id)
{
    auto const row = check_row(call.tx, id);
    CheckDetail detail{summary_of(call, row), json::read_stored<Checklist>(row.document), {}, 0};
    if (row.status == CheckStatus::draft) {
        detail.problems = problems_of(row, detail.list, call.clock.today());
        detail.sections_today = static_cast<std::int64_t>(sections_today(call).size());
    }
    return detail;
}

std::vector<MyCheckSection> mine_of(http::Call const& call, CheckRow const& row, Reach const& reach)
{
    std::vector<MyCheckSection> mine;
    for (auto const unit : call.tx.all<OrgUnitId>(kUnits, row.id))
        if (reach.holds(unit)) mine.push_back(call.tx.one<MyCheckSection>(kMine, row.id, unit, call.clock.today()));
    return mine;
}

Checklist beginning_of(db::Tx& tx, CheckStart const& start)
{
    if (start.from == CheckFrom::shipped) return shipped();
    if (start.from == CheckFrom::previous) {
        auto const before = tx.maybe_one<CheckRow>(kBefore, start.fiscal_year);
        if (!before) throw Refused{Code::not_found, {"前の年度の点検がありません。", "There is no check of an earlier year."}};
        return json::read_stored<Checklist>(before->document);
    }
    Checklist list;
    list.title = "セキュリティ自己点検";
    list.title_en = "Security self-check";
    return list;
}

}  // namespace

json::object CheckStart::limits(std::string_view member)
{
    if (member == "fiscal_year") return {{"minimum", 2000}, {"maximum", 2100}};
    return {};
}

CheckRow check_row(db::Tx& tx, SelfcheckId id)
{
    auto row = tx.maybe_one<CheckRow>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

std::optional<CheckRow> check_before(db::Tx& tx, CheckRow const& row) { return tx.maybe_one<CheckRow>(kBefore, row.fiscal_year); }

CheckStatus status_on(CheckRow const& row, Date today)
{
    if (row.status != CheckStatus::open) return row.status;
    if (today < row.opens_on) return CheckStatus::waiting;
    return today > row.closes_on ? CheckStatus::closed : CheckStatus::open;
}

CheckSummary summary_of(http::Call const& call, CheckRow const& row)
{
    auto const list = json::read_stored<Checklist>(row.document);
    CheckSummary summary{row.id,
                         row.fiscal_year,
                         list.title,
                         list.title_en,
                         status_on(row, call.clock.today()),
                         row.opens_on,
                         row.closes_on,
                         row.revision,
                         static_cast<std::int64_t>(list.items.size())};
    if (!sees_table(call)) return summary;
    auto const counts = call.tx.one<Counts>(kCounts, row.id, call.clock.today());
    summary.sections = counts.sections;
    summary.submitted = counts.submitted;
    summary.open_remedies = counts.open_remedies;
    summary.overdue_remedies = counts.overdue_remedies;
    return summary;
}

bool manages(http::Call const& call)
{
    return accounts::reaches_city(call.actor, Permission::manage_improvement, call.clock.today());
}

void must_manage(http::Call const& call)
{
    if (!manages(call)) throw Refused{Code::not_allowed};
}

bool sees_table(http::Call const& call) { return may(call.actor, Permission::see_statistics); }

CheckYears check_years(http::Call const& call)
{
    CheckYears years;
    years.may_manage = manages(call);
    years.may_see_table = sees_table(call);
    Reach const reach{call};
    if (reach.nowhere() && !years.may_manage && !years.may_see_table) return years;
    auto const present = fiscal_year(call.clock.today());
    auto draft = false, has_present = false;
    for (auto const& row : call.tx.all<CheckRow>(kAll)) {
        draft = draft || row.status == CheckStatus::draft;
        has_present = has_present || row.fiscal_year >= present;
        if (row.status == CheckStatus::draft && !years.may_manage) continue;
        years.years.push_back({summary_of(call, row), mine_of(call, row, reach)});
    }
    if (years.may_manage && !draft) years.next_year = has_present ? years.years.front().summary.fiscal_year + 1 : present;
    return years;
}

CheckDetail check_detail(http::Call const& call, SelfcheckId id)
{
    auto const row = check_row(call.tx, id);
    auto const seen = manages(call) || (row.status != CheckStatus::draft && (sees_table(call) || !Reach{call}.nowhere()));
    if (!seen) throw Refused{Code::not_found};
    return shown(call, id);
}

CheckDetail start_check(http::Call const& call, CheckStart const& start)
{
    must_manage(call);
    if (call.tx.maybe_one<SelfcheckId>(kOfYear, start.fiscal_year))
        throw Refused{Code::already_exists, {"この年度の点検はもうあります。", "There is a check of that fiscal year already."}};
    auto const list = beginning_of(call.tx, start);
    auto const from = std::max(call.clock.today(), first_day_of_fiscal_year(start.fiscal_year));
    SelfcheckId const id{call.tx.insert(kInsert, start.fiscal_year, from, add_days(from, kUsualDays), json::write(list),
                                        call.clock.now(), call.actor.account)};
    audit::record(call.tx, call.actor, call.clock.now(), "selfcheck.begun", "selfcheck", id, start);
    return shown(call, id);
}

CheckDetail save_check(http::Call const& call, SelfcheckId id, CheckDraft const& draft)
{
    must_manage(call);
    draft_of(call.tx, id);
    if (call.tx.run(kSave, id, draft.revision, draft.opens_on, draft.closes_on, json::write(draft.list)) == 0)
        throw Refused{Code::changed_meanwhile};
    audit::record(call.tx, call.actor, call.clock.now(), "selfcheck.saved", "selfcheck", id);
    return shown(call, id);
}

void discard_check(http::Call const& call, SelfcheckId id)
{
    must_manage(call);
    draft_of(call.tx, id);
    call.tx.run(kDelete, id);
    audit::record(call.tx, call.actor, call.clock.now(), "selfcheck.discarded", "selfcheck", id);
}

CheckDetail open_check(http::Call const& call, SelfcheckId id)
{
    must_manage(call);
    auto const row = draft_of(call.tx, id);
    auto const problems = problems_of(row, json::read_stored<Checklist>(row.document), call.clock.today());
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, problems};
    std::vector<SectionLine> lines;
    for (auto& section : sections_today(call))
        lines.push_back({id, section.unit, std::move(section.name), static_cast<int>(lines.size())});
    if (lines.empty()) throw Refused{Code::conflict, {"点検する所属がありません。", "There is no section that could be asked."}};
    auto const& names = db::member_names<SectionLine>();
    call.tx.insert_many<SectionLine>("selfcheck_section", {names.begin(), names.end()}, lines);
    call.tx.run(kOpen, id, call.clock.now());
    audit::record(call.tx, call.actor, call.clock.now(), "selfcheck.opened", "selfcheck", id);
    return shown(call, id);
}

CheckDetail move_check_last_day(http::Call const& call, SelfcheckId id, CheckLastDay const& input)
{
    must_manage(call);
    auto const row = begun(call.tx, id);
    if (input.closes_on < std::max(row.opens_on, call.clock.today()))
        throw Refused{Code::invalid_input,
                      {},
                      {{"/closes_on", "最終日は、今日より後にしてください。", "The last day may not lie before today."}}};
    call.tx.run(kLastDay, id, input.closes_on);
    audit::record(call.tx, call.actor, call.clock.now(), "selfcheck.last_day_moved", "selfcheck", id, input);
    return shown(call, id);
}

CheckDetail close_check(http::Call const& call, SelfcheckId id)
{
    must_manage(call);
    if (status_on(begun(call.tx, id), call.clock.today()) == CheckStatus::closed) throw Refused{Code::wrong_status};
    call.tx.run(kClose, id, call.clock.now());
    audit::record(call.tx, call.actor, call.clock.now(), "selfcheck.closed", "selfcheck", id);
    return shown(call, id);
}

}  // namespace selfcheck
