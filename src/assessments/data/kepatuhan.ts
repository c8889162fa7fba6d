import type { Label } from '../../kernel/language.ts';
import type { Basis } from '../../law/index.ts';
import type { Band, Instrument, Standing } from '../rules/instrument.ts';
import { REGENCY_LOCI_2021 } from './loci.ts';
import { band, confirmed, observed, unconfirmed, variable, withEqualWeights } from './standing.ts';

const PO_17: Basis = { regulation: 'po-17-2015' };
const PO_22: Basis = { regulation: 'po-22-2016' };

const HIGH: Label = { id: 'Kepatuhan Tinggi', en: 'High compliance' };
const MIDDLE: Label = { id: 'Kepatuhan Sedang', en: 'Moderate compliance' };
const LOW: Label = { id: 'Kepatuhan Rendah', en: 'Low compliance' };

const PRINTED = confirmed(PO_22, {
  id: 'Tercetak 0–50, 51–80, 81–100; di antaranya dipakai batas bawah.',
  en: 'Printed as 0–50, 51–80, 81–100; what lies between belongs below.',
});
const OF_2021 = confirmed(PO_22, {
  id: 'Menurut pemberitaan hasil 2021: langgam.id, survei kepatuhan pelayanan publik.',
  en: 'By the reported results of 2021: langgam.id.',
});

/** Three zones; only the way the bounds are printed differs between the years. */
function zones(standing: Standing): readonly Band[] {
  return [
    band('0', 'rendah', 'merah', LOW, standing),
    band('51', 'sedang', 'kuning', MIDDLE, standing),
    band('81', 'tinggi', 'hijau', HIGH, standing),
  ];
}

const LIST_UNKNOWN = unconfirmed({
  id: 'Daftar indikator dan bobot pada lampiran PO 22/2016 belum ditemukan; dipakai komponen yang tampak menurut UU 25/2009 dengan bobot sama.',
  en: 'The indicators and weights of the annex to PO 22/2016 were not found; the visible components of UU 25/2009 with equal weights are used.',
});

const COMPONENTS = withEqualWeights([
  visible('persyaratan', 'Persyaratan pelayanan', 'Requirements', 'requirements'),
  visible('prosedur', 'Sistem, mekanisme, dan prosedur', 'System, mechanism and procedure', 'procedure'),
  visible('jangka-waktu', 'Jangka waktu pelayanan', 'Duration', 'duration'),
  visible('biaya', 'Biaya atau tarif', 'Fee or tariff', 'fee'),
  visible('produk', 'Produk pelayanan', 'Product', 'product'),
]);
const PROMISE = withEqualWeights([
  visible('maklumat', 'Maklumat pelayanan', 'Service declaration', null),
  visible('visi-misi', 'Visi, misi, dan moto pelayanan', 'Vision, mission and motto', null),
]);
const COMPLAINTS = withEqualWeights([
  visible('sarana-pengaduan', 'Sarana pengaduan, saran, dan masukan', 'Ways to complain', 'complaintHandling'),
  visible('petugas-pengaduan', 'Pejabat atau petugas pengaduan', 'Officer for complaints', null),
]);
const PLACE = withEqualWeights([
  visible('ruang-tunggu', 'Ruang tunggu dan fasilitas pengguna', 'Waiting room and facilities', 'facilities'),
  visible('berkebutuhan-khusus', 'Fasilitas bagi pengguna berkebutuhan khusus', 'Facilities for people with special needs', null),
  visible('atribut', 'Petugas berseragam atau berkartu nama', 'Officers with uniform or name badge', null),
  visible('sistem-informasi', 'Sistem informasi pelayanan publik', 'Information system', null),
]);

