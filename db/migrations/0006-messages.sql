-- The room `messages`: what is told to whom. One row per message, for ever: it answers "was I told?" for the complainant, the
-- officer and the auditor. References only; an address is looked up at the moment of sending and kept nowhere.
CREATE SCHEMA messages;
GRANT USAGE ON SCHEMA messages TO tuntas_app;

CREATE TABLE messages.ledger (
  id uuid PRIMARY KEY,
  purpose text NOT NULL,
  object_kind text NOT NULL,
  object_id text NOT NULL,
  recipient_kind text NOT NULL CHECK (recipient_kind IN ('person', 'complainant', 'invitee')),
  recipient_id text NOT NULL,
  stage text NOT NULL,
  details jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'given-up', 'unreachable', 'uncertain')),
  tries integer NOT NULL DEFAULT 0,
  tries_before integer NOT NULL DEFAULT 0 CHECK (tries_before <= tries),
  next_try_at timestamptz,
  sending_since timestamptz,
  outcome text CHECK (outcome ~ '^[a-z0-9-]{1,60}$'),
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  resent_by text,
  resent_at timestamptz,
  UNIQUE (object_kind, object_id, purpose, recipient_kind, recipient_id, stage),
  CHECK ((state IN ('waiting', 'failed')) = (next_try_at IS NOT NULL)),
  CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
  CHECK (state NOT IN ('sending', 'uncertain') OR sending_since IS NOT NULL),
  CHECK ((resent_by IS NULL) = (resent_at IS NULL))
);
COMMENT ON TABLE messages.ledger IS 'One row per purpose, object, recipient and stage: told once. The id is also the Message-ID of the mail. outcome is a code, never what a mail server said; nothing here is a name or an address.';
COMMENT ON COLUMN messages.ledger.tries_before IS 'Tries made before an administrator had it sent again; the limit of tries counts from there.';
-- Small: only what is still to be done.
CREATE INDEX ledger_due ON messages.ledger (next_try_at) WHERE state IN ('waiting', 'failed');
CREATE INDEX ledger_sending ON messages.ledger (sending_since) WHERE state = 'sending';
CREATE INDEX ledger_trouble ON messages.ledger (id) WHERE state IN ('failed', 'given-up', 'uncertain');

GRANT SELECT, INSERT ON messages.ledger TO tuntas_app;
GRANT UPDATE (state, tries, tries_before, next_try_at, sending_since, outcome, sent_at, resent_by, resent_at) ON messages.ledger TO tuntas_app;
