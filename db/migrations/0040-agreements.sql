-- Agreements between the Ombudsman and governments: the register, who signs, and the lines of work plans. Areas add their own tables in later files.

-- Those who sign for a government and for its offices.
ALTER TABLE directory.positions DROP CONSTRAINT positions_kind_check;
ALTER TABLE directory.positions ADD CONSTRAINT positions_kind_check CHECK (kind IN (
  'national-verifier', 'agency-coordinator', 'liaison-officer', 'counter-officer', 'ombudsman-assistant', 'ombudsman-head',
  'report-verifier', 'resolution-assistant', 'prevention-assistant', 'supervisor', 'assessor', 'assessment-checker', 'assessment-manager',
  'regional-leader', 'regional-secretary', 'office-head', 'system-admin'));

CREATE SCHEMA agreements;
GRANT USAGE ON SCHEMA agreements TO tuntas_app;

CREATE TABLE agreements.programmes (
  code       text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]{1,40}$'),
  label_id   text NOT NULL CHECK (label_id <> ''),
  label_en   text NOT NULL CHECK (label_en <> ''),
  ordinal    integer NOT NULL,
  -- Half-open, as everywhere: the first day it may no longer be chosen.
  valid_from date,
  valid_until date,
  is_shipped boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE agreements.programmes IS 'What agreements are about (ruang lingkup), as shared codes. Four are shipped; offices of the Ombudsman may add others.';

