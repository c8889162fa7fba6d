/**
 * What people complain about every day, as pools of words: `;` parts the things a complaint of this kind speaks of, `|` the ways of
 * saying each. A complaint takes some of them, in its own order and words. Written for this benchmark; nobody's complaint.
 */
export interface Kind {
  /** Share within its category, before an office's own leaning. */
  readonly share: number;
  /** Months in which it comes more often, and how many times. */
  readonly season?: { readonly months: readonly number[]; readonly times: number };
  readonly says: string;
}

export const EVERYDAY: Readonly<Record<string, readonly Kind[]>> = {
  'public-works.potholes': [
    {
      share: 5,
      season: { months: [12, 1, 2], times: 2.5 },
      says: 'jalan berlubang|lubang di jalan|aspal rusak|jalan rusak parah; pengendara motor jatuh|sudah ada yang terjatuh|membahayakan pengendara; tergenang saat hujan|tidak kelihatan waktu hujan|air menutupi lubang; sudah berbulan-bulan|dibiarkan lama|tidak pernah diperbaiki; mohon ditambal|minta diaspal|perlu perbaikan segera; dekat sekolah|depan pasar|arah kantor desa',
    },
    {
      share: 3,
      season: { months: [11, 12, 1, 2], times: 4 },
      says: 'banjir|genangan|air meluap; selokan mampet|saluran tersumbat|drainase penuh sampah; masuk ke rumah|halaman terendam|sampai ke dalam toko; setiap hujan deras|kalau hujan sebentar; minta dikeruk|mohon dibersihkan|perlu normalisasi saluran; nyamuk|bau|kotor',
    },
    {
      share: 3,
      says: 'lampu jalan mati|penerangan padam|lampu PJU tidak menyala; gelap sekali|rawan kejahatan|takut lewat malam; tiang nomor|sepanjang gang|di tikungan; sudah seminggu|sejak bulan lalu; mohon diganti|minta diperbaiki|tolong dinyalakan',
    },
    {
      share: 2,
      says: 'air PDAM tidak mengalir|air ledeng mati|keran kering; hanya malam|menetes kecil|keruh kecokelatan; tagihan tetap|bayar penuh setiap bulan; sudah lapor|pengaduan tidak dijawab; kebutuhan rumah tangga|memasak mencuci|terpaksa beli air galon',
    },
    {
      share: 1,
      says: 'jembatan rusak|lantai jembatan lapuk|pagar jembatan hilang; anak sekolah lewat|satu-satunya akses|kendaraan berat; takut roboh|goyang bila dilewati; mohon ditinjau|minta dibangun ulang',
    },
    {
      share: 1,
      says: 'trotoar rusak|ubin trotoar lepas|guiding block hilang; pejalan kaki|kursi roda|tunanetra; dipakai parkir|dipakai jualan; mohon ditertibkan|minta diperbaiki',
    },
  ],
  'civil-registry': [
    {
      share: 5,
      says: 'KTP belum jadi|e-KTP lama sekali|cetak KTP tertunda; sudah perekaman|rekam data bulan lalu|foto dan sidik jari; bolak-balik|disuruh datang lagi|menunggu kabar; butuh untuk kerja|perlu melamar|syarat bank; kantor kecamatan|kantor dinas|loket pelayanan',
    },
    {
      share: 3,
      says: 'kartu keluarga|KK; perubahan data|tambah anggota|pisah KK; salah nama|salah tanggal lahir|NIK tidak online; menunggu berminggu-minggu|belum selesai; berkas lengkap|syarat sudah dipenuhi',
    },
    {
      share: 2,
      says: 'akta kelahiran|akte anak; belum terbit|lama diproses|nama orang tua keliru; sekolah minta|syarat daftar BPJS; surat dari bidan|buku nikah; petugas kurang ramah|tidak diberi penjelasan',
    },
    {
      share: 2,
      says: 'pindah domisili|surat pindah|SKPWNI; daerah asal|daerah tujuan; data belum ditarik|belum tercabut; diping-pong|saling lempar; sistem|jaringan gangguan',
    },
    {
      share: 1,
      says: 'antrean panjang|menunggu berjam-jam|nomor antrean habis; loket sedikit|petugas hanya satu; datang pagi|jam istirahat; lansia ibu hamil|ruang tunggu sempit panas',
    },
  ],
  health: [
    {
      share: 4,
      says: 'antre lama|antrean puskesmas|menunggu dokter; dokter datang terlambat|poli buka siang|dokter tidak ada; pasien tua|anak demam|ibu hamil; jam pelayanan|sejak pagi; mohon ditambah|minta ketepatan waktu',
    },
    {
      share: 3,
      says: 'BPJS tidak aktif|kepesertaan nonaktif|PBI dicabut; ditolak|harus bayar umum|diminta biaya; rawat inap|cuci darah|kontrol rutin; keluarga tidak mampu|buruh harian; mohon diaktifkan',
    },
    {
      share: 2,
      says: 'kamar penuh|rawat inap habis|menunggu di IGD; rumah sakit daerah|RSUD; rujukan|dirujuk jauh; perawat kurang tanggap|petugas judes; semalaman|berjam-jam',
    },
    {
      share: 2,
      season: { months: [1, 2, 3], times: 3 },
      says: 'demam berdarah|DBD|jentik nyamuk; minta fogging|pengasapan|penyemprotan; beberapa warga dirawat|anak tetangga sakit; lingkungan RT|perumahan; belum ada tindakan',
    },
    {
      share: 1,
      says: 'toilet kotor|ruang tunggu pengap|kursi rusak; puskesmas pembantu|gedung lama; air mati|atap bocor; mohon dirawat|minta kebersihan',
    },
  ],
  'social-welfare.social-assistance': [
    {
      share: 4,
      season: { months: [3, 4, 12], times: 2 },
      says: 'bansos tidak tepat sasaran|bantuan salah sasaran|yang mampu malah dapat; tetangga punya mobil|keluarga perangkat desa|rumah bagus; saya tidak dapat|belum pernah menerima|nama saya dicoret; data DTSEN|data kemiskinan|pendataan; mohon disurvei|minta pendataan ulang',
    },
    {
      share: 3,
      says: 'PKH berhenti|bantuan sembako tidak cair|BLT belum masuk; kartu KKS|rekening saldo nol; pendamping bilang tunggu|disuruh sabar; anak sekolah|lansia|balita; sudah tiga bulan|sejak awal tahun',
    },
    {
      share: 1,
      says: 'orang telantar|ODGJ|anak jalanan; di lampu merah|di pasar|di terminal; mengganggu|kasihan; mohon dijemput|minta penanganan dinas',
    },
    {
      share: 1,
      says: 'alat bantu kursi roda|bantuan disabilitas; proposal|pengajuan tahun lalu; belum ada kabar; penyandang disabilitas|difabel; mohon kepastian',
    },
  ],
  education: [
    {
      share: 3,
      season: { months: [6, 7], times: 8 },
      says: 'zonasi|jalur domisili|SPMB; tidak diterima|tersingkir|kuota habis; jarak rumah dekat|titik koordinat salah; panitia sekolah|operator; kartu keluarga baru|pindahan; minta kejelasan|protes hasil seleksi',
    },
    {
      share: 3,
      says: 'sumbangan komite|iuran bulanan|pungutan sekolah; wajib|dipaksa|ditentukan besarnya; orang tua keberatan|tidak ada musyawarah; SD negeri|SMP negeri; uang bangunan|uang kegiatan',
    },
    {
      share: 2,
      says: 'guru sering tidak masuk|guru honorer belum digaji|kekurangan guru; jam kosong|anak pulang cepat; sertifikasi|tunjangan; kepala sekolah|dinas pendidikan; mohon perhatian',
    },
    {
      share: 2,
      says: 'PIP belum cair|beasiswa tidak masuk|KIP; rekening simpel|bank penyalur; sudah aktivasi|diminta tanda tangan; siswa miskin|yatim; operator sekolah',
    },
    {
      share: 1,
      says: 'atap kelas bocor|plafon runtuh|meja kursi rusak; ruang kelas|perpustakaan|WC siswa; belajar bergantian|takut ambruk; sudah diusulkan|belum direhab',
    },
  ],
  transportation: [
    {
      share: 3,
      says: 'parkir liar|juru parkir memaksa|tarif parkir mahal; tanpa karcis|tidak resmi; macet|trotoar dipakai; depan minimarket|dekat pasar; mohon ditertibkan|minta ditindak',
    },
    {
      share: 2,
      season: { months: [4, 12], times: 2.5 },
      says: 'angkutan umum|bus|angkot; ugal-ugalan|ngetem lama|jarang lewat; tarif naik|minta ongkos lebih; penumpang|anak sekolah; terminal|halte',
    },
    {
      share: 2,
      says: 'lampu merah mati|traffic light rusak|rambu hilang; simpang|perempatan; kecelakaan|semrawut; sudah lama; mohon diperbaiki',
    },
    {
      share: 1,
      says: 'truk besar|kendaraan ODOL|truk tambang; lewat jalan kampung|melanggar jam; debu|jalan hancur|rumah retak; minta portal|minta dilarang',
    },
  ],
  energy: [
    {
      share: 4,
      season: { months: [12, 1], times: 2 },
      says: 'listrik padam|mati lampu|pemadaman; berjam-jam|setiap sore|tanpa pemberitahuan; alat elektronik rusak|usaha rugi|bayi kepanasan; gardu|trafo|kabel; petugas lama datang|call center sibuk',
    },
    {
      share: 2,
      says: 'tagihan melonjak|pembayaran naik dua kali lipat|token cepat habis; meter dibaca|catatan meter; tidak ada tambahan alat; minta dicek|minta penjelasan; rumah kosong',
    },
    {
      share: 1,
      says: 'tiang listrik miring|kabel menjuntai|dahan menyentuh kabel; bahaya|takut kesetrum; depan rumah|pinggir jalan; mohon dipindah|minta dipangkas',
    },
  ],
  land: [
    {
      share: 3,
      says: 'sertifikat tanah|sertipikat; belum selesai|lama di BPN|berkas hilang; balik nama|pemecahan|roya; sudah bayar|biaya PNBP; bolak-balik kantor pertanahan',
    },
    {
      share: 2,
      says: 'PTSL|prona; dipungut biaya|bayar panitia desa; belum dibagikan|sertifikat tertahan; tahun lalu|dua tahun; perangkat desa|kepala dusun',
    },
    {
      share: 1,
      says: 'sengketa batas|tumpang tindih|tanah diserobot; surat girik|letter c|petok; mediasi tidak jalan; ahli waris; minta pengukuran ulang',
    },
  ],
  environment: [
    {
      share: 4,
      says: 'sampah menumpuk|sampah tidak diangkut|TPS penuh; bau menyengat|lalat|belatung; sudah seminggu|beberapa hari; retribusi dibayar|iuran kebersihan; truk tidak lewat|minta diangkut',
    },
    {
      share: 2,
      says: 'bakar sampah|asap pembakaran|polusi asap; sesak napas|batuk|jemuran bau; tetangga|gudang rongsok; setiap sore|malam hari; mohon ditegur',
    },
    {
      share: 1,
      says: 'limbah pabrik|air sungai hitam|busa di kali; ikan mati|gatal-gatal; malam dibuang|pipa tersembunyi; minta diuji|diperiksa laboratorium',
    },
    {
      share: 1,
      says: 'pohon tumbang|pohon rawan|dahan lapuk; menimpa|menghalangi jalan; angin kencang|hujan; mohon dipangkas|ditebang',
    },
  ],
};

