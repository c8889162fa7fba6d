-- What is made of cases: bundles and their redacted variants, work reports of officers, year-end notes of offices.

-- Who did what in a month is asked of the record. Only officers' events: those of complainants and visitors are many and never asked for.
CREATE INDEX events_by_officer ON audit.events (actor, at) WHERE actor LIKE 'person:%';

CREATE TABLE casework.variants (
  case_id    uuid NOT NULL REFERENCES casework.cases,
  id         uuid NOT NULL,
  title      text NOT NULL CHECK (title <> ''),
  audience   text NOT NULL CHECK (audience IN ('outside', 'inside')),
  made_by    uuid NOT NULL REFERENCES directory.people,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, id)
);
COMMENT ON TABLE casework.variants IS 'Redacted variants of a case file: for whom each was made. The original file is never touched by them.';

CREATE TABLE casework.variant_choices (
  case_id    uuid NOT NULL,
  variant_id uuid NOT NULL,
  -- document:ID, evidence:ID, entry:ID ...: names the piece for good.
  piece_key  text NOT NULL CHECK (piece_key <> ''),
  choice     text NOT NULL CHECK (choice IN ('included', 'left-out', 'replaced')),
  reason     text NOT NULL,
  basis      text CHECK (basis IN ('secret-identity', 'personal-data', 'excepted-information', 'other-person', 'other')),
  by_id      uuid NOT NULL REFERENCES directory.people,
  at         timestamptz NOT NULL,
  -- Of the piece as it was when the officer decided; a piece that is another one now has to be decided anew.
  original_sha256 bytea,
  -- The redacted version, sealed in the file store.
  store_key  text,
  media_type text,
  bytes      bigint,
  sha256     bytea,
  -- How the version came about: passages taken out of its words, or a file made elsewhere.
  made_how   text CHECK (made_how IN ('passages', 'uploaded')),
  passages   integer,
  PRIMARY KEY (case_id, variant_id, piece_key),
  FOREIGN KEY (case_id, variant_id) REFERENCES casework.variants,
  CHECK ((choice = 'replaced') = (store_key IS NOT NULL)),
  CHECK ((choice = 'replaced') = (made_how IS NOT NULL)),
  CHECK (choice = 'included' OR (reason <> '' AND basis IS NOT NULL))
);
COMMENT ON TABLE casework.variant_choices IS 'Who decided what about a piece of a variant, why and on what basis. The passages taken out are not kept: they would be what was to be hidden.';

CREATE TABLE casework.bundles (
  case_id    uuid NOT NULL REFERENCES casework.cases,
  id         uuid NOT NULL,
  variant_id uuid,
  form       text NOT NULL CHECK (form IN ('zip', 'pdf')),
  pieces     integer NOT NULL,
  bytes      bigint NOT NULL,
  made_by    uuid NOT NULL REFERENCES directory.people,
  at         timestamptz NOT NULL,
  PRIMARY KEY (case_id, id),
  FOREIGN KEY (case_id, variant_id) REFERENCES casework.variants
);
COMMENT ON TABLE casework.bundles IS 'Who asked for a whole case file or a variant of it, and when. Each is an event of the case as well.';

CREATE TABLE casework.work_reports (
  id           uuid PRIMARY KEY,
  office_id    uuid NOT NULL REFERENCES directory.agencies,
  person_id    uuid NOT NULL REFERENCES directory.people,
  month        date NOT NULL CHECK (extract(day FROM month) = 1),
  state        text NOT NULL CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
  version      integer NOT NULL,
  remarks      text NOT NULL,
  due_at       timestamptz NOT NULL,
  submitted_at timestamptz,
  return_reason text,
  UNIQUE (office_id, month, person_id),
  CHECK ((state = 'draft') <= (submitted_at IS NULL)),
  CHECK (state IN ('draft', 'returned') OR submitted_at IS NOT NULL)
);
COMMENT ON TABLE casework.work_reports IS 'The monthly work report of one officer at one office. The counted work is not kept here: it is the record itself (audit.events).';
CREATE INDEX work_reports_person ON casework.work_reports (person_id, month DESC);