CREATE TABLE agreements.agreements (
  id             uuid PRIMARY KEY,
  -- How it is called in addresses and lists: NK-2026-0001. Never used again.
  code           text NOT NULL UNIQUE,
  version        integer NOT NULL DEFAULT 1,
  kind           text NOT NULL CHECK (kind IN ('nota-kesepakatan', 'nota-kesepahaman', 'rencana-kerja', 'pks', 'komitmen', 'rad')),
  state          text NOT NULL CHECK (state IN ('draft', 'commenting', 'ready', 'signing', 'signed', 'ended', 'dropped')),
  title          text NOT NULL CHECK (title <> ''),
  basis          text NOT NULL,
  purpose        text NOT NULL,
  programmes     text[] NOT NULL DEFAULT '{}',
  -- The first and last year a plan is about; NULL for kinds without lines.
  year_from      integer CHECK (year_from BETWEEN 2000 AND 2199),
  year_until     integer CHECK (year_until BETWEEN 2000 AND 2199),
  -- The Ombudsman's office that follows it; NULL for a plan that a government makes without one (RAD).
  office_id      uuid REFERENCES directory.agencies,
  office_path    uuid[] NOT NULL DEFAULT '{}',
  -- The government or office that keeps the file: whose officers prepare it.
  keeper_id      uuid NOT NULL REFERENCES directory.agencies,
  keeper_path    uuid[] NOT NULL,
  parent_id      uuid REFERENCES agreements.agreements,
  predecessor_id uuid REFERENCES agreements.agreements,
  place          text NOT NULL DEFAULT '',
  signed_on      date,
  in_force_from  date,
  -- The last day it binds; NULL = without an end.
  in_force_until date,
  ended_on       date,
  end_reason     text,
  -- How we know that it was signed: in the application, on paper with a scan that a second person confirmed, or entered from the files.
  evidence       text CHECK (evidence IN ('application', 'paper', 'mixed', 'record')),
  -- Where the facts of an entered one come from.
  source         text NOT NULL DEFAULT '',
  zone           text NOT NULL CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  collection_id  uuid,
  created_by     uuid,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  -- Derived, for lists and visibility: every agency that is a party, and the governments they belong to.
  party_ids      uuid[] NOT NULL DEFAULT '{}',
  government_ids uuid[] NOT NULL DEFAULT '{}',
  is_example     boolean NOT NULL DEFAULT false,
  words tsvector GENERATED ALWAYS AS (setweight(to_tsvector('indonesian', title), 'A') || setweight(to_tsvector('indonesian', purpose), 'B')) STORED,
  CHECK (in_force_until IS NULL OR in_force_from IS NULL OR in_force_from <= in_force_until),
  CHECK (in_force_from IS NULL OR signed_on IS NULL OR signed_on <= in_force_from),
  CHECK (state NOT IN ('signed', 'ended') OR (signed_on IS NOT NULL AND in_force_from IS NOT NULL AND evidence IS NOT NULL)),
  CHECK ((state = 'ended') = (ended_on IS NOT NULL)),
  CHECK (year_until IS NULL OR year_from <= year_until),
  CHECK (predecessor_id IS DISTINCT FROM id AND parent_id IS DISTINCT FROM id)
);
COMMENT ON TABLE agreements.agreements IS 'One row a document that binds: memoranda, yearly work plans, cooperation agreements with offices, commitments, action plans. Whether it is in force is a question put to its days, never a column.';
-- One of several governments may be followed by one for each of them: that no government is followed twice the action holds, one at a time.
CREATE INDEX agreements_followers ON agreements.agreements (predecessor_id) WHERE predecessor_id IS NOT NULL AND state <> 'dropped';
CREATE INDEX agreements_newest ON agreements.agreements (created_at DESC, id DESC);
CREATE INDEX agreements_parent ON agreements.agreements (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX agreements_keeper ON agreements.agreements (keeper_id, created_at DESC, id DESC);
CREATE INDEX agreements_parties ON agreements.agreements USING gin (party_ids);
CREATE INDEX agreements_governments ON agreements.agreements USING gin (government_ids);
CREATE INDEX agreements_offices ON agreements.agreements USING gin (office_path);
CREATE INDEX agreements_lapsing ON agreements.agreements (in_force_until) WHERE state = 'signed' AND in_force_until IS NOT NULL;
CREATE INDEX agreements_words ON agreements.agreements USING gin (words);

CREATE TABLE agreements.numbers (
  kind  text NOT NULL,
  year  integer NOT NULL,
  last  integer NOT NULL,
  PRIMARY KEY (kind, year)
);
COMMENT ON TABLE agreements.numbers IS 'The last running number given to a kind in a year.';

CREATE TABLE agreements.parties (
  agreement_id  uuid NOT NULL REFERENCES agreements.agreements,
  id            uuid NOT NULL,
  ordinal       integer NOT NULL CHECK (ordinal >= 1),
  side          text NOT NULL CHECK (side IN ('ombudsman', 'government', 'other')),
  -- NULL for a body the directory does not know (a university, a civil society organisation): its name stands in `name`.
  agency_id     uuid REFERENCES directory.agencies,
  government_id uuid,
  agency_path   uuid[] NOT NULL DEFAULT '{}',
  name          text NOT NULL CHECK (name <> ''),
  -- The number this side has given the document.
  own_number    text NOT NULL DEFAULT '',
  PRIMARY KEY (agreement_id, id),
  -- Looked at when the transaction ends: two parties may change places.
  UNIQUE (agreement_id, ordinal) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((agency_id IS NULL) = (side = 'other'))
);
COMMENT ON TABLE agreements.parties IS 'Who promises each other something, in the order of the document, with the number of each side.';
CREATE INDEX parties_agency ON agreements.parties (agency_id) WHERE agency_id IS NOT NULL;

CREATE TABLE agreements.signatories (
  agreement_id  uuid NOT NULL REFERENCES agreements.agreements,
  id            uuid NOT NULL,
  party_id      uuid,
  -- The order of signing; those with the same number may sign in any order among themselves.
  ordinal       integer NOT NULL CHECK (ordinal >= 1),
  capacity      text NOT NULL CHECK (capacity IN ('signs', 'witnesses')),
  -- The office somebody signs in: Sekretaris Daerah, Kepala Perwakilan. The name only when it is known.
  position      text NOT NULL CHECK (position <> ''),
  name          text NOT NULL DEFAULT '',
  -- Whoever signs in the application; NULL = signs on paper.
  person_id     uuid REFERENCES directory.people,
  asked_at      timestamptz,
  method        text CHECK (method IN ('application', 'paper', 'record')),
  signed_at     timestamptz,
  -- The person who uploaded the scan and the other one who compared it.
  uploaded_by   uuid,
  confirmed_by  uuid,
  -- Declined, with the reason in the event file.
  declined_at   timestamptz,
  PRIMARY KEY (agreement_id, id),
  FOREIGN KEY (agreement_id, party_id) REFERENCES agreements.parties,
  CHECK ((method IS NULL) = (signed_at IS NULL)),
  CHECK (confirmed_by IS NULL OR confirmed_by IS DISTINCT FROM uploaded_by),
  CHECK (signed_at IS NULL OR declined_at IS NULL)
);
COMMENT ON TABLE agreements.signatories IS 'Who signs and who witnesses, in which order and office, and when they did.';
CREATE INDEX signatories_person ON agreements.signatories (person_id, asked_at) WHERE person_id IS NOT NULL AND signed_at IS NULL;

CREATE TABLE agreements.focal_points (
  agreement_id uuid NOT NULL REFERENCES agreements.agreements,
  id           uuid NOT NULL,
  party_id     uuid NOT NULL,
  -- The unit and the office held; a person of the directory when there is one.
  agency_id    uuid REFERENCES directory.agencies,
  position     text NOT NULL CHECK (position <> ''),
  person_id    uuid REFERENCES directory.people,
  -- An address of the office, never a private one.
  office_mail  text NOT NULL DEFAULT '',
  since        date NOT NULL,
  until        date,
  PRIMARY KEY (agreement_id, id),
  FOREIGN KEY (agreement_id, party_id) REFERENCES agreements.parties
);
COMMENT ON TABLE agreements.focal_points IS 'Narahubung: whom each side asks about the agreement.';
CREATE INDEX focal_points_person ON agreements.focal_points (person_id) WHERE person_id IS NOT NULL AND until IS NULL;

CREATE TABLE agreements.files (
  agreement_id uuid NOT NULL REFERENCES agreements.agreements,
  id           uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('scan', 'signed', 'annex', 'minutes', 'evaluation', 'evidence', 'other')),
  -- The line, review or update it belongs to; NULL = the agreement itself.
  part_id      uuid,
  title        text NOT NULL,
  file_key     text NOT NULL,
  thumbnail_key text,
  media_type   text NOT NULL,
  extension    text NOT NULL,
  size         integer NOT NULL,
  sha256       text NOT NULL,
  is_public    boolean NOT NULL DEFAULT false,
  added_by     uuid NOT NULL,
  added_at     timestamptz NOT NULL,
  -- Somebody else has compared it with the paper.
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- A file is never overwritten: a better one takes its place.
  replaced_by  uuid,
  PRIMARY KEY (agreement_id, id),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK (confirmed_by IS NULL OR confirmed_by <> added_by)
);
COMMENT ON TABLE agreements.files IS 'Scans, signed documents, annexes, minutes and evidence. File names are not kept.';
CREATE INDEX files_part ON agreements.files (agreement_id, part_id, id);

