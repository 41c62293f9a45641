-- Records of learning that the runs do not make: completions out of somebody else's list, learning on the job, dispatches, what
-- was reported of it all. And how people are reminded: the feed of one's sessions, mail on its way.

-- One list of completions that was taken in. Undone, its rows leave `completion` and are kept in completion_correction.
CREATE TABLE completion_import (
    id          INTEGER PRIMARY KEY,
    file_name   TEXT NOT NULL,
    source      TEXT NOT NULL,                       -- J-LIS, LoGoフォーム …, as it stands in every record of it
    fingerprint TEXT NOT NULL,                       -- of the header row
    summary     TEXT NOT NULL,                       -- JSON: counts, the first refused rows
    imported_at TEXT NOT NULL,
    imported_by INTEGER,
    undone_at   TEXT,
    undone_by   INTEGER
) STRICT;
CREATE INDEX completion_import_source ON completion_import (fingerprint);
ALTER TABLE completion ADD COLUMN import_id INTEGER REFERENCES completion_import (id);
CREATE INDEX completion_of_import ON completion (import_id) WHERE import_id IS NOT NULL;

-- What a source calls a course of the plan; '' = not taken in.
CREATE TABLE completion_course_name (
    fingerprint TEXT NOT NULL,
    name_key    TEXT NOT NULL,                       -- folded
    course_code TEXT NOT NULL,
    used_at     TEXT NOT NULL,
    PRIMARY KEY (fingerprint, name_key)
) STRICT;

-- Participants report within so many days of completing the run; 0 = they need not.
ALTER TABLE course_run ADD COLUMN report_days INTEGER NOT NULL DEFAULT 0;
-- Where one of several sessions is attended: the one that was chosen.
ALTER TABLE enrolment ADD COLUMN session_id INTEGER REFERENCES run_session (id);
CREATE INDEX enrolment_session ON enrolment (session_id) WHERE session_id IS NOT NULL;

-- 職場研修(OJT) and 派遣研修: what somebody learned where, as told; confirmed by the head it is evidence of the skills.
CREATE TABLE work_training (
    id          INTEGER PRIMARY KEY,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    kind        TEXT NOT NULL,                       -- ojt, dispatch
    title       TEXT NOT NULL,
    place       TEXT NOT NULL,
    from_on     TEXT NOT NULL,
    until_on    TEXT NOT NULL,                       -- the last day
    note        TEXT NOT NULL,
    status      TEXT NOT NULL,                       -- recorded, confirmed, returned
    proxy_by    INTEGER,                             -- the account that typed it for the person
    decided_at  TEXT,
    decided_by  INTEGER,
    decided_why TEXT NOT NULL DEFAULT '',
    revision    INTEGER NOT NULL DEFAULT 1,
    created_at  TEXT NOT NULL,
    created_by  INTEGER
) STRICT;
CREATE INDEX work_training_staff ON work_training (staff_id, from_on);
CREATE INDEX work_training_status ON work_training (status, kind);

CREATE TABLE work_training_skill (
    training_id INTEGER NOT NULL REFERENCES work_training (id),
    skill_code  TEXT NOT NULL,
    evidence_id INTEGER REFERENCES skill_evidence (id),  -- once confirmed
    PRIMARY KEY (training_id, skill_code)
) STRICT;
CREATE INDEX work_training_skill_evidence ON work_training_skill (evidence_id) WHERE evidence_id IS NOT NULL;

-- 復命: what a participant reports of a run, a dispatch or learning on the job, and what it changed at work.
CREATE TABLE training_report (
    id               INTEGER PRIMARY KEY,
    staff_id         INTEGER NOT NULL REFERENCES staff (id),
    enrolment_id     INTEGER UNIQUE REFERENCES enrolment (id),
    work_training_id INTEGER UNIQUE REFERENCES work_training (id),
    text             TEXT NOT NULL,
    change           TEXT NOT NULL,                  -- what is different at work
    link             TEXT NOT NULL,                  -- where that can be seen
    submitted_at     TEXT NOT NULL,
    submitted_by     INTEGER,
    proxy_by         INTEGER,
    read_at          TEXT,                           -- by the head
    read_by          INTEGER
) STRICT;
CREATE INDEX training_report_staff ON training_report (staff_id, submitted_at);

-- The feed of one's sessions: whoever has the secret reads it, without a session; of the secret only the hash is kept.
CREATE TABLE calendar_feed (
    id          INTEGER PRIMARY KEY,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    secret_hash TEXT NOT NULL UNIQUE,
    created_at  TEXT NOT NULL,
    revoked_at  TEXT
) STRICT;
CREATE INDEX calendar_feed_account ON calendar_feed (account_id, revoked_at);

-- Who was reminded of what is outstanding, and the letters of it on their way to the house's mail relay.
CREATE TABLE reminder_round (
    id              INTEGER PRIMARY KEY,
    course_code     TEXT NOT NULL,                   -- '' = every course
    unit_id         INTEGER REFERENCES org_unit (id),
    note            TEXT NOT NULL,
    people          INTEGER NOT NULL,                -- with something outstanding
    without_address INTEGER NOT NULL,                -- of them: nothing was written, they are told on paper
    created_at      TEXT NOT NULL,
    created_by      INTEGER
) STRICT;
CREATE INDEX reminder_round_unit ON reminder_round (unit_id) WHERE unit_id IS NOT NULL;

CREATE TABLE letter (
    id         INTEGER PRIMARY KEY,
    round_id   INTEGER NOT NULL REFERENCES reminder_round (id),
    staff_id   INTEGER NOT NULL REFERENCES staff (id),
    address    TEXT NOT NULL,
    subject    TEXT NOT NULL,
    text       TEXT NOT NULL,
    state      TEXT NOT NULL,                        -- queued, sending, sent, failed
    attempts   INTEGER NOT NULL DEFAULT 0,
    next_at    TEXT NOT NULL,                        -- not tried before; of one being sent: taken up again then
    error      TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    ended_at   TEXT
) STRICT;
CREATE INDEX letter_round ON letter (round_id, state);
CREATE INDEX letter_staff ON letter (staff_id);
CREATE INDEX letter_waiting ON letter (next_at) WHERE state IN ('queued', 'sending');
