/**
 * Complaints for those who look for what recurs: all of a period as rows of stems, and those like one of them. Words of the working text
 * only, as the search index keeps them; who complained is not in these tables.
 */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { likest } from '../rules/likeness.ts';
import { SUMMARY, type Summary, type SummaryRow, toSummary } from './summaries.ts';
import { visibleToOfficer, visibleToPublic } from './visible.ts';

export interface ComplaintForReview {
  readonly id: string;
  /** Who works on it; before anybody does, whom it is addressed to; `null` when nobody knows. */
  readonly officeId: string | null;
  readonly serviceId: string | null;
  readonly categoryCode: string | null;
  readonly regionCode: string | null;
  /** Civil day of filing in its own zone, counted from 1970-01-01. */
  readonly day: number;
  /** Stems, each once. */
  readonly words: readonly string[];
}

// Both as migration 0025 indexes them: change them together.
const OFFICE = sql`coalesce(c.office_ids[2], c.addressed_agency_id)`;
const ROOT = sql`split_part(c.category_code, '.', 1)`;
const REGENCY = sql`left(c.region_code, 5)`;

/** What counts when problems are looked for: complaints, and not what turned out to be none. */
const COUNTS = sql<boolean>`(c.class = 'complaint' and coalesce(c.archive_reason, '') not in ('test', 'hateful', 'not-government'))`;

const AT_A_TIME = 4000;

/** Everything filed from `from` up to and without `until`, as a stream: never more than a few thousand rows are in memory. */
export async function* complaintsForReview(
  db: Db,
  { from, until }: { readonly from: Moment; readonly until: Moment },
): AsyncGenerator<ComplaintForReview> {
  let last: { at: Moment; id: string } | undefined;
  for (;;) {
    const start: RawBuilder<boolean> = last
      ? sql<boolean>`(c.filed_at, c.id) > (${last.at.toString()}::timestamptz, ${last.id}::uuid)`
      : sql<boolean>`c.filed_at >= ${from.toString()}::timestamptz`;
    const { rows } = await sql<{
      id: string;
      filed_at: Moment;
      office_id: string | null;
      service_id: string | null;
      category_code: string | null;
      region_code: string | null;
      day: number;
      stems: string;
      counts: boolean;
    }>`
      select c.id, c.filed_at, ${OFFICE} as office_id, c.service_id, c.category_code, c.region_code,
        (c.filed_at at time zone c.zone)::date - date '1970-01-01' as day,
        array_to_string(tsvector_to_array(c.words), ' ') as stems, ${COUNTS} as counts
      from complaints.complaints c
      where ${start} and c.filed_at < ${until.toString()}::timestamptz
      order by c.filed_at, c.id limit ${AT_A_TIME}`.execute(db);
    for (const row of rows) {
      if (!row.counts) continue;
      yield {
        id: row.id,
        officeId: row.office_id,
        serviceId: row.service_id,
        categoryCode: row.category_code,
        regionCode: row.region_code,
        day: row.day,
        words: row.stems === '' ? [] : row.stems.split(' '),
      };
    }
    const end = rows.at(-1);
    if (!end || rows.length < AT_A_TIME) return;
    last = { at: end.filed_at, id: end.id };
  }
}

export interface SimilarComplaint {
  readonly id: string;
  /** 0 to 1: how much of what the two say is the same, rare words counting more. */
  readonly likeness: number;
  readonly sameOffice: boolean;
  readonly sameService: boolean;
  readonly sameRegency: boolean;
}

/** What similar complaints are looked for with: a complaint, or a case that began as none. */
export interface Likened {
  /** Left out of the answer. */
  readonly id: string | null;
  readonly officeId: string | null;
  readonly serviceId: string | null;
  readonly categoryCode: string | null;
  readonly regionCode: string | null;
  readonly filedAt: Moment;
  readonly words: readonly string[];
}

/** Nearest in time on either side, at the same office and in the same regency: more than anybody compares, few enough to be quick at any size. */
const NEAREST = 150;
/** A complaint as `similarTo` wants it; `undefined` when there is none. */
export async function likenedComplaint(db: Db, id: string): Promise<Likened | undefined> {
  const { rows } = await sql<LikenedRow & { filed_at: Moment }>`
    select c.id, c.filed_at, c.service_id, ${OFFICE} as office_id, c.category_code, c.region_code,
      array_to_string(tsvector_to_array(c.words), ' ') as stems
    from complaints.complaints c where c.id = ${id}`.execute(db);
  const [row] = rows;
  return (
    row && {
      id: row.id,
      officeId: row.office_id,
      serviceId: row.service_id,
      categoryCode: row.category_code,
      regionCode: row.region_code,
      filedAt: row.filed_at,
      words: row.stems.split(' '),
    }
  );
}

interface LikenedRow {
  id: string;
  service_id: string | null;
  office_id: string | null;
  category_code: string | null;
  region_code: string | null;
  stems: string;
}

/**
 * Complaints like this one: same office or same regency, same category (at the office also those nobody has given one), near in time,
 * similar words. The likest first.
 */
