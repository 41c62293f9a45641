-- Improvement at work: themes of the year, cases from the issue to the effect and on to other sections, the meetings that tell them.

-- What an hour of work costs the city; one row.
CREATE TABLE improvement_cost (
    id         INTEGER PRIMARY KEY,
    yen        INTEGER NOT NULL,
    source     TEXT NOT NULL,                        -- where the figure comes from
    revision   INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by INTEGER
) STRICT;

CREATE TABLE improvement_theme (
    id          INTEGER PRIMARY KEY,
    unit_id     INTEGER NOT NULL REFERENCES org_unit (id),
    fiscal_year INTEGER NOT NULL,
    title       TEXT NOT NULL,
    issue       TEXT NOT NULL,
    aim         TEXT NOT NULL,
    revision    INTEGER NOT NULL DEFAULT 1,
    created_at  TEXT NOT NULL,
    created_by  INTEGER
) STRICT;
CREATE INDEX improvement_theme_unit ON improvement_theme (unit_id, fiscal_year);
CREATE INDEX improvement_theme_year ON improvement_theme (fiscal_year);

CREATE TABLE improvement_case (
    id              INTEGER PRIMARY KEY,
    unit_id         INTEGER NOT NULL REFERENCES org_unit (id),
    fiscal_year     INTEGER NOT NULL,
    theme_id        INTEGER REFERENCES improvement_theme (id),
    title           TEXT NOT NULL,
    summary         TEXT NOT NULL,
    problem         TEXT NOT NULL,                   -- this and the following are Markdown, as typed
    cause           TEXT NOT NULL,
    direction       TEXT NOT NULL,
    done            TEXT NOT NULL,
    support         TEXT NOT NULL,
    citizen_benefit TEXT NOT NULL,
    staff_benefit   TEXT NOT NULL,
    hours_used_for  TEXT NOT NULL,
    axes            TEXT NOT NULL,                   -- ',citizen_service,work_style,'
    stage           TEXT NOT NULL,                   -- issue, study, action, effect, spread
    status          TEXT NOT NULL,                   -- draft, submitted, confirmed, returned
    hours           INTEGER NOT NULL,                -- freed a year, in tenths
    tool_yen        INTEGER NOT NULL,                -- a year
    yen             INTEGER,                         -- net, once confirmed, if the city had a cost of an hour
    effect          TEXT NOT NULL DEFAULT '',        -- JSON, frozen at confirmation with all that went in
    origin_kind     TEXT,                            -- topic, consultation
    origin_id       INTEGER,
    origin_title    TEXT NOT NULL DEFAULT '',
    adopted_from    INTEGER REFERENCES improvement_case (id),
    search_key      TEXT NOT NULL,                   -- folded
    submitted_at    TEXT,
    confirmed_at    TEXT,
    decided_at      TEXT,
    decided_by      INTEGER,
    decided_why     TEXT NOT NULL DEFAULT '',
    revision        INTEGER NOT NULL DEFAULT 1,
    created_at      TEXT NOT NULL,
    created_by      INTEGER,
    updated_at      TEXT NOT NULL
) STRICT;
CREATE INDEX improvement_case_unit ON improvement_case (unit_id, fiscal_year);
CREATE INDEX improvement_case_year ON improvement_case (fiscal_year, status);
CREATE INDEX improvement_case_theme ON improvement_case (theme_id) WHERE theme_id IS NOT NULL;
CREATE INDEX improvement_case_source ON improvement_case (adopted_from) WHERE adopted_from IS NOT NULL;
CREATE INDEX improvement_case_confirmed ON improvement_case (confirmed_at) WHERE confirmed_at IS NOT NULL;
CREATE INDEX improvement_case_origin ON improvement_case (origin_kind, origin_id) WHERE origin_kind IS NOT NULL;

CREATE TABLE improvement_member (
    case_id  INTEGER NOT NULL REFERENCES improvement_case (id),
    staff_id INTEGER NOT NULL REFERENCES staff (id),
    place    INTEGER NOT NULL,
    part     TEXT NOT NULL,
    PRIMARY KEY (case_id, staff_id)
) STRICT;
CREATE INDEX improvement_member_staff ON improvement_member (staff_id);

CREATE TABLE improvement_step (
    case_id INTEGER NOT NULL REFERENCES improvement_case (id),
    side    TEXT NOT NULL,                           -- before, after
    place   INTEGER NOT NULL,
    name    TEXT NOT NULL,
    tenths  INTEGER NOT NULL,                        -- of a minute
    people  INTEGER NOT NULL,
    times   INTEGER NOT NULL,                        -- a year
    PRIMARY KEY (case_id, side, place)
) STRICT;

CREATE TABLE improvement_tool (
    case_id INTEGER NOT NULL REFERENCES improvement_case (id),
    place   INTEGER NOT NULL,
    name    TEXT NOT NULL,
    yen     INTEGER NOT NULL,                        -- a year
    PRIMARY KEY (case_id, place)
) STRICT;
CREATE INDEX improvement_tool_name ON improvement_tool (name);

CREATE TABLE improvement_move (
    id       INTEGER PRIMARY KEY,
    case_id  INTEGER NOT NULL REFERENCES improvement_case (id),
    stage    TEXT NOT NULL,
    moved_on TEXT NOT NULL,
    note     TEXT NOT NULL,
    moved_at TEXT NOT NULL,
    moved_by INTEGER
) STRICT;
CREATE INDEX improvement_move_case ON improvement_move (case_id);

-- 共有・報告会.
CREATE TABLE improvement_meeting (
    id         INTEGER PRIMARY KEY,
    title      TEXT NOT NULL,
    held_on    TEXT NOT NULL,
    starts_at  TEXT NOT NULL,                        -- 13:30
    place      TEXT NOT NULL,
    note       TEXT NOT NULL,
    result     TEXT NOT NULL DEFAULT '',
    result_at  TEXT,
    result_by  INTEGER,
    revision   INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    created_by INTEGER
) STRICT;
CREATE INDEX improvement_meeting_day ON improvement_meeting (held_on);

CREATE TABLE improvement_meeting_item (
    meeting_id INTEGER NOT NULL REFERENCES improvement_meeting (id),
    place      INTEGER NOT NULL,
    case_id    INTEGER NOT NULL REFERENCES improvement_case (id),
    minutes    INTEGER NOT NULL,
    presenter  TEXT NOT NULL,
    PRIMARY KEY (meeting_id, place)
) STRICT;
CREATE INDEX improvement_meeting_item_case ON improvement_meeting_item (case_id);
