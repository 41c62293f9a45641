#include "features/people/roster_load.hpp"

#include "features/access/sight.hpp"

#include <boost/describe/class.hpp>

#include <algorithm>
#include <map>
#include <tuple>

namespace people {
namespace {

struct UnitRow {
    OrgUnitId id;
    std::string code, name, kind;
    std::optional<OrgUnitId> parent_id;
    std::string tags;
};
BOOST_DESCRIBE_STRUCT(UnitRow, (), (id, code, name, kind, parent_id, tags))

struct StaffRow {
    StaffId id;
    std::string staff_no, name, kana;
};
BOOST_DESCRIBE_STRUCT(StaffRow, (), (id, staff_no, name, kana))

struct PostRow {
    StaffId staff_id;
    OrgUnitId unit_id;
    PostingKind kind = PostingKind::primary;
    std::string rank;
    bool is_head = false;
};
BOOST_DESCRIBE_STRUCT(PostRow, (), (staff_id, unit_id, kind, rank, is_head))

struct EngagementRow {
    StaffId staff_id;
    std::string employment, occupation, recruitment;
    bool uses_pc = false, is_external = false;
};
BOOST_DESCRIBE_STRUCT(EngagementRow, (), (staff_id, employment, occupation, recruitment, uses_pc, is_external))

/// One word about one person: a system, a role, a course, a level.
struct WordRow {
    StaffId staff_id;
    std::string word;
};
BOOST_DESCRIBE_STRUCT(WordRow, (), (staff_id, word))

db::Sql const kUnits{R"(
    SELECT id, code, name, kind, parent_id, tags FROM org_unit
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1)
     ORDER BY sort, code, id)"};

// The statements below come in pairs: everybody, and one person. Half-open periods: valid_from <= day < valid_until.
// Of those who are to leave after $2 nobody learns it: for them everything goes on.
#define SQL_EMPLOYED \
    "merged_into IS NULL AND (left_on IS NULL OR left_on > $1 OR left_on > $2) AND (joined_on IS NULL OR joined_on <= $1)"
db::Sql const kAllStaff{"SELECT id, staff_no, name, kana FROM staff WHERE " SQL_EMPLOYED};
db::Sql const kOneStaff{"SELECT id, staff_no, name, kana FROM staff WHERE id = $3 AND " SQL_EMPLOYED};

#define SQL_POSTS "SELECT p.staff_id, p.unit_id, p.kind, p.rank, p.is_head FROM posting p WHERE" SQL_STANDS("p", "$1", "$2")
db::Sql const kAllPosts{SQL_POSTS};
db::Sql const kOnePosts{SQL_POSTS "AND p.staff_id = $3"};

#define SQL_ENGAGEMENTS                                                                                              \
    "SELECT e.staff_id, e.employment, e.occupation, e.recruitment, e.uses_pc, e.is_external FROM engagement e"       \
    " WHERE e.valid_from <= $1 AND (e.valid_until IS NULL OR e.valid_until > $1 OR (e.valid_until > $2 AND EXISTS (" \
    " SELECT 1 FROM staff s WHERE s.id = e.staff_id AND s.left_on = e.valid_until))) "
db::Sql const kAllEngagements{SQL_ENGAGEMENTS};
db::Sql const kOneEngagement{SQL_ENGAGEMENTS "AND e.staff_id = $3"};

db::Sql const kAllLeaves{R"(SELECT staff_id, kind AS word FROM leave_period
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1))"};
db::Sql const kOneLeave{R"(SELECT staff_id, kind AS word FROM leave_period
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1) AND staff_id = $2)"};

db::Sql const kAllSystems{R"(SELECT staff_id, system AS word FROM system_duty
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1))"};
db::Sql const kOneSystems{R"(SELECT staff_id, system AS word FROM system_duty
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1) AND staff_id = $2)"};

db::Sql const kAllRoles{R"(SELECT staff_id, role_code AS word FROM appointment
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1))"};
db::Sql const kOneRoles{R"(SELECT staff_id, role_code AS word FROM appointment
     WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until > $1) AND staff_id = $2)"};