CREATE TABLE agreements.lines (
  agreement_id    uuid NOT NULL REFERENCES agreements.agreements,
  id              uuid NOT NULL UNIQUE,
  version         integer NOT NULL DEFAULT 1,
  -- Its number in the plan, never given again.
  ordinal         integer NOT NULL CHECK (ordinal >= 1),
  year            integer NOT NULL CHECK (year BETWEEN 2000 AND 2199),
  programme       text NOT NULL REFERENCES agreements.programmes,
  -- RAD lines: which of the four factors of success they serve.
  factor          text CHECK (factor IN ('sop', 'participation', 'staff', 'technology')),
  form            text NOT NULL CHECK (form IN ('activity', 'training', 'outreach', 'discussion')),
  activity        text NOT NULL CHECK (activity <> ''),
  output          text NOT NULL,
  indicator       text NOT NULL,
  unit            text NOT NULL,
  -- Exact. Targets are cumulative at the end of each quarter of the year; NULL = nothing is due by then.
  baseline        numeric,
  target_1        numeric,
  target_2        numeric,
  target_3        numeric,
  target_4        numeric,
  -- Whether more is better ('up') or less ('down': days taken, share closed by silence).
  direction       text NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down')),
  budget_source   text NOT NULL DEFAULT '',
  -- Whole rupiah.
  budget_amount   numeric(18, 0) CHECK (budget_amount >= 0),
  place           text NOT NULL DEFAULT '',
  starts_on       date NOT NULL,
  due_on          date NOT NULL,
  -- The day that was promised first: it stays visible.
  first_due_on    date NOT NULL,
  owner_party_id  uuid NOT NULL,
  owner_agency_id uuid NOT NULL REFERENCES directory.agencies,
  owner_path      uuid[] NOT NULL,
  owner_position  text NOT NULL,
  owner_person_id uuid REFERENCES directory.people,
  other_party_id  uuid,
  other_agency_id uuid REFERENCES directory.agencies,
  other_path      uuid[] NOT NULL DEFAULT '{}',
  other_position  text NOT NULL DEFAULT '',
  other_person_id uuid REFERENCES directory.people,
  supporting_ids  uuid[] NOT NULL DEFAULT '{}',
  evidence_asked  text NOT NULL DEFAULT '',
  is_priority     boolean NOT NULL DEFAULT false,
  -- What it answers: an improvement item of an assessment, an obligation of a case or review, a decision of a joint review.
  item_id         uuid,
  obligation_id   uuid,
  decision_id     uuid,
  -- A live measure from complaints: { measure, agencyId }; its period is the year of the line.
  measure         text,
  measure_agency_id uuid REFERENCES directory.agencies,
  state           text NOT NULL CHECK (state IN ('planned', 'running', 'reported', 'done', 'not-done', 'dropped')),
  state_at        timestamptz NOT NULL,
  state_note      text,
  -- The last achievement the other side confirmed, and the last one reported.
  confirmed       numeric,
  confirmed_on    date,
  reported        numeric,
  reported_on     date,
  evidence_count  integer NOT NULL DEFAULT 0,
  updated_at      timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, id),
  UNIQUE (agreement_id, ordinal),
  FOREIGN KEY (agreement_id, owner_party_id) REFERENCES agreements.parties,
  FOREIGN KEY (agreement_id, other_party_id) REFERENCES agreements.parties,
  CHECK (starts_on <= due_on),
  CHECK (other_party_id IS DISTINCT FROM owner_party_id)
);
COMMENT ON TABLE agreements.lines IS 'What is promised, line by line: who does what by when, how it is measured, what proves it.';
CREATE INDEX lines_order ON agreements.lines (agreement_id, ordinal);
CREATE INDEX lines_due ON agreements.lines (due_on, id) WHERE state IN ('planned', 'running', 'reported');
CREATE INDEX lines_owner ON agreements.lines USING gin (owner_path);
CREATE INDEX lines_other ON agreements.lines USING gin (other_path);
CREATE UNIQUE INDEX lines_one_per_item ON agreements.lines (item_id) WHERE item_id IS NOT NULL AND state <> 'dropped';
CREATE UNIQUE INDEX lines_one_per_obligation ON agreements.lines (obligation_id) WHERE obligation_id IS NOT NULL AND state <> 'dropped';

