#include "features/actor/actor.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <array>

namespace {

using enum Permission;

constexpr std::uint64_t set_of(std::initializer_list<Permission> permissions)
{
    std::uint64_t bits = 0;
    for (auto const permission : permissions) bits |= std::uint64_t{1} << static_cast<unsigned>(permission);
    return bits;
}

struct Row {
    Role role;
    Reach reach;
    std::uint64_t permissions;
};

// The one table of who may do what. An administrator runs the system and keeps the roster; he does not judge anybody's skills.
constexpr std::array kMatrix{
    Row{Role::staff, Reach::own, set_of({see_own, rate_self, training_enrol, survey_answer, take_part})},
    Row{Role::section_head, Reach::headed_units,
        set_of({see_own, see_section, see_targets, rate_self, confirm_skills, decide_conditional, export_data, training_enrol,
                training_release, survey_answer, survey_read, take_part, confirm_cases, answer_selfcheck})},
    Row{Role::dx_leader, Reach::own,
        set_of({see_own, see_targets, rate_self, training_enrol, survey_answer, take_part, answer_selfcheck})},
    Row{Role::adviser, Reach::own, set_of({see_own, see_targets, rate_self, training_enrol, survey_answer, take_part, advise})},
    Row{Role::training_officer, Reach::city,
        set_of({see_own,       see_section,     see_city,         see_future_postings, see_statistics, see_targets,
                rate_self,     record_evidence, appoint,          level_certify,       edit_people,    import_people,
                export_data,   training_enrol,  training_release, training_manage,     survey_answer,  survey_read,
                survey_manage, take_part,       publish_notices})},
    Row{Role::dx_office, Reach::city,
        set_of({see_own,         see_section,   see_city,           see_statistics, see_targets, rate_self,
                record_evidence, appoint,       level_certify,      export_data,    edit_plan,   enact_plan,
                training_enrol,  survey_answer, survey_read,        survey_manage,  take_part,   moderate,
                advise,          manage_desk,   manage_improvement, publish_notices})},
    Row{Role::executive, Reach::own,
        set_of({see_own, see_statistics, see_targets, rate_self, training_enrol, survey_answer, survey_read, take_part})},
    Row{Role::administrator, Reach::city,
        set_of({see_own, see_section, see_city, see_future_postings, see_statistics, see_targets, rate_self, edit_people,
                import_people, export_data, training_enrol, survey_answer, take_part, manage_accounts, read_audit,
                manage_system})},
};

constexpr Row const& row_of(Role role) { return kMatrix[static_cast<std::size_t>(role)]; }

constexpr bool in_order()
{
    for (std::size_t i = 0; i < kMatrix.size(); ++i)
        if (static_cast<std::size_t>(kMatrix[i].role) != i) return false;
    return true;
}
static_assert(in_order(), "the table is looked up by position");

}  // namespace

bool grants(Role role, Permission permission)
{
    return (row_of(role).permissions >> static_cast<unsigned>(permission) & 1U) != 0;
}
Reach reach_of(Role role) { return row_of(role).reach; }

bool may(Actor const& actor, Permission permission)
{
    return std::any_of(actor.roles.begin(), actor.roles.end(),
                       [&](Grant const& grant) { return grants(grant.role, permission); });
}

std::vector<Permission> permissions_of(Actor const& actor)
{
    std::vector<Permission> permissions;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Permission>>([&](auto each) {
        if (may(actor, each.value)) permissions.push_back(each.value);
    });
    return permissions;
}

RoleName name_of(Role role)
{
    switch (role) {
        case Role::staff: return {"職員", "Staff member"};
        case Role::section_head: return {"所属長", "Head of section"};
        case Role::dx_leader: return {"DX推進リーダー", "DX leader"};
        case Role::adviser: return {"アドバイザー", "Adviser"};
        case Role::training_officer: return {"研修担当", "Training officer"};
        case Role::dx_office: return {"DX推進担当", "DX office"};
        case Role::executive: return {"経営層", "Executive"};
        case Role::administrator: return {"システム管理者", "System administrator"};
    }
    return {"", ""};
}

std::string_view name_of(Permission permission) { return boost::describe::enum_to_string(permission, ""); }

Actor system_actor(std::string name)
{
    return {.account = {}, .staff = {}, .login = name, .name = name, .roles = {{Role::administrator, {}}}};
}
