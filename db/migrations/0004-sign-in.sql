-- Accounts of people who work with Tuntas: passwords, second factors, sessions, invitations.
-- A person is known here by id alone: names, positions and agencies belong to the directory, which this schema never reads.

CREATE SCHEMA sign_in;
GRANT USAGE ON SCHEMA sign_in TO tuntas_app;

CREATE TABLE sign_in.accounts (
  person_id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email) AND length(email) BETWEEN 6 AND 254),
  password_hash text NOT NULL,
  password_set_at timestamptz NOT NULL,
  totp_secret bytea NOT NULL,
  totp_last_step bigint NOT NULL,
  next_totp_secret bytea,
  next_totp_until timestamptz,
  is_example boolean NOT NULL DEFAULT false,
  language text NOT NULL DEFAULT 'id' CHECK (language IN ('id', 'en')),
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  CHECK ((next_totp_secret IS NULL) = (next_totp_until IS NULL))
);
COMMENT ON TABLE sign_in.accounts IS 'One account a person. There is no account without a second factor.';
COMMENT ON COLUMN sign_in.accounts.email IS 'Trimmed and in lower case; what the person types to sign in and where reset mails go.';
COMMENT ON COLUMN sign_in.accounts.password_hash IS 'scrypt, parameters and salt included.';
COMMENT ON COLUMN sign_in.accounts.totp_secret IS 'Sealed with AES-256-GCM; the key is never in the database.';
COMMENT ON COLUMN sign_in.accounts.totp_last_step IS 'The newest 30-second step whose code was used: codes of this step and earlier are refused.';
COMMENT ON COLUMN sign_in.accounts.next_totp_secret IS 'Sealed secret of a new phone that has not yet proved itself with a code.';
COMMENT ON COLUMN sign_in.accounts.is_example IS 'Its password is public: it opens only in example mode.';
COMMENT ON COLUMN sign_in.accounts.language IS 'The language of the pages at the last sign-in, for mails to the person.';
COMMENT ON COLUMN sign_in.accounts.closed_at IS 'Closed accounts answer like unknown ones.';
GRANT SELECT, INSERT, UPDATE ON sign_in.accounts TO tuntas_app;

CREATE TABLE sign_in.example_accounts (
  person_id uuid PRIMARY KEY REFERENCES sign_in.accounts,
  password text NOT NULL,
  description_id text NOT NULL,
  description_en text NOT NULL,
  position integer NOT NULL
);
COMMENT ON TABLE sign_in.example_accounts IS 'Invented people whose password the sign-in page shows in example mode. Empty everywhere else.';
GRANT SELECT, INSERT, UPDATE ON sign_in.example_accounts TO tuntas_app;

CREATE TABLE sign_in.backup_codes (
  person_id uuid PRIMARY KEY REFERENCES sign_in.accounts,
  set_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  kept_at timestamptz,
  used smallint[] NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE sign_in.backup_codes IS 'Which backup codes of a person''s set are used. The codes themselves are a keyed hash of the set id and are not stored.';
COMMENT ON COLUMN sign_in.backup_codes.kept_at IS 'When the person said they have kept the codes; from then on they are never shown again.';
GRANT SELECT, INSERT, UPDATE ON sign_in.backup_codes TO tuntas_app;

CREATE TABLE sign_in.challenges (
  token_hash bytea PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES sign_in.accounts,
  failures smallint NOT NULL DEFAULT 0,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in.challenges IS 'Someone gave the right password and still owes the code.';
CREATE INDEX challenges_person ON sign_in.challenges (person_id);
CREATE INDEX challenges_expiry ON sign_in.challenges (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in.challenges TO tuntas_app;

CREATE TABLE sign_in.sessions (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES sign_in.accounts,
  device text,
  started_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in.sessions IS 'Open sessions. The cookie holds the token, the table only its hash.';
COMMENT ON COLUMN sign_in.sessions.device IS 'Family of browser and system ("Firefox, Windows"); the full user agent and the address are not kept.';
CREATE INDEX sessions_person ON sign_in.sessions (person_id, last_used_at);
CREATE INDEX sessions_expiry ON sign_in.sessions (expires_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in.sessions TO tuntas_app;

CREATE TABLE sign_in.invitations (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL,
  email text NOT NULL CHECK (email = lower(email) AND length(email) BETWEEN 6 AND 254),
  invited_by uuid,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  password_hash text,
  totp_secret bytea,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  CHECK ((password_hash IS NULL) = (totp_secret IS NULL))
);
COMMENT ON TABLE sign_in.invitations IS 'Invitations to make an account, or to make it anew after losing phone and codes. The token in the mail is a keyed hash of the id.';
COMMENT ON COLUMN sign_in.invitations.invited_by IS 'The inviting person; null when an administrator did it at the terminal.';
COMMENT ON COLUMN sign_in.invitations.password_hash IS 'Chosen in the first step, moved to the account when the second factor is confirmed.';
CREATE INDEX invitations_person ON sign_in.invitations (person_id);
GRANT SELECT, INSERT, UPDATE ON sign_in.invitations TO tuntas_app;

CREATE TABLE sign_in.password_resets (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES sign_in.accounts,
  token_hash bytea NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON TABLE sign_in.password_resets IS 'Reset links that are open; used ones are gone. The token in the mail is a keyed hash of the id.';
CREATE INDEX password_resets_person ON sign_in.password_resets (person_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in.password_resets TO tuntas_app;
