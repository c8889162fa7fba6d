import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FilingOrder, fileComplaint } from '../../../complaints/index.ts';
import { Temporal } from '../../../kernel/time.ts';
import { openCollection } from '../../actions/rad/collections.ts';
import { stepEvaluation, takeEvaluation } from '../../actions/rad/evaluations.ts';
import { liveFigures } from '../../actions/rad/figures.ts';
import { governmentById } from '../../actions/rad/places.ts';
import { readableRecords } from '../../actions/rad/readable-records.ts';
import { agencyIdOf } from '../../cast.test-support.ts';
import { evaluationRows } from '../../store/rad/evaluations.ts';
import { type RegisterTest, registerTest } from '../register/register.test-support.ts';
import { RAD_DESK, RAD_PUBLIC } from './addresses.ts';
import { id as words } from './words.id.ts';

/** A year of complaints that nobody released: everybody may know how they were handled as a whole, nobody from outside when each of them came. */

let r: RegisterTest;

beforeAll(async () => {
  r = await registerTest();
});
afterAll(() => r.t.close());

const sure = <T>(done: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};

let secrets = 0;
async function file(agencyId: string, regionCode: string, days: readonly string[]): Promise<void> {
  const order: FilingOrder = {
    ...{ class: 'complaint', channel: 'web', title: 'Jalan berlubang (contoh)', regionCode, categoryCode: null, agencyId },
    ...{ description: 'Jalan di depan pasar berlubang (contoh).', occurredOn: null, place: null, location: null },
    ...{ anonymous: false, confidential: false, contact: undefined, continuesId: null, files: [] },
  };
  for (const on of days) {
    r.t.setNow(`${on}T09:00:00+08:00`);
    secrets += 1;
    sure(await fileComplaint(r.t.tools, { kind: 'visitor' }, order, `records secret ${secrets}`));
  }
}

const inMonth = (month: string, count: number) =>
  Array.from({ length: count }, (_, index) => `2026-${month}-${String(index + 1).padStart(2, '0')}`);

async function published(governmentId: string): Promise<string> {
  const province = await r.who('province');
  r.t.setNow('2026-11-02T09:00:00+08:00');
  const taken = sure(await takeEvaluation(r.t.tools, province, { governmentId, year: 2026 }));
  r.t.setNow('2026-12-01T09:00:00+08:00');
  sure(await stepEvaluation(r.t.tools, province, { evaluationId: taken.id, version: 1 }, { action: 'publish' }));
  return taken.id;
}

test('nobody is shown the row of a complaint they may not read, and everybody how many there were', async () => {
  const klungkung = await agencyIdOf(r.t, '51.05');
  await file(klungkung, '51.05', inMonth('04', 12));
  const evaluation = await published(klungkung);
  expect(await evaluationRows(r.t.db, evaluation, 'followed-up', { after: 0, limit: 50 })).toHaveLength(12);
  const open = await r.at('nobody').get(`${RAD_PUBLIC}/51.05/2026/records/followed-up`);
  expect(open.text).toContain('0 dari 12');
  expect(open.text).toContain(words.records.noneReadable);
  expect(open.text).not.toContain('April 2026');
  // The coordinator of the same government works on them, and is shown each.
  const own = await r.at('coordinator').get(`${RAD_DESK}/governments/51.05/2026/records/followed-up?evaluation=${evaluation}`);
  expect(own.html.match(/href="\/desk\/complaints\//g)).toHaveLength(12);

  // Paged by key, nothing twice and nothing left out.
  const coordinator = await r.who('coordinator');
  const seen: string[] = [];
  for (let after = 0; ; ) {
    const { lines, next } = await readableRecords(r.t.db, coordinator, evaluation, 'followed-up', { after, limit: 5 });
    seen.push(...lines.map(({ trackingNumber }) => trackingNumber));
    if (next === null) break;
    after = next;
  }
  expect([seen.length, new Set(seen).size]).toEqual([12, 12]);
});

test('the public is told of few complaints only that they are few; those who work with them are told the counts', async () => {
  const badung = await agencyIdOf(r.t, '51.03');
  await file(badung, '51.03', inMonth('05', 4));
  await published(badung);
  const page = `${RAD_PUBLIC}/51.03/2026`;
  const open = await r.at('nobody').get(page);
  expect(open.text).toContain('Terlalu sedikit untuk dinilai, kurang dari 10 kasus');
  expect(open.text).not.toContain('dari 4');
  const rows = await r.at('nobody').get(`${page}/records/followed-up`);
  expect([rows.status, rows.text.includes('Mei 2026'), rows.text.includes('dari 4')]).toEqual([200, false, false]);
  const inside = await r.at('province').get(`${RAD_DESK}/governments/51.03/2026`);
  expect(inside.text).toContain('0 dari 4');
});

test('a government that is asked for its plan has until the last day, and misses it from the day after', async () => {
  const badung = await agencyIdOf(r.t, '51.03');
  const bali = await agencyIdOf(r.t, '51');
  r.t.setNow('2027-02-01T09:00:00+08:00');
  sure(
    await openCollection(r.t.tools, await r.who('province'), {
      ...{ openerId: bali, title: 'RAD 2027 (contoh)', note: '', yearFrom: 2027, yearUntil: 2027, templateId: null },
      ...{ dueOn: Temporal.PlainDate.from('2027-03-31'), governmentIds: [badung] },
    }),
  );
  const government = await governmentById(r.t.db, badung);
  if (!government) throw new Error('no government');
  const points = async (on: string) => {
    r.t.setNow(`${on}T09:00:00+08:00`);
    const figures = await liveFigures(r.t.tools, government, 2027);
    return figures?.evaluation.points.find(({ indicator }) => indicator === 'action-plan')?.points;
  };
  expect([await points('2027-02-02'), await points('2027-03-31'), await points('2027-04-01')]).toEqual([null, null, '0']);
});
