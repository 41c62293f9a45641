// How a test looks at what an import left.
#include "features/imports/import_test_city.hpp"
#include "features/imports/records.hpp"
#include "platform/db/migrate.hpp"
#include "platform/json/json.hpp"
#include "testing/ground.hpp"

namespace {

struct StaffSeen {
    StaffId id;
    std::string name, kana;
    std::optional<Date> joined_on, left_on;
};
BOOST_DESCRIBE_STRUCT(StaffSeen, (), (id, name, kana, joined_on, left_on))

struct PostSeen {
    OrgUnitId unit_id;
    std::string rank, title;
    bool is_head = false;
};
BOOST_DESCRIBE_STRUCT(PostSeen, (), (unit_id, rank, title, is_head))

struct UnitSeen {
    std::string name;
    std::optional<OrgUnitId> parent_id;
};
BOOST_DESCRIBE_STRUCT(UnitSeen, (), (name, parent_id))

struct PostingSeen {
    Date effective_on{};
    std::optional<Date> ended_on;
    OrgUnitId unit_id;
    std::string rank, kind;
    Date announced_on{};
};
BOOST_DESCRIBE_STRUCT(PostingSeen, (), (effective_on, ended_on, unit_id, rank, kind, announced_on))

db::Sql const kStaff{"SELECT id, name, kana, joined_on, left_on FROM staff WHERE staff_no = $1"};
db::Sql const kPost{R"(
    SELECT unit_id, rank, title, is_head FROM posting WHERE staff_id = $1 AND kind = 'primary' AND ended_on IS NULL)"};
db::Sql const kUnit{"SELECT name, parent_id FROM org_unit WHERE id = $1"};
db::Sql const kUsesPc{"SELECT uses_pc FROM engagement WHERE staff_id = $1 AND valid_until IS NULL"};
db::Sql const kPostings{R"(
    SELECT effective_on, ended_on, unit_id, rank, kind, announced_on FROM posting
     WHERE staff_id = (SELECT id FROM staff WHERE staff_no = $1)
     ORDER BY CASE WHEN kind = 'primary' THEN 0 ELSE 1 END, effective_on, id)"};
db::Sql const kEngagements{R"(
    SELECT valid_from AS "from", valid_until AS until, employment AS what, '' AS more FROM engagement
     WHERE staff_id = (SELECT id FROM staff WHERE staff_no = $1) ORDER BY valid_from)"};
db::Sql const kLeaves{R"(
    SELECT valid_from AS "from", valid_until AS until, kind AS what, '' AS more FROM leave_period
     WHERE staff_id = (SELECT id FROM staff WHERE staff_no = $1) ORDER BY valid_from)"};
db::Sql const kNumbers{R"(
    SELECT valid_from AS "from", valid_until AS until, staff_no AS what, '' AS more FROM staff_number
     WHERE staff_id = $1 ORDER BY valid_from)"};
db::Sql const kHeads{R"(
    SELECT staff_id FROM posting WHERE kind = 'primary' AND rank = '課長' AND effective_on <= $1
       AND (ended_on IS NULL OR ended_on > $1))"};
db::Sql const kAllUnits{R"(
    SELECT id, code, name, kind, parent_id, authority, tags, sort, valid_from, valid_until, succeeded_by FROM org_unit ORDER BY id)"};
db::Sql const kAllStaff{R"(
    SELECT id, staff_no, name, kana, former_name, legal_name, search_key, email, joined_on, left_on, merged_into, motivation,
           created_at FROM staff ORDER BY id)"};
db::Sql const kAllNumbers{"SELECT id, staff_no, staff_id, valid_from, valid_until FROM staff_number ORDER BY id"};
db::Sql const kAllEngagements{R"(
    SELECT id, staff_id, employment, occupation, recruitment, uses_pc, is_external, valid_from, valid_until
      FROM engagement ORDER BY id)"};
db::Sql const kAllPostings{R"(
    SELECT id, staff_id, unit_id, kind, rank, title, is_head, effective_on, ended_on, announced_on FROM posting ORDER BY id)"};
db::Sql const kAllLeaves{"SELECT id, staff_id, kind, valid_from, valid_until FROM leave_period ORDER BY id"};
db::Sql const kAllDuties{"SELECT id, staff_id, system, valid_from, valid_until FROM system_duty ORDER BY id"};

std::string path(db::Tx& tx, OrgUnitId unit)
{
    auto const seen = tx.one<UnitSeen>(kUnit, unit);
    return seen.parent_id ? path(tx, *seen.parent_id) + " " + seen.name : seen.name;
}

std::string spans(std::vector<Span> const& all, bool name_first = false)
{
    std::string text;
    for (auto const& span : all) {
        auto const days = to_iso(span.from) + ".." + (span.until ? to_iso(*span.until) : "");
        text += (text.empty() ? "" : "; ") + (name_first ? span.what + " " + days : days + " " + span.what);
    }
    return text;
}

}  // namespace

