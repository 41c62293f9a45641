#include "features/seating/load.hpp"

#include "features/people/teams.hpp"
#include "features/training/moves.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace seating {
namespace {

using training::EnrolmentStatus;

struct RunRow {
    CourseRunId id;
    std::string course_code;
    std::optional<int> capacity;
    int per_unit = 0, per_day = 0;
    std::optional<OrgUnitId> unit_id;
    bool open = false;
    training::Attend attend = training::Attend::all;
    std::string first_starts;
};
BOOST_DESCRIBE_STRUCT(RunRow, (), (id, course_code, capacity, per_unit, per_day, unit_id, open, attend, first_starts))

struct SessionRow {
    CourseRunId run_id;
    std::string starts_at, ends_at;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (run_id, starts_at, ends_at))

struct EnrolmentRow {
    StaffId staff_id;
    CourseRunId run_id;
    std::string course_code;
    std::optional<OrgUnitId> unit_id;
    EnrolmentStatus status = EnrolmentStatus::applied;
    std::int64_t queue = 0;
};
BOOST_DESCRIBE_STRUCT(EnrolmentRow, (), (staff_id, run_id, course_code, unit_id, status, queue))

struct Away {
    StaffId staff_id;
    Date valid_from;
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(Away, (), (staff_id, valid_from, valid_until))

db::Sql const kRuns{R"(
    SELECT r.id, r.course_code, r.capacity, r.per_unit, r.per_day, r.unit_id, CASE WHEN r.status = 'open' THEN 1 ELSE 0 END AS open, r.attend,
           min(s.starts_at) AS first_starts
      FROM course_run r JOIN run_session s ON s.run_id = r.id
     WHERE r.fiscal_year = $1 AND r.status IN ('open', 'closed')
     GROUP BY r.id, r.course_code, r.capacity, r.per_unit, r.per_day, r.unit_id, r.status, r.attend ORDER BY first_starts, r.id)"};
db::Sql const kSessions{R"(
    SELECT s.run_id, s.starts_at, s.ends_at FROM run_session s JOIN course_run r ON r.id = s.run_id
     WHERE r.fiscal_year = $1 AND r.status IN ('open', 'closed') ORDER BY s.starts_at, s.id)"};
db::Sql const kEnrolments{R"(
    SELECT e.staff_id, e.run_id, r.course_code, e.unit_id, e.status, e.queue
      FROM enrolment e JOIN course_run r ON r.id = e.run_id
     WHERE r.fiscal_year = $1 AND e.status <> 'withdrawn' ORDER BY e.run_id, e.queue)"};
db::Sql const kAway{
    "SELECT staff_id, valid_from, valid_until FROM leave_period WHERE valid_until IS NULL OR valid_until > $1 ORDER BY staff_id, "
    "id"};

constexpr std::size_t kDayLength = 10;

Date day_of(std::string const& minute) { return *date_from_iso(minute.substr(0, kDayLength)); }

int month_of(Date day) { return static_cast<int>(static_cast<unsigned>(day.month())); }

/// A team stands within a section, as training counts it.
people::Place section_of(people::OrgTree const& tree, people::Place place)
{
    while (people::is_team(tree.at(place).kind) && tree.at(place).parent != people::kNowhere) place = tree.at(place).parent;
    return place;
}

/// Levels from the lowest: where a course or a person stands among them.
class Ladder {
public:
    explicit Ladder(plan::Plan const& plan) : levels_(plan.levels)
    {
        std::stable_sort(levels_.begin(), levels_.end(), [](auto const& a, auto const& b) { return a.order < b.order; });
    }
    /// A course that no level needs comes after those that one needs.
    int of_course(std::string const& code) const
    {
        for (std::size_t i = 0; i < levels_.size(); ++i) {
            auto const& needed = levels_[i].required_courses;
            if (std::find(needed.begin(), needed.end(), code) != needed.end()) return static_cast<int>(i);
        }
        return static_cast<int>(levels_.size());
    }
    /// 0 = none yet.
    int of_person(people::Roster const& roster, people::Person const& person) const
    {
        for (std::size_t i = levels_.size(); i-- > 0;) {
            auto const word = roster.words.find(levels_[i].code);
            if (word && std::find(person.levels.begin(), person.levels.end(), *word) != person.levels.end())
                return static_cast<int>(i) + 1;
        }
        return 0;
    }

private:
    std::vector<plan::Level> levels_;
};

class Loading {
public:
    Loading(db::Tx& tx, skills::GapIndex const& index, training::YearDuties const& duties, Frame const& frame, Clock const& clock)
        : tx_(tx), index_(index), duties_(duties), frame_(frame), today_(clock.today()), ladder_(index.plan())
    {
        choose_courses();
        load_runs(training::local_minute(clock));
        load_enrolments();
        load_leave();
        for (auto const& pin : frame.pins) pins_[{pin.staff_id, pin.course_code}] = pin.run_id;
    }

