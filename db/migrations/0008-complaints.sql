-- The room `complaints`: the state row answers "how is it now", the audit file answers "how did it come to be".
-- Every table that belongs to one complaint has complaint_id first in its key, so that it can be the distribution key.
CREATE SCHEMA complaints;
GRANT USAGE ON SCHEMA complaints TO tuntas_app;

CREATE TABLE complaints.complaints (
  id uuid PRIMARY KEY,
  tracking_number text NOT NULL UNIQUE CHECK (tracking_number ~ '^[1-9][0-9]{9}$'),
  version integer NOT NULL,
  class text NOT NULL CHECK (class IN ('complaint', 'aspiration', 'information-request')),
  supervisory boolean,
  rule_set text NOT NULL,
  channel text NOT NULL,
  filed_at timestamptz NOT NULL,
  filed_by_person_id uuid,
  anonymous boolean NOT NULL,
  confidential boolean NOT NULL,
  region_code text,
  zone text NOT NULL CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  category_code text,
  title text NOT NULL,
  description text NOT NULL,
  occurred_on date,
  place text,
  latitude double precision,
  longitude double precision,
  addressed_agency_id uuid,
  desk_agency_id uuid NOT NULL,
  desk_path uuid[] NOT NULL,
  is_bounced boolean NOT NULL,
  shielded_government_id uuid,
  respondent_ids uuid[] NOT NULL,
  stage text NOT NULL CHECK (stage IN ('verification', 'handling', 'closed', 'archived')),
  status text NOT NULL CHECK (status IN ('received', 'on-hold', 'forwarded', 'returned', 'in-progress', 'awaiting-complainant', 'closed', 'archived')),
  hold_since timestamptz,
  hold_reason text,
  hold_question text,
  hold_by_agency_id uuid,
  returns integer NOT NULL,
  objections integer NOT NULL,
  reopenings integer NOT NULL,
  outcome text CHECK (outcome IN ('confirmed', 'silence', 'unreachable')),
  ended_at timestamptz,
  archive_reason text,
  public_title text,
  public_description text,
  released_at timestamptz,
  ombudsman_office_id uuid,
  continues_id uuid,
  next_due_at timestamptz,
  updated_at timestamptz NOT NULL,
  reader_ids uuid[] NOT NULL,
  office_ids uuid[] NOT NULL,
  words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('indonesian', title), 'A') || setweight(to_tsvector('indonesian', description), 'B')
  ) STORED,
  public_words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('indonesian', coalesce(public_title, '')), 'A') || setweight(to_tsvector('indonesian', coalesce(public_description, '')), 'B')
  ) STORED,
  CHECK ((outcome IS NOT NULL) = (stage = 'closed')),
  CHECK ((ended_at IS NOT NULL) = (stage IN ('closed', 'archived'))),
  CHECK (NOT (confidential AND released_at IS NOT NULL)),
  CHECK ((released_at IS NULL) = (public_title IS NULL))
);
COMMENT ON TABLE complaints.complaints IS 'One row a complaint: how it is now. Who complained is not here but in schema identity. Title and description are the working text, masked for anonymous complaints.';
COMMENT ON COLUMN complaints.complaints.reader_ids IS 'Derived: every agency at or above the desk and the active parts; visibility rule `tree` reads it.';
COMMENT ON COLUMN complaints.complaints.office_ids IS 'Derived: the desk and the offices with an active part; visibility rule `office` reads it.';
COMMENT ON COLUMN complaints.complaints.next_due_at IS 'Derived: the nearest running due moment, for ordering lists. Lateness is never stored.';
CREATE INDEX complaints_readers ON complaints.complaints USING gin (reader_ids);
CREATE INDEX complaints_words ON complaints.complaints USING gin (words);
CREATE INDEX complaints_public_words ON complaints.complaints USING gin (public_words) WHERE released_at IS NOT NULL;
CREATE INDEX complaints_filed ON complaints.complaints (filed_at DESC, id DESC);
CREATE INDEX complaints_released ON complaints.complaints (released_at DESC, id DESC) WHERE released_at IS NOT NULL;
CREATE INDEX complaints_ombudsman ON complaints.complaints (ombudsman_office_id) WHERE ombudsman_office_id IS NOT NULL;
CREATE INDEX complaints_filed_by ON complaints.complaints (filed_by_person_id, filed_at DESC) WHERE filed_by_person_id IS NOT NULL;

CREATE TABLE complaints.parts (
  complaint_id uuid NOT NULL REFERENCES complaints.complaints,
  id uuid NOT NULL,
  agency_id uuid NOT NULL,
  government_id uuid NOT NULL,
  agency_path uuid[] NOT NULL,
  state text NOT NULL CHECK (state IN ('returned', 'forwarded', 'in-progress', 'awaiting-complainant', 'closed', 'excused')),
  received_at timestamptz NOT NULL,
  hops integer NOT NULL,
  return_to_agency_id uuid NOT NULL,
  binding boolean NOT NULL,
  first_follow_up_at timestamptz,
  proposed_at timestamptz,
  proposal_summary text,
  PRIMARY KEY (complaint_id, id)
);
COMMENT ON TABLE complaints.parts IS 'One row for each office that works on a complaint.';
CREATE INDEX parts_agency ON complaints.parts (agency_id, state);

