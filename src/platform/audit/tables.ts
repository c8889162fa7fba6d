import type { ColumnType } from 'kysely';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Json } from './canonical-json.ts';

type MomentColumn = ColumnType<Moment, string, string>;

/** See db/migrations/0007-audit.sql for what the columns mean. */
export type AuditTables = {
  'audit.files': {
    id: string;
    kind: string;
    salt: Buffer;
    head_seq: number;
    head_hash: Buffer;
    logged_seq: number;
  };
  'audit.events': {
    file_id: string;
    seq: number;
    type: string;
    at: MomentColumn;
    actor: string;
    commitment: Buffer;
    previous_hash: Buffer;
    hash: Buffer;
  };
  'audit.payloads': {
    file_id: string;
    seq: number;
    salt: Buffer;
    payload: ColumnType<Json, string, never>;
  };
  'audit.leaves': {
    leaf_index: number;
    file_id: string;
    head_seq: number;
    head_hash: Buffer;
    leaf_hash: Buffer;
  };
  'audit.nodes': {
    position: number;
    hash: Buffer;
  };
  'audit.roots': {
    number: number;
    day: ColumnType<Day, string, never>;
    at: ColumnType<Moment, string, never>;
    origin: string;
    size: number;
    root_hash: Buffer;
    public_key: Buffer;
    signature: Buffer;
  };
  'audit.witness_deliveries': {
    root_number: number;
    witness: string;
    tries: ColumnType<number, number | undefined, number>;
    last_tried_at: ColumnType<Moment | null, string | null, string | null>;
    outcome: string | null;
    sent_at: ColumnType<Moment | null, string | null, string | null>;
  };
};
