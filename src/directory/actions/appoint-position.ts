import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { accountStates, inviteAccount } from '../../platform/sign-in/index.ts';
import type { Tools } from '../../platform/tools.ts';
import { judgeAppointment } from '../rules/appoint.ts';
import { type AppointmentOrder, problemsOfDecree } from '../rules/invitation.ts';
import type { DirectoryRefusal } from '../rules/refusals.ts';
import { agencyById } from '../store/agencies.ts';
import { recordChange } from '../store/changes.ts';
import { lockPerson } from '../store/people.ts';
import { insertPosition, positionsOf } from '../store/positions.ts';

/** Gives someone who is already in the directory a further position. Whose account was closed or never made is invited again. */
export async function appointPosition(
  tools: Tools,
  actor: Actor,
  order: AppointmentOrder & { readonly personId: string },
): Promise<Result<{ positionId: string }, DirectoryRefusal>> {
  const problem = problemsOfDecree(order.decree)[0];
  if (problem !== undefined) return refuse(problem);
  return inTransaction(tools, async (tx) => {
    const person = await lockPerson(tx, order.personId);
    if (person === undefined) return refuse('person-unknown');
    const agency = await agencyById(tx, order.agencyId);
    if (agency === undefined) return refuse('agency-unknown');
    const judged = judgeAppointment(actor, order, agency, await positionsOf(tx, person.id));
    if (!judged.ok) return judged;

    const state = (await accountStates({ ...tools, db: tx }, [person.id])).get(person.id);
    if (state === 'none' || state === 'closed') {
      const byPersonId = actor.kind === 'officer' ? actor.personId : null;
      const invited = await inviteAccount(tools, tx, { personId: person.id, email: person.email, byPersonId });
      if (!invited.ok) return refuse('email-invalid');
    }
    const positionId = await writePosition(tools, tx, actor, person.id, order);
    await tools.post(tx, {
      purpose: 'directory.appointed',
      object: { kind: 'position', id: positionId },
      recipient: { kind: 'person', id: person.id },
      stage: 'appointed',
      details: { kind: order.kind, startsOn: order.startsOn.toString() },
    });
    return ok({ positionId });
  });
}

/** Writes a position that has been judged, with its line in the history. */
export async function writePosition(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  personId: string,
  order: AppointmentOrder,
): Promise<string> {
  const id = tools.random.id();
  const at = tools.clock.now();
  const { kind, agencyId, startsOn } = order;
  const decreeNumber = order.decree.number.trim();
  await insertPosition(
    tx,
    { id, personId, kind, agencyId, decreeNumber, decreeOn: order.decree.on, startsOn, endsOn: null },
    at.toString(),
  );
  await recordChange(tx, {
    id: tools.random.id(),
    at,
    actor: actorReference(actor),
    subject: { kind: 'position', id },
    what: 'appointed',
    why: decreeNumber,
    details: { personId, kind, agencyId, startsOn: startsOn.toString() },
  });
  return id;
}
