import type { Tx } from '../../database/database.ts';
import type { Tools } from '../../tools.ts';
import { signInTables } from '../tables.ts';
import { spendBackupCode } from './backup-codes.ts';
import { openSecret } from './sealing.ts';
import { stepOfCode } from './totp.ts';

export type CodeAnswer = 'ok' | 'wrong' | 'used';

/**
 * Uses up the code from a person's phone. A code is good once: its step and all before it are refused afterwards, also when
 * two requests bring the same code at the same moment (RFC 6238 §5.2).
 */
export async function spendTotpCode(tools: Tools, tx: Tx, personId: string, code: string): Promise<CodeAnswer> {
  const tables = signInTables(tx);
  const account = await tables
    .selectFrom('sign_in.accounts')
    .select('totp_secret')
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!account) return 'wrong';
  const step = stepOfCode(openSecret(tools.keys, personId, account.totp_secret), code, tools.clock.now());
  if (step === null) return 'wrong';
  const spent = await tables
    .updateTable('sign_in.accounts')
    .set({ totp_last_step: step })
    .where('person_id', '=', personId)
    .where('totp_last_step', '<', step)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n ? 'ok' : 'used';
}

/** Uses up a code from the phone or, when it looks like one, a backup code. */
export async function spendCode(tools: Tools, tx: Tx, personId: string, code: string): Promise<CodeAnswer> {
  return /^\d{6}$/.test(code.replace(/[\s-]/g, ''))
    ? spendTotpCode(tools, tx, personId, code)
    : spendBackupCode(tools.keys, tx, personId, code);
}
