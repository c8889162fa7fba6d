import type { Label } from '../../../kernel/language.ts';

export const tablesEventLabels: Readonly<Record<string, Label>> = {
  'tables-brought': { id: 'Tabel rencana diunggah', en: 'A table of the plan was uploaded' },
  'tables-accepted': { id: 'Perubahan dari tabel diterima', en: 'Changes from a table were accepted' },
  'tables-finished': { id: 'Unggahan tabel selesai diproses', en: 'The upload of a table was finished' },
  'tables-discarded': { id: 'Sisa unggahan tabel dibuang', en: 'What was left of a table was discarded' },
};
