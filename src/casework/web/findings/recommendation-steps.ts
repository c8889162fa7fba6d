/** The steps of `/desk/cases/:id/recommendation`. */
import { dayFromParts } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/result.ts';
import {
  addPoint,
  beginRecommendation,
  handInRecommendation,
  judgeRecommendation,
  removePoint,
  sealRecommendation,
  signRecommendation,
  takeBackRecommendation,
  writeRecommendation,
} from '../../actions/findings/recommend.ts';
import { recordFurtherStep } from '../../actions/findings/take-further-step.ts';
import { isFurtherStep } from '../../rules/findings/further-steps.ts';
import { wholeIn } from './lhp-steps.ts';
import type { Step } from './shell.ts';

export const RECOMMENDATION_STEPS: Readonly<Record<string, Step>> = {
  begin: {
    fields: { otherwise: '' },
    done: (words) => words.recommendation.begun,
    send: ({ tools, actor, target }) => beginRecommendation(tools, actor, target),
  },
  write: {
    fields: { otherwise: 'account', 'case.party-missing': 'superior-agency' },
    done: (words) => words.recommendation.saved,
    send: ({ tools, actor, target, value }) => {
      const agency = value('superior-agency');
      return writeRecommendation(tools, actor, target, {
        texts: {
          account: value('account'),
          examined: value('examined'),
          forms: value('forms'),
          opinion: value('opinion'),
          reasons: value('reasons'),
        },
        superiorAgencyId: isUuid(agency) ? agency : null,
        superiorPosition: value('superior-position'),
      });
    },
  },
  'add-point': {
    fields: { otherwise: 'text', 'case.party-missing': 'to' },
    done: (words) => words.recommendation.pointAdded,
    send: ({ tools, actor, target, value }) =>
      addPoint(tools, actor, target, { to: value('to'), text: value('text'), evidenceAsked: value('evidence') }),
  },
  'remove-point': {
    fields: { otherwise: '' },
    done: (words) => words.recommendation.pointRemoved,
    send: ({ tools, actor, target, c }) => removePoint(tools, actor, target, wholeIn(c.req.param('line') ?? '')),
  },
  'hand-in': {
    fields: { otherwise: '' },
    done: (words) => words.recommendation.handedIn,
    send: ({ tools, actor, target }) => handInRecommendation(tools, actor, target),
  },
  'take-back': {
    fields: { otherwise: '' },
    done: (words) => words.recommendation.takenBack,
    send: ({ tools, actor, target }) => takeBackRecommendation(tools, actor, target),
  },
  seal: {
    fields: { otherwise: '', 'case.passage-to-look-at': 'looked' },
    done: (words) => words.recommendation.sealed,
    send: ({ tools, actor, file, value }) =>
      sealRecommendation(tools, actor, {
        caseId: file.id,
        revision: wholeIn(value('revision')),
        looked: value('looked') === 'yes',
      }),
  },
  sign: {
    fields: { otherwise: '' },
    done: (words) => words.recommendation.signed,
    send: ({ tools, actor, target }) => signRecommendation(tools, actor, target),
  },
  judge: {
    fields: { otherwise: 'reason', 'case.open-obligations': 'seen' },
    done: (words) => words.recommendation.judged,
    send: ({ tools, actor, target, value }) =>
      judgeRecommendation(tools, actor, target, { reason: value('reason'), openObligationsSeen: value('seen') === 'yes' }),
  },
  record: {
    fields: { otherwise: 'taken', 'case.step-proof-missing': 'taken' },
    done: (words) => words.steps.saved,
    send: async ({ tools, actor, target, value, date, c }) => {
      const step = c.req.param('line') ?? '';
      if (!isFurtherStep(step)) return refuse('case.absent' as const);
      const taken = value('taken');
      if (taken !== 'yes' && taken !== 'no') return refuse('case.pick-missing' as const);
      const takenOn = taken === 'yes' ? (dayFromParts(date('on')) ?? null) : null;
      if (taken === 'yes' && takenOn === null) return refuse('case.step-proof-missing' as const);
      const document = value('document');
      return recordFurtherStep(tools, actor, target, {
        step,
        takenOn,
        proof: value('proof'),
        documentId: isUuid(document) ? document : null,
        whyNot: taken === 'no' ? value('why-not') : '',
      });
    },
  },
};
