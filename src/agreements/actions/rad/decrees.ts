/** The decree of the team that manages complaints: put on file with its scan, withdrawn with a reason. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, Temporal, type Zone } from '../../../kernel/time.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { FileRefusal } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import { speaksFor } from '../../rules/rad/evaluation.ts';
import { NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { insertDecree, type TeamDecree, withdrawDecree as withdrawIn } from '../../store/rad/decrees.ts';
import { type Incoming, keepOrRemove, takeForAgreement } from '../files/attach-file.ts';

export interface TeamDecreeOrder {
  readonly governmentId: string;
  readonly zone: Zone;
  readonly number: string;
  readonly decidedOn: Day | null;
  readonly validUntil: Day | null;
  readonly upload: Incoming | null;
}

export interface RefusedDecree {
  readonly code: AgreementRefusal | FileRefusal;
  readonly field: string;
}

export async function addTeamDecree(
  tools: Tools,
  actor: Actor,
  order: TeamDecreeOrder,
): Promise<Result<TeamDecree, readonly RefusedDecree[]>> {
  if (actor.kind !== 'officer' || !speaksFor(actor, order.governmentId))
    return refuse([{ code: 'agreement.not-yours', field: 'number' }]);
  const flaws: RefusedDecree[] = [];
  const number = order.number.trim();
  const at = tools.clock.now();
  if (number === '') flaws.push({ code: 'agreement.rad-decree-missing', field: 'number' });
  if (number.length > 200) flaws.push({ code: 'agreement.text-too-long', field: 'number' });
  if (order.decidedOn === null) flaws.push({ code: 'agreement.day-wrong', field: 'decidedOn' });
  else if (Temporal.PlainDate.compare(order.decidedOn, dayOf(at, order.zone)) > 0)
    flaws.push({ code: 'agreement.signed-in-future', field: 'decidedOn' });
  if (order.decidedOn !== null && order.validUntil !== null && Temporal.PlainDate.compare(order.decidedOn, order.validUntil) > 0)
    flaws.push({ code: 'agreement.days-out-of-order', field: 'validUntil' });
  if (order.upload === null) flaws.push({ code: 'agreement.rad-decree-missing', field: 'decree' });
  if (flaws.length > 0 || order.decidedOn === null || order.upload === null) return refuse(flaws);
  const taken = await takeForAgreement(tools, 'scan', order.upload);
  if (!taken.ok) return refuse([{ code: taken.refusal, field: 'decree' }]);
  const decree: TeamDecree = {
    ...{
      governmentId: order.governmentId,
      id: tools.random.id(),
      number,
      decidedOn: order.decidedOn,
      validUntil: order.validUntil,
    },
    ...{ fileKey: taken.value.key, mediaType: taken.value.mediaType, extension: taken.value.extension, size: taken.value.size },
    ...{ sha256: taken.value.sha256, addedBy: actor.personId, addedAt: at, withdrawnAt: null, withdrawal: null },
  };
  return keepOrRemove(tools, [taken.value], () =>
    orRollBack<TeamDecree, readonly RefusedDecree[]>(tools, async (tx) => {
      await insertDecree(tx, decree);
      const payload = {
        ...{
          decree: decree.id,
          number,
          decidedOn: decree.decidedOn.toString(),
          validUntil: decree.validUntil?.toString() ?? null,
        },
        sha256: decree.sha256,
      };
      await appendEvents(tools, tx, { kind: 'rad-decree', id: decree.id }, [
        { type: 'rad-decree-added', at, actor: actorReference(actor), payload },
      ]);
      return ok(decree);
    }),
  );
}

/** Put on file by mistake, or no longer valid: it stays to be read, and counts no more. */
export function withdrawTeamDecree(
  tools: Tools,
  actor: Actor,
  order: { readonly governmentId: string; readonly decreeId: string; readonly reason: string },
): Promise<Result<null, AgreementRefusal>> {
  return orRollBack(tools, async (tx) => {
    if (!speaksFor(actor, order.governmentId)) return refuse('agreement.not-yours');
    const reason = order.reason.trim();
    if (reason === '') return refuse('agreement.reason-missing');
    if (reason.length > NOTE_LIMIT) return refuse('agreement.text-too-long');
    const at = tools.clock.now();
    if (!isUuid(order.decreeId) || !(await withdrawIn(tx, order.governmentId, order.decreeId, at, reason)))
      return refuse('agreement.not-now');
    await appendEvents(tools, tx, { kind: 'rad-decree', id: order.decreeId }, [
      { type: 'rad-decree-withdrawn', at, actor: actorReference(actor), payload: { decree: order.decreeId, reason } },
    ]);
    return ok(null);
  });
}
