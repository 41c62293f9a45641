// The organisation: departments → sections → teams, of uneven depth. A city beyond 6,000 people has wards above them.
#include "features/demo/city.hpp"
#include "features/people/units.hpp"

namespace demo {
namespace {

db::Sql const kClose{"UPDATE org_unit SET valid_until = $2, succeeded_by = $3 WHERE id = $1"};

constexpr Date kSince{std::chrono::year{2005}, std::chrono::April, std::chrono::day{1}};
constexpr int kPeoplePerWard = 3000;
constexpr int kPeoplePerPlace = 18;

/// A section's name as it ends is what the city calls such a place.
std::string_view kind_of(std::string_view name)
{
    for (std::string_view const kind : {"事務局", "センター", "課", "署", "所", "園", "館", "校", "院", "室", "係", "担当"})
        if (name.ends_with(kind)) return kind;
    return "課";
}

class Builder {
public:
    Builder(db::Tx& tx, City const& city) : tx_(tx), city_(city) {}

    /// Answers the index of the new desk.
    int add(int parent, std::string const& name, std::string_view kind, Tier tier, Section const& as,
            std::string_view authority = {})
    {
        auto const above = static_cast<std::size_t>(parent);
        auto const number = parent < 0 ? ++roots_ : ++children_[above];
        Desk desk;
        desk.parent = parent;
        desk.tier = tier;
        desk.code = (parent < 0 ? std::string() : desks_[above].code) + (number < 10 ? "0" : "") + std::to_string(number);
        desk.name = name;
        desk.occupation = as.occupation;
        desk.digital = !as.tag.empty() || (parent >= 0 && desks_[above].digital);
        people::NewUnit unit{desk.code, name, std::string(kind), {}, {}, as.tag.empty() ? kSince : kRenamedOn};
        if (parent >= 0) unit.parent = desks_[above].id;
        if (!as.tag.empty()) unit.tags = {std::string(as.tag)};
        desk.id = people::insert_unit(tx_, unit, ++sort_, std::string(authority));
        if (!as.tag.empty()) desk.formerly = predecessor(unit, desk.id);
        desks_.push_back(std::move(desk));
        children_.push_back(0);
        return static_cast<int>(desks_.size()) - 1;
    }

    void section(int department, Section const& section, int people)
    {
        if (section.teams == "*") return places(department, section, people);
        auto const desk = add(department, std::string(section.name), kind_of(section.name), Tier::section, section);
        auto const teams = words(section.teams);
        if (teams.empty() || people < static_cast<int>(teams.size()) * 3 + 1) {
            at(desk).people = people;
            return;
        }
        auto const office = 1 + (people >= 10 ? 1 : 0) + (people >= 40 ? 1 : 0);  // the head and the deputies
        at(desk).people = office;
        auto const rest = people - office;
        auto const count = static_cast<int>(teams.size());
        for (int i = 0; i < count; ++i) {
            Section inside = section;
            inside.tag = {};
            auto const name = std::string(teams[static_cast<std::size_t>(i)]);
            auto const team = add(desk, name, kind_of(name), Tier::team, inside);
            at(team).people = rest * (i + 1) / count - rest * i / count;
        }
    }

