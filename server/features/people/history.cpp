// A person's years as a line, and who may read them.
#include "features/people/profile.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>
#include <set>

namespace people {
namespace {

struct Dated {
    Date day;
    std::string code;
};
BOOST_DESCRIBE_STRUCT(Dated, (), (day, code))

struct HeadRow {
    std::string unit_name, display_name;
    auto operator<=>(HeadRow const&) const = default;  // NOLINT(modernize-use-nullptr): as in ids.hpp
};
BOOST_DESCRIBE_STRUCT(HeadRow, (), (unit_name, display_name))

db::Sql const kCompletions{
    "SELECT completed_on AS day, course_code AS code FROM completion WHERE staff_id = $1 AND completed_on <= $2"};
db::Sql const kCertifications{R"(
    SELECT certified_on AS day, level_code AS code FROM level_certification
     WHERE staff_id = $1 AND certified_on <= $2 AND revoked_on IS NULL)"};

// Heads by grant and heads by post, of the units the person stands in and of all above. The order of the joins is written out
// (CROSS JOIN): from the few units to their heads, never through everybody's accounts.
db::Sql const kHeads{R"(
    WITH RECURSIVE line (id, name, parent_id) AS (
        SELECT u.id, u.name, u.parent_id FROM posting p JOIN org_unit u ON u.id = p.unit_id
         WHERE p.staff_id = $1 AND p.effective_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2)
        UNION SELECT u.id, u.name, u.parent_id FROM line JOIN org_unit u ON u.id = line.parent_id)
    SELECT line.name AS unit_name, a.display_name
      FROM line CROSS JOIN account_role r CROSS JOIN account a
     WHERE r.unit_id = line.id AND r.role = 'section_head' AND a.id = r.account_id AND a.disabled_at IS NULL
       AND (a.staff_id IS NULL OR a.staff_id <> $1)
    UNION ALL SELECT line.name AS unit_name, a.display_name
      FROM line CROSS JOIN posting p CROSS JOIN account a CROSS JOIN account_role r
     WHERE p.unit_id = line.id AND p.is_head = 1 AND p.effective_on <= $2 AND (p.ended_on IS NULL OR p.ended_on > $2)
       AND p.staff_id <> $1 AND a.staff_id = p.staff_id AND a.disabled_at IS NULL
       AND r.account_id = a.id AND r.role = 'section_head' AND r.unit_id IS NULL)"};
// Named, so that an index finds them: the roles that may see the whole city, as actor.cpp has it.
db::Sql const kCityRoles{R"(
    SELECT r.role FROM account_role r JOIN account a ON a.id = r.account_id
     WHERE r.role IN ('training_officer', 'dx_office', 'administrator') AND r.unit_id IS NULL AND a.disabled_at IS NULL)"};

/// By unit, then name; nobody twice.
std::vector<HeadRow> heads_above(db::Tx& tx, StaffId staff, Date today)
{
    auto heads = tx.all<HeadRow>(kHeads, staff, today);
    std::sort(heads.begin(), heads.end());
    heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
    return heads;
}

struct Kind {
    std::string_view ja, en;
};

Kind words_of(PostingKind kind)
{
    switch (kind) {
        case PostingKind::primary: return {"", ""};
        case PostingKind::concurrent: return {"（兼務）", " (concurrent)"};
        case PostingKind::acting: return {"（事務取扱）", " (acting)"};
    }
    return {"", ""};
}

PlanName name_or_code(db::Tx& tx, PlanWords& words, Date on, PlanTerm term, std::string const& code)
{
    return words.name(tx, on, term, code).value_or(PlanName{code, code});
}

HistoryLine line_of(PostingLine const& posting)
{
    auto const kind = words_of(posting.kind);
    auto const what = posting.unit_path + (posting.rank.empty() ? "" : " " + posting.rank);
    return {posting.effective_on, HistoryKind::posting, what + std::string{kind.ja}, what + std::string{kind.en}};
}

}  // namespace

std::vector<HistoryLine> history_of(db::Tx& tx, PlanWords& words, Profile const& page, Date on)
{
    std::vector<HistoryLine> lines;
    auto const add = [&](Date day, HistoryKind kind, std::string ja, std::string en) {
        if (day <= on) lines.push_back({day, kind, std::move(ja), std::move(en)});
    };
    if (page.joined_on) add(*page.joined_on, HistoryKind::joined, "採用", "Joined");
    for (auto const& posting : page.postings) {
        if (posting.effective_on <= on) lines.push_back(line_of(posting));
    }
    for (auto const& leave : page.leaves) add(leave.valid_from, HistoryKind::leave, leave.kind, "Leave: " + leave.kind);
    for (auto const& appointment : page.appointments) {
        auto const role = name_or_code(tx, words, on, PlanTerm::role, appointment.role);
        add(appointment.valid_from, HistoryKind::appointment, role.ja + "に任命", "Appointed: " + role.en);
    }
    for (auto const& row : tx.all<Dated>(kCompletions, page.id, on)) {
        auto const course = name_or_code(tx, words, on, PlanTerm::course, row.code);
        add(row.day, HistoryKind::completion, "「" + course.ja + "」修了", "Completed: " + course.en);
    }
    for (auto const& row : tx.all<Dated>(kCertifications, page.id, on)) {
        auto const level = name_or_code(tx, words, on, PlanTerm::level, row.code);
        add(row.day, HistoryKind::certification, level.ja + "に認定", "Certified: " + level.en);
    }
    std::stable_sort(lines.begin(), lines.end(), [](auto const& a, auto const& b) { return a.on > b.on; });
    return lines;
}

std::vector<Viewer> viewers_of(db::Tx& tx, StaffId staff, Date today)
{
    std::vector<Viewer> viewers;
    viewers.push_back({"本人", "自分の記録だから", "It is their own record."});
    for (auto const& head : heads_above(tx, staff, today)) {
        viewers.push_back({head.display_name, head.unit_name + "の所属長として、所属とその下の職員を見られるから",
                           "As head of " + head.unit_name + ", sees the section and those below it."});
    }
    auto const held = tx.all<Role>(kCityRoles);
    for (auto const role : std::set<Role>{held.begin(), held.end()}) {
        auto const name = name_of(role);
        viewers.push_back({std::string{name.ja}, "役割として全庁の職員を見られるから",
                           std::string{name.en} + ": the role sees the whole city."});
    }
    return viewers;
}

}  // namespace people
