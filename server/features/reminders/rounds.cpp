#include "features/access/sight.hpp"
#include "features/audit/audit.hpp"
#include "features/reminders/letters.hpp"
#include "features/training/outstanding.hpp"
#include "platform/core/refused.hpp"
#include "platform/text/japanese_date.hpp"

#include <algorithm>
#include <map>

namespace reminders {
namespace {

constexpr int kPeopleAPage = 500;

struct RoundRow {
    RoundId id;
    std::string course_code, unit_name, note;
    std::int64_t people = 0, without_address = 0, letters = 0, sent = 0, failed = 0;
    Instant created_at;
    std::string created_by;
};
BOOST_DESCRIBE_STRUCT(RoundRow, (),
                      (id, course_code, unit_name, note, people, without_address, letters, sent, failed, created_at, created_by))
#define SQL_ROUNDS                                                                                        \
    "SELECT r.id, r.course_code, COALESCE(u.name, '') AS unit_name, r.note, r.people, r.without_address," \
    " (SELECT count(*) FROM letter l WHERE l.round_id = r.id) AS letters,"                                \
    " (SELECT count(*) FROM letter l WHERE l.round_id = r.id AND l.state = 'sent') AS sent,"              \
    " (SELECT count(*) FROM letter l WHERE l.round_id = r.id AND l.state = 'failed') AS failed,"          \
    " r.created_at, COALESCE(a.display_name, '') AS created_by"                                           \
    " FROM reminder_round r LEFT JOIN org_unit u ON u.id = r.unit_id LEFT JOIN account a ON a.id = r.created_by "
db::Sql const kRounds{SQL_ROUNDS "WHERE r.survey_wave_id IS NULL AND r.is_digest = 0 ORDER BY r.id DESC LIMIT 50"};
db::Sql const kRound{SQL_ROUNDS "WHERE r.id = $1"};
db::Sql const kFailed{R"(
    SELECT l.id, l.round_id AS round, l.staff_id AS staff, s.name, l.address, l.error, l.attempts, l.ended_at
      FROM letter l JOIN staff s ON s.id = l.staff_id JOIN reminder_round r ON r.id = l.round_id
     WHERE l.state = 'failed' AND r.survey_wave_id IS NULL AND r.is_digest = 0 ORDER BY l.id DESC LIMIT 200)"};

db::Sql const kAddRound{R"(
    INSERT INTO reminder_round (course_code, unit_id, note, people, without_address, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)"};
db::Sql const kAgain{R"(
    UPDATE letter SET state = 'queued', attempts = 0, error = '', next_at = $1, ended_at = NULL,
           address = COALESCE((SELECT s.email FROM staff s WHERE s.id = letter.staff_id AND s.email <> ''), address)
     WHERE state = 'failed' AND created_at >= $2 AND round_id IN (SELECT r.id FROM reminder_round r WHERE r.is_digest = 0))"};
db::Sql const kJustNow{R"(
    SELECT id FROM reminder_round
     WHERE course_code = $1 AND unit_id IS NOT DISTINCT FROM $2 AND survey_wave_id IS NULL AND is_digest = 0
       AND created_at > $3 LIMIT 1)"};
constexpr std::chrono::minutes kNotTwiceWithin{10};

using training::OutstandingPerson;

std::string courses_of(OutstandingPerson const& person)
{
    std::string lines;
    for (auto const& course : person.courses)
        lines += "・" + course.course_name + "(期限: " + text::era_text_with_weekday(course.due) + ")\n";
    return lines;
}

std::string with_note(std::string text, std::string const& note)
{
    if (!note.empty()) text += "\n" + note + "\n";
    return text + "\n詳しくは、人材育成の画面の「研修」をご覧ください。\nこのメールは自動で送られています。返信はできません。\n";
}

Letter to_person(OutstandingPerson const& person, std::string address, RemindInput const& input)
{
    auto const count = std::to_string(person.courses.size());
    return {person.staff, std::move(address), "【研修】受講のお願い(未受講 " + count + "件)",
            with_note(person.name + " さん\n\n今年度に受ける必要のある研修のうち、まだ受講していないものがあります。\n\n" +
                          courses_of(person),
                      input.note)};
}

/// What a head is told: who of the section, and which courses.
struct ForHead {
    Head head;
    std::vector<std::string> people;
};

Letter to_head(ForHead const& told, RemindInput const& input)
{
    std::string text = told.head.name +
                       " さん\n\n所属の職員で、今年度に受ける必要のある研修をまだ受講していない人がいます。受講できるよう、ご配慮"
                       "をお願いします。\n\n";
    for (auto const& line : told.people) text += line + "\n";
    return {told.head.staff_id, told.head.email, "【研修】所属の未受講の職員(" + std::to_string(told.people.size()) + "人)",
            with_note(std::move(text), input.note)};
}

struct Written {
    std::vector<Letter> letters;
    std::int64_t people = 0, without_address = 0;
};

/// Everybody with something outstanding whom the actor sees, page by page.
template <class F>
void each_outstanding(http::Call const& call, RemindInput const& input, F&& f)
{
    training::OutstandingQuery query{input.course, input.unit, {}, kPeopleAPage};
    do {
        auto page = training::outstanding(call, query);
        for (auto const& person : page.people) f(person);
        query.after = page.next;
    } while (query.after);
}

Written write(http::Call const& call, RemindInput const& input)
{
    Written written;
    std::map<StaffId, ForHead> heads;
    auto const known = addresses(call.tx);
    each_outstanding(call, input, [&](OutstandingPerson const& person) {
        ++written.people;
        auto const address = known.find(person.staff);
        if (address != known.end())
            written.letters.push_back(to_person(person, address->second, input));
        else
            ++written.without_address;
        if (!input.heads) return;
        auto const head = head_of(call.tx, person.staff, call.clock.today());
        if (!head) return;
        std::string courses;
        for (auto const& course : person.courses) courses += (courses.empty() ? "" : "、") + course.course_name;
        auto& told = heads.try_emplace(head->staff_id, ForHead{*head, {}}).first->second;
        told.people.push_back("・" + person.name + ": " + courses);
    });
    for (auto const& [id, told] : heads) written.letters.push_back(to_head(told, input));
    return written;
}

ReminderRound shown(db::Tx& tx, people::PlanWords& words, RoundRow row, Date today)
{
    auto const course = row.course_code.empty() ? std::nullopt : words.name(tx, today, people::PlanTerm::course, row.course_code);
    return {row.id,
            row.course_code,
            course ? course->ja : row.course_code,
            course ? course->en : row.course_code,
            std::move(row.unit_name),
            std::move(row.note),
            row.people,
            row.without_address,
            row.letters,
            row.sent,
            row.failed,
            row.created_at,
            std::move(row.created_by)};
}

}  // namespace

json::object RemindInput::limits(std::string_view member)
{
    if (member == "course") return {{"maxLength", 40}};
    if (member == "note") return {{"maxLength", 1000}};
    return {};
}

Reminders reminders(http::Call const& c)
{
    auto& tx = c.tx;
    auto& words = c.service<people::PlanWords>();
    auto const& clock = c.clock;
    Reminders list{c.service<Outbox>().has_relay(), {}, {}};
    if (!accounts::reaches_city(c.actor, Permission::training_manage, clock.today())) return list;
    list.failed = tx.all<FailedLetter>(kFailed);
    for (auto& row : tx.all<RoundRow>(kRounds)) list.rounds.push_back(shown(tx, words, std::move(row), clock.today()));
    return list;
}

ReminderRound remind(http::LongCall const& c, RemindInput const& input)
{
    auto& outbox = c.service<Outbox>();
    if (!outbox.has_relay())
        throw Refused{Code::conflict,
                      {"メールの中継が設定されていません。一覧を印刷して知らせてください。",
                       "No mail relay is configured. Print the list instead."}};
    http::Circumstance const& around = c;
    auto written = c.database.read([&](db::Tx& tx) { return write(http::Call{around, c.actor, tx}, input); });
    return c.database.write([&](db::Tx& tx) {
        auto const now = c.clock.now();
        if (tx.maybe_one<RoundId>(kJustNow, input.course, input.unit, Instant{now - kNotTwiceWithin}))
            throw Refused{Code::conflict,
                          {"同じ督促を10分以内に送っています。", "The same reminder was sent within the last ten minutes."}};
        RoundId const id{tx.insert(kAddRound, input.course, input.unit, input.note, written.people, written.without_address, now,
                                   c.actor.account)};
        put_on_their_way(tx, outbox, id, written.letters, now);
        audit::record(tx, c.actor, now, "reminders.sent_out", "reminder_round", id, input);
        return shown(tx, c.service<people::PlanWords>(), tx.one<RoundRow>(kRound, id), c.clock.today());
    });
}

Reminders send_failed_again(http::Call const& c)
{
    auto& outbox = c.service<Outbox>();
    accounts::must_be_city(c.actor, Permission::training_manage, c.clock.today());
    if (!outbox.has_relay()) throw Refused{Code::conflict};
    auto const year = first_day_of_fiscal_year(fiscal_year(c.clock.today()));
    c.tx.run(kAgain, c.clock.now(), Instant{std::chrono::sys_days{year}});
    audit::record(c.tx, c.actor, c.clock.now(), "reminders.tried_again", "letter", {});
    c.tx.after_commit([&outbox] { outbox.wake(); });
    return reminders(c);
}

}  // namespace reminders
