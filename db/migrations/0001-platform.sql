CREATE SCHEMA platform;
GRANT USAGE ON SCHEMA platform TO tuntas_app;

CREATE TABLE platform.migrations (
  name text PRIMARY KEY,
  checksum text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE platform.migrations IS 'Which files of db/migrations have been applied, and what they said then (SHA-256). Written by the owner alone.';
GRANT SELECT ON platform.migrations TO tuntas_app;
