-- The lines of work plans: their order on the page, what was changed in them, and what people were reminded of.

-- Its place on the page when somebody moved it; NULL = after the moved ones, by its number. The number itself is never given again.
ALTER TABLE agreements.lines ADD COLUMN rank integer;

-- When it came into a plan that was signed already; NULL = it was in it when it was signed.
ALTER TABLE agreements.lines ADD COLUMN joined_at timestamptz;

-- Dropped from a plan that was signed already: everybody can still read what was promised, when it was withdrawn and why.
ALTER TABLE agreements.lines ADD COLUMN is_withdrawn boolean NOT NULL DEFAULT false;
ALTER TABLE agreements.lines ADD CHECK (NOT is_withdrawn OR state = 'dropped');

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
  -- Of a plan that was signed already: such a change is public.
  after_signing boolean NOT NULL DEFAULT false,
  PRIMARY KEY (agreement_id, line_id, id),
  FOREIGN KEY (agreement_id, line_id) REFERENCES agreements.lines
);
COMMENT ON TABLE agreements.line_changes IS 'What a line promised before it was changed, and why: nothing that was promised disappears.';
GRANT SELECT, INSERT ON agreements.line_changes TO tuntas_app;

-- The worker's daily look at what is due asks for lines by their due day and for reports that wait.
CREATE INDEX lines_reported ON agreements.lines (reported_on, id)
  WHERE state = 'reported' OR (state = 'running' AND (reported, reported_on) IS DISTINCT FROM (confirmed, confirmed_on));

-- Whoever reports may offer the evidence of a report to the public; it is shown once the other side has confirmed the report.
ALTER TABLE agreements.updates ADD COLUMN for_public boolean NOT NULL DEFAULT false;

-- Of a last report below the final target: why it ends there. '' = the target is reached, or it is not the last report.
ALTER TABLE agreements.updates ADD COLUMN shortfall text NOT NULL DEFAULT '';

-- Beside the lines, not in them: a day's reminders would rewrite every index of their table.
CREATE TABLE agreements.line_reminders (
  agreement_id uuid NOT NULL,
  line_id      uuid NOT NULL,
  -- How far the ladder of this due day was climbed: 1 = first, 2 = second, 3 = due, 4 = late. A moved due day begins anew.
  due_on       date,
  rung         smallint NOT NULL DEFAULT 0 CHECK (rung BETWEEN 0 AND 4),
  -- The report the other side was last reminded of, and how far: 1 = the other side, 2 = also who leads it and who keeps the plan.
  update_id    uuid,
  update_rung  smallint NOT NULL DEFAULT 1 CHECK (update_rung IN (1, 2)),
  PRIMARY KEY (agreement_id, line_id),
  FOREIGN KEY (agreement_id, line_id) REFERENCES agreements.lines
);
COMMENT ON TABLE agreements.line_reminders IS 'What people were last reminded of a line: written in the transaction that tells them.';
GRANT SELECT, INSERT, UPDATE ON agreements.line_reminders TO tuntas_app;

CREATE TABLE agreements.lapse_notices (
  agreement_id uuid NOT NULL REFERENCES agreements.agreements,
  ends_on      date NOT NULL,
  stage        smallint NOT NULL CHECK (stage IN (1, 2)),
  told_at      timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, ends_on, stage)
);
COMMENT ON TABLE agreements.lapse_notices IS 'Which of the two warnings before an agreement ends were given, for which last day.';
GRANT SELECT, INSERT ON agreements.lapse_notices TO tuntas_app;

-- Who looks after an agreement for a government without accounts is told at the address of the office.
ALTER TABLE messages.ledger DROP CONSTRAINT ledger_recipient_kind_check,
  ADD CONSTRAINT ledger_recipient_kind_check CHECK (recipient_kind IN ('person', 'complainant', 'invitee', 'focal-point'));
CREATE UNIQUE INDEX focal_points_id ON agreements.focal_points (id);
