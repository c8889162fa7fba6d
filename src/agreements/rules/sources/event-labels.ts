import type { Label } from '../../../kernel/language.ts';

export const sourcesEventLabels: Readonly<Record<string, Label>> = {
  'sources-measure-set': { id: 'Ukuran langsung dipasang pada baris', en: 'Live measure attached to a line' },
  'sources-measure-removed': { id: 'Ukuran langsung dilepas dari baris', en: 'Live measure taken off a line' },
  'sources-session-planned': { id: 'Sesi kegiatan direncanakan', en: 'Session planned' },
  'sources-session-changed': { id: 'Rencana sesi diubah', en: 'Plan of a session changed' },
  'sources-session-recorded': { id: 'Hasil sesi dicatat', en: 'What came of a session recorded' },
  'sources-session-corrected': { id: 'Catatan hasil sesi dibetulkan', en: 'Record of a session corrected' },
  'sources-session-cancelled': { id: 'Sesi kegiatan dibatalkan', en: 'Session cancelled' },
  'sources-question-asked': { id: 'Pertanyaan dalam sesi dicatat', en: 'Question of a session written down' },
  'sources-question-answered': { id: 'Pertanyaan dalam sesi dijawab', en: 'Question of a session answered' },
  'sources-answer-published': { id: 'Jawaban diumumkan', en: 'Answer published' },
  'sources-answer-withheld': { id: 'Jawaban tidak diumumkan', en: 'Answer not published' },
};
