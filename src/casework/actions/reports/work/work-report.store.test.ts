import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { agencyByCode } from '../../../../directory/index.ts';
import type { Officer } from '../../../../kernel/actor.ts';
import { Temporal } from '../../../../kernel/time.ts';
import { messagesFor, postMessage } from '../../../../messages/index.ts';
import { appendEvents, readEvents } from '../../../../platform/audit/index.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../../../platform/testing/database.ts';
import { type CastName, openedCase } from '../../../cast.test-support.ts';
import { castInOffice } from '../../../cast-in-office.test-support.ts';
import { workReportsErrand } from '../../../errands/reports/work-reports.ts';
import { decision } from '../../../rules/decision.ts';
import { WORK_REPORT_STATES } from '../../../rules/reports/work-report.transitions.ts';
import { take } from '../../../rules/take.ts';
import { loadWorkReport, stepsOf, workReportsOf } from '../../../store/reports/work-reports.ts';
import { decide } from '../../decide.ts';
import { countedWork, workRows } from './recorded-work.ts';
import { addStatement, removeStatement, stepWorkReport, writeRemarks } from './work-report.ts';

let t: TestDatabase;
let officer: (name: CastName) => Promise<Officer>;
let officeId: string;
const month = Temporal.PlainDate.from('2026-03-01');

beforeAll(async () => {
  t = await testDatabase({ post: (tx, message) => postMessage(t.tools, tx, message) });
  officer = await castInOffice(t);
  officeId = (await agencyByCode(t.db, 'ori.bali'))?.id ?? '';
  // Work of March: 25 steps of the verifier, and one on the evening before in universal time that is April in Bali.
  for (let n = 0; n < 25; n++) {
    t.setNow(`2026-03-${String((n % 27) + 1).padStart(2, '0')}T10:00:00+08:00`);
    await verify(await openedCase(t));
  }
  t.setNow('2026-03-31T23:30:00+08:00');
  await verify(await openedCase(t));
  t.setNow('2026-04-01T00:30:00+08:00');
  await verify(await openedCase(t));
});
beforeEach(() => t.setNow('2026-04-02T09:00:00+08:00'));
afterAll(() => t.close());

async function verify(file: { readonly id: string }) {
  const done = await decide(t.tools, await officer('verifier'), { caseId: file.id, version: null }, (loaded, circumstances) => {
    const taken = take(loaded, 'pass-formal', circumstances, { met: ['formal-met'] });
    return taken.ok ? decision(taken.value.file, { events: [taken.value.event] }) : taken;
  });
  if (!done.ok) throw new Error(done.refusal);
}

async function target(version: number, name: CastName = 'verifier') {
  return { officeId, personId: (await officer(name)).personId, month, version };
}

