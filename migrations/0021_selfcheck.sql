-- セキュリティ自己点検: one list a fiscal year, what each section answers, and what is done about what is missing.
CREATE TABLE selfcheck (
    id          INTEGER PRIMARY KEY,
    fiscal_year INTEGER NOT NULL UNIQUE,
    status      TEXT NOT NULL,                       -- draft, open, closed (by hand)
    opens_on    TEXT NOT NULL,
    closes_on   TEXT NOT NULL,                       -- the last day
    document    TEXT NOT NULL,                       -- JSON: groups and items
    revision    INTEGER NOT NULL DEFAULT 1,
    created_at  TEXT NOT NULL,
    created_by  INTEGER,
    opened_at   TEXT,
    closed_at   TEXT
) STRICT;

-- The sections that are asked, as they were on the day it was opened.
CREATE TABLE selfcheck_section (
    selfcheck_id INTEGER NOT NULL REFERENCES selfcheck (id),
    unit_id      INTEGER NOT NULL REFERENCES org_unit (id),
    name         TEXT NOT NULL,                      -- from the top down
    sort         INTEGER NOT NULL,
    revision     INTEGER NOT NULL DEFAULT 1,
    submitted_at TEXT,
    submitted_by INTEGER,
    PRIMARY KEY (selfcheck_id, unit_id)
) STRICT;
CREATE INDEX selfcheck_section_unit ON selfcheck_section (unit_id);

CREATE TABLE selfcheck_answer (
    selfcheck_id INTEGER NOT NULL REFERENCES selfcheck (id),
    unit_id      INTEGER NOT NULL REFERENCES org_unit (id),
    item_code    TEXT NOT NULL,
    answer       TEXT NOT NULL,                      -- yes, partly, no, not_applicable
    remark       TEXT NOT NULL,
    answered_at  TEXT NOT NULL,
    answered_by  INTEGER,
    PRIMARY KEY (selfcheck_id, unit_id, item_code)
) STRICT;
CREATE INDEX selfcheck_answer_unit ON selfcheck_answer (unit_id);

CREATE TABLE selfcheck_remedy (
    id           INTEGER PRIMARY KEY,
    selfcheck_id INTEGER NOT NULL REFERENCES selfcheck (id),
    unit_id      INTEGER NOT NULL REFERENCES org_unit (id),
    item_code    TEXT NOT NULL,
    what         TEXT NOT NULL,
    who          TEXT NOT NULL,
    due          TEXT NOT NULL,
    status       TEXT NOT NULL,                      -- open, done
    result       TEXT NOT NULL DEFAULT '',
    revision     INTEGER NOT NULL DEFAULT 1,
    created_at   TEXT NOT NULL,
    created_by   INTEGER,
    UNIQUE (selfcheck_id, unit_id, item_code)
) STRICT;
CREATE INDEX selfcheck_remedy_unit ON selfcheck_remedy (unit_id, status, due);
CREATE INDEX selfcheck_remedy_open ON selfcheck_remedy (due) WHERE status = 'open';

CREATE TABLE selfcheck_remedy_step (
    id        INTEGER PRIMARY KEY,
    remedy_id INTEGER NOT NULL REFERENCES selfcheck_remedy (id),
    kind      TEXT NOT NULL,                         -- planned, changed, done, reopened
    note      TEXT NOT NULL,
    at        TEXT NOT NULL,
    by_name   TEXT NOT NULL,
    by_id     INTEGER
) STRICT;
CREATE INDEX selfcheck_remedy_step_remedy ON selfcheck_remedy_step (remedy_id);
