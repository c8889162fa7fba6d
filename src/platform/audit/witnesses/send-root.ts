import { MailFault, sendMail } from '../../mail/send-mail.ts';
import type { Tools } from '../../tools.ts';
import { sha256 } from '../digest.ts';
import { rootNumbered } from '../log/root-store.ts';
import type { SignedRoot } from '../log/signed-root.ts';
import { isMailAddress } from './addresses.ts';
import { recordTry, waitingWitnesses } from './ledger.ts';
import { rootMail } from './root-mail.ts';

/** How long a witness's server may take to answer. */
const PATIENCE_MILLISECONDS = 10_000;

/**
 * Sends a root to each witness that has not got it, one after the other; one that fails keeps nobody else from getting it.
 *
 * @throws when someone could not be reached, so that the queue tries again later, with only those who are left
 */
export async function sendRoot(tools: Tools, number: number): Promise<void> {
  const root = await rootNumbered(tools.db, number);
  if (!root) throw new Error(`audit: there is no root ${number} to send`);
  let failed = 0;
  for (const witness of await waitingWitnesses(tools.db, number)) {
    const failure = await failureOf(isMailAddress(witness) ? mailRoot(tools, witness, root) : postRoot(witness, root));
    if (failure !== undefined) failed += 1;
    await recordTry(tools.db, number, witness, tools.clock.now(), failure === undefined, failure ?? 'accepted');
  }
  if (failed > 0) throw new Error(`audit: ${failed} of the witnesses did not get root ${number} yet`);
}

async function mailRoot(tools: Tools, to: string, root: SignedRoot): Promise<void> {
  await sendMail(tools, { to, ...rootMail(root), messageId: messageIdFor(to, root) });
}

/** The same at each try, so that a mailbox that got it after all can drop the repeat. */
function messageIdFor(to: string, root: SignedRoot): string {
  return `audit-root-${root.number}-${sha256(Buffer.from(to)).toString('hex').slice(0, 16)}`;
}

/** POST of the root as JSON; any 2xx is taken for yes. Redirects are not followed: the settings say where it goes. */
async function postRoot(address: string, root: SignedRoot): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(root),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new NotTaken(`http ${answer.status}`);
}

class NotTaken extends Error {}

/** The outcome in words of ours; what a foreign server says never gets into the ledger. */
async function failureOf(sending: Promise<void>): Promise<string | undefined> {
  try {
    await sending;
    return undefined;
  } catch (error) {
    if (error instanceof NotTaken || error instanceof MailFault) return error.message;
    return (error as Error).name === 'TimeoutError' ? 'timeout' : 'unreachable';
  }
}
