/**
 * The register of regulations: every law the product cites, once, with its number and its years in force.
 *
 * Other rooms cite by `RegulationId` and never retype a title or a number. A day of coming into force that was not found in a
 * source is `null` or, where general knowledge gives one, stands with `datesConfirmed: false`; the public page says so.
 * To add a regulation: add a line here, and set `until` and `replacedBy` on the one it replaces.
 */
export type RegulationKind =
  | 'UU'
  | 'PP'
  | 'Perpres'
  | 'PermenPANRB'
  | 'KepmenPANRB'
  | 'Permendagri'
  | 'Kepmendagri'
  | 'Permenkominfo'
  | 'PO';

export interface Regulation {
  readonly id: RegulationId;
  readonly kind: RegulationKind;
  readonly number: string;
  readonly year: number;
  /** The Indonesian title, without "tentang". */
  readonly title: string;
  /** What it is for, in plain English. */
  readonly about: string;
  /** First and last day in force as ISO days; `null` when not known, `until: null` also when still in force. */
  readonly inForce: { readonly from: string | null; readonly until: string | null };
  readonly datesConfirmed: boolean;
  readonly replaces: readonly RegulationId[];
  readonly source: string | null;
}

type Line = Omit<Regulation, 'id' | 'replaces'> & { readonly replaces?: readonly string[] };

function line(
  kind: RegulationKind,
  number: string,
  year: number,
  title: string,
  about: string,
  more: { from?: string; until?: string; confirmed?: boolean; replaces?: readonly string[]; source?: string } = {},
): Line {
  return {
    kind,
    number,
    year,
    title,
    about,
    inForce: { from: more.from ?? null, until: more.until ?? null },
    datesConfirmed: more.confirmed ?? false,
    replaces: more.replaces ?? [],
    source: more.source ?? null,
  };
}

const SLIDE_SP4N = 'https://id.scribd.com/presentation/617574106/Materi-SP4N-LAPOR';

