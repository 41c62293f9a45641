#include "features/findings/crossing.hpp"

#include "features/findings/indicators.hpp"
#include "platform/statistics/means.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace findings {
namespace {

using surveys::Question;
using surveys::QuestionType;
using surveys::Survey;

std::size_t items_of(Question const& question) { return question.type == QuestionType::matrix ? question.items.size() : 1; }
bool is_ordered(Question const& question)
{
    return question.type == QuestionType::scale || question.type == QuestionType::matrix;
}
bool is_text(Question const& question)
{
    return question.type == QuestionType::short_text || question.type == QuestionType::long_text;
}

/// One field's column, whatever it holds.
class Field {
public:
    Field(Question const& question, Columns const& columns, std::size_t field)
        : question_(question), chosen_(columns.chosen[field])
    {
        if (auto const found = columns.numbers.find(field); found != columns.numbers.end()) numbers_ = &found->second;
    }
    bool answered(std::size_t row) const { return numbers_ ? !std::isnan((*numbers_)[row]) : chosen_[row] != 0; }
    Chosen chosen(std::size_t row) const { return chosen_[row]; }
    std::size_t rows() const { return chosen_.size(); }
    bool has_value() const { return numbers_ || is_ordered(question_); }
    /// Of a number as it is; of an ordered option its place from 1.
    double value(std::size_t row) const { return numbers_ ? (*numbers_)[row] : std::countr_zero(chosen_[row]) + 1.0; }
    Question const& question() const { return question_; }

private:
    Question const& question_;
    std::vector<Chosen> const& chosen_;
    std::vector<double> const* numbers_ = nullptr;
};

/// Counts of one group of rows while they are walked through.
struct Counting {
    std::int64_t answered = 0;
    double sum = 0;
    std::vector<std::int64_t> counts;

    explicit Counting(Question const& question) : counts(question.options.size()) {}
    void add(Field const& field, std::size_t row)
    {
        ++answered;
        for (auto rest = field.chosen(row); rest; rest &= rest - 1) ++counts[static_cast<std::size_t>(std::countr_zero(rest))];
        if (field.has_value()) sum += field.value(row);
    }
    std::vector<OptionCount> options(Question const& question) const
    {
        std::vector<OptionCount> list;
        for (std::size_t o = 0; o < counts.size(); ++o)
            list.push_back({question.options[o].code, counts[o],
                            answered == 0 ? 0.0 : static_cast<double>(counts[o]) / static_cast<double>(answered)});
        return list;
    }
    std::optional<double> mean(Field const& field) const
    {
        if (!field.has_value() || answered == 0) return std::nullopt;
        return sum / static_cast<double>(answered);
    }
};

Spread spread_of(statistics::Summary const& summary)
{
    return {summary.mean, summary.sd.value_or(0), summary.q1, summary.median, summary.q3};
}

statistics::Summary summary_of_numbers(Field const& field)
{
    std::vector<double> values;
    for (std::size_t row = 0; row < field.rows(); ++row)
        if (field.answered(row)) values.push_back(field.value(row));
    return statistics::summary(values);
}

ItemResult count_field(Field const& field, std::string item, int threshold)
{
    ItemResult result;
    result.item = std::move(item);
    Counting counting{field.question()};
    for (std::size_t row = 0; row < field.rows(); ++row)
        if (field.answered(row)) counting.add(field, row);
    if (counting.answered < threshold) {
        result.hidden = true;
        return result;
    }
    result.answered = counting.answered;
    result.options = counting.options(field.question());
    if (field.has_value())
        result.spread =
            spread_of(is_ordered(field.question()) ? statistics::summary_of_counts(counting.counts) : summary_of_numbers(field));
    return result;
}

bool anybody_answered(Field const& field)
{
    for (std::size_t row = 0; row < field.rows(); ++row)
        if (field.answered(row)) return true;
    return false;
}

/// What the disclosure rule reads as options: those chosen, or of a number whether it is above the middle.
std::vector<std::uint64_t> as_options(Field const& field)
{
    std::vector<std::uint64_t> chosen(field.rows());
    auto const is_number = field.question().type == QuestionType::number;
    auto const middle = is_number && anybody_answered(field) ? summary_of_numbers(field).median : 0.0;
    for (std::size_t row = 0; row < field.rows(); ++row) {
        if (!field.answered(row)) continue;
        chosen[row] = is_number ? std::uint64_t{1} << (field.value(row) > middle) : field.chosen(row);
    }
    return chosen;
}

Shown shown_of(Disclosure& disclosure, Field const& field, Shown const* parent)
{
    std::vector<std::uint8_t> answered(field.rows());
    for (std::size_t row = 0; row < answered.size(); ++row) answered[row] = field.answered(row);
    auto const chosen = as_options(field);
    auto const& question = field.question();
    return disclosure.shown({answered, chosen, question.type == QuestionType::number ? 2 : question.options.size(), parent});
}

}  // namespace

