-- The keys of confidential surveys: on SQLite a file of its own beside the database, on PostgreSQL a table. No migration: who
-- loses the file has destroyed the keys, and the next start makes an empty one.
-- Beside a person's pseudonym stand the groups that results may be crossed by; next to the answers they would name the person.
CREATE TABLE IF NOT EXISTS keys.survey_key (
    wave_id    INTEGER NOT NULL,
    panel_id   INTEGER NOT NULL,                     -- waves of one panel share their pseudonyms
    staff_id   INTEGER NOT NULL,
    pseudonym  TEXT NOT NULL,                        -- 128 random bits in hex
    unit_id    INTEGER NOT NULL,                     -- the primary unit on the day of the audience; 0 = none
    category   TEXT NOT NULL,                        -- the primary one, as the plan calls it
    section    TEXT NOT NULL,                        -- the top unit's name (部)
    rank_band  TEXT NOT NULL,
    occupation TEXT NOT NULL,
    paper_code TEXT,                                 -- hash of the code on the printed form
    printed_by INTEGER,                              -- the account that printed it
    PRIMARY KEY (wave_id, staff_id)
) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS keys.survey_key_pseudonym ON survey_key (wave_id, pseudonym);
CREATE INDEX IF NOT EXISTS keys.survey_key_panel ON survey_key (panel_id, staff_id);
CREATE INDEX IF NOT EXISTS keys.survey_key_staff ON survey_key (staff_id);
CREATE INDEX IF NOT EXISTS keys.survey_key_paper ON survey_key (paper_code) WHERE paper_code IS NOT NULL;
