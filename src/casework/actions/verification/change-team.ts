/**
 * The head puts people on a case and takes them off: lead and further examiners, verifier, resolver. In the stages that wait for examiners it is the
 * step `assign`; in others the team changes and the stage stays.
 */
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import { restartClock } from '../../../law/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, runningClock, type TeamMember, type TeamRole, teamOf } from '../../rules/case.ts';
import type { CaseEvent, Circumstances, Entry } from '../../rules/decision.ts';
import { mayWork } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT, take } from '../../rules/take.ts';
import { transfersOf } from '../../store/verification/transfers.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { draftDocumentIn } from '../documents/draft-document.ts';
import { type Candidate, candidatesFor } from './team-candidates.ts';

export interface TeamOrder {
  /** Person ids; `''` = nobody. */
  readonly lead: string;
  readonly examiners: readonly string[];
  readonly verifier: string;
  readonly resolver: string;
  readonly reason: string;
  /** What they are to do, for the assignment letter; empty = no letter is drafted. */
  readonly task: string;
  /** ISO days the letter is in force. */
  readonly from: string;
  readonly until: string;
}

export function changeTeam(tools: Tools, actor: Actor, target: CaseTarget, order: TeamOrder): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    if (actor.kind !== 'officer') return refuse('case.not-yours');
    const reason = order.reason.trim();
    if (reason.length > LONGEST_TEXT || order.task.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const wanted = wantedTeam(order);
    const added = wanted.filter((each) => !teamOf(file, each.role).some((one) => one.personId === each.personId));
    const left = teamOf(file).filter((one) => !wanted.some((each) => each.role === one.role && each.personId === one.personId));
    if (!mayWork(file, actor, 'case.decide')) return refuse('case.not-yours');
    const waits = file.stage === 'assignment' || file.stage === 'examination';
    const examinersChange = [...added, ...left].some((each) => each.role === 'lead' || each.role === 'examiner');
    if (added.length === 0 && left.length === 0) return refuse('case.team-unchanged');
    if (file.stage === 'examination' && !order.lead) return refuse('case.team-lead-missing');
    const candidates = await candidatesFor(tools, tx, file, circumstances.at);
    const refusal = objection(candidates, added);
    if (refusal) return refuse(refusal);
    const isAssigning = waits && examinersChange && order.lead !== '';
    if (!isAssigning && reason === '') return refuse('case.reason-missing');
    const moved = isAssigning ? assign(file, reason, circumstances) : ok({ file, events: [] as CaseEvent[] });
    if (!moved.ok) return moved;
    const continued = isAssigning && file.stage === 'assignment' ? await continueClock(tx, file, moved.value.file) : undefined;
    const next: Case = { ...(continued?.file ?? moved.value.file), team: teamAfter(file, added, left, circumstances.at) };
    const entryId = circumstances.newId();
    if (isAssigning && order.task.trim() !== '') await draftLetter(tools, tx, actor, next, order, candidates);
    await tellMembers(tools, tx, next, added);
    const entries: Entry[] =
      reason === ''
        ? []
        : [{ id: entryId, kind: 'assignment', audience: 'internal', text: reason, partId: null, agencyId: file.officeId }];
    return ok({
      file: next,
      events: [
        ...moved.value.events,
        ...(continued ? [continued.event] : []),
        { type: 'team-changed', payload: { added: told(added), left: told(left), ...(reason === '' ? {} : { entry: entryId }) } },
      ],
      entries,
      news: isAssigning && file.stage === 'assignment' ? ['stage'] : [],
    });
  });
}

interface Placing {
  readonly personId: string;
  readonly role: TeamRole;
}

const told = (each: readonly Placing[]) => each.map(({ personId, role }) => ({ person: personId, role }));

