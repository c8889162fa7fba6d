/**
 * Climbs the ladder of one clock: reminds, tells the next level, hands the complaint to the Ombudsman's desk, or does what the law
 * does when nobody answers. Under the complaint's lock, so several workers act once; the ledger's keys hold even if they did not.
 */
import type { System } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/time.ts';
import { lawBook } from '../../law/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Alert, type AlertTimes, dueAlerts, nextAlert } from '../rules/alerts.ts';
import type { Clock } from '../rules/clocks.ts';
import type { Complaint } from '../rules/complaint.ts';
import { decision } from '../rules/decision.ts';
import { lapse } from '../rules/ending.ts';
import { lapseHold } from '../rules/verification.ts';
import { alertsDone, type DueClock, markAlerts } from '../store/alerts.ts';
import { loadComplaintForUpdate } from '../store/complaints.ts';
import { receiptOf } from '../store/receipts.ts';
import { addresseesOf } from './addressees.ts';
import { decideIn } from './decide.ts';
import { ombudsmanOfficeFor } from './offices.ts';
import { surroundingsOf } from './surroundings.ts';
import { wasTold } from './was-told.ts';

const SYSTEM: System = { kind: 'system', errand: 'complaints.alerts' };

/** @returns whether anything was done: `false` when another worker was faster or the clock has moved meanwhile */
export function climbAlerts(tools: Tools, due: DueClock): Promise<boolean> {
  return inTransaction(tools, async (tx) => {
    const complaint = await loadComplaintForUpdate(tx, due.complaintId);
    const clock = complaint?.clocks.find((each) => each.id === due.clockId);
    if (!complaint || !clock) return false;
    const { times } = surroundingsOf(await lawBook(tools, tx), complaint);
    const done = await alertsDone(tx, due);
    const alerts = dueAlerts(clock, done, tools.clock.now(), times);
    for (const alert of alerts) await act(tools, tx, complaint, clock, alert);
    await markAfter(tx, due, done + alerts.length, times);
    return alerts.length > 0;
  });
}

/** Looks at the clock again, for an alert may have stopped it. */
async function markAfter(tx: Tx, due: DueClock, done: number, times: AlertTimes): Promise<void> {
  const complaint = await loadComplaintForUpdate(tx, due.complaintId);
  const clock = complaint?.clocks.find((each) => each.id === due.clockId);
  await markAlerts(tx, due, done, (clock && nextAlert(clock, done, times)?.at) ?? null);
}

async function act(tools: Tools, tx: Tx, complaint: Complaint, clock: Clock, alert: Alert): Promise<void> {
  const target = { complaintId: complaint.id, version: null };
  if (alert.stage === 'lapse' && clock.kind === 'hold') {
    required(await decideIn(tools, tx, SYSTEM, target, (current, circumstances) => lapseHold(current, circumstances)));
    return;
  }
  if (alert.stage === 'lapse') {
    const couldKnow = await couldHaveKnown(tx, complaint, clock);
    required(await decideIn(tools, tx, SYSTEM, target, (current, circumstances) => lapse(current, { couldKnow }, circumstances)));
    return;
  }
  if (clock.kind === 'silence' || clock.kind === 'hold') {
    await tools.post(tx, {
      purpose: 'complaint.news',
      object: { kind: 'complaint', id: complaint.id },
      recipient: { kind: 'complainant', id: complaint.id },
      stage: `reminder:${clock.id}:${dayOf(clock.dueAt, complaint.zone)}`,
      details: { trackingNumber: complaint.trackingNumber },
    });
    return;
  }
  if (alert.stage === 'ombudsman' && !complaint.ombudsmanOfficeId) {
    const office = await ombudsmanOfficeFor(tx, complaint.regionCode);
    required(
      await decideIn(tools, tx, SYSTEM, target, (current) =>
        decision(
          { ...current, ombudsmanOfficeId: office },
          { events: [{ type: 'escalated', payload: { to: office, clock: clock.kind, dueAt: clock.dueAt.toString() } }] },
        ),
      ),
    );
  }
  const dueOn = dayOf(clock.dueAt, complaint.zone).toString();
  const escalated = (await loadComplaintForUpdate(tx, complaint.id)) ?? complaint;
  const today = dayOf(tools.clock.now(), complaint.zone);
  for (const personId of await addresseesOf(tx, escalated, clock, alert.stage, today)) {
    await tools.post(tx, {
      purpose: alert.stage === 'reminder' ? 'complaint.reminder' : 'complaint.escalation',
      object: { kind: 'complaint', id: complaint.id },
      recipient: { kind: 'person', id: personId },
      stage: `${alert.stage}:${clock.id}:${dueOn}`,
      details: { trackingNumber: complaint.trackingNumber, step: clock.kind, dueOn },
    });
  }
}

/** Silence means something only from someone who was told or has looked since the agencies proposed to close. */
async function couldHaveKnown(tx: Tx, complaint: Complaint, clock: Clock): Promise<boolean> {
  const seenAt = (await receiptOf(tx, complaint.id))?.lastSeenAt;
  if (seenAt && seenAt.epochMilliseconds >= clock.startedAt.epochMilliseconds) return true;
  return wasTold(tx, complaint.id, clock.startedAt);
}

function required(result: { readonly ok: true } | { readonly ok: false; readonly refusal: string }): void {
  if (!result.ok) throw new Error(`an errand was refused: ${result.refusal}`);
}
