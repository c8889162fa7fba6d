/** The steps on the page of a text. */
import { addComment, answerComment, settleComment } from '../../actions/signing/comment.ts';
import { beginText, consentToText } from '../../actions/signing/write-text.ts';
import { currentText } from '../../store/signing/texts.ts';
import type { Step } from './shell.ts';

export const TEXT_STEPS: Readonly<Record<string, Step>> = {
  begin: {
    async send({ tools, actor, agreement, form }) {
      const before = form.text('from') === 'before' && agreement.predecessorId ? agreement.predecessorId : null;
      const text = before === null ? undefined : await currentText(tools.db, before);
      return beginText(tools, actor, agreement.id, text?.sections);
    },
    fields: { otherwise: '' },
    done: (words) => words.text.begun,
  },
  consent: {
    send: ({ tools, actor, agreement, form }) =>
      consentToText(tools, actor, { agreementId: agreement.id, textNo: Number(form.text('no')) || 0 }),
    fields: { otherwise: '' },
    done: (words) => words.consent.agreed,
  },
  comment: {
    send: ({ tools, actor, agreement, line, value }) =>
      addComment(tools, actor, { agreementId: agreement.id, section: line, body: value('body') }),
    fields: { otherwise: 'body' },
    done: (words) => words.comment.sent,
  },
  answer: {
    send({ tools, actor, agreement, line, value }) {
      const settles = value('then') === 'settle';
      return answerComment(tools, actor, { agreementId: agreement.id, commentId: line, body: value('body'), settles });
    },
    fields: { otherwise: 'body' },
    done: (words) => words.comment.answered,
  },
  settle: {
    send: ({ tools, actor, agreement, line }) =>
      settleComment(tools, actor, { agreementId: agreement.id, commentId: line, isSettled: true }),
    fields: { otherwise: '' },
    done: (words) => words.comment.settled,
  },
  reopen: {
    send: ({ tools, actor, agreement, line }) =>
      settleComment(tools, actor, { agreementId: agreement.id, commentId: line, isSettled: false }),
    fields: { otherwise: '' },
    done: (words) => words.comment.reopened,
  },
};
