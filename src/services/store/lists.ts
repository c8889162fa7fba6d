/** Lists of services in force, for everyone. Paged by key. */
import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import type { ServiceField } from '../rules/fields.ts';
import type { ServiceChannel } from '../rules/service.ts';
import { type PageOf, pageOf, readPlace } from './cursor.ts';
import { isServiceNumber } from './services.ts';

export interface ServiceFilter {
  readonly words?: string | undefined;
  /** An agency and everything below it. */
  readonly under?: string | undefined;
  /** Exactly this office. */
  readonly agencyId?: string | undefined;
  /** A region and everything in it: '51' finds '51.05'. */
  readonly regionCode?: string | undefined;
  readonly fields?: readonly ServiceField[] | undefined;
  /** `online` finds also what can be had both ways, `counter` too. */
  readonly channel?: 'counter' | 'online' | undefined;
}

/** A published service in a list. */
export interface ServiceLine {
  readonly id: string;
  readonly number: string;
  readonly agencyId: string;
  readonly name: string;
  readonly field: ServiceField;
  readonly channel: ServiceChannel;
  readonly onlineAddress: string;
  readonly decreeNumber: string;
  readonly version: number;
  /** Fully stated components: of 14, and of the 6 for the public. */
  readonly stated: number;
  readonly statedDelivery: number;
}

interface LineRow {
  id: string;
  number: string;
  agency_id: string;
  name: string;
  field: ServiceField;
  channel: ServiceChannel;
  online_address: string;
  decree_number: string;
  version: number;
  stated: number;
  stated_delivery: number;
}

const toLine = (row: LineRow): ServiceLine => ({
  id: row.id,
  number: row.number,
  agencyId: row.agency_id,
  name: row.name,
  field: row.field,
  channel: row.channel,
  onlineAddress: row.online_address,
  decreeNumber: row.decree_number,
  version: row.version,
  stated: row.stated,
  statedDelivery: row.stated_delivery,
});

/**
 * Aliases `s` and `v`: the version of each service that is in force on a day. A service that was withdrawn has no published version
 * left, so that only what was published needs to be looked at.
 */
export function inForce(day: Day): RawBuilder<boolean> {
  return sql<boolean>`v.state = 'published' AND v.valid_from <= ${day.toString()}::date AND NOT EXISTS (
    SELECT FROM services.versions later WHERE later.service_id = v.service_id AND later.state = 'published'
      AND later.valid_from <= ${day.toString()}::date AND (later.valid_from, later.version) > (v.valid_from, v.version))`;
}

export function conditions(filter: ServiceFilter): RawBuilder<boolean>[] {
  const { words, under, agencyId, regionCode, fields, channel } = filter;
  const typed = words?.trim();
  return [
    ...(typed ? [isServiceNumber(typed) ? sql<boolean>`s.number = ${typed}` : matches(typed)] : []),
    ...(under ? [sql<boolean>`s.agency_path @> ARRAY[${under}]::uuid[]`] : []),
    ...(agencyId ? [sql<boolean>`s.agency_id = ${agencyId}`] : []),
    ...(regionCode
      ? [sql<boolean>`(s.region_code = ${regionCode} OR s.region_code LIKE ${`${regionCode.replace(/[\\%_]/g, '\\$&')}.%`})`]
      : []),
    ...(fields?.length ? [sql<boolean>`v.field = ANY (${[...fields]}::text[])`] : []),
    ...(channel ? [sql<boolean>`v.channel IN (${channel}, 'both')`] : []),
  ];
}

function matches(typed: string): RawBuilder<boolean> {
  return sql<boolean>`v.words @@ (${queryOf(typed)})`;
}

/** Stemmed, so that "pembuatan" finds "buat"; the last word may still be in the typing. */
function queryOf(typed: string): RawBuilder<unknown> {
  const last = /([\p{L}\p{N}]{2,})\s*$/u.exec(typed)?.[1];
  const whole = sql`websearch_to_tsquery('indonesian', ${typed})`;
  if (last === undefined) return whole;
  const before = typed.slice(0, typed.lastIndexOf(last));
  return sql`${whole} || (websearch_to_tsquery('indonesian', ${before}) && to_tsquery('simple', ${`${last.toLowerCase()}:*`}))`;
}

const LINE = sql`s.id, s.number, s.agency_id, v.name, v.field, v.channel, v.online_address, v.decree_number, v.version,
  v.stated, v.stated_delivery`;

/** Services in force on a day, by name; when words are looked for, those that have them in their names come first. */
export async function publishedServices(
  db: Db,
  filter: ServiceFilter,
  day: Day,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<ServiceLine>> {
  const after = readPlace(page.after);
  const typed = filter.words?.trim();
  const named = typed && !isServiceNumber(typed) ? sql`ts_filter(v.words, '{a}') @@ (${queryOf(typed)})` : sql`true`;
  const { rows } = await sql<LineRow & { is_named: boolean }>`
    SELECT ${LINE}, (${named}) AS is_named FROM services.versions v JOIN services.services s ON s.id = v.service_id
    WHERE ${sql.join(
      [
        inForce(day),
        ...conditions(filter),
        ...(after
          ? [
              sql<boolean>`(NOT (${named}), lower(v.name), v.service_id) > (${!after.isNamed}::boolean, lower(${after.name}), ${after.id}::uuid)`,
            ]
          : []),
      ],
      sql` AND `,
    )}
    ORDER BY NOT (${named}), lower(v.name), v.service_id LIMIT ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, ({ is_named, name, id }) => ({ isNamed: is_named, name, id }));
  return { lines: lines.map(toLine), next };
}

/** All published services of exactly one office that day, by name. An office has tens of them. */
export async function publishedOf(db: Db, agencyId: string, day: Day): Promise<ServiceLine[]> {
  const { rows } = await sql<LineRow>`
    SELECT ${LINE} FROM services.versions v JOIN services.services s ON s.id = v.service_id
    WHERE ${inForce(day)} AND s.agency_id = ${agencyId}
    ORDER BY lower(v.name), v.service_id`.execute(db);
  return rows.map(toLine);
}