City::City() : plot(std::make_shared<testing_town::Plot>()), database(db::Database::open(plot->settings()))
{
    db::migrate(*database);
    files::make_folder(folder);
}

PersonSeen City::person(std::string const& staff_no)
{
    return database->read([&](db::Tx& tx) {
        auto const staff = tx.one<StaffSeen>(kStaff, staff_no);
        PersonSeen seen{staff.id, staff.name, staff.kana, staff.joined_on, staff.left_on, {}, {}, {}, false, false};
        if (auto const post = tx.maybe_one<PostSeen>(kPost, staff.id)) {
            seen.unit_path = path(tx, post->unit_id);
            seen.rank = post->rank;
            seen.title = post->title;
            seen.is_head = post->is_head;
        }
        seen.uses_pc = tx.maybe_one<bool>(kUsesPc, staff.id).value_or(false);
        return seen;
    });
}

std::int64_t City::count(std::string const& table)
{
    std::string const text = "SELECT count(*) FROM " + table;
    db::Sql const kept{text.c_str()};
    return database->read([&](db::Tx& tx) { return tx.one<std::int64_t>(kept); });
}

std::string City::everything()
{
    return database->read([&](db::Tx& tx) {
        using namespace imports;
        return json::write(tx.all<UnitRecord>(kAllUnits)) + json::write(tx.all<StaffRecord>(kAllStaff)) +
               json::write(tx.all<NumberRecord>(kAllNumbers)) + json::write(tx.all<EngagementRecord>(kAllEngagements)) +
               json::write(tx.all<PostingRecord>(kAllPostings)) + json::write(tx.all<LeaveRecord>(kAllLeaves)) +
               json::write(tx.all<DutyRecord>(kAllDuties));
    });
}

std::string City::postings(std::string const& staff_no)
{
    return database->read([&](db::Tx& tx) {
        std::vector<Span> all;
        for (auto const& seen : tx.all<PostingSeen>(kPostings, staff_no))
            all.push_back({seen.effective_on,
                           seen.ended_on,
                           path(tx, seen.unit_id) + " " + seen.rank + (seen.kind == "primary" ? "" : " " + seen.kind),
                           {}});
        return spans(all);
    });
}

std::string City::announced(std::string const& staff_no)
{
    return database->read([&](db::Tx& tx) {
        std::string days;
        for (auto const& seen : tx.all<PostingSeen>(kPostings, staff_no))
            days += (days.empty() ? "" : " ") + to_iso(seen.announced_on);
        return days;
    });
}

std::string City::engagements(std::string const& staff_no)
{
    return spans(database->read([&](db::Tx& tx) { return tx.all<Span>(kEngagements, staff_no); }));
}

std::string City::leaves(std::string const& staff_no)
{
    return spans(database->read([&](db::Tx& tx) { return tx.all<Span>(kLeaves, staff_no); }));
}

std::string City::numbers(StaffId staff)
{
    return spans(database->read([&](db::Tx& tx) { return tx.all<Span>(kNumbers, staff); }), true);
}

imports::Memberships HeadsWatch::now(db::Tx& tx, Date on)
{
    imports::Memberships memberships{{{"M", "管理職"}}, {}};
    for (auto const staff : tx.all<StaffId>(kHeads, on)) memberships.members.emplace_back(staff, 0);
    return memberships;
}
