-- The search index over what people write. The newest document has the smallest number, so that the engine meets the newest first.
CREATE TABLE fulltext_document (
    seq     INTEGER PRIMARY KEY,                     -- -1, -2, …
    kind    TEXT NOT NULL,                           -- topic, reply, consultation_answer, improvement_case, newsletter, notice
    item_id INTEGER NOT NULL,                        -- the row in its own room
    circle  INTEGER NOT NULL,                        -- 0 = every signed-in person; else the closed group
    settled INTEGER NOT NULL,                        -- 1 = answered, confirmed
    at      TEXT NOT NULL,
    url     TEXT NOT NULL,
    title   TEXT NOT NULL,
    text    TEXT NOT NULL,                           -- without marks
    UNIQUE (kind, item_id)
) STRICT;

-- rowid = seq. The terms are made by us; the texts themselves are not in it.
CREATE VIRTUAL TABLE fulltext_terms USING fts5(terms, content = '', detail = 'none', columnsize = 0, tokenize = 'ascii');
