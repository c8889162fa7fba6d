import type { Label } from '../../../kernel/language.ts';
import type { Tx } from '../../database/database.ts';
import type { Tools } from '../../tools.ts';
import { openSecret } from '../second-factor/sealing.ts';
import { totpCode, totpStep } from '../second-factor/totp.ts';
import { signInTables } from '../tables.ts';
import { createAccount, type NewAccount } from './accounts.ts';
import { showsExamples } from './example-mode.ts';

export interface NewExampleAccount extends NewAccount {
  /** Who this is, to someone trying the product: name, position and what to try. */
  readonly description: Label;
  /** Place in the list. */
  readonly position: number;
  /** One of many of its kind: listed apart, behind the others. */
  readonly isExtra: boolean;
}

/** The places from which on accounts are extra. */
const EXTRA_FROM = 1000;

export interface ExampleAccount {
  readonly personId: string;
  readonly email: string;
  readonly password: string;
  /** A code that will be accepted now. `null` when this and the next were used: the next comes within half a minute. */
  readonly code: string | null;
  readonly description: Label;
  readonly isExtra: boolean;
}

/** Makes an account whose password everybody may read. Throws outside example mode. */
export async function createExampleAccount(tools: Tools, tx: Tx, account: NewExampleAccount): Promise<void> {
  if (!showsExamples(tools.settings)) throw new Error('Example accounts exist only in example mode on a loopback host');
  await createAccount(tools, tx, account);
  const tables = signInTables(tx);
  await tables.updateTable('sign_in.accounts').set({ is_example: true }).where('person_id', '=', account.personId).execute();
  await tables
    .insertInto('sign_in.example_accounts')
    .values({
      person_id: account.personId,
      password: account.password,
      description_id: account.description.id,
      description_en: account.description.en,
      position: account.position + (account.isExtra ? EXTRA_FROM : 0),
    })
    .execute();
}

/** The example accounts with password and code, in their order; empty outside example mode, whatever the table holds. */
export async function exampleAccounts(tools: Tools): Promise<readonly ExampleAccount[]> {
  if (!showsExamples(tools.settings)) return [];
  const rows = await signInTables(tools.db)
    .selectFrom('sign_in.example_accounts as example')
    .innerJoin('sign_in.accounts as account', 'account.person_id', 'example.person_id')
    .select(['account.person_id', 'account.email', 'account.totp_secret', 'account.totp_last_step'])
    .select(['example.password', 'example.description_id', 'example.description_en', 'example.position'])
    .where('account.closed_at', 'is', null)
    .where('account.is_example', '=', true)
    // Whoever changes the password of an example account has made it their own; the listed one would be wrong.
    .whereRef('account.password_set_at', '=', 'account.created_at')
    .orderBy('example.position')
    .orderBy('example.person_id')
    .execute();
  const now = totpStep(tools.clock.now());
  return rows.map((row) => {
    // A code counts once, and the next one is accepted already: so someone may sign in twice within half a minute.
    const step = Math.max(now, row.totp_last_step + 1);
    return {
      personId: row.person_id,
      email: row.email,
      password: row.password,
      code: step <= now + 1 ? totpCode(openSecret(tools.keys, row.person_id, row.totp_secret), step) : null,
      description: { id: row.description_id, en: row.description_en },
      isExtra: row.position >= EXTRA_FROM,
    };
  });
}
