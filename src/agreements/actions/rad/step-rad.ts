/** The way of an action plan, step by step: handing in, reviewing, adopting. Plan, notes and events are written in one transaction. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { FileRefusal } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { daysInOrder, missingFacts } from '../../rules/draft.ts';
import type { Factor } from '../../rules/kinds.ts';
import { move } from '../../rules/move.ts';
import { FACTOR_CODES, NOTE_LIMIT, planFlaws } from '../../rules/rad/handing-in.ts';
import type { RadAction, RadNeed } from '../../rules/rad/rad.transitions.ts';
import { moveRad, type Rad, waitsFor } from '../../rules/rad/rad.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { linesOf } from '../../store/lines.ts';
import { answerNote, insertNotes, loadRad, notesOf, type RadNote, saveRad } from '../../store/rad/rads.ts';
import { type AgreementTarget, changeAgreementIn } from '../change.ts';
import { type Incoming, keepOrRemove, recordFileIn, takeForAgreement } from '../files/attach-file.ts';
import { endEarlierEdition } from './amend-adopted.ts';
import { catchUp } from './catch-up.ts';
import { peopleOn, tell } from './tell.ts';

export interface RadStepOrder {
  readonly action: Exclude<RadAction, 'adopt'>;
  readonly reason?: string;
  /** Why a factor has no line. */
  readonly gaps?: Readonly<Partial<Record<Factor, string>>>;
  /** What the reviewer says, by line; `null` = of the plan as a whole. */
  readonly notes?: readonly { readonly lineId: string | null; readonly text: string }[];
  /** What the government did about each note, by the note's id. */
  readonly answers?: Readonly<Record<string, string>>;
}

export interface RefusedStep {
  readonly code: AgreementRefusal | FileRefusal;
  readonly field: string;
}

type Answer = Promise<Result<Agreement, readonly RefusedStep[]>>;

interface Prepared {
  readonly met: readonly RadNeed[];
  readonly rad: Rad;
  readonly notes: readonly RadNote[];
}

export function stepRad(tools: Tools, actor: Actor, target: AgreementTarget, order: RadStepOrder): Answer {
  return orRollBack(tools, async (tx) => {
    let flaws: readonly RefusedStep[] = [];
    const done = await changeAgreementIn(tools, tx, actor, target, async (agreement, { at, newId }) => {
      const before = await loadRad(tx, agreement.id, true);
      if (!before) return refuse('agreement.not-now');
      // Who may not is told so before anything else is judged.
      const allowed = moveRad(actor, agreement, before, { action: order.action, at, reason: order.reason ?? '', met: ALL_MET });
      if (!allowed.ok) return allowed;
      const prepared = await prepare(tx, agreement, before, order, { at, actor, newId });
      if (!prepared.ok) {
        flaws = prepared.refusal;
        return refuse((prepared.refusal[0] as { code: AgreementRefusal }).code);
      }
      const moved = moveRad(actor, agreement, prepared.value.rad, {
        ...{ action: order.action, at, reason: order.reason ?? '', met: prepared.value.met },
      });
      if (!moved.ok) return moved;
      const { rad, isUnderReview, event } = moved.value;
      await saveRad(tx, rad);
      await insertNotes(tx, agreement.id, prepared.value.notes);
      for (const [id, text] of Object.entries(order.answers ?? {}))
        if (order.action === 'hand-in' && isUuid(id) && text.trim() !== '')
          await answerNote(tx, agreement.id, id, text.trim(), at);
      const events = [{ type: event.type, payload: { ...event.payload, notes: prepared.value.notes.length } }];
      if (order.action !== 'drop') {
        await tellNext(tools, tx, agreement, rad, order.action);
        return ok({ next: { ...agreement, isUnderReview }, events });
      }
      const dropped = move({ ...agreement, isUnderReview: false }, 'drop', actor, { reason: order.reason ?? '' });
      if (!dropped.ok) return dropped;
      return ok({ next: dropped.value.agreement, events: [...events, dropped.value.event] });
    });
    return done.ok ? done : refuse(flaws.length > 0 ? flaws : [{ code: done.refusal, field: fieldOf(done.refusal) }]);
  });
}

