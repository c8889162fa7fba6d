CREATE SCHEMA platform;
GRANT USAGE ON SCHEMA platform TO tuntas_app;

CREATE TABLE platform.migrations (
  name text PRIMARY KEY,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE platform.migrations IS 'Which files of db/migrations have been applied, and what they said then (SHA-256). Written by the owner alone.';
GRANT SELECT ON platform.migrations TO tuntas_app;

CREATE TABLE platform.example_sets (
  name text PRIMARY KEY,
  filled_at timestamptz NOT NULL
);
COMMENT ON TABLE platform.example_sets IS 'Which sets of example data this database was filled with; empty outside example mode.';
GRANT SELECT, INSERT ON platform.example_sets TO tuntas_app;
