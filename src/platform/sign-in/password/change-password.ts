import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Tools } from '../../tools.ts';
import { forgetOpenDoors } from '../accounts/accounts.ts';
import { tellOfChange } from '../accounts/tell-of-change.ts';
import { codeAllowances, takeAttempt } from '../entry/attempts.ts';
import type { Refused } from '../refusals.ts';
import type { Session } from '../sessions/sessions.ts';
import { signInTables } from '../tables.ts';
import { hashPassword, PASSWORD_MOST_CHARACTERS, passwordMatches } from './hash.ts';
import { passwordWeakness } from './strength.ts';

export interface PasswordChange {
  readonly current: string;
  readonly fresh: string;
  /** Words about the person beyond the e-mail address that the new password must not be made of: name, agency. */
  readonly own: readonly string[];
}

/** Changes one's own password and signs out everywhere else. */
export async function changePassword(tools: Tools, session: Session, change: PasswordChange): Promise<Result<void, Refused>> {
  const attempt = await takeAttempt(tools, codeAllowances(`password:${session.personId}`));
  if (!attempt.ok) return attempt;
  const account = await signInTables(tools.db)
    .selectFrom('sign_in.accounts')
    .select(['email', 'password_hash'])
    .where('person_id', '=', session.personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!account) return refuse({ code: 'signed-out' });
  if (change.current.length > PASSWORD_MOST_CHARACTERS * 2) return refuse({ code: 'password-wrong' });
  if (!(await passwordMatches(change.current, account.password_hash))) return refuse({ code: 'password-wrong' });
  if (change.current.normalize('NFKC') === change.fresh.normalize('NFKC')) return refuse({ code: 'password-same' });
  const weakness = await passwordWeakness(change.fresh, [account.email, ...change.own]);
  if (weakness !== null) return refuse({ code: weakness });
  const password_hash = await hashPassword(change.fresh);
  return inTransaction(tools, async (tx) => {
    await signInTables(tx)
      .updateTable('sign_in.accounts')
      .set({ password_hash, password_set_at: tools.clock.now().toString() })
      .where('person_id', '=', session.personId)
      .execute();
    await forgetOpenDoors(tx, session.personId, session.id);
    await tellOfChange(tools, tx, session.personId, 'password-changed');
    tools.log.info({ event: 'sign-in.password-changed', person: session.personId }, 'a password was changed');
    return ok(undefined);
  });
}
