import type { RefusalCatalogue } from '../../kernel/result.ts';

/** What can be wrong with one contact field. */
export type ContactFault = 'name-too-long' | 'email-invalid' | 'phone-invalid' | 'nik-invalid';

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
