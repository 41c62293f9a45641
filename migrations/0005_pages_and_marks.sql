-- A person's page names the heads above them: from a unit to its head, not through everybody who ever stood there.
CREATE INDEX posting_heads ON posting (unit_id, effective_on) WHERE is_head = 1;
CREATE INDEX account_role_role ON account_role (role, unit_id);
-- What is kept in memory of one person asks whether anything of theirs has changed since.
CREATE INDEX change_log_staff ON change_log (staff_id, seq);
