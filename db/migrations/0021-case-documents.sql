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

CREATE TABLE casework.documents (
  -- A case, a review (kajian) or a plenary meeting: what the document belongs to.
  subject_id   uuid NOT NULL,
  id           uuid NOT NULL UNIQUE,
  subject_kind text NOT NULL CHECK (subject_kind IN ('case', 'review', 'plenary')),
  direction    text NOT NULL CHECK (direction IN ('out', 'in')),
  kind         text NOT NULL,
  state        text NOT NULL CHECK (state IN ('draft', 'reviewed', 'numbered', 'sealed', 'sent', 'undelivered', 'received', 'superseded', 'discarded')),
  revision     integer NOT NULL CHECK (revision >= 1),
  office_id    uuid NOT NULL REFERENCES directory.agencies,
  template_version integer NOT NULL,
  -- What the drafter typed, by field. Of an answer: text, the sender's own number and day.
  fields       jsonb NOT NULL,
  -- The document this one follows or answers.
  based_on_id  uuid REFERENCES casework.documents (id),
  -- The sealed document whose place this one takes.
  replaces_id  uuid REFERENCES casework.documents (id),
  -- What of the subject it is about: a step, a session, an obligation.
  part_id      uuid,
  drafted_by   uuid NOT NULL,
  drafted_at   timestamptz NOT NULL,
  edited_by    uuid NOT NULL,
  edited_at    timestamptz NOT NULL,
  reviewed_by  uuid,
  reviewed_at  timestamptz,
  series       text,
  year         integer,
  serial       integer,
  number       text UNIQUE,
  numbered_at  timestamptz,
  sealed_by    uuid,
  -- What is printed, as it was when the number was given.
  content      jsonb,
  sealed_at    timestamptz,
  pdf_key      text,
  pdf_bytes    bigint,
  pdf_sha256   text UNIQUE,
  received_at  timestamptz,
  PRIMARY KEY (subject_id, id),
  UNIQUE (office_id, series, year, serial),
  CHECK ((number IS NULL) = (serial IS NULL) AND (number IS NULL) = (series IS NULL) AND (number IS NULL) = (year IS NULL)
    AND (number IS NULL) = (numbered_at IS NULL)),
  CHECK ((sealed_at IS NULL) = (pdf_key IS NULL) AND (sealed_at IS NULL) = (pdf_sha256 IS NULL) AND (sealed_at IS NULL) = (pdf_bytes IS NULL)),
  CHECK (sealed_at IS NULL OR number IS NOT NULL),
  CHECK (direction = 'in' OR (state IN ('draft', 'reviewed', 'discarded')) = (number IS NULL)),
  CHECK (direction = 'in' OR (state IN ('draft', 'reviewed', 'discarded', 'numbered')) = (sealed_at IS NULL)),
  CHECK (direction = 'out' OR state IN ('draft', 'received', 'discarded')),
  CHECK (direction = 'out' OR (state = 'received') = (number IS NOT NULL)),
  CHECK (direction = 'out' OR based_on_id IS NOT NULL)
);
COMMENT ON TABLE casework.documents IS
  'The register of letters, minutes and decisions. numbered: the number is given, the file not yet made; whoever goes on after a crash makes it. A sealed document is never changed: another one replaces it. direction in: what an agency answered.';
CREATE UNIQUE INDEX documents_replaced_once ON casework.documents (replaces_id) WHERE replaces_id IS NOT NULL AND state <> 'discarded';
CREATE UNIQUE INDEX documents_one_answer_in_making ON casework.documents (based_on_id, drafted_by) WHERE direction = 'in' AND state = 'draft';
CREATE INDEX documents_based_on ON casework.documents (based_on_id) WHERE based_on_id IS NOT NULL;

CREATE TABLE casework.document_recipients (
  subject_id    uuid NOT NULL,
  document_id   uuid NOT NULL,
  -- 1 = the addressee; the others get a copy (tembusan).
  no            integer NOT NULL CHECK (no >= 1),
  kind          text NOT NULL CHECK (kind IN ('respondent', 'superior', 'reporter', 'internal', 'authority')),
  agency_id     uuid REFERENCES directory.agencies,
  agency_path   uuid[] NOT NULL,
  -- The office held; never a reporter's name.
  position      text NOT NULL,
  -- A known officer it is meant for.
  person_id     uuid REFERENCES directory.people,
  -- Of an authority that the directory does not know.
  name          text NOT NULL,
  PRIMARY KEY (subject_id, document_id, no),
  FOREIGN KEY (subject_id, document_id) REFERENCES casework.documents,
  CHECK ((agency_id IS NULL) = (cardinality(agency_path) = 0)),
  CHECK (kind <> 'reporter' OR (agency_id IS NULL AND person_id IS NULL AND name = '' AND position = ''))
);
COMMENT ON TABLE casework.document_recipients IS 'To whom a document goes: agency and position, sometimes a known officer. Of the reporter only that it is the reporter.';

CREATE TABLE casework.document_deliveries (
  subject_id   uuid NOT NULL,
  document_id  uuid NOT NULL,
  recipient_no integer NOT NULL,
  attempt      integer NOT NULL CHECK (attempt >= 1),
  way          text NOT NULL CHECK (way IN ('system', 'post', 'hand')),
  sent_at      timestamptz NOT NULL,
  sent_by      uuid NOT NULL,
  outcome      text CHECK (outcome IN ('received', 'returned')),
  -- opened: the addressee opened it here; recorded: the sender entered it, with a reason and perhaps a slip.
  how          text CHECK (how IN ('opened', 'recorded')),
  outcome_at   timestamptz,
  -- A reference: person:ID, complainant.
  outcome_by   text,
  reason       text,
  PRIMARY KEY (subject_id, document_id, recipient_no, attempt),
  FOREIGN KEY (subject_id, document_id, recipient_no) REFERENCES casework.document_recipients,
  CHECK ((outcome IS NULL) = (outcome_at IS NULL) AND (outcome IS NULL) = (outcome_by IS NULL) AND (outcome IS NULL) = (how IS NULL)),
  CHECK (how IS DISTINCT FROM 'recorded' OR reason IS NOT NULL)
);
COMMENT ON TABLE casework.document_deliveries IS 'Each sending to each recipient and what became of it. The outcome is written once: proof of receipt.';

