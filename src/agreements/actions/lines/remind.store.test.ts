import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type Cast, type CastName, castOf } from '../../cast.test-support.ts';
import { linesMails } from '../../rules/lines/mails.ts';
import { judgeReport } from './judge-report.ts';
import { shiftLine } from './move-line.ts';
import { anOrder, day, plannedLine, signedPlan } from './plan.test-support.ts';
import { remindOfAgreements } from './remind.ts';
import { reportProgress } from './report-progress.ts';

let t: TestDatabase;
let who: Cast;

beforeAll(async () => {
  t = await testDatabase();
  who = await castOf(t);
});
beforeEach(async () => {
  await sql`DELETE FROM messages.ledger`.execute(t.ownerDb);
  await sql`UPDATE agreements.lines SET state = 'dropped'`.execute(t.ownerDb);
});
afterAll(() => t.close());

const NAMES: readonly CastName[] = [
  'head',
  'preventer',
  'coordinator',
  'secretary',
  'leader',
  'liaison',
  'officeHead',
  'province',
  'outsider',
];

/** Who was told what, in order: 'liaison first:2026-06-30'. */
async function told(objectId: string): Promise<readonly string[]> {
  const names = new Map(await Promise.all(NAMES.map(async (name) => [(await who(name)).personId, name] as const)));
  const { rows } = await sql<{ recipient_id: string; stage: string }>`
    SELECT recipient_id, stage FROM messages.ledger WHERE object_id = ${objectId} ORDER BY created_at, stage, recipient_id`.execute(
    t.db,
  );
  return rows.map(({ recipient_id, stage }) => `${names.get(recipient_id) ?? recipient_id} ${stage}`).toSorted();
}

async function remindOn(date: string) {
  t.setNow(`${date}T00:05:00Z`);
  return remindOfAgreements(t.tools);
}

