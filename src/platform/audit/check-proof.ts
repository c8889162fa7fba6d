import { canonicalJson, type Json } from './canonical-json.ts';
import { commitmentTo, eventDigest, type Head, leafContent, linkHash } from './chain.ts';
import { type Digest, NO_DIGEST } from './digest.ts';
import { leafHash } from './log/merkle.ts';
import { isIncluded } from './log/merkle-proofs.ts';
import { isSignedWell, type SignedRoot } from './log/signed-root.ts';
import { type FileProof, fileProof, type ProvenEvent } from './proof.ts';

/**
 * - `not-a-proof`: the text is not of this format;
 * - `chain-broken`, `payload-differs`: at event `seq`;
 * - `leaf-not-in-chain`: the leaf speaks of an event the proof does not hold;
 * - `not-included`: the path does not lead from the leaf to the root;
 * - `root-forged`: the root's signature is not that of the key it names;
 * - `other-root`: the proof is under another root than the one it is to be compared with.
 */
export type ProofFault =
  | { readonly code: 'not-a-proof' }
  | { readonly code: 'chain-broken' | 'payload-differs'; readonly seq: number }
  | { readonly code: 'leaf-not-in-chain' | 'not-included' | 'root-forged' | 'other-root' };

export type ProofVerdict =
  | { readonly holds: false; readonly fault: ProofFault }
  | {
      readonly holds: true;
      readonly file: FileProof['file'];
      readonly events: number;
      /** Events up to this number are under the root; later ones only hang together. 0 = no root covers the file yet. */
      readonly coveredUpTo: number;
      /** The root it rests on. It proves as much as the reader trusts that this root was not made later: compare it with a witness's. */
      readonly root: SignedRoot | undefined;
    };

/**
 * Checks a proof without any database or network.
 *
 * @param proof the parsed JSON
 * @param kept a root that was kept elsewhere; the proof must be under exactly this one
 */
export function checkProof(proof: unknown, kept?: SignedRoot): ProofVerdict {
  const parsed = fileProof.safeParse(proof);
  if (!parsed.success) return { holds: false, fault: { code: 'not-a-proof' } };
  const { file, events, inclusion } = parsed.data;
  const heads = chainOf(file, events);
  if (!Array.isArray(heads)) return { holds: false, fault: heads };
  const fault = inclusion ? inclusionFault(file.id, heads, inclusion) : undefined;
  if (fault) return { holds: false, fault };
  if (kept && !isSameRoot(kept, inclusion?.root)) return { holds: false, fault: { code: 'other-root' } };
  return {
    holds: true,
    file,
    events: events.length,
    coveredUpTo: inclusion?.leaf.headSeq ?? 0,
    root: inclusion?.root,
  };
}

/** The head after each event, or where the chain breaks. */
function chainOf(file: FileProof['file'], events: readonly ProvenEvent[]): Head[] | ProofFault {
  const heads: Head[] = [];
  let before: Head = { seq: 0, hash: NO_DIGEST };
  for (const event of events) {
    const expected = linkHash(file, before, digestOfProven(event));
    if (event.seq !== before.seq + 1 || !expected.equals(bytes(event.hash))) return { code: 'chain-broken', seq: before.seq + 1 };
    if ('opened' in event && event.opened && !isOpening(event.commitment, event.opened)) {
      return { code: 'payload-differs', seq: event.seq };
    }
    before = { seq: event.seq, hash: expected };
    heads.push(before);
  }
  return heads;
}

function digestOfProven(event: ProvenEvent): Digest {
  return 'digest' in event ? bytes(event.digest) : eventDigest({ ...event, commitment: bytes(event.commitment) });
}

function isOpening(commitment: string, opened: { readonly salt: string; readonly payload: unknown }): boolean {
  return commitmentTo(canonicalJson(opened.payload as Json), bytes(opened.salt)).equals(bytes(commitment));
}

function inclusionFault(
  fileId: string,
  heads: readonly Head[],
  { fileSalt, leaf, path, root }: NonNullable<FileProof['inclusion']>,
): ProofFault | undefined {
  const head = heads[leaf.headSeq - 1];
  if (!head) return { code: 'leaf-not-in-chain' };
  const hash = leafHash(leafContent(bytes(fileSalt), fileId, head));
  if (!isIncluded(hash, leaf.index, root.size, path.map(bytes), bytes(root.rootHash))) return { code: 'not-included' };
  return isSignedWell(root) ? undefined : { code: 'root-forged' };
}

function isSameRoot(kept: SignedRoot, root: SignedRoot | undefined): boolean {
  return root !== undefined && kept.publicKey === root.publicKey && kept.size === root.size && kept.rootHash === root.rootHash;
}

function bytes(hex: string): Buffer {
  return Buffer.from(hex, 'hex');
}
