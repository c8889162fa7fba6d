/** Refusals of bundles, work reports and year-end notes; part of the room's catalogue. */
import type { RefusalCatalogue } from '../../../kernel/result.ts';
import { MOST_PASSAGES } from './redact-text.ts';

export const REPORT_REFUSALS = {
  'case.bundle-too-large': {
    kind: 'conflict',
    id: 'Berkas ini lebih dari 20 MB, terlalu besar untuk satu PDF. Unduh sebagai ZIP: isinya sama, lengkap dengan indeks.',
    en: 'This file is over 20 MB, too large for one PDF. Download it as a ZIP: it holds the same, with an index.',
  },
  'case.internal-stays-inside': {
    kind: 'invalid',
    id: 'Catatan dan pendapat internal tidak pernah masuk ke berkas untuk pihak luar, juga tidak yang disamarkan.',
    en: 'Internal notes and opinions never go into a file for others, not even redacted.',
  },
  'case.identity-stays-inside': {
    kind: 'invalid',
    id: 'Bagian ini dapat menunjukkan siapa Pelapor, padahal identitasnya dirahasiakan. Ganti dengan versi yang disamarkan, atau tidak disertakan.',
    en: 'This piece may tell who the reporter is, and the identity is secret. Replace it by a redacted version, or leave it out.',
  },
  'case.basis-missing': { kind: 'invalid', id: 'Pilih dasar penyamaran.', en: 'Choose what the redaction rests on.' },
  'case.choice-missing': {
    kind: 'invalid',
    id: 'Pilih apa yang dilakukan dengan bagian ini.',
    en: 'Choose what to do with this piece.',
  },
  'case.passages-missing': {
    kind: 'invalid',
    id: 'Tuliskan kata atau kalimat yang harus disamarkan, satu per baris.',
    en: 'Write the words or sentences to take out, one to a line.',
  },
  'case.passages-too-many': {
    kind: 'invalid',
    id: `Paling banyak ${MOST_PASSAGES} baris.`,
    en: `At most ${MOST_PASSAGES} lines.`,
  },
  'case.passage-too-short': {
    kind: 'invalid',
    id: 'Setiap baris paling sedikit dua huruf.',
    en: 'Every line needs at least two letters.',
  },
  'case.passage-absent': {
    kind: 'invalid',
    id: 'Salah satu baris tidak ditemukan dalam tulisan ini. Periksa ejaannya; tidak ada yang disimpan.',
    en: 'One of the lines is not found in this text. Check its spelling; nothing was kept.',
  },
  'case.no-words': {
    kind: 'invalid',
    id: 'Berkas ini tidak memuat tulisan yang dapat dibaca (mungkin hasil pindai). Unggah versi yang disamarkan, atau tidak disertakan.',
    en: 'This file holds no words that can be read (it may be a scan). Upload a redacted version, or leave it out.',
  },
  'case.version-missing': {
    kind: 'invalid',
    id: 'Unggah versi yang disamarkan, atau tuliskan kata yang harus disamarkan.',
    en: 'Upload a redacted version, or write the words to take out.',
  },
  'case.version-same': {
    kind: 'invalid',
    id: 'Berkas yang diunggah sama persis dengan aslinya.',
    en: 'The uploaded file is exactly the original.',
  },
  'case.work-report-not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada keadaan laporan kerja sekarang. Muat ulang halaman.',
    en: 'This step is not possible as the work report stands now. Reload the page.',
  },
  'case.work-report-not-yours': {
    kind: 'forbidden',
    id: 'Hanya pemilik laporan yang menulis dan menyerahkannya, dan hanya atasannya yang memeriksa.',
    en: 'Only its author writes and hands in a work report, and only a superior checks it.',
  },
  'case.work-report-month-running': {
    kind: 'conflict',
    id: 'Bulan ini belum berakhir. Laporan kerja diserahkan setelah bulannya lengkap.',
    en: 'This month is not over. A work report is handed in once its month is complete.',
  },
  'case.work-report-outside-month': {
    kind: 'invalid',
    id: 'Tanggalnya harus di bulan laporan ini.',
    en: 'The day must lie in the month of this report.',
  },
  'case.work-statement-not-added': {
    kind: 'invalid',
    id: 'Anda sudah mengetik pernyataan, tetapi belum menambahkannya. Tekan Tambahkan atau kosongkan kolomnya, lalu coba lagi.',
    en: 'You have typed a statement but not added it. Press Add or empty the field, then try again.',
  },
  'case.work-report-too-many': {
    kind: 'invalid',
    id: 'Paling banyak 100 pernyataan dalam satu bulan.',
    en: 'At most 100 statements in a month.',
  },
  'case.year-notes-not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada keadaan catatan akhir tahun sekarang. Muat ulang halaman.',
    en: 'This step is not possible as the year-end notes stand now. Reload the page.',
  },
  'case.year-notes-not-yours': {
    kind: 'forbidden',
    id: 'Hanya kepala kantor yang menyetujui dan menerbitkan catatan akhir tahun.',
    en: 'Only the head of the office approves and publishes year-end notes.',
  },
  'case.year-notes-year-running': {
    kind: 'conflict',
    id: 'Tahun ini belum berakhir. Angkanya dikunci saat disetujui, jadi tunggu sampai tahunnya lengkap.',
    en: 'This year is not over. Approval fixes its figures, so wait until the year is complete.',
  },
  'case.year-notes-empty': {
    kind: 'conflict',
    id: 'Tulis dulu paling sedikit satu bagian.',
    en: 'Write at least one section first.',
  },
  'case.appreciation-unfounded': {
    kind: 'invalid',
    id: 'Tidak ada catatan pada tahun ini yang mendukung apresiasi tersebut.',
    en: 'Nothing on record in this year supports that appreciation.',
  },
  'case.appreciation-too-many': { kind: 'invalid', id: 'Paling banyak 30 apresiasi.', en: 'At most 30 appreciations.' },
} as const satisfies RefusalCatalogue<string>;
