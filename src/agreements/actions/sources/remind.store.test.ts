import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../kernel/language.ts';
import { makePost } from '../../../messages/index.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { type Cast, type CastName, castOf } from '../../cast.test-support.ts';
import type { Line } from '../../rules/line.ts';
import { sourcesMails } from '../../rules/sources/mails.ts';
import type { Session } from '../../rules/sources/session.ts';
import { dropLine } from '../lines/move-line.ts';
import { day, draftedPlan, plannedLine, signedPlan } from '../lines/plan.test-support.ts';
import { remindOfSessions } from './remind.ts';
import { cancelSession, changeSession, planSession, recordSession } from './sessions.ts';

/** Nobody stands before an empty hall, and no session is forgotten once it is over. */

let t: TestDatabase;
let who: Cast;
beforeAll(async () => {
  t = await testDatabase({ post: async (tx, message) => makePost(t.tools)(tx, message) });
  t.setNow('2026-05-04T09:00:00+08:00');
  who = await castOf(t);
});
afterAll(() => t.close());

const NAMES: readonly CastName[] = ['head', 'preventer', 'coordinator', 'liaison', 'officeHead'];

/** Who was told of what: 'liaison near:2026-06-10'. */
async function told(session: Session): Promise<readonly string[]> {
  const names = new Map(await Promise.all(NAMES.map(async (name) => [(await who(name)).personId, name] as const)));
  const { rows } = await sql<{ recipient_id: string; stage: string }>`
    SELECT recipient_id, stage FROM messages.ledger WHERE object_kind = 'agreement-session' AND object_id = ${session.id}`.execute(
    t.db,
  );
  return rows.map(({ recipient_id, stage }) => `${names.get(recipient_id) ?? 'someone'} ${stage}`).toSorted();
}

const planned = (startsOn: string, endsOn = startsOn) => ({
  ...{ topic: 'Pelatihan petugas loket (contoh)', startsOn: day(startsOn), endsOn: day(endsOn), place: 'Semarapura' },
  ...{ invited: 40, reviewers: [] },
});

