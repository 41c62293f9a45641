#include "features/imports/undo.hpp"

#include "features/audit/audit.hpp"
#include "features/imports/apply.hpp"
#include "features/imports/tables.hpp"
#include "features/people/changes.hpp"
#include "platform/json/json.hpp"

namespace imports {
namespace {

struct Change {
    std::int64_t seq = 0;
    std::optional<StaffId> staff_id;
    std::string table_name;
    std::optional<std::string> before_row, after_row;
};
BOOST_DESCRIBE_STRUCT(Change, (), (seq, staff_id, table_name, before_row, after_row))

struct Run {
    ImportId id;
    std::optional<Instant> undone_at;
};
BOOST_DESCRIBE_STRUCT(Run, (), (id, undone_at))

struct InUse {
    std::string name;
    std::string used_by;
};
BOOST_DESCRIBE_STRUCT(InUse, (), (name, used_by))

db::Sql const kFind{"SELECT id, undone_at FROM import_run WHERE id = $1"};
db::Sql const kLast{"SELECT id FROM import_run WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"};
db::Sql const kChanges{R"(
    SELECT seq, staff_id, table_name, before_row, after_row FROM import_change WHERE import_id = $1 ORDER BY seq DESC)"};
db::Sql const kName{"SELECT name FROM staff WHERE id = $1"};
db::Sql const kUndone{"UPDATE import_run SET undone_at = $2, undone_by = $3 WHERE id = $1"};

// What others have hung on people the import brought.
db::Sql const kPeopleInUse{R"(
    SELECT staff.name AS name, u.used_by AS used_by
      FROM import_change c
      JOIN staff ON staff.id = c.row_id
      JOIN (SELECT staff_id, 'アカウント' AS used_by FROM account WHERE staff_id IS NOT NULL
            UNION ALL SELECT staff_id, '任命' FROM appointment
            UNION ALL SELECT staff_id, '研修修了' FROM completion
            UNION ALL SELECT staff_id, 'レベル認定' FROM level_certification
            UNION ALL SELECT staff_id, 'スキルの根拠' FROM skill_evidence
            UNION ALL SELECT staff_id, '★の判断' FROM conditional_decision
            UNION ALL SELECT merged_into, '統合' FROM staff WHERE merged_into IS NOT NULL) u ON u.staff_id = c.row_id
     WHERE c.import_id = $1 AND c.table_name = 'staff' AND c.before_row IS NULL ORDER BY staff.name LIMIT 20)"};

// The same for facts added by hand and for units.
db::Sql const kFactsAdded{R"(
    SELECT staff.name AS name, f.fact AS used_by
      FROM import_change c
      JOIN staff ON staff.id = c.row_id
      JOIN (SELECT id, staff_id, 'posting' AS tab, '発令' AS fact FROM posting
            UNION ALL SELECT id, staff_id, 'engagement', '任用' FROM engagement
            UNION ALL SELECT id, staff_id, 'leave_period', '休職・休業' FROM leave_period
            UNION ALL SELECT id, staff_id, 'system_duty', '担当システム' FROM system_duty) f ON f.staff_id = c.row_id
     WHERE c.import_id = $1 AND c.table_name = 'staff' AND c.before_row IS NULL
       AND NOT EXISTS (SELECT 1 FROM import_change d
                        WHERE d.import_id = c.import_id AND d.table_name = f.tab AND d.row_id = f.id AND d.staff_id = f.staff_id)
     ORDER BY staff.name LIMIT 20)"};
db::Sql const kUnitsMade{R"(
    SELECT count(*) FROM import_change WHERE import_id = $1 AND table_name = 'org_unit' AND before_row IS NULL)"};
db::Sql const kUnitsInUse{R"(
    SELECT org_unit.name AS name, u.used_by AS used_by
      FROM import_change c
      JOIN org_unit ON org_unit.id = c.row_id
      JOIN (SELECT id, unit_id, 'posting' AS tab, '発令' AS used_by FROM posting
            UNION ALL SELECT id, parent_id, 'org_unit', '下の所属' FROM org_unit WHERE parent_id IS NOT NULL
            UNION ALL SELECT id, succeeded_by, '', '引継元' FROM org_unit WHERE succeeded_by IS NOT NULL
            UNION ALL SELECT account_id, unit_id, '', '権限' FROM account_role WHERE unit_id IS NOT NULL
            UNION ALL SELECT id, unit_id, '', '任命' FROM appointment WHERE unit_id IS NOT NULL) u ON u.unit_id = c.row_id
     WHERE c.import_id = $1 AND c.table_name = 'org_unit' AND c.before_row IS NULL
       AND NOT EXISTS (SELECT 1 FROM import_change d
                        WHERE d.import_id = c.import_id AND d.table_name = u.tab AND d.row_id = u.id)
     ORDER BY org_unit.name LIMIT 20)"};

constexpr std::size_t kMostNamed = 20;

class Undoing {
public:
    explicit Undoing(db::Tx& tx) : tx_(tx) {}

