/** What an agency owes the Ombudsman. Plain values; who reported the case behind it does not occur here. */
import type { Label } from '../../../kernel/language.ts';
import { type Moment, Temporal, type Zone } from '../../../kernel/time.ts';
import type { CaseRuleSet, ParameterRule } from '../../../law/index.ts';
import type { ObligationState } from './obligation.transitions.ts';

export const OBLIGATION_KINDS = ['corrective-action', 'recommendation', 'suggestion', 'improvement-suggestion'] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

export const OBLIGATION_KIND_LABELS: Readonly<Record<ObligationKind, Label>> = {
  'corrective-action': { id: 'Tindakan korektif', en: 'Corrective action' },
  recommendation: { id: 'Rekomendasi', en: 'Recommendation' },
  suggestion: { id: 'Saran perbaikan', en: 'Suggestion' },
  'improvement-suggestion': { id: 'Saran penyempurnaan', en: 'Improvement suggestion' },
};

/** The limit each kind has unless whoever issues it names another (PO 58/2023 art. 54; UU 37/2008 art. 38(2); house default). */
export const OBLIGATION_RULES: Readonly<Record<ObligationKind, ParameterRule>> = {
  'corrective-action': 'case.corrective',
  recommendation: 'case.recommendation-report',
  suggestion: 'case.suggestion',
  'improvement-suggestion': 'case.suggestion',
};

export interface Obligation {
  readonly id: string;
  /** Exactly one of the two. */
  readonly caseId: string | null;
  readonly reviewId: string | null;
  readonly kind: ObligationKind;
  /** Within its case or review: 1, 2, 3. */
  readonly ordinal: number;
  /** Whom it is addressed to, and counted for. */
  readonly agencyId: string;
  readonly governmentId: string;
  /** From the root of its tree to the agency. */
  readonly agencyPath: readonly string[];
  /** The office the government gave it to, `null` = the addressee itself. */
  readonly handlerAgencyId: string | null;
  readonly handlerPath: readonly string[];
  /** The Ombudsman's office it is owed to. */
  readonly officeId: string;
  readonly officePath: readonly string[];
  /** The office held (jabatan), never a name. */
  readonly position: string;
  readonly text: string;
  readonly evidenceAsked: string;
  readonly documentId: string | null;
  readonly issuedAt: Moment;
  readonly receivedAt: Moment | null;
  readonly rule: ParameterRule;
  readonly ruleSet: CaseRuleSet;
  readonly dueAt: Moment;
  readonly zone: Zone;
  readonly regionCode: string | null;
  readonly state: ObligationState;
  readonly stateAt: Moment;
  /** When the report that stands was handed in. */
  readonly reportedAt: Moment | null;
  /** When the last word was spoken. */
  readonly judgedAt: Moment | null;
  /** A request for more time waits for the Ombudsman. */
  readonly asksTime: boolean;
  readonly isPublic: boolean;
  readonly version: number;
  readonly isExample: boolean;
}

/** When the agency had done its part: its report, or (without one) the day the Ombudsman saw it done; `null` while it has not. */
export function doneAt(obligation: Pick<Obligation, 'state' | 'reportedAt' | 'judgedAt'>): Moment | null {
  if (obligation.state === 'carried-out') return obligation.reportedAt ?? obligation.judgedAt;
  return null;
}

/** Late is a question: handed in after the due moment, or not handed in and the due moment is over. A withdrawn one is never late. */
export function isLateAt(obligation: Pick<Obligation, 'state' | 'reportedAt' | 'judgedAt' | 'dueAt'>, now: Moment): boolean {
  if (obligation.state === 'withdrawn') return false;
  const handedIn = obligation.reportedAt ?? obligation.judgedAt ?? now;
  return Temporal.Instant.compare(handedIn, obligation.dueAt) > 0;
}
