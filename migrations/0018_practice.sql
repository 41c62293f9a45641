-- Practice as evidence of skills: what somebody did at work, named by them for a skill and confirmed by the head.

-- Where the source of a piece of evidence can be read, below the municipality; '' = nowhere in this house.
ALTER TABLE skill_evidence ADD COLUMN url TEXT NOT NULL DEFAULT '';

CREATE TABLE practice_claim (
    id          INTEGER PRIMARY KEY,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    skill_code  TEXT NOT NULL,
    kind        TEXT NOT NULL,                       -- accepted_answer, consultation, improvement_case, project
    source_id   INTEGER NOT NULL,                    -- of the room that keeps it; 0 = a project, which goes by its title
    project     TEXT NOT NULL,                       -- the title of a project, folded; '' of anything else
    title       TEXT NOT NULL,
    url         TEXT NOT NULL,
    done_on     TEXT NOT NULL,
    note        TEXT NOT NULL,                       -- by the person: what shows the skill
    status      TEXT NOT NULL,                       -- waiting, confirmed, returned, withdrawn
    word        TEXT NOT NULL DEFAULT '',            -- by the head
    decided_at  TEXT,
    decided_by  INTEGER,
    evidence_id INTEGER REFERENCES skill_evidence (id),
    created_at  TEXT NOT NULL,
    created_by  INTEGER
) STRICT;
CREATE UNIQUE INDEX practice_claim_once ON practice_claim (staff_id, kind, source_id, project, skill_code)
    WHERE status IN ('waiting', 'confirmed');
CREATE INDEX practice_claim_source ON practice_claim (kind, source_id);
CREATE INDEX practice_claim_staff ON practice_claim (staff_id, status);
CREATE INDEX practice_claim_evidence ON practice_claim (evidence_id) WHERE evidence_id IS NOT NULL;
