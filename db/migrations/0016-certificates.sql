-- Certificates (sertifikat) of published results: their templates, their numbers, what was issued, and how a bulk issue stands.

CREATE TABLE assessments.certificate_templates (
  year         integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  -- A category of that year's instrument; '*' = every category that has no template of its own.
  category     text NOT NULL CHECK (category <> ''),
  version      integer NOT NULL CHECK (version >= 1),
  body         jsonb NOT NULL,
  -- Who decided the wording: a decree, a decision record.
  decided_by   text NOT NULL CHECK (decided_by <> ''),
  published_by uuid NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (year, category, version)
);
COMMENT ON TABLE assessments.certificate_templates IS
  'Wording of certificates by year of assessment and category. Append-only: a change is a new version, the newest is used. Years without one use the wording that is shipped (version 0).';

CREATE TABLE assessments.certificate_numbers (
  year integer PRIMARY KEY,
  last integer NOT NULL CHECK (last >= 1)
);
COMMENT ON TABLE assessments.certificate_numbers IS
  'The last number of each year of assessment. Counted up in the transaction that inserts the certificate, so that none is lost or doubled.';

CREATE TABLE assessments.certificates (
  id             uuid PRIMARY KEY,
  year           integer NOT NULL,
  seq            integer NOT NULL CHECK (seq >= 1),
  number         text NOT NULL UNIQUE,
  assessment_id  uuid NOT NULL REFERENCES assessments.assessments,
  result_version integer NOT NULL CHECK (result_version >= 1),
  state          text NOT NULL CHECK (state IN ('in-making', 'valid', 'revoked', 'replaced')),
  -- In the QR code: shows that who asks has the certificate before them, and not only its number.
  check_code     text NOT NULL CHECK (check_code ~ '^[A-Za-z0-9_-]{22}$'),
  content        jsonb NOT NULL,
  issued_by      uuid NOT NULL,
  numbered_at    timestamptz NOT NULL,
  issued_at      timestamptz,
  pdf_key        text,
  pdf_bytes      bigint,
  pdf_sha256     text UNIQUE,
  twin           text,
  replaces_id    uuid UNIQUE REFERENCES assessments.certificates,
  ended_by       uuid,
  ended_at       timestamptz,
  ended_reason   text,
  UNIQUE (year, seq),
  CHECK ((issued_at IS NULL) = (pdf_key IS NULL) AND (issued_at IS NULL) = (pdf_sha256 IS NULL) AND (issued_at IS NULL) = (twin IS NULL)
    AND (issued_at IS NULL) = (pdf_bytes IS NULL)),
  CHECK ((state = 'in-making') = (issued_at IS NULL)),
  CHECK ((state IN ('revoked', 'replaced')) = (ended_at IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (ended_by IS NULL) AND (ended_at IS NULL) = (ended_reason IS NULL)),
  FOREIGN KEY (assessment_id, result_version) REFERENCES assessments.publications (assessment_id, version)
);
COMMENT ON TABLE assessments.certificates IS
  'The register of certificates. in-making: the number is given, the file not yet made; whoever goes on after a crash makes it. content is what is printed, as it was when the number was given.';
CREATE UNIQUE INDEX certificates_one_alive ON assessments.certificates (assessment_id) WHERE state IN ('in-making', 'valid');
CREATE INDEX certificates_by_assessment ON assessments.certificates (assessment_id, id);

CREATE TABLE assessments.certificate_batches (
  id         uuid PRIMARY KEY,
  round_id   uuid NOT NULL REFERENCES assessments.rounds,
  asked_by   uuid NOT NULL,
  -- Ombudsman offices whose agencies it covers; NULL = all.
  offices    uuid[],
  total      integer NOT NULL CHECK (total >= 0),
  done       integer NOT NULL DEFAULT 0 CHECK (done >= 0),
  started_at timestamptz NOT NULL,
  moved_at   timestamptz NOT NULL,
  ended_at   timestamptz
);
COMMENT ON TABLE assessments.certificate_batches IS 'Bulk issues, and how far they have come.';
CREATE UNIQUE INDEX certificate_batches_one_open ON assessments.certificate_batches (round_id) WHERE ended_at IS NULL;

GRANT SELECT, INSERT ON assessments.certificate_templates TO tuntas_app;
GRANT SELECT, INSERT, UPDATE ON assessments.certificate_numbers TO tuntas_app;
GRANT SELECT, INSERT ON assessments.certificates TO tuntas_app;
GRANT UPDATE (state, issued_at, pdf_key, pdf_bytes, pdf_sha256, twin, ended_by, ended_at, ended_reason) ON assessments.certificates TO tuntas_app;
GRANT SELECT, INSERT, UPDATE ON assessments.certificate_batches TO tuntas_app;

-- A certificate is never taken out of the register, and what was issued is never changed: only its end is added.
CREATE FUNCTION assessments.keep_issued_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a certificate stays in the register'; END IF;
  IF OLD.issued_at IS NOT NULL AND (NEW.issued_at, NEW.pdf_key, NEW.pdf_bytes, NEW.pdf_sha256, NEW.twin)
      IS DISTINCT FROM (OLD.issued_at, OLD.pdf_key, OLD.pdf_bytes, OLD.pdf_sha256, OLD.twin) THEN
    RAISE EXCEPTION 'what was issued is never changed';
  END IF;
  IF OLD.state <> NEW.state AND NOT ((OLD.state, NEW.state) IN (('in-making', 'valid'), ('valid', 'revoked'), ('valid', 'replaced'))) THEN
    RAISE EXCEPTION 'a certificate does not go from % to %', OLD.state, NEW.state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_issued_certificate BEFORE UPDATE OR DELETE ON assessments.certificates
  FOR EACH ROW EXECUTE FUNCTION assessments.keep_issued_certificate();
