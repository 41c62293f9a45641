#include "features/practice/claims.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/plan/versions.hpp"
#include "features/practice/rules.hpp"
#include "features/skills/evidence.hpp"
#include "platform/text/fold.hpp"

#include <algorithm>

namespace practice {
namespace {

struct Row {
    ClaimId id;
    StaffId staff_id;
    std::string staff_no, name, unit_name;
    Kind kind = Kind::improvement_case;
    std::int64_t source_id = 0;
    std::string title, url;
    Date done_on{};
    std::string skill_code, note;
    Status status = Status::waiting;
    std::string word, decided_by;
    std::optional<Instant> decided_at;
    Instant created_at{};
    std::optional<EvidenceId> evidence_id;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, staff_id, staff_no, name, unit_name, kind, source_id, title, url, done_on, skill_code, note, status,
                       word, decided_by, decided_at, created_at, evidence_id))

// Evidence that was withdrawn elsewhere takes its claim with it.
#define SQL_STATUS "CASE WHEN e.withdrawn_at IS NOT NULL THEN 'withdrawn' ELSE c.status END"
#define SQL_CLAIM                                                                                                 \
    "SELECT c.id, c.staff_id, s.staff_no, s.name,"                                                                \
    " COALESCE((SELECT u.name FROM posting p JOIN org_unit u ON u.id = p.unit_id WHERE p.staff_id = c.staff_id"   \
    "            AND p.kind = 'primary' AND p.effective_on <= $3 AND p.announced_on <= $3"                        \
    "            AND (p.ended_on IS NULL OR p.ended_on > $3) LIMIT 1), '') AS unit_name,"                         \
    " c.kind, c.source_id, c.title, c.url, c.done_on, c.skill_code, c.note, " SQL_STATUS                          \
    " AS status, c.word, COALESCE(da.display_name, '') AS decided_by, c.decided_at, c.created_at, c.evidence_id"  \
    " FROM practice_claim c JOIN staff s ON s.id = c.staff_id LEFT JOIN skill_evidence e ON e.id = c.evidence_id" \
    " LEFT JOIN account da ON da.id = c.decided_by WHERE"

db::Sql const kList{SQL_SIGHT SQL_CLAIM SQL_SEES("c.staff_id") R"(
    AND (CAST($5 AS INTEGER) = 0 OR c.staff_id = $5) AND ($6 = '' OR c.kind = $6) AND (CAST($7 AS INTEGER) < 0 OR c.source_id = $7)
    AND ($8 = '' OR )" SQL_STATUS R"( = $8) ORDER BY c.id DESC LIMIT 500)"};
// What waits is decided by somebody else than the person, as confirm_skills reaches.
db::Sql const kToDecide{SQL_SIGHT SQL_CLAIM SQL_WITHIN("c.staff_id") R"(
    AND c.status = 'waiting' AND c.staff_id <> CAST($5 AS INTEGER) ORDER BY c.id DESC LIMIT 500)"};
db::Sql const kOne{SQL_SIGHT SQL_CLAIM SQL_SEES("c.staff_id") "AND c.id = $5"};

db::Sql const kSettle{R"(
    UPDATE practice_claim SET status = 'withdrawn' WHERE staff_id = $1 AND status = 'confirmed' AND evidence_id IN (
        SELECT id FROM skill_evidence WHERE staff_id = $1 AND withdrawn_at IS NOT NULL))"};
db::Sql const kThere{R"(
    SELECT id FROM practice_claim WHERE staff_id = $1 AND kind = $2 AND source_id = $3 AND project = $4 AND skill_code = $5
       AND status IN ('waiting', 'confirmed'))"};
db::Sql const kAdd{R"(
    INSERT INTO practice_claim (staff_id, skill_code, kind, source_id, project, title, url, done_on, note, status, created_at,
                                created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10, $11) RETURNING id)"};
db::Sql const kDecide{R"(
    UPDATE practice_claim SET status = $2, word = $3, decided_at = $4, decided_by = $5, evidence_id = $6 WHERE id = $1)"};
db::Sql const kWithdraw{"UPDATE practice_claim SET status = 'withdrawn' WHERE id = $1"};

db::Sql const kCountToDecide{SQL_SIGHT "SELECT count(*) FROM practice_claim c WHERE" SQL_WITHIN(
    "c.staff_id") "AND c.status = 'waiting' AND c.staff_id <> CAST($5 AS INTEGER)"};
db::Sql const kCountReturned{R"(
    SELECT count(*) FROM practice_claim c WHERE c.staff_id = $1 AND c.status = 'returned' AND c.decided_at >= $2
       AND NOT EXISTS (SELECT 1 FROM practice_claim again WHERE again.staff_id = c.staff_id AND again.kind = c.kind
                          AND again.source_id = c.source_id AND again.project = c.project
                          AND again.skill_code = c.skill_code AND again.id > c.id))"};

constexpr auto kReturnedFor = std::chrono::days{30};

Refused wrong(std::string pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

/// A city without a plan in force has no rule, and no skills.
std::shared_ptr<plan::Plan const> plan_today(http::Call const& call)
{
    static auto const none = std::make_shared<plan::Plan const>();
    auto const versioned = call.service<plan::Library>().maybe_in_force(call.tx, call.clock.today());
    return versioned ? std::shared_ptr<plan::Plan const>{versioned, &versioned->plan} : none;
}

/// Never by one's own hand.
bool may_decide(http::Call const& call, StaffId staff)
{
    auto const today = call.clock.today();
    return call.actor.staff != staff &&
           accounts::within(call.tx, accounts::sight(call.actor, Permission::confirm_skills, today, today), staff);
}

Claim shown(http::Call const& call, plan::Plan const& plan, Row row)
{
    auto const own = call.actor.staff == row.staff_id;
    auto const open = row.status == Status::waiting || row.status == Status::returned;
    auto const decidable = row.status == Status::waiting || row.status == Status::confirmed;
    auto const* skill = find_skill(plan, row.skill_code);
    return {row.id,
            row.staff_id,
            std::move(row.staff_no),
            std::move(row.name),
            std::move(row.unit_name),
            row.kind,
            row.source_id,
            std::move(row.title),
            std::move(row.url),
            row.done_on,
            row.skill_code,
            skill ? skill->name : row.skill_code,
            skill ? (skill->name_en.empty() ? skill->name : skill->name_en) : row.skill_code,
            std::move(row.note),
            row.status,
            std::move(row.word),
            std::move(row.decided_by),
            row.decided_at,
            row.created_at,
            own && open,
            decidable && may_decide(call, row.staff_id)};
}

Row row_of(http::Call const& call, ClaimId id)
{
    auto const sight = accounts::sight(call.actor, call.clock.today(), call.clock.today());
    auto row = call.tx.maybe_one<Row>(kOne, sight.account, sight.roles, sight.today, sight.on, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

Claim one(http::Call const& call, ClaimId id) { return shown(call, *plan_today(call), row_of(call, id)); }

Row decidable(http::Call const& call, ClaimId id)
{
    auto row = row_of(call, id);
    if (!may_decide(call, row.staff_id)) throw Refused{Code::not_allowed};
    return row;
}

std::string project_key(Source const& source) { return source.id == 0 ? text::fold(source.title) : std::string{}; }

/// The thing as its own room tells it; a project as the person tells it.
Source told(http::Call const& call, NewClaims const& asked)
{
    if (asked.kind != Kind::project) {
        auto found = call.service<Sources>().find(call, asked.kind, asked.id);
        if (!found) throw Refused{Code::not_found};
        return *std::move(found);
    }
    if (asked.id != 0) throw Refused{Code::not_found};
    if (asked.title.empty()) throw wrong("/title", "取組の名称を書いてください。", "Name the project.");
    if (!asked.on) throw wrong("/on", "取り組んだ日を書いてください。", "Give the day.");
    return {Kind::project, 0, asked.title, {}, *asked.on};
}

}  // namespace

json::object NewClaims::limits(std::string_view member)
{
    if (member == "title") return {{"maxLength", 200}};
    if (member == "skills") return {{"minItems", 1}, {"maxItems", 20}};
    if (member == "note") return {{"maxLength", 2000}};
    if (member == "id") return {{"minimum", 0}};
    return {};
}
json::object Word::limits(std::string_view) { return {{"maxLength", 500}}; }
json::object ReturnWord::limits(std::string_view) { return {{"minLength", 1}, {"maxLength", 500}}; }

Claim claim(http::Call const& call, Source const& source, std::string_view skill, std::string_view note)
{
    auto const plan = plan_today(call);
    if (!call.actor.staff || !can_show(*plan, source.kind, skill)) throw Refused{Code::not_eligible};
    if (source.on > call.clock.today()) throw wrong("/on", "今日までの日付にしてください。", "Give a day not later than today.");
    call.tx.run(kSettle, *call.actor.staff);
    auto const project = project_key(source);
    if (call.tx.maybe_one<ClaimId>(kThere, *call.actor.staff, source.kind, source.id, project, skill))
        throw Refused{Code::already_exists};
    ClaimId const id{call.tx.insert(kAdd, *call.actor.staff, skill, source.kind, source.id, project, source.title, source.url,
                                    source.on, note, call.clock.now(), call.actor.account)};
    auto made = shown(call, *plan, row_of(call, id));
    audit::record(call.tx, call.actor, call.clock.now(), "practice.claimed", "practice_claim", id, made);
    return made;
}

bool offers(http::Call const& call, Kind kind) { return !rules_for(*plan_today(call), kind).empty(); }

Claims make_claims(http::Call const& call, NewClaims const& asked)
{
    auto const source = told(call, asked);
    Claims made;
    for (auto const& skill : asked.skills) made.claims.push_back(claim(call, source, skill, asked.note));
    return made;
}

Claims claims(http::Call const& call, ClaimQuery const& query)
{
    auto const today = call.clock.today();
    auto const plan = plan_today(call);
    auto const name = [](auto const& value) { return value ? boost::describe::enum_to_string(*value, "") : ""; };
    std::vector<Row> rows;
    if (query.to_decide) {
        auto const sight = accounts::sight(call.actor, Permission::confirm_skills, today, today);
        rows =
            call.tx.all<Row>(kToDecide, sight.account, sight.roles, sight.today, sight.on, call.actor.staff.value_or(StaffId{}));
    } else {
        auto const sight = accounts::sight(call.actor, today, today);
        rows = call.tx.all<Row>(kList, sight.account, sight.roles, sight.today, sight.on, query.staff.value_or(StaffId{}),
                                name(query.kind), query.source.value_or(-1), name(query.status));
    }
    Claims list;
    for (auto& row : rows) list.claims.push_back(shown(call, *plan, std::move(row)));
    return list;
}

Claims claims_of(http::Call const& call, Kind kind, std::int64_t source)
{
    return claims(call, {.kind = kind, .source = source});
}

Claim confirm_claim(http::Call const& call, ClaimId id, Word const& word)
{
    auto const row = decidable(call, id);
    if (row.status != Status::waiting) throw Refused{Code::wrong_status};
    auto const plan = plan_today(call);
    if (!find_skill(*plan, row.skill_code)) throw Refused{Code::not_eligible};
    auto const proof =
        skills::add_evidence(call.tx, call.actor, *plan, row.staff_id, row.skill_code,
                             {evidence_kind(row.kind), true, row.done_on, {}, row.title, row.note}, call.clock, row.url);
    call.tx.run(kDecide, id, Status::confirmed, word.word, call.clock.now(), call.actor.account, proof.id);
    audit::record(call.tx, call.actor, call.clock.now(), "practice.confirmed", "practice_claim", id, word);
    return one(call, id);
}

Claim return_claim(http::Call const& call, ClaimId id, ReturnWord const& word)
{
    auto const row = decidable(call, id);
    if (row.status != Status::waiting && row.status != Status::confirmed) throw Refused{Code::wrong_status};
    if (row.evidence_id) skills::take_back_evidence(call.tx, call.actor, *row.evidence_id, call.clock);
    call.tx.run(kDecide, id, Status::returned, word.word, call.clock.now(), call.actor.account, std::optional<EvidenceId>{});
    audit::record(call.tx, call.actor, call.clock.now(), "practice.returned", "practice_claim", id, word);
    return one(call, id);
}

Claim withdraw_claim(http::Call const& call, ClaimId id)
{
    auto const row = row_of(call, id);
    if (call.actor.staff != row.staff_id) throw Refused{Code::not_allowed};
    if (row.status != Status::waiting && row.status != Status::returned) throw Refused{Code::wrong_status};
    call.tx.run(kWithdraw, id);
    audit::record(call.tx, call.actor, call.clock.now(), "practice.withdrawn", "practice_claim", id);
    return one(call, id);
}

Waiting waiting_for(http::Call const& call)
{
    auto const today = call.clock.today();
    Waiting waiting;
    if (call.actor.staff) {
        waiting.returned = call.tx.one<std::int64_t>(kCountReturned, *call.actor.staff, call.clock.now() - kReturnedFor);
    }
    auto const sight = accounts::sight(call.actor, Permission::confirm_skills, today, today);
    if (!may(call.actor, Permission::confirm_skills)) return waiting;
    waiting.to_decide = call.tx.one<std::int64_t>(kCountToDecide, sight.account, sight.roles, sight.today, sight.on,
                                                  call.actor.staff.value_or(StaffId{}));
    return waiting;
}

}  // namespace practice
