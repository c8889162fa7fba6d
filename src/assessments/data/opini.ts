import type { Label } from '../../kernel/language.ts';
import type { Basis } from '../../law/index.ts';
import type { Band, Instrument } from '../rules/instrument.ts';
import { LOCI_2025 } from './loci.ts';
import { COMPETENCE, COMPLAINTS, FACILITIES, PERCEPTION } from './penilaian-indicators.ts';
import { asked, band, confirmed, equalWeight, observed, unconfirmed, variable, withEqualWeights } from './standing.ts';

const PO_61: Basis = { regulation: 'po-61-2025' };

const PRESS_WEIGHTS = unconfirmed({
  id: 'Empat dimensi 70%, kepercayaan masyarakat 30% menurut pemberitaan (klikgenz.com); pembagian 70% atas empat dimensi dipakai sama besar.',
  en: 'Four dimensions 70%, public trust 30% as reported (klikgenz.com); the 70% are shared equally among the four.',
});
const LIST_UNKNOWN = unconfirmed({
  id: 'Indikator pada lampiran PO 61/2025 belum diperiksa; isi variabel menurut uraian pers.',
  en: 'The indicators of the annex to PO 61/2025 have not been checked; the variables follow press reports.',
});
const INFERRED = unconfirmed(
  {
    id: 'Batas 88 dan 78 cocok dengan hasil yang terbit (88,49 Tertinggi; 78,86 Tinggi; 76,82 Sedang); 54 dan 32 meneruskan 2022–2024.',
    en: 'Bounds 88 and 78 fit published results (88.49, 78.86, 76.82); 54 and 32 carry 2022–2024 on.',
  },
  PO_61,
);

const BANDS: readonly Band[] = [
  band('0', 'terendah', null, { id: 'Kualitas Terendah', en: 'Lowest quality' }, INFERRED),
  band('32', 'rendah', null, { id: 'Kualitas Rendah', en: 'Low quality' }, INFERRED),
  band('54', 'sedang', null, { id: 'Kualitas Sedang', en: 'Moderate quality' }, INFERRED),
  band('78', 'tinggi', null, { id: 'Kualitas Tinggi', en: 'High quality' }, INFERRED),
  band('88', 'tertinggi', null, { id: 'Kualitas Tertinggi', en: 'Highest quality' }, INFERRED),
];

/** Units and branches of national bodies: Sangat Baik (92.36), Baik (78.19 to 87.85), Cukup. */
const UNIT_BANDS: readonly Band[] = [
  band('0', 'buruk', null, { id: 'Buruk', en: 'Poor' }, INFERRED),
  band('32', 'kurang', null, { id: 'Kurang', en: 'Weak' }, INFERRED),
  band('54', 'cukup', null, { id: 'Cukup', en: 'Fair' }, INFERRED),
  band('78', 'baik', null, { id: 'Baik', en: 'Good' }, INFERRED),
  band('88', 'sangat-baik', null, { id: 'Sangat Baik', en: 'Very good' }, INFERRED),
];

const PLANNING = withEqualWeights([
  observed(
    'perencanaan-layanan',
    { id: 'Perencanaan pelayanan', en: 'Planning of the service' },
    {
      id: 'Apakah ada rencana kerja pelayanan dengan target, anggaran, dan penanggung jawab? (0 tidak ada, 3 lengkap)',
      en: 'Is there a plan with targets, budget and someone responsible? (0 none, 3 complete)',
    },
    {
      id: 'Susun rencana kerja pelayanan dengan target, anggaran, dan penanggung jawab.',
      en: 'Make a plan with targets, budget and someone responsible.',
    },
    { from: 'unit' },
  ),
  observed(
    'forum-konsultasi',
    { id: 'Pelibatan masyarakat (forum konsultasi publik)', en: 'Participation (public consultation forum)' },
    {
      id: 'Apakah masyarakat dilibatkan ketika standar disusun? (0 tidak, 3 dengan berita acara)',
      en: 'Were people involved in making the standard? (0 no, 3 with minutes)',
    },
    { id: 'Adakan forum konsultasi publik dan umumkan hasilnya.', en: 'Hold a consultation forum and publish its results.' },
    { from: 'unit' },
  ),
]);

const OFFICER_VIEW = withEqualWeights(
  [
    ['petugas-penundaan', 'penundaan berlarut', 'undue delay'],
    ['petugas-imbalan', 'permintaan imbalan', 'demands for favours'],
    ['petugas-penyimpangan', 'penyimpangan prosedur', 'departure from procedure'],
  ].map(([code = '', id = '', en = '']) =>
    asked(
      code,
      'officer',
      { id: `Persepsi pelaksana atas ${id}`, en: `Officers' perception: ${en}` },
      {
        id: `Seberapa sering Anda melihat ${id} di unit ini? (1 tidak pernah, 4 selalu)`,
        en: `How often do you see ${en} in this unit? (1 never, 4 always)`,
      },
      {
        id: `Bahas sebab ${id} bersama para pelaksana dan perbaiki.`,
        en: `Discuss the causes of ${en} with the officers and mend them.`,
      },
      { answer: { kind: 'scale', min: 1, max: 4, good: 'low' } },
    ),
  ),
);

