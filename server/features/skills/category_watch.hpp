// Says for an import who belongs to which category before and after it. Answers imports::CategoryWatch.
#pragma once
#include "features/imports/category_watch.hpp"
#include "features/plan/versions.hpp"

namespace skills {

class RuleWatch final : public imports::CategoryWatch {
public:
    explicit RuleWatch(plan::Library& library) : library_(library) {}
    imports::Memberships before(db::Tx& tx, Date on) override { return memberships(tx, on); }
    imports::Memberships after(db::Tx& tx, Date on) override { return memberships(tx, on); }

private:
    /// Whoever imports may know of every posting, announced or not.
    /// From the transaction's own view: what it has written is not committed, and the shared index must not learn of it.
    imports::Memberships memberships(db::Tx&, Date on);
    plan::Library& library_;
};

}  // namespace skills
