/** Decrees that name the team that manages complaints, and the files they are. */
import { sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { RadTables } from './tables.ts';

export interface TeamDecree {
  readonly governmentId: string;
  readonly id: string;
  readonly number: string;
  readonly decidedOn: Day;
  readonly validUntil: Day | null;
  readonly fileKey: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: Moment;
  readonly withdrawnAt: Moment | null;
  readonly withdrawal: string | null;
}

const on = (db: Db | Tx) => db.withTables<RadTables>();

/** All of a government, withdrawn ones too, the newest first. */
export async function decreesOf(db: Db | Tx, governmentId: string): Promise<readonly TeamDecree[]> {
  const rows = await on(db)
    .selectFrom('agreements.rad_team_decrees')
    .selectAll()
    .where('government_id', '=', governmentId)
    .orderBy('decided_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{
      governmentId: row.government_id,
      id: row.id,
      number: row.number,
      decidedOn: row.decided_on,
      validUntil: row.valid_until,
    },
    ...{ fileKey: row.file_key, mediaType: row.media_type, extension: row.extension, size: row.size, sha256: row.sha256 },
    ...{ addedBy: row.added_by, addedAt: row.added_at, withdrawnAt: row.withdrawn_at, withdrawal: row.withdrawal },
  }));
}

/** The decree of each government that holds on a day and is on file, the newest. */
export async function decreesOn(db: Db | Tx, governmentIds: readonly string[], day: Day): Promise<ReadonlyMap<string, string>> {
  if (governmentIds.length === 0) return new Map();
  const { rows } = await sql<{ government: string; id: string }>`
    SELECT DISTINCT ON (government_id) government_id AS government, id FROM agreements.rad_team_decrees
    WHERE government_id = ANY (${[...governmentIds]}::uuid[]) AND withdrawn_at IS NULL AND decided_on <= ${day.toString()}::date
      AND (valid_until IS NULL OR valid_until >= ${day.toString()}::date)
    ORDER BY government_id, decided_on DESC, id DESC`.execute(db as Db);
  return new Map(rows.map(({ government, id }) => [government, id]));
}

export async function insertDecree(tx: Tx, decree: TeamDecree): Promise<void> {
  await on(tx)
    .insertInto('agreements.rad_team_decrees')
    .values({
      ...{ government_id: decree.governmentId, id: decree.id, number: decree.number, decided_on: decree.decidedOn.toString() },
      ...{ valid_until: decree.validUntil?.toString() ?? null, file_key: decree.fileKey, media_type: decree.mediaType },
      ...{ extension: decree.extension, size: decree.size, sha256: decree.sha256, added_by: decree.addedBy },
      ...{ added_at: decree.addedAt.toString(), withdrawn_at: null, withdrawal: null },
    })
    .execute();
}

/** @returns whether there was one to withdraw */
export async function withdrawDecree(tx: Tx, governmentId: string, id: string, at: Moment, why: string): Promise<boolean> {
  const row = await on(tx)
    .updateTable('agreements.rad_team_decrees')
    .set({ withdrawn_at: at.toString(), withdrawal: why })
    .where('government_id', '=', governmentId)
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
