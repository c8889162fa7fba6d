import type { ColumnType } from 'kysely';
import type { Moment } from '../kernel/time.ts';

/** The tables of the schema `platform` that the running processes use. */
export type PlatformTables = {
  'platform.rate_limits': { bucket: string; key: Buffer; free_at: ColumnType<Moment, string, string> };
  'platform.submissions': {
    token: Buffer;
    content: Buffer;
    claim: string;
    started_at: ColumnType<Moment, string, string>;
    answer: Buffer | null;
  };
  'platform.workers': { worker_id: string; seen_at: ColumnType<Moment, string | undefined, string> };
  'platform.outbox': {
    id: string;
    message_id: string;
    sent_at: ColumnType<Moment, string, never>;
    recipient: string;
    subject: string;
    body: string;
  };
};
