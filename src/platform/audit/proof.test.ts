import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../database/transaction.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import {
  appendEvents,
  checkProof,
  consistencyBetween,
  erasePayload,
  type FileProof,
  makeRoot,
  proofFor,
  type SignedRoot,
} from './index.ts';
import { isConsistent } from './log/merkle-proofs.ts';
import { isSignedWell, rootStatement } from './log/signed-root.ts';

let t: TestDatabase;
let files: string[];
let root: SignedRoot;

beforeAll(async () => {
  t = await testDatabase();
  files = Array.from({ length: 21 }, () => t.tools.random.id());
  for (const id of files) await append(id, 'filed', 'internal-note');
  await makeRoot(t.tools);
  for (const id of files.slice(0, 6)) await append(id, 'answered');
  root = await makeRoot(t.tools);
});
afterAll(() => t.close());

async function append(id: string, ...types: string[]): Promise<void> {
  const events = types.map((type) => ({ type, at: t.tools.clock.now(), actor: 'person:1', payload: { about: `about ${type}` } }));
  await inTransaction(t.tools, (tx) => appendEvents(t.tools, tx, { kind: 'complaint', id }, events));
}

/** As it arrives at whoever checks it: by way of text. */
async function proofOf(id: string, options: Parameters<typeof proofFor>[2] = {}): Promise<FileProof> {
  return JSON.parse(JSON.stringify(await proofFor(t.db, id, options))) as FileProof;
}

describe('the proof of a file', () => {
  it('holds for every file, up to the event that the last root covers', async () => {
    for (const [index, id] of files.entries()) {
      const events = index < 6 ? 3 : 2;
      expect(checkProof(await proofOf(id), root)).toMatchObject({ holds: true, events, coveredUpTo: events, root });
    }
  });

  it('says that later events are not covered yet, and that a new file is not at all', async () => {
    const id = files[20] as string;
    await append(id, 'answered');
    expect(checkProof(await proofOf(id))).toMatchObject({ holds: true, events: 3, coveredUpTo: 2 });
    const fresh = t.tools.random.id();
    await append(fresh, 'filed');
    expect(checkProof(await proofOf(fresh))).toMatchObject({ holds: true, events: 1, coveredUpTo: 0, root: undefined });
    expect(checkProof(await proofOf(fresh), root)).toEqual({ holds: false, fault: { code: 'other-root' } });
    expect(await proofFor(t.db, t.tools.random.id())).toBeUndefined();
  });

  it('shows of each event what its reader may see, and holds all the same', async () => {
    const id = files[0] as string;
    const shown = await proofOf(id, {
      disclose: ({ type }) => (type === 'internal-note' ? 'closed' : type === 'filed' ? 'opened' : 'facts'),
    });
    expect(checkProof(shown, root)).toMatchObject({ holds: true, coveredUpTo: 3 });
    expect(shown.events[0]).toMatchObject({ type: 'filed', opened: { payload: { about: 'about filed' } } });
    expect(Object.keys(shown.events[1] ?? {}).sort()).toEqual(['digest', 'hash', 'seq']);
    expect(Object.keys(shown.events[2] ?? {}).sort()).toEqual(['actor', 'at', 'commitment', 'hash', 'seq', 'type']);
    expect(JSON.stringify(shown)).not.toContain('note');
  });

  it('cannot open what was erased, and holds all the same', async () => {
    const id = files[1] as string;
    const order = { fileId: id, seq: 1, basis: 'UU 27/2022 Pasal 43', actor: 'person:2' };
    await inTransaction(t.tools, (tx) => erasePayload(t.tools, tx, order));
    const shown = await proofOf(id, { disclose: () => 'opened' });
    expect(shown.events[0]).not.toHaveProperty('opened');
    expect(checkProof(shown)).toMatchObject({ holds: true, events: 4, coveredUpTo: 3 });
  });

  it.each<[string, string, (old: unknown) => unknown, object]>([
    ['another format', 'format', () => 'other', { code: 'not-a-proof' }],
    ['no events', 'events', () => [], { code: 'not-a-proof' }],
    ['another kind of event', 'events.1.type', () => 'verified', { code: 'chain-broken', seq: 2 }],
    ['another time', 'events.0.at', () => '2026-03-17T02:00:01.000000Z', { code: 'chain-broken', seq: 1 }],
    ['another actor', 'events.2.actor', () => 'person:2', { code: 'chain-broken', seq: 3 }],
    ['an event less', 'events', (events) => (events as unknown[]).toSpliced(1, 1), { code: 'chain-broken', seq: 2 }],
    ['its last event cut off', 'events', (events) => (events as unknown[]).slice(0, -1), { code: 'leaf-not-in-chain' }],
    ['another payload', 'events.0.opened.payload.about', () => 'lain', { code: 'payload-differs', seq: 1 }],
    ['the leaf of an earlier head', 'inclusion.leaf.headSeq', () => 2, { code: 'not-included' }],
    ['another place in the log', 'inclusion.leaf.index', (index) => (index as number) + 1, { code: 'not-included' }],
    ['another way to the root', 'inclusion.path', (path) => (path as unknown[]).toReversed(), { code: 'not-included' }],
    ['another salt', 'inclusion.fileSalt', () => '00'.repeat(32), { code: 'not-included' }],
    ['another day on the root', 'inclusion.root.day', () => '2026-03-16', { code: 'root-forged' }],
    ['another key', 'inclusion.root.publicKey', () => 'ff'.repeat(32), { code: 'root-forged' }],
  ])('does not hold with %s', async (_what, path, change, fault) => {
    const proof = await proofOf(files[4] as string, { disclose: () => 'opened' });
    expect(checkProof(proof).holds).toBe(true);
    expect(checkProof(changed(proof, path.split('.'), change))).toEqual({ holds: false, fault });
  });

  it.each([[null], [42], ['proof'], [{}], [{ format: 'tuntas-audit-proof/1', events: [{}] }]])('is not %j', (nonsense) => {
    expect(checkProof(nonsense)).toEqual({ holds: false, fault: { code: 'not-a-proof' } });
  });
});

