/** Ceremonies and which agreements are signed at them. */
import { type Selectable, sql } from 'kysely';
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Ceremony } from '../../rules/signing/ceremony.ts';
import type { CeremoniesTable, SigningTables } from './tables.ts';

const tables = (db: Db | Tx) => db.withTables<SigningTables>();

/** The day an agreement is to be signed on, by its latest ceremony; `null` = none is set. */
export async function plannedDay(db: Db | Tx, agreementId: string): Promise<Day | null> {
  return (await ceremonyOf(db, agreementId))?.onDay ?? null;
}

/** The latest ceremony of an agreement, of those that its keeper prepares. */
export async function ceremonyOf(
  db: Db | Tx,
  agreementId: string,
): Promise<Pick<Ceremony, 'id' | 'onDay' | 'title'> | undefined> {
  const row = await tables(db)
    .selectFrom('agreements.ceremony_agreements as at')
    .innerJoin('agreements.ceremonies as ceremony', 'ceremony.id', 'at.ceremony_id')
    .select(['ceremony.id', 'ceremony.on_day', 'ceremony.title'])
    .where('at.agreement_id', '=', agreementId)
    .where(
      sql<boolean>`EXISTS (SELECT FROM agreements.agreements a WHERE a.id = ${agreementId}::uuid AND ceremony.keeper_id = ANY (a.keeper_path))`,
    )
    .orderBy('ceremony.on_day', 'desc')
    .orderBy('ceremony.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, onDay: row.on_day, title: row.title };
}

/** Press pages that tell of an agreement, the latest day first: of ceremonies that its keeper prepares. */
export async function pressPagesOf(db: Db, agreementId: string): Promise<readonly Pick<Ceremony, 'id' | 'onDay' | 'title'>[]> {
  const rows = await tables(db)
    .selectFrom('agreements.ceremony_agreements as at')
    .innerJoin('agreements.ceremonies as ceremony', 'ceremony.id', 'at.ceremony_id')
    .select(['ceremony.id', 'ceremony.on_day', 'ceremony.title'])
    .where('at.agreement_id', '=', agreementId)
    .where('ceremony.published_at', 'is not', null)
    .where(
      sql<boolean>`EXISTS (SELECT FROM agreements.agreements a WHERE a.id = ${agreementId}::uuid AND ceremony.keeper_id = ANY (a.keeper_path))`,
    )
    .orderBy('ceremony.on_day', 'desc')
    .orderBy('ceremony.id', 'desc')
    .limit(10)
    .execute();
  return rows.map((row) => ({ id: row.id, onDay: row.on_day, title: row.title }));
}

export async function loadCeremony(db: Db | Tx, id: string): Promise<Ceremony | undefined> {
  const row = await tables(db).selectFrom('agreements.ceremonies').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toCeremony(row, await agreementsAt(db, id));
}

export async function loadCeremonyForUpdate(tx: Tx, id: string): Promise<Ceremony | undefined> {
  const row = await tables(tx)
    .selectFrom('agreements.ceremonies')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && toCeremony(row, await agreementsAt(tx, id));
}

async function agreementsAt(db: Db | Tx, id: string): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('agreements.ceremony_agreements')
    .select('agreement_id')
    .where('ceremony_id', '=', id)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ agreement_id }) => agreement_id);
}

export interface CeremonyLine extends Pick<Ceremony, 'id' | 'title' | 'onDay' | 'place' | 'publishedAt'> {
  readonly agreements: number;
}

/** Ceremonies this officer prepares, the latest day first. */
export async function ceremoniesFor(
  db: Db,
  actor: Actor,
  page: { readonly after: { readonly on: Day; readonly id: string } | null; readonly limit: number },
): Promise<readonly CeremonyLine[]> {
  const agencies = positionsWith(actor, 'agreement.prepare').map(({ agencyId }) => agencyId);
  if (agencies.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('agreements.ceremonies as c')
    .select(['c.id', 'c.title', 'c.on_day', 'c.place', 'c.published_at'])
    .select(
      sql<number>`(SELECT count(*)::integer FROM agreements.ceremony_agreements at WHERE at.ceremony_id = c.id)`.as('agreements'),
    )
    .where(sql<boolean>`c.keeper_path && ${agencies}::uuid[]`)
    .$if(page.after !== null, (query) =>
      query.where(sql<boolean>`(c.on_day, c.id) < (${page.after?.on.toString() ?? null}::date, ${page.after?.id ?? null}::uuid)`),
    )
    .orderBy('c.on_day', 'desc')
    .orderBy('c.id', 'desc')
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, onDay: row.on_day, place: row.place, publishedAt: row.published_at },
    agreements: row.agreements,
  }));
}

export async function insertCeremony(tx: Tx, ceremony: Ceremony, at: Moment): Promise<void> {
  await tables(tx)
    .insertInto('agreements.ceremonies')
    .values({
      ...{ id: ceremony.id, keeper_id: ceremony.keeperId, keeper_path: [...ceremony.keeperPath] },
      ...{ created_by: ceremony.createdBy, created_at: ceremony.createdAt.toString(), is_example: ceremony.isExample },
      ...columnsOf(ceremony, at),
    })
    .execute();
  await writeAgreements(tx, ceremony);
}

export async function saveCeremony(tx: Tx, ceremony: Ceremony, at: Moment): Promise<void> {
  await tables(tx).updateTable('agreements.ceremonies').set(columnsOf(ceremony, at)).where('id', '=', ceremony.id).execute();
  await tables(tx).deleteFrom('agreements.ceremony_agreements').where('ceremony_id', '=', ceremony.id).execute();
  await writeAgreements(tx, ceremony);
}

function columnsOf(ceremony: Ceremony, at: Moment) {
  return {
    ...{ version: ceremony.version, title: ceremony.title, on_day: ceremony.onDay.toString(), place: ceremony.place },
    ...{ zone: ceremony.zone, items: JSON.stringify(ceremony.items), press_words: ceremony.pressWords },
    ...{ published_at: ceremony.publishedAt?.toString() ?? null, updated_at: at.toString() },
  };
}

async function writeAgreements(tx: Tx, { id, agreementIds }: Ceremony): Promise<void> {
  const rows = agreementIds.map((agreement_id, index) => ({ ceremony_id: id, agreement_id, ordinal: index + 1 }));
  if (rows.length > 0) await tables(tx).insertInto('agreements.ceremony_agreements').values(rows).execute();
}

function toCeremony(row: Selectable<CeremoniesTable>, agreementIds: readonly string[]): Ceremony {
  return {
    ...{ id: row.id, version: row.version, keeperId: row.keeper_id, keeperPath: row.keeper_path, title: row.title },
    ...{ onDay: row.on_day, place: row.place, zone: row.zone, items: row.items, pressWords: row.press_words },
    ...{ publishedAt: row.published_at, createdBy: row.created_by, createdAt: row.created_at, isExample: row.is_example },
    agreementIds,
  };
}
