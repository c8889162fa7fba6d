import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../tools.ts';
import { openAccountByEmail } from '../accounts/accounts.ts';
import { normaliseEmail } from '../email.ts';
import { CHALLENGE_MINUTES } from '../limits.ts';
import { hashPassword, isOutdatedHash, NOBODYS_HASH, PASSWORD_MOST_CHARACTERS, passwordMatches } from '../password/hash.ts';
import type { Refused } from '../refusals.ts';
import { signInTables } from '../tables.ts';
import { randomToken, tokenHash } from '../tokens.ts';
import { passwordAllowances, takeAttempt } from './attempts.ts';
import { knownBrowser } from './known-browser.ts';
import { steady } from './steady.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** The network address of the client. */
  readonly address: string;
  /** The browser's cookie of marks, empty when it has none. */
  readonly marks: string;
}

/**
 * First step of signing in. Right: a challenge token, good for ten minutes and one code. Wrong: one and the same refusal,
 * after the same work and time, for a wrong password and for an account that does not exist.
 */
export function givePassword(tools: Tools, given: Credentials): Promise<Result<{ challenge: string }, Refused>> {
  return steady(async () => {
    const email = normaliseEmail(given.email) ?? '';
    const browser = knownBrowser(tools.keys, given.marks, email);
    const attempt = await takeAttempt(tools, passwordAllowances(email, given.address, browser));
    if (!attempt.ok) return attempt;
    if (given.password.length > PASSWORD_MOST_CHARACTERS * 2) return refuse({ code: 'credentials-wrong' });

    const account = await openAccountByEmail(tools, email);
    const matches = await passwordMatches(given.password, account?.password_hash ?? NOBODYS_HASH);
    if (!account || !matches) {
      tools.log.info({ event: 'sign-in.refused', known: browser !== null }, 'a password was refused');
      return refuse({ code: 'credentials-wrong' });
    }
    if (isOutdatedHash(account.password_hash)) {
      const password_hash = await hashPassword(given.password);
      await signInTables(tools.db)
        .updateTable('sign_in.accounts')
        .set({ password_hash })
        .where('person_id', '=', account.person_id)
        .where('password_hash', '=', account.password_hash)
        .execute();
    }
    return ok({ challenge: await openChallenge(tools, account.person_id) });
  });
}

async function openChallenge(tools: Tools, personId: string): Promise<string> {
  const challenge = randomToken(tools.random);
  await signInTables(tools.db)
    .insertInto('sign_in.challenges')
    .values({
      token_hash: tokenHash(challenge),
      person_id: personId,
      expires_at: tools.clock.now().add({ minutes: CHALLENGE_MINUTES }).toString(),
    })
    .execute();
  return challenge;
}
