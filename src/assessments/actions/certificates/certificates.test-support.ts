/** A round whose results are published, for tests of certificates. Who publishes is tested elsewhere. */
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { makeRound, type RoundPlan, type TestRound } from '../../store/round.test-support.ts';
import type { AssessmentTables } from '../../store/tables.ts';
import { publishResult } from '../publish-result.ts';

export const UNITS = ['51.05.dinkes', '51.05.disdik'];

/** Publishes the result of every assessment of a round as it stands. */
export async function publishedRound(t: TestDatabase, plan: Partial<RoundPlan> = {}): Promise<TestRound> {
  const round = await makeRound(t, { agencies: { '51.05': UNITS }, ...plan });
  for (const { id } of round.assessments) await publish(t, id, null);
  return round;
}

/** Publishes a result, or a correction of it when there is a reason. */
export async function publish(t: TestDatabase, assessmentId: string, reason: string | null): Promise<void> {
  await inTransaction(t.tools, async (tx) => {
    const { version } = await publishResult(t.tools, tx, { assessmentId, by: t.tools.random.id(), reason, decree: null });
    await tx
      .withTables<AssessmentTables>()
      .updateTable('assessments.assessments')
      .set({
        stage: 'published',
        published_version: version,
        published_at: t.tools.clock.now().toString(),
        published_by: t.tools.random.id(),
      })
      .where('id', '=', assessmentId)
      .execute();
  });
}
