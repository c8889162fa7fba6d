/** What is to be reviewed, evaluated and renewed, for the desk of one officer: pages by day and id. Every condition is asked of the days as they are. */
import { type RawBuilder, sql } from 'kysely';
import { type Officer, positionsWith } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { WarnDays } from '../../rules/in-force.ts';
import { agreementKind, KINDS } from '../../rules/kinds.ts';
import type { Rhythm } from '../../rules/reviews/periods.ts';
import type { ReviewState } from '../../rules/reviews/review.transitions.ts';
import { isFollowed, warnDaysThere } from '../register/standing.ts';
import { insideAgreements } from '../visible.ts';

export interface DeskPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | undefined;
}

interface Keyed {
  readonly day: Day;
  readonly id: string;
}

export interface AskedDesk {
  readonly actor: Officer;
  readonly today: Day;
  readonly after: string | undefined;
  readonly limit: number;
}

/** '2026-03-31~uuid'; anything else begins at the front. */
function afterOf(text: string | undefined): RawBuilder<boolean> {
  const read = /^(\d{4}-\d\d-\d\d)~([0-9a-f-]{36})$/.exec(text ?? '');
  return read ? sql<boolean>`(q.day, q.id) > (${read[1]}::date, ${read[2]}::uuid)` : sql<boolean>`true`;
}

async function paged<Row extends Keyed>(db: Db, from: RawBuilder<unknown>, { after, limit }: AskedDesk): Promise<DeskPage<Row>> {
  const { rows } =
    await sql<Row>`SELECT * FROM (${from}) q WHERE ${afterOf(after)} ORDER BY q.day, q.id LIMIT ${limit + 1}`.execute(db);
  const last = rows[limit - 1];
  return { rows: rows.slice(0, limit), next: rows.length > limit && last ? `${last.day}~${last.id}` : undefined };
}

const ids = (all: readonly string[]) => sql`${[...new Set(all)]}::uuid[]`;
const heldWith = (actor: Officer, capability: Parameters<typeof positionsWith>[1]) =>
  ids(positionsWith(actor, capability).map(({ agencyId }) => agencyId));

/** Agreements (alias `a`) the officer may call reviews of: the keeper's side and every party that prepares. */
const mayCall = (actor: Officer) => sql<boolean>`(a.keeper_path && ${heldWith(actor, 'agreement.prepare')} OR EXISTS (
  SELECT FROM agreements.parties p WHERE p.agreement_id = a.id AND p.agency_path && ${heldWith(actor, 'agreement.prepare')}))`;

/** The last day a row (alias `a`) binds. */
const LAST = sql<Day | null>`least(a.in_force_until, a.ended_on - 1)`;

const usual = sql`CASE ${sql.join(
  KINDS.map((kind) => {
    const { hasLines, manyHands } = agreementKind(kind);
    const rhythm = !hasLines
      ? sql`'year'`
      : manyHands
        ? sql`'half'`
        : sql`CASE WHEN a.year_from = a.year_until THEN 'quarter' ELSE 'half' END`;
    return sql`WHEN a.kind = ${sql.lit(kind)} THEN ${rhythm}`;
  }),
  sql` `,
)} END`;

export interface DueReview extends Keyed {
  readonly code: string;
  readonly title: string;
  readonly rhythm: Rhythm;
}

/** The first day of the calendar period of a rhythm that holds a day, as `periodOf` of rules/reviews/periods.ts. */
const startOf = (rhythm: RawBuilder<unknown>, on: RawBuilder<unknown>) => sql`(CASE ${rhythm}
  WHEN 'quarter' THEN date_trunc('quarter', ${on})
  WHEN 'half' THEN date_trunc('year', ${on}) + CASE WHEN extract(month FROM ${on}) > 6 THEN interval '6 months' ELSE interval '0' END
  ELSE date_trunc('year', ${on}) END)::date`;

/**
 * The last period of each agreement that is over and that no review holds; `day` is its last day. A piece of less than two weeks at the end of the
 * term counts with the period before it, and what ended more than a quarter of a year ago is left to its own page. A test compares it with the rule.
 */
export function reviewsDue(db: Db, asked: AskedDesk): Promise<DeskPage<DueReview>> {
  const today = sql`${asked.today.toString()}::date`;
  return paged(
    db,
    sql`SELECT a.id, a.code, a.title, r.rhythm, e.day FROM agreements.agreements a
        CROSS JOIN LATERAL (SELECT coalesce((SELECT c.rhythm FROM agreements.review_rhythms c WHERE c.agreement_id = a.id), ${usual}) AS rhythm) r
        CROSS JOIN LATERAL (SELECT CASE WHEN ${LAST} < ${today} THEN ${LAST} ELSE ${startOf(sql`r.rhythm`, today)} - 1 END AS over) o
        CROSS JOIN LATERAL (SELECT CASE WHEN o.over - greatest(a.in_force_from, ${startOf(sql`r.rhythm`, sql`o.over`)}) >= 13
          THEN o.over ELSE ${startOf(sql`r.rhythm`, sql`o.over`)} - 1 END AS day) e
      WHERE a.state IN ('signed', 'ended') AND ${insideAgreements(asked.actor)} AND ${mayCall(asked.actor)}
        AND (${LAST} IS NULL OR ${LAST} >= ${today} - 90) AND e.day - a.in_force_from >= 13
        AND NOT EXISTS (SELECT FROM agreements.reviews v WHERE v.agreement_id = a.id AND v.state <> 'cancelled' AND v.period_until >= e.day)`,
    asked,
  );
}

