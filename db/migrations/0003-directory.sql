-- Who is who: regions, agencies, categories, people and the positions they hold.
-- Validity is half-open everywhere in this schema: valid_from/starts_on is the first day, valid_until/ends_on the first day
-- no longer; NULL in valid_from means "since before our records begin", NULL at the end means "until further notice".

CREATE SCHEMA directory;
GRANT USAGE ON SCHEMA directory TO tuntas_app;

CREATE TABLE directory.reference_loads (
  what        text PRIMARY KEY,
  edition     text NOT NULL,
  fingerprint text NOT NULL,
  rows        integer NOT NULL,
  loaded_at   timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE directory.reference_loads IS
  'Which edition of each reference data set is in the tables. The fingerprint lets a second start skip an unchanged set.';
GRANT SELECT ON directory.reference_loads TO tuntas_app;

CREATE TABLE directory.regions (
  code        text PRIMARY KEY CHECK (code ~ '^[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?$'),
  level       text NOT NULL CHECK (level IN ('province', 'regency', 'district', 'village')),
  kind        text NOT NULL CHECK (kind IN ('provinsi', 'kabupaten', 'kota', 'kabupaten-administrasi', 'kota-administrasi',
                                            'kecamatan', 'distrik', 'kelurahan', 'desa', 'desa-adat')),
  name        text NOT NULL,
  parent_code text REFERENCES directory.regions,
  zone        text NOT NULL CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  search      tsvector NOT NULL,
  valid_from  date,
  valid_until date CHECK (valid_until > valid_from),
  CHECK ((level = 'province') = (parent_code IS NULL)),
  CHECK (parent_code IS NULL OR code LIKE parent_code || '.%')
);
COMMENT ON TABLE directory.regions IS
  'Administrative regions by dotted Kemendagri code, from idn-area-data (ODbL 1.0). Codes that disappear are closed, never deleted.';
CREATE INDEX regions_by_parent ON directory.regions (parent_code, code);
CREATE INDEX regions_by_search ON directory.regions USING gin (search);
GRANT SELECT ON directory.regions TO tuntas_app;

CREATE TABLE directory.agencies (
  id             uuid PRIMARY KEY,
  code           text NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$'),
  kind           text NOT NULL CHECK (kind IN ('ministry', 'institution', 'province-government', 'regency-government',
                   'city-government', 'administrative-unit', 'opd', 'unit', 'upt', 'district-office', 'kelurahan', 'village',
                   'inspectorate', 'vertical-office', 'bumn', 'bumd', 'ombudsman', 'ombudsman-office')),
  name           text NOT NULL CHECK (name <> ''),
  short_name     text NOT NULL CHECK (short_name <> ''),
  parent_id      uuid REFERENCES directory.agencies,
  government_id  uuid NOT NULL REFERENCES directory.agencies,
  path           uuid[] NOT NULL,
  region_code    text REFERENCES directory.regions,
  functions      text[] NOT NULL DEFAULT '{}',
  is_coordinator_desk boolean NOT NULL DEFAULT false,
  name_confirmed boolean NOT NULL DEFAULT false,
  name_note      text,
  kept_by        text NOT NULL DEFAULT 'reference' CHECK (kept_by IN ('reference', 'people')),
  search         tsvector NOT NULL,
  valid_from     date,
  valid_until    date CHECK (valid_until > valid_from),
  -- The tree cannot lie: a path starts at the government, ends in itself, passes its parent and visits nobody twice.
  CHECK (path[1] = government_id),
  CHECK (path[cardinality(path)] = id),
  CHECK (cardinality(array_positions(path, id)) = 1),
  CHECK ((parent_id IS NULL) = (cardinality(path) = 1)),
  CHECK (parent_id IS NULL OR parent_id = path[cardinality(path) - 1])
);
COMMENT ON TABLE directory.agencies IS
  'Agencies and offices as trees. The root of a tree is a government (or ministry, institution, enterprise): the respondent of complaints about anything below it.';
COMMENT ON COLUMN directory.agencies.is_coordinator_desk IS
  'This office runs the complaint desk of its government (usually Dinas Kominfo): complaints about it go to the level above.';
COMMENT ON COLUMN directory.agencies.functions IS
  'What the office does, in the words of directory.competences.office: one office may do several (Dinas Perhubungan dan Lingkungan Hidup).';
COMMENT ON COLUMN directory.agencies.kept_by IS
  'reference: the shipped data may update this row; people: an administrator has edited it, a new edition leaves it alone.';
CREATE INDEX agencies_by_path ON directory.agencies USING gin (path);
CREATE INDEX agencies_by_search ON directory.agencies USING gin (search);
CREATE INDEX agencies_by_name ON directory.agencies (lower(name), id);
CREATE INDEX agencies_by_function ON directory.agencies USING gin (functions);
CREATE INDEX agencies_by_region ON directory.agencies (region_code text_pattern_ops);
CREATE UNIQUE INDEX agencies_one_desk ON directory.agencies (government_id) WHERE is_coordinator_desk AND valid_until IS NULL;
GRANT SELECT, INSERT, UPDATE ON directory.agencies TO tuntas_app;

CREATE TABLE directory.service_areas (
  agency_id   uuid NOT NULL REFERENCES directory.agencies,
  region_code text NOT NULL REFERENCES directory.regions,
  PRIMARY KEY (region_code, agency_id)
);
COMMENT ON TABLE directory.service_areas IS
  'Which regions an office serves where that is not simply its own region: Ombudsman offices, puskesmas, Samsat, branches of national bodies.';
CREATE INDEX service_areas_by_agency ON directory.service_areas (agency_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON directory.service_areas TO tuntas_app;

CREATE TABLE directory.categories (
  code        text PRIMARY KEY CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$'),
  parent_code text REFERENCES directory.categories,
  label_id    text NOT NULL,
  label_en    text NOT NULL,
  rank        integer NOT NULL,
  valid_from  date,
  valid_until date CHECK (valid_until > valid_from),
  note        text,
  CHECK ((parent_code IS NULL) = (position('.' in code) = 0)),
  CHECK (parent_code IS NULL OR code LIKE parent_code || '.%')
);
COMMENT ON TABLE directory.categories IS
  'What complaints are about, in two levels. Categories come and go with policy: a closed one stays for the complaints that have it.';
GRANT SELECT ON directory.categories TO tuntas_app;

CREATE TABLE directory.competences (
  category_code text NOT NULL REFERENCES directory.categories,
  rank          integer NOT NULL,
  reach         text NOT NULL CHECK (reach IN ('district', 'regency', 'province', 'national', 'branch')),
  office        text,
  reason_id     text NOT NULL,
  reason_en     text NOT NULL,
  PRIMARY KEY (category_code, rank)
);
COMMENT ON TABLE directory.competences IS
  'Which kind of office is competent for a category. reach regency/province: office is a function looked for below that government; national: an agency code; branch: the branch of that agency serving the place; district: the kecamatan of the place.';
GRANT SELECT ON directory.competences TO tuntas_app;

CREATE TABLE directory.people (
  id         uuid PRIMARY KEY,
  name       text NOT NULL CHECK (name <> ''),
  email      text NOT NULL CHECK (email LIKE '%_@_%'),
  phone      text,
  is_example boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE directory.people IS
  'People who hold positions: staff, never complainants. Signing in is kept elsewhere.';
CREATE UNIQUE INDEX people_by_email ON directory.people (lower(email));
GRANT SELECT, INSERT, UPDATE ON directory.people TO tuntas_app;

CREATE TABLE directory.positions (
  id            uuid PRIMARY KEY,
  person_id     uuid NOT NULL REFERENCES directory.people,
  kind          text NOT NULL CHECK (kind IN ('national-verifier', 'agency-coordinator', 'liaison-officer', 'counter-officer',
                  'ombudsman-assistant', 'ombudsman-head', 'supervisor', 'assessor', 'regional-leader', 'system-admin')),
  agency_id     uuid NOT NULL REFERENCES directory.agencies,
  decree_number text NOT NULL CHECK (decree_number <> ''),
  decree_on     date NOT NULL,
  starts_on     date NOT NULL,
  ends_on       date CHECK (ends_on >= starts_on),
  end_reason    text,
  successor_id  uuid REFERENCES directory.positions,
  handed_over_at timestamptz,
  created_at    timestamptz NOT NULL,
  CHECK ((ends_on IS NULL) = (end_reason IS NULL))
);
COMMENT ON TABLE directory.positions IS
  'A person at an agency for a time, by a decree (SK). starts_on is the first day in force, ends_on the first day no longer; equal days mean it never began.';
CREATE INDEX positions_by_person ON directory.positions (person_id);
CREATE INDEX positions_by_agency ON directory.positions (agency_id, kind);
CREATE UNIQUE INDEX positions_open_once ON directory.positions (person_id, kind, agency_id) WHERE ends_on IS NULL;
GRANT SELECT, INSERT, UPDATE ON directory.positions TO tuntas_app;

CREATE TABLE directory.changes (
  id        uuid PRIMARY KEY,
  -- The order of writing: several changes of one action fall on the same millisecond.
  rank      bigint GENERATED ALWAYS AS IDENTITY,
  at        timestamptz NOT NULL,
  actor     text NOT NULL,
  subject_kind text NOT NULL CHECK (subject_kind IN ('person', 'position', 'agency')),
  subject_id uuid NOT NULL,
  what      text NOT NULL CHECK (what IN ('invited', 'appointed', 'ended', 'handed-over', 'opened', 'changed', 'closed')),
  why       text NOT NULL,
  details   jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE directory.changes IS
  'Who changed what in the directory, when and why. Append-only for the application: it may insert and read, not change. Holds references, never names.';
CREATE INDEX changes_by_subject ON directory.changes (subject_id, rank);
GRANT SELECT, INSERT ON directory.changes TO tuntas_app;
