/** Writing an LHP: a version is begun, its texts are sections that two may write at once, its conclusion and corrective actions are its own. */
import { agencyById } from '../../../directory/index.ts';
import type { Actor, Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, type Conclusion, respondentsOf, teamOf } from '../../rules/case.ts';
import { type CaseEvent, type Circumstances, decision } from '../../rules/decision.ts';
import { type Lhp, type LhpSection, lhpDocument, type OtherLimit } from '../../rules/findings/lhp.ts';
import { mayWork, standingsWith } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { insertDiscussion } from '../../store/findings/discussions.ts';
import { deleteAction, insertAction, insertLhp, lhpInMaking, lhpsOf, saveConclusion } from '../../store/findings/lhps.ts';
import { sectionsOf } from '../../store/sections/sections.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { type SavedSection, saveSection, saveSectionIn } from '../sections/save-section.ts';

type Done = Promise<Result<Case, CaseRefusal>>;

/** Who writes: an examiner of the team or the head, while the result is written up. */
export function mayWriteLhp(file: Case, actor: Actor): boolean {
  return file.stage === 'reporting' && (mayWork(file, actor, 'case.examine') || mayWork(file, actor, 'case.decide'));
}

/** Why the draft cannot be written on now. */
function refusal(file: Case, actor: Actor, lhp: Lhp | undefined): CaseRefusal | undefined {
  if (file.stage !== 'reporting') return 'case.not-now';
  if (!mayWriteLhp(file, actor)) return 'case.not-yours';
  if (!lhp) return 'case.lhp-absent';
  return lhp.state === 'draft' ? undefined : 'case.lhp-handed-in';
}

/** Begins the next version. A re-examination goes on from the texts of the version before it. */
export function beginLhp(tools: Tools, actor: Officer, target: CaseTarget): Done {
  return decide(tools, actor, target, async (file, { at, newId }, tx) => {
    if (file.stage !== 'reporting') return refuse('case.not-now');
    if (!mayWriteLhp(file, actor)) return refuse('case.not-yours');
    const versions = await lhpsOf(tx, file.id);
    // Two who begin at once begin the same one.
    if (versions.some((one) => one.issuedAt === null)) return decision(file, { events: [] });
    const before = versions[0];
    const lhp = { caseId: file.id, id: newId(), no: (before?.no ?? 0) + 1, by: actor.personId, at };
    await insertLhp(tx, lhp);
    if (before) {
      for (const [section, { text }] of await sectionsOf(tx, file.id, lhpDocument(before))) {
        await saveSectionIn(
          tx,
          actor,
          { kind: 'case', id: file.id },
          { document: lhpDocument(lhp), section, text, baseRevision: 0 },
          at,
        );
      }
    }
    return decision(file, { events: [{ type: 'lhp-begun', payload: { lhp: lhp.id, no: lhp.no } }] });
  });
}

/** Saves one of the texts; see `saveSection` for what happens when two save at once. */
export async function saveLhpSection(
  tools: Tools,
  actor: Officer,
  order: { readonly caseId: string; readonly section: LhpSection; readonly text: string; readonly baseRevision: number },
): Promise<Result<SavedSection, CaseRefusal>> {
  const lhp = await lhpInMaking(tools.db, order.caseId);
  if (!lhp) return refuse('case.lhp-absent');
  return saveSection(tools, actor, { ...order, document: lhpDocument(lhp) }, (file) => refusal(file, actor, lhp) ?? true);
}

function onDraft(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  work: (lhp: Lhp, file: Case, circumstances: Circumstances, tx: Tx) => Promise<CaseEvent | CaseRefusal>,
): Done {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const lhp = await lhpInMaking(tx, file.id);
    const why = refusal(file, actor, lhp);
    if (why || !lhp) return refuse(why ?? 'case.lhp-absent');
    const done = await work(lhp, file, circumstances, tx);
    return typeof done === 'string' ? refuse(done) : decision(file, { events: [done] });
  });
}

