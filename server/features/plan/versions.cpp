#include "features/plan/versions.hpp"

#include "features/audit/audit.hpp"
#include "features/plan/items.hpp"
#include "platform/json/json.hpp"
#include "platform/sheets/cell_text.hpp"

#include <algorithm>

namespace plan {
namespace {

struct Stored {
    PlanVersionId id;
    std::string title;
    VersionStatus status = VersionStatus::draft;
    std::optional<Date> in_force_from, in_force_until;
    std::optional<PlanVersionId> based_on;
    std::int64_t revision = 1;
    std::string note;
    Instant created_at;
    std::optional<Instant> enacted_at;
    std::string document;
};
BOOST_DESCRIBE_STRUCT(Stored, (),
                      (id, title, status, in_force_from, in_force_until, based_on, revision, note, created_at, enacted_at,
                       document))

struct YearRows {
    std::vector<YearRow> rows;
};
BOOST_DESCRIBE_STRUCT(YearRows, (), (rows))

struct Edition {
    PlanVersionId id;
    std::int64_t revision = 0;
};
BOOST_DESCRIBE_STRUCT(Edition, (), (id, revision))

db::Sql const kInForce{R"(
    SELECT id, revision FROM plan_version
     WHERE status <> 'draft' AND in_force_from <= $1 AND (in_force_until IS NULL OR in_force_until > $1)
     ORDER BY in_force_from DESC, id DESC LIMIT 1)"};

db::Sql const kEdition{"SELECT id, revision FROM plan_version WHERE id = $1"};

db::Sql const kLoad{R"(
    SELECT id, title, status, in_force_from, in_force_until, based_on, revision, note, created_at, enacted_at, document
      FROM plan_version WHERE id = $1)"};

db::Sql const kAll{R"(
    SELECT id, title, status, in_force_from, in_force_until, based_on, revision, note, created_at, enacted_at
      FROM plan_version ORDER BY id DESC)"};

db::Sql const kInsert{R"(
    INSERT INTO plan_version (title, status, in_force_from, based_on, document, note, created_at, created_by, enacted_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id)"};

db::Sql const kSave{"UPDATE plan_version SET document = $2, revision = revision + 1 WHERE id = $1"};
db::Sql const kDelete{"DELETE FROM plan_version WHERE id = $1"};
db::Sql const kEndOthers{R"(
    UPDATE plan_version SET in_force_until = $2, revision = revision + 1
     WHERE status <> 'draft' AND id <> $1 AND (in_force_until IS NULL OR in_force_until > $2))"};
db::Sql const kEnact{R"(
    UPDATE plan_version SET status = 'in_force', in_force_from = $2, revision = revision + 1, enacted_at = $3, enacted_by = $4 WHERE id = $1)"};
db::Sql const kEverythingChanged{"INSERT INTO change_log (staff_id, topic) VALUES (NULL, 'plan')"};

constexpr std::size_t kKeep = 6;

/// The draft, or a refusal that says why it cannot be edited.
std::shared_ptr<VersionedPlan const> editable(db::Tx& tx, Library& library, PlanVersionId id, std::int64_t revision)
{
    auto draft = library.version(tx, id);
    if (draft->version.status != VersionStatus::draft) throw Refused{Code::immutable_version};
    if (revision != 0 && revision != draft->version.revision) throw Refused{Code::changed_meanwhile};
    return draft;
}

Version save(db::Tx& tx, Library& library, PlanVersionId id, Plan const& plan)
{
    tx.run(kSave, id, json::write(plan));
    return library.version(tx, id)->version;
}

void edit_cell(Plan& plan, CellEdit const& edit, std::string const& pointer)
{
    auto const known = [&](auto const& items, std::string const& code) {
        return std::any_of(items.begin(), items.end(), [&](auto const& item) { return item.code == code; });
    };
    if (!known(plan.categories, edit.category) || !known(plan.skills, edit.skill)) {
        throw Refused{
            Code::invalid_input, {}, {{pointer, "計画にない区分またはスキルです。", "The plan has no such category or skill."}}};
    }
    auto const same = [&](Requirement const& cell) { return cell.category == edit.category && cell.skill == edit.skill; };
    if (!edit.mark) {
        std::erase_if(plan.requirements, same);
        return;
    }
    auto cell = std::find_if(plan.requirements.begin(), plan.requirements.end(), same);
    if (cell == plan.requirements.end()) {
        plan.requirements.push_back({.category = edit.category, .skill = edit.skill, .clause = "改定案"});
        cell = std::prev(plan.requirements.end());
    }
    cell->mark = *edit.mark;
    if (edit.scope) cell->scope = *edit.scope;
    if (edit.confidence) cell->confidence = *edit.confidence;
    if (edit.note) cell->note = *edit.note;
}

/// Sets the named members of one item; the pointer of what does not fit goes into `problems`.
template <class Item>
void set_members(Item& item, std::map<std::string, std::string> const& members, std::vector<Problem>& problems)
{
    std::size_t known = 0;
    described::each_member(item, [&](std::string_view name, auto& value) {
        using Value = std::remove_cvref_t<decltype(value)>;
        auto const given = members.find(std::string{name});
        if (given == members.end()) return;
        ++known;
        if constexpr (!described::Struct<Value>) {
            value = Value{};
            if (!sheets::read_text(given->second, value)) {
                problems.push_back({"/members/" + std::string{name}, sheets::wanted<Value>() + "を入れてください。",
                                    "This value does not fit here."});
            }
        }
    });
    if (known != members.size())
        problems.push_back({"/members", "この表にない項目があります。", "Some members are not of this table."});
}

/// Two items of one key could not be told apart: in the diff, in people's records, by the next edit.
template <class Item>
void refuse_twin(std::vector<Item> const& items, Item const& edited, std::vector<Problem>& problems)
{
    auto const key = key_of(edited);
    auto const same = std::count_if(items.begin(), items.end(), [&](auto const& item) { return key_of(item) == key; });
    if (key.empty() || same < 2) return;
    auto constexpr has_code = requires { edited.code; };
    problems.push_back({has_code ? "/members/code" : "/members",
                        "「" + key + "」は、この表にすでにあります。別のものにしてください。",
                        "\"" + key + "\" is already in this table; choose another."});
}

template <class Item>
void edit_table(std::vector<Item>& items, ItemEdit const& edit, std::vector<Problem>& problems)
{
    if (edit.key.empty()) {
        auto& added = items.emplace_back();
        set_members(added, edit.members, problems);
        return refuse_twin(items, added, problems);
    }
    auto const item = std::find_if(items.begin(), items.end(), [&](auto const& i) { return key_of(i) == edit.key; });
    if (item == items.end()) throw Refused{Code::not_found};
    if (edit.remove) {
        items.erase(item);
    } else {
        set_members(*item, edit.members, problems);
        if (key_of(*item) != edit.key) refuse_twin(items, *item, problems);
    }
}

}  // namespace

json::object DraftInput::limits(std::string_view member)
{
    if (member == "title") return {{"minLength", 1}, {"maxLength", 200}};
    return {{"maxLength", 2000}};
}

json::object CellEdit::limits(std::string_view member)
{
    if (member == "note") return {{"maxLength", 2000}};
    if (member == "category" || member == "skill") return {{"minLength", 1}, {"maxLength", 64}};
    return {};
}

json::object CellEdits::limits(std::string_view member)
{
    if (member == "cells") return {{"minItems", 1}, {"maxItems", 5000}};
    return {};
}

json::object ItemEdit::limits(std::string_view member)
{
    if (member == "table" || member == "key") return {{"maxLength", 300}};
    return {};
}

std::shared_ptr<VersionedPlan const> Library::maybe_in_force(db::Tx& tx, Date on)
{
    auto const edition = tx.maybe_one<Edition>(kInForce, on);
    return edition ? parsed(tx, edition->id, edition->revision) : nullptr;
}

std::shared_ptr<VersionedPlan const> Library::in_force(db::Tx& tx, Date on)
{
    auto plan = maybe_in_force(tx, on);
    if (!plan) throw Refused{Code::not_found, {"この日に施行されている計画はありません。", "No plan is in force on this day."}};
    return plan;
}

std::vector<Rank> Library::ranks(db::Tx& tx, Date on)
{
    auto const plan = maybe_in_force(tx, on);
    return plan ? plan->plan.ranks : std::vector<Rank>{};
}

std::shared_ptr<VersionedPlan const> Library::version(db::Tx& tx, PlanVersionId id)
{
    auto const edition = tx.maybe_one<Edition>(kEdition, id);
    if (!edition) throw Refused{Code::not_found};
    return parsed(tx, edition->id, edition->revision);
}

std::shared_ptr<VersionedPlan const> Library::parsed(db::Tx& tx, PlanVersionId id, std::int64_t revision)
{
    {
        std::lock_guard const lock{guard_};
        auto const known = std::find_if(recent_.begin(), recent_.end(), [&](auto const& plan) {
            return plan->version.id == id && plan->version.revision == revision;
        });
        if (known != recent_.end()) return *known;
    }
    auto const row = tx.one<Stored>(kLoad, id);
    auto made = std::make_shared<VersionedPlan const>(
        VersionedPlan{{row.id, row.title, row.status, row.in_force_from, row.in_force_until, row.based_on, row.revision, row.note,
                       row.created_at, row.enacted_at},
                      json::read_stored<Plan>(row.document)});
    // A write transaction may still roll back what it sees; only what others can see as well is kept.
    if (tx.writable()) return made;
    std::lock_guard const lock{guard_};
    recent_.insert(recent_.begin(), made);
    if (recent_.size() > kKeep) recent_.pop_back();
    return made;
}

Version seen_today(Version version, Clock const& clock)
{
    auto const ended = version.in_force_until && *version.in_force_until <= clock.today();
    if (version.status == VersionStatus::in_force && ended) version.status = VersionStatus::superseded;
    return version;
}

std::vector<Version> versions(db::Tx& tx, Clock const& clock)
{
    auto all = tx.all<Version>(kAll);
    for (auto& version : all) version = seen_today(std::move(version), clock);
    return all;
}

Version start_draft(db::Tx& tx, Library& library, Actor const& actor, DraftInput const& input, Clock const& clock)
{
    auto const all = versions(tx, clock);
    if (std::any_of(all.begin(), all.end(), [](auto const& v) { return v.status == VersionStatus::draft; })) {
        throw Refused{Code::already_exists,
                      {"作成中の改定案があります。続けて編集するか、取り下げてから新しく作成してください。",
                       "There is a draft already. Go on with it, or withdraw it before making another."}};
    }
    if (all.empty()) throw Refused{Code::not_found, {"もとになる計画がありません。", "There is no plan to start from."}};
    auto base = library.maybe_in_force(tx, clock.today());
    if (!base) base = library.version(tx, all.front().id);
    auto const id =
        PlanVersionId{tx.insert(kInsert, input.title, VersionStatus::draft, std::optional<Date>{}, base->version.id,
                                json::write(base->plan), input.note, clock.now(), actor.account, std::optional<Instant>{})};
    audit::record(tx, actor, clock.now(), "plan.drafted", "plan_version", id, input);
    return library.version(tx, id)->version;
}

void discard(db::Tx& tx, Library& library, Actor const& actor, PlanVersionId id, Clock const& clock)
{
    auto const draft = editable(tx, library, id, 0);
    tx.run(kDelete, id);
    audit::record(tx, actor, clock.now(), "plan.discarded", "plan_version", id, draft->version);
}

Version edit_cells(db::Tx& tx, Library& library, Actor const& actor, PlanVersionId id, CellEdits const& edits, Clock const& clock)
{
    auto plan = editable(tx, library, id, edits.revision)->plan;
    for (std::size_t i = 0; i < edits.cells.size(); ++i) edit_cell(plan, edits.cells[i], "/cells/" + std::to_string(i));
    audit::record(tx, actor, clock.now(), "plan.cells_edited", "plan_version", id, edits);
    return save(tx, library, id, plan);
}

Version edit_item(db::Tx& tx, Library& library, Actor const& actor, PlanVersionId id, ItemEdit const& edit, Clock const& clock)
{
    auto plan = editable(tx, library, id, edit.revision)->plan;
    std::vector<Problem> problems;
    bool found = false;
    described::each_member(plan, [&](std::string_view name, auto& member) {
        if (name != edit.table) return;
        found = true;
        if constexpr (described::is_list<std::remove_cvref_t<decltype(member)>>) {
            edit_table(member, edit, problems);
        } else {
            set_members(member, edit.members, problems);
        }
    });
    if (!found) problems.push_back({"/table", "計画にない表です。", "The plan has no such table."});
    if (!problems.empty()) throw Refused{Code::invalid_input, {}, std::move(problems)};
    audit::record(tx, actor, clock.now(), "plan.item_edited", "plan_version", id, edit);
    return save(tx, library, id, plan);
}

Version add_year_rows(db::Tx& tx, Library& library, Actor const& actor, PlanVersionId id, std::vector<YearRow> const& rows,
                      Clock const& clock)
{
    auto plan = editable(tx, library, id, 0)->plan;
    plan.year_plan.insert(plan.year_plan.end(), rows.begin(), rows.end());
    audit::record(tx, actor, clock.now(), "plan.year_rows_added", "plan_version", id, YearRows{rows});
    return save(tx, library, id, plan);
}

Version replace(db::Tx& tx, Library& library, Actor const& actor, PlanVersionId id, Plan const& plan, std::int64_t revision,
                Clock const& clock)
{
    editable(tx, library, id, revision);
    if (auto const problems = check(plan); !problems.empty()) throw Refused{Code::plan_has_errors, {}, as_problems(problems)};
    audit::record(tx, actor, clock.now(), "plan.replaced", "plan_version", id, plan.document);
    return save(tx, library, id, plan);
}

Version enact(db::Tx& tx, Library& library, Actor const& actor, PlanVersionId id, EnactInput const& input, Clock const& clock)
{
    auto const draft = editable(tx, library, id, input.revision);
    if (auto const problems = check(draft->plan); !problems.empty())
        throw Refused{Code::plan_has_errors, {}, as_problems(problems)};
    for (auto const& other : versions(tx, clock)) {
        if (other.status == VersionStatus::in_force && other.in_force_from && *other.in_force_from >= input.in_force_from) {
            throw Refused{Code::conflict,
                          "施行日は、現行版の施行日(" + to_iso(*other.in_force_from) + ")より後の日にしてください。"};
        }
    }
    tx.run(kEndOthers, id, input.in_force_from);
    tx.run(kEnact, id, input.in_force_from, clock.now(), actor.account);
    tx.run(kEverythingChanged);
    audit::record(tx, actor, clock.now(), "plan.enacted", "plan_version", id, input);
    return library.version(tx, id)->version;
}

PlanVersionId import_in_force(db::Tx& tx, Plan const& plan, Date in_force_from, Clock const& clock)
{
    auto const id = PlanVersionId{tx.insert(kInsert, plan.document.title, VersionStatus::in_force, in_force_from,
                                            std::optional<PlanVersionId>{}, json::write(plan), "", clock.now(),
                                            std::optional<AccountId>{}, clock.now())};
    tx.run(kEndOthers, id, in_force_from);
    tx.run(kEverythingChanged);
    return id;
}

}  // namespace plan
