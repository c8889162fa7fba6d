-- Penilaian: instruments, rounds, what is found in the field, scores, the right of reply, what is published.
-- The id of the assessment (one agency in one round) is first in the key of all its rows.

CREATE SCHEMA assessments;
GRANT USAGE ON SCHEMA assessments TO tuntas_app;

CREATE TABLE assessments.instruments (
  id           text NOT NULL CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  version      integer NOT NULL CHECK (version >= 1),
  state        text NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
  body         jsonb NOT NULL,
  -- What of the version before it changed and why, and who decided: a decree, a decision record.
  change_note  text,
  decided_by   text,
  decided_on   date,
  revision     integer NOT NULL DEFAULT 1,
  created_by   text NOT NULL,
  created_at   timestamptz NOT NULL,
  edited_at    timestamptz NOT NULL,
  published_at timestamptz,
  origin       text NOT NULL DEFAULT 'people' CHECK (origin IN ('shipped', 'people')),
  PRIMARY KEY (id, version),
  CHECK ((state = 'draft') = (published_at IS NULL)),
  CHECK (state = 'draft' OR (decided_by IS NOT NULL AND decided_on IS NOT NULL))
);
COMMENT ON TABLE assessments.instruments IS
  'Versions of instruments as values. A published body never changes (trigger); a change is a new version.';
CREATE UNIQUE INDEX instruments_one_draft ON assessments.instruments (id) WHERE state = 'draft';

CREATE FUNCTION assessments.keep_published_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.body IS DISTINCT FROM OLD.body OR NEW.state = 'draft' OR NEW.published_at IS DISTINCT FROM OLD.published_at) THEN
    RAISE EXCEPTION 'a published instrument version is frozen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published_body BEFORE UPDATE ON assessments.instruments
  FOR EACH ROW EXECUTE FUNCTION assessments.keep_published_body();
GRANT SELECT, INSERT, UPDATE ON assessments.instruments TO tuntas_app;
-- Only a draft may be thrown away.
CREATE FUNCTION assessments.keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' THEN RAISE EXCEPTION 'a published instrument version is kept'; END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER keep_published_version BEFORE DELETE ON assessments.instruments
  FOR EACH ROW EXECUTE FUNCTION assessments.keep_published_version();
GRANT DELETE ON assessments.instruments TO tuntas_app;

CREATE TABLE assessments.rounds (
  id                 uuid PRIMARY KEY,
  code               text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title              text NOT NULL CHECK (title <> ''),
  year               integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  starts_on          date NOT NULL,
  ends_on            date NOT NULL CHECK (ends_on >= starts_on),
  instrument_id      text NOT NULL,
  instrument_version integer NOT NULL,
  -- The office of the Ombudsman that runs it; the whole country: its root.
  owner_agency_id    uuid NOT NULL REFERENCES directory.agencies,
  state              text NOT NULL CHECK (state IN ('planned', 'open', 'ended')),
  -- All draws of the round come from this text, so anyone can repeat them.
  seed               text NOT NULL CHECK (length(seed) BETWEEN 8 AND 100),
  second_rating_percent integer NOT NULL DEFAULT 10 CHECK (second_rating_percent BETWEEN 0 AND 100),
  self_assessment_until date,
  reply_days         integer NOT NULL CHECK (reply_days BETWEEN 1 AND 60),
  is_example         boolean NOT NULL DEFAULT false,
  revision           integer NOT NULL DEFAULT 1,
  created_by         uuid NOT NULL,
  created_at         timestamptz NOT NULL,
  opened_at          timestamptz,
  FOREIGN KEY (instrument_id, instrument_version) REFERENCES assessments.instruments (id, version)
);
COMMENT ON TABLE assessments.rounds IS 'A round: which agencies are measured with which instrument version in which period.';
COMMENT ON COLUMN assessments.rounds.reply_days IS 'Working days for the right of reply, counted from the notification.';
CREATE INDEX rounds_by_year ON assessments.rounds (year DESC, id);

