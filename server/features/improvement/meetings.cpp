#include "features/improvement/meetings.hpp"

#include "features/audit/audit.hpp"
#include "features/improvement/cost.hpp"
#include "features/improvement/rows.hpp"

#include <charconv>
#include <set>

namespace improvement {
namespace {

struct Row {
    MeetingId id;
    std::string title;
    Date held_on{};
    std::string starts_at, place, note, result;
    std::optional<Instant> result_at;
    std::string result_by;
    std::int64_t revision = 1;
};
BOOST_DESCRIBE_STRUCT(Row, (), (id, title, held_on, starts_at, place, note, result, result_at, result_by, revision))

struct ItemRow {
    CaseId case_id;
    int minutes = 0;
    std::string presenter;
};
BOOST_DESCRIBE_STRUCT(ItemRow, (), (case_id, minutes, presenter))

db::Sql const kLines{R"(
    SELECT m.id, m.title, m.held_on, m.starts_at, m.place,
           (SELECT count(*) FROM improvement_meeting_item i WHERE i.meeting_id = m.id) AS cases,
           CASE WHEN m.result_at IS NULL THEN 0 ELSE 1 END AS has_result
      FROM improvement_meeting m ORDER BY m.held_on DESC, m.id DESC LIMIT 500)"};
db::Sql const kOne{R"(
    SELECT m.id, m.title, m.held_on, m.starts_at, m.place, m.note, m.result, m.result_at, m.revision,
           COALESCE(a.display_name, '') AS result_by
      FROM improvement_meeting m LEFT JOIN account a ON a.id = m.result_by WHERE m.id = $1)"};
db::Sql const kItems{"SELECT case_id, minutes, presenter FROM improvement_meeting_item WHERE meeting_id = $1 ORDER BY place"};
db::Sql const kAdd{R"(
    INSERT INTO improvement_meeting (title, held_on, starts_at, place, note, created_at, created_by)
    VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)"};
db::Sql const kChange{R"(
    UPDATE improvement_meeting SET title = $2, held_on = $3, starts_at = $4, place = $5, note = $6, revision = revision + 1
     WHERE id = $1)"};
db::Sql const kAddItem{R"(
    INSERT INTO improvement_meeting_item (meeting_id, place, case_id, minutes, presenter) VALUES ($1, $2, $3, $4, $5))"};
db::Sql const kDropItems{"DELETE FROM improvement_meeting_item WHERE meeting_id = $1"};
db::Sql const kDrop{"DELETE FROM improvement_meeting WHERE id = $1"};
db::Sql const kResult{R"(
    UPDATE improvement_meeting SET result = $2, result_at = $3, result_by = $4, revision = revision + 1 WHERE id = $1)"};

constexpr int kDay = 24 * 60;

Refused wrong(std::string pointer, std::string ja, std::string en)
{
    return Refused{Code::invalid_input, {}, {{std::move(pointer), std::move(ja), std::move(en)}}};
}

Row row_of(http::Call const& call, MeetingId id)
{
    auto row = call.tx.maybe_one<Row>(kOne, id);
    if (!row) throw Refused{Code::not_found};
    return *std::move(row);
}

void must_hold(http::Call const& call, MeetingForm const& form)
{
    if (!later(form.starts_at, 0)) throw wrong("/starts_at", "13:30 のように書いてください。", "Write it like 13:30.");
    std::set<CaseId> seen;
    int minutes = 0;
    for (std::size_t i = 0; i < form.items.size(); ++i) {
        auto const& item = form.items[i];
        if (!seen.insert(item.case_id).second)
            throw wrong("/items/" + std::to_string(i), "同じ事例が二度あります。", "The case stands twice.");
        if (improvement::row_of(call, item.case_id).status != Status::confirmed) throw Refused{Code::wrong_status};
        minutes += item.minutes;
    }
    if (!later(form.starts_at, minutes)) throw wrong("/items", "終わりが24時を過ぎます。", "It would end after midnight.");
}

void keep_items(db::Tx& tx, MeetingId id, MeetingForm const& form)
{
    tx.run(kDropItems, id);
    std::int64_t place = 0;
    for (auto const& item : form.items) tx.run(kAddItem, id, ++place, item.case_id, item.minutes, item.presenter);
}

std::vector<MeetingItem> agenda(http::Call const& call, Row const& row)
{
    auto const hourly = hourly_cost(call.tx);
    std::vector<MeetingItem> items;
    int minutes = 0;
    for (auto const& item : call.tx.all<ItemRow>(kItems, row.id)) {
        auto const told = find_row(call, item.case_id);
        if (!told) continue;
        auto const from = later(row.starts_at, minutes).value_or("");
        minutes += item.minutes;
        items.push_back({static_cast<int>(items.size()) + 1, from, later(row.starts_at, minutes).value_or(""), item.minutes,
                         item.presenter, shown(call.tx, *told, hourly)});
    }
    return items;
}

}  // namespace

json::object MeetingItemInput::limits(std::string_view member)
{
    if (member == "minutes") return {{"minimum", 1}, {"maximum", 240}};
    if (member == "presenter") return {{"maxLength", 100}};
    return {};
}

json::object MeetingForm::limits(std::string_view member)
{
    if (member == "title") return {{"minLength", 1}, {"maxLength", 120}};
    if (member == "starts_at") return {{"minLength", 5}, {"maxLength", 5}};
    if (member == "place") return {{"maxLength", 200}};
    if (member == "note") return {{"maxLength", 2000}};
    if (member == "items") return {{"maxItems", 50}};
    return {};
}

json::object ResultInput::limits(std::string_view member)
{
    if (member == "text") return {{"maxLength", 20'000}};
    return {};
}

std::optional<std::string> later(std::string_view time, int minutes)
{
    int hour = -1, minute = -1;
    if (time.size() != 5 || time[2] != ':') return std::nullopt;
    auto const read = [](std::string_view digits, int& value) {
        return std::from_chars(digits.data(), digits.data() + 2, value).ptr == digits.data() + 2;
    };
    if (!read(time, hour) || !read(time.substr(3), minute)) return std::nullopt;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    auto const at = hour * 60 + minute + minutes;
    if (at > kDay) return std::nullopt;
    auto const two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    return two(at / 60) + ":" + two(at % 60);
}

Meetings meetings(http::Call const& call)
{
    return {call.tx.all<MeetingLine>(kLines), may(call.actor, Permission::manage_improvement)};
}

Meeting meeting(http::Call const& call, MeetingId id)
{
    auto row = row_of(call, id);
    Meeting whole;
    whole.items = agenda(call, row);
    for (auto const& item : whole.items) {
        whole.minutes += item.minutes;
        whole.hours += item.told.hours;
        whole.yen += item.told.yen.value_or(0);
    }
    whole.id = row.id;
    whole.title = std::move(row.title);
    whole.held_on = row.held_on;
    whole.ends_at = later(row.starts_at, whole.minutes).value_or("");
    whole.starts_at = std::move(row.starts_at);
    whole.place = std::move(row.place);
    whole.note = std::move(row.note);
    whole.result = {row.result, markdown::pieces(row.result)};
    whole.result_at = row.result_at;
    whole.result_by = std::move(row.result_by);
    whole.revision = row.revision;
    whole.may_edit = may(call.actor, Permission::manage_improvement);
    return whole;
}

Pack pack(http::Call const& call, MeetingId id)
{
    Pack pack{meeting(call, id), {}};
    for (auto const& item : pack.meeting.items) pack.cases.push_back(one_case(call, item.told.id));
    return pack;
}

Meeting add_meeting(http::Call const& call, MeetingForm const& form)
{
    must_hold(call, form);
    MeetingId const id{call.tx.insert(kAdd, form.title, form.held_on, form.starts_at, form.place, form.note, call.clock.now(),
                                      call.actor.account)};
    keep_items(call.tx, id, form);
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.meeting_added", "improvement_meeting", id, form);
    return meeting(call, id);
}

Meeting change_meeting(http::Call const& call, MeetingId id, MeetingChange const& change)
{
    if (row_of(call, id).revision != change.revision) throw Refused{Code::changed_meanwhile};
    must_hold(call, change);
    call.tx.run(kChange, id, change.title, change.held_on, change.starts_at, change.place, change.note);
    keep_items(call.tx, id, change);
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.meeting_changed", "improvement_meeting", id, change);
    return meeting(call, id);
}

void drop_meeting(http::Call const& call, MeetingId id)
{
    if (row_of(call, id).result_at) throw Refused{Code::wrong_status};
    for (auto const* sql : {&kDropItems, &kDrop}) call.tx.run(*sql, id);
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.meeting_dropped", "improvement_meeting", id);
}

Meeting note_result(http::Call const& call, MeetingId id, ResultInput const& input)
{
    auto const row = row_of(call, id);
    if (row.revision != input.revision) throw Refused{Code::changed_meanwhile};
    if (row.held_on > call.clock.today()) throw Refused{Code::wrong_status};
    auto const noted = !input.text.empty();
    call.tx.run(kResult, id, input.text, noted ? std::optional{call.clock.now()} : std::nullopt,
                noted ? std::optional{call.actor.account} : std::nullopt);
    audit::record(call.tx, call.actor, call.clock.now(), "improvement.meeting_result", "improvement_meeting", id, input);
    return meeting(call, id);
}

}  // namespace improvement
