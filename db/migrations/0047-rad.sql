-- Regional action plans of SP4N-LAPOR! (RAD): templates, collections, the way of review, and the evaluation of how complaints are managed.

-- While somebody else reviews an agreement its text and lines stand still.
ALTER TABLE agreements.agreements ADD COLUMN is_under_review boolean NOT NULL DEFAULT false;
-- Adopted at the end of its review here: what it says and promises changes by a new edition alone.
ALTER TABLE agreements.agreements ADD COLUMN is_adopted boolean NOT NULL DEFAULT false CHECK (NOT is_adopted OR state IN ('signed', 'ended'));

CREATE TABLE agreements.rad_templates (
  id           uuid PRIMARY KEY,
  version      integer NOT NULL DEFAULT 1,
  title        text NOT NULL CHECK (title <> ''),
  note         text NOT NULL DEFAULT '',
  -- Whose template it is; NULL = shipped.
  author_id    uuid REFERENCES directory.agencies,
  state        text NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
  created_by   uuid,
  created_at   timestamptz NOT NULL,
  published_at timestamptz,
  CHECK ((state = 'draft') = (published_at IS NULL))
);
COMMENT ON TABLE agreements.rad_templates IS 'Templates of regional action plans by factor of success. A published one never changes; a better one is a new one.';

CREATE TABLE agreements.rad_template_lines (
  template_id    uuid NOT NULL REFERENCES agreements.rad_templates,
  id             uuid NOT NULL,
  ordinal        integer NOT NULL CHECK (ordinal >= 1),
  factor         text NOT NULL CHECK (factor IN ('sop', 'participation', 'staff', 'technology')),
  programme      text NOT NULL REFERENCES agreements.programmes,
  form           text NOT NULL CHECK (form IN ('activity', 'training', 'outreach', 'discussion')),
  activity       text NOT NULL CHECK (activity <> ''),
  output         text NOT NULL,
  indicator      text NOT NULL,
  unit           text NOT NULL,
  -- What is to be reached in a year; NULL = each government sets its own.
  target         numeric,
  direction      text NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down')),
  evidence_asked text NOT NULL,
  -- The office that usually carries it out, in words.
  responsible    text NOT NULL DEFAULT '',
  PRIMARY KEY (template_id, id),
  UNIQUE (template_id, ordinal)
);
COMMENT ON TABLE agreements.rad_template_lines IS 'What a plan made from a template begins with, line by line.';

CREATE TABLE agreements.rad_collections (
  id           uuid PRIMARY KEY,
  version      integer NOT NULL DEFAULT 1,
  -- The province for its regencies and cities, the national desk for provinces.
  opener_id    uuid NOT NULL REFERENCES directory.agencies,
  level        text NOT NULL CHECK (level IN ('regency', 'province')),
  region_code  text,
  title        text NOT NULL CHECK (title <> ''),
  note         text NOT NULL DEFAULT '',
  year_from    integer NOT NULL CHECK (year_from BETWEEN 2000 AND 2199),
  year_until   integer NOT NULL CHECK (year_until BETWEEN 2000 AND 2199),
  template_id  uuid REFERENCES agreements.rad_templates,
  due_on       date NOT NULL,
  -- The day that was set first: it stays visible.
  first_due_on date NOT NULL,
  zone         text NOT NULL CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
  opened_by    uuid,
  opened_at    timestamptz NOT NULL,
  closed_at    timestamptz,
  is_example   boolean NOT NULL DEFAULT false,
  CHECK (year_from <= year_until),
  CHECK ((level = 'regency') = (region_code IS NOT NULL))
);
COMMENT ON TABLE agreements.rad_collections IS 'A province (or the ministry) asks governments for their action plans by a day.';
CREATE INDEX rad_collections_opener ON agreements.rad_collections (opener_id, opened_at DESC);
CREATE INDEX rad_collections_open ON agreements.rad_collections (due_on) WHERE closed_at IS NULL;

