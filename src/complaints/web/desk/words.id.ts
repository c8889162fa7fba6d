/** Words of the officers' desk. */
import { formatDay } from '../../../design/index.ts';
import type { FindingKind } from '../../../identity/index.ts';
import type { Day } from '../../../kernel/time.ts';
import type { EntryKind } from '../../rules/decision.ts';

export type StepName =
  | 'correct'
  | 'ask-back'
  | 'archive'
  | 'restore'
  | 'reopen'
  | 'send-up'
  | 'forward'
  | 'pass-on'
  | 'return'
  | 'redirect'
  | 'excuse'
  | 'follow-up'
  | 'reply'
  | 'propose'
  | 'withdraw'
  | 'note';

export type LinkName = StepName | 'release' | 'identity';

interface StepWords {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  /** Shown once on the complaint's page afterwards. */
  readonly done: string;
}

interface LinkWords {
  readonly text: string;
  readonly meaning: string;
}

const steps: Readonly<Record<StepName, StepWords>> = {
  correct: {
    title: 'Perbaiki judul dan klasifikasi',
    lead: 'Tulisan asli pelapor tetap tersimpan dan tidak berubah. Mengubah klasifikasi atau kadar pengawasan dapat menggeser batas waktu.',
    button: 'Simpan perbaikan',
    done: 'Perbaikan tersimpan.',
  },
  'ask-back': {
    title: 'Minta keterangan kepada pelapor',
    lead: 'Pelapor diberi tahu bahwa ada kabar. Selama menunggu jawaban, batas waktu dijeda, paling lama sampai batas yang ditetapkan.',
    button: 'Kirim pertanyaan',
    done: 'Pertanyaan terkirim. Batas waktu dijeda sampai pelapor menjawab.',
  },
  archive: {
    title: 'Arsipkan pengaduan',
    lead: 'Pengaduan yang diarsipkan tidak ditangani. Pelapor membaca alasannya dan dapat menyanggah; tidak ada yang dihapus.',
    button: 'Arsipkan',
    done: 'Pengaduan diarsipkan. Pelapor dapat menyanggahnya.',
  },
  restore: {
    title: 'Kembalikan dari arsip',
    lead: 'Pengaduan kembali menunggu verifikasi, dengan batas waktu baru. Pelapor diberi tahu.',
    button: 'Kembalikan dari arsip',
    done: 'Pengaduan kembali dari arsip dan menunggu verifikasi.',
  },
  reopen: {
    title: 'Buka kembali pengaduan',
    lead: 'Instansi yang menangani mendapat pengaduan ini lagi, dengan batas waktu penyelesaian baru. Pelapor diberi tahu.',
    button: 'Buka kembali',
    done: 'Pengaduan dibuka kembali.',
  },
  'send-up': {
    title: 'Serahkan ke meja nasional',
    lead: 'Pakai langkah ini bila pengaduan bukan wewenang pemerintahan Anda. Penyerahan ini dihitung sebagai satu pengembalian; batas waktu tetap berjalan.',
    button: 'Serahkan ke meja nasional',
    done: 'Pengaduan diserahkan ke meja nasional.',
  },
  forward: {
    title: 'Teruskan ke instansi atau unit',
    lead: 'Setiap instansi yang dipilih mendapat bagiannya sendiri; pengaduan selesai bila semuanya selesai. Batas waktu penyelesaian tidak bergeser.',
    button: 'Teruskan',
    done: 'Pengaduan diteruskan.',
  },
  'pass-on': {
    title: 'Disposisikan ke unit',
    lead: 'Unit yang dipilih menjadi penanggung jawab bagian ini, dengan batas waktu tindak lanjut pertama yang baru.',
    button: 'Disposisikan',
    done: 'Pengaduan didisposisikan.',
  },
  return: {
    title: 'Kembalikan: bukan wewenang kami',
    lead: 'Alasan Anda dibaca meja yang meneruskan. Setiap pengembalian dihitung; setelah dua kali, meja nasional memutuskan.',
    button: 'Kembalikan',
    done: 'Pengaduan dikembalikan dengan alasan Anda.',
  },
  redirect: {
    title: 'Tentukan instansi lain',
    lead: 'Unit sebelumnya menyatakan bukan wewenangnya. Pilih yang harus menangani bagian ini.',
    button: 'Alihkan',
    done: 'Pengaduan dialihkan.',
  },
  excuse: {
    title: 'Bebaskan instansi ini',
    lead: 'Anda setuju bahwa ini bukan wewenangnya. Bagiannya tidak dihitung lagi; bila tidak ada instansi lain, pengaduan kembali ke meja Anda.',
    button: 'Bebaskan',
    done: 'Instansi itu dibebaskan dari pengaduan ini.',
  },
  'follow-up': {
    title: 'Catat tindak lanjut',
    lead: 'Ceritakan apa yang sedang atau akan dilakukan. Tindak lanjut pertama menghentikan batas waktu tindak lanjut.',
    button: 'Kirim tindak lanjut',
    done: 'Tindak lanjut tercatat. Pelapor diberi tahu.',
  },
  reply: {
    title: 'Jawab pelapor',
    lead: 'Jawaban ini bukan catatan internal: pelapor membacanya, dan publik juga bila pengaduan sudah diterbitkan.',
    button: 'Kirim jawaban',
    done: 'Jawaban terkirim. Pelapor diberi tahu.',
  },
  propose: {
    title: 'Usulkan penutupan',
    lead: 'Jelaskan apa yang sudah dilakukan dan lampirkan buktinya. Setelah semua instansi mengusulkan, pelapor punya 10 hari kerja untuk membenarkan atau menyanggah.',
    button: 'Kirim usul penutupan',
    done: 'Usul penutupan terkirim. Sekarang menunggu pelapor.',
  },
  withdraw: {
    title: 'Tarik usul penutupan',
    lead: 'Bagian ini kembali diproses, dan batas waktu penyelesaian berjalan lagi seolah tidak pernah berhenti.',
    button: 'Tarik usul',
    done: 'Usul penutupan ditarik.',
  },
  note: {
    title: 'Tulis catatan internal',
    lead: 'Hanya petugas di pemerintahan Anda, meja nasional, dan Ombudsman bila mengawasi yang dapat membacanya. Pelapor dan publik tidak pernah.',
    button: 'Simpan catatan',
    done: 'Catatan internal tersimpan.',
  },
};

