/**
 * Closing a case, and taking a closed one up again. One door for every way to close that an officer may take: what the way demands is looked at here, in the
 * same transaction; a case with open obligations closes only when whoever closes it has seen them.
 */
import type { Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type CaseAction, type Need, OUTCOME_LABELS } from '../../rules/case.transitions.ts';
import type { Case } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import type { Addressee } from '../../rules/documents/document.ts';
import { mayDraft } from '../../rules/documents/permissions.ts';
import { isKept } from '../../rules/findings/agreement.ts';
import { stepsMissing } from '../../rules/findings/further-steps.ts';
import { allCarriedOut } from '../../rules/findings/obligations-seen.ts';
import { outcomeOfPoints } from '../../rules/findings/recommendation.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT, take } from '../../rules/take.ts';
import { agreementsOf, saveAgreement } from '../../store/findings/agreements.ts';
import { furtherStepsOf } from '../../store/findings/further-steps.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { draftDocumentIn } from '../documents/draft-document.ts';
import { openedCaseSubject } from '../documents/opened-subject.ts';
import { entryOf } from './entry-of.ts';
import { addresseesOf } from './hand-in-lhp.ts';

/** Ways an officer closes a case by hand; the plenary, the reporter and silence have their own. */
export const CLOSING_ACTIONS = [
  'close-corrected',
  'close-settled',
  'carried-out',
  'conclude-partly',
  'conclude-not',
  'solve-rapidly',
  'advise',
  'note',
] as const satisfies readonly CaseAction[];
export type ClosingAction = (typeof CLOSING_ACTIONS)[number];

export function isClosingAction(text: string): text is ClosingAction {
  return (CLOSING_ACTIONS as readonly string[]).includes(text);
}

export interface ClosingOrder {
  readonly action: ClosingAction;
  /** Told to both sides: it stands in the closing letter and on the reporter's page. */
  readonly reason: string;
  readonly openObligationsSeen: boolean;
}

/** What the way demands, looked at; a need that is not met is left out, and the refusal names it. */
async function metNeeds(tx: Tx, file: Case, action: ClosingAction): Promise<readonly Need[] | CaseRefusal> {
  const met: Need[] = [];
  if (action === 'close-corrected' && allCarriedOut(await obligationsOf(tx, { caseId: file.id })))
    met.push('actions-carried-out');
  if (action === 'close-settled' && (await agreementsOf(tx, file.id)).some(isKept)) met.push('agreement-kept');
  if (action === 'carried-out' || action === 'conclude-partly' || action === 'conclude-not') {
    const outcome = outcomeOfPoints(await obligationsOf(tx, { caseId: file.id }));
    const needed = ({ 'carried-out': 'carried-out', 'conclude-partly': 'partly', 'conclude-not': 'not' } as const)[action];
    if (outcome !== needed) return 'case.points-open';
    if (stepsMissing(await furtherStepsOf(tx, file.id)).length === 0) met.push('steps-taken');
  }
  return met;
}

export function closeCase(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: ClosingOrder,
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const reason = order.reason.trim();
    if (reason === '') return refuse('case.reason-missing');
    const met = await metNeeds(tx, file, order.action);
    if (typeof met === 'string') return refuse(met);
    const taken = take(file, order.action, circumstances, { reason, met, openObligationsSeen: order.openObligationsSeen });
    if (!taken.ok) return taken;
    if (order.action === 'close-settled') {
      for (const agreement of await agreementsOf(tx, file.id))
        if (isKept(agreement)) await saveAgreement(tx, agreement, { state: 'kept' });
    }
    const letters = await draftClosingLetters(tools, tx, actor, taken.value.file, reason);
    return decision(taken.value.file, {
      events: [taken.value.event, ...(letters > 0 ? [{ type: 'closing-letters', payload: { letters } }] : [])],
      entries: entryOf(file, circumstances, { kind: 'closing', audience: 'parties', text: reason }),
      news: ['closed'],
    });
  });
}

/** One letter to the reporter, one to the respondents: neither gets a copy of the other's. Whoever may not draft leaves it to the documents page. */
async function draftClosingLetters(tools: Tools, tx: Tx, actor: Officer, file: Case, summary: string): Promise<number> {
  const { reach } = await openedCaseSubject(tx, file);
  if (!file.outcome || !mayDraft(reach(actor), 'closing-letter')) return 0;
  const reporter: Addressee = { kind: 'reporter', agencyId: null, position: '', personId: null, name: '' };
  const sides = [
    file.tip || file.access === 'IAPS' ? [] : [reporter],
    file.conclusion === null ? [] : addresseesOf(file, ['respondent', 'superior']),
  ];
  let drafted = 0;
  for (const addressees of sides) {
    if (addressees.length === 0) continue;
    const done = await draftDocumentIn(tools, tx, actor, {
      subject: { kind: 'case', id: file.id },
      kind: 'closing-letter',
      fields: { outcome: OUTCOME_LABELS[file.outcome].id, summary },
      addressees,
    });
    // An office of the respondent that exists no more does not keep a case open: the letter is written by hand.
    if (!done.ok && done.refusal.code !== 'case.addressee-closed')
      throw new Error(`a closing letter was refused: ${done.refusal.code}`);
    if (done.ok) drafted += 1;
  }
  return drafted;
}

/** A closed case is taken up again: what was withdrawn is revived, what was judged is reopened on new evidence. */
export function takeUpAgain(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: { readonly action: 'revive' | 'reopen'; readonly reason: string; readonly evidence: string },
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, (file, circumstances) => {
    const [reason, evidence] = [order.reason.trim(), order.evidence.trim()];
    if (evidence.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const met: Need[] = evidence === '' ? [] : ['new-evidence'];
    const taken = take(file, order.action, circumstances, { reason, met });
    if (!taken.ok) return taken;
    const text = order.action === 'reopen' ? `${reason}\n\n${evidence}` : reason;
    return decision(taken.value.file, {
      events: [taken.value.event],
      entries: entryOf(file, circumstances, { kind: 'reason', audience: 'internal', text }),
      news: ['reopened'],
    });
  });
}
