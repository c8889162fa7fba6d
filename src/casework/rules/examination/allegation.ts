/** Allegations of maladministration: one form each, against one respondent, with its own evidence and its own finding. */
import type { Label } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Stage } from '../case.transitions.ts';
import type { CaseRefusal } from '../refusals.ts';
import type { FormCode } from './forms.ts';

export const FINDINGS = ['found', 'not-found', 'not-examined'] as const;
export type Finding = (typeof FINDINGS)[number];

export const FINDING_LABELS: Readonly<Record<Finding, Label>> = {
  found: { id: 'Ditemukan', en: 'Found' },
  'not-found': { id: 'Tidak ditemukan', en: 'Not found' },
  'not-examined': { id: 'Tidak diperiksa', en: 'Not examined' },
};

export interface Allegation {
  readonly id: string;
  /** 1, 2, 3 within the case. */
  readonly no: number;
  readonly form: FormCode;
  readonly respondentId: string;
  readonly description: string;
  /** When in the life of the case it came up. */
  readonly raisedStage: Stage;
  readonly raisedAt: Moment;
  /** A reference: `person:ID`. */
  readonly raisedBy: string;
  readonly finding: Finding | null;
  readonly reason: string;
  readonly judgedAt: Moment | null;
  readonly judgedBy: string | null;
}

/** Findings are made while the case is examined and written up; with the LHP they are fixed. */
export const JUDGING_STAGES: readonly Stage[] = ['examination', 'reporting', 'rapid'];

/**
 * What keeps a finding from being made. "Found" rests on evidence (bukti materiil dan/atau formil, PO 26/2017); every finding has its reason.
 *
 * @param evidenceFor pieces of evidence that speak for the allegation
 */
export function refusalToFind(finding: Finding, reason: string, evidenceFor: number): CaseRefusal | undefined {
  if (reason.trim() === '') return 'case.reason-missing';
  if (finding === 'found' && evidenceFor === 0) return 'case.found-without-evidence';
  return undefined;
}

/** What keeps the examination from being finished: no allegation at all, or one that nobody has judged. */
export function refusalToFinish(
  allegations: readonly Pick<Allegation, 'finding'>[],
  stepsUnderWay: number,
): CaseRefusal | undefined {
  if (allegations.length === 0) return 'case.no-allegation';
  if (allegations.some((each) => each.finding === null)) return 'case.allegations-open';
  if (stepsUnderWay > 0) return 'case.steps-under-way';
  return undefined;
}

/** How the allegations of a case ended, for the LHP, reports and reviews. */
export interface FindingsSummary {
  readonly found: readonly Allegation[];
  readonly notFound: readonly Allegation[];
  readonly notExamined: readonly Allegation[];
  readonly open: readonly Allegation[];
  /** What the findings lead to; `null` while one is open. All of them unexamined: the examination was ended. */
  readonly conclusion: 'found' | 'not-found' | 'ended' | null;
}

export function summarise(allegations: readonly Allegation[]): FindingsSummary {
  const by = (finding: Finding | null) => allegations.filter((each) => each.finding === finding);
  const [found, notFound, notExamined, open] = [by('found'), by('not-found'), by('not-examined'), by(null)];
  const conclusion =
    open.length > 0 || allegations.length === 0 ? null : found.length > 0 ? 'found' : notFound.length > 0 ? 'not-found' : 'ended';
  return { found, notFound, notExamined, open, conclusion };
}