CREATE TABLE assessments.assessments (
  id             uuid PRIMARY KEY,
  round_id       uuid NOT NULL REFERENCES assessments.rounds,
  agency_id      uuid NOT NULL REFERENCES directory.agencies,
  agency_path    uuid[] NOT NULL,
  agency_kind    text NOT NULL,
  region_code    text,
  -- The office of the Ombudsman that serves the place (its head office for national bodies), as it was when planned.
  ombudsman_office_id uuid REFERENCES directory.agencies,
  stage          text NOT NULL CHECK (stage IN ('draft', 'submitted', 'checked', 'moderated', 'notified', 'in-reply', 'final', 'published')),
  revision       integer NOT NULL DEFAULT 1,
  submitted_by   uuid, submitted_at timestamptz,
  checked_by     uuid, checked_at   timestamptz,
  moderated_by   uuid, moderated_at timestamptz,
  notified_by    uuid, notified_at  timestamptz,
  reply_due_at   timestamptz,
  -- The agency has said that it has no reply (no further one): the time need not be waited for.
  replies_waived_by uuid, replies_waived_at timestamptz,
  finalised_by   uuid, finalised_at timestamptz,
  published_by   uuid, published_at timestamptz,
  -- Of the published result in force; 0 = none yet.
  published_version integer NOT NULL DEFAULT 0,
  UNIQUE (round_id, agency_id),
  CHECK ((stage = 'published') = (published_version > 0)),
  -- Maker, checker and publisher are different people (makers are compared by the rule: there are several).
  CHECK (checked_by <> submitted_by),
  CHECK (published_by <> checked_by AND published_by <> submitted_by)
);
COMMENT ON TABLE assessments.assessments IS 'One agency in one round, with its stage.';
CREATE INDEX assessments_by_agency ON assessments.assessments (agency_id, round_id);
CREATE INDEX assessments_by_stage ON assessments.assessments (stage, id);

CREATE TABLE assessments.units (
  assessment_id uuid NOT NULL REFERENCES assessments.assessments,
  unit_no       smallint NOT NULL CHECK (unit_no >= 1),
  agency_id     uuid NOT NULL REFERENCES directory.agencies,
  -- As the office was called when it was drawn.
  name          text NOT NULL,
  locus_id      text NOT NULL,
  locus_en      text NOT NULL,
  -- Why the planner added it though no rule asks for it; NULL = by the rule of the instrument.
  added_reason  text,
  assessor_id        uuid REFERENCES directory.people,
  second_assessor_id uuid REFERENCES directory.people,
  PRIMARY KEY (assessment_id, unit_no),
  UNIQUE (assessment_id, agency_id),
  CHECK (assessor_id <> second_assessor_id)
);
COMMENT ON TABLE assessments.units IS 'The units (loci) of an agency that are measured, and who goes there.';
CREATE INDEX units_by_assessor ON assessments.units (assessor_id);
CREATE INDEX units_by_second_assessor ON assessments.units (second_assessor_id);
CREATE INDEX units_by_agency ON assessments.units (agency_id);

CREATE TABLE assessments.ties (
  person_id   uuid NOT NULL REFERENCES directory.people,
  agency_id   uuid NOT NULL REFERENCES directory.agencies,
  kind        text NOT NULL CHECK (kind IN ('family', 'worked-there', 'business', 'other')),
  declared_at timestamptz NOT NULL,
  ended_on    date,
  PRIMARY KEY (person_id, agency_id)
);
COMMENT ON TABLE assessments.ties IS
  'Who declared a tie to which agency: they assess nothing in its tree. Positions held there exclude without a declaration.';

CREATE TABLE assessments.sheets (
  assessment_id uuid NOT NULL REFERENCES assessments.assessments,
  unit_no       smallint NOT NULL,
  rating        smallint NOT NULL CHECK (rating IN (0, 1, 2)),
  sheet_no      smallint NOT NULL CHECK (sheet_no >= 1),
  kind          text NOT NULL CHECK (kind IN ('product', 'officer', 'user', 'complaint-officer', 'unit', 'agency')),
  -- The product (layanan) a product sheet is about, by its number and name when drawn.
  service_id    uuid,
  service_name  text,
  -- The cell of the quota a person asked belongs to, never who it was.
  quota         text,
  done          boolean NOT NULL DEFAULT false,
  filled_by     uuid,
  filled_at     timestamptz,
  revision      integer NOT NULL DEFAULT 0,
  PRIMARY KEY (assessment_id, unit_no, rating, sheet_no),
  CHECK ((unit_no = 0) = (kind = 'agency'))
);
COMMENT ON TABLE assessments.sheets IS
  'What is answered at one go: a product seen, a person asked, the unit itself. rating: 1 counts, 2 = second rater, 0 = self-assessment. unit_no 0 = the agency itself.';

