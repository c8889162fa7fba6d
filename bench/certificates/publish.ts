import { Client } from 'pg';
import { publishResult } from '../../src/assessments/actions/publish-result.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import type { Tools } from '../../src/platform/tools.ts';
import { tell } from '../report.ts';

/** Publishes every result of the round, as its last step does, so that there is something to certify. */
export async function publishAll(tools: Tools, roundId: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: tools.settings.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM assessments.assessments WHERE round_id = $1 ORDER BY id',
      [roundId],
    );
    for (const [index, { id }] of rows.entries()) {
      const by = tools.random.id();
      await inTransaction(tools, (tx) => publishResult(tools, tx, { assessmentId: id, by, reason: null, decree: null }));
      await client.query(
        `UPDATE assessments.assessments SET stage = 'published', published_version = 1, published_at = now(), published_by = $2,
           checked_by = NULL, submitted_by = NULL WHERE id = $1`,
        [id, by],
      );
      if (index % 150 === 149) tell(`certificates: ${index + 1} of ${rows.length} results published`);
    }
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}
