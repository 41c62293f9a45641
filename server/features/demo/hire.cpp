// People: a pyramid of ranks with a head for every unit, and for everyone a career that leads to the present post.
#include "features/demo/city.hpp"
#include "features/demo/names.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace demo {
namespace {

constexpr std::string_view kMotivations[] = {
    "窓口の待ち時間を減らす仕組みづくりに関わりたい。",
    "データを使った政策の検討を担当してみたい。",
    "業務の流れを図にして、紙のやりとりを減らしたい。",
    "デジタルが苦手な同僚を支える役割を担いたい。",
    "システムの標準化の経験を生かしたい。",
};
constexpr std::string_view kSystems[] = {
    "住民記録システム",       "税務総合システム", "国民健康保険システム", "介護保険システム", "生活保護システム",
    "子ども・子育てシステム", "財務会計システム", "文書管理システム",     "人事給与システム", "統合型GIS",
    "施設予約システム",       "学校事務システム", "公営企業会計システム", "消防指令システム"};

/// Years in service that go with a step above (negative) or below the 係長.
int tenure_at(Ladder const& ladder, std::size_t rank, Dice& dice)
{
    if (rank <= ladder.department) return dice.between(30, 37);
    if (rank <= ladder.section) return dice.between(24, 35);
    if (rank <= ladder.deputy_section) return dice.between(18, 33);
    if (rank <= ladder.team) return dice.between(14, 30);
    auto const below = static_cast<int>(rank - ladder.team);  // 主査 1, 主任 2, 主事 3, 主事補 4
    static constexpr std::array<std::pair<int, int>, 4> kYears{{{10, 24}, {6, 18}, {1, 9}, {0, 2}}};
    auto const [least, most] = kYears[static_cast<std::size_t>(std::min(below, 4) - 1)];
    return dice.between(least, most);
}

class Hiring {
public:
    Hiring(City const& city, plan::Plan const& plan, std::vector<Desk> const& desks, Days const& days, Dice& dice)
        : city_(city), ladder_(plan), desks_(desks), days_(days), dice_(dice)
    {
        for (std::size_t i = 0; i < desks.size(); ++i)
            if (desks[i].people > 0 && desks[i].tier != Tier::top && desks[i].tier != Tier::department)
                by_occupation_[desks[i].occupation].push_back(static_cast<int>(i));
    }

    std::vector<Someone> everybody()
    {
        for (std::size_t i = 0; i < desks_.size(); ++i) fill(static_cast<int>(i));
        if (city_.externals) add_externals();
        auto const present = everybody_.size();
        for (std::size_t i = 0; i < present / 33; ++i) add_leaver();
        share_out_extras(present);
        announce_moves(present);
        return std::move(everybody_);
    }

private:
    Desk const& desk_of(Someone const& someone) const { return desks_[static_cast<std::size_t>(someone.desk)]; }

    void fill(int index)
    {
        auto const& desk = desks_[static_cast<std::size_t>(index)];
        for (int seat = 0; seat < desk.people; ++seat) {
            // One section in twenty-four waits for its head; somebody above acts for it (share_out_extras).
            if (seat == 0 && desk.tier == Tier::section && desk.people > 4 && !desk.digital && ++sections_ % 24 == 0) {
                headless_.push_back(index);
                continue;
            }
            Someone someone;
            someone.desk = index;
            someone.rank = rank_for(desk, seat);
            someone.is_head = seat == 0 && desk.tier != Tier::top;
            add(std::move(someone));
        }
    }

    std::size_t rank_for(Desk const& desk, int seat)
    {
        switch (desk.tier) {
            case Tier::top: return seat < 2 ? ladder_.top : std::min(ladder_.top + 1, ladder_.department);
            case Tier::department: return seat == 0 ? ladder_.department : ladder_.deputy_department;
            case Tier::section:
                if (seat == 0) return ladder_.section;
                if (seat == 1 && desk.people >= 2) return ladder_.deputy_section;
                if (seat == 2) return ladder_.team;
                break;
            case Tier::team:
                if (seat == 0) return ladder_.team;
                break;
            case Tier::place:
                if (seat == 0) return ladder_.deputy_section;
                if (seat == 1) return ladder_.team;
                break;
        }
        auto const roll = dice_.below(100);
        return ladder_.first_staff + (roll < 20 ? 0U : roll < 54 ? 1U : roll < 92 ? 2U : 3U);
    }

