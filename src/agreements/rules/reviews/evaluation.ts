/** A yearly evaluation as a value: frozen figures, the words of every side, and when it is published. Pure. */
import type { Label } from '../../../kernel/language.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, type Moment, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { lastDay } from '../in-force.ts';
import type { LightRule } from '../light.ts';
import type { AgreementRefusal } from '../refusals.ts';
import type { FigureCounts } from './figures.ts';
import type { DecisionState, ReviewState } from './review.transitions.ts';
import type { LineSnapshot } from './snapshot.ts';

export const PROGRAMME_RECOMMENDATIONS = {
  continue: { id: 'Dilanjutkan', en: 'Go on' },
  change: { id: 'Diubah', en: 'Change' },
  end: { id: 'Diakhiri', en: 'End' },
} as const satisfies Record<string, Label>;
export type ProgrammeRecommendation = keyof typeof PROGRAMME_RECOMMENDATIONS;

export const RECOMMENDATIONS = {
  renew: { id: 'Diperpanjang', en: 'Renew' },
  change: { id: 'Diubah', en: 'Change' },
  end: { id: 'Diakhiri', en: 'End' },
} as const satisfies Record<string, Label>;
export type Recommendation = keyof typeof RECOMMENDATIONS;

/** What was counted, with every record behind it. Days are ISO texts: it is kept as JSON. */
export interface EvaluationFigures {
  readonly asOf: string;
  readonly rule: LightRule;
  readonly programmes: readonly { readonly code: string; readonly label: Label; readonly counts: FigureCounts }[];
  readonly all: FigureCounts;
  readonly lines: readonly LineSnapshot[];
  readonly reviews: readonly {
    readonly ordinal: number;
    readonly period: Label;
    readonly meetsOn: string;
    readonly state: ReviewState;
    readonly number: string | null;
  }[];
  readonly decisions: readonly {
    readonly review: number;
    readonly ordinal: number;
    readonly text: string;
    readonly owner: string;
    readonly dueOn: string;
    readonly state: DecisionState;
  }[];
  /** Uncovered days before or after the agreement, in words of both languages. */
  readonly gaps: readonly Label[];
}

export interface SideWords {
  readonly overall: string;
  readonly recommendation: Recommendation | null;
  readonly programmes: Readonly<
    Record<string, { readonly text: string; readonly recommendation: ProgrammeRecommendation | null }>
  >;
}

export interface Spoken {
  readonly root: string;
  readonly version: number;
  readonly words: SideWords;
  readonly savedAt: Moment;
  /** `null` = still a draft of that side. */
  readonly spokenAt: Moment | null;
}

export type EvaluationState = 'open' | 'published' | 'dropped';
export const EVALUATION_STATES: readonly EvaluationState[] = ['open', 'published', 'dropped'];

export const EVALUATION_STATE_LABELS: Readonly<Record<EvaluationState, Label>> = {
  open: { id: 'Menunggu tanggapan para pihak', en: 'Waiting for the words of the parties' },
  published: { id: 'Terbit', en: 'Published' },
  dropped: { id: 'Dibatalkan', en: 'Dropped' },
};

export interface Evaluation {
  readonly id: string;
  readonly agreementId: string;
  readonly version: number;
  readonly year: number;
  readonly edition: number;
  readonly state: EvaluationState;
  /** Why it takes the place of the edition before it. */
  readonly reason: string | null;
  readonly figures: EvaluationFigures;
  readonly figuresAt: Moment;
  readonly wordsDueOn: Day;
  readonly openedBy: string;
  readonly openedRoot: string;
  readonly number: string | null;
  readonly content: EvaluationContent | null;
  readonly publishedAt: Moment | null;
  readonly publishedBy: string | null;
  readonly fileId: string | null;
  readonly spoken: readonly Spoken[];
}

/** What the published document says: fixed when it gets its number. */
export interface EvaluationContent {
  readonly number: string;
  readonly at: string;
  readonly zone: string;
  readonly year: number;
  readonly agreement: {
    readonly code: string;
    readonly title: string;
    readonly kind: string;
    readonly place: string;
    readonly isExample: boolean;
  };
  readonly parties: readonly string[];
  readonly figures: EvaluationFigures;
  readonly sides: readonly {
    readonly root: string;
    readonly name: string;
    readonly words: SideWords | null;
    readonly dueOn: string;
  }[];
  readonly replaces: { readonly number: string; readonly reason: string } | null;
}

