// 自己点検の年度: one list a fiscal year. A draft is edited by the office; once opened its items and the sections that are asked
// stay as they are, and sections answer from the first to the last day.
#pragma once
#include "features/selfcheck/checklist.hpp"
#include "platform/http/table.hpp"

using SelfcheckId = Id<struct SelfcheckTag>;

namespace selfcheck {

/// As of today: waiting = opened, its first day is still to come; closed = by hand, or the last day is over.
enum class CheckStatus { draft, waiting, open, closed };
BOOST_DESCRIBE_ENUM(CheckStatus, draft, waiting, open, closed)

/// One section that the actor may answer for, and how far it is.
struct MyCheckSection {
    OrgUnitId unit;
    std::string unit_name;
    std::int64_t answered = 0;  ///< items with an answer
    bool submitted = false;
    std::int64_t open_remedies = 0, overdue_remedies = 0;
};
BOOST_DESCRIBE_STRUCT(MyCheckSection, (), (unit, unit_name, answered, submitted, open_remedies, overdue_remedies))

struct CheckSummary {
    SelfcheckId id;
    int fiscal_year = 0;
    std::string title, title_en;
    CheckStatus status = CheckStatus::draft;
    Date opens_on, closes_on;  ///< closes_on is the last day
    std::int64_t revision = 1;
    std::int64_t items = 0, sections = 0, submitted = 0;  ///< sections: 0 until it is opened
    std::int64_t open_remedies = 0, overdue_remedies = 0;
};
BOOST_DESCRIBE_STRUCT(CheckSummary, (),
                      (id, fiscal_year, title, title_en, status, opens_on, closes_on, revision, items, sections, submitted,
                       open_remedies, overdue_remedies))

struct CheckYear {
    CheckSummary summary;              ///< counts of the whole city only for who may see the table
    std::vector<MyCheckSection> mine;  ///< in the organisation's order
};
BOOST_DESCRIBE_STRUCT(CheckYear, (), (summary, mine))

struct CheckYears {
    std::vector<CheckYear> years;  ///< newest first
    bool may_manage = false;       ///< the list, every section
    bool may_see_table = false;
    std::optional<int> next_year;  ///< fiscal year a new list would be for; none while there is a draft
};
BOOST_DESCRIBE_STRUCT(CheckYears, (), (years, may_manage, may_see_table, next_year))

struct CheckDetail {
    CheckSummary summary;
    Checklist list;
    std::vector<Problem> problems;    ///< of a draft: what keeps it from being opened
    std::int64_t sections_today = 0;  ///< of a draft: how many would be asked
};
BOOST_DESCRIBE_STRUCT(CheckDetail, (), (summary, list, problems, sections_today))

enum class CheckFrom { shipped, previous, empty };
BOOST_DESCRIBE_ENUM(CheckFrom, shipped, previous, empty)
struct CheckStart {
    int fiscal_year = 0;
    CheckFrom from = CheckFrom::shipped;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CheckStart, (), (fiscal_year, from))

struct CheckDraft {
    std::int64_t revision = 0;
    Date opens_on, closes_on;
    Checklist list;
};
BOOST_DESCRIBE_STRUCT(CheckDraft, (), (revision, opens_on, closes_on, list))

struct CheckLastDay {
    Date closes_on;
};
BOOST_DESCRIBE_STRUCT(CheckLastDay, (), (closes_on))

/// As it is kept.
struct CheckRow {
    SelfcheckId id;
    int fiscal_year = 0;
    CheckStatus status = CheckStatus::draft;  ///< draft, open, closed: without the calendar
    Date opens_on, closes_on;
    std::string document;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(CheckRow, (), (id, fiscal_year, status, opens_on, closes_on, document, revision))

/// Asks nobody who acts. Refuses with not_found.
CheckRow check_row(db::Tx&, SelfcheckId);
/// The list of the year before, once opened.
std::optional<CheckRow> check_before(db::Tx&, CheckRow const&);
CheckStatus status_on(CheckRow const&, Date today);
CheckSummary summary_of(http::Call const&, CheckRow const&);

bool manages(http::Call const&);
/// Refuses with not_allowed.
void must_manage(http::Call const&);
bool sees_table(http::Call const&);

/// Drafts are the office's; who neither manages, sees the table nor answers for a section finds nothing.
CheckYears check_years(http::Call const&);
/// Refuses with not_found what the actor may not see.
CheckDetail check_detail(http::Call const&, SelfcheckId);
/// Refuses with already_exists a year that has a list, with not_found `previous` where there is none before.
CheckDetail start_check(http::Call const&, CheckStart const&);
/// What is missing is told, not refused. Refuses with changed_meanwhile, with wrong_status once opened.
CheckDetail save_check(http::Call const&, SelfcheckId, CheckDraft const&);
/// Refuses with wrong_status once opened.
void discard_check(http::Call const&, SelfcheckId);
/// Every section of the day is asked. Refuses with wrong_status, with invalid_input naming what is missing, with conflict when
/// there is no section.
CheckDetail open_check(http::Call const&, SelfcheckId);
/// Not before today. Refuses with wrong_status unless it was opened, with invalid_input.
CheckDetail move_check_last_day(http::Call const&, SelfcheckId, CheckLastDay const&);
/// Refuses with wrong_status.
CheckDetail close_check(http::Call const&, SelfcheckId);

}  // namespace selfcheck
