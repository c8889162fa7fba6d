-- Joint reviews, yearly evaluations and renewals of agreements.

CREATE TABLE agreements.review_rhythms (
  agreement_id uuid PRIMARY KEY REFERENCES agreements.agreements,
  rhythm       text NOT NULL CHECK (rhythm IN ('quarter', 'half', 'year')),
  set_by       text NOT NULL,
  set_at       timestamptz NOT NULL
);
COMMENT ON TABLE agreements.review_rhythms IS 'How often the parties of an agreement meet to review it, where they chose something else than what is usual for its kind.';

CREATE TABLE agreements.reviews (
  agreement_id   uuid NOT NULL REFERENCES agreements.agreements,
  id             uuid NOT NULL UNIQUE,
  version        integer NOT NULL DEFAULT 1,
  -- Its place among the reviews of the agreement, never given again.
  ordinal        integer NOT NULL CHECK (ordinal >= 1),
  rhythm         text NOT NULL CHECK (rhythm IN ('quarter', 'half', 'year')),
  period_from    date NOT NULL,
  period_until   date NOT NULL,
  state          text NOT NULL CHECK (state IN ('planned', 'called', 'held', 'minuted', 'confirmed', 'cancelled')),
  meets_on       date NOT NULL,
  -- '09.00', on the clocks of the agreement; '' = not set.
  meets_at       text NOT NULL DEFAULT '',
  place          text NOT NULL DEFAULT '',
  -- The side that calls it and writes the minutes: the root of its tree, and its agency.
  secretary_root uuid NOT NULL REFERENCES directory.agencies,
  -- Frozen when it is called; NULL until then.
  agenda         jsonb,
  agenda_at      timestamptz,
  -- What was discussed, as the minutes will say it.
  discussion     text NOT NULL DEFAULT '',
  minutes_public boolean NOT NULL DEFAULT true,
  state_note     text,
  created_by     text NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, id),
  UNIQUE (agreement_id, ordinal),
  CHECK (period_from <= period_until),
  CHECK ((agenda IS NULL) = (agenda_at IS NULL)),
  CHECK (state IN ('planned', 'cancelled') OR agenda IS NOT NULL)
);
COMMENT ON TABLE agreements.reviews IS 'Joint reviews: the parties look at what was done in a period, with an agenda made from the data and minutes both sides stand by.';
CREATE UNIQUE INDEX reviews_one_per_period ON agreements.reviews (agreement_id, period_from, period_until) WHERE state <> 'cancelled';
CREATE INDEX reviews_open ON agreements.reviews (meets_on, id) WHERE state IN ('planned', 'called', 'held', 'minuted');

CREATE TABLE agreements.review_points (
  agreement_id uuid NOT NULL,
  review_id    uuid NOT NULL,
  id           uuid NOT NULL,
  root         uuid NOT NULL REFERENCES directory.agencies,
  text         text NOT NULL CHECK (text <> ''),
  author       text NOT NULL,
  at           timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (agreement_id, review_id, id),
  FOREIGN KEY (agreement_id, review_id) REFERENCES agreements.reviews
);
COMMENT ON TABLE agreements.review_points IS 'What the sides want to talk about besides what the data brings up.';

CREATE TABLE agreements.review_attendance (
  agreement_id uuid NOT NULL,
  review_id    uuid NOT NULL,
  id           uuid NOT NULL,
  -- The side it came for; NULL = a guest of none.
  root         uuid REFERENCES directory.agencies,
  institution  text NOT NULL CHECK (institution <> ''),
  position     text NOT NULL,
  people       integer NOT NULL CHECK (people BETWEEN 0 AND 999),
  presence     text NOT NULL CHECK (presence IN ('present', 'represented', 'absent')),
  PRIMARY KEY (agreement_id, review_id, id),
  FOREIGN KEY (agreement_id, review_id) REFERENCES agreements.reviews
);
COMMENT ON TABLE agreements.review_attendance IS 'Who came, by institution and office. No names.';

