-- What recurs: the finder's candidates with their rows, and the review files (kajian, PO 41/2019) opened from them.

-- The finder and "similar files" compare complaints of one office or one regency within a category. The expressions are those of
-- src/complaints/store/reviewing.ts.
CREATE INDEX complaints_office_category ON complaints.complaints
  ((coalesce(office_ids[2], addressed_agency_id)), (split_part(category_code, '.', 1)), filed_at);
CREATE INDEX complaints_regency_category ON complaints.complaints
  ((left(region_code, 5)), (split_part(category_code, '.', 1)), filed_at);

CREATE TABLE casework.searches (
  id            uuid PRIMARY KEY,
  -- Whose region was asked for; NULL = the whole country, every week.
  office_id     uuid REFERENCES directory.agencies,
  asked_by      text NOT NULL,
  asked_at      timestamptz NOT NULL,
  from_on       date NOT NULL,
  until_on      date NOT NULL,
  finished_at   timestamptz,
  rows_read     integer,
  clusters_found integer
);
COMMENT ON TABLE casework.searches IS 'Each run of the finder of recurring problems: who asked, over which days, how much was read and found.';
CREATE INDEX searches_asked ON casework.searches (asked_at DESC);

CREATE TABLE casework.clusters (
  id             uuid PRIMARY KEY,
  version        integer NOT NULL,
  -- The Ombudsman's office it is shown to, and those above it.
  office_id      uuid NOT NULL REFERENCES directory.agencies,
  office_path    uuid[] NOT NULL,
  agency_id      uuid NOT NULL REFERENCES directory.agencies,
  -- Root of the agency's tree: nobody with a chair there reads it.
  government_id  uuid NOT NULL,
  service_id     uuid,
  category_code  text NOT NULL,
  -- Regency or city, or what is known of it; empty = unknown.
  place          text NOT NULL,
  from_on        date NOT NULL,
  until_on       date NOT NULL,
  row_count      integer NOT NULL CHECK (row_count > 0),
  expected       double precision NOT NULL,
  other_weeks    integer NOT NULL,
  elsewhere      integer NOT NULL,
  log_chance     double precision NOT NULL,
  -- [{"stem": "blangko", "word": "blangko", "rows": 12}], only what may be shown (decision 0024).
  words          jsonb NOT NULL,
  state          text NOT NULL CHECK (state IN ('candidate', 'dismissed', 'opened')),
  first_found_at timestamptz NOT NULL,
  last_found_at  timestamptz NOT NULL,
  settled_at     timestamptz,
  settled_by     text,
  reason         text,
  -- How many rows it had when it was dismissed: it comes back only when it has grown.
  dismissed_rows integer,
  review_id      uuid,
  case_id        uuid REFERENCES casework.cases,
  -- When those concerned were told that the review or the own-initiative case ended, once, and how many could be.
  told_at        timestamptz,
  told_count     integer,
  is_example     boolean NOT NULL DEFAULT false,
  CHECK ((state = 'candidate') = (settled_at IS NULL)),
  CHECK (state <> 'dismissed' OR (reason <> '' AND dismissed_rows IS NOT NULL)),
  CHECK ((state = 'opened') = (review_id IS NOT NULL OR case_id IS NOT NULL))
);
COMMENT ON TABLE casework.clusters IS 'Candidates for a recurring problem: many complaints of one office, category, place and time with words in common. A person judges them.';
CREATE INDEX clusters_desk ON casework.clusters (office_id, state, log_chance, id);
CREATE INDEX clusters_cell ON casework.clusters (agency_id, category_code, place);
CREATE INDEX clusters_case ON casework.clusters (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE casework.cluster_rows (
  cluster_id uuid NOT NULL REFERENCES casework.clusters,
  source     text NOT NULL CHECK (source IN ('complaint', 'case')),
  id         uuid NOT NULL,
  filed_on   date NOT NULL,
  -- Stems by which it belongs; shown through the words of the cluster alone.
  stems      text[] NOT NULL,
  PRIMARY KEY (cluster_id, source, id)
);
COMMENT ON TABLE casework.cluster_rows IS 'The complaints and cases of a candidate, each with the words by which it belongs.';
CREATE INDEX cluster_rows_of ON casework.cluster_rows (id, source);

CREATE TABLE casework.reviews (
  id            uuid PRIMARY KEY,
  number        text NOT NULL UNIQUE,
  version       integer NOT NULL,
  office_id     uuid NOT NULL REFERENCES directory.agencies,
  office_path   uuid[] NOT NULL,
  agency_id     uuid NOT NULL REFERENCES directory.agencies,
  agency_path   uuid[] NOT NULL,
  government_id uuid NOT NULL,
  cluster_id    uuid REFERENCES casework.clusters,
  title         text NOT NULL CHECK (title <> ''),
  category_code text,
  place         text NOT NULL,
  zone          text NOT NULL CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  stage         text NOT NULL CHECK (stage IN ('detection', 'analysis', 'treatment', 'finished', 'dropped')),
  stage_since   timestamptz NOT NULL,
  opened_at     timestamptz NOT NULL,
  opened_by     uuid NOT NULL,
  ended_at      timestamptz,
  -- Why it was dropped.
  reason        text,
  -- When the analysis (LHA) was given; its text is in casework.sections.
  lha_at        timestamptz,
  is_example    boolean NOT NULL DEFAULT false,
  CHECK ((ended_at IS NOT NULL) = (stage IN ('finished', 'dropped'))),
  CHECK (stage <> 'dropped' OR reason <> '')
);
COMMENT ON TABLE casework.reviews IS 'Kajian (PO 41/2019): a review of a recurring problem, from detection over analysis to the treatment of its suggestions. Texts: casework.sections.';
CREATE INDEX reviews_office ON casework.reviews (office_id, opened_at DESC, id DESC);
CREATE INDEX reviews_agency ON casework.reviews (agency_id, opened_at DESC);

CREATE TABLE casework.review_clocks (
  review_id        uuid NOT NULL REFERENCES casework.reviews,
  id               uuid NOT NULL,
  stage            text NOT NULL,
  started_at       timestamptz NOT NULL,
  rule             text NOT NULL,
  limit_value      integer NOT NULL,
  limit_unit       text NOT NULL CHECK (limit_unit IN ('hk', 'day', 'hour')),
  due_at           timestamptz NOT NULL,
  is_provisional   boolean NOT NULL,
  calendar_version integer NOT NULL,
  stopped_at       timestamptz,
  -- 1 = reminded before it is due, 2 = told that it has passed.
  alerts_done      integer NOT NULL DEFAULT 0,
  next_alert_at    timestamptz,
  PRIMARY KEY (review_id, id)
);
COMMENT ON TABLE casework.review_clocks IS 'The deadline of each stage of a review.';
CREATE INDEX review_clocks_alerts ON casework.review_clocks (next_alert_at) WHERE next_alert_at IS NOT NULL;

CREATE TABLE casework.review_members (
  review_id uuid NOT NULL REFERENCES casework.reviews,
  person_id uuid NOT NULL REFERENCES directory.people,
  since     timestamptz NOT NULL,
  until     timestamptz,
  PRIMARY KEY (review_id, person_id, since)
);
COMMENT ON TABLE casework.review_members IS 'Who works on a review, from when to when.';

ALTER TABLE casework.clusters ADD FOREIGN KEY (review_id) REFERENCES casework.reviews;

GRANT SELECT, INSERT, UPDATE ON casework.searches, casework.clusters, casework.reviews, casework.review_clocks,
  casework.review_members TO tuntas_app;
GRANT SELECT, INSERT, DELETE ON casework.cluster_rows TO tuntas_app;
