#include "features/surveys/audience.hpp"

#include "features/audience/audience.hpp"
#include "features/nominations/sections.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <unordered_set>

namespace surveys {
namespace {

db::Sql const kSeated{
    "SELECT staff_id FROM enrolment WHERE run_id = $1 AND status IN ('accepted', 'completed', 'not_completed')"};

/// The organisation seen from one person: the section, the top unit above it, the words of rank and work.
class Describing {
public:
    explicit Describing(skills::GapIndex const& index) : index_(index), sections_(index.roster()) {}

    Key of(std::size_t row, WaveRow const& wave) const
    {
        auto const& person = index_.roster().people[row];
        Key key;
        key.wave_id = wave.id;
        key.panel_id = wave.panel_id;
        key.staff_id = person.id;
        key.category = category(row);
        key.occupation = index_.roster().words.text(person.occupation);
        if (auto const band = index_.classifier().band(person)) key.rank_band = boost::describe::enum_to_string(*band, "");
        if (auto const section = sections_.of(person); section != people::kNowhere) {
            key.unit_id = index_.roster().tree.at(section).id;
            key.section = index_.roster().tree.at(top(section)).name;
        }
        return key;
    }

private:
    std::string category(std::size_t row) const
    {
        auto const primary = index_.classifier().primary(index_.standings()[row].categories);
        return primary == categories::kNoCategory ? "" : index_.plan().categories[static_cast<std::size_t>(primary)].code;
    }
    /// Below the city itself, where the whole organisation hangs on one unit.
    people::Place top(people::Place place) const
    {
        auto const& tree = index_.roster().tree;
        auto const one_root = tree.at(0).end == tree.units().size();
        auto const stop = one_root ? people::Place{0} : people::kNowhere;
        while (place != stop && tree.at(place).parent != stop) place = tree.at(place).parent;
        return place;
    }

    skills::GapIndex const& index_;
    nominations::Sections sections_;
};

}  // namespace

std::vector<Key> audience_of(db::Tx& tx, skills::Everybody& everybody, WaveRow const& wave, Date today)
{
    std::unordered_set<std::int64_t> seated;
    if (wave.run_id)
        for (auto const staff : tx.all<StaffId>(kSeated, *wave.run_id)) seated.insert(staff.value);
    return everybody.ask(tx, wave.as_of, today, [&](skills::GapIndex const& index) {
        audience::Audience const asked{index, wave.audience};
        Describing const describing{index};
        std::vector<Key> keys;
        for (std::size_t row = 0; row < index.roster().people.size(); ++row) {
            auto const staff = index.roster().people[row].id;
            if (wave.run_id ? seated.contains(staff.value) : asked(row)) keys.push_back(describing.of(row, wave));
        }
        return keys;
    });
}

}  // namespace surveys
