import type { ColumnType } from 'kysely';
import type { Moment } from '../../kernel/time.ts';
import type { WayToReach } from '../rules/contact.ts';
import type { GivenParticular } from '../rules/particulars.ts';

export type SealedPart = 'contact' | 'original' | 'particulars';

type Timestamp = ColumnType<Moment, string, string>;

/** A type, not an interface: Kysely wants an index signature. */
export type IdentityTables = {
  'identity.record_keys': { complaint_id: string; part: SealedPart; key_id: string; wrapped_key: Buffer };
  'identity.complainants': { complaint_id: string; sealed: Buffer; ways: WayToReach[]; sealed_at: Timestamp };
  'identity.originals': { complaint_id: string; sealed: Buffer; sealed_at: Timestamp };
  'identity.particulars': {
    complaint_id: string;
    sealed: Buffer;
    given: GivenParticular[];
    id_copy_key: string | null;
    sealed_at: Timestamp;
  };
  'identity.accesses': {
    id: string;
    complaint_id: string;
    part: SealedPart;
    act: 'read' | 'change';
    actor: string;
    purpose: string;
    at: Timestamp;
  };
  'identity.erasures': { id: string; complaint_id: string; part: SealedPart; actor: string; basis: string; at: Timestamp };
};
