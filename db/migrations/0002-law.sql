-- The law as data: numbers of regulations and working calendars, each change a new row with its reason.
-- Nothing in this schema is ever updated or deleted by the app: what was computed yesterday can be computed again tomorrow.

CREATE SCHEMA law;
GRANT USAGE ON SCHEMA law TO tuntas_app;

CREATE TABLE law.editions (
  edition          integer PRIMARY KEY CHECK (edition > 0),
  calendar_version integer NOT NULL CHECK (calendar_version > 0),
  made_at          timestamptz NOT NULL
);
COMMENT ON TABLE law.editions IS
  'One row per change of the law, numbered in the order of their commits. The calendar version grows only when working days changed.';
GRANT SELECT, INSERT ON law.editions TO tuntas_app;

CREATE TABLE law.parameters (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  edition   integer NOT NULL REFERENCES law.editions,
  rule      text NOT NULL CHECK (rule <> ''),
  rule_set  text,
  value     numeric NOT NULL,
  unit      text NOT NULL CHECK (unit IN ('hk', 'day', 'hour', 'times', 'yes-no')),
  basis     jsonb NOT NULL,
  from_on   date NOT NULL,
  until_on  date CHECK (until_on > from_on),
  confirmed boolean NOT NULL,
  note      jsonb,
  origin    text NOT NULL CHECK (origin IN ('shipped', 'administrator'))
);
COMMENT ON TABLE law.parameters IS
  'Numbers of regulations as dated rows; of those covering a day the one with the latest from_on applies, on the same day an administrator''s before a shipped one, then the last entered.';
COMMENT ON COLUMN law.parameters.unit IS 'hk = hari kerja (working days); day = plain days; times = a count; yes-no = 1 or 0';
COMMENT ON COLUMN law.parameters.basis IS 'One of {"regulation", "place"?}, {"decision"}, {"document"}';
COMMENT ON COLUMN law.parameters.until_on IS 'First day the row no longer applies; NULL = until a later row';
CREATE INDEX parameters_by_edition ON law.parameters (edition);
GRANT SELECT, INSERT ON law.parameters TO tuntas_app;

CREATE TABLE law.calendar_years (
  version     integer NOT NULL CHECK (version > 0),
  region_code text NOT NULL,
  year        integer NOT NULL,
  edition     integer NOT NULL REFERENCES law.editions,
  decreed     boolean NOT NULL,
  skb         text[] NOT NULL,
  sources     text[] NOT NULL,
  note        jsonb,
  origin      text NOT NULL CHECK (origin IN ('shipped', 'administrator')),
  fingerprint text NOT NULL,
  PRIMARY KEY (region_code, year, version),
  CHECK (region_code = 'ID' OR NOT decreed)
);
COMMENT ON TABLE law.calendar_years IS
  'A year of the national calendar (region ID) or of a region''s local days, complete as of a calendar version; the highest version holds.';
COMMENT ON COLUMN law.calendar_years.decreed IS 'The three ministers'' decree for the year is known; otherwise only additions to the fixed dates are.';
COMMENT ON COLUMN law.calendar_years.fingerprint IS 'Tells whether a newer Tuntas is shipped with other days for a year that no administrator has touched.';
GRANT SELECT, INSERT ON law.calendar_years TO tuntas_app;

CREATE TABLE law.holidays (
  region_code text NOT NULL,
  year        integer NOT NULL,
  version     integer NOT NULL,
  on_day      date NOT NULL CHECK (extract(year FROM on_day) = year),
  kind        text NOT NULL CHECK (kind IN ('libur-nasional', 'cuti-bersama', 'additional', 'regional')),
  name        jsonb,
  confirmed   boolean NOT NULL,
  basis       text,
  PRIMARY KEY (region_code, year, version, on_day),
  FOREIGN KEY (region_code, year, version) REFERENCES law.calendar_years,
  CHECK ((kind = 'regional') = (region_code <> 'ID'))
);
COMMENT ON TABLE law.holidays IS 'The days of a calendar year as of a version.';
GRANT SELECT, INSERT ON law.holidays TO tuntas_app;

CREATE TABLE law.changes (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  edition    integer NOT NULL REFERENCES law.editions,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('parameter', 'holidays')),
  subject    jsonb NOT NULL,
  old        jsonb,
  new        jsonb NOT NULL,
  basis      text NOT NULL CHECK (basis <> ''),
  reason     text NOT NULL CHECK (reason <> '')
);
COMMENT ON TABLE law.changes IS
  'Public log: who changed which rule or which days of a year, when, from what to what, on which basis and why. changed_by is a reference, never a name.';
GRANT SELECT, INSERT ON law.changes TO tuntas_app;
