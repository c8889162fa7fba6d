/**
 * The questions of rules/in-force.ts and `withoutFocalPoint` as SQL (alias `a`), each on the day it is where the agreement is. A property test
 * compares them with the rules.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Standing, WarnDays } from '../../rules/in-force.ts';
import { COVERING_KINDS, YEARLY_KINDS } from '../../rules/kinds.ts';

/** The day of a moment in the zone of the row. */
export function dayThere(now: Moment): RawBuilder<unknown> {
  return sql`(${now.toString()}::timestamptz AT TIME ZONE a.zone)::date`;
}

/** `bindsOn`: true for the rows that bind on a day. */
export function bindsOnDay(day: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(a.state IN ('signed', 'ended') AND (a.ended_on IS NULL OR a.ended_on > ${day}) AND a.in_force_from <= ${day}
    AND (a.in_force_until IS NULL OR a.in_force_until >= ${day}))`;
}

/** `warnDaysFor`: days before its end from which the row counts as lapsing. */
export function warnDaysThere({ long, yearly }: WarnDays): RawBuilder<number> {
  return sql<number>`(CASE WHEN ${IS_YEARLY} THEN ${yearly}::int ELSE ${long}::int END)`;
}

/** `standingOn`: true for the rows that stand so now. */
export function standsAs(standing: Standing, now: Moment, warnDays: WarnDays): RawBuilder<boolean> {
  const day = dayThere(now);
  const signed = sql`a.state IN ('signed', 'ended') AND (a.ended_on IS NULL OR a.ended_on > ${day})`;
  const lapsing = sql`a.in_force_until <= ${day} + ${warnDaysThere(warnDays)}`;
  switch (standing) {
    case 'dropped':
      return sql<boolean>`(a.state = 'dropped')`;
    case 'not-signed':
      return sql<boolean>`(a.state NOT IN ('signed', 'ended', 'dropped'))`;
    case 'ended':
      return sql<boolean>`(a.state IN ('signed', 'ended') AND a.ended_on <= ${day})`;
    case 'upcoming':
      return sql<boolean>`(${signed} AND a.in_force_from > ${day})`;
    case 'lapsed':
      return sql<boolean>`(${signed} AND a.in_force_from <= ${day} AND a.in_force_until < ${day})`;
    case 'lapsing':
      return sql<boolean>`(${bindsOnDay(day)} AND ${lapsing})`;
    case 'in-force':
      return sql<boolean>`(${bindsOnDay(day)} AND (a.in_force_until IS NULL OR NOT ${lapsing}))`;
  }
}

/** True for a party (alias `p`) of the row that nobody can be asked through on a day: no focal point, or none that anything would reach. */
export function lacksFocalPoint(day: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`NOT EXISTS (SELECT FROM agreements.focal_points f WHERE f.agreement_id = a.id AND f.party_id = p.id
    AND f.since <= ${day} AND (f.until IS NULL OR f.until > ${day}) AND (f.office_mail <> '' OR ${isInOffice(day)}))`;
}

/** True for a focal point (alias `f`, of a party `p`) whose person holds a position of that government on a day. */
export function isInOffice(day: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`EXISTS (SELECT FROM directory.positions h JOIN directory.agencies g ON g.id = h.agency_id
    WHERE h.person_id = f.person_id AND g.government_id = p.government_id AND h.starts_on <= ${day} AND (h.ends_on IS NULL OR h.ends_on > ${day}))`;
}

/** True for the rows in force now of which a party cannot be asked through anybody. */
export function unwatched(now: Moment): RawBuilder<boolean> {
  const day = dayThere(now);
  return sql<boolean>`(${bindsOnDay(day)} AND EXISTS (
    SELECT FROM agreements.parties p WHERE p.agreement_id = a.id AND ${lacksFocalPoint(day)}))`;
}

/** True for the kinds whose document is about a year. */
export const IS_YEARLY: RawBuilder<boolean> = sql<boolean>`(a.kind IN (${sql.join(YEARLY_KINDS.map((kind) => sql.lit(kind)))}))`;

/** True for the kinds that cover a government. */
export const COVERS: RawBuilder<boolean> = sql<boolean>`(a.kind IN (${sql.join(COVERING_KINDS.map((kind) => sql.lit(kind)))}))`;

/**
 * True for the rows that something signed follows for each of their governments. A draft follows nothing yet: forgotten, it would silence every warning.
 *
 * @param more what else must hold of the one that follows (alias `n`)
 */
export function isFollowed(more: RawBuilder<boolean> = sql<boolean>`true`): RawBuilder<boolean> {
  const follows = sql`SELECT FROM agreements.agreements n WHERE n.predecessor_id = a.id AND n.state IN ('signed', 'ended') AND ${more}`;
  return sql<boolean>`(EXISTS (${follows}) AND NOT EXISTS (SELECT FROM unnest(a.government_ids) AS each (id)
    WHERE NOT EXISTS (${follows} AND n.government_ids @> ARRAY[each.id])))`;
}
