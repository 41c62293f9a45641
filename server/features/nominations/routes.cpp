#include "features/nominations/applications.hpp"
#include "features/nominations/nominations.hpp"
#include "features/nominations/papers.hpp"
#include "features/nominations/selection.hpp"

namespace nominations {
namespace {

using http::Access;
using http::Call;

/// What a write about a round answers with; the figures are asked for again.
struct RoundState {
    NominationRoundId id;
    RoundStatus status = RoundStatus::draft;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(RoundState, (), (id, status, revision))

NominationRoundId id(Call const& c) { return c.path<NominationRoundId>(0); }
/// A round asks the whole city: whoever keeps one unit only has no part in it.
void must_be_office(Call const& c) { accounts::must_be_city(c.actor, Permission::appoint, c.clock.today()); }
NominationRoundId of_office(Call const& c)
{
    must_be_office(c);
    return id(c);
}

RoundState state(Call const& c, NominationRoundId round)
{
    auto const row = round_row(c.tx, round);
    return {row.id, row.status, row.revision};
}

void round_routes(http::Table& table)
{
    auto const office = Access::needs(Permission::appoint);
    table.get("/nominations",
              {.id = "nominationRounds",
               .access = Access::signed_in(),
               .summary = "指名・推薦・公募の一覧",
               .refusals = {Code::not_found}},
              overview);
    table.get(
        "/nominations/{round}",
        {.id = "nominationRound",
         .access = office,
         .summary = "募集の回答と選考",
         .refusals = {Code::not_found, Code::not_allowed}},
        +[](Call const& c) { return board(c, of_office(c)); });
    table.post(
        "/nominations",
        {.id = "addNominationRound",
         .access = office,
         .summary = "募集を準備する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input},
         .success = 201},
        +[](Call const& c, RoundForm const& in) {
            must_be_office(c);
            return state(c, add_round(c, in));
        });
    table.patch(
        "/nominations/{round}",
        {.id = "changeNominationRound",
         .access = office,
         .summary = "募集を改める",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::changed_meanwhile, Code::wrong_status}},
        +[](Call const& c, RoundChange const& in) {
            change_round(c, of_office(c), in);
            return state(c, id(c));
        });
    table.post(
        "/nominations/{round}/opening",
        {.id = "openNominationRound",
         .access = office,
         .summary = "募集の受付を始める",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c) {
            open_round(c, of_office(c));
            return state(c, id(c));
        });
    table.post(
        "/nominations/{round}/cancellation",
        {.id = "cancelNominationRound",
         .access = office,
         .summary = "募集を取りやめる",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c, RoundReason const& in) {
            cancel_round(c, of_office(c), in);
            return state(c, id(c));
        });
}

void answer_routes(http::Table& table)
{
    auto const office = Access::needs(Permission::appoint);
    table.put(
        "/nominations/{round}/sections",
        {.id = "askNominationSections",
         .access = office,
         .summary = "回答を求める所属と人数を決める",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status}},
        +[](Call const& c, AskInput const& in) {
            ask_sections(c, of_office(c), in);
            return state(c, id(c));
        });
    table.post(
        "/nominations/{round}/reminders",
        {.id = "remindNominationSections",
         .access = office,
         .summary = "未回答の所属に督促する",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c, RemindInput const& in) { return remind(c, of_office(c), in); });
    table.get(
        "/nominations/{round}/sections/{unit}",
        {.id = "nominationSheet",
         .access = Access::needs(Permission::see_section),
         .summary = "所属の候補者と回答",
         .refusals = {Code::not_found}},
        +[](Call const& c) { return section_sheet(c, id(c), c.path<OrgUnitId>(1)); });
    table.put(
        "/nominations/{round}/sections/{unit}",
        {.id = "answerNomination",
         .access = Access::needs(Permission::see_section),
         .summary = "所属として指名・推薦する",
         .refusals = {Code::not_found, Code::invalid_input, Code::wrong_status, Code::changed_meanwhile}},
        +[](Call const& c, AnswerInput const& in) {
            answer(c, id(c), c.path<OrgUnitId>(1), in);
            return state(c, id(c));
        });
}

void call_routes(http::Table& table)
{
    table.post(
        "/nominations/{round}/applications",
        {.id = "applyForRole",
         .access = Access::needs(Permission::training_enrol),
         .summary = "公募に応募する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status},
         .success = 201},
        +[](Call const& c, ApplyInput const& in) {
            apply(c, id(c), in);
            return state(c, id(c));
        });
    table.post(
        "/nominations/{round}/withdrawal",
        {.id = "withdrawApplication",
         .access = Access::needs(Permission::training_enrol),
         .summary = "公募への応募を取り下げる",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c) {
            withdraw(c, id(c));
            return state(c, id(c));
        });
    table.post(
        "/nominees/{id}/consent",
        {.id = "consentToApplication",
         .access = Access::needs(Permission::training_release),
         .summary = "所属の職員の応募に同意する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status}},
        +[](Call const& c, ConsentInput const& in) {
            auto const nominee = c.path<NomineeId>(0);
            consent(c, nominee, in);
            return state(c, nominee_row(c.tx, nominee).round_id);
        });
}

void decision_routes(http::Table& table)
{
    auto const office = Access::needs(Permission::appoint);
    table.post(
        "/nominations/{round}/selection",
        {.id = "selectNominees",
         .access = office,
         .summary = "選考の結果をつける",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::wrong_status}},
        +[](Call const& c, SelectionInput const& in) {
            select(c, of_office(c), in);
            return state(c, id(c));
        });
    table.post(
        "/nominations/{round}/decision",
        {.id = "decideNominations",
         .access = office,
         .summary = "決裁により任命する",
         .refusals = {Code::not_found, Code::not_allowed, Code::invalid_input, Code::changed_meanwhile, Code::wrong_status,
                      Code::dates_overlap}},
        +[](Call const& c, AppointmentDecision const& in) { return decide(c, of_office(c), in); });
    table.get(
        "/nominations/{round}/notices",
        {.id = "nominationNotices", .access = Access::signed_in(), .summary = "決定通知", .refusals = {Code::not_found}},
        +[](Call const& c, NoticesQuery const& q) { return notices(c, id(c), q); });
}

}  // namespace

void routes(http::Table& table)
{
    round_routes(table);
    answer_routes(table);
    call_routes(table);
    decision_routes(table);
}

}  // namespace nominations
