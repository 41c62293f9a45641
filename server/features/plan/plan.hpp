// The plan as the root object: everything a city's plan document promises, as data.
// One set of described structs is the YAML pack, the JSON of the API, the xlsx sheets (one sheet a table) and the diff.
// Every item cites its clause in the source document; what the source left ambiguous carries a confidence and a note.
// People and their records refer to items by `code`, which stays the same from version to version.
#pragma once
#include "platform/core/date.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace plan {

/// How sure the reading of the source is. Anything but `certain` is listed under 「要確認」 and needs a note.
enum class Confidence { certain, near_certain, high, medium, low };
BOOST_DESCRIBE_ENUM(Confidence, certain, near_certain, high, medium, low)

struct Municipality {
    std::string slug;       ///< first path segment, "hirakata"
    std::string name;       ///< 枚方市
    std::string name_en;    ///< Hirakata City
    std::string area_code;  ///< 全国地方公共団体コード, six digits
};
BOOST_DESCRIBE_STRUCT(Municipality, (), (slug, name, name_en, area_code))

/// 奥付: who publishes the document (CGS-21).
struct Colophon {
    std::string publisher;
    std::string published;  ///< as the document writes it: 令和8(2026)年3月
    std::string address, tel, fax, email, url;
};
BOOST_DESCRIBE_STRUCT(Colophon, (), (publisher, published, address, tel, fax, email, url))

/// The source document. No `from`/`until` means the plan sets no such date.
struct Document {
    std::string key;  ///< HKT, used in codes and clauses
    std::string title, title_en;
    std::string version, supersedes;
    std::optional<Date> in_force_from, in_force_until;
    std::string period_text;  ///< the plan's own words about its period
    std::string review_text;
    std::vector<std::string> owners;  ///< 情報政策課, 研修部門
    std::string purpose;
    std::string clause;
    Colophon colophon;
};
BOOST_DESCRIBE_STRUCT(Document, (),
                      (key, title, title_en, version, supersedes, in_force_from, in_force_until, period_text, review_text, owners,
                       purpose, clause, colophon))

/// 言葉づかい: the city's word for a term of ours. `term` is one of kWordingTerms; an absent term keeps the default word.
struct Wording {
    std::string term, word, word_en, note, clause;
};
BOOST_DESCRIBE_STRUCT(Wording, (), (term, word, word_en, note, clause))

struct GlossaryEntry {
    std::string term, reading, meaning, usage;
    std::string broader;  ///< the entry this one is a kind of (HRT-03), or empty
    std::string clause;
};
BOOST_DESCRIBE_STRUCT(GlossaryEntry, (), (term, reading, meaning, usage, broader, clause))

enum class PolicyRelation { upper, lower, related, predecessor };
BOOST_DESCRIBE_ENUM(PolicyRelation, upper, lower, related, predecessor)
struct Policy {
    std::string title, issued, period;
    PolicyRelation relation = PolicyRelation::related;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Policy, (), (title, issued, period, relation, note, clause))

/// What the document states and the product must respect or show: definitions, principles, personas, history.
enum class StatementKind { definition, principle, persona, ability, role, history, system, organisation };
BOOST_DESCRIBE_ENUM(StatementKind, definition, principle, persona, ability, role, history, system, organisation)
struct Statement {
    std::string code;
    StatementKind kind = StatementKind::principle;
    std::string group, title, text;
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Statement, (), (code, kind, group, title, text, confidence, note, clause))

/// 職位, ordered: a greater `order` is more senior. `aliases` are the titles a roster may use for it.
enum class RankBand { executive, management, supervisory, staff };
BOOST_DESCRIBE_ENUM(RankBand, executive, management, supervisory, staff)
struct Rank {
    std::string name;
    int order = 0;
    RankBand band = RankBand::staff;
    std::vector<std::string> aliases;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Rank, (), (name, order, band, aliases, note, clause))

/// Who is counted. `rule` in the rule language (features/categories/README.md).
struct Population {
    std::string rule, text, note, clause;
};
BOOST_DESCRIBE_STRUCT(Population, (), (rule, text, note, clause))

struct Axis {
    std::string code, name, name_en, text, clause;
};
BOOST_DESCRIBE_STRUCT(Axis, (), (code, name, name_en, text, clause))

/// 人材区分. Several may hold at once; the one with the smallest `priority` is the primary one.
struct Category {
    std::string code, name, name_en, axis;
    int priority = 0;
    std::string rule;
    std::string reason;  ///< the sentence shown to the person: 「課長級以上のため」
    std::string audience, role, wanted;
    std::vector<std::string> abilities;
    std::vector<std::string> inherits;  ///< codes of categories whose required skills are presupposed (KGM-06)
    std::string security_role;          ///< post-bound security duty (HRT-10)
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Category, (),
                      (code, name, name_en, axis, priority, rule, reason, audience, role, wanted, abilities, inherits,
                       security_role, confidence, note, clause))

