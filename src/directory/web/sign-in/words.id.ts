/** What the pages of sign-in and of one's own account say. */
export const id = {
  signInTitle: 'Masuk',
  signInLead: 'Halaman ini untuk petugas. Untuk menyampaikan atau mengikuti pengaduan, Anda tidak perlu masuk.',
  email: 'Alamat surel (email)',
  password: 'Kata sandi',
  next: 'Lanjutkan',
  forgotten: 'Lupa kata sandi?',
  noAccount: 'Belum punya akun?',
  noAccountText: 'Akun dibuat lewat undangan dari koordinator instansi Anda atau administrator sistem.',
  emailMissing: 'Isi alamat surel Anda.',
  passwordMissing: 'Isi kata sandi Anda.',
  codeMissing: 'Isi kode enam angka dari aplikasi autentikator.',
  wait: (minutes: number) => `Terlalu banyak percobaan. Tunggu ${minutes} menit, lalu coba lagi.`,
  waitSeconds: (seconds: number) => `Terlalu banyak percobaan. Tunggu ${seconds} detik, lalu coba lagi.`,

  codeTitle: 'Masukkan kode dari ponsel Anda',
  codeLabel: 'Kode enam angka',
  codeHint: 'Buka aplikasi autentikator di ponsel Anda, lalu salin kode untuk Tuntas. Kode berganti setiap 30 detik.',
  codeButton: 'Masuk',
  noPhone: 'Ponsel tidak ada di tangan?',
  noPhoneText:
    'Masukkan salah satu kode cadangan Anda di kolom yang sama. Jika kode cadangan juga hilang, mintalah undangan baru kepada orang yang dulu mengundang Anda.',
  startOver: 'Bukan Anda? Mulai dari awal',
  backupCodeUsed: (left: number) =>
    `Anda masuk dengan kode cadangan. Sisa ${left} kode. Pasang ponsel baru atau buat kode cadangan baru di halaman Akun.`,
  signedOut: 'Anda sudah keluar.',
  pleaseSignIn: 'Silakan masuk dahulu.',

  examplesTitle: 'Akun contoh',
  examplesLead:
    'Pemasangan ini berisi contoh. Semua orang di bawah ini rekaan; siapa pun di komputer ini boleh memakai akunnya. Kode berganti setiap 30 detik: muat ulang halaman ini untuk kode terbaru.',
  exampleWho: 'Siapa',
  exampleCode: 'Kode sekarang',
  exampleCodeSoon: 'Muat ulang sebentar lagi',
  exampleCodeHere: (code: string) => `Akun contoh: kode yang berlaku sekarang ${code}.`,

  invitationTitle: 'Buat akun Anda',
  invitationLead: (email: string) =>
    `Anda diundang memakai Tuntas dengan alamat ${email}. Ada tiga langkah: kata sandi, ponsel, kode cadangan.`,
  linkOverTitle: 'Tautan tidak berlaku lagi',
  invitationOverText: 'Mintalah undangan baru kepada orang yang mengundang Anda. Jika akun Anda sudah jadi, langsung masuk saja.',
  resetOverText: 'Minta tautan baru. Hanya tautan terbaru yang belum dipakai yang berlaku, selama satu jam.',
  choosePassword: 'Pilih kata sandi',
  newPassword: 'Kata sandi baru',
  passwordHint: (characters: number) =>
    `Paling sedikit ${characters} karakter. Tiga atau empat kata yang tidak berkaitan, misalnya nama benda di sekitar Anda, mudah diingat dan sulit ditebak. Huruf besar, angka, dan tanda baca tidak wajib.`,
  phoneTitle: 'Hubungkan ponsel Anda',
  phoneWhy: 'Kata sandi saja tidak cukup melindungi data pelapor. Setiap kali masuk, Anda juga memasukkan kode dari ponsel Anda.',
  phoneStep1:
    'Pasang aplikasi autentikator di ponsel Anda, misalnya Aegis, FreeOTP, Google Authenticator, atau Microsoft Authenticator.',
  phoneStep2: 'Di aplikasi itu, pilih "tambah akun", lalu pindai gambar ini.',
  phoneStep3: 'Ketik kode enam angka yang muncul.',
  qrAlt: 'Kode QR untuk aplikasi autentikator. Kunci yang sama tertulis di bawah ini.',
  cannotScan: 'Tidak dapat memindai?',
  typeKey: 'Di aplikasi, pilih "masukkan kunci", lalu ketik kunci ini. Jenisnya: berdasarkan waktu.',
  openOnPhone: 'Buka halaman ini di ponsel yang sama? Tambahkan langsung ke aplikasi autentikator',
  confirmPhone: 'Hubungkan',
  emailTaken: 'Alamat surel ini sudah dipakai akun lain. Hubungi orang yang mengundang Anda.',

  backupTitle: 'Simpan kode cadangan Anda',
  backupLead:
    'Dengan salah satu kode ini Anda dapat masuk ketika ponsel tidak ada. Setiap kode hanya berlaku sekali. Cetak atau salin sekarang, simpan terpisah dari komputer Anda. Kode ini tidak akan ditampilkan lagi.',
  backupList: 'Kode cadangan',
  backupKept: 'Sudah saya simpan',
  backupKeptFlash: 'Kode cadangan sudah Anda simpan.',
  backupNewTitle: 'Buat kode cadangan baru',
  backupLeft: (left: number) => (left === 0 ? 'Tidak ada kode cadangan yang tersisa.' : `Masih ada ${left} kode cadangan.`),
  backupNewText: 'Begitu kode baru dibuat, semua kode lama tidak berlaku lagi.',
  backupNewButton: 'Buat kode baru',
  codeNow: 'Kode dari ponsel Anda',

  resetTitle: 'Atur ulang kata sandi',
  resetLead:
    'Tuliskan alamat surel akun Anda. Kami mengirim tautan untuk memilih kata sandi baru. Siapkan ponsel Anda: kode tetap diminta.',
  resetButton: 'Kirim tautan',
  resetSentTitle: 'Periksa surel Anda',
  resetSentText:
    'Jika alamat itu milik sebuah akun, tautan sedang dikirim ke sana. Tautan berlaku satu jam. Periksa juga folder spam. Demi keamanan, kami tidak memberi tahu apakah suatu alamat terdaftar.',
  resetAgain: 'Tidak menerima apa-apa? Coba lagi',
  resetPasswordTitle: 'Pilih kata sandi baru',
  resetCode: 'Kode dari ponsel Anda, atau kode cadangan',
  resetPasswordButton: 'Simpan kata sandi baru',
  resetDone: 'Kata sandi baru tersimpan dan semua perangkat sudah dikeluarkan. Silakan masuk.',

  accountTitle: 'Akun saya',
  accountName: 'Nama',
  accountPassword: 'Kata sandi',
  accountPhone: 'Ponsel (kode masuk)',
  accountPhoneOn: 'Terhubung',
  accountBackup: 'Kode cadangan',
  secret: 'Tersimpan, tidak ditampilkan',
  change: 'Ubah',
  sessionsTitle: 'Perangkat yang sedang masuk',
  sessionsLead: 'Jika ada perangkat yang tidak Anda kenali, keluarkan semuanya dan ubah kata sandi Anda.',
  device: 'Perangkat',
  deviceUnknown: 'Perangkat tidak dikenal',
  lastUsed: 'Terakhir dipakai',
  startedAt: 'Masuk sejak',
  action: 'Tindakan',
  thisDevice: 'Perangkat ini',
  signOutDevice: 'Keluarkan',
  signOutEverywhere: 'Keluar dari semua perangkat',
  signedOutDevice: 'Perangkat itu sudah dikeluarkan.',
  signedOutEverywhere: 'Anda sudah keluar dari semua perangkat.',

  changePasswordTitle: 'Ubah kata sandi',
  changePasswordLead: 'Setelah diubah, semua perangkat lain dikeluarkan.',
  currentPassword: 'Kata sandi sekarang',
  currentPasswordMissing: 'Isi kata sandi Anda sekarang.',
  newPasswordMissing: 'Isi kata sandi baru.',
  changePasswordButton: 'Ubah kata sandi',
  passwordChanged: 'Kata sandi sudah diubah. Perangkat lain sudah dikeluarkan.',

  newPhoneTitle: 'Ganti ponsel',
  newPhoneLead:
    'Untuk memulai, masukkan kode dari ponsel lama atau salah satu kode cadangan. Ponsel lama tetap berlaku sampai ponsel baru terhubung.',
  newPhoneCode: 'Kode dari ponsel lama, atau kode cadangan',
  newPhoneConnectTitle: 'Hubungkan ponsel baru',
  newPhoneDone:
    'Ponsel baru terhubung. Mulai sekarang hanya kode dari ponsel ini yang berlaku, dan perangkat lain sudah dikeluarkan.',
};

export type SignInWords = typeof id;
