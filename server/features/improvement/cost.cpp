#include "features/improvement/cost.hpp"

#include "features/audit/audit.hpp"

namespace improvement {
namespace {

struct Row : HourlyCost {
    std::int64_t revision = 0;
    std::string by;
    Instant changed_at{};
};
BOOST_DESCRIBE_STRUCT(Row, (HourlyCost), (revision, by, changed_at))

db::Sql const kCost{R"(
    SELECT k.yen, k.source, k.revision, k.changed_at, COALESCE(a.display_name, '') AS "by"
      FROM improvement_cost k LEFT JOIN account a ON a.id = k.changed_by WHERE k.id = 1)"};
db::Sql const kFirst{R"(
    INSERT INTO improvement_cost (id, yen, source, revision, changed_at, changed_by) VALUES (1, $1, $2, 1, $3, $4))"};
db::Sql const kChange{R"(
    UPDATE improvement_cost SET yen = $1, source = $2, changed_at = $3, changed_by = $4, revision = revision + 1 WHERE id = 1)"};

}  // namespace

json::object CostInput::limits(std::string_view member)
{
    if (member == "yen") return {{"minimum", 0}, {"maximum", 100'000}};
    if (member == "source") return {{"minLength", 1}, {"maxLength", 500}};
    return {};
}

HourlyCost hourly_cost(db::Tx& tx) { return tx.maybe_one<Row>(kCost).value_or(Row{}); }

CostSetting cost_setting(http::Call const& call)
{
    CostSetting setting;
    setting.may_edit = may(call.actor, Permission::manage_improvement);
    if (auto row = call.tx.maybe_one<Row>(kCost)) {
        static_cast<HourlyCost&>(setting) = *row;
        setting.revision = row->revision;
        setting.by = row->by;
        setting.at = row->changed_at;
    }
    return setting;
}

CostSetting set_cost(http::Call const& call, CostInput const& input)
{
    auto const row = call.tx.maybe_one<Row>(kCost);
    if (input.revision != (row ? row->revision : 0)) throw Refused{Code::changed_meanwhile};
    call.tx.run(row ? kChange : kFirst, input.yen, input.source, call.clock.now(), call.actor.account);
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.cost_set", "improvement_cost", {}, input);
    return cost_setting(call);
}

}  // namespace improvement
