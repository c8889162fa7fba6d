/** Offices of Bali and of its example regencies. Common knowledge where no source is named. */
import { COMMON_OFFICES, type LocalGovernment, type Unit } from './local-offices.ts';

/** 'Klungkung I', 'Klungkung II' ... of one kecamatan. */
function numbered(slug: string, name: string, district: string, numerals: readonly string[]): Unit[] {
  return numerals.map((numeral, index) => ({ slug: `${slug}-${index + 1}`, name: `${name} ${numeral}`, serves: [district] }));
}

/** Denpasar counts before the name: 'I Denpasar Barat'. */
function numberedBefore(slug: string, name: string, district: string, numerals: readonly string[]): Unit[] {
  return numerals.map((numeral, index) => ({ slug: `${slug}-${index + 1}`, name: `${numeral} ${name}`, serves: [district] }));
}

const KLUNGKUNG: LocalGovernment = {
  region: '51.05',
  place: 'Kabupaten Klungkung',
  near: 'Klungkung',
  offices: [
    ...COMMON_OFFICES.filter((office) => office.does !== 'satpolpp'),
    { does: 'satpolpp', name: 'Satuan Polisi Pamong Praja dan Pemadam Kebakaran', shortName: 'Satpol PP dan Damkar' },
    { does: 'disdik', name: 'Dinas Pendidikan, Kepemudaan dan Olahraga', shortName: 'Disdikpora' },
    { does: 'dinkes', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
    { does: 'dinsos', name: 'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak', shortName: 'Dinsos P3A' },
    {
      does: 'pupr',
      name: 'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman',
      shortName: 'Dinas PUPRPKP',
    },
    { does: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' },
    { does: 'kominfo', name: 'Dinas Komunikasi dan Informatika', shortName: 'Diskominfo' },
    { does: 'dlh', name: 'Dinas Lingkungan Hidup dan Pertanahan', shortName: 'DLHP' },
    { does: 'inspektorat', name: 'Inspektorat', shortName: 'Inspektorat' },
  ],
  puskesmas: [
    ...numbered('klungkung', 'Klungkung', '51.05.03', ['I', 'II']),
    ...numbered('dawan', 'Dawan', '51.05.04', ['I', 'II']),
    ...numbered('banjarangkan', 'Banjarangkan', '51.05.02', ['I', 'II']),
    ...numbered('nusa-penida', 'Nusa Penida', '51.05.01', ['I', 'II', 'III']),
  ],
  hospitals: [
    { slug: 'rsud', name: 'RSUD Kabupaten Klungkung' },
    { slug: 'rsud-gema-santi', name: 'RSUD Gema Santi Nusa Penida', serves: ['51.05.01'] },
  ],
  enterprises: [
    { does: 'pdam', name: 'Perumda Air Minum Panca Mahottama Kabupaten Klungkung', shortName: 'Perumda Panca Mahottama' },
  ],
};

const TABANAN: LocalGovernment = {
  region: '51.02',
  place: 'Kabupaten Tabanan',
  near: 'Tabanan',
  offices: [
    ...COMMON_OFFICES,
    { does: 'disdik', name: 'Dinas Pendidikan', shortName: 'Disdik' },
    { does: 'dinkes', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
    { does: 'dinsos', name: 'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak', shortName: 'Dinsos P3A' },
    {
      does: 'pupr',
      name: 'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman',
      shortName: 'Dinas PUPRPKP',
    },
    { does: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' },
    { does: 'kominfo', name: 'Dinas Komunikasi dan Informatika', shortName: 'Diskominfo' },
    { does: 'dlh', name: 'Dinas Lingkungan Hidup', shortName: 'DLH' },
    { does: 'inspektorat', name: 'Inspektorat', shortName: 'Inspektorat' },
  ],
  puskesmas: [
    ...numbered('tabanan', 'Tabanan', '51.02.05', ['I', 'II', 'III']),
    ...numbered('kediri', 'Kediri', '51.02.06', ['I', 'II', 'III']),
    ...numbered('penebel', 'Penebel', '51.02.08', ['I', 'II']),
    ...numbered('baturiti', 'Baturiti', '51.02.09', ['I', 'II']),
  ],
  hospitals: [{ slug: 'rsud', name: 'RSUD Tabanan' }],
  enterprises: [
    { does: 'pdam', name: 'Perumda Air Minum Tirta Amertha Buana Kabupaten Tabanan', shortName: 'Perumda Tirta Amertha Buana' },
  ],
};

const BADUNG: LocalGovernment = {
  region: '51.03',
  place: 'Kabupaten Badung',
  near: 'Badung',
  offices: [
    ...COMMON_OFFICES,
    { does: 'disdik', name: 'Dinas Pendidikan, Kepemudaan dan Olahraga', shortName: 'Disdikpora' },
    { does: 'dinkes', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
    { does: 'dinsos', name: 'Dinas Sosial', shortName: 'Dinsos' },
    { does: 'pupr', name: 'Dinas Pekerjaan Umum dan Penataan Ruang', shortName: 'Dinas PUPR' },
    { does: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' },
    { does: 'kominfo', name: 'Dinas Komunikasi dan Informatika', shortName: 'Diskominfo' },
    { does: 'dlh', name: 'Dinas Lingkungan Hidup dan Kebersihan', shortName: 'DLHK' },
    { does: 'inspektorat', name: 'Inspektorat', shortName: 'Inspektorat' },
  ],
  puskesmas: [
    ...numbered('kuta', 'Kuta', '51.03.01', ['I', 'II']),
    { slug: 'kuta-selatan', name: 'Kuta Selatan', serves: ['51.03.05'] },
    { slug: 'kuta-utara', name: 'Kuta Utara', serves: ['51.03.06'] },
    ...numbered('mengwi', 'Mengwi', '51.03.02', ['I', 'II', 'III']),
    ...numbered('abiansemal', 'Abiansemal', '51.03.03', ['I', 'II', 'III', 'IV']),
    ...numbered('petang', 'Petang', '51.03.04', ['I', 'II']),
  ],
  hospitals: [{ slug: 'rsud-mangusada', name: 'RSD Mangusada Kabupaten Badung' }],
  enterprises: [
    { does: 'pdam', name: 'Perumda Air Minum Tirta Mangutama Kabupaten Badung', shortName: 'Perumda Tirta Mangutama' },
  ],
};

const DENPASAR: LocalGovernment = {
  region: '51.71',
  place: 'Kota Denpasar',
  near: 'Denpasar',
  offices: [
    ...COMMON_OFFICES,
    { does: 'disdik', name: 'Dinas Pendidikan, Kepemudaan dan Olahraga', shortName: 'Disdikpora' },
    { does: 'dinkes', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
    { does: 'dinsos', name: 'Dinas Sosial', shortName: 'Dinsos' },
    { does: 'pupr', name: 'Dinas Pekerjaan Umum dan Penataan Ruang', shortName: 'Dinas PUPR' },
    { does: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' },
    { does: 'kominfo', name: 'Dinas Komunikasi, Informatika dan Statistik', shortName: 'Diskominfos' },
    { does: 'dlh', name: 'Dinas Lingkungan Hidup dan Kebersihan', shortName: 'DLHK' },
    { does: 'inspektorat', name: 'Inspektorat', shortName: 'Inspektorat' },
  ],
  puskesmas: [
    ...numberedBefore('denpasar-selatan', 'Denpasar Selatan', '51.71.01', ['I', 'II', 'III', 'IV']),
    ...numberedBefore('denpasar-timur', 'Denpasar Timur', '51.71.02', ['I', 'II']),
    ...numberedBefore('denpasar-barat', 'Denpasar Barat', '51.71.03', ['I', 'II']),
    ...numberedBefore('denpasar-utara', 'Denpasar Utara', '51.71.04', ['I', 'II', 'III']),
  ],
  hospitals: [{ slug: 'rsud-wangaya', name: 'RSUD Wangaya Kota Denpasar' }],
  enterprises: [
    { does: 'pdam', name: 'Perumda Air Minum Tirta Sewakadarma Kota Denpasar', shortName: 'Perumda Tirta Sewakadarma' },
  ],
};

const PROVINCE: LocalGovernment = {
  region: '51',
  place: 'Provinsi Bali',
  near: 'Bali',
  offices: [
    { does: 'disdik', name: 'Dinas Pendidikan, Kepemudaan dan Olahraga', shortName: 'Disdikpora' },
    { does: 'dinkes', name: 'Dinas Kesehatan', shortName: 'Dinkes' },
    { does: 'dinsos', name: 'Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak', shortName: 'Dinsos P3A' },
    {
      does: 'pupr',
      name: 'Dinas Pekerjaan Umum, Penataan Ruang, Perumahan dan Kawasan Permukiman',
      shortName: 'Dinas PUPRKIM',
    },
    { does: 'dishub', name: 'Dinas Perhubungan', shortName: 'Dishub' },
    { does: 'kominfo', name: 'Dinas Komunikasi, Informatika dan Statistik', shortName: 'Diskominfos' },
    { does: 'dpmptsp', name: 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu', shortName: 'DPMPTSP' },
    { does: 'dlh', name: 'Dinas Kehutanan dan Lingkungan Hidup', shortName: 'DKLH' },
    { does: 'disnaker', name: 'Dinas Ketenagakerjaan dan Energi Sumber Daya Mineral', shortName: 'Disnaker ESDM' },
    { does: 'distan', name: 'Dinas Pertanian dan Ketahanan Pangan', shortName: 'Distanpangan' },
    { does: 'dkp', name: 'Dinas Kelautan dan Perikanan', shortName: 'DKP' },
    { does: 'disdag', name: 'Dinas Perindustrian dan Perdagangan', shortName: 'Disperindag' },
    { does: 'koperasi', name: 'Dinas Koperasi, Usaha Kecil dan Menengah', shortName: 'Diskop UKM' },
    {
      does: 'dpmd dukcapil',
      name: 'Dinas Pemberdayaan Masyarakat dan Desa, Kependudukan dan Pencatatan Sipil',
      shortName: 'DPMD Dukcapil',
    },
    { does: 'bapenda', name: 'Badan Pendapatan Daerah', shortName: 'Bapenda' },
    { does: 'bkpsdm', name: 'Badan Kepegawaian dan Pengembangan Sumber Daya Manusia', shortName: 'BKPSDM' },
    { does: 'satpolpp', name: 'Satuan Polisi Pamong Praja', shortName: 'Satpol PP' },
    { does: 'inspektorat', name: 'Inspektorat', shortName: 'Inspektorat' },
  ],
  puskesmas: [],
  hospitals: [
    { slug: 'rsud-bali-mandara', name: 'RSUD Bali Mandara' },
    { slug: 'rs-mata-bali-mandara', name: 'RS Mata Bali Mandara' },
    { slug: 'rsj-bali', name: 'RS Jiwa Provinsi Bali' },
  ],
};

/** Joint vehicle-tax counters (Samsat): units of the province's revenue office, with police and Jasa Raharja. */
export const BALI_SAMSAT: readonly Unit[] = [
  { slug: 'samsat-denpasar', name: 'Kota Denpasar', serves: ['51.71'] },
  { slug: 'samsat-badung', name: 'Kabupaten Badung', serves: ['51.03'] },
  { slug: 'samsat-tabanan', name: 'Kabupaten Tabanan', serves: ['51.02'] },
  { slug: 'samsat-klungkung', name: 'Kabupaten Klungkung', serves: ['51.05'] },
];

export const BALI: readonly LocalGovernment[] = [PROVINCE, KLUNGKUNG, TABANAN, BADUNG, DENPASAR];
