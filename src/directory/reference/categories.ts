/**
 * Categories of complaints in two levels.
 *
 * Top level: the categories in use at SP4N-LAPOR! in July 2025, in the order of their use then; "other" stands last.
 * Children: 'Jalan Berlubang' and 'Transportasi Laut' are documented there; the rest are ours, named after the services people
 * complain about most. First days are the days of the policy behind a category; where none is written it was there before our records.
 */

export interface CategorySeed {
  readonly code: string;
  readonly id: string;
  readonly en: string;
  readonly from?: string;
  readonly until?: string;
  readonly note?: string;
  readonly children?: readonly (readonly [slug: string, id: string, en: string])[];
}

export const CATEGORIES: readonly CategorySeed[] = [
  {
    code: 'public-works',
    id: 'Pekerjaan Umum dan Penataan Ruang',
    en: 'Public works and spatial planning',
    children: [
      ['potholes', 'Jalan Berlubang', 'Potholes'],
      ['street-lights', 'Lampu Penerangan Jalan', 'Street lights'],
      ['drainage', 'Drainase dan Banjir', 'Drainage and flooding'],
      ['bridges', 'Jembatan', 'Bridges'],
      ['sidewalks', 'Trotoar', 'Pavements for pedestrians'],
      ['clean-water', 'Air Bersih', 'Clean water'],
      ['national-roads', 'Jalan Nasional', 'National roads'],
      ['building-permits', 'Izin Bangunan dan Tata Ruang', 'Building permits and zoning'],
    ],
  },
  {
    code: 'labour',
    id: 'Ketenagakerjaan',
    en: 'Labour',
    children: [
      ['wages', 'Upah dan Pesangon', 'Wages and severance'],
      ['social-security', 'Jaminan Sosial Tenaga Kerja', 'Social security of workers'],
      ['dismissal', 'Pemutusan Hubungan Kerja', 'Dismissal'],
      ['migrant-workers', 'Pekerja Migran', 'Migrant workers'],
    ],
  },
  {
    code: 'social-welfare',
    id: 'Sosial dan Kesejahteraan',
    en: 'Social welfare',
    children: [
      ['social-assistance', 'Bantuan Sosial', 'Social assistance'],
      ['poverty-data', 'Data Kemiskinan (DTSEN)', 'Poverty data (DTSEN)'],
      ['disability', 'Layanan Penyandang Disabilitas', 'Services for people with disabilities'],
      ['elderly-children', 'Lansia dan Anak Telantar', 'Neglected elderly people and children'],
    ],
  },
  {
    code: 'education',
    id: 'Pendidikan dan Kebudayaan',
    en: 'Education and culture',
    children: [
      ['levies', 'Pungutan di Sekolah', 'Levies at school'],
      ['admission', 'Penerimaan Murid Baru (SPMB)', 'School admission (SPMB)'],
      ['scholarships', 'Beasiswa dan Program Indonesia Pintar', 'Scholarships and Program Indonesia Pintar'],
      ['teachers', 'Guru dan Tenaga Kependidikan', 'Teachers and school staff'],
      ['school-buildings', 'Sarana dan Prasarana Sekolah', 'School buildings and equipment'],
      ['senior-high', 'SMA, SMK, dan SLB', 'Senior high, vocational and special schools'],
      ['universities', 'Perguruan Tinggi', 'Universities'],
    ],
  },
  {
    code: 'public-order',
    id: 'Ketenteraman, Ketertiban Umum, dan Pelindungan Masyarakat',
    en: 'Peace, public order and protection of the community',
    children: [
      ['nuisance', 'Gangguan Ketertiban', 'Nuisance'],
      ['street-vendors', 'Pedagang Kaki Lima dan Bangunan Liar', 'Street vendors and unlawful buildings'],
      ['fire-disaster', 'Kebakaran dan Bencana', 'Fire and disaster'],
      ['police-services', 'Layanan Kepolisian', 'Services of the police'],
    ],
  },
  {
    code: 'transport',
    id: 'Perhubungan',
    en: 'Transport',
    children: [
      ['sea', 'Transportasi Laut', 'Sea transport'],
      ['road', 'Angkutan Jalan', 'Road transport'],
      ['air', 'Transportasi Udara', 'Air transport'],
      ['parking', 'Parkir', 'Parking'],
      ['traffic-signs', 'Rambu dan Lampu Lalu Lintas', 'Traffic signs and lights'],
      ['vehicle-tax', 'Samsat dan Pajak Kendaraan', 'Vehicle tax (Samsat)'],
    ],
  },
  {
    code: 'environment',
    id: 'Lingkungan Hidup dan Kehutanan',
    en: 'Environment and forestry',
    children: [
      ['waste', 'Sampah', 'Waste'],
      ['pollution', 'Pencemaran Air, Udara, dan Tanah', 'Pollution of water, air and soil'],
      ['trees', 'Pohon dan Ruang Terbuka Hijau', 'Trees and green spaces'],
      ['forests', 'Perusakan Hutan', 'Damage to forests'],
    ],
  },
  {
    code: 'information-technology',
    id: 'Teknologi Informasi dan Komunikasi',
    en: 'Information and communication technology',
    children: [
      ['networks', 'Jaringan Internet dan Telepon', 'Internet and telephone networks'],
      ['government-apps', 'Aplikasi Pemerintah', 'Government applications'],
      ['online-content', 'Konten Negatif dan Judi Daring', 'Harmful content and online gambling'],
    ],
  },
  {
    code: 'health',
    id: 'Kesehatan',
    en: 'Health',
    children: [
      ['puskesmas', 'Layanan Puskesmas', 'Services of a puskesmas'],
      ['hospital', 'Layanan Rumah Sakit', 'Services of a hospital'],
      ['health-insurance', 'BPJS Kesehatan', 'Health insurance (BPJS)'],
      ['medicines', 'Obat dan Makanan', 'Medicines and food'],
    ],
  },
  {
    code: 'economy',
    id: 'Ekonomi dan Keuangan',
    en: 'Economy and finance',
    children: [
      ['licensing', 'Perizinan Berusaha', 'Business licences'],
      ['taxes', 'Pajak dan Retribusi Daerah', 'Regional taxes and charges'],
      ['national-taxes', 'Pajak Pusat dan Bea Cukai', 'National taxes and customs'],
      ['cooperatives', 'Koperasi dan UMKM', 'Cooperatives and small businesses'],
      ['prices', 'Harga dan Pasokan Bahan Pokok', 'Prices and supply of staple goods'],
    ],
  },
  {
    code: 'civil-registry',
    id: 'Kependudukan',
    en: 'Civil registry',
    children: [
      ['id-card', 'KTP-el', 'Identity card (KTP-el)'],
      ['family-card', 'Kartu Keluarga', 'Family card'],
      ['certificates', 'Akta Kelahiran, Perkawinan, dan Kematian', 'Birth, marriage and death certificates'],
      ['moving', 'Pindah Datang', 'Moving house'],
    ],
  },
  {
    code: 'energy',
    id: 'Energi dan Sumber Daya Alam',
    en: 'Energy and natural resources',
    children: [
      ['electricity', 'Listrik', 'Electricity'],
      ['fuel', 'BBM dan LPG', 'Fuel and LPG'],
      ['mining', 'Pertambangan', 'Mining'],
    ],
  },
  {
    code: 'law-politics',
    id: 'Politik dan Hukum',
    en: 'Politics and law',
    children: [
      ['land', 'Pertanahan', 'Land registration'],
      ['immigration', 'Keimigrasian', 'Immigration'],
      ['corrections', 'Pemasyarakatan', 'Prisons'],
    ],
  },
  { code: 'sp4n', id: 'SP4N-LAPOR!', en: 'SP4N-LAPOR!' },
  {
    code: 'covid',
    id: 'Corona Virus',
    en: 'Corona virus',
    from: '2020-03-02',
    until: '2023-06-21',
    note: 'Ditutup bagi laporan baru sejak status pandemi dicabut (Keppres 17/2023, 21 Juni 2023).',
  },
  { code: 'consumer-protection', id: 'Perlindungan Konsumen', en: 'Consumer protection' },
  { code: 'religion', id: 'Agama', en: 'Religion', children: [['hajj', 'Haji dan Umrah', 'Hajj and umrah']] },
  {
    code: 'villages',
    id: 'Pembangunan Desa, Daerah Tertinggal, dan Transmigrasi',
    en: 'Villages, lagging regions and transmigration',
    children: [
      ['village-funds', 'Dana Desa', 'Village funds'],
      ['village-services', 'Layanan Pemerintah Desa', 'Services of the village government'],
    ],
  },
  {
    code: 'agriculture',
    id: 'Pertanian dan Peternakan',
    en: 'Farming and livestock',
    children: [['fertiliser', 'Pupuk Bersubsidi', 'Subsidised fertiliser']],
  },
  {
    code: 'economic-recovery',
    id: 'Pemulihan Ekonomi Nasional',
    en: 'National economic recovery',
    from: '2020-05-11',
    until: '2023-01-01',
    note: 'Program PEN menurut PP 23/2020; berakhir dengan tahun anggaran 2022. Tanggal perlu dicocokkan.',
  },
  { code: 'gender-inclusion', id: 'Kesetaraan Gender dan Sosial Inklusif', en: 'Gender equality and social inclusion' },
  {
    code: 'free-meals',
    id: 'Program Makan Bergizi Gratis (MBG)',
    en: 'Free nutritious meals programme (MBG)',
    from: '2025-01-06',
    note: 'Program dimulai 6 Januari 2025.',
  },
  { code: 'narcotics', id: 'Pencegahan dan Pemberantasan Narkotika (P4GN)', en: 'Prevention of drug abuse (P4GN)' },
  {
    code: 'school-violence',
    id: 'Kekerasan di Satuan Pendidikan',
    en: 'Violence at schools',
    from: '2023-08-04',
    note: 'Permendikbudristek 46/2023.',
  },
  { code: 'civil-service-politicised', id: 'Politisasi ASN', en: 'Civil service used for politics' },
  { code: 'civil-service-neutrality', id: 'Netralitas ASN', en: 'Neutrality of the civil service' },
  { code: 'waters', id: 'Perairan', en: 'Waters and fisheries' },
  { code: 'consular-legalisation', id: 'Legalisasi Konsuler', en: 'Consular legalisation' },
  { code: 'special', id: 'Topik Khusus', en: 'Special topics' },
  { code: 'citizens-abroad', id: 'Pelindungan WNI', en: 'Protection of Indonesians abroad' },
  { code: 'other', id: 'Topik Lainnya', en: 'Other topics' },
];
