import type { RefusalCatalogue } from '../../kernel/result.ts';

export type RefusalCode =
  | 'complaint.not-yours'
  | 'complaint.not-now'
  | 'complaint.moved-on'
  | 'complaint.absent'
  | 'complaint.reason-missing'
  | 'complaint.text-missing'
  | 'complaint.text-too-long'
  | 'complaint.title-missing'
  | 'complaint.no-office'
  | 'complaint.office-unknown'
  | 'complaint.office-has-it'
  | 'complaint.binding'
  | 'complaint.national-decides'
  | 'complaint.outside-your-government'
  | 'complaint.follow-up-first'
  | 'complaint.proof-missing'
  | 'complaint.still-open-parts'
  | 'complaint.nothing-changed'
  | 'complaint.reopen-window-over'
  | 'complaint.public-text-missing'
  | 'complaint.confidential'
  | 'complaint.public-text-has-identity'
  | 'complaint.not-released'
  | 'complaint.supervisory-only-complaints'
  | 'complaint.file-unknown'
  | 'complaint.shielded';

export const REFUSALS: RefusalCatalogue<RefusalCode> = {
  'complaint.not-yours': {
    kind: 'forbidden',
    id: 'Langkah ini bukan wewenang jabatan Anda untuk pengaduan ini.',
    en: 'Your position may not take this step on this complaint.',
  },
  'complaint.not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada status pengaduan saat ini. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'This step is not possible in the present status of the complaint. Reload the page to see how it stands.',
  },
  'complaint.moved-on': {
    kind: 'conflict',
    id: 'Pengaduan ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this complaint since you opened it. What you wrote is still below; look at how it stands now and send it again.',
  },
  'complaint.absent': {
    kind: 'absent',
    id: 'Tidak ada pengaduan yang dapat Anda lihat dengan nomor ini.',
    en: 'There is no complaint with this number that you may see.',
  },
  'complaint.reason-missing': {
    kind: 'invalid',
    id: 'Tulis alasannya, supaya pelapor dan instansi lain memahaminya.',
    en: 'Write the reason, so that the complainant and the other agencies understand it.',
  },
  'complaint.text-missing': { kind: 'invalid', id: 'Tulis isinya.', en: 'Write the text.' },
  'complaint.text-too-long': {
    kind: 'invalid',
    id: 'Tulisan terlalu panjang: paling banyak 10.000 karakter.',
    en: 'The text is too long: 10,000 characters at most.',
  },
  'complaint.title-missing': {
    kind: 'invalid',
    id: 'Tulis judul singkat, 5 sampai 150 karakter.',
    en: 'Write a short title, 5 to 150 characters.',
  },
  'complaint.no-office': {
    kind: 'invalid',
    id: 'Pilih paling sedikit satu instansi atau unit.',
    en: 'Choose at least one agency or office.',
  },
  'complaint.office-unknown': {
    kind: 'invalid',
    id: 'Instansi yang dipilih tidak ada dalam direktori atau sudah tidak berlaku. Pilih yang lain.',
    en: 'The chosen agency is not in the directory or no longer exists. Choose another.',
  },
  'complaint.office-has-it': {
    kind: 'conflict',
    id: 'Instansi itu sudah menangani pengaduan ini. Pilih instansi lain.',
    en: 'That agency already handles this complaint. Choose another.',
  },
  'complaint.binding': {
    kind: 'conflict',
    id: 'Meja nasional sudah memutuskan bahwa pengaduan ini ditangani instansi Anda; tidak dapat dikembalikan lagi. Catat tindak lanjut, atau minta meja nasional menambah instansi.',
    en: 'The national desk has decided that your agency handles this complaint; it cannot be returned again. Record a follow-up, or ask the national desk to add an agency.',
  },
  'complaint.national-decides': {
    kind: 'conflict',
    id: 'Pengaduan ini sudah dikembalikan berkali-kali; sekarang meja nasional yang memutuskan.',
    en: 'This complaint has been returned too often; the national desk decides now.',
  },
  'complaint.outside-your-government': {
    kind: 'invalid',
    id: 'Anda hanya dapat meneruskan ke unit di pemerintahan Anda sendiri. Bila bukan wewenang pemerintahan Anda, kembalikan dengan alasan.',
    en: 'You can only forward to offices of your own government. If it is not yours at all, return it with the reason.',
  },
  'complaint.follow-up-first': {
    kind: 'conflict',
    id: 'Catat dahulu tindak lanjut pertama.',
    en: 'Record the first follow-up first.',
  },
  'complaint.proof-missing': {
    kind: 'invalid',
    id: 'Uraikan apa yang sudah dilakukan dan kapan, supaya pelapor dapat menilainya (paling sedikit 20 karakter).',
    en: 'Describe what was done and when, so that the complainant can judge it (at least 20 characters).',
  },
  'complaint.still-open-parts': {
    kind: 'conflict',
    id: 'Belum semua instansi selesai; pengaduan baru dapat ditutup setelah semuanya mengusulkan penutupan.',
    en: 'Not every agency has finished; the complaint can be closed once all have proposed to close.',
  },
  'complaint.nothing-changed': {
    kind: 'invalid',
    id: 'Tidak ada yang diubah.',
    en: 'Nothing was changed.',
  },
  'complaint.reopen-window-over': {
    kind: 'conflict',
    id: 'Masa untuk membuka kembali sudah lewat. Sampaikan pengaduan baru yang terhubung dengan yang ini.',
    en: 'The time to reopen is over. File a new complaint linked to this one.',
  },
  'complaint.public-text-missing': {
    kind: 'invalid',
    id: 'Tulis judul dan isi yang boleh dibaca publik.',
    en: 'Write the title and the text the public may read.',
  },
  'complaint.confidential': {
    kind: 'conflict',
    id: 'Pelapor meminta kerahasiaan: pengaduan ini tidak pernah ditampilkan kepada publik.',
    en: 'The complainant asked for confidentiality: this complaint is never shown to the public.',
  },
  'complaint.public-text-has-identity': {
    kind: 'invalid',
    id: 'Teks publik masih memuat data pribadi (NIK, nomor telepon, surel, atau nama). Hapus, atau nyatakan bahwa Anda sudah memeriksanya.',
    en: 'The public text still contains personal data (identity number, telephone, e-mail or name). Remove it, or state that you have checked it.',
  },
  'complaint.not-released': {
    kind: 'conflict',
    id: 'Terbitkan teks pengaduan dahulu sebelum berkasnya.',
    en: 'Release the text of the complaint before its files.',
  },
  'complaint.supervisory-only-complaints': {
    kind: 'invalid',
    id: 'Hanya kelas pengaduan yang dapat berkadar pengawasan.',
    en: 'Only the class complaint can be supervisory.',
  },
  'complaint.shielded': {
    kind: 'invalid',
    id: 'Pengaduan ini tentang kantor koordinator pemerintah daerah itu sendiri, jadi tidak dapat lewat koordinatornya. Pilih langsung unit yang harus menanganinya.',
    en: 'This complaint is about the office of that government’s coordinator, so it cannot pass through the coordinator. Choose the office that must handle it.',
  },
  'complaint.file-unknown': {
    kind: 'invalid',
    id: 'Berkas itu tidak ada pada pengaduan ini.',
    en: 'That file does not belong to this complaint.',
  },
};
