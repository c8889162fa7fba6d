/** The further steps after a recommendation that was not fully carried out: each recorded as taken with what shows it, or with the reason why not. */
import type { Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import { FURTHER_STEP_DATA, type RecordedStep } from '../../rules/findings/further-steps.ts';
import { mayWork } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { documentsOf } from '../../store/documents/documents.ts';
import { saveFurtherStep } from '../../store/findings/further-steps.ts';
import { type CaseTarget, decide } from '../decide.ts';

export function recordFurtherStep(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: RecordedStep,
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, async (file, { at }, tx) => {
    if (file.stage !== 'further-steps') return refuse('case.not-now');
    if (!mayWork(file, actor, 'case.resolve') && !mayWork(file, actor, 'case.decide')) return refuse('case.not-yours');
    const [proof, whyNot] = [order.proof.trim(), order.whyNot.trim()];
    if (Math.max(proof.length, whyNot.length) > 2000) return refuse('case.text-too-long');
    const isTaken = order.takenOn !== null;
    if (isTaken ? proof === '' && order.documentId === null : whyNot === '') return refuse('case.step-proof-missing');
    if (order.takenOn && Temporal.PlainDate.compare(order.takenOn, dayOf(at, file.zone)) > 0)
      return refuse('case.step-proof-missing');
    if (order.documentId !== null) {
      const { document } = FURTHER_STEP_DATA[order.step];
      const shown = (await documentsOf(tx, file.id)).find(({ id }) => id === order.documentId);
      // A letter that was only drafted shows nothing.
      if (!shown || shown.kind !== document || !['sealed', 'sent', 'undelivered', 'received'].includes(shown.state)) {
        return refuse('case.step-proof-missing');
      }
    }
    const step = { ...order, proof, whyNot: isTaken ? '' : whyNot, documentId: isTaken ? order.documentId : null };
    await saveFurtherStep(tx, file.id, { ...step, by: actor.personId, at });
    return decision(file, {
      events: [
        {
          type: 'further-step',
          payload: { step: order.step, taken: isTaken, on: order.takenOn?.toString() ?? null, document: step.documentId },
        },
      ],
    });
  });
}