CREATE TABLE assessments.answers (
  assessment_id  uuid NOT NULL,
  unit_no        smallint NOT NULL,
  rating         smallint NOT NULL,
  sheet_no       smallint NOT NULL,
  indicator      text NOT NULL,
  -- As rules/answer-kinds.ts keeps it; NULL = does not apply here.
  value          numeric,
  note           text,
  revision       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (assessment_id, unit_no, rating, sheet_no, indicator),
  FOREIGN KEY (assessment_id, unit_no, rating, sheet_no) REFERENCES assessments.sheets
);
COMMENT ON TABLE assessments.answers IS 'One answer on one sheet, as a number. Its history is in the audit file of the assessment.';

CREATE TABLE assessments.evidence (
  id             uuid PRIMARY KEY,
  assessment_id  uuid NOT NULL REFERENCES assessments.assessments,
  unit_no        smallint NOT NULL,
  rating         smallint NOT NULL,
  sheet_no       smallint NOT NULL,
  indicator      text NOT NULL,
  file_key       text NOT NULL,
  thumbnail_key  text,
  media_type     text NOT NULL,
  extension      text NOT NULL,
  size           bigint NOT NULL,
  -- Of the bytes handed out, and of those that left the device.
  sha256         text NOT NULL,
  sent_sha256    text NOT NULL,
  taken_at       timestamptz,
  latitude       double precision CHECK (latitude BETWEEN -90 AND 90),
  longitude      double precision CHECK (longitude BETWEEN -180 AND 180),
  caption        text,
  added_by       uuid NOT NULL,
  received_at    timestamptz NOT NULL,
  withdrawn_at   timestamptz,
  CHECK ((latitude IS NULL) = (longitude IS NULL))
);
COMMENT ON TABLE assessments.evidence IS 'Photographs and documents behind an answer, with hash, time and place as the device told them.';
CREATE INDEX evidence_by_answer ON assessments.evidence (assessment_id, unit_no, rating, sheet_no, indicator);

CREATE TABLE assessments.conflicts (
  id             uuid PRIMARY KEY,
  assessment_id  uuid NOT NULL,
  unit_no        smallint NOT NULL,
  rating         smallint NOT NULL,
  sheet_no       smallint NOT NULL,
  indicator      text NOT NULL,
  device_value   numeric,
  device_note    text,
  device_clears  boolean NOT NULL DEFAULT false,
  base_revision  integer NOT NULL,
  server_revision integer NOT NULL,
  server_value   numeric,
  server_note    text,
  written_at     timestamptz,
  received_at    timestamptz NOT NULL,
  received_from  uuid NOT NULL,
  resolved_at    timestamptz,
  resolved_by    uuid,
  kept           text CHECK (kept IN ('server', 'device')),
  FOREIGN KEY (assessment_id, unit_no, rating, sheet_no) REFERENCES assessments.sheets,
  CHECK ((resolved_at IS NULL) = (kept IS NULL) AND (resolved_at IS NULL) = (resolved_by IS NULL))
);
COMMENT ON TABLE assessments.conflicts IS 'An answer that came from a device after the same one had changed here: both are kept until someone chooses.';
CREATE INDEX conflicts_open ON assessments.conflicts (assessment_id) WHERE resolved_at IS NULL;

CREATE TABLE assessments.device_operations (
  id            uuid PRIMARY KEY,
  person_id     uuid NOT NULL,
  assessment_id uuid NOT NULL,
  outcome       jsonb NOT NULL,
  received_at   timestamptz NOT NULL
);
COMMENT ON TABLE assessments.device_operations IS 'Operations a device has sent, by the id it gave them: sent again they get the same answer and change nothing.';

