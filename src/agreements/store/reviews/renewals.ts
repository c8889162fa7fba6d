/** Renewals: what an agreement follows and what follows it, the lines carried over. */
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { type Agreement, coveredGovernments } from '../../rules/agreement.ts';
import { isWhollyFollowed } from '../../rules/draft.ts';
import { lastDay } from '../../rules/in-force.ts';
import { COVERING_KINDS } from '../../rules/kinds.ts';
import { agreementsFrom, loadAgreement, whole } from '../agreements.ts';
import { visibleAgreements } from '../visible.ts';
import type { ReviewTables } from './tables.ts';

const tables = (db: Db | Tx) => db.withTables<ReviewTables>();

export async function predecessorOf(db: Db | Tx, agreement: Pick<Agreement, 'predecessorId'>): Promise<Agreement | undefined> {
  return agreement.predecessorId === null ? undefined : loadAgreement(db, agreement.predecessorId);
}

/** What follows it, the first that was begun first: of several governments each may go on in one of its own. */
export async function successorsOf(db: Db | Tx, agreementId: string): Promise<readonly Agreement[]> {
  const rows = await agreementsFrom(db)
    .where('predecessor_id', '=', agreementId)
    .where('state', '<>', 'dropped')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return whole(db, rows);
}

/** The one that follows it for every government and body it was made with; `undefined` = none does so alone. */
export async function successorOf(db: Db | Tx, agreement: Pick<Agreement, 'id' | 'parties'>): Promise<Agreement | undefined> {
  return (await successorsOf(db, agreement.id)).find((after) => isWhollyFollowed(agreement, [after]));
}

export async function insertRenewal(
  tx: Tx,
  renewal: {
    readonly agreementId: string;
    readonly predecessorId: string;
    readonly gapNote: string;
    readonly by: string;
    readonly at: Moment;
  },
): Promise<void> {
  await tables(tx)
    .insertInto('agreements.renewals')
    .values({
      ...{ agreement_id: renewal.agreementId, predecessor_id: renewal.predecessorId, gap_note: renewal.gapNote },
      ...{ begun_by: renewal.by, begun_at: renewal.at.toString() },
    })
    .execute();
}

/** What was said of uncovered days when the renewal was begun; `undefined` = it was not begun as one. */
export async function gapNoteOf(db: Db | Tx, agreementId: string): Promise<string | undefined> {
  const row = await tables(db)
    .selectFrom('agreements.renewals')
    .select('gap_note')
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst();
  return row?.gap_note;
}

export async function insertCarried(
  tx: Tx,
  carried: readonly {
    readonly agreementId: string;
    readonly lineId: string;
    readonly fromAgreementId: string;
    readonly fromLineId: string;
  }[],
): Promise<void> {
  if (carried.length === 0) return;
  await tables(tx)
    .insertInto('agreements.carried_lines')
    .values(
      carried.map((each) => ({
        ...{ agreement_id: each.agreementId, line_id: each.lineId },
        ...{ from_agreement_id: each.fromAgreementId, from_line_id: each.fromLineId },
      })),
    )
    .execute();
}

/** Lines of an agreement that go on from one before it: the id there by the id here. */
export async function carriedInto(db: Db | Tx, agreementId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(db)
    .selectFrom('agreements.carried_lines')
    .select(['line_id', 'from_line_id'])
    .where('agreement_id', '=', agreementId)
    .execute();
  return new Map(rows.map(({ line_id, from_line_id }) => [line_id, from_line_id]));
}

export interface CarriedLine {
  readonly direction: 'from' | 'to';
  readonly code: string;
  readonly ordinal: number;
  readonly activity: string;
}

