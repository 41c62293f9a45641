#include "features/findings/evaluation.hpp"

#include "features/audit/audit.hpp"
#include "features/findings/comparing.hpp"
#include "features/findings/indicators.hpp"
#include "features/findings/paired_waves.hpp"
#include "features/findings/run_waves.hpp"

#include <algorithm>
#include <bit>

namespace findings {
namespace {

db::Sql const kSetting{R"(
    SELECT CASE WHEN is_on = 1 THEN 1 ELSE 0 END AS "on", reaction, awareness, follow_up, answer_days, follow_up_after_days, threshold,
           revision FROM evaluation_setting WHERE id = 1)"};
db::Sql const kSet{R"(
    INSERT INTO evaluation_setting (id, is_on, reaction, awareness, follow_up, answer_days, follow_up_after_days, threshold, revision)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7, 1)
    ON CONFLICT (id) DO UPDATE SET is_on = excluded.is_on, reaction = excluded.reaction, awareness = excluded.awareness,
           follow_up = excluded.follow_up, answer_days = excluded.answer_days,
           follow_up_after_days = excluded.follow_up_after_days, threshold = excluded.threshold,
           revision = evaluation_setting.revision + 1)"};

struct RunRow {
    CourseRunId id;
    std::string name, last_day;
    std::int64_t seats = 0, completed = 0;
};
BOOST_DESCRIBE_STRUCT(RunRow, (), (id, name, last_day, seats, completed))
db::Sql const kRuns{R"(
    SELECT r.id, r.name, COALESCE((SELECT max(substr(s.ends_at, 1, 10)) FROM run_session s WHERE s.run_id = r.id), '') AS last_day,
           (SELECT count(*) FROM enrolment e WHERE e.run_id = r.id AND e.status IN ('accepted', 'completed', 'not_completed')) AS seats,
           (SELECT count(*) FROM enrolment e WHERE e.run_id = r.id AND e.status = 'completed') AS completed
      FROM course_run r WHERE r.course_code = $1 AND r.fiscal_year = $2 AND r.status <> 'cancelled' AND r.status <> 'draft'
     ORDER BY last_day, r.id)"};
struct Wish {
    std::string id, text;
};
BOOST_DESCRIBE_STRUCT(Wish, (), (id, text))
db::Sql const kTexts{R"(
    SELECT id, text FROM survey_text WHERE wave_id = $1 AND option_code = '' ORDER BY id)"};

/// Several waves of one survey as one. A wave that is large enough is shown by itself elsewhere, and comes in by itself; small
/// ones are put together, in the order of their days, until they are enough, so that no new run shows as a difference. What fewer
/// than the threshold of them answered stays out.
class Pooled {
public:
    explicit Pooled(surveys::Survey const& survey) : survey_(survey)
    {
        all_.chosen.resize(surveys::fields_of(survey).back());
        waiting_.chosen.resize(all_.chosen.size());
    }
    void add(Columns const& columns, int threshold)
    {
        threshold_ = std::max(threshold_, threshold);
        if (is_enough(columns)) return append(all_, columns);
        append(waiting_, columns);
        if (!is_enough(waiting_)) return;
        append(all_, waiting_);
        waiting_ = Columns{};
        waiting_.chosen.resize(all_.chosen.size());
    }
    Columns const& columns() const { return all_; }
    surveys::Survey const& survey() const { return survey_; }
    int threshold() const { return threshold_; }

private:
    bool is_enough(Columns const& columns) const { return static_cast<int>(columns.rows()) >= threshold_; }

    void append(Columns& to, Columns const& from) const
    {
        to.pseudonyms.insert(to.pseudonyms.end(), from.pseudonyms.begin(), from.pseudonyms.end());
        for (std::size_t field = 0; field < to.chosen.size(); ++field) {
            auto const& column = from.chosen[field];
            auto const answered = column.size() - static_cast<std::size_t>(std::count(column.begin(), column.end(), Chosen{0}));
            auto const few = &to == &all_ && static_cast<int>(answered) < threshold_;
            if (few)
                to.chosen[field].resize(to.pseudonyms.size());
            else
                to.chosen[field].insert(to.chosen[field].end(), column.begin(), column.end());
        }
    }
    surveys::Survey const& survey_;
    int threshold_ = surveys::kLeastThreshold;
    Columns all_, waiting_;
};

std::string const& english(std::string const& en, std::string const& ja) { return en.empty() ? ja : en; }

/// The survey's indicators as shares, its scales as means.
std::vector<Figure> figures_of(Pooled const& pooled)
{
    auto const threshold = pooled.threshold();
    std::vector<Figure> figures;
    auto const& survey = pooled.survey();
    for (auto const& indicator : survey.indicators) {
        auto const share = share_of(survey, indicator, pooled.columns());
        if (share.answered < threshold) continue;
        figures.push_back({indicator.name, english(indicator.name_en, indicator.name), share.answered,
                           static_cast<double>(share.chose) / static_cast<double>(share.answered), true});
    }
    auto const first = surveys::fields_of(survey);
    for (std::size_t q = 0; q < survey.questions.size(); ++q) {
        auto const& question = survey.questions[q];
        if (question.type != surveys::QuestionType::scale) continue;
        std::int64_t answered = 0;
        double sum = 0;
        for (auto const chosen : pooled.columns().chosen[first[q]]) {
            answered += chosen != 0;
            if (chosen) sum += std::countr_zero(chosen) + 1.0;
        }
        if (answered >= threshold)
            figures.push_back(
                {question.text, english(question.text_en, question.text), answered, sum / static_cast<double>(answered), false});
    }
    return figures;
}

/// Fills one course's page.
class Page {
public:
    Page(http::Call const& call, CourseEvaluation& page) : call_(call), page_(page) {}

