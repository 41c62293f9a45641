// What waits for the actor and what is new for them, in the house's words: for the first screen and for the digest. Each kind
// costs one question, and none whom it cannot concern. What is new stays until it is read; nobody says that they have read a
// case, so a confirmed one near the own work (the same department, or a tool of the own section's cases) is new for nine days:
// then a weekly letter, at the latest after a holiday, has told of it once. The newest three are named.
#pragma once
#include "features/skills/everybody.hpp"
#include "platform/http/table.hpp"

#include <span>

namespace home {

enum class TodoKind {
    rate_skills,
    decide_conditional,
    confirm_cells,
    finish_draft,
    no_section_leader,
    refused_rows,
    take_training,
    session_soon,
    release_training,
    enter_attendance,
    open_runs,
    nominate,
    consent_application,
    select_nominees,
    write_report,
    confirm_work,
    read_reports,
    section_outstanding,
    answer_survey,
    answer_selfcheck,
    remedy_due,
    remedies_overdue,
    read_notice,
    answer_topics,
    judge_reports,
    answer_consultations,
    answer_desk,
    assign_consultations,
    adviser_reports,
    confirm_cases,
    confirm_practice,
};
BOOST_DESCRIBE_ENUM(TodoKind, rate_skills, decide_conditional, confirm_cells, finish_draft, no_section_leader, refused_rows,
                    take_training, session_soon, release_training, enter_attendance, open_runs, nominate, consent_application,
                    select_nominees, write_report, confirm_work, read_reports, section_outstanding, answer_survey,
                    answer_selfcheck, remedy_due, remedies_overdue, read_notice, answer_topics, judge_reports,
                    answer_consultations, answer_desk, assign_consultations, adviser_reports, confirm_cases, confirm_practice)

struct Todo {
    TodoKind kind = TodoKind::rate_skills;
    std::string text, text_en;
    std::int64_t count = 0;
    std::string url;  ///< below the municipality; empty when it is somebody else's to do
};
BOOST_DESCRIBE_STRUCT(Todo, (), (kind, text, text_en, count, url))

enum class FreshKind { notice, newsletter, answers, followed, mentions, returned_case, near_case, returned_practice };
BOOST_DESCRIBE_ENUM(FreshKind, notice, newsletter, answers, followed, mentions, returned_case, near_case, returned_practice)

/// Something new that asks for nothing.
struct Fresh {
    FreshKind kind = FreshKind::notice;
    std::string text, text_en;
    std::int64_t count = 0;
    std::string url;
};
BOOST_DESCRIBE_STRUCT(Fresh, (), (kind, text, text_en, count, url))

struct Waiting {
    std::vector<Todo> todo;
    std::vector<Fresh> fresh;
};
/// `headed`: headed_units().
Waiting waits_for(http::Call const&, skills::GapIndex const&, std::span<people::Place const> headed);

struct OpenDecision {
    StaffId staff;
    std::string name, skill, skill_name, clause;
};
BOOST_DESCRIBE_STRUCT(OpenDecision, (), (staff, name, skill, skill_name, clause))

/// What waits for the actor in the unit; their own ★ waits for somebody else.
std::vector<OpenDecision> open_decisions(skills::GapIndex const&, people::Place unit, Actor const&);
/// The units the actor heads or is in charge of, without those below another of them.
std::vector<people::Place> headed_units(http::Call const&, skills::GapIndex const&);

}  // namespace home
