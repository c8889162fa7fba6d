import type { Language } from '../../../kernel/language.ts';
import type { Db, Tx } from '../../database/database.ts';
import type { Tools } from '../../tools.ts';
import { normaliseEmail } from '../email.ts';
import { hashPassword } from '../password/hash.ts';
import { PASSWORD_FEWEST_CHARACTERS } from '../password/strength.ts';
import { sealSecret } from '../second-factor/sealing.ts';
import { isTotpSecret, newTotpSecret } from '../second-factor/totp.ts';
import { signInTables } from '../tables.ts';
import { showsExamples } from './example-mode.ts';

export interface NewAccount {
  readonly personId: string;
  readonly email: string;
  /** At least twelve characters. Its strength is not judged here: whoever calls this knows the password already. */
  readonly password: string;
  /** Base32. Left out, a new one is made. */
  readonly totpSecret?: string;
}

/**
 * Makes a person's account with password and second factor, for example data, tests and imports; people make theirs by
 * accepting an invitation. Throws when the input cannot be an account, or when the person or the address has one already.
 *
 * @returns the TOTP secret in base32
 */
export async function createAccount(tools: Tools, tx: Tx, account: NewAccount): Promise<{ totpSecret: string }> {
  const email = normaliseEmail(account.email);
  if (email === null) throw new Error('createAccount: this is not an e-mail address');
  if ([...account.password].length < PASSWORD_FEWEST_CHARACTERS) throw new Error('createAccount: the password is too short');
  const totpSecret = account.totpSecret ?? newTotpSecret(tools.random);
  if (!isTotpSecret(totpSecret)) throw new Error('createAccount: the TOTP secret must be base32 of at least 128 bits');
  const now = tools.clock.now().toString();
  await signInTables(tx)
    .insertInto('sign_in.accounts')
    .values({
      person_id: account.personId,
      email,
      password_hash: await hashPassword(account.password),
      password_set_at: now,
      totp_secret: sealSecret(tools.keys, account.personId, totpSecret),
      totp_last_step: 0,
      created_at: now,
    })
    .execute();
  return { totpSecret };
}

/** An account that may be entered now; `undefined` for unknown and closed ones, and for example accounts outside example mode. */
export async function openAccountByEmail(tools: Tools, email: string) {
  const account = await signInTables(tools.db)
    .selectFrom('sign_in.accounts')
    .select(['person_id', 'email', 'password_hash', 'is_example'])
    .where('email', '=', email)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return account?.is_example && !showsExamples(tools.settings) ? undefined : account;
}

/** The address of a person's account and the language the person reads; `undefined` when there is no open account. */
export async function accountAddress(db: Db, personId: string): Promise<{ email: string; language: Language } | undefined> {
  return signInTables(db)
    .selectFrom('sign_in.accounts')
    .select(['email', 'language'])
    .where('person_id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

/** Closes a person's account: open sessions end at once, invitations and resets are void. A new invitation opens it again. */
export async function closeAccount(tools: Tools, tx: Tx, personId: string): Promise<void> {
  const tables = signInTables(tx);
  const now = tools.clock.now().toString();
  await tables.updateTable('sign_in.accounts').set({ closed_at: now }).where('person_id', '=', personId).execute();
  await tables
    .updateTable('sign_in.invitations')
    .set({ withdrawn_at: now })
    .where('person_id', '=', personId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  await forgetOpenDoors(tx, personId);
}

/** Ends everything that is open in a person's name: sessions, half sign-ins, reset links. Part of every change of credentials. */
export async function forgetOpenDoors(tx: Tx, personId: string, exceptSessionId?: string): Promise<void> {
  const tables = signInTables(tx);
  await tables.deleteFrom('sign_in.challenges').where('person_id', '=', personId).execute();
  await tables.deleteFrom('sign_in.password_resets').where('person_id', '=', personId).execute();
  let sessions = tables.deleteFrom('sign_in.sessions').where('person_id', '=', personId);
  if (exceptSessionId !== undefined) sessions = sessions.where('id', '!=', exceptSessionId);
  await sessions.execute();
}
