/**
 * The measures of rules/measures.ts, counted. Each is one SELECT of cases (`MEASURED`), and its number and the list behind it read the same one. An
 * agency counts with everything below it. Working days come as a table from the law, so that the database counts what the law's rule counts.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import { dayOf } from '../../kernel/time.ts';
import { type LawBook, numberedDays } from '../../law/index.ts';
import { type PageOf, pageOf, readCursor } from '../../platform/database/cursor.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Counted, MeasureCode } from '../rules/measures.ts';
import { SUMMARY, type Summary, type SummaryRow, toSummary } from './summaries.ts';
import { visibleToOfficer, visibleToPublic } from './visible.ts';

export interface MeasureScope {
  /** An agency and everything below it. */
  readonly agencyId: string;
  /** Both days belong to it, each in the zone of its complaint. */
  readonly from: Day;
  readonly until: Day;
}

/** The same span of one agency, or of each of many: `agency` is its id in SQL. */
interface Asked extends Pick<MeasureScope, 'from' | 'until'> {
  readonly agency: RawBuilder<string>;
}

/** Columns of every case: complaint_id, row_id, at (what orders the list), grp, days. */
type Cases = (asked: Asked, now: Moment) => RawBuilder<unknown>;

const reads = ({ agency }: Asked) => sql<boolean>`c.reader_ids @> array[${agency}]`;
const within = (at: RawBuilder<unknown>, { from, until }: Asked) =>
  sql<boolean>`(${at} at time zone c.zone)::date between ${from.toString()}::date and ${until.toString()}::date`;

/** The calendar a complaint counts by, as the law's rule says of its region; the national one where it says nothing of it. */
const COUNTS_BY = sql`coalesce(places.calendar, '')`;

/** Working days between the two days that a pause touched; most clocks were never paused, and nothing is counted for them. */
const PAUSED = sql`case when started.pauses = '[]' then 0 else (
  select count(distinct d.day)::int from jsonb_array_elements(started.pauses) pause
  join numbered d on d.calendar = ${COUNTS_BY} and d.works and d.day > s.day and d.day <= e.day
    and d.day between ((pause ->> 'from')::timestamptz at time zone c.zone)::date
      and (coalesce(pause ->> 'to', pause ->> 'from')::timestamptz at time zone c.zone)::date) end`;

/**
 * Working days after the day of `started.at` up to the day of the first follow-up, less those touched by a pause. The clock that was stopped by the first
 * follow-up says when the office received it: the part's own day moves when a complaint is opened again.
 */
const firstFollowUp: Cases = (asked, now) => sql`
  select c.id as complaint_id, p.id as row_id, started.at,
    case when p.first_follow_up_at is not null then 'followed-up' when started.late then 'overdue' else 'waiting' end as grp,
    case when p.first_follow_up_at is not null then greatest(0, coalesce(e.number - s.number, 0) - ${PAUSED}) end as days
  from complaints.complaints c
  join complaints.parts p on p.complaint_id = c.id and p.state not in ('excused', 'returned') and p.agency_path @> array[${asked.agency}]
  cross join lateral (
    select k.started_at as at, k.pauses, k.due_at < ${now.toString()}::timestamptz and (k.pauses = '[]' or k.pauses -> -1 ->> 'to' is not null) as late
    from complaints.clocks k
    where k.complaint_id = c.id and k.kind = 'follow-up' and k.part_id = p.id
      and (p.first_follow_up_at is null or k.stopped_at = p.first_follow_up_at)
    order by k.started_at desc limit 1) started
  left join places on places.region = c.region_code
  left join numbered s on s.calendar = ${COUNTS_BY} and s.day = (started.at at time zone c.zone)::date
  left join numbered e on e.calendar = ${COUNTS_BY} and e.day = (p.first_follow_up_at at time zone c.zone)::date
  where ${reads(asked)} and c.stage <> 'archived' and ${within(sql`started.at`, asked)}`;

const finishedInTime: Cases = (asked, now) => sql`
  select c.id as complaint_id, k.id as row_id, k.due_at as at,
    case when k.stopped_at is null then 'unfinished' when k.stopped_at <= k.due_at then 'in-time' else 'late' end as grp, null::int as days
  from complaints.complaints c
  join complaints.clocks k on k.complaint_id = c.id and k.kind = 'finish'
  where ${reads(asked)} and c.stage <> 'archived' and ${within(sql`k.due_at`, asked)} and k.due_at < ${now.toString()}::timestamptz
    and (k.stopped_at is not null or k.pauses = '[]' or k.pauses -> -1 ->> 'to' is not null)`;

const closedBySilence: Cases = (asked) => sql`
  select c.id as complaint_id, c.id as row_id, c.ended_at as at, c.outcome as grp, null::int as days
  from complaints.complaints c
  where ${reads(asked)} and c.stage = 'closed' and ${within(sql`c.ended_at`, asked)}`;

