import type { RefusalCatalogue } from '../../kernel/result.ts';
import type { FilingRefusal } from '../actions/file-complaint.ts';

/** What can be wrong with one field of a filing. */
export type FilingFaultCode =
  | 'class-missing'
  | 'title-missing'
  | 'title-too-short'
  | 'title-too-long'
  | 'description-missing'
  | 'description-too-short'
  | 'description-too-long'
  | 'region-missing'
  | 'region-unknown'
  | 'agency-unknown'
  | 'category-unknown'
  | 'place-too-long'
  | 'date-not-a-day'
  | 'date-in-future'
  | 'date-too-early'
  | 'location-not-numbers'
  | 'location-outside'
  | 'location-swapped'
  | 'contact-not-object'
  | 'not-text'
  | 'not-yes-or-no'
  | 'not-an-object'
  | 'unknown-field';

/** The texts of every field fault, the same on the form and in the API. They never repeat what was typed. */
export const FILING_FAULTS: RefusalCatalogue<FilingFaultCode> = {
  'class-missing': {
    kind: 'invalid',
    id: 'Pilih salah satu: pengaduan, aspirasi, atau permintaan informasi.',
    en: 'Choose one: complaint, aspiration or request for information.',
  },
  'title-missing': {
    kind: 'invalid',
    id: 'Tulis judul singkat.',
    en: 'Write a short title.',
  },
  'title-too-short': {
    kind: 'invalid',
    id: 'Judul terlalu pendek: tulis paling sedikit 5 karakter.',
    en: 'The title is too short: write at least 5 characters.',
  },
  'title-too-long': {
    kind: 'invalid',
    id: 'Judul terlalu panjang: paling banyak 150 karakter. Ceritakan selebihnya dalam uraian.',
    en: 'The title is too long: 150 characters at most. Tell the rest in the description.',
  },
  'description-missing': {
    kind: 'invalid',
    id: 'Tulis uraiannya dengan kata-kata Anda sendiri.',
    en: 'Describe it in your own words.',
  },
  'description-too-short': {
    kind: 'invalid',
    id: 'Uraian terlalu pendek untuk dapat ditangani. Tulis sedikit lebih lengkap: paling sedikit 20 karakter (untuk permintaan informasi: 10).',
    en: 'The description is too short to act upon. Write a little more: at least 20 characters (for a request for information: 10).',
  },
  'description-too-long': {
    kind: 'invalid',
    id: 'Uraian terlalu panjang: paling banyak 10.000 karakter. Tuliskan yang terpenting, selebihnya dapat dilampirkan sebagai dokumen.',
    en: 'The description is too long: 10,000 characters at most. Write what matters most and attach the rest as a document.',
  },
  'region-missing': {
    kind: 'invalid',
    id: 'Pilih provinsi tempat kejadian, atau nyatakan bahwa ini tidak terikat pada satu tempat.',
    en: 'Choose the province where it happened, or say that it is not tied to one place.',
  },
  'region-unknown': {
    kind: 'invalid',
    id: 'Wilayah ini tidak ada dalam daftar wilayah Indonesia yang berlaku. Pilih wilayah lain.',
    en: 'This region is not in the list of Indonesian regions now in force. Choose another.',
  },
  'agency-unknown': {
    kind: 'invalid',
    id: 'Instansi ini tidak ada dalam direktori atau sudah tidak berlaku. Pilih yang lain, atau “Saya tidak tahu”.',
    en: 'This agency is not in the directory or no longer exists. Choose another, or “I don’t know”.',
  },
  'category-unknown': {
    kind: 'invalid',
    id: 'Kategori ini tidak ada atau sudah tidak berlaku. Pilih yang lain, atau lewati.',
    en: 'This category does not exist or is no longer used. Choose another, or skip it.',
  },
  'place-too-long': {
    kind: 'invalid',
    id: 'Keterangan tempat terlalu panjang: paling banyak 300 karakter.',
    en: 'The description of the place is too long: 300 characters at most.',
  },
  'date-not-a-day': {
    kind: 'invalid',
    id: 'Tulis tanggal lengkap yang ada di kalender, misalnya 17 3 2026.',
    en: 'Write a complete date that exists, for example 17 3 2026.',
  },
  'date-in-future': {
    kind: 'invalid',
    id: 'Tanggal kejadian tidak boleh lewat dari hari ini.',
    en: 'The day it happened cannot lie in the future.',
  },
  'date-too-early': {
    kind: 'invalid',
    id: 'Periksa tahunnya: tanggal kejadian tidak boleh sebelum 1945.',
    en: 'Check the year: the day it happened cannot lie before 1945.',
  },
  'location-not-numbers': {
    kind: 'invalid',
    id: 'Tulis kedua koordinat sebagai angka desimal, misalnya -8.53528 dan 115.40404, atau kosongkan keduanya.',
    en: 'Write both coordinates as decimal numbers, for example -8.53528 and 115.40404, or leave both empty.',
  },
  'location-outside': {
    kind: 'invalid',
    id: 'Titik ini berada di luar Indonesia. Periksa koordinatnya, atau kosongkan.',
    en: 'This point lies outside Indonesia. Check the coordinates, or leave them out.',
  },
  'location-swapped': {
    kind: 'invalid',
    id: 'Lintang dan bujur tampaknya tertukar. Lintang di Indonesia antara -11 dan 6, bujur antara 95 dan 141.',
    en: 'Latitude and longitude seem to be swapped. In Indonesia latitudes lie between -11 and 6, longitudes between 95 and 141.',
  },
  'contact-not-object': {
    kind: 'invalid',
    id: 'Kontak harus berupa objek dengan name, email, atau phone.',
    en: 'The contact must be an object with name, email or phone.',
  },
  'not-text': { kind: 'invalid', id: 'Isian ini harus berupa teks.', en: 'This must be text.' },
  'not-yes-or-no': { kind: 'invalid', id: 'Isian ini harus true atau false.', en: 'This must be true or false.' },
  'not-an-object': { kind: 'invalid', id: 'Kiriman harus berupa objek JSON.', en: 'The body must be a JSON object.' },
  'unknown-field': {
    kind: 'invalid',
    id: 'Isian ini tidak dikenal. Periksa ejaan namanya: isian yang salah eja tidak boleh diabaikan begitu saja.',
    en: 'This field is not known. Check how it is spelt: a misspelt field must not be passed over in silence.',
  },
};

/** Why a whole filing is refused; see `fileComplaint`. */
export const FILING_REFUSALS: RefusalCatalogue<FilingRefusal> = {
  'filing.other-content': {
    kind: 'invalid',
    id: 'Kiriman dengan kunci ini sudah dicatat dengan isi yang lain. Tidak ada yang diubah. Untuk menyampaikan hal lain, mulailah yang baru.',
    en: 'This key has already filed something else. Nothing was changed. To file another matter, start anew.',
  },
  'filing.draft-changed': {
    kind: 'conflict',
    id: 'Isian ini berubah di tab lain sejak Anda membaca ringkasannya. Belum ada yang dikirim. Periksa ringkasan terbaru di bawah, lalu kirim.',
    en: 'This form was changed in another tab since you read the summary. Nothing has been sent yet. Check the summary below, then send it.',
  },
  'filing.agency-unknown': { ...FILING_FAULTS['agency-unknown'] },
  'filing.region-unknown': { ...FILING_FAULTS['region-unknown'] },
};
