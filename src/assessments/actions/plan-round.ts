/** A round begins as a plan: period, instrument version, who runs it, the seed of its draws. */
import { agencyById } from '../../directory/index.ts';
import { type Actor, actorReference, positionsWith } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { dayOf } from '../../kernel/time.ts';
import { lawBook } from '../../law/index.ts';
import { appendEvents, type Json } from '../../platform/audit/index.ts';
import { orRollBack } from '../../platform/database/or-roll-back.ts';
import type { Tools } from '../../platform/tools.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { type FieldRefusal, type RoundFacts, type RoundOrder, readRoundOrder } from '../rules/round-order.ts';
import { assessmentsOfRound } from '../store/assessments.ts';
import { instrumentRecord } from '../store/instruments.ts';
import { insertRound } from '../store/rounds.ts';
import { onRound, type RoundTarget } from './on-round.ts';

/** Everything that is wrong with what was typed; `field` is `''` for what is about the round as a whole. */
export type PlanRefusal = readonly FieldRefusal[];

const whole = (code: AssessmentRefusal): PlanRefusal => [{ field: '', code }];

/**
 * Plans a round. `ownerAgencyId`: an office of the Ombudsman where the actor plans, or one below.
 *
 * @returns its id
 */
export async function planRound(
  tools: Tools,
  actor: Actor,
  order: RoundOrder & { readonly ownerAgencyId: string; readonly isExample?: boolean },
): Promise<Result<string, PlanRefusal>> {
  if (actor.kind !== 'officer' || positionsWith(actor, 'assessment.plan').length === 0)
    return refuse(whole('assessment.not-yours'));
  const owner = await agencyById(tools.db, order.ownerAgencyId);
  const plans = owner && positionsWith(actor, 'assessment.plan').some((held) => owner.path.includes(held.agencyId));
  const facts = readRoundOrder(order, await given(tools, order));
  const wrong = [
    ...(plans ? [] : [{ field: 'ownerAgencyId', code: 'assessment.owner-wrong' } as const]),
    ...(facts.ok ? [] : facts.refusal),
  ];
  if (!facts.ok || wrong.length > 0) return refuse(wrong);
  return orRollBack(tools, async (tx) => {
    const instrument = await instrumentRecord(tx, facts.value.instrumentId, facts.value.instrumentVersion);
    if (instrument?.state !== 'published')
      return refuse<PlanRefusal>([{ field: 'instrument', code: 'assessment.instrument-unknown' }]);
    const [id, at] = [tools.random.id(), tools.clock.now()];
    const isNew = await insertRound(
      tx,
      {
        id,
        ...facts.value,
        ownerAgencyId: order.ownerAgencyId,
        state: 'planned',
        isExample: order.isExample ?? false,
        openedAt: null,
        createdBy: actor.personId,
      },
      at,
    );
    if (!isNew) return refuse<PlanRefusal>([{ field: 'code', code: 'assessment.code-taken' }]);
    const payload = { ...told(facts.value), ownerAgencyId: order.ownerAgencyId };
    const event = { type: 'round.planned', at, actor: actorReference(actor), payload };
    await appendEvents(tools, tx, { kind: 'round', id }, [event], { newFile: true });
    return ok(id);
  });
}

/** Changes the plan. Code and owner stay; instrument, year and seed stay once an agency is in it, because units were drawn with them. */
export async function editRound(
  tools: Tools,
  actor: Actor,
  target: RoundTarget,
  order: RoundOrder,
): Promise<Result<undefined, PlanRefusal>> {
  const facts = readRoundOrder(order, await given(tools, order));
  if (!facts.ok) return facts;
  const done = await onRound<undefined>(tools, actor, target, ['planned'], async ({ tx, round, record }) => {
    const next = { ...round, ...facts.value, code: round.code };
    const isFixed = next.instrumentId === round.instrumentId && next.instrumentVersion === round.instrumentVersion;
    const isSame = isFixed && next.year === round.year && next.seed === round.seed;
    if (!isSame && (await assessmentsOfRound(tx, round.id)).length > 0) return refuse('assessment.plan-begun');
    const instrument = await instrumentRecord(tx, next.instrumentId, next.instrumentVersion);
    if (!instrument || (instrument.state !== 'published' && !isFixed)) return refuse('assessment.instrument-unknown');
    await record('round.plan-changed', told({ ...facts.value, code: round.code }));
    return ok({ round: next, value: undefined });
  });
  return done.ok ? done : refuse(whole(done.refusal));
}

async function given(tools: Tools, order: RoundOrder) {
  const book = await lawBook(tools);
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const random = Buffer.from(tools.random.bytes(6)).toString('hex');
  return { seed: `${order.code.trim()}-${random}`, replyDays: book.parameter('assessment.reply', today).value };
}

function told(facts: RoundFacts): { [key: string]: Json } {
  return {
    code: facts.code,
    title: facts.title,
    year: facts.year,
    startsOn: facts.startsOn.toString(),
    endsOn: facts.endsOn.toString(),
    instrument: `${facts.instrumentId}/${facts.instrumentVersion}`,
    seed: facts.seed,
    secondRatingPercent: facts.secondRatingPercent,
    selfAssessmentUntil: facts.selfAssessmentUntil?.toString() ?? null,
    replyDays: facts.replyDays,
  };
}
