import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type Cast, castOf } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { changesOf } from '../../store/lines/changes.ts';
import { shiftsOf } from '../../store/lines/updates.ts';
import { linesOf } from '../../store/lines.ts';
import { addLines, type LineOrder } from './add-line.ts';
import { editLine } from './edit-line.ts';
import { editLinesIn, type LineEdit } from './edit-lines.ts';
import { dropLine } from './move-line.ts';
import { anOrder, day, draftedPlan, sign } from './plan.test-support.ts';

/** Many lines at once are what one line is, many times. */

let t: TestDatabase;
let who: Cast;
beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-05-04T09:00:00+08:00');
  who = await castOf(t);
});
afterAll(() => t.close());

const orderOf = (number: number): Promise<LineOrder> => anOrder(t, { activity: `Kegiatan ${number} (contoh)` });

/** A signed plan of so many lines. */
async function planOf(count: number): Promise<{ plan: Agreement; lines: readonly Line[] }> {
  const plan = await draftedPlan(t, who);
  const orders = await Promise.all(Array.from({ length: count }, (_, index) => orderOf(index + 1)));
  const added = await addLines(t.tools, await who('preventer'), { agreementId: plan.id, version: null }, orders);
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  await sign(t, plan.id);
  return { plan, lines: await linesOf(t.db, plan.id) };
}

const edit = (line: Line, order: LineOrder, reason = 'Disepakati (contoh)'): LineEdit => ({
  ...{ lineId: line.id, version: line.version, order, reason },
});
const edited = async (edits: readonly LineEdit[]) => {
  const actor = await who('preventer');
  return inTransaction(t.tools, (tx) => editLinesIn(t.tools, tx, actor, edits));
};

describe('many lines of a plan', () => {
  test('are written as each of them would be alone: row, delay, what it said before, event', async () => {
    const [alone, together] = [await planOf(3), await planOf(3)];
    const orders = [
      await anOrder(t, { activity: 'Kegiatan 1 (contoh)', targets: ['2', '4', '6', '12'], place: 'Semarapura' }),
      await anOrder(t, { activity: 'Kegiatan 2 (contoh)', dueOn: day('2026-12-28') }),
      await orderOf(3),
    ];
    for (const [index, order] of orders.entries()) {
      const { id, version } = alone.lines[index] as Line;
      expect((await editLine(t.tools, await who('preventer'), { lineId: id, version }, order, 'Disepakati (contoh)')).ok).toBe(
        true,
      );
    }
    const results = await edited(orders.map((order, index) => edit(together.lines[index] as Line, order)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    const told = async ({ plan }: { plan: Agreement }) =>
      Promise.all(
        (await linesOf(t.db, plan.id)).map(async ({ id, agreementId, owner, other, ...line }) => ({
          ...line,
          owner: { ...owner, partyId: '' },
          other: other && { ...other, partyId: '' },
          changes: (await changesOf(t.db, agreementId, id)).map(({ id: _, ...change }) => change),
          shifts: (await shiftsOf(t.db, agreementId, id)).map(({ fromDay, toDay, reason }) => ({ fromDay, toDay, reason })),
        })),
      );
    expect(await told(together)).toEqual(await told(alone));
    expect((await linesOf(t.db, together.plan.id)).map(({ version }) => version)).toEqual([2, 2, 1]);
    const events = async ({ plan }: { plan: Agreement }) =>
      (await readEvents(t.db, plan.id)).map(({ type, content }) => [
        type,
        content.state === 'kept' ? { ...(content.payload as object), line: '' } : null,
      ]);
    expect((await events(together)).filter(([type]) => type === 'line-changed')).toEqual(
      (await events(alone)).filter(([type]) => type === 'line-changed'),
    );
    const saved = results.map((each) => each.ok && each.value);
    expect(saved).toEqual(await linesOf(t.db, together.plan.id));
  });

  test('of which some cannot be: the others are, and each says why', async () => {
    const { plan, lines } = await planOf(5);
    const [one, two, three, four, five] = lines as [Line, Line, Line, Line, Line];
    const elsewhere = (await planOf(1)).lines[0] as Line;
    const actor = await who('preventer');
    expect((await dropLine(t.tools, actor, { lineId: two.id, version: 1 }, 'Digabung (contoh)')).ok).toBe(true);
    const other = await anOrder(t, { activity: 'Kegiatan lain (contoh)' });
    const results = await edited([
      edit(one, other),
      edit(two, other),
      { ...edit(three, other), version: 7 },
      edit(four, other, ''),
      edit(five, await anOrder(t, { targets: ['8', '4', null, '2'] })),
      edit(elsewhere, other),
    ]);
    expect(results.map((each) => (each.ok ? each.value.version : each.refusal[0]?.code))).toEqual([
      2,
      'agreement.line-moved-on',
      'agreement.line-moved-on',
      'agreement.reason-missing',
      'agreement.targets-out-of-order',
      'agreement.line-absent',
    ]);
    const now = await linesOf(t.db, plan.id);
    expect(now.filter(({ activity }) => activity === 'Kegiatan lain (contoh)')).toHaveLength(1);
    const absent = await inTransaction(t.tools, async (tx) =>
      editLinesIn(t.tools, tx, await who('outsider'), [edit(three, other)]),
    );
    expect(absent.map((each) => (each.ok ? '' : each.refusal[0]?.code))).toEqual(['agreement.line-absent']);
  });

  test('changed by two at once, from either end, while others work at single lines: nobody waits for ever, each line is changed once', async () => {
    const { plan, lines } = await planOf(30);
    const orders = await Promise.all(lines.map(({ ordinal }) => anOrder(t, { activity: `Kegiatan ${ordinal}, baru (contoh)` })));
    const edits = lines.map((line, index) => edit(line, orders[index] as LineOrder));
    const head = await who('head');
    const [ahead, behind, ...single] = await Promise.all([
      edited(edits),
      edited(edits.toReversed()),
      ...[29, 0, 15].map((index) => {
        const { lineId, version, order, reason } = edits[index] as LineEdit;
        return editLine(t.tools, head, { lineId, version }, order, reason);
      }),
    ]);
    const changed = [...ahead, ...behind, ...single].filter(({ ok }) => ok).length;
    expect(changed).toBe(30);
    expect((await linesOf(t.db, plan.id)).map(({ version }) => version)).toEqual(lines.map(() => 2));
    const events = await readEvents(t.db, plan.id);
    expect(events.filter(({ type }) => type === 'line-changed')).toHaveLength(30);
  });
});