/** Where a line came from or went on, for its page. Only into renewals that were not dropped. */
export async function carriedOf(db: Db | Tx, lineId: string): Promise<readonly CarriedLine[]> {
  const { rows } = await sql<CarriedLine>`
    SELECT 'from' AS direction, a.code, l.ordinal, l.activity
    FROM agreements.carried_lines c
      JOIN agreements.lines l ON l.agreement_id = c.from_agreement_id AND l.id = c.from_line_id
      JOIN agreements.agreements a ON a.id = l.agreement_id
    WHERE c.line_id = ${lineId}::uuid
    UNION ALL
    SELECT 'to', a.code, l.ordinal, l.activity
    FROM agreements.carried_lines c
      JOIN agreements.lines l ON l.agreement_id = c.agreement_id AND l.id = c.line_id
      JOIN agreements.agreements a ON a.id = l.agreement_id
    WHERE c.from_line_id = ${lineId}::uuid AND a.state <> 'dropped' AND (l.state <> 'dropped' OR l.is_withdrawn)`.execute(
    db as Db,
  );
  return rows;
}

/** Lines of an agreement that go on in another one, with the number and plan they have there. */
export async function carriedFrom(
  db: Db | Tx,
  agreementId: string,
): Promise<ReadonlyMap<string, { readonly code: string; readonly ordinal: number }>> {
  const { rows } = await sql<{ from_line_id: string; code: string; ordinal: number }>`
    SELECT c.from_line_id, a.code, l.ordinal
    FROM agreements.carried_lines c
      JOIN agreements.lines l ON l.agreement_id = c.agreement_id AND l.id = c.line_id
      JOIN agreements.agreements a ON a.id = l.agreement_id
    WHERE c.from_agreement_id = ${agreementId}::uuid AND a.state <> 'dropped' AND (l.state <> 'dropped' OR l.is_withdrawn) ORDER BY l.ordinal`.execute(
    db as Db,
  );
  return new Map(rows.map(({ from_line_id, code, ordinal }) => [from_line_id, { code, ordinal }]));
}

/** What follows each of several agreements, for lists: code, days, and the governments that go on in it. */
export interface Follower {
  readonly code: string;
  readonly governmentIds: readonly string[];
  readonly state: Agreement['state'];
  readonly inForceFrom: Day | null;
}

/** All that follows each of them and that the actor may know of, the first that was begun first. Drafts of others are no matter of theirs. */
export async function followersOf(
  db: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Follower[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<FollowerRow>`
    SELECT a.predecessor_id, a.code, a.government_ids, a.state, a.in_force_from FROM agreements.agreements a
    WHERE a.predecessor_id = ANY (${ids}::uuid[]) AND a.state <> 'dropped' AND ${visibleAgreements(actor)}
    ORDER BY a.created_at, a.id`.execute(db);
  return Map.groupBy(
    rows.map((row) => ({
      ...{ before: row.predecessor_id, code: row.code, governmentIds: row.government_ids },
      ...{ state: row.state, inForceFrom: row.in_force_from },
    })),
    ({ before }) => before,
  );
}

interface FollowerRow {
  predecessor_id: string;
  code: string;
  government_ids: string[];
  state: Agreement['state'];
  in_force_from: Day | null;
}

/**
 * The memorandum that covers the same governments next without being linked: it binds after the last day of this one, or overlaps it. Nothing is
 * called uncovered that another signed document covers, and what only an office has signed covers nobody.
 */
export async function nextCovering(
  db: Db | Tx,
  agreement: Agreement,
  governments: readonly string[] = coveredGovernments(agreement),
): Promise<Agreement | undefined> {
  const last = lastDay(agreement);
  if (last === null || governments.length === 0) return undefined;
  const rows = await agreementsFrom(db)
    .where('kind', 'in', [...COVERING_KINDS])
    .where('state', 'in', ['signed', 'ended'])
    .where('id', '<>', agreement.id)
    .where(sql<boolean>`party_ids @> ${[...governments]}::uuid[]`)
    .where(sql<boolean>`in_force_from IS NOT NULL AND (coalesce(ended_on - 1, in_force_until) IS NULL
      OR least(coalesce(ended_on - 1, in_force_until), in_force_until) > ${last.toString()}::date)`)
    .orderBy('in_force_from')
    .limit(1)
    .execute();
  return (await whole(db, rows))[0];
}
