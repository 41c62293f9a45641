#include "features/audit/audit.hpp"
#include "features/people/people.hpp"
#include "platform/db/database.hpp"

namespace people {
namespace {

using http::Access;
using http::Call;

/// After a write: the record as it stands now, which is what the page shows next.
Profile record_of(Call const& c, StaffId id)
{
    return profile(c.tx, c.actor, c.service<PlanWords>(), id, c.clock.today(), c.clock);
}

void unit_routes(http::Table& table)
{
    table.get(
        "/units", {.id = "units", .access = Access::signed_in(), .summary = "組織の一覧", .refusals = {Code::invalid_input}},
        +[](Call const& c, UnitsQuery const& q) { return units(c.tx, c.actor, c.service<Days>(), q, c.clock); });
    table.get(
        "/units/{id}",
        {.id = "unitPage",
         .access = Access::signed_in(),
         .summary = "所属のページ",
         .refusals = {Code::not_found, Code::invalid_input}},
        +[](Call const& c, http::AsOf const& q) {
            return unit_page(c.tx, c.actor, c.service<Days>(), c.path<OrgUnitId>(0), c.day(q), c.clock);
        });
    table.post(
        "/units",
        {.id = "addUnit",
         .access = Access::needs(Permission::edit_people),
         .summary = "組織を設ける",
         .refusals = {Code::already_exists, Code::invalid_input},
         .success = 201},
        +[](Call const& c, NewUnit const& in) { return add_unit(c.tx, c.actor, in, c.clock); });
    table.patch(
        "/units/{id}",
        {.id = "changeUnit",
         .access = Access::needs(Permission::edit_people),
         .summary = "組織の名称変更・統合・廃止",
         .refusals = {Code::not_found, Code::invalid_input, Code::in_use, Code::changed_meanwhile}},
        +[](Call const& c, UnitChange const& in) { return change_unit(c.tx, c.actor, c.path<OrgUnitId>(0), in, c.clock); });
}

void reading_routes(http::Table& table)
{
    table.get(
        "/staff",
        {.id = "staffList",
         .access = Access::signed_in(),
         .summary = "職員の一覧",
         .refusals = {Code::not_found, Code::invalid_input}},
        +[](Call const& c, StaffQuery const& q) {
            return staff_list(c.tx, c.actor, c.service<Days>(), c.service<Names>(), q, c.clock);
        });
}

void record_routes(http::Table& table)
{
    table.get(
        "/staff/{id}/card",
        {.id = "staffCard", .access = Access::signed_in(), .summary = "職員の名刺", .refusals = {Code::not_found}},
        +[](Call const& c) {
            auto shown = card(c.tx, c.actor, c.path<StaffId>(0), c.clock.today());
            audit::looked(c, shown.id);
            return shown;
        });
    table.post(
        "/staff",
        {.id = "addStaff",
         .access = Access::needs(Permission::edit_people),
         .summary = "職員を登録する",
         .refusals = {Code::already_exists, Code::invalid_input, Code::not_found},
         .success = 201},
        +[](Call const& c, StaffInput const& in) { return record_of(c, add_staff(c.tx, c.actor, in, c.clock)); });
    table.patch(
        "/staff/{id}",
        {.id = "changeStaff",
         .access = Access::signed_in(),
         .summary = "氏名や意欲を改める",
         .refusals = {Code::not_found, Code::not_allowed, Code::changed_meanwhile}},
        +[](Call const& c, StaffChange const& in) {
            auto const id = c.path<StaffId>(0);
            change_staff(c.tx, c.actor, id, in, c.clock);
            return record_of(c, id);
        });
    table.post(
        "/staff/{id}/numbers",
        {.id = "renumberStaff",
         .access = Access::needs(Permission::edit_people),
         .summary = "職員番号を改める",
         .refusals = {Code::not_found, Code::not_allowed, Code::already_exists},
         .success = 201},
        +[](Call const& c, NumberInput const& in) {
            auto const id = c.path<StaffId>(0);
            renumber_staff(c.tx, c.actor, id, in, c.clock);
            return record_of(c, id);
        });
    table.post(
        "/staff/{id}/merge",
        {.id = "mergeStaff",
         .access = Access::needs(Permission::edit_people),
         .summary = "同じ人の二つの記録を一つにする",
         .refusals = {Code::not_found, Code::not_allowed, Code::conflict, Code::dates_overlap}},
        +[](Call const& c, MergeInput const& in) {
            merge_staff(c.tx, c.actor, c.path<StaffId>(0), in, c.clock);
            return record_of(c, in.into);
        });
}

std::vector<Code> const kPeriodRefusals{Code::not_found, Code::not_allowed, Code::invalid_input, Code::dates_overlap};

template <class Input, auto f>
Profile added(Call const& c, Input const& in)
{
    auto const id = c.path<StaffId>(0);
    f(c.tx, c.actor, id, in, c.clock);
    return record_of(c, id);
}

template <class RowId, class Input, auto f>
Profile changed(Call const& c, Input const& in)
{
    return record_of(c, f(c.tx, c.actor, c.path<RowId>(0), in, c.clock));
}

void posting_routes(http::Table& table)
{
    auto const edits = Access::needs(Permission::edit_people);
    table.post("/staff/{id}/postings",
               {.id = "addPosting", .access = edits, .summary = "発令を加える", .refusals = kPeriodRefusals, .success = 201},
               &added<PostingInput, add_posting>);
    auto refusals = kPeriodRefusals;
    refusals.push_back(Code::changed_meanwhile);
    table.patch("/postings/{id}", {.id = "changePosting", .access = edits, .summary = "発令を終える", .refusals = refusals},
                &changed<PostingId, PostingEnd, change_posting>);
    table.del(
        "/postings/{id}",
        {.id = "withdrawPosting",
         .access = edits,
         .summary = "まだ効力のない発令を取り下げる",
         .refusals = {Code::not_found, Code::not_allowed, Code::in_use}},
        +[](Call const& c) { return record_of(c, withdraw_posting(c.tx, c.actor, c.path<PostingId>(0), c.clock)); });
    table.post("/staff/{id}/engagements",
               {.id = "addEngagement", .access = edits, .summary = "任用を加える", .refusals = kPeriodRefusals, .success = 201},
               &added<Engagement, add_engagement>);
    table.post("/staff/{id}/leaves",
               {.id = "addLeave", .access = edits, .summary = "休業・休職を加える", .refusals = kPeriodRefusals, .success = 201},
               &added<LeavePeriod, add_leave>);
    table.patch("/leaves/{id}",
                {.id = "endLeave", .access = edits, .summary = "休業・休職の終わりを定める", .refusals = kPeriodRefusals},
                &changed<LeaveId, PeriodEnd, end_leave>);
    table.post(
        "/staff/{id}/systems",
        {.id = "addSystem", .access = edits, .summary = "担当システムを加える", .refusals = kPeriodRefusals, .success = 201},
        &added<SystemDuty, add_system>);
    table.patch("/systems/{id}",
                {.id = "endSystem", .access = edits, .summary = "担当システムの終わりを定める", .refusals = kPeriodRefusals},
                &changed<SystemDutyId, PeriodEnd, end_system>);
}

void appointment_routes(http::Table& table)
{
    auto const appoints = Access::needs(Permission::appoint);
    table.post(
        "/staff/{id}/appointments",
        {.id = "appoint", .access = appoints, .summary = "役割に任命する", .refusals = kPeriodRefusals, .success = 201},
        +[](Call const& c, AppointmentInput const& in) {
            auto const id = c.path<StaffId>(0);
            appoint(c.tx, c.actor, c.service<PlanWords>(), id, in, c.clock);
            return record_of(c, id);
        });
    table.patch("/appointments/{id}",
                {.id = "endAppointment", .access = appoints, .summary = "任命の終わりを定める", .refusals = kPeriodRefusals},
                &changed<AppointmentId, AppointmentEnd, end_appointment>);
}

struct Exported {
    ExportQuery query;
    std::size_t people = 0;
};
BOOST_DESCRIBE_STRUCT(Exported, (), (query, people))

std::vector<sheets::SheetOut> tables_of(http::LongCall const& c, ExportQuery const& query, ExportFormat format)
{
    return c.database.read([&](db::Tx& tx) {
        auto const make = format == ExportFormat::xlsx_pretty ? staff_print : staff_tables;
        return make(tx, c.actor, {c.service<Days>(), c.service<Names>(), c.service<PlanWords>()}, query, c.clock);
    });
}

http::Download export_staff(http::LongCall const& c, ExportQuery const& query)
{
    auto const tables = tables_of(c, query, query.format);
    c.database.write([&](db::Tx& tx) {
        audit::record(tx, c.actor, c.clock.now(), "people.exported", "staff", {}, Exported{query, tables.front().rows.size()});
    });
    return as_download("staff_" + to_iso(c.day(query)), query.format, tables);
}

struct LostCharacter {
    std::size_t row = 0;  ///< counted from 1, the names of the columns are row 1
    std::string column, character, text;
};
BOOST_DESCRIBE_STRUCT(LostCharacter, (), (row, column, character, text))
struct LostCharacters {
    std::vector<LostCharacter> lost;
};
BOOST_DESCRIBE_STRUCT(LostCharacters, (), (lost))

LostCharacters lost_characters(http::LongCall const& c, ExportQuery const& query)
{
    auto const tables = tables_of(c, query, ExportFormat::csv);
    LostCharacters answer;
    for (auto const& lost : as_csv(tables.front(), sheets::Encoding::cp932).lost)
        answer.lost.push_back({lost.row, tables.front().header.at(lost.column), lost.character, lost.text});
    return answer;
}

void export_routes(http::Table& table)
{
    auto const exports = Access::needs(Permission::export_data);
    table.get("/exports/staff",
              {.id = "exportStaff",
               .access = exports,
               .summary = "職員の一覧をファイルで",
               .refusals = {Code::not_found, Code::invalid_input}},
              &export_staff);
    table.get("/exports/staff/lost-characters",
              {.id = "exportStaffLost",
               .access = exports,
               .summary = "Shift_JISで表せない文字の一覧",
               .refusals = {Code::not_found, Code::invalid_input}},
              &lost_characters);
}

}  // namespace

void routes(http::Table& table)
{
    unit_routes(table);
    reading_routes(table);
    record_routes(table);
    posting_routes(table);
    appointment_routes(table);
    export_routes(table);
}

}  // namespace people
