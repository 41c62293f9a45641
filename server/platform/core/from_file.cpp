#include "platform/core/from_file.hpp"

FilePlace nearest(Places const& places, std::string pointer)
{
    for (;;) {
        if (auto const found = places.find(pointer); found != places.end()) return found->second;
        auto const slash = pointer.rfind('/');
        if (slash == std::string::npos) return {};
        pointer.resize(slash);
    }
}

std::vector<Problem> as_problems(std::vector<PlacedProblem> const& problems)
{
    std::vector<Problem> list;
    list.reserve(problems.size());
    for (auto const& p : problems) {
        auto const place = p.line == 0 ? std::string{} : std::to_string(p.line) + "行" + std::to_string(p.column) + "列: ";
        auto const place_en =
            p.line == 0 ? std::string{} : "line " + std::to_string(p.line) + ", column " + std::to_string(p.column) + ": ";
        list.push_back({p.pointer, place + p.ja, place_en + p.en});
    }
    return list;
}
