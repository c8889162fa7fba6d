-- What an examination led to: the LHP in versions with its corrective actions, the reporter's comment, the file handed to resolution, sessions
-- and agreements, the recommendation with its points, further steps. Obligations themselves are in 0019.

CREATE TABLE casework.lhps (
  case_id      uuid NOT NULL REFERENCES casework.cases,
  id           uuid NOT NULL UNIQUE,
  -- 1, 2 ...: a re-examination makes another one.
  no           integer NOT NULL CHECK (no >= 1),
  state        text NOT NULL CHECK (state IN ('draft', 'submitted', 'issued', 'replaced')),
  conclusion   text CHECK (conclusion IN ('found', 'not-found', 'ended')),
  ended_reason text NOT NULL DEFAULT '',
  begun_by     uuid NOT NULL,
  begun_at     timestamptz NOT NULL,
  -- Everybody whose words are in it: none of them reviews it.
  authors      uuid[] NOT NULL,
  -- The document of kind findings-report made from it, and what it was made from.
  document_id  uuid,
  content      jsonb,
  reviewed_by  uuid,
  issued_by    uuid,
  issued_at    timestamptz,
  received_at  timestamptz,
  revision     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (case_id, id),
  UNIQUE (case_id, no),
  CHECK ((state = 'draft') = (document_id IS NULL) AND (document_id IS NULL) = (content IS NULL)),
  CHECK ((issued_at IS NULL) = (state IN ('draft', 'submitted'))),
  CHECK (issued_at IS NULL OR (conclusion IS NOT NULL AND issued_by IS NOT NULL AND reviewed_by IS NOT NULL)),
  -- Four eyes.
  CHECK (reviewed_by IS NULL OR NOT (reviewed_by = ANY (authors))),
  CHECK (conclusion IS DISTINCT FROM 'ended' OR issued_at IS NULL OR ended_reason <> ''),
  CHECK (received_at IS NULL OR issued_at IS NOT NULL)
);
COMMENT ON TABLE casework.lhps IS 'Report of findings (LHP; LAHP under PO 26/2017) in versions; its texts are in casework.sections (document lhp:NO). What was issued is never changed: a re-examination makes the next version.';
CREATE UNIQUE INDEX lhps_one_in_making ON casework.lhps (case_id) WHERE issued_at IS NULL;
CREATE UNIQUE INDEX lhps_document ON casework.lhps (document_id) WHERE document_id IS NOT NULL;

CREATE TABLE casework.lhp_actions (
  case_id        uuid NOT NULL,
  lhp_id         uuid NOT NULL,
  no             integer NOT NULL CHECK (no >= 1),
  agency_id      uuid NOT NULL REFERENCES directory.agencies,
  position       text NOT NULL CHECK (position <> ''),
  text           text NOT NULL CHECK (text <> ''),
  evidence_asked text NOT NULL CHECK (evidence_asked <> ''),
  -- Another limit than the law's, with its reason; NULL = the parameter case.corrective.
  limit_value    integer CHECK (limit_value >= 1),
  limit_unit     text CHECK (limit_unit IN ('hk', 'day')),
  limit_reason   text NOT NULL DEFAULT '',
  obligation_id  uuid,
  PRIMARY KEY (case_id, lhp_id, no),
  FOREIGN KEY (case_id, lhp_id) REFERENCES casework.lhps,
  CHECK ((limit_value IS NULL) = (limit_unit IS NULL) AND (limit_value IS NULL) = (limit_reason = ''))
);
COMMENT ON TABLE casework.lhp_actions IS 'Corrective actions as the LHP asks for them; issued as obligations with it.';

CREATE TABLE casework.lhp_discussions (
  case_id    uuid NOT NULL,
  lhp_id     uuid NOT NULL,
  id         uuid NOT NULL,
  held_on    date NOT NULL,
  person_ids uuid[] NOT NULL CHECK (cardinality(person_ids) > 0),
  said       text NOT NULL CHECK (said <> ''),
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, lhp_id, id),
  FOREIGN KEY (case_id, lhp_id) REFERENCES casework.lhps
);
COMMENT ON TABLE casework.lhp_discussions IS 'Bedah laporan: who of the office took part and what was said. Internal, never leaves.';

