import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Db, Tx } from '../../database/database.ts';
import type { Tools } from '../../tools.ts';
import { normaliseEmail } from '../email.ts';
import { INVITATION_HOURS } from '../limits.ts';
import { moment, signInTables } from '../tables.ts';
import { derivedToken, tokenHash } from '../tokens.ts';
import { tellOfChange } from './tell-of-change.ts';

export interface NewInvitation {
  readonly personId: string;
  readonly email: string;
  /** Who invites; null when an administrator does it at the terminal. Whether they may is the caller's question. */
  readonly byPersonId: string | null;
}

/**
 * Invites a person to make an account, or to make it anew: someone who has lost phone and backup codes gets a new
 * invitation, keeps the old credentials until it is accepted, and is told of it at the account's address.
 * Earlier invitations of the person are void.
 */
export async function inviteAccount(
  tools: Tools,
  tx: Tx,
  invitation: NewInvitation,
): Promise<Result<{ invitationId: string }, 'email-malformed' | 'email-taken'>> {
  const email = normaliseEmail(invitation.email);
  if (email === null) return refuse('email-malformed');
  const tables = signInTables(tx);
  const holder = await tables.selectFrom('sign_in.accounts').select('person_id').where('email', '=', email).executeTakeFirst();
  if (holder && holder.person_id !== invitation.personId) return refuse('email-taken');

  const now = tools.clock.now();
  await tables
    .updateTable('sign_in.invitations')
    .set({ withdrawn_at: now.toString() })
    .where('person_id', '=', invitation.personId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
  const id = tools.random.id();
  const expiresAt = now.add({ hours: INVITATION_HOURS });
  await tables
    .insertInto('sign_in.invitations')
    .values({
      id,
      person_id: invitation.personId,
      email,
      invited_by: invitation.byPersonId,
      token_hash: tokenHash(derivedToken(tools.keys, 'invitation', id)),
      created_at: now.toString(),
      expires_at: expiresAt.toString(),
      password_hash: null,
      totp_secret: null,
    })
    .execute();
  await tools.post(tx, {
    purpose: 'sign-in.invitation',
    object: { kind: 'invitation', id },
    recipient: { kind: 'invitee', id },
    stage: 'sent',
    details: { expiresAt: expiresAt.toString() },
  });
  await tellOfChange(tools, tx, invitation.personId, 'invited-again');
  return ok({ invitationId: id });
}

/** The link of an invitation, for its mail and for the administrator's terminal. Whoever has it can make the account. */
export function invitationLink(tools: Tools, invitationId: string): string {
  return `${tools.settings.baseUrl}/sign-in/invitation?token=${derivedToken(tools.keys, 'invitation', invitationId)}`;
}

/** Where the mail of an invitation goes; `null` when it was accepted, withdrawn or never existed. */
export async function inviteeAddress(db: Db, invitationId: string): Promise<string | null> {
  const invitation = await signInTables(db)
    .selectFrom('sign_in.invitations')
    .select('email')
    .where('id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return invitation?.email ?? null;
}

/** The invitation a token opens, while it is open: not accepted, not withdrawn, not expired. `lock` holds it for the transaction. */
export async function openInvitation(tools: Tools, db: Db, token: string, lock = false) {
  const query = signInTables(db)
    .selectFrom('sign_in.invitations')
    .select(['id', 'person_id', 'email', 'password_hash', 'totp_secret'])
    .where('token_hash', '=', tokenHash(token))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', moment(tools.clock.now()));
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}
