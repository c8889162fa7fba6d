import { type AnswerProblem, readAnswer } from './answer-kinds.ts';
import {
  type AgencyTally,
  type Answers,
  type Sheet,
  saysNotApplicable,
  type Tallies,
  type Tally,
  type Written,
} from './answers.ts';
import { type Instrument, PEOPLE_SHEETS, type SheetKind } from './instrument.ts';
import { type Place, placesByCode } from './walk.ts';

export interface TallyProblem {
  readonly problem: AnswerProblem | 'unknown-indicator' | 'wrong-sheet' | 'must-apply' | 'unit-twice' | 'wrong-level';
  /** `null` for what is about the agency itself. */
  readonly unit: string | null;
  readonly sheet: SheetKind | null;
  /** Which of the unit's sheets in the order given, from 1; `null` where the problem is the unit itself. */
  readonly sheetNumber: number | null;
  readonly indicator: string | null;
  readonly written: string | null;
}

/** Counts what was written down, naming everything that does not fit the instrument. Nothing that is wrong is counted. */
export function tally(instrument: Instrument, answers: Answers): { tally: AgencyTally; problems: readonly TallyProblem[] } {
  const places = placesByCode(instrument);
  const problems: TallyProblem[] = [];
  const seen = new Set<string>();
  const units = answers.units.flatMap(({ unit, sheets }) => {
    if (seen.has(unit)) {
      problems.push({ problem: 'unit-twice', unit, sheet: null, sheetNumber: null, indicator: null, written: null });
      return [];
    }
    seen.add(unit);
    return [{ unit, tallies: tallySheets(places, unit, sheets, problems) }];
  });
  const own = tallySheets(places, null, answers.sheets ?? [], problems);
  return { tally: { agency: answers.agency, units, tallies: own }, problems };
}

interface Counting {
  readonly counts: Map<string, number>;
  notApplicable: number;
  unanswered: number;
}

function tallySheets(
  places: ReadonlyMap<string, Place>,
  unit: string | null,
  sheets: readonly Sheet[],
  problems: TallyProblem[],
): Tallies {
  const counting = new Map<string, Counting>();
  const entryOf = (code: string) => {
    const entry = counting.get(code) ?? { counts: new Map<string, number>(), notApplicable: 0, unanswered: 0 };
    counting.set(code, entry);
    return entry;
  };
  sheets.forEach((sheet, index) => {
    const counted = new Set<string>();
    for (const [code, written] of Object.entries(sheet.answers)) {
      if (isBlank(written)) continue;
      const wrong = (problem: TallyProblem['problem']) => {
        problems.push({ problem, unit, sheet: sheet.kind, sheetNumber: index + 1, indicator: code, written: String(written) });
      };
      const place = places.get(code);
      const misplaced = misplacement(place, sheet.kind, unit);
      if (!place || misplaced) wrong(misplaced ?? 'unknown-indicator');
      else if (count(place, written, entryOf(code), wrong)) counted.add(code);
    }
    if (PEOPLE_SHEETS.includes(sheet.kind)) return;
    for (const [code, place] of places) {
      if (!misplacement(place, sheet.kind, unit) && !counted.has(code)) entryOf(code).unanswered += 1;
    }
  });
  return new Map([...counting].map(([code, entry]): [string, Tally] => [code, settled(entry)]));
}

function isBlank(written: Written): written is null {
  return written === null || (typeof written === 'string' && written.trim() === '');
}

/** Why a place of the instrument is not answered on this sheet of this unit (or of the agency). */
function misplacement(place: Place | undefined, kind: SheetKind, unit: string | null): TallyProblem['problem'] | null {
  if (!place) return 'unknown-indicator';
  if (place.indicator.from !== kind) return 'wrong-sheet';
  return (place.dimension.per === 'agency') === (unit === null) ? null : 'wrong-level';
}

/** Whether it could be counted. */
function count(
  { indicator }: Place,
  written: NonNullable<Written>,
  into: Counting,
  wrong: (problem: TallyProblem['problem']) => void,
): boolean {
  if (saysNotApplicable(written)) {
    if (indicator.mayNotApply) into.notApplicable += 1;
    else wrong('must-apply');
    return indicator.mayNotApply;
  }
  const kept = readAnswer(indicator.answer, written);
  if (typeof kept !== 'string') {
    wrong(kept.problem);
    return false;
  }
  into.counts.set(kept, (into.counts.get(kept) ?? 0) + 1);
  return true;
}

function settled({ counts, notApplicable, unanswered }: Counting): Tally {
  return { counts: [...counts], notApplicable, ...(unanswered > 0 ? { unanswered } : {}) };
}
