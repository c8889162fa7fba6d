/**
 * One errand, one message: a recipient that fails keeps nobody else waiting.
 *
 * Address and text are made first, while the message is still `waiting`: a crash there costs nothing. Then it is marked
 * `sending`, handed over, and marked with the answer. A crash between the two marks leaves a message of which nobody knows
 * whether it left. Handing it over again could tell a person twice, so it becomes `uncertain` and waits for an administrator;
 * except in the outbox, which knows the message's id and keeps one copy only.
 */
import { type Moment, Temporal } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { describeFault } from '../../platform/faults.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { type Mail, MailFault, sendMail } from '../../platform/mail/send-mail.ts';
import type { Tools } from '../../platform/tools.ts';
import { may } from '../rules/message.transitions.ts';
import { afterFailure, SENDING_LIMITS, type SendingLimits } from '../rules/retrying.ts';
import { loadMessage, moveMessage, type StoredMessage } from '../store/ledger.ts';
import { isInterrupted, recover } from './interrupted.ts';
import type { PostOffice } from './post-office.ts';

/** A job that is run a little early (clocks of two machines differ) may as well do its work. */
const EARLY_SECONDS = 30;

/** Sends a message if it is its time; does nothing when it was sent, given up or is being sent by another process. */
export async function sendMessage(tools: Tools, office: PostOffice, id: string): Promise<void> {
  const limits: SendingLimits = { ...SENDING_LIMITS, ...office.limits };
  let message = await loadMessage(tools.db, id);
  if (message !== undefined && isInterrupted(message, tools, limits) && (await recover(tools, message))) {
    message = await loadMessage(tools.db, id);
  }
  if (message === undefined || !may('hand-over', message.state) || !isTime(message, tools.clock.now())) return;

  const prepared = await prepare(tools, office, message);
  if ('fault' in prepared) return settleFailure(tools, message, { ...prepared.fault, addTry: true }, limits);
  if (prepared.mail === undefined) {
    await moveMessage(tools.db, message, 'find-no-address', { outcome: 'no-address' });
    return;
  }
  const handedOver = { sendingSince: tools.clock.now(), addTry: true };
  if (!(await moveMessage(tools.db, message, 'hand-over', handedOver))) return; // another process was first
  const sending = { ...message, tries: message.tries + 1 };
  try {
    await sendMail(tools, prepared.mail);
  } catch (error) {
    return settleFailure(tools, sending, { ...outcomeOf(error), error, addTry: false }, limits);
  }
  await moveMessage(tools.db, sending, 'take', { sentAt: tools.clock.now(), outcome: 'taken' });
}

function isTime(message: StoredMessage, now: Moment): boolean {
  return message.nextTryAt !== null && Temporal.Instant.compare(message.nextTryAt, now.add({ seconds: EARLY_SECONDS })) <= 0;
}

interface Failure {
  readonly outcome: string;
  readonly isFinal: boolean;
  readonly error?: unknown;
}

type Prepared = { readonly mail: Mail | undefined } | { readonly fault: Failure };

async function prepare(tools: Tools, office: PostOffice, message: StoredMessage): Promise<Prepared> {
  const template = office.templates[message.purpose];
  // Not final: the next release may bring it.
  if (template === undefined) return { fault: { outcome: 'no-template', isFinal: false } };
  try {
    const address = await office.addresses[message.recipient.kind](tools, message.recipient.id);
    if (address === undefined || address === null) return { mail: undefined };
    const own = office.ownLinks?.[message.purpose]?.(tools, message);
    const links = { own, to: (path: string) => `${tools.settings.baseUrl}${path}` };
    const { subject, text } = template(address.language, message.details, links);
    return { mail: { to: address.email, subject, text, messageId: message.id } };
  } catch (error) {
    return { fault: { outcome: 'not-prepared', isFinal: false, error } };
  }
}

async function settleFailure(
  tools: Tools,
  message: StoredMessage,
  failure: Failure & { readonly addTry: boolean },
  limits: SendingLimits,
): Promise<void> {
  const { outcome, isFinal, addTry, error } = failure;
  const tries = message.tries + (addTry ? 1 : 0);
  const next = afterFailure(tries - message.triesBefore, isFinal, tools.clock.now(), limits);
  await inTransaction(tools, async (tx) => {
    const nextTry = next.action === 'fail' ? { nextTryAt: next.nextTryAt } : {};
    const moved = await moveMessage(tx, message, next.action, { outcome, addTry, ...nextTry });
    if (moved && next.action === 'fail') {
      await enqueue(tx, { errand: 'messages.send', payload: { message: message.id }, runAt: next.nextTryAt });
    }
  });
  const line = { message: message.id, purpose: message.purpose, outcome, tries, next: next.action };
  tools.log.warn(
    error instanceof MailFault || error === undefined ? line : { ...line, fault: describeFault(error) },
    'message not sent',
  );
}

/** The code of a failed hand-over, `eenvelope-550`, and whether trying again is of no use. */
function outcomeOf(error: unknown): { outcome: string; isFinal: boolean } {
  if (!(error instanceof MailFault)) return { outcome: 'fault', isFinal: false };
  const outcome = error.message
    .replace(/^mail not sent: /, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  // A refused password is our mistake, not the recipient's: it will be mended, and nobody's message is lost by it.
  return { outcome, isFinal: !error.temporary && !outcome.startsWith('eauth') };
}
