#include "features/people/profile.hpp"

#include "features/access/sight.hpp"
#include "platform/core/refused.hpp"

#include <map>

namespace people {
namespace {

struct Record {
    StaffId id;
    std::string staff_no, name, kana, former_name, legal_name, email;
    std::optional<Date> joined_on, left_on;
    std::string motivation;
    std::optional<StaffId> merged_into;
};
BOOST_DESCRIBE_STRUCT(Record, (),
                      (id, staff_no, name, kana, former_name, legal_name, email, joined_on, left_on, motivation, merged_into))

struct PostingRow {
    PostingId id;
    OrgUnitId unit_id;
    PostingKind kind = PostingKind::primary;
    std::string rank, title;
    bool is_head = false;
    Date effective_on;
    std::optional<Date> ended_on;
    Date announced_on;
};
BOOST_DESCRIBE_STRUCT(PostingRow, (), (id, unit_id, kind, rank, title, is_head, effective_on, ended_on, announced_on))

struct UnitRow {
    OrgUnitId id;
    std::string name;
    std::optional<OrgUnitId> parent_id;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (id, name, parent_id))

db::Sql const kRecord{R"(
    SELECT id, staff_no, name, kana, former_name, legal_name, email, joined_on, left_on, motivation, merged_into FROM staff WHERE id = $1)"};
db::Sql const kCard{SQL_SIGHT
                    "SELECT id, staff_no, name, kana, former_name, email FROM staff WHERE id = $5 AND " SQL_SEES("staff.id")};
db::Sql const kNumbers{R"(
    SELECT staff_no FROM staff_number WHERE staff_id = $1 ORDER BY staff_no = $2 DESC, valid_from DESC, staff_no)"};
db::Sql const kEngagement{R"(
    SELECT employment, occupation, recruitment, uses_pc, is_external, valid_from FROM engagement
     WHERE staff_id = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2) ORDER BY valid_from DESC LIMIT 1)"};
db::Sql const kPostings{R"(
    SELECT id, unit_id, kind, rank, title, is_head, effective_on, ended_on, announced_on FROM posting
     WHERE staff_id = $1 ORDER BY effective_on DESC, kind, id)"};
db::Sql const kUnitsAbove{R"(
    WITH RECURSIVE line (id, name, parent_id) AS (
        SELECT u.id, u.name, u.parent_id FROM org_unit u JOIN posting p ON p.unit_id = u.id WHERE p.staff_id = $1
        UNION SELECT u.id, u.name, u.parent_id FROM org_unit u JOIN line ON u.id = line.parent_id)
    SELECT id, name, parent_id FROM line)"};
db::Sql const kLeaves{"SELECT id, kind, valid_from, valid_until FROM leave_period WHERE staff_id = $1 ORDER BY valid_from DESC"};
db::Sql const kSystems{
    "SELECT id, system, valid_from, valid_until FROM system_duty WHERE staff_id = $1 ORDER BY valid_from DESC, system"};
db::Sql const kLooks{R"(
    SELECT x.at, COALESCE(a.display_name, x.actor) AS actor FROM audit x LEFT JOIN account a ON a.id = x.account_id
     WHERE x.subject_kind = 'staff' AND x.subject_id = $1 AND x.action = 'record.looked_at' ORDER BY x.seq DESC LIMIT 20)"};

using UnitsById = std::map<std::int64_t, UnitRow>;

std::string path_of(UnitsById const& units, OrgUnitId id)
{
    std::string path;
    for (auto unit = units.find(id.value); unit != units.end();) {
        path = unit->second.name + (path.empty() ? "" : " ") + path;
        unit = unit->second.parent_id ? units.find(unit->second.parent_id->value) : units.end();
    }
    return path;
}

bool in_force(PostingRow const& row, Date day) { return row.effective_on <= day && (!row.ended_on || *row.ended_on > day); }

/// Whether the end that lies ahead may be told: a posting that follows it is announced, or everything is.
bool end_is_told(PostingRow const& row, std::vector<PostingRow> const& all, Date announced, Date today)
{
    if (!row.ended_on || *row.ended_on <= today || announced == kAnnouncedOrNot) return true;
    return std::any_of(all.begin(), all.end(), [&](PostingRow const& next) {
        return next.kind == row.kind && next.effective_on >= *row.ended_on && next.announced_on <= announced;
    });
}

Record record_of(db::Tx& tx, StaffId id)
{
    auto record = tx.maybe_one<Record>(kRecord, id);
    if (!record) throw Refused{Code::not_found};
    return *std::move(record);
}

}  // namespace

