// The gap indexes of one municipality, kept up to date: the day asked for, under the plan in force that day.
// A question first brings its index forward to what its own transaction sees (change_log), so an answer is never older than the
// transaction that asks. A few days are kept; today's is the one nearly everybody asks for.
#pragma once
#include "features/plan/versions.hpp"
#include "features/skills/gap_index.hpp"

#include <list>
#include <mutex>
#include <set>
#include <shared_mutex>

namespace skills {

class Everybody {
public:
    explicit Everybody(plan::Library& library) : library_(library) {}

    /// f(GapIndex const&) under the index of the day; what it returns must not refer into the index. Postings announced after
    /// `today` are not in it. Refuses with not_found when no plan is in force on the day.
    template <class F>
    auto ask(db::Tx& tx, Date on, Date today, F&& f)
    {
        for (;;) {
            auto const entry = fresh(tx, on, today);
            std::shared_lock const lock{entry->guard};
            if (entry->index)
                return f(std::as_const(*entry->index));  // else another thread began to build it anew and was refused
        }
    }

private:
    struct Entry {
        Date on, today;
        std::shared_mutex guard;
        std::unique_ptr<GapIndex> index;
        PlanVersionId version;
        std::int64_t revision = 0;
        std::int64_t seq = 0;         ///< changes up to here are in the index
        std::set<std::int64_t> seen;  ///< PostgreSQL: numbers near `seq` that are in, because neighbours may commit later
    };
    std::shared_ptr<Entry> fresh(db::Tx&, Date on, Date today);
    std::shared_ptr<Entry> entry_of(Date on, Date today);
    void bring_forward(db::Tx&, Entry&);

    plan::Library& library_;
    std::mutex entries_guard_;
    std::list<std::shared_ptr<Entry>> entries_;  ///< most recently asked first
};

}  // namespace skills
