-- Drafting and signing of agreements: the text in versions, what both sides say of it, rounds of signing, sealed files, paper, ceremonies.

CREATE TABLE agreements.text_versions (
  agreement_id uuid NOT NULL REFERENCES agreements.agreements,
  no           integer NOT NULL CHECK (no >= 1),
  -- [{ key, kind, heading, body }] in reading order; {fields} in them are filled from the data of the agreement.
  sections     jsonb NOT NULL CHECK (jsonb_typeof(sections) = 'array'),
  -- Keys of the sections this version changed, added or removed.
  changed      text[] NOT NULL,
  author       text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, no)
);
COMMENT ON TABLE agreements.text_versions IS 'Every version of the text of an agreement, whole. Nothing is ever overwritten.';

CREATE TABLE agreements.text_comments (
  agreement_id uuid NOT NULL REFERENCES agreements.agreements,
  id           uuid NOT NULL,
  section      text NOT NULL CHECK (section <> ''),
  -- The version the writer had in front of them.
  text_no      integer NOT NULL,
  -- An answer to another one; NULL = a comment that asks for an answer.
  answers_to   uuid,
  body         text NOT NULL CHECK (body <> ''),
  author       text NOT NULL,
  -- The office the author wrote for.
  agency_id    uuid NOT NULL REFERENCES directory.agencies,
  at           timestamptz NOT NULL,
  -- Only of comments: settled by whoever prepares the agreement (with an answer) or by the commenting side.
  settled_by   text,
  settled_at   timestamptz,
  PRIMARY KEY (agreement_id, id),
  FOREIGN KEY (agreement_id, text_no) REFERENCES agreements.text_versions,
  FOREIGN KEY (agreement_id, answers_to) REFERENCES agreements.text_comments,
  CHECK ((settled_by IS NULL) = (settled_at IS NULL)),
  CHECK (answers_to IS NULL OR settled_at IS NULL)
);
COMMENT ON TABLE agreements.text_comments IS 'What the parties say of a section of the text, and the answers. For those who work on the agreement only.';

CREATE TABLE agreements.text_consents (
  agreement_id uuid NOT NULL,
  text_no      integer NOT NULL,
  -- Parties of a draft may still change; a consent of one that is gone counts for nothing.
  party_id     uuid NOT NULL,
  person_id    uuid NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, text_no, party_id),
  FOREIGN KEY (agreement_id, text_no) REFERENCES agreements.text_versions
);
COMMENT ON TABLE agreements.text_consents IS 'A party has said that it agrees with one version of the text, before anybody signs.';

CREATE TABLE agreements.signings (
  agreement_id   uuid NOT NULL REFERENCES agreements.agreements,
  no             integer NOT NULL CHECK (no >= 1),
  text_no        integer NOT NULL,
  -- The text as it is signed, with its fields filled in.
  sections       jsonb NOT NULL,
  -- What everybody signs: the document before the first seal.
  file_key       text NOT NULL,
  size           integer NOT NULL,
  sha256         text NOT NULL,
  planned_on     date,
  opened_by      uuid NOT NULL,
  opened_at      timestamptz NOT NULL,
  -- A commitment of many hands took effect before everybody had signed.
  in_effect_at   timestamptz,
  closed_at      timestamptz,
  outcome        text CHECK (outcome IN ('complete', 'stopped')),
  -- Why it was stopped.
  reason         text,
  PRIMARY KEY (agreement_id, no),
  FOREIGN KEY (agreement_id, text_no) REFERENCES agreements.text_versions,
  CHECK ((closed_at IS NULL) = (outcome IS NULL)),
  CHECK (outcome IS DISTINCT FROM 'stopped' OR reason <> '')
);
COMMENT ON TABLE agreements.signings IS 'Rounds of signing: which document was put before the signatories, and how it ended. Stopping voids what was signed in a round; its rows stay.';
CREATE UNIQUE INDEX signings_one_open ON agreements.signings (agreement_id) WHERE closed_at IS NULL;

CREATE TABLE agreements.signatures (
  agreement_id uuid NOT NULL,
  signing_no   integer NOT NULL,
  -- 1 = the first seal. Each file holds all the seals before it: two who sign at once cannot both be the next one.
  ordinal      integer NOT NULL CHECK (ordinal >= 1),
  signatory_id uuid NOT NULL,
  person_id    uuid NOT NULL,
  file_key     text NOT NULL,
  size         integer NOT NULL,
  sha256       text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, signing_no, ordinal),
  UNIQUE (agreement_id, signing_no, signatory_id),
  FOREIGN KEY (agreement_id, signing_no) REFERENCES agreements.signings
);
COMMENT ON TABLE agreements.signatures IS 'Signatures given in the application: each is a seal appended to the file of the one before.';

