-- Files lay on disk in the first design; nothing was ever kept there.
DROP TABLE attachment;

-- Files and pictures that people put beside what they write. The bytes lie here, so that every server of a municipality has them
-- and a backup cannot miss one. Which room's thing a file belongs to is said once it is posted; until then it is its owner's.
CREATE TABLE posted_file (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       INTEGER NOT NULL,                     -- bytes
    content    BLOB NOT NULL,
    added_at   TEXT NOT NULL,
    added_by   INTEGER NOT NULL REFERENCES account (id),
    room       TEXT NOT NULL DEFAULT '',             -- topic, reply, consultation, case …; '' = not posted yet
    subject    INTEGER NOT NULL DEFAULT 0            -- the id in that room
) STRICT;
CREATE INDEX posted_file_subject ON posted_file (room, subject, id);
CREATE INDEX posted_file_owner ON posted_file (added_by, room, added_at);
