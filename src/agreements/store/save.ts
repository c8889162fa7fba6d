/** Writing a decision: row, parts and events in one transaction. Only what changed is written. */
import { type Actor, actorReference } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import { appendEvents, type Json } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Agreement } from '../rules/agreement.ts';
import type { Line } from '../rules/line.ts';
import { agreementRow, focalPointRow, lineRow, partyRow, signatoryRow } from './rows.ts';
import type { AgreementTables } from './tables.ts';

/** A line of the append-only file of the agreement. References and values; names of officers stay out. */
export interface AgreementEvent {
  readonly type: string;
  readonly payload: { readonly [key: string]: Json };
}

export interface Saving {
  readonly at: Moment;
  readonly actor: Actor;
}

export async function insertAgreement(
  tools: Tools,
  tx: Tx,
  agreement: Agreement,
  events: readonly AgreementEvent[],
  saving: Saving,
): Promise<void> {
  await tx.withTables<AgreementTables>().insertInto('agreements.agreements').values(agreementRow(agreement, saving.at)).execute();
  await saveParts(tx, undefined, agreement);
  await append(tools, tx, agreement.id, events, saving, true);
}

/** The next version of an agreement that was loaded for update. */
export async function saveAgreement(
  tools: Tools,
  tx: Tx,
  before: Agreement,
  after: Agreement,
  events: readonly AgreementEvent[],
  saving: Saving,
): Promise<Agreement> {
  const agreement: Agreement = { ...after, version: before.version + 1 };
  const { id, ...row } = agreementRow(agreement, saving.at);
  await tx.withTables<AgreementTables>().updateTable('agreements.agreements').set(row).where('id', '=', id).execute();
  await saveParts(tx, before, agreement);
  await append(tools, tx, agreement.id, events, saving, false);
  return agreement;
}

/** Parts that are gone are deleted (drafts alone lose any: what was signed keeps its parties), the others written anew. */
async function saveParts(tx: Tx, before: Agreement | undefined, agreement: Agreement): Promise<void> {
  const tables = tx.withTables<AgreementTables>();
  const gone = <Part extends { id: string }>(old: readonly Part[] | undefined, now: readonly Part[]) =>
    (old ?? []).filter((part) => !now.some(({ id }) => id === part.id)).map(({ id }) => id);
  const changed = <Part>(old: readonly Part[] | undefined, now: readonly Part[]) => now.filter((part) => !old?.includes(part));
  const [noPoints, noSignatories, noParties] = [
    gone(before?.focalPoints, agreement.focalPoints),
    gone(before?.signatories, agreement.signatories),
    gone(before?.parties, agreement.parties),
  ];
  if (noPoints.length > 0)
    await tables
      .deleteFrom('agreements.focal_points')
      .where('agreement_id', '=', agreement.id)
      .where('id', 'in', noPoints)
      .execute();
  if (noSignatories.length > 0)
    await tables
      .deleteFrom('agreements.signatories')
      .where('agreement_id', '=', agreement.id)
      .where('id', 'in', noSignatories)
      .execute();
  if (noParties.length > 0)
    await tables.deleteFrom('agreements.parties').where('agreement_id', '=', agreement.id).where('id', 'in', noParties).execute();
  for (const party of changed(before?.parties, agreement.parties)) {
    const { agreement_id, id, ...columns } = partyRow(agreement.id, party);
    await tables
      .insertInto('agreements.parties')
      .values({ agreement_id, id, ...columns })
      .onConflict((conflict) => conflict.columns(['agreement_id', 'id']).doUpdateSet(columns))
      .execute();
  }
  for (const signatory of changed(before?.signatories, agreement.signatories)) {
    const { agreement_id, id, ...columns } = signatoryRow(agreement.id, signatory);
    await tables
      .insertInto('agreements.signatories')
      .values({ agreement_id, id, ...columns })
      .onConflict((conflict) => conflict.columns(['agreement_id', 'id']).doUpdateSet(columns))
      .execute();
  }
  for (const point of changed(before?.focalPoints, agreement.focalPoints)) {
    const { agreement_id, id, ...columns } = focalPointRow(agreement.id, point);
    await tables
      .insertInto('agreements.focal_points')
      .values({ agreement_id, id, ...columns })
      .onConflict((conflict) => conflict.columns(['agreement_id', 'id']).doUpdateSet(columns))
      .execute();
  }
}

export async function insertLine(
  tools: Tools,
  tx: Tx,
  line: Line,
  events: readonly AgreementEvent[],
  saving: Saving,
): Promise<void> {
  await tx.withTables<AgreementTables>().insertInto('agreements.lines').values(lineRow(line, saving.at)).execute();
  await append(tools, tx, line.agreementId, events, saving, false);
}

/** The next version of a line that was loaded for update. */
export async function saveLine(
  tools: Tools,
  tx: Tx,
  before: Line,
  after: Line,
  events: readonly AgreementEvent[],
  saving: Saving,
): Promise<Line> {
  const line: Line = { ...after, version: before.version + 1, updatedAt: saving.at };
  const { id, agreement_id, ...row } = lineRow(line, saving.at);
  await tx
    .withTables<AgreementTables>()
    .updateTable('agreements.lines')
    .set(row)
    .where('agreement_id', '=', agreement_id)
    .where('id', '=', id)
    .execute();
  await append(tools, tx, line.agreementId, events, saving, false);
  return line;
}

/** Appends to the file of an agreement, for areas that keep rows of their own. */
export async function append(
  tools: Tools,
  tx: Tx,
  agreementId: string,
  events: readonly AgreementEvent[],
  { at, actor }: Saving,
  newFile = false,
): Promise<void> {
  await appendEvents(
    tools,
    tx,
    { kind: 'agreement', id: agreementId },
    events.map(({ type, payload }) => ({ type, at, actor: actorReference(actor), payload })),
    { newFile },
  );
}