CREATE TABLE casework.work_statements (
  report_id uuid NOT NULL REFERENCES casework.work_reports,
  id        uuid NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('addition', 'contest')),
  work_group text NOT NULL,
  day       date NOT NULL,
  text      text NOT NULL CHECK (text <> ''),
  PRIMARY KEY (report_id, id)
);
COMMENT ON TABLE casework.work_statements IS 'The officer''s own statements in a work report: work the system does not know of, or rows of the record they contest.';

CREATE TABLE casework.work_report_steps (
  report_id uuid NOT NULL REFERENCES casework.work_reports,
  line      integer NOT NULL,
  action    text NOT NULL CHECK (action IN ('submit', 'accept', 'return', 'reopen')),
  at        timestamptz NOT NULL,
  by_id     uuid NOT NULL REFERENCES directory.people,
  reason    text NOT NULL,
  -- How much the record held and how much was stated when this was done: { recorded, statements, sha256 of both }.
  content   jsonb NOT NULL,
  PRIMARY KEY (report_id, line)
);
COMMENT ON TABLE casework.work_report_steps IS 'The history of a work report: handed in, accepted, returned with the reason. Append-only.';

CREATE TABLE casework.year_notes (
  office_id  uuid NOT NULL REFERENCES directory.agencies,
  year       integer NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  state      text NOT NULL CHECK (state IN ('draft', 'approved', 'published', 'kept')),
  version    integer NOT NULL,
  -- The figures as they were when the head approved them; drafts show those of now.
  figures    jsonb,
  approved_by uuid REFERENCES directory.people,
  approved_at timestamptz,
  published_at timestamptz,
  PRIMARY KEY (office_id, year),
  CHECK ((state = 'draft') = (approved_at IS NULL)),
  CHECK ((state = 'draft') = (figures IS NULL)),
  CHECK ((state = 'published') = (published_at IS NOT NULL))
);
COMMENT ON TABLE casework.year_notes IS 'Catatan akhir tahun of an office: figures, words, appreciation. Drafted, approved by the head, then published or kept.';

CREATE TABLE casework.year_note_texts (
  office_id uuid NOT NULL,
  year      integer NOT NULL,
  heading   text NOT NULL,
  text      text NOT NULL,
  PRIMARY KEY (office_id, year, heading),
  FOREIGN KEY (office_id, year) REFERENCES casework.year_notes
);
COMMENT ON TABLE casework.year_note_texts IS 'What year-end notes say under each heading.';

CREATE TABLE casework.year_note_appreciations (
  office_id uuid NOT NULL,
  year      integer NOT NULL,
  id        uuid NOT NULL,
  kind      text NOT NULL CHECK (kind IN ('agency', 'officer')),
  agency_id uuid REFERENCES directory.agencies,
  person_id uuid REFERENCES directory.people,
  reason    text NOT NULL CHECK (reason <> ''),
  -- The counted rows it rests on, as they stood when it was proposed.
  rests_on  jsonb NOT NULL,
  PRIMARY KEY (office_id, year, id),
  FOREIGN KEY (office_id, year) REFERENCES casework.year_notes,
  CHECK ((kind = 'agency') = (agency_id IS NOT NULL)),
  CHECK ((kind = 'officer') = (person_id IS NOT NULL))
);
COMMENT ON TABLE casework.year_note_appreciations IS 'Agencies and officers who did well in the year, with the rows it rests on.';

GRANT SELECT, INSERT ON casework.bundles, casework.work_report_steps, casework.variants TO tuntas_app;
GRANT SELECT, INSERT, UPDATE ON casework.variant_choices, casework.work_reports, casework.year_notes, casework.year_note_texts TO tuntas_app;
GRANT SELECT, INSERT, DELETE ON casework.work_statements, casework.year_note_appreciations TO tuntas_app;

-- Reports and load of an office: what was finished in a time, and what is open.
CREATE INDEX cases_finished ON casework.cases (office_id, closed_at DESC, id DESC) WHERE closed_at IS NOT NULL;
CREATE INDEX cases_unfinished ON casework.cases (office_id, registered_at DESC, id DESC) WHERE closed_at IS NULL;
