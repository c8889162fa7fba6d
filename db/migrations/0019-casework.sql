-- Perkara Ombudsman: reports to the Ombudsman and what becomes of them. The state row answers "how is it now", the audit file
-- answers "how did it come to be". The id of the case is first in the key of all its rows.

-- Years (how old an event may be) and percent (a quorum) are numbers of the law too.
ALTER TABLE law.parameters DROP CONSTRAINT parameters_unit_check;
ALTER TABLE law.parameters ADD CONSTRAINT parameters_unit_check
  CHECK (unit IN ('hk', 'day', 'hour', 'year', 'percent', 'times', 'yes-no'));

-- Who verifies, who examines, who resolves and who prevents can be four people.
ALTER TABLE directory.positions DROP CONSTRAINT positions_kind_check;
ALTER TABLE directory.positions ADD CONSTRAINT positions_kind_check CHECK (kind IN (
  'national-verifier', 'agency-coordinator', 'liaison-officer', 'counter-officer', 'ombudsman-assistant', 'ombudsman-head',
  'report-verifier', 'resolution-assistant', 'prevention-assistant',
  'supervisor', 'assessor', 'assessment-checker', 'assessment-manager', 'regional-leader', 'system-admin'));

CREATE SCHEMA casework;
GRANT USAGE ON SCHEMA casework TO tuntas_app;

