/** Names of who would report or confirm lines and has nobody in the application who does it: said while somebody can still be named. */
import { agenciesByIds, holdersAt } from '../../../directory/index.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { confirmingPaths, voicelessSides } from '../../rules/lines/voiceless.ts';

export interface Voiceless {
  /** Offices that own lines and cannot report them. */
  readonly owners: readonly string[];
  /** The offices, or the other parties, that would confirm and cannot. */
  readonly confirmers: readonly string[];
}

export async function voicelessOf(
  db: Db | Tx,
  agreement: Agreement,
  lines: readonly Pick<Line, 'owner' | 'other' | 'state'>[],
  day: Day,
): Promise<Voiceless> {
  const holders = {
    progress: await holdersAt(db as Db, new Set(lines.flatMap(({ owner }) => owner.agencyPath)), 'agreement.progress', day),
    confirm: await holdersAt(
      db as Db,
      new Set(lines.flatMap((line) => confirmingPaths(line, agreement).flat())),
      'agreement.confirm',
      day,
    ),
  };
  const found = lines.map((line) => ({ line, sides: voicelessSides(line, agreement, holders) }));
  const owners = new Set(found.flatMap(({ line, sides }) => (sides.includes('owner') ? [line.owner.agencyId] : [])));
  const unconfirmed = found.filter(({ sides }) => sides.includes('other')).map(({ line }) => line);
  const named = new Set(unconfirmed.flatMap(({ other }) => (other ? [other.agencyId] : [])));
  const agencies = owners.size + named.size === 0 ? new Map() : await agenciesByIds(db as Db, [...owners, ...named]);
  const names = (ids: Iterable<string>): string[] => [...ids].map((id) => agencies.get(id)?.name ?? '').filter(Boolean);
  const parties = unconfirmed
    .filter(({ other }) => other === null)
    .flatMap(({ owner }) => agreement.parties.filter(({ id }) => id !== owner.partyId).map(({ name }) => name));
  return { owners: names(owners), confirmers: [...new Set([...names(named), ...parties])] };
}