async function sessionOf(line: Line, startsOn: string, endsOn = startsOn): Promise<Session> {
  const made = await planSession(t.tools, await who('liaison'), line.id, planned(startsOn, endsOn));
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

async function remindOn(date: string): Promise<void> {
  t.setNow(`${date}T06:50:00+07:00`);
  await remindOfSessions(t.tools);
}

describe('a session', () => {
  test('that is near is told to both sides once, and again when it is moved', async () => {
    t.setNow('2026-05-04T09:00:00+08:00');
    const line = await plannedLine(t, who, await signedPlan(t, who), { form: 'training' });
    const session = await sessionOf(line, '2026-06-10');
    await remindOn('2026-06-02');
    expect(await told(session)).toEqual([]);
    for (const date of ['2026-06-03', '2026-06-04']) await remindOn(date);
    const first = await told(session);
    expect(first).toContain('liaison near:2026-06-10');
    expect(first).toContain('head near:2026-06-10');
    const { id, version } = session;
    const moved = await changeSession(t.tools, await who('liaison'), { sessionId: id, version }, planned('2026-06-20'));
    expect(moved.ok).toBe(true);
    for (const date of ['2026-06-05', '2026-06-13', '2026-06-14']) await remindOn(date);
    expect(await told(session)).toEqual([...first, ...first.map((each) => each.replace('06-10', '06-20'))].toSorted());
  });

  test('nothing was recorded of is told to whoever carries it out, until it is recorded', async () => {
    t.setNow('2026-05-04T09:00:00+08:00');
    const line = await plannedLine(t, who, await signedPlan(t, who), { form: 'outreach' });
    const [forgotten, recorded] = [
      await sessionOf(line, '2026-07-01', '2026-07-02'),
      await sessionOf(line, '2026-07-01', '2026-07-02'),
    ];
    t.setNow('2026-07-03T09:00:00+08:00');
    const done = await recordSession(
      t.tools,
      await who('liaison'),
      { sessionId: recorded.id, version: recorded.version },
      {
        ...planned('2026-07-01', '2026-07-02'),
        ...{ summary: 'Terlaksana (contoh)', attendance: [{ group: 'residents', total: 40, women: 20, disabled: null }] },
        tests: recorded.tests,
      },
    );
    expect(done.ok).toBe(true);
    for (const date of ['2026-07-04', '2026-07-05', '2026-07-06', '2026-07-20']) await remindOn(date);
    expect(await told(forgotten)).toEqual(['liaison unrecorded:2026-07-02', 'officeHead unrecorded:2026-07-02']);
    expect(await told(recorded)).toEqual([]);
  });

  test('is told to focal points who still hold an office of their side, and to nobody who left', async () => {
    t.setNow('2026-05-04T09:00:00+08:00');
    const plan = await signedPlan(t, who);
    const session = await sessionOf(await plannedLine(t, who, plan, { form: 'training' }), '2026-06-10');
    const klungkung = plan.parties.find(({ side }) => side === 'government')?.id;
    const [stays, left] = [(await who('secretary')).personId, (await who('leader')).personId];
    for (const personId of [stays, left])
      await sql`INSERT INTO agreements.focal_points (agreement_id, id, party_id, position, person_id, since)
        VALUES (${plan.id}::uuid, ${t.tools.random.id()}::uuid, ${klungkung}::uuid, 'Pejabat (contoh)', ${personId}::uuid, '2026-01-05')`.execute(
        t.ownerDb,
      );
    const ended = (on: string | null, why: string | null) =>
      sql`UPDATE directory.positions SET ends_on = ${on}::date, end_reason = ${why} WHERE person_id = ${left}::uuid`.execute(
        t.ownerDb,
      );
    await ended('2026-05-31', 'contoh');
    await remindOn('2026-06-03');
    const { rows } = await sql<{ recipient_id: string }>`
      SELECT recipient_id FROM messages.ledger WHERE object_kind = 'agreement-session' AND object_id = ${session.id}`.execute(
      t.db,
    );
    const people = rows.map(({ recipient_id }) => recipient_id);
    expect([people.includes(stays), people.includes(left)]).toEqual([true, false]);
    await ended(null, null);
  });

  test('that is cancelled, of a dropped line or of a plan that is not signed is left in peace', async () => {
    t.setNow('2026-08-03T09:00:00+08:00');
    const plan = await signedPlan(t, who);
    const [line, dropped] = [
      await plannedLine(t, who, plan, { form: 'training' }),
      await plannedLine(t, who, plan, { form: 'training' }),
    ];
    const cancelled = await sessionOf(line, '2026-08-10');
    const ofDropped = await sessionOf(dropped, '2026-08-10');
    const ofDraft = await planSession(
      t.tools,
      await who('preventer'),
      (await plannedLine(t, who, await draftedPlan(t, who), { form: 'training' })).id,
      planned('2026-08-10'),
    );
    if (!ofDraft.ok) throw new Error(JSON.stringify(ofDraft.refusal));
    const target = { sessionId: cancelled.id, version: cancelled.version };
    expect((await cancelSession(t.tools, await who('liaison'), target, 'Digabung (contoh)')).ok).toBe(true);
    expect(
      (await dropLine(t.tools, await who('preventer'), { lineId: dropped.id, version: dropped.version }, 'Digabung (contoh)')).ok,
    ).toBe(true);
    await remindOn('2026-08-08');
    for (const session of [cancelled, ofDropped, ofDraft.value]) expect(await told(session)).toEqual([]);
  });
});

test('every purpose has a mail in both languages that names the session by its number', () => {
  const details = { code: 'RK-2026-0001', line: 3, session: 2, form: 'training', on: '2026-06-10' };
  const links = { to: (path: string) => `https://contoh${path}` };
  const texts = Object.values(sourcesMails).flatMap((mail) =>
    LANGUAGES.map((language) => mail(language, details, links as never)),
  );
  expect(texts).toHaveLength(4);
  for (const { subject, text } of texts as { subject: string; text: string }[]) {
    expect(subject).toMatch(/(baris|line) 3 .*RK-2026-0001/);
    expect(text).toContain('/desk/agreements/RK-2026-0001/lines/3/sessions/2');
    expect(text).toContain('2026');
  }
});
