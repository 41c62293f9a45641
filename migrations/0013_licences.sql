-- Places in a learning service or course for those who study by themselves: so many, for a time, for those who fit a rule.
CREATE TABLE licence (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    course_code TEXT NOT NULL,                       -- of the plan; '' = a service of its own
    url         TEXT NOT NULL,
    seats       INTEGER NOT NULL,
    valid_from  TEXT NOT NULL,
    last_day    TEXT NOT NULL,
    eligibility TEXT NOT NULL,                       -- a rule; '' = everybody
    note        TEXT NOT NULL,
    revision    INTEGER NOT NULL DEFAULT 1,
    created_at  TEXT NOT NULL,
    created_by  INTEGER
) STRICT;

-- One row a person and licence; the audit log keeps every move.
CREATE TABLE licence_request (
    id         INTEGER PRIMARY KEY,
    licence_id INTEGER NOT NULL REFERENCES licence (id),
    staff_id   INTEGER NOT NULL REFERENCES staff (id),
    status     TEXT NOT NULL,                        -- waiting, given, declined, withdrawn, taken_back
    queue      INTEGER NOT NULL,                     -- the order of asking within the licence
    reason     TEXT NOT NULL,                        -- the person's
    why        TEXT NOT NULL DEFAULT '',             -- of the last decision
    asked_at   TEXT NOT NULL,
    decided_at TEXT,
    decided_by INTEGER,
    UNIQUE (licence_id, staff_id),
    UNIQUE (licence_id, queue)
) STRICT;
CREATE INDEX licence_request_staff ON licence_request (staff_id);
CREATE INDEX licence_request_status ON licence_request (licence_id, status, queue);
