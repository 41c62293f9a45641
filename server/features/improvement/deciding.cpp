#include "features/audit/audit.hpp"
#include "features/improvement/adopting.hpp"
#include "features/improvement/keeping.hpp"
#include "features/improvement/record.hpp"

namespace improvement {
namespace {

// An adoption, a meeting or an issue that tells it, a skill somebody claims by it.
db::Sql const kRelied{R"(
    SELECT id FROM improvement_case WHERE adopted_from = $1
    UNION ALL SELECT meeting_id FROM improvement_meeting_item WHERE case_id = $1
    UNION ALL SELECT newsletter_id FROM newsletter_source WHERE kind = 'improvement_case' AND subject = $1
    UNION ALL SELECT c.id FROM practice_claim c LEFT JOIN skill_evidence e ON e.id = c.evidence_id
     WHERE c.kind = 'improvement_case' AND c.source_id = $1 AND c.status IN ('waiting', 'confirmed') AND e.withdrawn_at IS NULL
     LIMIT 1)"};

CaseRow of_own_team(http::Call const& call, CaseId id, std::int64_t revision)
{
    auto row = row_of(call, id);
    if (!row.mine) throw Refused{Code::not_allowed};
    must_be(revision, call.tx, id);
    return row;
}

/// Never by one of the team: in a small section the head above decides.
CaseRow to_decide(http::Call const& call, CaseId id, std::int64_t revision)
{
    auto row = row_of(call, id);
    if (row.mine || !heads(call, row.unit_id)) throw Refused{Code::not_allowed};
    must_be(revision, call.tx, id);
    return row;
}

}  // namespace

Case move_case(http::Call const& call, CaseId id, StageInput const& input)
{
    auto const row = of_own_team(call, id, input.revision);
    if (row.stage == input.stage) throw Refused{Code::wrong_status};
    if (row.status == Status::confirmed && input.stage < Stage::effect) throw Refused{Code::wrong_status};
    auto const on = input.on.value_or(call.clock.today());
    if (on > call.clock.today()) {
        throw Refused{Code::invalid_input, {}, {{"/on", "今日までの日付にしてください。", "Give a day not later than today."}}};
    }
    keep_move(call.tx, id, input.stage, on, input.note, call.actor.account, call.clock.now());
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.case_moved", "improvement_case", id, input);
    return one_case(call, id);
}

Case submit_case(http::Call const& call, CaseId id, CaseRevision const& read)
{
    auto const row = of_own_team(call, id, read.revision);
    if (row.status != Status::draft && row.status != Status::returned) throw Refused{Code::wrong_status};
    keep_submitted(call.tx, id, call.clock.now());
    note_spread(call, row);
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.case_submitted", "improvement_case", id);
    return one_case(call, id);
}

Case confirm_case(http::Call const& call, CaseId id, Decision const& decision)
{
    auto const row = to_decide(call, id, decision.revision);
    if (row.status != Status::submitted || row.stage < Stage::effect) throw Refused{Code::wrong_status};
    auto const frozen = freeze(call.tx, id, call.actor.account, decision.word, call.clock.now());
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.case_confirmed", "improvement_case", id, frozen);
    return one_case(call, id);
}

Case return_case(http::Call const& call, CaseId id, ReturnInput const& input)
{
    auto const row = to_decide(call, id, input.revision);
    if (row.status != Status::submitted && row.status != Status::confirmed) throw Refused{Code::wrong_status};
    if (call.tx.maybe_one<std::int64_t>(kRelied, id)) throw Refused{Code::in_use};
    keep_returned(call.tx, id, call.actor.account, input.word, call.clock.now());
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.case_returned", "improvement_case", id, input);
    return one_case(call, id);
}

}  // namespace improvement