CREATE TABLE agreements.rad_asked (
  collection_id uuid NOT NULL REFERENCES agreements.rad_collections,
  government_id uuid NOT NULL REFERENCES directory.agencies,
  asked_at      timestamptz NOT NULL,
  -- Let off, with the reason.
  excused_at    timestamptz,
  excuse        text,
  PRIMARY KEY (collection_id, government_id),
  CHECK ((excused_at IS NULL) = (excuse IS NULL))
);
COMMENT ON TABLE agreements.rad_asked IS 'Which governments a collection asks.';
CREATE INDEX rad_asked_government ON agreements.rad_asked (government_id);

CREATE TABLE agreements.rads (
  agreement_id      uuid PRIMARY KEY REFERENCES agreements.agreements,
  government_id     uuid NOT NULL REFERENCES directory.agencies,
  -- Who reviews it first: the province for a regency or city, the ministry for a province.
  level             text NOT NULL CHECK (level IN ('regency', 'province')),
  province_id       uuid REFERENCES directory.agencies,
  collection_id     uuid REFERENCES agreements.rad_collections,
  template_id       uuid REFERENCES agreements.rad_templates,
  state             text NOT NULL CHECK (state IN ('drafting', 'with-province', 'with-ministry', 'returned', 'accepted', 'adopted', 'dropped')),
  state_at          timestamptz NOT NULL,
  hand_ins          integer NOT NULL DEFAULT 0,
  first_handed_in_at timestamptz,
  handed_in_at      timestamptz,
  -- Why a factor has no line, by factor.
  gaps              jsonb NOT NULL DEFAULT '{}',
  decree_number     text NOT NULL DEFAULT '',
  CHECK ((level = 'regency') = (province_id IS NOT NULL)),
  CHECK ((hand_ins = 0) = (first_handed_in_at IS NULL)),
  CHECK (state <> 'adopted' OR decree_number <> '')
);
COMMENT ON TABLE agreements.rads IS 'Where an action plan stands on its way: drafted, handed in, reviewed by province and ministry, adopted by decree.';
CREATE INDEX rads_government ON agreements.rads (government_id);
CREATE INDEX rads_collection ON agreements.rads (collection_id) WHERE collection_id IS NOT NULL;
CREATE INDEX rads_waiting ON agreements.rads (state, province_id, state_at) WHERE state IN ('with-province', 'with-ministry');

