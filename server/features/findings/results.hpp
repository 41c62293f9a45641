// What the answers say: counts and shares with their denominator, and, once the wave is closed, crossed by one cut at a time.
// Nothing is told of fewer people than the wave's threshold, by any combination of what is shown (disclosure.hpp).
#pragma once
#include "features/surveys/waves.hpp"

namespace findings {

struct CutName {
    std::string code;  ///< category, section, rank_band, occupation, or the code of a question
    std::string name, name_en;
};
BOOST_DESCRIBE_STRUCT(CutName, (), (code, name, name_en))

struct OptionCount {
    std::string code;
    std::int64_t count = 0;
    double share = 0;  ///< of those who answered the question, 0 to 1
};
BOOST_DESCRIBE_STRUCT(OptionCount, (), (code, count, share))

struct GroupCounts {
    std::string group, group_en;
    bool hidden = false;  ///< too small, or another one that would give it away; then everything else is empty
    std::int64_t answered = 0;
    std::vector<OptionCount> options;
    std::optional<double> mean;
};
BOOST_DESCRIBE_STRUCT(GroupCounts, (), (group, group_en, hidden, answered, options, mean))

struct Spread {
    double mean = 0, deviation = 0, lower_quartile = 0, median = 0, upper_quartile = 0;
};
BOOST_DESCRIBE_STRUCT(Spread, (), (mean, deviation, lower_quartile, median, upper_quartile))

struct ItemResult {
    std::string item;  ///< of a matrix; empty for every other type
    bool hidden = false;
    std::int64_t answered = 0;
    std::vector<OptionCount> options;
    std::optional<Spread> spread;     ///< scale, matrix and number
    std::vector<GroupCounts> groups;  ///< of the cut that was asked for
};
BOOST_DESCRIBE_STRUCT(ItemResult, (), (item, hidden, answered, options, spread, groups))

struct QuestionResult {
    std::string question;
    std::int64_t asked = 0;  ///< those whom the condition let through
    std::vector<ItemResult> items;
    std::int64_t texts = 0;
};
BOOST_DESCRIBE_STRUCT(QuestionResult, (), (question, asked, items, texts))

struct ResultsQuery {
    std::string cut;  ///< empty: no cross
};
BOOST_DESCRIBE_STRUCT(ResultsQuery, (), (cut))

struct Results {
    surveys::Wave wave;
    surveys::Survey survey;
    std::int64_t counted = 0;    ///< answers in these figures
    std::int64_t held_back = 0;  ///< that wait for others, so that nobody's answer shows as a change
    bool too_few = false;        ///< fewer than the threshold: there are no figures
    std::vector<CutName> cuts;   ///< that may be asked for; none while it is open
    std::string cut;
    std::vector<QuestionResult> questions;
};
BOOST_DESCRIBE_STRUCT(Results, (), (wave, survey, counted, held_back, too_few, cuts, cut, questions))

/// Refuses with not_found a wave whose results the actor may not read, with invalid_input an unknown cut.
Results results(http::Call const&, SurveyWaveId, ResultsQuery const&);

enum class FindingsFormat { xlsx, csv };
BOOST_DESCRIBE_ENUM(FindingsFormat, xlsx, csv)
struct FindingsFile {
    FindingsFormat format = FindingsFormat::xlsx;
};
BOOST_DESCRIBE_STRUCT(FindingsFile, (), (format))
/// The workbook for reading, or one long table for machines; every cut that may be shown.
http::Download results_file(http::Call const&, SurveyWaveId, FindingsFile const&);

}  // namespace findings
