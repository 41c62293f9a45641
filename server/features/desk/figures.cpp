#include "features/desk/board.hpp"
#include "platform/core/working_days.hpp"
#include "platform/statistics/means.hpp"

#include <map>

namespace desk {
namespace {

struct Row {
    SubjectId subject_id;
    ConsultationStatus status = ConsultationStatus::open;
    ConsultationStage stage = ConsultationStage::reception;
    Instant asked_at;
    std::optional<Instant> answered_at, finished_at;
    Date promised_on;
    std::optional<Date> due_on;
    std::optional<ConsultationOutcome> outcome;
    std::optional<int> saved_hours;
    std::optional<Instant> published_at;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (subject_id, status, stage, asked_at, answered_at, finished_at, promised_on, due_on, outcome, saved_hours,
                       published_at))
// What was asked, ended or published in the period, and what goes on.
db::Sql const kRows{R"(
    SELECT subject_id, status, stage, asked_at, answered_at, finished_at, promised_on, due_on, outcome, saved_hours, published_at
      FROM consultation
     WHERE (asked_at >= $1 AND asked_at < $2) OR (finished_at >= $1 AND finished_at < $2)
        OR (published_at >= $1 AND published_at < $2) OR status IN ('open', 'waiting_for_asker'))"};
struct Minutes {
    SubjectId subject_id;
    std::int64_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(Minutes, (), (subject_id, minutes))
db::Sql const kMinutes{R"(
    SELECT c.subject_id, CAST(sum(v.minutes) AS INTEGER) AS minutes
      FROM consultation_visit v JOIN consultation c ON c.id = v.consultation_id
     WHERE v.visited_on >= $1 AND v.visited_on <= $2 GROUP BY c.subject_id)"};

/// The instant at which a day begins in Japan.
Instant midnight(Date day) { return Instant{std::chrono::sys_days{day}} - std::chrono::hours{9}; }

std::optional<double> median(std::vector<double> const& days)
{
    if (days.empty()) return std::nullopt;
    return statistics::summary(days).median;
}

double working_days(Instant from, Instant to)
{
    return static_cast<double>(working_days_between(day_in_japan(from), day_in_japan(to)));
}

std::int64_t& at_stage(SubjectFigures& figures, ConsultationStage stage)
{
    switch (stage) {
        case ConsultationStage::reception: return figures.reception;
        case ConsultationStage::analysis: return figures.analysis;
        case ConsultationStage::budget: return figures.budget;
        case ConsultationStage::design: return figures.design;
        case ConsultationStage::build: return figures.build;
        case ConsultationStage::effect: break;
    }
    return figures.effect;
}

class Counting {
public:
    Counting(DeskFigures& figures, Date today)
        : figures_(figures),
          today_(today),
          from_(midnight(first_day_of_fiscal_year(figures.fiscal_year))),
          until_(midnight(first_day_of_fiscal_year(figures.fiscal_year + 1)))
    {
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<ConsultationOutcome>>([&](auto each) {
            figures_.outcomes.push_back({each.value, 0, 0});
        });
        for (std::size_t i = 0; i < figures_.subjects.size(); ++i) place_[figures_.subjects[i].subject] = i;
    }

    void count(Row const& row)
    {
        auto& subject = figures_.subjects[place_.at(row.subject_id)];
        if (within(row.asked_at)) asked(row, subject);
        if (is_going_on(row.status)) {
            ++figures_.open;
            ++at_stage(subject, row.stage);
            figures_.overdue += row.status == ConsultationStatus::open && row.due_on && *row.due_on < today_;
        }
        if (row.finished_at && within(*row.finished_at)) ended(row, subject);
        figures_.published += row.published_at && within(*row.published_at);
    }

    void end()
    {
        figures_.answer_days = median(answer_days_);
        figures_.finish_days = median(finish_days_);
        for (auto& subject : figures_.subjects) subject.answer_days = median(of_subject_[subject.subject]);
    }

private:
    bool within(Instant at) const { return at >= from_ && at < until_; }

    void asked(Row const& row, SubjectFigures& subject)
    {
        ++figures_.asked;
        ++subject.asked;
        if (!row.answered_at) return;
        auto const days = working_days(row.asked_at, *row.answered_at);
        answer_days_.push_back(days);
        of_subject_[row.subject_id].push_back(days);
        ++figures_.answered;
        figures_.answered_in_time += day_in_japan(*row.answered_at) <= row.promised_on;
    }

    void ended(Row const& row, SubjectFigures& subject)
    {
        if (row.status == ConsultationStatus::withdrawn) ++subject.withdrawn;
        if (row.status != ConsultationStatus::finished || !row.outcome) return;
        ++figures_.finished;
        ++subject.finished;
        auto const saved = row.saved_hours.value_or(0);
        figures_.saved_hours += saved;
        auto& outcome = figures_.outcomes[static_cast<std::size_t>(*row.outcome)];
        ++outcome.count;
        outcome.saved_hours += saved;
        finish_days_.push_back(working_days(row.asked_at, *row.finished_at));
    }

    DeskFigures& figures_;
    Date today_;
    Instant from_, until_;
    std::map<SubjectId, std::size_t> place_;
    std::vector<double> answer_days_, finish_days_;
    std::map<SubjectId, std::vector<double>> of_subject_;
};

}  // namespace

DeskFigures desk_figures(http::Call const& call, FiguresQuery const& query)
{
    must_manage(call);
    auto const today = call.clock.today();
    DeskFigures figures;
    figures.fiscal_year = query.fiscal_year.value_or(fiscal_year(today));
    auto const first = first_day_of_fiscal_year(figures.fiscal_year), last = last_day_of_fiscal_year(figures.fiscal_year);
    for (auto const& subject : all_subjects(call.tx)) {
        SubjectFigures of_subject;
        of_subject.subject = subject.id;
        of_subject.name = subject.name;
        of_subject.name_en = subject.name_en;
        figures.subjects.push_back(std::move(of_subject));
    }
    Counting counting{figures, today};
    call.tx.each<Row>(
        kRows, [&](Row const& row) { counting.count(row); }, midnight(first), midnight(add_days(last, 1)));
    counting.end();
    for (auto const& [subject, minutes] : call.tx.all<Minutes>(kMinutes, first, last)) {
        figures.minutes += minutes;
        for (auto& of_subject : figures.subjects)
            if (of_subject.subject == subject) of_subject.minutes = minutes;
    }
    return figures;
}

}  // namespace desk
