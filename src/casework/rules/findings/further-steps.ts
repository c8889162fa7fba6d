/** What follows a recommendation that was not, or not fully, carried out: UU 37/2008 art. 38(4) and 39. */
import type { Label } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Basis } from '../../../law/index.ts';
import type { DocumentKind } from '../documents/kinds.ts';

export const FURTHER_STEPS = ['sanction', 'dpr-president', 'publication'] as const;
export type FurtherStep = (typeof FURTHER_STEPS)[number];

export interface FurtherStepData {
  readonly label: Label;
  readonly basis: Basis;
  /** The letter it goes by; publication has its own page. */
  readonly document: DocumentKind | null;
}

export const FURTHER_STEP_DATA: Readonly<Record<FurtherStep, FurtherStepData>> = {
  sanction: {
    label: {
      id: 'Rekomendasi sanksi kepada pejabat dua tingkat di atas Terlapor',
      en: 'Recommendation of sanctions to the official two levels above the respondent',
    },
    basis: { regulation: 'uu-37-2008', place: 'Pasal 39' },
    document: 'sanction-recommendation',
  },
  'dpr-president': {
    label: { id: 'Laporan kepada DPR dan Presiden', en: 'Report to DPR and President' },
    basis: { regulation: 'uu-37-2008', place: 'Pasal 38 ayat (4)' },
    document: 'report-to-dpr',
  },
  publication: {
    label: { id: 'Publikasi', en: 'Publication' },
    basis: { regulation: 'uu-37-2008', place: 'Pasal 38 ayat (4)' },
    document: null,
  },
};

export function isFurtherStep(text: string): text is FurtherStep {
  return (FURTHER_STEPS as readonly string[]).includes(text);
}

export interface RecordedStep {
  readonly step: FurtherStep;
  readonly takenOn: Day | null;
  /** What shows it, besides a document. */
  readonly proof: string;
  readonly documentId: string | null;
  /** Why it was not taken; empty when it was. */
  readonly whyNot: string;
}

/** Steps that are neither recorded as taken nor explained. */
export function stepsMissing(recorded: readonly Pick<RecordedStep, 'step' | 'takenOn' | 'whyNot'>[]): FurtherStep[] {
  return FURTHER_STEPS.filter(
    (step) => !recorded.some((one) => one.step === step && (one.takenOn !== null || one.whyNot.trim() !== '')),
  );
}
