/**
 * Writing a decision: row, parts, clocks, waiting lines, entries, hops and events in one transaction.
 *
 * Bargain with callers: `before` was loaded with `loadComplaintForUpdate` in the same transaction. Only what changed is written.
 */
import type { Actor } from '../../kernel/actor.ts';
import { actorReference } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { insertAll, insertionsInto } from '../../platform/database/insert-all.ts';
import type { Tools } from '../../platform/tools.ts';
import { type AlertTimes, nextAlert } from '../rules/alerts.ts';
import type { Clock } from '../rules/clocks.ts';
import type { Complaint } from '../rules/complaint.ts';
import type { ComplaintEvent, Decision, Entry } from '../rules/decision.ts';
import { waitingFor } from '../rules/waiting.ts';
import { textDigest } from './compare.ts';
import { newReceiptRow } from './receipts.ts';
import { clockRow, complaintRow, partRow } from './rows.ts';
import type { ComplaintTables } from './tables.ts';

export interface Saving {
  readonly at: Moment;
  readonly actor: Actor;
  readonly times: AlertTimes;
}

const into = insertionsInto<ComplaintTables>();

/**
 * A new complaint with its receipt, in one statement and one more for its events. The caller writes identity and submission in the
 * same transaction.
 */
export async function insertComplaint(
  tools: Tools,
  tx: Tx,
  decision: Decision,
  saving: Saving & { readonly receiptHash: Uint8Array },
): Promise<void> {
  const { complaint } = decision;
  await insertAll(tx, [
    into('complaints.complaints', [complaintRow(complaint, saving.at)]),
    into(
      'complaints.clocks',
      complaint.clocks.map((clock) => newClockRow(complaint, clock, saving)),
    ),
    into('complaints.waiting', waitingRows(complaint)),
    into('complaints.receipts', [newReceiptRow(complaint.id, saving.receiptHash)]),
  ]);
  await append(tools, tx, decision, saving, true);
}

/** The next version of a complaint that was loaded for update. */
export async function saveDecision(
  tools: Tools,
  tx: Tx,
  before: Complaint,
  decision: Decision,
  saving: Saving,
): Promise<Complaint> {
  const complaint: Complaint = { ...decision.complaint, version: before.version + 1 };
  const tables = tx.withTables<ComplaintTables>();
  const { id, ...row } = complaintRow(complaint, saving.at);
  await tables.updateTable('complaints.complaints').set(row).where('id', '=', id).execute();

  const changedParts = complaint.parts.filter((part) => !before.parts.includes(part));
  for (const part of changedParts) {
    const { complaint_id, id: partId, ...columns } = partRow(complaint.id, part);
    await tables
      .insertInto('complaints.parts')
      .values({ complaint_id, id: partId, ...columns })
      .onConflict((conflict) => conflict.columns(['complaint_id', 'id']).doUpdateSet(columns))
      .execute();
  }
  for (const clock of complaint.clocks.filter((each) => !before.clocks.includes(each))) {
    const row = newClockRow(complaint, clock, saving);
    const { complaint_id, id: clockId, ...columns } = row;
    await tables
      .insertInto('complaints.clocks')
      .values({ complaint_id, id: clockId, ...columns })
      .onConflict((conflict) => conflict.columns(['complaint_id', 'id']).doUpdateSet(columns))
      .execute();
  }
  await tables.deleteFrom('complaints.waiting').where('complaint_id', '=', complaint.id).execute();
  await insertAll(tx, [into('complaints.waiting', waitingRows(complaint))]);
  if (decision.entries.length > 0) {
    await tables
      .insertInto('complaints.entries')
      .values(
        decision.entries.map((entry) => ({
          complaint_id: complaint.id,
          id: entry.id,
          kind: entry.kind,
          audience: entry.audience,
          at: saving.at.toString(),
          text: entry.text,
          part_id: entry.partId,
          government_id: entry.governmentId,
          agency_id: entry.agencyId,
          author: actorReference(saving.actor),
        })),
      )
      .execute();
  }
  if (decision.hops.length > 0) {
    await tables
      .insertInto('complaints.hops')
      .values(
        decision.hops.map((hop) => ({
          complaint_id: complaint.id,
          id: tools.random.id(),
          part_id: hop.partId,
          kind: hop.kind,
          from_agency_id: hop.fromAgencyId,
          to_agency_id: hop.toAgencyId,
          at: saving.at.toString(),
          author: actorReference(saving.actor),
          reason: hop.reason,
        })),
      )
      .execute();
  }
  await append(tools, tx, decision, saving, false);
  return complaint;
}

/** A clock that changed begins its ladder anew; the ledger's keys see to it that nothing is told twice for the same due day. */
function newClockRow(complaint: Complaint, clock: Clock, saving: Saving) {
  return clockRow(complaint.id, clock, 0, nextAlert(clock, 0, saving.times)?.at ?? null);
}

function waitingRows(complaint: Complaint) {
  return waitingFor(complaint).map((line, index) => ({
    complaint_id: complaint.id,
    line: index,
    kind: line.kind,
    part_id: line.partId,
    agency_id: line.agencyId,
    capabilities: [...line.capabilities],
    due_at: line.dueAt.toString(),
  }));
}

async function append(tools: Tools, tx: Tx, decision: Decision, saving: Saving, newFile: boolean): Promise<void> {
  await appendEvents(
    tools,
    tx,
    { kind: 'complaint', id: decision.complaint.id },
    decision.events.map((event) => ({
      type: event.type,
      at: saving.at,
      actor: actorReference(saving.actor),
      payload: withDigest(event.payload, decision.entries),
    })),
    { newFile },
  );
}

/** An event that speaks of an entry carries the digest of its text, so that a text changed later is noticed (store/compare.ts). */
function withDigest(payload: ComplaintEvent['payload'], entries: readonly Entry[]): ComplaintEvent['payload'] {
  const entry = entries.find((each) => each.id === payload.entry);
  return entry ? { ...payload, digest: textDigest(entry.text) } : payload;
}
