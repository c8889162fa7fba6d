/** Whether an officer a letter is meant for still holds office there, and who does when not. */
import {
  type Agency,
  agencyById,
  isInForce,
  type Position,
  peopleByIds,
  personById,
  positionsAt,
  positionsOf,
} from '../../../directory/index.ts';
import type { Capability } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Recipient } from '../../rules/documents/document.ts';
import { type DocumentProblem, problem } from './problem.ts';

export interface PresentHolder {
  readonly personId: string;
  readonly name: string;
}

/** Through which officers of an agency are known to us: those who answer for it and those who lead it. */
const KNOWN_THROUGH: readonly Capability[] = ['case.answer', 'case.owed-read'];

const isHeldOn = (position: Position, day: Day): boolean =>
  position.startsOn.until(day).sign >= 0 && (position.endsOn === null || day.until(position.endsOn).sign > 0);

/** Whether the person holds a position at the agency or above it in its tree that day. */
export async function holdsOfficeAt(db: Db | Tx, personId: string, agency: Pick<Agency, 'path'>, day: Day): Promise<boolean> {
  const held = await positionsOf(db as Db, personId);
  return held.some((one) => agency.path.includes(one.agencyId) && isHeldOn(one, day));
}

/** Officers of an agency to choose from, the agency's own first, then those of its government; each once. */
export async function knownOfficers(db: Db | Tx, agency: Pick<Agency, 'path'>, day: Day): Promise<readonly PresentHolder[]> {
  const found: string[] = [];
  for (const agencyId of [...agency.path].reverse()) {
    for (const capability of KNOWN_THROUGH) {
      for (const { personId } of await positionsAt(db as Db, agencyId, capability, day))
        if (!found.includes(personId)) found.push(personId);
    }
  }
  const people = await peopleByIds(db as Db, found);
  return found.flatMap((personId) => {
    const person = people.get(personId);
    return person ? [{ personId, name: person.name }] : [];
  });
}

/** Who holds now what somebody who left held at the agency; when nobody does, whoever else is known there. */
async function successorsOf(
  db: Db | Tx,
  personId: string,
  agency: Pick<Agency, 'path'>,
  day: Day,
): Promise<readonly PresentHolder[]> {
  const past = (await positionsOf(db as Db, personId)).filter((one) => agency.path.includes(one.agencyId));
  const known = await knownOfficers(db, agency, day);
  const same: PresentHolder[] = [];
  for (const one of known) {
    const held = await positionsOf(db as Db, one.personId);
    const follows = held.some(
      (each) => isHeldOn(each, day) && past.some((old) => old.kind === each.kind && old.agencyId === each.agencyId),
    );
    if (follows) same.push(one);
  }
  return same.length > 0 ? same : known;
}

/**
 * Looks at every recipient anew: the agency must be in force and the officer in office. Asked when a document is sealed and again when it is sent,
 * because months may lie between drafting and sending.
 */
export async function judgeRecipients(
  db: Db | Tx,
  recipients: readonly Recipient[],
  day: Day,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: DocumentProblem }> {
  for (const one of recipients) {
    if (one.agencyId === null) continue;
    const agency = await agencyById(db as Db, one.agencyId);
    if (!agency) return problem('case.addressee-unknown');
    if (!isInForce(agency, day)) return problem('case.addressee-closed');
    if (one.personId !== null && !(await holdsOfficeAt(db, one.personId, agency, day))) {
      return problem('case.addressee-left', { holders: await successorsOf(db, one.personId, agency, day) });
    }
  }
  return { ok: true };
}

/** Name of an officer a letter is meant for, as it is printed. */
export async function officerName(db: Db | Tx, personId: string | null): Promise<string | null> {
  return personId === null ? null : ((await personById(db as Db, personId))?.name ?? null);
}