/** Secondary data that others keep; each is entered per unit with its source until a room pushes it. */
const SECONDARY = withEqualWeights(
  (
    [
      ['data-menpan', 'Indeks pelayanan publik (KemenPANRB)', 'Public service index (KemenPANRB)', 'surveys.ipp'],
      ['data-bps', 'Data capaian layanan (BPS)', 'Service achievement data (BPS)', 'secondary.bps'],
      [
        'data-spm',
        'Capaian standar pelayanan minimal (Kemendagri)',
        'Minimum service standard achievement (Kemendagri)',
        'secondary.spm',
      ],
      [
        'data-bappenas',
        'Capaian pembangunan terkait layanan (Bappenas)',
        'Related development achievement (Bappenas)',
        'secondary.bappenas',
      ],
    ] as const
  ).map(([code, id, en, measure]) =>
    observed(
      code,
      { id, en },
      { id: `${id}: capaian dalam persen (0–100), dengan sumbernya`, en: `${en}: per cent (0–100), with its source` },
      { id: `Tingkatkan capaian: ${id}.`, en: `Raise: ${en}.` },
      { from: 'unit', measure, answer: { kind: 'share', good: 'high' }, mayNotApply: true, evidence: 'optional' },
    ),
  ),
);

const TRUST = withEqualWeights(
  [
    ['percaya-layanan', 'layanan ini diselesaikan sesuai janji', 'this service is done as promised'],
    ['percaya-petugas', 'petugas bertindak jujur dan adil', 'officers act honestly and fairly'],
    ['percaya-pengaduan', 'pengaduan akan ditangani sungguh-sungguh', 'a complaint would be taken seriously'],
  ].map(([code = '', id = '', en = '']) =>
    asked(
      code,
      'user',
      { id: `Kepercayaan bahwa ${id}`, en: `Trust that ${en}` },
      {
        id: `Seberapa percaya Anda bahwa ${id}? (1 tidak percaya, 4 sangat percaya)`,
        en: `How far do you trust that ${en}? (1 not at all, 4 fully)`,
      },
      {
        id: `Bangun kepercayaan pengguna: pastikan dan tunjukkan bahwa ${id}.`,
        en: `Earn trust: make sure, and show, that ${en}.`,
      },
      { answer: { kind: 'scale', min: 1, max: 4, good: 'high' } },
    ),
  ),
);

const OBEDIENCE = withEqualWeights([
  observed(
    'produk-pengawasan',
    { id: 'Produk pengawasan Ombudsman yang dilaksanakan', en: "Ombudsman's products carried out" },
    {
      id: 'Persentase tindakan korektif, saran, dan rekomendasi yang jatuh tempo dan telah dilaksanakan',
      en: 'Share of corrective actions, suggestions and recommendations due that were carried out',
    },
    {
      id: 'Laksanakan produk pengawasan Ombudsman yang sudah jatuh tempo.',
      en: "Carry out the Ombudsman's products that are due.",
    },
    {
      from: 'agency',
      measure: 'casework.compliance',
      answer: { kind: 'share', good: 'high' },
      mayNotApply: true,
      evidence: 'optional',
    },
  ),
]);

const SPLIT = unconfirmed({
  id: 'Pembagian di dalam dimensi belum ditemukan; dipakai sama besar.',
  en: 'The split within the dimension was not found; equal shares.',
});

