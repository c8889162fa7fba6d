/**
 * National ministries, institutions and enterprises that complaints are routed to.
 *
 * Names of ministries follow the re-organisation of October 2024 (Perpres 139/2024: 48 ministries) and its later changes as far as they
 * are known; all are marked unconfirmed until an administrator has compared them with the current Perpres.
 */
import type { AgencyKind } from '../rules/agency.ts';
import type { AgencySeed } from './agency-seed.ts';

const AFTER_2024 = 'Perlu dicocokkan dengan Perpres organisasi kementerian setelah penataan 2024 (Perpres 139/2024).';

type Line = readonly [code: string, name: string, shortName: string, note?: string];

const MINISTRIES: readonly Line[] = [
  ['kemenko-polkam', 'Kementerian Koordinator Bidang Politik dan Keamanan', 'Kemenko Polkam'],
  [
    'kemenko-kumham-imipas',
    'Kementerian Koordinator Bidang Hukum, Hak Asasi Manusia, Imigrasi, dan Pemasyarakatan',
    'Kemenko Kumham Imipas',
  ],
  ['kemenko-perekonomian', 'Kementerian Koordinator Bidang Perekonomian', 'Kemenko Perekonomian'],
  ['kemenko-pmk', 'Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan', 'Kemenko PMK'],
  ['kemenko-infrastruktur', 'Kementerian Koordinator Bidang Infrastruktur dan Pembangunan Kewilayahan', 'Kemenko Infra'],
  ['kemenko-pemberdayaan', 'Kementerian Koordinator Bidang Pemberdayaan Masyarakat', 'Kemenko PM'],
  ['kemenko-pangan', 'Kementerian Koordinator Bidang Pangan', 'Kemenko Pangan'],
  ['kemensetneg', 'Kementerian Sekretariat Negara', 'Kemensetneg'],
  ['kemendagri', 'Kementerian Dalam Negeri', 'Kemendagri'],
  ['kemenlu', 'Kementerian Luar Negeri', 'Kemenlu'],
  ['kemenhan', 'Kementerian Pertahanan', 'Kemenhan'],
  ['kemenag', 'Kementerian Agama', 'Kemenag'],
  [
    'kemenhaj',
    'Kementerian Haji dan Umrah',
    'Kemenhaj',
    'Dibentuk 2025 dari Badan Penyelenggara Haji setelah perubahan ketiga UU 8/2019.',
  ],
  ['kemenkum', 'Kementerian Hukum', 'Kemenkum'],
  ['kemenham', 'Kementerian Hak Asasi Manusia', 'KemenHAM'],
  ['kemenimipas', 'Kementerian Imigrasi dan Pemasyarakatan', 'Kemenimipas'],
  ['kemenkeu', 'Kementerian Keuangan', 'Kemenkeu'],
  ['kemendikdasmen', 'Kementerian Pendidikan Dasar dan Menengah', 'Kemendikdasmen'],
  ['kemdiktisaintek', 'Kementerian Pendidikan Tinggi, Sains, dan Teknologi', 'Kemdiktisaintek'],
  ['kemenbud', 'Kementerian Kebudayaan', 'Kemenbud'],
  ['kemenkes', 'Kementerian Kesehatan', 'Kemenkes'],
  ['kemensos', 'Kementerian Sosial', 'Kemensos'],
  ['kemnaker', 'Kementerian Ketenagakerjaan', 'Kemnaker'],
  ['kp2mi', 'Kementerian Pelindungan Pekerja Migran Indonesia/Badan Pelindungan Pekerja Migran Indonesia', 'KP2MI/BP2MI'],
  ['kemenperin', 'Kementerian Perindustrian', 'Kemenperin'],
  ['kemendag', 'Kementerian Perdagangan', 'Kemendag'],
  ['esdm', 'Kementerian Energi dan Sumber Daya Mineral', 'Kementerian ESDM'],
  ['kemenpu', 'Kementerian Pekerjaan Umum', 'Kementerian PU'],
  ['kemenpkp', 'Kementerian Perumahan dan Kawasan Permukiman', 'Kementerian PKP'],
  ['kemendesa', 'Kementerian Desa dan Pembangunan Daerah Tertinggal', 'Kemendesa PDT'],
  ['kementrans', 'Kementerian Transmigrasi', 'Kementrans'],
  ['kemenhub', 'Kementerian Perhubungan', 'Kemenhub'],
  ['komdigi', 'Kementerian Komunikasi dan Digital', 'Komdigi'],
  ['kementan', 'Kementerian Pertanian', 'Kementan'],
  ['kemenhut', 'Kementerian Kehutanan', 'Kemenhut'],
  ['kkp', 'Kementerian Kelautan dan Perikanan', 'KKP'],
  ['atrbpn', 'Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional', 'ATR/BPN'],
  ['bappenas', 'Kementerian Perencanaan Pembangunan Nasional/Badan Perencanaan Pembangunan Nasional', 'Bappenas'],
  ['kemenpanrb', 'Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi', 'KemenPANRB'],
  [
    'bkkbn',
    'Kementerian Kependudukan dan Pembangunan Keluarga/Badan Kependudukan dan Keluarga Berencana Nasional',
    'Kemendukbangga/BKKBN',
  ],
  ['klh', 'Kementerian Lingkungan Hidup/Badan Pengendalian Lingkungan Hidup', 'KLH/BPLH'],
  ['bkpm', 'Kementerian Investasi dan Hilirisasi/Badan Koordinasi Penanaman Modal', 'BKPM'],
  ['kemenkop', 'Kementerian Koperasi', 'Kemenkop'],
  ['kemenumkm', 'Kementerian Usaha Mikro, Kecil, dan Menengah', 'Kementerian UMKM'],
  ['kemenpar', 'Kementerian Pariwisata', 'Kemenpar'],
  ['kemenekraf', 'Kementerian Ekonomi Kreatif/Badan Ekonomi Kreatif', 'Kemenekraf'],
  ['kemenpppa', 'Kementerian Pemberdayaan Perempuan dan Perlindungan Anak', 'KemenPPPA'],
  ['kemenpora', 'Kementerian Pemuda dan Olahraga', 'Kemenpora'],
];

