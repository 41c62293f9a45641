-- The key of one sending, made by the page: what is sent twice over a bad line is kept once.
ALTER TABLE consultation ADD COLUMN client_key TEXT;
CREATE UNIQUE INDEX consultation_sent ON consultation (staff_id, client_key) WHERE client_key IS NOT NULL;
ALTER TABLE consultation_message ADD COLUMN client_key TEXT;
CREATE UNIQUE INDEX consultation_message_sent ON consultation_message (account_id, client_key) WHERE client_key IS NOT NULL;
ALTER TABLE improvement_case ADD COLUMN client_key TEXT;
CREATE UNIQUE INDEX improvement_case_sent ON improvement_case (created_by, client_key) WHERE client_key IS NOT NULL;
ALTER TABLE notice ADD COLUMN client_key TEXT;
CREATE UNIQUE INDEX notice_sent ON notice (created_by, client_key) WHERE client_key IS NOT NULL;