/// A role people are appointed to (DX推進リーダー, 推進員), by one or more routes.
enum class Route { nomination, recommendation, open_call, position, course, selection, external };
BOOST_DESCRIBE_ENUM(Route, nomination, recommendation, open_call, position, course, selection, external)
struct AppointedRole {
    std::string code, name, name_en;
    std::vector<Route> routes;
    std::string eligibility;  ///< rule, may be empty
    int per_section = 0;      ///< people each 課 must have, 0 when the plan sets none
    int term_years = 0;       ///< 0 = no term
    std::string renewal;
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(AppointedRole, (),
                      (code, name, name_en, routes, eligibility, per_section, term_years, renewal, confidence, note, clause))

struct SkillArea {
    std::string code, name, name_en, text, clause;
};
BOOST_DESCRIBE_STRUCT(SkillArea, (), (code, name, name_en, text, clause))

/// 知識=知っている, 技能=作業が行える, 能力=やり遂げる力 (HRT-02).
enum class SkillKind { knowledge, skill, ability };
BOOST_DESCRIBE_ENUM(SkillKind, knowledge, skill, ability)
enum class EvidenceRule { best, latest };  ///< which evidence decides the state (U04)
BOOST_DESCRIBE_ENUM(EvidenceRule, best, latest)
struct Skill {
    std::string code, name, name_en, area;
    SkillKind kind = SkillKind::skill;
    std::string text;
    EvidenceRule evidence_rule = EvidenceRule::best;
    int validity_months = 0;  ///< 0 = does not expire
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Skill, (),
                      (code, name, name_en, area, kind, text, evidence_rule, validity_months, confidence, note, clause))

/// A cell of the skill map. An absent cell is 指定なし, never 不要 (IWK-09).
enum class Mark { required, conditional };
BOOST_DESCRIBE_ENUM(Mark, required, conditional)
enum class Scope { unspecified, own_work, section, city };
BOOST_DESCRIBE_ENUM(Scope, unspecified, own_work, section, city)
struct Requirement {
    std::string category, skill;
    Mark mark = Mark::required;
    Scope scope = Scope::unspecified;
    std::string qualifier;
    Confidence confidence = Confidence::certain;
    std::string alternative, note, clause;
};
BOOST_DESCRIBE_STRUCT(Requirement, (), (category, skill, mark, scope, qualifier, confidence, alternative, note, clause))

/// 研修規程's kinds; delivery and provider in the field's terms (HRT-20, KGM-08).
enum class TrainingKind { rank_based, elective, specialist, external, on_the_job, self_directed };
BOOST_DESCRIBE_ENUM(TrainingKind, rank_based, elective, specialist, external, on_the_job, self_directed)
enum class Delivery { unspecified, classroom, e_learning, video, live_online, workshop, material, manual };
BOOST_DESCRIBE_ENUM(Delivery, unspecified, classroom, e_learning, video, live_online, workshop, material, manual)
enum class Provider { city, jlis, national, prefecture, private_sector };
BOOST_DESCRIBE_ENUM(Provider, city, jlis, national, prefecture, private_sector)
enum class Reachable { lgwan, internet, both };  ///< which network the course can be opened from (conventions 5.1)
BOOST_DESCRIBE_ENUM(Reachable, lgwan, internet, both)
struct Course {
    std::string code, name, name_en, summary;
    TrainingKind kind = TrainingKind::elective;
    Delivery delivery = Delivery::unspecified;
    Provider provider = Provider::city;
    Reachable reachable_from = Reachable::both;
    std::vector<std::string> skills;  ///< codes it closes
    std::string audience;             ///< rule; empty = 希望者
    std::string audience_text;
    std::vector<std::string> prerequisites;  ///< codes of the courses that come first
    int capacity = 0;                        ///< the usual seats of a run, 0 = none said
    int validity_months = 0;                 ///< how long a completion counts, 0 = for good
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Course, (),
                      (code, name, name_en, summary, kind, delivery, provider, reachable_from, skills, audience, audience_text,
                       prerequisites, capacity, validity_months, confidence, note, clause))

/// A row of the yearly plan: a course or an activity, its band, and its months (1–12) where the document gives them.
struct YearRow {
    int fiscal_year = 0;  ///< 0 = every year of the plan
    std::string band;     ///< level or category code, empty = all
    std::string course;   ///< code, or empty for an activity
    std::string activity;
    std::vector<int> months;
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(YearRow, (), (fiscal_year, band, course, activity, months, confidence, note, clause))

/// 実践: what is done at work and, once confirmed, is evidence of skills (CGS-14, HKT-24). A source of which the plan has no row
/// counts for nothing by itself.
enum class PracticeSource { accepted_answer, consultation, improvement_case, project };
BOOST_DESCRIBE_ENUM(PracticeSource, accepted_answer, consultation, improvement_case, project)
enum class PracticeConfirmer { head };
BOOST_DESCRIBE_ENUM(PracticeConfirmer, head)
struct PracticeRule {
    std::string code;
    PracticeSource source = PracticeSource::improvement_case;
    std::vector<std::string> skills;  ///< codes it can show; empty = any, the person names it
    PracticeConfirmer confirmed_by = PracticeConfirmer::head;
    std::string text;
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(PracticeRule, (), (code, source, skills, confirmed_by, text, confidence, note, clause))

struct Level {
    std::string code, name, name_en;
    int order = 0;
    std::string category;  ///< the category a holder belongs to
    std::string purpose;
    std::vector<std::string> required_courses;
    bool needs_previous = false;
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Level, (),
                      (code, name, name_en, order, category, purpose, required_courses, needs_previous, confidence, note, clause))

enum class Counting { inclusive_cumulative, highest_only, new_in_year };
BOOST_DESCRIBE_ENUM(Counting, inclusive_cumulative, highest_only, new_in_year)
enum class Leavers { keep, drop };
BOOST_DESCRIBE_ENUM(Leavers, keep, drop)
struct Target {
    std::string level;
    int fiscal_year = 0;
    int people = 0;
    Counting counting = Counting::inclusive_cumulative;
    Leavers leavers = Leavers::drop;
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Target, (), (level, fiscal_year, people, counting, leavers, confidence, note, clause))

/// 方策・行動計画, training or not (IWK-12, IWK-21).
struct Measure {
    std::string code, pillar, measure, action, audience, content, owner;
    bool training = false;
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Measure, (), (code, pillar, measure, action, audience, content, owner, training, confidence, note, clause))

/// 課題と方向性 (IWK-06).
struct Issue {
    std::string code, name, evidence, direction;
    Confidence confidence = Confidence::certain;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Issue, (), (code, name, evidence, direction, confidence, note, clause))

/// A published survey figure: kept as stated, never recomputed.
enum class Stated { stated, derived, rank_only };
BOOST_DESCRIBE_ENUM(Stated, stated, derived, rank_only)
struct Baseline {
    std::string survey;  ///< 令和5年8月 職員アンケート
    std::string fielded, population, question_code, question, option;
    std::optional<double> percent;
    Stated stated = Stated::stated;
    std::string note, clause;
};
BOOST_DESCRIBE_STRUCT(Baseline, (), (survey, fielded, population, question_code, question, option, percent, stated, note, clause))

/// 国の指針への対応 (CGS-04).
enum class GuidelineStatus { met, partly, planned, not_stated };
BOOST_DESCRIBE_ENUM(GuidelineStatus, met, partly, planned, not_stated)
struct GuidelineItem {
    std::string code, text;
    GuidelineStatus status = GuidelineStatus::not_stated;
    std::string met_by, note, clause;
};
BOOST_DESCRIBE_STRUCT(GuidelineItem, (), (code, text, status, met_by, note, clause))

struct Plan {
    Municipality municipality;
    Document document;
    Population population;
    std::vector<Wording> wording;
    std::vector<GlossaryEntry> glossary;
    std::vector<Policy> policies;
    std::vector<Statement> statements;
    std::vector<Rank> ranks;
    std::vector<Axis> axes;
    std::vector<Category> categories;
    std::vector<AppointedRole> roles;
    std::vector<SkillArea> areas;
    std::vector<Skill> skills;
    std::vector<Requirement> requirements;
    std::vector<Course> courses;
    std::vector<YearRow> year_plan;
    std::vector<PracticeRule> practice;
    std::vector<Level> levels;
    std::vector<Target> targets;
    std::vector<Measure> measures;
    std::vector<Issue> issues;
    std::vector<Baseline> baselines;
    std::vector<GuidelineItem> guideline;
};
BOOST_DESCRIBE_STRUCT(Plan, (),
                      (municipality, document, population, wording, glossary, policies, statements, ranks, axes, categories,
                       roles, areas, skills, requirements, courses, year_plan, practice, levels, targets, measures, issues,
                       baselines, guideline))

/// The terms a city may word its own way.
inline constexpr std::string_view kWordingTerms[] = {
    "talent",    "skill",           "knowledge", "ability",       "leader",      "officer",
    "manager",   "specialist",      "adviser",   "general_staff", "section",     "section_head",
    "dx_office", "training_office", "plan",      "headquarters",  "staff_member"};

}  // namespace plan
