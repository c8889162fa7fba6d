import { type Moment, Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Delivery } from '../rules/delivery.ts';
import type { SendingLimits } from '../rules/retrying.ts';
import { moveMessage } from '../store/ledger.ts';

/** Without an SMTP server mails go to the outbox, which keeps one copy of a message however often it is handed over. */
const keepsOneCopy = (tools: Pick<Tools, 'settings'>): boolean => tools.settings.smtpUrl === null;

/** A hand-over that began before this moment has lost its process. */
export function leaseOver(tools: Pick<Tools, 'settings' | 'clock'>, limits: SendingLimits): Moment {
  const seconds = keepsOneCopy(tools) ? limits.outboxLeaseSeconds : limits.leaseSeconds;
  return tools.clock.now().subtract({ seconds });
}

export function isInterrupted(
  message: Pick<Delivery, 'state' | 'sendingSince'>,
  tools: Pick<Tools, 'settings' | 'clock'>,
  limits: SendingLimits,
): boolean {
  const { state, sendingSince } = message;
  return state === 'sending' && sendingSince !== null && Temporal.Instant.compare(sendingSince, leaseOver(tools, limits)) < 0;
}

/** Takes note of an interrupted hand-over. @returns whether the message may be handed over again at once */
export async function recover(tools: Tools, message: { readonly id: string; readonly tries: number }): Promise<boolean> {
  if (keepsOneCopy(tools)) {
    return moveMessage(tools.db, message, 'put-back', { nextTryAt: tools.clock.now(), outcome: 'interrupted' });
  }
  if (await moveMessage(tools.db, message, 'lose-sight', { outcome: 'interrupted' })) {
    tools.log.warn({ message: message.id, outcome: 'interrupted' }, 'message perhaps sent');
  }
  return false;
}
