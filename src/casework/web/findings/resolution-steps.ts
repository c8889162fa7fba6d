/** The steps of `/desk/cases/:id/resolution`. */
import { dayFromParts } from '../../../design/index.ts';
import { refuse } from '../../../kernel/result.ts';
import { type Moment, Temporal, type Zone } from '../../../kernel/time.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { cancelSession, planSession, recordProposal, recordSession } from '../../actions/findings/hold-session.ts';
import { checkHandover, handToResolution, returnFile } from '../../actions/findings/monitor.ts';
import {
  draftAgreement,
  giveUpAgreement,
  judgeAgreementPromise,
  type PromiseOrder,
  recordConsent,
  writeAgreement,
} from '../../actions/findings/negotiate-agreement.ts';
import { proposeRecommendation } from '../../actions/findings/recommend.ts';
import { HANDOVER_ITEMS, type HandoverAnswer, type HandoverItem, isHandoverAnswer } from '../../rules/findings/handover.ts';
import { ATTENDANCES, type Attendance } from '../../rules/findings/session.ts';
import { agreementsOf } from '../../store/findings/agreements.ts';
import { sessionsOf } from '../../store/findings/sessions.ts';
import { PROMISES_ON_FORM } from './agreement-section.tsx';
import { wholeIn } from './lhp-steps.ts';
import { mediatorsFor } from './resolution-page.tsx';
import type { Sent, Step } from './shell.ts';

const UPLOADS_AN_HOUR = 60;

const line = ({ c }: Sent): string => c.req.param('line') ?? '';
const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined => all.find((one) => one === text);

/** A day in three boxes and a time `10:00` (or `10.00`) as a moment of the case's zone. */
function momentIn({ date, value }: Sent, zone: Zone): Moment | undefined {
  const day = dayFromParts(date('on'));
  const typed = value('time')
    .trim()
    .replace('.', ':')
    .replace(/^(\d):/, '0$1:');
  if (!day || !/^([01]\d|2[0-3]):[0-5]\d$/.test(typed)) return undefined;
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(typed) }).toInstant();
}

function checksIn({ value }: Sent): Map<HandoverItem, { readonly answer: HandoverAnswer; readonly note: string }> {
  const checks = new Map<HandoverItem, { readonly answer: HandoverAnswer; readonly note: string }>();
  for (const item of HANDOVER_ITEMS) {
    const answer = value(item);
    if (isHandoverAnswer(answer)) checks.set(item, { answer, note: value(`note-${item}`) });
  }
  return checks;
}

/** The promises that were typed; `undefined` when one has no day. */
function promisesIn({ value, date }: Sent): PromiseOrder[] | undefined {
  const promises: PromiseOrder[] = [];
  for (let no = 1; no <= PROMISES_ON_FORM; no += 1) {
    const text = value(`promise-${no}`).trim();
    if (text === '') continue;
    const dueOn = dayFromParts(date(`due-${no}`));
    if (!dueOn) return undefined;
    promises.push({ side: value(`side-${no}`) === 'reporter' ? 'reporter' : 'respondent', text, dueOn });
  }
  return promises;
}

