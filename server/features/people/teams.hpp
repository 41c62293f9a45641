// A team (係, 担当, 班, グループ, チーム) stands within a section and counts for it.
#pragma once
#include "platform/db/tx.hpp"

#include <algorithm>
#include <string_view>

// Behind IN, of org_unit.kind; the same as is_team.
#define SQL_TEAM_KINDS "('係', '担当', '班', 'グループ', 'チーム')"

namespace people {

inline bool is_team(std::string_view kind)
{
    constexpr std::string_view kKinds[] = {"係", "担当", "班", "グループ", "チーム"};
    return std::find(std::begin(kKinds), std::end(kKinds), kind) != std::end(kKinds);
}

/// The section a person belongs to on the day; nothing without a primary posting.
std::optional<OrgUnitId> section_of(db::Tx&, StaffId, Date);

}  // namespace people
