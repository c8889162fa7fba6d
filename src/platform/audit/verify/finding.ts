/**
 * What verification has to say. `broken` findings mean that something was changed that may not change; the others only tell.
 * `finding-words.ts` says each in a sentence.
 */
export type Finding = Broken | Erased | Checked;

export interface Erased {
  readonly grade: 'erased';
  readonly code: 'payload-erased';
  readonly fileId: string;
  readonly seq: number;
  /** The citation that allowed or demanded it. */
  readonly basis: string;
  readonly by: string;
  readonly at: string;
}

/** The last finding: how much was looked at. */
export interface Checked {
  readonly grade: 'checked';
  readonly code: 'checked';
  readonly files: number;
  readonly events: number;
  readonly leaves: number;
  readonly roots: number;
  readonly broken: number;
}

export type Broken = BrokenFile | BrokenLeaf | BrokenLog | BrokenRoot;

export type FileBreak =
  /** Its event `seq` is not there, but a later one is. */
  | 'event-missing'
  /** What event `seq` says, or its place, is not what was hashed. */
  | 'event-altered'
  /** Event `seq` is whole, but follows another one than the one before it. */
  | 'event-unlinked'
  /** Event `seq` was the last one or before it, and is gone. */
  | 'last-events-dropped'
  /** The chain is whole, but its event `seq` is not the one that the log holds: it was rewritten from there or before. */
  | 'chain-rewritten'
  /** The log knows the file, but no event of it is left. */
  | 'file-dropped'
  /** There are events, but the row that names the file is gone. */
  | 'file-row-dropped'
  /** The row that names the file points at another end than the chain has. */
  | 'head-altered'
  | 'payload-altered'
  /** Gone without an event that says on which basis. */
  | 'payload-missing'
  /** An erasure is recorded, but the payload is there: perhaps an old backup was read back. */
  | 'erasure-undone'
  /** A payload without its event. */
  | 'payload-orphaned'
  /** The file says that it is in the log with this head, but the log's newest leaf of it is another or none. */
  | 'leaf-dropped';

export interface BrokenFile {
  readonly grade: 'broken';
  readonly code: FileBreak;
  readonly fileId: string;
  readonly seq: number;
  /** The first root, by its number, that holds proof of it; absent when no root covers it yet. */
  readonly root?: number;
}

/** A leaf that is not the hash of what its row says. */
export interface BrokenLeaf {
  readonly grade: 'broken';
  readonly code: 'leaf-altered';
  readonly fileId: string;
  readonly leaf: number;
}

/**
 * The log itself: leaves that are gone, or a stored subtree hash that does not follow from the leaves below it, so that one of
 * these leaves, or the hash, was changed.
 */
export interface BrokenLog {
  readonly grade: 'broken';
  readonly code: 'leaves-missing' | 'tree-altered';
  readonly firstLeaf: number;
  readonly lastLeaf: number;
}

export type RootBreak =
  /** A number is left out among the stored roots, or a kept root is not among them any more. */
  | 'root-missing'
  /** Its signature does not belong to what it says. */
  | 'root-forged'
  /** It claims fewer leaves than the root before it. */
  | 'root-shrinks'
  /** The log has fewer leaves than the root counted: rolled back, or cut off. */
  | 'log-shorter'
  /** The log as it is now does not lead to the hash the root has: a leaf before its size was altered, dropped or moved. */
  | 'log-differs'
  /** The stored root of this number is not the kept one. */
  | 'root-replaced'
  /** Signed with another key than the root it is compared with. */
  | 'key-replaced';

export interface BrokenRoot {
  readonly grade: 'broken';
  readonly code: RootBreak;
  readonly root: number;
  /** Whether it was found with a root kept elsewhere, or among the stored ones alone. */
  readonly kept: boolean;
}
