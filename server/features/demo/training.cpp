// The training year of the plan's courses, 4月 to 3月: what is over, with attendance and completions; what can be applied for;
// and for each of the demo's accounts something that waits. Everything lies around today.
#include "features/training/training.hpp"

#include "features/demo/city.hpp"
#include "features/skills/gap_index.hpp"

#include <algorithm>
#include <map>

namespace demo {
namespace {

using training::Attend;
using training::EnrolmentRoute;
using training::EnrolmentStatus;
using training::RunStatus;

struct EnrolmentLine {
    CourseRunId run_id;
    StaffId staff_id;
    OrgUnitId unit_id;
    EnrolmentStatus status = EnrolmentStatus::accepted;
    int queue = 0;
    EnrolmentRoute route = EnrolmentRoute::applied;
    std::string reason;
    std::optional<Instant> released_at;
    std::string basis_no;
};
BOOST_DESCRIBE_STRUCT(EnrolmentLine, (), (run_id, staff_id, unit_id, status, queue, route, reason, released_at, basis_no))

db::Sql const kRun{R"(
    INSERT INTO course_run (course_code, fiscal_year, name, capacity, per_unit, apply_from, apply_until, waiting_until, attend,
                            needs_release, status, note, created_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12) RETURNING id)"};
db::Sql const kSession{
    "INSERT INTO run_session (run_id, starts_at, ends_at, place, online_address) VALUES ($1, $2, $3, $4, $5) RETURNING id"};
db::Sql const kStaffOf{"SELECT staff_id FROM account WHERE login = $1"};

// What follows from the enrolments: their steps, who came, who has completed.
db::Sql const kAsked{R"(
    INSERT INTO enrolment_step (enrolment_id, seq, at, account_id, status, reason)
    SELECT e.id, 1, r.apply_from || 'T01:00:00Z', NULL, 'applied', e.reason FROM enrolment e JOIN course_run r ON r.id = e.run_id)"};
db::Sql const kDecided{R"(
    INSERT INTO enrolment_step (enrolment_id, seq, at, account_id, status, reason)
    SELECT e.id, 2, r.apply_from || 'T02:00:00Z', NULL,
           CASE WHEN e.status IN ('waiting', 'lapsed') THEN 'waiting' ELSE 'accepted' END, ''
      FROM enrolment e JOIN course_run r ON r.id = e.run_id WHERE e.status <> 'applied')"};
db::Sql const kEnded{R"(
    INSERT INTO enrolment_step (enrolment_id, seq, at, account_id, status, reason)
    SELECT e.id, 3, (SELECT max(substr(s.ends_at, 1, 10)) FROM run_session s WHERE s.run_id = e.run_id) || 'T09:00:00Z', NULL, e.status,
           CASE e.status WHEN 'completed' THEN '修了' WHEN 'lapsed' THEN '繰上げの期限を過ぎたため' ELSE '急な公務による欠席' END
      FROM enrolment e WHERE e.status IN ('completed', 'not_completed', 'lapsed'))"};
db::Sql const kCame{R"(
    INSERT INTO attendance (session_id, staff_id, mark, reason, marked_at)
    SELECT s.id, e.staff_id,
           CASE WHEN e.status = 'not_completed' THEN 'absent' WHEN e.staff_id % 23 = 0 THEN 'late' ELSE 'present' END,
           CASE WHEN e.status = 'not_completed' THEN '急な公務' ELSE '' END, substr(s.ends_at, 1, 10) || 'T09:00:00Z'
      FROM enrolment e JOIN course_run r ON r.id = e.run_id JOIN run_session s ON s.run_id = e.run_id
     WHERE e.status IN ('completed', 'not_completed')
       AND (r.attend = 'all' OR s.id = (SELECT CASE WHEN e.staff_id % 2 = 0 THEN min(o.id) ELSE max(o.id) END
                                          FROM run_session o WHERE o.run_id = e.run_id)))"};
db::Sql const kCompleted{R"(
    INSERT INTO completion (staff_id, course_code, completed_on, fiscal_year, source, created_at, run_id)
    SELECT e.staff_id, r.course_code, l.day, r.fiscal_year, '研修の実施記録', l.day || 'T09:00:00Z', r.id
      FROM enrolment e JOIN course_run r ON r.id = e.run_id
      JOIN (SELECT run_id, max(substr(ends_at, 1, 10)) AS day FROM run_session GROUP BY run_id) l ON l.run_id = r.id
     WHERE e.status = 'completed' ON CONFLICT (staff_id, course_code, completed_on) DO NOTHING)"};

constexpr int kApplyDays = 40, kWaitingDays = 3, kShareOfEverybody = 4;
constexpr std::size_t kNotYet = 5;  // one in so many has asked for nothing
constexpr std::string_view kReasons[] = {"担当業務に生かしたい。", "課内の手続の見直しに使いたい。", "基礎から学び直したい。",
                                         "所属の推進役として必要なため。"};

Date weekday_from(Date day)
{
    std::chrono::weekday const falls{std::chrono::sys_days{day}};
    if (falls == std::chrono::Saturday) return add_days(day, 2);
    return falls == std::chrono::Sunday ? add_days(day, 1) : day;
}

/// A run before it is written.
struct Plan {
    std::size_t course = 0;
    std::string name;
    Date day;  ///< of the first session
    std::optional<int> capacity;
    int per_unit = 0;
    bool needs_release = false;
    bool twice = false;               ///< two dates to choose from
    std::optional<RunStatus> status;  ///< none: by the day
    bool unmarked = false;            ///< over, and nobody has entered who came
    int more_than_seats = 0;          ///< this many wait
    double filled = 0.8;
    std::vector<std::size_t> first;  ///< these have asked before anybody else
    EnrolmentStatus first_are = EnrolmentStatus::accepted;
};

class Year {
public:
    Year(db::Tx& tx, skills::GapIndex const& index, std::vector<Desk> const& desks, std::vector<Someone> const& everybody,
         Days const& days, Dice& dice, Instant now)
        : tx_(tx), index_(index), plan_(index.plan()), desks_(desks), everybody_(everybody), days_(days), dice_(dice), now_(now)
    {
        for (std::size_t i = 0; i < everybody.size(); ++i) of_staff_[everybody[i].id.value] = i;
    }