const INSTITUTIONS: readonly Line[] = [
  ['polri', 'Kepolisian Negara Republik Indonesia', 'Polri'],
  ['kejaksaan', 'Kejaksaan Republik Indonesia', 'Kejaksaan RI'],
  ['tni', 'Tentara Nasional Indonesia', 'TNI'],
  ['setkab', 'Sekretariat Kabinet', 'Setkab'],
  ['ksp', 'Kantor Staf Presiden', 'KSP'],
  ['bpkp', 'Badan Pengawasan Keuangan dan Pembangunan', 'BPKP'],
  ['bkn', 'Badan Kepegawaian Negara', 'BKN'],
  ['lan', 'Lembaga Administrasi Negara', 'LAN'],
  ['anri', 'Arsip Nasional Republik Indonesia', 'ANRI'],
  ['bps', 'Badan Pusat Statistik', 'BPS'],
  ['bpom', 'Badan Pengawas Obat dan Makanan', 'BPOM'],
  ['bgn', 'Badan Gizi Nasional', 'BGN', 'Penyelenggara Program Makan Bergizi Gratis, dibentuk dengan Perpres 83/2024.'],
  ['bapanas', 'Badan Pangan Nasional', 'Bapanas'],
  ['bpjph', 'Badan Penyelenggara Jaminan Produk Halal', 'BPJPH'],
  ['bnn', 'Badan Narkotika Nasional', 'BNN'],
  ['bnpt', 'Badan Nasional Penanggulangan Terorisme', 'BNPT'],
  ['bnpb', 'Badan Nasional Penanggulangan Bencana', 'BNPB'],
  ['bmkg', 'Badan Meteorologi, Klimatologi, dan Geofisika', 'BMKG'],
  ['basarnas', 'Badan Nasional Pencarian dan Pertolongan', 'Basarnas'],
  ['bakamla', 'Badan Keamanan Laut Republik Indonesia', 'Bakamla'],
  ['bssn', 'Badan Siber dan Sandi Negara', 'BSSN'],
  ['brin', 'Badan Riset dan Inovasi Nasional', 'BRIN'],
  ['big', 'Badan Informasi Geospasial', 'BIG'],
  ['perpusnas', 'Perpustakaan Nasional Republik Indonesia', 'Perpusnas'],
  ['lkpp', 'Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah', 'LKPP'],
  ['bpip', 'Badan Pembinaan Ideologi Pancasila', 'BPIP'],
  ['bp-bumn', 'Badan Pengaturan Badan Usaha Milik Negara', 'BP BUMN', 'Menggantikan Kementerian BUMN pada Oktober 2025.'],
  ['bpjs-kesehatan', 'Badan Penyelenggara Jaminan Sosial Kesehatan', 'BPJS Kesehatan'],
  ['bpjs-ketenagakerjaan', 'Badan Penyelenggara Jaminan Sosial Ketenagakerjaan', 'BPJS Ketenagakerjaan'],
  ['kpu', 'Komisi Pemilihan Umum', 'KPU'],
  ['bawaslu', 'Badan Pengawas Pemilihan Umum', 'Bawaslu'],
  ['kip', 'Komisi Informasi Pusat', 'Komisi Informasi'],
  ['komnas-ham', 'Komisi Nasional Hak Asasi Manusia', 'Komnas HAM'],
  ['kppu', 'Komisi Pengawas Persaingan Usaha', 'KPPU'],
  ['ojk', 'Otoritas Jasa Keuangan', 'OJK'],
  ['bi', 'Bank Indonesia', 'BI'],
  ['bpkn', 'Badan Perlindungan Konsumen Nasional', 'BPKN'],
  ['rri', 'Lembaga Penyiaran Publik Radio Republik Indonesia', 'RRI'],
  ['tvri', 'Lembaga Penyiaran Publik Televisi Republik Indonesia', 'TVRI'],
  ['bp-batam', 'Badan Pengusahaan Kawasan Perdagangan Bebas dan Pelabuhan Bebas Batam', 'BP Batam'],
];