export async function similarTo(db: Db, like: Likened, limit: number): Promise<SimilarComplaint[]> {
  const root = like.categoryCode?.split('.', 1)[0];
  const unnamed = sql<boolean>`${ROOT} is null`;
  const sameRoot = root === undefined ? unnamed : sql<boolean>`${ROOT} = ${root}`;
  const regency = like.regionCode?.slice(0, 5);
  const arm = (same: RawBuilder<boolean>, side: 'before' | 'after') => {
    const at = like.filedAt.toString();
    return side === 'before'
      ? sql`(select * from complaints.complaints c where ${same} and c.filed_at <= ${at}::timestamptz
          order by c.filed_at desc limit ${NEAREST + 1})`
      : sql`(select * from complaints.complaints c where ${same} and c.filed_at > ${at}::timestamptz
          order by c.filed_at limit ${NEAREST})`;
  };
  const sames = [
    ...(like.officeId ? [sql<boolean>`${OFFICE} = ${like.officeId}::uuid and ${sameRoot}`] : []),
    ...(like.officeId && root !== undefined ? [sql<boolean>`${OFFICE} = ${like.officeId}::uuid and ${unnamed}`] : []),
    ...(regency?.length === 5 ? [sql<boolean>`${REGENCY} = ${regency} and ${sameRoot}`] : []),
  ];
  if (sames.length === 0) return [];
  const arms = sames.flatMap((same) => [arm(same, 'before'), arm(same, 'after')]);
  const { rows } = await sql<LikenedRow>`
    select distinct on (c.id) c.id, c.service_id, ${OFFICE} as office_id, c.category_code, c.region_code,
      array_to_string(tsvector_to_array(c.words), ' ') as stems
    from (${sql.join(arms, sql` union all `)}) c
    where ${COUNTS} order by c.id`.execute(db);
  const others = rows.filter((row) => row.id !== like.id).map((row) => ({ ...row, words: row.stems.split(' ') }));
  return likest(like, others, limit).map(({ row, likeness }) => ({
    id: row.id,
    likeness,
    sameOffice: row.office_id !== null && row.office_id === like.officeId,
    sameService: row.service_id !== null && row.service_id === like.serviceId,
    sameRegency: row.region_code !== null && row.region_code.slice(0, 5) === like.regionCode?.slice(0, 5),
  }));
}

/** A complaint named in a list of others. Who may not read it learns when and about whom it was, not what it says. */
export interface ReviewLine {
  readonly id: string;
  readonly officeId: string | null;
  readonly summary: Pick<Summary, 'filedAt' | 'zone' | 'categoryCode' | 'regionCode' | 'status' | 'confidential'>;
  /** With its working title, when the actor may read it as an officer. */
  readonly readable: { readonly trackingNumber: string; readonly title: string } | null;
  /** Released to the public: its public title. */
  readonly released: { readonly trackingNumber: string; readonly title: string } | null;
}

/** In the order of `ids`; ids of nothing are left out. */
export async function reviewLines(db: Db, actor: Actor, ids: readonly string[]): Promise<ReviewLine[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<
    SummaryRow & { office_id: string | null; may_read: boolean; is_public: boolean; public_title: string | null }
  >`
    select ${SUMMARY}, ${OFFICE} as office_id, ${visibleToOfficer(actor)} as may_read, ${visibleToPublic()} as is_public, c.public_title
    from complaints.complaints c where c.id = any(${[...ids]}::uuid[])`.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { filedAt, zone, categoryCode, regionCode, status, confidential, trackingNumber, title } = toSummary(row);
    return [
      {
        id,
        officeId: row.office_id,
        summary: { filedAt, zone, categoryCode, regionCode, status, confidential },
        readable: row.may_read ? { trackingNumber, title } : null,
        released: row.is_public && row.public_title !== null ? { trackingNumber, title: row.public_title } : null,
      },
    ];
  });
}

/** Tracking numbers by id: what a complainant is told about their own complaint with. */
export async function trackingNumbersOf(db: Db | Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; tracking_number: string }>`
    select id, tracking_number from complaints.complaints where id = any(${[...ids]}::uuid[])`.execute(db as Db);
  return new Map(rows.map((row) => [row.id, row.tracking_number]));
}

/**
 * How stems were written by those who complained, from complaints that are not confidential: for each stem its commonest form and how many
 * complaints have any of its forms.
 */
export async function formsOfStems(
  db: Db | Tx,
  ids: readonly string[],
  stems: readonly string[],
): Promise<Map<string, { readonly form: string; readonly rows: number }>> {
  if (ids.length === 0 || stems.length === 0) return new Map();
  const { rows } = await sql<{ stem: string; form: string; forms: number; rows: number }>`
    with said as (
      select distinct c.id, w.form, s.stem
      from complaints.complaints c,
        lateral regexp_split_to_table(lower(c.title || ' ' || c.description), '[^[:alpha:]]+') as w(form),
        lateral unnest(ts_lexize('indonesian_stem', w.form)) as s(stem)
      where c.id = any(${[...ids]}::uuid[]) and not c.confidential and length(w.form) between 3 and 30
        and s.stem = any(${[...stems]}::text[])
    )
    select distinct on (stem) stem, form, count(*)::int as forms,
      (select count(distinct o.id)::int from said o where o.stem = said.stem) as rows
    from said group by stem, form order by stem, forms desc, form`.execute(db as Db);
  return new Map(rows.map(({ stem, form, rows: many }) => [stem, { form, rows: many }]));
}
