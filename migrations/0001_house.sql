-- The house: accounts and audit, the plan, people, skills, imports and jobs.
-- Days are ISO text, booleans 0/1, periods are half-open: valid_from <= day < valid_until (NULL = open).
-- Plan items are referred to by their code: the plan version itself is one document.

-- access ---------------------------------------------------------------------------------------------------------
CREATE TABLE account (
    id            INTEGER PRIMARY KEY,
    login         TEXT NOT NULL UNIQUE,              -- 職員番号, or a name for accounts without a person
    display_name  TEXT NOT NULL,
    staff_id      INTEGER,
    password_hash TEXT,                              -- NULL: cannot sign in with a password
    must_change   INTEGER NOT NULL DEFAULT 0,
    disabled_at   TEXT,
    created_at    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_staff ON account (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE account_role (
    account_id INTEGER NOT NULL REFERENCES account (id),
    role       TEXT NOT NULL,
    unit_id    INTEGER,                              -- scope: this unit and below; NULL = the role's own default
    granted_at TEXT NOT NULL,
    granted_by INTEGER
) STRICT;
CREATE INDEX account_role_account ON account_role (account_id);

CREATE TABLE session (
    id           INTEGER PRIMARY KEY,
    token_hash   TEXT NOT NULL UNIQUE,
    account_id   INTEGER NOT NULL REFERENCES account (id),
    created_at   TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    expires_at   TEXT NOT NULL,
    address      TEXT NOT NULL,
    agent        TEXT NOT NULL
) STRICT;
CREATE INDEX session_account ON session (account_id);

-- Attempts that have not succeeded, counted per login and source: a stranger's failures never delay the person's own device.
CREATE TABLE sign_in_failure (
    login  TEXT NOT NULL,
    source TEXT NOT NULL,                            -- an address, or device:… for a browser that has signed in before
    at     TEXT NOT NULL
) STRICT;
CREATE INDEX sign_in_failure_login ON sign_in_failure (login, source, at);
CREATE INDEX sign_in_failure_source ON sign_in_failure (source, at);

-- audit ----------------------------------------------------------------------------------------------------------
-- Append-only; hash = SHA-256 over the row's canonical text and the hash before it. `link` is the place in the chain: at once on
-- SQLite, within a second on PostgreSQL, where transactions run side by side (NULL until then).
CREATE TABLE audit (
    seq          INTEGER PRIMARY KEY,
    link         INTEGER UNIQUE,
    at           TEXT NOT NULL,
    account_id   INTEGER,
    actor        TEXT NOT NULL,
    action       TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id   INTEGER,
    detail       TEXT NOT NULL,
    previous     TEXT NOT NULL,
    hash         TEXT NOT NULL
) STRICT;
CREATE INDEX audit_subject ON audit (subject_kind, subject_id, seq);
CREATE INDEX audit_account ON audit (account_id, seq);
CREATE INDEX audit_unlinked ON audit (seq) WHERE link IS NULL;

-- the plan -------------------------------------------------------------------------------------------------------
CREATE TABLE plan_version (
    id             INTEGER PRIMARY KEY,
    title          TEXT NOT NULL,
    status         TEXT NOT NULL,                    -- draft, in_force, superseded
    in_force_from  TEXT,
    in_force_until TEXT,
    based_on       INTEGER REFERENCES plan_version (id),
    document       TEXT NOT NULL,                    -- plan::Plan as JSON
    revision       INTEGER NOT NULL DEFAULT 1,       -- raised by every edit of a draft
    note           TEXT NOT NULL DEFAULT '',
    created_at     TEXT NOT NULL,
    created_by     INTEGER,
    enacted_at     TEXT,
    enacted_by     INTEGER
) STRICT;

-- people ---------------------------------------------------------------------------------------------------------
CREATE TABLE org_unit (
    id           INTEGER PRIMARY KEY,
    code         TEXT NOT NULL,
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL,                      -- 部, 課, 係, 室 …: the city's own word
    parent_id    INTEGER REFERENCES org_unit (id),
    authority    TEXT NOT NULL DEFAULT '',           -- 任命権者
    tags         TEXT NOT NULL DEFAULT '',           -- comma separated, inherited by the subtree
    sort         INTEGER NOT NULL DEFAULT 0,
    valid_from   TEXT NOT NULL,
    valid_until  TEXT,
    succeeded_by INTEGER REFERENCES org_unit (id)
) STRICT;
CREATE INDEX org_unit_parent ON org_unit (parent_id);
CREATE INDEX org_unit_code ON org_unit (code);

CREATE TABLE staff (
    id          INTEGER PRIMARY KEY,
    staff_no    TEXT NOT NULL UNIQUE,                -- the current number; earlier ones in staff_number
    name        TEXT NOT NULL,                       -- exactly as given
    kana        TEXT NOT NULL DEFAULT '',
    former_name TEXT NOT NULL DEFAULT '',            -- 旧姓
    legal_name  TEXT NOT NULL DEFAULT '',            -- 戸籍氏名, when it differs
    search_key  TEXT NOT NULL,                       -- folded name, kana, former and legal name, numbers
    email       TEXT NOT NULL DEFAULT '',
    joined_on   TEXT,
    left_on     TEXT,                                -- first day no longer employed
    merged_into INTEGER REFERENCES staff (id),
    motivation  TEXT NOT NULL DEFAULT '',            -- 意欲, in the person's own words (CGS-06)
    created_at  TEXT NOT NULL
) STRICT;
CREATE INDEX staff_kana ON staff (kana, staff_no);

CREATE TABLE staff_number (
    staff_no    TEXT NOT NULL,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    valid_from  TEXT NOT NULL,
    valid_until TEXT
) STRICT;
CREATE INDEX staff_number_staff ON staff_number (staff_id);
CREATE INDEX staff_number_no ON staff_number (staff_no);

-- 任用: what a person is, dated.
CREATE TABLE engagement (
    id          INTEGER PRIMARY KEY,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    employment  TEXT NOT NULL,                       -- 任用形態
    occupation  TEXT NOT NULL,                       -- 職種
    recruitment TEXT NOT NULL DEFAULT '',            -- 採用区分
    uses_pc     INTEGER NOT NULL DEFAULT 1,
    is_external INTEGER NOT NULL DEFAULT 0,
    valid_from  TEXT NOT NULL,
    valid_until TEXT
) STRICT;
CREATE INDEX engagement_staff ON engagement (staff_id, valid_from);

-- 発令: where a person stands, dated. A person has at most one primary posting a day.
CREATE TABLE posting (
    id           INTEGER PRIMARY KEY,
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    unit_id      INTEGER NOT NULL REFERENCES org_unit (id),
    kind         TEXT NOT NULL,                      -- primary, concurrent, acting
    rank         TEXT NOT NULL,                      -- a rank of the plan, or the title as given
    title        TEXT NOT NULL DEFAULT '',
    is_head      INTEGER NOT NULL DEFAULT 0,         -- 所属長 of the unit
    effective_on TEXT NOT NULL,
    ended_on     TEXT,                               -- first day no longer in this post
    announced_on TEXT NOT NULL                       -- before this day only HR sees it (内示)
) STRICT;
CREATE INDEX posting_staff ON posting (staff_id, effective_on);
CREATE INDEX posting_unit ON posting (unit_id, effective_on);

CREATE TABLE leave_period (
    id          INTEGER PRIMARY KEY,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    kind        TEXT NOT NULL,                       -- 育児休業, 産休, 休職, 派遣 …
    valid_from  TEXT NOT NULL,
    valid_until TEXT
) STRICT;
CREATE INDEX leave_period_staff ON leave_period (staff_id);

CREATE TABLE system_duty (
    id          INTEGER PRIMARY KEY,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    system      TEXT NOT NULL,
    valid_from  TEXT NOT NULL,
    valid_until TEXT
) STRICT;
CREATE INDEX system_duty_staff ON system_duty (staff_id);

CREATE TABLE appointment (
    id          INTEGER PRIMARY KEY,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    role_code   TEXT NOT NULL,
    route       TEXT NOT NULL,
    unit_id     INTEGER REFERENCES org_unit (id),
    valid_from  TEXT NOT NULL,
    valid_until TEXT,
    basis_no    TEXT NOT NULL DEFAULT '',            -- 決裁番号
    basis_on    TEXT,                                -- 決裁日
    reason      TEXT NOT NULL DEFAULT '',
    created_at  TEXT NOT NULL,
    created_by  INTEGER
) STRICT;
CREATE INDEX appointment_staff ON appointment (staff_id);

-- skills ---------------------------------------------------------------------------------------------------------
CREATE TABLE completion (
    id           INTEGER PRIMARY KEY,
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    course_code  TEXT NOT NULL,
    completed_on TEXT NOT NULL,
    fiscal_year  INTEGER NOT NULL,
    source       TEXT NOT NULL,
    created_at   TEXT NOT NULL,
    created_by   INTEGER,
    UNIQUE (staff_id, course_code, completed_on)
) STRICT;

CREATE TABLE level_certification (
    id           INTEGER PRIMARY KEY,
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    level_code   TEXT NOT NULL,
    certified_on TEXT NOT NULL,
    valid_until  TEXT,
    basis        TEXT NOT NULL,                      -- rule, or the stated basis of prior learning
    revoked_on   TEXT,
    revoked_why  TEXT NOT NULL DEFAULT '',
    created_at   TEXT NOT NULL,
    created_by   INTEGER
) STRICT;
CREATE INDEX level_certification_staff ON level_certification (staff_id);

-- 根拠: one row a piece of evidence. self, confirmed and certified stand apart and are never overwritten.
CREATE TABLE skill_evidence (
    id           INTEGER PRIMARY KEY,
    staff_id     INTEGER NOT NULL REFERENCES staff (id),
    skill_code   TEXT NOT NULL,
    kind         TEXT NOT NULL,                      -- self, confirmed, certified, course, exam, project, ojt, consultation, prior
    holds        INTEGER NOT NULL,                   -- 1 = has the skill, 0 = not (yet)
    dated_on     TEXT NOT NULL,
    valid_until  TEXT,
    source       TEXT NOT NULL,                      -- course code, examination, what was done
    note         TEXT NOT NULL DEFAULT '',
    created_at   TEXT NOT NULL,
    created_by   INTEGER,
    withdrawn_at TEXT
) STRICT;
CREATE INDEX skill_evidence_staff ON skill_evidence (staff_id, skill_code);

-- ★ decided by the head, with the reason (HKT-11).
CREATE TABLE conditional_decision (
    id         INTEGER PRIMARY KEY,
    staff_id   INTEGER NOT NULL REFERENCES staff (id),
    skill_code TEXT NOT NULL,
    needed     INTEGER NOT NULL,
    reason     TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER
) STRICT;
CREATE INDEX conditional_decision_staff ON conditional_decision (staff_id, skill_code);

-- What the in-memory indexes bring forward: a staff id, or NULL for "anything may have changed".
CREATE TABLE change_log (
    seq      INTEGER PRIMARY KEY,
    staff_id INTEGER,
    topic    TEXT NOT NULL
) STRICT;

-- imports, jobs, files -------------------------------------------------------------------------------------------
CREATE TABLE import_run (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    file_name   TEXT NOT NULL,
    as_of       TEXT NOT NULL,
    whole       INTEGER NOT NULL,                    -- 1: a whole roster, people not in it have left
    options     TEXT NOT NULL,
    summary     TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by INTEGER,
    undone_at   TEXT,
    undone_by   INTEGER
) STRICT;

-- The rows an import touched, as they were and as they became; undo reads them backwards.
CREATE TABLE import_change (
    import_id  INTEGER NOT NULL REFERENCES import_run (id),
    seq        INTEGER NOT NULL,
    staff_id   INTEGER,
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    before_row TEXT,                                 -- JSON, NULL = inserted by the import
    after_row  TEXT,                                 -- JSON, NULL = deleted by the import
    PRIMARY KEY (import_id, seq)
) STRICT;

CREATE TABLE import_mapping (
    fingerprint TEXT PRIMARY KEY,                    -- of the header row
    kind        TEXT NOT NULL,
    columns     TEXT NOT NULL,
    used_at     TEXT NOT NULL
) STRICT;

CREATE TABLE job (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    state       TEXT NOT NULL,                       -- queued, running, done, refused, failed
    progress    INTEGER NOT NULL DEFAULT 0,          -- 0–100
    step        TEXT NOT NULL DEFAULT '',
    input       TEXT NOT NULL,
    result      TEXT,
    created_at  TEXT NOT NULL,
    created_by  INTEGER,
    started_at  TEXT,
    finished_at TEXT
) STRICT;

CREATE TABLE attachment (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    mime       TEXT NOT NULL,
    bytes      INTEGER NOT NULL,
    sha256     TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by INTEGER
) STRICT;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
