#include "features/home/kept_pages.hpp"

namespace home {
namespace {
constexpr std::size_t kMost = 2000;  // about 10 KB each
}

std::shared_ptr<SharedPage const> KeptPages::find(db::Tx& tx, Key const& key) const
{
    Kept kept;
    {
        std::lock_guard const lock{guard_};
        auto const known = pages_.find(key);
        if (known == pages_.end()) return nullptr;
        kept = known->second;
    }
    return people::unchanged(tx, key.staff, kept.mark) ? kept.page : nullptr;
}

void KeptPages::keep(db::Tx& tx, Key const& key, std::shared_ptr<SharedPage const> page)
{
    Kept kept{people::mark_of(tx, key.staff), std::move(page)};
    std::lock_guard const lock{guard_};
    if (pages_.size() >= kMost) pages_.clear();
    pages_.insert_or_assign(key, std::move(kept));
}

}  // namespace home
