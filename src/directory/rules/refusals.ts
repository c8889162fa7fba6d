import type { RefusalCatalogue } from '../../kernel/result.ts';

/** Every answer other than yes that this room may give. */
export const DIRECTORY_REFUSALS = {
  'not-yours-to-manage': {
    kind: 'forbidden',
    id: 'Anda tidak mengelola orang atau unit di instansi ini. Mintalah kepada koordinator instansi itu atau administrator sistem.',
    en: 'You do not manage people or offices of this agency. Ask its coordinator or the system administrator.',
  },
  'own-position': {
    kind: 'forbidden',
    id: 'Anda tidak dapat mengangkat diri sendiri. Mintalah kepada rekan yang berwenang.',
    en: 'You cannot appoint yourself. Ask a colleague who may.',
  },
  'both-sides': {
    kind: 'conflict',
    id: 'Administrator sistem tidak boleh sekaligus memegang jabatan yang dapat membaca laporan. Akhiri dahulu jabatan yang satu.',
    en: 'A system administrator must not also hold a position that reads complaints. End the one before you give the other.',
  },
  'position-held': {
    kind: 'conflict',
    id: 'Orang ini sudah memegang jabatan itu di instansi ini.',
    en: 'This person already holds that position at this agency.',
  },
  'position-not-here': {
    kind: 'invalid',
    id: 'Jabatan ini tidak ada di instansi itu. Pilih instansi lain atau jabatan lain.',
    en: 'This position does not exist at that agency. Choose another agency or another position.',
  },
  'position-unknown': {
    kind: 'absent',
    id: 'Jabatan ini tidak ditemukan.',
    en: 'There is no such position.',
  },
  'position-ended': {
    kind: 'conflict',
    id: 'Jabatan ini sudah diakhiri.',
    en: 'This position has already been ended.',
  },
  'end-in-the-past': {
    kind: 'invalid',
    id: 'Hari berakhirnya jabatan paling awal hari ini. Yang sudah dikerjakan sampai hari ini tetap dikerjakan dalam jabatan.',
    en: 'A position ends today at the earliest. What was done until today was done in office.',
  },
  'end-before-start': {
    kind: 'invalid',
    id: 'Hari berakhirnya jabatan tidak boleh mendahului hari mulainya.',
    en: 'A position cannot end before it starts.',
  },
  'successor-unfit': {
    kind: 'invalid',
    id: 'Pengganti harus orang lain yang pada hari itu memegang jabatan yang sama di instansi yang sama.',
    en: 'The successor must be another person who holds the same position at the same agency on that day.',
  },
  'last-administrator': {
    kind: 'conflict',
    id: 'Ini administrator sistem yang terakhir. Angkat penggantinya dahulu.',
    en: 'This is the last system administrator. Appoint another one first.',
  },
  'person-unknown': {
    kind: 'absent',
    id: 'Orang ini tidak ditemukan.',
    en: 'There is no such person.',
  },
  'person-known': {
    kind: 'conflict',
    id: 'Sudah ada orang dengan surel ini. Angkat orang itu dalam jabatan baru, jangan mengundangnya lagi.',
    en: 'Someone with this e-mail address is already here. Appoint that person to the new position instead of inviting again.',
  },
  'name-missing': {
    kind: 'invalid',
    id: 'Isi nama orang yang diundang.',
    en: 'Enter the name of the person you invite.',
  },
  'email-invalid': {
    kind: 'invalid',
    id: 'Isi alamat surel yang lengkap, misalnya nama@klungkungkab.go.id.',
    en: 'Enter a full e-mail address, for example nama@klungkungkab.go.id.',
  },
  'decree-missing': {
    kind: 'invalid',
    id: 'Isi nomor dan tanggal surat keputusan (SK).',
    en: 'Enter the number and the date of the decree (SK).',
  },
  'reason-missing': {
    kind: 'invalid',
    id: 'Isi alasannya. Alasan dicatat dalam riwayat direktori.',
    en: 'Enter the reason. It is kept in the history of the directory.',
  },
  'agency-unknown': {
    kind: 'absent',
    id: 'Instansi ini tidak ditemukan.',
    en: 'There is no such agency.',
  },
  'agency-closed': {
    kind: 'conflict',
    id: 'Instansi ini tidak berlaku pada hari itu.',
    en: 'This agency is not in force on that day.',
  },
  'agency-name-missing': {
    kind: 'invalid',
    id: 'Isi nama lengkap dan nama singkat unit ini.',
    en: 'Enter the full name and the short name of the office.',
  },
  'agency-functions-invalid': {
    kind: 'invalid',
    id: 'Tulis tugas unit dengan kata dari daftar kewenangan, dipisahkan spasi, misalnya dinkes atau dishub dlh.',
    en: 'Write what the office does in the words of the competences, divided by blanks, for example dinkes or dishub dlh.',
  },
  'agency-code-invalid': {
    kind: 'invalid',
    id: 'Kode unit terdiri atas huruf kecil, angka, dan tanda hubung, misalnya dinkes atau puskesmas-dawan-1.',
    en: 'The code of an office has small letters, digits and hyphens, for example dinkes or puskesmas-dawan-1.',
  },
  'agency-code-taken': {
    kind: 'conflict',
    id: 'Kode ini sudah dipakai unit lain di bawah instansi yang sama.',
    en: 'Another office below the same agency already has this code.',
  },
  'agency-kind-not-below': {
    kind: 'invalid',
    id: 'Jenis ini tidak dapat dibuat di sini. Di bawah instansi hanya dapat dibuat unit; instansi pusat berdiri sendiri.',
    en: 'This kind cannot be made here. Below an agency stand offices and units; national bodies stand on their own.',
  },
  'agency-in-use': {
    kind: 'conflict',
    id: 'Masih ada unit di bawahnya atau orang yang menjabat di sini. Akhiri atau pindahkan dahulu.',
    en: 'There are still offices below it or people in position here. End or move them first.',
  },
} as const satisfies RefusalCatalogue<string>;

export type DirectoryRefusal = keyof typeof DIRECTORY_REFUSALS;
