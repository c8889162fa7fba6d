/** Clocks of cases whose ladder has a rung due, for the errand that climbs it. */
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { CaseTables } from './tables.ts';

export interface DueCaseClock {
  readonly caseId: string;
  readonly clockId: string;
}

/** The longest waiting first. Not locked: whoever acts looks again under the case's lock. */
export async function caseClocksToAlert(db: Db, now: Moment, limit: number): Promise<DueCaseClock[]> {
  const rows = await db
    .withTables<CaseTables>()
    .selectFrom('casework.clocks')
    .select(['case_id', 'id'])
    .where('next_alert_at', '<=', now.toString() as never)
    .orderBy('next_alert_at')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ caseId: row.case_id, clockId: row.id }));
}

export async function caseAlertsDone(tx: Tx, clock: DueCaseClock): Promise<number> {
  const row = await tx
    .withTables<CaseTables>()
    .selectFrom('casework.clocks')
    .select('alerts_done')
    .where('case_id', '=', clock.caseId)
    .where('id', '=', clock.clockId)
    .executeTakeFirstOrThrow();
  return row.alerts_done;
}

export async function markCaseAlerts(tx: Tx, clock: DueCaseClock, done: number, nextAt: Moment | null): Promise<void> {
  await tx
    .withTables<CaseTables>()
    .updateTable('casework.clocks')
    .set({ alerts_done: done, next_alert_at: nextAt?.toString() ?? null })
    .where('case_id', '=', clock.caseId)
    .where('id', '=', clock.clockId)
    .execute();
}

/** A case whose alert could not be acted upon is tried again later, and blocks no other. */
export async function postponeCaseAlert(db: Db, clock: DueCaseClock, until: Moment): Promise<void> {
  await db
    .withTables<CaseTables>()
    .updateTable('casework.clocks')
    .set({ next_alert_at: until.toString() })
    .where('case_id', '=', clock.caseId)
    .where('id', '=', clock.clockId)
    .where('next_alert_at', 'is not', null)
    .execute();
}

/** Cases with a running clock reckoned under an older calendar, by id. */
export async function casesUnderOlderCalendar(db: Db, version: number, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<CaseTables>()
    .selectFrom('casework.clocks')
    .select('case_id')
    .distinct()
    .where('stopped_at', 'is', null)
    .where('calendar_version', '<', version)
    .where('case_id', '>', after)
    .orderBy('case_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.case_id);
}