export function concludeLhp(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  typed: { readonly conclusion: Conclusion; readonly endedReason: string },
): Done {
  return onDraft(tools, actor, target, async (lhp, _file, _circumstances, tx) => {
    const endedReason = typed.conclusion === 'ended' ? typed.endedReason.trim() : '';
    if (typed.conclusion === 'ended' && endedReason === '') return 'case.reason-missing';
    if (endedReason.length > LONGEST_TEXT) return 'case.text-too-long';
    await saveConclusion(tx, lhp, { conclusion: typed.conclusion, endedReason, by: actor.personId });
    return { type: 'lhp-concluded', payload: { lhp: lhp.id, conclusion: typed.conclusion } };
  });
}

export interface ActionOrder {
  /** Of a respondent of the case; its agency and position are taken over. */
  readonly respondentId: string;
  readonly text: string;
  readonly evidenceAsked: string;
  readonly otherLimit: OtherLimit | null;
}

const MOST_ACTIONS = 50;
/** One line of the document, and of the agency's page. */
const LONGEST_ACTION = 2000;

export function addAction(tools: Tools, actor: Officer, target: CaseTarget, order: ActionOrder): Done {
  return onDraft(tools, actor, target, async (lhp, file, _circumstances, tx) => {
    const respondent = respondentsOf(file).find(({ id }) => id === order.respondentId);
    if (!respondent || !(await agencyById(tx, respondent.agencyId))) return 'case.party-missing';
    const [text, evidenceAsked] = [order.text.trim(), order.evidenceAsked.trim()];
    if (text === '' || evidenceAsked === '') return 'case.text-missing';
    if (Math.max(text.length, evidenceAsked.length) > LONGEST_ACTION || lhp.actions.length >= MOST_ACTIONS)
      return 'case.text-too-long';
    const limit = order.otherLimit;
    if (limit && (limit.reason.trim() === '' || !Number.isInteger(limit.value) || limit.value < 1 || limit.value > 999)) {
      return 'case.limit-reason-missing';
    }
    const no = Math.max(0, ...lhp.actions.map((one) => one.no)) + 1;
    await insertAction(
      tx,
      lhp,
      {
        no,
        agencyId: respondent.agencyId,
        position: respondent.position,
        text,
        evidenceAsked,
        otherLimit: limit && { ...limit, reason: limit.reason.trim() },
        obligationId: null,
      },
      actor.personId,
    );
    return { type: 'lhp-action-added', payload: { lhp: lhp.id, no, agency: respondent.agencyId } };
  });
}

export function removeAction(tools: Tools, actor: Officer, target: CaseTarget, no: number): Done {
  return onDraft(tools, actor, target, async (lhp, _file, _circumstances, tx) => {
    if (!lhp.actions.some((one) => one.no === no)) return 'case.not-now';
    await deleteAction(tx, lhp, no);
    return { type: 'lhp-action-removed', payload: { lhp: lhp.id, no } };
  });
}

/** People who can have taken part: the team and whoever records it. */
export function discussants(file: Case, actor: Officer): readonly string[] {
  return [...new Set([...teamOf(file).map(({ personId }) => personId), actor.personId])];
}

/** Bedah laporan: recorded by the head, who leads it (PO 48/2020 art. 25). Internal. */
export function recordDiscussion(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  typed: { readonly heldOn: Day; readonly personIds: readonly string[]; readonly said: string },
): Done {
  return onDraft(tools, actor, target, async (lhp, file, { at, newId }, tx) => {
    if (standingsWith(file, actor, 'case.decide').length === 0) return 'case.not-yours';
    const known = discussants(file, actor);
    const personIds = [...new Set([actor.personId, ...typed.personIds.filter((id) => known.includes(id))])];
    if (personIds.length < 2) return 'case.person-missing';
    const said = typed.said.trim();
    if (said === '') return 'case.text-missing';
    if (said.length > LONGEST_TEXT) return 'case.text-too-long';
    const id = newId();
    const { heldOn } = typed;
    await insertDiscussion(tx, file.id, lhp.id, { id, heldOn, personIds, said, recordedBy: actor.personId, recordedAt: at });
    return {
      type: 'lhp-discussed',
      payload: { lhp: lhp.id, discussion: id, heldOn: heldOn.toString(), people: personIds.length },
    };
  });
}
