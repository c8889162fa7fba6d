/**
 * What an assessment still lacks before it may be submitted, said so exactly that someone can go and mend it: which unit, which
 * sheet, which indicator.
 */
import { shareOf } from './answer-kinds.ts';
import type { Assessment, Rating, SheetRow } from './assessment.ts';
import { type Indicator, type Instrument, PEOPLE_SHEETS } from './instrument.ts';
import { rational } from './rational.ts';
import { questionsOn } from './walk.ts';

export type Lack =
  | 'no-units' // no unit is measured
  | 'no-assessor' // nobody is sent to the unit
  | 'no-second-assessor' // drawn for a second rating, and nobody is sent
  | 'no-sheet' // the unit has no sheet at all
  | 'no-product' // a product sheet does not say which product
  | 'not-done' // the sheet is not marked as done
  | 'no-answer'
  | 'must-apply' // "does not apply" where it may not be said
  | 'no-evidence'
  | 'conflict'; // two answers stand side by side until someone chooses

export interface Missing {
  readonly lack: Lack;
  /** 0 = the agency itself. */
  readonly unitNo: number;
  readonly rating: Rating;
  readonly sheetNo: number | null;
  readonly indicator: string | null;
}

/** An answer as far as completeness asks. */
export interface AnswerFact {
  readonly unitNo: number;
  readonly rating: Rating;
  readonly sheetNo: number;
  readonly indicator: string;
  /** As kept; `null` = does not apply. */
  readonly value: string | null;
  readonly hasNote: boolean;
  /** Pieces of evidence that were not withdrawn. */
  readonly evidence: number;
}

export interface Findings {
  readonly sheets: readonly SheetRow[];
  readonly answers: readonly AnswerFact[];
  /** Conflicts that nobody has decided. */
  readonly conflicts: readonly Omit<Missing, 'lack'>[];
  /** Measures other rooms have pushed for a unit (by its number, 0 = the agency): they need no answer in the field. */
  readonly pushed?: ReadonlySet<string>;
}

/** The key of a pushed measure in `Findings.pushed`. */
export const pushedKey = (unitNo: number, measure: string) => `${unitNo} ${measure}`;

/**
 * Whether an answer lacks the evidence its indicator requires. What is there must be shown. What is found to be absent cannot be
 * photographed: for the worst answer a note of where one looked is enough. What does not apply needs neither, and people never leave
 * anything that could tell who they are.
 */
export function lacksEvidence(indicator: Indicator, answer: Pick<AnswerFact, 'value' | 'hasNote' | 'evidence'>): boolean {
  if (PEOPLE_SHEETS.includes(indicator.from)) return false;
  if (indicator.evidence !== 'required' || answer.value === null || answer.evidence > 0) return false;
  return !(answer.hasNote && shareOf(indicator.answer, rational(answer.value)).equals(0));
}

/**
 * Everything that is missing on the sheets that count (rating 1) and on those of the drawn second rating: a sample of which only the
 * convenient part was rated would say nothing. Second raters bring no evidence of their own. A self-assessment is never missing.
 */
export function missingOf(
  instrument: Pick<Instrument, 'dimensions'>,
  assessment: Pick<Assessment, 'units'>,
  findings: Findings,
): readonly Missing[] {
  if (assessment.units.length === 0) return [{ lack: 'no-units', unitNo: 0, rating: 1, sheetNo: null, indicator: null }];
  const ofUnits = assessment.units.flatMap((unit) => {
    const of = (lack: Lack, rating: Rating): Missing => ({ lack, unitNo: unit.no, rating, sheetNo: null, indicator: null });
    const has = (rating: Rating) => findings.sheets.some((sheet) => sheet.unitNo === unit.no && sheet.rating === rating);
    return [
      ...(unit.assessorId === null ? [of('no-assessor', 1)] : []),
      ...(has(1) ? [] : [of('no-sheet', 1)]),
      ...(has(2) && unit.secondAssessorId === null ? [of('no-second-assessor', 2)] : []),
    ];
  });
  const answers = Map.groupBy(findings.answers, keyOf);
  const ofSheets = findings.sheets
    .filter((sheet) => sheet.rating !== 0)
    .flatMap((sheet) => missingOnSheet(instrument, sheet, answers.get(keyOf(sheet)) ?? [], findings.pushed));
  const open = findings.conflicts.filter((one) => one.rating !== 0).map((one): Missing => ({ ...one, lack: 'conflict' }));
  return [...ofUnits, ...ofSheets, ...open];
}

/**
 * What one sheet lacks; the field form shows the same. People may leave any question unanswered: of their sheets only one without any
 * answer lacks something.
 */
export function missingOnSheet(
  instrument: Pick<Instrument, 'dimensions'>,
  sheet: Pick<SheetRow, 'unitNo' | 'rating' | 'sheetNo' | 'kind' | 'serviceName' | 'done'>,
  answers: readonly AnswerFact[],
  pushed: ReadonlySet<string> = new Set(),
): readonly Missing[] {
  const of = (lack: Lack, indicator: string | null): Missing => ({
    lack,
    unitNo: sheet.unitNo,
    rating: sheet.rating,
    sheetNo: sheet.sheetNo,
    indicator,
  });
  const byCode = new Map(answers.map((answer) => [answer.indicator, answer]));
  const maySkip = PEOPLE_SHEETS.includes(sheet.kind) && answers.length > 0;
  const questions = questionsOn(instrument, sheet.kind).flatMap(({ indicator }): Missing[] => {
    const { code, measure } = indicator;
    const answer = byCode.get(code);
    if (!answer && maySkip) return [];
    if (!answer) return measure !== null && pushed.has(pushedKey(sheet.unitNo, measure)) ? [] : [of('no-answer', code)];
    if (answer.value === null && !indicator.mayNotApply) return [of('must-apply', code)];
    return sheet.rating === 1 && lacksEvidence(indicator, answer) ? [of('no-evidence', code)] : [];
  });
  return [
    ...(sheet.kind === 'product' && sheet.serviceName === null ? [of('no-product', null)] : []),
    ...questions,
    ...(sheet.done ? [] : [of('not-done', null)]),
  ];
}

const keyOf = (sheet: Pick<SheetRow, 'unitNo' | 'rating' | 'sheetNo'>) => `${sheet.unitNo} ${sheet.rating} ${sheet.sheetNo}`;
