#include "features/desk/consultation.hpp"

#include "features/people/teams.hpp"

#include <algorithm>
#include <cstdio>

namespace desk {
namespace {

db::Sql const kOne{SQL_SIGHT SQL_CONSULTATION "AND c.id = $8"};
db::Sql const kAnswers{R"(
    SELECT 1 AS answers WHERE EXISTS (SELECT 1 FROM subject_adviser sa WHERE sa.staff_id = $1)
        OR EXISTS (SELECT 1 FROM consultation c WHERE c.owner_id = $1 AND c.status IN ('open', 'waiting_for_asker')))"};
db::Sql const kState{"SELECT id, status, stage, revision FROM consultation WHERE id = $1"};

constexpr std::string_view kTopic = "desk";
struct Changed {
    std::optional<ConsultationId> consultation;
    std::optional<SlotId> slot;
};
BOOST_DESCRIBE_STRUCT(Changed, (), (consultation, slot))

}  // namespace

std::string number_text(int fiscal_year, int number)
{
    char text[24];
    std::snprintf(text, sizeof text, "%d-%04d", fiscal_year, number);
    return text;
}

bool is_of_the_desk(Actor const& actor)
{
    return std::any_of(actor.roles.begin(), actor.roles.end(),
                       [](Grant const& grant) { return !grant.unit && grants(grant.role, Permission::advise); });
}

bool may_manage(http::Call const& call)
{
    return accounts::reaches_city(call.actor, Permission::manage_desk, call.clock.today());
}

void must_manage(http::Call const& call)
{
    if (!may_manage(call)) throw Refused{Code::not_allowed};
}

Viewer viewer(http::Call const& call)
{
    auto const today = call.clock.today();
    auto const staff = call.actor.staff.value_or(StaffId{});
    return {accounts::sight(call.actor, Permission::confirm_cases, today, today), staff,
            people::section_of(call.tx, staff, today).value_or(OrgUnitId{}), is_of_the_desk(call.actor), today};
}

bool answers(db::Tx& tx, Viewer const& viewer)
{
    return viewer.desk || tx.maybe_one<std::int64_t>(kAnswers, viewer.staff).has_value();
}

void must_answer(http::Call const& call, Viewer const& viewer)
{
    if (!answers(call.tx, viewer)) throw Refused{Code::not_allowed};
}

Standing standing(Viewer const& viewer, ConsultationRow const& row)
{
    Standing standing;
    standing.asker = row.staff_id == viewer.staff;
    standing.head = row.heads;
    standing.section = row.heads || (row.shared && row.of_section);
    standing.desk = !standing.asker && (viewer.desk || row.advises);
    return standing;
}

std::optional<ConsultationRow> maybe_row(db::Tx& tx, Viewer const& viewer, ConsultationId id)
{
    return tx.maybe_one<ConsultationRow>(kOne, viewer.sight.account, viewer.sight.roles, viewer.sight.today, viewer.sight.on,
                                         viewer.staff, viewer.section, viewer.desk, id);
}

ConsultationRow consultation_row(db::Tx& tx, Viewer const& viewer, ConsultationId id)
{
    auto row = maybe_row(tx, viewer, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

ConsultationRow row_for_desk(http::Call const& call, ConsultationId id)
{
    auto const who = viewer(call);
    auto row = consultation_row(call.tx, who, id);
    if (!standing(who, row).desk) throw Refused{Code::not_allowed};
    return row;
}

void must_be(std::int64_t revision, ConsultationRow const& row)
{
    if (row.revision != revision) throw Refused{Code::changed_meanwhile};
}

void must_go_on(ConsultationRow const& row)
{
    if (!is_going_on(row.status)) throw Refused{Code::wrong_status};
}

ConsultationRow going_on_for_desk(http::Call const& call, ConsultationId id, std::int64_t revision)
{
    auto row = row_for_desk(call, id);
    must_be(revision, row);
    must_go_on(row);
    return row;
}

void tell(http::Call const& call, ConsultationId id) { call.tx.announce(kTopic, json::write(Changed{id, {}})); }
void tell(http::Call const& call, SlotId id) { call.tx.announce(kTopic, json::write(Changed{{}, id})); }

ConsultationState state(http::Call const& call, ConsultationId id) { return call.tx.one<ConsultationState>(kState, id); }

void refuse(std::string pointer, std::string ja, std::string en)
{
    throw Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

}  // namespace desk
