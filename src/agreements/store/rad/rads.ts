/** Action plans on their way, and what reviewers said of them. */
import { type Selectable, sql } from 'kysely';
import type { Moment, Zone } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { RadState } from '../../rules/rad/rad.transitions.ts';
import type { Rad } from '../../rules/rad/rad.ts';
import type { RadTables } from './tables.ts';

const on = (db: Db | Tx) => db.withTables<RadTables>();

function toRad(row: Selectable<RadTables['agreements.rads']>): Rad {
  return {
    ...{ agreementId: row.agreement_id, governmentId: row.government_id, level: row.level, provinceId: row.province_id },
    ...{
      collectionId: row.collection_id,
      templateId: row.template_id,
      state: row.state,
      stateAt: row.state_at,
      handIns: row.hand_ins,
    },
    ...{ firstHandedInAt: row.first_handed_in_at, handedInAt: row.handed_in_at, gaps: row.gaps, decreeNumber: row.decree_number },
  };
}

/** The way of a plan; `undefined` when it was recorded without one. */
export async function loadRad(db: Db | Tx, agreementId: string, lock = false): Promise<Rad | undefined> {
  const query = on(db).selectFrom('agreements.rads').selectAll().where('agreement_id', '=', agreementId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && toRad(row);
}

function rowOf(rad: Rad) {
  return {
    ...{
      government_id: rad.governmentId,
      level: rad.level,
      province_id: rad.provinceId,
      collection_id: rad.collectionId,
      template_id: rad.templateId,
    },
    ...{ state: rad.state, state_at: rad.stateAt.toString(), hand_ins: rad.handIns, gaps: JSON.stringify(rad.gaps) },
    first_handed_in_at: rad.firstHandedInAt?.toString() ?? null,
    handed_in_at: rad.handedInAt?.toString() ?? null,
    decree_number: rad.decreeNumber,
  };
}

export async function insertRad(tx: Tx, rad: Rad): Promise<void> {
  await on(tx)
    .insertInto('agreements.rads')
    .values({ agreement_id: rad.agreementId, ...rowOf(rad) })
    .execute();
}

export async function saveRad(tx: Tx, rad: Rad): Promise<void> {
  await on(tx).updateTable('agreements.rads').set(rowOf(rad)).where('agreement_id', '=', rad.agreementId).execute();
}

export interface RadNote {
  readonly id: string;
  readonly handIn: number;
  readonly step: 'province' | 'ministry';
  readonly lineId: string | null;
  readonly text: string;
  readonly author: string;
  readonly at: Moment;
  readonly answer: string | null;
  readonly answeredAt: Moment | null;
}

/** Everything reviewers said of a plan, in the order they said it. */
export async function notesOf(db: Db | Tx, agreementId: string): Promise<readonly RadNote[]> {
  const rows = await on(db)
    .selectFrom('agreements.rad_notes')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, handIn: row.hand_in, step: row.step, lineId: row.line_id, text: row.text, author: row.author, at: row.at },
    ...{ answer: row.answer, answeredAt: row.answered_at },
  }));
}

export async function insertNotes(tx: Tx, agreementId: string, notes: readonly RadNote[]): Promise<void> {
  if (notes.length === 0) return;
  await on(tx)
    .insertInto('agreements.rad_notes')
    .values(
      notes.map((note) => ({
        ...{ agreement_id: agreementId, id: note.id, hand_in: note.handIn, step: note.step, line_id: note.lineId },
        ...{ text: note.text, author: note.author, at: note.at.toString(), answer: null, answered_at: null },
      })),
    )
    .execute();
}

export async function answerNote(tx: Tx, agreementId: string, id: string, answer: string, at: Moment): Promise<void> {
  await on(tx)
    .updateTable('agreements.rad_notes')
    .set({ answer, answered_at: at.toString() })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', id)
    .execute();
}

/** A plan as lists show it. */
export interface PlanLine {
  readonly agreementId: string;
  readonly code: string;
  readonly governmentId: string;
  readonly state: RadState;
  readonly stateAt: Moment;
  readonly firstHandedInAt: Moment | null;
  readonly yearFrom: number;
  readonly yearUntil: number;
  readonly lines: number;
  readonly isExample: boolean;
  readonly zone: Zone;
  /** Ended before its time, by a new edition or otherwise. */
  readonly isOver: boolean;
}

/** Recorded without a way here counts as adopted: it was, and its papers are on file. */
const PLANS = sql`
  SELECT a.id AS "agreementId", a.code, coalesce(r.government_id, a.keeper_id) AS "governmentId",
    CASE WHEN a.state IN ('signed', 'ended') THEN 'adopted' WHEN a.state = 'dropped' THEN 'dropped' ELSE coalesce(r.state, 'drafting') END AS state,
    coalesce(r.state_at, a.created_at) AS "stateAt", coalesce(r.first_handed_in_at, CASE WHEN a.state IN ('signed', 'ended') THEN a.created_at END) AS "firstHandedInAt",
    a.year_from AS "yearFrom", coalesce(a.year_until, a.year_from) AS "yearUntil",
    (SELECT count(*)::int FROM agreements.lines l WHERE l.agreement_id = a.id AND l.state <> 'dropped') AS lines, a.is_example AS "isExample", a.zone,
    a.state = 'ended' AS "isOver"
  FROM agreements.agreements a LEFT JOIN agreements.rads r ON r.agreement_id = a.id
  WHERE a.kind = 'rad'`;

/** Plans of governments that cover a year (or any), the newest years first; dropped ones are not among them. */
export async function plansOf(
  db: Db | Tx,
  governmentIds: readonly string[],
  year: number | null = null,
): Promise<readonly PlanLine[]> {
  if (governmentIds.length === 0) return [];
  const { rows } = await sql<PlanLine>`
    SELECT * FROM (${PLANS} AND coalesce(r.government_id, a.keeper_id) = ANY (${[...governmentIds]}::uuid[]) AND a.state <> 'dropped'
      AND ${year === null ? sql`true` : sql`a.year_from <= ${year} AND coalesce(a.year_until, a.year_from) >= ${year}`}) plans
    ORDER BY "yearFrom" DESC, "stateAt" DESC, "agreementId"`.execute(db as Db);
  return rows;
}

/** What waits for a reviewer, the longest waiting first, paged by key. @param provinceIds the provinces that review */
export async function plansWaiting(
  db: Db | Tx,
  { provinceIds, isMinistry }: { readonly provinceIds: readonly string[]; readonly isMinistry: boolean },
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<PlanLine>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const { rows } = await sql<PlanLine>`
    SELECT * FROM (${PLANS} AND a.state = 'draft' AND (
        (r.state = 'with-province' AND r.province_id = ANY (${[...provinceIds]}::uuid[])) OR (r.state = 'with-ministry' AND ${isMinistry}::boolean))
      ${cursor ? sql`AND (r.state_at, a.id) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql``}) plans
    ORDER BY "stateAt", "agreementId" LIMIT ${page.limit + 1}`.execute(db as Db);
  return pageOf(rows, page.limit, ({ stateAt, agreementId }) => [stateAt.toString(), agreementId]);
}

/** Of two who begin the plan of a government at once, one waits for the other to finish. */
export async function claimPlan(tx: Tx, governmentId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`rad ${governmentId}`}, 0))`.execute(tx as Db);
}
