-- The room `services`: what offices offer, and what they have promised about it.
CREATE SCHEMA services;
GRANT USAGE ON SCHEMA services TO tuntas_app;

CREATE SEQUENCE services.numbers START 1000001;
GRANT USAGE ON SEQUENCE services.numbers TO tuntas_app;

CREATE TABLE services.services (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE CHECK (number ~ '^[1-9][0-9]{6}$'),
  agency_id uuid NOT NULL,
  agency_path uuid[] NOT NULL CHECK (agency_path @> ARRAY[agency_id]),
  government_id uuid NOT NULL,
  region_code text,
  name_key text NOT NULL CHECK (name_key <> ''),
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE services.services IS 'A service of an office: where it belongs. What it says is in its versions.';
COMMENT ON COLUMN services.services.name_key IS 'The name of the latest version, folded: an office has each name once, so that a table can be imported twice without doubling.';
CREATE UNIQUE INDEX services_by_name ON services.services (agency_id, name_key);
CREATE INDEX services_by_place ON services.services USING gin (agency_path);
GRANT SELECT, INSERT ON services.services TO tuntas_app;
GRANT UPDATE (name_key) ON services.services TO tuntas_app;

CREATE TABLE services.versions (
  service_id uuid NOT NULL REFERENCES services.services,
  version integer NOT NULL CHECK (version >= 1),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  name text NOT NULL CHECK (name <> ''),
  field text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('counter', 'online', 'both')),
  online_address text NOT NULL CHECK (online_address = '' OR online_address LIKE 'https://%'),
  decree_number text NOT NULL,
  decree_on date,
  owner_position text NOT NULL,
  standard jsonb NOT NULL,
  stated integer NOT NULL CHECK (stated BETWEEN 0 AND 14),
  stated_delivery integer NOT NULL CHECK (stated_delivery BETWEEN 0 AND 6),
  missing text[] NOT NULL CHECK (cardinality(missing) = 14 - stated),
  valid_from date,
  withdrawn_on date,
  withdrawn_reason text NOT NULL DEFAULT '',
  note text NOT NULL,
  published_at timestamptz,
  revision integer NOT NULL,
  updated_at timestamptz NOT NULL,
  search text NOT NULL,
  words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('indonesian', name), 'A') || setweight(to_tsvector('simple', name), 'A')
      || setweight(to_tsvector('indonesian', search), 'B')
  ) STORED,
  PRIMARY KEY (service_id, version),
  CHECK ((state = 'draft') = (valid_from IS NULL)),
  CHECK ((state = 'draft') = (published_at IS NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_on IS NOT NULL)),
  CHECK ((channel = 'counter') = (online_address = '') OR state = 'draft')
);
COMMENT ON TABLE services.versions IS 'Versions of a service''s standard. One draft at most; a published one is frozen and can only be withdrawn. valid_from is the first day in force, withdrawn_on the first day no longer.';
COMMENT ON COLUMN services.versions.standard IS 'The 14 components of UU 25/2009 art. 21, as rules/standard.ts describes them.';
COMMENT ON COLUMN services.versions.words IS 'Stemmed, and the name also as it stands, so that a word still in the typing is found.';
COMMENT ON COLUMN services.versions.missing IS 'Derived at every save by rules/completeness.ts: components not fully stated, so that agencies can be summed in SQL.';
CREATE UNIQUE INDEX versions_one_draft ON services.versions (service_id) WHERE state = 'draft';
CREATE INDEX versions_words ON services.versions USING gin (words) WHERE state = 'published';
CREATE INDEX versions_names ON services.versions (lower(name), service_id) WHERE state = 'published';
GRANT SELECT, INSERT, UPDATE, DELETE ON services.versions TO tuntas_app;