const links: Readonly<Record<LinkName, LinkWords>> = {
  correct: { text: 'Perbaiki judul dan klasifikasi', meaning: 'termasuk kategori dan kadar pengawasan' },
  'ask-back': { text: 'Minta keterangan kepada pelapor', meaning: 'batas waktu dijeda selama menunggu' },
  archive: { text: 'Arsipkan', meaning: 'tidak ditangani, dengan alasan yang dibaca pelapor' },
  restore: { text: 'Kembalikan dari arsip', meaning: 'periksa lagi dari awal' },
  reopen: { text: 'Buka kembali', meaning: 'instansi menangani lagi' },
  'send-up': { text: 'Serahkan ke meja nasional', meaning: 'bukan wewenang pemerintahan Anda' },
  forward: { text: 'Teruskan ke instansi', meaning: 'satu atau beberapa instansi' },
  'pass-on': { text: 'Disposisikan ke unit', meaning: 'serahkan ke unit di pemerintahan Anda' },
  return: { text: 'Kembalikan', meaning: 'bukan wewenang kami, dengan alasan' },
  redirect: { text: 'Tentukan instansi lain', meaning: 'serahkan ke yang berwenang' },
  excuse: { text: 'Bebaskan instansi ini', meaning: 'memang bukan wewenangnya' },
  'follow-up': { text: 'Catat tindak lanjut', meaning: 'apa yang sedang dilakukan' },
  reply: { text: 'Jawab pelapor', meaning: 'dibaca pelapor dan publik' },
  propose: { text: 'Usulkan penutupan', meaning: 'dengan uraian dan bukti' },
  withdraw: { text: 'Tarik usul penutupan', meaning: 'ternyata belum selesai' },
  note: { text: 'Tulis catatan internal', meaning: 'tidak dibaca pelapor dan publik' },
  release: { text: 'Terbitkan untuk publik', meaning: 'teks dan berkas yang boleh dibaca semua orang' },
  identity: { text: 'Lihat identitas pelapor', meaning: 'dengan tujuan yang dicatat' },
};

