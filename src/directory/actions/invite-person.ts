import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { inviteAccount } from '../../platform/sign-in/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { judgeAppointment } from '../rules/appoint.ts';
import { type InvitationOrder, problemsOfDecree, problemsOfPerson } from '../rules/invitation.ts';
import type { DirectoryRefusal } from '../rules/refusals.ts';
import { agencyById } from '../store/agencies.ts';
import { recordChange } from '../store/changes.ts';
import { insertPerson, personByEmail } from '../store/people.ts';
import { writePosition } from './appoint-position.ts';

export interface Invited {
  readonly personId: string;
  readonly positionId: string;
  /** For the terminal, where the link can be shown: `invitationLink(tools, invitationId)`. */
  readonly invitationId: string;
}

/**
 * Brings a new person into the directory with a first position, and invites them by mail to make an account. All of it or nothing.
 * The first administrator is invited by the installation itself: `{ kind: 'system', errand: 'admin create' }`.
 */
export async function invitePerson(
  tools: Tools,
  actor: Actor,
  order: InvitationOrder,
): Promise<Result<Invited, DirectoryRefusal>> {
  const problem = [...problemsOfPerson(order), ...problemsOfDecree(order.decree)][0];
  if (problem !== undefined) return refuse(problem);
  try {
    return await inTransaction(tools, async (tx) => {
      const agency = await agencyById(tx, order.agencyId);
      if (agency === undefined) return refuse('agency-unknown');
      const personId = tools.random.id();
      const judged = judgeAppointment(actor, { ...order, personId }, agency, []);
      if (!judged.ok) return judged;
      const email = order.email.trim();
      if ((await personByEmail(tx, email)) !== undefined) return refuse('person-known');
      const byPersonId = actor.kind === 'officer' ? actor.personId : null;
      const invited = await inviteAccount(tools, tx, { personId, email, byPersonId });
      if (!invited.ok) return refuse(invited.refusal === 'email-taken' ? 'person-known' : 'email-invalid');

      const at = tools.clock.now();
      await insertPerson(
        tx,
        { id: personId, name: order.name.trim(), email, phone: order.phone, isExample: false },
        at.toString(),
      );
      await recordChange(tx, {
        id: tools.random.id(),
        at,
        actor: actorReference(actor),
        subject: { kind: 'person', id: personId },
        what: 'invited',
        why: order.decree.number.trim(),
        details: { invitationId: invited.value.invitationId },
      });
      const positionId = await writePosition(tools, tx, actor, personId, order);
      return ok({ personId, positionId, invitationId: invited.value.invitationId });
    });
  } catch (error) {
    // Two people inviting the same address at the same moment: the index lets one of them win.
    if ((error as { constraint?: unknown }).constraint === 'people_by_email') return refuse('person-known');
    throw error;
  }
}