    std::string next_number(int year)
    {
        auto const serial = ++serial_[year];
        auto text = std::to_string(year % 100 * 10000 + serial);
        return std::string(6 - std::min<std::size_t>(text.size(), 6), '0') + text;
    }

    void name_and_number(Someone& someone, int joined_year)
    {
        auto const name = made_up_name(dice_);
        auto& person = someone.person;
        person.staff_no = next_number(joined_year);
        person.name = name.name;
        person.kana = name.kana;
        person.former_name = name.former_name;
        person.email = "s" + person.staff_no + "@" + std::string(city_.slug) + ".example";
        person.joined_on = days_.april(joined_year);
        if (dice_.percent(4)) person.motivation = dice_.one_of(std::span<std::string_view const>(kMotivations));
        if (name.woman && someone.rank >= ladder_.team) might_be_mother_.push_back(everybody_.size());
    }

    std::string recruitment_of(Desk const& desk)
    {
        if (desk.occupation == "行政職") return desk.digital && dice_.percent(60) ? std::string(city_.it_recruitment) : "事務職";
        return desk.occupation;
    }

    people::Engagement engagement_of(Someone const& someone, std::string employment, Date from)
    {
        auto const& desk = desk_of(someone);
        people::Engagement engagement;
        engagement.employment = std::move(employment);
        engagement.occupation = desk.occupation;
        engagement.recruitment = someone.regular ? recruitment_of(desk) : "";
        auto const by_hand = desk.occupation == "技能労務職" ? 70 : desk.occupation == "保育士" ? 25 : 0;
        engagement.uses_pc = someone.is_head || !dice_.percent(by_hand);
        engagement.valid_from = from;
        return engagement;
    }

    void add(Someone someone)
    {
        auto const& desk = desk_of(someone);
        auto const may_be_hourly = !someone.is_head && someone.rank > ladder_.first_staff;
        auto const hourly = desk.tier == Tier::place ? 55 : desk.occupation == "消防職" ? 0 : 26;
        if (may_be_hourly && dice_.percent(hourly)) return add_by_the_year(std::move(someone));
        auto const reappointed = someone.rank == ladder_.first_staff && dice_.percent(22);
        auto const tenure = reappointed ? dice_.between(36, 39) : tenure_at(ladder_, someone.rank, dice_);
        auto const joined = days_.year - tenure;
        name_and_number(someone, joined);
        auto& engagements = someone.person.engagements;
        engagements.push_back(engagement_of(someone, "正規", days_.april(joined)));
        if (reappointed) {
            auto const since = days_.april(days_.year - dice_.between(0, 3));
            engagements.back().valid_until = since;
            engagements.push_back(engagement_of(someone, "再任用", since));
            someone.regular = false;
        } else if (tenure < 3 && dice_.percent(6)) {
            engagements.back().employment = "任期付";
            someone.regular = false;
        }
        career(someone, joined);
        everybody_.push_back(std::move(someone));
    }

    /// 会計年度任用職員: engaged year by year, in one place, without a career.
    void add_by_the_year(Someone someone)
    {
        someone.regular = false;
        auto const joined = days_.year - dice_.between(0, 4);
        name_and_number(someone, joined);
        someone.person.engagements.push_back(engagement_of(someone, "会計年度任用", days_.april(joined)));
        post(someone, someone.desk, "会計年度任用職員", days_.april(joined), {});
        everybody_.push_back(std::move(someone));
    }

    /// A stay in one unit; a renamed unit makes two postings of it.
    void post(Someone& someone, int index, std::string const& rank, Date from, std::optional<Date> until, bool is_head = false)
    {
        auto const& desk = desks_[static_cast<std::size_t>(index)];
        people::Posting posting;
        posting.unit = desk.id;
        posting.rank = rank;
        posting.is_head = is_head;
        posting.effective_on = from;
        posting.ended_on = until;
        posting.announced_on = add_days(from, -9);
        auto const before = owner_before(index);
        if (before && from < kRenamedOn) {
            auto former = posting;
            former.unit = *before;
            if (!until || *until > kRenamedOn) former.ended_on = kRenamedOn;
            someone.person.postings.push_back(former);
            if (until && *until <= kRenamedOn) return;
            posting.effective_on = kRenamedOn;
            posting.announced_on = add_days(kRenamedOn, -9);
        }
        someone.person.postings.push_back(posting);
    }