db::Sql const kAllCourses{R"(SELECT staff_id, course_code AS word FROM completion WHERE completed_on <= $1)"};
db::Sql const kOneCourses{R"(SELECT staff_id, course_code AS word FROM completion WHERE completed_on <= $1 AND staff_id = $2)"};

db::Sql const kAllLevels{R"(SELECT staff_id, level_code AS word FROM level_certification
     WHERE certified_on <= $1 AND (valid_until IS NULL OR valid_until > $1) AND (revoked_on IS NULL OR revoked_on > $1))"};
db::Sql const kOneLevels{R"(SELECT staff_id, level_code AS word FROM level_certification
     WHERE certified_on <= $1 AND (valid_until IS NULL OR valid_until > $1) AND (revoked_on IS NULL OR revoked_on > $1) AND staff_id = $2)"};

Person blank(StaffRow const& row, Words& words)
{
    Person person;
    person.id = row.id;
    person.staff_no = words.of(row.staff_no);
    person.name = words.of(row.name);
    person.kana = words.of(row.kana);
    return person;
}

void take(Person& person, PostRow const& row, Roster& roster)
{
    Post const post{roster.tree.find(row.unit_id).value_or(kNowhere), roster.words.of(row.rank), row.kind, row.is_head};
    if (post.place == kNowhere) return;  // the unit has closed: the person's post there says nothing that day
    if (row.kind == PostingKind::primary) {
        person.posts.insert(person.posts.begin(), post);
    } else {
        person.posts.push_back(post);
    }
}

void take(Person& person, EngagementRow const& row, Roster& roster)
{
    person.employment = roster.words.of(row.employment);
    person.occupation = roster.words.of(row.occupation);
    person.recruitment = roster.words.of(row.recruitment);
    person.uses_pc = row.uses_pc;
    person.is_external = row.is_external;
}

void add_word(std::vector<Word>& words, Word word)
{
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

bool comes_before(Words const& words, Person const& a, Person const& b)
{
    if (a.place() != b.place()) return a.place() < b.place();
    if (a.kana != b.kana) return words.text(a.kana) < words.text(b.kana);
    return words.text(a.staff_no) < words.text(b.staff_no);
}

void put_in_order(Roster& roster)
{
    std::sort(roster.people.begin(), roster.people.end(),
              [&](Person const& a, Person const& b) { return comes_before(roster.words, a, b); });
    roster.row_of.clear();
    roster.row_of.reserve(roster.people.size());
    for (std::uint32_t row = 0; row < roster.people.size(); ++row) roster.row_of.emplace(roster.people[row].id.value, row);
}

}  // namespace

OrgTree load_tree(db::Tx& tx, Date on, Words& words)
{
    auto const rows = tx.all<UnitRow>(kUnits, on);
    std::map<std::int64_t, std::vector<UnitRow const*>> below;
    std::map<std::int64_t, bool> exists;
    for (auto const& row : rows) exists[row.id.value] = true;
    for (auto const& row : rows) {
        // A unit whose parent has closed stands at the top rather than vanish.
        auto const parent = row.parent_id && exists.contains(row.parent_id->value) ? row.parent_id->value : 0;
        below[parent].push_back(&row);
    }

    std::vector<TreeUnit> units;
    units.reserve(rows.size());
    auto const place_below = [&](auto&& self, std::int64_t parent_id, Place parent, std::uint16_t depth) -> void {
        for (auto const* row : below[parent_id]) {
            TreeUnit unit{.id = row->id,
                          .code = row->code,
                          .name = row->name,
                          .kind = row->kind,
                          .parent = parent,
                          .depth = depth,
                          .tags = {}};
            if (parent != kNowhere) unit.tags = units[parent].tags;
            for (std::size_t begin = 0; begin < row->tags.size();) {
                auto const end = std::min(row->tags.find(',', begin), row->tags.size());
                unit.tags.push_back(words.of(std::string_view{row->tags}.substr(begin, end - begin)));
                begin = end + 1;
            }
            units.push_back(std::move(unit));
            self(self, row->id.value, static_cast<Place>(units.size() - 1), static_cast<std::uint16_t>(depth + 1));
        }
    };
    place_below(place_below, 0, kNowhere, 0);
    return OrgTree{std::move(units)};
}

