-- What belongs to a course of the plan beside the plan: what a year's end says of it, and what people read or watch.
CREATE TABLE course_review (
    course_code TEXT NOT NULL,
    fiscal_year INTEGER NOT NULL,
    judgement   TEXT NOT NULL,                       -- keep, change, stop
    change      TEXT NOT NULL,                       -- what is to be changed, or why it stops
    revision    INTEGER NOT NULL,                    -- raised by every edit
    reviewed_at TEXT NOT NULL,
    reviewed_by INTEGER,
    PRIMARY KEY (course_code, fiscal_year)
) STRICT;

-- 教材: a link, or a file with its bytes.
CREATE TABLE course_material (
    id          INTEGER PRIMARY KEY,
    course_code TEXT NOT NULL,
    title       TEXT NOT NULL,
    url         TEXT NOT NULL,                       -- '' = a file
    file_name   TEXT NOT NULL,                       -- '' = a link
    media_type  TEXT NOT NULL,
    size        INTEGER NOT NULL,                    -- bytes
    content     BLOB,
    added_at    TEXT NOT NULL,
    added_by    INTEGER
) STRICT;
CREATE INDEX course_material_course ON course_material (course_code, id);
