import type { ErrandList, Recurring } from '../jobs/errands.ts';
import type { Tools } from '../tools.ts';
import { SESSION_IDLE_MINUTES } from './limits.ts';
import { forgetSignInDays } from './sessions/sign-in-days.ts';
import { moment, signInTables } from './tables.ts';

/** Removes what is over: sessions, half sign-ins, reset links, new phones that never came. Twice does no harm. */
export async function sweepSignIn(tools: Tools): Promise<void> {
  const tables = signInTables(tools.db);
  const now = tools.clock.now();
  const idle = moment(now.subtract({ minutes: SESSION_IDLE_MINUTES }));
  await tables
    .deleteFrom('sign_in.sessions')
    .where((where) => where.or([where('expires_at', '<=', moment(now)), where('last_used_at', '<=', idle)]))
    .execute();
  await tables.deleteFrom('sign_in.challenges').where('expires_at', '<=', moment(now)).execute();
  await tables.deleteFrom('sign_in.kept_forms').where('expires_at', '<=', moment(now)).execute();
  await tables.deleteFrom('sign_in.password_resets').where('expires_at', '<=', moment(now)).execute();
  await tables
    .updateTable('sign_in.accounts')
    .set({ next_totp_secret: null, next_totp_until: null })
    .where('next_totp_until', '<=', moment(now))
    .execute();
  await forgetSignInDays(tools);
  // A chosen password of an invitation that nobody finished is not kept for ever.
  await tables
    .updateTable('sign_in.invitations')
    .set({ password_hash: null, totp_secret: null })
    .where('expires_at', '<=', moment(now))
    .where('password_hash', 'is not', null)
    .execute();
}

/** The house-keeping of sign-in, for `main.ts` to add to the others'. */
export const signInErrands: ErrandList = { 'sign-in.sweep': (tools) => sweepSignIn(tools) };

export const signInRecurring: Recurring = [{ errand: 'sign-in.sweep', crontab: '41 * * * *' }];
