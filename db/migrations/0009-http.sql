-- What the web and the worker processes remember between requests. The schema itself is made by 0001-platform.

CREATE UNLOGGED TABLE platform.rate_limits (
  bucket text NOT NULL,
  key bytea NOT NULL,
  free_at timestamptz NOT NULL,
  PRIMARY KEY (bucket, key)
);
COMMENT ON TABLE platform.rate_limits IS
  'How often something was tried of late (generic cell rate algorithm): free_at is when the whole allowance is there again. key is a keyed hash, never an address. Unlogged: emptied by a crash of the server, which costs an attacker nothing worth protecting and saves a disk flush a request.';
CREATE INDEX rate_limits_free_at ON platform.rate_limits (free_at);

CREATE UNLOGGED TABLE platform.submissions (
  token bytea PRIMARY KEY,
  content bytea NOT NULL,
  claim uuid NOT NULL,
  started_at timestamptz NOT NULL,
  answer bytea
);
COMMENT ON TABLE platform.submissions IS
  'Form submissions of the last day, so that the second of a double click is answered with the redirect of the first. token and content are keyed hashes, answer is encrypted; null while the first is still being worked on. Unlogged: what must never happen twice is guarded by its room as well.';
CREATE INDEX submissions_started_at ON platform.submissions (started_at);

CREATE TABLE platform.workers (
  worker_id text PRIMARY KEY,
  seen_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE platform.workers IS
  'Which job workers are alive. Jobs held by one that has fallen silent are given back within half a minute instead of the four hours the queue itself waits.';

CREATE TABLE platform.outbox (
  id uuid PRIMARY KEY,
  message_id text NOT NULL UNIQUE,
  sent_at timestamptz NOT NULL,
  recipient text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL
);
COMMENT ON TABLE platform.outbox IS
  'Mails of an installation in example mode that has no mail server, to be read at /outbox. Empty on every real installation.';
CREATE INDEX outbox_newest ON platform.outbox (id DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON platform.rate_limits, platform.submissions, platform.workers TO tuntas_app;
GRANT SELECT, INSERT, DELETE ON platform.outbox TO tuntas_app;
