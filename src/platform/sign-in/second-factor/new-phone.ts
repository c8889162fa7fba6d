import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Tools } from '../../tools.ts';
import { forgetOpenDoors } from '../accounts/accounts.ts';
import { tellOfChange } from '../accounts/tell-of-change.ts';
import { codeAllowances, takeAttempt } from '../entry/attempts.ts';
import { NEW_PHONE_MINUTES } from '../limits.ts';
import type { Refused } from '../refusals.ts';
import type { Session } from '../sessions/sessions.ts';
import { moment, signInTables } from '../tables.ts';
import { confirmWithCode } from './confirm.ts';
import { type Enrolment, enrolmentOf } from './enrolment.ts';
import { openSecret, sealSecret } from './sealing.ts';
import { newTotpSecret, stepOfCode } from './totp.ts';

/** Begins the move to a new phone, with a code of the old one or a backup code. The old phone holds until the new one has proved itself. */
export async function startNewPhone(tools: Tools, session: Session, code: string): Promise<Result<void, Refused>> {
  const confirmed = await confirmWithCode(tools, session, code, { backupCodesToo: true });
  if (!confirmed.ok) return confirmed;
  await signInTables(tools.db)
    .updateTable('sign_in.accounts')
    .set({
      next_totp_secret: sealSecret(tools.keys, session.personId, newTotpSecret(tools.random)),
      next_totp_until: tools.clock.now().add({ minutes: NEW_PHONE_MINUTES }).toString(),
    })
    .where('person_id', '=', session.personId)
    .execute();
  return ok(undefined);
}

/** What to put into the new phone; `null` when no move has begun or its fifteen minutes are over. */
export async function newPhoneEnrolment(tools: Tools, session: Session): Promise<Enrolment | null> {
  const next = await nextSecret(tools, session);
  return next && enrolmentOf(tools, next.secret, next.email);
}

/** Ends the move with a code of the new phone: from now on it alone counts, and all other sessions are over. */
export async function confirmNewPhone(tools: Tools, session: Session, code: string): Promise<Result<void, Refused>> {
  const attempt = await takeAttempt(tools, codeAllowances(`new-phone:${session.personId}`));
  if (!attempt.ok) return attempt;
  const next = await nextSecret(tools, session);
  if (!next) return refuse({ code: 'enrolment-over' });
  const step = stepOfCode(next.secret, code, tools.clock.now());
  if (step === null) return refuse({ code: 'code-wrong' });
  return inTransaction(tools, async (tx) => {
    const moved = await signInTables(tx)
      .updateTable('sign_in.accounts')
      .set({ totp_secret: next.sealed, totp_last_step: step, next_totp_secret: null, next_totp_until: null })
      .where('person_id', '=', session.personId)
      .where('next_totp_secret', '=', next.sealed)
      .executeTakeFirst();
    if (moved.numUpdatedRows === 0n) return refuse({ code: 'enrolment-over' });
    await forgetOpenDoors(tx, session.personId, session.id);
    await tellOfChange(tools, tx, session.personId, 'phone-changed');
    return ok(undefined);
  });
}

async function nextSecret(tools: Tools, session: Session) {
  const account = await signInTables(tools.db)
    .selectFrom('sign_in.accounts')
    .select(['email', 'next_totp_secret'])
    .where('person_id', '=', session.personId)
    .where('next_totp_until', '>', moment(tools.clock.now()))
    .executeTakeFirst();
  const sealed = account?.next_totp_secret;
  return account && sealed ? { email: account.email, sealed, secret: openSecret(tools.keys, session.personId, sealed) } : null;
}
