/** Scans all at once: PDFs, or a ZIP of them, each named like the code of its agreement or as a table has announced it. */
import { unzipSync } from 'fflate';
import type { Actor } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import { awaitingScan, foldedName, scanArrived } from '../../store/register/imports.ts';
import { attachFile } from '../files/attach-file.ts';

export type ScanOutcome = 'added' | 'unknown' | 'no-pdf' | 'already' | 'refused';

export interface ScanResult {
  readonly name: string;
  readonly outcome: ScanOutcome;
  readonly code: string | null;
}

export interface NamedFile {
  readonly name: string;
  bytes(): Promise<Uint8Array>;
}

const MOST_FILES = 200;
/** Of all files of a ZIP together, unpacked. */
const MOST_BYTES = 200 * 1024 * 1024;

/**
 * The PDFs of a ZIP. Its own directory says how large each is, and the library holds each to that; folders and what other programs leave behind are
 * passed over.
 *
 * @returns `undefined` when it is no ZIP, holds too much, or lies about its sizes
 */
export function filesInZip(bytes: Uint8Array): readonly NamedFile[] | undefined {
  let total = 0;
  let count = 0;
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        if (name.endsWith('/') || /(^|\/)(__MACOSX\/|\.)/.test(name)) return false;
        total += originalSize;
        count += 1;
        if (total > MOST_BYTES || count > MOST_FILES || (originalSize === 0 && size > 2)) throw new Error('too much');
        return true;
      },
    });
    return Object.entries(found).map(([name, content]) => ({ name: foldedName(name), bytes: async () => content }));
  } catch {
    return undefined;
  }
}

/** Each file by itself: one that cannot be taken holds up no other. */
export async function attachScans(tools: Tools, actor: Actor, files: readonly NamedFile[]): Promise<readonly ScanResult[]> {
  const results: ScanResult[] = [];
  for (const file of files) results.push(await attachOne(tools, actor, file));
  return results;
}

async function attachOne(tools: Tools, actor: Actor, file: NamedFile): Promise<ScanResult> {
  const result = (outcome: ScanOutcome, code: string | null = null) => ({ name: file.name, outcome, code });
  const found = await awaitingScan(tools.db, actor, file.name);
  const target = found.find(({ hasScan }) => !hasScan);
  if (!target) return result(found.length > 0 ? 'already' : 'unknown', found[0]?.code);
  const order = { agreementId: target.id, kind: 'scan' as const, partId: null, title: '', isPublic: true };
  const done = await attachFile(tools, actor, { ...order, upload: { bytes: file.bytes } });
  if (!done.ok) {
    if (done.refusal === 'agreement.not-yours') return result('unknown');
    return result(done.refusal === 'agreement.scan-no-pdf' ? 'no-pdf' : 'refused', target.code);
  }
  await inTransaction(tools, (tx) => scanArrived(tx, target.id));
  return result('added', target.code);
}