CREATE TABLE assessments.secondary (
  agency_id  uuid NOT NULL REFERENCES directory.agencies,
  year       integer NOT NULL,
  measure    text NOT NULL,
  value      numeric,
  source     text NOT NULL,
  rows_at    text,
  pushed_by  text NOT NULL,
  pushed_at  timestamptz NOT NULL,
  PRIMARY KEY (agency_id, year, measure)
);
COMMENT ON TABLE assessments.secondary IS
  'Numbers that other rooms push for indicators with secondary data, with where their rows are. NULL = nothing to judge.';

CREATE TABLE assessments.results (
  assessment_id uuid NOT NULL REFERENCES assessments.assessments,
  version       integer NOT NULL CHECK (version >= 0),
  unit_no       smallint NOT NULL CHECK (unit_no >= 0),
  -- The exact number and the same with two decimals; NULL when nothing could be scored.
  exact         text,
  score         numeric(5, 2),
  category      text,
  zone          text CHECK (zone IN ('hijau', 'kuning', 'merah')),
  label_id      text,
  label_en      text,
  complete      boolean NOT NULL,
  -- Of dimensions, variables and indicators: code, exact score, answers counted.
  nodes         jsonb NOT NULL,
  computed_at   timestamptz NOT NULL,
  PRIMARY KEY (assessment_id, version, unit_no)
);
COMMENT ON TABLE assessments.results IS 'Scores. version 0 = as it stands now; from 1 on as published, never changed. unit_no 0 = the agency.';

CREATE TABLE assessments.scorings (
  round_id   uuid PRIMARY KEY REFERENCES assessments.rounds,
  done       integer NOT NULL CHECK (done >= 0),
  total      integer NOT NULL CHECK (total >= done),
  asked_by   uuid,
  started_at timestamptz NOT NULL,
  moved_at   timestamptz NOT NULL,
  ended_at   timestamptz
);
COMMENT ON TABLE assessments.scorings IS 'How far the last scoring of a whole round has come.';

CREATE TABLE assessments.publications (
  assessment_id uuid NOT NULL REFERENCES assessments.assessments,
  version       integer NOT NULL CHECK (version >= 1),
  published_at  timestamptz NOT NULL,
  published_by  uuid NOT NULL,
  -- Of a correction: why.
  reason        text,
  decree        text,
  -- SHA-256 of the published raw data of this assessment.
  raw_sha256    text NOT NULL,
  PRIMARY KEY (assessment_id, version),
  CHECK ((version = 1) = (reason IS NULL))
);
COMMENT ON TABLE assessments.publications IS 'Every publication of a result and every correction of it, with its reason.';

CREATE TABLE assessments.raw_data (
  assessment_id uuid NOT NULL,
  version       integer NOT NULL,
  -- One line of canonical JSON (RFC 8785), so that its digest is that of its bytes.
  body          text NOT NULL,
  -- The published result as the next line of the round's file, so that handing a round out costs no work.
  result        text NOT NULL,
  PRIMARY KEY (assessment_id, version),
  FOREIGN KEY (assessment_id, version) REFERENCES assessments.publications
);
COMMENT ON TABLE assessments.raw_data IS
  'What a published result was computed from, as published: tallies, observations of products, hashes of evidence. Its SHA-256 is publications.raw_sha256.';

CREATE TABLE assessments.replies (
  id            uuid PRIMARY KEY,
  assessment_id uuid NOT NULL REFERENCES assessments.assessments,
  unit_no       smallint NOT NULL,
  indicator     text NOT NULL,
  text          text NOT NULL CHECK (text <> ''),
  replied_by    uuid NOT NULL,
  replied_at    timestamptz NOT NULL,
  state         text NOT NULL CHECK (state IN ('open', 'accepted', 'partly', 'rejected', 'withdrawn')),
  decision      text,
  decided_by    uuid,
  decided_at    timestamptz,
  score_before  text,
  score_after   text,
  CHECK ((state IN ('accepted', 'partly', 'rejected')) = (decided_at IS NOT NULL)),
  CHECK ((decided_at IS NULL) = (decision IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL))
);
COMMENT ON TABLE assessments.replies IS 'The right of reply (sanggah): what the agency says to one indicator of one unit, and what was decided with which reasons.';
CREATE UNIQUE INDEX replies_one_open ON assessments.replies (assessment_id, unit_no, indicator) WHERE state = 'open';
CREATE INDEX replies_by_assessment ON assessments.replies (assessment_id, replied_at, id);

