// One transaction. Everything that touches the database goes through a Tx&, which only Database hands out.
#pragma once
#include "platform/db/connection.hpp"
#include "platform/db/error.hpp"
#include "platform/db/sql.hpp"
#include "platform/db/values.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace db {

/// For one thread. T is a struct with BOOST_DESCRIBE_STRUCT, filled by column name, or a scalar, taken from the first column:
/// bool, integers, double, std::string, Date, Instant, Id, described enums, Blob and std::optional of these.
class Tx {
public:
    Tx(Connection& connection, Purpose purpose) : connection_(connection), purpose_(purpose) {}
    Tx(Tx const&) = delete;
    Tx& operator=(Tx const&) = delete;

    template <class T, class... A>
    std::optional<T> maybe_one(Sql const& sql, A const&... values)
    {
        Running const running{connection_, sql, sizeof...(A)};
        bind_all(*running, values...);
        if (!running->step()) return std::nullopt;
        return RowReader<T>{*running}();
    }

    /// No row is a mistake of the program: std::logic_error.
    template <class T, class... A>
    T one(Sql const& sql, A const&... values)
    {
        auto row = maybe_one<T>(sql, values...);
        if (!row) no_row(sql);
        return *std::move(row);
    }

    template <class T, class... A>
    std::vector<T> all(Sql const& sql, A const&... values)
    {
        std::vector<T> rows;
        each<T>(
            sql, [&](T&& row) { rows.push_back(std::move(row)); }, values...);
        return rows;
    }

    /// f(T) row by row; it may use the same transaction.
    template <class T, class F, class... A>
    void each(Sql const& sql, F&& f, A const&... values)
    {
        Running const running{connection_, sql, sizeof...(A)};
        bind_all(*running, values...);
        if (!running->step()) return;
        RowReader<T> const read{*running};
        do f(read());
        while (running->step());
    }

    /// The number of rows written.
    template <class... A>
    std::int64_t run(Sql const& sql, A const&... values)
    {
        Running const running{connection_, sql, sizeof...(A)};
        bind_all(*running, values...);
        while (running->step()) {
        }
        return running->affected();
    }

    /// As run, where nobody needs the number: on PostgreSQL it travels with the next statement of the transaction, or with its
    /// end, and what goes wrong is thrown there.
    template <class... A>
    void run_later(Sql const& sql, A const&... values)
    {
        Running const running{connection_, sql, sizeof...(A)};
        bind_all(*running, values...);
        running->run_later();
    }

    /// The id of the new row; the statement ends in RETURNING id.
    template <class... A>
    std::int64_t insert(Sql const& sql, A const&... values)
    {
        return one<std::int64_t>(sql, values...);
    }

    /// Fast for many rows (COPY on PostgreSQL). `columns` are members of the described struct T.
    template <Described T>
    void insert_many(std::string_view table, std::vector<std::string_view> const& columns, std::span<T const> rows)
    {
        if (rows.empty()) return;
        auto const positions = positions_of(member_names<T>(), columns);
        auto const bulk = connection_.bulk(table, columns);
        for (auto const& row : rows) {
            std::size_t i = 0;
            boost::mp11::mp_for_each<MembersOf<T>>([&](auto member) {
                if (auto const position = positions[i++]) put_value(*bulk, position, row.*member.pointer);
            });
            bulk->end_row();
        }
        bulk->finish();
    }

    /// Throws when the statement does not fit this database: for the test that tries every statement of the product on both
    /// engines.
    void prepare(Sql const& sql) { connection_.unused(sql); }

    /// Several statements without parameters: for migrations and for setting up tests.
    void script(std::string const& sql) { connection_.script(sql); }

    Dialect dialect() const { return connection_.dialect(); }
    bool writable() const { return purpose_ == Purpose::write; }

    /// Runs once the commit is durable, before the writer has its answer; never when rolled back. Must not write, must not throw:
    /// what it throws is dropped, because the write did happen.
    void after_commit(std::function<void()> work) { after_commit_.push_back(std::move(work)); }
    /// Reaches whoever listens to this database (Database::hear), in every process, once the write is durable. `topic` is one
    /// line; both together at most kLongestAnnouncement bytes.
    void announce(std::string_view topic, std::string_view text);
    std::vector<std::function<void()>> take_after_commit() { return std::exchange(after_commit_, {}); }

private:
    template <class... A>
    static void bind_all(Statement& statement, A const&... values)
    {
        int position = 0;
        (put_value(statement, ++position, values), ...);
    }
    [[noreturn]] static void no_row(Sql const&);
    static std::vector<int> positions_of(std::span<std::string_view const> members, std::span<std::string_view const> columns);

    Connection& connection_;
    Purpose purpose_;
    std::vector<std::function<void()>> after_commit_;
};

}  // namespace db