CREATE TABLE agreements.review_decisions (
  agreement_id    uuid NOT NULL,
  review_id       uuid NOT NULL,
  id              uuid NOT NULL UNIQUE,
  version         integer NOT NULL DEFAULT 1,
  ordinal         integer NOT NULL CHECK (ordinal >= 1),
  text            text NOT NULL CHECK (text <> ''),
  owner_party_id  uuid NOT NULL,
  owner_agency_id uuid NOT NULL REFERENCES directory.agencies,
  owner_path      uuid[] NOT NULL,
  owner_position  text NOT NULL,
  due_on          date NOT NULL,
  state           text NOT NULL CHECK (state IN ('open', 'reported', 'done', 'withdrawn', 'line')),
  state_note      text,
  state_by        text NOT NULL,
  state_at        timestamptz NOT NULL,
  -- The line it became, and the plan that line is in.
  line_id         uuid,
  line_agreement_id uuid,
  PRIMARY KEY (agreement_id, review_id, id),
  UNIQUE (agreement_id, review_id, ordinal),
  FOREIGN KEY (agreement_id, review_id) REFERENCES agreements.reviews,
  CHECK ((state = 'line') = (line_id IS NOT NULL)),
  CHECK ((line_id IS NULL) = (line_agreement_id IS NULL))
);
COMMENT ON TABLE agreements.review_decisions IS 'What a joint review decided: who does it by when, or the line of a plan it became.';
CREATE INDEX review_decisions_open ON agreements.review_decisions (due_on, id) WHERE state IN ('open', 'reported');
CREATE INDEX review_decisions_owner ON agreements.review_decisions USING gin (owner_path) WHERE state IN ('open', 'reported');

CREATE TABLE agreements.review_minutes (
  agreement_id uuid NOT NULL,
  review_id    uuid NOT NULL,
  edition      integer NOT NULL CHECK (edition >= 1),
  number       text NOT NULL,
  -- What is printed; the file is made from it after the number is given.
  content      jsonb NOT NULL,
  -- Why this edition takes the place of the one before it; NULL for the first.
  reason       text,
  sealed_by    uuid NOT NULL,
  sealed_root  uuid NOT NULL,
  numbered_at  timestamptz NOT NULL,
  file_id      uuid,
  sealed_at    timestamptz,
  PRIMARY KEY (agreement_id, review_id, edition),
  FOREIGN KEY (agreement_id, review_id) REFERENCES agreements.reviews,
  UNIQUE (agreement_id, number),
  CHECK ((edition = 1) = (reason IS NULL)),
  CHECK ((file_id IS NULL) = (sealed_at IS NULL))
);
COMMENT ON TABLE agreements.review_minutes IS 'Minutes of joint reviews in editions: numbered, sealed, never changed. A correction is a new edition.';

CREATE TABLE agreements.review_words (
  agreement_id uuid NOT NULL,
  review_id    uuid NOT NULL,
  edition      integer NOT NULL,
  root         uuid NOT NULL REFERENCES directory.agencies,
  verdict      text NOT NULL CHECK (verdict IN ('confirmed', 'correct')),
  text         text NOT NULL,
  author       text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (agreement_id, review_id, edition, root),
  FOREIGN KEY (agreement_id, review_id, edition) REFERENCES agreements.review_minutes,
  CHECK (verdict = 'confirmed' OR text <> '')
);
COMMENT ON TABLE agreements.review_words IS 'What the other sides say to an edition of the minutes: they confirm it or ask to correct it.';

