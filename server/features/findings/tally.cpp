#include "features/findings/tally.hpp"

#include "features/surveys/keys.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace findings {
namespace {

constexpr std::size_t kWavesKept = 8;

struct Row {
    std::string pseudonym, answers;
};
BOOST_DESCRIBE_STRUCT(Row, (), (pseudonym, answers))
db::Sql const kRows{R"(
    SELECT pseudonym, answers FROM survey_response WHERE wave_id = $1 AND batch > $2 AND batch <= $3 AND batch > 0)"};

using surveys::QuestionType;
using surveys::Survey;

Columns empty_columns(Survey const& survey)
{
    Columns columns;
    auto const first = surveys::fields_of(survey);
    columns.chosen.resize(first.back());
    for (std::size_t q = 0; q < survey.questions.size(); ++q)
        if (survey.questions[q].type == QuestionType::number) columns.numbers[first[q]];
    return columns;
}

Chosen options_in(std::string_view field)
{
    Chosen chosen = 0;
    auto const* at = field.data();
    auto const* const end = at + field.size();
    while (at < end) {
        unsigned place = 0;
        at = std::from_chars(at, end, place).ptr + 1;
        chosen |= Chosen{1} << place;
    }
    return chosen;
}

double number_in(std::string_view field)
{
    auto value = std::numeric_limits<double>::quiet_NaN();
    std::from_chars(field.data(), field.data() + field.size(), value);
    return value;
}

void append(Columns& columns, Row& row)
{
    columns.pseudonyms.push_back(std::move(row.pseudonym));
    std::string_view rest = row.answers;
    for (std::size_t field = 0; field < columns.chosen.size(); ++field) {
        auto const text = rest.substr(0, rest.find('|'));
        rest.remove_prefix(std::min(text.size() + 1, rest.size()));
        auto const number = columns.numbers.find(field);
        columns.chosen[field].push_back(number == columns.numbers.end() ? options_in(text) : 0);
        if (number != columns.numbers.end()) number->second.push_back(number_in(text));
    }
}

/// Gives texts their numbers within one cut.
class Numbering {
public:
    explicit Numbering(std::string code) { column_.code = std::move(code); }
    void add(std::string const& group)
    {
        if (group.empty()) return column_.of.push_back(-1);
        auto const [place, fresh] = numbers_.try_emplace(group, static_cast<std::int16_t>(numbers_.size()));
        if (fresh) column_.groups.push_back(group);
        column_.of.push_back(place->second);
    }
    void put_into(std::vector<CutColumn>& cuts)
    {
        if (column_.groups.size() > 1) cuts.push_back(std::move(column_));
    }

private:
    CutColumn column_;
    std::unordered_map<std::string, std::int16_t> numbers_;
};

void add_keyed_cuts(std::vector<CutColumn>& cuts, db::Tx& tx, SurveyWaveId wave, Columns const& columns)
{
    std::unordered_map<std::string, surveys::Groups> by_pseudonym;
    for (auto& each : surveys::groups_of(tx, wave)) {
        auto pseudonym = each.pseudonym;
        by_pseudonym.emplace(std::move(pseudonym), std::move(each));
    }
    auto const add = [&](char const* code, std::string surveys::Groups::*member) {
        Numbering numbering{code};
        for (auto const& pseudonym : columns.pseudonyms) {
            auto const found = by_pseudonym.find(pseudonym);
            numbering.add(found == by_pseudonym.end() ? std::string{} : found->second.*member);
        }
        numbering.put_into(cuts);
    };
    add("category", &surveys::Groups::category);
    add("section", &surveys::Groups::section);
    add("rank_band", &surveys::Groups::rank_band);
    add("occupation", &surveys::Groups::occupation);
}

void add_asked_cuts(std::vector<CutColumn>& cuts, Survey const& survey, Columns const& columns)
{
    auto const first = surveys::fields_of(survey);
    for (std::size_t q = 0; q < survey.questions.size(); ++q) {
        auto const& question = survey.questions[q];
        if (!question.cut) continue;
        Numbering numbering{question.code};
        for (auto const chosen : columns.chosen[first[q]])
            numbering.add(chosen ? question.options[static_cast<std::size_t>(std::countr_zero(chosen))].code : "");
        numbering.put_into(cuts);
    }
}

}  // namespace

Tallies::Kept* Tallies::find(SurveyWaveId wave)
{
    auto const found = std::find_if(kept_.begin(), kept_.end(), [&](auto const& each) { return each.wave == wave; });
    if (found == kept_.end()) return nullptr;
    kept_.splice(kept_.begin(), kept_, found);
    return &kept_.front();
}

Tallies::Kept& Tallies::place_for(SurveyWaveId wave)
{
    if (auto* const kept = find(wave)) return *kept;
    kept_.push_front({wave, nullptr, nullptr});
    if (kept_.size() > kWavesKept) kept_.pop_back();
    return kept_.front();
}

void Tallies::forget(SurveyWaveId wave)
{
    std::lock_guard const lock(guard_);
    kept_.remove_if([&](Kept const& each) { return each.wave == wave; });
}

std::shared_ptr<Columns const> Tallies::columns(db::Tx& tx, surveys::WaveRow const& wave, Survey const& survey)
{
    std::shared_ptr<Columns const> before;
    {
        std::lock_guard const lock(guard_);
        auto* const kept = find(wave.id);
        if (kept && wave.keys_destroyed_at) kept->crossable.reset();  // another server has destroyed the key
        if (kept) before = kept->columns;
    }
    if (before && before->batch >= wave.batch) return before;
    auto columns = std::make_shared<Columns>(before ? *before : empty_columns(survey));
    tx.each<Row>(
        kRows, [&](Row&& row) { append(*columns, row); }, wave.id, columns->batch, wave.batch);
    columns->batch = wave.batch;
    std::lock_guard const lock(guard_);
    auto& kept = place_for(wave.id);
    if (!kept.columns || kept.columns->batch < columns->batch) kept.columns = columns;
    return columns;
}

std::shared_ptr<Crossable const> Tallies::crossable(db::Tx& tx, surveys::WaveRow const& wave, Survey const& survey)
{
    {
        std::lock_guard const lock(guard_);
        if (auto const* const kept = find(wave.id); kept && kept->crossable) return kept->crossable;
    }
    auto const answers = columns(tx, wave, survey);
    std::vector<CutColumn> cuts;
    add_keyed_cuts(cuts, tx, wave.id, *answers);
    add_asked_cuts(cuts, survey, *answers);
    Showing showing{survey, *answers, cuts, wave.threshold};
    auto crossable = std::make_shared<Crossable const>(Crossable{std::move(cuts), std::move(showing)});
    std::lock_guard const lock(guard_);
    place_for(wave.id).crossable = crossable;
    return crossable;
}

}  // namespace findings