CREATE TABLE complaints.clocks (
  complaint_id uuid NOT NULL REFERENCES complaints.complaints,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('verify', 'finish', 'follow-up', 'silence', 'hold', 'arbitrate')),
  part_id uuid,
  started_at timestamptz NOT NULL,
  rule text NOT NULL,
  limit_value integer NOT NULL,
  limit_unit text NOT NULL CHECK (limit_unit IN ('hk', 'day', 'hour')),
  pauses jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  is_provisional boolean NOT NULL,
  calendar_version integer NOT NULL,
  stopped_at timestamptz,
  alerts_done integer NOT NULL DEFAULT 0,
  next_alert_at timestamptz,
  PRIMARY KEY (complaint_id, id)
);
COMMENT ON TABLE complaints.clocks IS 'The deadlines of a complaint. Only a pause, a change of class or a new calendar version moves due_at, each with an event.';
CREATE INDEX clocks_alerts ON complaints.clocks (next_alert_at) WHERE next_alert_at IS NOT NULL;
CREATE INDEX clocks_running ON complaints.clocks (calendar_version) WHERE stopped_at IS NULL;

CREATE TABLE complaints.waiting (
  complaint_id uuid NOT NULL REFERENCES complaints.complaints,
  line integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('verify', 'redirect', 'arbitrate', 'receive', 'work', 'oversee')),
  part_id uuid,
  agency_id uuid NOT NULL,
  capabilities text[] NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (complaint_id, line)
);
COMMENT ON TABLE complaints.waiting IS 'Derived at every save: what an officer''s desk must do next, nearest deadline first.';
CREATE INDEX waiting_desk ON complaints.waiting (agency_id, due_at, complaint_id, line);

CREATE TABLE complaints.entries (
  complaint_id uuid NOT NULL REFERENCES complaints.complaints,
  id uuid NOT NULL,
  kind text NOT NULL,
  audience text NOT NULL CHECK (audience IN ('public', 'parties', 'internal')),
  at timestamptz NOT NULL,
  text text NOT NULL,
  part_id uuid,
  government_id uuid,
  agency_id uuid,
  author text NOT NULL,
  PRIMARY KEY (complaint_id, id)
);
COMMENT ON TABLE complaints.entries IS 'What was written on the timeline. author is a reference (person:ID, complainant, errand:NAME), never a name.';

CREATE TABLE complaints.hops (
  complaint_id uuid NOT NULL REFERENCES complaints.complaints,
  id uuid NOT NULL,
  part_id uuid,
  kind text NOT NULL,
  from_agency_id uuid NOT NULL,
  to_agency_id uuid NOT NULL,
  at timestamptz NOT NULL,
  author text NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (complaint_id, id)
);
COMMENT ON TABLE complaints.hops IS 'The ledger of hand-overs: every forwarding and every return, with its reason.';

CREATE TABLE complaints.files (
  complaint_id uuid NOT NULL REFERENCES complaints.complaints,
  id uuid NOT NULL,
  entry_id uuid,
  at timestamptz NOT NULL,
  author text NOT NULL,
  media_type text NOT NULL,
  is_image boolean NOT NULL,
  bytes bigint NOT NULL,
  sha256 bytea NOT NULL,
  store_key text NOT NULL,
  thumbnail_key text,
  width integer,
  height integer,
  is_proof boolean NOT NULL DEFAULT false,
  released_to_offices boolean NOT NULL DEFAULT false,
  released_to_public boolean NOT NULL DEFAULT false,
  PRIMARY KEY (complaint_id, id)
);
COMMENT ON TABLE complaints.files IS 'Pictures (re-encoded, without EXIF) and sealed originals. File names are not kept: they may name people.';

CREATE TABLE complaints.receipts (
  complaint_id uuid PRIMARY KEY REFERENCES complaints.complaints,
  code_hash bytea NOT NULL,
  confirmed_at timestamptz,
  last_seen_at timestamptz
);
COMMENT ON TABLE complaints.receipts IS 'The keyed hash of the receipt code, whether the complainant has confirmed noting it, and when they last looked.';

CREATE TABLE complaints.submissions (
  key_hash bytea PRIMARY KEY,
  content_hash bytea NOT NULL,
  complaint_id uuid NOT NULL,
  at timestamptz NOT NULL
);
COMMENT ON TABLE complaints.submissions IS 'One row for each client secret that has filed: a repeat gets the same answer, another content under the same key is refused.';

CREATE TABLE complaints.drafts (
  id uuid PRIMARY KEY,
  sealed bytea NOT NULL,
  updated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE complaints.drafts IS 'Unfinished complaints, sealed with a key only the citizen''s cookie has; deleted when filed or expired.';
CREATE INDEX drafts_expiry ON complaints.drafts (expires_at);

CREATE TABLE complaints.draft_files (
  draft_id uuid NOT NULL REFERENCES complaints.drafts ON DELETE CASCADE,
  id uuid NOT NULL,
  media_type text NOT NULL,
  is_image boolean NOT NULL,
  bytes bigint NOT NULL,
  sha256 bytea NOT NULL,
  store_key text NOT NULL,
  thumbnail_key text,
  width integer,
  height integer,
  at timestamptz NOT NULL,
  PRIMARY KEY (draft_id, id)
);
COMMENT ON TABLE complaints.draft_files IS 'Files uploaded to a draft; they move to complaints.files when the draft is filed.';

GRANT SELECT, INSERT, UPDATE ON complaints.complaints, complaints.parts, complaints.clocks, complaints.files, complaints.receipts TO tuntas_app;
GRANT SELECT, INSERT ON complaints.entries, complaints.hops, complaints.submissions TO tuntas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON complaints.waiting, complaints.drafts, complaints.draft_files TO tuntas_app;
