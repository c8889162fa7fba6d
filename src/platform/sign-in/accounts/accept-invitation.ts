import type { Language } from '../../../kernel/language.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Tools } from '../../tools.ts';
import { codeAllowances, takeAttempt } from '../entry/attempts.ts';
import type { Entered } from '../entry/give-code.ts';
import { markBrowser } from '../entry/known-browser.ts';
import { hashPassword } from '../password/hash.ts';
import { passwordWeakness } from '../password/strength.ts';
import type { Refused } from '../refusals.ts';
import { backupCodesLeft, makeBackupCodes } from '../second-factor/backup-codes.ts';
import { type Enrolment, enrolmentOf } from '../second-factor/enrolment.ts';
import { openSecret, sealSecret } from '../second-factor/sealing.ts';
import { newTotpSecret, stepOfCode } from '../second-factor/totp.ts';
import { endSessionOfToken, openSession } from '../sessions/sessions.ts';
import { signInTables } from '../tables.ts';
import { forgetOpenDoors } from './accounts.ts';
import { openInvitation } from './invitations.ts';

export interface OpenInvitation {
  readonly email: string;
  /** What to put into the authenticator app; `null` while no password has been chosen. */
  readonly enrolment: Enrolment | null;
}

/** What an invitation's token opens. One refusal for used, withdrawn, expired and invented tokens. */
export async function readInvitation(tools: Tools, token: string): Promise<Result<OpenInvitation, Refused>> {
  const invitation = await openInvitation(tools, tools.db, token);
  if (!invitation) return refuse({ code: 'link-over' });
  const { id, email, totp_secret } = invitation;
  const enrolment = totp_secret && (await enrolmentOf(tools, openSecret(tools.keys, id, totp_secret), email));
  return ok({ email, enrolment });
}

/** First step of accepting: the password. May be done again until the second step is; each time with a new secret. */
export async function chooseInvitedPassword(tools: Tools, token: string, password: string): Promise<Result<void, Refused>> {
  const invitation = await openInvitation(tools, tools.db, token);
  if (!invitation) return refuse({ code: 'link-over' });
  const weakness = await passwordWeakness(password, [invitation.email]);
  if (weakness !== null) return refuse({ code: weakness });
  await signInTables(tools.db)
    .updateTable('sign_in.invitations')
    .set({
      password_hash: await hashPassword(password),
      totp_secret: sealSecret(tools.keys, invitation.id, newTotpSecret(tools.random)),
    })
    .where('id', '=', invitation.id)
    .where('accepted_at', 'is', null)
    .execute();
  return ok(undefined);
}

export interface Acceptance {
  readonly token: string;
  readonly code: string;
  readonly device: string | null;
  readonly language: Language;
  readonly marks: string;
  /** The session this browser had before, perhaps of a colleague, which ends. */
  readonly formerToken: string | null;
}

/** Second step of accepting: a code from the app. Makes the account, or makes it anew, and signs the person in. */
export async function acceptInvitation(tools: Tools, given: Acceptance): Promise<Result<Entered, Refused>> {
  const seen = await openInvitation(tools, tools.db, given.token);
  if (!seen) return refuse({ code: 'link-over' });
  const attempt = await takeAttempt(tools, codeAllowances(seen.id));
  if (!attempt.ok) return attempt;

  return inTransaction(tools, async (tx) => {
    const invitation = await openInvitation(tools, tx, given.token, true);
    if (!invitation?.password_hash || !invitation.totp_secret) return refuse({ code: 'link-over' });
    const { id, person_id: personId, email } = invitation;
    const secret = openSecret(tools.keys, id, invitation.totp_secret);
    const step = stepOfCode(secret, given.code, tools.clock.now());
    if (step === null) return refuse({ code: 'code-wrong' });

    const tables = signInTables(tx);
    const holder = await tables.selectFrom('sign_in.accounts').select('person_id').where('email', '=', email).executeTakeFirst();
    if (holder && holder.person_id !== personId) return refuse({ code: 'email-taken' });
    const now = tools.clock.now().toString();
    const credentials = {
      email,
      password_hash: invitation.password_hash,
      password_set_at: now,
      totp_secret: sealSecret(tools.keys, personId, secret),
      totp_last_step: step,
      language: given.language,
      next_totp_secret: null,
      next_totp_until: null,
      closed_at: null,
    };
    await tables
      .insertInto('sign_in.accounts')
      .values({ person_id: personId, created_at: now, ...credentials })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(credentials))
      .execute();
    await tables
      .updateTable('sign_in.invitations')
      .set({ accepted_at: now, password_hash: null, totp_secret: null })
      .where('id', '=', id)
      .execute();
    await forgetOpenDoors(tx, personId);
    if (given.formerToken !== null) await endSessionOfToken(tx, given.formerToken);
    await makeBackupCodes(tools, tx, personId);
    const sessionToken = await openSession(tools, tx, personId, given.device);
    tools.log.info({ event: 'sign-in.accepted', person: personId }, 'an invitation was accepted');
    const marks = markBrowser(tools.keys, tools.random, given.marks, email);
    return ok({ personId, sessionToken, marks, backupCodesLeft: await backupCodesLeft(tx, personId), usedBackupCode: false });
  });
}