Roster load_roster(db::Tx& tx, Date on, Date announced_by)
{
    Roster roster;
    roster.on = on;
    roster.tree = load_tree(tx, on, roster.words);
    tx.each<StaffRow>(
        kAllStaff,
        [&](StaffRow const& row) {
            roster.row_of.emplace(row.id.value, static_cast<std::uint32_t>(roster.people.size()));
            roster.people.push_back(blank(row, roster.words));
        },
        on, announced_by);

    auto const person_of = [&](StaffId id) -> Person* {
        auto const row = roster.row_of.find(id.value);
        return row == roster.row_of.end() ? nullptr : &roster.people[row->second];
    };
    auto const fill = [&]<class Row>(Row const& row) {
        if (auto* person = person_of(row.staff_id)) take(*person, row, roster);
    };
    auto const fill_words = [&](std::vector<Word> Person::*words) {
        return [&, words](WordRow const& row) {
            if (auto* person = person_of(row.staff_id)) add_word(person->*words, roster.words.of(row.word));
        };
    };
    tx.each<PostRow>(kAllPosts, fill, on, announced_by);
    tx.each<EngagementRow>(kAllEngagements, fill, on, announced_by);
    tx.each<WordRow>(
        kAllLeaves,
        [&](WordRow const& row) {
            if (auto* person = person_of(row.staff_id)) person->on_leave = true;
        },
        on);
    tx.each<WordRow>(kAllSystems, fill_words(&Person::systems), on);
    tx.each<WordRow>(kAllRoles, fill_words(&Person::roles), on);
    tx.each<WordRow>(kAllCourses, fill_words(&Person::courses), on);
    tx.each<WordRow>(kAllLevels, fill_words(&Person::levels), on);

    std::erase_if(roster.people, [](Person const& person) { return person.posts.empty() && person.employment == 0; });
    put_in_order(roster);
    return roster;
}

std::optional<Person> load_person(db::Tx& tx, Roster& roster, StaffId id, Date announced_by)
{
    auto const staff = tx.maybe_one<StaffRow>(kOneStaff, roster.on, announced_by, id);
    if (!staff) return std::nullopt;
    auto person = blank(*staff, roster.words);
    auto const on = roster.on;
    for (auto const& row : tx.all<PostRow>(kOnePosts, on, announced_by, id)) take(person, row, roster);
    if (auto const row = tx.maybe_one<EngagementRow>(kOneEngagement, on, announced_by, id)) take(person, *row, roster);
    person.on_leave = !tx.all<WordRow>(kOneLeave, on, id).empty();
    auto const fill_words = [&](db::Sql const& sql, std::vector<Word>& words) {
        for (auto const& row : tx.all<WordRow>(sql, on, id)) add_word(words, roster.words.of(row.word));
    };
    fill_words(kOneSystems, person.systems);
    fill_words(kOneRoles, person.roles);
    fill_words(kOneCourses, person.courses);
    fill_words(kOneLevels, person.levels);
    if (person.posts.empty() && person.employment == 0) return std::nullopt;
    return person;
}

bool refresh(db::Tx& tx, Roster& roster, std::span<StaffId const> changed, Date announced_by)
{
    bool moved = false;
    for (auto const id : changed) {
        auto const row = roster.row_of.find(id.value);
        auto person = load_person(tx, roster, id, announced_by);
        if (row == roster.row_of.end()) {
            if (!person) continue;
            roster.people.push_back(std::move(*person));
            moved = true;
        } else if (!person) {
            roster.people.erase(roster.people.begin() + row->second);
            put_in_order(roster);  // rows shifted: later look-ups need the new ones
            moved = true;
        } else {
            auto& old = roster.people[row->second];
            moved = moved || old.place() != person->place() || old.kana != person->kana || old.staff_no != person->staff_no;
            old = std::move(*person);
        }
    }
    if (moved) put_in_order(roster);
    return moved;
}

}  // namespace people
