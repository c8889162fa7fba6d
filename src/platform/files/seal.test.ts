import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { keysFrom } from '../keys.ts';
import { systemRandom } from '../random.ts';
import { folderStore } from './folder-store.ts';
import { DamagedFile, getSealed, putSealed, readSealed } from './seal.ts';

let folder: string;
let vault: Parameters<typeof putSealed>[0];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tuntas-seal-'));
  vault = {
    files: folderStore(folder),
    keys: keysFrom('a secret for tests that is long enough'),
    random: systemRandom({ now: () => Temporal.Now.instant() }),
  };
});
afterAll(() => rm(folder, { recursive: true }));

const PIECE = 64 * 1024;

describe('a sealed file', () => {
  test.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 1_000_003])('of %i bytes comes back as it was', async (size) => {
    const original = randomBytes(size);
    await putSealed(vault, `f/${size}`, original);
    expect((await readSealed(vault, `f/${size}`)).equals(original)).toBe(true);
  });

  test('is taken from a stream of any cut', async () => {
    const original = randomBytes(200_000);
    const cuts = [original.subarray(0, 1), original.subarray(1, 70_000), original.subarray(70_000)];
    await putSealed(vault, 'cut', Readable.from(cuts, { objectMode: false }));
    expect((await readSealed(vault, 'cut')).equals(original)).toBe(true);
  });

  test('shows nothing on the disk and may be read by nobody else', async () => {
    await putSealed(vault, 'plain', Buffer.from('rumah pelapor '.repeat(1000)));
    const path = join(folder, 'plain');
    expect((await readFile(path)).includes('pelapor')).toBe(false);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('has a key of its own: the same bytes look different each time', async () => {
    await putSealed(vault, 'one', Buffer.from('sama'));
    await putSealed(vault, 'two', Buffer.from('sama'));
    const [one, two] = [await readFile(join(folder, 'one')), await readFile(join(folder, 'two'))];
    expect(one.subarray(20).equals(two.subarray(20))).toBe(false);
  });

  test.each<[string, (sealed: Buffer) => Buffer]>([
    [
      'a changed byte',
      (sealed) => Buffer.concat([sealed.subarray(0, 100), Buffer.from([(sealed[100] ?? 0) ^ 1]), sealed.subarray(101)]),
    ],
    ['a lost tail', (sealed) => sealed.subarray(0, -1)],
    ['a lost last piece', (sealed) => sealed.subarray(0, 20 + PIECE + 16)],
    ['everything lost but the head', (sealed) => sealed.subarray(0, 20)],
    ['nothing left', () => Buffer.alloc(0)],
    ['something added', (sealed) => Buffer.concat([sealed, Buffer.from('x')])],
    [
      'two pieces exchanged',
      (sealed) => {
        const [head, first, second, rest] = [0, 1, 2, 3].map((i) =>
          sealed.subarray(i === 0 ? 0 : 20 + (i - 1) * (PIECE + 16), i === 3 ? undefined : 20 + i * (PIECE + 16)),
        );
        return Buffer.concat([head ?? '', second ?? '', first ?? '', rest ?? ''] as Buffer[]);
      },
    ],
    ['another kind of file', () => Buffer.from('this was never sealed by us, and is long enough')],
  ])('with %s cannot be opened', async (_what, harm) => {
    await putSealed(vault, 'harmed', randomBytes(3 * PIECE));
    const path = join(folder, 'harmed');
    await writeFile(path, harm(await readFile(path)));
    await expect(readSealed(vault, 'harmed')).rejects.toThrow(DamagedFile);
  });

  test('put in the place of another cannot be opened', async () => {
    await putSealed(vault, 'mine', Buffer.from('a'));
    await writeFile(join(folder, 'yours'), await readFile(join(folder, 'mine')));
    await expect(readSealed(vault, 'yours')).rejects.toThrow(DamagedFile);
  });

  test('that is not there is a fault at once, not a stream that fails later', async () => {
    await expect(getSealed(vault, 'nowhere')).rejects.toThrow();
  });
});
