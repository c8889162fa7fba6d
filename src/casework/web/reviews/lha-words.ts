/** What the pages say of suggestions and of the report that gives them (LHA). */
import type { Language } from '../../../kernel/language.ts';

const id = {
  title: 'Saran dan LHA',
  lead: 'Saran ini dimuat dalam Laporan Hasil Analisis (LHA). Begitu LHA dikirim, saran menjadi kewajiban instansi dengan tenggat; sebelum itu instansi tidak melihatnya.',
  none: 'Belum ada saran. Saran ditulis bersama analisis dan disampaikan dengan LHA.',
  write: 'Tulis saran',
  written: 'Saran ditulis. Instansi baru melihatnya setelah LHA dikirim.',
  notGiven: 'Belum dimuat dalam LHA',
  inDocument: (state: string) => `Dalam LHA: ${state.toLowerCase()}`,
  noDue: 'Sejak LHA diterima',
  columns: { what: 'Saran', to: 'Kepada', due: 'Tenggat', state: 'Keadaan' },
  takeBack: 'Tarik',
  takenBack: 'Saran ditarik. Tidak ada yang disampaikan.',
  make: 'Susun naskah LHA',
  makeLead: (count: number) =>
    `${count} saran belum disampaikan. Naskah LHA disusun dari tulisan kajian dan saran itu, lalu diperiksa rekan, disegel kepala kantor, dan dikirim.`,
  afterApproval: 'Naskah LHA dapat disusun setelah kepala kantor mengesahkan hasil analisis.',
  made: 'Naskah LHA disusun. Periksa isinya; seorang rekan memeriksanya lagi sebelum disegel.',
  toDocument: 'Buka LHA',
  number: 'LHA',
};

const en: typeof id = {
  title: 'Suggestions and LHA',
  lead: 'These suggestions go into the report of the analysis (LHA). Once that is sent they are obligations of the agency with a due day; before that the agency does not see them.',
  none: 'No suggestions yet. They are written with the analysis and given with the LHA.',
  write: 'Write a suggestion',
  written: 'The suggestion was written. The agency sees it once the LHA is sent.',
  notGiven: 'In no LHA yet',
  inDocument: (state) => `In an LHA: ${state.toLowerCase()}`,
  noDue: 'From the receipt of the LHA',
  columns: { what: 'Suggestion', to: 'To', due: 'Due', state: 'State' },
  takeBack: 'Take back',
  takenBack: 'The suggestion was taken back. Nothing was given.',
  make: 'Draft the LHA',
  makeLead: (count) =>
    `${count} ${count === 1 ? 'suggestion has' : 'suggestions have'} not been given. The LHA is drafted from the texts of the review and from them; a colleague reviews it, the head seals it, and it is sent.`,
  afterApproval: 'The LHA can be drafted once the head of the office has approved the analysis.',
  made: 'The LHA was drafted. Look at what it says; a colleague reviews it before it is sealed.',
  toDocument: 'Open the LHA',
  number: 'LHA',
};

export function lhaWordsIn(language: Language): typeof id {
  return language === 'en' ? en : id;
}
