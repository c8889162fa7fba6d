import type { Label } from '../../kernel/language.ts';
import type { AgencyTally, Tallies, Tally } from './answers.ts';
import { type Instrument, PEOPLE_SHEETS, type SheetKind } from './instrument.ts';
import { placesOf } from './walk.ts';

/**
 * What a published result of one agency was computed from, as anyone may have it: one line of canonical JSON, whose SHA-256 stands in
 * the publication. What was seen in documents is there sheet by sheet with the hashes of its evidence; what people answered is there
 * as counts alone.
 */
export interface RawData {
  readonly kind: 'assessment';
  readonly format: 1;
  readonly assessment: string;
  readonly version: number;
  readonly round: string;
  readonly year: number;
  readonly instrument: { readonly id: string; readonly version: number };
  readonly agency: { readonly code: string; readonly name: string; readonly kind: string; readonly region: string | null };
  /** `unit` 0 is the agency itself: what is measured once for it. */
  readonly units: readonly RawUnit[];
}

export interface RawUnit {
  readonly unit: number;
  readonly agency: string;
  readonly name: string;
  readonly locus: Label | null;
  readonly tallies: Readonly<Record<string, RawTally>>;
  /** Groups of people smaller than five: their counts say little, and of each person more. */
  readonly smallGroups: readonly { readonly kind: SheetKind; readonly people: number }[];
  readonly sheets: readonly RawSheet[];
  readonly secondary: readonly RawSecondary[];
}

export interface RawTally {
  readonly counts: readonly (readonly [value: string, count: number])[];
  readonly notApplicable: number;
  readonly unanswered: number;
}

/** A sheet about a product, the unit or the agency. */
export interface RawSheet {
  readonly sheet: number;
  readonly kind: SheetKind;
  readonly service: string | null;
  /** By indicator; `null` = does not apply. */
  readonly answers: Readonly<Record<string, string | null>>;
  /** SHA-256 of the files behind an answer, by indicator. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
}

/** A number another room or office had already; it counts where no sheet answers. */
export interface RawSecondary {
  readonly indicator: string;
  readonly measure: string;
  readonly value: string | null;
  readonly source: string;
  readonly rowsAt: string | null;
}

/** Fewer people than this are a small group. */
export const SMALL_GROUP = 5;

export function rawTallies(tallies: Tallies): Readonly<Record<string, RawTally>> {
  return Object.fromEntries(
    [...tallies]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, tally]) => [
        code,
        { counts: inOrder(tally.counts), notApplicable: tally.notApplicable, unanswered: tally.unanswered ?? 0 },
      ]),
  );
}

/** By value, so that the same answers are always the same bytes. */
function inOrder(counts: Tally['counts']): Tally['counts'] {
  return [...counts].sort(([a], [b]) => Number(a) - Number(b) || (a < b ? -1 : 1));
}

/** The way back: the tallies a score is computed from. */
export function tallyFromRaw(raw: Pick<RawData, 'agency' | 'units'>): AgencyTally {
  const own = raw.units.find(({ unit }) => unit === 0);
  return {
    agency: raw.agency.code,
    units: raw.units
      .filter(({ unit }) => unit > 0)
      .map((unit) => ({ unit: String(unit.unit), tallies: new Map(Object.entries(unit.tallies)) })),
    tallies: new Map(Object.entries(own?.tallies ?? {})),
  };
}

/** How many people of each kind answered, where they were few. */
export function smallGroups(instrument: Instrument, tallies: Tallies): RawUnit['smallGroups'] {
  return PEOPLE_SHEETS.flatMap((kind) => {
    const asked = placesOf(instrument).filter(({ indicator }) => indicator.from === kind);
    const people = Math.max(0, ...asked.map(({ indicator }) => answersIn(tallies.get(indicator.code))));
    return people > 0 && people < SMALL_GROUP ? [{ kind, people }] : [];
  });
}

/** Answers in a tally, those included that say "does not apply". */
export function answersIn(tally: Tally | undefined): number {
  return tally ? tally.notApplicable + tally.counts.reduce((total, [, count]) => total + count, 0) : 0;
}
