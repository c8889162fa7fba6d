-- What someone had typed when the session was found to be over.

CREATE TABLE sign_in.kept_forms (
  id         uuid PRIMARY KEY,
  visit_hash bytea NOT NULL,
  -- Sealed: address and fields. Never files.
  sealed     bytea NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in.kept_forms IS
  'A form that arrived after the session had ended: kept for an hour for the same browser, so that nothing typed is lost by signing in again.';
CREATE INDEX kept_forms_by_end ON sign_in.kept_forms (expires_at);
GRANT SELECT, INSERT, DELETE ON sign_in.kept_forms TO tuntas_app;
