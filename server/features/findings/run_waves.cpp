#include "features/findings/run_waves.hpp"

#include "features/surveys/keys.hpp"
#include "features/surveys/opening.hpp"

#include <algorithm>

namespace findings {
namespace {

using surveys::WaveKind;
using surveys::WaveRow;

// A server that was off for a few days still attaches what it has missed.
constexpr std::chrono::days kLate{7};

struct RunDays {
    CourseRunId id;
    std::string course_code, name, apply_until, first_day, last_day;
};
BOOST_DESCRIBE_STRUCT(RunDays, (), (id, course_code, name, apply_until, first_day, last_day))
db::Sql const kRuns{R"(
    SELECT r.id, r.course_code, r.name, r.apply_until, min(substr(s.starts_at, 1, 10)) AS first_day, max(substr(s.ends_at, 1, 10)) AS last_day
      FROM course_run r JOIN run_session s ON s.run_id = r.id WHERE r.status IN ('open', 'closed')
     GROUP BY r.id, r.course_code, r.name, r.apply_until HAVING max(substr(s.ends_at, 1, 10)) >= $1)"};
db::Sql const kOfRun{"SELECT id FROM survey_wave WHERE run_id = $1 ORDER BY opens_on, id"};

Date plus(Date day, int days) { return Date{std::chrono::sys_days{day} + std::chrono::days{days}}; }
bool is_time(Date from, Date today)
{
    return from <= today && std::chrono::sys_days{today} - std::chrono::sys_days{from} <= kLate;
}

class Attaching {
public:
    Attaching(db::Tx& tx, plan::Plan const& plan, EvaluationSetting const& setting, Date today, Instant now)
        : tx_(tx), plan_(plan), setting_(setting), today_(today), now_(now)
    {
    }

    void to(RunDays const& run)
    {
        auto const apply_until = date_from_iso(run.apply_until);
        auto const first = date_from_iso(run.first_day);
        auto const last = date_from_iso(run.last_day);
        if (!apply_until || !first || !last) return;
        existing_.clear();  // one that was called off is not attached again
        for (auto const id : tx_.all<SurveyWaveId>(kOfRun, run.id)) existing_.push_back(surveys::wave_row(tx_, id));
        auto const paired_until = plus(*last, setting_.answer_days);
        auto const from = std::min(plus(*apply_until, 1), *first);
        if (setting_.awareness && from <= today_ && today_ <= *first)
            add(run, *setting_.awareness, "学習前", WaveKind::before, *first, paired_until);
        if (setting_.awareness && is_time(*last, today_))
            add(run, *setting_.awareness, "学習後", WaveKind::after, paired_until, paired_until,
                partner(std::max(paired_until, today_)));
        if (setting_.reaction && is_time(*last, today_))
            add(run, *setting_.reaction, "研修直後", WaveKind::other, paired_until, paired_until);
        auto const later = plus(*last, setting_.follow_up_after_days);
        if (setting_.follow_up && is_time(later, today_))
            add(run, *setting_.follow_up, "その後の活用", WaveKind::follow_up, plus(later, setting_.answer_days),
                plus(later, setting_.answer_days));
    }

private:
    /// The wave before, while its people can still be compared.
    std::optional<SurveyWaveId> partner(Date keys_until) const
    {
        auto const found =
            std::find_if(existing_.begin(), existing_.end(), [&](WaveRow const& wave) { return wave.kind == WaveKind::before; });
        auto const fits = found != existing_.end() && found->status != surveys::WaveStatus::cancelled &&
                          !found->keys_destroyed_at && surveys::has_keys(tx_, found->id) && keys_until <= found->keys_until;
        return fits ? std::optional{found->id} : std::nullopt;
    }

    std::optional<SurveyWaveId> find(WaveKind kind) const
    {
        auto const found =
            std::find_if(existing_.begin(), existing_.end(), [&](WaveRow const& wave) { return wave.kind == kind; });
        return found == existing_.end() ? std::nullopt : std::optional{found->id};
    }

    std::string name_of(RunDays const& run) const
    {
        if (!run.name.empty()) return run.name;
        auto const course = std::find_if(plan_.courses.begin(), plan_.courses.end(),
                                         [&](auto const& each) { return each.code == run.course_code; });
        return course == plan_.courses.end() ? run.course_code : course->name;
    }

    void add(RunDays const& run, SurveyId survey, std::string const& what, WaveKind kind, Date closes_on, Date keys_until,
             std::optional<SurveyWaveId> pairs_with = {})
    {
        if (find(kind)) return;
        auto const id = surveys::add_run_wave(tx_,
                                              {survey, run.id, name_of(run) + " " + what, kind, pairs_with, today_,
                                               std::max(closes_on, today_), std::max(keys_until, today_), setting_.threshold},
                                              now_);
        existing_.push_back(surveys::wave_row(tx_, id));
    }

    db::Tx& tx_;
    plan::Plan const& plan_;
    EvaluationSetting const& setting_;
    Date today_;
    Instant now_;
    std::vector<WaveRow> existing_;
};

}  // namespace

std::vector<WaveRow> waves_of_run(db::Tx& tx, CourseRunId run)
{
    std::vector<WaveRow> waves;
    for (auto const id : tx.all<SurveyWaveId>(kOfRun, run)) waves.push_back(surveys::wave_row(tx, id));
    std::erase_if(waves, [](WaveRow const& wave) { return wave.status == surveys::WaveStatus::cancelled; });
    return waves;
}

void attach_waves(db::Tx& tx, plan::Plan const& plan, EvaluationSetting const& setting, Date today, Instant now)
{
    if (!setting.on) return;
    auto const since = plus(today, -(setting.follow_up_after_days + static_cast<int>(kLate.count())));
    Attaching attaching{tx, plan, setting, today, now};
    for (auto const& run : tx.all<RunDays>(kRuns, to_iso(since))) attaching.to(run);
}

}  // namespace findings
