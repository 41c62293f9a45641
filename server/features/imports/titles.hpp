// 職名 as a roster writes it, and the rank of the plan it stands for.
#pragma once
#include "features/plan/plan.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace imports {

struct TitleReading {
    std::string rank;   ///< the plan's name for it, or the title as given
    std::string title;  ///< as given where it differs from the rank
    bool known = true;  ///< to the plan
};

class Titles {
public:
    explicit Titles(std::vector<plan::Rank> const&);
    /// `title`: of a second column beside the rank, may be empty.
    TitleReading const& read(std::string_view rank, std::string_view title);

private:
    std::unordered_map<std::string, std::string> ranks_;  ///< folded name or alias to the rank's name
    std::unordered_map<std::string, TitleReading> read_;
};

/// 総務課の課長, 総務部の部長, 子育て支援センターのセンター長・所長: the title of the unit's own kind makes its head.
bool is_title_of_head(std::string_view unit_kind, std::string_view title);

}  // namespace imports
