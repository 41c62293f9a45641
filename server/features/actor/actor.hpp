// Who acts. Eight fixed roles; what each may do is one table (actor.cpp), printed into docs/permissions.md.
// How far a role reaches (own, a section and below, the city) is part of the table; whom that lets an actor see is
// access/sight.hpp.
#pragma once
#include "platform/core/ids.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

enum class Role : std::uint8_t { staff, section_head, dx_leader, adviser, training_officer, dx_office, executive, administrator };
BOOST_DESCRIBE_ENUM(Role, staff, section_head, dx_leader, adviser, training_officer, dx_office, executive, administrator)

enum class Permission : std::uint8_t {
    see_own,              ///< one's own record
    see_section,          ///< the records of people in the sections in one's scope
    see_city,             ///< the records of everybody
    see_future_postings,  ///< postings before they are announced (内示)
    see_statistics,       ///< counts over the whole city, without names
    see_targets,          ///< the plan's targets with what has been reached
    rate_self,            ///< a self-rating of one's own skills
    confirm_skills,       ///< confirm what others can do
    record_evidence,      ///< enter completions, examinations and certificates
    decide_conditional,   ///< decide a ★ for a person
    appoint,              ///< appoint to a role of the plan (DX推進リーダー …)
    level_certify,        ///< certify levels, take in prior learning, revoke, freeze the figures of a day
    edit_people,          ///< people, postings, leave, the organisation
    import_people,        ///< whole rosters, and undo of them
    export_data,          ///< tables with people in them as files
    edit_plan,            ///< drafts of the plan
    enact_plan,           ///< put a draft in force
    training_enrol,       ///< apply for a seat for oneself
    training_release,     ///< recommend for a seat and let go to training, as head of the section
    training_manage,      ///< runs, seats, attendance and results of the training year
    survey_answer,        ///< answer what one is asked, read what is for everybody
    survey_read,          ///< results for leaders, and how many of the own sections have answered
    survey_manage,        ///< surveys, waves, reminders, results and what follows from them
    take_part,            ///< ask, answer, consult, tell of an improvement
    moderate,             ///< channels, closed groups and what was reported in the community
    advise,               ///< answer for a subject of the consultation desk
    manage_desk,          ///< subjects, slots and external advisers of the desk
    confirm_cases,        ///< confirm improvement cases, as head of the section
    manage_improvement,   ///< themes, sharing meetings, the list of the security self-check
    answer_selfcheck,     ///< answer the security self-check for the own section
    publish_notices,      ///< notices and newsletters
    manage_accounts,      ///< accounts and their roles
    read_audit,           ///< who did what, who looked at whom
    manage_system,        ///< jobs, backup, settings
};
BOOST_DESCRIBE_ENUM(Permission, see_own, see_section, see_city, see_future_postings, see_statistics, see_targets, rate_self,
                    confirm_skills, record_evidence, decide_conditional, appoint, level_certify, edit_people, import_people,
                    export_data, edit_plan, enact_plan, training_enrol, training_release, training_manage, survey_answer,
                    survey_read, survey_manage, take_part, moderate, advise, manage_desk, confirm_cases, manage_improvement,
                    answer_selfcheck, publish_notices, manage_accounts, read_audit, manage_system)

inline constexpr std::array kRoles{Role::staff,     Role::section_head, Role::dx_leader,    Role::adviser, Role::training_officer,
                                   Role::dx_office, Role::executive,    Role::administrator};

/// Where a role's permissions about people reach when it is granted without a unit.
enum class Reach : std::uint8_t { own, headed_units, city };

struct Grant {
    Role role = Role::staff;
    std::optional<OrgUnitId> unit;  ///< this unit and below, instead of the role's own reach
};
BOOST_DESCRIBE_STRUCT(Grant, (), (role, unit))

struct Actor {
    AccountId account;
    std::optional<StaffId> staff;  ///< none for an account that is no person's
    std::string login;
    std::string name;
    std::vector<Grant> roles;
    SessionId session;
    bool must_change = false;
};

bool grants(Role, Permission);
Reach reach_of(Role);
bool may(Actor const&, Permission);
std::vector<Permission> permissions_of(Actor const&);

struct RoleName {
    std::string_view ja, en;
};
RoleName name_of(Role);
std::string_view name_of(Permission);

/// For what the system does by itself: demo data, the command line, jobs.
Actor system_actor(std::string name);