CREATE TABLE agreements.rad_notes (
  agreement_id uuid NOT NULL REFERENCES agreements.rads,
  id           uuid NOT NULL,
  -- Which hand-in it was said about.
  hand_in      integer NOT NULL,
  step         text NOT NULL CHECK (step IN ('province', 'ministry')),
  -- The line it is about; NULL = the plan as a whole.
  line_id      uuid,
  text         text NOT NULL CHECK (text <> ''),
  author       text NOT NULL,
  at           timestamptz NOT NULL,
  -- What the government did about it.
  answer       text,
  answered_at  timestamptz,
  PRIMARY KEY (agreement_id, id),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
COMMENT ON TABLE agreements.rad_notes IS 'What reviewers said of a plan, line by line, and what the government answered. For insiders.';

CREATE TABLE agreements.rad_team_decrees (
  government_id uuid NOT NULL REFERENCES directory.agencies,
  id            uuid NOT NULL,
  number        text NOT NULL CHECK (number <> ''),
  decided_on    date NOT NULL,
  -- The last day it holds; NULL = until another one takes its place.
  valid_until   date,
  file_key      text NOT NULL,
  media_type    text NOT NULL,
  extension     text NOT NULL,
  size          integer NOT NULL,
  sha256        text NOT NULL,
  added_by      uuid NOT NULL,
  added_at      timestamptz NOT NULL,
  withdrawn_at  timestamptz,
  withdrawal    text,
  PRIMARY KEY (government_id, id),
  CHECK ((withdrawn_at IS NULL) = (withdrawal IS NULL)),
  CHECK (valid_until IS NULL OR decided_on <= valid_until)
);
COMMENT ON TABLE agreements.rad_team_decrees IS 'Decrees (SK) that name the team that manages complaints at a government, with their scans.';

CREATE TABLE agreements.rad_evaluations (
  id            uuid PRIMARY KEY,
  version       integer NOT NULL DEFAULT 1,
  government_id uuid NOT NULL REFERENCES directory.agencies,
  year          integer NOT NULL CHECK (year BETWEEN 2000 AND 2199),
  -- A corrected one is a new edition; the old one stays.
  edition       integer NOT NULL DEFAULT 1,
  level         text NOT NULL CHECK (level IN ('regency', 'province')),
  -- The province or the national desk.
  evaluator_id  uuid NOT NULL REFERENCES directory.agencies,
  state         text NOT NULL CHECK (state IN ('with-government', 'answered', 'published', 'withdrawn')),
  -- As of when the figures are.
  figures_at    timestamptz NOT NULL,
  figures       jsonb NOT NULL,
  frozen_by     uuid,
  answer_until  date NOT NULL,
  answer        text NOT NULL DEFAULT '',
  answered_at   timestamptz,
  published_at  timestamptz,
  withdrawn_at  timestamptz,
  withdrawal    text,
  pdf_key       text,
  pdf_sha256    text,
  is_example    boolean NOT NULL DEFAULT false,
  UNIQUE (government_id, year, edition),
  CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawal IS NULL)),
  CHECK (state <> 'published' OR published_at IS NOT NULL)
);
COMMENT ON TABLE agreements.rad_evaluations IS 'Yearly evaluations with their figures as they were on the day they were taken.';
CREATE UNIQUE INDEX rad_evaluations_one ON agreements.rad_evaluations (government_id, year) WHERE state <> 'withdrawn';
CREATE INDEX rad_evaluations_year ON agreements.rad_evaluations (year, state);

CREATE TABLE agreements.rad_evaluation_rows (
  evaluation_id uuid NOT NULL REFERENCES agreements.rad_evaluations,
  indicator     text NOT NULL,
  ordinal       integer NOT NULL,
  -- References and values behind the number: a complaint, a decree, a plan. Never a name.
  kind          text NOT NULL CHECK (kind IN ('complaint', 'decree', 'account', 'plan', 'line')),
  ref           uuid,
  facts         jsonb NOT NULL,
  PRIMARY KEY (evaluation_id, indicator, ordinal)
);
COMMENT ON TABLE agreements.rad_evaluation_rows IS 'The records behind each number of a yearly evaluation.';

GRANT SELECT, INSERT, UPDATE ON agreements.rad_templates, agreements.rad_collections, agreements.rad_asked, agreements.rads, agreements.rad_notes,
  agreements.rad_team_decrees, agreements.rad_evaluations TO tuntas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON agreements.rad_template_lines TO tuntas_app;
GRANT SELECT, INSERT ON agreements.rad_evaluation_rows TO tuntas_app;

-- On which days people signed in. Sessions end with their sign-out, so they cannot say whether an account was used in the last month.
CREATE TABLE sign_in.sign_in_days (
  person_id uuid NOT NULL REFERENCES sign_in.accounts,
  -- In UTC.
  on_day    date NOT NULL,
  PRIMARY KEY (person_id, on_day)
);
COMMENT ON TABLE sign_in.sign_in_days IS 'The days on which somebody signed in, kept for two years: whether an account is in use. No times, no devices.';
CREATE INDEX sign_in_days_day ON sign_in.sign_in_days (on_day);
GRANT SELECT, INSERT, DELETE ON sign_in.sign_in_days TO tuntas_app;

