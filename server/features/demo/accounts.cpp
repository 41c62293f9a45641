// One account a role, each at a place where the role has something to see.
#include "features/access/accounts.hpp"

#include "features/demo/city.hpp"
#include "features/skills/gap_index.hpp"

#include <algorithm>

namespace demo {
namespace {

struct Part {
    Role role;
    std::string_view login, description, description_en;
};

constexpr Part kParts[] = {
    {Role::staff, "staff", "自分の区分、スキル、次に受ける研修を見る職員",
     "A staff member who looks at their own skills and what comes next"},
    {Role::section_head, "head", "課の職員のスキルを確認し、★を判断する所属長",
     "A section head who confirms skills and decides the ★"},
    {Role::dx_leader, "leader", "課で計画を進める推進リーダー", "The person who drives the plan in a section"},
    {Role::adviser, "adviser", "各課の相談に応じるアドバイザー", "An adviser whom sections consult"},
    {Role::training_officer, "training", "職員名簿、任命、研修の修了を扱う研修担当",
     "Training: roster, appointments, completions"},
    {Role::dx_office, "office", "計画をつくり、全庁のギャップを見るDX推進担当",
     "The DX office: the plan, and the gap of the whole city"},
    {Role::executive, "executive", "目標と全庁の状況を見る経営層", "An executive who looks at targets and the city as a whole"},
    {Role::administrator, "admin", "アカウント、監査、取込みを扱うシステム管理者", "Accounts, audit and imports"},
};

class Casting {
public:
    Casting(skills::GapIndex const& index, std::vector<Desk> const& desks, std::vector<Someone> const& everybody)
        : index_(index), ladder_(index.plan()), desks_(desks), everybody_(everybody)
    {
        std::pair<bool, std::size_t> best;  // a section in which a ★ waits, then one with many people
        for (auto const& someone : everybody) {
            if (someone.person.left_on || !someone.is_head || !suits(someone) || desk_of(someone).tier != Tier::section) continue;
            auto const suitable = std::pair{a_star_waits_for(someone), people_below(someone.desk)};
            if (suitable > best && suitable.second <= 60) {
                best = suitable;
                head_ = &someone;
            }
        }
    }

    /// Each person plays one part; nobody when the city is too small for it.
    Someone const* for_part(Role role)
    {
        auto const* const found = find(role);
        if (found) taken_.push_back(found);
        return found;
    }

private:
    Desk const& desk_of(Someone const& someone) const { return desks_[static_cast<std::size_t>(someone.desk)]; }
    bool below_head(Someone const& someone) const { return head_ && is_below(someone, head_->desk); }
    bool is_below(Someone const& someone, int section) const
    {
        return someone.desk == section || desk_of(someone).parent == section;
    }
    std::size_t people_below(int section) const
    {
        return static_cast<std::size_t>(
            std::count_if(everybody_.begin(), everybody_.end(), [&](auto const& someone) { return is_below(someone, section); }));
    }
    bool a_star_waits_for(Someone const& head) const
    {
        return std::any_of(everybody_.begin(), everybody_.end(), [&](auto const& someone) {
            auto const* const standing = index_.standing(someone.id);
            return someone.id != head.id && is_below(someone, head.desk) && standing && standing->active && standing->open.any();
        });
    }
    static bool suits(Someone const& someone)
    {
        return someone.regular && someone.person.leaves.empty() && someone.person.engagements.back().occupation == "行政職";
    }

    template <class Test>
    Someone const* first(Test test) const
    {
        for (auto const& someone : everybody_)
            if (!someone.person.left_on && std::find(taken_.begin(), taken_.end(), &someone) == taken_.end() && test(someone))
                return &someone;
        return nullptr;
    }

    Someone const* find(Role role) const
    {
        auto const plain = [&](auto const& it) { return suits(it) && !it.is_head && !it.leads && it.rank > ladder_.team; };
        auto const in = [&](auto const& it, std::string_view section) {
            auto const parent = desk_of(it).parent;
            return desk_of(it).name == section || (parent >= 0 && desks_[static_cast<std::size_t>(parent)].name == section);
        };
        switch (role) {
            case Role::staff:
                if (auto const* const found = first([&](auto const& it) { return plain(it) && below_head(it); })) return found;
                return first(plain);
            case Role::section_head: return head_;
            case Role::dx_leader:
                if (auto const* const found = first([&](auto const& it) { return it.leads && below_head(it); })) return found;
                return first([](auto const& it) { return it.leads; });
            case Role::adviser: return first([&](auto const& it) { return plain(it) && desk_of(it).digital; });
            case Role::training_officer:
                return first([&](auto const& it) { return suits(it) && !it.is_head && in(it, "人事課"); });
            case Role::dx_office: return first([&](auto const& it) { return suits(it) && !it.is_head && desk_of(it).digital; });
            case Role::executive: return first([&](auto const& it) { return desk_of(it).tier == Tier::top; });
            case Role::administrator: break;
        }
        return nullptr;
    }

    skills::GapIndex const& index_;
    Ladder ladder_;
    std::vector<Desk> const& desks_;
    std::vector<Someone> const& everybody_;
    Someone const* head_ = nullptr;
    std::vector<Someone const*> taken_;
};

}  // namespace

void open_accounts(db::Tx& tx, std::shared_ptr<plan::Plan const> plan, std::vector<Desk> const& desks,
                   std::vector<Someone> const& everybody, Days const& days, std::string const& password,
                   std::string const& password_hash, Instant now)
{
    auto const index = skills::GapIndex::build(tx, std::move(plan), days.today, days.today);
    Casting casting(*index, desks, everybody);
    accounts::DemoAccounts shown;
    auto const by = system_actor("demo");
    for (auto const& part : kParts) {
        auto const* const player = casting.for_part(part.role);
        auto const name = player ? player->person.name : std::string(name_of(part.role).ja);
        accounts::NewAccount account{std::string(part.login), name, {}, {}, {{part.role, {}}}};
        if (player) account.staff = player->id;
        accounts::create_account(tx, by, account, password_hash, false, now);
        shown.accounts.push_back({std::string(part.login), password, name, part.role, std::string(name_of(part.role).ja),
                                  std::string(part.description), std::string(part.description_en)});
    }
    accounts::keep_demo_accounts(tx, shown);
}

}  // namespace demo
