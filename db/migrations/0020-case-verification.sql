-- Verification of a case: answers to the formal and material requirements, what is asked back, plenaries (PO 52/2021), transfers between
-- offices (PO 58/2023 art. 16-17). Who works on a case and who is shut out of it stand in the core's tables.

CREATE TABLE casework.checks (
  case_id     uuid NOT NULL REFERENCES casework.cases,
  id          uuid NOT NULL,
  -- Within the case: 1, 2, 3. Given under the lock of the case, so that of two answers at one moment the later is known.
  ordinal     integer NOT NULL CHECK (ordinal >= 1),
  requirement text NOT NULL,
  answer      text NOT NULL CHECK (answer IN ('met', 'not-met', 'not-applicable', 'open')),
  -- judged: by the verifier; overruled: by the verifier against what was computed; computed: frozen when the stage was passed;
  -- reporter: completed by the reporter, to be looked at again.
  way         text NOT NULL CHECK (way IN ('judged', 'overruled', 'computed', 'reporter')),
  note        text NOT NULL,
  -- What was known when it was answered: codes, days and numbers.
  facts       jsonb NOT NULL,
  author      text NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (case_id, id),
  UNIQUE (case_id, ordinal),
  CHECK (way <> 'overruled' OR note <> '')
);
COMMENT ON TABLE casework.checks IS 'Answers to requirements, each with who and when. Only added to: the newest of a requirement counts. author is a reference, never a name.';

CREATE TABLE casework.completions (
  case_id      uuid NOT NULL REFERENCES casework.cases,
  id           uuid NOT NULL,
  requirements text[] NOT NULL,
  text         text NOT NULL CHECK (text <> ''),
  asked_at     timestamptz NOT NULL,
  asked_by     uuid NOT NULL,
  answered_at  timestamptz,
  -- A reference: complainant, or person:ID for what came on paper.
  answered_by  text,
  -- The entry with the answer.
  answer_entry_id uuid,
  PRIMARY KEY (case_id, id),
  CHECK ((answered_at IS NULL) = (answered_by IS NULL) AND (answered_at IS NULL) = (answer_entry_id IS NULL))
);
COMMENT ON TABLE casework.completions IS 'What the reporter was asked to complete. The deadline is the clock of the stage; what was not answered stays as it was asked.';

CREATE TABLE casework.proposals (
  case_id  uuid NOT NULL REFERENCES casework.cases,
  id       uuid NOT NULL,
  proposal text NOT NULL CHECK (proposal IN ('examine', 'refuse', 'close', 'recommend')),
  reasons  text NOT NULL CHECK (reasons <> ''),
  author   text NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (case_id, id)
);
COMMENT ON TABLE casework.proposals IS 'What was proposed to the plenary, with reasons: internal. Only added to.';

CREATE TABLE casework.plenaries (
  id          uuid PRIMARY KEY,
  office_id   uuid NOT NULL REFERENCES directory.agencies,
  office_path uuid[] NOT NULL,
  number      integer NOT NULL CHECK (number >= 1),
  year        integer NOT NULL,
  held_on     date NOT NULL,
  -- Local time, 09:30.
  held_at     text NOT NULL CHECK (held_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  zone        text NOT NULL CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  place       text NOT NULL CHECK (place <> ''),
  state       text NOT NULL CHECK (state IN ('planned', 'open', 'minutes', 'ended', 'cancelled')),
  -- Attendance must be more than this share of the members; frozen when the meeting is opened.
  quorum_percent integer CHECK (quorum_percent BETWEEN 0 AND 100),
  planned_by  uuid NOT NULL,
  planned_at  timestamptz NOT NULL,
  opened_by   uuid,
  opened_at   timestamptz,
  closed_by   uuid,
  closed_at   timestamptz,
  ended_by    uuid,
  ended_at    timestamptz,
  cancel_reason text,
  minutes_document_id uuid,
  version     integer NOT NULL,
  UNIQUE (office_id, year, number),
  CHECK ((state IN ('open', 'minutes', 'ended')) = (opened_at IS NOT NULL)),
  CHECK ((opened_at IS NULL) = (quorum_percent IS NULL)),
  CHECK ((state IN ('minutes', 'ended')) = (closed_at IS NOT NULL)),
  CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
);
COMMENT ON TABLE casework.plenaries IS 'Meetings that decide cases, closed to outsiders (PO 52/2021), numbered per office and year. minutes: nothing more is decided, the minutes wait for their seal.';
CREATE INDEX plenaries_office ON casework.plenaries (office_id, held_on DESC, id DESC);

CREATE TABLE casework.plenary_members (
  plenary_id  uuid NOT NULL REFERENCES casework.plenaries,
  person_id   uuid NOT NULL REFERENCES directory.people,
  position_kind text NOT NULL,
  -- NULL until attendance is recorded.
  is_present  boolean,
  recorded_at timestamptz,
  recorded_by uuid,
  PRIMARY KEY (plenary_id, person_id),
  CHECK ((is_present IS NULL) = (recorded_at IS NULL) AND (is_present IS NULL) = (recorded_by IS NULL))
);
COMMENT ON TABLE casework.plenary_members IS 'Members of the plenary of the office on the day of the meeting. Frozen when the meeting is opened.';

CREATE TABLE casework.plenary_items (
  case_id    uuid NOT NULL REFERENCES casework.cases,
  plenary_id uuid NOT NULL REFERENCES casework.plenaries,
  ordinal    integer NOT NULL,
  added_by   uuid NOT NULL,
  added_at   timestamptz NOT NULL,
  -- Closed: it never leaves the Ombudsman.
  discussion text NOT NULL,
  decision   text CHECK (decision IN ('examine', 'refuse', 'close', 'recommend', 'postpone')),
  -- As they are told to the reporter when the report is refused or closed.
  reasons    text NOT NULL,
  -- Counted for this case: members without a conflict of interest, and how many of them were there.
  members    integer,
  present    integer,
  -- Shut out by a conflict of interest.
  excluded_person_ids uuid[] NOT NULL DEFAULT '{}',
  decided_by uuid,
  decided_at timestamptz,
  version    integer NOT NULL,
  PRIMARY KEY (case_id, plenary_id),
  CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)
    AND (decision IS NULL) = (members IS NULL) AND (decision IS NULL) = (present IS NULL))
);
COMMENT ON TABLE casework.plenary_items IS 'The agenda of a plenary and what was decided. A decision is written once.';
CREATE UNIQUE INDEX plenary_items_one_agenda ON casework.plenary_items (case_id) WHERE decision IS NULL;
CREATE INDEX plenary_items_agenda ON casework.plenary_items (plenary_id, ordinal);

