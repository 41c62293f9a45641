#include "features/skills/everybody.hpp"

#include <algorithm>

namespace skills {
namespace {

struct ChangeRow {
    std::int64_t seq = 0;
    std::optional<StaffId> staff_id;
};
BOOST_DESCRIBE_STRUCT(ChangeRow, (), (seq, staff_id))

db::Sql const kChangesSince{"SELECT seq, staff_id FROM change_log WHERE seq > $1 ORDER BY seq LIMIT 5000"};
db::Sql const kLastChange{"SELECT max(seq) AS seq FROM change_log"};
db::Sql const kHowMany{"SELECT count(*) FROM change_log WHERE seq > $1"};

constexpr std::size_t kKeptDays = 4;
/// Beyond this many changed people, building anew is quicker than bringing them forward one by one.
constexpr std::size_t kMostPeopleForward = 1000;
/// On PostgreSQL a transaction may commit after one with a higher number; numbers this near to the last are asked for again.
constexpr std::int64_t kLateCommits = 256;

std::int64_t looked_back(std::int64_t seq) { return std::max<std::int64_t>(0, seq - kLateCommits); }

}  // namespace

std::shared_ptr<Everybody::Entry> Everybody::entry_of(Date on, Date today)
{
    std::lock_guard const lock{entries_guard_};
    auto const known =
        std::find_if(entries_.begin(), entries_.end(), [&](auto const& e) { return e->on == on && e->today == today; });
    if (known != entries_.end()) {
        entries_.splice(entries_.begin(), entries_, known);
    } else {
        entries_.push_front(std::make_shared<Entry>());
        entries_.front()->on = on;
        entries_.front()->today = today;
        if (entries_.size() > kKeptDays) entries_.pop_back();
    }
    return entries_.front();
}

std::shared_ptr<Everybody::Entry> Everybody::fresh(db::Tx& tx, Date on, Date today)
{
    auto entry = entry_of(on, today);
    {
        std::shared_lock const lock{entry->guard};
        if (entry->index &&
            tx.one<std::int64_t>(kHowMany, looked_back(entry->seq)) <= static_cast<std::int64_t>(entry->seen.size()))
            return entry;  // a plan put in force is such a change too
    }
    auto const plan = library_.in_force(tx, on);
    std::unique_lock const lock{entry->guard};
    if (entry->index && (entry->version != plan->version.id || entry->revision != plan->version.revision)) entry->index.reset();
    if (!entry->index) {
        entry->version = plan->version.id;
        entry->revision = plan->version.revision;
    }
    bring_forward(tx, *entry);
    return entry;
}

void Everybody::bring_forward(db::Tx& tx, Entry& entry)
{
    auto const changes = entry.index ? tx.all<ChangeRow>(kChangesSince, looked_back(entry.seq)) : std::vector<ChangeRow>{};
    std::vector<StaffId> people;
    bool everything = !entry.index;
    for (auto const& change : changes) {
        if (entry.seen.contains(change.seq)) continue;
        everything = everything || !change.staff_id;
        if (change.staff_id) people.push_back(*change.staff_id);
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());

    if (everything || people.size() > kMostPeopleForward) {
        auto const plan = library_.in_force(tx, entry.on);
        entry.index.reset();  // before the new one is built, or memory would hold both
        entry.index = GapIndex::build(tx, std::shared_ptr<plan::Plan const>{plan, &plan->plan}, entry.on, entry.today);
        entry.seq = tx.one<std::optional<std::int64_t>>(kLastChange).value_or(0);
        entry.seen.clear();
        for (auto const& change : tx.all<ChangeRow>(kChangesSince, looked_back(entry.seq))) entry.seen.insert(change.seq);
        return;
    }
    if (!people.empty()) entry.index->refresh(tx, people, entry.today);
    for (auto const& change : changes) {
        entry.seq = std::max(entry.seq, change.seq);
        entry.seen.insert(change.seq);
    }
    entry.seen.erase(entry.seen.begin(), entry.seen.upper_bound(entry.seq - kLateCommits));
}

}  // namespace skills