    Loaded ask()
    {
        auto const& people = index_.roster().people;
        for (std::uint32_t row = 0; row < people.size(); ++row) ask_person(row);
        rank();
        loaded_.question.people = static_cast<int>(loaded_.people.size());
        loaded_.question.sections = static_cast<int>(loaded_.sections.size());
        loaded_.question.courses = static_cast<int>(loaded_.courses.size());
        loaded_.question.days = static_cast<int>(days_.size());
        loaded_.question.per_day = frame_.per_day;
        limit_days();
        return std::move(loaded_);
    }

private:
    void choose_courses()
    {
        for (auto const& course : index_.plan().courses) {
            auto const& chosen = frame_.courses;
            if (chosen.empty() || std::find(chosen.begin(), chosen.end(), course.code) != chosen.end())
                loaded_.courses.push_back(course.code);
        }
        std::stable_sort(loaded_.courses.begin(), loaded_.courses.end(),
                         [&](auto const& a, auto const& b) { return ladder_.of_course(a) < ladder_.of_course(b); });
        loaded_.months.assign(loaded_.courses.size(), 0);
        for (auto const& code : loaded_.courses) {
            auto const& courses = index_.plan().courses;
            auto const course = std::find_if(courses.begin(), courses.end(), [&](auto const& each) { return each.code == code; });
            duty_of_.push_back(duties_.of_course(static_cast<std::size_t>(course - courses.begin())));
            due_of_.push_back(duty_of_.back() ? std::optional{duties_.duties()[*duty_of_.back()].due} : std::nullopt);
        }
    }

    void load_runs(std::string const& now)
    {
        for (auto& row : tx_.all<RunRow>(kRuns, frame_.fiscal_year)) {
            auto const course = std::find(loaded_.courses.begin(), loaded_.courses.end(), row.course_code);
            Offer offer;
            offer.course = static_cast<int>(course - loaded_.courses.begin());
            offer.capacity = row.capacity;
            offer.per_section = row.per_unit;
            offer.one_of = row.attend == training::Attend::one;
            if (row.per_day > 0) day_limit_[row.id] = row.per_day;
            offers_[row.id] = std::move(offer);
            if (!row.open || row.first_starts <= now || course == loaded_.courses.end()) continue;
            number_of_run_[row.id] = static_cast<int>(loaded_.runs.size());
            loaded_.runs.push_back(row.id);
            for_unit_.push_back(row.unit_id ? index_.roster().tree.find(*row.unit_id) : std::nullopt);
            only_for_unit_.push_back(row.unit_id.has_value());
        }
        for (auto& row : tx_.all<SessionRow>(kSessions, frame_.fiscal_year)) {
            auto const [day, is_new] = days_.try_emplace(row.starts_at.substr(0, kDayLength), static_cast<int>(days_.size()));
            offers_[row.run_id].sessions.push_back({day->second, std::move(row.starts_at), std::move(row.ends_at)});
        }
        for (auto const run : loaded_.runs) {
            auto const& offer = offers_[run];
            last_day_.push_back(day_of(offer.sessions.back().starts_at));
            loaded_.months[static_cast<std::size_t>(offer.course)] = month_of(last_day_.back());
            loaded_.question.runs.push_back(offer);
        }
    }

    /// A run's own limit holds on its days; where each chooses a session, in the run.
    void limit_days()
    {
        auto& question = loaded_.question;
        question.per_day_of.assign(days_.size(), 0);
        auto const narrow = [](int& limit, int to) { limit = limit == 0 ? to : std::min(limit, to); };
        for (auto const& [id, limit] : day_limit_) {
            auto const run = number_of_run_.find(id);
            if (run == number_of_run_.end()) continue;
            auto& offer = question.runs[static_cast<std::size_t>(run->second)];
            if (offer.one_of) narrow(offer.per_section, limit);
            for (auto const& session : offer.sessions)
                if (!offer.one_of) narrow(question.per_day_of[static_cast<std::size_t>(session.day)], limit);
        }
    }

