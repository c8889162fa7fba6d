import { ok, type Result } from '../../../kernel/result.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Tools } from '../../tools.ts';
import { tellOfChange } from '../accounts/tell-of-change.ts';
import type { Refused } from '../refusals.ts';
import type { Session } from '../sessions/sessions.ts';
import { makeBackupCodes } from './backup-codes.ts';
import { confirmWithCode } from './confirm.ts';

/** Makes new backup codes for someone who is signed in and has the phone at hand; the old ones are worthless at once. */
export async function renewBackupCodes(tools: Tools, session: Session, code: string): Promise<Result<void, Refused>> {
  const confirmed = await confirmWithCode(tools, session, code);
  if (!confirmed.ok) return confirmed;
  await inTransaction(tools, async (tx) => {
    await makeBackupCodes(tools, tx, session.personId);
    await tellOfChange(tools, tx, session.personId, 'backup-codes-made');
  });
  return ok(undefined);
}
