// The office's board of one round: every section with its answer, everybody who was named, what the decision will end; and the
// asking: whom, how many, and once more.
#pragma once
#include "features/nominations/answers.hpp"

namespace nominations {

/// Ends with the decision because the round says so.
struct EndingLine {
    StaffId staff;
    std::string staff_no, name, unit_name;
    bool moved = false;    ///< because of a transfer
    bool renewed = false;  ///< and begins anew
};
BOOST_DESCRIBE_STRUCT(EndingLine, (), (staff, staff_no, name, unit_name, moved, renewed))

struct RoundBoard {
    Round round;
    Words title;
    std::vector<SectionAnswer> sections;  ///< in the order of the organisation
    std::vector<Nominee> nominees;        ///< by section, then the section's own order
    std::vector<EndingLine> ending;
};
BOOST_DESCRIBE_STRUCT(RoundBoard, (), (round, title, sections, nominees, ending))
RoundBoard board(http::Call const&, NominationRoundId);

struct AskSection {
    OrgUnitId unit;
    bool asked = true;
    int quota = 0;  ///< 0 = no set number
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(AskSection, (), (unit, asked, quota))
struct AskInput {
    std::vector<AskSection> sections;
    static json::object limits(std::string_view) { return {{"minItems", 1}, {"maxItems", 5000}}; }
};
BOOST_DESCRIBE_STRUCT(AskInput, (), (sections))
/// Which sections are asked and for how many; the others stay as they are. Refuses with wrong_status once it is decided, with
/// invalid_input a unit that does not exist today and fewer than a section has named.
void ask_sections(http::Call const&, NominationRoundId, AskInput const&);

struct RemindInput {
    std::vector<OrgUnitId> units;  ///< empty: every section that has not answered
    static json::object limits(std::string_view) { return {{"maxItems", 5000}}; }
};
BOOST_DESCRIBE_STRUCT(RemindInput, (), (units))
struct Reminded {
    std::int64_t sections = 0;
};
BOOST_DESCRIBE_STRUCT(Reminded, (), (sections))
/// Those who have not answered find it on their home page. Refuses with wrong_status unless the round is open.
Reminded remind(http::Call const&, NominationRoundId, RemindInput const&);

}  // namespace nominations
