-- The exchange of plans as tables: what was handed out, and what came back and waits to be accepted.

CREATE TABLE agreements.line_bases (
  agreement_id uuid NOT NULL,
  line_id      uuid NOT NULL,
  version      integer NOT NULL,
  -- What the line said, by column, canonical.
  cells        jsonb NOT NULL CHECK (jsonb_typeof(cells) = 'object'),
  PRIMARY KEY (agreement_id, line_id, version),
  FOREIGN KEY (agreement_id, line_id) REFERENCES agreements.lines
);
COMMENT ON TABLE agreements.line_bases IS 'What a line said in each version that was handed out as a table: without it nobody could tell what the one who fills it in changed from what others changed meanwhile.';

CREATE TABLE agreements.plan_imports (
  agreement_id uuid NOT NULL REFERENCES agreements.agreements,
  id           uuid NOT NULL,
  person_id    uuid NOT NULL,
  format       text NOT NULL CHECK (format IN ('csv', 'xlsx')),
  sha256       text NOT NULL,
  size         integer NOT NULL,
  -- The file as it came; NULL once the upload is finished and the file gone.
  file_key     text,
  state        text NOT NULL CHECK (state IN ('open', 'accepted', 'discarded')),
  rows         integer NOT NULL,
  -- Headings that are no column of a plan, and were not read.
  ignored      text[] NOT NULL DEFAULT '{}',
  changed      integer NOT NULL DEFAULT 0,
  added        integer NOT NULL DEFAULT 0,
  reported     integer NOT NULL DEFAULT 0,
  received_at  timestamptz NOT NULL,
  ended_at     timestamptz,
  PRIMARY KEY (agreement_id, id),
  CHECK ((state = 'open') = (ended_at IS NULL)),
  CHECK (state <> 'open' OR file_key IS NOT NULL)
);
COMMENT ON TABLE agreements.plan_imports IS 'Tables that came back: kept until whoever brought them accepts or discards what they would change. File names are not kept.';
CREATE INDEX imports_open ON agreements.plan_imports (agreement_id, received_at, id) WHERE state = 'open';
CREATE INDEX imports_of_person ON agreements.plan_imports (person_id, received_at) WHERE state = 'open';
-- The same file of the same person is one upload while it is open.
CREATE UNIQUE INDEX imports_one_open ON agreements.plan_imports (agreement_id, person_id, sha256) WHERE state = 'open';

CREATE TABLE agreements.plan_import_rows (
  agreement_id uuid NOT NULL,
  import_id    uuid NOT NULL,
  -- Where the row stands in the file, the headings being row 1.
  row          integer NOT NULL CHECK (row >= 1),
  -- As the file says it, by column; NULL once the upload is finished.
  cells        jsonb CHECK (jsonb_typeof(cells) = 'object'),
  -- The line a new row became: the same file brought again does not add it again.
  line_id      uuid,
  -- Columns in which what the line says now was chosen over the file, with that value.
  kept         jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(kept) = 'object'),
  PRIMARY KEY (agreement_id, import_id, row),
  FOREIGN KEY (agreement_id, import_id) REFERENCES agreements.plan_imports
);
COMMENT ON TABLE agreements.plan_import_rows IS 'The rows of a table that came back, as they came. What they would change is worked out anew each time they are looked at.';
CREATE INDEX import_rows_added ON agreements.plan_import_rows (agreement_id, import_id) WHERE line_id IS NOT NULL;

GRANT SELECT, INSERT ON agreements.line_bases TO tuntas_app;
GRANT SELECT, INSERT, UPDATE ON agreements.plan_imports TO tuntas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON agreements.plan_import_rows TO tuntas_app;
