-- The lines of work plans: their order on the page, what was changed in them, and what people were reminded of.

-- Its place on the page when somebody moved it; NULL = after the moved ones, by its number. The number itself is never given again.
ALTER TABLE agreements.lines ADD COLUMN rank integer;

CREATE TABLE agreements.line_changes (
  agreement_id uuid NOT NULL,
  line_id      uuid NOT NULL,
  id           uuid NOT NULL,
  at           timestamptz NOT NULL,
  author       text NOT NULL,
  -- Why a line of a signed plan was changed; '' before the signing.
  reason       text NOT NULL,
  -- What it was before, of the fields that were changed: a line keeps its present values in its row.
  before       jsonb NOT NULL CHECK (jsonb_typeof(before) = 'object'),
  after        jsonb NOT NULL CHECK (jsonb_typeof(after) = 'object'),
  PRIMARY KEY (agreement_id, line_id, id),
  FOREIGN KEY (agreement_id, line_id) REFERENCES agreements.lines
);
COMMENT ON TABLE agreements.line_changes IS 'What a line promised before it was changed, and why: nothing that was promised disappears.';
GRANT SELECT, INSERT ON agreements.line_changes TO tuntas_app;

-- The worker's daily look at what is due asks for lines by their due day and for reports that wait.
CREATE INDEX lines_reported ON agreements.lines (reported_on, id)
  WHERE state = 'reported' OR (state = 'running' AND reported IS DISTINCT FROM confirmed);