    void add_runs()
    {
        for (auto const& row : call_.tx.all<RunRow>(kRuns, page_.course, page_.fiscal_year)) {
            page_.participants += row.seats;
            page_.completed += row.completed;
            auto const last = date_from_iso(row.last_day);
            EvaluatedRun run{row.id, row.name, last.value_or(Date{}), {}};
            for (auto const& wave : waves_of_run(call_.tx, row.id)) {
                run.waves.push_back(surveys::any_wave(call_, wave));
                if (wave.status == surveys::WaveStatus::closed) take_in(wave);
            }
            page_.runs.push_back(std::move(run));
        }
        for (auto const& [survey, pooled] : reaction_) put(figures_of(pooled), page_.reaction);
        for (auto const& [survey, pooled] : behaviour_) put(figures_of(pooled), page_.behaviour);
        std::sort(wishes_.begin(), wishes_.end(), [](auto const& a, auto const& b) { return a.id < b.id; });  // by lot
        for (auto& wish : wishes_) page_.wishes.push_back(std::move(wish.text));
    }

private:
    static void put(std::vector<Figure> figures, std::vector<Figure>& to)
    {
        to.insert(to.end(), std::make_move_iterator(figures.begin()), std::make_move_iterator(figures.end()));
    }

    void take_in(surveys::WaveRow const& wave)
    {
        auto const survey = call_.service<surveys::Library>().published(call_.tx, wave.survey_id);
        kept_.push_back(survey);
        auto const columns = call_.service<Tallies>().columns(call_.tx, wave, *survey);
        if (survey->purpose == surveys::Purpose::reaction) {
            pool(reaction_, wave, *survey).add(*columns, wave.threshold);
            auto texts = call_.tx.all<Wish>(kTexts, wave.id);
            if (static_cast<int>(texts.size()) >= wave.threshold)
                wishes_.insert(wishes_.end(), std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end()));
        }
        if (survey->purpose == surveys::Purpose::follow_up) pool(behaviour_, wave, *survey).add(*columns, wave.threshold);
        if (wave.pairs_with) compare(wave, *survey, *columns);
    }

    using Pools = std::map<SurveyId, Pooled>;
    Pooled& pool(Pools& pools, surveys::WaveRow const& wave, surveys::Survey const& survey)
    {
        page_.threshold = std::max(page_.threshold, wave.threshold);
        return pools.try_emplace(wave.survey_id, survey).first->second;
    }

    /// Learning, run by run: the same people before and after.
    void compare(surveys::WaveRow const& after, surveys::Survey const& survey, Columns const& columns)
    {
        auto const pair = shown_pair(call_.tx, after);
        if (!pair || pair->after.id != after.id) return;
        auto& library = call_.service<surveys::Library>();
        auto& tallies = call_.service<Tallies>();
        auto const before_survey = library.published(call_.tx, pair->before.survey_id);
        auto const before = tallies.columns(call_.tx, pair->before, *before_survey);
        auto const people = paired_people(*before, columns, pair->threshold());
        if (people.rows.empty()) return;
        Comparison const compared{{*before_survey, *before, may_compare_here(call_.tx, tallies, library, *pair, pair->before)},
                                  {survey, columns, may_compare_here(call_.tx, tallies, library, *pair, after)},
                                  people,
                                  pair->threshold()};
        for (auto& share : compared.shares()) page_.learning.push_back(std::move(share));
        for (auto& mean : compared.means()) page_.learning_means.push_back(std::move(mean));
    }

    http::Call const& call_;
    CourseEvaluation& page_;
    Pools reaction_, behaviour_;
    std::vector<Wish> wishes_;
    std::vector<std::shared_ptr<surveys::Survey const>> kept_;
};

}  // namespace

json::object EvaluationSetting::limits(std::string_view member)
{
    if (member == "answer_days") return {{"minimum", 1}, {"maximum", 90}};
    if (member == "follow_up_after_days") return {{"minimum", 14}, {"maximum", 365}};
    if (member == "threshold") return {{"minimum", surveys::kLeastThreshold}, {"maximum", 100}};
    return {};
}

EvaluationSetting evaluation_setting(db::Tx& tx)
{
    return tx.maybe_one<EvaluationSetting>(kSetting).value_or(EvaluationSetting{});
}

EvaluationSetting set_evaluation(http::Call const& call, EvaluationSetting const& setting)
{
    surveys::must_manage(call);
    if (evaluation_setting(call.tx).revision != setting.revision) throw Refused{Code::changed_meanwhile};
    auto& library = call.service<surveys::Library>();
    auto const must_be_published = [&](std::optional<SurveyId> survey, char const* pointer) {
        try {
            if (survey) library.published(call.tx, *survey);
        } catch (Refused const&) {
            throw Refused{Code::invalid_input, {}, {{pointer, "公開した調査票を選んでください。", "Choose a published survey."}}};
        }
    };
    must_be_published(setting.reaction, "/reaction");
    must_be_published(setting.awareness, "/awareness");
    must_be_published(setting.follow_up, "/follow_up");
    call.tx.run(kSet, setting.on ? 1 : 0, setting.reaction, setting.awareness, setting.follow_up, setting.answer_days,
                setting.follow_up_after_days, setting.threshold);
    audit::record(call.tx, call.actor, call.clock.now(), "surveys.evaluation_set", "evaluation_setting", {}, setting);
    return evaluation_setting(call.tx);
}

CourseEvaluation course_evaluation(http::Call const& call, EvaluationQuery const& query)
{
    surveys::must_manage(call);
    CourseEvaluation page;
    page.course = query.course;
    page.fiscal_year = query.fiscal_year.value_or(fiscal_year(call.clock.today()));
    Page{call, page}.add_runs();
    return page;
}

}  // namespace findings
