import type { ComplaintStatus } from '../../rules/complaint.transitions.ts';

export const id = {
  entryTitle: 'Ikuti pengaduan',
  entryLead: 'Masukkan nomor pelacakan dan kode tanda terima yang Anda dapat saat menyampaikan pengaduan. Tidak perlu akun.',
  number: 'Nomor pelacakan',
  numberHint: '10 angka, misalnya 123-456-7894. Spasi dan tanda hubung tidak berpengaruh.',
  code: 'Kode tanda terima',
  codeHint: '16 angka pada tanda terima Anda. Kode ini rahasia: jangan berikan kepada siapa pun.',
  open: 'Buka pengaduan',
  numberMissing: 'Tulis nomor pelacakan Anda.',
  numberWrong: 'Nomor ini tampaknya salah ketik: periksa kesepuluh angkanya pada tanda terima Anda.',
  codeMissing: 'Tulis kode tanda terima Anda.',
  codeWrong: 'Kode tanda terima terdiri dari 16 angka. Periksa apakah ada angka yang kurang atau lebih.',
  unknown:
    'Nomor dan kode ini tidak cocok satu sama lain. Periksa keduanya pada tanda terima Anda; yang sering tertukar adalah 1 dan 7, 0 dan 8.',
  tooOftenTitle: 'Terlalu banyak percobaan',
  tooOften: (minutes: number) =>
    `Demi keamanan pengaduan Anda, tunggu ${minutes} menit sebelum mencoba lagi. Nomor dan kode Anda tetap berlaku.`,
  tryAgain: 'Coba lagi',
  lostLink: 'Saya kehilangan kode tanda terima',
  openHere: 'Sudah terbuka di perangkat ini',
  readPublic: 'Hanya ingin membaca pengaduan yang terbuka untuk umum?',
  readPublicLink: 'Cari pengaduan',

  lostTitle: 'Kode tanda terima hilang',
  lostWhy:
    'Kode tanda terima tidak dapat dipulihkan. Kami tidak menyimpannya, hanya sidik terkuncinya, supaya tidak seorang pun selain Anda, termasuk petugas kami, dapat membuka pengaduan Anda.',
  lostContact:
    'Meninggalkan alamat surel pun tidak mengubah hal ini: surel memberi tahu bahwa ada kabar, tetapi kode tidak pernah dikirim ulang, supaya orang yang membaca surel Anda tidak dapat membuka pengaduan Anda.',
  lostGoesOn: 'Pengaduan Anda tetap berjalan. Instansi tetap harus menanganinya dalam tenggat yang sama.',
  lostPublic: 'Bila pengaduan itu sudah dibuka untuk umum, jalannya dapat Anda baca di halaman publik dengan nomor pelacakannya.',
  lostNew: 'Sampaikan pengaduan baru yang terhubung',
  lostNewText:
    'Bila Anda masih ingat nomor pelacakannya, Anda dapat menyampaikan pengaduan baru yang dihubungkan dengan yang lama. Petugas akan melihat hubungannya dan Anda mendapat kode baru. Isi pengaduan lama tidak ditampilkan kepada Anda.',
  lostNumber: 'Nomor pelacakan pengaduan lama',
  lostStart: 'Lanjutkan ke pengaduan baru',
  backToEntry: 'Kembali ke halaman ikuti pengaduan',

  complaintNumber: 'Pengaduan Anda, nomor',
  whatNext: 'Apa yang terjadi sekarang?',
  next: {
    received:
      'Verifikator memeriksa pengaduan Anda dan meneruskannya ke instansi yang berwenang. Anda tidak perlu melakukan apa-apa sekarang.',
    'on-hold': 'Instansi memerlukan keterangan dari Anda. Selama menunggu, tenggat instansi dijeda.',
    forwarded:
      'Pengaduan sudah sampai di instansi yang harus menangani. Instansi itu harus mulai menindaklanjutinya sebelum tenggat di bawah.',
    returned:
      'Instansi yang menerima menyatakan bukan wewenangnya. Petugas sedang menentukan siapa yang menangani. Tenggat penyelesaian tidak bertambah karenanya.',
    'in-progress': 'Instansi sedang menangani. Anda dikabari di halaman ini setiap ada tindak lanjut atau jawaban.',
    'awaiting-complainant': 'Instansi menyatakan masalah Anda sudah selesai. Sekarang Anda yang menilai.',
    closed: 'Pengaduan ini ditutup.',
    archived: 'Pengaduan ini tidak ditangani. Alasannya ada di bawah; Anda dapat menyanggahnya.',
  } satisfies Record<ComplaintStatus, string>,
  oneOfSeveral: (done: string, open: string) =>
    `${done} menyatakan bagiannya selesai. Masih ditunggu: ${open}. Bila menurut Anda belum selesai, Anda dapat menyanggah sekarang.`,
  whoHasIt: 'Siapa yang menangani',
  whoHadIt: 'Yang menangani sebelumnya',
  deskHasIt: (desk: string) => `Meja verifikasi: ${desk}`,
  nobody: 'Belum ada instansi yang menangani',

  questionTitle: 'Pertanyaan untuk Anda',
  questionFrom: (agency: string) => `${agency} bertanya:`,
  questionUntil: (day: string) =>
    `Jawablah paling lambat ${day}. Bila tidak dijawab sampai hari itu, tenggat instansi berjalan lagi dan pengaduan diputuskan dengan keterangan yang ada.`,
  answerButton: 'Jawab pertanyaan ini',

  proposalTitle: 'Apakah masalah Anda sudah selesai?',
  proposalFrom: (agency: string) => `${agency} menyatakan sudah selesai:`,
  proposalProof: 'Bukti yang dilampirkan',
  confirmButton: 'Ya, sudah selesai',
  objectButton: 'Belum selesai, saya menyanggah',
  silence: (day: string, days: string) =>
    `Bila Anda tidak menjawab dalam ${days} (sampai ${day}), pengaduan ditutup dengan catatan “tanpa tanggapan pelapor”. Itu tidak dihitung sebagai selesai menurut Anda, dan Anda tetap dapat membukanya kembali.`,

  reopenTitle: 'Masalahnya muncul lagi, atau ternyata belum selesai?',
  reopenText: 'Anda dapat membuka kembali pengaduan ini. Instansi yang sama menanganinya lagi dengan tenggat baru.',
  reopenUntil: (day: string) => `Anda dapat membukanya kembali sampai ${day}.`,
  reopenAlways: 'Karena Anda belum pernah menyatakan selesai, tidak ada batas waktu untuk membukanya kembali.',
  reopenOver: 'Masa untuk membuka kembali sudah lewat. Anda dapat menyampaikan pengaduan baru yang terhubung dengan yang ini.',
  reopenButton: 'Buka kembali',
  newLinked: 'Sampaikan pengaduan baru yang terhubung',

  contestTitle: 'Tidak setuju?',
  contestReason: (reason: string) => `Alasan petugas: ${reason}.`,
  contestText: 'Anda dapat menyanggah. Meja nasional, bukan petugas yang sama, memeriksanya lagi.',
  contestButton: 'Sanggah pengarsipan',

  lateTitle: 'Tenggat sudah lewat',
  lateSorry: 'Instansi tidak memenuhi tenggat ini. Anda tidak perlu mengingatkannya sendiri: sistem yang melakukannya.',
  lateWhat: (clock: string, day: string, near: string) => `${clock}: seharusnya paling lambat ${day} (${near}).`,
  told: {
    overdue: 'Koordinator pengaduan diberi tahu',
    head: 'Pimpinan instansi diberi tahu',
    ombudsman: 'Ombudsman diberi tahu',
  },
  notToldYet: 'Pemberitahuan kepada atasan instansi sedang disiapkan.',
  ladder: (head: string, ombudsman: string, basis: string) =>
    `Bila tetap tidak dipenuhi, pimpinan instansi diberi tahu ${head} setelah tenggat dan Ombudsman ${ombudsman} setelah tenggat (${basis}).`,
  watched: (office: string) => `${office} sudah mengetahui pengaduan ini dan ikut mengawasinya.`,
  yourRight: (laws: string) =>
    `Anda juga berhak melapor langsung kepada Ombudsman Republik Indonesia, tanpa biaya (${laws}). Sebutkan nomor pelacakan Anda.`,
  rightBelow: (laws: string) =>
    `Anda juga berhak meminta bantuan Ombudsman Republik Indonesia, tanpa biaya (${laws}). Caranya ada tepat di bawah ini.`,
  toOmbudsman: 'Situs Ombudsman: ombudsman.go.id',

  deadlines: 'Tenggat',
  ownText: 'Yang Anda sampaikan',
  maskedNote:
    'Karena Anda memilih anonim, data pribadi dalam tulisan Anda disamarkan. Beginilah petugas membacanya; kata-kata asli Anda tersimpan terkunci.',
  facts: 'Keterangan',
  kind: 'Jenis',
  place: 'Tempat',
  noPlace: 'Tidak terikat pada satu tempat',
  occurredOn: 'Tanggal kejadian',
  category: 'Kategori',
  addressed: 'Instansi yang Anda sebut',
  service: 'Layanan yang Anda adukan',
  filedAt: 'Disampaikan',
  channel: 'Lewat',
  visibility: 'Siapa yang dapat membaca',
  anonymous: 'Identitas Anda tertutup bagi instansi yang diadukan dan publik.',
  named: 'Petugas yang menangani dapat mengetahui identitas Anda bila memerlukannya; setiap kali dibuka, dicatat.',
  noIdentity: 'Anda tidak meninggalkan identitas.',
  confidential: 'Rahasia: publik tidak membaca apa pun.',
  released: 'Dibuka untuk umum setelah diperiksa.',
  releasedLink: 'Lihat halaman publiknya',
  notReleased: 'Belum dibuka untuk umum.',
  files: 'Berkas Anda dan berkas dari instansi',
  continues: 'Lanjutan dari pengaduan lain',
  yes: 'Ya',

  timeline: 'Riwayat',
  timelineLead: 'Yang terbaru di atas.',

  messages: 'Kabar yang dikirim kepada Anda',
  messagesNone: 'Belum ada kabar yang dikirim.',
  messagesNoContact: 'Anda tidak meninggalkan alamat surel, jadi kabar hanya ada di halaman ini. Bukalah halaman ini sesekali.',
  messagesByEmail: 'Kabar dikirim ke alamat surel yang Anda berikan. Surel hanya menyebut bahwa ada kabar, tidak pernah isinya.',
  messagesByPhone:
    'Anda meninggalkan nomor telepon, tetapi tidak alamat surel. Sistem hanya mengirim surel, jadi bukalah halaman ini sesekali.',
  news: {
    filed: 'Pengaduan diterima',
    question: 'Ada pertanyaan untuk Anda',
    forwarded: 'Pengaduan diteruskan',
    'follow-up': 'Ada tindak lanjut',
    reply: 'Ada jawaban',
    proposal: 'Instansi menyatakan selesai',
    closed: 'Pengaduan ditutup',
    archived: 'Pengaduan diarsipkan',
    reopened: 'Pengaduan dibuka kembali',
    'hold-lapsed': 'Masa menjawab pertanyaan berakhir',
    reminder: 'Pengingat bahwa jawaban Anda ditunggu',
  } as Readonly<Record<string, string>>,
  someNews: 'Ada kabar',
  changeContact: 'Ubah kontak',
  addContact: 'Tambah kontak supaya dikabari',

  keep: 'Simpan dan tinggalkan',
  printHint: 'Untuk mencetak halaman ini, pakai perintah Cetak di peramban Anda. Kode tanda terima tidak ikut tercetak.',
  proof: 'Unduh bukti keutuhan catatan pengaduan ini (JSON)',
  proofHow: 'Apa gunanya?',
  leave: 'Tutup pengaduan ini di perangkat ini',
  leaveText:
    'Setelah ditutup, kode tanda terima diperlukan lagi untuk membukanya. Tutuplah bila perangkat ini juga dipakai orang lain. Tanpa ditutup pun, halaman ini terkunci sendiri satu jam setelah terakhir dilihat.',
  left: 'Pengaduan ditutup di perangkat ini.',

  back: 'Kembali ke pengaduan Anda',
  cancel: 'Batal',
  notNowTitle: 'Langkah ini tidak dapat diambil sekarang',
  filesLabel: 'Foto atau dokumen',
  filesHint:
    'Paling banyak 10 berkas. Foto disimpan tanpa keterangan tempat dan waktu, tetapi gambarnya sendiri dapat menunjukkan di mana Anda berdiri.',
  attachedFile: (position: number) => `Berkas ${position}`,
  refusedUpload: {
    many: 'Paling banyak 10 berkas. Yang selebihnya tidak diterima.',
    large: 'Sebuah berkas lebih besar dari 25 MB dan tidak diterima.',
  },
  attachedAnonymous:
    'Anda memilih anonim: dokumen (PDF, Word, rekaman) dapat memuat nama pembuatnya, jadi baru diteruskan ke instansi setelah diperiksa petugas di luar instansi itu.',
  steps: {
    facts: {
      title: 'Jawab pertanyaan',
      lead: 'Jawaban Anda dibaca petugas yang menangani, tidak oleh publik. Tenggat instansi berjalan lagi begitu Anda menjawab.',
      label: 'Jawaban Anda',
      button: 'Kirim jawaban',
      done: 'Jawaban Anda terkirim. Tenggat instansi berjalan lagi.',
    },
    confirm: {
      title: 'Nyatakan selesai',
      lead: 'Pengaduan ditutup sebagai selesai menurut Anda.',
      label: 'Pesan untuk instansi',
      button: 'Ya, masalah saya selesai',
      done: 'Terima kasih. Pengaduan ditutup sebagai selesai menurut Anda.',
    },
    object: {
      title: 'Sanggah: belum selesai',
      lead: 'Pengaduan kembali ke instansi. Sanggahan Anda dihitung, dan instansi tidak mendapat tenggat baru.',
      label: 'Apa yang belum selesai?',
      button: 'Kirim sanggahan',
      done: 'Sanggahan Anda terkirim. Instansi harus menangani lagi.',
    },
    reopen: {
      title: 'Buka kembali pengaduan',
      lead: 'Instansi yang sama menanganinya lagi, dengan tenggat baru di samping catatan yang lama.',
      label: 'Mengapa perlu dibuka kembali?',
      button: 'Buka kembali',
      done: 'Pengaduan dibuka kembali.',
    },
    contest: {
      title: 'Sanggah pengarsipan',
      lead: 'Meja nasional memeriksa lagi apakah pengaduan Anda harus ditangani.',
      label: 'Mengapa pengaduan ini harus ditangani?',
      button: 'Kirim sanggahan',
      done: 'Sanggahan Anda terkirim ke meja nasional.',
    },
  },

  contactTitle: 'Kontak Anda',
  contactLead: 'Dengan alamat surel, Anda dikabari setiap ada perkembangan. Surel tidak pernah menyebut isinya.',
  contactReplaces:
    'Demi keamanan, kontak yang pernah Anda berikan tidak ditampilkan di sini. Yang Anda isi sekarang menggantikan semuanya.',
  contactSealed: 'Kontak disimpan terkunci, terpisah dari pengaduan.',
  contactAnonymous: 'Anda memilih anonim: kontak ini tertutup bagi instansi yang diadukan.',
  name: 'Nama',
  email: 'Alamat surel',
  phone: 'Nomor telepon',
  phoneHint: 'Untuk petugas yang perlu menghubungi Anda; sistem tidak menelepon atau mengirim SMS.',
  contactEmpty: 'Isi alamat surel atau nomor telepon.',
  governmental:
    'Alamat surel ini tampaknya milik instansi pemerintah. Pengelola surel di sana dapat melihat bahwa Anda dikabari tentang sebuah pengaduan. Pakai alamat pribadi, atau kirim sekali lagi bila tetap ingin memakainya.',
  saveContact: 'Simpan kontak',
  contactSaved: 'Kontak Anda tersimpan.',
};

export type FollowWords = typeof id;
