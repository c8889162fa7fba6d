import type { RefusalCatalogue } from '../../kernel/result.ts';

export type LawRefusal =
  | 'law.forbidden'
  | 'law.moved-on'
  | 'law.nothing-changed'
  | 'law.file-invalid'
  | 'law.basis-missing'
  | 'law.reason-missing'
  | 'law.text-too-long'
  | 'law.rule-unknown'
  | 'law.rule-set-wrong'
  | 'law.value-implausible'
  | 'law.day-wrong'
  | 'law.until-before-from';

export const LAW_REFUSALS: RefusalCatalogue<LawRefusal> = {
  'law.forbidden': {
    kind: 'forbidden',
    id: 'Hanya pengelola aturan yang dapat mengubah aturan dan hari libur.',
    en: 'Only those who manage the rules can change rules and holidays.',
  },
  'law.moved-on': {
    kind: 'conflict',
    id: 'Aturan telah diubah orang lain sejak Anda membuka halaman ini. Periksa lagi perbandingannya, lalu konfirmasi.',
    en: 'Someone else has changed the rules since you opened this page. Check the comparison again, then confirm.',
  },
  'law.nothing-changed': {
    kind: 'invalid',
    id: 'Tidak ada yang berubah: isian ini sama dengan yang sudah tercatat.',
    en: 'Nothing would change: this is what is on record already.',
  },
  'law.file-invalid': {
    kind: 'invalid',
    id: 'Berkas hari libur belum dapat dipakai. Perbaiki hal-hal di bawah ini.',
    en: 'The file of holidays cannot be used yet. Mend what is listed below.',
  },
  'law.basis-missing': {
    kind: 'invalid',
    id: 'Sebutkan dasar hukumnya: peraturan, keputusan, atau surat edaran.',
    en: 'Name the legal basis: a regulation, a decision or a circular.',
  },
  'law.reason-missing': {
    kind: 'invalid',
    id: 'Tuliskan alasan perubahan. Alasan ini dapat dibaca publik.',
    en: 'Write the reason for the change. The public can read it.',
  },
  'law.text-too-long': { kind: 'invalid', id: 'Paling banyak 500 karakter.', en: 'At most 500 characters.' },
  'law.rule-unknown': { kind: 'invalid', id: 'Pilih aturan dari daftar.', en: 'Choose a rule from the list.' },
  'law.rule-set-wrong': {
    kind: 'invalid',
    id: 'Aturan ini berlaku per versi: pilih versi tata cara yang sesuai (SP4N untuk pengaduan, PO untuk perkara Ombudsman). Untuk aturan lain, kosongkan.',
    en: 'This rule belongs to a version: choose that of its procedure (SP4N for complaints, PO for cases of the Ombudsman). Leave it empty for other rules.',
  },
  'law.value-implausible': {
    kind: 'invalid',
    id: 'Nilai dan satuan tidak cocok untuk aturan ini. Tulis bilangan bulat mulai dari 1, atau 1/0 untuk ya/tidak.',
    en: 'Value and unit do not fit this rule. Write a whole number from 1, or 1/0 for yes/no.',
  },
  'law.day-wrong': { kind: 'invalid', id: 'Tanggal tidak ada dalam kalender.', en: 'No such date.' },
  'law.until-before-from': {
    kind: 'invalid',
    id: 'Hari berakhir harus sesudah hari mulai.',
    en: 'The last day must come after the first.',
  },
};
