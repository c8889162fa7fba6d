/** Refusals of drafting, signing and ceremonies; merged into the room's catalogue. */
import type { RefusalCatalogue } from '../../../kernel/result.ts';

export const SIGNING_REFUSALS = {
  'agreement.section-gone': {
    kind: 'conflict',
    id: 'Bagian naskah ini sudah dihapus orang lain. Tulisan Anda masih ada di bawah; salin ke bagian lain bila perlu.',
    en: 'Somebody else removed this section. What you wrote is still below; copy it to another section if needed.',
  },
  'agreement.section-moved-on': {
    kind: 'conflict',
    id: 'Bagian ini sudah diubah orang lain sejak Anda membukanya. Keduanya ditampilkan di bawah; gabungkan, lalu simpan.',
    en: 'Somebody else changed this section since you opened it. Both texts are shown below; merge them and save.',
  },
  'agreement.text-begun': {
    kind: 'conflict',
    id: 'Naskah ini sudah dimulai. Muat ulang halaman.',
    en: 'The text has been begun already. Reload the page.',
  },
  'agreement.not-asked-to-sign': {
    kind: 'forbidden',
    id: 'Anda tidak tercatat sebagai penanda tangan dokumen ini.',
    en: 'You are not on record as a signatory of this agreement.',
  },
  'agreement.signed-already': {
    kind: 'conflict',
    id: 'Tanda tangan ini sudah tercatat.',
    en: 'This signature is on record already.',
  },
  'agreement.not-your-turn': {
    kind: 'conflict',
    id: 'Belum giliran Anda: penanda tangan sebelumnya belum selesai. Anda akan diberi tahu begitu giliran Anda tiba.',
    en: 'It is not your turn yet: those before you have not signed. You will be told as soon as it is.',
  },
  'agreement.office-over': {
    kind: 'forbidden',
    id: 'Jabatan yang berwenang menandatangani dokumen ini tidak lagi Anda pegang. Hubungi penyusunnya.',
    en: 'You no longer hold the office that signs this agreement. Ask whoever prepares it.',
  },
  'agreement.seals-full': {
    kind: 'conflict',
    id: 'Dokumen ini sudah memuat segel sebanyak yang dapat diperiksa. Tandatangani lembar cetaknya; pindaiannya diunggah penyusun.',
    en: 'This document holds as many seals as can be verified. Sign the printed one; those who prepare it upload the scan.',
  },
  'agreement.nobody-signed': { kind: 'conflict', id: 'Belum ada yang menandatangani.', en: 'Nobody has signed yet.' },
  'agreement.term-over': {
    kind: 'conflict',
    id: 'Masa berlaku dalam naskah sudah lewat. Hentikan penandatanganan, perbaiki masa berlakunya, lalu mulai lagi.',
    en: 'The term in the text is over. Stop the signing, mend the term and begin again.',
  },
  'agreement.sign-after-term': {
    kind: 'conflict',
    id: 'Masa berlaku dokumen ini sudah lewat, jadi tidak dapat ditandatangani lagi. Hubungi penyusunnya.',
    en: 'The term of this agreement is over, so it can no longer be signed. Ask whoever prepares it.',
  },
  'agreement.not-read': {
    kind: 'invalid',
    id: 'Nyatakan bahwa Anda sudah membaca naskahnya.',
    en: 'Say that you have read the text.',
  },
  'agreement.signatories-missing': {
    kind: 'invalid',
    id: 'Pilih siapa yang tanda tangannya ada pada pindaian ini.',
    en: 'Choose whose signatures are on this scan.',
  },
  'agreement.paper-order': {
    kind: 'conflict',
    id: 'Urutan penandatanganan tidak sesuai: masih ada penanda tangan sebelumnya yang belum tercatat. Pilih juga mereka bila tanda tangannya ada pada kertas yang sama.',
    en: 'The order of signing does not fit: somebody who signs earlier is not on record yet. Choose them too if their signatures are on the same paper.',
  },
  'agreement.scan-missing': { kind: 'invalid', id: 'Pilih berkas pindaian dalam bentuk PDF.', en: 'Choose the scan as a PDF.' },
  'agreement.on-paper-already': {
    kind: 'conflict',
    id: 'Tanda tangan ini ada pada pindaian yang masih menunggu dicocokkan.',
    en: 'This signature is on a scan that still waits to be compared.',
  },
  'agreement.totp-missing': {
    kind: 'invalid',
    id: 'Masukkan kode enam angka dari aplikasi autentikator Anda. Setelah masuk kembali, tunggu kode berikutnya.',
    en: 'Enter the six digits your authenticator app shows. After signing in again, wait for the next code.',
  },
  'agreement.comment-absent': { kind: 'absent', id: 'Tanggapan ini tidak ada lagi.', en: 'There is no such comment.' },
  'agreement.ceremony-absent': {
    kind: 'absent',
    id: 'Tidak ada acara yang dapat Anda lihat di sini.',
    en: 'There is no ceremony here that you may see.',
  },
  'agreement.code-unknown': {
    kind: 'invalid',
    id: 'Ada kode dokumen yang tidak Anda tangani. Periksa kodenya, misalnya NK-2026-0001.',
    en: 'One of the codes is of no agreement you work on. Check it, for example NK-2026-0001.',
  },
  'agreement.ceremony-empty': {
    kind: 'invalid',
    id: 'Pilih sedikitnya satu dokumen untuk acara ini.',
    en: 'Choose at least one agreement for this ceremony.',
  },
  'agreement.item-wrong': {
    kind: 'invalid',
    id: 'Tulis susunan acara satu baris per mata acara, misalnya: 09.00 | Pembukaan | Pembawa acara.',
    en: 'Write the running order one item a line, for example: 09.00 | Opening | Host.',
  },
  'agreement.paper-other-side': {
    kind: 'forbidden',
    id: 'Pada pindaian ini ada tanda tangan pihak lain. Salah satu dari yang mengunggah dan yang mencocokkan harus dari pihak itu; mintalah rekan dari pihak itu mencocokkannya.',
    en: 'This scan holds a signature of another side. One of the two, whoever uploads or compares it, must be of that side: ask somebody there to compare it.',
  },
  'agreement.ceremony-of-others': {
    kind: 'invalid',
    id: 'Ada dokumen yang disiapkan instansi lain. Yang mengatur hari penandatanganannya adalah penyusunnya; minta mereka menyiapkan acaranya, atau hapus dari daftar.',
    en: 'One of these documents is prepared by another office. Whoever prepares it sets the day it is signed; ask them to prepare the ceremony, or take it off the list.',
  },
  'agreement.signatory-own-witness': {
    kind: 'invalid',
    id: 'Orang yang sama tercatat sebagai penanda tangan dan saksi. Saksi harus orang lain.',
    en: 'The same person is down to sign and to witness. The witness must be somebody else.',
  },
  'agreement.signatory-other-side': {
    kind: 'invalid',
    id: 'Satu orang tidak dapat menandatangani untuk dua pihak yang berhadapan. Pilih penanda tangan lain untuk salah satunya.',
    en: 'One person cannot sign for two sides of the same agreement. Choose another signatory for one of them.',
  },
} as const satisfies RefusalCatalogue<string>;
