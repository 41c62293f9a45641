-- ひろば: what people of one municipality ask, answer and show each other.

-- A closed group: only its members read what stands in its channels, and only they find it.
CREATE TABLE hiroba_group (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    purpose    TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE TABLE hiroba_group_member (
    group_id   INTEGER NOT NULL REFERENCES hiroba_group (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    is_keeper  INTEGER NOT NULL DEFAULT 0,           -- may say who is a member
    PRIMARY KEY (group_id, account_id)
) STRICT;
CREATE INDEX hiroba_group_of ON hiroba_group_member (account_id);

CREATE TABLE hiroba_channel (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,                       -- question, issue, idea, practice, talk, tool, measure, answers
    name        TEXT NOT NULL,
    name_en     TEXT NOT NULL,
    about       TEXT NOT NULL,
    measure     TEXT NOT NULL DEFAULT '',            -- code of a measure of the plan, for kind 'measure'
    group_id    INTEGER REFERENCES hiroba_group (id),
    position    INTEGER NOT NULL,
    archived_at TEXT
) STRICT;

CREATE TABLE hiroba_topic (
    id              INTEGER PRIMARY KEY,
    channel_id      INTEGER NOT NULL REFERENCES hiroba_channel (id),
    title           TEXT NOT NULL,
    text            TEXT NOT NULL,
    author_id       INTEGER NOT NULL REFERENCES account (id),
    client_key      TEXT,                            -- of one sending: sent twice, it is posted once
    created_at      TEXT NOT NULL,
    revision        INTEGER NOT NULL DEFAULT 1,
    edited_at       TEXT,
    replies         INTEGER NOT NULL DEFAULT 0,      -- that are shown
    last_reply_id   INTEGER NOT NULL DEFAULT 0,
    last_at         TEXT NOT NULL,
    first_answer_at TEXT,                            -- the first reply of somebody else
    accepted_id     INTEGER,                         -- the reply that solved it
    accepted_at     TEXT,
    closed_at       TEXT,                            -- no more replies
    hidden_at       TEXT,
    hidden_by       INTEGER,
    hidden_why      TEXT NOT NULL DEFAULT '',
    files           INTEGER NOT NULL DEFAULT 0       -- how many lie beside it
) STRICT;
CREATE INDEX hiroba_topic_channel ON hiroba_topic (channel_id, last_at, id) WHERE hidden_at IS NULL;
CREATE INDEX hiroba_topic_last ON hiroba_topic (last_at, id) WHERE hidden_at IS NULL;
CREATE INDEX hiroba_topic_created ON hiroba_topic (created_at);
CREATE INDEX hiroba_topic_author ON hiroba_topic (author_id, created_at);
CREATE INDEX hiroba_topic_unanswered ON hiroba_topic (created_at) WHERE first_answer_at IS NULL AND hidden_at IS NULL;
CREATE UNIQUE INDEX hiroba_topic_sent ON hiroba_topic (author_id, client_key) WHERE client_key IS NOT NULL;

CREATE TABLE hiroba_reply (
    id         INTEGER PRIMARY KEY,
    topic_id   INTEGER NOT NULL REFERENCES hiroba_topic (id),
    text       TEXT NOT NULL,
    author_id  INTEGER NOT NULL REFERENCES account (id),
    client_key TEXT,
    created_at TEXT NOT NULL,
    revision   INTEGER NOT NULL DEFAULT 1,
    edited_at  TEXT,
    hidden_at  TEXT,
    hidden_by  INTEGER,
    hidden_why TEXT NOT NULL DEFAULT '',
    files      INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX hiroba_reply_topic ON hiroba_reply (topic_id, id);
CREATE INDEX hiroba_reply_author ON hiroba_reply (author_id, created_at);
CREATE UNIQUE INDEX hiroba_reply_sent ON hiroba_reply (author_id, client_key) WHERE client_key IS NOT NULL;

-- What a topic or a reply (reply_id = 0: the topic itself) said before it was edited.
CREATE TABLE hiroba_earlier (
    topic_id   INTEGER NOT NULL REFERENCES hiroba_topic (id),
    reply_id   INTEGER NOT NULL,
    revision   INTEGER NOT NULL,
    title      TEXT NOT NULL,
    text       TEXT NOT NULL,
    until_at   TEXT NOT NULL,                        -- when it was replaced
    PRIMARY KEY (topic_id, reply_id, revision)
) STRICT;

CREATE TABLE hiroba_tag (
    topic_id INTEGER NOT NULL REFERENCES hiroba_topic (id),
    tag_key  TEXT NOT NULL,                          -- folded
    tag      TEXT NOT NULL,
    PRIMARY KEY (topic_id, tag_key)
) STRICT;
CREATE INDEX hiroba_tagged ON hiroba_tag (tag_key, topic_id);

CREATE TABLE hiroba_reaction (
    topic_id   INTEGER NOT NULL REFERENCES hiroba_topic (id),
    reply_id   INTEGER NOT NULL,                     -- 0 = the topic itself
    account_id INTEGER NOT NULL REFERENCES account (id),
    kind       TEXT NOT NULL,
    PRIMARY KEY (topic_id, reply_id, account_id, kind)
) STRICT;

CREATE TABLE hiroba_mention (
    account_id INTEGER NOT NULL REFERENCES account (id),
    topic_id   INTEGER NOT NULL REFERENCES hiroba_topic (id),
    reply_id   INTEGER NOT NULL,
    at         TEXT NOT NULL,
    PRIMARY KEY (account_id, topic_id, reply_id)
) STRICT;
CREATE INDEX hiroba_mention_topic ON hiroba_mention (topic_id);

CREATE TABLE hiroba_follow (
    account_id INTEGER NOT NULL REFERENCES account (id),
    topic_id   INTEGER NOT NULL REFERENCES hiroba_topic (id),
    PRIMARY KEY (account_id, topic_id)
) STRICT;
CREATE INDEX hiroba_follower ON hiroba_follow (topic_id);

-- How far somebody has read: the last reply seen, 0 = the topic itself.
CREATE TABLE hiroba_read (
    account_id INTEGER NOT NULL REFERENCES account (id),
    topic_id   INTEGER NOT NULL REFERENCES hiroba_topic (id),
    reply_id   INTEGER NOT NULL,
    PRIMARY KEY (account_id, topic_id)
) STRICT;

CREATE TABLE hiroba_draft (
    account_id INTEGER NOT NULL REFERENCES account (id),
    place      TEXT NOT NULL,                        -- 'new', or 'topic-12'
    content    TEXT NOT NULL,                        -- JSON
    saved_at   TEXT NOT NULL,
    PRIMARY KEY (account_id, place)
) STRICT;

-- Somebody says that a text should not stand there.
CREATE TABLE hiroba_report (
    id         INTEGER PRIMARY KEY,
    topic_id   INTEGER NOT NULL REFERENCES hiroba_topic (id),
    reply_id   INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    reason     TEXT NOT NULL,
    created_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by INTEGER,
    decision   TEXT                                  -- hidden, kept
) STRICT;
CREATE INDEX hiroba_report_open ON hiroba_report (created_at) WHERE decided_at IS NULL;

-- What every municipality begins with; the office renames, adds and archives.
INSERT INTO hiroba_channel (kind, name, name_en, about, position) VALUES
    ('question', '疑問', 'Questions', '使い方がわからない、これでよいか確かめたい。小さなことほど歓迎です。', 10),
    ('issue', '課題', 'Problems', '仕事で困っていること、手間がかかっていること。解決の形はまだなくて構いません。', 20),
    ('idea', 'アイデア', 'Ideas', 'こうすればよくなりそう、という思いつき。', 30),
    ('practice', '事例', 'Practice', 'やってみたこと、うまくいったこと、いかなかったこと。', 40),
    ('talk', '雑談', 'Small talk', '仕事の合間のひとこと。', 50),
    ('answers', '相談のQ&A', 'Answers from the desk', '相談でのやりとりから、みんなの役に立つものを載せています。', 90);
