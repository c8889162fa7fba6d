/**
 * The sides of an agreement when they speak to one another: one voice for each tree (a government with its offices, the Ombudsman with its own), so
 * that nobody answers themselves. The Ombudsman's office that follows an agreement has a voice also where it is no party. Pure.
 */
import type { Actor, Capability } from '../../../kernel/actor.ts';
import type { Agreement } from '../agreement.ts';

export interface Voice {
  /** Root of the tree. */
  readonly root: string;
  /** The agency that stands for it: its highest party, or the office that follows. */
  readonly agencyId: string;
  readonly partyIds: readonly string[];
}

/** Any of them speaks for a side. */
const SPEAKING: readonly Capability[] = ['agreement.prepare', 'agreement.confirm', 'agreement.sign'];

type Spoken = Pick<Agreement, 'parties' | 'officePath'>;

/** In the order of the parties; bodies that the directory does not know have no voice in the application. */
export function voicesOf(agreement: Spoken): readonly Voice[] {
  const voices = new Map<string, Voice & { readonly depth: number }>();
  for (const { id, agencyPath, agencyId } of agreement.parties) {
    const root = agencyPath[0];
    if (root === undefined || agencyId === null) continue;
    const known = voices.get(root);
    const partyIds = [...(known?.partyIds ?? []), id];
    const isHigher = !known || agencyPath.length < known.depth;
    voices.set(root, isHigher ? { root, agencyId, partyIds, depth: agencyPath.length } : { ...known, partyIds });
  }
  const [office, own] = [agreement.officePath[0], agreement.officePath.at(-1)];
  if (office !== undefined && own !== undefined && !voices.has(office))
    voices.set(office, { root: office, agencyId: own, partyIds: [], depth: agreement.officePath.length });
  return [...voices.values()].map(({ root, agencyId, partyIds }) => ({ root, agencyId, partyIds }));
}

/** The voices an officer speaks with: positions at a party, at the office that follows, or above one of them. */
export function speaksFor(actor: Actor, agreement: Spoken, capabilities: readonly Capability[] = SPEAKING): readonly string[] {
  if (actor.kind !== 'officer') return [];
  const paths = [...agreement.parties.map(({ agencyPath }) => agencyPath), agreement.officePath];
  const held = actor.positions.filter((position) => capabilities.some((each) => position.capabilities.includes(each)));
  return voicesOf(agreement)
    .map(({ root }) => root)
    .filter((root) => held.some(({ agencyId }) => paths.some((path) => path[0] === root && path.includes(agencyId))));
}

/** The voices that may answer what a side wrote: not whoever holds a position on that side too. */
export function answersFor(actor: Actor, agreement: Spoken, writerRoot: string): readonly string[] {
  if (actor.kind !== 'officer' || actor.positions.some(({ governmentId }) => governmentId === writerRoot)) return [];
  return speaksFor(actor, agreement).filter((root) => root !== writerRoot);
}
