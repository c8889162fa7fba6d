/** The public register: signed agreements, the newest first, with filters, paged by key. */
import { type RawBuilder, sql } from 'kysely';
import { Temporal } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Standing } from '../../rules/in-force.ts';
import type { AgreementKind } from '../../rules/kinds.ts';
import { type AgreementSummary, type Asked, agreementConditions, summaryColumns, toSummary } from '../register/lists.ts';
import { standsAs } from '../register/standing.ts';
import { PUBLIC_AGREEMENTS } from '../visible.ts';

export interface PublicFilter {
  readonly kind?: AgreementKind | undefined;
  readonly standing?: Standing | undefined;
  readonly programme?: string | undefined;
  /** An agency that is a party, or the government a party belongs to. */
  readonly partyId?: string | undefined;
  /** A region and everything in it ('51'). */
  readonly regionCode?: string | undefined;
  /** The year it was signed in. */
  readonly year?: number | undefined;
  /** Full text, Indonesian, or a code. */
  readonly words?: string | undefined;
}

/** What the standing of a signed agreement can be. */
export const PUBLIC_STANDINGS = ['in-force', 'lapsing', 'upcoming', 'lapsed', 'ended'] as const satisfies readonly Standing[];

function conditions(filter: PublicFilter, asked: Asked): RawBuilder<boolean>[] {
  const { regionCode, year, ...rest } = filter;
  return [
    PUBLIC_AGREEMENTS,
    ...agreementConditions(rest, asked),
    ...(regionCode
      ? [
          sql<boolean>`a.government_ids && ARRAY(SELECT g.id FROM directory.agencies g WHERE g.parent_id IS NULL
            AND (g.region_code = ${regionCode} OR g.region_code LIKE ${`${regionCode}.%`}))`,
        ]
      : []),
    ...(year ? [sql<boolean>`a.signed_on >= make_date(${year}, 1, 1) AND a.signed_on < make_date(${year + 1}, 1, 1)`] : []),
  ];
}

const EPOCH = Temporal.PlainDate.from('1970-01-01');

export async function publicAgreements(
  db: Db,
  filter: PublicFilter,
  asked: Asked,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<AgreementSummary>> {
  const cursor = readCursor(page.after, ['number', 'uuid']);
  const after = cursor ? [sql<boolean>`(a.signed_on, a.id) < (date '1970-01-01' + ${cursor[0]}::int, ${cursor[1]}::uuid)`] : [];
  const all = sql.join([...conditions(filter, asked), ...after], sql` AND `);
  const { rows } = await sql`
    SELECT ${summaryColumns(asked.now, null)} FROM (
      SELECT a.* FROM agreements.agreements a WHERE ${all} ORDER BY a.signed_on DESC, a.id DESC LIMIT ${page.limit + 1}) a
    ORDER BY a.signed_on DESC, a.id DESC`.execute(db);
  return pageOf(rows.map(toSummary), page.limit, ({ signedOn, id }) => [
    EPOCH.until(signedOn ?? EPOCH, { largestUnit: 'day' }).days,
    id,
  ]);
}

/** How many signed agreements stand how: each number is the length of the list its link leads to. */
export async function standingCounts(
  db: Db,
  filter: PublicFilter,
  asked: Asked,
): Promise<Readonly<Record<(typeof PUBLIC_STANDINGS)[number], number>>> {
  const columns = PUBLIC_STANDINGS.map(
    (standing) => sql`count(*) FILTER (WHERE ${standsAs(standing, asked.now, asked.warnDays)})::int AS ${sql.ref(standing)}`,
  );
  const { rows } = await sql<Record<(typeof PUBLIC_STANDINGS)[number], number>>`
    SELECT ${sql.join(columns)} FROM agreements.agreements a WHERE ${sql.join(conditions(filter, asked), sql` AND `)}`.execute(
    db,
  );
  return rows[0] ?? { 'in-force': 0, lapsing: 0, upcoming: 0, lapsed: 0, ended: 0 };
}

/** Years in which anything was signed, the latest first. */
export async function signingYears(db: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    SELECT DISTINCT extract(year FROM a.signed_on)::int AS year FROM agreements.agreements a WHERE ${PUBLIC_AGREEMENTS} ORDER BY 1 DESC`.execute(
    db,
  );
  return rows.map(({ year }) => year);
}
