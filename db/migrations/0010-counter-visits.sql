-- The pojok pengaduan also serves people who only ask: they are counted, for the office's daily list. Nothing about them is written down.
CREATE TABLE complaints.counter_visits (
  agency_id uuid NOT NULL,
  id uuid NOT NULL,
  visited_on date NOT NULL,
  at timestamptz NOT NULL,
  channel text NOT NULL CHECK (channel IN ('pojok', 'telephone', 'letter')),
  person_id uuid NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (agency_id, id)
);
COMMENT ON TABLE complaints.counter_visits IS 'One row for each visit that needed information only, counted per day (of the office''s zone) and office. person_id is the officer, never the visitor. A row entered by mistake is withdrawn, not deleted.';
CREATE INDEX counter_visits_days ON complaints.counter_visits (agency_id, visited_on DESC) WHERE withdrawn_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON complaints.counter_visits TO tuntas_app;