CREATE TABLE agreements.declines (
  agreement_id uuid NOT NULL,
  signing_no   integer NOT NULL,
  signatory_id uuid NOT NULL,
  at           timestamptz NOT NULL,
  reason       text NOT NULL CHECK (reason <> ''),
  PRIMARY KEY (agreement_id, signing_no, signatory_id, at),
  FOREIGN KEY (agreement_id, signing_no) REFERENCES agreements.signings
);
COMMENT ON TABLE agreements.declines IS 'Who was asked to sign and declined, and why. For those who work on the agreement only.';

CREATE TABLE agreements.paper_signatures (
  agreement_id  uuid NOT NULL,
  signing_no    integer NOT NULL,
  id            uuid NOT NULL,
  file_id       uuid NOT NULL,
  signatory_ids uuid[] NOT NULL CHECK (cardinality(signatory_ids) >= 1),
  -- The day on the paper.
  signed_on     date NOT NULL,
  uploaded_by   uuid NOT NULL,
  uploaded_at   timestamptz NOT NULL,
  judged_by     uuid,
  judged_at     timestamptz,
  outcome       text CHECK (outcome IN ('confirmed', 'rejected', 'void')),
  reason        text,
  PRIMARY KEY (agreement_id, id),
  FOREIGN KEY (agreement_id, signing_no) REFERENCES agreements.signings,
  FOREIGN KEY (agreement_id, file_id) REFERENCES agreements.files,
  CHECK ((judged_at IS NULL) = (outcome IS NULL)),
  CHECK (outcome IS DISTINCT FROM 'confirmed' OR judged_by <> uploaded_by),
  CHECK (outcome IS DISTINCT FROM 'rejected' OR reason <> '')
);
COMMENT ON TABLE agreements.paper_signatures IS 'Scans of what was signed by hand; they count once somebody else has compared them with the paper.';

CREATE TABLE agreements.ceremonies (
  id           uuid PRIMARY KEY,
  version      integer NOT NULL,
  keeper_id    uuid NOT NULL REFERENCES directory.agencies,
  keeper_path  uuid[] NOT NULL,
  title        text NOT NULL CHECK (title <> ''),
  on_day       date NOT NULL,
  place        text NOT NULL DEFAULT '',
  zone         text NOT NULL CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  -- The running order: [{ at: "09:00", what, who }].
  items        jsonb NOT NULL CHECK (jsonb_typeof(items) = 'array'),
  -- What the host says to the press in words; the numbers beside it come from the data.
  press_words  text NOT NULL DEFAULT '',
  published_at timestamptz,
  created_by   uuid NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  is_example   boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE agreements.ceremonies IS 'A day on which one or several agreements are signed: running order and press page.';
CREATE INDEX ceremonies_keeper ON agreements.ceremonies (keeper_id, on_day DESC, id DESC);

CREATE TABLE agreements.ceremony_agreements (
  ceremony_id  uuid NOT NULL REFERENCES agreements.ceremonies,
  agreement_id uuid NOT NULL REFERENCES agreements.agreements,
  ordinal      integer NOT NULL CHECK (ordinal >= 1),
  PRIMARY KEY (ceremony_id, agreement_id)
);
COMMENT ON TABLE agreements.ceremony_agreements IS 'Which agreements are signed at a ceremony, in which order.';
CREATE INDEX ceremony_agreements_agreement ON agreements.ceremony_agreements (agreement_id);

CREATE INDEX signatories_asked ON agreements.signatories (asked_at) WHERE asked_at IS NOT NULL AND signed_at IS NULL;

GRANT SELECT, INSERT ON agreements.text_versions, agreements.text_consents, agreements.signatures, agreements.declines TO tuntas_app;
GRANT SELECT, INSERT, UPDATE ON agreements.text_comments, agreements.signings, agreements.paper_signatures, agreements.ceremonies TO tuntas_app;
GRANT SELECT, INSERT, DELETE ON agreements.ceremony_agreements TO tuntas_app;

-- Anyone asks what a file they hold is, by its digest.
CREATE INDEX signatures_digest ON agreements.signatures (sha256);
CREATE INDEX signings_digest ON agreements.signings (sha256);
CREATE INDEX files_digest ON agreements.files (sha256);
