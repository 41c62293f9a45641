// 「3月31日現在」: the figures of a day, frozen with the rule, the plan's version and who was counted (conventions 5.6).
// Counted again, they are the same; when somebody has since recorded what was true on that day already, the difference is told
// person by person, and the frozen figures stay.
#pragma once
#include "features/targets/targets.hpp"

namespace targets {

using SnapshotId = Id<struct SnapshotTag>;

struct SnapshotSection {
    std::string name, path;    ///< as they were on that day
    int depth = 0;             ///< 0 = the top of the organisation
    std::int64_t reached = 0;  ///< in the unit and below
};
BOOST_DESCRIBE_STRUCT(SnapshotSection, (), (name, path, depth, reached))

struct SnapshotFigure {
    std::string level, level_name, level_name_en;
    int fiscal_year = 0;
    std::int64_t target = 0, reached = 0;
    plan::Counting counting = plan::Counting::inclusive_cumulative;
    plan::Leavers leavers = plan::Leavers::drop;
    std::string rule, rule_en, clause;
    std::vector<SnapshotSection> sections;
};
BOOST_DESCRIBE_STRUCT(SnapshotFigure, (),
                      (level, level_name, level_name_en, fiscal_year, target, reached, counting, leavers, rule, rule_en, clause,
                       sections))

struct Snapshot {
    SnapshotId id;
    Date counted_on;  ///< of the roster and the certifications
    PlanVersionId plan_version;
    std::string plan_title, note;
    Instant taken_at;
    std::string taken_by;
    std::vector<SnapshotFigure> figures;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (), (id, counted_on, plan_version, plan_title, note, taken_at, taken_by, figures))

struct SnapshotList {
    std::vector<Snapshot> snapshots;  ///< the latest day first, without sections
};
BOOST_DESCRIBE_STRUCT(SnapshotList, (), (snapshots))

/// Somebody who is counted now and was not, or was and is not.
struct Difference {
    std::string level, level_name, level_name_en;
    bool counted_now = false;
    std::optional<StaffId> staff;  ///< none when the actor may not see the person
    std::string name, unit_name;
    std::string reason, reason_en;
};
BOOST_DESCRIBE_STRUCT(Difference, (), (level, level_name, level_name_en, counted_now, staff, name, unit_name, reason, reason_en))

struct Recount {
    std::string level;
    std::int64_t frozen = 0, now = 0;
};
BOOST_DESCRIBE_STRUCT(Recount, (), (level, frozen, now))

struct SnapshotPage {
    Snapshot snapshot;
    bool same = true;              ///< counted again today it gives the same people
    std::vector<Recount> recount;  ///< in the order of the figures
    std::vector<Difference> differences;
};
BOOST_DESCRIBE_STRUCT(SnapshotPage, (), (snapshot, same, recount, differences))

struct SnapshotInput {
    Date counted_on;
    std::optional<std::string> note;
    static json::object limits(std::string_view member);
};
BOOST_DESCRIBE_STRUCT(SnapshotInput, (), (counted_on, note))

/// Refuses with invalid_input for a day ahead, with conflict when the plan sets no target for that year, and with already_exists
/// when the day has been frozen with the same people already.
SnapshotPage take_snapshot(db::Tx&, Actor const&, plan::Library&, SnapshotInput const&, Clock const&);
SnapshotList snapshots(db::Tx&, plan::Library&);
/// Refuses with not_found.
SnapshotPage snapshot(db::Tx&, Actor const&, plan::Library&, SnapshotId, Clock const&);

}  // namespace targets
