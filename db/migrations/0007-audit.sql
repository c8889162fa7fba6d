-- What happened to each file (a complaint, a case, an agreement), so that a later change of the record can be seen.
-- docs/decisions/0006-audit-chain.md says what is hashed and what it proves.
--
-- Two lines of defence, and they are different. Grants and triggers below stop mistakes and a stolen app password. They do not
-- stop a superuser, nor the owner of these tables, who can switch triggers off: against those nothing inside this database
-- helps, only a signed root that is kept elsewhere (`tuntas audit verify --root FILE`).

CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO tuntas_app;

CREATE TABLE audit.files (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind <> ''),
  salt bytea NOT NULL CHECK (octet_length(salt) = 32),
  head_seq integer NOT NULL CHECK (head_seq > 0),
  head_hash bytea NOT NULL CHECK (octet_length(head_hash) = 32),
  logged_seq integer NOT NULL DEFAULT 0 CHECK (logged_seq BETWEEN 0 AND head_seq)
);
COMMENT ON TABLE audit.files IS 'One row a file: its last event. Appending locks it, so that events of one file follow one another without gaps.';
COMMENT ON COLUMN audit.files.salt IS 'Hashed into the leaves of the file, so that a leaf reveals nothing to who cannot read this row.';
COMMENT ON COLUMN audit.files.logged_seq IS 'The head of its newest leaf in the Merkle log, 0 before the first.';
CREATE INDEX files_to_log ON audit.files (id) WHERE head_seq > logged_seq;

-- No foreign keys among these tables: one statement writes a file, its events and their payloads together, and the check of a
-- key would cost intake a look-up and a lock for each. What a foreign key would have prevented, verification finds.
CREATE TABLE audit.events (
  file_id uuid NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  type text NOT NULL CHECK (type <> ''),
  at timestamptz NOT NULL,
  actor text NOT NULL CHECK (actor <> ''),
  commitment bytea NOT NULL CHECK (octet_length(commitment) = 32),
  previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (file_id, seq)
);
COMMENT ON TABLE audit.events IS 'What happened, in a hash chain for each file. Append-only. Actors are references (person:ID, complainant, errand:NAME), never names.';
COMMENT ON COLUMN audit.events.commitment IS 'SHA-256 of salt and canonical payload (audit.payloads): still binding after the payload was lawfully erased.';

CREATE TABLE audit.payloads (
  file_id uuid NOT NULL,
  seq integer NOT NULL,
  salt bytea NOT NULL CHECK (octet_length(salt) = 32),
  payload jsonb NOT NULL,
  PRIMARY KEY (file_id, seq)
);
COMMENT ON TABLE audit.payloads IS 'What the events say. A row may go, with its salt, but only together with an event payload-erased that names its basis.';

CREATE TABLE audit.leaves (
  leaf_index bigint PRIMARY KEY CHECK (leaf_index BETWEEN 0 AND 9007199254740991),
  file_id uuid NOT NULL,
  head_seq integer NOT NULL,
  head_hash bytea NOT NULL CHECK (octet_length(head_hash) = 32),
  leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32),
  UNIQUE (file_id, head_seq)
);
COMMENT ON TABLE audit.leaves IS 'The Merkle log (RFC 9162): a leaf for every file whose head has moved, each time a root is made. Append-only, numbered from 0 without gaps.';

CREATE TABLE audit.nodes (
  position bigint PRIMARY KEY CHECK (position BETWEEN 2 AND 9007199254740991),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE audit.nodes IS 'Hashes of the complete subtrees above the leaves, so that a root or a proof reads some dozens of rows instead of all leaves. position counts subtrees and leaves in the order in which they become complete.';

CREATE TABLE audit.roots (
  number integer PRIMARY KEY CHECK (number > 0),
  day date NOT NULL,
  at timestamptz NOT NULL,
  origin text NOT NULL,
  size bigint NOT NULL CHECK (size BETWEEN 0 AND 9007199254740991),
  root_hash bytea NOT NULL CHECK (octet_length(root_hash) = 32),
  public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
  signature bytea NOT NULL CHECK (octet_length(signature) = 64)
);
COMMENT ON TABLE audit.roots IS 'Signed roots of the Merkle log: at least one a day. What is published and sent to the witnesses.';
COMMENT ON COLUMN audit.roots.day IS 'The day in Jakarta (WIB) on which the root was made.';
COMMENT ON COLUMN audit.roots.origin IS 'The public address of the installation when it signed.';
CREATE INDEX roots_by_day ON audit.roots (day, number);

CREATE TABLE audit.witness_deliveries (
  root_number integer NOT NULL REFERENCES audit.roots,
  witness text NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  last_tried_at timestamptz,
  outcome text,
  sent_at timestamptz,
  PRIMARY KEY (root_number, witness)
);
COMMENT ON TABLE audit.witness_deliveries IS 'Which root was sent to which outside witness, with tries and the outcome of the last one.';
COMMENT ON COLUMN audit.witness_deliveries.witness IS 'Mail address or https URL, as AUDIT_WITNESSES named it when the root was made.';
CREATE INDEX witness_deliveries_waiting ON audit.witness_deliveries (root_number) WHERE sent_at IS NULL;

GRANT SELECT, INSERT ON audit.files, audit.events, audit.payloads, audit.leaves, audit.nodes, audit.roots TO tuntas_app;
GRANT UPDATE (head_seq, head_hash, logged_seq) ON audit.files TO tuntas_app;
GRANT SELECT, INSERT, UPDATE ON audit.witness_deliveries TO tuntas_app;

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit.% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
COMMENT ON FUNCTION audit.refuse_change() IS 'Refuses for everyone, also the owner. A superuser can switch triggers off.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.events FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.leaves FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.nodes FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.roots FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE ON audit.payloads FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE DELETE ON audit.files FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.files EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.events EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.payloads EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.leaves EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.nodes EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.roots EXECUTE FUNCTION audit.refuse_change();

CREATE FUNCTION audit.require_erasure_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- xmin is the transaction that wrote the row: the event must come from this very one, outside of any savepoint, so that
  -- event and erasure stand or fall together. An erasure's own payload says why another is gone; it stays.
  IF NOT EXISTS (
    SELECT FROM audit.events AS erasure
    JOIN audit.payloads AS basis ON basis.file_id = erasure.file_id AND basis.seq = erasure.seq
    WHERE erasure.file_id = OLD.file_id AND erasure.seq > OLD.seq AND erasure.type = 'payload-erased'
      AND basis.payload ->> 'seq' = OLD.seq::text AND erasure.xmin = pg_current_xact_id()::xid
  ) OR EXISTS (
    SELECT FROM audit.events WHERE file_id = OLD.file_id AND seq = OLD.seq AND type = 'payload-erased'
  ) THEN
    RAISE EXCEPTION 'a payload goes only in the transaction that appends its payload-erased event'
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER erased_with_basis BEFORE DELETE ON audit.payloads FOR EACH ROW EXECUTE FUNCTION audit.require_erasure_event();

CREATE FUNCTION audit.erase_payload(of_file uuid, of_seq integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM audit.payloads WHERE file_id = of_file AND seq = of_seq;
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION audit.erase_payload(uuid, integer) IS 'Removes a payload with its salt; true when there was one. The trigger demands the payload-erased event of the same transaction.';
REVOKE ALL ON FUNCTION audit.erase_payload(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.erase_payload(uuid, integer) TO tuntas_app;
