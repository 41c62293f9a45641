// Who goes next year: a round that is open now, an open call where the plan has one, and the decided round behind the
// appointments of this year. The head of the demo has not answered yet, and one of the head's people has applied.
#include "features/nominations/nominations.hpp"

#include "features/demo/city.hpp"

#include <algorithm>
#include <map>

namespace demo {
namespace {

using nominations::NomineeStatus;
using nominations::RoundStatus;

db::Sql const kRound{R"(
    INSERT INTO nomination_round (role_code, fiscal_year, route, name, eligibility, per_section, opens_on, closes_on, term_from,
                                  term_until, renewal, max_terms, survives_transfer, note, status, basis_no, basis_on, created_at)
    VALUES ($1, $2, $3, '', $4, $5, $6, $7, $8, $9, 'yearly', 0, 0, $10, $11, $12, $13, $14) RETURNING id)"};
db::Sql const kAppointed{
    "SELECT id, staff_id, basis_no, basis_on FROM appointment WHERE role_code = $1 AND valid_from = $2 ORDER BY id"};
db::Sql const kStaffOf{"SELECT staff_id FROM account WHERE login = $1"};

struct Appointed {
    AppointmentId id;
    StaffId staff_id;
    std::string basis_no;
    std::optional<Date> basis_on;
};
BOOST_DESCRIBE_STRUCT(Appointed, (), (id, staff_id, basis_no, basis_on))

struct SectionLine {
    NominationRoundId round_id;
    OrgUnitId unit_id;
    bool asked = true;
    int quota = 1;
    std::string answer, reason;
    std::optional<Instant> answered_at;
    std::int64_t revision = 0;
    std::optional<Instant> reminded_at;
    int reminded_times = 0;
    bool proxy = false;
};
BOOST_DESCRIBE_STRUCT(SectionLine, (),
                      (round_id, unit_id, asked, quota, answer, reason, answered_at, revision, reminded_at, reminded_times,
                       proxy))

struct NomineeLine {
    NominationRoundId round_id;
    StaffId staff_id;
    OrgUnitId unit_id;
    NomineeStatus status = NomineeStatus::nominated;
    bool applied = false;
    std::string reason;
    int place = 1;
    std::string head_reason, decision_reason, basis_no;
    std::optional<Date> basis_on;
    std::optional<AppointmentId> appointment_id;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(NomineeLine, (),
                      (round_id, staff_id, unit_id, status, applied, reason, place, head_reason, decision_reason, basis_no,
                       basis_on, appointment_id, changed_at))

constexpr std::string_view kWhy[] = {"課の業務の見直しを進めているため。", "研修の受講に意欲があるため。",
                                     "表計算と集計を担い、周りに教えているため。", "窓口の手続の電子化を担当しているため。"};
constexpr std::string_view kWhyNobody[] = {"異動の内示の後に決めるため。", "少人数で、育児休業中の職員がいるため。"};
constexpr std::string_view kWhyApply[] = {"窓口の手続を自分の手で良くしたい。", "データの分析を学び、課の計画に生かしたい。",
                                          "前の職場での経験を市役所で役立てたい。"};
constexpr int kOpenSince = 10, kOpenFor = 14, kApplicants = 6;

class Rounds {
public:
    Rounds(db::Tx& tx, plan::Plan const& plan, std::vector<Desk> const& desks, std::vector<Someone> const& everybody,
           Days const& days, Dice& dice, Instant now)
        : tx_(tx), plan_(plan), ladder_(plan), desks_(desks), everybody_(everybody), days_(days), dice_(dice), now_(now)
    {
        for (std::size_t i = 0; i < everybody.size(); ++i) {
            of_staff_[everybody[i].id.value] = i;
            if (!everybody[i].person.left_on) in_section_[section_of(everybody[i].desk)].push_back(i);
        }
        auto const head = tx.maybe_one<std::optional<StaffId>>(kStaffOf, "head");
        if (head && *head) head_ = section_of(everybody[of_staff_.at((*head)->value)].desk);
    }

    void hold()
    {
        for (auto const& role : plan_.roles) {
            auto const by = [&](plan::Route route) {
                return std::find(role.routes.begin(), role.routes.end(), route) != role.routes.end();
            };
            if (by(plan::Route::open_call)) call(role);
            for (auto const route : {plan::Route::nomination, plan::Route::recommendation, plan::Route::selection}) {
                if (!by(route)) continue;
                this_year(role, route);
                next_year(role, route);
                break;
            }
        }
        tx_.insert_many<SectionLine>("nomination_section",
                                     {"round_id", "unit_id", "asked", "quota", "answer", "reason", "answered_at", "revision",
                                      "reminded_at", "reminded_times", "proxy"},
                                     sections_);
        tx_.insert_many<NomineeLine>("nominee",
                                     {"round_id", "staff_id", "unit_id", "status", "applied", "reason", "place", "head_reason",
                                      "decision_reason", "basis_no", "basis_on", "appointment_id", "changed_at"},
                                     nominees_);
    }

private:
    int section_of(int desk) const
    {
        while (desk >= 0 && desks_[static_cast<std::size_t>(desk)].tier == Tier::team)
            desk = desks_[static_cast<std::size_t>(desk)].parent;
        return desk;
    }
    OrgUnitId unit(int desk) const { return desks_[static_cast<std::size_t>(desk)].id; }
    std::string why(std::span<std::string_view const> reasons) { return std::string(dice_.one_of(reasons)); }

