/** Documents in and out. Loading does not ask who may see them: rules/documents/permissions.ts decides. */
import type { Selectable } from 'kysely';
import { isUuid } from '../../../kernel/ids.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { DocumentState } from '../../rules/documents/document.transitions.ts';
import type { CaseDocument, Delivery, Recipient } from '../../rules/documents/document.ts';
import type { LetterContent } from '../../rules/documents/letter-content.ts';
import type { TakenNumber } from '../numbers.ts';
import type { DocumentTables } from './tables.ts';

type Row = Selectable<DocumentTables['casework.documents']>;

const tables = (db: Db | Tx) => (db as Db).withTables<DocumentTables>();

function toDocument(row: Row, recipients: readonly Recipient[], deliveries: readonly Delivery[]): CaseDocument {
  const { pdf_key: key, pdf_bytes: bytes, pdf_sha256: sha256, sealed_at: sealedAt } = row;
  return {
    id: row.id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    direction: row.direction,
    kind: row.kind,
    state: row.state,
    revision: row.revision,
    officeId: row.office_id,
    templateVersion: row.template_version,
    fields: row.fields,
    basedOnId: row.based_on_id,
    replacesId: row.replaces_id,
    partId: row.part_id,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
    reviewedBy: row.reviewed_by,
    reviewedAt: row.reviewed_at,
    number: row.number,
    numberedAt: row.numbered_at,
    sealedBy: row.sealed_by,
    content: row.content,
    file: key === null || bytes === null || sha256 === null || sealedAt === null ? null : { key, bytes, sha256, sealedAt },
    receivedAt: row.received_at,
    recipients,
    deliveries,
  };
}

async function whole(db: Db | Tx, rows: readonly Row[]): Promise<CaseDocument[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  // The subject comes first in the keys.
  const subjects = [...new Set(rows.map(({ subject_id }) => subject_id))];
  const recipients = await tables(db)
    .selectFrom('casework.document_recipients')
    .selectAll()
    .where('subject_id', 'in', subjects)
    .where('document_id', 'in', ids)
    .orderBy('no')
    .execute();
  const deliveries = await tables(db)
    .selectFrom('casework.document_deliveries')
    .selectAll()
    .where('subject_id', 'in', subjects)
    .where('document_id', 'in', ids)
    .orderBy('recipient_no')
    .orderBy('attempt')
    .execute();
  return rows.map((row) =>
    toDocument(
      row,
      recipients.filter((one) => one.document_id === row.id).map(toRecipient),
      deliveries.filter((one) => one.document_id === row.id).map(toDelivery),
    ),
  );
}

function toRecipient(row: Selectable<DocumentTables['casework.document_recipients']>): Recipient {
  return {
    no: row.no,
    kind: row.kind,
    agencyId: row.agency_id,
    agencyPath: row.agency_path,
    position: row.position,
    personId: row.person_id,
    name: row.name,
  };
}

function toDelivery(row: Selectable<DocumentTables['casework.document_deliveries']>): Delivery {
  const { outcome, how, outcome_at: at, outcome_by: by, reason } = row;
  return {
    recipientNo: row.recipient_no,
    attempt: row.attempt,
    way: row.way,
    sentAt: row.sent_at,
    sentBy: row.sent_by,
    outcome: outcome === null || how === null || at === null || by === null ? null : { outcome, how, at, by, reason },
  };
}

const documents = (db: Db | Tx) => tables(db).selectFrom('casework.documents').selectAll();

export async function loadDocument(db: Db | Tx, id: string): Promise<CaseDocument | undefined> {
  if (!isUuid(id)) return undefined;
  return (await whole(db, await documents(db).where('id', '=', id).execute()))[0];
}

/** Locks the row until the transaction ends. */
export async function lockDocument(tx: Tx, id: string): Promise<CaseDocument | undefined> {
  if (!isUuid(id)) return undefined;
  return (await whole(tx, await documents(tx).where('id', '=', id).forUpdate().execute()))[0];
}

/** Every document of a case, review or plenary in the order of making; answers that are still being written are their writer's alone. */
export async function documentsOf(db: Db | Tx, subjectId: string): Promise<readonly CaseDocument[]> {
  if (!isUuid(subjectId)) return [];
  const rows = await documents(db)
    .where('subject_id', '=', subjectId)
    .where((eb) => eb.or([eb('direction', '=', 'out'), eb('state', '=', 'received')]))
    .orderBy('id')
    .execute();
  return whole(db, rows);
}

/** The answers that came to a document, in order. */
export async function answersTo(db: Db | Tx, documentId: string): Promise<readonly CaseDocument[]> {
  const rows = await documents(db)
    .where('based_on_id', '=', documentId)
    .where('direction', '=', 'in')
    .where('state', '=', 'received')
    .orderBy('id')
    .execute();
  return whole(db, rows);
}

/** The answer somebody is writing to a document. */
export async function answerInMaking(db: Db | Tx, documentId: string, personId: string): Promise<CaseDocument | undefined> {
  const rows = await documents(db)
    .where('based_on_id', '=', documentId)
    .where('drafted_by', '=', personId)
    .where('direction', '=', 'in')
    .where('state', '=', 'draft')
    .execute();
  return (await whole(db, rows))[0];
}

