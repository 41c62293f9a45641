// Whole people at once, table by table: what the demo generator and an import write.
#include "features/people/changes.hpp"
#include "features/people/names.hpp"
#include "features/people/records.hpp"

#include <unordered_map>

namespace people {
namespace {

struct StaffLine {
    std::string staff_no, name, kana, former_name, legal_name, search_key, email;
    std::optional<Date> joined_on, left_on;
    std::string motivation;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(StaffLine, (),
                      (staff_no, name, kana, former_name, legal_name, search_key, email, joined_on, left_on, motivation,
                       created_at))

struct NumberLine {
    std::string staff_no;
    StaffId staff_id;
    Date valid_from;
};
BOOST_DESCRIBE_STRUCT(NumberLine, (), (staff_no, staff_id, valid_from))

struct EngagementLine : Engagement {
    StaffId staff_id;
};
BOOST_DESCRIBE_STRUCT(EngagementLine, (Engagement), (staff_id))

struct PostingLine : Posting {
    StaffId staff_id;
    OrgUnitId unit_id;
};
BOOST_DESCRIBE_STRUCT(PostingLine, (Posting), (staff_id, unit_id))

struct LeaveLine : LeavePeriod {
    StaffId staff_id;
};
BOOST_DESCRIBE_STRUCT(LeaveLine, (LeavePeriod), (staff_id))

struct SystemLine : SystemDuty {
    StaffId staff_id;
};
BOOST_DESCRIBE_STRUCT(SystemLine, (SystemDuty), (staff_id))

struct Numbered {
    StaffId id;
    std::string staff_no;
};
BOOST_DESCRIBE_STRUCT(Numbered, (), (id, staff_no))

db::Sql const kLastStaff{"SELECT max(id) FROM staff"};
db::Sql const kStaffSince{"SELECT id, staff_no FROM staff WHERE id > $1"};

/// Beyond this many people one word to the indexes says it all.
constexpr std::size_t kMostNamed = 200;

StaffLine line_of(NewPerson const& person, Instant now)
{
    auto key = search_key({person.kana, person.staff_no, person.name, person.former_name, person.legal_name});
    return {person.staff_no,   person.name,       person.kana,  person.former_name,
            person.legal_name, std::move(key),    person.email, person.joined_on,
            person.left_on,    person.motivation, now};
}

std::vector<StaffId> write_staff(db::Tx& tx, std::span<NewPerson const> people, Instant now)
{
    std::vector<StaffLine> lines;
    lines.reserve(people.size());
    for (auto const& person : people) lines.push_back(line_of(person, now));
    auto const before = tx.one<std::optional<StaffId>>(kLastStaff).value_or(StaffId{});
    tx.insert_many<StaffLine>("staff",
                              {"staff_no", "name", "kana", "former_name", "legal_name", "search_key", "email", "joined_on",
                               "left_on", "motivation", "created_at"},
                              lines);
    std::unordered_map<std::string, StaffId> made;
    tx.each<Numbered>(
        kStaffSince, [&](Numbered const& row) { made.emplace(row.staff_no, row.id); }, before);
    std::vector<StaffId> ids;
    ids.reserve(people.size());
    for (auto const& person : people) ids.push_back(made.at(person.staff_no));
    return ids;
}

Date first_day(NewPerson const& person, Instant now)
{
    if (person.joined_on) return *person.joined_on;
    if (!person.engagements.empty()) return person.engagements.front().valid_from;
    return Date{std::chrono::floor<std::chrono::days>(now)};
}

template <class Line, class Fact>
std::vector<Line> lines_of(std::span<NewPerson const> people, std::vector<StaffId> const& ids,
                           std::vector<Fact> NewPerson::*facts)
{
    std::vector<Line> lines;
    for (std::size_t i = 0; i < people.size(); ++i) {
        for (auto const& fact : people[i].*facts) {
            auto& line = lines.emplace_back();
            static_cast<Fact&>(line) = fact;
            line.staff_id = ids[i];
        }
    }
    return lines;
}

}  // namespace

std::vector<StaffId> insert_staff(db::Tx& tx, std::span<NewPerson const> people, Instant now)
{
    auto ids = write_staff(tx, people, now);

    std::vector<NumberLine> numbers;
    numbers.reserve(people.size());
    for (std::size_t i = 0; i < people.size(); ++i) numbers.push_back({people[i].staff_no, ids[i], first_day(people[i], now)});
    tx.insert_many<NumberLine>("staff_number", {"staff_no", "staff_id", "valid_from"}, numbers);

    auto const engagements = lines_of<EngagementLine>(people, ids, &NewPerson::engagements);
    tx.insert_many<EngagementLine>(
        "engagement",
        {"staff_id", "employment", "occupation", "recruitment", "uses_pc", "is_external", "valid_from", "valid_until"},
        engagements);

    auto postings = lines_of<PostingLine>(people, ids, &NewPerson::postings);
    for (auto& line : postings) line.unit_id = line.unit;
    tx.insert_many<PostingLine>(
        "posting", {"staff_id", "unit_id", "kind", "rank", "title", "is_head", "effective_on", "ended_on", "announced_on"},
        postings);

    auto const leaves = lines_of<LeaveLine>(people, ids, &NewPerson::leaves);
    tx.insert_many<LeaveLine>("leave_period", {"staff_id", "kind", "valid_from", "valid_until"}, leaves);

    auto const systems = lines_of<SystemLine>(people, ids, &NewPerson::systems);
    tx.insert_many<SystemLine>("system_duty", {"staff_id", "system", "valid_from", "valid_until"}, systems);

    if (ids.size() > kMostNamed) {
        note_change_of_all(tx);
    } else {
        for (auto const id : ids) note_change(tx, id);
    }
    return ids;
}

}  // namespace people
