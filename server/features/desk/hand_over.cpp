#include "features/desk/hand_over.hpp"

#include "features/audit/audit.hpp"
#include "features/desk/guiding.hpp"
#include "features/desk/steps.hpp"
#include "features/people/teams.hpp"

#include <algorithm>

namespace desk {
namespace {

constexpr int kMost = 1000;

struct Owned {
    ConsultationId id;
    StaffId staff_id;
};
BOOST_DESCRIBE_STRUCT(Owned, (), (id, staff_id))
db::Sql const kOwned{R"(
    SELECT id, staff_id FROM consultation WHERE owner_id = $1 AND status IN ('open', 'waiting_for_asker') ORDER BY id)"};
db::Sql const kOwner{R"(
    UPDATE consultation SET owner_id = $2, owner_unit_id = $3, revision = revision + 1, last_at = $4 WHERE id = $1)"};
// Where the receiver is named already, only the one who goes is taken out.
db::Sql const kSubjectsOf{"SELECT count(*) FROM subject_adviser WHERE staff_id = $1"};
db::Sql const kNamedToo{R"(
    DELETE FROM subject_adviser WHERE staff_id = $1
       AND subject_id IN (SELECT b.subject_id FROM subject_adviser b WHERE b.staff_id = $2))"};
db::Sql const kNamedInstead{"UPDATE subject_adviser SET staff_id = $2, unit_id = $3 WHERE staff_id = $1"};
// The receiver takes the better of both places: an owner stays one.
db::Sql const kOwnerStays{R"(
    UPDATE subject_adviser SET deputy = 0 WHERE staff_id = $2
       AND subject_id IN (SELECT b.subject_id FROM subject_adviser b WHERE b.staff_id = $1 AND b.deputy = 0))"};

/// What the audit keeps.
struct GivenOver {
    StaffId to;
    std::vector<ConsultationId> consultations;
    std::int64_t subjects = 0;
};
BOOST_DESCRIBE_STRUCT(GivenOver, (), (to, consultations, subjects))

std::vector<ConsultationId> chosen(std::vector<Owned> const& owned, HandOver const& input)
{
    std::vector<ConsultationId> ids;
    for (auto const& one : owned)
        if (input.consultations.empty() && one.staff_id != input.to) ids.push_back(one.id);
    for (std::size_t i = 0; i < input.consultations.size(); ++i) {
        auto const pointer = "/consultations/" + std::to_string(i);
        auto const found =
            std::find_if(owned.begin(), owned.end(), [&](auto const& it) { return it.id == input.consultations[i]; });
        if (found == owned.end())
            refuse(pointer, "引き継ぐ職員の、続いている相談ではありません。",
                   "This is not a consultation of theirs that goes on.");
        if (found->staff_id == input.to)
            refuse(pointer, "相談した本人には引き継げません。", "It cannot go to the person who asked.");
        if (std::find(ids.begin(), ids.end(), found->id) == ids.end()) ids.push_back(found->id);
    }
    return ids;
}

std::int64_t hand_over_subjects(http::Call const& call, HandOver const& input)
{
    if (!input.subjects_too) return 0;
    must_manage(call);
    auto const subjects = call.tx.one<std::int64_t>(kSubjectsOf, input.from);
    call.tx.run(kOwnerStays, input.from, input.to);
    call.tx.run(kNamedToo, input.from, input.to);
    call.tx.run(kNamedInstead, input.from, input.to, people::section_of(call.tx, input.to, call.clock.today()));
    return subjects;
}

}  // namespace

json::object HandOver::limits(std::string_view member)
{
    if (member == "note") return {{"minLength", 1}, {"maxLength", 1000}};
    if (member == "consultations") return {{"maxItems", kMost}};
    return {};
}

HandOverNeeds hand_over_needs(http::Call const& call)
{
    auto const who = viewer(call);
    must_answer(call, who);
    Advisers const advisers{call.tx, who.today};
    ConsultationQuery all;
    all.scope = ConsultationScope::desk;
    all.going_on = true;
    HandOverNeeds needs;
    for (auto& line : lines(call.tx, who, advisers, all, kMost)) {
        if (!line.owner) {
            needs.without_owner.push_back(std::move(line));
            continue;
        }
        auto const* const from = advisers.find(line.owner->staff);
        if (!from || (line.owner_presence == AdviserPresence::here && !from->moves_on)) continue;
        auto need = std::find_if(needs.needs.begin(), needs.needs.end(),
                                 [&](auto const& each) { return each.from.staff == line.owner->staff; });
        if (need == needs.needs.end()) need = needs.needs.insert(need, HandOverNeed{*from, {}});
        if (need->from.presence == AdviserPresence::here) need->from.presence = line.owner_presence;
        need->lines.push_back(std::move(line));
    }
    return needs;
}

HandedOver hand_over(http::Call const& call, HandOver const& input)
{
    if (call.actor.staff != input.from && !is_of_the_desk(call.actor)) throw Refused{Code::not_allowed};
    if (input.from == input.to) refuse("/to", "別の職員を選んでください。", "Choose somebody else.");
    Advisers const advisers{call.tx, call.clock.today()};
    must_take_over(advisers, input.to, "/to");
    auto const ids = chosen(call.tx.all<Owned>(kOwned, input.from), input);
    auto const subjects = hand_over_subjects(call, input);
    if (ids.empty() && subjects == 0) throw Refused{Code::not_found};
    for (auto const id : ids) {
        call.tx.run(kOwner, id, input.to, advisers.section(input.to), call.clock.now());
        add_step(call.tx, call.actor, id, {StepKind::handed_over, {}, input.to, {}, input.note}, call.clock.now());
        tell(call, id);
    }
    audit::record(call.tx, call.actor, call.clock.now(), "desk.handed_over", "staff", input.from,
                  GivenOver{input.to, ids, subjects});
    return {static_cast<std::int64_t>(ids.size()), subjects};
}

}  // namespace desk