    Desk& at(int desk) { return desks_[static_cast<std::size_t>(desk)]; }
    std::vector<Desk> take() { return std::move(desks_); }

private:
    static std::vector<std::string_view> words(std::string_view text)
    {
        std::vector<std::string_view> found;
        while (!text.empty()) {
            auto const end = std::min(text.find(' '), text.size());
            found.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
        return found;
    }

    /// 中央保育所, 東部保育所 …: each directly below the department.
    void places(int department, Section const& section, int people)
    {
        auto const names = place_names();
        auto const count = std::clamp(people / kPeoplePerPlace, 1, static_cast<int>(names.size()));
        for (int i = 0; i < count; ++i) {
            auto const name = std::string(names[static_cast<std::size_t>(i)]).append(section.name);
            auto const place = add(department, name, kind_of(name), Tier::place, section);
            at(place).people = people * (i + 1) / count - people * i / count;
        }
    }

    OrgUnitId predecessor(people::NewUnit unit, OrgUnitId successor)
    {
        unit.name = city_.formerly;
        unit.valid_from = kSince;
        auto const id = people::insert_unit(tx_, unit, sort_);
        tx_.run(kClose, id, kRenamedOn, successor);
        return id;
    }

    db::Tx& tx_;
    City const& city_;
    std::vector<Desk> desks_;
    std::vector<int> children_;
    int roots_ = 0, sort_ = 0;
};

struct Planned {
    Department department;
    std::vector<Section> sections;
    int ward = 0;
};

/// What is to be built: the common departments with the city's own additions, once or once a ward; in a small town only sections
/// big enough to have somebody in them.
std::vector<Planned> planned(City const& city, int staff)
{
    static constexpr Section kHospital[] = {{"診療部", 3, "内科 外科 小児科", "医療職"},
                                            {"看護部", 6, "外来 病棟第一 病棟第二 手術室", "医療職"},
                                            {"薬剤部", 1, {}, "医療職"},
                                            {"医事課", 1}};
    auto const wards = staff >= 2 * kPeoplePerWard ? staff / kPeoplePerWard : 1;
    auto const least_weight = staff >= 800 ? 0 : staff >= 300 ? 14 : 34;
    std::vector<Planned> all;
    for (int ward = 0; ward < wards; ++ward) {
        for (auto const& department : common_departments()) {
            Planned one{department, {}, ward};
            if (ward == 0 && department.name == city.digital_home) one.sections.push_back(city.digital);
            for (auto const& section : department.sections)
                if (section.weight >= least_weight) one.sections.push_back(section);
            if (!one.sections.empty()) all.push_back(std::move(one));
        }
    }
    if (!city.hospital.empty() && staff >= 800) {
        Planned hospital{{city.hospital, "院", "病院事業管理者", {}}, {}, 0};
        for (auto section : kHospital) {
            section.weight = section.weight * city.hospital_weight / 11;
            hospital.sections.push_back(section);
        }
        all.push_back(std::move(hospital));
    }
    return all;
}

constexpr std::string_view kWardNames[] = {"中央区", "東区", "西区",   "南区",   "北区",   "港区",   "緑区",   "旭区",
                                           "泉区",   "栄区", "青葉区", "宮前区", "川岸区", "高台区", "新田区", "若葉区"};

}  // namespace

std::vector<Desk> set_up_organisation(db::Tx& tx, City const& city, int staff)
{
    auto const all = planned(city, staff);
    Builder builder(tx, city);
    auto const executives = staff >= 300 ? 3 : 1;
    builder.at(builder.add(-1, "特別職", "市", Tier::top, {"", 0}, "市長")).people = executives;

    int heads = executives, weights = 0;
    for (auto const& one : all) {
        heads += 2;
        for (auto const& section : one.sections) weights += section.weight;
    }
    auto const seats = std::max(staff - heads, 0);
    std::vector<int> wards;
    int sum = 0;
    auto const several = all.empty() || all[all.size() - 1].ward > 0 || staff >= 2 * kPeoplePerWard;
    for (auto const& one : all) {
        while (several && static_cast<int>(wards.size()) <= one.ward) {
            auto const n = wards.size();
            auto const name =
                std::string(kWardNames[n % std::size(kWardNames)]) + (n < std::size(kWardNames) ? "" : std::to_string(n));
            wards.push_back(builder.add(-1, name + "役所", "区", Tier::department, {"", 0}, "市長"));
        }
        auto const parent = several ? wards[static_cast<std::size_t>(one.ward)] : -1;
        auto const department = builder.add(parent, std::string(one.department.name), one.department.kind, Tier::department,
                                            {"", 0, {}, one.sections.front().occupation}, one.department.authority);
        builder.at(department).people = 2;
        for (auto const& section : one.sections) {
            auto const before = static_cast<std::int64_t>(sum) * seats / weights;
            sum += section.weight;
            auto const after = static_cast<std::int64_t>(sum) * seats / weights;
            builder.section(department, section, static_cast<int>(after - before));
        }
    }
    return builder.take();
}

}  // namespace demo