CREATE TABLE agreements.updates (
  agreement_id uuid NOT NULL,
  line_id      uuid NOT NULL,
  id           uuid NOT NULL,
  as_of        date NOT NULL,
  achieved     numeric NOT NULL,
  text         text NOT NULL,
  is_last      boolean NOT NULL,
  author       text NOT NULL,
  agency_id    uuid REFERENCES directory.agencies,
  at           timestamptz NOT NULL,
  state        text NOT NULL CHECK (state IN ('reported', 'confirmed', 'returned', 'withdrawn')),
  judged_by    text,
  judged_at    timestamptz,
  judged_text  text,
  PRIMARY KEY (agreement_id, line_id, id),
  FOREIGN KEY (agreement_id, line_id) REFERENCES agreements.lines,
  CHECK ((state = 'reported') = (judged_at IS NULL)),
  CHECK (judged_by IS DISTINCT FROM author OR state = 'withdrawn')
);
COMMENT ON TABLE agreements.updates IS 'Progress as its owner reported it, with the word of the other side.';

CREATE TABLE agreements.shifts (
  agreement_id uuid NOT NULL,
  line_id      uuid NOT NULL,
  id           uuid NOT NULL,
  from_day     date NOT NULL,
  to_day       date NOT NULL,
  reason       text NOT NULL CHECK (reason <> ''),
  author       text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, line_id, id),
  FOREIGN KEY (agreement_id, line_id) REFERENCES agreements.lines,
  CHECK (from_day < to_day)
);
COMMENT ON TABLE agreements.shifts IS 'Every delay: the day before, the new day, and why.';

GRANT SELECT, INSERT, UPDATE ON agreements.agreements, agreements.numbers, agreements.signatories, agreements.focal_points, agreements.files,
  agreements.lines, agreements.updates, agreements.programmes TO tuntas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON agreements.parties TO tuntas_app;
GRANT DELETE ON agreements.signatories, agreements.focal_points TO tuntas_app;
GRANT SELECT, INSERT ON agreements.shifts TO tuntas_app;

INSERT INTO agreements.programmes (code, label_id, label_en, ordinal, is_shipped) VALUES
  ('faster-settlement', 'Percepatan penyelesaian laporan masyarakat', 'Faster settlement of complaints', 1, true),
  ('prevention', 'Pencegahan maladministrasi', 'Prevention of maladministration', 2, true),
  ('data-exchange', 'Pertukaran data dan informasi', 'Exchange of data and information', 3, true),
  ('competence', 'Peningkatan kompetensi SDM', 'Competence of staff', 4, true);