export interface RunningReview extends Keyed {
  readonly code: string;
  readonly title: string;
  readonly ordinal: number;
  readonly state: ReviewState;
  readonly secretary_root: string;
}

/** Reviews that are planned, called, being minuted or waiting to be confirmed; `day` is the day of the meeting. */
export function reviewsRunning(db: Db, asked: AskedDesk): Promise<DeskPage<RunningReview>> {
  return paged(
    db,
    sql`SELECT r.id, a.code, a.title, r.ordinal, r.state, r.secretary_root, r.meets_on AS day
      FROM agreements.reviews r JOIN agreements.agreements a ON a.id = r.agreement_id
      WHERE r.state IN ('planned', 'called', 'held', 'minuted') AND ${insideAgreements(asked.actor)}`,
    asked,
  );
}

export interface OpenDecisionRow extends Keyed {
  readonly code: string;
  readonly review: number;
  readonly ordinal: number;
  readonly text: string;
  readonly state: 'open' | 'reported';
  readonly owner_agency_id: string;
}

/** Decisions the officer's offices carry out, or that wait for the word of another side; `day` is the due day. */
export function decisionsOpen(db: Db, asked: AskedDesk): Promise<DeskPage<OpenDecisionRow>> {
  const { actor } = asked;
  const roots = ids(actor.positions.map(({ governmentId }) => governmentId));
  return paged(
    db,
    sql`SELECT d.id, a.code, r.ordinal AS review, d.ordinal, d.text, d.state, d.owner_agency_id, d.due_on AS day
      FROM agreements.review_decisions d
        JOIN agreements.reviews r ON r.agreement_id = d.agreement_id AND r.id = d.review_id
        JOIN agreements.agreements a ON a.id = d.agreement_id
      WHERE d.state IN ('open', 'reported') AND r.state IN ('minuted', 'confirmed') AND ${insideAgreements(actor)}
        AND (d.state = 'open' AND d.owner_path && ${heldWith(actor, 'agreement.progress')}
          OR d.state = 'reported' AND d.owner_path[1] <> ALL (${roots}) AND (a.office_path && ${heldWith(actor, 'agreement.confirm')}
            OR EXISTS (SELECT FROM agreements.parties p WHERE p.agreement_id = a.id AND p.agency_path && ${heldWith(actor, 'agreement.confirm')})))`,
    asked,
  );
}

export interface ToEvaluate extends Keyed {
  readonly code: string;
  readonly title: string;
  readonly year: number;
  /** Opened and waiting for words, or not opened yet. */
  readonly is_open: boolean;
}

/** Years that are over and were not evaluated (`day` = the last day of what there is of them), and open evaluations without words of the officer's side. */
export function evaluationsWaiting(db: Db, asked: AskedDesk): Promise<DeskPage<ToEvaluate>> {
  const { actor, today } = asked;
  const roots = ids(actor.positions.map(({ governmentId }) => governmentId));
  const speaks = sql<boolean>`(a.office_path && ${heldWith(actor, 'agreement.confirm')} OR EXISTS (SELECT FROM agreements.parties p
    WHERE p.agreement_id = a.id AND (p.agency_path && ${heldWith(actor, 'agreement.confirm')} OR p.agency_path && ${heldWith(actor, 'agreement.sign')})))`;
  return paged(
    db,
    sql`SELECT a.id, a.code, a.title, y.year, false AS is_open, least(${LAST}, make_date(y.year, 12, 31)) AS day
      FROM agreements.agreements a
        CROSS JOIN LATERAL (SELECT extract(year FROM ${today.toString()}::date)::int - 1 AS year) y
      WHERE a.state IN ('signed', 'ended') AND ${insideAgreements(actor)} AND ${mayCall(actor)}
        AND a.in_force_from <= make_date(y.year, 12, 31) AND (${LAST} IS NULL OR ${LAST} >= make_date(y.year, 1, 1))
        AND (a.year_until IS NULL OR y.year BETWEEN a.year_from AND a.year_until)
        AND NOT EXISTS (SELECT FROM agreements.evaluations e WHERE e.agreement_id = a.id AND e.year = y.year AND e.state <> 'dropped')
    UNION ALL
    SELECT e.id, a.code, a.title, e.year, true, e.words_due_on
      FROM agreements.evaluations e JOIN agreements.agreements a ON a.id = e.agreement_id
      WHERE e.state = 'open' AND ${insideAgreements(actor)} AND ${speaks}
        AND NOT EXISTS (SELECT FROM agreements.evaluation_words w WHERE w.agreement_id = e.agreement_id AND w.evaluation_id = e.id
          AND w.root = ANY (${roots}) AND w.spoken_at IS NOT NULL)`,
    asked,
  );
}

export interface DueRenewal extends Keyed {
  /** Of its parties. */
  readonly government_ids: readonly string[];
}

/** Agreements that end within the days of warning, or ended within two years, and that nothing signed follows for each of their governments; `day` is the last one. */
export function renewalsDue(db: Db, asked: AskedDesk & { readonly warnDays: WarnDays }): Promise<DeskPage<DueRenewal>> {
  const today = asked.today.toString();
  return paged(
    db,
    sql`SELECT a.id, a.government_ids, ${LAST} AS day FROM agreements.agreements a
      WHERE a.state = 'signed' AND ${insideAgreements(asked.actor)} AND ${mayCall(asked.actor)}
        AND ${LAST} BETWEEN ${today}::date - 730 AND ${today}::date + ${warnDaysThere(asked.warnDays)}
        AND NOT ${isFollowed()}`,
    asked,
  );
}
