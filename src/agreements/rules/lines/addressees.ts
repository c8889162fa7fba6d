/** Who is told about a line: a named officer, else whoever holds the office, else the next office above that has someone. Pure. */
import type { Agreement } from '../agreement.ts';
import type { Line, Responsible } from '../line.ts';

/** People by the agency they hold a capability at. */
export type HoldersByAgency = ReadonlyMap<string, readonly string[]>;

export interface LineHolders {
  readonly progress: HoldersByAgency;
  readonly confirm: HoldersByAgency;
  readonly prepare: HoldersByAgency;
}

type Told = Pick<Line, 'owner' | 'other'>;
type Within = Pick<Agreement, 'parties' | 'officePath' | 'keeperPath'>;

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
export function addresseesOf(
  line: Told,
  agreement: Within,
  side: 'owner' | 'other' | 'keeper',
  holders: LineHolders,
): readonly string[] {
  if (side === 'owner') return named(line.owner) ?? nearest(line.owner.agencyPath, holders.progress);
  if (side === 'keeper') return nearest(agreement.keeperPath, holders.prepare);
  if (line.other) return named(line.other) ?? nearest(line.other.agencyPath, holders.confirm);
  const root = line.owner.agencyPath[0];
  const others = agreement.parties.filter(({ id, governmentId }) => id !== line.owner.partyId && governmentId !== root);
  const paths = [...others.map(({ agencyPath }) => agencyPath), agreement.officePath].filter((path) => path[0] !== root);
  return [...new Set(paths.flatMap((path) => nearest(path, holders.confirm)))];
}

const named = ({ personId }: Responsible): readonly string[] | undefined => (personId === null ? undefined : [personId]);

function nearest(path: readonly string[], holders: HoldersByAgency): readonly string[] {
  for (const agencyId of path.toReversed()) {
    const people = holders.get(agencyId);
    if (people && people.length > 0) return people;
  }
  return [];
}
