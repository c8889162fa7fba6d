import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePost } from '../../../messages/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type Cast, type CastName, castOf } from '../../cast.test-support.ts';
import { changedAfterSigning, changesOf } from '../../store/lines/changes.ts';
import { updatesOf } from '../../store/lines/updates.ts';
import { addLines } from './add-line.ts';
import { editLine } from './edit-line.ts';
import { judgeReport } from './judge-report.ts';
import { dropLine, shiftLine } from './move-line.ts';
import { nameOfficer } from './name-officers.ts';
import { anOrder, day, draftedPlan, plannedLine, sign, signedPlan } from './plan.test-support.ts';
import { reportProgress } from './report-progress.ts';

/** What both sides signed cannot be made smaller by one of them unseen. */

let t: TestDatabase;
let who: Cast;
beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  t.setNow('2026-05-04T09:00:00+08:00');
  who = await castOf(t);
});
beforeEach(async () => {
  await sql`DELETE FROM messages.ledger`.execute(t.ownerDb);
});
afterAll(() => t.close());

const NAMES: readonly CastName[] = ['head', 'preventer', 'coordinator', 'liaison', 'officeHead'];

/** Who was told of what, each once: 'liaison line-changed'. */
async function told(objectId: string): Promise<readonly string[]> {
  const names = new Map(await Promise.all(NAMES.map(async (name) => [(await who(name)).personId, name] as const)));
  const { rows } = await sql<{ recipient_id: string; purpose: string }>`
    SELECT DISTINCT recipient_id, purpose FROM messages.ledger WHERE object_id = ${objectId}`.execute(t.db);
  return rows
    .map(({ recipient_id, purpose }) => `${names.get(recipient_id) ?? 'someone'} ${purpose.replace('agreement.', '')}`)
    .toSorted();
}
const forget = () => sql`DELETE FROM messages.ledger`.execute(t.ownerDb);

describe('a line of a signed plan', () => {
  test('that is added says so and tells both sides; many at once tell the other parties once', async () => {
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan);
    expect(line.joinedAt?.toString()).toBe(t.tools.clock.now().toString());
    const heard = await told(line.id);
    expect(heard).toContain('liaison line-added');
    expect(heard).toContain('head line-added');
    expect(heard.some((each) => each.startsWith('preventer'))).toBe(false);
    await forget();
    const orders = [await anOrder(t), await anOrder(t), await anOrder(t)];
    const many = await addLines(t.tools, await who('preventer'), { agreementId: plan.id, version: null }, orders);
    expect(many.ok && many.value.every(({ joinedAt }) => joinedAt !== null)).toBe(true);
    expect(await told(plan.id)).toEqual(['coordinator plan-grown']);
    const { rows } = await sql`SELECT FROM messages.ledger WHERE object_kind = 'agreement-line'`.execute(t.db);
    expect(rows).toHaveLength(0);
  });

  test('that is changed, moved or withdrawn by whoever keeps it is told to both sides, with what it was', async () => {
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan);
    const target = { lineId: line.id, version: null };
    await forget();
    const lower = await anOrder(t, { targets: ['1', '2', '3', '4'] });
    expect((await editLine(t.tools, await who('preventer'), target, lower, 'Anggaran dipotong (contoh)')).ok).toBe(true);
    expect(await told(line.id)).toEqual(expect.arrayContaining(['liaison line-changed', 'head line-changed']));
    const [change] = await changesOf(t.db, plan.id, line.id);
    expect(change).toMatchObject({ afterSigning: true, before: { target4: '8' }, after: { target4: '4' } });
    await forget();
    const moved = await shiftLine(t.tools, await who('preventer'), target, { to: day('2026-12-20'), reason: 'contoh' });
    expect(moved.ok).toBe(true);
    expect(await told(line.id)).toContain('liaison line-moved');
    await forget();
    const dropped = await dropLine(t.tools, await who('preventer'), target, 'Tidak jadi (contoh)');
    expect(dropped).toMatchObject({ ok: true, value: { state: 'dropped', isWithdrawn: true, stateNote: 'Tidak jadi (contoh)' } });
    expect(await told(line.id)).toEqual(expect.arrayContaining(['liaison line-withdrawn', 'head line-withdrawn']));
  });

  test('is not public for who reports it by name', async () => {
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan);
    const { personId } = await who('liaison');
    expect((await nameOfficer(t.tools, await who('liaison'), { lineId: line.id, version: null }, 'owner', personId)).ok).toBe(
      true,
    );
    expect([...(await changedAfterSigning(t.db, plan.id))]).toEqual([]);
  });

  test('of a draft is dropped and changed in silence: it was never promised', async () => {
    const plan = await draftedPlan(t, who);
    const [one, two] = [await plannedLine(t, who, plan), await plannedLine(t, who, plan)];
    const change = await editLine(
      t.tools,
      await who('preventer'),
      { lineId: one.id, version: null },
      await anOrder(t, { place: 'x' }),
    );
    expect(change.ok).toBe(true);
    const dropped = await dropLine(t.tools, await who('preventer'), { lineId: two.id, version: null }, 'Salah ketik (contoh)');
    expect(dropped).toMatchObject({ ok: true, value: { isWithdrawn: false } });
    await sign(t, plan.id);
    expect([one.joinedAt, await told(one.id), await told(two.id)]).toEqual([null, [], []]);
    expect([...(await changedAfterSigning(t.db, plan.id))]).toEqual([]);
  });
});

