import { problemOf } from './answer-kinds.ts';
import type { Indicator, Instrument } from './instrument.ts';
import { PEOPLE_SHEETS } from './instrument.ts';
import { readRational } from './rational.ts';
import { answersIn, type RawData, type RawTally, type RawUnit, tallyFromRaw } from './raw-data.ts';
import { type ResultLine, type ResultNode, resultLines } from './result.ts';
import { scoreTally } from './score.ts';
import { type Place, placesByCode } from './walk.ts';

/** A number of a published result that does not follow from the raw data. */
export interface Difference {
  readonly agency: string;
  readonly agencyName: string;
  /** 0 = the agency as a whole. */
  readonly unit: number;
  readonly unitName: string;
  readonly level: 'agency' | 'unit' | ResultNode['level'];
  /** Code of the dimension, variable or indicator; `null` for agency and unit. */
  readonly code: string | null;
  readonly what: 'score' | 'answered' | 'category' | 'zone' | 'label' | 'complete' | 'there';
  /** What the raw data give, and what is published. */
  readonly expected: string | null;
  readonly found: string | null;
}

/** Something in the raw data of one agency that cannot be: a tally that is not the sum of its sheets, an answer out of scale. */
export interface RawFault {
  readonly code: 'unknown-indicator' | 'wrong-level' | 'answer-out-of-scale' | 'must-apply' | 'not-the-sum-of-sheets';
  readonly agency: string;
  readonly agencyName: string;
  readonly unit: number;
  readonly unitName: string;
  readonly indicator: string;
  readonly expected: string | null;
  readonly found: string | null;
}

/**
 * The result that the raw data of one agency give, and where the published one differs: first the indicators, then what is built on
 * them. Answers that cannot be are named and left out.
 */
export function recompute(
  instrument: Instrument,
  raw: RawData,
  published: readonly ResultLine[],
): { readonly differences: readonly Difference[]; readonly faults: readonly RawFault[]; readonly recomputed: number } {
  const places = placesByCode(instrument);
  const faults: RawFault[] = [];
  const sound = { ...raw, units: raw.units.map((unit) => soundUnit(places, raw, unit, faults)) };
  const tally = tallyFromRaw(sound);
  const lines = resultLines(instrument, tally, scoreTally(instrument, tally));
  const differences: Difference[] = [];
  for (const unitNo of new Set([...lines, ...published].map((line) => line.unitNo))) {
    const at = { agency: raw.agency.code, agencyName: raw.agency.name, unit: unitNo, unitName: nameOf(raw, unitNo) };
    const [expected, found] = [lines, published].map((some) => some.find((line) => line.unitNo === unitNo));
    const level = unitNo === 0 ? ('agency' as const) : ('unit' as const);
    const there = (line: ResultLine | undefined) => (line ? 'yes' : null);
    if (!expected || !found) {
      differences.push({ ...at, level, code: null, what: 'there', expected: there(expected), found: there(found) });
      continue;
    }
    differences.push(...nodesThatDiffer(expected.nodes, found.nodes).map((difference) => ({ ...at, ...difference })));
    differences.push(...fieldsThatDiffer(expected, found).map((difference) => ({ ...at, level, code: null, ...difference })));
  }
  const depth = ['indicator', 'variable', 'dimension', 'unit', 'agency'];
  differences.sort((a, b) => depth.indexOf(a.level) - depth.indexOf(b.level));
  const recomputed = lines.reduce((total, line) => total + 1 + line.nodes.length, 0);
  return { differences, faults, recomputed };
}

function nameOf(raw: RawData, unitNo: number): string {
  return raw.units.find(({ unit }) => unit === unitNo)?.name ?? raw.agency.name;
}

type Found = Pick<Difference, 'level' | 'code' | 'what' | 'expected' | 'found'>;

function nodesThatDiffer(expected: readonly ResultNode[], found: readonly ResultNode[]): Found[] {
  const key = ({ level, code }: ResultNode) => `${level} ${code}`;
  const published = new Map(found.map((node) => [key(node), node]));
  const known = new Set(expected.map(key));
  return [
    ...expected.flatMap((node): Found[] => {
      const other = published.get(key(node));
      const at = { level: node.level, code: node.code };
      if (!other) return [{ ...at, what: 'there', expected: 'yes', found: null }];
      return [
        ...(node.score === other.score ? [] : [{ ...at, what: 'score' as const, expected: node.score, found: other.score }]),
        ...(node.answered === other.answered
          ? []
          : [{ ...at, what: 'answered' as const, expected: String(node.answered), found: String(other.answered) }]),
      ];
    }),
    ...found.flatMap((node): Found[] =>
      known.has(key(node)) ? [] : [{ level: node.level, code: node.code, what: 'there', expected: null, found: 'yes' }],
    ),
  ];
}

