import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { inviteAccount } from '../../platform/sign-in/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { mayGive } from '../rules/appoint.ts';
import type { DirectoryRefusal } from '../rules/refusals.ts';
import { agenciesByIds } from '../store/agencies.ts';
import { recordChange } from '../store/changes.ts';
import { lockPerson } from '../store/people.ts';
import { positionsOf } from '../store/positions.ts';
import { dayAt } from './agency-day.ts';

/**
 * Sends a person a new invitation: to whoever let the first one lapse, or lost phone and backup codes. Whoever has the new one can replace
 * the credentials, so only someone who could give *every* position the person still holds may send it: nobody takes over a
 * stronger account through a weaker one of the same person.
 */
export async function inviteAgain(
  tools: Tools,
  actor: Actor,
  personId: string,
): Promise<Result<{ invitationId: string }, DirectoryRefusal>> {
  if (actor.kind === 'officer' && actor.personId === personId) return refuse('own-position');
  return inTransaction(tools, async (tx) => {
    const person = await lockPerson(tx, personId);
    if (person === undefined) return refuse('person-unknown');
    const positions = await positionsOf(tx, personId);
    const agencies = await agenciesByIds(
      tx,
      positions.map(({ agencyId }) => agencyId),
    );
    const now = tools.clock.now();
    const held = positions.filter(({ agencyId, endsOn }) => {
      const agency = agencies.get(agencyId);
      return endsOn === null || agency === undefined || endsOn.until(dayAt(agency, now)).sign < 0;
    });
    const mayAll = held.every(({ kind, agencyId }) => {
      const agency = agencies.get(agencyId);
      return agency !== undefined && mayGive(actor, kind, agency);
    });
    if (held.length === 0 || !mayAll) return refuse('not-yours-to-manage');
    const byPersonId = actor.kind === 'officer' ? actor.personId : null;
    const invited = await inviteAccount(tools, tx, { personId, email: person.email, byPersonId });
    if (!invited.ok) return refuse('email-invalid');
    await recordChange(tx, {
      id: tools.random.id(),
      at: now,
      actor: actorReference(actor),
      subject: { kind: 'person', id: personId },
      what: 'invited',
      why: '',
      details: { invitationId: invited.value.invitationId, again: true },
    });
    return ok({ invitationId: invited.value.invitationId });
  });
}
