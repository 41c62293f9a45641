// The columns of the waves that were asked for last. Batches never change once they are in the figures: what is new since the
// last look is read and put behind the rest. A closed wave never changes at all, so what may be shown of it is decided once.
#pragma once
#include "features/findings/crossing.hpp"
#include "features/surveys/waves.hpp"

#include <list>
#include <memory>
#include <mutex>

namespace findings {

/// The cuts of a closed wave, and what may be shown by them.
struct Crossable {
    std::vector<CutColumn> cuts;
    Showing showing;
};

/// One municipality's; a service. Thread-safe. Holds the waves that were asked for last.
class Tallies {
public:
    std::shared_ptr<Columns const> columns(db::Tx&, surveys::WaveRow const&, surveys::Survey const&);
    /// Of a closed wave whose key lives: category, section, rank_band, occupation, and each question that is a cut. Cuts that put
    /// everybody into one group are left out.
    std::shared_ptr<Crossable const> crossable(db::Tx&, surveys::WaveRow const&, surveys::Survey const&);

    /// Of a wave that was called off, or whose key is destroyed.
    void forget(SurveyWaveId);

private:
    struct Kept {
        SurveyWaveId wave;
        std::shared_ptr<Columns const> columns;
        std::shared_ptr<Crossable const> crossable;
    };
    Kept* find(SurveyWaveId);
    Kept& place_for(SurveyWaveId);

    std::mutex guard_;
    std::list<Kept> kept_;  ///< asked for last first
};

}  // namespace findings
