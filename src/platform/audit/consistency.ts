import type { Db } from '../database/database.ts';
import { consistencyRanges } from './log/merkle-proofs.ts';
import { rootNumbered } from './log/root-store.ts';
import type { SignedRoot } from './log/signed-root.ts';
import { hashesOfRanges } from './log/tree-store.ts';

/** The proof that the log of the later root begins with the whole log of the earlier one (RFC 9162 section 2.1.4). */
export interface ConsistencyProof {
  readonly format: 'tuntas-audit-consistency/1';
  readonly earlier: SignedRoot;
  readonly later: SignedRoot;
  readonly path: readonly string[];
}

/** Between two roots, by their numbers; `undefined` when one is missing or they are the wrong way round. */
export async function consistencyBetween(db: Db, earlier: number, later: number): Promise<ConsistencyProof | undefined> {
  const [first, second] = await Promise.all([rootNumbered(db, earlier), rootNumbered(db, later)]);
  if (!first || !second || first.size > second.size) return undefined;
  const path = await hashesOfRanges(db, consistencyRanges(first.size, second.size));
  return {
    format: 'tuntas-audit-consistency/1',
    earlier: first,
    later: second,
    path: path.map((hash) => hash.toString('hex')),
  };
}
