// When a wave's key is destroyed its groups go with it. The crossed tables that were shown until then are kept as they were.
#pragma once
#include "features/findings/results.hpp"
#include "features/findings/tally.hpp"

namespace findings {

struct Crossed {
    CutName cut;
    std::vector<QuestionResult> questions;
};
BOOST_DESCRIBE_STRUCT(Crossed, (), (cut, questions))
struct Frozen {
    std::vector<Crossed> crossed;
    std::vector<bool> comparable;  ///< [field] may be told of the pairs; empty when there were none yet
};
BOOST_DESCRIBE_STRUCT(Frozen, (), (crossed, comparable))

/// Empty while the key lives.
Frozen frozen_of(db::Tx&, SurveyWaveId);
/// Before the key goes.
void freeze(db::Tx&, Tallies&, surveys::Library&, plan::Library&, surveys::WaveRow const&);

}  // namespace findings
