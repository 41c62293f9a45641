-- Surveys: the document, its waves, and what was answered. The key between people and pseudonyms is not here (keys.sql).
CREATE TABLE survey (
    id           INTEGER PRIMARY KEY,
    code         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    title        TEXT NOT NULL,
    title_en     TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    status       TEXT NOT NULL,                      -- draft, published
    document     TEXT NOT NULL,                      -- JSON, whole
    questions    INTEGER NOT NULL,
    revision     INTEGER NOT NULL DEFAULT 1,
    created_at   TEXT NOT NULL,
    created_by   INTEGER,
    published_at TEXT,
    UNIQUE (code, version)
) STRICT;

CREATE TABLE survey_wave (
    id                INTEGER PRIMARY KEY,
    survey_id         INTEGER NOT NULL REFERENCES survey (id),
    name              TEXT NOT NULL,
    kind              TEXT NOT NULL,                 -- baseline, before, after, follow_up, other
    pairs_with        INTEGER REFERENCES survey_wave (id),
    panel_id          INTEGER NOT NULL DEFAULT 0,    -- the first wave of those that are paired; 0 = not open yet
    audience          TEXT NOT NULL,                 -- a rule; '' = the plan's population
    as_of             TEXT NOT NULL,
    opens_on          TEXT NOT NULL,
    closes_on         TEXT NOT NULL,                 -- the last day
    threshold         INTEGER NOT NULL,
    readers           TEXT NOT NULL,                 -- office, leaders, everybody
    keys_until        TEXT NOT NULL,                 -- the last day of the key
    note              TEXT NOT NULL,
    status            TEXT NOT NULL,                 -- draft, open, closed, cancelled
    invited           INTEGER NOT NULL DEFAULT 0,
    batch             INTEGER NOT NULL DEFAULT 0,    -- answers up to this batch are in the figures
    frozen            TEXT NOT NULL DEFAULT '',      -- JSON: the crossed tables, kept when the key went
    keys_destroyed_at TEXT,
    run_id            INTEGER REFERENCES course_run (id),
    revision          INTEGER NOT NULL DEFAULT 1,
    created_at        TEXT NOT NULL,
    created_by        INTEGER
) STRICT;
CREATE INDEX survey_wave_status ON survey_wave (status, closes_on);
CREATE INDEX survey_wave_run ON survey_wave (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX survey_wave_survey ON survey_wave (survey_id);

-- No time and no number: rows lie in the order of their random pseudonyms, and nothing here says who or when.
CREATE TABLE survey_response (
    wave_id   INTEGER NOT NULL,
    pseudonym TEXT NOT NULL,
    batch     INTEGER NOT NULL,                      -- 0 = held back until there are enough to show together
    paper     INTEGER NOT NULL,                      -- 1 = typed in from paper
    answers   TEXT NOT NULL,                         -- server/features/surveys/answer_text.hpp
    PRIMARY KEY (wave_id, pseudonym)
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_response_batch ON survey_response (wave_id, batch);

CREATE TABLE survey_draft (
    wave_id   INTEGER NOT NULL,
    pseudonym TEXT NOT NULL,
    answers   TEXT NOT NULL,                         -- JSON, as typed so far
    PRIMARY KEY (wave_id, pseudonym)
) STRICT, WITHOUT ROWID;

-- What was typed, without a link to whoever typed it: the id is random.
CREATE TABLE survey_text (
    id            TEXT PRIMARY KEY,
    wave_id       INTEGER NOT NULL,
    question_code TEXT NOT NULL,
    option_code   TEXT NOT NULL,
    text          TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_text_question ON survey_text (wave_id, question_code);

CREATE TABLE survey_theme (
    id            INTEGER PRIMARY KEY,
    wave_id       INTEGER NOT NULL REFERENCES survey_wave (id),
    question_code TEXT NOT NULL,
    name          TEXT NOT NULL,
    issue_code    TEXT NOT NULL,                     -- of the plan, or ''
    UNIQUE (wave_id, question_code, name)
) STRICT;
CREATE TABLE survey_text_theme (
    text_id  TEXT NOT NULL REFERENCES survey_text (id),
    theme_id INTEGER NOT NULL REFERENCES survey_theme (id),
    PRIMARY KEY (text_id, theme_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_text_theme_theme ON survey_text_theme (theme_id);

-- From result to action.
CREATE TABLE survey_action (
    id           INTEGER PRIMARY KEY,
    issue_code   TEXT NOT NULL,                      -- of the plan
    direction    TEXT NOT NULL,
    measure_code TEXT NOT NULL,                      -- of the plan, or ''
    what         TEXT NOT NULL,
    owner        TEXT NOT NULL,
    due          TEXT,
    status       TEXT NOT NULL,                      -- planned, under_way, done, dropped
    indicator    TEXT NOT NULL,                      -- survey/indicator, or ''
    wave_id      INTEGER REFERENCES survey_wave (id),
    note         TEXT NOT NULL,
    revision     INTEGER NOT NULL DEFAULT 1,
    created_at   TEXT NOT NULL,
    created_by   INTEGER
) STRICT;

-- Which surveys are attached to the runs of courses; one row.
CREATE TABLE evaluation_setting (
    id                   INTEGER PRIMARY KEY,
    is_on                INTEGER NOT NULL,
    reaction             INTEGER REFERENCES survey (id),
    awareness            INTEGER REFERENCES survey (id),
    follow_up            INTEGER REFERENCES survey (id),
    answer_days          INTEGER NOT NULL,
    follow_up_after_days INTEGER NOT NULL,
    threshold            INTEGER NOT NULL,
    revision             INTEGER NOT NULL
) STRICT;

-- Reminders of surveys go out as those of training do.
ALTER TABLE reminder_round ADD COLUMN survey_wave_id INTEGER REFERENCES survey_wave (id);
ALTER TABLE reminder_round ADD COLUMN heads INTEGER NOT NULL DEFAULT 0;
CREATE INDEX reminder_round_wave ON reminder_round (survey_wave_id) WHERE survey_wave_id IS NOT NULL;