    void check(Change const& change)
    {
        in_table(change, [&]<class T>(T const&) { check_row<T>(change); });
    }
    void take_back(Change const& change)
    {
        in_table(change, [&]<class T>(T const&) { take_back_row<T>(change); });
    }

    void conflict(std::string const& who, std::string const& ja, std::string const& en)
    {
        if (conflicts_.size() < kMostNamed) conflicts_.push_back({"", who + ": " + ja, who + ": " + en});
    }
    void refuse_if_any()
    {
        if (conflicts_.empty()) return;
        throw Refused{Code::not_undoable,
                      "取り込んだ後に変更されたものがあります。そのままでは変更が失われるため、取り消しません。",
                      std::move(conflicts_)};
    }

private:
    template <class F>
    static void in_table(Change const& change, F&& f)
    {
        auto const try_as = [&]<class T>(T const& none) {
            if (change.table_name == table_of<T>().name) f(none);
        };
        ChangeSet tables;
        tables.each_table([&]<class T>(Writes<T>&) { try_as(T{}); });
    }

    template <class T>
    void check_row(Change const& change)
    {
        auto const given = json::read<T>(change.after_row ? *change.after_row : *change.before_row);
        auto const now = find_again(tx_, given);
        auto const as_left = change.after_row ? now && json::write(*now) == *change.after_row : !now;
        if (!as_left) conflict(who(change), "取り込んだ後に変更されています。", "changed since the import.");
    }

    std::string who(Change const& change)
    {
        if (!change.staff_id) return "所属";
        return tx_.maybe_one<std::string>(kName, *change.staff_id).value_or("(削除された職員)");
    }

    template <class T>
    void take_back_row(Change const& change)
    {
        if (!change.before_row) return remove(tx_, json::read<T>(*change.after_row));
        auto const before = json::read<T>(*change.before_row);
        if (change.after_row)
            update(tx_, before);
        else
            insert_all(tx_, std::vector<T>{before});
    }

    db::Tx& tx_;
    std::vector<Problem> conflicts_;
};

void must_be_last(db::Tx& tx, ImportId import)
{
    auto const run = tx.maybe_one<Run>(kFind, import);
    if (!run) throw Refused{Code::not_found};
    if (run->undone_at) throw Refused{Code::not_undoable, "この取込はすでに取り消されています。"};
    if (last_import(tx) != import)
        throw Refused{Code::not_undoable, "取り消せるのは最後の取込だけです。後の取込から順に取り消してください。"};
}

}  // namespace

std::optional<ImportId> last_import(db::Tx& tx) { return tx.maybe_one<ImportId>(kLast); }

void undo(db::Tx& tx, Actor const& actor, ImportId import, Clock const& clock)
{
    lock_tables(tx);
    must_be_last(tx, import);
    auto const changes = tx.all<Change>(kChanges, import);
    Undoing undoing(tx);
    for (auto const& change : changes) undoing.check(change);
    for (auto const& used : tx.all<InUse>(kPeopleInUse, import))
        undoing.conflict(used.name, used.used_by + "が登録されています。", "something was recorded for them since.");
    for (auto const& used : tx.all<InUse>(kFactsAdded, import))
        undoing.conflict(used.name, used.used_by + "が加えられています。", "something was recorded for them since.");
    if (tx.one<std::int64_t>(kUnitsMade, import) > 0)
        for (auto const& used : tx.all<InUse>(kUnitsInUse, import))
            undoing.conflict(used.name, used.used_by + "で使われています。", "it is in use.");
    undoing.refuse_if_any();
    for (auto const& change : changes) undoing.take_back(change);
    std::optional<AccountId> by;
    if (actor.account.value != 0) by = actor.account;
    tx.run(kUndone, import, clock.now(), by);
    people::note_change_of_all(tx);
    audit::record(tx, actor, clock.now(), "imports.undone", "import_run", import);
}

}  // namespace imports