    void load_enrolments()
    {
        for (auto& row : tx_.all<EnrolmentRow>(kEnrolments, frame_.fiscal_year)) {
            if (training::holds_seat(row.status)) take(row);
            of_person_[row.staff_id].push_back(std::move(row));
        }
    }

    /// A seat that is taken, in the run and on its days.
    void take(EnrolmentRow const& row)
    {
        auto const section = row.unit_id ? section_number(*row.unit_id) : kNowhere;
        auto const run = number_of_run_.find(row.run_id);
        if (run != number_of_run_.end()) loaded_.question.in_run.push_back({section, run->second, 1});
        auto const& offer = offers_[row.run_id];
        if (section == kNowhere || offer.one_of || row.status != EnrolmentStatus::accepted) return;
        std::set<int> days;
        for (auto const& session : offer.sessions)
            if (days.insert(session.day).second) loaded_.question.on_day.push_back({section, session.day, 1});
    }

    void load_leave()
    {
        for (auto const& away : tx_.all<Away>(kAway, today_)) away_[away.staff_id].push_back(away);
    }

    int section_number(OrgUnitId id)
    {
        auto const [known, is_new] = number_of_section_.try_emplace(id.value, static_cast<int>(loaded_.sections.size()));
        if (is_new) loaded_.sections.push_back(id);
        return known->second;
    }

    void ask_person(std::uint32_t row)
    {
        auto const& person = index_.roster().people[row];
        auto const known = of_person_.find(person.id);
        static std::vector<EnrolmentRow> const kNone;
        auto const& enrolments = known == of_person_.end() ? kNone : known->second;
        auto number = kNobody;
        for (std::size_t course = 0; course < loaded_.courses.size(); ++course) {
            auto const required = duty_of_[course] && duties_.outstanding(*duty_of_[course], row);
            auto const asked = std::find_if(enrolments.begin(), enrolments.end(), [&](EnrolmentRow const& each) {
                auto const asks = each.status == EnrolmentStatus::applied || each.status == EnrolmentStatus::waiting;
                return asks && each.course_code == loaded_.courses[course] && number_of_run_.contains(each.run_id);
            });
            if (!required && asked == enrolments.end()) continue;
            auto const seated = std::any_of(enrolments.begin(), enrolments.end(), [&](EnrolmentRow const& each) {
                auto const has = each.status == EnrolmentStatus::accepted || each.status == EnrolmentStatus::completed;
                return has && each.course_code == loaded_.courses[course];
            });
            if (seated) continue;
            if (number == kNobody) {
                number = static_cast<int>(loaded_.people.size());
                loaded_.people.push_back(person.id);
            }
            add_wish(person, number, course, required, enrolments, asked == enrolments.end() ? nullptr : &*asked);
        }
    }

    void add_wish(people::Person const& person, int number, std::size_t course, bool required,
                  std::vector<EnrolmentRow> const& enrolments, EnrolmentRow const* asked)
    {
        Wish wish;
        wish.person = number;
        wish.course = static_cast<int>(course);
        wish.required = required;
        wish.order = asked ? asked->queue : INT32_MAX;
        auto const& tree = index_.roster().tree;
        if (person.place() != people::kNowhere) wish.section = section_number(tree.at(section_of(tree, person.place())).id);
        auto const by = due_of_[course];
        if (loaded_.months[course] == 0 && by) loaded_.months[course] = month_of(*by);
        for (std::size_t run = 0; run < loaded_.runs.size(); ++run) {
            auto const& offer = loaded_.question.runs[run];
            if (offer.course != wish.course) continue;
            Option option{static_cast<int>(run), against(person, run, enrolments), 0};
            if (asked && asked->run_id == loaded_.runs[run]) option.liking += 2;
            if (by && last_day_[run] <= *by) option.liking += 1;
            wish.options.push_back(option);
        }
        pin(wish, person.id, loaded_.courses[course]);
        ranks_.push_back(
            {!required, ladder_.of_course(loaded_.courses[course]), ladder_.of_person(index_.roster(), person), !asked});
        loaded_.asked.push_back(asked != nullptr);
        loaded_.question.wishes.push_back(std::move(wish));
    }