function visible(code: string, id: string, en: string, component: string | null) {
  return observed(
    code,
    { id, en },
    {
      id: `Apakah ${lower(id)} tampak bagi pengguna di tempat layanan atau di situs resmi?`,
      en: `Is it visible to users at the counter or on the official site: ${lower(en)}?`,
    },
    { id: `Pampang ${lower(id)} di tempat yang mudah dilihat pengguna.`, en: `Display where users see it: ${lower(en)}.` },
    { answer: { kind: 'yes-no', good: 'yes' }, component },
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function kepatuhan(id: string, years: Instrument['years'], basis: readonly Basis[], bandStanding: Standing): Instrument {
  const yearText = years.from === years.until ? `${years.from}` : `sampai ${years.until}`;
  const yearTextEn = years.from === years.until ? `${years.from}` : `up to ${years.until}`;
  // The round of 2019 was called the fifth and last of its method; earlier results are judged by the same zones.
  const firstYear =
    years.from === years.until
      ? { id: '', en: '' }
      : { id: ' Tahun pertamanya belum dipastikan.', en: ' Its first year is not confirmed.' };
  return {
    id,
    version: 1,
    title: { id: `Penilaian Kepatuhan ${yearText}`, en: `Compliance assessment ${yearTextEn}` },
    summary: {
      id: `Kepatuhan terhadap standar pelayanan publik yang tampak (UU 25/2009), dengan tiga zona.${firstYear.id}`,
      en: `Compliance with the visible service standards (UU 25/2009), with three zones.${firstYear.en}`,
    },
    years,
    basis: [{ regulation: 'uu-25-2009' }, ...basis],
    dimensions: [
      {
        code: 'kepatuhan',
        name: { id: 'Komponen standar pelayanan yang tampak', en: 'Visible components of the service standard' },
        weight: '100',
        per: 'unit',
        role: 'score',
        standing: LIST_UNKNOWN,
        variables: [
          variable('standar', { id: 'Standar pelayanan', en: 'Service standard' }, '25', LIST_UNKNOWN, COMPONENTS),
          variable(
            'janji',
            { id: 'Maklumat, visi, dan misi', en: 'Declaration, vision and mission' },
            '25',
            LIST_UNKNOWN,
            PROMISE,
          ),
          variable('pengaduan', { id: 'Pengelolaan pengaduan', en: 'Handling of complaints' }, '25', LIST_UNKNOWN, COMPLAINTS),
          variable('tempat', { id: 'Sarana dan prasarana', en: 'Premises' }, '25', LIST_UNKNOWN, PLACE),
        ],
      },
    ],
    rounding: { unit: 2, agency: 2 },
    agencyScore: {
      method: 'mean-of-units',
      standing: unconfirmed({
        id: 'Cara menggabungkan unit belum ditemukan; Bangka Barat 2017 menunjukkan bukan rata-rata sederhana (67,105 menjadi 67,48). Dipakai rata-rata.',
        en: 'How units were joined was not found; Bangka Barat 2017 shows it was no plain mean (67.105 became 67.48). The mean is used.',
      }),
    },
    bands: zones(bandStanding),
    unitBands: null,
    qualifier: null,
    shortBelow: {
      documents: '100',
      people: '81',
      standing: unconfirmed({ id: 'Ketetapan bawaan Tuntas.', en: 'A default of Tuntas.' }),
    },
    fieldwork: {
      loci: REGENCY_LOCI_2021,
      sheets: { product: 2 },
      standing: unconfirmed({
        id: 'Bidang 2021 menurut pemberitaan; jumlah produk bawaan Tuntas.',
        en: 'Fields of 2021 as reported; the number of products is a default of Tuntas.',
      }),
    },
  };
}

/** PO 17/2015, then PO 22/2016: three zones, whole-number bounds. The first year of the regulation's rounds is not confirmed. */
export const KEPATUHAN_2019 = kepatuhan('kepatuhan-2019', { from: 2013, until: 2019 }, [PO_17, PO_22], PRINTED);
/** The same method in its last round; bounds printed with two decimals. */
export const KEPATUHAN_2021 = kepatuhan('kepatuhan-2021', { from: 2021, until: 2021 }, [PO_22], OF_2021);