const ENTERPRISES: readonly Line[] = [
  ['pln', 'PT PLN (Persero)', 'PLN'],
  ['pertamina', 'PT Pertamina (Persero)', 'Pertamina'],
  ['telkom', 'PT Telkom Indonesia (Persero) Tbk', 'Telkom'],
  ['pos', 'PT Pos Indonesia (Persero)', 'Pos Indonesia'],
  ['kai', 'PT Kereta Api Indonesia (Persero)', 'KAI'],
  ['pelni', 'PT Pelayaran Nasional Indonesia (Persero)', 'Pelni'],
  ['asdp', 'PT ASDP Indonesia Ferry (Persero)', 'ASDP'],
  ['pelindo', 'PT Pelabuhan Indonesia (Persero)', 'Pelindo'],
  ['injourney-airports', 'PT Angkasa Pura Indonesia', 'InJourney Airports'],
  ['jasa-raharja', 'PT Jasa Raharja', 'Jasa Raharja'],
  ['jasa-marga', 'PT Jasa Marga (Persero) Tbk', 'Jasa Marga'],
  ['bulog', 'Perusahaan Umum Bulog', 'Bulog'],
  ['bri', 'PT Bank Rakyat Indonesia (Persero) Tbk', 'BRI'],
  ['bni', 'PT Bank Negara Indonesia (Persero) Tbk', 'BNI'],
  ['mandiri', 'PT Bank Mandiri (Persero) Tbk', 'Bank Mandiri'],
  ['btn', 'PT Bank Tabungan Negara (Persero) Tbk', 'BTN'],
];

function seeds(kind: AgencyKind, lines: readonly Line[], note: string): AgencySeed[] {
  return lines.map(([code, name, shortName, own]) => ({
    code,
    kind,
    name,
    shortName,
    parent: null,
    region: null,
    nameConfirmed: false,
    nameNote: own === undefined ? note : `${own} ${note}`,
  }));
}

/** The deputy's office at KemenPANRB that runs SP4N-LAPOR! for the nation: the desk of the national verifiers. */
const NATIONAL_DESK: AgencySeed = {
  code: 'kemenpanrb.yanlik',
  kind: 'unit',
  name: 'Deputi Bidang Pelayanan Publik KemenPANRB',
  shortName: 'Deputi Yanlik KemenPANRB',
  parent: 'kemenpanrb',
  region: null,
  desk: true,
  nameNote: 'Pengelola nasional SP4N-LAPOR!; nama kedeputian perlu dicocokkan.',
};

export function nationalAgencies(): AgencySeed[] {
  const check = 'Perlu dicocokkan dengan dasar hukumnya yang terbaru.';
  return [
    ...seeds('ministry', MINISTRIES, AFTER_2024),
    ...seeds('institution', INSTITUTIONS, check),
    ...seeds('bumn', ENTERPRISES, check),
    NATIONAL_DESK,
  ];
}