const ALL_MET: readonly RadNeed[] = ['complete', 'answered', 'words', 'decree'];

function fieldOf(code: AgreementRefusal): string {
  return code === 'agreement.reason-missing' || code === 'agreement.text-too-long' ? 'reason' : 'step';
}

async function prepare(
  tx: Tx,
  agreement: Agreement,
  before: Rad,
  order: RadStepOrder,
  { at, actor, newId }: { readonly at: Rad['stateAt']; readonly actor: Actor; readonly newId: () => string },
): Promise<Result<Prepared, readonly RefusedStep[]>> {
  if ((order.reason ?? '').length > NOTE_LIMIT) return refuse([{ code: 'agreement.text-too-long', field: 'reason' }]);
  const lines = await linesOf(tx, agreement.id);
  if (order.action === 'hand-in') {
    const gaps = Object.fromEntries(
      FACTOR_CODES.flatMap((factor) => {
        const why = (order.gaps?.[factor] ?? before.gaps[factor] ?? '').trim();
        return why === '' ? [] : [[factor, why]];
      }),
    ) as Rad['gaps'];
    const said = await notesOf(tx, agreement.id);
    const flaws: RefusedStep[] = [...planFlaws(lines, gaps)];
    for (const note of said.filter(({ handIn, answer }) => handIn === before.handIns && answer === null)) {
      const text = (order.answers?.[note.id] ?? '').trim();
      if (text === '') flaws.push({ code: 'agreement.rad-unanswered', field: `answer-${note.id}` });
      if (text.length > NOTE_LIMIT) flaws.push({ code: 'agreement.text-too-long', field: `answer-${note.id}` });
    }
    return flaws.length > 0 ? refuse(flaws) : ok({ met: ['complete', 'answered'], rad: { ...before, gaps }, notes: [] });
  }
  // A note beside an acceptance is advice: it is kept, and nothing waits for an answer.
  if (order.action !== 'return' && order.action !== 'accept') return ok({ met: [], rad: before, notes: [] });
  const step = before.state === 'with-ministry' ? ('ministry' as const) : ('province' as const);
  const notes = (order.notes ?? [])
    .map(({ lineId, text }) => ({ lineId, text: text.trim() }))
    .filter(({ lineId, text }) => text !== '' && (lineId === null || lines.some(({ id }) => id === lineId)));
  const long = notes.filter(({ text }) => text.length > NOTE_LIMIT);
  if (long.length > 0)
    return refuse(long.map(({ lineId }) => ({ code: 'agreement.text-too-long', field: `note-${lineId ?? 'all'}` })));
  return ok({
    met: notes.length > 0 ? ['words'] : [],
    rad: before,
    notes: notes.map(({ lineId, text }) => ({
      ...{ id: newId(), handIn: before.handIns, step, lineId, text, author: actorReference(actor), at },
      ...{ answer: null, answeredAt: null },
    })),
  });
}

/** Whose turn it is hears of it; so does the government when its plan goes on without it. */
async function tellNext(tools: Tools, tx: Tx, agreement: Agreement, rad: Rad, action: RadAction): Promise<void> {
  const next = action === 'adopt' ? 'province' : waitsFor(rad.state);
  if (next === null || action === 'take-back' || action === 'amend') return;
  const today = dayOf(rad.stateAt, agreement.zone);
  const people = new Set(await peopleOn(tx, next, rad, today));
  if (action !== 'hand-in') for (const id of await peopleOn(tx, 'government', rad, today)) people.add(id);
  await tell(tools, tx, people, {
    ...{ purpose: 'agreement.rad-step', object: { kind: 'agreement', id: agreement.id } },
    stage: `${rad.state}:${rad.handIns}`,
    details: { code: agreement.code, state: rad.state },
  });
}

export interface DecreeOrder {
  readonly number: string;
  readonly decidedOn: Day | null;
  /** '' days = from the decree on, to the end of the last year. */
  readonly inForceFrom: Day | null;
  readonly upload: Incoming | null;
}