    void hold()
    {
        if (plan_.courses.empty()) return;
        for (std::size_t course = 0; course < plan_.courses.size(); ++course) through_the_year(course);
        what_waits();
        tx_.insert_many<EnrolmentLine>(
            "enrolment", {"run_id", "staff_id", "unit_id", "status", "queue", "route", "reason", "released_at", "basis_no"},
            lines_);
        for (auto const* sql : {&kAsked, &kDecided, &kEnded, &kCame, &kCompleted}) tx_.run(*sql);
    }

private:
    void through_the_year(std::size_t course)
    {
        auto const months = months_of(course);
        int number = 0;
        for (auto const month : months) {
            auto const year = month >= 4 ? days_.year : days_.year + 1;
            Plan run{.course = course};
            if (months.size() > 1) run.name = "第" + std::to_string(++number) + "回";
            auto const first =
                Date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)}, std::chrono::day{1}};
            run.day = weekday_from(add_days(first, 5 + static_cast<int>(course * 3 % 15)));
            run.twice = for_everybody(course);
            if (!run.twice) run.capacity = 16 + 4 * dice_.below(4);
            write(run);
        }
    }

    /// As the plan says; where it says nothing, twice a year.
    std::vector<int> months_of(std::size_t course) const
    {
        std::vector<int> months;
        for (auto const& row : plan_.year_plan) {
            if (row.course == plan_.courses[course].code && (row.fiscal_year == 0 || row.fiscal_year == days_.year))
                months.insert(months.end(), row.months.begin(), row.months.end());
        }
        std::sort(months.begin(), months.end());
        months.erase(std::unique(months.begin(), months.end()), months.end());
        if (months.empty()) months = {static_cast<int>(course * 5 + 5) % 12 + 1, static_cast<int>(course * 5 + 10) % 12 + 1};
        std::sort(months.begin(), months.end(), [](int a, int b) { return (a + 8) % 12 < (b + 8) % 12; });
        return months;
    }

    bool for_everybody(std::size_t course) const { return plan_.courses[course].audience == "全職員"; }

    void what_waits()
    {
        auto const near = [&](int days) { return weekday_from(add_days(days_.today, days)); };
        auto const popular = most_invited();
        Plan mine{.course = meant_for(person("staff")), .name = "追加開催", .day = near(9), .capacity = 24};
        mine.first = people({person("staff")});
        write(mine);
        Plan release{.name = "所属長の承認が要る回", .day = near(24), .capacity = 20, .needs_release = true};
        release.first = below_head();
        release.first_are = EnrolmentStatus::applied;
        release.filled = 0.3;
        if (!release.first.empty()) release.course = meant_for(release.first.front());
        write(release);
        Plan full{.course = popular, .name = "追加開催", .day = near(17), .capacity = 12, .per_unit = 3};
        full.filled = 1;
        full.more_than_seats = 5;
        write(full);
        Plan unmarked{.course = popular, .name = "直近の回", .day = near(-6), .capacity = 20};
        unmarked.unmarked = true;
        write(unmarked);
        Plan draft{.course = popular, .name = "追加開催（準備中）", .day = near(62), .capacity = 30};
        draft.status = RunStatus::draft;
        write(draft);
    }

    std::size_t most_invited()
    {
        std::size_t most = 0;
        for (std::size_t course = 1; course < plan_.courses.size(); ++course)
            if (invited(course).size() > invited(most).size()) most = course;
        return most;
    }

    std::optional<std::size_t> person(char const* login)
    {
        auto const staff = tx_.maybe_one<std::optional<StaffId>>(kStaffOf, login);
        if (!staff || !*staff) return std::nullopt;
        auto const found = of_staff_.find((*staff)->value);
        return found == of_staff_.end() ? std::nullopt : std::optional{found->second};
    }
    static std::vector<std::size_t> people(std::vector<std::optional<std::size_t>> const& maybe)
    {
        std::vector<std::size_t> all;
        for (auto const& one : maybe)
            if (one) all.push_back(*one);
        return all;
    }

    std::size_t meant_for(std::optional<std::size_t> who) const
    {
        if (!who) return 0;
        auto const row = index_.roster().row_of.find(everybody_[*who].id.value);
        if (row == index_.roster().row_of.end()) return 0;
        for (std::size_t course = plan_.courses.size(); course-- > 0;)
            if (!for_everybody(course) && index_.in_audience(index_.audience_of(course), row->second)) return course;
        for (std::size_t course = 0; course < plan_.courses.size(); ++course)
            if (plan_.courses[course].audience.empty()) return course;
        return 0;
    }

    /// Some of those whom the demo's head leads.
    std::vector<std::size_t> below_head()
    {
        auto const head = person("head");
        if (!head) return {};
        auto const section = everybody_[*head].desk;
        std::vector<std::size_t> below;
        for (std::size_t i = 0; i < everybody_.size() && below.size() < 3; ++i) {
            auto const& someone = everybody_[i];
            auto const stands = someone.desk == section || desks_[static_cast<std::size_t>(someone.desk)].parent == section;
            if (stands && i != *head && active(someone)) below.push_back(i);
        }
        return below;
    }

    bool active(Someone const& someone) const
    {
        auto const* standing = index_.standing(someone.id);
        return standing && standing->active;
    }

    /// Whom the course is meant for, in a chance order of which each run takes the next.
    std::vector<std::size_t>& invited(std::size_t course)
    {
        auto const audience = index_.audience_of(course);
        auto const [known, is_new] = invited_.try_emplace(audience);
        auto& people = known->second;
        if (!is_new) return people;
        for (std::size_t i = 0; i < everybody_.size(); ++i) {
            auto const row = index_.roster().row_of.find(everybody_[i].id.value);
            if (row == index_.roster().row_of.end() || !index_.standings()[row->second].active) continue;
            if (audience == skills::kForVolunteers || index_.in_audience(audience, row->second)) people.push_back(i);
        }
        for (std::size_t i = people.size(); i > 1; --i)
            std::swap(people[i - 1], people[static_cast<std::size_t>(dice_.below(static_cast<int>(i)))]);
        people.resize(people.size() - people.size() / kNotYet);
        return people;
    }

    RunStatus status_of(Plan const& run) const
    {
        if (run.status) return *run.status;
        if (run.day < days_.today)
            return run.unmarked || days_between(run.day, days_.today) < 30 ? RunStatus::open : RunStatus::closed;
        return days_between(days_.today, run.day) > 120 ? RunStatus::draft : RunStatus::open;
    }

    void write(Plan const& run)
    {
        auto const status = status_of(run);
        auto const last = weekday_from(add_days(run.day, run.twice ? 8 : 0));
        auto from = add_days(run.day, -kApplyDays), until = add_days(run.day, -kWaitingDays - 4);
        if (status == RunStatus::open && run.day > days_.today) from = std::min(from, add_days(days_.today, -7));
        if (status == RunStatus::open && run.day > days_.today) until = std::max(until, add_days(days_.today, 1));
        std::optional<Date> const waiting = std::max(until, add_days(run.day, -kWaitingDays));
        CourseRunId const id{tx_.insert(kRun, plan_.courses[run.course].code, fiscal_year(run.day), run.name, run.capacity,
                                        run.per_unit, from, until, waiting, run.twice ? Attend::one : Attend::all,
                                        run.needs_release, status, now_)};
        add_session(id, run, run.day);
        if (run.twice) add_session(id, run, last);
        if (status != RunStatus::draft) fill(id, run, last < days_.today);
    }

    void add_session(CourseRunId id, Plan const& run, Date day)
    {
        auto const online = plan_.courses[run.course].delivery == plan::Delivery::live_online || (run.course + id.value) % 4 == 0;
        auto const afternoon = (run.course + static_cast<std::size_t>(id.value)) % 2 == 0;
        tx_.insert(kSession, id, to_iso(day) + (afternoon ? "T13:30" : "T09:30"), to_iso(day) + (afternoon ? "T16:30" : "T12:00"),
                   online                ? ""
                   : run.course % 3 == 0 ? "市役所 大会議室"
                                         : "市役所 研修室",
                   online ? "https://kenshu.example.jp/room-" + std::to_string(id.value) : "");
    }

    void fill(CourseRunId id, Plan const& run, bool over)
    {
        std::map<int, int> of_section;
        int seated = 0, queue = 0;
        std::vector<std::size_t> in;
        auto const ask = [&](std::size_t who, EnrolmentStatus status) {
            in.push_back(who);
            add(id, run, who, ++queue, over && !run.unmarked ? ended(status) : status);
        };
        for (auto const who : run.first) {
            ask(who, run.first_are);
            if (run.first_are == EnrolmentStatus::accepted) ++seated, ++of_section[section_of(who)];
        }
        auto const& people = invited(run.course);
        auto& next = next_[index_.audience_of(run.course)];
        auto const all = static_cast<int>(people.size());
        auto const seats = run.capacity.value_or(all);
        auto const wanted = run.capacity ? std::min(all, static_cast<int>(run.filled * seats)) : all / kShareOfEverybody;
        int waiting = 0;
        for (int tries = 0; tries < all && (seated < wanted || waiting < run.more_than_seats); ++tries) {
            auto const who = people[next++ % people.size()];
            if (std::find(in.begin(), in.end(), who) != in.end()) continue;
            auto const room = seated < seats && (run.per_unit == 0 || of_section[section_of(who)] < run.per_unit);
            if (!room && waiting >= run.more_than_seats) continue;
            if (room) ++seated, ++of_section[section_of(who)];
            if (!room) ++waiting;
            ask(who, room ? EnrolmentStatus::accepted : EnrolmentStatus::waiting);
        }
    }

    EnrolmentStatus ended(EnrolmentStatus status)
    {
        if (status == EnrolmentStatus::waiting) return EnrolmentStatus::lapsed;
        return dice_.percent(93) ? EnrolmentStatus::completed : EnrolmentStatus::not_completed;
    }

    int section_of(std::size_t who) const
    {
        auto const desk = everybody_[who].desk;
        auto const& stands = desks_[static_cast<std::size_t>(desk)];
        return stands.tier == Tier::team && stands.parent >= 0 ? stands.parent : desk;
    }

    void add(CourseRunId id, Plan const& run, std::size_t who, int queue, EnrolmentStatus status)
    {
        auto const recommended = !run.needs_release && everybody_[who].leads && dice_.percent(60);
        EnrolmentLine line{id, everybody_[who].id, desks_[static_cast<std::size_t>(section_of(who))].id, status, queue};
        line.reason = dice_.one_of(std::span<std::string_view const>(kReasons));
        if (recommended) {
            line.route = EnrolmentRoute::recommended;
            line.basis_no = "第" + std::to_string(100 + dice_.below(900)) + "号";
        }
        if (recommended || (run.needs_release && status != EnrolmentStatus::applied)) line.released_at = now_;
        lines_.push_back(std::move(line));
    }

    db::Tx& tx_;
    skills::GapIndex const& index_;
    plan::Plan const& plan_;
    std::vector<Desk> const& desks_;
    std::vector<Someone> const& everybody_;
    Days const& days_;
    Dice& dice_;
    Instant now_;
    std::map<std::int64_t, std::size_t> of_staff_;
    std::map<std::size_t, std::vector<std::size_t>> invited_;  ///< by audience
    std::map<std::size_t, std::size_t> next_;
    std::vector<EnrolmentLine> lines_;
};

}  // namespace

void hold_training(db::Tx& tx, skills::GapIndex const& index, std::vector<Desk> const& desks,
                   std::vector<Someone> const& everybody, Days const& days, Dice& dice, Instant now)
{
    Year(tx, index, desks, everybody, days, dice, now).hold();
}

}  // namespace demo