std::vector<PostingLine> postings_of(db::Tx& tx, StaffId staff, Date announced, Date today)
{
    UnitsById units;
    tx.each<UnitRow>(
        kUnitsAbove, [&](UnitRow row) { units.emplace(row.id.value, std::move(row)); }, staff);
    auto const rows = tx.all<PostingRow>(kPostings, staff);
    std::vector<PostingLine> lines;
    for (auto const& row : rows) {
        if (row.announced_on > announced && !in_force(row, today)) continue;
        PostingLine line;
        line.id = row.id;
        line.unit = row.unit_id;
        line.unit_name = units.at(row.unit_id.value).name;
        line.unit_path = path_of(units, row.unit_id);
        line.kind = row.kind;
        line.rank = row.rank;
        line.title = row.title;
        line.is_head = row.is_head;
        line.effective_on = row.effective_on;
        if (end_is_told(row, rows, announced, today)) line.ended_on = row.ended_on;
        line.announced_on = row.announced_on;
        lines.push_back(std::move(line));
    }
    return lines;
}

StaffCard card(db::Tx& tx, Actor const& actor, StaffId id, Date today)
{
    auto const sight = accounts::sight(actor, today, today);
    auto const row = tx.maybe_one<StaffCard>(kCard, sight.account, sight.roles, sight.today, sight.on, id);
    if (!row) throw Refused{Code::not_found};
    return *row;
}

StaffId living(db::Tx& tx, StaffId id)
{
    while (auto const into = record_of(tx, id).merged_into) id = *into;
    return id;
}

Profile shared_profile(db::Tx& tx, PlanWords& words, StaffId id, Date on, Date announced, Date today)
{
    auto record = record_of(tx, id);
    Profile page;
    page.id = record.id;
    page.staff_no = record.staff_no;
    page.numbers = tx.all<std::string>(kNumbers, record.id, record.staff_no);
    page.name = std::move(record.name);
    page.kana = std::move(record.kana);
    page.former_name = std::move(record.former_name);
    page.legal_name = std::move(record.legal_name);
    page.email = std::move(record.email);
    page.joined_on = record.joined_on;
    page.motivation = std::move(record.motivation);
    if (record.left_on && (*record.left_on <= today || announced == kAnnouncedOrNot)) page.left_on = record.left_on;
    page.engagement = tx.maybe_one<CurrentEngagement>(kEngagement, record.id, on);
    page.postings = postings_of(tx, record.id, announced, today);
    page.leaves = tx.all<LeaveLine>(kLeaves, record.id);
    page.systems = tx.all<SystemLine>(kSystems, record.id);
    page.appointments = appointments_of(tx, words, record.id, on);
    page.history = history_of(tx, words, page, on);
    return page;
}

void add_readers(db::Tx& tx, Actor const& actor, Profile& page, Date today)
{
    page.visible_to = viewers_of(tx, page.id, today);
    if (actor.staff == page.id || may(actor, Permission::read_audit)) page.looked = tx.all<Look>(kLooks, page.id);
}

Profile profile(db::Tx& tx, Actor const& actor, PlanWords& words, StaffId id, Date on, Clock const& clock)
{
    auto const today = clock.today();
    id = living(tx, id);
    accounts::must_see(tx, actor, id, today, on);
    auto page = shared_profile(tx, words, id, on, announced_by(actor, today), today);
    add_readers(tx, actor, page, today);
    return page;
}

}  // namespace people