    void pin(Wish& wish, StaffId staff, std::string const& course)
    {
        auto const pinned = pins_.find({staff, course});
        if (pinned == pins_.end()) return;
        if (!pinned->second) {
            wish.pin = Wish::Pin::out;
            return;
        }
        auto const run = number_of_run_.find(*pinned->second);
        if (run == number_of_run_.end()) return;  // no longer to be had
        wish.pin = Wish::Pin::seat;
        wish.pinned_run = run->second;
    }

    Obstacle against(people::Person const& person, std::size_t run, std::vector<EnrolmentRow> const& enrolments) const
    {
        if (only_for_unit_[run] && !stands_in(person, for_unit_[run])) return Obstacle::not_meant;
        auto const& offer = loaded_.question.runs[run];
        for (auto const& each : enrolments) {
            auto const asks = each.status == EnrolmentStatus::applied || each.status == EnrolmentStatus::waiting;
            if (each.run_id == loaded_.runs[run] && !asks) return Obstacle::decided;
            if (each.status == EnrolmentStatus::accepted && !can_attend_both(offer, offers_.at(each.run_id)))
                return Obstacle::overlap;
        }
        auto const away = away_.find(person.id);
        if (away == away_.end()) return Obstacle::none;
        auto const misses = [&](Slot const& session) {
            auto const day = day_of(session.starts_at);
            return std::any_of(away->second.begin(), away->second.end(), [&](Away const& leave) {
                return leave.valid_from <= day && (!leave.valid_until || day < *leave.valid_until);
            });
        };
        auto const& sessions = offer.sessions;
        auto const absent = offer.one_of ? std::all_of(sessions.begin(), sessions.end(), misses)
                                         : std::any_of(sessions.begin(), sessions.end(), misses);
        return absent ? Obstacle::leave : Obstacle::none;
    }

    bool stands_in(people::Person const& person, std::optional<people::Place> unit) const
    {
        return unit && std::any_of(person.posts.begin(), person.posts.end(), [&](people::Post const& post) {
                   return post.place != people::kNowhere && index_.roster().tree.within(post.place, *unit);
               });
    }

    /// Those who must come first, lower levels before higher, who has asked before who has not.
    void rank()
    {
        std::set<Rank> const ranks(ranks_.begin(), ranks_.end());
        std::map<Rank, int> number;
        for (auto const& rank : ranks) number.emplace(rank, static_cast<int>(number.size()));
        for (std::size_t wish = 0; wish < ranks_.size(); ++wish) loaded_.question.wishes[wish].rank = number[ranks_[wish]];
    }

    using Rank = std::tuple<bool, int, int, bool>;
    db::Tx& tx_;
    skills::GapIndex const& index_;
    training::YearDuties const& duties_;
    Frame const& frame_;
    Date today_;
    Ladder ladder_;
    Loaded loaded_;
    std::vector<std::optional<std::size_t>> duty_of_;  ///< [course]
    std::vector<std::optional<Date>> due_of_;          ///< [course]
    std::vector<Date> last_day_;                       ///< [run]
    std::map<CourseRunId, Offer> offers_;              ///< of the year, with those that are over
    std::map<CourseRunId, int> number_of_run_;
    std::map<CourseRunId, int> day_limit_;  ///< of the runs that have one
    std::vector<std::optional<people::Place>> for_unit_;
    std::vector<bool> only_for_unit_;
    std::map<std::string, int> days_;
    std::unordered_map<StaffId, std::vector<EnrolmentRow>> of_person_;
    std::unordered_map<StaffId, std::vector<Away>> away_;
    std::unordered_map<std::int64_t, int> number_of_section_;
    std::map<std::pair<StaffId, std::string>, std::optional<CourseRunId>> pins_;
    std::vector<Rank> ranks_;
};

}  // namespace

Loaded load(db::Tx& tx, skills::GapIndex const& index, training::YearDuties const& duties, Frame const& frame, Clock const& clock)
{
    return Loading{tx, index, duties, frame, clock}.ask();
}

}  // namespace seating