const followedUp: Cases = (asked) => sql`
  select c.id as complaint_id, c.id as row_id, c.filed_at as at,
    case when c.stage = 'archived' then 'archived'
      when c.stage in ('handling', 'closed') and exists (select from complaints.parts p where p.complaint_id = c.id and p.state <> 'excused')
        and not exists (select from complaints.parts p where p.complaint_id = c.id and p.state <> 'excused'
          and (p.first_follow_up_at is null or p.state = 'returned')) then 'followed-up'
      else 'not-yet' end as grp, null::int as days
  from complaints.complaints c
  where ${reads(asked)} and ${within(sql`c.filed_at`, asked)}`;

/** What complainants said of the answers. A closing by silence says nothing, an objection says something also when silence followed it. */
const answersAccepted: Cases = (asked) => sql`
  select c.id as complaint_id, c.id as row_id, c.ended_at as at,
    case when c.objections > 0 or c.reopenings > 0 then 'contested' when c.outcome = 'confirmed' then 'accepted' else 'silent' end as grp, null::int as days
  from complaints.complaints c
  where ${reads(asked)} and c.stage = 'closed' and ${within(sql`c.ended_at`, asked)}`;

const channelUse: Cases = (asked) => sql`
  select c.id as complaint_id, c.id as row_id, c.filed_at as at, c.channel as grp, null::int as days
  from complaints.complaints c
  where ${reads(asked)} and ${within(sql`c.filed_at`, asked)} and c.archive_reason is distinct from 'test'`;

const MEASURED: Readonly<Record<MeasureCode, Cases>> = {
  'first-follow-up': firstFollowUp,
  'finished-in-time': finishedInTime,
  'closed-by-silence': closedBySilence,
  'followed-up': followedUp,
  'answers-accepted': answersAccepted,
  'channel-use': channelUse,
};

/** The cases of a measure at one agency as a WITH clause ending in `cases`. */
function cases(db: Db, code: MeasureCode, scope: MeasureScope, now: Moment, book: LawBook): Promise<RawBuilder<unknown>> {
  const own = MEASURED[code]({ ...scope, agency: sql`${scope.agencyId}::uuid` }, now);
  return withCalendars(db, code, { ...scope, agencyIds: [scope.agencyId] }, own, now, book);
}

/** @param own the cases, as a SELECT. Only the mean counts working days, and needs their table. */
async function withCalendars(
  db: Db,
  code: MeasureCode,
  { agencyIds, from, until }: MeasuredAgencies,
  own: RawBuilder<unknown>,
  now: Moment,
  book: LawBook,
): Promise<RawBuilder<unknown>> {
  if (code !== 'first-follow-up') return sql`with cases as (${own})`;
  const regions = await regionsOf(db, agencyIds);
  const last = latest(until, dayOf(now, 'Asia/Jayapura'));
  const { calendars, days, numbers, works } = numberedDays(book, from.subtract({ days: 1 }), last, regions);
  const counts = regions.map((region) => book.calendar(region).regionCode ?? '');
  return sql`with numbered as materialized (
      select * from unnest(${calendars}::text[], ${days}::date[], ${numbers}::int[], ${works}::boolean[]) as n (calendar, day, number, works)),
    places as materialized (select * from unnest(${regions}::text[], ${counts}::text[]) as p (region, calendar)),
    cases as (${own})`;
}

