/** The verifier's steps: formal verification passed, submitted to the plenary, taken up again after it lapsed. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { decision, type Entry } from '../../rules/decision.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { take } from '../../rules/take.ts';
import { areAnswered, isFormalMet } from '../../rules/verification/checks.ts';
import { PROPOSALS, type Proposal } from '../../rules/verification/plenary.ts';
import { insertProposal } from '../../store/verification/checks.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { freezeComputed } from './answer-checks.ts';
import { gatherChecks } from './gather-checks.ts';

export type VerifyOutcome = Promise<Result<Case, CaseRefusal>>;

/** Every formal requirement is met: on to the material ones. */
export function passFormal(tools: Tools, actor: Actor, target: CaseTarget): VerifyOutcome {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const { standings } = await gatherChecks(tools, tx, file);
    const taken = take(file, 'pass-formal', circumstances, isFormalMet(standings) ? { met: ['formal-met'] } : {});
    if (!taken.ok) return taken;
    await freezeComputed(tx, file, standings, circumstances);
    return decision(taken.value.file, { events: [taken.value.event], news: ['stage'] });
  });
}

export interface ProposalOrder {
  readonly proposal: string;
  readonly reasons: string;
}

/** To the plenary with a proposal: from material verification, or straight from the formal one when it plainly cannot be taken up. */
export function submitToPlenary(tools: Tools, actor: Actor, target: CaseTarget, order: ProposalOrder): VerifyOutcome {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const proposal = PROPOSALS.find((each) => each === order.proposal);
    if (!proposal) return refuse('case.proposal-missing');
    const reasons = order.reasons.trim();
    if (reasons === '') return refuse('case.reason-missing');
    const { standings } = await gatherChecks(tools, tx, file);
    const taken = take(file, 'submit-to-plenary', circumstances, {
      reason: reasons,
      met: areAnswered(file, standings) ? ['checks-answered'] : [],
    });
    if (!taken.ok) return taken;
    await freezeComputed(tx, file, standings, circumstances);
    const id = circumstances.newId();
    await insertProposal(tx, file.id, { id, ...kept(proposal, reasons), author: authorOf(actor), at: circumstances.at });
    const entry: Entry = { id, kind: 'proposal', audience: 'internal', text: reasons, partId: null, agencyId: file.officeId };
    return decision(taken.value.file, {
      events: [taken.value.event, { type: 'proposed', payload: { proposal, entry: id } }],
      entries: [entry],
      news: ['stage'],
    });
  });
}

const kept = (proposal: Proposal, reasons: string) => ({ proposal, reasons });
const authorOf = (actor: Actor): string => (actor.kind === 'officer' ? `person:${actor.personId}` : actor.kind);

/** A report that was deemed withdrawn, or was withdrawn, is verified again. Nothing of it was deleted, so everything is still there. */
export function reviveCase(tools: Tools, actor: Actor, target: CaseTarget, reason: string): VerifyOutcome {
  return decide(tools, actor, target, (file, circumstances) => {
    const taken = take(file, 'revive', circumstances, { reason });
    if (!taken.ok) return taken;
    const id = circumstances.newId();
    return ok({
      file: taken.value.file,
      events: [taken.value.event, { type: 'reason-given', payload: { entry: id } }],
      entries: [{ id, kind: 'reason', audience: 'reporter', text: reason.trim(), partId: null, agencyId: file.officeId }],
      news: ['reopened'],
    });
  });
}
