/** Agreements in and out, whole. Loading does not ask who may see them: rules/visibility.ts decides (lists: visible.ts). */
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Agreement } from '../rules/agreement.ts';
import type { AgreementKind } from '../rules/kinds.ts';
import { agreementKind } from '../rules/kinds.ts';
import { type AgreementParts, type AgreementRow, toAgreement, toFocalPoint, toParty, toSignatory } from './rows.ts';
import type { AgreementTables } from './tables.ts';

const COLUMNS = [
  'id',
  'code',
  'version',
  'kind',
  'state',
  'title',
  'basis',
  'purpose',
  'programmes',
  'year_from',
  'year_until',
  'office_id',
  'office_path',
  'keeper_id',
  'keeper_path',
  'parent_id',
  'predecessor_id',
  'place',
  'signed_on',
  'in_force_from',
  'in_force_until',
  'ended_on',
  'end_reason',
  'evidence',
  'source',
  'zone',
  'collection_id',
  'created_by',
  'created_at',
  'is_example',
  'is_under_review',
  'is_adopted',
] as const;

export const agreementsFrom = (db: Db | Tx) =>
  db.withTables<AgreementTables>().selectFrom('agreements.agreements').select(COLUMNS);

export async function loadAgreement(db: Db | Tx, id: string): Promise<Agreement | undefined> {
  const row = await agreementsFrom(db).where('id', '=', id).executeTakeFirst();
  return row && (await whole(db, [row]))[0];
}

/** The agreement of a code as it stands in addresses (NK-2026-0001). */
export async function loadAgreementByCode(db: Db | Tx, code: string): Promise<Agreement | undefined> {
  const row = await agreementsFrom(db).where('code', '=', code).executeTakeFirst();
  return row && (await whole(db, [row]))[0];
}

/** Locks the row until the transaction ends. */
export async function loadAgreementForUpdate(tx: Tx, id: string): Promise<Agreement | undefined> {
  const row = await agreementsFrom(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && (await whole(tx, [row]))[0];
}

/** The agreement of a line, which nobody changes until the transaction ends; others may share it too. */
export async function shareAgreementOfLine(tx: Tx, lineId: string): Promise<Agreement | undefined> {
  const row = await agreementsFrom(tx)
    .where('id', '=', (of) => of.selectFrom('agreements.lines').select('agreement_id').where('agreements.lines.id', '=', lineId))
    .forShare()
    .executeTakeFirst();
  return row && (await whole(tx, [row]))[0];
}

/** What follows an agreement or was made under it. */
export async function agreementsAfter(db: Db | Tx, id: string): Promise<readonly Agreement[]> {
  const rows = await agreementsFrom(db)
    .where((where) => where.or([where('predecessor_id', '=', id), where('parent_id', '=', id)]))
    .where('state', '<>', 'dropped')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return whole(db, rows);
}

/** Rows with their parties, signatories and focal points, in the order given: three queries for any number of them. */
export async function whole(db: Db | Tx, rows: readonly AgreementRow[]): Promise<Agreement[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const tables = db.withTables<AgreementTables>();
  const parties = await tables
    .selectFrom('agreements.parties')
    .selectAll()
    .where('agreement_id', 'in', ids)
    .orderBy('ordinal')
    .execute();
  const signatories = await tables
    .selectFrom('agreements.signatories')
    .selectAll()
    .where('agreement_id', 'in', ids)
    .orderBy('ordinal')
    .orderBy('id')
    .execute();
  const points = await tables
    .selectFrom('agreements.focal_points')
    .selectAll()
    .where('agreement_id', 'in', ids)
    .orderBy('since')
    .orderBy('id')
    .execute();
  const of = <Row extends { agreement_id: string }>(all: readonly Row[], id: string) =>
    all.filter((each) => each.agreement_id === id);
  return rows.map((row) => {
    const parts: AgreementParts = {
      parties: of(parties, row.id).map(toParty),
      signatories: of(signatories, row.id).map(toSignatory),
      focalPoints: of(points, row.id).map(toFocalPoint),
    };
    return toAgreement(row, parts);
  });
}

/** The next code of a kind in a year, inside the transaction that uses it: without gaps. */
export async function nextCode(tx: Tx, kind: AgreementKind, year: number): Promise<string> {
  const { last } = await tx
    .withTables<AgreementTables>()
    .insertInto('agreements.numbers')
    .values({ kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'year']).doUpdateSet((row) => ({ last: row('agreements.numbers.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `${agreementKind(kind).prefix}-${year}-${String(last).padStart(4, '0')}`;
}
