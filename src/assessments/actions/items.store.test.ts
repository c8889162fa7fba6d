import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyByCode } from '../../directory/index.ts';
import type { Actor, Capability, HeldPosition } from '../../kernel/actor.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { ITEM_STATES, ITEM_TRANSITIONS } from '../rules/item.transitions.ts';
import { filesOfItem, itemById, itemCounts, itemsOf, laterScores } from '../store/item-lists.ts';
import { changeItem } from './move-item.ts';
import { bestAnswer, makeRound, publishRound, type TestRound } from './published.test-support.ts';

let t: TestDatabase;
let round: TestRound;

beforeAll(async () => {
  t = await testDatabase();
  round = await makeRound(t, {
    ...{ instrument: 'penilaian-2023', year: 2023, agencies: { '51.05': ['51.05.dinkes', '51.05.disdik'] } },
    answer: ({ indicator, unit }) => (indicator.code === 'biaya' && unit ? '1' : bestAnswer(indicator)),
  });
  await publishRound(t, round);
});
afterAll(() => t.close());

async function officer(code: string, ...capabilities: Capability[]): Promise<Actor> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  const held: HeldPosition = {
    positionId: t.tools.random.id(),
    kind: 'test',
    agencyId: agency.id,
    governmentId: agency.governmentId,
    agencyPath: agency.path,
    capabilities,
    regionCode: agency.regionCode,
  };
  return { kind: 'officer', personId: t.tools.random.id(), name: 'Uji (contoh)', positions: [held] };
}

async function itemOf(ownerCode: string) {
  const owner = await agencyByCode(t.db, ownerCode);
  const { lines } = await itemsOf(t.db, { ownerAgencyIds: [owner?.id ?? ''], assessmentId: round.assessments[0]?.id ?? '' });
  const [item] = lines;
  if (!item) throw new Error('no item');
  return item;
}

describe('improvement items', () => {
  it('go from open to confirmed by two sides, are sent back with words, and keep their evidence', async () => {
    const liaison = await officer('51.05.dinkes', 'assessment.answer');
    const checker = await officer('ori', 'assessment.check');
    const step = async (
      actor: Actor,
      action: Parameters<typeof changeItem>[2]['action'],
      note = '',
      files: Uint8Array[] = [],
    ) => {
      const { id, revision } = await itemOf('51.05.dinkes');
      return changeItem(t.tools, actor, { itemId: id, action, note, revision, files });
    };
    expect(await step(checker, 'confirm')).toMatchObject({ ok: false, refusal: { code: 'assessment.not-now' } });
    expect(await step(liaison, 'start')).toMatchObject({ ok: true, value: 'in-progress' });
    expect(await step(liaison, 'report')).toMatchObject({ ok: false, refusal: { code: 'assessment.reason-missing' } });
    const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
    expect(await step(liaison, 'report', 'Papan biaya dipasang', [pdf])).toMatchObject({ ok: true, value: 'reported' });
    expect(await step(liaison, 'confirm')).toMatchObject({ ok: false });
    expect(await step(checker, 'send-back', 'Fotonya belum terbaca')).toMatchObject({ ok: true, value: 'in-progress' });
    expect(await step(liaison, 'report', 'Foto diganti')).toMatchObject({ ok: true });
    expect(await step(checker, 'confirm')).toMatchObject({ ok: true, value: 'confirmed' });
    const item = await itemOf('51.05.dinkes');
    expect(await filesOfItem(t.db, item.id)).toHaveLength(1);
    expect(await itemCounts(t.db, { roundId: round.roundId })).toEqual({ open: 1, confirmed: 1 });
    expect(await step(liaison, 'start')).toMatchObject({ ok: false, refusal: { code: 'assessment.not-now' } });
  });

  it('are not there for other offices, and a form of yesterday changes nothing', async () => {
    const item = await itemOf('51.05.disdik');
    const other = await officer('51.05.dinkes', 'assessment.answer');
    const order = { itemId: item.id, action: 'start' as const, note: '', revision: item.revision, files: [] };
    expect(await changeItem(t.tools, other, order)).toMatchObject({ ok: false, refusal: { code: 'assessment.absent' } });
    const coordinator = await officer('51.05', 'assessment.answer');
    expect(await changeItem(t.tools, coordinator, { ...order, revision: item.revision + 1 })).toMatchObject({
      refusal: { code: 'assessment.moved-on' },
    });
    expect(await changeItem(t.tools, coordinator, order)).toMatchObject({ ok: true });
    const moderator = await officer('ori', 'assessment.moderate');
    const now = await itemById(t.db, item.id);
    const drop = { ...order, action: 'drop' as const, revision: now?.revision ?? 0 };
    expect(await changeItem(t.tools, moderator, drop)).toMatchObject({ refusal: { code: 'assessment.reason-missing' } });
    expect(await changeItem(t.tools, moderator, { ...drop, note: 'Layanan ini dipindahkan' })).toMatchObject({
      ok: true,
      value: 'dropped',
    });
  });

  it('show how the same indicator of the same office was scored the year after', async () => {
    const item = await itemOf('51.05.dinkes');
    expect(await laterScores(t.db, item)).toEqual([]);
    const next = await makeRound(t, { year: 2024, agencies: { '51.05': ['51.05.disdik', '51.05.dinkes'] } });
    await publishRound(t, next);
    expect(await laterScores(t.db, item)).toMatchObject([{ year: 2024, score: '100', instrumentId: 'penilaian-2024' }]);
  });

  it('are paged by key without losing or doubling any', async () => {
    const many = await makeRound(t, {
      agencies: { '51.05': ['51.05.dinkes', '51.05.disdik'] },
      answer: ({ indicator }) => (indicator.answer.kind === 'interval' ? '1' : bestAnswer(indicator)),
    });
    await publishRound(t, many);
    const filter = { assessmentId: many.assessments[0]?.id ?? '' };
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const { lines, next } = await itemsOf(t.db, { ...filter, limit: 7, after });
      seen.push(...lines.map(({ id }) => id));
      if (!next) break;
      after = next;
    }
    const counts = await itemCounts(t.db, filter);
    expect(seen.length).toBe(counts.open);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(20);
  });

  it('the database knows the same states as the table of transitions', async () => {
    const { rows } = await t.pool.query<{ definition: string }>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = 'assessments.items'::regclass AND pg_get_constraintdef(oid) LIKE '%state%'`,
    );
    const states = [...(rows[0]?.definition ?? '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1]);
    expect(states.sort()).toEqual([...ITEM_STATES].sort());
    expect(ITEM_TRANSITIONS.every(({ from, to }) => states.includes(from) && states.includes(to))).toBe(true);
  });
});