describe('a line', () => {
  test('is told of fourteen and three days before it is due, when it is due, and a week later to both sides', async () => {
    t.setNow('2026-03-17T10:00:00+08:00');
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan, { dueOn: day('2026-06-30') });
    for (const date of [
      '2026-06-15',
      '2026-06-16',
      '2026-06-20',
      '2026-06-27',
      '2026-06-29',
      '2026-06-30',
      '2026-07-06',
      '2026-07-07',
      '2026-08-30',
    ])
      await remindOn(date);
    const stages = await told(line.id);
    expect(stages.filter((stage) => stage.startsWith('liaison'))).toEqual([
      'liaison due:2026-06-30',
      'liaison first:2026-06-30',
      'liaison late:2026-06-30',
      'liaison second:2026-06-30',
    ]);
    const others = stages.filter((stage) => !stage.startsWith('liaison') && !stage.startsWith('officeHead'));
    expect(others).toEqual(['head late:2026-06-30', 'preventer late:2026-06-30']);
  });

  test('entered late is told of once, with the latest rung; one that is reported or not in force is left in peace', async () => {
    t.setNow('2026-03-17T10:00:00+08:00');
    const plan = await signedPlan(t, who);
    const late = await plannedLine(t, who, plan, { dueOn: day('2026-02-10') });
    const reported = await plannedLine(t, who, plan, { dueOn: day('2026-03-20'), evidenceAsked: '' });
    const done = await reportProgress(
      t.tools,
      await who('liaison'),
      { lineId: reported.id, version: null },
      { asOf: day('2026-03-17'), achieved: '8', text: 'Selesai (contoh)', isLast: true, forPublic: false, evidence: [] },
    );
    expect(done.ok).toBe(true);
    const draft = await signedPlan(t, who);
    const quiet = await plannedLine(t, who, draft, { dueOn: day('2026-03-20') });
    await sql`UPDATE agreements.agreements SET state = 'signing' WHERE id = ${draft.id}::uuid`.execute(t.ownerDb);
    await remindOn('2026-03-19');
    await remindOn('2026-03-19');
    expect((await told(late.id)).filter((stage) => stage.startsWith('liaison'))).toEqual(['liaison late:2026-02-10']);
    expect(await told(reported.id)).toEqual([]);
    expect(await told(quiet.id)).toEqual([]);
  });

  test('whose due day moves climbs its ladder anew', async () => {
    t.setNow('2026-03-17T10:00:00+08:00');
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan, { dueOn: day('2026-06-30') });
    await remindOn('2026-06-30');
    const moved = await shiftLine(
      t.tools,
      await who('liaison'),
      { lineId: line.id, version: null },
      { to: day('2026-09-30'), reason: 'contoh' },
    );
    expect(moved.ok).toBe(true);
    await remindOn('2026-07-10');
    await remindOn('2026-09-20');
    expect((await told(line.id)).filter((stage) => stage.startsWith('liaison'))).toEqual([
      'liaison due:2026-06-30',
      'liaison first:2026-09-30',
    ]);
  });

  test('reported and not confirmed reminds the other side after ten working days, once a report', async () => {
    t.setNow('2026-03-02T10:00:00+08:00');
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan, await anOrder(t, { evidenceAsked: '' }));
    const report = async (achieved: string) =>
      reportProgress(
        t.tools,
        await who('liaison'),
        { lineId: line.id, version: null },
        { asOf: day('2026-03-02'), achieved, text: 'contoh', isLast: false, forPublic: false, evidence: [] },
      );
    expect((await report('1')).ok).toBe(true);
    await remindOn('2026-03-13');
    expect((await told(line.id)).filter((stage) => stage.includes('confirm'))).toEqual([]);
    await remindOn('2026-03-17');
    await remindOn('2026-03-25');
    const stages = (await told(line.id)).filter((stage) => stage.includes('confirm')).map((stage) => stage.split(':')[0]);
    expect(stages).toEqual(['head confirm', 'preventer confirm']);
    const judged = await judgeReport(
      t.tools,
      await who('head'),
      { lineId: line.id, version: null },
      { verdict: 'confirm', text: '' },
    );
    expect(judged.ok).toBe(true);
    await remindOn('2026-04-25');
    expect((await told(line.id)).filter((stage) => stage.includes('confirm'))).toHaveLength(2);
  });

  test('reported and never answered comes before who leads the other side and who keeps the plan, once', async () => {
    t.setNow('2026-03-02T10:00:00+08:00');
    const plan = await signedPlan(t, who);
    const bali = plan.parties[0]?.agencyId as string;
    const line = await plannedLine(t, who, plan, { owner: { agencyId: bali }, evidenceAsked: '' });
    const target = { lineId: line.id, version: null };
    const report = { asOf: day('2026-03-02'), achieved: '1', text: 'contoh', isLast: false, forPublic: false, evidence: [] };
    expect((await reportProgress(t.tools, await who('preventer'), target, report)).ok).toBe(true);
    await remindOn('2026-03-20');
    const early = (await told(line.id)).filter((stage) => stage.includes('confirm'));
    expect(early.map((stage) => stage.split(':')[0])).toEqual(['coordinator confirm']);
    for (const date of ['2026-04-20', '2026-04-30']) await remindOn(date);
    const late = (await told(line.id)).filter((stage) => stage.includes('confirm-late')).map((stage) => stage.split(':')[0]);
    expect(late).toEqual(expect.arrayContaining(['coordinator confirm-late', 'leader confirm-late', 'preventer confirm-late']));
    expect(new Set(late).size).toBe(late.length);
  });

  test('given to an officer who has left since reminds whoever holds the office now', async () => {
    t.setNow('2026-03-17T10:00:00+08:00');
    const plan = await signedPlan(t, who);
    const line = await plannedLine(t, who, plan, { dueOn: day('2026-06-30') });
    // As if somebody had been named who holds no office there any more.
    const gone = (await who('outsider')).personId;
    await sql`UPDATE agreements.lines SET owner_person_id = ${gone}::uuid WHERE id = ${line.id}::uuid`.execute(t.ownerDb);
    await remindOn('2026-06-30');
    const people = (await told(line.id)).map((stage) => stage.split(' ')[0]);
    expect(people).toContain('liaison');
    expect(people).not.toContain('outsider');
  });
});

test('an agreement that ends is told of at 180 and 90 days to whoever keeps it, unless another follows without a gap', async () => {
  t.setNow('2026-03-17T10:00:00+08:00');
  const plan = await signedPlan(t, who);
  const yearly = await signedPlan(t, who);
  await sql`UPDATE agreements.agreements SET kind = 'pks' WHERE id = ${plan.id}::uuid`.execute(t.ownerDb);
  await remindOn('2026-07-03');
  expect(await told(plan.id)).toEqual([]);
  for (const date of ['2026-07-04', '2026-07-05', '2026-10-01', '2026-10-02', '2026-11-01']) await remindOn(date);
  // Neither side has a focal point: whoever prepares agreements for it is told in their place.
  expect(await told(plan.id)).toEqual([
    'coordinator lapse-1:2026-12-31',
    'coordinator lapse-2:2026-12-31',
    'head lapse-1:2026-12-31',
    'head lapse-2:2026-12-31',
    'preventer lapse-1:2026-12-31',
    'preventer lapse-2:2026-12-31',
  ]);
  // A plan of a year has gone on for half a year only when the first warning would come.
  expect(await told(yearly.id)).toEqual([
    'coordinator lapse-2:2026-12-31',
    'head lapse-2:2026-12-31',
    'preventer lapse-2:2026-12-31',
  ]);
  const next = await signedPlan(t, who);
  const renewed = await signedPlan(t, who);
  await sql`UPDATE agreements.agreements SET predecessor_id = ${renewed.id}::uuid, in_force_from = '2027-01-01', in_force_until = '2027-12-31'
    WHERE id = ${next.id}::uuid`.execute(t.ownerDb);
  await remindOn('2026-11-02');
  expect(await told(renewed.id)).toEqual([]);
});

