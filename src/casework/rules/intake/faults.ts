/** What can be wrong with a report while it is being written, with what to do. */
import type { Label } from '../../../kernel/language.ts';

export const INTAKE_FAULTS = {
  'kind-missing': { id: 'Pilih apa yang Anda perlukan.', en: 'Choose what you need.' },
  'title-missing': { id: 'Tulis judul singkat, 5 sampai 150 karakter.', en: 'Write a short title, 5 to 150 characters.' },
  'title-too-long': { id: 'Singkatkan judul: paling banyak 150 karakter.', en: 'Shorten the title: 150 characters at most.' },
  'account-missing': {
    id: 'Ceritakan apa yang terjadi, paling sedikit 20 karakter.',
    en: 'Tell what happened, at least 20 characters.',
  },
  'text-too-long': {
    id: 'Tulisan terlalu panjang: paling banyak 10.000 karakter.',
    en: 'The text is too long: 10,000 characters at most.',
  },
  'day-invalid': {
    id: 'Periksa tanggal: tulis hari, bulan, dan tahun dengan angka.',
    en: 'Check the date: write day, month and year in figures.',
  },
  'day-ahead': { id: 'Tanggal itu belum terjadi. Periksa lagi.', en: 'That day has not come yet. Check it.' },
  'region-missing': {
    id: 'Pilih kabupaten atau kota, atau "tidak terikat tempat".',
    en: 'Choose a regency or city, or "not tied to a place".',
  },
  'region-unknown': {
    id: 'Wilayah itu tidak ada dalam daftar. Pilih yang lain.',
    en: 'That region is not in the list. Choose another.',
  },
  'agency-missing': {
    id: 'Pilih instansi yang Anda laporkan, atau "instansi lain" dan tulis namanya.',
    en: 'Choose the agency you report, or "another" and write its name.',
  },
  'agency-unknown': {
    id: 'Instansi itu tidak ada dalam direktori. Pilih yang lain.',
    en: 'That agency is not in the directory. Choose another.',
  },
  'respondent-missing': {
    id: 'Tulis nama instansi atau jabatan yang Anda laporkan.',
    en: 'Write the agency or office you report.',
  },
  'complained-missing': {
    id: 'Jawab apakah Anda sudah mengadu ke instansi itu atau atasannya.',
    en: 'Say whether you have complained to that agency or its superior.',
  },
  'complained-how-missing': {
    id: 'Tulis kapan dan ke mana Anda mengadu, dan apa jawabannya.',
    en: 'Write when and where you complained, and what the answer was.',
  },
  'court-missing': { id: 'Jawab apakah perkara ini sedang di pengadilan.', en: 'Say whether this is before a court.' },
  'reported-missing': {
    id: 'Jawab apakah hal ini sudah pernah dilaporkan ke Ombudsman.',
    en: 'Say whether this has been reported to the Ombudsman before.',
  },
  'wish-missing': { id: 'Tulis apa yang Anda harapkan terjadi.', en: 'Write what you wish to happen.' },
  'secret-missing': {
    id: 'Pilih apakah identitas Anda harus dirahasiakan dari instansi yang dilaporkan.',
    en: 'Choose whether your identity must be kept from the agency you report.',
  },
  'consent-missing': {
    id: 'Centang persetujuan. Tanpa itu tidak ada yang dikirim ke Ombudsman.',
    en: 'Tick the consent. Without it nothing is sent to the Ombudsman.',
  },
  'office-missing': { id: 'Pilih kantor tempat laporan ini diterima.', en: 'Choose the office that received this.' },
  'channel-missing': { id: 'Pilih cara orang ini datang.', en: 'Choose how this person came.' },
  'received-missing': { id: 'Tulis hari laporan ini diterima.', en: 'Write the day this was received.' },
  'rapid-criteria-missing': {
    id: 'Centang paling sedikit satu kriteria respons cepat.',
    en: 'Tick at least one criterion of rapid response.',
  },
  'rapid-reason-missing': {
    id: 'Tulis mengapa laporan ini memenuhi kriteria respons cepat.',
    en: 'Write why this meets the criteria of rapid response.',
  },
  'advice-missing': {
    id: 'Tulis penjelasan yang diberikan, atau pilih bahwa konsultasi masih ditindaklanjuti.',
    en: 'Write the advice given, or choose that the consultation is still to be followed up.',
  },
} as const satisfies Readonly<Record<string, Label>>;

export type IntakeFault = keyof typeof INTAKE_FAULTS;
