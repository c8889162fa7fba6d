/**
 * Kinds of examination steps, as data: which way they go, which letter and which minutes belong to them, which clock starts on receipt.
 * UU 37/2008 art. 8(1) (documents, visits), 28, 31 (summonses, assistance), 33 (written explanation, second request). A new kind is a line here and
 * a value in the SQL CHECK, compared by a test.
 */
import type { Label } from '../../../kernel/language.ts';
import type { ParameterRule } from '../../../law/index.ts';
import type { DocumentKind } from '../documents/kinds.ts';

export const STEP_KINDS = [
  'documents',
  'clarification',
  'clarification-second',
  'summons-1',
  'summons-2',
  'summons-3',
  'assistance',
  'visit',
  'interview',
  'expert',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** `written`: something is asked for and answered. `appearance`: somebody is called and comes. `meeting`: the examiners go or ask themselves. */
export type StepMode = 'written' | 'appearance' | 'meeting';

export interface StepKindData {
  readonly label: Label;
  readonly hint: Label;
  readonly mode: StepMode;
  /** The letter that goes out; `null` = none, or not through this system. */
  readonly letter: DocumentKind | null;
  /** The minutes written afterwards. */
  readonly minutes: DocumentKind | null;
  /** Starts when the letter has been received; the answer is late after it. */
  readonly clock: ParameterRule | null;
  /** Whom it is addressed to. */
  readonly to: 'respondent' | 'other' | 'either';
  /** The step that must have been missed before this one may be sent. */
  readonly after: StepKind | null;
}

const summons = (
  letter: 'summons-1' | 'summons-2' | 'summons-3',
  ordinal: readonly [string, string],
  after: StepKind | null,
): StepKindData => ({
  label: { id: `Panggilan ${ordinal[0]}`, en: `Summons ${ordinal[0]}` },
  hint: {
    id: `Pejabat dipanggil ${ordinal[1]} untuk memberi keterangan pada hari dan tempat tertentu.`,
    en: 'An official is called to give information on a day, at a place.',
  },
  mode: 'appearance',
  letter,
  minutes: 'interview-minutes',
  clock: null,
  to: 'either',
  after,
});

export const STEP_KIND_DATA: Readonly<Record<StepKind, StepKindData>> = {
  documents: {
    label: { id: 'Permintaan data dan dokumen', en: 'Request for documents' },
    hint: {
      id: 'Dokumen yang diperlukan dari Terlapor atau instansi lain.',
      en: 'Documents needed of the respondent or of somebody else.',
    },
    mode: 'written',
    letter: 'document-request',
    minutes: null,
    clock: 'case.documents',
    to: 'either',
    after: null,
  },
  clarification: {
    label: { id: 'Permintaan penjelasan tertulis', en: 'Request for written clarification' },
    hint: {
      id: 'Tenggat jawaban berjalan sejak surat diterima.',
      en: 'The time to answer runs from the receipt of the letter.',
    },
    mode: 'written',
    letter: 'clarification-request',
    minutes: null,
    clock: 'case.explanation',
    to: 'respondent',
    after: null,
  },
  'clarification-second': {
    label: { id: 'Permintaan penjelasan tertulis kedua', en: 'Second request for written clarification' },
    hint: {
      id: 'Bila tidak dijawab juga, hak memberi penjelasan dianggap tidak digunakan (UU 37/2008 Pasal 33).',
      en: 'If this one is not answered either, the right to explain is deemed waived (UU 37/2008 art. 33).',
    },
    mode: 'written',
    letter: 'clarification-second',
    minutes: null,
    clock: 'case.explanation',
    to: 'respondent',
    after: 'clarification',
  },
  'summons-1': summons('summons-1', ['I', 'pertama kali'], null),
  'summons-2': summons('summons-2', ['II', 'untuk kedua kali'], 'summons-1'),
  'summons-3': summons('summons-3', ['III', 'untuk ketiga kali'], 'summons-2'),
  assistance: {
    label: { id: 'Permintaan bantuan penghadiran', en: 'Request for assistance' },
    hint: {
      id: 'Setelah tiga panggilan tidak dipenuhi tanpa alasan yang sah, bantuan kepolisian dapat diminta (UU 37/2008 Pasal 31).',
      en: 'After three summonses missed without good reason the police may be asked to help (UU 37/2008 art. 31).',
    },
    mode: 'written',
    letter: 'police-assistance',
    minutes: 'interview-minutes',
    clock: null,
    to: 'other',
    after: 'summons-3',
  },
  visit: {
    label: { id: 'Pemeriksaan lapangan', en: 'Visit' },
    hint: {
      id: 'Dengan atau tanpa pemberitahuan sebelumnya.',
      en: 'With or without notice beforehand.',
    },
    mode: 'meeting',
    letter: 'visit-notice',
    minutes: 'visit-minutes',
    clock: null,
    to: 'either',
    after: null,
  },
  interview: {
    label: { id: 'Permintaan keterangan (BAP)', en: 'Interview with minutes' },
    hint: {
      id: 'Orang ditulis dengan jabatannya; saksi ditulis "saksi 1", "saksi 2". Nama saksi tidak dicatat di sistem.',
      en: 'People are written by position; witnesses as "saksi 1", "saksi 2". Names of witnesses are not recorded here.',
    },
    mode: 'meeting',
    letter: null,
    minutes: 'interview-minutes',
    clock: null,
    to: 'either',
    after: null,
  },
  expert: {
    label: { id: 'Pendapat ahli', en: 'Expert opinion' },
    hint: {
      id: 'Lembaga dan bidang keahliannya.',
      en: 'The institution and its field.',
    },
    mode: 'written',
    letter: null,
    minutes: null,
    clock: null,
    to: 'other',
    after: null,
  },
};

export function isStepKind(text: string): text is StepKind {
  return (STEP_KINDS as readonly string[]).includes(text);
}
