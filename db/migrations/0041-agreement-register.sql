-- The register of agreements: tables that came in, and scans that are still to come.

CREATE TABLE agreements.imports (
  id        uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES directory.people,
  sha256    text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  rows      integer NOT NULL CHECK (rows >= 0),
  created   integer NOT NULL CHECK (created >= 0),
  unchanged integer NOT NULL CHECK (unchanged >= 0),
  at        timestamptz NOT NULL
);
COMMENT ON TABLE agreements.imports IS 'Tables of agreements that someone confirmed after a dry run: which file, and what came of it.';
CREATE INDEX imports_by_person ON agreements.imports (person_id, at DESC);

CREATE TABLE agreements.expected_scans (
  agreement_id uuid PRIMARY KEY REFERENCES agreements.agreements,
  -- As the table named the file, folded to lower case, without folders.
  file_name    text NOT NULL CHECK (file_name <> '')
);
COMMENT ON TABLE agreements.expected_scans IS 'Which file of a ZIP is the scan of an agreement that came in by a table. Gone when the scan is there.';
CREATE INDEX expected_scans_name ON agreements.expected_scans (file_name);

-- The board asks for memoranda in force by the agencies that are parties; desks for files that wait to be compared.
CREATE INDEX agreements_signed ON agreements.agreements (in_force_from, id) WHERE state IN ('signed', 'ended');
CREATE INDEX files_unconfirmed ON agreements.files (agreement_id) WHERE kind = 'scan' AND confirmed_by IS NULL AND replaced_by IS NULL;

-- The board counts all lines by plan, owner's government and programme: from this index alone, in its order.
ALTER TABLE agreements.lines ADD COLUMN owner_root uuid GENERATED ALWAYS AS (owner_path[1]) STORED;
CREATE INDEX lines_activity ON agreements.lines (agreement_id, owner_root, programme) INCLUDE (state, evidence_count, confirmed_on, reported_on, version);

GRANT SELECT, INSERT ON agreements.imports TO tuntas_app;
GRANT SELECT, INSERT, DELETE ON agreements.expected_scans TO tuntas_app;
