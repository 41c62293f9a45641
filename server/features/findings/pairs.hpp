// Before and after: what changed in the same people. Only who answered both waves is compared; when the others are fewer than the
// threshold, some pairs are left out by lot, so that nobody shows as a difference.
#pragma once
#include "features/surveys/waves.hpp"

namespace findings {

struct PairedShare {
    std::string question, item, indicator;  ///< indicator: its code, or empty for a single option
    std::string name, name_en;
    bool lower_is_better = false;
    std::int64_t pairs = 0;
    double before = 0, after = 0, difference = 0, low = 0, high = 0, effect = 0, p = 0;
    std::string sentence, sentence_en;
};
BOOST_DESCRIBE_STRUCT(PairedShare, (),
                      (question, item, indicator, name, name_en, lower_is_better, pairs, before, after, difference, low, high,
                       effect, p, sentence, sentence_en))
struct PairedMean {
    std::string question, item, name, name_en;
    std::int64_t pairs = 0;
    double before = 0, after = 0, difference = 0, low = 0, high = 0, effect = 0, p = 0;
    std::string sentence, sentence_en;
};
BOOST_DESCRIBE_STRUCT(PairedMean, (),
                      (question, item, name, name_en, pairs, before, after, difference, low, high, effect, p, sentence,
                       sentence_en))
struct Pairs {
    surveys::Wave before, after;
    std::int64_t pairs = 0, left_out = 0;
    bool too_few = false;
    std::vector<PairedShare> shares;  ///< the survey's indicators
    std::vector<PairedMean> means;    ///< scales and items of matrices
};
BOOST_DESCRIBE_STRUCT(Pairs, (), (before, after, pairs, left_out, too_few, shares, means))
/// The wave with the one it is paired with. Refuses with not_found, with wrong_status until both are closed, with conflict a wave
/// that is paired with none.
Pairs pairs(http::Call const&, SurveyWaveId);

}  // namespace findings
