-- Numbered documents of casework: the counters that numbers come from, letters with their life, who received them, and what came back.

-- 0019 makes the schema; this line lets the two stand in either order.
CREATE SCHEMA IF NOT EXISTS casework;
GRANT USAGE ON SCHEMA casework TO tuntas_app;

CREATE TABLE casework.number_counters (
  office_id uuid NOT NULL,
  -- The access kind of a case (LM, RCO ...) or the group of a kind of document (PM, BA ...); see rules/numbers.ts.
  series    text NOT NULL CHECK (series ~ '^[A-Z][A-Z0-9-]{0,11}$'),
  year      integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  last      integer NOT NULL CHECK (last >= 1),
  PRIMARY KEY (office_id, series, year)
);
COMMENT ON TABLE casework.number_counters IS
  'The last number given, per office, series and year. Counted up in the transaction that writes what is numbered, so that no number is lost or doubled.';
GRANT SELECT, INSERT, UPDATE ON casework.number_counters TO tuntas_app;
