/** An agreement that was signed elsewhere, entered from the files: its days, where the facts come from, who signed. The scan is attached beside it. */
import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Day, dayOf, endOfDay } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import { orRollBack } from '../../platform/database/or-roll-back.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Agreement } from '../rules/agreement.ts';
import { daysInOrder, missingFacts } from '../rules/draft.ts';
import { agreementKind } from '../rules/kinds.ts';
import { move } from '../rules/move.ts';
import { recordConflict } from '../rules/register/same-record.ts';
import { loadRad } from '../store/rad/rads.ts';
import { recordsLike } from '../store/register/records.ts';
import { type AgreementTarget, type Changed, changeAgreementIn } from './change.ts';
import type { Refused } from './create-agreement.ts';

export interface RecordOrder {
  readonly signedOn: Day | null;
  readonly inForceFrom: Day | null;
  /** The last day it binds; `null` = without an end. */
  readonly inForceUntil: Day | null;
  readonly place: string;
  /** Where the facts come from: a register, a web page, the archive. Needed where no scan comes with it. */
  readonly source: string;
  readonly hasScan: boolean;
}

/** @returns the signed agreement, or every flaw at once; nothing is written then */
export function recordSigned(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  order: RecordOrder,
): Promise<Result<Agreement, readonly Refused[]>> {
  return orRollBack(tools, (tx) => recordSignedIn(tools, tx, actor, target, order));
}

/** The same inside a transaction that is already open; the caller rolls back on a refusal. */
export async function recordSignedIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: AgreementTarget,
  order: RecordOrder,
): Promise<Result<Agreement, readonly Refused[]>> {
  let flaws: readonly Refused[] = [];
  const changed = await changeAgreementIn(tools, tx, actor, target, async (agreement, { at }) => {
    // What is reviewed here is adopted at the end of its review, never around it.
    if (agreementKind(agreement.kind).isReviewed && (await loadRad(tx, agreement.id))) return refuse('agreement.rad-by-decree');
    const recorded = asRecorded(agreement, order, actor, dayOf(at, agreement.zone));
    if (!recorded.ok) {
      flaws = recorded.refusal;
      return refuse(flaws[0]?.code ?? 'agreement.not-now');
    }
    // Whoever records the same paper at the same time waits here and then finds it.
    const twin = recordConflict(recorded.value.next, await recordsLike(tx, recorded.value.next));
    if (twin) {
      flaws = [{ code: 'agreement.recorded-already', field: 'signedOn' }];
      return refuse('agreement.recorded-already');
    }
    return ok(recorded.value);
  });
  if (changed.ok) return changed;
  return refuse(flaws.length > 0 ? flaws : [{ code: changed.refusal, field: '' }]);
}

/** The draft as it is once it is recorded, with its event; or every flaw. Whether the paper is on record already is asked elsewhere. */
export function asRecorded(
  agreement: Agreement,
  order: RecordOrder,
  actor: Actor,
  today: Day,
): Result<Changed<Agreement>, readonly Refused[]> {
  const given: Agreement = {
    ...agreement,
    ...{ signedOn: order.signedOn, inForceFrom: order.inForceFrom, inForceUntil: order.inForceUntil, evidence: 'record' },
    ...{ place: order.place.trim(), source: order.source.trim() },
  };
  const flaws = recordFlaws(given, order, today);
  if (flaws.length > 0) return refuse(flaws);
  const moved = move(given, 'record', actor, { met: ['facts'] });
  if (!moved.ok) return refuse([{ code: moved.refusal, field: '' }]);
  const { agreement: signed, event } = moved.value;
  // The day is known, not the hour: the end of it, where the agreement is.
  const signedAt = endOfDay(given.signedOn as Day, agreement.zone);
  const signatories = signed.signatories.map((each) => (each.signedAt ? each : { ...each, method: 'record' as const, signedAt }));
  const payload = {
    ...event.payload,
    ...{ signedOn: given.signedOn?.toString() ?? null, inForceFrom: given.inForceFrom?.toString() ?? null },
    ...{ inForceUntil: given.inForceUntil?.toString() ?? null, scan: order.hasScan },
  };
  return ok({ next: { ...signed, signatories }, events: [{ type: event.type, payload }] });
}

function recordFlaws(next: Agreement, order: RecordOrder, today: Day): readonly Refused[] {
  const flaws: Refused[] = [...missingFacts(next)];
  if (next.signedOn === null) flaws.push({ code: 'agreement.day-wrong', field: 'signedOn' });
  if (next.inForceFrom === null) flaws.push({ code: 'agreement.day-wrong', field: 'inForceFrom' });
  if (!daysInOrder(next)) flaws.push({ code: 'agreement.days-out-of-order', field: 'inForceFrom' });
  if (next.signedOn !== null && next.signedOn.until(today).sign < 0)
    flaws.push({ code: 'agreement.signed-in-future', field: 'signedOn' });
  if (!order.hasScan && next.source === '') flaws.push({ code: 'agreement.source-missing', field: 'source' });
  return flaws;
}
