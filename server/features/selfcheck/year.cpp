#include "features/selfcheck/year.hpp"

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

Year::Year(http::Call const& call, CheckRow const& row, people::Lineage const& lineage)
    : list_(json::read_stored<Checklist>(row.document)), sections_(call.tx.all<AskedRow>(kSections, row.id))
{
    for (auto& answer : call.tx.all<AnswerRow>(kAnswers, row.id)) {
        auto const now = lineage.on(answer.unit_id, call.clock.today()).value_or(answer.unit_id);
        by_item_[std::move(answer.item_code)].emplace(now, Said{answer.answer, std::move(answer.remark)});
    }
}

Year::BySection const* Year::said(std::string const& item) const
{
    auto const found = by_item_.find(item);
    return found == by_item_.end() ? nullptr : &found->second;
}

Said const* Year::said(std::string const& item, OrgUnitId now) const
{
    auto const* const sections = said(item);
    if (!sections) return nullptr;
    auto const found = sections->find(now);
    return found == sections->end() ? nullptr : &found->second;
}

Years::Years(http::Call const& call, SelfcheckId id) : row(check_row(call.tx, id)), lineage_(call.tx), today_(call.clock.today())
{
    if (row.status == CheckStatus::draft) throw Refused{Code::not_found};
    row_before = check_before(call.tx, row);
    year.emplace(call, row, lineage_);
    if (row_before) before.emplace(call, *row_before, lineage_);
}

OrgUnitId Years::now(OrgUnitId unit) const { return lineage_.on(unit, today_).value_or(unit); }

}  // namespace selfcheck
