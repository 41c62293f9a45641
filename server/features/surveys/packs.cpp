#include "features/surveys/packs.hpp"

#include "features/surveys/pack.hpp"
#include "survey_files.hpp"

#include <algorithm>

namespace surveys {

std::vector<Survey> const& packs()
{
    static auto const all = [] {
        std::vector<Survey> read;
        for (auto const& file : survey_files()) read.push_back(read_pack(file.identity.bytes).survey);
        return read;
    }();
    return all;
}

Survey const* pack(std::string_view code)
{
    auto const found = std::find_if(packs().begin(), packs().end(), [&](auto const& survey) { return survey.code == code; });
    return found == packs().end() ? nullptr : &*found;
}

}  // namespace surveys
