-- The training year: runs of the plan's courses, their sessions, who asked for a seat and who came.
-- Courses are the plan's and are referred to by code. Times of sessions are local, 'YYYY-MM-DDTHH:MM'.
CREATE TABLE course_run (
    id            INTEGER PRIMARY KEY,
    course_code   TEXT NOT NULL,
    fiscal_year   INTEGER NOT NULL,
    name          TEXT NOT NULL,                     -- '' = the course's
    capacity      INTEGER,                           -- NULL = no limit
    unit_id       INTEGER REFERENCES org_unit (id),  -- for this unit and below; NULL = everybody
    per_unit      INTEGER NOT NULL,                  -- seats of one section at most; 0 = no quota
    apply_from    TEXT NOT NULL,
    apply_until   TEXT NOT NULL,                     -- the last day
    waiting_until TEXT,                              -- the last day on which a freed seat is given on; never after the start
    attend        TEXT NOT NULL,                     -- all, one: of the sessions
    needs_release INTEGER NOT NULL,                  -- 1 = the head lets go before there is a seat
    status        TEXT NOT NULL,                     -- draft, open, cancelled, closed
    note          TEXT NOT NULL,
    cancelled_why TEXT NOT NULL DEFAULT '',
    revision      INTEGER NOT NULL DEFAULT 1,
    created_at    TEXT NOT NULL,
    created_by    INTEGER
) STRICT;
CREATE INDEX course_run_year ON course_run (fiscal_year, course_code);
CREATE INDEX course_run_unit ON course_run (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE run_session (
    id             INTEGER PRIMARY KEY,
    run_id         INTEGER NOT NULL REFERENCES course_run (id),
    starts_at      TEXT NOT NULL,
    ends_at        TEXT NOT NULL,
    place          TEXT NOT NULL,
    online_address TEXT NOT NULL
) STRICT;
CREATE INDEX run_session_run ON run_session (run_id, starts_at);
CREATE INDEX run_session_starts ON run_session (starts_at);

-- One row a person and run; enrolment_step keeps every move.
CREATE TABLE enrolment (
    id          INTEGER PRIMARY KEY,
    run_id      INTEGER NOT NULL REFERENCES course_run (id),
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    unit_id     INTEGER,                             -- the section when they asked: what the quota counts
    status      TEXT NOT NULL,
    queue       INTEGER NOT NULL,                    -- the order of asking within the run
    route       TEXT NOT NULL,                       -- applied, recommended, ordered
    reason      TEXT NOT NULL,
    proxy_by    INTEGER,                             -- the account that typed it for the person's head
    released_at TEXT,
    released_by INTEGER,
    decided_at  TEXT,
    decided_by  INTEGER,
    basis_no    TEXT NOT NULL DEFAULT '',            -- 決裁番号
    UNIQUE (run_id, staff_id),
    UNIQUE (run_id, queue)
) STRICT;
CREATE INDEX enrolment_staff ON enrolment (staff_id, status);
CREATE INDEX enrolment_status ON enrolment (run_id, status, queue);

CREATE TABLE enrolment_step (
    enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
    seq          INTEGER NOT NULL,
    at           TEXT NOT NULL,
    account_id   INTEGER,
    status       TEXT NOT NULL,
    reason       TEXT NOT NULL,
    PRIMARY KEY (enrolment_id, seq)
) STRICT;

CREATE TABLE attendance (
    session_id INTEGER NOT NULL REFERENCES run_session (id),
    staff_id   INTEGER NOT NULL REFERENCES staff (id),
    mark       TEXT NOT NULL,                        -- present, late, absent
    reason     TEXT NOT NULL,
    marked_at  TEXT NOT NULL,
    marked_by  INTEGER,
    PRIMARY KEY (session_id, staff_id)
) STRICT;
CREATE INDEX attendance_staff ON attendance (staff_id);

-- A completion says which run it came from. One that was wrong is taken out of `completion` and kept here.
ALTER TABLE completion ADD COLUMN run_id INTEGER REFERENCES course_run (id);
CREATE INDEX completion_run ON completion (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX completion_year ON completion (fiscal_year, course_code);
CREATE TABLE completion_correction (
    id           INTEGER PRIMARY KEY,
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    course_code  TEXT NOT NULL,
    completed_on TEXT NOT NULL,
    fiscal_year  INTEGER NOT NULL,
    source       TEXT NOT NULL,
    run_id       INTEGER,
    created_at   TEXT NOT NULL,
    created_by   INTEGER,
    corrected_at TEXT NOT NULL,
    corrected_by INTEGER,
    reason       TEXT NOT NULL
) STRICT;
CREATE INDEX completion_correction_staff ON completion_correction (staff_id);
