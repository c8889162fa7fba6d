/** The steps of `/desk/cases/:id/close`. */
import { refuse } from '../../../kernel/result.ts';
import { closeCase, isClosingAction, takeUpAgain } from '../../actions/findings/close-case.ts';
import { makeRegular } from '../../actions/findings/go-back.ts';
import type { Step } from './shell.ts';

export const CLOSE_STEPS: Readonly<Record<string, Step>> = {
  close: {
    fields: {
      otherwise: 'action',
      'case.open-obligations': 'seen',
      'case.reason-missing': 'reason',
      'case.text-too-long': 'reason',
    },
    done: (words) => words.close.done,
    to: ({ path }) => path,
    send: async ({ tools, actor, target, value }) => {
      const action = value('action');
      if (!isClosingAction(action)) return refuse('case.pick-missing' as const);
      return closeCase(tools, actor, target, { action, reason: value('reason'), openObligationsSeen: value('seen') === 'yes' });
    },
  },
  regular: {
    fields: { otherwise: 'reason' },
    done: (words) => words.close.regularDone,
    to: ({ path }) => path,
    send: ({ tools, actor, target, value }) => makeRegular(tools, actor, target, value('reason')),
  },
  revive: {
    fields: { otherwise: 'reason' },
    done: (words) => words.close.reopened,
    to: ({ path }) => path,
    send: ({ tools, actor, target, value }) =>
      takeUpAgain(tools, actor, target, { action: 'revive', reason: value('reason'), evidence: '' }),
  },
  reopen: {
    fields: { otherwise: 'reason', 'case.new-evidence-missing': 'evidence' },
    done: (words) => words.close.reopened,
    to: ({ path }) => path,
    send: ({ tools, actor, target, value }) =>
      takeUpAgain(tools, actor, target, { action: 'reopen', reason: value('reason'), evidence: value('evidence') }),
  },
};
