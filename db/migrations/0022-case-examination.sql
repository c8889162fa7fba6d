-- Examination of a case: sections written by several hands, steps (requests, summonses, visits, interviews), the evidence register with its
-- chain of custody, allegations of maladministration, tasks. The id of the case is first in the key of all rows.

CREATE TABLE casework.sections (
  -- A case or a review (kajian).
  subject_id    uuid NOT NULL,
  document      text NOT NULL CHECK (document <> ''),
  section       text NOT NULL CHECK (section <> ''),
  -- Counts every text that was ever sent for this section, also those set aside.
  revision      integer NOT NULL CHECK (revision >= 1),
  subject_kind  text NOT NULL CHECK (subject_kind IN ('case', 'review')),
  -- What the writer had in front of them; 0 = nothing.
  base_revision integer NOT NULL CHECK (base_revision >= 0),
  text          text NOT NULL,
  -- Sent while somebody else had saved another text: kept beside it, not in force, until it is merged.
  is_aside      boolean NOT NULL,
  -- A reference: person:ID, errand:NAME.
  author        text NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (subject_id, document, section, revision),
  CHECK (base_revision < revision)
);
COMMENT ON TABLE casework.sections IS
  'What was written in the sections of a plan, a report or a review, every revision, append-only. In force: the highest revision that is not set aside.';
CREATE INDEX sections_author ON casework.sections (author, at);
GRANT SELECT, INSERT ON casework.sections TO tuntas_app;

CREATE TABLE casework.steps (
  case_id       uuid NOT NULL REFERENCES casework.cases,
  id            uuid NOT NULL,
  -- 1, 2, 3 within the case.
  no            integer NOT NULL CHECK (no >= 1),
  kind          text NOT NULL CHECK (kind IN ('documents', 'clarification', 'clarification-second', 'summons-1', 'summons-2', 'summons-3',
    'assistance', 'visit', 'interview', 'expert')),
  -- As it was last recorded here; where a letter belongs to the step, what became of the letter goes further (store/examination/steps.ts).
  state         text NOT NULL CHECK (state IN ('planned', 'sent', 'received', 'answered', 'held', 'missed', 'done', 'cancelled')),
  about         text NOT NULL CHECK (about <> ''),
  respondent_id uuid,
  -- Somebody else than a respondent: institution or position, never a witness's name.
  addressee     text NOT NULL,
  -- A known officer it is meant for.
  person_id     uuid REFERENCES directory.people,
  owner_id      uuid NOT NULL REFERENCES directory.people,
  planned_on    date,
  -- The appointed day and hour of a meeting or an appearance.
  held_at       timestamptz,
  place         text NOT NULL,
  is_announced  boolean NOT NULL,
  based_on_id   uuid,
  document_id   uuid,
  minutes_id    uuid,
  -- How it was sent or received when not through this system.
  way           text NOT NULL,
  result        text NOT NULL,
  reason        text NOT NULL,
  created_by    text NOT NULL,
  created_at    timestamptz NOT NULL,
  sent_at       timestamptz,
  received_at   timestamptz,
  -- Answered, held or missed.
  settled_at    timestamptz,
  -- Done or cancelled.
  ended_at      timestamptz,
  -- Missed, and no late answer came since.
  is_missed     boolean NOT NULL,
  PRIMARY KEY (case_id, id),
  UNIQUE (case_id, no),
  FOREIGN KEY (case_id, respondent_id) REFERENCES casework.respondents,
  FOREIGN KEY (case_id, based_on_id) REFERENCES casework.steps,
  CHECK ((state IN ('done', 'cancelled')) = (ended_at IS NOT NULL)),
  CHECK (respondent_id IS NOT NULL OR addressee <> '')
);
COMMENT ON TABLE casework.steps IS
  'Steps of an examination: requests, summonses, visits, interviews, expert opinions, with owner, day, addressee and result. People are positions.';
