/** Certificates of a round: what can be issued, what was, how a bulk issue stands. */
import { sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { CertificateState } from '../../rules/certificates/certificate.ts';
import type { CertificateTables } from './tables.ts';

/** Whose assessments: those that these Ombudsman offices serve; `null` = all. */
export type Offices = readonly string[] | null;

const served = (offices: Offices) => (offices === null ? sql`true` : sql`a.ombudsman_office_id = ANY (${[...offices]}::uuid[])`);

/**
 * Published and scored, and without any certificate, or with one whose file was not finished. Where one was revoked, whether another
 * follows is for a person to decide.
 */
const isWanting = sql`a.stage = 'published' AND r.score IS NOT NULL AND (
  NOT EXISTS (SELECT FROM assessments.certificates c WHERE c.assessment_id = a.id)
  OR EXISTS (SELECT FROM assessments.certificates c WHERE c.assessment_id = a.id AND c.state = 'in-making'))`;

const PUBLISHED = sql`assessments.assessments a
  JOIN assessments.results r ON r.assessment_id = a.id AND r.version = a.published_version AND r.unit_no = 0`;

/** Assessments of a round still without a certificate, in the order of their ids; those with a number but no file are among them. */
export async function wantingCertificates(
  db: Db,
  roundId: string,
  offices: Offices,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT a.id FROM ${PUBLISHED}
    WHERE a.round_id = ${roundId} AND ${served(offices)} AND ${isWanting} AND (${page.after}::uuid IS NULL OR a.id > ${page.after}::uuid)
    ORDER BY a.id LIMIT ${page.limit}`.execute(db);
  return rows.map(({ id }) => id);
}

export interface CertificateCounts {
  readonly published: number;
  readonly wanting: number;
  readonly valid: number;
  readonly revoked: number;
  /** Valid, but the result has been corrected since. */
  readonly outdated: number;
}

export async function countCertificates(db: Db | Tx, roundId: string, offices: Offices): Promise<CertificateCounts> {
  const { rows } = await sql<CertificateCounts>`
    SELECT count(*)::int AS published, count(*) FILTER (WHERE ${isWanting})::int AS wanting,
      count(*) FILTER (WHERE v.id IS NOT NULL)::int AS valid,
      count(*) FILTER (WHERE v.id IS NULL AND EXISTS (
        SELECT FROM assessments.certificates c WHERE c.assessment_id = a.id AND c.state = 'revoked'))::int AS revoked,
      count(*) FILTER (WHERE v.result_version < a.published_version)::int AS outdated
    FROM ${PUBLISHED}
    LEFT JOIN assessments.certificates v ON v.assessment_id = a.id AND v.state = 'valid'
    WHERE a.round_id = ${roundId} AND a.stage = 'published' AND ${served(offices)}`.execute(db);
  return rows[0] as CertificateCounts;
}

/** A published assessment with its latest certificate, if it has one. */
export interface RoundLine {
  readonly assessmentId: string;
  readonly agencyId: string;
  readonly publishedVersion: number;
  readonly certificateId: string | null;
  readonly number: string | null;
  readonly state: CertificateState | null;
  readonly resultVersion: number | null;
}

export async function roundLines(
  db: Db,
  roundId: string,
  offices: Offices,
  page: { readonly after: string | null; readonly limit: number },
): Promise<readonly RoundLine[]> {
  const { rows } = await sql<RoundLine>`
    SELECT a.id AS "assessmentId", a.agency_id AS "agencyId", a.published_version AS "publishedVersion",
      c.id AS "certificateId", c.number, c.state, c.result_version AS "resultVersion"
    FROM ${PUBLISHED}
    LEFT JOIN LATERAL (
      SELECT * FROM assessments.certificates c WHERE c.assessment_id = a.id ORDER BY c.seq DESC LIMIT 1
    ) c ON true
    WHERE a.round_id = ${roundId} AND a.stage = 'published' AND ${served(offices)}
      AND (${page.after}::uuid IS NULL OR a.id > ${page.after}::uuid)
    ORDER BY a.id LIMIT ${page.limit}`.execute(db);
  return rows;
}

/** The number of the valid certificate of an agency in a round, by the round's code; `undefined` when there is none. */
export async function validNumberOf(db: Db, roundCode: string, agencyId: string): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    SELECT c.number FROM assessments.certificates c
    JOIN assessments.assessments a ON a.id = c.assessment_id
    JOIN assessments.rounds r ON r.id = a.round_id
    WHERE r.code = ${roundCode} AND a.agency_id = ${agencyId} AND c.state = 'valid'`.execute(db);
  return rows[0]?.number;
}

export interface Batch {
  readonly id: string;
  readonly roundId: string;
  readonly askedBy: string;
  readonly offices: Offices;
  readonly total: number;
  readonly done: number;
  readonly startedAt: Moment;
  readonly movedAt: Moment;
  readonly endedAt: Moment | null;
}

const batches = (db: Db | Tx) => db.withTables<CertificateTables>().selectFrom('assessments.certificate_batches').selectAll();

function toBatch(row: Awaited<ReturnType<ReturnType<typeof batches>['executeTakeFirstOrThrow']>>): Batch {
  return {
    id: row.id,
    roundId: row.round_id,
    askedBy: row.asked_by,
    offices: row.offices,
    total: row.total,
    done: row.done,
    startedAt: row.started_at,
    movedAt: row.moved_at,
    endedAt: row.ended_at,
  };
}

export async function batchById(db: Db, id: string): Promise<Batch | undefined> {
  const row = await batches(db).where('id', '=', id).executeTakeFirst();
  return row && toBatch(row);
}

/** The last bulk issue of a round, going on or ended. */
export async function lastBatch(db: Db, roundId: string): Promise<Batch | undefined> {
  const row = await batches(db)
    .where('round_id', '=', roundId)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toBatch(row);
}

/** A bulk issue that has not moved for so long has been given up by the queue: minutes. */
const GIVEN_UP = 15;

/** @returns `false` when one of this round is going on */
export async function insertBatch(tx: Tx, batch: Omit<Batch, 'done' | 'movedAt' | 'endedAt'>): Promise<boolean> {
  const { startedAt } = batch;
  await tx
    .withTables<CertificateTables>()
    .updateTable('assessments.certificate_batches')
    .set({ ended_at: startedAt.toString() })
    .where('round_id', '=', batch.roundId)
    .where('ended_at', 'is', null)
    .where('moved_at', '<', startedAt.subtract({ minutes: GIVEN_UP }))
    .execute();
  const { numInsertedOrUpdatedRows } = await tx
    .withTables<CertificateTables>()
    .insertInto('assessments.certificate_batches')
    .values({
      id: batch.id,
      round_id: batch.roundId,
      asked_by: batch.askedBy,
      offices: batch.offices === null ? null : [...batch.offices],
      total: batch.total,
      done: 0,
      started_at: batch.startedAt.toString(),
      moved_at: batch.startedAt.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function moveBatch(db: Db, id: string, done: number, at: Moment, hasEnded = false): Promise<void> {
  await db
    .withTables<CertificateTables>()
    .updateTable('assessments.certificate_batches')
    .set({ done, moved_at: at.toString(), ...(hasEnded ? { ended_at: at.toString() } : {}) })
    .where('id', '=', id)
    .execute();
}