    NominationRoundId round(plan::AppointedRole const& role, plan::Route route, int year, RoundStatus status,
                            std::string const& basis_no = {})
    {
        auto const from = days_.april(year);
        auto const open = status == RoundStatus::open;
        auto const closes = open ? add_days(days_.today, kOpenFor) : add_days(from, -kOpenFor);
        std::optional<Date> until, decided;
        if (role.term_years > 0) until = days_.april(year + role.term_years);
        if (!open) decided = add_days(from, -7);
        return NominationRoundId{
            tx_.insert(kRound, role.code, year, route, role.eligibility, role.per_section,
                       open ? add_days(days_.today, -kOpenSince) : add_days(closes, -kOpenFor - kOpenSince), closes, from, until,
                       open ? "異動の予定がある職員も、いまの所属から挙げてください。" : "", status, basis_no, decided, now_)};
    }

    /// A regular officer below the head, the one who leads now before others.
    std::optional<std::size_t> suited(std::vector<std::size_t> const& people) const
    {
        std::optional<std::size_t> found;
        for (auto const who : people) {
            auto const& someone = everybody_[who];
            auto const fits = someone.regular && !someone.is_head && someone.rank > ladder_.deputy_section &&
                              someone.person.leaves.empty() && !someone.external;
            if (fits && (!found || someone.leads)) found = who;
            if (found && someone.leads && fits) break;
        }
        return found;
    }

    /// Most sections have answered; the head's has not, and has been reminded.
    void next_year(plan::AppointedRole const& role, plan::Route route)
    {
        auto const id = round(role, route, days_.year + 1, RoundStatus::open);
        for (auto const& [section, people] : in_section_) {
            auto const tier = desks_[static_cast<std::size_t>(section)].tier;
            auto const who = suited(people);
            if (tier == Tier::top || tier == Tier::department || !who) continue;
            SectionLine line{id, unit(section), true, role.per_section, {}, {}, {}, 0, {}, 0};
            auto const answers = section != head_ && dice_.percent(72);
            if (section == head_) line.reminded_at = now_, line.reminded_times = 1;
            if (answers) line.answered_at = now_, line.revision = 1;
            if (answers && dice_.percent(8)) {
                line.answer = "none";
                line.reason = why(kWhyNobody);
            } else if (answers) {
                line.answer = "nominated";
                nominees_.push_back({id,
                                     everybody_[*who].id,
                                     unit(section),
                                     NomineeStatus::nominated,
                                     false,
                                     why(kWhy),
                                     1,
                                     {},
                                     {},
                                     {},
                                     {},
                                     {},
                                     now_});
            }
            sections_.push_back(std::move(line));
        }
    }

    /// The round that this year's appointments came from.
    void this_year(plan::AppointedRole const& role, plan::Route route)
    {
        auto const appointed = tx_.all<Appointed>(kAppointed, role.code, days_.april(days_.year));
        if (appointed.empty()) return;
        auto const id = round(role, route, days_.year, RoundStatus::decided, appointed.front().basis_no);
        Instant const answered{
            std::chrono::sys_days{add_days(days_.april(days_.year), -kOpenFor - 3)}};  // a few days before it closed
        std::map<int, int> of_section;
        for (auto const& each : appointed) {
            auto const section = section_of(everybody_[of_staff_.at(each.staff_id.value)].desk);
            nominees_.push_back({id,
                                 each.staff_id,
                                 unit(section),
                                 NomineeStatus::appointed,
                                 false,
                                 why(kWhy),
                                 ++of_section[section],
                                 {},
                                 {},
                                 each.basis_no,
                                 each.basis_on,
                                 each.id,
                                 answered});
        }
        for (auto const& [section, named] : of_section)
            sections_.push_back({id,
                                 unit(section),
                                 true,
                                 std::max(role.per_section, role.per_section > 0 ? named : 0),
                                 "nominated",
                                 {},
                                 answered,
                                 1,
                                 {},
                                 0});
    }

    /// Some have applied; one of the head's people waits for the head.
    void call(plan::AppointedRole const& role)
    {
        auto const id = round(role, plan::Route::open_call, days_.year + 1, RoundStatus::open);
        auto const staff = tx_.maybe_one<std::optional<StaffId>>(kStaffOf, "staff");
        int left = kApplicants;
        for (auto const& [section, people] : in_section_) {
            auto const of_head = section == head_;
            if (!of_head && (left == 0 || dice_.percent(80))) continue;
            auto const who = std::find_if(people.begin(), people.end(), [&](auto i) {
                auto const& someone = everybody_[i];
                auto const plays = staff && *staff && someone.id == **staff;
                return someone.regular && !someone.is_head && !someone.leads && !plays && someone.person.leaves.empty() &&
                       someone.rank > ladder_.team;
            });
            if (who == people.end()) continue;
            --left;
            nominees_.push_back({id,
                                 everybody_[*who].id,
                                 unit(section),
                                 of_head ? NomineeStatus::applied : NomineeStatus::nominated,
                                 true,
                                 why(kWhyApply),
                                 0,
                                 of_head ? "" : "課として応援する。",
                                 {},
                                 {},
                                 {},
                                 {},
                                 now_});
        }
    }

    db::Tx& tx_;
    plan::Plan const& plan_;
    Ladder ladder_;
    std::vector<Desk> const& desks_;
    std::vector<Someone> const& everybody_;
    Days const& days_;
    Dice& dice_;
    Instant now_;
    int head_ = -1;
    std::map<std::int64_t, std::size_t> of_staff_;
    std::map<int, std::vector<std::size_t>> in_section_;
    std::vector<SectionLine> sections_;
    std::vector<NomineeLine> nominees_;
};

}  // namespace

void hold_rounds(db::Tx& tx, plan::Plan const& plan, std::vector<Desk> const& desks, std::vector<Someone> const& everybody,
                 Days const& days, Dice& dice, Instant now)
{
    Rounds(tx, plan, desks, everybody, days, dice, now).hold();
}

}  // namespace demo
