#include "features/audit/audit.hpp"
#include "features/practice/claims.hpp"

#include <set>

namespace practice {
namespace {

using http::Access;
using http::Call;

Claims get_claims(Call const& c, ClaimQuery const& query)
{
    auto shown = claims(c, query);
    std::set<StaffId> seen;
    for (auto const& row : shown.claims)
        if (seen.insert(row.staff).second) audit::looked(c, row.staff);
    return shown;
}

}  // namespace

void routes(http::Table& table)
{
    auto const anybody = Access::signed_in();
    table.get("/practice/offer",
              {.id = "getPracticeOffer",
               .access = anybody,
               .summary = "したことが、どのスキルの証拠になりうるか",
               .refusals = {Code::not_found}},
              offer);
    table.get("/practice/claims",
              {.id = "listPracticeClaims", .access = anybody, .summary = "実践の申告の一覧", .refusals = {Code::not_found}},
              get_claims);
    table.post("/practice/claims",
               {.id = "claimPractice",
                .access = anybody,
                .summary = "したことをスキルの証拠として申告する",
                .refusals = {Code::not_found, Code::not_eligible, Code::already_exists},
                .success = 201},
               make_claims);
    table.post(
        "/practice/claims/{claim}/confirmation",
        {.id = "confirmPractice",
         .access = anybody,
         .summary = "所属長が申告を確認し、スキルの証拠にする",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status, Code::not_eligible}},
        +[](Call const& c, Word const& in) { return confirm_claim(c, c.path<ClaimId>(0), in); });
    table.post(
        "/practice/claims/{claim}/return",
        {.id = "returnPractice",
         .access = anybody,
         .summary = "申告を差し戻す",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c, ReturnWord const& in) { return return_claim(c, c.path<ClaimId>(0), in); });
    table.del(
        "/practice/claims/{claim}",
        {.id = "withdrawPractice",
         .access = anybody,
         .summary = "自分の申告を取り下げる",
         .refusals = {Code::not_found, Code::not_allowed, Code::wrong_status}},
        +[](Call const& c) { return withdraw_claim(c, c.path<ClaimId>(0)); });
}

}  // namespace practice