async function unlessTooOften({ tools, actor, now }: Sent): Promise<void> {
  const asks = { bucket: 'case-consent', key: actor.personId, limit: UPLOADS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}

export const RESOLUTION_STEPS: Readonly<Record<string, Step>> = {
  'hand-over': {
    fields: { otherwise: 'reason' },
    done: (words) => words.monitoring.handOverDone,
    send: ({ tools, actor, target, value }) => handToResolution(tools, actor, target, value('reason')),
  },
  handover: {
    fields: { otherwise: 'report', 'case.reason-missing': 'report' },
    done: (words) => words.handover.done,
    send: (sent) => checkHandover(sent.tools, sent.actor, sent.target, checksIn(sent)),
  },
  return: {
    fields: { otherwise: 'reason' },
    done: (words) => words.handover.returnDone,
    send: ({ tools, actor, target, value }) => returnFile(tools, actor, target, value('reason')),
  },
  plan: {
    fields: {
      otherwise: 'place',
      'case.session-past': 'on',
      'case.session-shuttle': 'form',
      'case.person-missing': 'mediator',
    },
    done: (words) => words.session.planned,
    send: async (sent) => {
      const { tools, actor, target, value, file } = sent;
      const heldAt = momentIn(sent, file.zone);
      if (!heldAt) return refuse('case.session-past' as const);
      const order = {
        way: value('way') === 'mediation' ? 'mediation' : 'conciliation',
        form: value('form') === 'together' ? 'together' : 'shuttle',
        heldAt,
        place: value('place'),
        isOnline: value('online') === 'yes',
        mediatorId: value('mediator'),
        agenda: value('agenda'),
        others: value('others').split('\n').slice(0, 10),
      } as const;
      return planSession(tools, actor, target, order, await mediatorsFor(sent));
    },
  },
  record: {
    fields: { otherwise: 'course', 'case.attendance-missing': 'attendance-1' },
    done: (words) => words.session.recorded,
    send: async (sent) => {
      const { tools, actor, target, value, file } = sent;
      const session = (await sessionsOf(tools.db, file.id)).find(({ id }) => id === line(sent));
      const attendance = new Map<number, Attendance>();
      for (const { no } of session?.parties ?? []) {
        const typed = oneOf(ATTENDANCES, value(`attendance-${no}`));
        if (typed) attendance.set(no, typed);
      }
      return recordSession(tools, actor, target, {
        sessionId: line(sent),
        course: value('course'),
        result: value('result'),
        attendance,
      });
    },
  },
  cancel: {
    fields: { otherwise: 'reason' },
    done: (words) => words.session.cancelled,
    send: (sent) => cancelSession(sent.tools, sent.actor, sent.target, { sessionId: line(sent), reason: sent.value('reason') }),
  },
  proposal: {
    fields: { otherwise: 'text', 'case.pick-missing': 'side' },
    done: (words) => words.proposal.done,
    send: async ({ tools, actor, target, value }) => {
      const side = oneOf(['reporter', 'respondent'] as const, value('side'));
      return side ? recordProposal(tools, actor, target, { side, text: value('text') }) : refuse('case.pick-missing' as const);
    },
  },
  write: {
    fields: { otherwise: 'text', 'case.promise-missing': 'promise-1', 'case.day-missing': 'due-1' },
    done: (words) => words.agreement.saved,
    send: async (sent) => {
      const { tools, actor, target, value } = sent;
      const promises = promisesIn(sent);
      if (!promises) return refuse('case.promise-missing' as const);
      return writeAgreement(tools, actor, target, {
        way: value('way') === 'mediation' ? 'mediation' : 'conciliation',
        text: value('text'),
        promises,
        baseNo: wholeIn(value('base')),
      });
    },
  },
  consent: {
    files: true,
    fields: { otherwise: 'party', 'case.reason-missing': 'note', 'case.scan-missing': 'scan', 'case.pick-missing': 'how' },
    done: (words) => words.agreement.consented,
    send: async (sent) => {
      const { tools, actor, target, value, form, step } = { ...sent, step: `consent-${line(sent)}` };
      const how = oneOf(['paper', 'said'] as const, value('how'));
      if (!how) return refuse('case.pick-missing' as const);
      const [upload] = form.uploads(`scan-${step}`).filter(({ size }) => size > 0);
      if (upload) await unlessTooOften(sent);
      return recordConsent(tools, actor, target, {
        agreementId: line(sent),
        versionNo: wholeIn(value('no')),
        party: value('party'),
        how,
        note: value('note'),
        scan: upload ? await upload.bytes() : null,
      });
    },
  },
  'draft-agreement': {
    fields: { otherwise: '' },
    done: (words) => words.agreement.drafted,
    send: (sent) => draftAgreement(sent.tools, sent.actor, sent.target, line(sent)),
  },
  judge: {
    fields: { otherwise: 'evidence', 'case.pick-missing': 'verdict' },
    done: (words) => words.agreement.judged,
    send: async (sent) => {
      const { tools, actor, target, value, file } = sent;
      const verdict = oneOf(['kept', 'not-kept'] as const, value('verdict'));
      if (!verdict) return refuse('case.pick-missing' as const);
      const agreed = (await agreementsOf(tools.db, file.id)).find(({ state }) => state === 'agreed');
      const order = { agreementId: agreed?.id ?? '', no: wholeIn(line(sent)), verdict, evidence: value('evidence') };
      return judgeAgreementPromise(tools, actor, target, order);
    },
  },
  'give-up': {
    fields: { otherwise: 'reason' },
    done: (words) => words.agreement.givenUp,
    send: (sent) =>
      giveUpAgreement(sent.tools, sent.actor, sent.target, { agreementId: line(sent), reason: sent.value('reason') }),
  },
  propose: {
    fields: { otherwise: 'reason' },
    done: (words) => words.resolution.proposed,
    send: ({ tools, actor, target, value }) => proposeRecommendation(tools, actor, target, value('reason')),
    to: ({ path }) => path,
  },
};