function fieldsThatDiffer(expected: ResultLine, found: ResultLine): Pick<Found, 'what' | 'expected' | 'found'>[] {
  const pairs = [
    ['score', expected.exact, found.exact],
    // The rounded one is shown, so it must follow from the exact one too.
    ['score', expected.score, found.score],
    ['category', expected.category, found.category],
    ['zone', expected.zone, found.zone],
    ['label', expected.label?.id ?? null, found.label?.id ?? null],
    ['label', expected.label?.en ?? null, found.label?.en ?? null],
    ['complete', String(expected.complete), String(found.complete)],
  ] as const;
  const differing = pairs.filter(([, a, b]) => a !== b).map(([what, a, b]) => ({ what, expected: a, found: b }));
  return differing.filter(({ what }, place) => differing.findIndex((other) => other.what === what) === place);
}

function soundUnit(places: ReadonlyMap<string, Place>, raw: RawData, unit: RawUnit, faults: RawFault[]): RawUnit {
  const at = { agency: raw.agency.code, agencyName: raw.agency.name, unit: unit.unit, unitName: unit.name };
  const sound: [string, RawTally][] = [];
  for (const [code, tally] of Object.entries(unit.tallies)) {
    const place = places.get(code);
    const fault = (what: RawFault['code'], expected: string | null = null, found: string | null = null) =>
      faults.push({ ...at, code: what, indicator: code, expected, found });
    if (!place) {
      fault('unknown-indicator');
      continue;
    }
    if ((place.dimension.per === 'agency') !== (unit.unit === 0)) {
      fault('wrong-level');
      continue;
    }
    const wrong = tally.counts.find(([value]) => !fits(place.indicator, value));
    if (wrong) fault('answer-out-of-scale', null, wrong[0]);
    if (tally.notApplicable > 0 && !place.indicator.mayNotApply) fault('must-apply', '0', String(tally.notApplicable));
    sound.push([code, { ...tally, counts: tally.counts.filter(([value]) => fits(place.indicator, value)) }]);
  }
  for (const { indicator, dimension } of places.values()) {
    if ((dimension.per === 'agency') !== (unit.unit === 0) || PEOPLE_SHEETS.includes(indicator.from)) continue;
    const [expected, found] = [tallyText(tallySheets(indicator, unit)), tallyText(unit.tallies[indicator.code])];
    if (expected !== found) faults.push({ ...at, code: 'not-the-sum-of-sheets', indicator: indicator.code, expected, found });
  }
  return { ...unit, tallies: Object.fromEntries(sound) };
}

function fits(indicator: Indicator, value: string): boolean {
  const number = value.includes('/') ? undefined : readRational(value);
  return number !== undefined && problemOf(indicator.answer, number) === undefined;
}

/** What the sheets about things add up to; where none answers, what was pushed stands in. */
function tallySheets({ code, from }: Indicator, unit: RawUnit): RawTally {
  const sheets = unit.sheets.filter(({ kind }) => kind === from);
  const answers = sheets.filter((sheet) => Object.hasOwn(sheet.answers, code)).map((sheet) => sheet.answers[code] ?? null);
  const pushed = unit.secondary.find(({ indicator }) => indicator === code);
  if (answers.length === 0 && pushed) {
    return {
      counts: pushed.value === null ? [] : [[pushed.value, 1]],
      notApplicable: pushed.value === null ? 1 : 0,
      unanswered: 0,
    };
  }
  const counts = Map.groupBy(
    answers.filter((value) => value !== null),
    (value) => value,
  );
  return {
    counts: [...counts].map(([value, some]) => [value, some.length] as const),
    notApplicable: answers.filter((value) => value === null).length,
    unanswered: sheets.length - answers.length,
  };
}

/** `3×2, 1×1, tidak berlaku ×1`, in a form that is the same for the same counts. */
function tallyText(tally: RawTally | undefined): string | null {
  if (!tally || (answersIn(tally) === 0 && tally.unanswered === 0)) return null;
  const counts = [...tally.counts].sort(([a], [b]) => Number(a) - Number(b)).map(([value, many]) => `${value}×${many}`);
  return [...counts, tally.notApplicable > 0 && `n/a×${tally.notApplicable}`, tally.unanswered > 0 && `?×${tally.unanswered}`]
    .filter(Boolean)
    .join(' ');
}
