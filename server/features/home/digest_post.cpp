#include "features/home/digest_post.hpp"

#include "features/access/access.hpp"
#include "platform/core/working_days.hpp"
#include "platform/text/japanese_date.hpp"

namespace home {

struct DigestPost::Reader {
    AccountId account_id;
    StaffId staff_id;
    std::string email;
    DigestMail mail = DigestMail::never;
};

namespace {

constexpr std::chrono::minutes kLook{10};
constexpr std::chrono::hours kInTheMorning{7}, kJapan{9};

struct ReaderRow {
    AccountId account_id;
    StaffId staff_id;
    std::string email;
    DigestMail mail = DigestMail::never;
};
BOOST_DESCRIBE_STRUCT(ReaderRow, (), (account_id, staff_id, email, mail))
db::Sql const kReaders{R"(
    SELECT d.account_id, s.id AS staff_id, s.email, d.mail
      FROM digest_setting d JOIN account a ON a.id = d.account_id JOIN staff s ON s.id = a.staff_id
     WHERE d.mail <> 'never' AND s.email <> '' AND a.disabled_at IS NULL AND (s.left_on IS NULL OR s.left_on > $1)
       AND (d.sent_on IS NULL OR d.sent_on < $1) ORDER BY d.account_id)"};
db::Sql const kSent{"UPDATE digest_setting SET sent_on = $2 WHERE account_id = $1 AND (sent_on IS NULL OR sent_on < $2)"};
db::Sql const kRound{R"(
    INSERT INTO reminder_round (course_code, note, people, without_address, is_digest, created_at)
    VALUES ('', '', 0, 0, 1, $1) RETURNING id)"};

/// The first working day of its week.
bool begins_the_week(Date day)
{
    auto const since_monday = (std::chrono::weekday{std::chrono::sys_days{day}} - std::chrono::Monday).count();
    return add_working_days(add_days(day, -static_cast<int>(since_monday)), 0) == day;
}

bool is_due(DigestMail mail, Date today)
{
    return mail == DigestMail::daily || (mail == DigestMail::weekly && begins_the_week(today));
}

bool is_empty(Digest const& digest) { return digest.todo.empty() && digest.fresh.empty(); }

std::string text_of(Digest const& digest, std::string const& name)
{
    std::string text = name + " さん\n\n";
    if (!digest.todo.empty()) {
        text += "すること\n";
        for (auto const& todo : digest.todo) text += "・" + todo.text + "\n";
        text += "\n";
    }
    if (!digest.fresh.empty()) {
        text += "新しいこと\n";
        for (auto const& fresh : digest.fresh) text += "・" + fresh.text + "\n";
        text += "\n";
    }
    return text +
           "それぞれ、人材育成の画面の「ホーム」から開けます。\n"
           "このメールは選んだ人に自動で送られています。やめるときは「わたし」の画面で選び直してください。返信はできません。\n";
}

}  // namespace

DigestPost::DigestPost(db::Database& database, Clock const& clock, reminders::Outbox& outbox,
                       std::function<void(std::string_view what)> failed)
    : database_(database), clock_(clock), outbox_(outbox), failed_(std::move(failed))
{
}

DigestPost::~DigestPost()
{
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    stopped_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void DigestPost::start()
{
    std::lock_guard const lock(mutex_);
    if (outbox_.has_relay() && !thread_.joinable()) thread_ = std::thread([this] { work_until_stopped(); });
}

void DigestPost::work_until_stopped()
{
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        lock.unlock();
        try {
            post_due();
        } catch (std::exception const& error) {  // full disk, database away: it is tried again
            if (failed_) failed_(error.what());
        }
        lock.lock();
        stopped_.wait_for(lock, kLook, [this] { return stopping_; });
    }
}

void DigestPost::post_due()
{
    auto const today = clock_.today();
    auto const of_day = clock_.now() + kJapan - std::chrono::sys_days{today};
    if (!outbox_.has_relay() || of_day < kInTheMorning || !is_working_day(today)) return;
    auto readers = database_.read([&](db::Tx& tx) { return tx.all<ReaderRow>(kReaders, today); });
    std::erase_if(readers, [&](ReaderRow const& each) { return !is_due(each.mail, today) || !mail::is_address(each.email); });
    std::optional<reminders::RoundId> round;
    for (auto& each : readers) {
        {
            std::lock_guard const lock(mutex_);
            if (stopping_) return;
        }
        try {
            post({each.account_id, each.staff_id, std::move(each.email), each.mail}, today, round);
        } catch (std::exception const& error) {  // the next one is not kept waiting
            if (failed_) failed_(error.what());
        }
    }
}

void DigestPost::post(Reader const& reader, Date today, std::optional<reminders::RoundId>& round)
{
    http::Request const nothing;
    http::Circumstance const around{clock_, services_, nothing, {}};
    std::string name;
    auto const shown = database_.read([&](db::Tx& tx) {
        auto const actor = accounts::actor_of(tx, reader.account_id, today);
        if (!actor) return Digest{};
        name = actor->name;
        return digest(http::Call{around, *actor, tx});
    });
    auto const begun = database_.write([&](db::Tx& tx) {
        if (tx.run(kSent, reader.account_id, today) == 0 || is_empty(shown)) return round;
        auto const of = round ? *round : reminders::RoundId{tx.insert(kRound, clock_.now())};
        auto const count = std::to_string(shown.todo.size() + shown.fresh.size());
        reminders::put_on_their_way(
            tx, outbox_, of,
            {{reader.staff_id, reader.email, "【人材育成】すること・新しいこと(" + count + "件)", text_of(shown, name)}},
            clock_.now());
        return std::optional{of};
    });
    round = begun;
}

}  // namespace home
