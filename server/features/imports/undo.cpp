#include "features/imports/undo.hpp"

#include "features/audit/audit.hpp"
#include "features/imports/apply.hpp"
#include "features/imports/digest.hpp"
#include "features/imports/tables.hpp"
#include "features/people/changes.hpp"
#include "platform/json/json.hpp"

namespace imports {
namespace {

struct Change {
    std::int64_t seq = 0;
    std::optional<StaffId> staff_id;
    std::string table_name, before_row;
    std::optional<std::string> after_row;
};
BOOST_DESCRIBE_STRUCT(Change, (), (seq, staff_id, table_name, before_row, after_row))

/// The rows added to one table: consecutive ids, and how each was left.
struct Addition {
    std::string table_name;
    std::int64_t first_id = 0, last_id = 0;
    std::string digests;
};
BOOST_DESCRIBE_STRUCT(Addition, (), (table_name, first_id, last_id, digests))

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
db::Sql const kAdditions{R"(
    SELECT table_name, first_id, last_id, digests FROM import_addition WHERE import_id = $1 ORDER BY seq DESC)"};
db::Sql const kOfAnEarlierVersion{"SELECT seq FROM import_change WHERE import_id = $1 AND before_row IS NULL LIMIT 1"};
db::Sql const kName{"SELECT name FROM staff WHERE id = $1"};
db::Sql const kUndone{"UPDATE import_run SET undone_at = $2, undone_by = $3 WHERE id = $1"};

// What others have hung on people the import brought.
db::Sql const kPeopleInUse{R"(
    SELECT staff.name AS name, u.used_by AS used_by
      FROM import_addition a
      JOIN (SELECT staff_id, 'アカウント' AS used_by FROM account WHERE staff_id IS NOT NULL
            UNION ALL SELECT staff_id, '任命' FROM appointment
            UNION ALL SELECT staff_id, '研修修了' FROM completion
            UNION ALL SELECT staff_id, '受講申込' FROM enrolment
            UNION ALL SELECT staff_id, '研修修了の訂正' FROM completion_correction
            UNION ALL SELECT staff_id, 'ライセンスの申請' FROM licence_request
            UNION ALL SELECT staff_id, 'レベル認定' FROM level_certification
            UNION ALL SELECT staff_id, 'スキルの根拠' FROM skill_evidence
            UNION ALL SELECT staff_id, '実践の申告' FROM practice_claim
            UNION ALL SELECT staff_id, '改善の事例' FROM improvement_member
            UNION ALL SELECT staff_id, '★の判断' FROM conditional_decision
            UNION ALL SELECT merged_into, '統合' FROM staff WHERE merged_into IS NOT NULL) u
        ON u.staff_id BETWEEN a.first_id AND a.last_id
      JOIN staff ON staff.id = u.staff_id
     WHERE a.import_id = $1 AND a.table_name = 'staff' ORDER BY staff.name LIMIT 20)"};

// The same for facts added by hand and for units.
db::Sql const kFactsAdded{R"(
    SELECT staff.name AS name, f.fact AS used_by
      FROM import_addition a
      JOIN (SELECT id, staff_id, 'posting' AS tab, '発令' AS fact FROM posting
            UNION ALL SELECT id, staff_id, 'staff_number', '職員番号' FROM staff_number
            UNION ALL SELECT id, staff_id, 'engagement', '任用' FROM engagement
            UNION ALL SELECT id, staff_id, 'leave_period', '休職・休業' FROM leave_period
            UNION ALL SELECT id, staff_id, 'system_duty', '担当システム' FROM system_duty) f
        ON f.staff_id BETWEEN a.first_id AND a.last_id
      JOIN staff ON staff.id = f.staff_id
     WHERE a.import_id = $1 AND a.table_name = 'staff'
       AND NOT EXISTS (SELECT 1 FROM import_addition b
                        WHERE b.import_id = a.import_id AND b.table_name = f.tab AND f.id BETWEEN b.first_id AND b.last_id)
     ORDER BY staff.name LIMIT 20)"};
db::Sql const kUnitsInUse{R"(
    SELECT org_unit.name AS name, u.used_by AS used_by
      FROM import_addition a
      JOIN (SELECT id, unit_id, 'posting' AS tab, '発令' AS used_by FROM posting
            UNION ALL SELECT id, parent_id, 'org_unit', '下の所属' FROM org_unit WHERE parent_id IS NOT NULL
            UNION ALL SELECT id, succeeded_by, '', '引継元' FROM org_unit WHERE succeeded_by IS NOT NULL
            UNION ALL SELECT account_id, unit_id, '', '権限' FROM account_role WHERE unit_id IS NOT NULL
            UNION ALL SELECT id, unit_id, '', '研修の開催' FROM course_run WHERE unit_id IS NOT NULL
            UNION ALL SELECT id, unit_id, '', '任命' FROM appointment WHERE unit_id IS NOT NULL) u
        ON u.unit_id BETWEEN a.first_id AND a.last_id
      JOIN org_unit ON org_unit.id = u.unit_id
     WHERE a.import_id = $1 AND a.table_name = 'org_unit'
       AND NOT EXISTS (SELECT 1 FROM import_addition b
                        WHERE b.import_id = a.import_id AND b.table_name = u.tab AND u.id BETWEEN b.first_id AND b.last_id)
       AND NOT EXISTS (SELECT 1 FROM import_change c
                        WHERE c.import_id = a.import_id AND c.table_name = u.tab AND c.row_id = u.id)
     ORDER BY org_unit.name LIMIT 20)"};

constexpr std::size_t kMostNamed = 20;

class Undoing {
public:
    Undoing(db::Tx& tx, ImportId import)
        : tx_(tx), changes_(tx.all<Change>(kChanges, import)), additions_(tx.all<Addition>(kAdditions, import))
    {
    }