/** Nobody is lead and examiner at once. */
function wantedTeam(order: TeamOrder): readonly Placing[] {
  const one = (role: TeamRole, personId: string): Placing[] => (personId === '' ? [] : [{ role, personId }]);
  return [
    ...one('lead', order.lead),
    ...[...new Set(order.examiners)].filter((each) => each !== order.lead).flatMap((each) => one('examiner', each)),
    ...one('verifier', order.verifier),
    ...one('resolver', order.resolver),
  ];
}

function objection(candidates: readonly Candidate[], added: readonly Placing[]): CaseRefusal | undefined {
  for (const { personId, role } of added) {
    const candidate = candidates.find((each) => each.personId === personId && each.roles.includes(role));
    if (!candidate) return 'case.team-person';
    if (candidate.conflict) return 'case.team-conflict';
  }
  return undefined;
}

function assign(
  file: Case,
  reason: string,
  circumstances: Circumstances,
): Result<{ readonly file: Case; readonly events: CaseEvent[] }, CaseRefusal> {
  const taken = take(file, 'assign', circumstances, { reason });
  return taken.ok ? ok({ file: taken.value.file, events: [taken.value.event] }) : taken;
}

/**
 * A case that another office took over in the middle of its examination is not given new time: the clock that was stopped at the transfer runs on, as
 * if it had never stopped.
 */
async function continueClock(
  tx: Tx,
  before: Case,
  after: Case,
): Promise<{ readonly file: Case; readonly event: CaseEvent } | undefined> {
  const [latest] = (await transfersOf(tx, before.id)).filter((each) => each.state === 'accepted');
  const fresh = runningClock(after, 'stage');
  if (!latest || !fresh) return undefined;
  const stopped = before.clocks.findLast(
    (each) => each.kind === 'stage' && each.limit.rule === fresh.limit.rule && each.stoppedAt !== null,
  );
  // A plenary or another assignment since then has begun an examination of its own.
  if (!stopped?.stoppedAt || !latest.decidedAt?.equals(stopped.stoppedAt)) return undefined;
  const clocks = after.clocks
    .filter((each) => each.id !== fresh.id)
    .map((each) => (each.id === stopped.id ? restartClock(each) : each));
  return {
    file: { ...after, clocks },
    event: { type: 'clock-continued', payload: { clock: stopped.id, rule: stopped.limit.rule, dueAt: stopped.dueAt.toString() } },
  };
}

function teamAfter(file: Case, added: readonly Placing[], left: readonly TeamMember[], at: Moment): readonly TeamMember[] {
  const stayed = file.team.map((each) => (left.includes(each) ? { ...each, until: at } : each));
  return [...stayed, ...added.map(({ personId, role }): TeamMember => ({ personId, role, since: at, until: null }))];
}

/** Surat tugas: a draft among the documents of the case, which the head seals. */
async function draftLetter(
  tools: Tools,
  tx: Tx,
  actor: Officer,
  file: Case,
  order: TeamOrder,
  candidates: readonly Candidate[],
): Promise<void> {
  const named = (personId: string, as: string) => {
    const person = candidates.find((each) => each.personId === personId);
    return person ? [`${person.name}, ${as}`] : [];
  };
  const assigned = [
    ...named(order.lead, 'ketua tim pemeriksa'),
    ...order.examiners.filter((each) => each !== order.lead).flatMap((each) => named(each, 'pemeriksa')),
  ];
  await draftDocumentIn(tools, tx, actor, {
    subject: { kind: 'case', id: file.id },
    kind: 'assignment',
    fields: { assigned: assigned.join('\n'), task: order.task.trim(), from: order.from, until: order.until },
    addressees: [],
  });
}

async function tellMembers(tools: Tools, tx: Tx, file: Case, added: readonly Placing[]): Promise<void> {
  for (const personId of new Set(added.map((each) => each.personId))) {
    await tools.post(tx, {
      purpose: 'case.assigned',
      object: { kind: 'case', id: file.id },
      recipient: { kind: 'person', id: personId },
      stage: `assigned:${file.version}`,
      details: { number: file.number, case: file.id },
    });
  }
}
