/** Whether an agreement binds on a day: a question put to its days, never kept. Pure. */
import type { Label } from '../../kernel/language.ts';
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Agreement } from './agreement.ts';
import { type AgreementKind, YEARLY_KINDS } from './kinds.ts';

export const STANDINGS = ['not-signed', 'upcoming', 'in-force', 'lapsing', 'lapsed', 'ended', 'dropped'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STANDING_LABELS: Readonly<Record<Standing, Label>> = {
  'not-signed': { id: 'Belum ditandatangani', en: 'Not signed yet' },
  upcoming: { id: 'Belum mulai berlaku', en: 'Not in force yet' },
  'in-force': { id: 'Berlaku', en: 'In force' },
  lapsing: { id: 'Segera berakhir', en: 'Lapsing soon' },
  lapsed: { id: 'Sudah berakhir', en: 'Lapsed' },
  ended: { id: 'Diakhiri', en: 'Ended' },
  dropped: { id: 'Dibatalkan', en: 'Dropped' },
};

type Dated = Pick<Agreement, 'state' | 'inForceFrom' | 'inForceUntil' | 'endedOn'>;

/** Days before its end from which an agreement counts as lapsing: one of several years, and one about a year. */
export interface WarnDays {
  readonly long: number;
  readonly yearly: number;
}

export function warnDaysFor(kind: AgreementKind, { long, yearly }: WarnDays): number {
  return YEARLY_KINDS.includes(kind) ? yearly : long;
}

export function standingOn(agreement: Dated & Pick<Agreement, 'kind'>, day: Day, warnDays: WarnDays): Standing {
  if (agreement.state === 'dropped') return 'dropped';
  if (agreement.state !== 'signed' && agreement.state !== 'ended') return 'not-signed';
  if (agreement.endedOn !== null && Temporal.PlainDate.compare(agreement.endedOn, day) <= 0) return 'ended';
  if (agreement.inForceFrom === null || Temporal.PlainDate.compare(day, agreement.inForceFrom) < 0) return 'upcoming';
  const left = daysLeft(agreement, day);
  if (left === null) return 'in-force';
  if (left < 0) return 'lapsed';
  return left <= warnDaysFor(agreement.kind, warnDays) ? 'lapsing' : 'in-force';
}

/** Days from `day` to the last day it binds: 0 = today is the last one, negative = over; `null` = without an end. */
export function daysLeft({ inForceUntil }: Pick<Agreement, 'inForceUntil'>, day: Day): number | null {
  return inForceUntil === null ? null : day.until(inForceUntil, { largestUnit: 'day' }).days;
}

/** Whether it binds on a day: what `standingOn` calls in force or lapsing, without counting the days that are left. The board asks it of a whole country. */
export function bindsOn({ state, inForceFrom, inForceUntil, endedOn }: Dated, day: Day): boolean {
  if ((state !== 'signed' && state !== 'ended') || inForceFrom === null) return false;
  if (endedOn !== null && Temporal.PlainDate.compare(endedOn, day) <= 0) return false;
  if (Temporal.PlainDate.compare(inForceFrom, day) > 0) return false;
  return inForceUntil === null || Temporal.PlainDate.compare(day, inForceUntil) <= 0;
}

/**
 * The days between an agreement and the one that follows it that nothing covers, from the first to the last of them; `null` = none. Renewal names
 * them: no uncovered day goes unsaid.
 */
export function gapBetween(
  before: Pick<Agreement, 'inForceUntil' | 'endedOn'>,
  after: Pick<Agreement, 'inForceFrom'>,
): { readonly from: Day; readonly to: Day; readonly days: number } | null {
  const last = lastDay(before);
  if (last === null || after.inForceFrom === null) return null;
  const from = last.add({ days: 1 });
  const to = after.inForceFrom.subtract({ days: 1 });
  const days = from.until(to, { largestUnit: 'day' }).days + 1;
  return days <= 0 ? null : { from, to, days };
}

/** The last day an agreement binds: its term, or the day before it was ended. */
export function lastDay({ inForceUntil, endedOn }: Pick<Agreement, 'inForceUntil' | 'endedOn'>): Day | null {
  const ended = endedOn?.subtract({ days: 1 }) ?? null;
  if (ended === null || inForceUntil === null) return ended ?? inForceUntil;
  return Temporal.PlainDate.compare(ended, inForceUntil) < 0 ? ended : inForceUntil;
}
