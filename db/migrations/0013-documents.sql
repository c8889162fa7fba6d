-- Keys with which the installation seals PDF documents and signs their machine-readable twins. The platform's, because every room that
-- hands out documents uses the same ones. docs/decisions/0018 says what a seal proves and what it does not.

CREATE TABLE platform.document_keys (
  kid text PRIMARY KEY CHECK (kid <> ''),
  purpose text NOT NULL CHECK (purpose IN ('seal', 'twin')),
  created_at timestamptz NOT NULL,
  certificate bytea,
  public_jwk jsonb,
  private_key bytea NOT NULL,
  retired_at timestamptz,
  distrusted_at timestamptz,
  CHECK ((purpose = 'seal') = (certificate IS NOT NULL)),
  CHECK ((purpose = 'twin') = (public_jwk IS NOT NULL)),
  CHECK (distrusted_at IS NULL OR retired_at IS NOT NULL)
);
COMMENT ON TABLE platform.document_keys IS
  'Keys for seals of PDF documents (purpose seal, with an X.509 certificate) and for signed twins (purpose twin, with a JSON Web Key). One of each purpose signs, the others are kept to verify what they signed.';
COMMENT ON COLUMN platform.document_keys.kid IS
  'Seal: SHA-256 of the certificate in hexadecimal. Twin: thumbprint of the key (RFC 7638).';
COMMENT ON COLUMN platform.document_keys.private_key IS
  'PKCS #8, sealed with a key derived from the installation''s master secret and bound to kid: useless to who has the database alone.';
COMMENT ON COLUMN platform.document_keys.retired_at IS 'From then on it signs no more; what it signed stays good.';
COMMENT ON COLUMN platform.document_keys.distrusted_at IS 'Nothing that it signed counts any more: the key is known or feared to be in other hands.';
CREATE UNIQUE INDEX document_keys_signing ON platform.document_keys (purpose) WHERE retired_at IS NULL;

GRANT SELECT, INSERT ON platform.document_keys TO tuntas_app;
GRANT UPDATE (retired_at, distrusted_at) ON platform.document_keys TO tuntas_app;