std::vector<std::uint8_t> asked_rows(Survey const& survey, std::size_t question, Columns const& columns)
{
    auto const& asked = survey.questions[question];
    if (asked.if_question.empty()) return std::vector<std::uint8_t>(columns.rows(), 1);
    auto const parent = *surveys::find_question(survey, asked.if_question);
    auto rows = asked_rows(survey, parent, columns);
    auto const wanted = options_named(survey.questions[parent], asked.if_any);
    auto const& chosen = columns.chosen[surveys::fields_of(survey)[parent]];
    for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = rows[row] && (chosen[row] & wanted) != 0;
    return rows;
}

Showing::Showing(Survey const& survey, Columns const& columns, std::vector<CutColumn> const& cuts, int threshold)
    : first_(surveys::fields_of(survey))
{
    std::vector<Cut> groups;
    for (auto const& cut : cuts) groups.push_back({cut.groups.size(), cut.of});
    Disclosure disclosure{groups, columns.rows(), threshold};
    shown_.reserve(first_.back());
    for (std::size_t q = 0; q < survey.questions.size(); ++q) {
        auto const& question = survey.questions[q];
        auto const* const parent =
            question.if_question.empty() ? nullptr : &of(*surveys::find_question(survey, question.if_question));
        for (std::size_t item = 0; item < items_of(question); ++item)
            shown_.push_back(is_text(question) ? Shown{}
                                               : shown_of(disclosure, Field{question, columns, first_[q] + item}, parent));
    }
}

bool may_tell_of(Survey const& survey, std::size_t question, std::size_t item, Columns const& columns,
                 std::vector<CutColumn> const& cuts, Showing const& showing, std::vector<std::int16_t> const& pairs,
                 int threshold)
{
    auto wanted = showing.of(question, item);
    if (!wanted.total) return false;
    wanted.groups.push_back({true});
    std::vector<Cut> groups;
    for (auto const& cut : cuts) groups.push_back({cut.groups.size(), cut.of});
    groups.push_back({1, pairs});
    Disclosure disclosure{groups, columns.rows(), threshold};
    Field const field{survey.questions[question], columns, surveys::fields_of(survey)[question] + item};
    return shown_of(disclosure, field, &wanted) == wanted;
}

Shown const& Showing::of(std::size_t question, std::size_t item) const { return shown_[first_[question] + item]; }

std::vector<QuestionResult> count(Survey const& survey, Columns const& columns, int threshold)
{
    auto const first = surveys::fields_of(survey);
    std::vector<QuestionResult> results;
    for (std::size_t q = 0; q < survey.questions.size(); ++q) {
        auto const& question = survey.questions[q];
        auto& result = results.emplace_back();
        result.question = question.code;
        auto const asked = asked_rows(survey, q, columns);
        result.asked = std::count(asked.begin(), asked.end(), 1);
        if (result.asked < threshold) result.asked = 0;
        if (is_text(question)) continue;
        for (std::size_t item = 0; item < items_of(question); ++item)
            result.items.push_back(count_field(Field{question, columns, first[q] + item},
                                               question.items.empty() ? "" : question.items[item].code, threshold));
    }
    return results;
}

void cross(std::vector<QuestionResult>& results, Survey const& survey, Columns const& columns, std::vector<CutColumn> const& cuts,
           std::size_t cut, Showing const& showing)
{
    auto const first = surveys::fields_of(survey);
    auto const& groups = cuts[cut];
    for (std::size_t q = 0; q < survey.questions.size(); ++q) {
        auto const& question = survey.questions[q];
        if (question.cut) continue;  // two cuts are never laid over each other
        for (std::size_t item = 0; item < results[q].items.size(); ++item) {
            Field const field{question, columns, first[q] + item};
            std::vector<Counting> counting(groups.groups.size(), Counting{question});
            for (std::size_t row = 0; row < field.rows(); ++row)
                if (groups.of[row] >= 0 && field.answered(row))
                    counting[static_cast<std::size_t>(groups.of[row])].add(field, row);
            auto const& shown = showing.of(q, item);
            for (std::size_t g = 0; g < counting.size(); ++g) {
                GroupCounts group{groups.groups[g], groups.groups[g], true, 0, {}, {}};
                if (shown.total && shown.groups[cut][g])
                    group = {groups.groups[g],       groups.groups[g], false, counting[g].answered, counting[g].options(question),
                             counting[g].mean(field)};
                results[q].items[item].groups.push_back(std::move(group));
            }
        }
    }
}

}  // namespace findings
