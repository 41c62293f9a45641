-- People of one section in training on one day at most, in this run and in others of the day; 0 = no rule.
ALTER TABLE course_run ADD COLUMN per_day INTEGER NOT NULL DEFAULT 0;
