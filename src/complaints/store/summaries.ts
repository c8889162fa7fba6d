/** What a line of a list tells of a complaint. It cannot contain who complained: the table it reads does not know. */
import { sql } from 'kysely';
import type { Moment, Zone } from '../../kernel/time.ts';
import type { ComplaintStatus } from '../rules/complaint.transitions.ts';
import type { Channel, ComplaintClass, Outcome } from '../rules/complaint.ts';

export interface Summary {
  readonly id: string;
  readonly trackingNumber: string;
  readonly title: string;
  readonly class: ComplaintClass;
  readonly supervisory: boolean | null;
  readonly status: ComplaintStatus;
  readonly outcome: Outcome | null;
  readonly channel: Channel;
  readonly filedAt: Moment;
  readonly zone: Zone;
  readonly regionCode: string | null;
  readonly categoryCode: string | null;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly isReleased: boolean;
  readonly returns: number;
  readonly objections: number;
  readonly nextDueAt: Moment | null;
  /** The desk and the offices that have an active part. */
  readonly officeIds: readonly string[];
}

export interface SummaryRow {
  id: string;
  tracking_number: string;
  title: string;
  class: ComplaintClass;
  supervisory: boolean | null;
  status: ComplaintStatus;
  outcome: Outcome | null;
  channel: Channel;
  filed_at: Moment;
  zone: Zone;
  region_code: string | null;
  category_code: string | null;
  anonymous: boolean;
  confidential: boolean;
  is_released: boolean;
  returns: number;
  objections: number;
  next_due_at: Moment | null;
  office_ids: string[];
}

/** Columns of alias `c`; officers read the working title. */
export const SUMMARY = sql`c.id, c.tracking_number, c.title, c.class, c.supervisory, c.status, c.outcome, c.channel, c.filed_at, c.zone,
  c.region_code, c.category_code, c.anonymous, c.confidential, c.released_at is not null as is_released, c.returns, c.objections,
  c.next_due_at, c.office_ids`;

export function toSummary(row: SummaryRow): Summary {
  return {
    id: row.id,
    trackingNumber: row.tracking_number,
    title: row.title,
    class: row.class,
    supervisory: row.supervisory,
    status: row.status,
    outcome: row.outcome,
    channel: row.channel,
    filedAt: row.filed_at,
    zone: row.zone,
    regionCode: row.region_code,
    categoryCode: row.category_code,
    anonymous: row.anonymous,
    confidential: row.confidential,
    isReleased: row.is_released,
    returns: row.returns,
    objections: row.objections,
    nextDueAt: row.next_due_at,
    officeIds: row.office_ids,
  };
}
