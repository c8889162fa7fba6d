/** Steps on an obligation: received, begun, reported with evidence, judged, taken up again, withdrawn; progress, more time, delegation. */
import { agencyById } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { type FileRefusal, removeFile, type StoredFile, takeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import type { CaseEvent, Circumstances } from '../../rules/decision.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { lineFor } from '../../rules/obligations/permissions.ts';
import { type SideStep, takeSideStep } from '../../rules/obligations/side-steps.ts';
import { type StepOrder, stepObligation } from '../../rules/obligations/step.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { loadCase } from '../../store/cases.ts';
import { obligationById } from '../../store/obligations/obligations.ts';
import { changeIn, changeObligation, type ObligationTarget } from './hold.ts';

/** Files of one report. No regulation sets it. */
export const MOST_REPORT_FILES = 10;

export interface MoveOrder extends ObligationTarget, StepOrder {
  /** Evidence; taken with a report alone. */
  readonly files?: readonly Uint8Array[];
}

export interface MoveRefusal {
  readonly code: CaseRefusal;
  readonly file?: FileRefusal;
}

/** @returns the obligation as it is now. Of a refused report no file stays. */
export async function moveObligation(tools: Tools, actor: Actor, order: MoveOrder): Promise<Result<Obligation, MoveRefusal>> {
  const bytes = order.action === 'report' ? (order.files ?? []) : [];
  if (bytes.length === 0)
    return plainly(await changeObligation(tools, actor, order, (held, facts) => stepObligation(held, order, facts)));
  // Asked before pictures are worked on, which costs much more, and once more behind the lock.
  const early = await obligationById(tools.db, order.obligationId);
  const file = early?.caseId ? ((await loadCase(tools.db, early.caseId)) ?? null) : null;
  if (!early || !lineFor({ obligation: early, file }, order.action, actor)) {
    return plainly(await changeObligation(tools, actor, order, (held, facts) => stepObligation(held, order, facts)));
  }
  if (bytes.length > MOST_REPORT_FILES) return refuse({ code: 'case.file-refused' });
  const taken: StoredFile[] = [];
  let isKept = false;
  try {
    for (const one of bytes) {
      const stored = await takeFile(tools, one);
      if (!stored.ok) return refuse({ code: 'case.file-refused', file: stored.refusal });
      taken.push(stored.value);
    }
    const rows = (stepId: string) => taken.map((each) => fileRow(tools, order.obligationId, stepId, each));
    const done = await changeObligation(tools, actor, order, (held, facts) => stepObligation(held, order, facts), rows);
    isKept = done.ok;
    return plainly(done);
  } finally {
    if (!isKept) for (const each of taken) await removeFile(tools, each.key);
  }
}

const plainly = (done: Result<Obligation, CaseRefusal>): Result<Obligation, MoveRefusal> =>
  done.ok ? done : refuse({ code: done.refusal });

function fileRow(tools: Tools, obligationId: string, stepId: string, file: StoredFile) {
  return {
    obligation_id: obligationId,
    id: tools.random.id(),
    step_id: stepId,
    media_type: file.mediaType,
    extension: file.extension,
    bytes: file.size,
    sha256: file.sha256,
    store_key: file.key,
    thumbnail_key: file.picture?.thumbnailKey ?? null,
  };
}

export type SideOrder = ObligationTarget &
  (Exclude<SideStep, { kind: 'delegate' }> | { readonly kind: 'delegate'; readonly text: string; readonly officeId: string });

/** Progress told, more time asked or decided, the work given to an office. */
export function takeSideStepOn(tools: Tools, actor: Actor, order: SideOrder): Promise<Result<Obligation, CaseRefusal>> {
  return changeObligation(tools, actor, order, async (held, facts, tx) => {
    if (order.kind !== 'delegate') return takeSideStep(held, order, facts);
    const office = (await agencyById(tx, order.officeId)) ?? null;
    return takeSideStep(held, { kind: 'delegate', text: order.text, office }, facts);
  });
}

/** Inside a decision on the case: the receipt of an LHP is the receipt of the corrective actions in it. The due days count anew from then. */
export async function markReceivedIn(
  tools: Tools,
  tx: Tx,
  file: Case,
  circumstances: Circumstances,
  order: { readonly obligationId: string; readonly receivedAt: Moment },
): Promise<Result<{ readonly obligation: Obligation; readonly file: Case; readonly event: CaseEvent }, CaseRefusal>> {
  const target = { obligationId: order.obligationId, version: null };
  return changeIn(tools, tx, file, circumstances, target, (held, facts) =>
    stepObligation(held, { action: 'receive', receivedAt: order.receivedAt }, facts),
  );
}

/** On its own, by whoever may. */
export function markReceived(
  tools: Tools,
  actor: Actor,
  order: ObligationTarget & { readonly receivedAt?: Moment },
): Promise<Result<Obligation, MoveRefusal>> {
  return moveObligation(tools, actor, { ...order, action: 'receive' });
}

/** Taken back by the head, with a reason: out of the figure, and out of what is owed. */
export function withdrawObligation(
  tools: Tools,
  actor: Actor,
  order: ObligationTarget & { readonly text: string },
): Promise<Result<Obligation, MoveRefusal>> {
  return moveObligation(tools, actor, { ...order, action: 'withdraw' });
}
