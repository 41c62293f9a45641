// The text an entry's hash is made from. It never changes: old chains must stay verifiable.
#pragma once
#include "platform/core/date.hpp"
#include "platform/core/ids.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace audit {

struct Entry {
    Instant at{};
    std::optional<AccountId> account_id;
    std::string actor, action, subject_kind;
    std::optional<std::int64_t> subject_id;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(Entry, (), (at, account_id, actor, action, subject_kind, subject_id, detail))

/// SHA-256 in hexadecimal over the position, the entry's members as JSON and the previous hash.
std::string hash_of(std::int64_t position, Entry const&, std::string_view previous);

}  // namespace audit