CREATE TABLE casework.lhp_comments (
  case_id    uuid NOT NULL,
  lhp_id     uuid NOT NULL,
  -- The entry with its words.
  entry_id   uuid NOT NULL,
  at         timestamptz NOT NULL,
  decision   text CHECK (decision IN ('noted', 're-examined')),
  reason     text NOT NULL DEFAULT '',
  -- Which new evidence, when the case was examined again because of it.
  evidence   text NOT NULL DEFAULT '',
  decided_by uuid,
  decided_at timestamptz,
  PRIMARY KEY (case_id, entry_id),
  FOREIGN KEY (case_id, lhp_id) REFERENCES casework.lhps,
  CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)),
  CHECK (decision IS NULL OR reason <> ''),
  CHECK (decision IS DISTINCT FROM 're-examined' OR evidence <> '')
);
COMMENT ON TABLE casework.lhp_comments IS 'What the reporter answered to the LHP within the time given, and what the head decided on it.';

CREATE TABLE casework.handover_checks (
  case_id    uuid NOT NULL REFERENCES casework.cases,
  item       text NOT NULL,
  answer     text NOT NULL CHECK (answer IN ('present', 'missing', 'not-needed')),
  note       text NOT NULL,
  checked_by uuid NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, item),
  CHECK (answer = 'present' OR note <> '')
);
COMMENT ON TABLE casework.handover_checks IS 'Completeness of the file that goes to resolution (PO 58/2023 art. 54): each item, who looked and when.';

CREATE TABLE casework.sessions (
  case_id      uuid NOT NULL REFERENCES casework.cases,
  id           uuid NOT NULL UNIQUE,
  no           integer NOT NULL CHECK (no >= 1),
  way          text NOT NULL CHECK (way IN ('conciliation', 'mediation')),
  -- together: both sides in one room; shuttle: the Ombudsman goes between them, they do not meet.
  form         text NOT NULL CHECK (form IN ('together', 'shuttle')),
  held_at      timestamptz NOT NULL,
  place        text NOT NULL CHECK (place <> ''),
  is_online    boolean NOT NULL,
  mediator_id  uuid NOT NULL,
  agenda       text NOT NULL,
  state        text NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  -- What happened; of a cancelled one, why.
  course       text NOT NULL DEFAULT '',
  planned_by   uuid NOT NULL,
  planned_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  minutes_document_id uuid,
  PRIMARY KEY (case_id, id),
  UNIQUE (case_id, no),
  CHECK ((state = 'planned') = (ended_at IS NULL)),
  CHECK (state = 'planned' OR course <> '')
);
COMMENT ON TABLE casework.sessions IS 'Conciliation and mediation sessions. Parties by position, the reporter just as "Pelapor".';

CREATE TABLE casework.session_parties (
  case_id    uuid NOT NULL,
  session_id uuid NOT NULL,
  no         integer NOT NULL CHECK (no >= 1),
  side       text NOT NULL CHECK (side IN ('reporter', 'respondent', 'other')),
  agency_id  uuid,
  position   text NOT NULL,
  -- Attended through the Ombudsman: a reporter whose identity is secret never meets the other side.
  through_ombudsman boolean NOT NULL DEFAULT false,
  attendance text CHECK (attendance IN ('present', 'represented', 'absent')),
  invitation_document_id uuid,
  PRIMARY KEY (case_id, session_id, no),
  FOREIGN KEY (case_id, session_id) REFERENCES casework.sessions,
  CHECK ((side = 'reporter') = (position = '')),
  CHECK (side <> 'reporter' OR agency_id IS NULL)
);
COMMENT ON TABLE casework.session_parties IS 'Who is invited to a session and who came, as positions.';

CREATE TABLE casework.agreements (
  case_id     uuid NOT NULL REFERENCES casework.cases,
  id          uuid NOT NULL UNIQUE,
  way         text NOT NULL CHECK (way IN ('conciliation', 'mediation')),
  state       text NOT NULL CHECK (state IN ('negotiating', 'agreed', 'kept', 'given-up')),
  begun_at    timestamptz NOT NULL,
  agreed_at   timestamptz,
  document_id uuid,
  -- Of the last step: why it was given up.
  reason      text NOT NULL DEFAULT '',
  PRIMARY KEY (case_id, id),
  CHECK ((agreed_at IS NULL) = (state IN ('negotiating', 'given-up')) OR state = 'given-up'),
  CHECK (state <> 'given-up' OR reason <> '')
);
COMMENT ON TABLE casework.agreements IS 'Agreement between the parties. agreed = every side consented to the newest version; then it is never changed.';
CREATE UNIQUE INDEX agreements_one_in_making ON casework.agreements (case_id) WHERE state = 'negotiating';

