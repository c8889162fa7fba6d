import { breakAt, type Head, leafContent } from '../chain.ts';
import { NO_DIGEST } from '../digest.ts';
import { leafHash } from '../log/merkle.ts';
import { checkPayloads } from './check-payloads.ts';
import { type EventRow, type FileRow, type FileStreams, type LeafRow, rowsOf } from './file-streams.ts';
import type { BrokenFile, FileBreak, Finding } from './finding.ts';

/** The number of the first root that covers a leaf. */
export type CoveringRoot = (leafIndex: number) => number | undefined;

/**
 * Checks one file against itself and against its leaves in the log, taking its rows from the streams. Of the chain only the
 * first broken link is named: what follows it cannot be judged. Payloads and leaves are judged one by one.
 *
 * @returns how many events it has
 */
export async function* checkFile(
  streams: FileStreams,
  fileId: string,
  coveringRoot: CoveringRoot,
): AsyncGenerator<Finding, number> {
  const file = (await streams.files.peek())?.file_id === fileId ? await streams.files.take() : undefined;
  const broken = (code: FileBreak, seq: number, leaf?: LeafRow): BrokenFile => {
    const root = leaf && coveringRoot(leaf.leaf_index);
    return { grade: 'broken', code, fileId, seq, ...(root !== undefined && { root }) };
  };
  const payloads = checkPayloads(streams.payloads, fileId, broken);
  const leaves = rowsOf(streams.leaves, fileId);
  const nextLeaf = async () => (await leaves.next()).value as LeafRow | undefined;
  let leaf = await nextLeaf();
  let loggedSeq = 0;
  let leavesIntact = true;
  let chainBreak: BrokenFile | undefined;
  let before: Head = { seq: 0, hash: NO_DIGEST };
  let events = 0;

  for await (const event of rowsOf(streams.events, fileId)) {
    events += 1;
    yield* payloads.of(event);
    if (file) chainBreak ??= linkBreak(file, before, event, broken);
    before = { seq: event.seq, hash: event.hash };
    for (; leaf && leaf.head_seq <= event.seq; leaf = await nextLeaf()) {
      loggedSeq = leaf.head_seq;
      if (file && !isLeafOf(file, leaf)) {
        leavesIntact = false;
        yield { grade: 'broken', code: 'leaf-altered', leaf: leaf.leaf_index, fileId };
      } else if (leaf.head_seq === event.seq && !leaf.head_hash.equals(event.hash)) {
        chainBreak ??= broken('chain-rewritten', event.seq, leaf);
      }
    }
  }
  yield* payloads.rest();

  // Leaves that speak of events after the last one there is.
  for (; leaf; leaf = await nextLeaf()) {
    loggedSeq = leaf.head_seq;
    if (file && !isLeafOf(file, leaf)) {
      leavesIntact = false;
      yield { grade: 'broken', code: 'leaf-altered', leaf: leaf.leaf_index, fileId };
    } else {
      chainBreak ??= broken(events === 0 ? 'file-dropped' : 'last-events-dropped', before.seq + 1, leaf);
    }
  }
  if (file) {
    chainBreak ??= headBreak(file, before, broken);
    if (leavesIntact && file.logged_seq !== loggedSeq) yield broken('leaf-dropped', file.logged_seq);
  } else if (events > 0) {
    chainBreak ??= broken('file-row-dropped', before.seq);
  }
  if (chainBreak) yield chainBreak;
  return events;
}

type Name = (code: FileBreak, seq: number) => BrokenFile;

function linkBreak(file: FileRow, before: Head, event: EventRow, broken: Name): BrokenFile | undefined {
  const why = breakAt({ kind: file.kind, id: file.file_id }, before, { ...event, previousHash: event.previous_hash });
  return why && broken(`event-${why}`, why === 'missing' ? before.seq + 1 : event.seq);
}

function headBreak(file: FileRow, last: Head, broken: Name): BrokenFile | undefined {
  if (last.seq === 0) return broken('file-dropped', 1);
  if (file.head_seq > last.seq) return broken('last-events-dropped', last.seq + 1);
  const isHead = file.head_seq === last.seq && file.head_hash.equals(last.hash);
  return isHead ? undefined : broken('head-altered', file.head_seq);
}

function isLeafOf(file: FileRow, leaf: LeafRow): boolean {
  const head = { seq: leaf.head_seq, hash: leaf.head_hash };
  return leafHash(leafContent(file.salt, file.file_id, head)).equals(leaf.leaf_hash);
}
