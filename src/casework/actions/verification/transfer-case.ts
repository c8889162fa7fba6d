/**
 * A case goes to another office of the Ombudsman: proposed by the head after coordination, taken over when the other office accepts. Until then it stays
 * where it is. Number, history and deadlines go with it; the team does not.
 */
import { agencyById, holdersOf } from '../../../directory/index.ts';
import { type Actor, can, positionsWith } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import type { Entry } from '../../rules/decision.ts';
import { caseStep } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT, take } from '../../rules/take.ts';
import { transferKind } from '../../rules/verification/transfer-kinds.ts';
import { isExcluded } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { isOnAgenda } from '../../store/verification/plenary-items.ts';
import {
  decideTransfer,
  insertTransfer,
  type Transfer,
  transferById,
  transfersOf,
  transfersTo,
} from '../../store/verification/transfers.ts';
import { type CaseTarget, decide } from '../decide.ts';

export interface TransferOrder {
  readonly toOfficeId: string;
  readonly reason: string;
  readonly agreedWith: string;
  /** The day of the coordination: today or before; `undefined` when none was typed. */
  readonly agreedOn: Day | undefined;
  readonly agreement: string;
}

type Outcome = Promise<Result<Case, CaseRefusal>>;

export function proposeTransfer(tools: Tools, actor: Actor, target: CaseTarget, order: TransferOrder): Outcome {
  return decide(tools, actor, target, async (file, { at, newId }, tx) => {
    const step = caseStep(file, 'transfer', actor);
    if (!step) return refuse('case.not-now');
    if (!step.standing || actor.kind !== 'officer') return refuse('case.not-yours');
    const office = isUuid(order.toOfficeId) ? await agencyById(tx as Db, order.toOfficeId) : undefined;
    const kind = office && transferKind(file.officePath, office.path);
    if (!office || !kind) return refuse('case.transfer-office');
    const [reason, agreedWith, agreement] = [order.reason, order.agreedWith, order.agreement].map((text) => text.trim()) as [
      string,
      string,
      string,
    ];
    if (reason === '') return refuse('case.reason-missing');
    const isPast = order.agreedOn && Temporal.PlainDate.compare(order.agreedOn, dayOf(at, file.zone)) <= 0;
    if (agreedWith === '' || agreement === '' || !order.agreedOn || !isPast) return refuse('case.transfer-coordination');
    if ([reason, agreedWith, agreement].some((text) => text.length > LONGEST_TEXT)) return refuse('case.text-too-long');
    if (await isOnAgenda(tx, file.id)) return refuse('case.transfer-agenda');
    if ((await transfersOf(tx, file.id)).some((each) => each.state === 'proposed')) return refuse('case.transfer-open');
    const id = newId();
    await insertTransfer(tx, {
      caseId: file.id,
      id,
      kind,
      fromOfficeId: file.officeId,
      toOfficeId: office.id,
      fromStage: file.stage,
      reason,
      agreedWith,
      agreedOn: order.agreedOn,
      agreement,
      proposedBy: actor.personId,
      proposedAt: at,
      state: 'proposed',
      decidedBy: null,
      decidedAt: null,
      decisionReason: '',
    });
    for (const personId of await holdersOf(tx as Db, office.id, 'case.decide', dayOf(at, file.zone))) {
      await tools.post(tx, {
        purpose: 'case.transfer-asked',
        object: { kind: 'case', id: file.id },
        recipient: { kind: 'person', id: personId },
        stage: `transfer:${id}`,
        details: { number: file.number },
      });
    }
    return ok({
      file,
      events: [{ type: 'transfer-proposed', payload: { transfer: id, kind, from: file.officeId, to: office.id, entry: id } }],
      entries: [entryOf(id, reason, file.officeId)],
      news: [],
    });
  });
}

/** The sending office takes its proposal back. */
export function withdrawTransfer(tools: Tools, actor: Actor, target: CaseTarget, reason: string): Outcome {
  return decide(tools, actor, target, async (file, { at, newId }, tx) => {
    if (actor.kind !== 'officer' || !caseStep(file, 'transfer', actor)?.standing) return refuse('case.not-yours');
    if (reason.trim() === '') return refuse('case.reason-missing');
    const open = (await transfersOf(tx, file.id)).find((each) => each.state === 'proposed');
    if (!open || !(await decideTransfer(tx, open, { state: 'withdrawn', by: actor.personId, at, reason: reason.trim() })))
      return refuse('case.transfer-decided');
    const id = newId();
    return ok({
      file,
      events: [{ type: 'transfer-withdrawn', payload: { transfer: open.id, entry: id } }],
      entries: [entryOf(id, reason.trim(), file.officeId, open.id)],
      news: [],
    });
  });
}

