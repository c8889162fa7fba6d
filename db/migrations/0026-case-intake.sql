-- The particulars of who brings a case to the Ombudsman (UU 37/2008 Pasal 24(1); PO 2/2009 Pasal 4): a third sealed part of the
-- room `identity`, keyed by the case's id like contact and original.
ALTER TABLE identity.record_keys DROP CONSTRAINT record_keys_part_check;
ALTER TABLE identity.record_keys ADD CONSTRAINT record_keys_part_check CHECK (part IN ('contact', 'original', 'particulars'));
ALTER TABLE identity.accesses DROP CONSTRAINT accesses_part_check;
ALTER TABLE identity.accesses ADD CONSTRAINT accesses_part_check CHECK (part IN ('contact', 'original', 'particulars'));
ALTER TABLE identity.erasures DROP CONSTRAINT erasures_part_check;
ALTER TABLE identity.erasures ADD CONSTRAINT erasures_part_check CHECK (part IN ('contact', 'original', 'particulars'));

CREATE TABLE identity.particulars (
  complaint_id uuid PRIMARY KEY,
  sealed bytea NOT NULL,
  given text[] NOT NULL CHECK (given <@ ARRAY['name', 'birthPlace', 'bornOn', 'maritalStatus', 'occupation', 'address', 'idCopy']),
  id_copy_key text,
  sealed_at timestamptz NOT NULL,
  CHECK ((id_copy_key IS NOT NULL) = ('idCopy' = ANY (given)))
);
COMMENT ON TABLE identity.particulars IS 'Full name, birth, marital status, occupation and address of the reporter of a case (complaint_id holds the id of the case), sealed like a contact. given says which of them are there; id_copy_key names the sealed file with the copy of the identity card.';
GRANT SELECT, INSERT, DELETE ON identity.particulars TO tuntas_app;
GRANT UPDATE (sealed, given, id_copy_key, sealed_at) ON identity.particulars TO tuntas_app;

-- The way in: what was typed before it is sent, what one secret has filed, the reporter's way back, and what came with a case.
CREATE TABLE casework.intake_drafts (
  id         uuid PRIMARY KEY,
  sealed     bytea NOT NULL,
  -- Bytes in the file store that go with the draft when it expires.
  file_keys  text[] NOT NULL,
  updated_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE casework.intake_drafts IS 'Reports being written. What is in them only the cookie of the browser that writes can open.';
CREATE INDEX intake_drafts_expiry ON casework.intake_drafts (expires_at);

CREATE TABLE casework.submissions (
  key_hash     bytea PRIMARY KEY CHECK (length(key_hash) = 32),
  case_id      uuid NOT NULL REFERENCES casework.cases,
  at           timestamptz NOT NULL
);
COMMENT ON TABLE casework.submissions IS 'One row for each client secret that has brought a case, so that a repeated submit is the same case. Only keyed hashes are kept.';

CREATE TABLE casework.receipts (
  case_id         uuid PRIMARY KEY REFERENCES casework.cases,
  tracking_number text NOT NULL UNIQUE CHECK (tracking_number ~ '^[1-9][0-9]{9}$'),
  code_hash       bytea NOT NULL CHECK (length(code_hash) = 32),
  confirmed_at    timestamptz,
  last_seen_at    timestamptz
);
COMMENT ON TABLE casework.receipts IS 'The way back of who brought a case without a complaint before it. The code itself is never here.';

CREATE TABLE casework.intakes (
  case_id          uuid PRIMARY KEY REFERENCES casework.cases,
  -- As the reporter stated; NULL = not asked or not said.
  complained       boolean,
  complained_how   text,
  before_court     boolean,
  reported_before  boolean,
  -- The respondent in the reporter's words, when the directory did not have it.
  respondent_named text,
  place            text,
  -- Why a report is answered at once; the criteria stand on the case.
  rapid_reason     text,
  -- Consultation: what was advised. Copy: what was copied to the Ombudsman.
  advice           text,
  consent_version  text,
  consent_language text CHECK (consent_language IN ('id', 'en')),
  consent_text     text,
  consented_at     timestamptz,
  CHECK ((consent_version IS NULL) = (consented_at IS NULL) AND (consent_version IS NULL) = (consent_text IS NULL))
);
COMMENT ON TABLE casework.intakes IS 'What was said when the case came in, as working text (masked when the identity is secret), and the exact text of the consent that was given (UU 27/2022 Pasal 20, 22).';

CREATE TABLE casework.carried_over (
  case_id      uuid PRIMARY KEY REFERENCES casework.cases,
  complaint_id uuid NOT NULL REFERENCES complaints.complaints,
  -- JSON text as it was hashed: jsonb would put its keys in another order.
  snapshot     text NOT NULL CHECK (snapshot::jsonb IS NOT NULL),
  digest       bytea NOT NULL CHECK (length(digest) = 32),
  at           timestamptz NOT NULL
);
COMMENT ON TABLE casework.carried_over IS 'The file of a complaint as its complainant could read it when it was brought to the Ombudsman. Never changed; digest is SHA-256 of snapshot.';
CREATE INDEX carried_over_complaint ON casework.carried_over (complaint_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON casework.intake_drafts TO tuntas_app;
GRANT SELECT, INSERT ON casework.submissions, casework.intakes, casework.carried_over TO tuntas_app;
GRANT SELECT, INSERT ON casework.receipts TO tuntas_app;
GRANT UPDATE (confirmed_at, last_seen_at) ON casework.receipts TO tuntas_app;
