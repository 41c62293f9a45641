-- Who goes: rounds of nomination (指名・推薦・選考) and open calls (公募) for the roles that the plan appoints people to.
CREATE TABLE nomination_round (
    id                INTEGER PRIMARY KEY,
    role_code         TEXT NOT NULL,                 -- of the plan
    fiscal_year       INTEGER NOT NULL,
    route             TEXT NOT NULL,                 -- nomination, recommendation, open_call, selection
    name              TEXT NOT NULL,                 -- '' = year, role and route say it
    eligibility       TEXT NOT NULL,                 -- a rule; '' = everybody
    per_section       INTEGER NOT NULL,              -- people a section names; 0 = no set number
    opens_on          TEXT NOT NULL,
    closes_on         TEXT NOT NULL,                 -- the last day
    term_from         TEXT NOT NULL,
    term_until        TEXT,                          -- the first day no longer in the role; NULL = no term
    renewal           TEXT NOT NULL,                 -- yearly: everybody is named anew; continuing: who is in a term stays
    max_terms         INTEGER NOT NULL,              -- terms without a break; 0 = no limit
    survives_transfer INTEGER NOT NULL,              -- 1 = who moves to another section keeps the role
    note              TEXT NOT NULL,                 -- told to those who answer
    status            TEXT NOT NULL,                 -- draft, open, decided, cancelled
    cancelled_why     TEXT NOT NULL DEFAULT '',
    basis_no          TEXT NOT NULL DEFAULT '',      -- 決裁番号 of the first decision
    basis_on          TEXT,                          -- 決裁日
    revision          INTEGER NOT NULL DEFAULT 1,
    created_at        TEXT NOT NULL,
    created_by        INTEGER
) STRICT;
CREATE INDEX nomination_round_status ON nomination_round (status, closes_on);

-- What a section is asked and what it answered.
CREATE TABLE nomination_section (
    round_id       INTEGER NOT NULL REFERENCES nomination_round (id),
    unit_id        INTEGER NOT NULL REFERENCES org_unit (id),
    asked          INTEGER NOT NULL,                 -- 0 = this section is left out
    quota          INTEGER NOT NULL,                 -- 0 = no set number
    answer         TEXT NOT NULL DEFAULT '',         -- '', nominated, none (今年度はいない)
    reason         TEXT NOT NULL DEFAULT '',         -- why nobody
    answered_at    TEXT,
    answered_by    INTEGER,
    proxy          INTEGER NOT NULL DEFAULT 0,       -- 1 = typed by somebody who was not asked
    revision       INTEGER NOT NULL DEFAULT 0,       -- raised by every answer
    reminded_at    TEXT,
    reminded_times INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (round_id, unit_id)
) STRICT;
CREATE INDEX nomination_section_unit ON nomination_section (unit_id);

-- One row a person and round: named by the head, or applied.
CREATE TABLE nominee (
    id              INTEGER PRIMARY KEY,
    round_id        INTEGER NOT NULL REFERENCES nomination_round (id),
    staff_id        INTEGER NOT NULL REFERENCES staff (id),
    unit_id         INTEGER NOT NULL REFERENCES org_unit (id),  -- the section on the day
    status          TEXT NOT NULL,
    applied         INTEGER NOT NULL,                -- 1 = asked for it (公募), 0 = named by the head
    reason          TEXT NOT NULL,                   -- the head's, or the person's own
    place           INTEGER NOT NULL,                -- the order in which the section names them, from 1
    head_reason     TEXT NOT NULL DEFAULT '',        -- with the head's consent or refusal
    decision_reason TEXT NOT NULL DEFAULT '',        -- of the selection
    basis_no        TEXT NOT NULL DEFAULT '',        -- of the decision that appointed the person
    basis_on        TEXT,
    appointment_id  INTEGER REFERENCES appointment (id),
    changed_at      TEXT NOT NULL,
    changed_by      INTEGER,
    UNIQUE (round_id, staff_id)
) STRICT;
CREATE INDEX nominee_unit ON nominee (round_id, unit_id);
CREATE INDEX nominee_staff ON nominee (staff_id);
CREATE INDEX nominee_appointment ON nominee (appointment_id) WHERE appointment_id IS NOT NULL;

-- Who holds a role: asked for each round.
CREATE INDEX appointment_role ON appointment (role_code, staff_id, valid_from);
