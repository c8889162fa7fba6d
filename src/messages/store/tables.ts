import type { ColumnType } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { Recipient } from '../../platform/tools.ts';
import type { MessageState } from '../rules/message.transitions.ts';
import type { MessageDetails } from '../rules/template.ts';

type Timestamp = ColumnType<Moment, string, string>;
type MaybeTimestamp = ColumnType<Moment | null, string | null, string | null>;

/** A type, not an interface: Kysely wants an index signature. */
export type MessageTables = {
  'messages.ledger': {
    id: string;
    purpose: string;
    object_kind: string;
    object_id: string;
    recipient_kind: Recipient['kind'];
    recipient_id: string;
    stage: string;
    details: ColumnType<MessageDetails, string, never>;
    state: MessageState;
    tries: ColumnType<number, number | undefined, number>;
    tries_before: ColumnType<number, number | undefined, number>;
    next_try_at: MaybeTimestamp;
    sending_since: MaybeTimestamp;
    outcome: string | null;
    created_at: Timestamp;
    sent_at: MaybeTimestamp;
    resent_by: string | null;
    resent_at: MaybeTimestamp;
  };
};
