import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Tools } from '../../tools.ts';
import { codeAllowances, takeAttempt } from '../entry/attempts.ts';
import type { Refused } from '../refusals.ts';
import type { Session } from '../sessions/sessions.ts';
import { spendCode, spendTotpCode } from './spend-code.ts';

/**
 * Asks someone who is signed in for a fresh code, before something that a session left open on a desk must not be able to do.
 * Limited by person: whoever has only the session cannot guess the code.
 */
export async function confirmWithCode(
  tools: Tools,
  session: Session,
  code: string,
  options: { readonly backupCodesToo?: boolean } = {},
): Promise<Result<void, Refused>> {
  const attempt = await takeAttempt(tools, codeAllowances(`confirm:${session.personId}`));
  if (!attempt.ok) return attempt;
  const spend = options.backupCodesToo ? spendCode : spendTotpCode;
  const answer = await inTransaction(tools, (tx) => spend(tools, tx, session.personId, code));
  if (answer === 'ok') return ok(undefined);
  return refuse({ code: answer === 'used' ? 'code-used' : 'code-wrong' });
}
