-- What lies ahead of a day is asked for on every section's page; there are few such rows among years of postings.
CREATE INDEX posting_effective ON posting (effective_on);
