/** Who is told about a line: a named officer, else whoever holds the office, else the next office above that has someone. Pure. */
import type { Agreement } from '../agreement.ts';
import type { Line, Responsible } from '../line.ts';

/** People by the agency they hold a capability at. */
export type HoldersByAgency = ReadonlyMap<string, readonly string[]>;

export interface LineHolders {
  readonly progress: HoldersByAgency;
  readonly confirm: HoldersByAgency;
  readonly prepare: HoldersByAgency;
  readonly sign: HoldersByAgency;
}

type Told = Pick<Line, 'owner' | 'other'>;
type Within = Pick<Agreement, 'parties' | 'officePath' | 'keeperPath'>;

/** `other-leader` = whoever signs for the other side: told when its officers stay silent. */
export type ToldSide = 'owner' | 'other' | 'other-leader' | 'keeper';

/** Agencies whose holders `addresseesOf` asks for. */
export function agenciesAsked(line: Told, agreement: Within): readonly string[] {
  const parties = agreement.parties.flatMap(({ agencyPath }) => agencyPath);
  return [
    ...line.owner.agencyPath,
    ...(line.other?.agencyPath ?? []),
    ...parties,
    ...agreement.officePath,
    ...agreement.keeperPath,
  ];
}

/** @returns ids of people, each once; empty = nobody holds such an office anywhere above */
export function addresseesOf(line: Told, agreement: Within, side: ToldSide, holders: LineHolders): readonly string[] {
  switch (side) {
    case 'owner':
      return responsibleOf(line.owner, holders.progress);
    case 'keeper':
      return nearest(agreement.keeperPath, holders.prepare);
    case 'other':
      if (line.other) return responsibleOf(line.other, holders.confirm);
      return [...new Set(otherPaths(line, agreement).flatMap((path) => nearest(path, holders.confirm)))];
    case 'other-leader': {
      const paths = line.other ? [line.other.agencyPath] : otherPaths(line, agreement);
      return [...new Set(paths.flatMap((path) => nearest(path, holders.sign)))];
    }
  }
}

function otherPaths(line: Told, agreement: Within): readonly (readonly string[])[] {
  const root = line.owner.agencyPath[0];
  const others = agreement.parties.filter(({ id, governmentId }) => id !== line.owner.partyId && governmentId !== root);
  return [...others.map(({ agencyPath }) => agencyPath), agreement.officePath].filter((path) => path[0] !== root);
}

/** The officer named, while that person still holds such an office there or above; else whoever holds it now. */
function responsibleOf({ agencyPath, personId }: Responsible, holders: HoldersByAgency): readonly string[] {
  const holds = personId !== null && agencyPath.some((agencyId) => holders.get(agencyId)?.includes(personId));
  return holds ? [personId] : nearest(agencyPath, holders);
}

/** Who prepares an agreement for the parties, and for the office that follows it, outside these governments. */
export function othersOf(
  agreement: Pick<Agreement, 'parties' | 'officePath'>,
  ownRoots: readonly string[],
  prepare: HoldersByAgency,
): readonly string[] {
  const paths = [...agreement.parties.map(({ agencyPath }) => agencyPath), agreement.officePath];
  const others = paths.filter(([root]) => root !== undefined && !ownRoots.includes(root));
  return [...new Set(others.flatMap((path) => nearest(path, prepare)))];
}

/** Whoever holds an office at the last agency of a path that has anybody, going up. */
export function nearest(path: readonly string[], holders: HoldersByAgency): readonly string[] {
  for (const agencyId of path.toReversed()) {
    const people = holders.get(agencyId);
    if (people && people.length > 0) return people;
  }
  return [];
}