describe('roots', () => {
  it('sign a text that a person can read', () => {
    expect(rootStatement(root)).toBe(
      'tuntas audit root 1\norigin http://localhost:3000\nnumber 2\nday 2026-03-17\n' +
        `at 2026-03-17T02:00:00.000000Z\nsize 27\nroot ${root.rootHash}\n`,
    );
    expect(isSignedWell(root)).toBe(true);
  });

  it.each(['number', 'day', 'at', 'origin', 'size', 'rootHash'] as const)('sign their %s', (member) => {
    const other = {
      number: 3,
      day: '2026-03-18',
      at: '2026-03-18T02:00:00.000000Z',
      origin: 'http://x',
      size: 26,
      rootHash: '00'.repeat(32),
    };
    expect(isSignedWell({ ...root, [member]: other[member] })).toBe(false);
  });

  it('are proved to continue one another', async () => {
    t.setNow('2026-03-19T10:00:00+08:00');
    const later = await makeRoot(t.tools);
    for (const earlier of [1, 2, 3]) {
      const proof = await consistencyBetween(t.db, earlier, later.number);
      const asTree = (one: SignedRoot) => ({ size: one.size, root: Buffer.from(one.rootHash, 'hex') });
      const path = (proof?.path ?? []).map((hash) => Buffer.from(hash, 'hex'));
      expect(proof && isConsistent(asTree(proof.earlier), asTree(proof.later), path)).toBe(true);
    }
    expect(await consistencyBetween(t.db, 3, 2)).toBeUndefined();
    expect(await consistencyBetween(t.db, 1, 9)).toBeUndefined();
  });

  it('made by several at once are numbered one after the other and log each head once', async () => {
    const ids = Array.from({ length: 8 }, () => t.tools.random.id());
    for (const id of ids) await append(id, 'filed');
    const before = (await makeRoot(t.tools)).size;
    for (const id of ids) await append(id, 'answered');
    const roots = await Promise.all([makeRoot(t.tools), makeRoot(t.tools), makeRoot(t.tools)]);
    expect(new Set(roots.map((one) => one.number)).size).toBe(3);
    expect(roots.map((one) => one.size)).toEqual([before + 8, before + 8, before + 8]);
  });
});

function changed(value: unknown, [first, ...rest]: readonly string[], change: (old: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  const member = changed((value as Record<string, unknown>)[first], rest, change);
  return Array.isArray(value) ? value.with(Number(first), member) : { ...(value as object), [first]: member };
}
