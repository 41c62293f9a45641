-- Seat plans: who is to sit where, before the training office orders it. What is confirmed becomes enrolments; the plan stays as it
-- was proposed.
CREATE TABLE seat_plan (
    id            INTEGER PRIMARY KEY,
    fiscal_year   INTEGER NOT NULL,
    per_day       INTEGER NOT NULL,                  -- of one section in training on one day at most; 0 = no limit
    state         TEXT NOT NULL,                     -- computing, proposed, confirmed
    revision      INTEGER NOT NULL DEFAULT 1,
    job_id        INTEGER,                           -- the one that proposes or confirms
    most_seats    INTEGER NOT NULL DEFAULT 0,        -- no way of seating people has more
    most_required INTEGER NOT NULL DEFAULT 0,
    created_at    TEXT NOT NULL,
    created_by    INTEGER,
    proposed_at   TEXT,
    confirmed_at  TEXT,
    confirmed_by  INTEGER,
    basis_no      TEXT NOT NULL DEFAULT ''           -- 決裁番号
) STRICT;
CREATE INDEX seat_plan_year ON seat_plan (fiscal_year, id);

-- Of each course what would give everybody a seat.
CREATE TABLE seat_plan_course (
    plan_id      INTEGER NOT NULL REFERENCES seat_plan (id),
    course_code  TEXT NOT NULL,
    further_runs INTEGER NOT NULL DEFAULT 0,
    run_seats    INTEGER,                            -- of each of them; NULL = no limit
    month        INTEGER NOT NULL DEFAULT 0,         -- in which they could be held; 0 = any
    PRIMARY KEY (plan_id, course_code)
) STRICT;

-- One row a person and course, with or without a seat.
CREATE TABLE seat_plan_seat (
    plan_id     INTEGER NOT NULL REFERENCES seat_plan (id),
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    course_code TEXT NOT NULL,
    unit_id     INTEGER,                             -- the section that quota and day limit count
    required    INTEGER NOT NULL,                    -- 1 = the year obliges; 0 = has asked
    asked       INTEGER NOT NULL,                    -- 1 = has applied or waits for a run of the course
    run_id      INTEGER REFERENCES course_run (id),
    obstacle    TEXT NOT NULL,                       -- why there is no seat; none
    pinned      INTEGER NOT NULL,                    -- 1 = set by hand: a new proposal leaves it
    PRIMARY KEY (plan_id, staff_id, course_code)
) STRICT;
CREATE INDEX seat_plan_seat_run ON seat_plan_seat (plan_id, run_id, unit_id);
