import type { RefusalCatalogue } from '../../kernel/result.ts';

/** What can be wrong with one contact field. */
export type ContactFault = 'name-too-long' | 'email-invalid' | 'phone-invalid' | 'nik-invalid';

/** What can be wrong with one of the particulars of a reporter. */
export type ParticularsFault =
  | 'name-missing'
  | 'name-too-long'
  | 'birthPlace-missing'
  | 'birthPlace-too-long'
  | 'bornOn-missing'
  | 'bornOn-invalid'
  | 'maritalStatus-missing'
  | 'occupation-missing'
  | 'occupation-too-long'
  | 'address-missing'
  | 'address-too-long';

/** Why an identity is not shown, changed or erased. */
export type IdentityRefusal = 'purpose-missing' | 'basis-missing' | 'not-allowed' | 'nothing-sealed' | 'erased';

export const contactFaults: RefusalCatalogue<ContactFault> = {
  'name-too-long': {
    kind: 'invalid',
    id: 'Tulis nama paling banyak 200 huruf.',
    en: 'Write a name of at most 200 letters.',
  },
  'email-invalid': {
    kind: 'invalid',
    id: 'Tulis alamat surel lengkap, misalnya nama@contoh.id.',
    en: 'Write a complete e-mail address, for example name@example.org.',
  },
  'phone-invalid': {
    kind: 'invalid',
    id: 'Tulis nomor telepon lengkap, misalnya 0812 3456 7890.',
    en: 'Write a complete telephone number, for example 0812 3456 7890.',
  },
  'nik-invalid': {
    kind: 'invalid',
    id: 'Periksa NIK Anda: 16 angka, seperti tertulis di KTP atau kartu keluarga.',
    en: 'Check your NIK: 16 digits, as printed on your identity card or family card.',
  },
};

export const particularsFaults: RefusalCatalogue<ParticularsFault> = {
  'name-missing': {
    kind: 'invalid',
    id: 'Tulis nama lengkap Anda seperti pada kartu identitas.',
    en: 'Write your full name as on your identity card.',
  },
  'name-too-long': {
    kind: 'invalid',
    id: 'Tulis nama paling banyak 200 huruf.',
    en: 'Write a name of at most 200 letters.',
  },
  'birthPlace-missing': { kind: 'invalid', id: 'Tulis tempat lahir Anda.', en: 'Write where you were born.' },
  'birthPlace-too-long': {
    kind: 'invalid',
    id: 'Tulis tempat lahir paling banyak 100 huruf.',
    en: 'Write a place of birth of at most 100 letters.',
  },
  'bornOn-missing': { kind: 'invalid', id: 'Tulis tanggal lahir Anda.', en: 'Write your date of birth.' },
  'bornOn-invalid': {
    kind: 'invalid',
    id: 'Periksa tanggal lahir: tulis hari, bulan, dan tahun dengan angka, misalnya 17 8 1985.',
    en: 'Check the date of birth: write day, month and year in figures, for example 17 8 1985.',
  },
  'maritalStatus-missing': { kind: 'invalid', id: 'Pilih status perkawinan Anda.', en: 'Choose your marital status.' },
  'occupation-missing': {
    kind: 'invalid',
    id: 'Tulis pekerjaan Anda. Bila tidak bekerja, tulis "tidak bekerja".',
    en: 'Write your occupation. If you have none, write "none".',
  },
  'occupation-too-long': {
    kind: 'invalid',
    id: 'Tulis pekerjaan paling banyak 100 huruf.',
    en: 'Write an occupation of at most 100 letters.',
  },
  'address-missing': {
    kind: 'invalid',
    id: 'Tulis alamat lengkap Anda: jalan, desa atau kelurahan, kecamatan, dan kabupaten atau kota.',
    en: 'Write your full address: street, village, district, and regency or city.',
  },
  'address-too-long': {
    kind: 'invalid',
    id: 'Tulis alamat paling banyak 500 huruf.',
    en: 'Write an address of at most 500 letters.',
  },
};

export const identityRefusals: RefusalCatalogue<IdentityRefusal> = {
  'purpose-missing': {
    kind: 'invalid',
    id: 'Tulis untuk apa Anda perlu mengetahui identitas ini. Alasan Anda dicatat.',
    en: 'Say what you need this identity for. Your reason is recorded.',
  },
  'basis-missing': {
    kind: 'invalid',
    id: 'Sebutkan dasar hukum atau permintaan yang menjadi alasan penghapusan.',
    en: 'Name the legal basis or the request for which this is erased.',
  },
  'not-allowed': {
    kind: 'forbidden',
    id: 'Anda tidak berwenang melihat identitas pelapor ini.',
    en: "You may not see this complainant's identity.",
  },
  'nothing-sealed': {
    kind: 'absent',
    id: 'Pelapor tidak meninggalkan identitas.',
    en: 'The complainant left no identity.',
  },
  erased: {
    kind: 'absent',
    id: 'Data ini telah dihapus secara sah dan tidak dapat dikembalikan.',
    en: 'This was lawfully erased and cannot be brought back.',
  },
};
