/** Operations devices have sent: one that comes again gets the answer of its first time and changes nothing. */
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { AssessmentTables } from './tables.ts';

export interface KnownOperation<Outcome> {
  readonly personId: string;
  /** SHA-256 of what was sent under this id, hexadecimal. */
  readonly content: string;
  readonly outcome: Outcome;
}

/** The caller vouches for the shape of the outcome: it wrote it. */
export async function knownOperation<Outcome>(db: Db | Tx, id: string): Promise<KnownOperation<Outcome> | undefined> {
  const row = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.device_operations')
    .select(['person_id', 'outcome'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const kept = row.outcome as { readonly content: string; readonly outcome: Outcome };
  return { personId: row.person_id, content: kept.content, outcome: kept.outcome };
}

export async function keepOperation(
  tx: Tx,
  operation: {
    readonly id: string;
    readonly personId: string;
    readonly assessmentId: string;
    readonly content: string;
    readonly outcome: unknown;
    readonly at: Moment;
  },
): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.device_operations')
    .values({
      id: operation.id,
      person_id: operation.personId,
      assessment_id: operation.assessmentId,
      outcome: JSON.stringify({ content: operation.content, outcome: operation.outcome }),
      received_at: operation.at.toString(),
    })
    .execute();
}
