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
