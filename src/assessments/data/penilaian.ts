import type { Basis } from '../../law/index.ts';
import type { Band, Dimension, Instrument, Standing } from '../rules/instrument.ts';
import { LOCI_2022 } from './loci.ts';
import { COMPETENCE, COMPLAINTS, FACILITIES, PERCEPTION, SATISFACTION, STANDARDS } from './penilaian-indicators.ts';
import { band, confirmed, unconfirmed, variable } from './standing.ts';

const PO_22: Basis = { regulation: 'po-22-2016' };
const SLIDES: Basis = { document: 'Sosialisasi Ombudsman RI 2023 (id.scribd.com/document/658994325, /presentation/654386449)' };

const SPLIT = unconfirmed({
  id: 'Bobot antarvariabel belum ditemukan (satu indikator pengetahuan disebut berbobot 12,22% dari Input); dipakai sama besar.',
  en: 'Weights between variables were not found (one knowledge indicator is said to weigh 12.22% of Input); equal ones are used.',
});
const WHOLE = confirmed(SLIDES);
const CUT_OFF = unconfirmed({
  id: 'Dua dari lima bentuk maladministrasi terpotong di sumber; dipakai "tidak memberikan pelayanan" dan "diskriminasi".',
  en: 'Two of the five forms of maladministration are cut off in the source; "not serving" and "discrimination" are used.',
});
const NAMES_INFERRED = unconfirmed({
  id: 'Nama indikator selain "pembinaan" disimpulkan dari sumber.',
  en: 'The names of the indicators other than coaching are inferred.',
});

const FROM_MEMORY = unconfirmed(
  {
    id: 'Batas ini belum ditemukan tercetak; data yang terbit mengapitnya (52,98 = D, 55,01 = C; 31,98 = E, 32,23 = D).',
    en: 'This bound was not found in print; published data bracket it (52.98 = D, 55.01 = C; 31.98 = E, 32.23 = D).',
  },
  PO_22,
);

export const CATEGORY_BANDS: readonly Band[] = [
  band('0', 'E', 'merah', { id: 'Kualitas Terendah', en: 'Lowest quality' }, FROM_MEMORY),
  band('32', 'D', 'merah', { id: 'Kualitas Rendah', en: 'Low quality' }, FROM_MEMORY),
  band('54', 'C', 'kuning', { id: 'Kualitas Sedang', en: 'Moderate quality' }, FROM_MEMORY),
  band('78', 'B', 'hijau', { id: 'Kualitas Tinggi', en: 'High quality' }, confirmed(PO_22)),
  band('88', 'A', 'hijau', { id: 'Kualitas Tertinggi', en: 'Highest quality' }, confirmed(PO_22), 'dark'),
];

function dimensions(standing: Standing, withSatisfaction: boolean): readonly Dimension[] {
  const perceptionWeight = withSatisfaction ? '50' : '100';
  return [
    {
      code: 'input',
      name: { id: 'Input', en: 'Input' },
      weight: '21.85',
      per: 'unit',
      role: 'score',
      standing,
      variables: [
        variable('kompetensi', { id: 'Kompetensi pelaksana', en: 'Competence of officers' }, '50', SPLIT, COMPETENCE),
        variable('sarana', { id: 'Sarana prasarana', en: 'Facilities' }, '50', SPLIT, FACILITIES),
      ],
    },
    {
      code: 'proses',
      name: { id: 'Proses', en: 'Process' },
      weight: '32.37',
      per: 'unit',
      role: 'score',
      standing,
      variables: [variable('standar', { id: 'Standar pelayanan', en: 'Service standard' }, '100', WHOLE, STANDARDS)],
    },
    {
      code: 'output',
      name: { id: 'Output', en: 'Output' },
      weight: '24.24',
      per: 'unit',
      role: 'score',
      standing,
      variables: [
        variable(
          'persepsi',
          { id: 'Persepsi maladministrasi', en: 'Perceived maladministration' },
          perceptionWeight,
          CUT_OFF,
          PERCEPTION,
        ),
        ...(withSatisfaction
          ? [variable('kepuasan', { id: 'Kepuasan masyarakat', en: 'Satisfaction' }, '50', SPLIT, SATISFACTION)]
          : []),
      ],
    },
    {
      code: 'pengaduan',
      name: { id: 'Pengaduan', en: 'Complaints' },
      weight: '21.54',
      per: 'unit',
      role: 'score',
      standing,
      variables: [
        variable('pengelolaan', { id: 'Pengelolaan pengaduan', en: 'Complaint handling' }, '100', NAMES_INFERRED, COMPLAINTS),
      ],
    },
  ];
}

const OF_2023 = confirmed(SLIDES);
const AS_2023 = unconfirmed({
  id: 'Bobot dimensi tahun ini belum ditemukan; dipakai bobot 2023.',
  en: 'The weights of this year were not found; those of 2023 are used.',
});

function penilaian(year: number, basis: readonly Basis[], weights: Standing): Instrument {
  return {
    id: `penilaian-${year}`,
    version: 1,
    title: { id: `Penilaian Penyelenggaraan Pelayanan Publik ${year}`, en: `Assessment of public services ${year}` },
    summary: {
      id: 'Empat dimensi: input, proses, output, pengaduan; kategori A sampai E dengan zona.',
      en: 'Four dimensions: input, process, output, complaints; categories A to E with zones.',
    },
    years: { from: year, until: year },
    basis: [{ regulation: 'uu-25-2009' }, PO_22, ...basis],
    dimensions: dimensions(weights, year >= 2023),
    rounding: { unit: 2, agency: 2 },
    agencyScore: {
      method: 'mean-of-units',
      standing: unconfirmed({
        id: 'Cara menggabungkan unit 2022–2024 belum ditemukan; Batang 2024: rata-rata sederhana 93,70, terbit 93,74. Dipakai rata-rata.',
        en: 'How units were joined in 2022–2024 was not found; Batang 2024: plain mean 93.70, published 93.74. The mean is used.',
      }),
    },
    bands: CATEGORY_BANDS,
    unitBands: null,
    qualifier: null,
    shortBelow: {
      documents: '100',
      people: '78',
      standing: unconfirmed({
        id: 'Ketetapan bawaan Tuntas: batas zona hijau bagi jawaban orang.',
        en: 'A default of Tuntas: the green bound for what people answer.',
      }),
    },
    fieldwork: {
      loci: LOCI_2022,
      sheets: { product: 2, unit: 1, officer: 4, user: 30, 'complaint-officer': 2 },
      standing: confirmed({ document: 'Sosialisasi Kendal dan Brebes 2023 (id.scribd.com/presentation/654386449)' }),
    },
  };
}

export const PENILAIAN_2022 = penilaian(2022, [{ document: 'Keputusan Ketua Ombudsman RI 337/2022' }], AS_2023);
export const PENILAIAN_2023 = penilaian(2023, [], OF_2023);
export const PENILAIAN_2024 = penilaian(2024, [{ document: 'Keputusan Ketua Ombudsman RI 252/2024' }], AS_2023);
