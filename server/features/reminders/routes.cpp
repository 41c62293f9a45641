#include "features/reminders/reminders.hpp"

namespace reminders {

void routes(http::Table& table)
{
    auto const manages = http::Access::needs(Permission::training_manage);
    table.get("/reminders", {.id = "listReminders", .access = manages, .summary = "受講の督促と、届かなかったメール"}, reminders);
    table.post("/reminders",
               {.id = "remind",
                .access = manages,
                .summary = "未受講の職員と所属長にメールで知らせる",
                .refusals = {Code::not_found, Code::conflict},
                .success = 201},
               remind);
    table.post("/reminders/retry",
               {.id = "sendFailedAgain",
                .access = manages,
                .summary = "届かなかったメールをもう一度送る",
                .refusals = {Code::not_allowed, Code::conflict}},
               send_failed_again);
}

}  // namespace reminders