-- The official form of a line of a RAD was not found (PermenPANRB 46/2020 asks for the plan): this one is ours and says so.
INSERT INTO agreements.rad_templates (id, title, note, state, created_at, published_at) VALUES
  ('019dad00-0000-7000-8000-000000000001', 'Templat bawaan RAD SP4N-LAPOR!',
   'Disusun menurut empat faktor keberhasilan pengelolaan pengaduan. Bentuk baku baris RAD belum ditemukan dalam peraturan; sesuaikan dengan kebutuhan daerah.',
   'published', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
INSERT INTO agreements.rad_template_lines
  (template_id, id, ordinal, factor, programme, form, activity, output, indicator, unit, target, direction, evidence_asked, responsible)
SELECT '019dad00-0000-7000-8000-000000000001'::uuid, ('019dad00-0000-7000-8000-' || lpad((16 + ordinal)::text, 12, '0'))::uuid, ordinal, factor, programme, form,
  activity, output, indicator, unit, target, direction, evidence, responsible
FROM (VALUES
  (1, 'sop', 'faster-settlement', 'activity', 'Menetapkan atau memperbarui SK tim pengelola SP4N-LAPOR!', 'SK tim pengelola yang berlaku',
   'SK tim pengelola ditetapkan', 'SK', 1, 'up', 'SK kepala daerah', 'Dinas Komunikasi dan Informatika'),
  (2, 'sop', 'faster-settlement', 'activity', 'Menyusun SOP penerimaan, disposisi dan tindak lanjut pengaduan di setiap perangkat daerah',
   'SOP yang ditetapkan dan diumumkan', 'Perangkat daerah yang mempunyai SOP pengaduan', 'perangkat daerah', NULL, 'up', 'Salinan SOP', 'Bagian Organisasi'),
  (3, 'sop', 'faster-settlement', 'activity', 'Mempercepat tindak lanjut pertama atas pengaduan', 'Tindak lanjut pertama dalam batas waktu',
   'Rata-rata hari kerja sampai tindak lanjut pertama', 'hari kerja', 5, 'down', 'Rekapitulasi dari data pengaduan', 'Dinas Komunikasi dan Informatika'),
  (4, 'participation', 'prevention', 'outreach', 'Sosialisasi SP4N-LAPOR! kepada masyarakat di setiap kecamatan', 'Masyarakat mengenal kanal pengaduan',
   'Kecamatan yang mendapat sosialisasi', 'kecamatan', NULL, 'up', 'Daftar hadir dan foto kegiatan', 'Dinas Komunikasi dan Informatika'),
  (5, 'participation', 'prevention', 'discussion', 'Diskusi terarah dengan kelompok masyarakat tentang hasil penanganan pengaduan',
   'Masukan masyarakat yang dijawab', 'Diskusi terlaksana', 'kegiatan', 2, 'up', 'Notula dengan jawaban atas masukan', 'Sekretariat Daerah'),
  (6, 'staff', 'competence', 'training', 'Pelatihan admin dan pejabat penghubung SP4N-LAPOR!', 'Petugas yang terlatih',
   'Petugas yang lulus uji akhir pelatihan', 'orang', NULL, 'up', 'Daftar hadir dan hasil uji', 'Badan Kepegawaian dan Pengembangan SDM'),
  (7, 'staff', 'competence', 'activity', 'Menunjuk pejabat penghubung di setiap perangkat daerah', 'Pejabat penghubung yang aktif',
   'Perangkat daerah dengan pejabat penghubung', 'perangkat daerah', NULL, 'up', 'SK penunjukan', 'Sekretariat Daerah'),
  (8, 'technology', 'data-exchange', 'activity', 'Menampilkan tautan pengaduan dan rekapitulasinya di situs web setiap perangkat daerah', 'Kanal pengaduan mudah ditemukan',
   'Situs web dengan tautan pengaduan', 'situs web', NULL, 'up', 'Alamat halaman', 'Dinas Komunikasi dan Informatika'),
  (9, 'technology', 'data-exchange', 'activity', 'Menyediakan perangkat dan jaringan bagi pengelola pengaduan', 'Sarana pengelolaan pengaduan yang memadai',
   'Unit pengelola dengan sarana memadai', 'unit', NULL, 'up', 'Berita acara serah terima', 'Dinas Komunikasi dan Informatika')
) AS line (ordinal, factor, programme, form, activity, output, indicator, unit, target, direction, evidence, responsible);