CREATE UNIQUE INDEX steps_followed_once ON casework.steps (case_id, based_on_id, kind) WHERE based_on_id IS NOT NULL AND state <> 'cancelled';
CREATE INDEX steps_document ON casework.steps (document_id) WHERE document_id IS NOT NULL;
GRANT SELECT, INSERT ON casework.steps TO tuntas_app;
GRANT UPDATE (state, about, respondent_id, addressee, person_id, owner_id, planned_on, held_at, place, is_announced, document_id, minutes_id, way,
  result, reason, sent_at, received_at, settled_at, ended_at, is_missed) ON casework.steps TO tuntas_app;

CREATE TABLE casework.allegations (
  case_id       uuid NOT NULL REFERENCES casework.cases,
  id            uuid NOT NULL,
  no            integer NOT NULL CHECK (no >= 1),
  -- One of the ten of PO 26/2017.
  form          text NOT NULL CHECK (form IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j')),
  respondent_id uuid NOT NULL,
  description   text NOT NULL CHECK (description <> ''),
  raised_stage  text NOT NULL,
  raised_at     timestamptz NOT NULL,
  raised_by     text NOT NULL,
  finding       text CHECK (finding IN ('found', 'not-found', 'not-examined')),
  -- Why it was not examined, or in short why so found.
  reason        text NOT NULL,
  judged_at     timestamptz,
  judged_by     text,
  PRIMARY KEY (case_id, id),
  UNIQUE (case_id, no),
  FOREIGN KEY (case_id, respondent_id) REFERENCES casework.respondents,
  CHECK ((finding IS NULL) = (judged_at IS NULL) AND (finding IS NULL) = (judged_by IS NULL)),
  CHECK (finding IS NULL OR reason <> '')
);
COMMENT ON TABLE casework.allegations IS
  'Alleged forms of maladministration, each against a respondent, each with its own finding. The analysis is a section (document analysis, section = id).';
GRANT SELECT, INSERT ON casework.allegations TO tuntas_app;
GRANT UPDATE (form, respondent_id, description, finding, reason, judged_at, judged_by) ON casework.allegations TO tuntas_app;

CREATE TABLE casework.evidence (
  case_id       uuid NOT NULL REFERENCES casework.cases,
  id            uuid NOT NULL,
  -- Bukti 1, 2, 3.
  no            integer NOT NULL CHECK (no >= 1),
  kind          text NOT NULL CHECK (kind IN ('document', 'picture', 'recording', 'object', 'statement')),
  -- Bukti formil or materiil.
  nature        text NOT NULL CHECK (nature IN ('formal', 'material')),
  description   text NOT NULL CHECK (description <> ''),
  -- Who gave it, as a position ("saksi 1"), never a name.
  source        text NOT NULL CHECK (source <> ''),
  step_id       uuid,
  document_id   uuid,
  -- The file of the case it was taken in from: came with the complaint, or was sent by the reporter.
  case_file_id  uuid,
  -- The file of an agency's answer it was taken in from (casework.document_files); document_id is the answer.
  answer_file_id uuid,
  received_on   date NOT NULL,
  received_how  text NOT NULL,
  -- Where the original lies.
  kept_at       text NOT NULL,
  taken_by      text NOT NULL,
  taken_at      timestamptz NOT NULL,
  media_type    text,
  extension     text,
  bytes         bigint,
  -- Of the bytes as they were handed in.
  sha256        text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  file_key      text,
  -- A copy of a picture without what the camera wrote into it, for looking at.
  shown_key     text,
  thumbnail_key text,
  PRIMARY KEY (case_id, id),
  UNIQUE (case_id, no),
  FOREIGN KEY (case_id, step_id) REFERENCES casework.steps,
  FOREIGN KEY (case_id, case_file_id) REFERENCES casework.files,
  CHECK ((file_key IS NULL) = (sha256 IS NULL) AND (file_key IS NULL) = (bytes IS NULL) AND (file_key IS NULL) = (media_type IS NULL))
);
COMMENT ON TABLE casework.evidence IS
  'The register of evidence: numbered, with the digest of what was handed in. An item is never changed or taken out; its custody tells what became of it.';
CREATE UNIQUE INDEX evidence_taken_once ON casework.evidence (case_id, case_file_id) WHERE case_file_id IS NOT NULL;
CREATE UNIQUE INDEX evidence_answer_taken_once ON casework.evidence (case_id, answer_file_id) WHERE answer_file_id IS NOT NULL;
GRANT SELECT, INSERT ON casework.evidence TO tuntas_app;

CREATE TABLE casework.custody (
  case_id     uuid NOT NULL,
  evidence_id uuid NOT NULL,
  no          integer NOT NULL CHECK (no >= 1),
  act         text NOT NULL CHECK (act IN ('received', 'copied', 'moved', 'handed-over', 'examined', 'returned', 'sealed', 'checked')),
  at          timestamptz NOT NULL,
  -- When it happened, if that is not when it was recorded.
  on_day      date NOT NULL,
  by          text NOT NULL,
  -- To whom or where, as a position or place.
  party       text NOT NULL,
  reason      text NOT NULL,
  -- Of a check: whether the bytes are still those handed in.
  is_intact   boolean,
  PRIMARY KEY (case_id, evidence_id, no),
  FOREIGN KEY (case_id, evidence_id) REFERENCES casework.evidence,
  CHECK ((act = 'checked') = (is_intact IS NOT NULL)),
  CHECK (reason <> '' OR act IN ('received', 'checked'))
);
COMMENT ON TABLE casework.custody IS 'Chain of custody of each piece of evidence, append-only.';
GRANT SELECT, INSERT ON casework.custody TO tuntas_app;

CREATE TABLE casework.evidence_links (
  case_id       uuid NOT NULL,
  allegation_id uuid NOT NULL,
  evidence_id   uuid NOT NULL,
  no            integer NOT NULL CHECK (no >= 1),
  -- For or against the allegation; none: no longer counted. The highest no is in force.
  stance        text NOT NULL CHECK (stance IN ('for', 'against', 'none')),
  note          text NOT NULL,
  at            timestamptz NOT NULL,
  by            text NOT NULL,
  PRIMARY KEY (case_id, allegation_id, evidence_id, no),
  FOREIGN KEY (case_id, allegation_id) REFERENCES casework.allegations,
  FOREIGN KEY (case_id, evidence_id) REFERENCES casework.evidence
);
COMMENT ON TABLE casework.evidence_links IS 'Which evidence speaks for or against which allegation, append-only: the latest line is in force.';
GRANT SELECT, INSERT ON casework.evidence_links TO tuntas_app;

CREATE TABLE casework.tasks (
  case_id    uuid NOT NULL REFERENCES casework.cases,
  id         uuid NOT NULL,
  -- Of a procedure template, `template/row`; NULL = typed.
  template   text,
  title      text NOT NULL CHECK (title <> ''),
  owner_id   uuid NOT NULL REFERENCES directory.people,
  due_on     date,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  state      text NOT NULL CHECK (state IN ('open', 'done', 'dropped')),
  state_at   timestamptz NOT NULL,
  state_by   text NOT NULL,
  note       text NOT NULL,
  PRIMARY KEY (case_id, id)
);
COMMENT ON TABLE casework.tasks IS 'Small things to do on a case, each with an owner and a day.';
CREATE INDEX tasks_owner ON casework.tasks (owner_id, due_on, case_id, id) WHERE state = 'open';
CREATE UNIQUE INDEX tasks_template_once ON casework.tasks (case_id, template) WHERE template IS NOT NULL;
GRANT SELECT, INSERT ON casework.tasks TO tuntas_app;
GRANT UPDATE (owner_id, due_on, state, state_at, state_by, note) ON casework.tasks TO tuntas_app;
