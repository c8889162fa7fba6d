/** Data-sharing grants in and out, whole. */
import { type Insertable, type Selectable, sql } from 'kysely';
import { isUuid } from '../../../kernel/ids.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Grant } from '../../rules/grants/grant.ts';
import type { GrantConsentsTable, GrantRecipientsTable, GrantsTable, GrantTables } from './tables.ts';

const from = (db: Db | Tx) => db.withTables<GrantTables>().selectFrom('agreements.grants').selectAll();

/** Every grant of an agreement in its order, withdrawn ones too. */
export async function grantsOf(db: Db | Tx, agreementId: string): Promise<readonly Grant[]> {
  return wholeGrants(db, await from(db).where('agreement_id', '=', agreementId).orderBy('ordinal').execute());
}

export async function loadGrant(db: Db | Tx, agreementId: string, ordinal: number): Promise<Grant | undefined> {
  const row = await from(db).where('agreement_id', '=', agreementId).where('ordinal', '=', ordinal).executeTakeFirst();
  return row && (await wholeGrants(db, [row]))[0];
}

/** Locks the grant until the transaction ends. */
export async function loadGrantForUpdate(tx: Tx, id: string): Promise<Grant | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await from(tx).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && (await wholeGrants(tx, [row]))[0];
}

/** Rows with their recipients and the consents of their present offer, in the order given. */
export async function wholeGrants(db: Db | Tx, rows: readonly Selectable<GrantsTable>[]): Promise<Grant[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const tables = db.withTables<GrantTables>();
  const recipients = await tables
    .selectFrom('agreements.grant_recipients')
    .selectAll()
    .where('grant_id', 'in', ids)
    .orderBy('ordinal')
    .execute();
  const consents = await tables
    .selectFrom('agreements.grant_consents')
    .selectAll()
    .where('grant_id', 'in', ids)
    .orderBy('at')
    .execute();
  return rows.map((row) =>
    toGrant(
      row,
      recipients.filter(({ grant_id }) => grant_id === row.id),
      row.state === 'draft' ? [] : consents.filter(({ grant_id, offer }) => grant_id === row.id && offer === row.offers),
    ),
  );
}

function toGrant(
  row: Selectable<GrantsTable>,
  recipients: readonly Selectable<GrantRecipientsTable>[],
  consents: readonly Selectable<GrantConsentsTable>[],
): Grant {
  return {
    ...{ id: row.id, agreementId: row.agreement_id, ordinal: row.ordinal, version: row.version, state: row.state },
    ...{ purpose: row.purpose, purposeText: row.purpose_text, dataSet: row.data_set, dataSetName: row.data_set_name },
    ...{ fields: row.fields, personal: row.personal, giverPartyId: row.giver_party_id, giverAgencyId: row.giver_agency_id },
    recipients: recipients.map(({ party_id, agency_id, name }) => ({ partyId: party_id, agencyId: agency_id, name })),
    ...{ startsOn: row.starts_on, untilOn: row.until_on, frequency: row.frequency, legalBasis: row.legal_basis },
    ...{ basisNote: row.basis_note, retentionMonths: row.retention_months, afterwards: row.afterwards },
    ...{ safeguards: row.safeguards, impactAssessment: row.impact_assessment, preparingPartyId: row.preparing_party_id },
    ...{ createdBy: row.created_by, createdAt: row.created_at, offers: row.offers, offeredAt: row.offered_at },
    ...{ agreedAt: row.agreed_at, endedOn: row.ended_on, endReason: row.end_reason, returnedReason: row.returned_reason },
    consents: consents.map(({ party_id, person_id, at }) => ({ partyId: party_id, personId: person_id, at })),
    isExample: row.is_example,
  };
}

function grantRow(grant: Grant): Insertable<GrantsTable> {
  const text = (at: { toString(): string } | null) => at?.toString() ?? null;
  return {
    ...{ id: grant.id, agreement_id: grant.agreementId, ordinal: grant.ordinal, version: grant.version, state: grant.state },
    ...{ purpose: grant.purpose, purpose_text: grant.purposeText, data_set: grant.dataSet, data_set_name: grant.dataSetName },
    ...{ fields: JSON.stringify(grant.fields), field_codes: grant.fields.map(({ code }) => code), personal: grant.personal },
    ...{ giver_party_id: grant.giverPartyId, giver_agency_id: grant.giverAgencyId },
    ...{ starts_on: grant.startsOn.toString(), until_on: grant.untilOn.toString(), frequency: grant.frequency },
    ...{ legal_basis: grant.legalBasis, basis_note: grant.basisNote, retention_months: grant.retentionMonths },
    ...{ afterwards: grant.afterwards, safeguards: grant.safeguards, impact_assessment: grant.impactAssessment },
    ...{ preparing_party_id: grant.preparingPartyId, offers: grant.offers, created_by: grant.createdBy },
    ...{ created_at: grant.createdAt.toString(), offered_at: text(grant.offeredAt), agreed_at: text(grant.agreedAt) },
    ...{ ended_on: text(grant.endedOn), end_reason: grant.endReason, returned_reason: grant.returnedReason },
    is_example: grant.isExample,
  };
}

export async function insertGrant(tx: Tx, grant: Grant): Promise<void> {
  await tx.withTables<GrantTables>().insertInto('agreements.grants').values(grantRow(grant)).execute();
  await insertRecipients(tx, grant);
}

/** The next version of a grant that was loaded for update; consents that are new are added, none is ever taken out. */
export async function saveGrant(tx: Tx, before: Grant, after: Grant): Promise<Grant> {
  const grant: Grant = { ...after, version: before.version + 1 };
  const tables = tx.withTables<GrantTables>();
  const { id, agreement_id, ...row } = grantRow(grant);
  await tables.updateTable('agreements.grants').set(row).where('id', '=', id).execute();
  if (after.recipients !== before.recipients) {
    await tables.deleteFrom('agreements.grant_recipients').where('grant_id', '=', id).execute();
    await insertRecipients(tx, grant);
  }
  const added = after.consents.filter(({ partyId }) => !before.consents.some((one) => one.partyId === partyId));
  for (const { partyId, personId, at } of added)
    await tables
      .insertInto('agreements.grant_consents')
      .values({ grant_id: id, agreement_id, party_id: partyId, offer: grant.offers, person_id: personId, at: at.toString() })
      .execute();
  return grant;
}

async function insertRecipients(tx: Tx, grant: Grant): Promise<void> {
  const rows = grant.recipients.map(({ partyId, agencyId, name }, index) => ({
    ...{ grant_id: grant.id, ordinal: index + 1, agreement_id: grant.agreementId, party_id: partyId, agency_id: agencyId, name },
  }));
  await tx.withTables<GrantTables>().insertInto('agreements.grant_recipients').values(rows).execute();
}

/** The number the next grant of an agreement gets; the caller holds the lock of the agreement. */
export async function nextGrantOrdinal(tx: Tx, agreementId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    SELECT coalesce(max(ordinal), 0) + 1 AS next FROM agreements.grants WHERE agreement_id = ${agreementId}::uuid`.execute(
    tx as Db,
  );
  return rows[0]?.next ?? 1;
}