-- What was published stays what it was, whatever a bug of ours tries.
CREATE FUNCTION services.freeze() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'draft' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'published' AND NEW.state = 'withdrawn'
    -- words is generated after this trigger has run.
    AND to_jsonb(NEW) - '{state,withdrawn_on,withdrawn_reason,updated_at,revision,words}'::text[]
      = to_jsonb(OLD) - '{state,withdrawn_on,withdrawn_reason,updated_at,revision,words}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a published version is frozen' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER versions_frozen BEFORE UPDATE OR DELETE ON services.versions FOR EACH ROW EXECUTE FUNCTION services.freeze();

CREATE TABLE services.charters (
  id uuid PRIMARY KEY,
  agency_id uuid NOT NULL,
  agency_path uuid[] NOT NULL CHECK (agency_path @> ARRAY[agency_id]),
  version integer NOT NULL CHECK (version >= 1),
  state text NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
  body text NOT NULL,
  signatory_name text NOT NULL,
  signatory_position text NOT NULL,
  signed_on date,
  valid_from date,
  withdrawn_on date,
  withdrawn_reason text NOT NULL DEFAULT '',
  file jsonb,
  published_at timestamptz,
  revision integer NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (agency_id, version),
  CHECK ((state = 'draft') = (published_at IS NULL)),
  CHECK (state = 'draft' OR valid_from IS NOT NULL),
  CHECK ((state = 'withdrawn') = (withdrawn_on IS NOT NULL))
);
COMMENT ON TABLE services.charters IS 'Maklumat pelayanan of an office (UU 25/2009 art. 22), by versions: text, who signed in which office, and the scan. A published one is frozen.';
CREATE UNIQUE INDEX charters_one_draft ON services.charters (agency_id) WHERE state = 'draft';
CREATE INDEX charters_by_place ON services.charters USING gin (agency_path);
CREATE TRIGGER charters_frozen BEFORE UPDATE OR DELETE ON services.charters FOR EACH ROW EXECUTE FUNCTION services.freeze();
GRANT SELECT, INSERT, UPDATE, DELETE ON services.charters TO tuntas_app;

CREATE TABLE services.procedures (
  id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  agency_id uuid NOT NULL,
  agency_path uuid[] NOT NULL CHECK (agency_path @> ARRAY[agency_id]),
  number text NOT NULL CHECK (number <> ''),
  title text NOT NULL CHECK (title <> ''),
  owner_position text NOT NULL CHECK (owner_position <> ''),
  effective_on date NOT NULL,
  review_on date NOT NULL,
  service_id uuid REFERENCES services.services,
  file jsonb,
  is_latest boolean NOT NULL,
  is_retired boolean NOT NULL DEFAULT false,
  revision integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (id, version),
  CHECK (review_on > effective_on)
);
COMMENT ON TABLE services.procedures IS 'Register of standard operating procedures: one row a version, the latest marked. Whether a review is overdue is asked of review_on and a day, never stored.';
CREATE UNIQUE INDEX procedures_latest ON services.procedures (id) WHERE is_latest;
CREATE UNIQUE INDEX procedures_by_number ON services.procedures (agency_id, lower(number)) WHERE is_latest;
CREATE INDEX procedures_by_place ON services.procedures USING gin (agency_path) WHERE is_latest;
GRANT SELECT, INSERT, UPDATE ON services.procedures TO tuntas_app;

CREATE TABLE services.imports (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  store_key text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  rows integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  created integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  unchanged integer NOT NULL DEFAULT 0,
  problem text,
  asked_at timestamptz NOT NULL,
  ended_at timestamptz
);
COMMENT ON TABLE services.imports IS 'Tables of services that someone has confirmed after a dry run, and how far the errand has come. The sealed file is removed when it is done.';
CREATE INDEX imports_by_person ON services.imports (person_id, asked_at DESC);
GRANT SELECT, INSERT, UPDATE ON services.imports TO tuntas_app;

ALTER TABLE complaints.complaints ADD COLUMN service_id uuid;
COMMENT ON COLUMN complaints.complaints.service_id IS 'The service of the room `services` it is about, when the complainant came from there.';
CREATE INDEX complaints_by_service ON complaints.complaints (service_id, released_at DESC) WHERE service_id IS NOT NULL;
