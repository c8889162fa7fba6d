/** Lists of complaints: what an officer may read, and what the public may read. Paged by key. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../platform/database/cursor.ts';
import type { Db } from '../../platform/database/database.ts';
import type { ComplaintStatus } from '../rules/complaint.transitions.ts';
import type { Channel, ComplaintClass, Outcome } from '../rules/complaint.ts';
import { matchesPublicWords, matchesWords } from './matching.ts';
import { SUMMARY, type Summary, type SummaryRow, toSummary } from './summaries.ts';
import { visibleToOfficer, visibleToPublic } from './visible.ts';

export interface ListFilter {
  readonly statuses?: readonly ComplaintStatus[];
  readonly classes?: readonly ComplaintClass[];
  readonly outcomes?: readonly Outcome[];
  readonly channels?: readonly Channel[];
  /** A region and everything in it: '51.05' finds '51.05.01.2001'. */
  readonly regionCode?: string;
  /** A category and its children. */
  readonly categoryCode?: string;
  /** An agency and everything below it: its desk or an active part. */
  readonly agencyId?: string;
  /** A service of the room `services`. */
  readonly serviceId?: string;
  readonly filedFrom?: Day;
  readonly filedUntil?: Day;
  /** Only what has a running clock past its due moment at this time. */
  readonly overdueAt?: Moment;
  /** Released to the public or not. */
  readonly isReleased?: boolean;
  readonly words?: string;
}

export interface PageOrder {
  readonly after?: string | undefined;
  readonly limit: number;
}

function conditions(filter: ListFilter): RawBuilder<boolean>[] {
  const below = (column: RawBuilder<unknown>, code: string) =>
    sql<boolean>`(${column} = ${code} or ${column} like ${`${code.replace(/[\\%_]/g, '\\$&')}.%`})`;
  return [
    ...(filter.statuses?.length ? [sql<boolean>`c.status = any(${[...filter.statuses]}::text[])`] : []),
    ...(filter.classes?.length ? [sql<boolean>`c.class = any(${[...filter.classes]}::text[])`] : []),
    ...(filter.outcomes?.length ? [sql<boolean>`c.outcome = any(${[...filter.outcomes]}::text[])`] : []),
    ...(filter.channels?.length ? [sql<boolean>`c.channel = any(${[...filter.channels]}::text[])`] : []),
    ...(filter.regionCode ? [below(sql`c.region_code`, filter.regionCode)] : []),
    ...(filter.categoryCode ? [below(sql`c.category_code`, filter.categoryCode)] : []),
    ...(filter.agencyId ? [sql<boolean>`c.reader_ids @> array[${filter.agencyId}::uuid]`] : []),
    ...(filter.serviceId ? [sql<boolean>`c.service_id = ${filter.serviceId}`] : []),
    ...(filter.filedFrom ? [sql<boolean>`(c.filed_at at time zone c.zone)::date >= ${filter.filedFrom.toString()}::date`] : []),
    ...(filter.filedUntil ? [sql<boolean>`(c.filed_at at time zone c.zone)::date <= ${filter.filedUntil.toString()}::date`] : []),
    ...(filter.overdueAt ? [sql<boolean>`c.next_due_at < ${filter.overdueAt.toString()}::timestamptz`] : []),
    ...(filter.isReleased === undefined ? [] : [sql<boolean>`(c.released_at is not null) = ${filter.isReleased}`]),
  ];
}

/** Everything an officer may read, newest first. */
export async function officerList(db: Db, actor: Actor, filter: ListFilter, page: PageOrder): Promise<PageOf<Summary>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const { rows } = await sql<SummaryRow>`
    select ${SUMMARY} from complaints.complaints c
    where ${sql.join(
      [
        visibleToOfficer(actor),
        ...conditions(filter),
        ...(filter.words ? [matchesWords(filter.words)] : []),
        ...(cursor ? [sql<boolean>`(c.filed_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
      ],
      sql` and `,
    )}
    order by c.filed_at desc, c.id desc limit ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.filed_at.toString(), row.id]);
  return { next, lines: lines.map(toSummary) };
}

/** A released complaint as the public list tells it: the public title, never the working one. */
export interface PublicSummary {
  readonly trackingNumber: string;
  readonly title: string;
  readonly description: string;
  readonly class: ComplaintClass;
  readonly status: ComplaintStatus;
  readonly outcome: Outcome | null;
  readonly filedAt: Moment;
  readonly releasedAt: Moment;
  readonly zone: Summary['zone'];
  readonly regionCode: string | null;
  readonly categoryCode: string | null;
  readonly officeIds: readonly string[];
  readonly nextDueAt: Moment | null;
}

interface PublicRow {
  id: string;
  tracking_number: string;
  public_title: string;
  public_description: string;
  class: ComplaintClass;
  status: ComplaintStatus;
  outcome: Outcome | null;
  filed_at: Moment;
  released_at: Moment;
  zone: Summary['zone'];
  region_code: string | null;
  category_code: string | null;
  office_ids: string[];
  next_due_at: Moment | null;
}

const PUBLIC_CURSOR = ['moment', 'uuid'] as const;

/** Whether a text is a place in `publicList`: programs are told when it is none, a page starts at the beginning. */
export function isPublicCursor(text: string): boolean {
  return readCursor(text, PUBLIC_CURSOR) !== undefined;
}

/** Released, not confidential complaints, latest release first. */
export async function publicList(db: Db, filter: ListFilter, page: PageOrder): Promise<PageOf<PublicSummary>> {
  const cursor = readCursor(page.after, PUBLIC_CURSOR);
  const { rows } = await sql<PublicRow>`
    select c.id, c.tracking_number, c.public_title, c.public_description, c.class, c.status, c.outcome, c.filed_at, c.released_at,
      c.zone, c.region_code, c.category_code, c.office_ids, c.next_due_at
    from complaints.complaints c
    where ${sql.join(
      [
        visibleToPublic(),
        ...conditions(filter),
        ...(filter.words ? [matchesPublicWords(filter.words)] : []),
        ...(cursor ? [sql<boolean>`(c.released_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : []),
      ],
      sql` and `,
    )}
    order by c.released_at desc, c.id desc limit ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.released_at.toString(), row.id]);
  return {
    next,
    lines: lines.map((row) => ({
      trackingNumber: row.tracking_number,
      title: row.public_title,
      description: row.public_description,
      class: row.class,
      status: row.status,
      outcome: row.outcome,
      filedAt: row.filed_at,
      releasedAt: row.released_at,
      zone: row.zone,
      regionCode: row.region_code,
      categoryCode: row.category_code,
      officeIds: row.office_ids,
      nextDueAt: row.next_due_at,
    })),
  };
}
