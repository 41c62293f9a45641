#include "features/people/days.hpp"

#include "features/people/roster_load.hpp"

#include <algorithm>

namespace people {
namespace {

struct Mark {
    std::optional<std::int64_t> last;
    std::int64_t changes = 0;
};
BOOST_DESCRIBE_STRUCT(Mark, (), (last, changes))

db::Sql const kMark{"SELECT max(seq) AS last, count(*) AS changes FROM change_log"};

constexpr std::size_t kKept = 4;

struct PlainDay final : DayView {
    explicit PlainDay(std::shared_ptr<Roster const> roster) : roster_(std::move(roster)) {}
    Roster const& roster() const override { return *roster_; }
    std::shared_ptr<Roster const> roster_;
};

}  // namespace

Date announced_by(Actor const& actor, Date today)
{
    return may(actor, Permission::see_future_postings) ? kAnnouncedOrNot : today;
}

void RosterDays::with(db::Tx& tx, Date on, Date announced, std::function<void(DayView const&)> const& f)
{
    f(PlainDay{roster(tx, on, announced)});
}

std::shared_ptr<Roster const> RosterDays::roster(db::Tx& tx, Date on, Date announced)
{
    auto const mark = tx.one<Mark>(kMark);
    std::lock_guard const lock{guard_};
    std::erase_if(recent_,
                  [&](Entry const& entry) { return entry.last != mark.last.value_or(0) || entry.changes != mark.changes; });
    for (auto const& entry : recent_) {
        if (entry.on == on && entry.announced == announced) return entry.roster;
    }
    if (recent_.size() == kKept) recent_.erase(recent_.begin());
    recent_.push_back(
        {on, announced, mark.last.value_or(0), mark.changes, std::make_shared<Roster const>(load_roster(tx, on, announced))});
    return recent_.back().roster;
}

}  // namespace people
