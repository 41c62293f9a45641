#include "features/skills/gap_index.hpp"

#include <algorithm>
#include <atomic>
#include <bit>
#include <map>

namespace skills {
namespace {

struct EvidenceRow {
    StaffId staff_id;
    std::string skill_code;
    EvidenceKind kind = EvidenceKind::self;
    bool holds = false;
    Date dated_on;
    std::optional<Date> valid_until;
};
BOOST_DESCRIBE_STRUCT(EvidenceRow, (), (staff_id, skill_code, kind, holds, dated_on, valid_until))

struct CompletionRow {
    StaffId staff_id;
    std::string course_code;
    Date completed_on;
};
BOOST_DESCRIBE_STRUCT(CompletionRow, (), (staff_id, course_code, completed_on))

struct DecisionRow {
    StaffId staff_id;
    std::string skill_code;
    bool needed = false;
};
BOOST_DESCRIBE_STRUCT(DecisionRow, (), (staff_id, skill_code, needed))

// Self-ratings never decide and stay out of the index.
db::Sql const kAllEvidence{R"(SELECT staff_id, skill_code, kind, holds, dated_on, valid_until FROM skill_evidence
     WHERE withdrawn_at IS NULL AND kind <> 'self' AND dated_on <= $1)"};
db::Sql const kOneEvidence{R"(SELECT staff_id, skill_code, kind, holds, dated_on, valid_until FROM skill_evidence
     WHERE withdrawn_at IS NULL AND kind <> 'self' AND dated_on <= $1 AND staff_id = $2)"};
db::Sql const kAllCompletions{R"(SELECT staff_id, course_code, completed_on FROM completion WHERE completed_on <= $1)"};
db::Sql const kOneCompletions{
    R"(SELECT staff_id, course_code, completed_on FROM completion WHERE completed_on <= $1 AND staff_id = $2)"};
db::Sql const kAllDecisions{
    R"(SELECT staff_id, skill_code, needed FROM conditional_decision WHERE decided_on <= $1 ORDER BY id)"};
db::Sql const kOneDecisions{R"(SELECT staff_id, skill_code, needed FROM conditional_decision
     WHERE decided_on <= $1 AND staff_id = $2 ORDER BY id)"};

constexpr std::size_t kWordBits = 64;

void set(std::vector<std::uint64_t>& bits, std::uint32_t row, bool on)
{
    auto const mask = std::uint64_t{1} << (row % kWordBits);
    if (on) {
        bits[row / kWordBits] |= mask;
    } else {
        bits[row / kWordBits] &= ~mask;
    }
}

/// Set bits in [first, last): whole words, the first and the last masked.
std::uint32_t popcount(std::vector<std::uint64_t> const& bits, std::uint32_t first, std::uint32_t last)
{
    if (first >= last) return 0;
    auto const from = first / kWordBits;
    auto const to = (last - 1) / kWordBits;
    auto const head = ~std::uint64_t{0} << (first % kWordBits);
    auto const tail = ~std::uint64_t{0} >> (kWordBits - 1 - (last - 1) % kWordBits);
    if (from == to) return static_cast<std::uint32_t>(std::popcount(bits[from] & head & tail));
    auto count = std::popcount(bits[from] & head) + std::popcount(bits[to] & tail);
    for (auto word = from + 1; word < to; ++word) count += std::popcount(bits[word]);
    return static_cast<std::uint32_t>(count);
}

std::uint64_t next_number()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

Finding finding_of(EvidenceRow const& row) { return {row.kind, row.holds, row.dated_on, row.valid_until}; }
Finding finding_of(CompletionRow const& row) { return {EvidenceKind::course, true, row.completed_on, std::nullopt}; }

}  // namespace

GapIndex::GapIndex(std::shared_ptr<plan::Plan const> plan, people::Roster roster)
    : plan_(std::move(plan)),
      roster_(std::make_shared<people::Roster>(std::move(roster))),
      records_(std::make_shared<Records>()),
      map_(*plan_),
      classifier_(*plan_, *roster_),
      born_(next_number())
{
    learn_codes(roster_->words);
    bind_audiences();
}

GapIndex::GapIndex(std::shared_ptr<plan::Plan const> plan, GapIndex const& same_people)
    : plan_(std::move(plan)),
      roster_(same_people.roster_),
      records_(same_people.records_),
      plan_words_(people::Words::above(roster_->words)),
      map_(*plan_),
      classifier_(*plan_, *roster_, plan_words_),
      born_(next_number())
{
    learn_codes(plan_words_);
    bind_audiences();
    stand_everybody();
}

std::unique_ptr<GapIndex> GapIndex::build(db::Tx& tx, std::shared_ptr<plan::Plan const> plan, Date on, Date announced_by)
{
    std::unique_ptr<GapIndex> index{new GapIndex{std::move(plan), people::load_roster(tx, on, announced_by)}};
    index->load_records(tx);
    index->stand_everybody();
    return index;
}

std::unique_ptr<GapIndex> GapIndex::build_for(db::Tx& tx, std::shared_ptr<plan::Plan const> plan, StaffId id, Date on,
                                              Date announced_by)
{
    people::Roster roster;
    roster.on = on;
    roster.tree = people::load_tree(tx, on, roster.words);
    std::unique_ptr<GapIndex> index{new GapIndex{std::move(plan), std::move(roster)}};
    index->refresh(tx, {&id, 1}, announced_by);
    return index;
}

std::unique_ptr<GapIndex> GapIndex::under(std::shared_ptr<plan::Plan const> plan) const
{
    return std::unique_ptr<GapIndex>{new GapIndex{std::move(plan), *this}};
}

void GapIndex::learn_codes(people::Words& words)
{
    // Interning first: the tables below are indexed by word.
    std::vector<people::Word> skill_words, course_words;
    skill_words.reserve(plan_->skills.size());
    course_words.reserve(plan_->courses.size());
    for (auto const& skill : plan_->skills) skill_words.push_back(words.of(skill.code));
    for (auto const& course : plan_->courses) course_words.push_back(words.of(course.code));
    people::Word greatest = 0;
    for (auto const& list : {skill_words, course_words}) {
        for (auto const word : list) greatest = std::max(greatest, word);
    }
    skill_of_word_.assign(greatest + 1, -1);
    course_of_word_.assign(greatest + 1, -1);
    skills_of_course_.resize(greatest + 1);
    for (std::size_t i = 0; i < course_words.size(); ++i) course_of_word_[course_words[i]] = static_cast<int>(i);
    for (std::size_t i = 0; i < skill_words.size(); ++i) skill_of_word_[skill_words[i]] = static_cast<int>(i);
    for (std::size_t i = 0; i < course_words.size(); ++i) {
        for (auto const& code : plan_->courses[i].skills) {
            if (auto const skill = map_.find_skill(code); skill >= 0) skills_of_course_[course_words[i]].push_back(skill);
        }
    }
}

void GapIndex::bind_audiences()
{
    std::map<std::string_view, std::size_t> known;
    for (auto const& course : plan_->courses) {
        auto const parsed = plan::parse_rule(course.audience);
        if (course.audience.empty() || !parsed.errors.empty()) {
            audience_of_course_.push_back(kForVolunteers);
            continue;
        }
        auto const [rule, is_new] = known.try_emplace(course.audience, audiences_.size());
        if (is_new) audiences_.push_back(classifier_.bind(parsed.root));
        audience_of_course_.push_back(rule->second);
    }
}

bool GapIndex::in_audience(std::size_t audience, std::uint32_t row) const
{
    return audience < audiences_.size() &&
           classifier_.holds(audiences_[audience], roster_->people[row], standings_[row].categories);
}

void GapIndex::load_records(db::Tx& tx)
{
    records_->reserve(roster_->people.size());
    auto& words = roster_->words;
    auto const on = roster_->on;
    tx.each<EvidenceRow>(
        kAllEvidence,
        [&](auto const& row) {
            (*records_)[row.staff_id.value].evidence.push_back({words.of(row.skill_code), false, finding_of(row)});
        },
        on);
    tx.each<CompletionRow>(
        kAllCompletions,
        [&](auto const& row) {
            (*records_)[row.staff_id.value].evidence.push_back({words.of(row.course_code), true, finding_of(row)});
        },
        on);
    tx.each<DecisionRow>(
        kAllDecisions,
        [&](auto const& row) {
            (*records_)[row.staff_id.value].decisions.push_back({words.of(row.skill_code), row.needed});
        },
        on);
}

GapIndex::Record GapIndex::load_record(db::Tx& tx, StaffId id)
{
    Record record;
    auto& words = roster_->words;
    auto const on = roster_->on;
    for (auto const& row : tx.all<EvidenceRow>(kOneEvidence, on, id)) {
        record.evidence.push_back({words.of(row.skill_code), false, finding_of(row)});
    }
    for (auto const& row : tx.all<CompletionRow>(kOneCompletions, on, id)) {
        record.evidence.push_back({words.of(row.course_code), true, finding_of(row)});
    }
    for (auto const& row : tx.all<DecisionRow>(kOneDecisions, on, id))
        record.decisions.push_back({words.of(row.skill_code), row.needed});
    return record;
}

void GapIndex::refresh(db::Tx& tx, std::span<StaffId const> changed, Date announced_by)
{
    auto const moved = people::refresh(tx, *roster_, changed, announced_by);
    version_ = next_number();
    for (auto const id : changed) (*records_)[id.value] = load_record(tx, id);
    if (moved) return stand_everybody();
    for (auto const id : changed) {
        auto const row = roster_->row_of.find(id.value);
        if (row == roster_->row_of.end()) continue;
        stand(row->second);
        set_bits(row->second);
    }
}

void GapIndex::stand_everybody()
{
    auto const rows = static_cast<std::uint32_t>(roster_->people.size());
    version_ = next_number();
    standings_.assign(rows, {});
    Bits const none((rows + kWordBits - 1) / kWordBits, 0);
    needs_.assign(plan_->skills.size(), none);
    lacks_.assign(plan_->skills.size(), none);
    active_ = counted_ = none;
    for (std::uint32_t row = 0; row < rows; ++row) {
        stand(row);
        set_bits(row);
    }
}

void GapIndex::stand(std::uint32_t row)
{
    auto const& person = roster_->people[row];
    auto& standing = standings_[row];
    standing.stamp = version_;
    standing.categories = classifier_.of(person);
    standing.counted = classifier_.counted(person);
    standing.active = standing.counted && !person.on_leave;
    standing.needed = map_.required(standing.categories);
    standing.open = map_.conditional(standing.categories);
    standing.held.reset();
    auto const record = records_->find(person.id.value);
    if (record == records_->end()) return;

    auto const conditional = standing.open;
    for (auto const& decision : record->second.decisions) {
        auto const skill = decision.skill < skill_of_word_.size() ? skill_of_word_[decision.skill] : -1;
        if (skill < 0 || !conditional.test(static_cast<std::size_t>(skill))) continue;
        standing.open.reset(static_cast<std::size_t>(skill));
        standing.needed.set(static_cast<std::size_t>(skill), decision.needed);
    }
    standing.held = held_by(record->second);
}

SkillSet GapIndex::held_by(Record const& record) const
{
    std::vector<std::pair<int, Finding>> findings;
    for (auto const& recorded : record.evidence) {
        if (recorded.code >= skill_of_word_.size()) continue;
        if (recorded.is_course) {
            for (auto const skill : skills_of_course_[recorded.code]) findings.emplace_back(skill, recorded.finding);
        } else if (auto const skill = skill_of_word_[recorded.code]; skill >= 0) {
            findings.emplace_back(skill, recorded.finding);
        }
    }
    std::stable_sort(findings.begin(), findings.end(), [](auto const& a, auto const& b) { return a.first < b.first; });

    SkillSet held;
    std::vector<Finding> group;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        group.push_back(findings[i].second);
        if (i + 1 < findings.size() && findings[i + 1].first == findings[i].first) continue;
        auto const skill = static_cast<std::size_t>(findings[i].first);
        held.set(skill, state_of(plan_->skills[skill], group, roster_->on).holds);
        group.clear();
    }
    return held;
}

void GapIndex::set_bits(std::uint32_t row)
{
    auto const& standing = standings_[row];
    set(active_, row, standing.active);
    set(counted_, row, standing.counted);
    for (std::size_t skill = 0; skill < needs_.size(); ++skill) {
        auto const needs = standing.active && standing.needed.test(skill);
        set(needs_[skill], row, needs);
        set(lacks_[skill], row, needs && !standing.held.test(skill));
    }
}

Standing const* GapIndex::standing(StaffId id) const
{
    auto const row = roster_->row_of.find(id.value);
    return row == roster_->row_of.end() ? nullptr : &standings_[row->second];
}

Count GapIndex::count(std::size_t skill, std::uint32_t first, std::uint32_t last) const
{
    auto const needed = popcount(needs_[skill], first, last);
    return {needed, needed - popcount(lacks_[skill], first, last)};
}

std::uint32_t GapIndex::active_people(std::uint32_t first, std::uint32_t last) const { return popcount(active_, first, last); }
std::uint32_t GapIndex::counted_people(std::uint32_t first, std::uint32_t last) const { return popcount(counted_, first, last); }

}  // namespace skills
