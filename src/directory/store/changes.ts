import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { peopleByIds } from './people.ts';
import type { ChangeKind, DirectoryTables } from './tables.ts';

export interface DirectoryChange {
  readonly id: string;
  readonly at: Moment;
  /** A reference as `actorReference` gives it, never a name. */
  readonly actor: string;
  readonly subject: { readonly kind: 'person' | 'position' | 'agency'; readonly id: string };
  readonly what: ChangeKind;
  readonly why: string;
  /** References, codes and days; never names or addresses. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Writes one line of the directory's history, in the transaction of the change itself. */
export async function recordChange(tx: Tx, change: DirectoryChange): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .insertInto('directory.changes')
    .values({
      id: change.id,
      at: change.at.toString(),
      actor: change.actor,
      subject_kind: change.subject.kind,
      subject_id: change.subject.id,
      what: change.what,
      why: change.why,
      details: JSON.stringify(change.details),
    })
    .execute();
}

/** The history of one person, position or agency, latest first. */
export async function changesOf(db: Db, subjectId: string, limit = 100): Promise<DirectoryChange[]> {
  const rows = await db
    .withTables<DirectoryTables>()
    .selectFrom('directory.changes')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('rank', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor,
    subject: { kind: row.subject_kind, id: row.subject_id },
    what: row.what,
    why: row.why,
    details: row.details,
  }));
}

/** Names of the people who made some changes, by the reference in `actor`; errands have none. */
export async function namesOfActors(db: Db, changes: readonly DirectoryChange[]): Promise<ReadonlyMap<string, string>> {
  const ids = changes.flatMap(({ actor }) => (actor.startsWith('person:') ? [actor.slice('person:'.length)] : []));
  const people = await peopleByIds(db, ids);
  return new Map([...people.values()].map(({ id, name }) => [`person:${id}`, name]));
}