/** The one that took, or is to take, the place of another. */
export async function successorOf(db: Db | Tx, id: string): Promise<CaseDocument | undefined> {
  const rows = await documents(db).where('replaces_id', '=', id).where('state', '<>', 'discarded').execute();
  return (await whole(db, rows))[0];
}

export type NewDocument = Pick<
  CaseDocument,
  | 'id'
  | 'subject'
  | 'direction'
  | 'kind'
  | 'officeId'
  | 'templateVersion'
  | 'fields'
  | 'basedOnId'
  | 'replacesId'
  | 'partId'
  | 'draftedBy'
  | 'draftedAt'
>;

export async function insertDocument(tx: Tx, one: NewDocument): Promise<void> {
  const at = one.draftedAt.toString();
  await tables(tx)
    .insertInto('casework.documents')
    .values({
      subject_id: one.subject.id,
      id: one.id,
      subject_kind: one.subject.kind,
      direction: one.direction,
      kind: one.kind,
      state: 'draft',
      revision: 1,
      office_id: one.officeId,
      template_version: one.templateVersion,
      fields: JSON.stringify(one.fields),
      based_on_id: one.basedOnId,
      replaces_id: one.replacesId,
      part_id: one.partId,
      drafted_by: one.draftedBy,
      drafted_at: at,
      edited_by: one.draftedBy,
      edited_at: at,
    })
    .execute();
}

/** Puts the recipients of a draft in place of those before. */
export async function saveRecipients(
  tx: Tx,
  of: Pick<CaseDocument, 'id' | 'subject'>,
  recipients: readonly Recipient[],
): Promise<void> {
  await tables(tx)
    .deleteFrom('casework.document_recipients')
    .where('subject_id', '=', of.subject.id)
    .where('document_id', '=', of.id)
    .execute();
  if (recipients.length === 0) return;
  await tables(tx)
    .insertInto('casework.document_recipients')
    .values(
      recipients.map((one) => ({
        subject_id: of.subject.id,
        document_id: of.id,
        no: one.no,
        kind: one.kind,
        agency_id: one.agencyId,
        agency_path: [...one.agencyPath],
        position: one.position,
        person_id: one.personId,
        name: one.name,
      })),
    )
    .execute();
}

/** What is typed anew is a draft again, that nobody has reviewed. */
export async function saveDraft(
  tx: Tx,
  id: string,
  draft: { readonly fields: CaseDocument['fields']; readonly templateVersion: number; readonly by: string; readonly at: Moment },
): Promise<void> {
  await tables(tx)
    .updateTable('casework.documents')
    .set((eb) => ({
      state: 'draft',
      revision: eb('revision', '+', 1),
      fields: JSON.stringify(draft.fields),
      template_version: draft.templateVersion,
      edited_by: draft.by,
      edited_at: draft.at.toString(),
      reviewed_by: null,
      reviewed_at: null,
    }))
    .where('id', '=', id)
    .execute();
}

export async function saveState(
  tx: Tx,
  id: string,
  state: DocumentState,
  more: {
    readonly reviewed?: { readonly by: string; readonly at: Moment } | null;
    readonly receivedAt?: Moment;
  } = {},
): Promise<void> {
  const { reviewed, receivedAt } = more;
  await tables(tx)
    .updateTable('casework.documents')
    .set((eb) => ({
      state,
      revision: eb('revision', '+', 1),
      ...(reviewed === undefined ? {} : { reviewed_by: reviewed?.by ?? null, reviewed_at: reviewed?.at.toString() ?? null }),
      ...(receivedAt === undefined ? {} : { received_at: receivedAt.toString() }),
    }))
    .where('id', '=', id)
    .execute();
}

/** Gives the number, and fixes what will be printed. */
export async function saveNumbered(
  tx: Tx,
  id: string,
  given: {
    readonly taken: TakenNumber;
    readonly series: string;
    readonly content: LetterContent | null;
    readonly by: string | null;
    readonly at: Moment;
    readonly state: 'numbered' | 'received';
  },
): Promise<void> {
  await tables(tx)
    .updateTable('casework.documents')
    .set((eb) => ({
      state: given.state,
      revision: eb('revision', '+', 1),
      series: given.series,
      year: given.taken.year,
      serial: given.taken.serial,
      number: given.taken.number,
      numbered_at: given.at.toString(),
      sealed_by: given.by,
      content: given.content && JSON.stringify(given.content),
      ...(given.state === 'received' ? { received_at: given.at.toString() } : {}),
    }))
    .where('id', '=', id)
    .execute();
}

/** @returns `false` when somebody else has made its file meanwhile */
export async function saveSealed(
  tx: Tx,
  id: string,
  file: { readonly key: string; readonly bytes: number; readonly sha256: string },
  at: Moment,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('casework.documents')
    .set((eb) => ({
      state: 'sealed',
      revision: eb('revision', '+', 1),
      sealed_at: at.toString(),
      pdf_key: file.key,
      pdf_bytes: file.bytes,
      pdf_sha256: file.sha256,
    }))
    .where('id', '=', id)
    .where('state', '=', 'numbered')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
