import { sql } from 'kysely';
import type { Db, Tx } from '../../database/database.ts';
import { lastRoot, rootNumbered, roots } from '../log/root-store.ts';
import { isSignedWell, type SignedRoot } from '../log/signed-root.ts';
import { type CoveringRoot, checkFile } from './check-file.ts';
import { checkLog } from './check-log.ts';
import { fileStreams, nextFileId } from './file-streams.ts';
import type { Finding, RootBreak } from './finding.ts';

export interface VerifyOptions {
  /** Roots that were kept elsewhere: by a witness, in a drawer. Without one, only what the database says itself is checked. */
  readonly root?: SignedRoot | readonly SignedRoot[];
  /** The key this installation signs with now. Leave it out when checking a copy of the database elsewhere. */
  readonly publicKey?: string;
}

/**
 * Checks every chain, the log and every root, in one snapshot of the database, so that a running installation can go on filing.
 * Reads everything once, in bounded memory. Findings come as they are found; the last one is `checked`, with the counts. Stop
 * listening early and the transaction is closed as well.
 */
export async function* verifyAudit(db: Db, options: VerifyOptions = {}): AsyncGenerator<Finding> {
  const kept = [options.root ?? []].flat().sort((one, other) => one.size - other.size);
  const tx = await db.startTransaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute();
  try {
    // The first row of a stream may take the server longer than any statement of the app should.
    await sql`SET LOCAL statement_timeout = 0`.execute(tx);
    let broken = 0;
    for await (const finding of findings(tx, kept, options.publicKey)) {
      if (finding.grade === 'broken') broken += 1;
      yield finding.grade === 'checked' ? { ...finding, broken } : finding;
    }
  } finally {
    // It only read. A lost connection cannot roll back, and its own error is the one worth hearing.
    await tx
      .rollback()
      .execute()
      .catch(() => {});
  }
}

async function* findings(tx: Tx, kept: readonly SignedRoot[], publicKey: string | undefined): AsyncGenerator<Finding> {
  const trusted: SignedRoot[] = [];
  for (const root of kept) {
    // A kept root that does not bear its own signature proves nothing about the log.
    if (isSignedWell(root)) trusted.push(root);
    else yield { grade: 'broken', code: 'root-forged', root: root.number, kept: true };
  }
  const last = await lastRoot(tx);
  if (last && publicKey !== undefined && last.publicKey !== publicKey) {
    yield { grade: 'broken', code: 'key-replaced', root: last.number, kept: false };
  }
  const keysInUse = [last?.publicKey, publicKey].filter((key) => key !== undefined);
  for (const root of trusted) {
    for (const code of await breaksAgainstStored(tx, root, keysInUse)) {
      yield { grade: 'broken', code, root: root.number, kept: true };
    }
  }
  const log = yield* checkLog(tx, trusted);
  const coveringRoot = await coveringRootOf(tx, trusted);
  const streams = await fileStreams(tx);
  let files = 0;
  let events = 0;
  for (let id = await nextFileId(streams); id !== undefined; id = await nextFileId(streams)) {
    files += 1;
    events += yield* checkFile(streams, id, coveringRoot);
  }
  yield { grade: 'checked', code: 'checked', files, events, ...log, broken: 0 };
}

async function breaksAgainstStored(tx: Tx, kept: SignedRoot, keysInUse: readonly string[]): Promise<RootBreak[]> {
  const stored = await rootNumbered(tx, kept.number);
  const breaks: RootBreak[] = [];
  if (keysInUse.some((key) => key !== kept.publicKey)) breaks.push('key-replaced');
  if (!stored) breaks.push('root-missing');
  else if (stored.size !== kept.size || stored.rootHash !== kept.rootHash || stored.at !== kept.at) breaks.push('root-replaced');
  return breaks;
}

/** One entry a root, some thousands in ten years: small beside the files. */
async function coveringRootOf(tx: Tx, kept: readonly SignedRoot[]): Promise<CoveringRoot> {
  const stored = await roots(tx).orderBy('number').execute();
  const known = [...stored, ...kept].map(({ number, size }) => ({ number, size })).sort((a, b) => a.size - b.size);
  return (leafIndex) => known.find(({ size }) => size > leafIndex)?.number;
}

/** All findings at once; for where there are few, as in tests and benchmarks. */
export async function allFindings(db: Db, options: VerifyOptions = {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of verifyAudit(db, options)) findings.push(finding);
  return findings;
}
