import type { Answers, Sheet, Written } from './answers.ts';

/** Scores worked out by hand, with their source; run as tests. */
export interface ScoreExample {
  readonly title: string;
  readonly source: string;
  readonly instrument: string;
  readonly answers: Answers;
  /** The steps of the calculation, as anyone can follow them. */
  readonly byHand: readonly string[];
  readonly score: string;
  readonly category: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

const sheet = (kind: Sheet['kind'], answers: Readonly<Record<string, Written>>, times = 1): readonly Sheet[] =>
  Array.from({ length: times }, () => ({ kind, answers }));

const all = (codes: string, value: Written): Record<string, Written> =>
  Object.fromEntries(codes.split(' ').map((code) => [code, value]));

const COMPETENCE = 'tahu-standar tahu-tugas tahu-ombudsman tahu-maladministrasi tahu-rekomendasi tahu-ramah';
const FACILITIES =
  'pengawasan-internal jumlah-petugas jaminan-pelayanan jaminan-keamanan evaluasi-kinerja dasar-hukum sarana-pengguna sarana-khusus penyuluhan';
const STANDARDS =
  'persyaratan prosedur jangka-waktu biaya produk maklumat pelayanan-khusus visi-misi moto atribut pelayanan-terpadu';
const PERCEPTION = 'penundaan imbalan penyimpangan tidak-melayani diskriminasi';
const COMPLAINTS = 'kanal-pengaduan petugas-pengaduan mekanisme-pengaduan tindak-lanjut pembinaan data-pengaduan';

/** One unit in which every dimension comes to another score. */
const FOUR_DIMENSIONS: Answers = {
  agency: 'Kabupaten Contoh',
  units: [
    {
      unit: 'Dinas Contoh',
      sheets: [
        ...sheet('officer', all(COMPETENCE, 2), 4),
        ...sheet('unit', { ...all(FACILITIES, 3), penyuluhan: 0, ikm: '87.28' }),
        ...sheet('product', { ...all(STANDARDS, 3), 'pelayanan-khusus': 'n/a', moto: 1 }),
        ...sheet('product', { ...all(STANDARDS, 3), 'pelayanan-khusus': 'n/a', biaya: 2 }),
        ...sheet('user', all(PERCEPTION, 1), 20),
        ...sheet('user', { ...all(PERCEPTION, 1), penundaan: 3 }, 10),
        ...sheet('complaint-officer', { ...all(COMPLAINTS, 3), pembinaan: 1 }),
        ...sheet('complaint-officer', { ...all(COMPLAINTS, 3), pembinaan: 2 }),
      ],
    },
  ],
};

export const SCORE_EXAMPLES: readonly ScoreExample[] = [
  {
    title: 'Four dimensions of 2023',
    source: 'Worked out by hand with the weights of 2023 (domain rules 3.2) and equal weights inside',
    instrument: 'penilaian-2023',
    answers: FOUR_DIMENSIONS,
    byHand: [
      'competence: every answer 2 of 3 = 200/3; facilities: 8 of 9 full = 800/9; input = (200/3 + 800/9)/2 = 700/9 = 77.777…',
      'process: 10 of 11 apply; motto (1 + 3)/6 = 200/3, fee (3 + 2)/6 = 250/3, 8 full; = (800 + 200/3 + 250/3)/10 = 95',
      'delay: 20 users 100, 10 users (4 − 3)/3 = 100/3; = (2000 + 1000/3)/30 = 700/9; perception = (700/9 + 400)/5 = 860/9',
      'satisfaction (87.28 − 25)/75 = 83.04; output = (860/9 + 83.04)/2 = 20092/225 = 89.297…',
      'complaints: coaching (1 + 2)/6 = 50, 5 full; = 550/6 = 91.666…',
      '0.2185 × 77.777… + 0.3237 × 95 + 0.2424 × 89.297… + 0.2154 × 91.666… = 89.1367… = 89.14',
    ],
    score: '89.14',
    category: 'A',
    dimensions: { input: '700/9', proses: '95', output: '20092/225', pengaduan: '275/3' },
  },
];

/** Units of an agency with their published scores, and the published mean. */
export interface MeanExample {
  readonly title: string;
  readonly source: string;
  readonly units: readonly string[];
  readonly agency: string;
  readonly category: string;
}

export const MEAN_EXAMPLES: readonly MeanExample[] = [
  {
    title: 'Provinsi Gorontalo 2025',
    source: 'berinti.id: rapor Ombudsman pelayanan publik di Gorontalo masih di level sedang',
    units: ['68.79', '77.55', '84.11'],
    agency: '76.82',
    category: 'sedang',
  },
];
