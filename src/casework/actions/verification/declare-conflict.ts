/** Conflicts of interest: declared by oneself, recorded by the head for others, lifted by the head with a reason. Whoever has one leaves the team. */
import { actorFor, agencyById, holdersOf, personById } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case, Exclusion } from '../../rules/case.ts';
import type { Entry } from '../../rules/decision.ts';
import { mayWork } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { excludedAgencyIds } from '../../rules/visibility.ts';
import { type CaseTarget, decide } from '../decide.ts';

export interface ConflictOrder {
  /** `person` and `relation` name a person, `unit` an agency. One's own is declared as `relation`, with oneself. */
  readonly kind: Exclusion['kind'];
  readonly personId: string | null;
  readonly agencyId: string | null;
  readonly reason: string;
}

/** One's own at any time while one sees the case; those of others by the head. From now on whoever it names does not see the case. */
export function recordConflict(
  tools: Tools,
  actor: Actor,
  target: CaseTarget,
  order: ConflictOrder,
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, async (file, { at, newId }, tx) => {
    const reason = order.reason.trim();
    const isOwn = actor.kind === 'officer' && order.kind !== 'unit' && order.personId === actor.personId;
    if (!isOwn && !mayWork(file, actor, 'case.decide')) return refuse('case.not-yours');
    if (reason === '') return refuse('case.reason-missing');
    if (reason.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const named = await namedIn(tx, order);
    if (!named) return refuse('case.conflict-person');
    if (isKnown(file, order)) return refuse('case.conflict-known');
    const id = newId();
    const exclusion: Exclusion = {
      id,
      kind: order.kind,
      ...named,
      reason,
      declaredBy: actorReference(actor),
      at,
      liftedAt: null,
    };
    const shut: Case = { ...file, exclusions: [...file.exclusions, exclusion] };
    const gone = await leaving(tx, shut, exclusion, at);
    const next: Case = { ...shut, team: file.team.map((each) => (gone.includes(each) ? { ...each, until: at } : each)) };
    await tellHeads(tools, tx, next, actor, gone.length > 0);
    const entry: Entry = { id, kind: 'conflict', audience: 'internal', text: reason, partId: null, agencyId: file.officeId };
    return ok({
      file: next,
      events: [
        {
          type: 'conflict-recorded',
          payload: {
            exclusion: id,
            kind: order.kind,
            person: named.personId,
            agency: named.agencyId,
            entry: id,
            left: gone.length,
          },
        },
      ],
      entries: [entry],
      news: [],
    });
  });
}

async function namedIn(tx: Tx, order: ConflictOrder): Promise<Pick<Exclusion, 'personId' | 'agencyId'> | undefined> {
  if (order.kind === 'unit') {
    const agency = isUuid(order.agencyId ?? '') ? await agencyById(tx as Db, order.agencyId as string) : undefined;
    return agency && { personId: null, agencyId: agency.id };
  }
  const person = isUuid(order.personId ?? '') ? await personById(tx as Db, order.personId as string) : undefined;
  return person && { personId: person.id, agencyId: null };
}

function isKnown(file: Case, order: ConflictOrder): boolean {
  if (order.kind === 'unit') return excludedAgencyIds(file).includes(order.agencyId ?? '');
  return file.exclusions.some((each) => each.liftedAt === null && each.personId === order.personId);
}

/** Members of the team whom the exclusion names, or who hold a position in the unit it names. */
async function leaving(tx: Tx, file: Case, exclusion: Exclusion, at: Moment): Promise<readonly Case['team'][number][]> {
  const present = file.team.filter((each) => each.until === null);
  if (exclusion.personId !== null) return present.filter((each) => each.personId === exclusion.personId);
  const gone = [];
  for (const each of present) {
    const officer = await actorFor(tx as Db, each.personId, dayOf(at, file.zone));
    if (officer?.positions.some((held) => held.agencyPath.includes(exclusion.agencyId ?? ''))) gone.push(each);
  }
  return gone;
}

/** The head must put somebody else on the case. */
async function tellHeads(tools: Tools, tx: Tx, file: Case, actor: Actor, hasLeft: boolean): Promise<void> {
  if (!hasLeft) return;
  const heads = await holdersOf(tx as Db, file.officeId, 'case.decide', dayOf(tools.clock.now(), file.zone));
  for (const id of heads.filter((each) => !(actor.kind === 'officer' && actor.personId === each))) {
    await tools.post(tx, {
      purpose: 'case.member-left',
      object: { kind: 'case', id: file.id },
      recipient: { kind: 'person', id },
      stage: `left:${file.version}`,
      details: { number: file.number, case: file.id },
    });
  }
}

/** The conflict no longer holds, or was recorded by mistake. Who left the team comes back only by a new assignment. */
export function liftConflict(
  tools: Tools,
  actor: Actor,
  target: CaseTarget,
  order: { readonly exclusionId: string; readonly reason: string },
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, (file, { at, newId }) => {
    if (!mayWork(file, actor, 'case.decide')) return refuse('case.not-yours');
    const reason = order.reason.trim();
    if (reason === '') return refuse('case.reason-missing');
    if (reason.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const exclusion = file.exclusions.find((each) => each.id === order.exclusionId && each.liftedAt === null);
    if (!exclusion) return refuse('case.not-now');
    const id = newId();
    return ok({
      file: {
        ...file,
        exclusions: file.exclusions.map((each) => (each === exclusion ? { ...each, liftedAt: at } : each)),
      },
      events: [{ type: 'conflict-lifted', payload: { exclusion: exclusion.id, entry: id } }],
      entries: [{ id, kind: 'conflict', audience: 'internal', text: reason, partId: exclusion.id, agencyId: file.officeId }],
      news: [],
    });
  });
}