test('of a side without an account the office is told at its address, with the page that is open to everybody', async () => {
  t.setNow('2026-03-17T10:00:00+08:00');
  const plan = await signedPlan(t, who);
  const point = t.tools.random.id();
  await sql`INSERT INTO agreements.focal_points (agreement_id, id, party_id, position, office_mail, since)
    VALUES (${plan.id}, ${point}, ${plan.parties[1]?.id}, 'Kepala Bagian (contoh)', 'organisasi@klungkung.example', '2026-01-05')`.execute(
    t.ownerDb,
  );
  await remindOn('2026-10-02');
  const { rows } = await sql<{ recipient_kind: string; recipient_id: string; details: Record<string, string | number> }>`
    SELECT recipient_kind, recipient_id, details FROM messages.ledger WHERE object_id = ${plan.id} AND recipient_kind = 'focal-point'`.execute(
    t.db,
  );
  expect(rows.map(({ recipient_id }) => recipient_id)).toEqual([point]);
  const link = { own: undefined, to: (path: string) => `https://tuntas.example${path}` };
  const { text } = linesMails['agreement.lapse']?.('id', rows[0]?.details ?? {}, link) ?? { text: '' };
  expect(text).toContain(`https://tuntas.example/agreements/${plan.code}`);
  // Somebody with an account keeps being told too: an address alone may be read by nobody.
  expect((await told(plan.id)).filter((stage) => stage.startsWith('coordinator'))).toEqual(['coordinator lapse-2:2026-12-31']);
});

test('two runs at once tell each line, person and rung once; a run that dies half-way is made good by the next', async () => {
  t.setNow('2026-03-17T10:00:00+08:00');
  const plan = await signedPlan(t, who);
  const lines = [];
  for (let index = 0; index < 30; index += 1) lines.push(await plannedLine(t, who, plan, { dueOn: day('2026-06-30') }));
  t.setNow('2026-07-10T00:05:00Z');
  // The worker dies while it writes: what it had told by then is undone with it.
  let ids = 0;
  const random = {
    ...t.tools.random,
    bytes: (count: number) => t.tools.random.bytes(count),
    id() {
      ids += 1;
      if (ids > 40) throw new Error('killed');
      return t.tools.random.id();
    },
  };
  const dying = remindOfAgreements({ ...t.tools, random }).catch((error: Error) => error.message);
  expect(await dying).toBe('killed');
  expect((await sql`SELECT FROM messages.ledger`.execute(t.db)).rows).toEqual([]);
  await Promise.all([remindOfAgreements(t.tools), remindOfAgreements(t.tools)]);
  await remindOfAgreements(t.tools);
  const { rows } = await sql<{ object_id: string; recipient_id: string; stage: string; count: number }>`
    SELECT object_id, recipient_id, stage, count(*)::int AS count FROM messages.ledger
    WHERE object_kind = 'agreement-line' GROUP BY object_id, recipient_id, stage`.execute(t.db);
  expect(new Set(rows.map(({ object_id }) => object_id)).size).toBe(lines.length);
  expect(rows.every(({ count }) => count === 1)).toBe(true);
  const { rows: jobs } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier = 'messages.send'`.execute(t.ownerDb);
  expect(jobs[0]?.count).toBeGreaterThanOrEqual(rows.length);
});

test('every purpose has a mail in both languages that names the agreement and nobody', () => {
  const links = { to: (path: string) => `https://contoh.example${path}`, own: undefined };
  const details = { code: 'RK-2026-0001', line: 7, dueOn: '2026-06-30', endsOn: '2026-12-31', days: 90, count: 3 };
  for (const [purpose, template] of Object.entries(linesMails)) {
    for (const language of ['id', 'en'] as const) {
      const mail = template(language, details, links);
      expect(mail.subject, purpose).toContain('RK-2026-0001');
      expect(mail.text, purpose).toContain('https://contoh.example/desk/agreements/RK-2026-0001');
      expect(mail.subject.includes('\n'), purpose).toBe(false);
    }
  }
  // Of many lines the number is not known yet when the first of them are changed.
  const many = linesMails['agreement.plan-changed']?.('id', { ...details, count: null }, links);
  expect(many?.subject).toBe('Banyak baris rencana diubah: RK-2026-0001');
});
