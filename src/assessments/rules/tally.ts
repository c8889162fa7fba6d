import { type AnswerProblem, readAnswer } from './answer-kinds.ts';
import type { AgencyTally, Answers, Sheet, Tallies, Tally } from './answers.ts';
import { NOT_APPLICABLE } from './answers.ts';
import type { Instrument, SheetKind } from './instrument.ts';
import { type Place, placesByCode } from './walk.ts';

export interface TallyProblem {
  readonly problem: AnswerProblem | 'unknown-indicator' | 'wrong-sheet' | 'must-apply' | 'unit-twice' | 'wrong-level';
  /** `null` for what is about the agency itself. */
  readonly unit: string | null;
  readonly sheet: SheetKind | null;
  readonly indicator: string | null;
  readonly written: string | null;
}

/** Counts what was written down, naming everything that does not fit the instrument. Nothing that is wrong is counted. */
export function tally(instrument: Instrument, answers: Answers): { tally: AgencyTally; problems: readonly TallyProblem[] } {
  const places = placesByCode(instrument);
  const problems: TallyProblem[] = [];
  const seen = new Set<string>();
  const units = answers.units.map(({ unit, sheets }) => {
    if (seen.has(unit)) problems.push({ problem: 'unit-twice', unit, sheet: null, indicator: null, written: null });
    seen.add(unit);
    return { unit, tallies: tallySheets(places, unit, sheets, problems) };
  });
  const own = tallySheets(places, null, answers.sheets ?? [], problems);
  return { tally: { agency: answers.agency, units, tallies: own }, problems };
}

function tallySheets(
  places: ReadonlyMap<string, Place>,
  unit: string | null,
  sheets: readonly Sheet[],
  problems: TallyProblem[],
): Tallies {
  const counting = new Map<string, { counts: Map<string, number>; notApplicable: number }>();
  for (const sheet of sheets) {
    for (const [code, written] of Object.entries(sheet.answers)) {
      if (written === null || written === '') continue;
      const wrong = (problem: TallyProblem['problem']) =>
        problems.push({ problem, unit, sheet: sheet.kind, indicator: code, written: String(written) });
      const place = places.get(code);
      if (!place) {
        wrong('unknown-indicator');
        continue;
      }
      if (place.indicator.from !== sheet.kind) {
        wrong('wrong-sheet');
        continue;
      }
      if ((place.dimension.per === 'agency') !== (unit === null)) {
        wrong('wrong-level');
        continue;
      }
      const entry = counting.get(code) ?? { counts: new Map<string, number>(), notApplicable: 0 };
      counting.set(code, entry);
      if (written === NOT_APPLICABLE) {
        if (place.indicator.mayNotApply) entry.notApplicable += 1;
        else wrong('must-apply');
        continue;
      }
      const kept = readAnswer(place.indicator.answer, written);
      if (typeof kept === 'string') entry.counts.set(kept, (entry.counts.get(kept) ?? 0) + 1);
      else wrong(kept.problem);
    }
  }
  return new Map(
    [...counting].map(([code, { counts, notApplicable }]): [string, Tally] => [code, { counts: [...counts], notApplicable }]),
  );
}