CREATE TABLE assessments.reply_files (
  id          uuid PRIMARY KEY,
  reply_id    uuid NOT NULL REFERENCES assessments.replies,
  file_key    text NOT NULL,
  thumbnail_key text,
  media_type  text NOT NULL,
  extension   text NOT NULL,
  size        bigint NOT NULL,
  sha256      text NOT NULL
);
COMMENT ON TABLE assessments.reply_files IS 'Evidence the agency adds to a reply.';
CREATE INDEX reply_files_by_reply ON assessments.reply_files (reply_id);

CREATE TABLE assessments.items (
  id              uuid PRIMARY KEY,
  assessment_id   uuid NOT NULL REFERENCES assessments.assessments,
  unit_no         smallint NOT NULL,
  indicator       text NOT NULL,
  -- In the words of the instrument version, kept here so that they stay.
  asked_id        text NOT NULL,
  asked_en        text NOT NULL,
  score           numeric(5, 2) NOT NULL,
  owner_agency_id uuid NOT NULL REFERENCES directory.agencies,
  government_id   uuid NOT NULL,
  due_on          date NOT NULL,
  state           text NOT NULL CHECK (state IN ('open', 'in-progress', 'reported', 'confirmed', 'dropped')),
  state_note      text,
  revision        integer NOT NULL DEFAULT 1,
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  UNIQUE (assessment_id, unit_no, indicator)
);
COMMENT ON TABLE assessments.items IS
  'Improvement items: every shortfall of a published result, with owner, due date and state; work plans take them in.';
CREATE INDEX items_by_owner ON assessments.items (owner_agency_id, state, due_on, id);
CREATE INDEX items_by_government ON assessments.items (government_id, state, due_on, id);

CREATE TABLE assessments.item_files (
  id          uuid PRIMARY KEY,
  item_id     uuid NOT NULL REFERENCES assessments.items,
  file_key    text NOT NULL,
  thumbnail_key text,
  media_type  text NOT NULL,
  extension   text NOT NULL,
  size        bigint NOT NULL,
  sha256      text NOT NULL,
  added_by    uuid NOT NULL,
  added_at    timestamptz NOT NULL
);
COMMENT ON TABLE assessments.item_files IS 'Evidence that an improvement was made.';
CREATE INDEX item_files_by_item ON assessments.item_files (item_id);

CREATE TABLE assessments.historical (
  id          uuid PRIMARY KEY,
  agency_id   uuid NOT NULL REFERENCES directory.agencies,
  year        integer NOT NULL,
  score       numeric(5, 2),
  zone        text CHECK (zone IN ('hijau', 'kuning', 'merah')),
  category    text,
  source      text NOT NULL CHECK (source <> ''),
  note        text,
  -- Codes of rules/historical: what does not fit together, accepted knowingly.
  doubts      text[] NOT NULL DEFAULT '{}',
  imported_by uuid NOT NULL,
  imported_at timestamptz NOT NULL,
  UNIQUE (agency_id, year, source)
);
COMMENT ON TABLE assessments.historical IS
  'Results published before or outside this installation, each with its source. Two sources that differ are both kept and shown as disputed.';

GRANT SELECT, INSERT, UPDATE ON assessments.rounds, assessments.assessments, assessments.ties, assessments.evidence,
  assessments.conflicts, assessments.secondary, assessments.replies, assessments.items, assessments.historical, assessments.scorings TO tuntas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON assessments.units, assessments.sheets, assessments.answers TO tuntas_app;
GRANT SELECT, INSERT ON assessments.device_operations, assessments.publications, assessments.raw_data, assessments.reply_files,
  assessments.item_files TO tuntas_app;
GRANT DELETE ON assessments.assessments, assessments.historical TO tuntas_app;
-- The result as it stands now is computed again and again; a published one stays (trigger).
GRANT SELECT, INSERT, UPDATE, DELETE ON assessments.results TO tuntas_app;
CREATE FUNCTION assessments.keep_published_result() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.version > 0 THEN RAISE EXCEPTION 'a published result is never changed'; END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER keep_published_result BEFORE UPDATE OR DELETE ON assessments.results
  FOR EACH ROW EXECUTE FUNCTION assessments.keep_published_result();