const LINES = {
  'uu-37-2008': line('UU', '37', 2008, 'Ombudsman Republik Indonesia', 'The Ombudsman: powers, reports, recommendations', {
    from: '2008-10-07',
    source: 'https://id.scribd.com/doc/253640128/UU-No-37-Tahun-2008',
  }),
  'uu-14-2008': line('UU', '14', 2008, 'Keterbukaan Informasi Publik', 'Right to public information, and its time limits', {
    from: '2010-04-30',
    source: 'https://ppid.kepriprov.go.id/laman/prosedur-pengajuan-keberatan',
  }),
  'uu-25-2009': line('UU', '25', 2009, 'Pelayanan Publik', 'Public services: standards, complaints, supervision', {
    from: '2009-07-18',
    source: 'https://pasal.id/peraturan/uu/uu-no-25-tahun-2009/koreksi/8966094',
  }),
  'uu-27-2022': line('UU', '27', 2022, 'Pelindungan Data Pribadi', 'Protection of personal data', {
    from: '2022-10-17',
    confirmed: true,
  }),
  'pp-96-2012': line(
    'PP',
    '96',
    2012,
    'Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik',
    'Carries out the public services law',
  ),
  'pp-28-2018': line('PP', '28', 2018, 'Kerja Sama Daerah', 'Cooperation of regional governments'),
  'pp-71-2019': line('PP', '71', 2019, 'Penyelenggaraan Sistem dan Transaksi Elektronik', 'Electronic systems and signatures'),
  'perpres-76-2013': line(
    'Perpres',
    '76',
    2013,
    'Pengelolaan Pengaduan Pelayanan Publik',
    'Complaints about public services: 60 plain days, confidentiality, no fee',
    {
      source: 'https://meridianhukum.com/peraturan/perpres-no-76-tahun-2013',
    },
  ),
  'perpres-95-2018': line('Perpres', '95', 2018, 'Sistem Pemerintahan Berbasis Elektronik', 'Electronic government'),
  'perpres-39-2019': line('Perpres', '39', 2019, 'Satu Data Indonesia', 'One data: standards, metadata, reference codes'),
  'perpres-82-2023': line(
    'Perpres',
    '82',
    2023,
    'Percepatan Transformasi Digital dan Keterpaduan Layanan Digital Nasional',
    'Integrated digital services (INA Digital)',
  ),
  'permenpanrb-24-2014': line(
    'PermenPANRB',
    '24',
    2014,
    'Pedoman Penyelenggaraan Pengelolaan Pengaduan Pelayanan Publik Secara Nasional',
    'Guideline for national complaint management',
    {
      until: '2018-12-31',
      source: 'https://vdokumen.com/rancangan-peraturan-tentang-di-lingkungan-jdihkkpgoidbahanrapatbahanrapat.html',
    },
  ),
  'permenpanrb-15-2014': line('PermenPANRB', '15', 2014, 'Pedoman Standar Pelayanan', 'Service standards: 14 components', {
    source: 'https://slideplayer.info/slide/17657544',
  }),
  'permenpanrb-3-2015': line(
    'PermenPANRB',
    '3',
    2015,
    'Road Map Pengembangan Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional',
    'Road map of SP4N before 2020',
  ),
  'permenpanrb-14-2017': line(
    'PermenPANRB',
    '14',
    2017,
    'Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik',
    'Satisfaction surveys (SKM)',
    {
      source: 'https://id.scribd.com/presentation/438812237/Materi-Pelatihan-SKM-ppt',
    },
  ),
  'permenpanrb-16-2017': line(
    'PermenPANRB',
    '16',
    2017,
    'Pedoman Penyelenggaraan Forum Konsultasi Publik',
    'Public consultation on service standards',
  ),
  'permenpanrb-62-2018': line(
    'PermenPANRB',
    '62',
    2018,
    'Pedoman Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional',
    'SP4N: roles, steps and time limits of complaints until 2025',
    { from: '2019-01-01', until: '2025-05-31', replaces: ['permenpanrb-24-2014'], source: SLIDE_SP4N },
  ),
  'permenpanrb-46-2020': line(
    'PermenPANRB',
    '46',
    2020,
    'Road Map Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional - Layanan Aspirasi dan Pengaduan Online Rakyat Tahun 2020-2024',
    'Road map of SP4N-LAPOR! 2020-2024; requires regional action plans',
    { replaces: ['permenpanrb-3-2015'], source: 'https://fdokumen.com/document/salinan-jdihngoid.html' },
  ),
  'permenpanrb-5-2025': line(
    'PermenPANRB',
    '5',
    2025,
    'Penyelenggaraan Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional',
    'SP4N since 2025; the text of its articles was not found, so its time limits are unconfirmed',
    {
      from: '2025-06-01',
      replaces: ['permenpanrb-62-2018'],
      source: 'https://websitenasty.blogspot.com/2025/05/permen-panrb-nomor-5-tahun-2025-tentang.html',
    },
  ),
  'kepmenpanrb-680-2020': line(
    'KepmenPANRB',
    '680',
    2020,
    'SP4N-LAPOR! sebagai Aplikasi Umum Bidang Pengelolaan Pengaduan Pelayanan Publik',
    'Makes SP4N-LAPOR! compulsory for all agencies',
    {
      from: '2020-10-27',
      confirmed: true,
      source: SLIDE_SP4N,
    },
  ),
  'permendagri-22-2020': line(
    'Permendagri',
    '22',
    2020,
    'Tata Cara Kerja Sama Daerah dengan Daerah Lain dan Kerja Sama Daerah dengan Pihak Ketiga',
    'How regional governments make agreements',
  ),
  'permendagri-8-2023': line(
    'Permendagri',
    '8',
    2023,
    'Pengelolaan Pengaduan di Lingkungan Kementerian Dalam Negeri dan Pemerintah Daerah',
    'Complaints in regional governments (number from general knowledge)',
    {
      source: 'https://id.scribd.com/document/613420454/Permendagri-Pengaduan-hasil-harmonisasi',
    },
  ),
  'kepmendagri-300-2025': line(
    'Kepmendagri',
    '300.2.2-2430',
    2025,
    'Pemberian dan Pemutakhiran Kode, Data Wilayah Administrasi Pemerintahan, dan Pulau',
    'Codes of regions, down to villages',
    { source: 'https://github.com/cahyadsn/wilayah' },
  ),
  'permenkominfo-1-2023': line(
    'Permenkominfo',
    '1',
    2023,
    'Interoperabilitas Data dalam Penyelenggaraan SPBE dan Satu Data Indonesia',
    'Interoperability of data',
    {
      source: 'https://jdih.kominfo.go.id/produk_hukum/view/id/857/',
    },
  ),
  'po-2-2009': line(
    'PO',
    '2',
    2009,
    'Tata Cara Pemeriksaan dan Penyelesaian Laporan',
    'Reports to the Ombudsman, first regulation',
  ),
  'po-17-2015': line(
    'PO',
    '17',
    2015,
    'Penilaian Kepatuhan terhadap Standar Pelayanan Publik',
    'Compliance assessment, first regulation',
  ),
  'po-22-2016': line(
    'PO',
    '22',
    2016,
    'Penilaian Kepatuhan terhadap Standar Pelayanan Publik',
    'Compliance assessment by zones',
    {
      replaces: ['po-17-2015'],
      source: 'https://123dok.com/document/q767geky-e-f-ed-b-d.html',
    },
  ),
  'po-26-2017': line(
    'PO',
    '26',
    2017,
    'Tata Cara Penerimaan, Pemeriksaan, dan Penyelesaian Laporan',
    'Reports to the Ombudsman; the ten forms of maladministration',
    {
      source: 'https://pasal.id/en/peraturan/perban/peraturan-ori-no-26-tahun-2017',
    },
  ),
  'po-31-2018': line(
    'PO',
    '31',
    2018,
    'Tata Cara Ajudikasi Khusus',
    'Special adjudication of compensation (number from general knowledge)',
  ),
  'po-38-2019': line('PO', '38', 2019, 'Tata Cara Investigasi Atas Prakarsa Sendiri', 'Own-initiative investigations', {
    from: '2019-09-19',
    source: 'https://www.jogloabang.com/sosial/peraturan-ori-38-2019-investigasi-prakarsa-sendiri',
  }),
  'po-41-2019': line(
    'PO',
    '41',
    2019,
    'Tata Cara Pencegahan Maladministrasi Penyelenggaraan Pelayanan Publik',
    'Prevention: detection, analysis, suggestions',
  ),
  'po-48-2020': line('PO', '48', 2020, 'Perubahan atas Peraturan Ombudsman Nomor 26 Tahun 2017', 'Amends PO 26/2017: the LAHP', {
    source: 'https://pasal.id/en/peraturan/perban/peraturan-ori-no-48-tahun-2020/koreksi/8091335',
  }),
  'po-52-2021': line('PO', '52', 2021, 'Tata Cara Rapat Pleno', 'Plenary meetings of the Ombudsman', {
    source: 'https://pasal.id/peraturan/perban/peraturan-ori-no-52-tahun-2021',
  }),
  'po-58-2023': line(
    'PO',
    '58',
    2023,
    'Tata Cara Pemeriksaan dan Penyelesaian Laporan',
    'Reports to the Ombudsman since 2023: the LHP',
    {
      replaces: ['po-26-2017', 'po-48-2020'],
      source: 'https://quizgecko.com/upload/peraturan-ombudsman-nomor-58-tahun-2023pdf-xooH9D',
    },
  ),
  'po-61-2025': line(
    'PO',
    '61',
    2025,
    'Penilaian Maladministrasi Penyelenggaraan Pelayanan Publik',
    'Opinion of the Ombudsman since 2025',
    {
      replaces: ['po-22-2016'],
      source: 'https://wartamelawi.com/?p=11551',
    },
  ),
} as const satisfies Record<string, Line>;

export type RegulationId = keyof typeof LINES;

export const REGULATIONS: Readonly<Record<RegulationId, Regulation>> = Object.fromEntries(
  Object.entries(LINES).map(([id, entry]) => [id, { ...entry, id: id as RegulationId }]),
) as unknown as Record<RegulationId, Regulation>;

export function isRegulationId(text: string): text is RegulationId {
  return Object.hasOwn(REGULATIONS, text);
}