    /// Before the renaming, teams of that section are the old section.
    std::optional<OrgUnitId> owner_before(int index) const
    {
        for (; index >= 0; index = desks_[static_cast<std::size_t>(index)].parent)
            if (auto const& former = desks_[static_cast<std::size_t>(index)].formerly) return former;
        return std::nullopt;
    }

    /// Backwards from the present post: every few years another unit, now and then a rank lower; ten years are enough.
    void career(Someone& someone, int joined)
    {
        struct Stay {
            int desk;
            std::size_t rank;
            int from, until;
            bool is_head;
        };
        std::vector<Stay> stays;
        auto rank = someone.rank;
        auto since = std::max(joined, days_.year - dice_.below(4));
        stays.push_back({someone.desk, rank, since, 0, someone.is_head});
        auto const& elsewhere = by_occupation_[desk_of(someone).occupation];
        auto const first = std::max(joined, days_.year - 10);
        while (since > first && !elsewhere.empty()) {
            auto const until = since;
            since = std::max(first, until - dice_.between(2, 5));
            if (rank + 1 < ladder_.names.size() && dice_.percent(45)) ++rank;
            auto const desk = dice_.one_of(std::span<int const>(elsewhere));
            stays.push_back({desk, rank, since, until, false});
        }
        for (auto stay = stays.rbegin(); stay != stays.rend(); ++stay)
            post(someone, stay->desk, ladder_.at(stay->rank), days_.april(stay->from),
                 stay->until == 0 ? std::nullopt : std::optional{days_.april(stay->until)}, stay->is_head);
    }

    void add_externals()
    {
        for (std::size_t i = 0; i < desks_.size(); ++i) {
            if (!desks_[i].digital || desks_[i].tier != Tier::section) continue;
            for (std::string_view const title : {"CIO補佐官", "データ活用専門官"}) {
                Someone someone;
                someone.desk = static_cast<int>(i);
                someone.rank = ladder_.names.size();
                someone.regular = false;
                someone.external = true;
                name_and_number(someone, days_.year - 1);
                auto engagement = engagement_of(someone, "任期付", days_.april(days_.year - 1));
                engagement.recruitment = "外部人材";
                engagement.is_external = true;
                engagement.valid_until = days_.april(days_.year + 2);
                someone.person.engagements.push_back(engagement);
                post(someone, someone.desk, "専門官", days_.april(days_.year - 1), {});
                someone.person.postings.back().title = title;
                everybody_.push_back(std::move(someone));
            }
        }
    }

    /// Somebody who was here in earlier years.
    void add_leaver()
    {
        auto const& desks = by_occupation_["行政職"];
        if (desks.empty()) return;
        Someone someone;
        someone.desk = dice_.one_of(std::span<int const>(desks));
        someone.rank = ladder_.team + static_cast<std::size_t>(dice_.below(4));
        auto const joined = days_.year - dice_.between(12, 38);
        name_and_number(someone, joined);
        auto const left = days_.april(days_.year - dice_.below(4));
        someone.person.left_on = left;
        auto engagement = engagement_of(someone, "正規", days_.april(joined));
        engagement.valid_until = left;
        someone.person.engagements.push_back(engagement);
        post(someone, someone.desk, ladder_.at(someone.rank), days_.april(std::max(joined, days_.year - 8)), left);
        everybody_.push_back(std::move(someone));
    }

