/**
 * What a plenary decides on one case, exactly once. The case and then the meeting are locked: of two chairs, two tabs or two submits at the same
 * moment the second finds the case decided, and nothing of its decision is kept.
 */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import type { Entry } from '../../rules/decision.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT, take } from '../../rules/take.ts';
import {
  DECISION_LABELS,
  DECISION_STEPS,
  type Dissent,
  PLENARY_DECISIONS,
  type Plenary,
  type PlenaryDecision,
} from '../../rules/verification/plenary.ts';
import { maySeePlenary } from '../../rules/verification/plenary-permissions.ts';
import { type Counted, countFor, hasQuorum } from '../../rules/verification/quorum.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { loadPlenary, loadPlenaryForUpdate, membersOf, updatePlenary } from '../../store/verification/plenaries.ts';
import { itemsOf, saveDiscussion, saveItemDecision } from '../../store/verification/plenary-items.ts';
import { decide } from '../decide.ts';
import { draftDocumentIn } from '../documents/draft-document.ts';
import { conflictsAmong } from './conflicts.ts';
import { PLENARY_FILE } from './on-plenary.ts';

export interface ItemTarget {
  readonly plenaryId: string;
  readonly caseId: string;
}

export interface DecisionOrder {
  readonly decision: string;
  /** Internal: it never leaves the Ombudsman. */
  readonly discussion: string;
  /** Of a refusal or closing as the reporter reads them; of a postponement internal. */
  readonly reasons: string;
  readonly dissents: readonly Dissent[];
  /** Obligations of the case still open were shown and seen. */
  readonly openObligationsSeen?: boolean;
}

/** Who counts for this case. */
export interface ItemQuorum extends Counted {
  readonly excluded: ReadonlySet<string>;
  readonly percent: number;
  readonly isReached: boolean;
}

/** Members with a conflict of interest count on neither side. @throws when the meeting was not opened */
export async function quorumFor(tools: Tools, tx: Tx | Tools['db'], plenary: Plenary, file: Case): Promise<ItemQuorum> {
  const members = await membersOf(tx, plenary.id);
  const ids = members.map((each) => each.personId);
  const excluded = new Set((await conflictsAmong(tools, tx, file, ids, tools.clock.now())).keys());
  const counted = countFor(members, excluded);
  if (plenary.quorumPercent === null) throw new TypeError('a meeting that was not opened has no quorum');
  return { ...counted, excluded, percent: plenary.quorumPercent, isReached: hasQuorum(counted, plenary.quorumPercent) };
}

export function decideItem(
  tools: Tools,
  actor: Actor,
  target: ItemTarget,
  order: DecisionOrder,
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, { caseId: target.caseId, version: null }, async (file, circumstances, tx) => {
    const { at, newId } = circumstances;
    const plenary = await loadPlenaryForUpdate(tx, target.plenaryId);
    if (!plenary || actor.kind !== 'officer' || !maySeePlenary(actor, plenary)) return refuse('case.absent');
    const item = (await itemsOf(tx, plenary.id)).find((each) => each.caseId === file.id);
    if (!item) return refuse('case.absent');
    if (item.decision !== null) return refuse('case.already-decided');
    if (plenary.state !== 'open') return refuse('case.plenary-not-now');
    const decision = PLENARY_DECISIONS.find((each) => each === order.decision);
    if (!decision) return refuse('case.decision-missing');
    const [reasons, discussion] = [order.reasons.trim(), order.discussion.trim()];
    const dissents = order.dissents.filter((each) => each.opinion.trim() !== '');
    if ([reasons, discussion, ...dissents.map((each) => each.opinion)].some((text) => text.length > LONGEST_TEXT))
      return refuse('case.text-too-long');
    const step = DECISION_STEPS[decision];
    if (step.needsReasons && reasons === '') return refuse('case.reason-missing');
    const members = await membersOf(tx, plenary.id);
    if (members.some((each) => each.isPresent === null)) return refuse('case.plenary-attendance');
    const quorum = await quorumFor(tools, tx, plenary, file);
    if (quorum.excluded.has(actor.personId)) return refuse('case.decider-conflict');
    if (!quorum.isReached) return refuse('case.no-quorum');
    // Somebody from an office above may lead where the head of this one may not; a member leads only when there.
    if (members.some((each) => each.personId === actor.personId && !each.isPresent)) return refuse('case.decider-absent');
    const deciding = new Set(
      members.filter((each) => each.isPresent && !quorum.excluded.has(each.personId)).map((each) => each.personId),
    );
    if (dissents.some((each) => !deciding.has(each.personId))) return refuse('case.dissent-not-member');
    const taken = take(file, step.action, circumstances, {
      reason: reasons,
      met: ['plenary-decided'],
      ...(order.openObligationsSeen ? { openObligationsSeen: true } : {}),
    });
    if (!taken.ok) return taken;
    const saved = await saveItemDecision(tx, plenary.id, file.id, {
      decision,
      discussion,
      reasons,
      members: quorum.members,
      present: quorum.present,
      excludedPersonIds: members.map((each) => each.personId).filter((id) => quorum.excluded.has(id)),
      dissents: dissents.map((each) => ({ personId: each.personId, opinion: each.opinion.trim() })),
      by: actor.personId,
      at,
    });
    if (!saved) return refuse('case.already-decided');
    await updatePlenary(tx, plenary, {});
    const facts = { plenary: plenary.id, decision, members: quorum.members, present: quorum.present, dissents: dissents.length };
    await appendEvents(tools, tx, { kind: PLENARY_FILE, id: plenary.id }, [
      { type: 'case-decided', at, actor: actorReference(actor), payload: { case: file.id, ...facts } },
    ]);
    if (decision === 'refuse' || decision === 'close') await draftNotice(tools, tx, actor, file, decision, reasons);
    const id = newId();
    return ok({
      file: taken.value.file,
      events: [taken.value.event, { type: 'plenary-decided', payload: { ...facts, ...(reasons === '' ? {} : { entry: id }) } }],
      entries: reasons === '' ? [] : [entryOf(id, file, plenary, decision, reasons)],
      news: [...step.news],
    });
  });
}