/** A transfer that waits for an office, with the case it is about, for somebody of that office who may answer. */
export interface WaitingTransfer {
  readonly transfer: Transfer;
  readonly file: Case;
}

/** Offices whose transfers this actor answers. */
export function answersFor(actor: Actor): readonly string[] {
  return [...new Set(positionsWith(actor, 'case.decide').map((held) => held.agencyId))];
}

/** What waits for the actor's offices; a case that a conflict of interest shuts the actor out of is not among them. */
export async function waitingTransfers(db: Db | Tx, actor: Actor, limit: number): Promise<readonly WaitingTransfer[]> {
  const found: WaitingTransfer[] = [];
  for (const transfer of await transfersTo(db, answersFor(actor), limit)) {
    const file = await loadCase(db, transfer.caseId);
    if (file && !isExcluded(file, actor)) found.push({ transfer, file });
  }
  return found;
}

/** The one transfer of the address, if the actor may answer it. */
export async function transferFor(db: Db | Tx, actor: Actor, id: string): Promise<WaitingTransfer | undefined> {
  const transfer = await transferById(db, id);
  if (!transfer || !answersFor(actor).includes(transfer.toOfficeId)) return undefined;
  const file = await loadCase(db, transfer.caseId);
  return file && !isExcluded(file, actor) ? { transfer, file } : undefined;
}

/** The other office takes the case over, or declines with a reason. */
export function answerTransfer(
  tools: Tools,
  actor: Actor,
  waiting: Pick<Transfer, 'id' | 'caseId'>,
  answer: { readonly accepts: boolean; readonly reason: string },
): Outcome {
  const target: CaseTarget = { caseId: waiting.caseId, version: null, side: 'receiving-office' };
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const found = await transferFor(tx, actor, waiting.id);
    if (!found || actor.kind !== 'officer' || !can(actor, 'case.decide')) return refuse('case.absent');
    const { transfer } = found;
    const reason = answer.reason.trim();
    if (transfer.state !== 'proposed') return refuse('case.transfer-decided');
    if (!answer.accepts && reason === '') return refuse('case.reason-missing');
    if (reason.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const { at, newId } = circumstances;
    const state = answer.accepts ? 'accepted' : 'declined';
    if (!(await decideTransfer(tx, transfer, { state, by: actor.personId, at, reason }))) return refuse('case.transfer-decided');
    const id = newId();
    const entries = reason === '' ? [] : [entryOf(id, reason, transfer.toOfficeId, transfer.id)];
    const answered = {
      type: answer.accepts ? 'transfer-accepted' : 'transfer-declined',
      payload: { transfer: transfer.id, ...(reason === '' ? {} : { entry: id }) },
    };
    await tellSender(tools, tx, transfer, file, state);
    if (!answer.accepts) return ok({ file, events: [answered], entries, news: [] });
    const office = await agencyById(tx as Db, transfer.toOfficeId);
    if (!office) return refuse('case.transfer-office');
    // The step is taken by who receives it: their position is at the new office.
    const there: Case = { ...file, officeId: office.id, officePath: office.path };
    const taken = take(there, 'transfer', circumstances, { reason: transfer.reason });
    if (!taken.ok) return taken;
    const team = file.team.map((each) => (each.until === null ? { ...each, until: at } : each));
    return ok({ file: { ...taken.value.file, team }, events: [taken.value.event, answered], entries, news: ['stage'] });
  });
}

async function tellSender(tools: Tools, tx: Tx, transfer: Transfer, file: Case, state: string): Promise<void> {
  await tools.post(tx, {
    purpose: 'case.transfer-answered',
    object: { kind: 'case', id: file.id },
    recipient: { kind: 'person', id: transfer.proposedBy },
    stage: `${state}:${transfer.id}`,
    details: { number: file.number },
  });
}

function entryOf(id: string, text: string, agencyId: string, partId: string | null = null): Entry {
  return { id, kind: 'transfer', audience: 'internal', text, partId, agencyId };
}
