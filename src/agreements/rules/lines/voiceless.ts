/** Sides of a line that nobody in the application speaks for: it can then never be reported, or never be confirmed, and no reminder arrives. Pure. */
import type { Agreement } from '../agreement.ts';
import type { Line } from '../line.ts';
import type { LineHolders } from './addressees.ts';

type Asked = Pick<Line, 'owner' | 'other' | 'state'>;

const isOpen = ({ state }: Pick<Line, 'state'>) => state === 'planned' || state === 'running' || state === 'reported';

/** The offices any of which may confirm, as `sidesOf` of rules/permissions.ts: never of the owner's own tree. */
export function confirmingPaths(
  line: Asked,
  agreement: Pick<Agreement, 'parties' | 'officePath'>,
): readonly (readonly string[])[] {
  const named = line.other
    ? [line.other.agencyPath]
    : agreement.parties.filter(({ id }) => id !== line.owner.partyId).map(({ agencyPath }) => agencyPath);
  return [...named, agreement.officePath].filter((path) => path.length > 0 && path[0] !== line.owner.agencyPath[0]);
}

/** @param holders of all agencies of the owner's path and of `confirmingPaths`; what is settled or dropped asks nobody */
export function voicelessSides(
  line: Asked,
  agreement: Pick<Agreement, 'parties' | 'officePath'>,
  holders: Pick<LineHolders, 'progress' | 'confirm'>,
): readonly ('owner' | 'other')[] {
  if (!isOpen(line)) return [];
  const hasOwner = line.owner.agencyPath.some((id) => holders.progress.has(id));
  const hasOther = confirmingPaths(line, agreement).some((path) => path.some((id) => holders.confirm.has(id)));
  return [...(hasOwner ? [] : (['owner'] as const)), ...(hasOther ? [] : (['other'] as const))];
}