CREATE TABLE casework.cases (
  id             uuid PRIMARY KEY,
  -- Registration number: 0123/LM/III/2026/DPS. Gapless per office, access kind and year.
  number         text NOT NULL UNIQUE,
  version        integer NOT NULL,
  access         text NOT NULL CHECK (access IN ('LM', 'RCO', 'IAPS', 'KNL', 'COPY')),
  rule_set       text NOT NULL CHECK (rule_set IN ('PO 26/2017', 'PO 58/2023')),
  stage          text NOT NULL CHECK (stage IN ('formal', 'completing', 'material', 'plenary', 'assignment', 'examination', 'reporting',
    'comment', 'monitoring', 'resolution', 'recommending', 'recommendation', 'further-steps', 'rapid', 'consultation', 'noted', 'closed')),
  -- Where a report that waits for its completion goes on.
  resume_stage   text CHECK (resume_stage IN ('formal', 'material')),
  office_id      uuid NOT NULL REFERENCES directory.agencies,
  office_path    uuid[] NOT NULL,
  registered_at  timestamptz NOT NULL,
  -- The day the report was received, when that is not the moment it was registered (letters).
  received_on    date NOT NULL,
  channel        text NOT NULL CHECK (channel IN ('complaint', 'web', 'counter', 'letter', 'telephone', 'email', 'own-initiative', 'copy')),
  registered_by_person_id uuid,
  complaint_id   uuid REFERENCES complaints.complaints,
  review_id      uuid,
  -- The case this one carries on: a consultation that became a report, a report moved to another access kind.
  continues_id   uuid REFERENCES casework.cases,
  -- The reporter's identity is kept from the respondent (UU 37/2008 art. 24(2)).
  secret         boolean NOT NULL,
  -- Nobody gave an identity: a tip.
  tip            boolean NOT NULL,
  title          text NOT NULL,
  account        text NOT NULL,
  loss           text,
  wish           text,
  occurred_on    date,
  region_code    text,
  zone           text NOT NULL CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  category_code  text,
  service_id     uuid,
  rapid_criteria text[] NOT NULL DEFAULT '{}',
  conclusion     text CHECK (conclusion IN ('found', 'not-found', 'ended')),
  outcome        text,
  closed_at      timestamptz,
  next_due_at    timestamptz,
  updated_at     timestamptz NOT NULL,
  -- Derived, for lists: the leading officer, every government concerned, whoever is shut out.
  lead_person_id uuid,
  respondent_ids uuid[] NOT NULL,
  team_ids       uuid[] NOT NULL,
  excluded_person_ids uuid[] NOT NULL,
  excluded_agency_ids uuid[] NOT NULL,
  is_example     boolean NOT NULL DEFAULT false,
  words tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('indonesian', title), 'A') || setweight(to_tsvector('indonesian', account), 'B')
  ) STORED,
  CHECK ((stage = 'closed') = (outcome IS NOT NULL)),
  CHECK ((stage = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((stage = 'completing') = (resume_stage IS NOT NULL)),
  CHECK (access <> 'RCO' OR cardinality(rapid_criteria) > 0)
);
COMMENT ON TABLE casework.cases IS 'One row a case: how it is now. Who reported is not here but in schema identity, under the case''s id. Title and account are the working text, masked when the identity is secret.';
COMMENT ON COLUMN casework.cases.rule_set IS 'The procedure the case was opened under. No code changes it but a reasoned order of the head (event rule-set-changed).';
CREATE UNIQUE INDEX cases_one_open_per_complaint ON casework.cases (complaint_id) WHERE complaint_id IS NOT NULL AND stage <> 'closed';
CREATE INDEX cases_complaint ON casework.cases (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX cases_office ON casework.cases (office_id, registered_at DESC, id DESC);
CREATE INDEX cases_stage ON casework.cases (office_id, stage, registered_at DESC, id DESC);
-- Narrow copies for counting: whose case it is and who is shut out, and what lies on whose desk for how long, without the texts.
CREATE INDEX cases_reach ON casework.cases (id)
  INCLUDE (office_id, office_path, registered_by_person_id, excluded_person_ids, excluded_agency_ids);
CREATE INDEX cases_load ON casework.cases (office_id) INCLUDE (lead_person_id, stage, zone, registered_at, next_due_at) WHERE closed_at IS NULL;
CREATE INDEX cases_registered ON casework.cases (registered_at DESC, id DESC);
CREATE INDEX cases_lead ON casework.cases (lead_person_id, registered_at DESC, id DESC) WHERE lead_person_id IS NOT NULL;
CREATE INDEX cases_respondents ON casework.cases USING gin (respondent_ids);
-- Whom a conflict of interest shuts out: the desks look these few up first.
CREATE INDEX cases_excluded_people ON casework.cases USING gin (excluded_person_ids);
CREATE INDEX cases_excluded_agencies ON casework.cases USING gin (excluded_agency_ids);
CREATE INDEX cases_words ON casework.cases USING gin (words);

CREATE TABLE casework.respondents (
  case_id     uuid NOT NULL REFERENCES casework.cases,
  id          uuid NOT NULL,
  agency_id   uuid NOT NULL REFERENCES directory.agencies,
  government_id uuid NOT NULL,
  agency_path uuid[] NOT NULL,
  -- The office held (jabatan), never a name.
  position    text NOT NULL CHECK (position <> ''),
  superior_agency_id uuid REFERENCES directory.agencies,
  superior_position  text NOT NULL,
  added_at    timestamptz NOT NULL,
  removed_at  timestamptz,
  PRIMARY KEY (case_id, id)
);
COMMENT ON TABLE casework.respondents IS 'Terlapor: agency and position, with the superior (atasan Terlapor). Removed ones stay with the day.';
CREATE INDEX respondents_agency ON casework.respondents (agency_id, case_id);

CREATE TABLE casework.team (
  case_id   uuid NOT NULL REFERENCES casework.cases,
  person_id uuid NOT NULL REFERENCES directory.people,
  role      text NOT NULL CHECK (role IN ('verifier', 'lead', 'examiner', 'resolver')),
  since     timestamptz NOT NULL,
  until     timestamptz,
  PRIMARY KEY (case_id, person_id, role, since)
);
COMMENT ON TABLE casework.team IS 'Who works on the case in which role, from when to when.';
CREATE INDEX team_person ON casework.team (person_id, case_id) WHERE until IS NULL;

CREATE TABLE casework.exclusions (
  case_id   uuid NOT NULL REFERENCES casework.cases,
  id        uuid NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('person', 'unit', 'relation')),
  person_id uuid,
  agency_id uuid,
  reason    text NOT NULL CHECK (reason <> ''),
  declared_by text NOT NULL,
  at        timestamptz NOT NULL,
  lifted_at timestamptz,
  PRIMARY KEY (case_id, id),
  CHECK ((kind = 'unit') = (agency_id IS NOT NULL)),
  CHECK ((kind IN ('person', 'relation')) = (person_id IS NOT NULL))
);
COMMENT ON TABLE casework.exclusions IS 'Conflicts of interest: by person, by unit (whoever holds or held a position there), by relation (declared). Whoever is excluded does not see the case.';

CREATE TABLE casework.clocks (
  case_id          uuid NOT NULL REFERENCES casework.cases,
  id               uuid NOT NULL,
  kind             text NOT NULL,
  part_id          uuid,
  started_at       timestamptz NOT NULL,
  rule             text NOT NULL,
  limit_value      integer NOT NULL,
  limit_unit       text NOT NULL CHECK (limit_unit IN ('hk', 'day', 'hour')),
  pauses           jsonb NOT NULL,
  due_at           timestamptz NOT NULL,
  is_provisional   boolean NOT NULL,
  calendar_version integer NOT NULL,
  stopped_at       timestamptz,
  alerts_done      integer NOT NULL DEFAULT 0,
  next_alert_at    timestamptz,
  PRIMARY KEY (case_id, id)
);
COMMENT ON TABLE casework.clocks IS 'The deadlines of a case: of its stages, of requests and letters, of obligations. Only a pause with a reason or a new calendar version moves due_at, each with an event.';
CREATE INDEX case_clocks_alerts ON casework.clocks (next_alert_at) WHERE next_alert_at IS NOT NULL;
CREATE INDEX case_clocks_running ON casework.clocks (calendar_version) WHERE stopped_at IS NULL;

CREATE TABLE casework.waiting (
  case_id      uuid NOT NULL REFERENCES casework.cases,
  line         integer NOT NULL,
  kind         text NOT NULL,
  part_id      uuid,
  office_id    uuid NOT NULL,
  -- Whose work it is; NULL = whoever holds one of the capabilities at the office.
  person_id    uuid,
  capabilities text[] NOT NULL,
  due_at       timestamptz NOT NULL,
  PRIMARY KEY (case_id, line)
);
COMMENT ON TABLE casework.waiting IS 'Derived at every save: what a desk must do next, nearest deadline first.';
CREATE INDEX case_waiting_desk ON casework.waiting (office_id, due_at, case_id, line);
CREATE INDEX case_waiting_person ON casework.waiting (person_id, due_at, case_id, line) WHERE person_id IS NOT NULL;

CREATE TABLE casework.entries (
  case_id   uuid NOT NULL REFERENCES casework.cases,
  id        uuid NOT NULL,
  kind      text NOT NULL,
  audience  text NOT NULL CHECK (audience IN ('internal', 'reporter', 'respondent', 'parties', 'public')),
  at        timestamptz NOT NULL,
  text      text NOT NULL,
  part_id   uuid,
  agency_id uuid,
  author    text NOT NULL,
  PRIMARY KEY (case_id, id)
);
COMMENT ON TABLE casework.entries IS 'What was written on the timeline. author is a reference (person:ID, complainant, errand:NAME), never a name. Internal opinions never leave.';
CREATE INDEX entries_author ON casework.entries (author, at);

CREATE TABLE casework.files (
  case_id     uuid NOT NULL REFERENCES casework.cases,
  id          uuid NOT NULL,
  entry_id    uuid,
  audience    text NOT NULL CHECK (audience IN ('internal', 'reporter', 'respondent', 'parties')),
  at          timestamptz NOT NULL,
  author      text NOT NULL,
  media_type  text NOT NULL,
  is_image    boolean NOT NULL,
  bytes       bigint NOT NULL,
  sha256      bytea NOT NULL,
  store_key   text NOT NULL,
  thumbnail_key text,
  width       integer,
  height      integer,
  PRIMARY KEY (case_id, id)
);
COMMENT ON TABLE casework.files IS 'What was attached to entries by the reporter, officers or agencies. File names are not kept: they may name people.';

CREATE TABLE casework.obligations (
  id             uuid PRIMARY KEY,
  case_id        uuid REFERENCES casework.cases,
  review_id      uuid,
  kind           text NOT NULL CHECK (kind IN ('corrective-action', 'suggestion', 'improvement-suggestion', 'recommendation')),
  -- Within its case or review: 1, 2, 3.
  ordinal        integer NOT NULL CHECK (ordinal >= 1),
  agency_id      uuid NOT NULL REFERENCES directory.agencies,
  government_id  uuid NOT NULL,
  agency_path    uuid[] NOT NULL,
  -- The Ombudsman's office it is owed to.
  office_id      uuid NOT NULL REFERENCES directory.agencies,
  office_path    uuid[] NOT NULL,
  position       text NOT NULL,
  text           text NOT NULL CHECK (text <> ''),
  evidence_asked text NOT NULL,
  document_id    uuid,
  issued_at      timestamptz NOT NULL,
  received_at    timestamptz,
  -- Of the clock of the case, or of the review: kept here for lists.
  rule           text NOT NULL,
  due_at         timestamptz NOT NULL,
  zone           text NOT NULL,
  state          text NOT NULL CHECK (state IN ('issued', 'received', 'in-progress', 'reported', 'carried-out', 'partly', 'not-carried-out', 'withdrawn')),
  state_at       timestamptz NOT NULL,
  judged_at      timestamptz,
  is_public      boolean NOT NULL DEFAULT false,
  version        integer NOT NULL DEFAULT 1,
  is_example     boolean NOT NULL DEFAULT false,
  CHECK ((case_id IS NULL) <> (review_id IS NULL)),
  -- Carried out in part is a last word, or a step on the way with a new due day.
  CHECK (state = 'partly' OR (judged_at IS NOT NULL) = (state IN ('carried-out', 'not-carried-out', 'withdrawn')))
);
COMMENT ON TABLE casework.obligations IS 'What an agency owes the Ombudsman: corrective actions, suggestions, improvement suggestions, recommendations, with due day and state.';
CREATE INDEX obligations_review ON casework.obligations (review_id) WHERE review_id IS NOT NULL;
CREATE INDEX obligations_agency ON casework.obligations (agency_id, due_at, id);
CREATE INDEX obligations_government ON casework.obligations (government_id, due_at, id);
CREATE INDEX obligations_office ON casework.obligations (office_id, state, due_at, id);

GRANT SELECT, INSERT, UPDATE ON casework.obligations TO tuntas_app;
GRANT SELECT, INSERT, UPDATE ON casework.cases, casework.respondents, casework.team, casework.exclusions, casework.clocks,
  casework.files TO tuntas_app;
GRANT SELECT, INSERT ON casework.entries TO tuntas_app;
GRANT SELECT, INSERT, DELETE ON casework.waiting TO tuntas_app;
