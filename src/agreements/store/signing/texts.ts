/** Versions of the text of an agreement, and which parties agree with one. */
import type { Selectable } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { TextVersion } from '../../rules/signing/text.ts';
import type { SigningTables, TextVersionsTable } from './tables.ts';

const tables = (db: Db | Tx) => db.withTables<SigningTables>();

/** The newest version; `undefined` = nobody has begun a text. */
export async function currentText(db: Db | Tx, agreementId: string): Promise<TextVersion | undefined> {
  const row = await tables(db)
    .selectFrom('agreements.text_versions')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toVersion(row);
}

export async function textVersion(db: Db | Tx, agreementId: string, no: number): Promise<TextVersion | undefined> {
  const row = await tables(db)
    .selectFrom('agreements.text_versions')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('no', '=', no)
    .executeTakeFirst();
  return row && toVersion(row);
}

export type VersionLine = Omit<TextVersion, 'sections'>;

/** Versions without their text, the newest first. @param before only those with a lower number */
export async function textVersions(
  db: Db | Tx,
  agreementId: string,
  page: { readonly before: number | null; readonly limit: number },
): Promise<readonly VersionLine[]> {
  let query = tables(db)
    .selectFrom('agreements.text_versions')
    .select(['no', 'changed', 'author', 'at'])
    .where('agreement_id', '=', agreementId);
  if (page.before !== null) query = query.where('no', '<', page.before);
  return query.orderBy('no', 'desc').limit(page.limit).execute();
}

export async function insertVersion(tx: Tx, agreementId: string, version: TextVersion): Promise<void> {
  await tables(tx)
    .insertInto('agreements.text_versions')
    .values({
      ...{ agreement_id: agreementId, no: version.no, sections: JSON.stringify(version.sections) },
      ...{ changed: [...version.changed], author: version.author, at: version.at.toString() },
    })
    .execute();
}

/** Parties that have said they agree with a version. */
export async function consentsTo(db: Db | Tx, agreementId: string, textNo: number): Promise<readonly string[]> {
  const rows = await tables(db)
    .selectFrom('agreements.text_consents')
    .select('party_id')
    .where('agreement_id', '=', agreementId)
    .where('text_no', '=', textNo)
    .execute();
  return rows.map(({ party_id }) => party_id);
}

/** @returns whether it was new */
export async function insertConsent(
  tx: Tx,
  consent: { agreementId: string; textNo: number; partyId: string; personId: string; at: Moment },
): Promise<boolean> {
  const done = await tables(tx)
    .insertInto('agreements.text_consents')
    .values({
      ...{ agreement_id: consent.agreementId, text_no: consent.textNo, party_id: consent.partyId },
      ...{ person_id: consent.personId, at: consent.at.toString() },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

function toVersion(row: Selectable<TextVersionsTable>): TextVersion {
  return { no: row.no, sections: row.sections, changed: row.changed, author: row.author, at: row.at };
}
