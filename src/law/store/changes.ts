import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { DayChange } from '../rules/calendar-change.ts';
import type { Parameter } from '../rules/parameters.ts';
import type { LawTables } from './tables.ts';

/** What a change was about, as the public log keeps it. */
export type Change =
  | { readonly kind: 'parameter'; readonly old: Parameter | null; readonly new: Parameter }
  | {
      readonly kind: 'holidays';
      readonly regionCode: string | null;
      readonly year: number;
      readonly old: readonly LoggedDay[];
      readonly new: readonly LoggedDay[];
    };

/** A day that was taken out (`old`) or put in (`new`). */
export interface LoggedDay {
  readonly day: string;
  readonly kind: string;
  readonly name: { readonly id: string; readonly en: string } | null;
}

export interface LoggedChange {
  readonly id: number;
  readonly edition: number;
  readonly at: Moment;
  /** `person:<id>`, `errand:<name>` or `shipped`: a reference, never a name. */
  readonly by: string;
  readonly basis: string;
  readonly reason: string;
  readonly change: Change;
}

export type NewChange = Omit<LoggedChange, 'id'>;

export async function logChange(tx: Tx, { edition, at, by, basis, reason, change }: NewChange): Promise<void> {
  const subject =
    change.kind === 'parameter'
      ? { rule: change.new.rule, ruleSet: change.new.ruleSet }
      : { regionCode: change.regionCode, year: change.year };
  await tx
    .withTables<LawTables>()
    .insertInto('law.changes')
    .values({
      edition,
      changed_at: at.toString(),
      changed_by: by,
      kind: change.kind,
      subject: JSON.stringify(subject),
      old: change.old === null ? null : JSON.stringify(change.old),
      new: JSON.stringify(change.new),
      basis,
      reason,
    })
    .execute();
}

/** The log, newest first, `limit` entries before an id. */
export async function loggedChanges(db: Db, page: { readonly before?: number; readonly limit: number }): Promise<LoggedChange[]> {
  let query = db.withTables<LawTables>().selectFrom('law.changes').selectAll().orderBy('id', 'desc').limit(page.limit);
  if (page.before !== undefined) query = query.where('id', '<', page.before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    edition: row.edition,
    at: row.changed_at,
    by: row.changed_by,
    basis: row.basis,
    reason: row.reason,
    change:
      row.kind === 'parameter'
        ? { kind: 'parameter', old: row.old as Parameter | null, new: row.new as Parameter }
        : {
            kind: 'holidays',
            ...(row.subject as { regionCode: string | null; year: number }),
            old: row.old as LoggedDay[],
            new: row.new as LoggedDay[],
          },
  }));
}

/** The days of a change as the log keeps them. */
export function loggedDays(changes: readonly DayChange[], side: 'before' | 'after'): LoggedDay[] {
  return changes.flatMap((change) => {
    const day = change[side];
    return day ? [{ day: day.day.toString(), kind: day.kind, name: day.name }] : [];
  });
}