/** The decree with its scan makes the plan a signed record, public from then on. */
export async function adoptRad(tools: Tools, actor: Actor, target: AgreementTarget, order: DecreeOrder): Answer {
  const number = order.number.trim();
  const flaws: RefusedStep[] = [];
  if (number === '') flaws.push({ code: 'agreement.rad-decree-missing', field: 'number' });
  if (number.length > 200) flaws.push({ code: 'agreement.text-too-long', field: 'number' });
  if (order.decidedOn === null) flaws.push({ code: 'agreement.day-wrong', field: 'decidedOn' });
  if (order.upload === null) flaws.push({ code: 'agreement.rad-decree-missing', field: 'decree' });
  if (flaws.length > 0 || order.decidedOn === null || order.upload === null) return refuse(flaws);
  const decidedOn = order.decidedOn;
  const taken = await takeForAgreement(tools, 'scan', order.upload);
  if (!taken.ok) return refuse([{ code: taken.refusal, field: 'decree' }]);
  return keepOrRemove(tools, [taken.value], () =>
    orRollBack<Agreement, readonly RefusedStep[]>(tools, async (tx) => {
      const done = await changeAgreementIn(tools, tx, actor, target, async (agreement, { at }) => {
        const rad = await loadRad(tx, agreement.id, true);
        if (!rad) return refuse('agreement.not-now');
        const moved = moveRad(actor, agreement, rad, { action: 'adopt', at, met: ['decree'] });
        if (!moved.ok) return moved;
        const caught = await catchUp(tools, tx, actor, agreement);
        if (!caught.ok) return caught;
        const inForceFrom = order.inForceFrom ?? decidedOn;
        const kept = (await linesOf(tx, agreement.id)).filter(({ state }) => state !== 'dropped');
        const dated: Agreement = {
          ...{ ...agreement, isUnderReview: false, isAdopted: true, signedOn: decidedOn, inForceFrom, evidence: 'record' },
          programmes: [...new Set(kept.map(({ programme }) => programme))],
          inForceUntil: Temporal.PlainDate.from({ year: agreement.yearUntil ?? inForceFrom.year, month: 12, day: 31 }),
          parties: agreement.parties.map((party) =>
            party.agencyId === rad.governmentId ? { ...party, ownNumber: number } : party,
          ),
        };
        if (Temporal.PlainDate.compare(decidedOn, dayOf(at, agreement.zone)) > 0) return refuse('agreement.signed-in-future');
        if (!daysInOrder(dated)) return refuse('agreement.days-out-of-order');
        const recorded = move(dated, 'record', actor, { met: missingFacts(dated).length === 0 ? ['facts'] : [] });
        if (!recorded.ok) return recorded;
        const title = `SK ${number}`.slice(0, 200);
        const file = await recordFileIn(
          tools,
          tx,
          actor,
          { agreementId: agreement.id, kind: 'scan', partId: null, title, isPublic: true },
          taken.value,
          at,
        );
        await saveRad(tx, { ...moved.value.rad, decreeNumber: number });
        const replaced = await endEarlierEdition(tools, tx, actor, recorded.value.agreement);
        if (!replaced.ok) return replaced;
        await tellNext(tools, tx, agreement, moved.value.rad, 'adopt');
        const payload = { ...moved.value.event.payload, file: file.id, decidedOn: decidedOn.toString() };
        return ok({ next: recorded.value.agreement, events: [recorded.value.event, { type: moved.value.event.type, payload }] });
      });
      return done.ok ? done : refuse([{ code: done.refusal, field: ADOPT_FIELDS[done.refusal] ?? 'step' }]);
    }),
  );
}

const ADOPT_FIELDS: Readonly<Partial<Record<AgreementRefusal, string>>> = {
  'agreement.signed-in-future': 'decidedOn',
  'agreement.days-out-of-order': 'inForceFrom',
  'agreement.rad-edition-days': 'inForceFrom',
};
