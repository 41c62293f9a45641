-- What an import added is one run of ids a table: undo deletes the run when every row still has the digest it was left with.
-- import_change keeps only rows that were there before. Imports made before this cannot be taken back any more.
CREATE TABLE import_addition (
    import_id  INTEGER NOT NULL REFERENCES import_run (id),
    seq        INTEGER NOT NULL,
    table_name TEXT NOT NULL,
    first_id   INTEGER NOT NULL,
    last_id    INTEGER NOT NULL,
    digests    TEXT NOT NULL,                        -- 16 hexadecimal digits a row
    PRIMARY KEY (import_id, seq)
) STRICT;
CREATE INDEX import_change_row ON import_change (import_id, table_name, row_id);

-- A staff number is a row like any other: with an id of its own.
CREATE TABLE staff_number_with_id (
    id          INTEGER PRIMARY KEY,
    staff_no    TEXT NOT NULL,
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    valid_from  TEXT NOT NULL,
    valid_until TEXT
) STRICT;
INSERT INTO staff_number_with_id (staff_no, staff_id, valid_from, valid_until)
SELECT staff_no, staff_id, valid_from, valid_until FROM staff_number ORDER BY staff_id, valid_from, staff_no;
DROP TABLE staff_number;
ALTER TABLE staff_number_with_id RENAME TO staff_number;
CREATE INDEX staff_number_staff ON staff_number (staff_id);
CREATE INDEX staff_number_no ON staff_number (staff_no);
