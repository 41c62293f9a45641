#include "features/levels/certifications.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/people/changes.hpp"
#include "platform/text/utf8.hpp"

#include <algorithm>
#include <set>

namespace levels {
namespace {

struct Row {
    CertificationId id;
    StaffId staff_id;
    std::string level_code;
    Date certified_on;
    std::optional<Date> valid_until;
    Ground ground = Ground::rule;
    std::string basis, basis_no;
    std::optional<Date> basis_on;
    std::string evidence;
    std::optional<Date> revoked_on;
    std::string revoked_why;
    std::optional<std::string> number;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, staff_id, level_code, certified_on, valid_until, ground, basis, basis_no, basis_on, evidence,
                       revoked_on, revoked_why, number))

struct Named {
    std::string staff_no, name;
    std::optional<Date> left_on;
};
BOOST_DESCRIBE_STRUCT(Named, (), (staff_no, name, left_on))

struct Certified {
    StaffId staff_id;
    Date certified_on;
    std::optional<Date> revoked_on;
};
BOOST_DESCRIBE_STRUCT(Certified, (), (staff_id, certified_on, revoked_on))

#define SQL_CERTIFICATION                                                                                               \
    "SELECT c.id, c.staff_id, c.level_code, c.certified_on, c.valid_until, c.ground, c.basis, c.basis_no, c.basis_on, " \
    "c.evidence,"                                                                                                       \
    " c.revoked_on, c.revoked_why,"                                                                                     \
    " (SELECT f.number FROM certificate f WHERE f.certification_id = c.id AND f.version = 1) AS number"                 \
    " FROM level_certification c WHERE "
db::Sql const kOfStaff{SQL_CERTIFICATION "c.staff_id = $1 ORDER BY c.certified_on DESC, c.id DESC"};
db::Sql const kNamed{"SELECT staff_no, name, left_on FROM staff WHERE id = $1"};
db::Sql const kInsert{R"(
    INSERT INTO level_certification (staff_id, level_code, certified_on, valid_until, ground, basis, basis_no, basis_on, evidence,
                                     created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id)"};
db::Sql const kCertified{"SELECT staff_id, certified_on, revoked_on FROM level_certification WHERE id = $1"};
db::Sql const kRevoke{"UPDATE level_certification SET revoked_on = $2, revoked_why = $3 WHERE id = $1"};

constexpr std::string_view kByRule = "必要な研修の修了";

Certification made_of(plan::Plan const& plan, Row&& row, Date today)
{
    auto const* const level = find_level(plan, row.level_code);
    Certification made{row.id,
                       row.staff_id,
                       row.level_code,
                       level ? level->name : row.level_code,
                       level ? level->name_en : "",
                       row.certified_on,
                       row.valid_until,
                       row.ground,
                       std::move(row.basis),
                       std::move(row.basis_no),
                       row.basis_on,
                       json::read<std::vector<LevelEvidence>>(row.evidence),
                       state_on(row.valid_until, row.revoked_on, today),
                       row.revoked_on,
                       std::move(row.revoked_why),
                       std::move(row.number)};
    return made;
}

std::vector<Certification> listed(db::Tx& tx, plan::Plan const& plan, StaffId staff, Date today)
{
    std::vector<Certification> all;
    for (auto& row : tx.all<Row>(kOfStaff, staff)) all.push_back(made_of(plan, std::move(row), today));
    return all;
}

[[noreturn]] void refuse(std::string pointer, std::string ja, std::string en)
{
    throw Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

/// The words of the basis: the plan's rule has its own, anything else must be stated.
std::string basis_of(CertifyInput const& input)
{
    if (input.ground == Ground::rule) return std::string(kByRule);
    auto const stated = std::string(text::trim(input.basis.value_or("")));
    if (stated.empty())
        refuse("/basis", "みなし認定には、根拠を文章で入力してください。",
               "Certification on another ground needs its basis in words.");
    return stated;
}

plan::Level const& level_named(plan::Plan const& plan, std::string const& code)
{
    auto const* const level = find_level(plan, code);
    if (!level) throw Refused{Code::not_found};
    return *level;
}

std::string quoted_names(plan::Plan const& plan, std::vector<std::string> const& courses, bool english)
{
    std::string text;
    for (auto const& code : courses) {
        auto const course = std::find_if(plan.courses.begin(), plan.courses.end(), [&](auto const& c) { return c.code == code; });
        auto const name = course == plan.courses.end()          ? code
                          : english && !course->name_en.empty() ? course->name_en
                                                                : course->name;
        text += english ? (text.empty() ? "" : ", ") + name : "「" + name + "」";
    }
    return text;
}

/// Who of the chosen people cannot be certified, each by name.
std::vector<Problem> problems_of(db::Tx& tx, Judge const& judge, CertifyInput const& input)
{
    std::vector<Problem> problems;
    std::set<StaffId> seen;
    for (std::size_t i = 0; i < input.staff.size(); ++i) {
        auto const named = tx.one<Named>(kNamed, input.staff[i]);
        auto reason = judge.against(input.staff[i], named.left_on, input.ground);
        if (!seen.insert(input.staff[i]).second) reason = {"二度選ばれています。", "is chosen twice."};
        if (!reason) continue;
        auto const who = named.name + "(" + named.staff_no + ")";
        problems.push_back({"/staff/" + std::to_string(i), who + ": " + reason->ja, who + ": " + reason->en});
    }
    return problems;
}

}  // namespace

State state_on(std::optional<Date> valid_until, std::optional<Date> revoked_on, Date day)
{
    if (revoked_on && *revoked_on <= day) return State::revoked;
    return valid_until && *valid_until <= day ? State::expired : State::valid;
}

CertificationList certifications_of(db::Tx& tx, Actor const& actor, plan::Plan const& plan, StaffId staff, Date today)
{
    accounts::must_see(tx, actor, staff, today, today);
    return {listed(tx, plan, staff, today), !plan.levels.empty()};
}

json::object Decision::limits(std::string_view member)
{
    if (member == "basis_no") return {{"minLength", 1}, {"maxLength", 100}};
    return {};
}

json::object CertifyInput::limits(std::string_view member)
{
    if (member == "staff") return {{"minItems", 1}, {"maxItems", 2000}};
    if (member == "basis") return {{"maxLength", 500}};
    return Decision::limits(member);
}

json::object RevocationInput::limits(std::string_view member)
{
    if (member == "reason") return {{"minLength", 1}, {"maxLength", 500}};
    return {};
}

void must_be_dated(Decision const& decision, Date today)
{
    if (decision.certified_on > today)
        refuse("/certified_on", "認定日は今日までの日にしてください。", "The day of certification cannot lie ahead.");
    if (decision.valid_until && *decision.valid_until <= decision.certified_on)
        refuse("/valid_until", "有効期限は認定日より後の日にしてください。", "The end must lie behind the certification.");
}

Judge::Judge(db::Tx& tx, plan::Plan const& plan, plan::Level const& level, Date on)
    : plan_(plan),
      level_(level),
      below_(level.needs_previous ? level_below(plan, level) : nullptr),
      on_(on),
      holders_(tx, plan, on)
{
    for (auto& progress : towards(tx, plan, level, holders_, on)) progress_.emplace(progress.staff, std::move(progress));
}

Progress const* Judge::progress(StaffId staff) const
{
    auto const found = progress_.find(staff);
    return found == progress_.end() ? nullptr : &found->second;
}

std::optional<Judge::Reason> Judge::against(StaffId staff, std::optional<Date> left_on, Ground ground) const
{
    if (left_on && *left_on <= on_) return Reason{"その日に在職していません。", "is not employed on that day."};
    if (auto const since = holders_.since(staff, level_))
        return Reason{to_iso(*since) + "に" + level_.name + "以上の認定を受けています。",
                      "has been certified at this level or above since " + to_iso(*since) + "."};
    if (below_ && !holders_.since(staff, *below_))
        return Reason{"先に" + below_->name + "の認定が必要です。", "must be certified at the level below first."};
    if (ground != Ground::rule) return std::nullopt;
    if (level_.required_courses.empty())
        return Reason{"計画にこのレベルの必要な研修が定められていません。", "the plan lists no course for this level."};
    auto const* const far = progress(staff);
    if (far && far->fulfils()) return std::nullopt;
    auto const& missing = far ? far->missing : level_.required_courses;
    return Reason{"必要な研修" + quoted_names(plan_, missing, false) + "を修了していません。",
                  "has not completed " + quoted_names(plan_, missing, true) + "."};
}

std::vector<LevelEvidence> Judge::evidence(StaffId staff) const
{
    std::vector<LevelEvidence> evidence;
    if (below_) {
        if (auto const since = holders_.since(staff, *below_))
            evidence.push_back({LevelEvidenceKind::certification, below_->code, below_->name, below_->name_en, *since});
    }
    auto const* const far = progress(staff);
    if (!far) return evidence;
    for (auto const& done : far->done) {
        auto const course =
            std::find_if(plan_.courses.begin(), plan_.courses.end(), [&](auto const& c) { return c.code == done.course; });
        auto const known = course != plan_.courses.end();
        evidence.push_back({LevelEvidenceKind::completion, done.course, known ? course->name : done.course,
                            known ? course->name_en : "", done.completed_on});
    }
    return evidence;
}

CertificationId write_certification(db::Tx& tx, plan::Plan const& plan, std::string const& level, NewCertification const& made,
                                    Actor const& actor, Clock const& clock)
{
    CertificationId const id{tx.insert(kInsert, made.staff, level, made.certified_on, made.valid_until, made.ground, made.basis,
                                       made.basis_no, made.basis_on, json::write(made.evidence), clock.now(), actor.account)};
    issue_first(tx, plan, id, random_mark(), actor.account, clock.today(), clock.now());
    people::note_change(tx, made.staff);
    return id;
}

CertificationList certify(db::Tx& tx, Actor const& actor, plan::Plan const& plan, std::string const& code,
                          CertifyInput const& input, Clock const& clock)
{
    auto const& level = level_named(plan, code);
    for (auto const staff : input.staff) accounts::must_reach(tx, actor, Permission::level_certify, staff, clock.today());
    must_be_dated(input, clock.today());
    auto const basis = basis_of(input);
    Judge const judge{tx, plan, level, input.certified_on};
    if (auto problems = problems_of(tx, judge, input); !problems.empty())
        throw Refused{Code::invalid_input, {}, std::move(problems)};

    CertificationList certified{{}, true};
    for (auto const staff : input.staff) {
        write_certification(tx, plan, code,
                            {staff, input.ground, input.certified_on, input.valid_until, basis, input.basis_no, input.basis_on,
                             judge.evidence(staff)},
                            actor, clock);
        audit::record(tx, actor, clock.now(), "levels.certified", "staff", staff, static_cast<Decision const&>(input));
        certified.certifications.push_back(listed(tx, plan, staff, clock.today()).front());
    }
    return certified;
}

StaffId revoke(db::Tx& tx, Actor const& actor, CertificationId id, RevocationInput const& input, Clock const& clock)
{
    auto const held = tx.maybe_one<Certified>(kCertified, id);
    if (!held) throw Refused{Code::not_found};
    accounts::must_reach(tx, actor, Permission::level_certify, held->staff_id, clock.today());
    if (held->revoked_on)
        throw Refused{Code::conflict, {"この認定はすでに取り消されています。", "This certification has been revoked already."}};
    auto const on = input.revoked_on.value_or(clock.today());
    if (on < held->certified_on || on > clock.today())
        refuse("/revoked_on", "取消日は認定日から今日までの日にしてください。",
               "The day of revocation lies between the certification and today.");
    tx.run(kRevoke, id, on, input.reason);
    people::note_change(tx, held->staff_id);
    audit::record(tx, actor, clock.now(), "levels.revoked", "staff", held->staff_id, input);
    return held->staff_id;
}

}  // namespace levels