CREATE TABLE casework.plenary_dissents (
  case_id    uuid NOT NULL,
  plenary_id uuid NOT NULL,
  person_id  uuid NOT NULL REFERENCES directory.people,
  opinion    text NOT NULL CHECK (opinion <> ''),
  PRIMARY KEY (case_id, plenary_id, person_id),
  FOREIGN KEY (case_id, plenary_id) REFERENCES casework.plenary_items
);
COMMENT ON TABLE casework.plenary_dissents IS 'Opinions of members who were against a decision. Internal.';

CREATE TABLE casework.transfers (
  case_id      uuid NOT NULL REFERENCES casework.cases,
  id           uuid NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('assign-to-office', 'to-other-sector', 'office-to-centre', 'office-to-office')),
  from_office_id uuid NOT NULL REFERENCES directory.agencies,
  to_office_id uuid NOT NULL REFERENCES directory.agencies,
  from_stage   text NOT NULL,
  reason       text NOT NULL CHECK (reason <> ''),
  -- Prior coordination: with whom of the other office (position), when, what was agreed.
  agreed_with  text NOT NULL CHECK (agreed_with <> ''),
  agreed_on    date NOT NULL,
  agreement    text NOT NULL CHECK (agreement <> ''),
  proposed_by  uuid NOT NULL,
  proposed_at  timestamptz NOT NULL,
  state        text NOT NULL CHECK (state IN ('proposed', 'accepted', 'declined', 'withdrawn')),
  decided_by   uuid,
  decided_at   timestamptz,
  decision_reason text NOT NULL,
  PRIMARY KEY (case_id, id),
  CHECK (from_office_id <> to_office_id),
  CHECK ((state = 'proposed') = (decided_at IS NULL) AND (state = 'proposed') = (decided_by IS NULL)),
  CHECK (state NOT IN ('declined', 'withdrawn') OR decision_reason <> '')
);
COMMENT ON TABLE casework.transfers IS 'Penugasan and penyerahan of cases between offices of the Ombudsman, always after coordination. The case moves when the other office accepts.';
CREATE UNIQUE INDEX transfers_one_open ON casework.transfers (case_id) WHERE state = 'proposed';
CREATE INDEX transfers_waiting ON casework.transfers (to_office_id, proposed_at) WHERE state = 'proposed';

GRANT SELECT, INSERT ON casework.checks, casework.proposals, casework.plenary_dissents TO tuntas_app;
GRANT SELECT, INSERT ON casework.completions TO tuntas_app;
GRANT UPDATE (answered_at, answered_by, answer_entry_id) ON casework.completions TO tuntas_app;
GRANT SELECT, INSERT, UPDATE ON casework.plenaries TO tuntas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.plenary_members, casework.plenary_items TO tuntas_app;
GRANT SELECT, INSERT ON casework.transfers TO tuntas_app;
GRANT UPDATE (state, decided_by, decided_at, decision_reason) ON casework.transfers TO tuntas_app;

-- What a plenary has decided, and a meeting that has ended, stay as they are; whatever the application believes.
CREATE FUNCTION casework.keep_plenary() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('ended', 'cancelled') THEN RAISE EXCEPTION 'a plenary that has ended is never changed'; END IF;
  IF OLD.state <> NEW.state AND NOT ((OLD.state, NEW.state) IN (('planned', 'open'), ('planned', 'cancelled'), ('open', 'minutes'), ('minutes', 'ended'))) THEN
    RAISE EXCEPTION 'a plenary does not go from % to %', OLD.state, NEW.state;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_plenary BEFORE UPDATE ON casework.plenaries FOR EACH ROW EXECUTE FUNCTION casework.keep_plenary();

CREATE FUNCTION casework.keep_plenary_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.decision IS NOT NULL THEN RAISE EXCEPTION 'a plenary decides a case once'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  IF NEW.decision IS NOT NULL AND (SELECT state FROM casework.plenaries WHERE id = NEW.plenary_id) <> 'open' THEN
    RAISE EXCEPTION 'a plenary decides while it is open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_plenary_item BEFORE UPDATE OR DELETE ON casework.plenary_items
  FOR EACH ROW EXECUTE FUNCTION casework.keep_plenary_item();

CREATE FUNCTION casework.keep_plenary_members() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT state FROM casework.plenaries WHERE id = OLD.plenary_id) IN ('minutes', 'ended', 'cancelled')
    OR (TG_OP = 'DELETE' AND (SELECT state FROM casework.plenaries WHERE id = OLD.plenary_id) = 'open') THEN
    RAISE EXCEPTION 'the members of a plenary are frozen';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_plenary_members BEFORE UPDATE OR DELETE ON casework.plenary_members
  FOR EACH ROW EXECUTE FUNCTION casework.keep_plenary_members();
