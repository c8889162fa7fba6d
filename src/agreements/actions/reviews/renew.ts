/** Renewing: a new draft that follows the old one, with its parties, programmes, offices that sign, focal points and the open lines that were chosen. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { isWhollyFollowed, sharesBody } from '../../rules/draft.ts';
import { agreementKind } from '../../rules/kinds.ts';
import type { Line } from '../../rules/line.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import {
  carriedLine,
  flawsOfRenewal,
  focalPointsAgain,
  mayRenew,
  openLines,
  type RenewalOrder,
  signatoriesAgain,
  uncoveredAfter,
} from '../../rules/reviews/renewal.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreement, loadAgreementForUpdate } from '../../store/agreements.ts';
import { linesOf } from '../../store/lines.ts';
import { insertCarried, insertRenewal, successorOf, successorsOf } from '../../store/reviews/renewals.ts';
import { append } from '../../store/save.ts';
import { type AgreementTarget, changeAgreementIn } from '../change.ts';
import { createAgreementIn } from '../create-agreement.ts';
import { addLinesIn } from '../lines/add-line.ts';
import { takeStep } from '../register/take-step.ts';
import type { Flawed } from './plan-review.ts';

/** @returns the draft of the new agreement; or everything that is wrong with the order, and nothing is written */
export function renewAgreement(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  order: RenewalOrder,
): Promise<Result<Agreement, readonly Flawed[]>> {
  return orRollBack<Agreement, readonly Flawed[]>(tools, async (tx) => {
    const no = (code: AgreementRefusal, field = 'title') => refuse([{ code, field }]);
    const before = await loadAgreementForUpdate(tx, target.agreementId);
    if (!before || !isInside(actor, before)) return no('agreement.absent');
    if (target.version !== null && target.version !== before.version) return no('agreement.moved-on');
    const may = mayRenew(actor, before, isWhollyFollowed(before, await successorsOf(tx, before.id)));
    if (!may.ok) return no(may.refusal);
    const at = tools.clock.now();
    const today = dayOf(at, before.zone);
    const flaws = flawsOfRenewal(before, order, today);
    if (flaws.length > 0) return refuse(flaws);
    const carried = openLines(await linesOf(tx, before.id)).filter(({ id }) => order.lineIds.includes(id));
    if (carried.length < new Set(order.lineIds).size) return no('agreement.line-absent', 'lines');

    const kept = before.parties.filter(({ id }) => order.partyIds.includes(id));
    const hasLines = agreementKind(before.kind).hasLines;
    const created = await createAgreementIn(tools, tx, actor, {
      ...{ kind: before.kind, title: order.title, basis: before.basis, purpose: before.purpose, programmes: order.programmes },
      // The numbers of each side are given anew.
      parties: kept.map(({ agencyId, name }) => ({ agencyId, name, ownNumber: '' })),
      yearFrom: hasLines ? (order.inForceFrom?.year ?? null) : null,
      yearUntil: hasLines ? (order.inForceUntil?.year ?? order.inForceFrom?.year ?? null) : null,
      ...{ place: before.place, inForceFrom: order.inForceFrom, inForceUntil: order.inForceUntil },
      ...{
        parentId: await parentNow(tx, before),
        predecessorId: before.id,
        keeperId: before.keeperId,
        isExample: before.isExample,
      },
    });
    if (!created.ok) return created;
    const draft = created.value;
    const partyId = (old: string): string | null => {
      const party = kept.find(({ id }) => id === old);
      return (party && draft.parties[kept.indexOf(party)]?.id) ?? null;
    };
    const gap = uncoveredAfter(before, draft, today);
    const whole = await changeAgreementIn(tools, tx, actor, { agreementId: draft.id, version: null }, (now, { newId }) =>
      ok({
        next: {
          ...now,
          signatories: signatoriesAgain(before, partyId, newId),
          focalPoints: focalPointsAgain(before, partyId, today, newId),
        },
        events: [
          {
            type: 'renewal-begun',
            payload: { follows: before.code, uncoveredDays: gap?.days ?? 0, carried: carried.length },
          },
        ],
      }),
    );
    if (!whole.ok) return no(whole.refusal);
    await insertRenewal(tx, {
      ...{ agreementId: draft.id, predecessorId: before.id, gapNote: gap ? order.gapNote.trim() : '' },
      ...{ by: actorReference(actor), at },
    });
    const lines = await carryOver(tools, tx, actor, draft, carried, order);
    if (!lines.ok) return lines;
    await insertCarried(
      tx,
      lines.value.map((line, index) => ({
        ...{ agreementId: draft.id, lineId: line.id, fromAgreementId: before.id, fromLineId: (carried[index] as Line).id },
      })),
    );
    await append(tools, tx, before.id, [{ type: 'renewal-of', payload: { by: draft.code, uncoveredDays: gap?.days ?? 0 } }], {
      at,
      actor,
    });
    return ok(whole.value);
  });
}

async function carryOver(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  draft: Agreement,
  carried: readonly Line[],
  order: RenewalOrder,
): Promise<Result<readonly Line[], readonly Flawed[]>> {
  const [from, dueOn] = [order.inForceFrom, order.linesDueOn];
  if (carried.length === 0 || from === null || dueOn === null) return ok([]);
  // Amounts are cumulative within a year: a line of several years begins in the year it is due.
  const first = Temporal.PlainDate.from({ year: dueOn.year, month: 1, day: 1 });
  const startsOn = Temporal.PlainDate.compare(from, first) < 0 ? first : from;
  const added = await addLinesIn(
    tools,
    tx,
    actor,
    { agreementId: draft.id, version: null },
    carried.map((line) => carriedLine(line, { from: startsOn, dueOn })),
  );
  return added.ok ? added : refuse(added.refusal.map(({ code }) => ({ code, field: 'linesDueOn' })));
}

/** What the old one was made under, or what has followed that since. */
async function parentNow(tx: Tx, before: Agreement): Promise<string | null> {
  if (before.parentId === null) return null;
  const parent = await loadAgreement(tx, before.parentId);
  const signed = parent ? (await successorsOf(tx, parent.id)).filter(({ state }) => state === 'signed') : [];
  // Of several governments each may have gone on in one of its own.
  return signed.find((after) => sharesBody(after, before))?.id ?? before.parentId;
}

/** Ends the old agreement on the first day of the one that follows it: two that bind at once leave nobody in doubt then. */
export async function endReplaced(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
): Promise<Result<Agreement, AgreementRefusal>> {
  const before = await loadAgreement(tools.db, target.agreementId);
  if (!before || !isInside(actor, before)) return refuse('agreement.absent');
  const after = await successorOf(tools.db, before);
  const today = dayOf(tools.clock.now(), before.zone);
  const isInForce =
    after?.state === 'signed' && after.inForceFrom !== null && Temporal.PlainDate.compare(after.inForceFrom, today) <= 0;
  if (!after || !isInForce) return refuse('agreement.not-overlapping');
  const reason = `Digantikan oleh ${after.code}`;
  return takeStep(tools, actor, target, 'end', { reason, endedOn: after.inForceFrom });
}