/** PO 61/2025: quality of service joined with trust, read beside obedience to the Ombudsman's products. No zones. */
export const OPINI_2025: Instrument = {
  id: 'opini-2025',
  version: 1,
  title: {
    id: 'Opini Ombudsman RI (Penilaian Maladministrasi) 2025',
    en: 'Opinion of the Ombudsman (assessment of maladministration) 2025',
  },
  summary: {
    id: 'Empat dimensi dan kepercayaan masyarakat memberi kategori kualitas; kepatuhan terhadap produk pengawasan melengkapi opini. Tanpa zona.',
    en: "Four dimensions and public trust give the category of quality; obedience to the Ombudsman's products completes the opinion. No zones.",
  },
  years: { from: 2025, until: null },
  basis: [{ regulation: 'uu-25-2009' }, PO_61],
  dimensions: [
    {
      code: 'input',
      name: { id: 'Input', en: 'Input' },
      weight: '17.5',
      per: 'unit',
      role: 'score',
      standing: PRESS_WEIGHTS,
      variables: [
        variable('pengetahuan', { id: 'Pengetahuan pelaksana', en: 'Knowledge of officers' }, equalWeight(3), SPLIT, COMPETENCE),
        variable('perencanaan', { id: 'Perencanaan', en: 'Planning' }, equalWeight(3), SPLIT, PLANNING),
        variable(
          'pengawasan',
          { id: 'Pengawasan internal dan sarana', en: 'Internal supervision and facilities' },
          equalWeight(3),
          LIST_UNKNOWN,
          FACILITIES,
        ),
      ],
    },
    {
      code: 'proses',
      name: { id: 'Proses', en: 'Process' },
      weight: '17.5',
      per: 'unit',
      role: 'score',
      standing: PRESS_WEIGHTS,
      variables: [
        variable(
          'persepsi-pelaksana',
          { id: 'Persepsi pelaksana', en: 'Perception of officers' },
          '50',
          LIST_UNKNOWN,
          OFFICER_VIEW,
        ),
        variable('persepsi-pengguna', { id: 'Persepsi pengguna', en: 'Perception of users' }, '50', LIST_UNKNOWN, PERCEPTION),
      ],
    },
    {
      code: 'output',
      name: { id: 'Output', en: 'Output' },
      weight: '17.5',
      per: 'unit',
      role: 'score',
      standing: PRESS_WEIGHTS,
      variables: [variable('data-sekunder', { id: 'Data sekunder', en: 'Secondary data' }, '100', LIST_UNKNOWN, SECONDARY)],
    },
    {
      code: 'pengaduan',
      name: { id: 'Pengaduan', en: 'Complaints' },
      weight: '17.5',
      per: 'unit',
      role: 'score',
      standing: PRESS_WEIGHTS,
      variables: [
        variable(
          'budaya',
          { id: 'Budaya pengelolaan pengaduan', en: 'Culture of complaint handling' },
          '100',
          LIST_UNKNOWN,
          COMPLAINTS,
        ),
      ],
    },
    {
      code: 'kepercayaan',
      name: { id: 'Kepercayaan masyarakat', en: 'Public trust' },
      weight: '30',
      per: 'unit',
      role: 'score',
      standing: PRESS_WEIGHTS,
      variables: [
        variable('tingkat-kepercayaan', { id: 'Tingkat kepercayaan', en: 'Level of trust' }, '100', LIST_UNKNOWN, TRUST),
      ],
    },
    {
      code: 'kepatuhan',
      name: { id: 'Kepatuhan terhadap produk pengawasan', en: "Obedience to the Ombudsman's products" },
      weight: '0',
      per: 'agency',
      role: 'qualifier',
      standing: confirmed(PO_61, {
        id: 'Dibaca di samping nilai, tidak dijumlahkan.',
        en: 'Read beside the score, not added to it.',
      }),
      variables: [variable('produk', { id: 'Pelaksanaan produk', en: 'Products carried out' }, '100', LIST_UNKNOWN, OBEDIENCE)],
    },
  ],
  rounding: { unit: 2, agency: 2 },
  agencyScore: {
    method: 'mean-of-units',
    standing: unconfirmed({
      id: 'Disimpulkan dari satu hasil: Provinsi Gorontalo 2025, rata-rata tiga unit 76,8167 menjadi 76,82.',
      en: 'Inferred from one result: Gorontalo province 2025, mean of three units 76.8167 became 76.82.',
    }),
  },
  bands: BANDS,
  unitBands: UNIT_BANDS,
  qualifier: {
    dimension: 'kepatuhan',
    steps: [{ from: '100', adds: { id: '(Tanpa Maladministrasi)', en: '(without maladministration)' } as Label }],
    whenNothing: { id: '(Tanpa Maladministrasi)', en: '(without maladministration)' },
    standing: unconfirmed({
      id: 'Ambang kepatuhan untuk "Tanpa Maladministrasi" belum ditemukan; dipakai: semua produk yang jatuh tempo dilaksanakan.',
      en: 'The threshold for "without maladministration" was not found; used: every product that is due has been carried out.',
    }),
  },
  shortBelow: {
    documents: '100',
    people: '78',
    standing: unconfirmed({ id: 'Ketetapan bawaan Tuntas.', en: 'A default of Tuntas.' }),
  },
  fieldwork: {
    loci: LOCI_2025,
    sheets: { unit: 1, officer: 4, user: 30, 'complaint-officer': 2, agency: 1 },
    standing: unconfirmed({
      id: 'Substansi 2025 menurut pemberitaan; jumlah lembar meneruskan 2023.',
      en: 'Fields of 2025 as reported; numbers of sheets carried on from 2023.',
    }),
  },
};
