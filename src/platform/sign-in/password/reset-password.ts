import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Tools } from '../../tools.ts';
import { forgetOpenDoors, openAccountByEmail } from '../accounts/accounts.ts';
import { tellOfChange } from '../accounts/tell-of-change.ts';
import { normaliseEmail } from '../email.ts';
import { codeAllowances, takeAttempt } from '../entry/attempts.ts';
import { markBrowser } from '../entry/known-browser.ts';
import { steady } from '../entry/steady.ts';
import { RESET_MINUTES, RESETS_PER_ACCOUNT, RESETS_PER_ADDRESS } from '../limits.ts';
import type { Refused } from '../refusals.ts';
import { spendCode } from '../second-factor/spend-code.ts';
import { moment, signInTables } from '../tables.ts';
import { derivedToken, tokenHash } from '../tokens.ts';
import { hashPassword } from './hash.ts';
import { passwordWeakness } from './strength.ts';

/**
 * Sends a reset link to the address, if it belongs to an account. The answer and its time are the same if it does not; only
 * what is no address at all, and asking too often, are refused.
 */
export function requestPasswordReset(tools: Tools, asked: { email: string; address: string }): Promise<Result<void, Refused>> {
  return steady(async () => {
    const email = normaliseEmail(asked.email);
    if (email === null) return refuse({ code: 'email-malformed' });
    const attempt = await takeAttempt(tools, [
      [RESETS_PER_ADDRESS, asked.address],
      [RESETS_PER_ACCOUNT, email],
    ]);
    if (!attempt.ok) return attempt;
    const account = await openAccountByEmail(tools, email);
    if (account) await sendReset(tools, account.person_id);
    return ok(undefined);
  });
}

async function sendReset(tools: Tools, personId: string): Promise<void> {
  const id = tools.random.id();
  const now = tools.clock.now();
  const expiresAt = now.add({ minutes: RESET_MINUTES }).toString();
  await inTransaction(tools, async (tx) => {
    await signInTables(tx)
      .insertInto('sign_in.password_resets')
      .values({
        id,
        person_id: personId,
        token_hash: tokenHash(derivedToken(tools.keys, 'password-reset', id)),
        created_at: now.toString(),
        expires_at: expiresAt,
      })
      .execute();
    await tools.post(tx, {
      purpose: 'sign-in.password-reset',
      object: { kind: 'password-reset', id },
      recipient: { kind: 'person', id: personId },
      stage: 'sent',
      details: { expiresAt },
    });
  });
}

/** The link of a reset, for its mail. */
export function passwordResetLink(tools: Tools, resetId: string): string {
  return `${tools.settings.baseUrl}/sign-in/reset/password?token=${derivedToken(tools.keys, 'password-reset', resetId)}`;
}

/** Whether a reset link still opens anything. */
export async function isOpenReset(tools: Tools, token: string): Promise<boolean> {
  return (await openReset(tools, tools.db, token)) !== undefined;
}

export interface PasswordReset {
  readonly token: string;
  readonly password: string;
  /** From the phone, or a backup code: the mailbox alone opens nothing. */
  readonly code: string;
  readonly marks: string;
}

/** Sets a new password with a reset link and a code, and signs out everywhere. Returns the browser's new cookie of marks. */
export async function resetPassword(tools: Tools, given: PasswordReset): Promise<Result<{ marks: string }, Refused>> {
  const reset = await openReset(tools, tools.db, given.token);
  if (!reset) return refuse({ code: 'link-over' });
  const { person_id: personId, email } = reset;
  const weakness = await passwordWeakness(given.password, [email]);
  if (weakness !== null) return refuse({ code: weakness });
  const attempt = await takeAttempt(tools, codeAllowances(`reset:${personId}`));
  if (!attempt.ok) return attempt;
  const password_hash = await hashPassword(given.password);
  return inTransaction(tools, async (tx) => {
    // Two requests with one link: the second waits for this row and finds it used.
    const held = await openReset(tools, tx, given.token, true);
    if (!held) return refuse({ code: 'link-over' });
    const answer = await spendCode(tools, tx, personId, given.code);
    if (answer !== 'ok') return refuse({ code: answer === 'used' ? 'code-used' : 'code-wrong' });
    await signInTables(tx)
      .updateTable('sign_in.accounts')
      .set({ password_hash, password_set_at: tools.clock.now().toString() })
      .where('person_id', '=', personId)
      .execute();
    await forgetOpenDoors(tx, personId);
    await tellOfChange(tools, tx, personId, 'password-reset');
    tools.log.info({ event: 'sign-in.password-reset', person: personId }, 'a password was reset');
    return ok({ marks: markBrowser(tools.keys, tools.random, given.marks, email) });
  });
}

async function openReset(tools: Tools, db: Db, token: string, lock = false) {
  const query = signInTables(db)
    .selectFrom('sign_in.password_resets as reset')
    .innerJoin('sign_in.accounts as account', 'account.person_id', 'reset.person_id')
    .select(['reset.person_id', 'account.email'])
    .where('reset.token_hash', '=', tokenHash(token))
    .where('reset.expires_at', '>', moment(tools.clock.now()))
    .where('account.closed_at', 'is', null);
  return (lock ? query.forUpdate('reset') : query).executeTakeFirst();
}
