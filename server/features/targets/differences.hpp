// Why a day counted again gives other people than when it was frozen: what was recorded since, about that day or before.
#pragma once
#include "features/targets/counting.hpp"
#include "features/targets/snapshots.hpp"

namespace targets {

class Differences {
public:
    Differences(db::Tx&, Actor const&, plan::Plan const&, Date counted_on, Instant taken_at, Clock const&);
    /// Of one figure: who was counted, and who is now, each with the section.
    void add(SnapshotFigure const&, std::map<StaffId, std::string> const& frozen, std::map<StaffId, std::string> const& now);
    std::vector<Difference> take() { return std::move(found_); }

private:
    void tell(SnapshotFigure const&, StaffId, std::string const& unit, bool counted_now);
    Words why_gone(SnapshotFigure const&, StaffId);
    Words why_new(SnapshotFigure const&, StaffId);

    db::Tx& tx_;
    Actor const& actor_;
    plan::Plan const& plan_;
    Date counted_on_;
    Instant taken_at_;
    Clock const& clock_;
    std::vector<Difference> found_;
};

}  // namespace targets