test('nothing that everybody will read is kept with personal data in it; what only the sides read is', async () => {
  const plan = await signedPlan(t, who);
  const line = await plannedLine(t, who, plan, { evidenceAsked: '' });
  const target = { lineId: line.id, version: null };
  const mine = 'Tanya 0812-3456-7890 (contoh)';
  const [keeper, liaison, head] = [await who('preventer'), await who('liaison'), await who('head')];
  const refused = { ok: false, refusal: 'agreement.personal-data' };
  const flaw = (field: string) => ({ ok: false, refusal: [{ code: 'agreement.personal-data', field }] });
  const lower = await anOrder(t, { targets: ['1', '2', '3', '4'], evidenceAsked: '' });
  expect(await editLine(t.tools, keeper, target, lower, mine)).toMatchObject(flaw('reason'));
  expect(await shiftLine(t.tools, keeper, target, { to: day('2026-12-20'), reason: mine })).toEqual(refused);
  expect(await dropLine(t.tools, keeper, target, mine)).toEqual(refused);
  expect(await judgeReport(t.tools, head, target, { verdict: 'judge-not-done', text: mine })).toEqual(refused);
  const report = {
    asOf: day('2026-05-01'),
    achieved: '7',
    text: 'Selesai (contoh)',
    isLast: true,
    forPublic: false,
    evidence: [],
  };
  const short = 'Satu layanan dihapus (contoh)';
  expect(await reportProgress(t.tools, liaison, target, { ...report, text: mine, shortfall: short })).toMatchObject(flaw('text'));
  expect(await reportProgress(t.tools, liaison, target, { ...report, shortfall: mine })).toMatchObject(flaw('shortfall'));
  expect((await reportProgress(t.tools, liaison, target, { ...report, shortfall: short })).ok).toBe(true);
  expect((await judgeReport(t.tools, head, target, { verdict: 'return', text: mine })).ok).toBe(true);
  // A draft is read by its sides alone.
  const draft = await draftedPlan(t, who);
  const own = await plannedLine(t, who, draft);
  expect((await dropLine(t.tools, keeper, { lineId: own.id, version: null }, mine)).ok).toBe(true);
});

test('a line that ends below its target needs a reason, and is told as such even though the other side agreed', async () => {
  const plan = await signedPlan(t, who);
  const line = await plannedLine(t, who, plan, { evidenceAsked: '' });
  const target = { lineId: line.id, version: null };
  const last = async (achieved: string, shortfall?: string) =>
    reportProgress(t.tools, await who('liaison'), target, {
      ...{ asOf: day('2026-05-01'), achieved, text: 'Selesai (contoh)', isLast: true, forPublic: false, evidence: [] },
      ...(shortfall === undefined ? {} : { shortfall }),
    });
  expect(await last('7.9')).toMatchObject({ ok: false, refusal: [{ code: 'agreement.shortfall-missing', field: 'shortfall' }] });
  expect(await last('7.9', '  ')).toMatchObject({ ok: false });
  expect(await last('7.9', 'Satu layanan dihapus (contoh)')).toMatchObject({ ok: true, value: { state: 'reported' } });
  expect((await updatesOf(t.db, plan.id, line.id)).at(-1)?.shortfall).toBe('Satu layanan dihapus (contoh)');
  const agreed = await judgeReport(t.tools, await who('head'), target, { verdict: 'confirm', text: '' });
  expect(agreed).toMatchObject({ ok: true, value: { state: 'done', confirmed: { amount: '7.9' } } });
  const other = await plannedLine(t, who, plan, { evidenceAsked: '' });
  const whole = {
    asOf: day('2026-05-01'),
    achieved: '8',
    text: 'Selesai (contoh)',
    isLast: true,
    forPublic: false,
    evidence: [],
  };
  const reached = await reportProgress(
    t.tools,
    await who('liaison'),
    { lineId: other.id, version: null },
    { ...whole, shortfall: 'tidak perlu' },
  );
  expect(reached.ok).toBe(true);
  expect((await updatesOf(t.db, plan.id, other.id)).at(-1)?.shortfall).toBe('');
});
