-- Levels: what a certification rests on, the certificate with every version that was printed, and the targets' figures frozen on a day.
ALTER TABLE level_certification ADD COLUMN ground TEXT NOT NULL DEFAULT 'rule';  -- rule, deemed (みなし認定), prior (既修得の取込)
ALTER TABLE level_certification ADD COLUMN basis_no TEXT NOT NULL DEFAULT '';    -- 決裁番号
ALTER TABLE level_certification ADD COLUMN basis_on TEXT;                        -- 決裁日
ALTER TABLE level_certification ADD COLUMN evidence TEXT NOT NULL DEFAULT '[]';  -- JSON: courses and the level below, as they stood

CREATE TABLE certificate (
    id               INTEGER PRIMARY KEY,
    certification_id INTEGER NOT NULL REFERENCES level_certification (id),
    number           TEXT NOT NULL,                  -- the same on every version of one certificate
    version          INTEGER NOT NULL,
    content          TEXT NOT NULL,                  -- JSON: the words on the paper
    reason           TEXT NOT NULL DEFAULT '',       -- why it was issued again
    issued_on        TEXT NOT NULL,
    issued_at        TEXT NOT NULL,
    issued_by        INTEGER,
    UNIQUE (number, version)
) STRICT;
CREATE INDEX certificate_certification ON certificate (certification_id, version);

-- 「3月31日現在」: the figures with everything that made them.
CREATE TABLE target_snapshot (
    id           INTEGER PRIMARY KEY,
    counted_on   TEXT NOT NULL,                      -- the day of the roster and of the certifications
    plan_version INTEGER NOT NULL REFERENCES plan_version (id),
    note         TEXT NOT NULL DEFAULT '',
    figures      TEXT NOT NULL,                      -- JSON: per target the rule, the people wanted and reached, by section
    taken_at     TEXT NOT NULL,
    taken_by     INTEGER
) STRICT;
CREATE INDEX target_snapshot_plan ON target_snapshot (plan_version);

-- Who was counted, so that a later difference can be told person by person.
CREATE TABLE target_snapshot_person (
    snapshot_id INTEGER NOT NULL REFERENCES target_snapshot (id),
    target      INTEGER NOT NULL,                    -- position in figures
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    unit_name   TEXT NOT NULL,
    PRIMARY KEY (snapshot_id, target, staff_id)
) STRICT;
CREATE INDEX target_snapshot_person_staff ON target_snapshot_person (staff_id);

-- Who has completed a course: asked for each course that a level requires.
CREATE INDEX completion_course ON completion (course_code, staff_id, completed_on);
