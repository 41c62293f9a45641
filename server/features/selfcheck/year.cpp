#include "features/selfcheck/year.hpp"

#include <algorithm>

namespace selfcheck {
namespace {

db::Sql const kSections{R"(
    SELECT s.unit_id, u.code, s.name, s.submitted_at FROM selfcheck_section s JOIN org_unit u ON u.id = s.unit_id
     WHERE s.selfcheck_id = $1 ORDER BY s.sort)"};

struct AnswerRow {
    OrgUnitId unit_id;
    std::string item_code;
    Choice answer = Choice::yes;
    std::string remark;
};
BOOST_DESCRIBE_STRUCT(AnswerRow, (), (unit_id, item_code, answer, remark))
db::Sql const kAnswers{R"(
    SELECT a.unit_id, a.item_code, a.answer, a.remark
      FROM selfcheck_answer a JOIN selfcheck_section s ON s.selfcheck_id = a.selfcheck_id AND s.unit_id = a.unit_id
     WHERE a.selfcheck_id = $1 AND s.submitted_at IS NOT NULL)"};

}  // namespace

std::map<OrgUnitId, OrgUnitId> earlier_sections(db::Tx& tx, std::vector<OrgUnitId> const& now,
                                                std::vector<OrgUnitId> const& before, Date today)
{
    people::Lineage const lineage{tx};
    auto const carried_on = [&](OrgUnitId unit) { return lineage.on(unit, today).value_or(unit); };
    std::map<OrgUnitId, std::vector<OrgUnitId>> by_today;
    for (auto const unit : before) by_today[carried_on(unit)].push_back(unit);
    std::map<OrgUnitId, OrgUnitId> earlier;
    for (auto const unit : now) {
        if (std::find(before.begin(), before.end(), unit) != before.end()) {
            earlier.emplace(unit, unit);
            continue;
        }
        auto const found = by_today.find(carried_on(unit));
        if (found != by_today.end() && found->second.size() == 1) earlier.emplace(unit, found->second.front());
    }
    return earlier;
}

Year::Year(http::Call const& call, CheckRow const& row)
    : list_(json::read_stored<Checklist>(row.document)), sections_(call.tx.all<AskedRow>(kSections, row.id))
{
    for (auto& answer : call.tx.all<AnswerRow>(kAnswers, row.id))
        by_item_[std::move(answer.item_code)].emplace(answer.unit_id, Said{answer.answer, std::move(answer.remark)});
}

Year::BySection const* Year::said(std::string const& item) const
{
    auto const found = by_item_.find(item);
    return found == by_item_.end() ? nullptr : &found->second;
}

Said const* Year::said(std::string const& item, OrgUnitId asked) const
{
    auto const* const sections = said(item);
    if (!sections) return nullptr;
    auto const found = sections->find(asked);
    return found == sections->end() ? nullptr : &found->second;
}

namespace {

std::vector<OrgUnitId> units_of(Year const& year)
{
    std::vector<OrgUnitId> units;
    for (auto const& section : year.sections()) units.push_back(section.unit_id);
    return units;
}

}  // namespace

Years::Years(http::Call const& call, SelfcheckId id) : row(check_row(call.tx, id))
{
    if (row.status == CheckStatus::draft) throw Refused{Code::not_found};
    row_before = check_before(call.tx, row);
    year.emplace(call, row);
    if (!row_before) return;
    before.emplace(call, *row_before);
    earlier_ = earlier_sections(call.tx, units_of(*year), units_of(*before), call.clock.today());
}

Said const* Years::said_before(std::string const& item, OrgUnitId asked) const
{
    auto const found = earlier_.find(asked);
    return found == earlier_.end() ? nullptr : before->said(item, found->second);
}

}  // namespace selfcheck