CREATE TABLE casework.agreement_versions (
  case_id      uuid NOT NULL,
  agreement_id uuid NOT NULL,
  no           integer NOT NULL CHECK (no >= 1),
  text         text NOT NULL CHECK (text <> ''),
  written_by   uuid NOT NULL,
  written_at   timestamptz NOT NULL,
  PRIMARY KEY (case_id, agreement_id, no),
  FOREIGN KEY (case_id, agreement_id) REFERENCES casework.agreements
);
COMMENT ON TABLE casework.agreement_versions IS 'The text in versions, each kept: a consent is to one version.';

CREATE TABLE casework.agreement_promises (
  case_id      uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version_no   integer NOT NULL,
  no           integer NOT NULL CHECK (no >= 1),
  side         text NOT NULL CHECK (side IN ('reporter', 'respondent')),
  text         text NOT NULL CHECK (text <> ''),
  due_on       date NOT NULL,
  verdict      text CHECK (verdict IN ('kept', 'not-kept')),
  evidence     text NOT NULL DEFAULT '',
  judged_by    uuid,
  judged_at    timestamptz,
  PRIMARY KEY (case_id, agreement_id, version_no, no),
  FOREIGN KEY (case_id, agreement_id, version_no) REFERENCES casework.agreement_versions,
  CHECK ((verdict IS NULL) = (judged_at IS NULL) AND (verdict IS NULL) = (judged_by IS NULL) AND (verdict IS NULL) = (evidence = ''))
);
COMMENT ON TABLE casework.agreement_promises IS 'What each side promised by when; watched until it is kept.';

CREATE TABLE casework.agreement_consents (
  case_id      uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version_no   integer NOT NULL,
  -- reporter, or the id of a respondent of the case.
  party        text NOT NULL,
  -- own: on the tracking page; paper: signed on paper, a scan is kept; said: told to an officer, who recorded it.
  how          text NOT NULL CHECK (how IN ('own', 'paper', 'said')),
  at           timestamptz NOT NULL,
  recorded_by  text NOT NULL,
  note         text NOT NULL,
  file_key     text,
  file_media_type text,
  file_extension  text,
  file_bytes   bigint,
  file_sha256  text CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (case_id, agreement_id, version_no, party),
  FOREIGN KEY (case_id, agreement_id, version_no) REFERENCES casework.agreement_versions,
  CHECK ((how = 'paper') = (file_key IS NOT NULL)),
  CHECK ((file_key IS NULL) = (file_sha256 IS NULL) AND (file_key IS NULL) = (file_bytes IS NULL)
    AND (file_key IS NULL) = (file_media_type IS NULL) AND (file_key IS NULL) = (file_extension IS NULL)),
  CHECK (how <> 'own' OR party = 'reporter'),
  CHECK (how <> 'said' OR note <> '')
);
COMMENT ON TABLE casework.agreement_consents IS 'Who consented to which version, when and how. Scans lie sealed in the file store; here their digest.';

CREATE TABLE casework.recommendations (
  case_id     uuid NOT NULL REFERENCES casework.cases,
  id          uuid NOT NULL UNIQUE,
  no          integer NOT NULL CHECK (no >= 1),
  state       text NOT NULL CHECK (state IN ('draft', 'submitted', 'signed')),
  account     text NOT NULL,
  examined    text NOT NULL,
  forms       text NOT NULL,
  opinion     text NOT NULL,
  reasons     text NOT NULL,
  superior_agency_id uuid REFERENCES directory.agencies,
  superior_position  text NOT NULL,
  document_id uuid,
  content     jsonb,
  edited_by   uuid NOT NULL,
  edited_at   timestamptz NOT NULL,
  signed_by   uuid,
  signed_at   timestamptz,
  received_at timestamptz,
  revision    integer NOT NULL DEFAULT 1,
  PRIMARY KEY (case_id, id),
  UNIQUE (case_id, no),
  CHECK ((signed_at IS NULL) = (state <> 'signed') AND (signed_at IS NULL) = (signed_by IS NULL)),
  CHECK ((state = 'draft') = (document_id IS NULL) AND (document_id IS NULL) = (content IS NULL))
);
COMMENT ON TABLE casework.recommendations IS 'Recommendation (UU 37/2008 art. 37): contents and addressees. What was signed is never changed.';
CREATE UNIQUE INDEX recommendations_one_in_making ON casework.recommendations (case_id) WHERE signed_at IS NULL;

