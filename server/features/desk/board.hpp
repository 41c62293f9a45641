// The desk's two first pages: for everybody what can be asked and what one has asked, for the desk what waits; and the figures.
#pragma once
#include "features/desk/hand_over.hpp"
#include "features/desk/slots.hpp"

namespace desk {

/// What waits for the actor, for the first screen.
struct DeskWaiting {
    std::int64_t to_answer = 0;      ///< owned by the actor, without a first answer
    std::int64_t to_go_on = 0;       ///< owned by the actor, the next step is due
    std::int64_t asked_back = 0;     ///< asked by the actor, the desk waits for them
    std::int64_t without_owner = 0;  ///< for the desk: nobody owns them, or somebody who is not there
    std::int64_t reports_due = 0;    ///< for the desk: reports on external advisers
};
BOOST_DESCRIBE_STRUCT(DeskWaiting, (), (to_answer, to_go_on, asked_back, without_owner, reports_due))
DeskWaiting waiting_for(http::Call const&);

struct DeskPage {
    bool may_ask = false;     ///< stands in a section
    bool is_desk = false;     ///< answers for something: the board is for them
    bool may_manage = false;  ///< subjects, slots, schemes, figures
    DeskWaiting waiting;
    std::vector<ConsultationSubject> subjects;  ///< that take consultations
    std::vector<ConsultationLine> mine;         ///< asked by the actor: going on, and what ended in the last 30 days
    std::vector<ConsultationLine> section;      ///< of the section, as far as the actor sees it, going on
    std::vector<DeskSlot> slots;                ///< to come
};
BOOST_DESCRIBE_STRUCT(DeskPage, (), (may_ask, is_desk, may_manage, waiting, subjects, mine, section, slots))
DeskPage desk_page(http::Call const&);

struct DeskBoard {
    std::vector<ConsultationLine> lines;  ///< going on, that the actor answers for: what is due first
    std::vector<Adviser> advisers;
    std::int64_t open = 0, waiting_for_asker = 0, unanswered = 0, overdue = 0, without_owner = 0;
};
BOOST_DESCRIBE_STRUCT(DeskBoard, (), (lines, advisers, open, waiting_for_asker, unanswered, overdue, without_owner))
/// Refuses with not_allowed whoever answers for nothing.
DeskBoard desk_board(http::Call const&);

struct SubjectFigures {
    SubjectId subject;
    std::string name, name_en;
    std::int64_t asked = 0;                                                                   ///< in the year
    std::int64_t reception = 0, analysis = 0, budget = 0, design = 0, build = 0, effect = 0;  ///< going on today, by stage
    std::int64_t finished = 0, withdrawn = 0;                                                 ///< in the year
    std::int64_t minutes = 0;                                                                 ///< of visits in the year
    std::optional<double> answer_days;  ///< median working days to the first answer, of those asked in the year
};
BOOST_DESCRIBE_STRUCT(SubjectFigures, (),
                      (subject, name, name_en, asked, reception, analysis, budget, design, build, effect, finished, withdrawn,
                       minutes, answer_days))
struct OutcomeCount {
    ConsultationOutcome outcome = ConsultationOutcome::solved;
    std::int64_t count = 0, saved_hours = 0;
};
BOOST_DESCRIBE_STRUCT(OutcomeCount, (), (outcome, count, saved_hours))
struct DeskFigures {
    int fiscal_year = 0;
    std::int64_t asked = 0, open = 0, overdue = 0, finished = 0, published = 0, minutes = 0, saved_hours = 0;
    std::optional<double> answer_days, finish_days;  ///< medians, in working days
    std::int64_t answered_in_time = 0, answered = 0;
    std::vector<SubjectFigures> subjects;
    std::vector<OutcomeCount> outcomes;
};
BOOST_DESCRIBE_STRUCT(DeskFigures, (),
                      (fiscal_year, asked, open, overdue, finished, published, minutes, saved_hours, answer_days, finish_days,
                       answered_in_time, answered, subjects, outcomes))
struct FiguresQuery {
    std::optional<int> fiscal_year;
    static json::object limits(std::string_view) { return {{"minimum", 2000}, {"maximum", 2100}}; }
};
BOOST_DESCRIBE_STRUCT(FiguresQuery, (), (fiscal_year))
/// By manage_desk for the whole city.
DeskFigures desk_figures(http::Call const&, FiguresQuery const&);

}  // namespace desk
