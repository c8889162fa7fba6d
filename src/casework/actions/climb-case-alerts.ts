/**
 * Climbs the ladder of one clock of a case: reminds, tells the head, tells the head office, or does what the law does when the reporter does not
 * answer. Under the case's lock, so several workers act once; the ledger's keys hold even if they did not.
 */
import type { System } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/time.ts';
import { lawBook, stopClock } from '../../law/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Case, CaseClock } from '../rules/case.ts';
import { type CaseAlert, type CaseAlertTimes, dueAlerts, isReportersTurn, nextAlert } from '../rules/case-alerts.ts';
import { decision } from '../rules/decision.ts';
import { take } from '../rules/take.ts';
import { caseAlertsDone, type DueCaseClock, markCaseAlerts } from '../store/case-alerts.ts';
import { loadCaseForUpdate } from '../store/cases.ts';
import { caseAddressees } from './case-addressees.ts';
import { decideIn, tellReporter } from './decide.ts';
import { commentWaits } from './findings/comment-on-lhp.ts';
import { remindOfPromise } from './findings/remind-of-promise.ts';
import { obligationAddressees } from './obligation-addressees.ts';
import { surroundingsOf } from './surroundings.ts';

const SYSTEM: System = { kind: 'system', errand: 'casework.deadlines' };

/** @returns whether anything was done: `false` when another worker was faster or the clock has moved meanwhile */
export function climbCaseAlerts(tools: Tools, due: DueCaseClock): Promise<boolean> {
  return inTransaction(tools, async (tx) => {
    const found = await look(tools, tx, due);
    if (!found) return false;
    const { file, clock, times } = found;
    const done = await caseAlertsDone(tx, due);
    const alerts = dueAlerts(file, clock, done, tools.clock.now(), times);
    for (const alert of alerts) await act(tools, tx, file, clock, alert);
    // An alert may have stopped the clock, or begun its ladder anew.
    const after = await look(tools, tx, due);
    const next = after && nextAlert(after.file, after.clock, done + alerts.length, after.times);
    await markCaseAlerts(tx, due, done + alerts.length, next?.at ?? null);
    return alerts.length > 0;
  });
}

async function look(
  tools: Tools,
  tx: Tx,
  due: DueCaseClock,
): Promise<{ readonly file: Case; readonly clock: CaseClock; readonly times: CaseAlertTimes } | undefined> {
  const file = await loadCaseForUpdate(tx, due.caseId);
  const clock = file?.clocks.find((each) => each.id === due.clockId);
  return file && clock && { file, clock, times: surroundingsOf(await lawBook(tools, tx), file).times };
}

async function act(tools: Tools, tx: Tx, file: Case, clock: CaseClock, alert: CaseAlert): Promise<void> {
  if (alert.stage === 'lapse') return lapse(tools, tx, file, clock);
  const day = dayOf(tools.clock.now(), file.zone);
  const dueOn = dayOf(clock.dueAt, file.zone).toString();
  if (isReportersTurn(file, clock) || clock.kind === 'comment') return tellReporter(tools, tx, file, ['question']);
  if (clock.kind === 'promise' && alert.stage === 'reminder') return remindOfPromise(tools, tx, file, clock);
  const officers = await caseAddressees(tx, file, clock, alert.stage, day);
  for (const personId of officers) {
    await tools.post(tx, {
      purpose: alert.stage === 'reminder' ? 'case.reminder' : 'case.escalation',
      object: { kind: 'case', id: file.id },
      recipient: { kind: 'person', id: personId },
      stage: `${alert.stage}:${clock.id}:${dueOn}`,
      details: { number: file.number, case: file.id, rule: clock.limit.rule, dueOn },
    });
  }
  if (clock.kind === 'obligation' && clock.partId && (alert.stage === 'reminder' || alert.stage === 'overdue')) {
    for (const personId of await obligationAddressees(tx, clock.partId, day)) {
      await tools.post(tx, {
        purpose: alert.stage === 'reminder' ? 'case.owed-reminder' : 'case.owed-overdue',
        object: { kind: 'obligation', id: clock.partId },
        recipient: { kind: 'person', id: personId },
        stage: `${alert.stage}:${clock.id}:${dueOn}`,
        details: { number: file.number, obligation: clock.partId, dueOn },
      });
    }
  }
  if (alert.stage === 'head' || alert.stage === 'centre') {
    required(
      await decideIn(tools, tx, SYSTEM, { caseId: file.id, version: null }, (current) =>
        decision(current, {
          events: [
            { type: 'deadline-escalated', payload: { to: alert.stage, rule: clock.limit.rule, dueAt: clock.dueAt.toString() } },
          ],
        }),
      ),
    );
  }
}

async function lapse(tools: Tools, tx: Tx, file: Case, clock: CaseClock): Promise<void> {
  const action = file.stage === 'completing' ? 'lapse-completion' : 'lapse-comment';
  // A comment is no silence: the case closes when the head has decided on it (findings/comment-on-lhp.ts).
  if (action === 'lapse-comment' && clock.kind === 'stage' && (await commentWaits(tx, file.id))) return;
  required(
    await decideIn(tools, tx, SYSTEM, { caseId: file.id, version: null }, (current, circumstances) => {
      if (clock.kind === 'comment') {
        const clocks = current.clocks.map((each) => (each.id === clock.id ? stopClock(each, circumstances.at) : each));
        return decision({ ...current, clocks }, { events: [{ type: 'comment-time-over', payload: { clock: clock.id } }] });
      }
      // What is still owed is told in the event; nobody is there to tick a box.
      const taken = take(current, action, circumstances, { openObligationsSeen: true });
      return taken.ok ? decision(taken.value.file, { events: [taken.value.event], news: ['closed'] }) : taken;
    }),
  );
}

function required(result: { readonly ok: true } | { readonly ok: false; readonly refusal: string }): void {
  if (!result.ok) throw new Error(`an errand was refused: ${result.refusal}`);
}