/** How people begin, end and fill in between. */
export const FILLERS: readonly string[] = [
  'mohon segera ditindaklanjuti',
  'terima kasih sebelumnya',
  'selamat pagi bapak ibu',
  'assalamualaikum',
  'tolong dibantu ya pak',
  'saya sudah pernah melapor tetapi belum ada jawaban',
  'sampai sekarang tidak ada tanggapan',
  'kami warga sangat berharap',
  'semoga pemerintah mendengar keluhan kami',
  'saya sangat kecewa',
  'ini bukan pertama kali',
  'kemarin saya datang sendiri',
  'petugas bilang nanti dikabari',
  'sudah saya tanyakan lewat telepon',
  'foto saya lampirkan',
  'kejadiannya hari senin',
  'tadi siang saya lihat sendiri',
  'keluarga saya ikut terdampak',
  'warga sekitar juga mengeluh',
  'mohon pejabat turun langsung',
  'jangan tunggu viral dulu',
  'kami rakyat kecil',
  'bagaimana ini pelayanannya',
  'padahal kami taat pajak',
  'semoga cepat selesai',
  'minta tolong dicek',
  'apakah memang begitu aturannya',
  'saya mewakili warga RT',
  'sudah disampaikan ke pak RT',
  'pihak kelurahan tidak tahu',
  'saya tunggu kabarnya',
  'kalau bisa minggu ini',
  'anak saya sampai menangis',
  'orang tua saya sudah sepuh',
  'saya harus izin kerja',
  'ongkos bolak-balik tidak sedikit',
  'mohon maaf bila kurang berkenan',
  'di daerah lain bisa cepat',
  'apa perlu lewat orang dalam',
  'tolong jangan dilempar ke instansi lain',
];

export const VILLAGE_PARTS: readonly (readonly string[])[] = [
  [
    'Suka',
    'Karang',
    'Banjar',
    'Tanjung',
    'Muara',
    'Sumber',
    'Wono',
    'Kali',
    'Batu',
    'Rejo',
    'Sido',
    'Mekar',
    'Lubuk',
    'Teluk',
    'Gunung',
    'Padang',
    'Pasir',
    'Sungai',
    'Kebon',
    'Cempaka',
  ],
  [
    'maju',
    'sari',
    'jaya',
    'anyar',
    'agung',
    'mulya',
    'rejo',
    'harjo',
    'indah',
    'makmur',
    'baru',
    'tengah',
    'barat',
    'asih',
    'laya',
    'wangi',
    'dadi',
    'kencana',
    'raya',
    'permai',
  ],
];
