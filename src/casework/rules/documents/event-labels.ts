import type { Label } from '../../../kernel/language.ts';

/** What a case's timeline says of its documents; their own files tell the rest. */
export const DOCUMENT_EVENTS_LABELS = {
  'document-sent': { id: 'Naskah dikirim', en: 'Document sent' },
  'document-received': { id: 'Naskah diterima', en: 'Document received' },
  'document-returned': { id: 'Naskah kembali, tidak sampai', en: 'Document returned undelivered' },
  'document-superseded': { id: 'Naskah diganti dengan yang baru', en: 'Document replaced by a new one' },
  'document-answered': { id: 'Jawaban atas surat diterima', en: 'Answer to a letter received' },
} as const satisfies Record<string, Label>;
