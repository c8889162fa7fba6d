-- The particulars of who brings a case to the Ombudsman (UU 37/2008 Pasal 24(1); PO 2/2009 Pasal 4): a third sealed part of the
-- room `identity`, keyed by the case's id like contact and original.
ALTER TABLE identity.record_keys DROP CONSTRAINT record_keys_part_check;
ALTER TABLE identity.record_keys ADD CONSTRAINT record_keys_part_check CHECK (part IN ('contact', 'original', 'particulars'));
ALTER TABLE identity.accesses DROP CONSTRAINT accesses_part_check;
ALTER TABLE identity.accesses ADD CONSTRAINT accesses_part_check CHECK (part IN ('contact', 'original', 'particulars'));
ALTER TABLE identity.erasures DROP CONSTRAINT erasures_part_check;
ALTER TABLE identity.erasures ADD CONSTRAINT erasures_part_check CHECK (part IN ('contact', 'original', 'particulars'));

CREATE TABLE identity.particulars (
  complaint_id uuid PRIMARY KEY,
  sealed bytea NOT NULL,
  given text[] NOT NULL CHECK (given <@ ARRAY['name', 'birthPlace', 'bornOn', 'maritalStatus', 'occupation', 'address', 'idCopy']),
  id_copy_key text,
  sealed_at timestamptz NOT NULL,
  CHECK ((id_copy_key IS NOT NULL) = ('idCopy' = ANY (given)))
);
COMMENT ON TABLE identity.particulars IS 'Full name, birth, marital status, occupation and address of the reporter of a case (complaint_id holds the id of the case), sealed like a contact. given says which of them are there; id_copy_key names the sealed file with the copy of the identity card.';
GRANT SELECT, INSERT, DELETE ON identity.particulars TO tuntas_app;
GRANT UPDATE (sealed, given, id_copy_key, sealed_at) ON identity.particulars TO tuntas_app;