CREATE TABLE agreements.evaluations (
  agreement_id uuid NOT NULL REFERENCES agreements.agreements,
  id           uuid NOT NULL UNIQUE,
  version      integer NOT NULL DEFAULT 1,
  year         integer NOT NULL CHECK (year BETWEEN 2000 AND 2199),
  -- A published one is corrected by the next edition.
  edition      integer NOT NULL CHECK (edition >= 1),
  state        text NOT NULL CHECK (state IN ('open', 'published', 'dropped')),
  reason       text,
  -- The figures and every record behind them, as they stood when it was opened.
  figures      jsonb NOT NULL,
  figures_at   timestamptz NOT NULL,
  -- The last day the sides may hand in their words.
  words_due_on date NOT NULL,
  opened_by    text NOT NULL,
  opened_root  uuid NOT NULL,
  number       text,
  content      jsonb,
  published_at timestamptz,
  -- NULL = an errand did, because a side stayed silent past its days.
  published_by uuid,
  file_id      uuid,
  PRIMARY KEY (agreement_id, id),
  CHECK ((edition = 1) = (reason IS NULL)),
  CHECK ((state = 'published') = (published_at IS NOT NULL)),
  CHECK ((state = 'published') = (number IS NOT NULL AND content IS NOT NULL))
);
COMMENT ON TABLE agreements.evaluations IS 'Yearly evaluations: figures frozen with the records behind them, the words of every side, a recommendation, published as a sealed document.';
CREATE UNIQUE INDEX evaluations_editions ON agreements.evaluations (agreement_id, year, edition) WHERE state <> 'dropped';
CREATE UNIQUE INDEX evaluations_one_open ON agreements.evaluations (agreement_id) WHERE state = 'open';
CREATE INDEX evaluations_waiting ON agreements.evaluations (words_due_on) WHERE state = 'open';

CREATE TABLE agreements.evaluation_words (
  agreement_id   uuid NOT NULL,
  evaluation_id  uuid NOT NULL,
  root           uuid NOT NULL REFERENCES directory.agencies,
  version        integer NOT NULL DEFAULT 1,
  -- { overall: text, recommendation: renew | change | end | null, programmes: { code: { text, recommendation } } }
  words          jsonb NOT NULL,
  author         text NOT NULL,
  saved_at       timestamptz NOT NULL,
  -- Handed in: it changes no more.
  spoken_at      timestamptz,
  PRIMARY KEY (agreement_id, evaluation_id, root),
  FOREIGN KEY (agreement_id, evaluation_id) REFERENCES agreements.evaluations
);
COMMENT ON TABLE agreements.evaluation_words IS 'What a side says of each programme and what it recommends: its own until handed in, then for everyone.';

CREATE TABLE agreements.renewals (
  agreement_id   uuid PRIMARY KEY REFERENCES agreements.agreements,
  predecessor_id uuid NOT NULL REFERENCES agreements.agreements,
  -- What was said of the uncovered days when it was begun; '' = none were seen then. The days themselves are reckoned anew wherever they are shown.
  gap_note       text NOT NULL DEFAULT '',
  begun_by       text NOT NULL,
  begun_at       timestamptz NOT NULL
);
COMMENT ON TABLE agreements.renewals IS 'Agreements begun as the renewal of another one.';

CREATE TABLE agreements.carried_lines (
  agreement_id      uuid NOT NULL REFERENCES agreements.agreements,
  line_id           uuid NOT NULL,
  from_agreement_id uuid NOT NULL REFERENCES agreements.agreements,
  from_line_id      uuid NOT NULL,
  PRIMARY KEY (agreement_id, line_id)
);
COMMENT ON TABLE agreements.carried_lines IS 'Lines of a renewal that carry on what was open in the agreement before it.';
CREATE UNIQUE INDEX carried_once ON agreements.carried_lines (agreement_id, from_line_id);
CREATE INDEX carried_from ON agreements.carried_lines (from_line_id);

GRANT SELECT, INSERT, UPDATE ON agreements.review_rhythms, agreements.reviews, agreements.review_points, agreements.review_attendance,
  agreements.review_decisions, agreements.review_minutes, agreements.evaluations, agreements.evaluation_words TO tuntas_app;
GRANT DELETE ON agreements.review_attendance TO tuntas_app;
GRANT SELECT, INSERT ON agreements.review_words, agreements.renewals, agreements.carried_lines TO tuntas_app;
