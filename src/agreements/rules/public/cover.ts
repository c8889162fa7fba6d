/** Which days a government is covered by a memorandum, and which by none: over all its agreements, past and present. Pure. */
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { lastDay } from '../in-force.ts';
import { COVERING_KINDS } from '../kinds.ts';
import { isPublic } from '../visibility.ts';

/** Both days belong to it; `until: null` = without an end. */
export interface Spell {
  readonly from: Day;
  readonly until: Day | null;
}

export interface Gap {
  readonly from: Day;
  readonly until: Day;
  readonly days: number;
}

type Covering = Pick<Agreement, 'kind' | 'state' | 'inForceFrom' | 'inForceUntil' | 'endedOn'>;

/** Those to which the government itself is a party: what one of its offices has signed covers nobody else. */
export function ofGovernment<Known extends Pick<Agreement, 'parties'>>(
  agreements: readonly Known[],
  governmentId: string,
): readonly Known[] {
  return agreements.filter(({ parties }) => parties.some(({ agencyId }) => agencyId === governmentId));
}

/** The days memoranda bind, put together: spells that touch or overlap are one. The earliest first. */
export function coverSpells(agreements: readonly Covering[]): readonly Spell[] {
  const spells = agreements
    .filter((one) => COVERING_KINDS.includes(one.kind) && isPublic(one))
    .flatMap((one): Spell[] => {
      const until = lastDay(one);
      if (one.inForceFrom === null || (until !== null && isBefore(until, one.inForceFrom))) return [];
      return [{ from: one.inForceFrom, until }];
    })
    .toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from));
  const whole: Spell[] = [];
  for (const spell of spells) {
    const last = whole.at(-1);
    if (!last || (last.until !== null && isBefore(last.until.add({ days: 1 }), spell.from))) whole.push(spell);
    else whole[whole.length - 1] = { from: last.from, until: later(last.until, spell.until) };
  }
  return whole;
}

/** The days between the first one ever covered and `to` that nothing covers, the earliest first. Never covered at all = none: there was no promise. */
export function uncoveredUntil(agreements: readonly Covering[], to: Day): readonly Gap[] {
  const spells = coverSpells(agreements);
  return spells.flatMap((spell, index): Gap[] => {
    if (spell.until === null) return [];
    const from = spell.until.add({ days: 1 });
    const next = spells[index + 1]?.from.subtract({ days: 1 });
    const until = next && isBefore(next, to) ? next : to;
    return isBefore(until, from) ? [] : [{ from, until, days: from.until(until, { largestUnit: 'day' }).days + 1 }];
  });
}

/** The spell a day lies in. */
export function spellOn(spells: readonly Spell[], day: Day): Spell | undefined {
  return spells.find(({ from, until }) => !isBefore(day, from) && (until === null || !isBefore(until, day)));
}

function isBefore(a: Day, b: Day): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

function later(a: Day | null, b: Day | null): Day | null {
  return a === null || b === null ? null : isBefore(a, b) ? b : a;
}
