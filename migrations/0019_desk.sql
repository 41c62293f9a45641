-- 相談: what can be asked about and who answers, consultations with everything that happened to them, times that can be booked,
-- advisers from outside.
CREATE TABLE consultation_subject (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE,
    name_en     TEXT NOT NULL,
    about       TEXT NOT NULL,                       -- for those who ask; Markdown
    answer_days INTEGER NOT NULL,                    -- working days until the first answer
    step_days   INTEGER NOT NULL,                    -- working days until the next step
    sort        INTEGER NOT NULL,
    closed      INTEGER NOT NULL,                    -- 1 = takes no new consultations
    revision    INTEGER NOT NULL DEFAULT 1,
    created_at  TEXT NOT NULL,
    created_by  INTEGER
) STRICT;

CREATE TABLE subject_adviser (
    subject_id INTEGER NOT NULL REFERENCES consultation_subject (id),
    staff_id   INTEGER NOT NULL REFERENCES staff (id),
    deputy     INTEGER NOT NULL,
    place      INTEGER NOT NULL,                     -- the order in which they are asked
    unit_id    INTEGER REFERENCES org_unit (id),     -- the section when they were named
    PRIMARY KEY (subject_id, staff_id)
) STRICT;
CREATE INDEX subject_adviser_staff ON subject_adviser (staff_id);

CREATE TABLE consultation (
    id            INTEGER PRIMARY KEY,
    fiscal_year   INTEGER NOT NULL,
    number        INTEGER NOT NULL,                  -- within the year
    staff_id      INTEGER NOT NULL REFERENCES staff (id),
    unit_id       INTEGER NOT NULL REFERENCES org_unit (id),  -- the section on the day
    subject_id    INTEGER NOT NULL REFERENCES consultation_subject (id),
    owner_id      INTEGER REFERENCES staff (id),
    owner_unit_id INTEGER REFERENCES org_unit (id),  -- the owner's section when it was given to them
    title         TEXT NOT NULL,
    trouble       TEXT NOT NULL,
    wanted        TEXT NOT NULL,
    wished_on     TEXT,
    from_topic    INTEGER,                           -- of the community
    shared        INTEGER NOT NULL,                  -- 1 = the section reads it
    status        TEXT NOT NULL,                     -- open, waiting_for_asker, finished, withdrawn
    stage         TEXT NOT NULL,                     -- reception, analysis, budget, design, build, effect
    asked_at      TEXT NOT NULL,
    answered_at   TEXT,                              -- the desk's first answer
    promised_on   TEXT NOT NULL,                     -- until when the first answer was promised
    due_on        TEXT,                              -- of the first answer, then of the next step
    finished_at   TEXT,                              -- or withdrawn
    outcome       TEXT,                              -- solved, improved, passed_on, not_pursued
    outcome_text  TEXT NOT NULL DEFAULT '',
    effect        TEXT NOT NULL DEFAULT '',
    saved_hours   INTEGER,                           -- a year
    consent       TEXT NOT NULL DEFAULT 'unasked',   -- unasked, yes, no: whether the asker agrees to publication
    topic_id      INTEGER,                           -- where it was published
    published_at  TEXT,
    public_title  TEXT NOT NULL DEFAULT '',          -- as it was published
    last_at       TEXT NOT NULL,
    revision      INTEGER NOT NULL DEFAULT 1,
    UNIQUE (fiscal_year, number)
) STRICT;
CREATE INDEX consultation_status ON consultation (status, due_on);
CREATE INDEX consultation_owner ON consultation (owner_id, status);
CREATE INDEX consultation_staff ON consultation (staff_id, status);
CREATE INDEX consultation_unit ON consultation (unit_id, status);
CREATE INDEX consultation_subject_of ON consultation (subject_id, status);
CREATE INDEX consultation_finished ON consultation (finished_at) WHERE finished_at IS NOT NULL;

-- What happened, in order.
CREATE TABLE consultation_step (
    consultation_id INTEGER NOT NULL REFERENCES consultation (id),
    seq             INTEGER NOT NULL,
    at              TEXT NOT NULL,
    account_id      INTEGER,                         -- NULL = the desk's own rule
    kind            TEXT NOT NULL,
    stage           TEXT,
    to_staff_id     INTEGER REFERENCES staff (id),
    day             TEXT,
    note            TEXT NOT NULL,
    PRIMARY KEY (consultation_id, seq)
) STRICT;
CREATE INDEX consultation_step_to ON consultation_step (to_staff_id) WHERE to_staff_id IS NOT NULL;

