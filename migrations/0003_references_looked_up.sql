-- A row that is deleted is looked for in every table that may refer to it: undoing a large import scanned these for each row.
CREATE INDEX staff_merged ON staff (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX org_unit_succeeded ON org_unit (succeeded_by) WHERE succeeded_by IS NOT NULL;
CREATE INDEX appointment_unit ON appointment (unit_id) WHERE unit_id IS NOT NULL;
-- What the in-memory indexes ask first: has anything changed that touches everybody?
CREATE INDEX change_log_all ON change_log (seq) WHERE staff_id IS NULL;
