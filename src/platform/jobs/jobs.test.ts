import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { connect } from '../database/connect.ts';
import { inTransaction } from '../database/transaction.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { enqueue, withdraw } from './enqueue.ts';
import type { ErrandList } from './errands.ts';
import { releaseJobsOfTheDead } from './living-workers.ts';
import { queueGauges } from './queue-gauges.ts';
import { startWorker, type Worker } from './worker.ts';

let t: TestDatabase;
const workers: Worker[] = [];
beforeAll(async () => {
  t = await testDatabase();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await sql`DELETE FROM graphile_worker._private_jobs`.execute(t.db);
});
afterAll(() => t.close());

async function work(errands: ErrandList, recurring: Parameters<typeof startWorker>[2] = []): Promise<Worker> {
  const worker = await startWorker(t.tools, errands, recurring, { concurrency: 3 });
  workers.push(worker);
  return worker;
}

async function until(condition: () => boolean | Promise<boolean>, seconds = 15): Promise<void> {
  const end = performance.now() + seconds * 1000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

interface Row {
  task_identifier: string;
  attempts: number;
  max_attempts: number;
  last_error: string | null;
  locked_by: string | null;
  run_at: Temporal.Instant;
}
const jobs = async () => (await sql<Row>`SELECT * FROM graphile_worker.jobs ORDER BY id`.execute(t.db)).rows;

describe('a job', () => {
  test('belongs to the change it came with: rolled back together', async () => {
    const given = inTransaction(t.tools, async (tx) => {
      await enqueue(tx, { errand: 'test.note', payload: { n: 1 } });
      throw new Error('the change failed');
    });
    await expect(given).rejects.toThrow('the change failed');
    expect(await jobs()).toEqual([]);
  });

  test('committed with its change is done soon after', async () => {
    const done: unknown[] = [];
    await work({ 'test.note': async (_tools, payload) => void done.push(payload) });
    await inTransaction(t.tools, (tx) => enqueue(tx, { errand: 'test.note', payload: { n: 1 } }));
    await until(() => done.length > 0);
    expect(done).toEqual([{ n: 1 }]);
    await until(async () => (await jobs()).length === 0);
  });

  test('is done once by several workers', async () => {
    const done: number[] = [];
    const errands: ErrandList = { 'test.note': async (_tools, payload) => void done.push((payload as { n: number }).n) };
    await Promise.all([work(errands), work(errands)]);
    await inTransaction(t.tools, async (tx) => {
      for (let n = 0; n < 60; n++) await enqueue(tx, { errand: 'test.note', payload: { n } });
    });
    await until(async () => (await jobs()).length === 0);
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  test('for later waits, is replaced under its key and can be withdrawn', async () => {
    const later = Temporal.Now.instant().add({ hours: 1 });
    await inTransaction(t.tools, async (tx) => {
      await enqueue(tx, { errand: 'test.note', payload: { n: 1 }, runAt: later, key: 'one' });
      await enqueue(tx, { errand: 'test.note', payload: { n: 2 }, runAt: later.add({ hours: 1 }), key: 'one' });
    });
    const [job, ...others] = await jobs();
    expect(others).toEqual([]);
    expect(job?.run_at.epochMilliseconds).toBe(later.add({ hours: 1 }).epochMilliseconds);
    await inTransaction(t.tools, (tx) => withdraw(tx, 'one'));
    expect(await jobs()).toEqual([]);
  });

  test('that fails is tried again, and leaves nothing of its error but the kind', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
    const worker = await startWorker(
      { ...t.tools, log },
      {
        'test.note': async () => {
          await sql`SELECT ${'wayan@contoh.example'}::uuid`.execute(t.db);
        },
      },
      [],
    );
    workers.push(worker);
    await inTransaction(t.tools, (tx) => enqueue(tx, { errand: 'test.note', payload: {} }));
    await until(async () => (await jobs())[0]?.last_error != null);
    const [job] = await jobs();
    expect(job).toMatchObject({ attempts: 1, max_attempts: 25 });
    expect(job?.run_at.epochMilliseconds).toBeGreaterThan(Date.now());
    expect(job?.last_error).toContain('22P02');
    expect(JSON.stringify(job) + lines.join('')).not.toContain('wayan');
    expect(lines.join('')).toContain('errand failed');
  });

  test('given up shows in the metrics', async () => {
    await work({
      'test.note': async () => {
        throw new Error('always');
      },
    });
    await inTransaction(t.tools, (tx) => enqueue(tx, { errand: 'test.note', payload: {}, maxAttempts: 1 }));
    await until(async () => (await queueGauges(t.db)).includes('tuntas_queue_given_up{errand="test.note"} 1'));
    expect(await queueGauges(t.db)).toContain('tuntas_queue_waiting{errand="test.note"} 0');
  });

  test('of a killed worker is given back to the living, not that of a living one', async () => {
    await inTransaction(t.tools, async (tx) => {
      for (const errand of ['test.dead', 'test.alive']) await enqueue(tx, { errand, payload: {} });
    });
    const lock = (errand: string, by: string) =>
      sql`
      UPDATE graphile_worker._private_jobs SET locked_by = ${by}, locked_at = now() - interval '1 minute'
       WHERE task_id = (SELECT id FROM graphile_worker._private_tasks WHERE identifier = ${errand})`.execute(t.db);
    await lock('test.dead', 'killed');
    await lock('test.alive', 'living');
    await sql`INSERT INTO platform.workers (worker_id, seen_at) VALUES ('killed', now() - interval '30 s'), ('living', now())`.execute(
      t.db,
    );
    await releaseJobsOfTheDead(t.db);
    expect((await jobs()).map((job) => [job.task_identifier, job.locked_by])).toEqual([
      ['test.dead', null],
      ['test.alive', 'living'],
    ]);
  });
});

describe('a worker', () => {
  test('says that it lives while it does, and is gone when it stops', async () => {
    const names = async () =>
      (await sql<{ worker_id: string }>`SELECT worker_id FROM platform.workers WHERE worker_id LIKE 'pool-%'`.execute(t.db)).rows;
    const worker = await work({});
    expect(await names()).toHaveLength(1);
    await worker.stop();
    expect(await names()).toHaveLength(0);
  });

  test('finishes what it has begun before it stops', async () => {
    let begun = false;
    let finished = false;
    const worker = await work({
      'test.long': async () => {
        begun = true;
        await new Promise((resolve) => setTimeout(resolve, 600));
        finished = true;
      },
    });
    await inTransaction(t.tools, (tx) => enqueue(tx, { errand: 'test.long', payload: {} }));
    await until(() => begun);
    await worker.stop();
    expect(finished).toBe(true);
    expect(await jobs()).toEqual([]);
  });

  test('takes up its work again after the database has thrown it out', async () => {
    const done: unknown[] = [];
    await work({ 'test.note': async (_tools, payload) => void done.push(payload) });
    const superuser = connect(t.superuserUrl, { max: 1 });
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tuntas worker' AND datname = current_database()`.execute(
      superuser.db,
    );
    await superuser.close();
    await inTransaction(t.tools, (tx) => enqueue(tx, { errand: 'test.note', payload: { n: 1 } }));
    await until(() => done.length > 0, 25);
    expect(done).toEqual([{ n: 1 }]);
  });

  test('makes up for the daily time it missed, once, and not for every missed minute', async () => {
    const done: string[] = [];
    const missed = new Date(Date.now() - 2 * 60 * 60 * 1000);
    await sql`INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
              VALUES ('test.daily', now() - interval '9 days', now() - interval '25 hours'),
                     ('test.minutely', now() - interval '9 days', now() - interval '25 hours')`.execute(t.db);
    await work({ 'test.daily': async () => void done.push('daily'), 'test.minutely': async () => void done.push('minutely') }, [
      { errand: 'test.daily', crontab: `${missed.getUTCMinutes()} ${missed.getUTCHours()} * * *` },
      { errand: 'test.minutely', crontab: '* * * * *' },
    ]);
    await until(() => done.includes('daily'));
    await until(async () => (await jobs()).length === 0);
    expect(done.filter((name) => name === 'daily')).toHaveLength(1);
    expect(done.filter((name) => name === 'minutely').length).toBeLessThanOrEqual(1); // when the minute turned meanwhile
  });

  test('does not begin on a database without a queue, and says what to do', async () => {
    const empty = new URL(t.superuserUrl);
    empty.pathname = '/postgres';
    await expect(startWorker(t.tools, {}, [], { databaseUrl: empty.href })).rejects.toThrow('tuntas migrate');
  });
});