export const EVALUATION_LIMIT = 6000;

export const EMPTY_WORDS: SideWords = { overall: '', recommendation: null, programmes: {} };

/** The years of an agreement that can be evaluated on a day: every year of its term that has begun. */
export function yearsToEvaluate(
  agreement: Pick<Agreement, 'inForceFrom' | 'inForceUntil' | 'endedOn' | 'yearFrom' | 'yearUntil'>,
  today: Day,
): readonly number[] {
  const start = agreement.inForceFrom;
  if (start === null) return [];
  const [first, last] = [
    agreement.yearFrom ?? start.year,
    Math.min(agreement.yearUntil ?? 9999, lastDay(agreement)?.year ?? 9999, today.year),
  ];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

/** The year a form proposes: the newest one that is over and was not evaluated, else the newest that was not, else the newest. */
export function yearProposed(
  agreement: Parameters<typeof yearsToEvaluate>[0],
  evaluated: readonly number[],
  today: Day,
): number | undefined {
  const years = yearsToEvaluate(agreement, today).toReversed();
  const left = years.filter((year) => !evaluated.includes(year));
  const isOver = (year: number) => Temporal.PlainDate.compare(evaluationDueOn(agreement, year, 0), today) < 0;
  return left.find(isOver) ?? left[0] ?? years[0];
}

/** The day by which a year is to be evaluated: so many days after its end, or after the end of the agreement within it. */
export function evaluationDueOn(agreement: Pick<Agreement, 'inForceUntil' | 'endedOn'>, year: number, afterDays: number): Day {
  const end = Temporal.PlainDate.from({ year, month: 12, day: 31 });
  const last = lastDay(agreement);
  const over = last !== null && Temporal.PlainDate.compare(last, end) < 0 ? last : end;
  return over.add({ days: afterDays });
}

/** What keeps a side's words from being handed in. Every programme gets a word or a recommendation; the whole both. */
export function flawsOfWords(
  words: SideWords,
  programmes: readonly string[],
): readonly { readonly field: string; readonly code: AgreementRefusal }[] {
  const flaws: { field: string; code: AgreementRefusal }[] = [];
  for (const code of programmes) {
    const said = words.programmes[code];
    if (!said || said.recommendation === null)
      flaws.push({ field: `recommendation-${code}`, code: 'agreement.recommendation-missing' });
  }
  if (words.overall.trim() === '') flaws.push({ field: 'overall', code: 'agreement.text-missing' });
  if (words.recommendation === null) flaws.push({ field: 'recommendation', code: 'agreement.recommendation-missing' });
  return [...flaws, ...tooLong(words)];
}

export function tooLong(words: SideWords): readonly { readonly field: string; readonly code: AgreementRefusal }[] {
  const texts: [string, string][] = [
    ['overall', words.overall],
    ...Object.entries(words.programmes).map(([code, { text }]): [string, string] => [`text-${code}`, text]),
  ];
  return texts
    .filter(([, text]) => text.length > EVALUATION_LIMIT)
    .map(([field]) => ({ field, code: 'agreement.text-too-long' }));
}

/**
 * Whether it is to be published now: every side has handed in its words, or the days are over and at least one has. Where nobody spoke there is
 * nothing to publish but figures: it waits, and the desks of all sides say so.
 */
export function isToBePublished(
  { spoken, wordsDueOn }: Pick<Evaluation, 'spoken' | 'wordsDueOn'>,
  roots: readonly string[],
  today: Day,
): boolean {
  const have = roots.filter((root) => spoken.some((one) => one.root === root && one.spokenAt !== null));
  if (have.length === roots.length) return true;
  return have.length > 0 && Temporal.PlainDate.compare(wordsDueOn, today) < 0;
}

/** Whether a side may still change and hand in its words. After its days it may, as long as nothing is published. */
export function mayHandIn(evaluation: Pick<Evaluation, 'state' | 'spoken'>, root: string): Result<null, AgreementRefusal> {
  if (evaluation.state !== 'open') return refuse('agreement.not-now');
  return evaluation.spoken.some((one) => one.root === root && one.spokenAt !== null)
    ? refuse('agreement.words-handed-in')
    : { ok: true, value: null };
}

/** 'EV-2026/RK-2026-0001', of a correction 'EV-2026-P1/RK-2026-0001'. */
export function evaluationNumber(code: string, year: number, edition: number): string {
  return `EV-${year}${edition === 1 ? '' : `-P${edition - 1}`}/${code}`;
}
