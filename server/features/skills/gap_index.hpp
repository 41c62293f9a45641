// Questions about everybody, answered from memory: who needs which skill and who holds it, on one day, under one plan.
// Rows are the roster's: a unit with all below it is a range of rows, and a count is a popcount over that range.
// The index is never the truth; build() makes it from the database and refresh() brings single people forward.
#pragma once
#include "features/categories/classifier.hpp"
#include "features/people/roster_load.hpp"
#include "features/skills/skill_map.hpp"
#include "features/skills/state.hpp"

#include <memory>

namespace skills {

/// One person's place in the plan.
struct Standing {
    categories::CategorySet categories = 0;
    SkillSet needed;  ///< ● and the ★ the head decided are needed
    SkillSet open;    ///< ★ nobody has decided yet
    SkillSet held;
    bool counted = false;     ///< belongs to the population
    bool active = false;      ///< counted and not on leave: only these are asked what they lack
    std::uint64_t stamp = 0;  ///< grows whenever the person was looked at again
};

struct Count {
    std::uint32_t needed = 0, held = 0;
};

inline constexpr std::size_t kForVolunteers = SIZE_MAX;

class GapIndex {
public:
    static std::unique_ptr<GapIndex> build(db::Tx&, std::shared_ptr<plan::Plan const>, Date on, Date announced_by);
    /// The whole organisation but one person's facts only: a question about one person on a day nobody else asks for.
    static std::unique_ptr<GapIndex> build_for(db::Tx&, std::shared_ptr<plan::Plan const>, StaffId, Date on, Date announced_by);
    /// The same people and evidence under another plan: the dry run of a draft. Refers to this one, which must neither change nor
    /// end before it, and is never refreshed.
    std::unique_ptr<GapIndex> under(std::shared_ptr<plan::Plan const>) const;
    void refresh(db::Tx&, std::span<StaffId const>, Date announced_by);

    plan::Plan const& plan() const { return *plan_; }
    SkillMap const& map() const { return map_; }
    people::Roster const& roster() const { return *roster_; }
    categories::Classifier const& classifier() const { return classifier_; }
    std::span<Standing const> standings() const { return standings_; }
    Standing const* standing(StaffId) const;

    /// What is computed from the index by others stays true while `version` stays, and each row of it while its stamp stays.
    /// `born` tells two indexes apart; no two numbers of a process are ever the same.
    std::uint64_t born() const { return born_; }
    std::uint64_t version() const { return version_; }
    /// Courses with the same audience have the same number; kForVolunteers when the plan names nobody (希望者).
    std::size_t audience_of(std::size_t course) const { return audience_of_course_[course]; }
    std::size_t audiences() const { return audiences_.size(); }
    bool in_audience(std::size_t audience, std::uint32_t row) const;
    /// f(course of the plan, day) for each completion of the person up to the day of the index.
    template <class F>
    void each_completion(StaffId id, F&& f) const
    {
        auto const record = records_->find(id.value);
        if (record == records_->end()) return;
        for (auto const& recorded : record->second.evidence) {
            if (!recorded.is_course || recorded.code >= course_of_word_.size()) continue;
            if (auto const course = course_of_word_[recorded.code]; course >= 0)
                f(static_cast<std::size_t>(course), recorded.finding.dated_on);
        }
    }

    /// Of the active people in rows [first, last): how many need the skill and how many of those hold it.
    Count count(std::size_t skill, std::uint32_t first, std::uint32_t last) const;
    std::uint32_t active_people(std::uint32_t first, std::uint32_t last) const;
    std::uint32_t counted_people(std::uint32_t first, std::uint32_t last) const;

private:
    using Bits = std::vector<std::uint64_t>;
    /// A person's evidence and ★ decisions as recorded, by code, so that they serve any plan.
    struct Recorded {
        people::Word code = 0;
        bool is_course = false;  ///< a completion: counts for every skill the plan says the course gives
        Finding finding;
    };
    struct Decision {
        people::Word skill = 0;
        bool needed = false;
    };
    struct Record {
        std::vector<Recorded> evidence;
        std::vector<Decision> decisions;  ///< oldest first, the last one on a skill stands
    };

    using Records = std::unordered_map<std::int64_t, Record>;  ///< by staff id: rows move, people do not

    GapIndex(std::shared_ptr<plan::Plan const>, people::Roster);
    GapIndex(std::shared_ptr<plan::Plan const>, GapIndex const& same_people);
    void learn_codes(people::Words&);
    void bind_audiences();
    void load_records(db::Tx&);
    Record load_record(db::Tx&, StaffId);
    void stand(std::uint32_t row);
    SkillSet held_by(Record const&) const;
    void stand_everybody();
    void set_bits(std::uint32_t row);

    std::shared_ptr<plan::Plan const> plan_;
    std::shared_ptr<people::Roster> roster_;
    std::shared_ptr<Records> records_;
    people::Words plan_words_;  ///< of an index under another plan: those the roster does not have
    SkillMap map_;
    categories::Classifier classifier_;
    std::vector<int> skill_of_word_;                  ///< word → the plan's skill, -1 = none
    std::vector<int> course_of_word_;                 ///< word → the plan's course, -1 = none
    std::vector<std::vector<int>> skills_of_course_;  ///< word → skills a completed course gives
    std::vector<categories::BoundNode> audiences_;    ///< each distinct rule once
    std::vector<std::size_t> audience_of_course_;
    std::uint64_t born_ = 0, version_ = 0;
    std::vector<Standing> standings_;
    std::vector<Bits> needs_, lacks_;  ///< [skill]: bit = row, active people only
    Bits active_, counted_;
};

}  // namespace skills
