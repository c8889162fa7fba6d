/** Recording a paper together with its scan: both or neither. The scan waits for a second person. */
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { FileRefusal } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { refusalToAttach } from '../../rules/attaching.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { loadAgreement } from '../../store/agreements.ts';
import type { AgreementTarget } from '../change.ts';
import { type Incoming, keepOrRemove, recordFileIn, takeForAgreement } from '../files/attach-file.ts';
import { type RecordOrder, recordSigned, recordSignedIn } from '../record-signed.ts';

export interface RecordRefused {
  readonly code: AgreementRefusal | FileRefusal;
  readonly field: string;
}

/** @param scan a PDF, public once the agreement is; `null` = it comes later */
export async function recordWithScan(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  order: Omit<RecordOrder, 'hasScan'>,
  scan: Incoming | null,
): Promise<Result<Agreement, readonly RecordRefused[]>> {
  if (scan === null) return recordSigned(tools, actor, target, { ...order, hasScan: false });
  // Asked before the file is worked on, which costs much more.
  const before = await loadAgreement(tools.db, target.agreementId);
  const fileOrder = { agreementId: target.agreementId, kind: 'scan' as const, partId: null, title: '', isPublic: true };
  const early = before ? refusalToAttach(before, actor, fileOrder) : 'agreement.absent';
  if (early) return refuse([{ code: early, field: 'scan' }]);
  const taken = await takeForAgreement(tools, 'scan', scan);
  if (!taken.ok) return refuse([{ code: taken.refusal, field: 'scan' }]);
  return keepOrRemove(tools, [taken.value], () =>
    orRollBack<Agreement, readonly RecordRefused[]>(tools, async (tx) => {
      const recorded = await recordSignedIn(tools, tx, actor, target, { ...order, hasScan: true });
      if (recorded.ok) await recordFileIn(tools, tx, actor, fileOrder, taken.value);
      return recorded;
    }),
  );
}
