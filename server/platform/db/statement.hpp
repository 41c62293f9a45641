// A prepared statement of either engine, seen through one small interface so that the templates above it stay thin.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace db {

using Blob = std::vector<std::byte>;
using BlobView = std::span<std::byte const>;

/// Takes values at positions 1…n.
class Binder {
public:
    virtual ~Binder() = default;
    virtual void null(int position) = 0;
    virtual void integer(int position, std::int64_t) = 0;
    virtual void real(int position, double) = 0;
    /// Not copied: must live until the statement has been reset or the row has ended. Refuses NUL.
    virtual void text(int position, std::string_view) = 0;
    /// Copied.
    virtual void short_text(int position, std::string_view) = 0;
    virtual void blob(int position, BlobView) = 0;
};

/// Belongs to one connection and so to one thread at a time. Columns count from 0.
class Statement : public Binder {
public:
    /// True when there is a row to read.
    virtual bool step() = 0;
    /// Runs a statement without rows whose answer nobody waits for. An engine that is far away may do it with the next statement,
    /// which then fails in its place.
    virtual void run_later() { step(); }
    virtual void reset() noexcept = 0;
    virtual std::int64_t affected() const = 0;
    virtual int parameter_count() const = 0;
    virtual int column_count() const = 0;
    virtual std::string_view column_name(int column) const = 0;
    virtual std::string_view sql() const = 0;

    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer_at(int column) const = 0;
    virtual double real_at(int column) const = 0;
    virtual std::string_view text_at(int column) const = 0;  ///< valid until the next step()
    virtual Blob blob_at(int column) const = 0;

    /// For each name the column that carries it; looked up once for each type that is read from this statement.
    /// A name without a column is a std::logic_error.
    std::span<int const> columns_named(void const* type, std::span<std::string_view const> names);

    bool in_use = false;

private:
    std::vector<std::pair<void const*, std::vector<int>>> resolved_;
};

}  // namespace db
