/** What could cover an ask for data, however many grants there are: the closest come first, so that none that covers it is left out. */
import { type Selectable, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { DataAsk } from '../../rules/grants/covers.ts';
import type { DataField } from '../../rules/grants/data-sets.ts';
import type { Grant } from '../../rules/grants/grant.ts';
import { bindsOnDay } from '../register/standing.ts';
import { PUBLIC_AGREEMENTS } from '../visible.ts';
import { type GrantLine, withAgreements } from './lists.ts';
import type { GrantsTable } from './tables.ts';

/** The rest only tells what is missing: of that the nearest few are enough. */
const MOST = 200;

/** True for grants (alias `g`) of signed agreements (alias `a`) that anyone may read. */
const OPEN = sql`(g.agreed_at IS NOT NULL AND g.state IN ('agreed', 'ended') AND ${PUBLIC_AGREEMENTS})`;

/**
 * Grants of the data set asked for: `grantCovers` of the rules decides. Ordered by the questions it asks, in their order.
 *
 * @param publicOnly for everyone; else drafts and offers too, so that the reason can say what is missing
 */
export async function grantsAbout(db: Db | Tx, ask: DataAsk, publicOnly = false): Promise<readonly GrantLine[]> {
  const day = sql`${ask.day.toString()}::date`;
  const { rows } = await sql<Selectable<GrantsTable>>`
    SELECT g.* FROM agreements.grants g JOIN agreements.agreements a ON a.id = g.agreement_id
    WHERE g.data_set = ${ask.dataSet} AND ${publicOnly ? OPEN : sql`g.state <> 'withdrawn' AND a.state <> 'dropped'`}
    ORDER BY g.giver_agency_id = ANY (${[...ask.giverPath]}::uuid[]) DESC,
      EXISTS (SELECT FROM agreements.grant_recipients r WHERE r.grant_id = g.id AND r.agency_id = ${ask.recipientId}::uuid) DESC,
      g.purpose = ${ask.purpose} DESC, g.field_codes @> ${[...ask.fields]}::text[] DESC, g.state = 'agreed' DESC,
      ${bindsOnDay(day)} DESC NULLS LAST, g.starts_on <= ${day} AND g.until_on >= ${day} DESC, g.retention_months, g.id
    LIMIT ${MOST}`.execute(db as Db);
  return withAgreements(db, rows);
}

/** Data sets of which anyone may read a grant, the newest name of each. */
export async function askableSets(db: Db): Promise<readonly Pick<Grant, 'dataSet' | 'dataSetName'>[]> {
  const { rows } = await sql<{ data_set: string; data_set_name: string }>`
    SELECT DISTINCT ON (g.data_set) g.data_set, g.data_set_name FROM agreements.grants g JOIN agreements.agreements a ON a.id = g.agreement_id
    WHERE ${OPEN} ORDER BY g.data_set, g.agreed_at DESC`.execute(db);
  return rows.map((row) => ({ dataSet: row.data_set, dataSetName: row.data_set_name }));
}

export interface Askable {
  readonly fields: readonly DataField[];
  readonly giverIds: readonly string[];
  readonly recipientIds: readonly string[];
}

/** What can be asked of a data set: every field, giver and recipient of any open grant of it. */
export async function askableOf(db: Db, dataSet: string): Promise<Askable> {
  const of = sql`agreements.grants g JOIN agreements.agreements a ON a.id = g.agreement_id`;
  const [fields, givers, recipients] = await Promise.all([
    sql<{ field: DataField }>`
      SELECT field FROM (SELECT DISTINCT ON (field ->> 'code') field, nth FROM ${of}
        CROSS JOIN LATERAL jsonb_array_elements(g.fields) WITH ORDINALITY AS f (field, nth)
        WHERE g.data_set = ${dataSet} AND ${OPEN} ORDER BY field ->> 'code', g.agreed_at DESC) each ORDER BY nth, field ->> 'code'`.execute(
      db,
    ),
    sql<{ id: string }>`SELECT DISTINCT g.giver_agency_id AS id FROM ${of} WHERE g.data_set = ${dataSet} AND ${OPEN}`.execute(db),
    sql<{ id: string }>`
      SELECT DISTINCT r.agency_id AS id FROM ${of} JOIN agreements.grant_recipients r ON r.grant_id = g.id
      WHERE g.data_set = ${dataSet} AND r.agency_id IS NOT NULL AND ${OPEN}`.execute(db),
  ]);
  return {
    fields: fields.rows.map(({ field }) => field),
    giverIds: givers.rows.map(({ id }) => id),
    recipientIds: recipients.rows.map(({ id }) => id),
  };
}
