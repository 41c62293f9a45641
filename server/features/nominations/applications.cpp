#include "features/nominations/applications.hpp"

#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "platform/text/utf8.hpp"

namespace nominations {
namespace {

db::Sql const kHeadSays{"UPDATE nominee SET head_reason = $2 WHERE id = $1"};

RoundRow open_call(http::Call const& call, NominationRoundId id)
{
    auto round = round_row(call.tx, id);
    if (!round.is_call() || round.status == RoundStatus::draft) throw Refused{Code::not_found};
    return round;
}

StaffId own_record(http::Call const& call)
{
    if (!call.actor.staff) throw Refused{Code::not_allowed};
    return *call.actor.staff;
}

/// The section in which the person applies. Refuses what the rule says against it.
OrgUnitId section_of_applicant(http::Call const& call, RoundRow const& round, StaffId staff)
{
    auto const today = call.clock.today();
    return call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        Ground const ground{call, index};
        Judge const judge{call, ground, round};
        auto const* person = index.roster().find(staff);
        auto const section = person ? judge.sections().of(*person) : people::kNowhere;
        if (section == people::kNowhere)
            throw Refused{Code::wrong_status,
                          {"いまは配属がないため応募できません。", "You stand in no section now and cannot apply."}};
        std::vector<Problem> problems;
        for (auto const& why : judge.against(*person)) problems.push_back({"/reason", why.ja, why.en});
        if (!problems.empty()) throw Refused{Code::invalid_input, {}, std::move(problems)};
        return index.roster().tree.at(section).id;
    });
}

}  // namespace

json::object ConsentInput::limits(std::string_view member)
{
    if (member == "reason") return {{"maxLength", 500}};
    return {};
}

void apply(http::Call const& call, NominationRoundId id, ApplyInput const& input)
{
    auto const staff = own_record(call);
    auto const round = open_call(call, id);
    if (!round.takes_answers(call.clock.today()))
        throw Refused{Code::wrong_status, {"応募の期間ではありません。", "This is not the time to apply."}};
    auto const unit = section_of_applicant(call, round, staff);
    auto const nominee =
        put_nominee(call.tx, call.actor, id, {staff, unit, NomineeStatus::applied, true, input.reason, 0}, call.clock);
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.applied", "nominee", nominee, input);
}

void withdraw(http::Call const& call, NominationRoundId id)
{
    open_call(call, id);
    auto const nominee = nominee_of(call.tx, id, own_record(call));
    if (!nominee) throw Refused{Code::not_found};
    become(call.tx, call.actor, *nominee, NomineeStatus::withdrawn, call.clock);
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.withdrawn", "nominee", nominee->id);
}

void consent(http::Call const& call, NomineeId id, ConsentInput const& input)
{
    auto const nominee = nominee_row(call.tx, id);
    auto const round = round_row(call.tx, nominee.round_id);
    accounts::must_reach(call.tx, call.actor, Permission::training_release, nominee.staff_id, call.clock.today());
    if (call.actor.staff == nominee.staff_id)
        throw Refused{
            Code::not_allowed,
            {"ご自分の応募には、上の所属長が同意します。", "Your own application is for the head above you to answer."}};
    if (!nominee.applied || round.status != RoundStatus::open) throw Refused{Code::wrong_status};
    if (!input.consents && text::trim(input.reason).empty())
        refuse("/reason", "同意しない理由を入力してください。", "Say why you do not agree.");
    become(call.tx, call.actor, nominee, input.consents ? NomineeStatus::nominated : NomineeStatus::declined, call.clock);
    call.tx.run(kHeadSays, id, std::string(text::trim(input.reason)));
    audit::record(call.tx, call.actor, call.clock.now(), "nominations.consented", "nominee", id, input);
}

}  // namespace nominations