/** Where the complaints are from: a country has hundreds of regions with days of their own, an agency counts by few of them. */
async function regionsOf(db: Db, agencyIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct c.region_code as code from complaints.complaints c
    where c.reader_ids && ${[...agencyIds]}::uuid[] and c.region_code is not null`.execute(db);
  return rows.map(({ code }) => code);
}

function latest(one: Day, other: Day): Day {
  return one.until(other).sign > 0 ? other : one;
}

/** How many cases are in which group, of everyone's complaints: also of those whoever asks may not read. */
export async function measured(db: Db, code: MeasureCode, scope: MeasureScope, now: Moment, book: LawBook): Promise<Counted> {
  const { rows } = await sql<{ grp: string; count: number; days: number }>`
    ${await cases(db, code, scope, now, book)}
    select grp, count(*)::int as count, coalesce(sum(days), 0)::int as days from cases group by grp`.execute(db);
  return {
    groups: Object.fromEntries(rows.map(({ grp, count }) => [grp, count])),
    workingDays: rows.reduce((all, { days }) => all + days, 0),
  };
}

/** A span of many agencies, each with everything below it. */
export interface MeasuredAgencies extends Pick<MeasureScope, 'from' | 'until'> {
  readonly agencyIds: readonly string[];
}

/** The same at each of many agencies, in one query; an agency without a case has no groups. */
export async function measuredAt(
  db: Db,
  code: MeasureCode,
  agencies: MeasuredAgencies,
  now: Moment,
  book: LawBook,
): Promise<ReadonlyMap<string, Counted>> {
  const counted = new Map(agencies.agencyIds.map((id) => [id, { groups: {} as Record<string, number>, workingDays: 0 }]));
  if (counted.size === 0) return counted;
  const own = sql`
    select asked.agency_id, own.* from unnest(${[...counted.keys()]}::uuid[]) as asked (agency_id)
    cross join lateral (${MEASURED[code]({ ...agencies, agency: sql`asked.agency_id` }, now)}) own`;
  const { rows } = await sql<{ agency_id: string; grp: string; count: number; days: number }>`
    ${await withCalendars(db, code, agencies, own, now, book)}
    select agency_id, grp, count(*)::int as count, coalesce(sum(days), 0)::int as days from cases group by agency_id, grp`.execute(
    db,
  );
  for (const { agency_id, grp, count, days } of rows) {
    const one = counted.get(agency_id);
    if (!one) continue;
    one.groups[grp] = count;
    one.workingDays += days;
  }
  return counted;
}

export interface MeasureRow {
  /** Unique in the list: of a part, of a deadline, of a complaint. */
  readonly id: string;
  /** What orders the list: received, due, closed or filed. */
  readonly at: Moment;
  readonly group: string;
  readonly workingDays: number | null;
  /** With the working title for officers who see the complaint, with the released one for everybody else. */
  readonly complaint: Summary;
  /** Whether its page at the desk opens for whoever asked; else only the public one does. */
  readonly isOwn: boolean;
}

interface RowRow extends SummaryRow {
  row_id: string;
  at: Moment;
  grp: string;
  days: number | null;
  is_own: boolean;
  public_title: string | null;
}

/** The cases behind a number that this actor may read, the latest first, paged by key. */
export async function measureRows(
  db: Db,
  actor: Actor,
  asked: { readonly code: MeasureCode; readonly scope: MeasureScope; readonly group?: string | undefined },
  circumstances: { readonly now: Moment; readonly book: LawBook },
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<MeasureRow>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const { rows } = await sql<RowRow>`
    ${await cases(db, asked.code, asked.scope, circumstances.now, circumstances.book)}
    select m.row_id, m.at, m.grp, m.days, ${visibleToOfficer(actor)} as is_own, c.public_title, ${SUMMARY}
    from cases m join complaints.complaints c on c.id = m.complaint_id
    where (${visibleToOfficer(actor)} or ${visibleToPublic()})
      ${asked.group === undefined ? sql`` : sql`and m.grp = ${asked.group}`}
      ${cursor ? sql`and (m.at, m.row_id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql``}
    order by m.at desc, m.row_id desc limit ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.at.toString(), row.row_id]);
  return {
    next,
    lines: lines.map((row) => ({
      ...{ id: row.row_id, at: row.at, group: row.grp, workingDays: row.days, isOwn: row.is_own },
      complaint: toSummary(row.is_own ? row : { ...row, title: row.public_title ?? '' }),
    })),
  };
}

/** How many of the cases in each group this actor may read: the length of the list above. */
export async function readableCases(
  db: Db,
  actor: Actor,
  asked: { readonly code: MeasureCode; readonly scope: MeasureScope },
  { now, book }: { readonly now: Moment; readonly book: LawBook },
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ grp: string; count: number }>`
    ${await cases(db, asked.code, asked.scope, now, book)}
    select m.grp, count(*)::int as count from cases m join complaints.complaints c on c.id = m.complaint_id
    where (${visibleToOfficer(actor)} or ${visibleToPublic()}) group by m.grp`.execute(db);
  return Object.fromEntries(rows.map(({ grp, count }) => [grp, count]));
}

/** One case behind a number, by reference: for whoever keeps a figure as it was. */
export interface MeasureRecord {
  readonly complaintId: string;
  readonly at: Moment;
  readonly group: string;
  readonly workingDays: number | null;
}

/** Every case behind a number, also those that few may read: references to be kept, never to be shown without asking who may. */
export async function measureRecords(
  db: Db,
  code: MeasureCode,
  scope: MeasureScope,
  now: Moment,
  book: LawBook,
): Promise<readonly MeasureRecord[]> {
  const { rows } = await sql<{ complaint_id: string; at: Moment; grp: string; days: number | null }>`
    ${await cases(db, code, scope, now, book)}
    select complaint_id, at, grp, days from cases order by at, row_id`.execute(db);
  return rows.map((row) => ({ complaintId: row.complaint_id, at: row.at, group: row.grp, workingDays: row.days }));
}

/** Tracking numbers of those complaints that this actor may read. */
export async function readableNumbers(
  db: Db,
  actor: Actor,
  complaintIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly trackingNumber: string; readonly isOwn: boolean }>> {
  if (complaintIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; tracking_number: string; is_own: boolean }>`
    select c.id, c.tracking_number, ${visibleToOfficer(actor)} as is_own from complaints.complaints c
    where c.id = any (${[...complaintIds]}::uuid[]) and (${visibleToOfficer(actor)} or ${visibleToPublic()})`.execute(db);
  return new Map(rows.map((row) => [row.id, { trackingNumber: row.tracking_number, isOwn: row.is_own }]));
}