CREATE TABLE casework.recommendation_points (
  case_id           uuid NOT NULL,
  recommendation_id uuid NOT NULL,
  no                integer NOT NULL CHECK (no >= 1),
  agency_id         uuid NOT NULL REFERENCES directory.agencies,
  position          text NOT NULL CHECK (position <> ''),
  text              text NOT NULL CHECK (text <> ''),
  evidence_asked    text NOT NULL CHECK (evidence_asked <> ''),
  obligation_id     uuid,
  PRIMARY KEY (case_id, recommendation_id, no),
  FOREIGN KEY (case_id, recommendation_id) REFERENCES casework.recommendations
);
COMMENT ON TABLE casework.recommendation_points IS 'What is recommended, point by point; each is an obligation once signed, judged there.';

CREATE TABLE casework.further_steps (
  case_id     uuid NOT NULL REFERENCES casework.cases,
  step        text NOT NULL CHECK (step IN ('sanction', 'dpr-president', 'publication')),
  taken_on    date,
  -- What shows it: number of a letter, address of a publication.
  proof       text NOT NULL,
  document_id uuid,
  -- Why it was not taken.
  why_not     text NOT NULL,
  recorded_by uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, step),
  CHECK ((taken_on IS NULL) = (why_not <> '')),
  CHECK (taken_on IS NULL OR proof <> '' OR document_id IS NOT NULL)
);
COMMENT ON TABLE casework.further_steps IS 'Steps after a recommendation that was not (fully) carried out: sanctions recommended, report to DPR and President, publication; or why not.';

GRANT SELECT, INSERT, UPDATE ON casework.lhps, casework.lhp_comments, casework.sessions, casework.session_parties,
  casework.agreements, casework.recommendations TO tuntas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.lhp_actions, casework.handover_checks,
  casework.recommendation_points, casework.further_steps TO tuntas_app;
GRANT SELECT, INSERT ON casework.lhp_discussions, casework.agreement_versions, casework.agreement_promises, casework.agreement_consents TO tuntas_app;
GRANT UPDATE (verdict, evidence, judged_by, judged_at) ON casework.agreement_promises TO tuntas_app;

-- What was issued or signed says for ever what it said.
CREATE FUNCTION casework.keep_lhp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.issued_at IS NOT NULL AND (NEW.no, NEW.conclusion, NEW.ended_reason, NEW.authors, NEW.document_id, NEW.content, NEW.reviewed_by, NEW.issued_by, NEW.issued_at)
      IS DISTINCT FROM (OLD.no, OLD.conclusion, OLD.ended_reason, OLD.authors, OLD.document_id, OLD.content, OLD.reviewed_by, OLD.issued_by, OLD.issued_at) THEN
    RAISE EXCEPTION 'an issued LHP is never changed';
  END IF;
  IF OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (('draft', 'submitted'), ('submitted', 'draft'), ('submitted', 'issued'), ('issued', 'replaced')) THEN
    RAISE EXCEPTION 'an LHP does not go from % to %', OLD.state, NEW.state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_lhp BEFORE UPDATE ON casework.lhps FOR EACH ROW EXECUTE FUNCTION casework.keep_lhp();

CREATE FUNCTION casework.keep_lhp_part() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM casework.lhps l WHERE l.case_id = coalesce(NEW.case_id, OLD.case_id) AND l.id = coalesce(NEW.lhp_id, OLD.lhp_id) AND l.issued_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what belongs to an issued LHP stays';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER keep_lhp_action BEFORE INSERT OR UPDATE OR DELETE ON casework.lhp_actions FOR EACH ROW EXECUTE FUNCTION casework.keep_lhp_part();

CREATE FUNCTION casework.keep_recommendation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.signed_at IS NOT NULL AND (NEW.account, NEW.examined, NEW.forms, NEW.opinion, NEW.reasons, NEW.document_id, NEW.content, NEW.signed_at, NEW.signed_by, NEW.state)
      IS DISTINCT FROM (OLD.account, OLD.examined, OLD.forms, OLD.opinion, OLD.reasons, OLD.document_id, OLD.content, OLD.signed_at, OLD.signed_by, OLD.state) THEN
    RAISE EXCEPTION 'a signed recommendation is never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_recommendation BEFORE UPDATE ON casework.recommendations FOR EACH ROW EXECUTE FUNCTION casework.keep_recommendation();

CREATE FUNCTION casework.keep_recommendation_point() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM casework.recommendations r WHERE r.case_id = coalesce(NEW.case_id, OLD.case_id)
      AND r.id = coalesce(NEW.recommendation_id, OLD.recommendation_id) AND r.signed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what belongs to a signed recommendation stays';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER keep_recommendation_point BEFORE INSERT OR UPDATE OR DELETE ON casework.recommendation_points
  FOR EACH ROW EXECUTE FUNCTION casework.keep_recommendation_point();