CREATE TABLE consultation_message (
    id              INTEGER PRIMARY KEY,
    consultation_id INTEGER NOT NULL REFERENCES consultation (id),
    at              TEXT NOT NULL,
    account_id      INTEGER NOT NULL,
    side            TEXT NOT NULL,                   -- asker, desk
    is_private      INTEGER NOT NULL,                -- 1 = a note that only the desk sees
    text            TEXT NOT NULL,
    edited_at       TEXT,
    revision        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX consultation_message_of ON consultation_message (consultation_id, id);
CREATE INDEX consultation_message_by ON consultation_message (account_id, at);

CREATE TABLE consultation_visit (
    id              INTEGER PRIMARY KEY,
    consultation_id INTEGER NOT NULL REFERENCES consultation (id),
    visited_on      TEXT NOT NULL,
    minutes         INTEGER NOT NULL,
    place           TEXT NOT NULL,
    text            TEXT NOT NULL,
    account_id      INTEGER NOT NULL,
    revision        INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX consultation_visit_of ON consultation_visit (consultation_id, visited_on);
CREATE TABLE consultation_visitor (
    visit_id INTEGER NOT NULL REFERENCES consultation_visit (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    PRIMARY KEY (visit_id, staff_id)
) STRICT;
CREATE INDEX consultation_visitor_staff ON consultation_visitor (staff_id);

-- ワークショップ・相談会
CREATE TABLE desk_slot (
    id             INTEGER PRIMARY KEY,
    kind           TEXT NOT NULL,                    -- workshop, clinic
    title          TEXT NOT NULL,
    about          TEXT NOT NULL,
    starts_at      TEXT NOT NULL,                    -- local minutes
    ends_at        TEXT NOT NULL,
    place          TEXT NOT NULL,
    online_address TEXT NOT NULL,
    subject_id     INTEGER REFERENCES consultation_subject (id),
    holder_id      INTEGER REFERENCES staff (id),
    guest          TEXT NOT NULL,                    -- who comes from outside
    seats          INTEGER NOT NULL,
    cancelled_at   TEXT,
    cancelled_why  TEXT NOT NULL DEFAULT '',
    revision       INTEGER NOT NULL DEFAULT 1,
    created_at     TEXT NOT NULL,
    created_by     INTEGER
) STRICT;
CREATE INDEX desk_slot_starts ON desk_slot (starts_at);
CREATE TABLE slot_booking (
    id              INTEGER PRIMARY KEY,
    slot_id         INTEGER NOT NULL REFERENCES desk_slot (id),
    staff_id        INTEGER NOT NULL REFERENCES staff (id),
    status          TEXT NOT NULL,                   -- booked, waiting, cancelled
    queue           INTEGER NOT NULL,                -- the order of asking
    note            TEXT NOT NULL,
    consultation_id INTEGER REFERENCES consultation (id),
    booked_at       TEXT NOT NULL,
    UNIQUE (slot_id, staff_id)
) STRICT;
CREATE INDEX slot_booking_staff ON slot_booking (staff_id);
CREATE INDEX slot_booking_consultation ON slot_booking (consultation_id) WHERE consultation_id IS NOT NULL;

-- Advisers from outside: the scheme's rules, each engagement, the days on which the adviser was there.
CREATE TABLE adviser_scheme (
    id          INTEGER PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE,
    name_en     TEXT NOT NULL,
    provider    TEXT NOT NULL,
    about       TEXT NOT NULL,
    payer       TEXT NOT NULL,
    max_days    INTEGER NOT NULL,                    -- a fiscal year; 0 = no limit
    max_hours   INTEGER NOT NULL,                    -- a fiscal year; 0 = no limit
    report_days INTEGER NOT NULL,                    -- after the last visit; 0 = no report
    url         TEXT NOT NULL,
    closed      INTEGER NOT NULL,
    revision    INTEGER NOT NULL DEFAULT 1,
    created_at  TEXT NOT NULL,
    created_by  INTEGER
) STRICT;
CREATE TABLE adviser_engagement (
    id              INTEGER PRIMARY KEY,
    scheme_id       INTEGER NOT NULL REFERENCES adviser_scheme (id),
    fiscal_year     INTEGER NOT NULL,
    adviser         TEXT NOT NULL,
    affiliation     TEXT NOT NULL,
    expertise       TEXT NOT NULL,
    purpose         TEXT NOT NULL,
    consultation_id INTEGER REFERENCES consultation (id),
    planned_days    INTEGER NOT NULL,
    planned_minutes INTEGER NOT NULL,
    ended           INTEGER NOT NULL DEFAULT 0,      -- 1 = no more visits
    cancelled       INTEGER NOT NULL DEFAULT 0,
    reported_on     TEXT,
    report          TEXT NOT NULL DEFAULT '',
    learned         TEXT NOT NULL DEFAULT '',        -- 得られた知見 (KGM-14)
    revision        INTEGER NOT NULL DEFAULT 1,
    created_at      TEXT NOT NULL,
    created_by      INTEGER
) STRICT;
CREATE INDEX adviser_engagement_scheme ON adviser_engagement (scheme_id, fiscal_year);
CREATE INDEX adviser_engagement_consultation ON adviser_engagement (consultation_id) WHERE consultation_id IS NOT NULL;
CREATE TABLE adviser_visit (
    id            INTEGER PRIMARY KEY,
    engagement_id INTEGER NOT NULL REFERENCES adviser_engagement (id),
    visited_on    TEXT NOT NULL,
    minutes       INTEGER NOT NULL,
    place         TEXT NOT NULL,
    text          TEXT NOT NULL
) STRICT;
CREATE INDEX adviser_visit_of ON adviser_visit (engagement_id, visited_on);
