import type { Language } from '../../../kernel/language.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Tools } from '../../tools.ts';
import { CHALLENGE_FAILURES } from '../limits.ts';
import type { Refused } from '../refusals.ts';
import { backupCodesLeft } from '../second-factor/backup-codes.ts';
import { spendCode } from '../second-factor/spend-code.ts';
import { endSessionOfToken, openSession } from '../sessions/sessions.ts';
import { moment, signInTables } from '../tables.ts';
import { tokenHash } from '../tokens.ts';
import { codeAllowances, takeAttempt } from './attempts.ts';
import { knownBrowser, markBrowser } from './known-browser.ts';

export interface CodeGiven {
  readonly challenge: string;
  /** From the phone, or a backup code. */
  readonly code: string;
  readonly device: string | null;
  /** Of the pages, for mails to come. */
  readonly language: Language;
  readonly marks: string;
  /** The session this browser had before, which ends: a session never outlives a sign-in in the same browser. */
  readonly formerToken: string | null;
}

export interface Entered {
  readonly personId: string;
  readonly sessionToken: string;
  /** The browser's new cookie of marks. */
  readonly marks: string;
  readonly backupCodesLeft: number;
  readonly usedBackupCode: boolean;
}

/** Whose challenge a token is, while it holds; `null` when it is over or unknown. */
export async function challengedPerson(tools: Tools, challenge: string): Promise<{ personId: string; email: string } | null> {
  const row = await signInTables(tools.db)
    .selectFrom('sign_in.challenges as challenge')
    .innerJoin('sign_in.accounts as account', 'account.person_id', 'challenge.person_id')
    .select(['challenge.person_id', 'account.email'])
    .where('challenge.token_hash', '=', tokenHash(challenge))
    .where('challenge.expires_at', '>', moment(tools.clock.now()))
    .executeTakeFirst();
  return row ? { personId: row.person_id, email: row.email } : null;
}

/** Second step of signing in: the code. Right: a new session. The challenge is over after a right code or five wrong ones. */
export async function giveCode(tools: Tools, given: CodeGiven): Promise<Result<Entered, Refused>> {
  const challenged = await challengedPerson(tools, given.challenge);
  if (challenged === null) return refuse({ code: 'challenge-over' });
  const { personId, email } = challenged;
  // A guesser who has the password must not be able to keep the owner out either: a known browser counts by itself.
  const attempt = await takeAttempt(tools, codeAllowances(knownBrowser(tools.keys, given.marks, email) ?? personId));
  if (!attempt.ok) return attempt;

  return inTransaction(tools, async (tx) => {
    const tables = signInTables(tx);
    const hash = tokenHash(given.challenge);
    const challenge = await tables
      .selectFrom('sign_in.challenges')
      .select('failures')
      .where('token_hash', '=', hash)
      .forUpdate()
      .executeTakeFirst();
    if (!challenge) return refuse({ code: 'challenge-over' });
    const before = await backupCodesLeft(tx, personId);
    const answer = await spendCode(tools, tx, personId, given.code);
    if (answer !== 'ok') {
      const isLast = challenge.failures + 1 >= CHALLENGE_FAILURES;
      if (isLast) await tables.deleteFrom('sign_in.challenges').where('token_hash', '=', hash).execute();
      else
        await tables
          .updateTable('sign_in.challenges')
          .set({ failures: challenge.failures + 1 })
          .where('token_hash', '=', hash)
          .execute();
      return refuse({ code: isLast ? 'challenge-over' : answer === 'used' ? 'code-used' : 'code-wrong' });
    }
    await tables.deleteFrom('sign_in.challenges').where('token_hash', '=', hash).execute();
    if (given.formerToken !== null) await endSessionOfToken(tx, given.formerToken);
    await tables.updateTable('sign_in.accounts').set({ language: given.language }).where('person_id', '=', personId).execute();
    const sessionToken = await openSession(tools, tx, personId, given.device);
    const left = await backupCodesLeft(tx, personId);
    tools.log.info({ event: 'sign-in.entered', person: personId, backupCode: left < before }, 'someone signed in');
    const marks = markBrowser(tools.keys, tools.random, given.marks, email);
    return ok({ personId, sessionToken, marks, backupCodesLeft: left, usedBackupCode: left < before });
  });
}