describe('what an officer did in a month', () => {
  it('is counted from the record by the days of the office, with as many rows behind each number', async () => {
    const { personId } = await officer('verifier');
    const work = { personId, officeId, month, zone: 'Asia/Makassar' } as const;
    const counted = await countedWork(t.db, work);
    expect(counted.map(({ group, count }) => [group, count])).toEqual([['verification', 26]]);
    const seen: string[] = [];
    let after: Awaited<ReturnType<typeof workRows>>['next'] = null;
    do {
      const page = await workRows(t.db, work, 'verification', { after, limit: 10 });
      seen.push(...page.rows.map(({ fileId, seq }) => `${fileId} ${seq}`));
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(26);
    expect(await countedWork(t.db, { ...work, month: month.add({ months: 1 }) })).toMatchObject([{ count: 1 }]);
  });

  it('counts once, at the office it belongs to, for somebody who works at two', async () => {
    const { personId } = await officer('resolver');
    const head = await agencyByCode(t.db, 'ori');
    const elsewhere = { officeId: head?.id ?? '', personId, month, zone: 'Asia/Jakarta' } as const;
    const here = { ...elsewhere, officeId, zone: 'Asia/Makassar' } as const;
    t.setNow('2026-03-20T10:00:00+08:00');
    const { id } = await openedCase(t);
    await inTransaction(t.tools, (tx) =>
      appendEvents(t.tools, tx, { kind: 'case', id }, [
        { type: 'evidence-added', at: t.tools.clock.now(), actor: `person:${personId}`, payload: {} },
      ]),
    );
    await inTransaction(t.tools, (tx) =>
      appendEvents(
        t.tools,
        tx,
        { kind: 'complaint', id: t.tools.random.id() },
        [{ type: 'read', at: t.tools.clock.now(), actor: `person:${personId}`, payload: {} }],
        { newFile: true },
      ),
    );
    expect(await countedWork(t.db, here)).toMatchObject([{ count: 1 }, { count: 1 }]);
    await sql`
      INSERT INTO directory.positions (id, person_id, kind, agency_id, decree_number, decree_on, starts_on, created_at)
      VALUES (${t.tools.random.id()}, ${personId}, 'ombudsman-assistant', ${head?.id}, 'SK dua', '2026-03-01', '2026-03-02',
        '2026-03-01T00:00:00Z')`.execute(t.ownerDb);
    // The case lies in Bali; a complaint lies at no office, and Bali is held longer.
    expect((await countedWork(t.db, here)).map(({ group, count }) => [group, count])).toEqual([
      ['examination', 1],
      ['complaints', 1],
    ]);
    expect(await countedWork(t.db, elsewhere)).toEqual([]);
    expect((await workRows(t.db, here, 'examination', { after: null, limit: 10 })).rows).toHaveLength(1);
    expect((await workRows(t.db, elsewhere, 'examination', { after: null, limit: 10 })).rows).toEqual([]);
  });

  it('is found through the index of officers', async () => {
    const plan = await inTransaction(t.tools, async (tx) => {
      // So few events are read faster one by one.
      await sql`SET LOCAL enable_seqscan = off`.execute(tx);
      return sql<{ 'QUERY PLAN': string }>`EXPLAIN SELECT FROM audit.events
        WHERE actor = ${'person:x'} AND actor LIKE 'person:%' AND at >= now() AND at < now()`.execute(tx);
    });
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('events_by_officer');
  });
});

describe('a work report', () => {
  it('lives from draft to accepted, with its history and events, and tells the author', async () => {
    const [verifier, head] = [await officer('verifier'), await officer('head')];
    expect((await writeRemarks(t.tools, verifier, await target(1), 'Ramai setelah libur.')).ok).toBe(true);
    const stated = await addStatement(t.tools, verifier, await target(2), {
      ...{
        kind: 'addition',
        group: 'prevention',
        on: Temporal.PlainDate.from('2026-03-12'),
        text: 'Sosialisasi di kampus (contoh).',
      },
    });
    expect(stated.ok && stated.value.statements.length).toBe(1);
    expect((await stepWorkReport(t.tools, verifier, await target(3), { action: 'submit' })).ok).toBe(true);
    expect(await stepWorkReport(t.tools, head, await target(4), { action: 'return' })).toEqual({
      ok: false,
      refusal: 'case.reason-missing',
    });
    expect((await stepWorkReport(t.tools, head, await target(4), { action: 'return', reason: 'Sebut pesertanya.' })).ok).toBe(
      true,
    );
    const removed = await removeStatement(
      t.tools,
      verifier,
      await target(5),
      stated.ok ? (stated.value.statements[0]?.id ?? '') : '',
    );
    expect(removed.ok && removed.value.statements).toEqual([]);
    expect((await stepWorkReport(t.tools, verifier, await target(6), { action: 'submit' })).ok).toBe(true);
    expect((await stepWorkReport(t.tools, head, await target(7), { action: 'accept' })).ok).toBe(true);

    const report = await loadWorkReport(t.db, await target(0));
    expect(report).toMatchObject({ state: 'accepted', version: 8, remarks: 'Ramai setelah libur.', returnReason: null });
    const steps = await stepsOf(t.db, report?.id ?? '');
    expect(steps.map(({ action, content }) => [action, content.recorded, content.statements])).toEqual([
      ['submit', 26, 1],
      ['return', 26, 1],
      ['submit', 26, 0],
      ['accept', 26, 0],
    ]);
    expect(new Set(steps.map(({ content }) => content.digest)).size).toBe(2);
    expect((await readEvents(t.db, report?.id ?? '')).map(({ type }) => type)).toEqual(['submit', 'return', 'submit', 'accept']);
  });

  it('is not there for colleagues, for other offices, and for the respondent', async () => {
    for (const name of ['examiner', 'coordinator', 'counter'] as const) {
      expect(await writeRemarks(t.tools, await officer(name), await target(8), 'x')).toEqual({
        ok: false,
        refusal: 'case.absent',
      });
    }
  });

  it('is the same report for two who begin it at once', async () => {
    const examiner = await officer('examiner');
    const at = await target(1, 'examiner');
    const both = await Promise.all(['satu', 'dua'].map((remarks) => writeRemarks(t.tools, examiner, at, remarks)));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'case.moved-on' });
  });

  it('knows the same states as its table', async () => {
    const { rows } = await sql<{ check: string }>`
      SELECT pg_get_constraintdef(oid) AS check FROM pg_constraint WHERE conrelid = 'casework.work_reports'::regclass AND contype = 'c'
        AND pg_get_constraintdef(oid) LIKE '%state = ANY%accepted%'`.execute(t.db);
    const named = [...(rows[0]?.check ?? '').matchAll(/'([a-z]+)'::text/g)].map(([, state]) => state);
    expect(named.sort()).toEqual([...WORK_REPORT_STATES].sort());
  });
});

describe('the errand of work reports', () => {
  it('makes a draft for everyone once the month is over, and reminds only those who have not handed in, once each', async () => {
    const purposes = async (name: CastName) => {
      const lines = await workReportsOf(t.db, officeId, month);
      const { personId } = await officer(name);
      const line = lines.find((each) => each.personId === personId);
      const messages = line ? await messagesFor(t.db, { kind: 'work-report', id: line.id }) : [];
      return messages.map(({ purpose }) => purpose).sort();
    };
    await workReportsErrand(t.tools);
    const authors = (await workReportsOf(t.db, officeId, month)).map(({ personId }) => personId);
    for (const name of ['verifier', 'examiner', 'secondExaminer', 'head', 'resolver', 'preventer'] as const) {
      expect(authors).toContain((await officer(name)).personId);
    }
    expect(authors).not.toContain((await officer('counter')).personId);
    expect(await purposes('secondExaminer')).toEqual([]);
    t.setNow('2026-04-30T09:00:00+08:00');
    await workReportsErrand(t.tools);
    await workReportsErrand(t.tools);
    expect(await purposes('secondExaminer')).toEqual(['case.work-report-late']);
    expect((await purposes('verifier')).filter((purpose) => purpose.endsWith('late'))).toEqual([]);
  });
});
