import type { Tools } from '../../tools.ts';
import { moment, signInTables } from '../tables.ts';

/** How far a person's account is: nothing, an open invitation, an account (also with a new invitation on its way), closed. */
export type AccountState = 'none' | 'invited' | 'active' | 'closed';

/** The states of many people's accounts at once, for lists of people. */
export async function accountStates(tools: Tools, personIds: readonly string[]): Promise<ReadonlyMap<string, AccountState>> {
  const states = new Map<string, AccountState>(personIds.map((id) => [id, 'none']));
  if (personIds.length === 0) return states;
  const tables = signInTables(tools.db);
  const accounts = await tables
    .selectFrom('sign_in.accounts')
    .select(['person_id', 'closed_at'])
    .where('person_id', 'in', [...personIds])
    .execute();
  const invitations = await tables
    .selectFrom('sign_in.invitations')
    .select('person_id')
    .where('person_id', 'in', [...personIds])
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', moment(tools.clock.now()))
    .execute();
  for (const account of accounts) states.set(account.person_id, account.closed_at === null ? 'active' : 'closed');
  for (const { person_id } of invitations) if (states.get(person_id) !== 'active') states.set(person_id, 'invited');
  return states;
}
