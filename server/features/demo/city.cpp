#include "features/demo/city.hpp"

#include <algorithm>

namespace demo {
namespace {

constexpr City kCities[] = {
    {"hirakata",
     "hirakata",
     2600,
     "総務部",
     {"ＤＸ推進課", 24, "企画推進係 情報基盤係 業務システム係", "行政職", "情報システム部門"},
     "情報システム課",
     "市立病院",
     260,
     "事務職(IT資格)",
     true},
    {"iwaki",
     "iwaki",
     3400,
     "市長公室",
     {"情報政策課", 26, "企画係 システム係 ネットワーク係", "行政職", "情報政策課"},
     "情報推進課",
     "医療センター",
     620,
     "行政(情報)",
     false},
    {"hiratsuka",
     "hiratsuka",
     1500,
     "市長公室",
     {"デジタル推進課", 16, "企画担当 基盤担当", "行政職", "デジタル推進部門"},
     "情報政策課",
     {},
     0,
     "事務(情報)",
     false},
    {"chigasaki",
     "chigasaki",
     1200,
     "市長公室",
     {"デジタル推進課", 14, "推進担当 情報基盤担当", "行政職", "デジタル推進部門"},
     "情報推進課",
     "市立病院",
     260,
     "事務(情報)",
     true},
    {"kakamigahara",
     "kakamigahara",
     900,
     "市長公室",
     {"情報推進課", 12, "推進係 管理係", "行政職", "情報政策部門"},
     "情報課",
     {},
     0,
     "事務(情報)",
     false},
};

std::size_t step_of(std::vector<std::string> const& names, std::initializer_list<std::string_view> candidates)
{
    for (auto const candidate : candidates) {
        auto const found = std::find(names.begin(), names.end(), candidate);
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    }
    return names.empty() ? 0 : names.size() - 1;
}

}  // namespace

std::span<City const> five_cities() { return kCities; }

Ladder::Ladder(plan::Plan const& plan)
{
    auto ranks = plan.ranks;
    std::stable_sort(ranks.begin(), ranks.end(), [](auto const& a, auto const& b) { return a.order > b.order; });
    for (auto const& rank : ranks) names.push_back(rank.name);
    if (names.empty()) names.emplace_back("係員");
    top = step_of(names, {"副市長"});
    department = step_of(names, {"部長"});
    deputy_department = step_of(names, {"次長"});
    section = step_of(names, {"課長"});
    deputy_section = step_of(names, {"課長代理", "課長補佐"});
    team = step_of(names, {"係長", "担当長"});
    first_staff = std::min(team + 1, names.size() - 1);
}

}  // namespace demo
