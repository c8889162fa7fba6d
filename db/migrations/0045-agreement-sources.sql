-- What lines of plans come from and what came of them: periods of live measures, and sessions (trainings, outreach, focus groups).

CREATE TABLE agreements.measure_periods (
  agreement_id uuid NOT NULL,
  line_id      uuid NOT NULL,
  from_day     date NOT NULL,
  until_day    date NOT NULL,
  PRIMARY KEY (agreement_id, line_id),
  FOREIGN KEY (agreement_id, line_id) REFERENCES agreements.lines,
  CHECK (from_day <= until_day)
);
COMMENT ON TABLE agreements.measure_periods IS 'The days the live measure of a line looks at, where these are not those from its beginning to the end of its year. The measure itself is never kept: it is counted when it is read.';

CREATE TABLE agreements.sessions (
  agreement_id uuid NOT NULL,
  line_id      uuid NOT NULL,
  id           uuid NOT NULL UNIQUE,
  version      integer NOT NULL DEFAULT 1,
  -- Its number within the line, never given again.
  ordinal      integer NOT NULL CHECK (ordinal >= 1),
  state        text NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  state_note   text,
  topic        text NOT NULL CHECK (topic <> ''),
  starts_on    date NOT NULL,
  -- The last day; the same day for most.
  ends_on      date NOT NULL,
  place        text NOT NULL DEFAULT '',
  -- What was said and agreed, for everybody to read.
  summary      text NOT NULL DEFAULT '',
  invited      integer CHECK (invited >= 0),
  -- Results of tests, of a training: how many took each, means out of 100, how many reached the mark.
  pre_count    integer CHECK (pre_count >= 0),
  pre_mean     numeric(5, 2) CHECK (pre_mean BETWEEN 0 AND 100),
  post_count   integer CHECK (post_count >= 0),
  post_mean    numeric(5, 2) CHECK (post_mean BETWEEN 0 AND 100),
  pass_mark    numeric(5, 2) CHECK (pass_mark BETWEEN 0 AND 100),
  passed       integer CHECK (passed >= 0),
  author       text NOT NULL,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, line_id, id),
  UNIQUE (line_id, ordinal),
  FOREIGN KEY (agreement_id, line_id) REFERENCES agreements.lines,
  CHECK (starts_on <= ends_on),
  CHECK (passed IS NULL OR (post_count IS NOT NULL AND passed <= post_count)),
  CHECK ((pre_mean IS NULL) OR pre_count > 0),
  CHECK ((post_mean IS NULL) OR post_count > 0),
  CHECK (state <> 'cancelled' OR state_note IS NOT NULL)
);
COMMENT ON TABLE agreements.sessions IS 'Trainings, outreach events and focus groups of a line: when and where, how many came, what the tests showed. Numbers only: lists of names stay in the evidence of the line.';
CREATE INDEX sessions_coming ON agreements.sessions (starts_on, id) WHERE state = 'planned';

CREATE TABLE agreements.session_groups (
  agreement_id uuid NOT NULL,
  session_id   uuid NOT NULL REFERENCES agreements.sessions (id),
  grp          text NOT NULL,
  total        integer NOT NULL CHECK (total >= 0),
  -- NULL = not counted.
  women        integer CHECK (women >= 0 AND women <= total),
  disabled     integer CHECK (disabled >= 0 AND disabled <= total),
  PRIMARY KEY (agreement_id, session_id, grp)
);
COMMENT ON TABLE agreements.session_groups IS 'How many of each group came to a session; of them women, and people with disabilities, where somebody counted.';

CREATE TABLE agreements.session_reviewers (
  agreement_id uuid NOT NULL,
  session_id   uuid NOT NULL REFERENCES agreements.sessions (id),
  id           uuid NOT NULL,
  ordinal      integer NOT NULL,
  -- An institution and what the guest is there. Never the name of a person.
  institution  text NOT NULL CHECK (institution <> ''),
  role         text NOT NULL CHECK (role <> ''),
  came         boolean,
  PRIMARY KEY (agreement_id, session_id, id)
);
COMMENT ON TABLE agreements.session_reviewers IS 'Outside reviewers invited to a focus group, by institution and role; no names of private persons.';

CREATE TABLE agreements.session_questions (
  agreement_id uuid NOT NULL,
  session_id   uuid NOT NULL REFERENCES agreements.sessions (id),
  id           uuid NOT NULL,
  version      integer NOT NULL DEFAULT 1,
  at           timestamptz NOT NULL,
  author       text NOT NULL,
  -- Which reviewer asked; NULL = the floor.
  reviewer_id  uuid,
  question     text NOT NULL CHECK (question <> ''),
  answer       text,
  answered_by  text,
  answered_at  timestamptz,
  -- The office that answers for it.
  agency_id    uuid REFERENCES directory.agencies,
  publication  text NOT NULL DEFAULT 'undecided' CHECK (publication IN ('undecided', 'published', 'withheld')),
  decided_by   text,
  decided_at   timestamptz,
  -- The agency the decision was taken for, and why it is withheld.
  decided_for  uuid REFERENCES directory.agencies,
  reason       text,
  PRIMARY KEY (agreement_id, session_id, id),
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL)),
  CHECK ((publication = 'undecided') = (decided_at IS NULL)),
  CHECK (publication <> 'published' OR answer IS NOT NULL),
  CHECK (publication <> 'withheld' OR reason IS NOT NULL),
  -- Whoever wrote the answer does not decide that it is published.
  CHECK (publication <> 'published' OR decided_by <> answered_by)
);
COMMENT ON TABLE agreements.session_questions IS 'What was asked at a session and what was answered; an answer is public once somebody else than its author has decided so.';
CREATE INDEX session_questions_order ON agreements.session_questions (session_id, at, id);

GRANT SELECT, INSERT, UPDATE ON agreements.sessions, agreements.session_questions TO tuntas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON agreements.measure_periods, agreements.session_groups, agreements.session_reviewers TO tuntas_app;
