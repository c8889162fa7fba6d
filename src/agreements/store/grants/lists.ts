/** Grants over agreements: the public register, and what waits for somebody's yes. */
import { type RawBuilder, type Selectable, sql } from 'kysely';
import { type Actor, type Capability, positionsWith } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Grant } from '../../rules/grants/grant.ts';
import { agreementsFrom, whole } from '../agreements.ts';
import { insideAgreements, PUBLIC_AGREEMENTS } from '../visible.ts';
import { wholeGrants } from './grants.ts';
import type { GrantsTable } from './tables.ts';

export interface GrantLine {
  readonly grant: Grant;
  readonly agreement: Agreement;
}

export interface GrantFilter {
  readonly dataSet?: string;
  /** Gives or receives; a government with everything below it. */
  readonly agencyId?: string;
  /** In force that day, with its agreement. */
  readonly inForceOn?: Day;
  readonly personalOnly?: boolean;
}

type Row = Selectable<GrantsTable>;

/** Grants with what they rest on, in the order given. */
export async function withAgreements(db: Db | Tx, rows: readonly Row[]): Promise<readonly GrantLine[]> {
  const grants = await wholeGrants(db, rows);
  const ids = [...new Set(grants.map(({ agreementId }) => agreementId))];
  const agreements = ids.length === 0 ? [] : await whole(db, await agreementsFrom(db).where('id', 'in', ids).execute());
  const byId = new Map(agreements.map((one) => [one.id, one]));
  return grants.flatMap((grant) => {
    const agreement = byId.get(grant.agreementId);
    return agreement ? [{ grant, agreement }] : [];
  });
}

/** Agreed grants of signed agreements, the newest first; ended and lapsed ones too. Open to everyone. */
export async function publicGrants(
  db: Db,
  filter: GrantFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<GrantLine>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const day = filter.inForceOn?.toString() ?? null;
  const { rows } = await sql<Row>`
    SELECT g.* FROM agreements.grants g JOIN agreements.agreements a ON a.id = g.agreement_id
    WHERE g.agreed_at IS NOT NULL AND g.state IN ('agreed', 'ended') AND ${PUBLIC_AGREEMENTS}
      AND ${filter.dataSet === undefined ? sql`true` : sql`g.data_set = ${filter.dataSet}`}
      AND ${filter.personalOnly ? sql`g.personal <> 'none'` : sql`true`}
      AND ${
        filter.agencyId === undefined
          ? sql`true`
          : sql`(EXISTS (SELECT FROM directory.agencies d WHERE d.id = g.giver_agency_id AND d.path @> ARRAY[${filter.agencyId}::uuid])
            OR EXISTS (SELECT FROM agreements.grant_recipients r JOIN directory.agencies d ON d.id = r.agency_id
              WHERE r.grant_id = g.id AND d.path @> ARRAY[${filter.agencyId}::uuid]))`
      }
      AND ${
        day === null
          ? sql`true`
          : sql`(g.ended_on IS NULL OR g.ended_on > ${day}::date) AND g.starts_on <= ${day}::date AND g.until_on >= ${day}::date
            AND (a.ended_on IS NULL OR a.ended_on > ${day}::date) AND a.in_force_from <= ${day}::date
            AND (a.in_force_until IS NULL OR a.in_force_until >= ${day}::date)`
      }
      AND ${cursor ? sql`(g.agreed_at, g.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql`true`}
    ORDER BY g.agreed_at DESC, g.id DESC LIMIT ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.agreed_at?.toString() ?? '', row.id]);
  return { lines: await withAgreements(db, lines), next };
}

/** `consentsOpenTo` of the rules as SQL: true for grants (alias `g`) that wait for a yes this officer may give. A test compares the two. */
export function grantWaits(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'officer') return sql<boolean>`false`;
  const at = (capability: Capability) => [...new Set(positionsWith(actor, capability).map(({ agencyId }) => agencyId))];
  const consented = sql`agreements.grant_consents k WHERE k.grant_id = g.id AND k.offer = g.offers`;
  return sql<boolean>`(g.state = 'offered' AND NOT EXISTS (SELECT FROM ${consented} AND k.person_id = ${actor.personId}::uuid)
    AND EXISTS (SELECT FROM agreements.parties p WHERE p.agreement_id = g.agreement_id AND p.agency_id IS NOT NULL
      AND (p.id = g.giver_party_id OR EXISTS (SELECT FROM agreements.grant_recipients r WHERE r.grant_id = g.id AND r.party_id = p.id))
      AND NOT EXISTS (SELECT FROM ${consented} AND k.party_id = p.id)
      AND (p.agency_path && ${at('agreement.sign')}::uuid[]
        OR g.personal = 'none' AND p.agency_path && ${at('agreement.prepare')}::uuid[])))`;
}

/** Offered grants that this officer may say yes to, the oldest first. */
export async function grantsWaitingFor(db: Db, actor: Actor, limit = 50): Promise<readonly GrantLine[]> {
  const { rows } = await sql<Row>`
    SELECT g.* FROM agreements.grants g JOIN agreements.agreements a ON a.id = g.agreement_id
    WHERE ${grantWaits(actor)} AND a.state NOT IN ('ended', 'dropped') AND ${insideAgreements(actor)}
    ORDER BY g.offered_at, g.id LIMIT ${limit}`.execute(db);
  return withAgreements(db, rows);
}
