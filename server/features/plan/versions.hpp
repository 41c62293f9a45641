// Versions of the plan: draft → in force → superseded. A version in force is immutable; a change is a new draft.
#pragma once
#include "features/actor/actor.hpp"
#include "features/plan/check.hpp"
#include "features/plan/diff.hpp"
#include "platform/core/clock.hpp"
#include "platform/core/ids.hpp"
#include "platform/core/refused.hpp"
#include "platform/db/tx.hpp"
#include "platform/json/json.hpp"

#include <map>
#include <memory>
#include <mutex>

namespace plan {

enum class VersionStatus { draft, in_force, superseded };
BOOST_DESCRIBE_ENUM(VersionStatus, draft, in_force, superseded)

struct Version {
    PlanVersionId id;
    std::string title;
    VersionStatus status = VersionStatus::draft;
    std::optional<Date> in_force_from, in_force_until;  ///< until: the first day it is no longer in force
    std::optional<PlanVersionId> based_on;
    std::int64_t revision = 1;  ///< raised by every edit; an edit names the revision it was made on
    std::string note;
    Instant created_at;
    std::optional<Instant> enacted_at;
};
BOOST_DESCRIBE_STRUCT(Version, (),
                      (id, title, status, in_force_from, in_force_until, based_on, revision, note, created_at, enacted_at))

struct VersionedPlan {
    Version version;
    Plan plan;
};

/// The municipality's versions, each parsed once a process. Thread-safe; one for each municipality.
class Library {
public:
    /// The plan in force on the day; refuses with not_found when none is.
    std::shared_ptr<VersionedPlan const> in_force(db::Tx&, Date on);
    /// The same, or nothing.
    std::shared_ptr<VersionedPlan const> maybe_in_force(db::Tx&, Date on);
    /// The ranks of the plan in force on the day; empty when none is.
    std::vector<Rank> ranks(db::Tx&, Date on);
    /// Any version; refuses with not_found.
    std::shared_ptr<VersionedPlan const> version(db::Tx&, PlanVersionId);

private:
    std::shared_ptr<VersionedPlan const> parsed(db::Tx&, PlanVersionId, std::int64_t revision);
    std::mutex guard_;
    std::vector<std::shared_ptr<VersionedPlan const>> recent_;  ///< a revision never changes, so an entry is good for ever
};

/// The version as it stands today: one whose end has come is superseded.
Version seen_today(Version, Clock const&);

/// Newest first, each as it stands today.
std::vector<Version> versions(db::Tx&, Clock const&);

struct DraftInput {
    std::string title, note;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(DraftInput, (), (title, note))
/// A copy of the version in force today (or of the newest one) to be changed. Refuses with already_exists while another draft is
/// open.
Version start_draft(db::Tx&, Library&, Actor const&, DraftInput const&, Clock const&);
/// Deletes a draft. Refuses with immutable_version for any other.
void discard(db::Tx&, Library&, Actor const&, PlanVersionId, Clock const&);

struct CellEdit {
    std::string category, skill;
    std::optional<Mark> mark;  ///< absent = clear the cell (指定なし)
    std::optional<Scope> scope;
    std::optional<Confidence> confidence;
    std::optional<std::string> note;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CellEdit, (), (category, skill, mark, scope, confidence, note))
struct CellEdits {
    std::int64_t revision = 0;
    std::vector<CellEdit> cells;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(CellEdits, (), (revision, cells))
/// Changes cells of a draft's skill map. Refuses with immutable_version, changed_meanwhile, invalid_input (unknown codes).
Version edit_cells(db::Tx&, Library&, Actor const&, PlanVersionId, CellEdits const&, Clock const&);

struct ItemEdit {
    std::int64_t revision = 0;
    std::string table;  ///< categories, skills, …; or municipality, document, population
    std::string key;    ///< the item's key (items.hpp); empty = a new item
    bool remove = false;
    std::map<std::string, std::string> members;  ///< by name, each as the text of one cell (cell_text.hpp)
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(ItemEdit, (), (revision, table, key, remove, members))
/// Changes, adds or removes one item of a draft. Refuses with immutable_version, changed_meanwhile, not_found, and invalid_input
/// naming the member whose text does not fit, or the code that another item of the table has. What the whole plan then lacks is
/// told by check(), not here: a draft may be unfinished.
Version edit_item(db::Tx&, Library&, Actor const&, PlanVersionId, ItemEdit const&, Clock const&);

/// Adds rows of the year plan to a draft. Refuses with immutable_version.
Version add_year_rows(db::Tx&, Library&, Actor const&, PlanVersionId, std::vector<YearRow> const&, Clock const&);

/// Replaces the whole of a draft; `revision` 0 skips the check. Refuses with plan_has_errors, naming each.
Version replace(db::Tx&, Library&, Actor const&, PlanVersionId, Plan const&, std::int64_t revision, Clock const&);

struct EnactInput {
    Date in_force_from;
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(EnactInput, (), (in_force_from, revision))
/// Puts a draft in force from a day on; the version before it ends on that day. Refuses with plan_has_errors,
/// changed_meanwhile, and conflict when the day lies before the version in force began.
Version enact(db::Tx&, Library&, Actor const&, PlanVersionId, EnactInput const&, Clock const&);

/// The command line's way in: a checked plan becomes a version in force from its own date (or the given day).
PlanVersionId import_in_force(db::Tx&, Plan const&, Date in_force_from, Clock const&);

}  // namespace plan
