import type { TileName } from '../rules/tiles.ts';

export const id = {
  homeTitle: 'Beranda',
  homeDescription: 'Sampaikan pengaduan tentang pelayanan publik dan ikuti sampai tuntas.',
  hero: 'Pelayanan publik bermasalah? Sampaikan di sini.',
  heroLead:
    'Gratis, tanpa akun, boleh tanpa nama. Setiap pengaduan punya tenggat, dan Anda sendiri yang menilai apakah sudah selesai.',
  complain: 'Sampaikan pengaduan',
  complainText: 'Juga untuk usul dan pertanyaan. Sekitar 5 menit; Anda tidak perlu tahu instansi mana yang berwenang.',
  follow: 'Ikuti pengaduan saya',
  followText: 'Dengan nomor pelacakan dan kode tanda terima: lihat jawaban, jawab pertanyaan, nyatakan selesai atau sanggah.',
  search: 'Cari pengaduan yang terbuka untuk umum',
  searchHint: 'Kata, misalnya jalan berlubang, atau nomor pelacakan.',

  stepsTitle: 'Apa yang terjadi dengan pengaduan Anda',
  steps: {
    file: 'Anda menyampaikan',
    fileText: 'Anda langsung mendapat nomor pelacakan dan kode rahasia untuk mengikutinya.',
    verify: (limit: string) => `Diperiksa dan diteruskan dalam ${limit}`,
    verifyText: 'Verifikator memastikan pengaduan sampai di instansi yang berwenang. Salah alamat bukan masalah Anda.',
    work: (limit: string) => `Instansi mulai menangani dalam ${limit}`,
    workText: (limits: { complaint: string; question: string; supervisory: string }) =>
      `Harus selesai dalam ${limits.complaint} sejak Anda sampaikan: ${limits.question} untuk permintaan informasi dan aspirasi, ${limits.supervisory} bila perilaku petugas harus diperiksa.`,
    judge: 'Anda yang menilai',
    judgeText: (silence: string) =>
      `Selesai, atau belum? Sanggahan Anda membawanya kembali ke instansi. Bila Anda diam ${silence}, pengaduan ditutup dengan catatan “tanpa tanggapan pelapor”, bukan sebagai selesai.`,
  },
  late: (head: string, ombudsman: string) =>
    `Tenggat lewat? Koordinator langsung diberi tahu, pimpinan instansi setelah ${head}, dan Ombudsman setelah ${ombudsman}.`,
  basis: (laws: string) => `Dasar: ${laws}.`,
  unconfirmed: 'Sebagian angka belum dipastikan pada naskah peraturan terbaru.',
  lawLink: 'Semua tenggat dan dasar hukumnya',

  figuresTitle: 'Angka sampai saat ini',
  figuresWhy:
    'Setiap angka menghitung semua pengaduan. Yang dapat dibaca siapa saja hanya yang sudah diperiksa dan dibuka verifikator; yang rahasia tidak pernah. Ketuk sebuah angka untuk membaca yang terbuka.',
  figuresAt: (when: string) => `Dihitung ${when}.`,
  readable: (count: string) => `${count} dapat dibaca`,
  tiles: {
    total: 'pengaduan diterima',
    open: 'sedang berjalan',
    overdue: 'lewat tenggat',
    confirmed: 'selesai, dibenarkan pelapor',
    silence: 'ditutup tanpa tanggapan pelapor',
    unreachable: 'ditutup, pelapor tidak dapat dihubungi',
    archived: 'diarsipkan dengan alasan',
  } satisfies Record<TileName, string>,
  latest: 'Baru dibuka untuk umum',
  latestNone: 'Belum ada pengaduan yang dibuka untuk umum.',
  latestAll: 'Semua pengaduan yang terbuka',
  received: 'Diterima',
  noPlace: 'Tidak terikat pada satu tempat',
  metaSeparator: ' · ',

  agencies: 'Instansi',
  agencyClosed: (day: string) => `Instansi ini sudah tidak berlaku sejak ${day}. Pengaduan lama tetap dapat dibaca.`,
  complainAbout: 'Sampaikan pengaduan tentang instansi ini',
  assessed: 'Hasil penilaian',
  assessedNone: 'Belum ada hasil penilaian yang terbit.',
  assessedIn: (year: number, score: string | null) => (score === null ? `Tahun ${year}:` : `Tahun ${year}: nilai ${score}.`),
  assessedAll: (name: string) => `Semua hasil penilaian ${name}`,
  reportCard: (year: number) => `Rapor ${year}`,
  example: 'contoh',
  services: 'Layanan dan standarnya',
  servicesOf: (name: string) => `Layanan, standar pelayanan, dan maklumat ${name}`,
  agreements: 'Kerja sama dan janji',
  obeyed: 'Kepatuhan kepada Ombudsman',
  particulars: 'Keterangan',
  kind: 'Jenis',
  partOf: 'Bagian dari',
  region: 'Wilayah',
  nameUnchecked: 'Nama resmi instansi ini belum dicocokkan dengan peraturannya.',
  fairTitle: 'Cara membaca angka ini',
  fair: 'Banyak pengaduan yang ditangani dengan jujur adalah pertanda baik: warga tahu ke mana melapor, dan instansi tidak menutupinya. Yang lebih menunjukkan mutu pelayanan ialah berapa yang lewat tenggat, dan berapa yang menurut pelapornya sendiri selesai.',
  fairSmall: 'Angka kecil mudah berubah; jangan menarik kesimpulan dari segelintir pengaduan.',
  agencyFigures: 'Pengaduan',
  agencyFiguresWhy:
    'Termasuk unit di bawahnya. Setiap angka menghitung semua pengaduan; yang dapat dibaca hanya yang sudah dibuka verifikator, yang rahasia tidak pernah.',
  counts: (objections: number, reopenings: number, returns: number) =>
    `Disanggah pelapor ${objections} kali, dibuka kembali ${reopenings} kali, dikembalikan karena bukan wewenang ${returns} kali.`,
  competence: 'Dapat dimintai tanggung jawab atas',
  competenceNone: 'Belum ada daftar kewenangan khusus untuk instansi ini. Anda tetap dapat melaporkannya.',
  below: 'Unit di bawahnya',
  belowNone: 'Tidak ada unit di bawahnya dalam direktori.',
  belowMore: 'Halaman daftar unit',
  latestHere: 'Pengaduan terbuka terbaru',

  admin: 'Pengelolaan',
  adminLead: 'Yang dapat Anda kelola dengan jabatan Anda sekarang.',
  adminItems: {
    people: ['Orang dan jabatan', 'Undang petugas, beri dan akhiri jabatan.'],
    agencies: ['Instansi dan unit', 'Pohon instansi yang Anda kelola.'],
    holidays: ['Hari libur', 'Impor keputusan hari libur dan cuti bersama.'],
    parameters: ['Tenggat dan parameter', 'Ubah angka tenggat beserta dasar hukumnya.'],
    messages: ['Pesan terkirim', 'Pesan yang gagal atau meragukan, dan kirim ulang.'],
  },
  adminForbidden: 'Halaman ini bukan untuk jabatan Anda',
  adminForbiddenText: 'Halaman ini untuk orang yang mengelola petugas, direktori, ketentuan, atau sistem.',
  toDesk: 'Ke meja kerja',

  privacy: 'Kerahasiaan data Anda',
  privacyDescription: 'Apa yang kami simpan tentang pelapor, siapa yang dapat melihatnya, dan apa yang dapat Anda minta.',
  privacyParts: [
    [
      'Anda tidak harus memberi nama',
      'Nama, surel, dan nomor telepon boleh dikosongkan. Tanpa kontak pun pengaduan ditangani; Anda mengikutinya dengan nomor pelacakan dan kode tanda terima.',
    ],
    [
      'Anonim',
      'Bila Anda memilih anonim, identitas Anda tertutup bagi instansi yang diadukan, seluruh pemerintah daerah atau kementeriannya termasuk pimpinannya, dan publik. Nama, NIK, surel, dan nomor telepon yang ditemukan dalam tulisan Anda disamarkan. Hanya petugas berwenang di luar instansi itu yang dapat membukanya, dengan alasan, dan setiap pembukaan dicatat.',
    ],
    [
      'Rahasia',
      'Bila Anda memilih rahasia, publik tidak membaca apa pun, bahkan tidak dapat mengetahui bahwa pengaduan itu ada.',
    ],
    [
      'Apa yang dibaca publik',
      'Tidak ada yang terbuka sebelum verifikator memeriksanya. Yang terbuka ialah teks yang sudah disamarkan dan berkas yang dibuka satu per satu.',
    ],
    [
      'Bagaimana disimpan',
      'Identitas dan kata-kata asli Anda disimpan terkunci (terenkripsi, dengan kunci sendiri untuk setiap pengaduan) dan terpisah dari pengaduan. Foto disimpan tanpa keterangan tempat, waktu, dan perangkat. Kode tanda terima tidak kami simpan, hanya sidik terkuncinya.',
    ],
    [
      'Surel kepada Anda',
      'Surel hanya menyebut bahwa ada kabar tentang sebuah nomor, tidak pernah isinya. Kami tidak pernah meminta kode tanda terima lewat surel atau telepon.',
    ],
    [
      'Di perangkat Anda',
      'Kami memakai kuki yang diperlukan saja: kunjungan, bahasa, isian yang belum selesai, dan pengaduan yang sedang Anda buka (terkunci sendiri setelah satu jam). Tidak ada pelacak dan tidak ada pihak ketiga.',
    ],
    [
      'Penghapusan',
      'Anda berhak meminta data pribadi Anda dihapus. Penghapusan memerlukan dasar dan dicatat; catatan jalannya pengaduan tetap dapat diperiksa keutuhannya.',
    ],
  ],
  privacyBasis: (laws: string) => `Dasar: ${laws}.`,

  openData: 'Data terbuka',
  openDataDescription: 'Pengaduan yang terbuka untuk umum, direktori, tenggat, dan bukti keutuhan sebagai data.',
  openDataLead: 'Semua yang boleh dibaca siapa saja di sini juga boleh dibaca oleh program, tanpa kunci.',
  openDataItems: [
    [
      '/api/v1/complaints',
      'Pengaduan yang dibuka verifikator (JSON)',
      'Dengan saringan dan penunjuk halaman. Tanpa data pribadi.',
    ],
    ['/complaints.atom', 'Langganan pengaduan yang baru dibuka (Atom)', 'Saringan yang sama dengan halaman pencarian.'],
    ['/api/v1/agencies', 'Direktori instansi (JSON)', 'Pohon instansi dengan kode tetap.'],
    ['/api/v1/regions', 'Wilayah (JSON)', 'Kode Kemendagri dari provinsi sampai desa.'],
    ['/api/v1/categories', 'Kategori pengaduan (JSON)', 'Dua tingkat, dalam dua bahasa.'],
    ['/law', 'Tenggat, hari kerja, dan dasar hukumnya', 'Angka, satuan, tanggal berlaku, dan apakah sudah dipastikan.'],
    ['/audit', 'Bukti keutuhan', 'Akar harian yang ditandatangani dan bukti untuk setiap pengaduan terbuka.'],
  ],
  openDataNotIn: 'Apa yang tidak ada di sini',
  openDataNotInText:
    'Pengaduan rahasia, pengaduan yang belum diperiksa, identitas pelapor, catatan internal, dan pesan antara pelapor dan instansi. Angka keseluruhan pada beranda menghitung semuanya.',
  openDataLicence: 'Data wilayah: idn-area-data (ODbL), berdasarkan kode Kemendagri.',

  api: 'API untuk aplikasi lain',
  apiDescription: 'Menyampaikan dan mengikuti pengaduan dari aplikasi lain.',
  apiLead: 'Aplikasi lain dapat menyampaikan pengaduan dan membaca yang terbuka. Tidak perlu kunci; jumlah kiriman dibatasi.',
  apiDocument: 'Uraian lengkap untuk mesin (OpenAPI 3.1)',
  apiFile: 'Menyampaikan pengaduan',
  apiFileText:
    'Kirim kepala Idempotency-Key yang acak (16 sampai 200 karakter): kiriman ulang dengan kunci dan isi yang sama mendapat nomor dan kode yang sama, dan hanya dicatat sekali. Simpan kode tanda terima untuk pelapornya, jangan di catatan server.',
  apiFollow: 'Mengikuti pengaduan sendiri',
  apiFollowText: 'Kode tanda terima dikirim dalam kepala Receipt-Code, tidak pernah dalam alamat.',
  apiRead: 'Membaca yang terbuka',
  apiReadText: 'Daftar dibagi per halaman; teruskan dengan nilai next sebagai cursor.',
  apiErrors: 'Kesalahan',
  apiErrorsText:
    'Setiap penolakan adalah dokumen masalah (RFC 9457) dalam bahasa kepala Accept-Language, dengan semua isian yang keliru sekaligus.',
};

export type DashboardWords = typeof id;
