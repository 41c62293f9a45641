// Improvement at work (HKT-19…21, HRT-04/23): a section's theme of the year, cases from the issue to its effect and on to other
// sections, the hours they free, and the meetings at which they are told. What the rooms above may ask is here.
#pragma once
#include "features/practice/practice.hpp"

namespace improvement {

using CaseId = Id<struct ImprovementCaseTag>;
using ThemeId = Id<struct ImprovementThemeTag>;
using MeetingId = Id<struct ImprovementMeetingTag>;

/// 課題の抽出 → 検討 → 実施 → 効果 → 横展開 (HKT-19, HKT-21).
enum class Stage { issue, study, action, effect, spread };
BOOST_DESCRIBE_ENUM(Stage, issue, study, action, effect, spread)
/// Drafts and what was returned are for the team and their head; the rest is for everybody.
enum class Status { draft, submitted, confirmed, returned };
BOOST_DESCRIBE_ENUM(Status, draft, submitted, confirmed, returned)
/// 市民サービス, 行政, 働きかた (CGS-08).
enum class Axis { citizen_service, administration, work_style };
BOOST_DESCRIBE_ENUM(Axis, citizen_service, administration, work_style)

/// What a case was made from without retyping.
enum class OriginKind { topic, consultation };
BOOST_DESCRIBE_ENUM(OriginKind, topic, consultation)

/// A case in one line.
struct CaseCard {
    CaseId id;
    std::string title, summary;
    OrgUnitId unit;
    std::string unit_name;
    int fiscal_year = 0;
    std::optional<ThemeId> theme;
    std::string theme_title;
    Stage stage = Stage::issue;
    Status status = Status::draft;
    std::vector<Axis> axes;
    std::vector<std::string> tools;
    double hours = 0;                 ///< freed a year
    std::optional<std::int64_t> yen;  ///< a year, the tools paid; none while the city has no cost of an hour
    std::int64_t adoptions = 0;       ///< by other sections, handed in or confirmed
    std::optional<CaseId> adopted_from;
    bool mine = false;  ///< the actor is of the team
    Instant updated_at{};
    std::optional<Instant> confirmed_at;
    std::string url;  ///< below the municipality
};
BOOST_DESCRIBE_STRUCT(CaseCard, (),
                      (id, title, summary, unit, unit_name, fiscal_year, theme, theme_title, stage, status, axes, tools, hours,
                       yen, adoptions, adopted_from, mine, updated_at, confirmed_at, url))

std::string url_of(CaseId);

/// Refuses with not_found what the actor may not read.
CaseCard case_card(http::Call const&, CaseId);
/// What heads confirmed from `from` on and before `until`, the newest first; everybody may read it.
std::vector<CaseCard> confirmed(db::Tx&, Instant from, Instant until);
/// What heads confirmed from `from` on near the actor's work: of another section of the same department, or made with a tool that
/// a case of the actor's own section has too. The newest first, at most `most`; nothing for who stands in no section.
std::vector<CaseCard> confirmed_near(http::Call const&, Instant from, int most);

/// What waits for the actor, for the first screen.
struct Waiting {
    std::int64_t to_confirm = 0;  ///< cases of the actor's sections that have their effect and wait for the head
    std::int64_t returned = 0;    ///< to the actor's team
};
Waiting waiting_for(http::Call const&);

/// For the files of cases (features/attachments).
bool may_read_case(http::Call const&, std::int64_t id);
/// For claims (features/practice): a confirmed case of the actor's own team.
std::optional<practice::Source> practised(http::Call const&, std::int64_t id);

void routes(http::Table&);
void case_routes(http::Table&);
void theme_routes(http::Table&);
void meeting_routes(http::Table&);

}  // namespace improvement
