/** Who could be put on a case in which role, how much they have to do, and what speaks against them. */
import { holdersOf, peopleByIds } from '../../../directory/index.ts';
import type { Capability } from '../../../kernel/actor.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, TEAM_ROLES, type TeamRole } from '../../rules/case.ts';
import type { Conflict } from '../../rules/verification/conflict.ts';
import { loadsOf } from '../../store/verification/similar-cases.ts';
import { conflictsAmong } from './conflicts.ts';

/** Which capability each role takes. */
export const ROLE_CAPABILITIES: Readonly<Record<TeamRole, Capability>> = {
  verifier: 'case.verify',
  lead: 'case.examine',
  examiner: 'case.examine',
  resolver: 'case.resolve',
};

export interface Candidate {
  readonly personId: string;
  readonly name: string;
  /** Open cases they work on now. */
  readonly load: number;
  readonly conflict: Conflict | null;
  readonly roles: readonly TeamRole[];
}

/** Holders of the capabilities at the case's office today, by name. */
export async function candidatesFor(tools: Tools, db: Db | Tx, file: Case, now: Moment): Promise<readonly Candidate[]> {
  const today = dayOf(now, file.zone);
  const roles = new Map<string, TeamRole[]>();
  for (const role of TEAM_ROLES) {
    for (const personId of await holdersOf(db as Db, file.officeId, ROLE_CAPABILITIES[role], today)) {
      roles.set(personId, [...(roles.get(personId) ?? []), role]);
    }
  }
  const ids = [...roles.keys()];
  const [people, loads, conflicts] = [
    await peopleByIds(db as Db, ids),
    await loadsOf(db, ids),
    await conflictsAmong(tools, db, file, ids, now),
  ];
  return ids
    .map((personId) => ({
      personId,
      name: people.get(personId)?.name ?? '',
      load: loads.get(personId) ?? 0,
      conflict: conflicts.get(personId) ?? null,
      roles: roles.get(personId) ?? [],
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'id'));
}
