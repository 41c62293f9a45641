-- By what rule a consultation came to somebody: owner, deputy, nobody. The page says it in its reader's language.
ALTER TABLE consultation_step ADD COLUMN routed_by TEXT;
UPDATE consultation_step SET routed_by = 'deputy', note = '' WHERE kind = 'routed' AND note = '担当者が不在のため副担当へ';
UPDATE consultation_step SET routed_by = 'nobody', note = '' WHERE kind = 'routed' AND note = '担当・副担当とも不在';
UPDATE consultation_step SET routed_by = 'owner' WHERE kind = 'routed' AND routed_by IS NULL AND to_staff_id IS NOT NULL;
