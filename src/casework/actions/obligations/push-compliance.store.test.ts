import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compute } from '../../../assessments/actions/compute-results.ts';
import { bestAnswer, makeRound } from '../../../assessments/actions/published.test-support.ts';
import { agencyByCode } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type CastName, castOf, openedCase } from '../../cast.test-support.ts';
import { obligationErrands } from '../../errands/obligations/errands.ts';
import { issuedOnCase } from '../../obligations.test-support.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { moveObligation, withdrawObligation } from './move.ts';

let t: TestDatabase;
let cast: (name: CastName) => Promise<Officer>;

beforeAll(async () => {
  t = await testDatabase();
  cast = await castOf(t);
});
afterAll(() => t.close());

/** Does what waits in the queue of this room's figure, as a worker would, and empties it. */
async function work(): Promise<number> {
  const { rows } = await sql<{ payload: unknown }>`
    SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks k ON k.id = j.task_id
    WHERE k.identifier = 'casework.push-compliance'`.execute(t.ownerDb);
  for (const { payload } of rows) await obligationErrands['casework.push-compliance']?.(t.tools, payload);
  await sql`DELETE FROM graphile_worker._private_jobs`.execute(t.ownerDb);
  return rows.length;
}

test('a verdict reaches the round of the Opinion as the answer to obedience, without anybody typing it', async () => {
  const [head, liaison, resolver] = [await cast('head'), await cast('liaison'), await cast('resolver')];
  const file = await openedCase(t);
  const all: Obligation[] = [];
  for (let index = 0; index < 3; index++) all.push(await issuedOnCase(t, head, file.id));
  const round = await makeRound(t, {
    ...{ instrument: 'opini-2025', year: 2026, agencies: { '51.05': ['51.05.dinkes'] } },
    answer: ({ indicator }) => (indicator.code === 'produk-pengawasan' ? null : bestAnswer(indicator)),
  });
  const answered = async () => {
    const { tally } = await inTransaction(t.tools, (tx) => compute(t.tools, tx, round.assessments[0]?.id ?? ''));
    return tally.tallies.get('produk-pengawasan');
  };
  const verdict = async (index: number, action: 'carried-out' | 'not-carried-out') => {
    const target = { obligationId: all[index]?.id ?? '', version: null };
    await moveObligation(t.tools, liaison, { ...target, action: 'report', text: 'Selesai (contoh).' });
    const done = await moveObligation(t.tools, resolver, { ...target, action, text: 'Diperiksa (contoh).', lookedAt: 'Surat' });
    expect(done.ok).toBe(true);
  };
  // Nothing is due or judged yet: the indicator does not apply.
  expect(await work()).toBeGreaterThan(0);
  expect(await answered()).toEqual({ counts: [], notApplicable: 1 });
  await verdict(0, 'carried-out');
  await verdict(1, 'carried-out');
  await verdict(2, 'not-carried-out');
  expect(await work()).toBeGreaterThan(0);
  expect(await answered()).toMatchObject({ counts: [['66.6666666667', 1]] });
  // Taken up again and withdrawn: it counts no more.
  const target = { obligationId: all[2]?.id ?? '', version: null };
  expect(await moveObligation(t.tools, resolver, { ...target, action: 'reopen', text: 'Keliru (contoh).' })).toMatchObject({
    ok: true,
  });
  expect(await withdrawObligation(t.tools, head, { ...target, text: 'Tidak lagi relevan (contoh).' })).toMatchObject({
    ok: true,
  });
  await work();
  expect(await answered()).toMatchObject({ counts: [['100', 1]] });
  const agency = await agencyByCode(t.db, '51.05');
  const { rows } = await sql<{ rows_at: string; pushed_by: string }>`
    SELECT rows_at, pushed_by FROM assessments.secondary WHERE agency_id = ${agency?.id} AND measure = 'casework.compliance'`.execute(
    t.db,
  );
  expect(rows).toEqual([{ rows_at: '/ombudsman/compliance/51.05?year=2026', pushed_by: 'casework' }]);
});
