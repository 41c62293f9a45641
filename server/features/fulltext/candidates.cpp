#include "features/fulltext/candidates.hpp"

namespace fulltext {
namespace {

// The words between the terms of a question.
struct Grammar {
    std::string_view quote, both, either;
};
constexpr Grammar kFts{"\"", " AND ", " OR "};
constexpr Grammar kTsquery{"'", " & ", " | "};

std::string listed(Terms const& terms, Grammar const& grammar, std::string_view between)
{
    std::string out;
    for (auto const& term : terms)
        out.append(out.empty() ? "" : between).append(grammar.quote).append(term).append(grammar.quote);
    return out;
}

Terms circle_terms(Filter const& filter)
{
    Terms found;
    for (auto const circle : filter.circles) found.push_back(circle_term(circle));
    return found;
}

Terms kind_terms(Filter const& filter)
{
    Terms found;
    for (auto const kind : filter.kinds) found.push_back(kind_term(kind));
    return found;
}

std::string asked(Terms const& all, Filter const& filter, Grammar const& grammar)
{
    auto out = listed(all, grammar, grammar.both);
    for (auto const& any : {kind_terms(filter), time_terms(filter.from, filter.until)}) {
        if (!any.empty()) out.append(grammar.both).append("(").append(listed(any, grammar, grammar.either)).append(")");
    }
    return out;
}

std::string in_fts(Terms const& all, Filter const& filter)
{
    auto const mine = listed(circle_terms(filter), kFts, kFts.either);
    auto const closed = "\"" + closed_term() + "\"";
    return "(" + asked(all, filter, kFts) + ") NOT " + (mine.empty() ? closed : "(" + closed + " NOT (" + mine + "))");
}

std::string in_tsquery(Terms const& all, Filter const& filter, Terms const& blocks)
{
    auto const mine = listed(circle_terms(filter), kTsquery, kTsquery.either);
    auto out = asked(all, filter, kTsquery) + " & (!'" + closed_term() + "'" + (mine.empty() ? "" : " | " + mine) + ")";
    if (!blocks.empty()) out += " & (" + listed(blocks, kTsquery, kTsquery.either) + ")";
    return out;
}

std::string first(Filter const& filter) { return filter.from ? to_iso(*filter.from) : std::string(); }
std::string beyond(Filter const& filter) { return filter.until ? to_iso(*filter.until) : std::string("9999"); }

// FTS5 meets its rows in the order of their numbers, which is from the newest to the oldest, and stops at the limit.
db::Sql const kFromSqlite{R"(
    SELECT d.seq, d.kind, d.item_id, d.circle, d.settled, d.at, d.url, d.title, d.text
      FROM fulltext_terms t CROSS JOIN fulltext_document d ON d.seq = t.rowid
     WHERE t.fulltext_terms MATCH $1 AND t.rowid > $2 AND d.at >= $3 AND d.at < $4
     ORDER BY t.rowid LIMIT $5)"};

db::Sql const kCount{"SELECT coalesce(-min(seq), 0) FROM fulltext_terms"};
db::Sql const kFromPostgres{R"(
    WITH found AS MATERIALIZED (
        SELECT t.seq FROM fulltext_terms t WHERE t.terms @@ CAST($1 AS tsquery))
    SELECT d.seq, d.kind, d.item_id, d.circle, d.settled, d.at, d.url, d.title, d.text
      FROM found f JOIN fulltext_document d ON d.seq = f.seq
     WHERE f.seq > $2 AND d.at >= $3 AND d.at < $4
     ORDER BY d.seq LIMIT $5)"};

}  // namespace

std::vector<Row> Newest::with(Terms const& all, Filter const& filter, std::int64_t after, int limit)
{
    if (all.empty()) return {};
    return tx_.dialect() == db::Dialect::sqlite ? from_sqlite(all, filter, after, limit)
                                                : from_postgres(all, filter, after, limit);
}

std::vector<Row> Newest::from_sqlite(Terms const& all, Filter const& filter, std::int64_t after, int limit)
{
    auto const from = after == 0 ? INT64_MIN : after;
    return tx_.all<Row>(kFromSqlite, in_fts(all, filter), from, first(filter), beyond(filter), limit);
}

// GIN has no order: it finds all there are. So the newest block is asked by itself, then a larger one, and what lies further back
// only when these held too little, which is when there is little of it.
std::vector<Row> Newest::from_postgres(Terms const& all, Filter const& filter, std::int64_t after, int limit)
{
    if (!count_) count_ = tx_.one<std::int64_t>(kCount);
    auto from = after == 0 ? INT64_MIN : after;
    std::vector<Row> found;
    for (std::size_t size = 0; size <= std::size(kBlockSizes); ++size) {
        bool const everything = size == std::size(kBlockSizes);
        auto const block = everything ? 0 : *count_ / kBlockSizes[size];
        auto const last = everything || block == 0 ? 0 : -(block - 1) * kBlockSizes[size];  // the oldest number in both blocks
        if (!everything && from >= last) continue;
        auto const blocks = everything ? Terms{} : Terms{block_term(size, block), block_term(size, block - 1)};
        auto const more = tx_.all<Row>(kFromPostgres, in_tsquery(all, filter, blocks), from, first(filter), beyond(filter),
                                       limit - static_cast<int>(found.size()));
        found.insert(found.end(), more.begin(), more.end());
        if (found.size() == static_cast<std::size_t>(limit) || last == 0) break;
        from = last;
    }
    return found;
}

}  // namespace fulltext
