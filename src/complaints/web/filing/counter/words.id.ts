/** Kata-kata daftar kunjungan di pojok pengaduan. */
export const id = {
  title: 'Kunjungan untuk informasi saja',
  lead: 'Hitung orang yang datang, menelepon, atau bersurat hanya untuk bertanya. Tidak ada yang dicatat tentang mereka selain jumlahnya.',
  toFiling: 'Catat pengaduan untuk pelapor',
  office: 'Pos layanan',
  channel: 'Bagaimana mereka datang?',
  channelMissing: 'Pilih bagaimana mereka datang.',
  officeUnknown: 'Anda tidak bertugas di pos layanan itu. Pilih yang lain.',
  add: 'Tambah satu kunjungan',
  added: 'Satu kunjungan ditambahkan.',
  takeBack: 'Batalkan yang terakhir',
  takenBack: 'Kunjungan terakhir yang Anda catat hari ini dibatalkan.',
  nothingToTakeBack: 'Tidak ada kunjungan hari ini yang Anda catat dan dapat dibatalkan.',
  list: (office: string) => `Jumlah per hari: ${office}`,
  day: 'Hari',
  total: 'Jumlah',
  none: 'Belum ada kunjungan yang dihitung.',
  show: 'Tampilkan',
  tooOften: 'Terlalu banyak dalam waktu singkat. Tunggu sebentar, lalu coba lagi.',
};

export type VisitWords = typeof id;