const entryKinds: Readonly<Record<EntryKind, string>> = {
  question: 'bertanya kepada pelapor',
  facts: 'memberi keterangan',
  'return-reason': 'alasan pengembalian',
  'forward-note': 'catatan penerusan',
  'follow-up': 'tindak lanjut',
  reply: 'jawaban',
  note: 'catatan',
  proposal: 'usul penutupan',
  objection: 'sanggahan',
  confirmation: 'pembenaran',
  'archive-reason': 'alasan pengarsipan',
  'reopen-reason': 'alasan membuka kembali',
  withdrawal: 'alasan menarik usul',
};

const findings: Readonly<Record<FindingKind, string>> = {
  nik: 'NIK',
  phone: 'nomor telepon',
  email: 'alamat surel',
  name: 'nama orang',
  plate: 'nomor kendaraan',
  account: 'nomor rekening atau kartu',
};

const purposes: Readonly<Record<string, string>> = {
  'complaint.news': 'Kabar bahwa ada perkembangan',
  'complaint.new-work': 'Pekerjaan baru',
  'complaint.reminder': 'Pengingat batas waktu',
  'complaint.escalation': 'Batas waktu lewat',
  other: 'Pemberitahuan',
};

export const id = {
  steps,
  links,
  entryKinds,
  findings,
  purposes,

  deskTitle: 'Meja kerja',
  toAssessments: 'Penilaian pelayanan',
  toCases: 'Perkara Ombudsman',
  toOwed: 'Kewajiban instansi kepada Ombudsman',
  toLetters: 'Surat dari Ombudsman',
  toAgreements: 'Kerja sama: nota kesepakatan, rencana kerja, rencana aksi',
  toPromises: 'Janji dan pelaksanaannya',
  toImprovements: 'Butir perbaikan dari penilaian',
  toServices: 'Layanan dan standar kantor Anda',
  deskViews: 'Pekerjaan menurut jenisnya',
  allWork: 'Semua',
  overdueWork: 'Lewat batas waktu',
  unstaffedWork: 'Kantor tanpa petugas',
  unstaffedTag: 'Kantor tanpa petugas',
  searchAndFilter: 'Cari dan saring',
  searchLabel: 'Cari kata atau nomor',
  searchHint: 'Misalnya “jalan rusak” atau nomor pengaduan. Kata berimbuhan ikut ditemukan.',
  classFilter: 'Klasifikasi',
  allClasses: 'Semua klasifikasi',
  agencyFilter: 'Instansi atau unit',
  allOffices: 'Semua instansi dan unit',
  applySearch: 'Tampilkan',
  clearSearch: 'Hapus pencarian',
  nothingWaits: 'Tidak ada yang menunggu Anda',
  nothingWaitsWhy:
    'Semua pengaduan di meja ini sudah ditangani, atau sedang menunggu pelapor. Yang baru akan muncul di sini, paling dekat batas waktunya di atas.',
  nothingHere: 'Tidak ada pengaduan di daftar ini',
  nothingHereFiltered: 'Tidak ada yang cocok dengan pencarian atau saringan ini. Longgarkan atau hapus sebagian.',
  nothingHereElse: (count: number) => `Di bagian lain meja ini ada ${count} pekerjaan yang menunggu.`,
  toCounter: 'Catat pengaduan warga',
  toAllComplaints: 'Lihat semua pengaduan yang dapat Anda baca',
  deskPages: 'Halaman meja kerja',
  otherDesks: {
    instruments: {
      title: 'Instrumen penilaian',
      text: 'Tulis rancangan, coba nilainya, dan terbitkan versi instrumen dengan keputusannya.',
      link: 'Buka instrumen',
    },
    assessments: {
      title: 'Penilaian pelayanan',
      text: 'Putaran penilaian, penugasan, hasil instansi, dan sanggahan.',
      link: 'Buka penilaian',
    },
    cases: {
      title: 'Perkara Ombudsman',
      text: 'Laporan yang masuk ke Ombudsman: verifikasi, pleno, pemeriksaan, resolusi, dan kajian.',
      link: 'Buka meja kerja perkara',
    },
    owed: {
      title: 'Kewajiban kepada Ombudsman',
      text: 'Tindakan korektif, saran, dan rekomendasi Ombudsman beserta butir perbaikan dari penilaian: apa yang diminta, bukti apa, dan sampai kapan.',
      link: 'Lihat yang harus dipenuhi',
    },
    letters: {
      title: 'Surat dari Ombudsman',
      text: 'Permintaan data, panggilan, laporan hasil pemeriksaan, dan surat lain yang dialamatkan kepada instansi Anda.',
      link: 'Buka kotak surat',
    },
    agreements: {
      title: 'Kerja sama',
      text: 'Nota kesepakatan, rencana kerja, komitmen dan rencana aksi: apa yang menunggu Anda, baris rencana yang harus dilaporkan atau dikonfirmasi, dan yang segera berakhir.',
      link: 'Buka meja kerja sama',
    },
    promises: {
      title: 'Janji dan pelaksanaannya',
      text: 'Apa yang dijanjikan instansi Anda, apa yang terlambat, zona dan kewajiban unit-unitnya, dan apa yang berubah sejak ditandatangani.',
      link: 'Lihat janji saya',
    },
    improvements: {
      title: 'Butir perbaikan',
      text: 'Apa yang diminta diperbaiki setelah penilaian, oleh kantor mana, dan sampai kapan.',
      link: 'Lihat butir perbaikan',
    },
    services: {
      title: 'Layanan dan standarnya',
      text: 'Apa yang dilayani kantor-kantor, versi standarnya, dan apa yang belum dinyatakan.',
      link: 'Lihat layanan',
    },
    counter: {
      title: 'Catat pengaduan warga',
      text: 'Anda mencatat pengaduan untuk warga yang datang, menelepon, atau bersurat. Penanganannya dilakukan instansi yang berwenang.',
      link: 'Catat pengaduan',
    },
    visits: {
      title: 'Kunjungan untuk informasi saja',
      text: 'Hitung orang yang datang, menelepon, atau bersurat hanya untuk bertanya.',
      link: 'Buka catatan kunjungan',
    },
    filed: {
      title: 'Pengaduan yang Anda catat',
      text: 'Anda dapat melihat sampai di mana pengaduan yang Anda catat.',
      link: 'Lihat pengaduan yang saya catat',
    },
    reader: {
      title: 'Anda membaca, tidak menindaklanjuti',
      text: 'Jabatan Anda dapat membaca semua pengaduan di pemerintahan Anda. Tidak ada pekerjaan yang menunggu di meja ini.',
      link: 'Baca pengaduan',
    },
    admin: {
      title: 'Anda mengelola sistem dan direktori',
      text: 'Administrator sistem tidak dapat membaca pengaduan maupun identitas pelapor. Itu disengaja.',
      link: 'Buka pengelolaan',
    },
    none: {
      title: 'Tidak ada pengaduan di jabatan ini',
      text: 'Jabatan Anda tidak membaca pengaduan perorangan.',
      link: '',
    },
  },

  listTitle: 'Daftar pengaduan',
  listLead: 'Semua pengaduan yang dapat Anda baca, yang terbaru di atas.',
  listEmpty: 'Tidak ada pengaduan',
  listEmptyWhy: 'Belum ada pengaduan yang ditujukan atau diteruskan ke tempat Anda.',
  listPages: 'Halaman daftar pengaduan',
  statusFilter: 'Status',
  outcomeFilter: 'Cara berakhir',
  channelFilter: 'Saluran',
  regionFilter: 'Wilayah',
  regionHint: 'Pilih bertahap: terapkan, lalu pilih yang lebih sempit.',
  allRegions: 'Semua wilayah',
  regionChosen: 'Terpilih dan di atasnya',
  regionInside: 'Di dalamnya',
  allCategories: 'Semua kategori',
  fromLabel: 'Diterima mulai',
  untilLabel: 'Diterima sampai',
  dateWrong: 'Tulis tanggal yang ada, misalnya 17 3 2026.',
  overdueFilter: 'Batas waktu',
  overdueOnly: 'Hanya yang lewat batas waktu',
  releasedFilter: 'Untuk publik',
  releasedAny: 'Semua',
  releasedChoices: { yes: 'Sudah diterbitkan', no: 'Belum diterbitkan' },
  releasedTag: 'Terbit untuk publik',
  objectedTimes: (count: number) => `disanggah ${count} kali`,
  returnedTimes: (count: number) => `dikembalikan ${count} kali`,
  receivedOn: (day: string) => `diterima ${day}`,

  complaintNumber: (number: string) => `Pengaduan ${number}`,
  toFile: 'Kembali ke pengaduan',
  cancel: 'Batal',
  readComplaint: 'Baca isi pengaduan',
  lookOver: 'Periksa dulu sebelum dikirim',
  previewTitle: 'Beginilah yang akan dibaca',
  previewReaders: 'Tulisan ini dibaca pelapor, dan semua orang bila pengaduan sudah atau nanti diterbitkan untuk publik.',
  previewReadersConfidential: 'Tulisan ini dibaca pelapor. Publik tidak membacanya, karena pelapor meminta kerahasiaan.',
  previewFindings: (kinds: string) =>
    `Tulisan ini tampaknya memuat data pribadi: ${kinds}. Hapus bila tidak perlu dibaca orang lain.`,
  mend: 'Ubah tulisan',
  attachedFile: (position: number) => `Berkas ${position}`,
  attachedCount: (count: number) => `${count} berkas terlampir.`,
  refusedUpload: {
    large: 'Salah satu berkas terlalu besar dan tidak tersimpan. Berkas lain tidak terpengaruh.',
    many: 'Paling banyak 10 berkas sekaligus. Kelebihannya tidak tersimpan.',
  },

  flags: {
    anonymous: {
      tag: 'Anonim',
      meaning:
        'Identitas pelapor disembunyikan dari instansi terlapor dan dari publik. Jangan mencoba mencari tahu siapa pelapornya.',
    },
    confidential: {
      tag: 'Rahasia',
      meaning: 'Pengaduan ini tidak pernah ditampilkan kepada publik.',
    },
    supervisory: {
      tag: 'Berkadar pengawasan',
      meaning: 'Tindakan seorang pejabat harus diperiksa, sehingga batas waktu penyelesaiannya lebih panjang.',
    },
    shielded: {
      tag: 'Tentang kantor koordinator',
      meaning: 'Pengaduan ini tentang kantor koordinator pemerintahnya sendiri, jadi koordinator itu tidak melihatnya.',
    },
    released: { tag: 'Terbit untuk publik', meaning: 'Teks publik dan berkas yang dibuka dapat dibaca semua orang.' },
    escalated: { tag: 'Dalam pengawasan Ombudsman', meaning: '' },
  },
  asThePublic: 'Lihat seperti yang dibaca publik',
  overseenBy: (office: string) => `${office} ikut mengawasi pengaduan ini sejak awal.`,
  escalatedTo: (office: string) => `Batas waktu terlampaui tanpa jawaban, sehingga ${office} ikut mengawasi.`,

  nextSteps: 'Langkah Anda',
  noSteps: 'Jabatan Anda dapat membaca pengaduan ini, tetapi saat ini tidak ada langkah yang dapat Anda ambil.',
  noStepsHold: 'Pengaduan ini menunggu keterangan pelapor. Sebelum dijawab atau batasnya lewat, tidak ada langkah lain.',
  stepsFor: (office: string) => `Langkah untuk bagian ${office}`,
  onHold: (office: string) => `${office || 'Instansi'} bertanya kepada pelapor; batas waktu dijeda sampai dijawab:`,
  allDeadlines: 'Semua batas waktu dan penjelasannya',
  deadlines: 'Batas waktu',
  whatHappened: 'Isi pengaduan',
  workingText: 'Teks kerja',
  workingHint: 'Teks yang dibaca petugas.',
  workingMasked: 'Pelapor anonim: hal yang dapat menunjukkan siapa pelapor sudah disamarkan. Tulisan aslinya tersimpan tersegel.',
  filesOfComplainant: 'Berkas dari pelapor',
  hiddenFiles: (count: number) =>
    `${count} berkas tidak ditampilkan: berkas asli dari pelapor anonim dapat menunjukkan siapa dia. Verifikator dapat membukanya bila aman.`,
  facts: 'Keterangan',
  filedKey: 'Diterima',
  placeKey: 'Tempat',
  locationKey: 'Titik lokasi',
  occurredKey: 'Tanggal kejadian',
  addressedKey: 'Ditujukan kepada',
  serviceKey: 'Layanan yang diadukan',
  addressedNobody: 'Pelapor tidak tahu instansinya',
  deskKey: 'Meja verifikasi',
  returnsKey: 'Pengembalian',
  objectionsKey: 'Sanggahan',
  reopeningsKey: 'Dibuka kembali',
  continuesKey: 'Lanjutan dari',
  times: (count: number) => `${count} kali`,
  day: (day: Day) => formatDay(day, 'id'),
  notGiven: 'Tidak disebutkan',
  partsHeading: 'Instansi yang menangani',
  partsLead: 'Pengaduan selesai bila semua instansi sudah selesai.',
  governmentKey: 'Pemerintah atau lembaga',
  receivedKey: 'Diterima unit ini',
  hopsKey: 'Berpindah tangan',
  hops: (count: number) => (count <= 1 ? 'Belum pernah; langsung diteruskan ke sini' : `Sudah diserahkan ${count} kali`),
  returnedToKey: 'Dikembalikan ke',
  firstFollowUpKey: 'Tindak lanjut pertama',
  bindingKey: 'Keputusan meja nasional',
  bindingMeaning: 'Mengikat: tidak dapat dikembalikan lagi.',
  correspondence: 'Percakapan dan catatan',
  nothingWritten: 'Belum ada yang menulis.',
  theComplainant: 'Pelapor',
  theSystem: 'Sistem',
  anOfficer: 'Petugas',
  readBy: { public: 'dibaca pelapor dan publik', parties: 'dibaca pelapor dan petugas' },
  history: 'Riwayat',
  messagesHeading: 'Pemberitahuan terkirim',
  messagesCaption: 'Pemberitahuan tentang pengaduan ini',
  noMessages: 'Belum ada pemberitahuan.',
  messageWhat: 'Pemberitahuan',
  messageTo: 'Kepada',
  messageState: 'Keadaan',
  similarLink: 'Lihat pengaduan serupa',
  proofLead: 'Riwayat ini tidak dapat diubah diam-diam.',
  proofLink: 'Unduh bukti keutuhannya (JSON)',
  proofHow: 'Cara memeriksanya',

  titleLabel: 'Judul',
  titleHint: 'Singkat dan jelas, 5 sampai 150 karakter, tanpa data pribadi.',
  classLabel: 'Klasifikasi',
  classHint: 'Menentukan batas waktu penyelesaian.',
  supervisoryLabel: 'Berkadar pengawasan?',
  supervisoryHint: 'Ya, bila tindakan seorang pejabat harus diperiksa. Hanya untuk kelas pengaduan.',
  supervisoryChoices: { yes: 'Ya', no: 'Tidak', open: 'Belum ditentukan' },
  categoryLabel: 'Kategori',
  categoryHint: 'Menentukan instansi yang disarankan.',
  noCategory: 'Belum ada kategori',
  correctReason: 'Alasan perubahan',
  correctReasonHint: 'Wajib bila klasifikasi atau kadar pengawasan berubah, karena batas waktu ikut bergeser.',
  questionLabel: 'Pertanyaan kepada pelapor',
  questionHint: 'Tanyakan hanya yang perlu untuk menangani. Pelapor membacanya persis seperti ini.',
  pauseReason: 'Mengapa keterangan ini diperlukan?',
  pauseReasonHint: 'Dicatat sebagai alasan jeda batas waktu.',
  archiveCode: 'Alasan pengarsipan',
  archiveCodeMissing: 'Pilih alasan pengarsipan.',
  archiveNote: 'Penjelasan untuk pelapor',
  archiveNoteHint: 'Jelaskan dengan bahasa sehari-hari, dan ke mana pelapor dapat pergi bila ada jalan lain.',
  reasonLabel: 'Alasan',
  reasonHints: {
    restore: 'Pelapor dan petugas membacanya.',
    reopen: 'Pelapor dan petugas membacanya.',
    'send-up': 'Paling sedikit 10 karakter. Sebutkan siapa yang menurut Anda berwenang. Dibaca meja nasional.',
    return: 'Paling sedikit 10 karakter. Sebutkan siapa yang menurut Anda berwenang, dan dasarnya.',
    excuse: 'Paling sedikit 10 karakter. Dibaca petugas.',
    withdraw: 'Pelapor dan petugas membacanya.',
  },
  officeSearch: 'Cari instansi atau unit',
  officeSearchHint: 'Ketik sebagian nama atau singkatannya, misalnya “PUPR”.',
  officeFind: 'Cari di direktori',
  officesLabel: 'Pilih satu atau beberapa instansi',
  officeLabel: 'Pilih satu instansi atau unit',
  officeNothingFound: 'Tidak ada instansi dengan nama itu. Coba kata lain, atau tulis namanya tanpa singkatan.',
  officeNone: 'Belum ada pilihan. Cari instansi dengan kotak di atas.',
  suggestedBecause: (reason: string) => `Disarankan: ${reason}`,
  unstaffedOffice: 'Belum ada petugas.',
  unstaffedMeans:
    'Pengaduan yang diteruskan ke unit tanpa petugas muncul di meja koordinatornya, sampai ada petugas di unit itu.',
  forwardNote: 'Catatan untuk instansi',
  forwardNoteHint: 'Catatan internal: tidak dibaca pelapor dan publik.',
  publicTexts: {
    'follow-up': {
      label: 'Apa yang sedang atau akan dilakukan?',
      hint: 'Dibaca pelapor dan publik. Jangan menulis data pribadi siapa pun.',
    },
    reply: { label: 'Jawaban Anda', hint: 'Dibaca pelapor dan publik. Jangan menulis data pribadi siapa pun.' },
    propose: {
      label: 'Apa yang sudah dilakukan, dan kapan?',
      hint: 'Paling sedikit 20 karakter. Pelapor menilai dari uraian ini apakah masalahnya selesai.',
    },
  },
  filesLabel: 'Foto atau dokumen',
  filesHint: 'Publik baru melihatnya setelah verifikator membukanya satu per satu.',
  proofLabel: 'Bukti',
  proofHint:
    'Misalnya foto sesudah perbaikan atau dokumen yang diterbitkan. Publik baru melihatnya setelah verifikator membukanya.',
  noteLabel: 'Catatan internal',
  noteHint: 'Tetap jangan menulis dugaan tentang siapa pelapornya.',

  releaseTitle: 'Terbitkan untuk publik',
  releaseLead:
    'Publik tidak membaca apa pun sebelum Anda menerbitkannya. Baca teks untuk publik dengan teliti; hal yang tampak seperti data pribadi sudah disamarkan.',
  releaseConfidential: 'Pengaduan ini tidak dapat diterbitkan',
  releaseConfidentialWhy:
    'Pelapor meminta kerahasiaan. Publik tidak membaca apa pun, bahkan tidak bahwa pengaduan ini ada. Penanganannya berjalan seperti biasa.',
  publicTextHeading: 'Teks untuk publik',
  publicTitle: 'Judul untuk publik',
  publicDescription: 'Isi untuk publik',
  findingsLeft: (kinds: string) =>
    `Masih tampak seperti data pribadi: ${kinds}. Hapus, atau pastikan memang boleh dibaca semua orang.`,
  noFindings: 'Pemeriksaan otomatis tidak menemukan data pribadi. Pemeriksaan itu dapat keliru; tetap baca sendiri.',
  checkedLabel: 'Saya sudah memeriksa temuan yang tersisa; bukan data pribadi',
  checkedHint: 'Wajib dicentang bila masih ada temuan.',
  releaseNow: 'Terbitkan',
  releaseChange: 'Simpan teks publik',
  released: 'Teks ini sekarang dapat dibaca publik.',
  releaseFiles: 'Berkas, satu per satu',
  releaseFilesLead: 'Lihat setiap berkas sebelum membukanya: wajah, pelat kendaraan, atau nama dapat tampak di dalamnya.',
  releaseFilesTextFirst: 'Berkas baru dapat dibuka untuk publik setelah teksnya diterbitkan.',
  fileKey: 'Berkas',
  fileReaders: 'Siapa yang dapat membuka',
  fileSteps: 'Ubah',
  publicReads: 'Publik dapat membuka',
  publicReadsNot: 'Publik tidak dapat membuka',
  officesRead: 'Instansi dapat membuka',
  officesReadNot: 'Instansi tidak dapat membuka',
  showToPublic: 'Buka untuk publik',
  hideFromPublic: 'Tutup dari publik',
  showToOffices: 'Buka untuk instansi',
  hideFromOffices: 'Tutup dari instansi',
  fileChanged: 'Pembukaan berkas diubah.',
  withdrawHeading: 'Tarik dari publik',
  withdrawLead: 'Publik tidak membacanya lagi. Salinan yang sudah disimpan orang lain tidak dapat ditarik.',
  withdrawHint: 'Dicatat dalam riwayat; jangan menulis data pribadi.',
  withdrawNow: 'Tarik dari publik',
  releaseWithdrawn: 'Pengaduan tidak lagi ditampilkan kepada publik.',

  identityTitle: 'Siapa yang mengadu',
  identityLead:
    'Identitas pelapor tersegel. Bukalah hanya bila perlu untuk menangani pengaduan ini. Setiap pembukaan dicatat dengan nama dan tujuan Anda.',
  identityAnonymous:
    'Pelapor meminta agar identitasnya tidak sampai ke instansi terlapor. Anda boleh melihatnya karena berada di luar instansi itu; jangan meneruskannya.',
  lookWhat: 'Apa yang ingin Anda lihat?',
  lookWhatMissing: 'Pilih apa yang ingin Anda lihat.',
  lookParts: {
    contact: { label: 'Identitas dan kontak pelapor', hint: 'Nama, surel, telepon, sejauh pelapor memberikannya.' },
    original: { label: 'Tulisan asli pelapor', hint: 'Sebelum disamarkan atau diperbaiki.' },
  },
  lookPurpose: 'Untuk apa Anda memerlukannya?',
  lookPurposeHint:
    'Misalnya “menghubungi pelapor untuk peninjauan lokasi”. Dicatat dan dapat diperiksa; jangan menulis data pribadi.',
  lookPurposeMissing: 'Tulis untuk apa Anda memerlukannya, paling sedikit 5 karakter.',
  lookPurposeLong: 'Tulis tujuan dengan singkat, paling banyak 500 karakter.',
  lookNow: 'Buka dan catat',
  lookRecorded:
    'Pembukaan ini sudah dicatat. Data di bawah hanya ditampilkan sekali; bila halaman ditutup, Anda harus meminta lagi.',
  looks: 'Pembukaan segel sejauh ini',
  noLooks: 'Belum ada yang membuka segel pengaduan ini.',
  lookWhen: 'Waktu',
  lookWho: 'Oleh',
  lookSaw: 'Yang dibuka',
  lookWhy: 'Tujuan',
  lookChanged: 'Kontak diubah',
  titleKey: 'Judul',
  textKey: 'Isi',
  nameKey: 'Nama',
  emailKey: 'Surel',
  phoneKey: 'Telepon',
  nikKey: 'NIK',
};

export type DeskWords = typeof id;
