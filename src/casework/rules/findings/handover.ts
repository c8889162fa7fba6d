/**
 * What must be in a file that goes to resolution and monitoring, looked through item by item; an incomplete one goes back to the examiners (PO 58/2023
 * art. 54). The article asks for a completeness check; its list is not in our sources, so these items are ours (not confirmed).
 */
import type { Label } from '../../../kernel/language.ts';
import type { Basis } from '../../../law/index.ts';

export const HANDOVER_BASIS: Basis = { regulation: 'po-58-2023', place: 'Pasal 54' };

export const HANDOVER_ITEMS = [
  'report',
  'plenary',
  'explanation',
  'evidence',
  'lhp',
  'receipt',
  'reminders',
  'chronology',
] as const;
export type HandoverItem = (typeof HANDOVER_ITEMS)[number];

export const HANDOVER_LABELS: Readonly<Record<HandoverItem, Label>> = {
  report: {
    id: 'Laporan beserta hasil verifikasi formil dan materiil',
    en: 'The report with its formal and material verification',
  },
  plenary: { id: 'Berita acara rapat pleno', en: 'Minutes of the plenary' },
  explanation: {
    id: 'Penjelasan Terlapor, atau bukti bahwa penjelasan sudah diminta',
    en: 'The explanation of the respondent, or proof that it was asked for',
  },
  evidence: { id: 'Daftar bukti beserta sidik berkasnya', en: 'The evidence register with its digests' },
  lhp: { id: 'Hasil pemeriksaan yang sudah disegel', en: 'The sealed report of the examination' },
  receipt: { id: 'Bukti terima hasil pemeriksaan oleh Terlapor', en: 'Proof that the respondent received it' },
  reminders: { id: 'Laporan pelaksanaan dan surat pengingat', en: 'Reports on the actions and reminders' },
  chronology: { id: 'Kronologi penanganan', en: 'Chronology of the handling' },
};

export const HANDOVER_ANSWERS = ['present', 'missing', 'not-needed'] as const;
export type HandoverAnswer = (typeof HANDOVER_ANSWERS)[number];

export const HANDOVER_ANSWER_LABELS: Readonly<Record<HandoverAnswer, Label>> = {
  present: { id: 'Ada', en: 'Present' },
  missing: { id: 'Belum ada', en: 'Missing' },
  'not-needed': { id: 'Tidak diperlukan', en: 'Not needed' },
};

export function isHandoverItem(text: string): text is HandoverItem {
  return (HANDOVER_ITEMS as readonly string[]).includes(text);
}
export function isHandoverAnswer(text: string): text is HandoverAnswer {
  return (HANDOVER_ANSWERS as readonly string[]).includes(text);
}

export type HandoverAnswers = ReadonlyMap<HandoverItem, HandoverAnswer>;

/** `open`: an item nobody looked at; `incomplete`: looked at, something is missing; else the file is complete. */
export function handoverState(answers: HandoverAnswers): 'open' | 'incomplete' | 'complete' {
  if (HANDOVER_ITEMS.some((item) => !answers.has(item))) return 'open';
  return HANDOVER_ITEMS.some((item) => answers.get(item) === 'missing') ? 'incomplete' : 'complete';
}
