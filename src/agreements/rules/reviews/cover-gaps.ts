/** The days between the memoranda of one government that none of them covers: the coverage board names them. Pure. */
import { type Day, Temporal } from '../../../kernel/time.ts';
import { coverSpells } from '../public/cover.ts';
import type { Gap } from './renewal.ts';

/** Longer ago is for the page of the government, which names every one. */
const LOOKED_BACK_DAYS = 730;

/** Those that ended lately, that run, and that signed documents leave ahead; the earliest first. Never covered at all = none: there was no promise. */
export function coverGaps(covers: Parameters<typeof coverSpells>[0], day: Day): readonly Gap[] {
  const spells = coverSpells(covers);
  return spells.flatMap((spell, index): Gap[] => {
    if (spell.until === null) return [];
    const from = spell.until.add({ days: 1 });
    const next = spells[index + 1]?.from ?? null;
    const to = next?.subtract({ days: 1 }) ?? null;
    if (to === null && Temporal.PlainDate.compare(from, day) > 0) return [];
    const days = from.until(to ?? day, { largestUnit: 'day' }).days + 1;
    const isForeseen = Temporal.PlainDate.compare(from, day) > 0;
    return to !== null && to.until(day, { largestUnit: 'day' }).days > LOOKED_BACK_DAYS ? [] : [{ from, to, days, isForeseen }];
  });
}
