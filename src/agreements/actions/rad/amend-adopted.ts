/**
 * An adopted action plan is changed by a new edition: a draft that follows it, with the lines still to be carried out, on the same way through province
 * and ministry. Until the new one is adopted the old one stands as it is; from then on it is ended.
 */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import type { LineOrder } from '../../rules/lines/line-order.ts';
import { move } from '../../rules/move.ts';
import { mayPrepare } from '../../rules/permissions.ts';
import { targetsAhead } from '../../rules/rad/caught-up.ts';
import { editionFlaw, isOtherEdition } from '../../rules/rad/edition.ts';
import { NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import type { Rad } from '../../rules/rad/rad.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { carriedLine, openLines } from '../../rules/reviews/renewal.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreementForUpdate } from '../../store/agreements.ts';
import { linesOf } from '../../store/lines.ts';
import { claimPlan, insertRad, plansOf } from '../../store/rad/rads.ts';
import { insertCarried } from '../../store/reviews/renewals.ts';
import { append } from '../../store/save.ts';
import { type AgreementTarget, changeAgreementIn } from '../change.ts';
import { createAgreementIn } from '../create-agreement.ts';
import { addLinesIn } from '../lines/add-line.ts';
import { governmentById, reviewerOf } from './places.ts';

export interface RefusedEdition {
  readonly code: AgreementRefusal;
  readonly field: 'reason' | 'step';
}

/** @param reason why it has to change: kept in the history of both editions */
export function beginEdition(
  tools: Tools,
  actor: Actor,
  target: AgreementTarget,
  reason: string,
): Promise<Result<Agreement, readonly RefusedEdition[]>> {
  return orRollBack<Agreement, readonly RefusedEdition[]>(tools, async (tx) => {
    const no = (code: AgreementRefusal, field: RefusedEdition['field'] = 'step') => refuse([{ code, field }]);
    const before = await loadAgreementForUpdate(tx, target.agreementId);
    if (!before || !isInside(actor, before)) return no('agreement.absent');
    if (target.version !== null && target.version !== before.version) return no('agreement.moved-on');
    if (!mayPrepare(actor, before)) return no('agreement.not-yours');
    const government = before.kind === 'rad' && before.state === 'signed' ? await governmentById(tx, before.keeperId) : undefined;
    const [yearFrom, yearUntil] = [before.yearFrom, before.yearUntil ?? before.yearFrom];
    if (!government || yearFrom === null || yearUntil === null) return no('agreement.not-now');
    const why = reason.trim();
    if (why === '') return no('agreement.reason-missing', 'reason');
    if (why.length > NOTE_LIMIT) return no('agreement.text-too-long', 'reason');
    await claimPlan(tx, government.agency.id);
    const there = await plansOf(tx, [government.agency.id]);
    if (there.some((plan) => isOtherEdition(plan, { id: before.id, yearFrom, yearUntil }))) return no('agreement.rad-exists');

    const made = await createAgreementIn(tools, tx, actor, {
      ...{ kind: 'rad', title: before.title, basis: before.basis, purpose: before.purpose, programmes: before.programmes },
      parties: before.parties.map(({ agencyId, name }) => ({ agencyId, name, ownNumber: '' })),
      ...{ yearFrom, yearUntil, keeperId: before.keeperId, predecessorId: before.id, isExample: before.isExample },
    });
    if (!made.ok) return no(made.refusal[0]?.code ?? 'agreement.not-now');
    const at = tools.clock.now();
    const provinceId = government.level === 'regency' ? ((await reviewerOf(tx, government))?.id ?? null) : null;
    const rad: Rad = {
      ...{ agreementId: made.value.id, governmentId: government.agency.id, level: government.level, provinceId },
      // Nobody asked for it: what was asked for is there, and stays counted.
      ...{ collectionId: null, templateId: null, state: 'drafting', stateAt: at },
      ...{ handIns: 0, firstHandedInAt: null, handedInAt: null, gaps: {}, decreeNumber: '' },
    };
    await insertRad(tx, rad);
    const open = openLines(await linesOf(tx, before.id));
    const added =
      open.length === 0
        ? ok([])
        : await addLinesIn(tools, tx, actor, { agreementId: made.value.id, version: null }, open.map(sameLine));
    if (!added.ok) return no(added.refusal[0]?.code ?? 'agreement.not-now');
    await insertCarried(
      tx,
      added.value.map((line, index) => ({
        ...{ agreementId: made.value.id, lineId: line.id, fromAgreementId: before.id, fromLineId: (open[index] as Line).id },
      })),
    );
    const payload = { reason: why, from: before.code, to: made.value.code, carried: open.length };
    for (const id of [before.id, made.value.id])
      await append(tools, tx, id, [{ type: 'rad-edition-begun', payload }], { at, actor });
    return made;
  });
}

/** The line as it stands, beginning where it has come to. */
export function sameLine(line: Line): LineOrder {
  const carried = carriedLine(line, { from: line.startsOn, dueOn: line.dueOn });
  const targets = targetsAhead({ ...line, baseline: carried.baseline ?? null });
  return { ...carried, year: line.year, targets };
}

/** Ends the edition that this one takes the place of, on the day the new one begins. @returns nothing when it follows none, or one of other years */
export async function endEarlierEdition(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  edition: Agreement,
): Promise<Result<null, AgreementRefusal>> {
  if (edition.predecessorId === null || edition.inForceFrom === null) return ok(null);
  const endedOn = edition.inForceFrom;
  let isEarlier = false;
  const done = await changeAgreementIn(
    tools,
    tx,
    actor,
    { agreementId: edition.predecessorId, version: null },
    (before, { at }) => {
      const flaw = editionFlaw(before, edition, at);
      isEarlier = flaw !== 'none';
      if (flaw === 'none') return refuse('agreement.not-now');
      if (flaw !== null) return refuse(flaw);
      const reason = `Diganti edisi baru ${edition.code}`;
      const ended = move(before, 'end', actor, { reason });
      if (!ended.ok) return ended;
      const { agreement, event } = ended.value;
      const payload = { ...event.payload, endedOn: endedOn.toString() };
      return ok({ next: { ...agreement, endedOn, endReason: reason }, events: [{ type: event.type, payload }] });
    },
  );
  return done.ok || !isEarlier ? ok(null) : refuse(done.refusal);
}
