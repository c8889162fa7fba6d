/**
 * The light of rules/light.ts as SQL, for lists and counts over many lines (aliased `l`). A property test compares the two. Shares are compared by
 * multiplying out, so nothing is rounded: with D the way from baseline to final target, `x` of the way is (x - baseline) in the target's direction.
 */
import { type RawBuilder, sql } from 'kysely';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Light, LightRule } from '../../rules/light.ts';

const FINAL = sql`coalesce(l.target_4, l.target_3, l.target_2, l.target_1)`;
/** Where the way begins; where less is better and nobody wrote that, at the target. */
const START = sql`coalesce(l.baseline, CASE WHEN l.direction = 'down' THEN ${FINAL} ELSE 0 END)`;

/** `litDay` of rules/light.ts; the query has the agreement as `a`. */
export function litDaySql(today: Day): RawBuilder<Day> {
  return sql<Day>`least(${today.toString()}::date, a.ended_on - 1)`;
}

function onDay(day: Day | RawBuilder<Day>): RawBuilder<Day> {
  return day instanceof Temporal.PlainDate ? sql<Day>`${day.toString()}::date` : day;
}

/** Adds the columns `way`, `confirmed_way`, `reported_way` and `expected_way` of a line, as a lateral join called `w`. */
export function wayOf(day: Day | RawBuilder<Day>): RawBuilder<unknown> {
  const today = onDay(day);
  const quarterIsOver = (quarter: number) =>
    sql`make_date(l.year + ${sql.lit(quarter === 4 ? 1 : 0)}, ${sql.lit(quarter === 4 ? 1 : quarter * 3 + 1)}, 1) <= ${today}`;
  return sql`CROSS JOIN LATERAL (
    SELECT CASE WHEN ${FINAL} IS NULL THEN 100 WHEN ${FINAL} = ${START} THEN 1 ELSE abs(${FINAL} - ${START}) END AS way,
      CASE WHEN ${FINAL} IS NULL THEN 0 ELSE ${START} END AS start,
      CASE WHEN ${FINAL} < ${START} THEN -1 ELSE 1 END AS sign,
      ${FINAL} = ${START} AS keeps,
      CASE WHEN l.target_4 IS NOT NULL AND l.target_3 IS NOT NULL AND ${quarterIsOver(3)} THEN l.target_3
           WHEN coalesce(l.target_4, l.target_3) IS NOT NULL AND l.target_2 IS NOT NULL AND ${quarterIsOver(2)} THEN l.target_2
           WHEN coalesce(l.target_4, l.target_3, l.target_2) IS NOT NULL AND l.target_1 IS NOT NULL AND ${quarterIsOver(1)} THEN l.target_1
      END AS due_target
  ) v CROSS JOIN LATERAL (
    SELECT v.way,
      CASE WHEN l.confirmed IS NULL THEN 0 WHEN v.keeps THEN ${met('l.confirmed')} ELSE (l.confirmed - v.start) * v.sign END AS confirmed_way,
      CASE WHEN l.reported IS NULL THEN 0 WHEN v.keeps THEN ${met('l.reported')} ELSE (l.reported - v.start) * v.sign END AS claimed_way,
      CASE WHEN l.due_on < ${today} THEN v.way
           WHEN v.due_target IS NULL THEN 0
           WHEN v.keeps THEN ${met('v.due_target')}
           ELSE least(greatest((v.due_target - v.start) * v.sign, 0), v.way) END AS expected_way
  ) w CROSS JOIN LATERAL (SELECT greatest(w.confirmed_way, w.claimed_way) AS reported_way) r`;
}

/** A target that only keeps what is there is met by keeping it. */
function met(column: 'l.confirmed' | 'l.reported' | 'v.due_target'): RawBuilder<number> {
  const amount = sql.raw(column);
  return sql<number>`(CASE WHEN (l.direction = 'up' AND ${amount} >= v.start) OR (l.direction = 'down' AND ${amount} <= v.start) THEN 1 ELSE 0 END)`;
}

/** What the other side confirmed of a line (`l`) is all that was promised: `hasReached` of rules/light.ts. Needs no join. */
export const REACHED = sql<boolean>`(CASE WHEN l.confirmed IS NULL THEN false WHEN ${FINAL} IS NULL THEN l.confirmed >= 100
  WHEN ${FINAL} < ${START} OR (${FINAL} = ${START} AND l.direction = 'down') THEN l.confirmed <= ${FINAL} ELSE l.confirmed >= ${FINAL} END)`;

/** The light of a line; the query joins `wayOf(day)`. */
export function lightSql(day: Day | RawBuilder<Day>, rule: LightRule): RawBuilder<Light> {
  const today = onDay(day);
  const [green, yellow, stale] = [sql.lit(rule.green), sql.lit(rule.yellow), sql.lit(rule.staleDays)];
  return sql<Light>`(CASE
    WHEN l.state = 'dropped' THEN 'none'
    WHEN l.state = 'not-done' THEN 'red'
    WHEN l.state = 'done' THEN CASE WHEN ${REACHED} THEN 'green' ELSE 'yellow' END
    WHEN l.due_on < ${today} THEN CASE WHEN l.state = 'reported' THEN 'yellow' ELSE 'red' END
    WHEN r.reported_way * 100 < w.expected_way * ${yellow} THEN 'red'
    WHEN r.reported_way * 100 < w.expected_way * ${green} THEN 'yellow'
    WHEN w.expected_way > 0 AND l.evidence_asked <> '' AND l.evidence_count = 0 THEN 'yellow'
    WHEN w.confirmed_way * 100 < w.expected_way * ${green} THEN 'yellow'
    WHEN l.starts_on <= ${today} AND ${today} - coalesce(l.reported_on, l.confirmed_on, l.starts_on) > ${stale} THEN 'yellow'
    WHEN w.expected_way = 0 AND w.confirmed_way <= 0 THEN 'none'
    ELSE 'green' END)`;
}
