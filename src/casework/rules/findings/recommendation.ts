/**
 * The recommendation: what it must contain (UU 37/2008 art. 37), and how the judged points add up to its outcome (art. 38). Points are obligations of
 * kind `recommendation`; they are judged where all obligations are.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { CaseAction } from '../case.transitions.ts';
import type { SeenObligation } from './obligations-seen.ts';

export interface RecommendationPoint {
  readonly no: number;
  readonly agencyId: string;
  readonly position: string;
  readonly text: string;
  readonly evidenceAsked: string;
  readonly obligationId: string | null;
}

export type RecommendationState = 'draft' | 'submitted' | 'signed';
export const RECOMMENDATION_STATE_LABELS: Readonly<Record<RecommendationState, Label>> = {
  draft: { id: 'Sedang disusun', en: 'Being written' },
  submitted: { id: 'Diajukan kepada Ketua', en: 'Handed in to the chair' },
  signed: { id: 'Ditetapkan', en: 'Signed' },
};

export const RECOMMENDATION_TEXTS = ['account', 'examined', 'forms', 'opinion', 'reasons'] as const;
export type RecommendationText = (typeof RECOMMENDATION_TEXTS)[number];
export const RECOMMENDATION_TEXT_LABELS: Readonly<Record<RecommendationText, Label>> = {
  account: { id: 'Uraian laporan', en: 'Account of the report' },
  examined: { id: 'Hasil pemeriksaan', en: 'Result of the examination' },
  forms: { id: 'Bentuk maladministrasi', en: 'Forms of maladministration' },
  opinion: { id: 'Kesimpulan dan pendapat', en: 'Conclusion and opinion' },
  reasons: { id: 'Alasan rekomendasi', en: 'Why it is recommended' },
};

export interface Recommendation {
  readonly id: string;
  readonly caseId: string;
  readonly no: number;
  readonly state: RecommendationState;
  readonly texts: Readonly<Record<RecommendationText, string>>;
  readonly superiorAgencyId: string | null;
  readonly superiorPosition: string;
  readonly documentId: string | null;
  readonly content: Readonly<Record<string, string>> | null;
  readonly editedBy: string;
  readonly signedAt: Moment | null;
  readonly receivedAt: Moment | null;
  readonly revision: number;
  readonly points: readonly RecommendationPoint[];
}

export type RecommendationGap = RecommendationText | 'points' | 'respondent' | 'superior';
export const RECOMMENDATION_GAP_LABELS: Readonly<Record<Exclude<RecommendationGap, RecommendationText>, Label>> = {
  points: { id: 'Isi rekomendasi: setidaknya satu butir', en: 'What is recommended: at least one point' },
  respondent: { id: 'Terlapor yang dituju', en: 'The respondent it is addressed to' },
  superior: { id: 'Atasan Terlapor yang dituju', en: 'The superior it is addressed to' },
};

/** What is missing before a recommendation can go to the chair; number, day and signature come with the sealing. */
export function gapsInRecommendation(
  recommendation: Pick<Recommendation, 'texts' | 'points' | 'superiorAgencyId' | 'superiorPosition'>,
  respondents: number,
): RecommendationGap[] {
  const gaps: RecommendationGap[] = RECOMMENDATION_TEXTS.filter((name) => recommendation.texts[name].trim() === '');
  if (recommendation.points.length === 0) gaps.push('points');
  if (respondents === 0) gaps.push('respondent');
  if (recommendation.superiorAgencyId === null || recommendation.superiorPosition.trim() === '') gaps.push('superior');
  return gaps;
}

/** The fields of a document of kind `recommendation`. */
export function composeRecommendation({
  texts,
  points,
}: Pick<Recommendation, 'texts'> & {
  readonly points: readonly (Pick<RecommendationPoint, 'position' | 'text' | 'evidenceAsked'> & { readonly agency: string })[];
}): Readonly<Record<string, string>> {
  const line = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
  return {
    account: texts.account.trim(),
    examined: texts.examined.trim(),
    forms: texts.forms.trim(),
    opinion: `${texts.opinion.trim()}\n\n${texts.reasons.trim()}`,
    recommended: points
      .map(({ position, agency, text, evidenceAsked }) =>
        line(
          `${position} (${agency}): ${text.replace(/\.?\s*$/, '')}. Bukti pelaksanaan: ${evidenceAsked.replace(/\.?\s*$/, '')}.`,
        ),
      )
      .join('\n'),
  };
}

export type RecommendationOutcome = 'carried-out' | 'partly' | 'not';
export const OUTCOME_OF_POINTS_LABELS: Readonly<Record<RecommendationOutcome, Label>> = {
  'carried-out': { id: 'Dilaksanakan', en: 'Carried out' },
  partly: { id: 'Dilaksanakan sebagian', en: 'Carried out in part' },
  not: { id: 'Tidak dilaksanakan', en: 'Not carried out' },
};

/**
 * The outcome follows from the points (UU 37/2008 art. 38): carried out when all are, not when none is even in part, else in part. A point that was
 * withdrawn does not count.
 *
 * @returns `undefined` while a point is not finally judged, or there is none that counts
 */
export function outcomeOfPoints(obligations: readonly SeenObligation[]): RecommendationOutcome | undefined {
  const points = obligations.filter((one) => one.kind === 'recommendation' && one.state !== 'withdrawn');
  if (points.length === 0 || points.some((one) => one.judgedAt === null)) return undefined;
  if (points.every((one) => one.state === 'carried-out')) return 'carried-out';
  return points.every((one) => one.state === 'not-carried-out') ? 'not' : 'partly';
}

/** The step that an outcome allows from monitoring; from the further steps, what closes it. */
export const ACTION_OF_OUTCOME: Readonly<
  Record<'recommendation' | 'further-steps', Readonly<Record<RecommendationOutcome, CaseAction>>>
> = {
  recommendation: { 'carried-out': 'carried-out', partly: 'carried-out-partly', not: 'not-carried-out' },
  'further-steps': { 'carried-out': 'carried-out', partly: 'conclude-partly', not: 'conclude-not' },
};
