/** Cases that did not begin as a complaint, as rows for the finder: stems of title and account, no text. */
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Moment, Zone } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ReviewRow } from '../../rules/reviews/rows.ts';
import { visibleCases } from '../visible.ts';

const AT_A_TIME = 4000;

/** Reports and rapid responses only: an own-initiative case is what may come of them, advice and copies are no complaint. */
export async function* casesForReview(
  db: Db,
  { from, until }: { readonly from: Moment; readonly until: Moment },
): AsyncGenerator<ReviewRow> {
  let last: { readonly at: string; readonly id: string } = {
    at: from.subtract({ milliseconds: 1 }).toString(),
    id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  };
  for (;;) {
    const { rows } = await sql<{
      id: string;
      registered_at: Moment;
      agency_id: string | null;
      service_id: string | null;
      category_code: string | null;
      region_code: string | null;
      day: number;
      stems: string;
    }>`
      SELECT c.id, c.registered_at, r.agency_id, c.service_id, c.category_code, c.region_code,
        (c.registered_at AT TIME ZONE c.zone)::date - date '1970-01-01' AS day,
        array_to_string(tsvector_to_array(c.words), ' ') AS stems
      FROM casework.cases c
      LEFT JOIN LATERAL (SELECT agency_id FROM casework.respondents
        WHERE case_id = c.id AND removed_at IS NULL ORDER BY added_at, id LIMIT 1) r ON true
      WHERE c.complaint_id IS NULL AND c.access IN ('LM', 'RCO')
        AND (c.registered_at, c.id) > (${last.at}::timestamptz, ${last.id}::uuid) AND c.registered_at < ${until.toString()}::timestamptz
      ORDER BY c.registered_at, c.id LIMIT ${AT_A_TIME}`.execute(db);
    for (const row of rows) {
      yield {
        source: 'case',
        id: row.id,
        officeId: row.agency_id,
        serviceId: row.service_id,
        categoryCode: row.category_code,
        regionCode: row.region_code,
        day: row.day,
        words: row.stems === '' ? [] : row.stems.split(' '),
      };
    }
    const end = rows.at(-1);
    if (!end || rows.length < AT_A_TIME) return;
    last = { at: end.registered_at.toString(), id: end.id };
  }
}

/** A case named in a list of others. Who may not read it learns when it came, not what it says. */
export interface CaseReviewLine {
  readonly id: string;
  readonly registeredAt: Moment;
  readonly zone: Zone;
  readonly categoryCode: string | null;
  readonly readable: { readonly number: string; readonly title: string } | null;
}

/** By id; ids of nothing are left out. */
export async function caseReviewLines(db: Db, actor: Actor, ids: readonly string[]): Promise<Map<string, CaseReviewLine>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    number: string;
    title: string;
    registered_at: Moment;
    zone: Zone;
    category_code: string | null;
    may_read: boolean;
  }>`
    SELECT c.id, c.number, c.title, c.registered_at, c.zone, c.category_code, ${visibleCases(actor)} AS may_read
    FROM casework.cases c WHERE c.id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        registeredAt: row.registered_at,
        zone: row.zone,
        categoryCode: row.category_code,
        readable: row.may_read ? { number: row.number, title: row.title } : null,
      },
    ]),
  );
}

/** The case numbers of reports, for telling a reporter about their own. */
export async function caseNumbersOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; number: string }>`
    SELECT id, number FROM casework.cases WHERE id = any(${[...ids]}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row.number]));
}

/** A case as similar complaints are looked for with. */
export async function likenedCase(db: Db, id: string) {
  const { rows } = await sql<{
    registered_at: Moment;
    agency_id: string | null;
    service_id: string | null;
    category_code: string | null;
    region_code: string | null;
    complaint_id: string | null;
    stems: string;
  }>`
    SELECT c.registered_at, r.agency_id, c.service_id, c.category_code, c.region_code, c.complaint_id,
      array_to_string(tsvector_to_array(c.words), ' ') AS stems
    FROM casework.cases c
    LEFT JOIN LATERAL (SELECT agency_id FROM casework.respondents
      WHERE case_id = c.id AND removed_at IS NULL ORDER BY added_at, id LIMIT 1) r ON true
    WHERE c.id = ${id}`.execute(db);
  const [row] = rows;
  return (
    row && {
      id: row.complaint_id,
      officeId: row.agency_id,
      serviceId: row.service_id,
      categoryCode: row.category_code,
      regionCode: row.region_code,
      filedAt: row.registered_at,
      words: row.stems === '' ? [] : row.stems.split(' '),
    }
  );
}

/**
 * How people wrote stems in cases: the most usual form, and in how many cases there is one. Of secret reporters nothing. The counterpart of
 * `formsOfStems` of the complaints.
 */
export async function caseFormsOfStems(
  db: Db | Tx,
  ids: readonly string[],
  stems: readonly string[],
): Promise<Map<string, { readonly form: string; readonly rows: number }>> {
  if (ids.length === 0 || stems.length === 0) return new Map();
  const { rows } = await sql<{ stem: string; form: string; rows: number }>`
    WITH said AS (
      SELECT DISTINCT c.id, w.form, s.stem
      FROM casework.cases c,
        LATERAL regexp_split_to_table(lower(c.title || ' ' || c.account), '[^[:alpha:]]+') AS w(form),
        LATERAL unnest(ts_lexize('indonesian_stem', w.form)) AS s(stem)
      WHERE c.id = any(${[...ids]}::uuid[]) AND NOT c.secret AND length(w.form) BETWEEN 3 AND 30
        AND s.stem = any(${[...stems]}::text[])
    )
    SELECT DISTINCT ON (stem) stem, form, (SELECT count(DISTINCT o.id)::int FROM said o WHERE o.stem = said.stem) AS rows
    FROM said GROUP BY stem, form ORDER BY stem, count(*) DESC, form`.execute(db as Db);
  return new Map(rows.map(({ stem, form, rows: many }) => [stem, { form, rows: many }]));
}
