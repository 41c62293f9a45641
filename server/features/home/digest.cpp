#include "features/home/digest.hpp"

#include "features/audit/audit.hpp"
#include "features/reminders/outbox.hpp"

namespace home {
namespace {

db::Sql const kMail{"SELECT mail FROM digest_setting WHERE account_id = $1"};
db::Sql const kAddress{"SELECT email FROM staff WHERE id = $1"};
db::Sql const kChoose{R"(
    INSERT INTO digest_setting (account_id, mail) VALUES ($1, $2)
    ON CONFLICT (account_id) DO UPDATE SET mail = excluded.mail)"};

}  // namespace

Digest digest(http::Call const& call)
{
    auto const today = call.clock.today();
    return call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        auto waiting = waits_for(call, index, headed_units(call, index));
        return Digest{today, std::move(waiting.todo), std::move(waiting.fresh),
                      notices::unread_notices(call, index, notices::Lead::with)};
    });
}

DigestSetting digest_setting(http::Call const& call)
{
    DigestSetting setting;
    setting.mail = call.tx.maybe_one<DigestMail>(kMail, call.actor.account).value_or(DigestMail::never);
    setting.relay = call.service<reminders::Outbox>().has_relay();
    if (call.actor.staff) setting.address = call.tx.one<std::string>(kAddress, *call.actor.staff);
    return setting;
}

DigestSetting choose_digest(http::Call const& call, DigestChoice const& choice)
{
    call.tx.run(kChoose, call.actor.account, choice.mail);
    audit::record(call.tx, call.actor, call.clock.now(), "home.digest_chosen", "digest_setting", call.actor.account, choice);
    return digest_setting(call);
}

void digest_routes(http::Table& table)
{
    auto const everybody = http::Access::signed_in();
    table.get("/digest",
              {.id = "getDigest", .access = everybody, .summary = "すること・新しいこと", .refusals = {Code::not_found}}, digest);
    table.get("/digest/setting", {.id = "getDigestSetting", .access = everybody, .summary = "まとめをメールで受け取るか"},
              digest_setting);
    table.put("/digest/setting", {.id = "chooseDigest", .access = everybody, .summary = "まとめをメールで受け取るかを選ぶ"},
              choose_digest);
}

}  // namespace home
