/** What the events of this area are called on a case's history. The steps of the transition table have theirs in `rules/event-labels.ts`. */
import type { Label } from '../../../kernel/language.ts';

export const VERIFICATION_EVENTS: Readonly<Record<string, Label>> = {
  'checks-answered': { id: 'Syarat diperiksa', en: 'Requirements checked' },
  proposed: { id: 'Usul kepada rapat pleno', en: 'Proposal to the plenary' },
  'reason-given': { id: 'Alasan dicatat', en: 'Reason recorded' },
  'question-asked': { id: 'Pertanyaan kelengkapan', en: 'Question about what is missing' },
  'question-answered': { id: 'Pertanyaan kelengkapan dijawab', en: 'Question answered' },
  'plenary-decided': { id: 'Putusan rapat pleno dicatat', en: 'Decision of the plenary recorded' },
  'team-changed': { id: 'Susunan tim berubah', en: 'The team changed' },
  'clock-continued': { id: 'Tenggat pemeriksaan berlanjut', en: 'The deadline of the examination runs on' },
  'transfer-proposed': { id: 'Penyerahan ke kantor lain diusulkan', en: 'A transfer to another office was proposed' },
  'transfer-withdrawn': { id: 'Usul penyerahan ditarik', en: 'The proposed transfer was withdrawn' },
  'transfer-accepted': { id: 'Penyerahan diterima kantor lain', en: 'The other office accepted the transfer' },
  'transfer-declined': { id: 'Penyerahan tidak diterima kantor lain', en: 'The other office declined the transfer' },
  'conflict-recorded': { id: 'Benturan kepentingan dicatat', en: 'Conflict of interest recorded' },
  'conflict-lifted': { id: 'Benturan kepentingan dinyatakan tidak ada lagi', en: 'Conflict of interest lifted' },
};
