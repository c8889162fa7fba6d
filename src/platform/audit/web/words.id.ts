export const id = {
  title: 'Bukti keutuhan catatan',
  description:
    'Bagaimana Tuntas membuktikan bahwa catatan pengaduan tidak diubah atau dihapus diam-diam, dan apa yang tidak dibuktikannya.',
  lead: 'Apa pun yang terjadi pada sebuah pengaduan dicatat. Halaman ini menjelaskan bagaimana siapa saja dapat memeriksa bahwa catatan itu tidak diubah atau dihapus diam-diam di kemudian hari.',
  howTitle: 'Cara kerjanya',
  how: [
    'Setiap berkas memiliki rantai peristiwa. Setiap peristiwa membawa sidik jari (hash) peristiwa sebelumnya, sehingga mengubah satu peristiwa merusak rantai sesudahnya.',
    'Setiap hari menjelang tengah malam WIB, sidik jari terakhir semua berkas diringkas menjadi satu sidik jari: akar hari itu. Akar ditandatangani dan diterbitkan di bawah.',
    'Akar juga dikirim kepada saksi di luar kendali pengelola. Siapa pun boleh menyimpan akar; makin banyak yang menyimpan, makin kuat buktinya.',
    'Akar tidak memuat data pribadi, dan isi pengaduan tidak dapat ditebak darinya.',
  ],
  provesTitle: 'Yang dibuktikan',
  proves: [
    'Catatan yang tercakup dalam akar yang disimpan saksi tidak dapat lagi diubah, dihapus, atau ditukar urutannya tanpa ketahuan, juga tidak oleh pengelola sistem.',
    'Bila isi sebuah peristiwa dihapus berdasarkan hukum (misalnya atas permintaan pemilik data pribadi), penghapusan itu sendiri tercatat beserta dasar hukumnya dan tetap dapat diperiksa.',
  ],
  notTitle: 'Yang tidak dibuktikan',
  not: [
    'Di antara dua akar yang disaksikan tidak ada yang dijamin: perubahan sebelum akar berikutnya dibuat tidak terlihat dari bukti ini.',
    'Akar yang hanya disimpan oleh pengelola sendiri tidak membuktikan apa-apa terhadap pengelola. Bandingkan dengan akar milik saksi.',
    'Bukti ini tidak mengatakan bahwa isi catatan benar, hanya bahwa isinya masih sama seperti ketika dicatat.',
  ],
  checkTitle: 'Memeriksa sendiri',
  check: [
    'Simpan akar dari tabel di atas hari ini. Siapa pun yang memegang salinan basis data (auditor, pengawas) dapat membandingkannya kapan saja:',
    'Bukti untuk satu pengaduan dapat diperiksa tanpa jaringan dan tanpa basis data:',
  ],
  formatLink: 'Format dan cara menghitungnya dijelaskan dalam kode sumber: docs/decisions/0006-audit-chain.md.',
  rootsTitle: 'Akar terakhir',
  noRoots: 'Belum ada akar. Akar pertama dibuat menjelang tengah malam WIB.',
  number: 'Nomor',
  day: 'Hari (WIB)',
  leaves: 'Jumlah daun',
  hash: 'Sidik jari akar',
  file: 'Berkas',
  fileOf: (day: string) => `Akar ${day} sebagai JSON`,
  all: 'Semua akar sebagai JSON',
  keyTitle: 'Kunci publik (Ed25519)',
  witnessesTitle: 'Saksi',
  noWitnesses: 'Instalasi ini belum menunjuk saksi. Selama belum ada saksi, simpanlah akar sendiri.',
  witnessed: (number: number) => `Pengiriman akar nomor ${number} kepada saksi:`,
  sent: 'terkirim',
  waiting: 'belum terkirim, dicoba lagi',
};

export type Words = typeof id;
