-- The room `identity`: who a complainant is. Nothing here can be read without the installation's master secret, and no other
-- schema holds a name or an address of a complainant.
CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO tuntas_app;

-- Keys stand apart from what they open, so that a backup can keep this small table for a shorter time than the rest:
-- when its last copy is gone, everything erased is gone from the older backups too.
CREATE TABLE identity.record_keys (
  complaint_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('contact', 'original')),
  key_id text NOT NULL CHECK (key_id ~ '^[0-9a-f]{16}$'),
  wrapped_key bytea NOT NULL CHECK (length(wrapped_key) = 61),
  PRIMARY KEY (complaint_id, part)
);
COMMENT ON TABLE identity.record_keys IS 'One random data key per sealed part, wrapped by the key key_id names (derived from the master secret). Deleting a row is the erasure of its part.';

CREATE TABLE identity.complainants (
  complaint_id uuid PRIMARY KEY,
  sealed bytea NOT NULL,
  ways text[] NOT NULL CHECK (ways <@ ARRAY['email', 'phone']),
  sealed_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.complainants IS 'Name, e-mail, telephone and NIK as the complainant gave them, sealed (AES-256-GCM under the record''s data key). ways says only by what they can be reached. No row: no contact given, or erased.';

CREATE TABLE identity.originals (
  complaint_id uuid PRIMARY KEY,
  sealed bytea NOT NULL,
  sealed_at timestamptz NOT NULL
);
COMMENT ON TABLE identity.originals IS 'The complainant''s own title, description and place, sealed; never changed. The working text is in complaints.complaints.';

CREATE TABLE identity.accesses (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('contact', 'original')),
  act text NOT NULL CHECK (act IN ('read', 'change')),
  actor text NOT NULL,
  purpose text NOT NULL CHECK (btrim(purpose) <> ''),
  at timestamptz NOT NULL
);
COMMENT ON TABLE identity.accesses IS 'Who opened or changed a sealed part, when and for what. Insert only.';
CREATE INDEX accesses_of_complaint ON identity.accesses (complaint_id, id);

CREATE TABLE identity.erasures (
  id uuid PRIMARY KEY,
  complaint_id uuid NOT NULL,
  part text NOT NULL CHECK (part IN ('contact', 'original')),
  actor text NOT NULL,
  basis text NOT NULL CHECK (btrim(basis) <> ''),
  at timestamptz NOT NULL
);
COMMENT ON TABLE identity.erasures IS 'Which sealed part was lawfully erased, by whom, when and on what basis. Insert only.';
CREATE INDEX erasures_of_complaint ON identity.erasures (complaint_id, id);

GRANT SELECT, INSERT, DELETE ON identity.record_keys, identity.complainants TO tuntas_app;
GRANT UPDATE (key_id, wrapped_key) ON identity.record_keys TO tuntas_app;
GRANT UPDATE (sealed, ways, sealed_at) ON identity.complainants TO tuntas_app;
-- An original is never changed, only erased.
GRANT SELECT, INSERT, DELETE ON identity.originals TO tuntas_app;
GRANT SELECT, INSERT ON identity.accesses, identity.erasures TO tuntas_app;
