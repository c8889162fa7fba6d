/** Offices of Kepulauan Riau and its seven regencies and cities. Common knowledge where no source is named. */
import { COMMON_OFFICES, type LocalGovernment, type Office, type Unit } from './local-offices.ts';

/** The usual set; each government replaces what it names otherwise. */
function usual(...own: readonly Office[]): Office[] {
  const standard: readonly Office[] = [
    ...COMMON_OFFICES,
    { does: 'disdik', name: 'Dinas Pendidikan', shortName: 'Disdik' },
    { does: 'dinkes', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
    { does: 'dinsos', name: 'Dinas Sosial', shortName: 'Dinsos' },
    { does: 'pupr', name: 'Dinas Pekerjaan Umum dan Penataan Ruang', shortName: 'Dinas PUPR' },
    { does: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' },
    { does: 'kominfo', name: 'Dinas Komunikasi dan Informatika', shortName: 'Diskominfo' },
    { does: 'dlh', name: 'Dinas Lingkungan Hidup', shortName: 'DLH' },
    { does: 'inspektorat', name: 'Inspektorat Daerah', shortName: 'Inspektorat' },
  ];
  const taken = new Set(own.flatMap((office) => office.does.split(' ')));
  return [...standard.filter((office) => !taken.has(office.does)), ...own];
}

function centres(
  region: string,
  lines: readonly (readonly [slug: string, name: string, district: string, seen?: string])[],
): Unit[] {
  return lines.map(([slug, name, district, seen]) => ({
    slug,
    name,
    serves: [`${region}.${district}`],
    ...(seen === undefined ? {} : { seen }),
  }));
}

const HEALTH_AND_FAMILY: Office = {
  does: 'dinkes',
  name: 'Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana',
  shortName: 'Dinkes PPKB',
};

const OMBUDSMAN_2023 = 'Disebut dalam penganugerahan kepatuhan Ombudsman RI, 30 Januari 2023 (9info.co.id).';
const INIKEPRI_2025 = 'Disebut inikepri.com, 13 Oktober 2025.';

const BATAM: LocalGovernment = {
  region: '21.71',
  place: 'Kota Batam',
  near: 'Batam',
  offices: usual(
    { does: 'dinsos', name: 'Dinas Sosial dan Pemberdayaan Masyarakat', shortName: 'Dinsos PM' },
    { does: 'pupr', name: 'Dinas Bina Marga dan Sumber Daya Air', shortName: 'DBMSDA' },
    {
      does: 'tata-ruang',
      name: 'Dinas Cipta Karya dan Tata Ruang',
      shortName: 'DCKTR',
      seen: 'Disebut metro.batampos.co.id, 27 September 2022.',
    },
  ),
  puskesmas: centres('21.71', [
    ['belakang-padang', 'Belakang Padang', '01'],
    ['tanjung-sengkuang', 'Tanjung Sengkuang', '02'],
    ['sekupang', 'Sekupang', '03'],
    ['tiban-baru', 'Tiban Baru', '03'],
    ['sambau', 'Sambau', '04'],
    ['kabil', 'Kabil', '04'],
    ['bulang', 'Bulang', '05'],
    ['lubuk-baja', 'Lubuk Baja', '06'],
    ['sei-pancur', 'Sei Pancur', '07'],
    ['galang', 'Galang', '08'],
    ['tanjung-buntung', 'Tanjung Buntung', '09'],
    ['baloi-permai', 'Baloi Permai', '10'],
    ['botania', 'Botania', '10'],
    ['sei-langkai', 'Sei Langkai', '11'],
    ['batu-aji', 'Batu Aji', '12'],
  ]),
  hospitals: [{ slug: 'rsud-embung-fatimah', name: 'RSUD Embung Fatimah Kota Batam' }],
};

const TANJUNGPINANG: LocalGovernment = {
  region: '21.72',
  place: 'Kota Tanjungpinang',
  near: 'Tanjungpinang',
  offices: usual(HEALTH_AND_FAMILY, {
    does: 'pupr',
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang',
    shortName: 'Dinas PUPR',
    seen: 'Disebut genpi.co, 14 Februari 2022.',
  }),
  puskesmas: centres('21.72', [
    ['kampung-bugis', 'Kampung Bugis', '03'],
    ['batu-10', 'Batu 10', '02'],
    ['melayu-kota-piring', 'Melayu Kota Piring', '02'],
    ['mekar-baru', 'Mekar Baru', '02'],
    ['sei-jang', 'Sei Jang', '04'],
    ['tanjung-unggat', 'Tanjung Unggat', '04'],
  ]),
  hospitals: [{ slug: 'rsud-tanjungpinang', name: 'RSUD Kota Tanjungpinang' }],
};

const BINTAN: LocalGovernment = {
  region: '21.01',
  place: 'Kabupaten Bintan',
  near: 'Bintan',
  offices: usual({ does: 'pupr', name: 'Dinas Pekerjaan Umum, Penataan Ruang dan Pertanahan', shortName: 'Dinas PUPRP' }),
  puskesmas: centres('21.01', [
    ['kijang', 'Kijang', '06'],
    ['sei-lekop', 'Sei Lekop', '06'],
    ['kawal', 'Kawal', '04'],
    ['toapaya', 'Toapaya', '12'],
    ['teluk-bintan', 'Teluk Bintan', '08'],
    ['teluk-sebong', 'Teluk Sebong', '10'],
    ['tanjung-uban', 'Tanjung Uban', '07'],
    ['teluk-sasah', 'Teluk Sasah', '15'],
    ['mantang', 'Mantang', '13'],
    ['kelong', 'Kelong', '14'],
    ['tambelan', 'Tambelan', '09'],
  ]),
  hospitals: [{ slug: 'rsud-bintan', name: 'RSUD Kabupaten Bintan' }],
};

const KARIMUN: LocalGovernment = {
  region: '21.02',
  place: 'Kabupaten Karimun',
  near: 'Karimun',
  offices: usual({ does: 'disdik', name: 'Dinas Pendidikan dan Kebudayaan', shortName: 'Disdikbud' }),
  puskesmas: centres('21.02', [
    ['tanjung-balai', 'Tanjung Balai', '03'],
    ['meral', 'Meral', '04'],
    ['tebing', 'Tebing', '05'],
    ['buru', 'Buru', '06'],
    ['moro', 'Moro', '01'],
    ['tanjung-batu', 'Tanjung Batu', '02'],
    ['durai', 'Durai', '09'],
  ]),
  hospitals: [{ slug: 'rsud-muhammad-sani', name: 'RSUD Muhammad Sani Kabupaten Karimun' }],
};

const NATUNA: LocalGovernment = {
  region: '21.03',
  place: 'Kabupaten Natuna',
  near: 'Natuna',
  offices: usual(
    { does: 'disdik', name: 'Dinas Pendidikan dan Kebudayaan', shortName: 'Disdikbud' },
    { ...HEALTH_AND_FAMILY, seen: 'Laporan Kinerja dinas tersebut, 2018.' },
  ),
  puskesmas: centres('21.03', [
    ['ranai', 'Ranai', '07'],
    ['sedanau', 'Sedanau', '05'],
    ['midai', 'Midai', '04'],
    ['serasan', 'Serasan', '06'],
    ['serasan-timur', 'Serasan Timur', '19', INIKEPRI_2025],
    ['bunguran-selatan', 'Bunguran Selatan', '18', INIKEPRI_2025],
    ['bunguran-tengah', 'Bunguran Tengah', '16', 'Disebut natunakab.go.id, 2 Februari 2022.'],
    ['pulau-laut', 'Pulau Laut', '10', INIKEPRI_2025],
    ['pulau-tiga', 'Pulau Tiga', '11'],
  ]),
  hospitals: [{ slug: 'rsud-natuna', name: 'RSUD Natuna' }],
};

const LINGGA: LocalGovernment = {
  region: '21.04',
  place: 'Kabupaten Lingga',
  near: 'Lingga',
  offices: usual(HEALTH_AND_FAMILY, {
    does: 'dishub',
    name: 'Dinas Perhubungan',
    shortName: 'Dishub',
    seen: 'Disebut wartakepri.co.id, 30 Maret 2022.',
  }),
  puskesmas: centres('21.04', [
    ['daik', 'Daik', '02', OMBUDSMAN_2023],
    ['dabo-lama', 'Dabo Lama', '01', OMBUDSMAN_2023],
    ['senayang', 'Senayang', '03'],
    ['pancur', 'Pancur', '05'],
    ['raya', 'Raya', '04'],
  ]),
  hospitals: [{ slug: 'rsud-dabo', name: 'RSUD Dabo Singkep' }],
};

const ANAMBAS: LocalGovernment = {
  region: '21.05',
  place: 'Kabupaten Kepulauan Anambas',
  near: 'Anambas',
  offices: usual(
    { does: 'disdik', name: 'Dinas Pendidikan, Kepemudaan dan Olahraga', shortName: 'Disdikpora' },
    HEALTH_AND_FAMILY,
    {
      does: 'dishub dlh',
      name: 'Dinas Perhubungan dan Lingkungan Hidup',
      shortName: 'Dishub LH',
      seen: 'Situs resmi dishublh.anambaskab.go.id.',
    },
  ),
  puskesmas: centres('21.05', [
    ['tarempa', 'Tarempa', '01'],
    ['palmatak', 'Palmatak', '02'],
    ['siantan-timur', 'Siantan Timur', '03'],
    ['siantan-selatan', 'Siantan Selatan', '04'],
    ['letung', 'Letung', '06'],
  ]),
  hospitals: [{ slug: 'rsud-tarempa', name: 'RSUD Tarempa' }],
};

const PROVINCE: LocalGovernment = {
  region: '21',
  place: 'Provinsi Kepulauan Riau',
  near: 'Kepri',
  offices: [
    { does: 'disdik', name: 'Dinas Pendidikan', shortName: 'Disdik' },
    { does: 'dinkes', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
    { does: 'dinsos', name: 'Dinas Sosial', shortName: 'Dinsos' },
    { does: 'pupr', name: 'Dinas Pekerjaan Umum, Penataan Ruang dan Pertanahan', shortName: 'Dinas PUPP' },
    { does: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' },
    { does: 'kominfo', name: 'Dinas Komunikasi dan Informatika', shortName: 'Diskominfo' },
    { does: 'dpmptsp', name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', shortName: 'DPMPTSP' },
    { does: 'dlh', name: 'Dinas Lingkungan Hidup dan Kehutanan', shortName: 'DLHK' },
    { does: 'disnaker', name: 'Dinas Tenaga Kerja dan Transmigrasi', shortName: 'Disnakertrans' },
    { does: 'dkp', name: 'Dinas Kelautan dan Perikanan', shortName: 'DKP' },
    { does: 'esdm', name: 'Dinas Energi dan Sumber Daya Mineral', shortName: 'Dinas ESDM' },
    { does: 'disdag', name: 'Dinas Perindustrian dan Perdagangan', shortName: 'Disperindag' },
    { does: 'bapenda', name: 'Badan Pendapatan Daerah', shortName: 'Bapenda' },
    { does: 'satpolpp', name: 'Satuan Polisi Pamong Praja', shortName: 'Satpol PP' },
    { does: 'inspektorat', name: 'Inspektorat Daerah', shortName: 'Inspektorat' },
  ],
  puskesmas: [],
  hospitals: [
    { slug: 'rsud-raja-ahmad-tabib', name: 'RSUD Raja Ahmad Tabib Provinsi Kepulauan Riau' },
    { slug: 'rsjko-engku-haji-daud', name: 'RSJKO Engku Haji Daud Provinsi Kepulauan Riau' },
  ],
};

/** Joint vehicle-tax counters (Samsat): units of the province's revenue office, with police and Jasa Raharja. */
export const KEPRI_SAMSAT: readonly Unit[] = [
  { slug: 'samsat-batam', name: 'Batam', serves: ['21.71'] },
  { slug: 'samsat-tanjungpinang', name: 'Tanjungpinang', serves: ['21.72'] },
  { slug: 'samsat-bintan', name: 'Bintan', serves: ['21.01'] },
  { slug: 'samsat-karimun', name: 'Karimun', serves: ['21.02'] },
  { slug: 'samsat-natuna', name: 'Natuna', serves: ['21.03'] },
  { slug: 'samsat-lingga', name: 'Lingga', serves: ['21.04'] },
  { slug: 'samsat-anambas', name: 'Anambas', serves: ['21.05'] },
];

export const KEPULAUAN_RIAU: readonly LocalGovernment[] = [
  PROVINCE,
  BATAM,
  TANJUNGPINANG,
  BINTAN,
  KARIMUN,
  NATUNA,
  LINGGA,
  ANAMBAS,
];
