import { isUuid } from '../../kernel/ids.ts';
import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import type { PostOffice } from './post-office.ts';
import { sendMessage } from './send-message.ts';
import { sweepMessages } from './sweep.ts';

/** The errands of this room, for the worker. */
export function messageErrands(office: PostOffice): ErrandList {
  return {
    'messages.send': (tools, payload) => sendMessage(tools, office, messageIn(payload)),
    'messages.sweep': (tools) => sweepMessages(tools, office),
  };
}

export const messageRecurring: Recurring = [{ errand: 'messages.sweep', crontab: '* * * * *' }];

function messageIn(payload: unknown): string {
  const { message } = (payload ?? {}) as { message?: unknown };
  if (typeof message !== 'string' || !isUuid(message)) throw new TypeError('The job messages.send names no message');
  return message;
}
