#include "features/surveys/audience.hpp"

#include "features/nominations/sections.hpp"

#include <boost/describe/enum_to_string.hpp>

#include <unordered_set>

namespace surveys {
namespace {

db::Sql const kSeated{
    "SELECT staff_id FROM enrolment WHERE run_id = $1 AND status IN ('accepted', 'completed', 'not_completed')"};

/// Whom a wave asks, on one day's roster.
class Asked {
public:
    Asked(skills::GapIndex const& index, std::string const& rule)
        : index_(index),
          words_(people::Words::above(index.roster().words)),
          classifier_(index.plan(), index.roster(), words_),
          everybody_counted_(rule.empty()),
          rule_(classifier_.bind(plan::parse_rule(rule.empty() ? "everyone" : rule).root))
    {
    }
    Asked(Asked const&) = delete;

    bool operator()(std::size_t row) const
    {
        auto const& standing = index_.standings()[row];
        if (everybody_counted_) return standing.counted;
        return classifier_.holds(rule_, index_.roster().people[row], standing.categories);
    }

private:
    skills::GapIndex const& index_;
    people::Words words_;
    categories::Classifier classifier_;
    bool everybody_counted_;
    categories::BoundNode rule_;
};

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
        Asked const asked{index, wave.audience};
        Describing const describing{index};
        std::vector<Key> keys;
        for (std::size_t row = 0; row < index.roster().people.size(); ++row) {
            auto const staff = index.roster().people[row].id;
            if (wave.run_id ? seated.contains(staff.value) : asked(row)) keys.push_back(describing.of(row, wave));
        }
        return keys;
    });
}

AudienceCount count_audience(db::Tx& tx, skills::Everybody& everybody, std::string const& rule, Date on, Date today)
{
    return everybody.ask(tx, on, today, [&](skills::GapIndex const& index) {
        must_be_a_rule(index.plan(), rule, "/rule");
        AudienceCount count;
        Asked const asked{index, rule};
        for (std::size_t row = 0; row < index.roster().people.size(); ++row) {
            if (!asked(row)) continue;
            ++count.people;
            count.on_leave += index.roster().people[row].on_leave;
        }
        auto const& meant = rule.empty() && !index.plan().population.rule.empty() ? index.plan().population.rule : rule;
        auto const root = plan::parse_rule(meant.empty() ? "everyone" : meant).root;
        count.text = plan::sentence_ja(root, index.plan());
        count.text_en = plan::sentence_en(root, index.plan());
        return count;
    });
}

void must_be_a_rule(plan::Plan const& plan, std::string const& rule, char const* pointer)
{
    if (rule.empty()) return;
    auto const parsed = plan::parse_rule(rule);
    auto errors = parsed.errors;
    if (errors.empty()) errors = plan::check_rule(parsed.root, plan);
    if (!errors.empty()) throw Refused{Code::invalid_input, {}, {{pointer, errors.front().ja, errors.front().en}}};
}

}  // namespace surveys
