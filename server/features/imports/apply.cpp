#include "features/imports/apply.hpp"

#include "features/imports/digest.hpp"
#include "features/imports/tables.hpp"
#include "features/people/changes.hpp"
#include "platform/json/json.hpp"

#include <stdexcept>

namespace imports {
namespace {

db::Sql const kInsertRun{R"(
    INSERT INTO import_run (kind, file_name, as_of, whole, options, summary, imported_at, imported_by)
    VALUES ('staff', $1, $2, $3, $4, '{}', $5, $6) RETURNING id)"};
db::Sql const kSetSummary{"UPDATE import_run SET summary = $2 WHERE id = $1"};

constexpr std::size_t kMostNamed = 200;  // beyond this many people one word to what is kept in memory says it all

struct ChangeRecord {
    ImportId import_id;
    std::int64_t seq = 0;
    std::optional<StaffId> staff_id;
    std::string_view table_name;
    std::int64_t row_id = 0;
    std::string before_row;
    std::optional<std::string> after_row;
};
BOOST_DESCRIBE_STRUCT(ChangeRecord, (), (import_id, seq, staff_id, table_name, row_id, before_row, after_row))

db::Sql const kAdded{R"(
    INSERT INTO import_addition (import_id, seq, table_name, first_id, last_id, digests) VALUES ($1, $2, $3, $4, $5, $6))"};

class Recorder {
public:
    Recorder(db::Tx& tx, ImportId import) : tx_(tx), import_(import) {}

    template <class T>
    void write(Writes<T> const& writes)
    {
        std::vector<ChangeRecord> records;
        records.reserve(writes.updated.size() + writes.removed.size());
        for (auto const& row : writes.removed) {
            remove_all<T>(tx_, id_of(row), id_of(row));
            records.push_back(record(row, json::write(row), std::nullopt));
        }
        for (auto const& [before, after] : writes.updated) {
            update(tx_, after);
            records.push_back(record(after, json::write(before), json::write(after)));
        }
        add(writes.inserted);
        tx_.insert_many<ChangeRecord>(
            "import_change", {"import_id", "seq", "staff_id", "table_name", "row_id", "before_row", "after_row"}, records);
    }

private:
    // Undo deletes the whole run of ids.
    template <class T>
    void add(std::vector<T> const& rows)
    {
        if (rows.empty()) return;
        if (id_of(rows.back()) - id_of(rows.front()) + 1 != static_cast<std::int64_t>(rows.size()))
            throw std::logic_error("an import adds rows to " + std::string(table_of<T>().name) + " with a gap in their ids");
        insert_all(tx_, rows);
        tx_.run(kAdded, import_, ++seq_, table_of<T>().name, id_of(rows.front()), id_of(rows.back()), digests_of(rows));
    }

    template <class T>
    ChangeRecord record(T const& row, std::string before, std::optional<std::string> after)
    {
        return {import_, ++seq_, person_of(row), table_of<T>().name, id_of(row), std::move(before), std::move(after)};
    }

    db::Tx& tx_;
    ImportId import_;
    std::int64_t seq_ = 0;
};

// Identities were given by hand; the sequences go on behind them.
void advance_sequences(db::Tx& tx)
{
    if (tx.dialect() != db::Dialect::postgres) return;
    std::string script;
    for (std::string_view const table :
         {"org_unit", "staff", "staff_number", "engagement", "posting", "leave_period", "system_duty"}) {
        auto const name = std::string(table);
        script += "SELECT setval(pg_get_serial_sequence('" + name + "', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM " + name +
                  "), false);";
    }
    tx.script(script);
}

}  // namespace

std::optional<AccountId> account_of(Actor const& actor)
{
    return actor.account == AccountId{} ? std::nullopt : std::optional{actor.account};
}

void lock_tables(db::Tx& tx)
{
    if (tx.dialect() != db::Dialect::postgres) return;
    tx.script(
        "LOCK TABLE org_unit, staff, staff_number, engagement, posting, leave_period, system_duty, import_run "
        "IN SHARE ROW EXCLUSIVE MODE");
}

ImportId apply(db::Tx& tx, Comparison& comparison, ImportHead const& head, Progress const& progress)
{
    ImportId const import{tx.insert(kInsertRun, head.file_name, head.as_of, head.whole, head.options, head.at, head.by)};
    Recorder recorder(tx, import);
    int percent = 40;
    comparison.writes.each_table([&](auto const& writes) {
        progress(percent += 5, "書き込んでいます");
        recorder.write(writes);
    });
    advance_sequences(tx);
    if (comparison.touched.size() > kMostNamed || !comparison.writes.units.empty())
        people::note_change_of_all(tx);
    else
        for (auto const staff : comparison.touched) people::note_change(tx, staff);
    return import;
}

void set_summary(db::Tx& tx, ImportId import, std::string const& summary_json) { tx.run(kSetSummary, import, summary_json); }

}  // namespace imports