CREATE TABLE casework.document_inbox (
  -- An agency of the addressee's line (the office itself and those above it), or the officer it is meant for.
  reader_id    uuid NOT NULL,
  sent_at      timestamptz NOT NULL,
  document_id  uuid NOT NULL,
  subject_id   uuid NOT NULL,
  recipient_no integer NOT NULL,
  PRIMARY KEY (reader_id, sent_at, document_id, recipient_no),
  FOREIGN KEY (subject_id, document_id, recipient_no) REFERENCES casework.document_recipients
);
COMMENT ON TABLE casework.document_inbox IS 'Letters as the agencies they went to find them, the newest first: one line for each agency in the line of the addressee.';
CREATE INDEX document_inbox_of ON casework.document_inbox (document_id, reader_id, sent_at);

CREATE TABLE casework.document_files (
  subject_id    uuid NOT NULL,
  id            uuid NOT NULL,
  document_id   uuid NOT NULL,
  -- answer: came with an answer; slip: evidence of a receipt on paper.
  purpose       text NOT NULL CHECK (purpose IN ('answer', 'slip')),
  media_type    text NOT NULL,
  extension     text NOT NULL,
  bytes         bigint NOT NULL,
  sha256        text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  file_key      text NOT NULL UNIQUE,
  thumbnail_key text,
  added_by      uuid NOT NULL,
  added_at      timestamptz NOT NULL,
  PRIMARY KEY (subject_id, id),
  FOREIGN KEY (subject_id, document_id) REFERENCES casework.documents
);
COMMENT ON TABLE casework.document_files IS 'Files of answers and slips of delivery, each with its digest. Names are not kept: they may name people.';
CREATE INDEX document_files_of ON casework.document_files (document_id, id);

GRANT SELECT, INSERT ON casework.documents TO tuntas_app;
GRANT UPDATE (state, revision, fields, template_version, part_id, edited_by, edited_at, reviewed_by, reviewed_at, series, year, serial, number,
  numbered_at, sealed_by, content, sealed_at, pdf_key, pdf_bytes, pdf_sha256, received_at) ON casework.documents TO tuntas_app;
GRANT SELECT, INSERT, DELETE ON casework.document_recipients, casework.document_files TO tuntas_app;
GRANT SELECT, INSERT ON casework.document_deliveries, casework.document_inbox TO tuntas_app;
GRANT UPDATE (outcome, how, outcome_at, outcome_by, reason) ON casework.document_deliveries TO tuntas_app;

-- What has its number says for ever what it said; the steps are those of rules/documents/document.transitions.ts, compared by a test.
CREATE FUNCTION casework.keep_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.number IS NOT NULL AND (NEW.number, NEW.content, NEW.fields, NEW.sealed_by, NEW.numbered_at)
      IS DISTINCT FROM (OLD.number, OLD.content, OLD.fields, OLD.sealed_by, OLD.numbered_at) THEN
    RAISE EXCEPTION 'what has its number is never changed';
  END IF;
  IF OLD.sealed_at IS NOT NULL AND (NEW.sealed_at, NEW.pdf_key, NEW.pdf_bytes, NEW.pdf_sha256)
      IS DISTINCT FROM (OLD.sealed_at, OLD.pdf_key, OLD.pdf_bytes, OLD.pdf_sha256) THEN
    RAISE EXCEPTION 'a sealed document is never changed';
  END IF;
  IF OLD.state <> NEW.state AND NOT ((OLD.state, NEW.state) IN (('draft', 'reviewed'), ('reviewed', 'draft'), ('draft', 'discarded'),
      ('reviewed', 'discarded'), ('draft', 'numbered'), ('reviewed', 'numbered'), ('numbered', 'sealed'), ('sealed', 'sent'),
      ('sent', 'received'), ('sent', 'undelivered'), ('undelivered', 'sent'), ('undelivered', 'received'), ('sealed', 'superseded'),
      ('sent', 'superseded'), ('undelivered', 'superseded'), ('received', 'superseded'))
      OR (OLD.direction = 'in' AND (OLD.state, NEW.state) = ('draft', 'received'))) THEN
    RAISE EXCEPTION 'a document does not go from % to %', OLD.state, NEW.state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_document BEFORE UPDATE ON casework.documents FOR EACH ROW EXECUTE FUNCTION casework.keep_document();

CREATE FUNCTION casework.keep_delivery() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome IS NOT NULL THEN RAISE EXCEPTION 'the outcome of a delivery is written once'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_delivery BEFORE UPDATE ON casework.document_deliveries FOR EACH ROW EXECUTE FUNCTION casework.keep_delivery();

CREATE FUNCTION casework.keep_document_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM casework.documents d WHERE d.id = OLD.document_id AND d.number IS NOT NULL) THEN
    RAISE EXCEPTION 'what belongs to a numbered document stays';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER keep_document_recipient BEFORE DELETE ON casework.document_recipients
  FOR EACH ROW EXECUTE FUNCTION casework.keep_document_part();
CREATE TRIGGER keep_document_file BEFORE DELETE ON casework.document_files
  FOR EACH ROW EXECUTE FUNCTION casework.keep_document_part();