    void check_rows()
    {
        for (auto const& change : changes_) in_table(change.table_name, [&]<class T>(T const&) { check<T>(change); });
        for (auto const& rows : additions_) in_table(rows.table_name, [&]<class T>(T const&) { check_all<T>(rows); });
    }
    void check_uses(db::Sql const& sql, ImportId import, std::string const& ja, std::string const& en)
    {
        for (auto const& used : tx_.all<InUse>(sql, import)) conflict(used.name, used.used_by + ja, en);
    }
    void refuse_if_any()
    {
        if (conflicts_.empty()) return;
        throw Refused{Code::not_undoable,
                      {"取り込んだ後に変更されたものがあります。そのままでは変更が失われるため、取り消しません。",
                       "Something was changed since. Undoing would lose that change, so it is not done."},
                      std::move(conflicts_)};
    }
    // What was there before stops referring to what was added, and then that goes.
    void take_back()
    {
        for (auto const& change : changes_) in_table(change.table_name, [&]<class T>(T const&) { take_back_row<T>(change); });
        for (auto const& rows : additions_)
            in_table(rows.table_name, [&]<class T>(T const&) { remove_all<T>(tx_, rows.first_id, rows.last_id); });
    }

private:
    template <class F>
    static void in_table(std::string_view name, F&& f)
    {
        ChangeSet tables;
        tables.each_table([&]<class T>(Writes<T>&) {
            if (name == table_of<T>().name) f(T{});
        });
    }

    void conflict(std::string const& who, std::string const& ja, std::string const& en)
    {
        if (conflicts_.size() < kMostNamed) conflicts_.push_back({"", who + ": " + ja, who + ": " + en});
    }
    void changed(std::optional<StaffId> person)
    {
        auto const who = person ? tx_.maybe_one<std::string>(kName, *person).value_or("(削除された職員)") : "所属";
        conflict(who, "取り込んだ後に変更されています。", "changed since the import.");
    }

    template <class T>
    void check(Change const& change)
    {
        auto const id = id_of(json::read<T>(change.before_row));
        auto const now = find_all<T>(tx_, id, id);
        auto const as_left = change.after_row ? !now.empty() && json::write(now.front()) == *change.after_row : now.empty();
        if (!as_left) changed(change.staff_id);
    }

    template <class T>
    void check_all(Addition const& added)
    {
        auto const rows = find_all<T>(tx_, added.first_id, added.last_id);
        auto row = rows.begin();
        for (std::size_t at = 0; at < added.digests.size(); at += kDigestLength, ++row) {
            auto const id = added.first_id + static_cast<std::int64_t>(at / kDigestLength);
            if (row == rows.end() || id_of(*row) != id)
                return conflict("取り込んだ記録", "取り込んだ後に削除されています。", "deleted since the import.");
            if (added.digests.compare(at, kDigestLength, digest_of(*row)) != 0) changed(person_of(*row));
        }
    }

    template <class T>
    void take_back_row(Change const& change)
    {
        auto const before = json::read<T>(change.before_row);
        if (change.after_row)
            update(tx_, before);
        else
            insert_all(tx_, std::vector<T>{before});
    }

    db::Tx& tx_;
    std::vector<Change> const changes_;
    std::vector<Addition> const additions_;  ///< from the last table to the first
    std::vector<Problem> conflicts_;
};

bool of_an_earlier_version(db::Tx& tx, ImportId import)
{
    return tx.maybe_one<std::int64_t>(kOfAnEarlierVersion, import).has_value();
}

}  // namespace

void refuse_unless_undoable(db::Tx& tx, ImportId import)
{
    auto const run = tx.maybe_one<Run>(kFind, import);
    if (!run) throw Refused{Code::not_found};
    if (run->undone_at)
        throw Refused{Code::not_undoable, {"この取込はすでに取り消されています。", "This import has been undone already."}};
    if (tx.maybe_one<ImportId>(kLast) != import)
        throw Refused{Code::not_undoable,
                      {"取り消せるのは最後の取込だけです。後の取込から順に取り消してください。",
                       "Only the last import can be undone. Undo the later ones first."}};
    if (of_an_earlier_version(tx, import))
        throw Refused{Code::not_undoable,
                      {"この取込は以前の版のものです。新しい名簿を取り込んで直してください。",
                       "An earlier version of the program made this import. Correct it by importing a new roster."}};
}

std::optional<ImportId> undoable_import(db::Tx& tx)
{
    auto const last = tx.maybe_one<ImportId>(kLast);
    return last && !of_an_earlier_version(tx, *last) ? last : std::nullopt;
}

void undo(db::Tx& tx, Actor const& actor, ImportId import, Clock const& clock)
{
    lock_tables(tx);
    refuse_unless_undoable(tx, import);
    Undoing undoing(tx, import);
    undoing.check_rows();
    undoing.check_uses(kPeopleInUse, import, "が登録されています。", "something was recorded for them since.");
    undoing.check_uses(kFactsAdded, import, "が加えられています。", "something was recorded for them since.");
    undoing.check_uses(kUnitsInUse, import, "で使われています。", "it is in use.");
    undoing.refuse_if_any();
    undoing.take_back();
    tx.run(kUndone, import, clock.now(), account_of(actor));
    people::note_change_of_all(tx);
    audit::record(tx, actor, clock.now(), "imports.undone", "import_run", import);
}

}  // namespace imports
