#include "features/fulltext/candidates.hpp"

#include <algorithm>

namespace fulltext {
namespace {

constexpr std::size_t kLongestText = 80'000;  // bytes

struct Stored {
    std::int64_t seq = 0;
    std::int64_t circle = 0;
    bool settled = false;
    Instant at{};
    std::string url, title, text;
};
BOOST_DESCRIBE_STRUCT(Stored, (), (seq, circle, settled, at, url, title, text))

db::Sql const kStored{R"(
    SELECT seq, circle, settled, at, url, title, text FROM fulltext_document WHERE kind = $1 AND item_id = $2)"};
db::Sql const kNewestSeq{"SELECT coalesce(min(seq), 0) FROM fulltext_document"};
db::Sql const kNextSeq{"SELECT nextval(pg_get_serial_sequence('fulltext_document', 'seq'))"};
db::Sql const kInsert{R"(
    INSERT INTO fulltext_document (seq, kind, item_id, circle, settled, at, url, title, text)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))"};
db::Sql const kUpdate{R"(
    UPDATE fulltext_document SET circle = $2, settled = $3, at = $4, url = $5, title = $6, text = $7 WHERE seq = $1)"};
db::Sql const kDelete{"DELETE FROM fulltext_document WHERE seq = $1"};

db::Sql const kInsertFts{"INSERT INTO fulltext_terms (rowid, terms) VALUES ($1, $2)"};
// The index does not know what it was given: it must be told again to forget it.
db::Sql const kDeleteFts{"INSERT INTO fulltext_terms (fulltext_terms, rowid, terms) VALUES ('delete', $1, $2)"};
db::Sql const kOptimizeFts{"INSERT INTO fulltext_terms (fulltext_terms) VALUES ('optimize')"};
db::Sql const kInsertTsvector{"INSERT INTO fulltext_terms (seq, terms) VALUES ($1, CAST($2 AS tsvector))"};
db::Sql const kUpdateTsvector{"UPDATE fulltext_terms SET terms = CAST($2 AS tsvector) WHERE seq = $1"};

bool on_sqlite(db::Tx& tx) { return tx.dialect() == db::Dialect::sqlite; }

std::string spaced(Terms const& terms)
{
    std::string out;
    for (auto const& term : terms) out.append(out.empty() ? "" : " ").append(term);
    return out;
}

std::string as_tsvector(Terms terms, std::int64_t seq)
{
    for (auto& block : block_terms(-seq)) terms.push_back(std::move(block));
    std::string out;
    for (auto const& term : terms) out.append(out.empty() ? "'" : " '").append(term).append("'");
    return out;
}

std::string terms_text(db::Tx& tx, Document const& document, std::int64_t seq)
{
    auto const terms = stored_terms(document);
    return on_sqlite(tx) ? spaced(terms) : as_tsvector(terms, seq);
}

Document bounded(Document document)
{
    if (document.text.size() <= kLongestText) return document;
    auto end = kLongestText;
    while ((static_cast<unsigned char>(document.text[end]) & 0xC0U) == 0x80U) --end;
    document.text.resize(end);
    return document;
}

Document as_document(Kind kind, std::int64_t id, Stored const& stored)
{
    return {kind, id, stored.title, stored.text, stored.url, stored.at, stored.circle, stored.settled};
}

void insert_row(db::Tx& tx, Document const& document, std::int64_t seq)
{
    tx.run(kInsert, seq, document.kind, document.id, document.circle, document.settled, document.at, document.url, document.title,
           document.text);
}

void replace(db::Tx& tx, Document const& document, Stored const& stored)
{
    tx.run(kUpdate, stored.seq, document.circle, document.settled, document.at, document.url, document.title, document.text);
    auto const before = terms_text(tx, as_document(document.kind, document.id, stored), stored.seq);
    auto const now = terms_text(tx, document, stored.seq);
    if (before == now) return;
    if (!on_sqlite(tx)) {
        tx.run(kUpdateTsvector, stored.seq, now);
        return;
    }
    tx.run(kDeleteFts, stored.seq, before);
    tx.run(kInsertFts, stored.seq, now);
}

struct DocumentRow : Row {};
BOOST_DESCRIBE_STRUCT(DocumentRow, (Row), ())
struct TermsRow {
    std::int64_t seq = 0;
    std::int64_t rowid = 0;
    std::string terms;
};
BOOST_DESCRIBE_STRUCT(TermsRow, (), (seq, rowid, terms))

}  // namespace

void put(db::Tx& tx, Document const& given)
{
    auto const document = bounded(given);
    if (auto const stored = tx.maybe_one<Stored>(kStored, document.kind, document.id)) return replace(tx, document, *stored);
    auto const seq = on_sqlite(tx) ? tx.one<std::int64_t>(kNewestSeq) - 1 : tx.one<std::int64_t>(kNextSeq);
    insert_row(tx, document, seq);
    tx.run(on_sqlite(tx) ? kInsertFts : kInsertTsvector, seq, terms_text(tx, document, seq));
}

// In the order of the numbers, from the newest on: that is how FTS5 takes them in without a segment for each.
void put_many(db::Tx& tx, std::span<Document const> documents)
{
    auto seq = on_sqlite(tx) ? tx.one<std::int64_t>(kNewestSeq) : 0;
    std::vector<DocumentRow> rows;
    std::vector<TermsRow> terms;
    for (auto const& given : documents) {
        auto const document = bounded(given);
        seq = on_sqlite(tx) ? seq - 1 : tx.one<std::int64_t>(kNextSeq);
        rows.push_back({{seq, document.kind, document.id, document.circle, document.settled, document.at, document.url,
                         document.title, document.text}});
        terms.push_back({seq, seq, terms_text(tx, document, seq)});
    }
    std::reverse(rows.begin(), rows.end());
    std::reverse(terms.begin(), terms.end());
    tx.insert_many<DocumentRow>("fulltext_document",
                                {"seq", "kind", "item_id", "circle", "settled", "at", "url", "title", "text"}, rows);
    tx.insert_many<TermsRow>("fulltext_terms", {on_sqlite(tx) ? "rowid" : "seq", "terms"}, terms);
}

void drop(db::Tx& tx, Kind kind, std::int64_t id)
{
    auto const stored = tx.maybe_one<Stored>(kStored, kind, id);
    if (!stored) return;
    if (on_sqlite(tx)) tx.run(kDeleteFts, stored->seq, terms_text(tx, as_document(kind, id, *stored), stored->seq));
    tx.run(kDelete, stored->seq);
}

void tend(db::Tx& tx)
{
    if (on_sqlite(tx)) tx.run(kOptimizeFts);
}

}  // namespace fulltext