    /// Concurrent and acting posts, leave, systems.
    void share_out_extras(std::size_t present)
    {
        for (auto const index : headless_) act_for(index, present);
        for (std::size_t i = 0; i < present; ++i) {
            auto& someone = everybody_[i];
            auto const& desk = desk_of(someone);
            if (someone.rank <= ladder_.deputy_section && someone.rank > ladder_.department && dice_.percent(13)) {
                auto const& others = by_occupation_[desk.occupation];
                auto const other = dice_.one_of(std::span<int const>(others.empty() ? by_occupation_["行政職"] : others));
                if (other != someone.desk) second_post(someone, other, people::PostingKind::concurrent, false);
            }
            auto const office_work =
                desk.occupation == "行政職" && desk.tier != Tier::top && !someone.is_head && !someone.external;
            if (office_work && dice_.percent(desk.digital ? 40 : 5)) {
                auto const since = someone.person.postings.back().effective_on;
                someone.person.systems.push_back(
                    {std::string(dice_.one_of(std::span<std::string_view const>(kSystems))), since, {}});
            }
            if (!someone.is_head && dice_.percent(0.8))
                leave(someone, dice_.percent(70) ? "病気休職" : "派遣", add_days(days_.today, -dice_.between(20, 200)),
                      dice_.between(90, 300));
        }
        for (auto const i : might_be_mother_)
            if (i < present && everybody_[i].person.leaves.empty() && dice_.percent(5))
                leave(everybody_[i], "育児休業", add_days(days_.today, -dice_.between(0, 500)), dice_.between(200, 700));
    }

    static void leave(Someone& someone, std::string kind, Date from, int days)
    {
        from = std::max(from, *someone.person.joined_on);
        someone.person.leaves.push_back({std::move(kind), from, add_days(from, days)});
    }

    void second_post(Someone& someone, int desk, people::PostingKind kind, bool is_head)
    {
        auto posting = someone.person.postings.back();
        posting.unit = desks_[static_cast<std::size_t>(desk)].id;
        posting.kind = kind;
        posting.is_head = is_head;
        posting.effective_on = std::max(posting.effective_on, days_.april(days_.year));
        posting.announced_on = add_days(posting.effective_on, -9);
        someone.person.postings.push_back(posting);
    }

    void act_for(int section, std::size_t present)
    {
        auto const above = desks_[static_cast<std::size_t>(section)].parent;
        for (std::size_t i = 0; i < present; ++i) {
            auto& someone = everybody_[i];
            if (someone.desk == above && someone.is_head) return second_post(someone, section, people::PostingKind::acting, true);
        }
    }

    /// Moves to come: on the first of next month already announced, in two months known to the personnel section only.
    void announce_moves(std::size_t present)
    {
        auto const next = first_of_month(1), later = first_of_month(3);
        for (std::size_t i = 0; i < present; ++i) {
            auto& someone = everybody_[i];
            auto& postings = someone.person.postings;
            if (!someone.regular || someone.is_head || postings.back().kind != people::PostingKind::primary ||
                !dice_.percent(1.4))
                continue;
            auto const announced = dice_.percent(45);
            auto move = postings.back();
            auto const& elsewhere = by_occupation_[desk_of(someone).occupation];
            if (elsewhere.empty()) continue;
            auto const desk = dice_.one_of(std::span<int const>(elsewhere));
            if (desk == someone.desk) continue;
            move.unit = desks_[static_cast<std::size_t>(desk)].id;
            move.effective_on = announced ? next : later;
            move.announced_on = announced ? add_days(days_.today, -2) : add_days(later, -10);
            postings.back().ended_on = move.effective_on;
            postings.push_back(move);
        }
    }

    Date first_of_month(int ahead) const
    {
        auto const month = add_months(days_.today, ahead);
        return Date{month.year(), month.month(), std::chrono::day{1}};
    }

    City const& city_;
    Ladder ladder_;
    std::vector<Desk> const& desks_;
    Days const& days_;
    Dice& dice_;
    std::map<std::string, std::vector<int>> by_occupation_;
    std::map<int, int> serial_;
    int sections_ = 0;
    std::vector<int> headless_;
    std::vector<std::size_t> might_be_mother_;
    std::vector<Someone> everybody_;
};

}  // namespace

std::vector<Someone> hire_everybody(db::Tx& tx, City const& city, plan::Plan const& plan, std::vector<Desk> const& desks,
                                    Days const& days, Dice& dice, Instant now)
{
    auto everybody = Hiring(city, plan, desks, days, dice).everybody();
    std::vector<people::NewPerson> persons;
    persons.reserve(everybody.size());
    for (auto& someone : everybody) persons.push_back(someone.person);
    auto const ids = people::insert_staff(tx, persons, now);
    for (std::size_t i = 0; i < ids.size(); ++i) everybody[i].id = ids[i];
    return everybody;
}

}  // namespace demo
