-- Data-sharing grants: what one side of an agreement lets the other have, for what, for how long. In force only with the agreement.

CREATE TABLE agreements.grants (
  id                uuid PRIMARY KEY,
  agreement_id      uuid NOT NULL REFERENCES agreements.agreements,
  -- Its number in the agreement, never given again.
  ordinal           integer NOT NULL CHECK (ordinal >= 1),
  version           integer NOT NULL DEFAULT 1,
  state             text NOT NULL CHECK (state IN ('draft', 'offered', 'agreed', 'ended', 'withdrawn')),
  purpose           text NOT NULL CHECK (purpose <> ''),
  purpose_text      text NOT NULL,
  -- Code of the catalogue (rules/grants/data-sets.ts), or 'own:...' for one described here.
  data_set          text NOT NULL CHECK (data_set ~ '^(own:)?[a-z0-9-]{1,80}$'),
  data_set_name     text NOT NULL DEFAULT '',
  -- [{ code, label: { id, en }, personal: 'none' | 'general' | 'specific' }], as they were when they were agreed on.
  fields            jsonb NOT NULL,
  field_codes       text[] NOT NULL,
  personal          text NOT NULL CHECK (personal IN ('none', 'general', 'specific')),
  giver_party_id    uuid NOT NULL,
  giver_agency_id   uuid NOT NULL REFERENCES directory.agencies,
  starts_on         date NOT NULL,
  -- The last day; a grant without an end is not made (purpose and retention of UU 27/2022 need one).
  until_on          date NOT NULL,
  frequency         text NOT NULL CHECK (frequency IN ('once', 'on-request', 'monthly', 'quarterly', 'continuous')),
  legal_basis       text NOT NULL,
  basis_note        text NOT NULL DEFAULT '',
  retention_months  integer NOT NULL CHECK (retention_months BETWEEN 0 AND 600),
  afterwards        text NOT NULL CHECK (afterwards IN ('delete', 'return', 'archive')),
  safeguards        text NOT NULL DEFAULT '',
  impact_assessment text NOT NULL DEFAULT '',
  preparing_party_id uuid NOT NULL,
  -- How often it was offered: consents of an earlier offer do not count.
  offers            integer NOT NULL DEFAULT 0,
  created_by        uuid,
  created_at        timestamptz NOT NULL,
  offered_at        timestamptz,
  agreed_at         timestamptz,
  -- The first day no longer.
  ended_on          date,
  end_reason        text,
  -- Why it last came back from the other side.
  returned_reason   text,
  is_example        boolean NOT NULL DEFAULT false,
  UNIQUE (agreement_id, ordinal),
  FOREIGN KEY (agreement_id, giver_party_id) REFERENCES agreements.parties,
  FOREIGN KEY (agreement_id, preparing_party_id) REFERENCES agreements.parties,
  CHECK (starts_on <= until_on),
  CHECK ((state = 'ended') = (ended_on IS NOT NULL)),
  CHECK (state <> 'ended' OR end_reason <> ''),
  CHECK (state NOT IN ('agreed', 'ended') OR agreed_at IS NOT NULL)
);
COMMENT ON TABLE agreements.grants IS 'Which data one party lets others have under an agreement: purpose, set, fields, period, basis, retention. The exchange refuses what none of them covers.';
CREATE INDEX grants_asked ON agreements.grants (data_set, giver_agency_id);
CREATE INDEX grants_newest ON agreements.grants (agreed_at DESC, id DESC) WHERE agreed_at IS NOT NULL;

CREATE TABLE agreements.grant_recipients (
  grant_id     uuid NOT NULL REFERENCES agreements.grants ON DELETE CASCADE,
  ordinal      integer NOT NULL CHECK (ordinal >= 1),
  agreement_id uuid NOT NULL,
  party_id     uuid NOT NULL,
  -- The party itself or an office below it; NULL for a party the directory does not know.
  agency_id    uuid REFERENCES directory.agencies,
  name         text NOT NULL CHECK (name <> ''),
  PRIMARY KEY (grant_id, ordinal),
  FOREIGN KEY (agreement_id, party_id) REFERENCES agreements.parties
);
COMMENT ON TABLE agreements.grant_recipients IS 'Who may have the data of a grant: these alone, not the offices below them.';
CREATE INDEX grant_recipients_agency ON agreements.grant_recipients (agency_id) WHERE agency_id IS NOT NULL;

CREATE TABLE agreements.grant_consents (
  grant_id     uuid NOT NULL REFERENCES agreements.grants ON DELETE CASCADE,
  agreement_id uuid NOT NULL,
  party_id     uuid NOT NULL,
  -- The offer it answers; taking a grant back makes earlier ones void without deleting them.
  offer        integer NOT NULL,
  person_id    uuid NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (grant_id, offer, party_id),
  FOREIGN KEY (agreement_id, party_id) REFERENCES agreements.parties
);
COMMENT ON TABLE agreements.grant_consents IS 'Which party said yes to which version of a grant, and who said it.';


GRANT SELECT, INSERT, UPDATE ON agreements.grants TO tuntas_app;
GRANT SELECT, INSERT, DELETE ON agreements.grant_recipients TO tuntas_app;
GRANT SELECT, INSERT ON agreements.grant_consents TO tuntas_app;

-- The public register, and a government's own page.
CREATE INDEX agreements_latest_signed ON agreements.agreements (signed_on DESC, id DESC) WHERE state IN ('signed', 'ended');
