import { sql } from 'kysely';
import type { Db } from '../database/database.ts';

interface QueueRow {
  readonly errand: string;
  readonly waiting: string | number;
  readonly running: string | number;
  readonly given_up: string | number;
  readonly late_seconds: number;
}

/** The state of the queue as Prometheus text, asked from the database at each scrape so that every process reports the same. */
export async function queueGauges(db: Db): Promise<string> {
  const { rows } = await sql<QueueRow>`
    SELECT task_identifier AS errand,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts)::int AS waiting,
           count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS running,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::int AS given_up,
           coalesce(extract(epoch FROM now() - min(run_at) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at < now())), 0)::float8
             AS late_seconds
      FROM graphile_worker.jobs GROUP BY task_identifier ORDER BY 1`.execute(db);
  const gauge = (name: string, help: string, value: (row: QueueRow) => string | number) => [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...rows.map((row) => `${name}{errand="${row.errand.replaceAll(/["\\\n]/g, '_')}"} ${value(row)}`),
  ];
  return [
    ...gauge('tuntas_queue_waiting', 'Jobs waiting, those for later included.', (row) => row.waiting),
    ...gauge('tuntas_queue_running', 'Jobs being worked on.', (row) => row.running),
    ...gauge('tuntas_queue_given_up', 'Jobs that failed for good and wait for a person.', (row) => row.given_up),
    ...gauge('tuntas_queue_late_seconds', 'How long the oldest job that is due has been waiting.', (row) => row.late_seconds),
    '',
  ].join('\n');
}
