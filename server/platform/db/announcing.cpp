#include "platform/db/announcing.hpp"

namespace db {

void Ear::set(Hear hear)
{
    std::lock_guard const lock(mutex_);
    hear_ = std::move(hear);
}

void Ear::tell(std::string_view topic, std::string_view text) const
{
    std::lock_guard const lock(mutex_);
    if (hear_) hear_(topic, text);
}

}  // namespace db