/** Why a report is refused or closed is the reporter's to read; why it waits is not. */
function entryOf(id: string, file: Case, plenary: Plenary, decision: PlenaryDecision, reasons: string): Entry {
  const audience = decision === 'postpone' ? 'internal' : 'reporter';
  return { id, kind: 'plenary-decision', audience, text: reasons, partId: plenary.id, agencyId: file.officeId };
}

/** The letter with the decision and its reasons; somebody reviews and the head seals it among the documents of the case. */
async function draftNotice(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  file: Case,
  decision: PlenaryDecision,
  reasons: string,
): Promise<void> {
  if (file.tip || (file.access !== 'LM' && file.access !== 'RCO')) return;
  await draftDocumentIn(tools, tx, actor, {
    subject: { kind: 'case', id: file.id },
    kind: 'refusal-notice',
    fields: { decision: `laporan ${DECISION_LABELS[decision].id.toLowerCase()}`, ground: reasons },
    addressees: [{ kind: 'reporter', agencyId: null, position: '', personId: null, name: '' }],
  });
}

/** Keeps what was discussed so far. Any member who takes part may write; two at once are told. */
export function keepDiscussion(
  tools: Tools,
  actor: Actor,
  target: ItemTarget,
  order: { readonly discussion: string; readonly version: number },
): Promise<Result<null, CaseRefusal>> {
  return orRollBack(tools, async (tx): Promise<Result<null, CaseRefusal>> => {
    const opened = await openItem(tools, tx, actor, target);
    if (!opened) return refuse('case.absent');
    if (order.discussion.length > LONGEST_TEXT) return refuse('case.text-too-long');
    if (opened.plenary.state !== 'planned' && opened.plenary.state !== 'open') return refuse('case.plenary-not-now');
    if (opened.item.decision !== null) return refuse('case.already-decided');
    const item = { ...target, version: order.version };
    return (await saveDiscussion(tx, item, order.discussion.trim())) ? ok(null) : refuse('case.plenary-moved-on');
  });
}

export type OpenedItem = NonNullable<Awaited<ReturnType<typeof openItem>>>;

/** A case on an agenda, for somebody who may see both; whoever has a conflict of interest finds neither. */
export async function openItem(tools: Tools, db: Tx | Tools['db'], actor: Actor, target: ItemTarget) {
  const plenary = await loadPlenary(db, target.plenaryId);
  const file = plenary && maySeePlenary(actor, plenary) ? await loadCase(db, target.caseId) : undefined;
  if (!plenary || !file || actor.kind !== 'officer' || viewOf(file, actor) !== 'officer') return undefined;
  const item = (await itemsOf(db, plenary.id)).find((each) => each.caseId === file.id);
  if (!item) return undefined;
  if ((await conflictsAmong(tools, db, file, [actor.personId], tools.clock.now())).size > 0) return undefined;
  return { plenary, file, item };
}
