-- Obligations of agencies: who works on them, what was reported and judged, more time, and what is published of a case.

ALTER TABLE casework.obligations
  -- The office the government gave it to; NULL = the agency it is addressed to.
  ADD COLUMN handler_agency_id uuid REFERENCES directory.agencies,
  ADD COLUMN handler_path  uuid[] NOT NULL DEFAULT '{}',
  -- When the report that now stands was handed in: lateness is reckoned to here, not to the day of the verdict.
  ADD COLUMN reported_at   timestamptz,
  ADD COLUMN region_code   text,
  ADD COLUMN rule_set      text NOT NULL CHECK (rule_set IN ('PO 26/2017', 'PO 58/2023')),
  -- Kept for lists: a request for more time waits for the Ombudsman.
  ADD COLUMN asks_time     boolean NOT NULL DEFAULT false,
  ADD CHECK ((handler_agency_id IS NULL) = (cardinality(handler_path) = 0)),
  ADD CHECK (state <> 'reported' OR reported_at IS NOT NULL);
CREATE UNIQUE INDEX obligations_ordinal ON casework.obligations (COALESCE(case_id, review_id), ordinal);
CREATE INDEX obligations_path ON casework.obligations USING gin (agency_path);
CREATE INDEX obligations_handler ON casework.obligations USING gin (handler_path);
CREATE INDEX obligations_office_path ON casework.obligations USING gin (office_path);
-- With what the counts of the lists ask.
CREATE INDEX obligations_case ON casework.obligations (case_id) INCLUDE (judged_at, state, due_at, asks_time) WHERE case_id IS NOT NULL;
CREATE INDEX obligations_due ON casework.obligations (due_at, id);

CREATE TABLE casework.obligation_steps (
  obligation_id uuid NOT NULL REFERENCES casework.obligations,
  id            uuid NOT NULL,
  kind          text NOT NULL CHECK (kind IN ('issue', 'receive', 'start', 'report', 'progress', 'return', 'carried-out', 'partly',
    'partly-final', 'not-carried-out', 'reopen', 'withdraw', 'ask-time', 'grant-time', 'refuse-time', 'delegate')),
  at            timestamptz NOT NULL,
  -- A reference (person:ID, errand:NAME), never a name.
  author        text NOT NULL,
  side          text NOT NULL CHECK (side IN ('agency', 'ombudsman', 'system')),
  -- What was done, what is missing, why.
  text          text NOT NULL,
  -- Verdicts: what the verdict rests on.
  looked_at     text,
  -- Asked or granted, working days.
  days          integer CHECK (days >= 1),
  due_before    timestamptz,
  due_after     timestamptz,
  agency_id     uuid REFERENCES directory.agencies,
  PRIMARY KEY (obligation_id, id)
);
COMMENT ON TABLE casework.obligation_steps IS 'The history of an obligation, read by both sides: receipt, progress, reports, verdicts with reasons, more time asked and decided.';

CREATE TABLE casework.obligation_files (
  obligation_id uuid NOT NULL REFERENCES casework.obligations,
  id            uuid NOT NULL,
  step_id       uuid NOT NULL,
  media_type    text NOT NULL,
  extension     text NOT NULL,
  bytes         bigint NOT NULL,
  sha256        text NOT NULL,
  store_key     text NOT NULL,
  thumbnail_key text,
  PRIMARY KEY (obligation_id, id),
  FOREIGN KEY (obligation_id, step_id) REFERENCES casework.obligation_steps (obligation_id, id)
);
COMMENT ON TABLE casework.obligation_files IS 'Evidence an agency hands in with a report on an obligation; sha256 of the bytes as they are handed out.';

CREATE TABLE casework.obligation_clocks (
  obligation_id    uuid NOT NULL REFERENCES casework.obligations,
  id               uuid NOT NULL,
  kind             text NOT NULL,
  started_at       timestamptz NOT NULL,
  rule             text NOT NULL,
  limit_value      integer NOT NULL,
  limit_unit       text NOT NULL CHECK (limit_unit IN ('hk', 'day', 'hour')),
  pauses           jsonb NOT NULL,
  due_at           timestamptz NOT NULL,
  is_provisional   boolean NOT NULL,
  calendar_version integer NOT NULL,
  stopped_at       timestamptz,
  alerts_done      integer NOT NULL DEFAULT 0,
  next_alert_at    timestamptz,
  PRIMARY KEY (obligation_id, id)
);
COMMENT ON TABLE casework.obligation_clocks IS 'Deadlines of obligations that come from a review; those of a case have theirs in casework.clocks.';
CREATE INDEX obligation_clocks_alerts ON casework.obligation_clocks (next_alert_at) WHERE next_alert_at IS NOT NULL;

CREATE TABLE casework.publications (
  case_id      uuid NOT NULL REFERENCES casework.cases,
  id           uuid NOT NULL,
  -- Of the case's number, in a form that fits an address.
  slug         text NOT NULL,
  state        text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  kind         text NOT NULL CHECK (kind IN ('finding', 'recommendation')),
  title        text NOT NULL CHECK (title <> ''),
  summary      text NOT NULL CHECK (summary <> ''),
  -- The language of the text is the author's; the figures around it are in both.
  actions      text NOT NULL,
  written_by   uuid NOT NULL REFERENCES directory.people,
  written_at   timestamptz NOT NULL,
  -- What the scan marked and the author kept on purpose (numbers of offices), as digests.
  approved_by  uuid REFERENCES directory.people,
  published_at timestamptz,
  withdrawn_at timestamptz,
  reason       text,
  version      integer NOT NULL DEFAULT 1,
  PRIMARY KEY (case_id, id),
  CHECK (state = 'draft' OR (approved_by IS NOT NULL AND published_at IS NOT NULL)),
  CHECK (approved_by IS NULL OR approved_by <> written_by),
  CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  CHECK ((state = 'withdrawn') = (reason IS NOT NULL))
);
COMMENT ON TABLE casework.publications IS 'What the public reads of a finding or recommendation: a text of its own without personal data, written by one person and published by another.';
CREATE UNIQUE INDEX publications_live ON casework.publications (case_id) WHERE state <> 'withdrawn';
CREATE INDEX publications_public ON casework.publications (published_at DESC, case_id DESC) WHERE state = 'published';
CREATE INDEX publications_slug ON casework.publications (slug);

GRANT SELECT, INSERT ON casework.obligation_steps, casework.obligation_files TO tuntas_app;
GRANT SELECT, INSERT, UPDATE ON casework.obligation_clocks, casework.publications TO tuntas_app;
