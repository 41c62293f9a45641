-- お知らせ and ニュースレター: what the office tells, to whom, and who has read it.
CREATE TABLE notice (
    id             INTEGER PRIMARY KEY,
    kind           TEXT NOT NULL,                    -- national_trend, support_scheme, training, tools, security, general, newsletter
    title          TEXT NOT NULL,
    text           TEXT NOT NULL,                    -- Markdown, as typed
    audience       TEXT NOT NULL,                    -- a rule of the plan; '' = everybody
    link           TEXT NOT NULL,
    from_on        TEXT NOT NULL,
    until_on       TEXT,                             -- the last day
    important      INTEGER NOT NULL,
    status         TEXT NOT NULL,                    -- draft, published, taken_back
    taken_back_why TEXT NOT NULL DEFAULT '',
    revision       INTEGER NOT NULL DEFAULT 1,
    created_at     TEXT NOT NULL,
    created_by     INTEGER,
    published_at   TEXT,
    published_by   INTEGER,
    edited_at      TEXT                              -- since it was published
) STRICT;
CREATE INDEX notice_shown ON notice (status, from_on);

-- A person may have more than one account; whoever read with one has read.
CREATE TABLE notice_reading (
    notice_id  INTEGER NOT NULL REFERENCES notice (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    staff_id   INTEGER REFERENCES staff (id),
    read_at    TEXT NOT NULL,
    PRIMARY KEY (notice_id, account_id)
) STRICT;
CREATE INDEX notice_reading_account ON notice_reading (account_id);
CREATE INDEX notice_reading_staff ON notice_reading (staff_id) WHERE staff_id IS NOT NULL;

CREATE TABLE newsletter (
    id         INTEGER PRIMARY KEY,
    number     INTEGER UNIQUE,                       -- once published
    title      TEXT NOT NULL,
    opening    TEXT NOT NULL,
    closing    TEXT NOT NULL,
    from_on    TEXT NOT NULL,                        -- what it tells of …
    until_on   TEXT NOT NULL,                        -- … to this day
    items      TEXT NOT NULL,                        -- JSON
    colophon   TEXT NOT NULL DEFAULT '',             -- JSON, once published
    status     TEXT NOT NULL,                        -- draft, published
    issued_on  TEXT,
    notice_id  INTEGER REFERENCES notice (id),       -- which told of it
    revision   INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    created_by INTEGER
) STRICT;
CREATE INDEX newsletter_issued ON newsletter (status, issued_on);
CREATE INDEX newsletter_notice ON newsletter (notice_id) WHERE notice_id IS NOT NULL;

-- What a published issue tells of, so that the thing itself can say where it was told.
CREATE TABLE newsletter_source (
    newsletter_id INTEGER NOT NULL REFERENCES newsletter (id),
    kind          TEXT NOT NULL,                     -- improvement_case, answer, consultation, training, trend
    subject       INTEGER NOT NULL,                  -- the id in its own room
    PRIMARY KEY (newsletter_id, kind, subject)
) STRICT;
CREATE INDEX newsletter_source_subject ON newsletter_source (kind, subject);

-- Who wants what is new by mail, and when it went out last.
CREATE TABLE digest_setting (
    account_id INTEGER PRIMARY KEY REFERENCES account (id),
    mail       TEXT NOT NULL,                        -- never, daily, weekly
    sent_on    TEXT
) STRICT;
CREATE INDEX digest_setting_mail ON digest_setting (mail);
-- Digests go out as reminders do.
ALTER TABLE reminder_round ADD COLUMN is_digest INTEGER NOT NULL DEFAULT 0;
