/** The steps of `/desk/cases/:id/findings`. */
import { dayFromParts } from '../../../design/index.ts';
import { refuse } from '../../../kernel/result.ts';
import { decideOnComment } from '../../actions/findings/comment-on-lhp.ts';
import { type FormerDecision, formerActions } from '../../actions/findings/former-actions.ts';
import { backToExamination } from '../../actions/findings/go-back.ts';
import { handInLhp, issueLhp, reviewLhp, sealLhp, takeBackLhp } from '../../actions/findings/hand-in-lhp.ts';
import { addAction, beginLhp, concludeLhp, recordDiscussion, removeAction } from '../../actions/findings/write-lhp.ts';
import { CONCLUSIONS, type Conclusion } from '../../rules/case.ts';
import type { OtherLimit } from '../../rules/findings/lhp.ts';
import type { Sent, Step } from './shell.ts';

/** A whole number as people type it; 0 for anything else, which the rules refuse. */
export function wholeIn(text: string): number {
  return /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : 0;
}

function limitIn({ value }: Sent): OtherLimit | null {
  if (value('limit') !== 'other') return null;
  return { value: wholeIn(value('days')), unit: value('unit') === 'day' ? 'day' : 'hk', reason: value('limit-reason') };
}

/** The answers for what former versions still ask for; an unanswered one is left out, and refused by the rule. */
async function formerIn(tools: Sent['tools'], caseId: string, value: Sent['value']): Promise<readonly FormerDecision[]> {
  return (await formerActions(tools.db, caseId)).flatMap(({ id }) => {
    const choice = (['keep', 'withdraw'] as const).find((one) => one === value(`former-${id}`));
    return choice ? [{ obligationId: id, choice, reason: value(`former-reason-${id}`) }] : [];
  });
}

export const LHP_STEPS: Readonly<Record<string, Step>> = {
  begin: {
    fields: { otherwise: '' },
    done: (words) => words.lhp.begun,
    send: ({ tools, actor, target }) => beginLhp(tools, actor, target),
  },
  conclude: {
    fields: { otherwise: 'conclusion', 'case.reason-missing': 'reason', 'case.text-too-long': 'reason' },
    done: (words) => words.lhp.saved,
    send: async ({ tools, actor, target, value }) => {
      const conclusion = CONCLUSIONS.find((one) => one === value('conclusion')) as Conclusion | undefined;
      if (!conclusion) return refuse('case.text-missing' as const);
      return concludeLhp(tools, actor, target, { conclusion, endedReason: value('reason') });
    },
  },
  'add-action': {
    fields: { otherwise: 'text', 'case.party-missing': 'to', 'case.limit-reason-missing': 'limit-reason' },
    done: (words) => words.lhp.actionAdded,
    send: (sent) =>
      addAction(sent.tools, sent.actor, sent.target, {
        respondentId: sent.value('to'),
        text: sent.value('text'),
        evidenceAsked: sent.value('evidence'),
        otherLimit: limitIn(sent),
      }),
  },
  'remove-action': {
    fields: { otherwise: '' },
    done: (words) => words.lhp.actionRemoved,
    send: ({ tools, actor, target, c }) => removeAction(tools, actor, target, wholeIn(c.req.param('line') ?? '')),
  },
  discuss: {
    fields: { otherwise: 'said', 'case.person-missing': 'who', 'case.day-missing': 'on' },
    done: (words) => words.lhp.discussionDone,
    send: async ({ tools, actor, target, value, values, date }) => {
      const heldOn = dayFromParts(date('on'));
      if (!heldOn) return refuse('case.day-missing' as const);
      return recordDiscussion(tools, actor, target, { heldOn, personIds: values('who'), said: value('said') });
    },
  },
  'hand-in': {
    fields: { otherwise: '' },
    done: (words) => words.lhp.handInDone,
    send: ({ tools, actor, target }) => handInLhp(tools, actor, target),
  },
  'take-back': {
    fields: { otherwise: '' },
    done: (words) => words.lhp.takeBackDone,
    send: ({ tools, actor, target }) => takeBackLhp(tools, actor, target),
  },
  review: {
    fields: { otherwise: '' },
    done: (words) => words.lhp.reviewDone,
    send: ({ tools, actor, file, value }) => reviewLhp(tools, actor, { caseId: file.id, revision: wholeIn(value('revision')) }),
  },
  seal: {
    fields: { otherwise: '', 'case.passage-to-look-at': 'looked' },
    done: (words) => words.lhp.sealDone,
    send: ({ tools, actor, file, value }) =>
      sealLhp(tools, actor, { caseId: file.id, revision: wholeIn(value('revision')), looked: value('looked') === 'yes' }),
  },
  issue: {
    fields: { otherwise: '' },
    done: (words) => words.lhp.issueDone,
    send: async ({ tools, actor, target, file, value }) => issueLhp(tools, actor, target, await formerIn(tools, file.id, value)),
  },
  back: {
    fields: { otherwise: 'reason' },
    done: (words) => words.lhp.backDone,
    send: ({ tools, actor, target, value }) => backToExamination(tools, actor, target, value('reason')),
  },
  comment: {
    fields: { otherwise: 'reason', 'case.new-evidence-missing': 'evidence', 'case.pick-missing': 'decision' },
    done: (words) => words.comment.done,
    send: async ({ tools, actor, target, value, c }) => {
      const decision = (['noted', 're-examined'] as const).find((one) => one === value('decision'));
      if (!decision) return refuse('case.pick-missing' as const);
      const entryId = c.req.param('line') ?? '';
      return decideOnComment(tools, actor, target, { entryId, decision, reason: value('reason'), evidence: value('evidence') });
    },
  },
};
