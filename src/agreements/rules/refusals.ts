/** Every refusal of this room, once, with what to do next in both languages. What one area alone refuses stands with that area. */
import type { RefusalCatalogue } from '../../kernel/result.ts';
import { GRANT_REFUSALS } from './grants/refusals.ts';
import { LINE_REFUSALS } from './lines/refusals.ts';
import { RAD_REFUSALS } from './rad/refusals.ts';
import { REGISTER_REFUSALS } from './register/refusals.ts';
import { REVIEW_REFUSALS } from './reviews/refusals.ts';
import { SIGNING_REFUSALS } from './signing/refusals.ts';
import { SOURCE_REFUSALS } from './sources/refusals.ts';
import { TABLE_REFUSALS } from './tables/refusals.ts';

export const AGREEMENT_REFUSALS = {
  ...GRANT_REFUSALS,
  ...LINE_REFUSALS,
  ...RAD_REFUSALS,
  ...REGISTER_REFUSALS,
  ...REVIEW_REFUSALS,
  ...SIGNING_REFUSALS,
  ...SOURCE_REFUSALS,
  ...TABLE_REFUSALS,
  'agreement.absent': {
    kind: 'absent',
    id: 'Tidak ada dokumen kerja sama yang dapat Anda lihat di sini.',
    en: 'There is no agreement here that you may see.',
  },
  'agreement.not-yours': {
    kind: 'forbidden',
    id: 'Langkah ini bukan wewenang jabatan Anda untuk dokumen ini.',
    en: 'Your position may not take this step on this agreement.',
  },
  'agreement.not-now': {
    kind: 'conflict',
    id: 'Langkah ini tidak dapat dilakukan pada keadaan dokumen saat ini. Muat ulang halaman untuk melihat keadaan terbaru.',
    en: 'This step is not possible as the agreement stands now. Reload the page to see how it stands.',
  },
  'agreement.moved-on': {
    kind: 'conflict',
    id: 'Dokumen ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this agreement since you opened it. What you wrote is still below; look at how it stands now and send it again.',
  },
  'agreement.line-moved-on': {
    kind: 'conflict',
    id: 'Baris ini sudah diubah orang lain sejak Anda membukanya. Tulisan Anda masih ada di bawah; periksa keadaan terbaru lalu kirim lagi.',
    en: 'Someone else changed this line since you opened it. What you wrote is still below; look at how it stands now and send it again.',
  },
  'agreement.reason-missing': { kind: 'invalid', id: 'Tuliskan alasannya.', en: 'Give the reason.' },
  'agreement.text-missing': { kind: 'invalid', id: 'Isi tulisannya dulu.', en: 'Write the text first.' },
  'agreement.text-too-long': {
    kind: 'invalid',
    id: 'Tulisan terlalu panjang. Ringkaskan, atau lampirkan sebagai berkas.',
    en: 'The text is too long. Shorten it, or attach it as a file.',
  },
  'agreement.title-missing': { kind: 'invalid', id: 'Tuliskan judul dokumennya.', en: 'Give the agreement a title.' },
  'agreement.party-unknown': {
    kind: 'invalid',
    id: 'Instansi ini tidak ada dalam direktori. Pilih dari daftar, atau tuliskan sebagai pihak lain.',
    en: 'The directory knows no such agency. Choose one from the list, or enter it as another body.',
  },
  'agreement.party-twice': { kind: 'invalid', id: 'Instansi ini sudah menjadi pihak.', en: 'This agency is a party already.' },
  'agreement.parties-missing': {
    kind: 'invalid',
    id: 'Sebutkan sedikitnya satu pihak dari setiap sisi.',
    en: 'Name at least one party of each side.',
  },
  'agreement.programme-unknown': {
    kind: 'invalid',
    id: 'Pilih ruang lingkup dari daftar.',
    en: 'Choose programmes from the list.',
  },
  'agreement.programmes-missing': {
    kind: 'invalid',
    id: 'Pilih sedikitnya satu ruang lingkup.',
    en: 'Choose at least one programme.',
  },
  'agreement.day-wrong': {
    kind: 'invalid',
    id: 'Tanggal tidak dikenali. Isi hari, bulan dan tahun, misalnya 15 9 2025.',
    en: 'That is no day. Give day, month and year, for example 15 9 2025.',
  },
  'agreement.days-out-of-order': {
    kind: 'invalid',
    id: 'Urutan tanggal tidak benar: tanggal tanda tangan tidak boleh sesudah mulai berlaku, dan mulai berlaku tidak boleh sesudah hari terakhir.',
    en: 'The days are out of order: signing may not come after taking force, nor taking force after the last day.',
  },
  'agreement.signed-in-future': {
    kind: 'invalid',
    id: 'Tanggal tanda tangan belum tiba.',
    en: 'The day of signing has not come yet.',
  },
  'agreement.year-wrong': {
    kind: 'invalid',
    id: 'Isi tahun dengan empat angka, misalnya 2026.',
    en: 'Give the year in four digits, for example 2026.',
  },
  'agreement.parent-wrong': {
    kind: 'invalid',
    id: 'Dokumen induk harus nota kesepakatan atau nota kesepahaman dengan pihak yang sama.',
    en: 'It can only be made under a memorandum between the same parties.',
  },
  'agreement.keeper-no-party': {
    kind: 'invalid',
    id: 'Dokumen ini disimpan oleh salah satu pihaknya atau oleh kantor Ombudsman. Tambahkan instansi Anda sebagai pihak, atau minta salah satu pihak mencatatnya.',
    en: 'A document is kept by one of its parties or by an office of the Ombudsman. Add your agency as a party, or ask a party to record it.',
  },
  'agreement.predecessor-wrong': {
    kind: 'invalid',
    id: 'Pendahulu harus dokumen sejenis dengan pemerintah yang sama, yang belum mempunyai penerus.',
    en: 'It can only follow a document of the same kind with the same government that nothing follows yet.',
  },
  'agreement.not-ready': {
    kind: 'conflict',
    id: 'Daftar kesiapan belum lengkap. Lengkapi butir yang masih terbuka.',
    en: 'The readiness list is not complete. Complete the open points.',
  },
  'agreement.line-absent': {
    kind: 'absent',
    id: 'Tidak ada baris rencana yang dapat Anda lihat di sini.',
    en: 'There is no line of a plan here that you may see.',
  },
  'agreement.no-lines': {
    kind: 'conflict',
    id: 'Jenis dokumen ini tidak mempunyai baris rencana.',
    en: 'This kind of document has no lines.',
  },
  'agreement.activity-missing': { kind: 'invalid', id: 'Tuliskan kegiatannya.', en: 'Say what is to be done.' },
  'agreement.amount-wrong': {
    kind: 'invalid',
    id: 'Isi dengan angka, misalnya 12 atau 12,5. Tanpa satuan.',
    en: 'Give a number, for example 12 or 12.5, without its unit.',
  },
  'agreement.money-wrong': {
    kind: 'invalid',
    id: 'Isi anggaran dalam rupiah bulat, misalnya 25000000.',
    en: 'Give the budget in whole rupiah, for example 25000000.',
  },
  'agreement.owner-wrong': {
    kind: 'invalid',
    id: 'Penanggung jawab harus pihak dalam dokumen ini atau unit di bawahnya.',
    en: 'Whoever is responsible must be a party of this agreement or an office below one.',
  },
  'agreement.outside-term': {
    kind: 'invalid',
    id: 'Hari mulai dan tenggat harus di dalam masa berlaku dokumen.',
    en: 'Start and due day must lie within the term of the agreement.',
  },
  'agreement.later-day-needed': {
    kind: 'invalid',
    id: 'Tenggat baru harus sesudah tenggat yang sekarang.',
    en: 'The new due day must come after the present one.',
  },
  'agreement.factor-missing': {
    kind: 'invalid',
    id: 'Pilih faktor keberhasilan yang didukung baris ini.',
    en: 'Choose which factor of success this line serves.',
  },
  'agreement.form-unknown': { kind: 'invalid', id: 'Pilih bentuk kegiatannya.', en: 'Choose what form the line has.' },
  'agreement.recorded-already': {
    kind: 'conflict',
    id: 'Dokumen sejenis antara pihak yang sama pada tanggal ini sudah tercatat. Bila memang dokumen lain, isi nomor dokumennya.',
    en: 'A document of this kind between the same parties and of this day is on record already. If it is another one, give its number.',
  },
  'agreement.source-missing': {
    kind: 'invalid',
    id: 'Sebutkan dari mana data ini berasal, atau unggah pindaiannya.',
    en: 'Say where these facts come from, or upload the scan.',
  },
  'agreement.scan-no-pdf': {
    kind: 'invalid',
    id: 'Berkas ini bukan PDF yang dapat dibuka. Pindai naskah sebagai PDF tanpa kata sandi, lalu unggah lagi.',
    en: 'This is no PDF that can be opened. Scan the paper as a PDF without a password and upload it again.',
  },
  'agreement.compare-at-signing': {
    kind: 'conflict',
    id: 'Pindaian ini dicocokkan di halaman Penandatanganan, supaya tanda tangannya ikut dihitung.',
    en: 'Compare this scan on the page Signing, so that its signatures count.',
  },
  'agreement.only-many-hands': {
    kind: 'conflict',
    id: 'Hanya komitmen bersama yang dapat berlaku sebelum semua menandatangani.',
    en: 'Only a commitment of many hands can take effect before everybody has signed.',
  },
  'agreement.same-person': {
    kind: 'forbidden',
    id: 'Anda sendiri yang mencatatnya. Orang lain yang harus memeriksa.',
    en: 'You recorded it yourself. Somebody else must check it.',
  },
  'agreement.institution-missing': {
    kind: 'invalid',
    id: 'Tuliskan lembaganya. Jangan tulis nama orang.',
    en: 'Name the institution. Do not write the name of a person.',
  },
} as const satisfies RefusalCatalogue<string>;

export type AgreementRefusal = keyof typeof AGREEMENT_REFUSALS;
