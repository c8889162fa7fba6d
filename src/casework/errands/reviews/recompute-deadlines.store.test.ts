import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExamplePeople } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { importHolidays, lawBook } from '../../../law/index.ts';
import { makePost } from '../../../messages/index.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { writeYear } from '../../actions/reviews/reviews.test-support.ts';
import { openReview } from '../../actions/reviews/settle-candidate.ts';
import { player } from '../../examples/play-case.ts';
import { candidateList } from '../../store/reviews/clusters.ts';
import { loadReview } from '../../store/reviews/reviews.ts';
import { findClustersErrand } from './find-clusters.ts';
import { recomputeReviewDeadlines } from './recompute-deadlines.ts';

let t: TestDatabase;
let reviewId: string;

beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  t.setNow('2026-03-16T10:00:00+08:00');
  await loadExamplePeople(t.tools);
  await writeYear(t, '2026-03-16');
  await findClustersErrand(t.tools, {});
  const preventer = await player(t.tools, 'pencegahan');
  const [found] = (await candidateList(t.db, preventer, 'candidate', { limit: 5 })).lines;
  if (!found) throw new Error('nothing was found');
  const opened = await openReview(t.tools, preventer, { clusterId: found.id, version: found.version }, { title: 'Contoh' });
  if (!opened.ok) throw new Error(opened.refusal);
  reviewId = opened.value.id;
}, 120_000);
afterAll(() => t.close());

const dueOn = async () => {
  const [clock] = (await loadReview(t.db, reviewId))?.clocks ?? [];
  if (!clock) throw new Error('no clock');
  return dayOf(clock.dueAt, 'Asia/Makassar');
};
const moved = async () => (await readEvents(t.db, reviewId)).filter(({ type }) => type === 'due-moved');

test('a holiday decreed later gives the stage of a review a day more, told once with its reason', async () => {
  const before = await dueOn();
  await recomputeReviewDeadlines(t.tools);
  expect(await moved()).toEqual([]);
  const imported = await importHolidays(t.tools, await player(t.tools, 'admin@tuntas.example'), {
    text: 'date,kind,what,region,basis\n2026-04-08,additional,Hari libur pemungutan suara (contoh),,Keputusan contoh 1/2026\n',
    skb: ['9/2026', '9/2026', '9/2026'],
    edition: (await lawBook(t.tools)).edition,
    reason: 'Ditetapkan kemudian',
  });
  expect(imported, JSON.stringify(imported)).toMatchObject({ ok: true });
  await recomputeReviewDeadlines(t.tools);
  const after = await dueOn();
  expect(after.since(before).days).toBeGreaterThan(0);
  await recomputeReviewDeadlines(t.tools);
  expect(await dueOn()).toEqual(after);
  const told = await moved();
  expect(told.map(({ content }) => (content.state === 'kept' ? content.payload : null))).toEqual([
    expect.objectContaining({ why: 'calendar-changed', rule: 'case.review-detection' }),
  ]);
});
