// Documents that hold certain terms, the newest first, as either engine finds them.
#pragma once
#include "features/fulltext/terms.hpp"

namespace fulltext {

struct Row {
    std::int64_t seq = 0;
    Kind kind = Kind::topic;
    std::int64_t item_id = 0, circle = 0;
    bool settled = false;
    Instant at{};
    std::string url, title, text;
};
BOOST_DESCRIBE_STRUCT(Row, (), (seq, kind, item_id, circle, settled, at, url, title, text))

/// What the reader may find of what was asked for; also asked of the index, so that a rare kind is not looked for among all
/// others.
struct Filter {
    std::vector<Kind> kinds;
    std::vector<std::int64_t> circles;
    std::optional<Instant> from, until;
};

class Newest {
public:
    explicit Newest(db::Tx& tx) : tx_(tx) {}
    /// At most `limit` behind `after` (0: from the newest). Candidates: the terms are there, what they were made from is to be
    /// looked at.
    std::vector<Row> with(Terms const& all, Filter const&, std::int64_t after, int limit);

private:
    std::vector<Row> from_sqlite(Terms const&, Filter const&, std::int64_t after, int limit);
    std::vector<Row> from_postgres(Terms const&, Filter const&, std::int64_t after, int limit);

    db::Tx& tx_;
    std::optional<std::int64_t> count_;
};

}  // namespace fulltext
