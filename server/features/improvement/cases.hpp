// One case with everything in it, and lists of them.
#pragma once
#include "features/attachments/attachments.hpp"
#include "features/improvement/effect.hpp"
#include "features/improvement/improvement.hpp"
#include "features/practice/practice.hpp"
#include "platform/markdown/markdown.hpp"

namespace improvement {

/// As typed, and as it is shown.
struct Text {
    std::string text;
    std::vector<markdown::Piece> pieces;
};
BOOST_DESCRIBE_STRUCT(Text, (), (text, pieces))

struct Member {
    StaffId staff;
    std::string name, unit_name;
    std::string part;  ///< what they did
};
BOOST_DESCRIBE_STRUCT(Member, (), (staff, name, unit_name, part))

struct StageMove {
    Stage stage = Stage::issue;
    Date on{};
    std::string note, by;
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(StageMove, (), (stage, on, note, by, at))

/// What the case was made from.
struct Origin {
    OriginKind kind = OriginKind::topic;
    std::int64_t id = 0;
    std::string title;  ///< empty where the actor may not see the thing itself
    std::string url;
};
BOOST_DESCRIBE_STRUCT(Origin, (), (kind, id, title, url))

struct RelatedCase {
    CaseId id;
    std::string title;
    OrgUnitId unit;
    std::string unit_name;
    Stage stage = Stage::issue;
    Status status = Status::draft;
    double hours = 0;
    std::optional<std::int64_t> yen;
    std::string url;
};
BOOST_DESCRIBE_STRUCT(RelatedCase, (), (id, title, unit, unit_name, stage, status, hours, yen, url))

/// How far a case has gone: itself and the confirmed cases of those who adopted it.
struct Spread {
    std::int64_t sections = 1;
    double hours = 0;
    std::optional<std::int64_t> yen;
};
BOOST_DESCRIBE_STRUCT(Spread, (), (sections, hours, yen))

struct Case : CaseCard {
    Text problem, cause, direction, done;  ///< 課題, 原因, 方向性, 実施したこと
    Text support;                          ///< who helped: the desk, an adviser (HKT-19 ②)
    Text citizen_benefit, staff_benefit;   ///< HRT-23
    Text hours_used_for;                   ///< what the freed hours were used for (HRT-04)
    std::vector<Member> team;
    std::vector<FlowStep> steps_before, steps_after;
    std::vector<Tool> tool_costs;
    Effect effect;
    std::vector<StageMove> moves;          ///< in the order they were made
    std::vector<attachments::File> files;  ///< read at /attachments/{id}
    std::optional<Origin> origin;
    std::optional<RelatedCase> source;    ///< the case this one adopted
    std::vector<RelatedCase> adopted_by;  ///< as far as the actor may read them
    Spread spread;
    std::vector<practice::Claim> claims;  ///< of whom the actor may see
    std::string decided_by, decided_why;  ///< the head's word, at confirmation or return
    std::optional<Instant> submitted_at, decided_at;
    std::int64_t revision = 1;
    bool may_edit = false, may_move = false, may_submit = false, may_confirm = false, may_return = false, may_adopt = false,
         may_delete = false, may_claim = false;
};
BOOST_DESCRIBE_STRUCT(Case, (CaseCard),
                      (problem, cause, direction, done, support, citizen_benefit, staff_benefit, hours_used_for, team,
                       steps_before, steps_after, tool_costs, effect, moves, files, origin, source, adopted_by, spread, claims,
                       decided_by, decided_why, submitted_at, decided_at, revision, may_edit, may_move, may_submit, may_confirm,
                       may_return, may_adopt, may_delete, may_claim))

struct CaseFilter {
    std::string q;  ///< in title, summary and texts, folded
    std::optional<int> fiscal_year;
    std::optional<OrgUnitId> unit;  ///< and below
    std::optional<ThemeId> theme;
    std::optional<Stage> stage;
    std::optional<Status> status;
    std::optional<Axis> axis;
    std::string tool;         ///< its name
    bool mine = false;        ///< whose team the actor is of
    bool adopted = false;     ///< only what another section has adopted
    bool to_confirm = false;  ///< only what waits for the actor's word
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CaseFilter, (), (q, fiscal_year, unit, theme, stage, status, axis, tool, mine, adopted, to_confirm))
struct CaseQuery : CaseFilter {
    int page = 1;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CaseQuery, (CaseFilter), (page))

inline constexpr int kCasesOnAPage = 50;
struct Cases {
    std::vector<CaseCard> cases;  ///< what changed last comes first
    std::int64_t total = 0;
    std::vector<int> years;          ///< fiscal years that have cases
    std::vector<std::string> tools;  ///< names in use
};
BOOST_DESCRIBE_STRUCT(Cases, (), (cases, total, years, tools))

Cases cases(http::Call const&, CaseQuery const&);
/// Refuses with not_found a draft of others.
Case one_case(http::Call const&, CaseId);

/// The figures of what a filter leaves; hours and yen are those of confirmed cases.
struct Sums {
    std::int64_t cases = 0, confirmed = 0, adoptions = 0;
    double hours = 0;
    std::int64_t yen = 0;
};
BOOST_DESCRIBE_STRUCT(Sums, (), (cases, confirmed, adoptions, hours, yen))
struct UnitSums : Sums {
    OrgUnitId unit;
    std::string unit_name;
};
BOOST_DESCRIBE_STRUCT(UnitSums, (Sums), (unit, unit_name))
struct StageCount {
    Stage stage = Stage::issue;
    std::int64_t cases = 0;
};
BOOST_DESCRIBE_STRUCT(StageCount, (), (stage, cases))
struct AxisSums : Sums {
    Axis axis = Axis::citizen_service;
};
BOOST_DESCRIBE_STRUCT(AxisSums, (Sums), (axis))
struct Totals {
    Sums all;
    std::vector<UnitSums> units;  ///< most hours first
    std::vector<StageCount> stages;
    std::vector<AxisSums> axes;  ///< a case may count for several
};
BOOST_DESCRIBE_STRUCT(Totals, (), (all, units, stages, axes))

Totals totals(http::Call const&, CaseFilter const&);

}  // namespace improvement
