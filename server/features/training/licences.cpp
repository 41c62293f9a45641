#include "features/training/licences.hpp"

#include "features/audit/audit.hpp"
#include "features/training/eligibility.hpp"
#include "platform/core/refused.hpp"

#include <algorithm>

namespace training {
namespace {

struct Row {
    LicenceId id;
    std::string name, course_code, url;
    int seats = 0;
    Date valid_from, last_day;
    std::string eligibility, note;
    std::int64_t revision = 1;
    std::int64_t given = 0, waiting = 0;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, name, course_code, url, seats, valid_from, last_day, eligibility, note, revision, given, waiting))

#define SQL_LICENCES                                                                                                   \
    "SELECT l.id, l.name, l.course_code, l.url, l.seats, l.valid_from, l.last_day, l.eligibility, l.note, l.revision," \
    " (SELECT count(*) FROM licence_request r WHERE r.licence_id = l.id AND r.status = 'given') AS given,"             \
    " (SELECT count(*) FROM licence_request r WHERE r.licence_id = l.id AND r.status = 'waiting') AS waiting FROM licence l "

db::Sql const kAll{SQL_LICENCES "WHERE $1 = 'all' OR l.last_day >= $2 ORDER BY l.last_day DESC, l.id"};
db::Sql const kOne{SQL_LICENCES "WHERE l.id = $1"};
db::Sql const kInsert{R"(
    INSERT INTO licence (name, course_code, url, seats, valid_from, last_day, eligibility, note, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id)"};
db::Sql const kUpdate{R"(
    UPDATE licence SET name = $2, course_code = $3, url = $4, seats = $5, valid_from = $6, last_day = $7, eligibility = $8,
           note = $9, revision = revision + 1 WHERE id = $1)"};

struct RequestRow {
    LicenceRequestId id;
    LicenceId licence_id;
    StaffId staff_id;
    RequestStatus status = RequestStatus::waiting;
    std::string why;
};
BOOST_DESCRIBE_STRUCT(RequestRow, (), (id, licence_id, staff_id, status, why))
#define SQL_REQUEST "SELECT id, licence_id, staff_id, status, why FROM licence_request "
db::Sql const kRequest{SQL_REQUEST "WHERE id = $1"};
db::Sql const kMine{SQL_REQUEST "WHERE licence_id = $1 AND staff_id = $2"};
db::Sql const kInLine{SQL_REQUEST "WHERE licence_id = $1 AND status = 'waiting' ORDER BY queue"};
db::Sql const kPlace{R"(
    SELECT count(*) FROM licence_request r JOIN licence_request me ON me.id = $1
     WHERE r.licence_id = me.licence_id AND r.status = 'waiting' AND r.queue <= me.queue)"};
db::Sql const kNext{"SELECT COALESCE(max(queue), 0) + 1 AS next FROM licence_request WHERE licence_id = $1"};
db::Sql const kAsk{R"(
    INSERT INTO licence_request (licence_id, staff_id, status, queue, reason, asked_at) VALUES ($1, $2, 'waiting', $3, $4, $5)
    ON CONFLICT (licence_id, staff_id) DO UPDATE SET status = excluded.status, queue = excluded.queue, reason = excluded.reason,
           asked_at = excluded.asked_at, why = '', decided_at = NULL, decided_by = NULL)"};
db::Sql const kDecide{"UPDATE licence_request SET status = $2, why = $3, decided_at = $4, decided_by = $5 WHERE id = $1"};
db::Sql const kRequests{R"(
    SELECT r.id, r.staff_id AS staff, s.staff_no, s.name, COALESCE((SELECT u.name FROM posting p JOIN org_unit u ON u.id = p.unit_id
              WHERE p.staff_id = s.id AND p.kind = 'primary' AND p.effective_on <= $2
                AND (p.ended_on IS NULL OR p.ended_on > $2) LIMIT 1), '') AS unit_name,
           r.status, 0 AS place, r.reason, r.why, r.asked_at, r.decided_at, COALESCE(a.display_name, '') AS decided_by
      FROM licence_request r JOIN staff s ON s.id = r.staff_id LEFT JOIN account a ON a.id = r.decided_by
     WHERE r.licence_id = $1 ORDER BY r.queue)"};

constexpr char const* kNoLongerFits = "対象の条件に当てはまらなくなったため";

Refused wrong(char const* pointer, char const* ja, char const* en)
{
    return Refused{Code::invalid_input, {}, {{pointer, ja, en}}};
}

Row licence_row(db::Tx& tx, LicenceId id)
{
    auto row = tx.maybe_one<Row>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

RequestRow request_row(db::Tx& tx, LicenceRequestId id)
{
    auto row = tx.maybe_one<RequestRow>(kRequest, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

bool is_open(RequestStatus status) { return status == RequestStatus::waiting || status == RequestStatus::given; }

std::vector<Unfit> unfit(skills::GapIndex const& index, Eligibility& eligibility, std::string const& rule, StaffId staff)
{
    auto const* const person = index.roster().find(staff);
    if (!person) return {{"いまの名簿にいないため、対象になりません。", "Is not on the roster today."}};
    std::vector<Unfit> reasons;
    for (auto const& part : eligibility.against(rule, *person))
        reasons.push_back({"対象は「" + part.ja + "」です。", "This is for " + part.en + "."});
    return reasons;
}

template <class F>
auto ask_today(http::Call const& call, F&& f)
{
    auto const today = call.clock.today();
    return call.service<skills::Everybody>().ask(call.tx, today, today, [&](skills::GapIndex const& index) {
        Eligibility eligibility{index};
        return f(index, eligibility);
    });
}

void add_mine(http::Call const& call, Licence& licence)
{
    auto const request = call.tx.maybe_one<RequestRow>(kMine, licence.id, *call.actor.staff);
    if (!request) return;
    licence.mine = MyRequest{request->id, request->status, 0, request->why};
    if (request->status == RequestStatus::waiting) licence.mine->place = call.tx.one<std::int64_t>(kPlace, request->id);
}

Licence shown(http::Call const& call, skills::GapIndex const& index, Eligibility& eligibility, Row row)
{
    auto const& plan = index.plan();
    Licence licence;
    licence.id = row.id;
    licence.name = std::move(row.name);
    licence.course = row.course_code;
    auto const course =
        std::find_if(plan.courses.begin(), plan.courses.end(), [&](auto const& each) { return each.code == row.course_code; });
    if (course != plan.courses.end()) {
        licence.course_name = course->name;
        licence.course_name_en = course->name_en.empty() ? course->name : course->name_en;
    }
    licence.url = std::move(row.url);
    licence.seats = row.seats;
    licence.given = row.given;
    licence.waiting = row.waiting;
    licence.valid_from = row.valid_from;
    licence.last_day = row.last_day;
    licence.over = row.last_day < call.clock.today();
    licence.eligibility = row.eligibility;
    if (!row.eligibility.empty()) {
        auto const rule = plan::parse_rule(row.eligibility).root;
        licence.eligible = plan::sentence_ja(rule, plan);
        licence.eligible_en = plan::sentence_en(rule, plan);
    }
    licence.note = std::move(row.note);
    licence.revision = row.revision;
    if (!call.actor.staff) return licence;
    licence.unfit = unfit(index, eligibility, row.eligibility, *call.actor.staff);
    add_mine(call, licence);
    licence.may_ask = !licence.over && licence.unfit.empty() && (!licence.mine || !is_open(licence.mine->status)) &&
                      may(call.actor, Permission::training_enrol);
    return licence;
}

Licence shown(http::Call const& call, LicenceId id)
{
    auto const row = licence_row(call.tx, id);
    return ask_today(call, [&](auto const& index, Eligibility& eligibility) { return shown(call, index, eligibility, row); });
}

void must_hold(http::Call const& call, LicenceForm const& form, std::int64_t given)
{
    auto const versioned = call.service<plan::Library>().in_force(call.tx, call.clock.today());
    auto const& courses = versioned->plan.courses;
    if (!form.course.empty() &&
        std::none_of(courses.begin(), courses.end(), [&](auto const& c) { return c.code == form.course; }))
        throw wrong("/course", "計画にない研修です。", "The plan has no such course.");
    if (!form.url.empty() && !form.url.starts_with("https://") && !form.url.starts_with("http://"))
        throw wrong("/url", "https:// か http:// で始まるアドレスを入力してください。",
                    "Give an address that begins with https:// or http://.");
    if (form.last_day < form.valid_from)
        throw wrong("/last_day", "最後の日は、始まりの日より前にできません。", "The last day cannot come before the first.");
    if (form.seats < given)
        throw wrong("/seats", "交付済みの数より少なくできません。先に回収してください。",
                    "There cannot be fewer than are given. Take some back first.");
    if (form.eligibility.empty()) return;
    auto const parsed = plan::parse_rule(form.eligibility);
    auto errors = parsed.errors;
    if (errors.empty()) errors = plan::check_rule(parsed.root, versioned->plan);
    if (!errors.empty()) throw Refused{Code::invalid_input, {}, {{"/eligibility", errors.front().ja, errors.front().en}}};
}

void decide(http::Call const& call, LicenceRequestId id, RequestStatus to, std::string const& why, std::string_view action)
{
    call.tx.run(kDecide, id, to, why, call.clock.now(), call.actor.account);
    audit::record(call.tx, call.actor, call.clock.now(), action, "licence_request", id, RunReason{why});
}

}  // namespace

json::object LicenceForm::limits(std::string_view member)
{
    if (member == "name") return {{"minLength", 1}, {"maxLength", 100}};
    if (member == "course") return {{"maxLength", 40}};
    if (member == "seats") return {{"minimum", 1}, {"maximum", 100'000}};
    if (member == "eligibility") return {{"maxLength", 500}};
    return {{"maxLength", 2'000}};
}

json::object AskInput::limits(std::string_view) { return {{"maxLength", 500}}; }

Licences licences(http::Call const& call)
{
    auto rows = call.tx.all<Row>(kAll, may(call.actor, Permission::training_manage) ? "all" : "current", call.clock.today());
    return ask_today(call, [&](auto const& index, Eligibility& eligibility) {
        Licences list;
        for (auto& row : rows) list.licences.push_back(shown(call, index, eligibility, std::move(row)));
        return list;
    });
}

Licence add_licence(http::Call const& call, LicenceForm const& form)
{
    must_hold(call, form, 0);
    LicenceId const id{call.tx.insert(kInsert, form.name, form.course, form.url, form.seats, form.valid_from, form.last_day,
                                      form.eligibility, form.note, call.clock.now(), call.actor.account)};
    audit::record(call.tx, call.actor, call.clock.now(), "training.licence_added", "licence", id, form);
    return shown(call, id);
}

Licence change_licence(http::Call const& call, LicenceId id, LicenceChange const& change)
{
    auto const before = licence_row(call.tx, id);
    if (before.revision != change.revision) throw Refused{Code::changed_meanwhile};
    must_hold(call, change, before.given);
    call.tx.run(kUpdate, id, change.name, change.course, change.url, change.seats, change.valid_from, change.last_day,
                change.eligibility, change.note);
    audit::record(call.tx, call.actor, call.clock.now(), "training.licence_changed", "licence", id, change);
    return shown(call, id);
}

LicenceRequests licence_requests(http::Call const& call, LicenceId id)
{
    LicenceRequests list{shown(call, id), call.tx.all<LicenceRequest>(kRequests, id, call.clock.today())};
    std::int64_t place = 0;
    for (auto& request : list.requests)
        if (request.status == RequestStatus::waiting) request.place = ++place;
    return list;
}

Licence ask_for_licence(http::Call const& call, LicenceId id, AskInput const& input)
{
    if (!call.actor.staff) throw Refused{Code::not_allowed};
    auto const licence = shown(call, id);
    if (licence.over) throw Refused{Code::wrong_status, {"利用できる期間が終わっています。", "Its period is over."}};
    if (licence.mine && is_open(licence.mine->status)) throw Refused{Code::already_exists};
    if (!licence.unfit.empty()) {
        std::vector<Problem> problems;
        for (auto const& reason : licence.unfit) problems.push_back({"/eligibility", reason.text, reason.text_en});
        throw Refused{Code::not_eligible, {}, std::move(problems)};
    }
    call.tx.run(kAsk, id, *call.actor.staff, call.tx.one<std::int64_t>(kNext, id), input.reason, call.clock.now());
    audit::record(call.tx, call.actor, call.clock.now(), "training.licence_asked", "licence", id, input);
    return shown(call, id);
}

LicenceRequests give_licences(http::Call const& call, LicenceId id)
{
    auto const licence = licence_row(call.tx, id);
    auto const line = call.tx.all<RequestRow>(kInLine, id);
    auto free = licence.seats - licence.given;
    if (free <= 0) throw Refused{Code::conflict, {"空いているライセンスがありません。", "No licence is free."}};
    if (line.empty()) throw Refused{Code::conflict, {"待っている職員がいません。", "Nobody is waiting."}};
    ask_today(call, [&](auto const& index, Eligibility& eligibility) {
        for (auto const& request : line) {
            if (free == 0) break;
            auto const fits = unfit(index, eligibility, licence.eligibility, request.staff_id).empty();
            if (fits) --free;
            decide(call, request.id, fits ? RequestStatus::given : RequestStatus::declined, fits ? "" : kNoLongerFits,
                   fits ? "training.licence_given" : "training.licence_declined");
        }
        return true;
    });
    return licence_requests(call, id);
}

LicenceRequests decline_request(http::Call const& call, LicenceRequestId id, RunReason const& why)
{
    auto const request = request_row(call.tx, id);
    if (request.status != RequestStatus::waiting) throw Refused{Code::wrong_status};
    decide(call, id, RequestStatus::declined, why.reason, "training.licence_declined");
    return licence_requests(call, request.licence_id);
}

LicenceRequests take_licence_back(http::Call const& call, LicenceRequestId id, RunReason const& why)
{
    auto const request = request_row(call.tx, id);
    if (request.status != RequestStatus::given) throw Refused{Code::wrong_status};
    decide(call, id, RequestStatus::taken_back, why.reason, "training.licence_taken_back");
    return licence_requests(call, request.licence_id);
}

Licence hand_licence_back(http::Call const& call, LicenceRequestId id)
{
    auto const request = request_row(call.tx, id);
    if (call.actor.staff != request.staff_id) throw Refused{Code::not_found};
    if (!is_open(request.status)) throw Refused{Code::wrong_status};
    decide(call, id, RequestStatus::withdrawn, "", "training.licence_handed_back");
    return shown(call, request.licence_id);
}

}  // namespace training
