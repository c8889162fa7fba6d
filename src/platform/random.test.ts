import { expect, test } from 'vitest';
import { isUuid } from '../kernel/ids.ts';
import { Temporal } from '../kernel/time.ts';
import { systemRandom } from './random.ts';

const random = systemRandom({ now: () => Temporal.Instant.from('2026-03-17T02:00:00Z') });

test('gives as many bytes as asked for, never the same twice, none of them left empty', () => {
  const seen = new Set<string>();
  const counts = [16, 24, 32, 12, 1000, 1024, 1025, 5000];
  for (let i = 0; i < 4000; i++) {
    const count = counts[i % counts.length] as number;
    const bytes = random.bytes(count);
    expect(bytes.length).toBe(count);
    // Eight zeros in a row come by chance once in 2^64.
    for (let at = 0; at + 8 <= count; at += 8)
      if (bytes.subarray(at, at + 8).every((byte) => byte === 0)) throw new Error('empty');
    seen.add(Buffer.from(bytes).toString('base64'));
  }
  expect(seen.size).toBe(4000);
});

test('what was given stays with whoever has it', () => {
  const first = random.bytes(32);
  const copy = first.slice();
  for (let i = 0; i < 500; i++) random.bytes(32).fill(7);
  expect(first).toEqual(copy);
});

test('ids are UUIDs, all different', () => {
  const ids = Array.from({ length: 3000 }, () => random.id());
  expect(ids.every(isUuid)).toBe(true);
  expect(new Set(ids).size).toBe(3000);
});

test('ids sort by their making, within a millisecond, beyond what fits in one, and when the clock wobbles', () => {
  let now = Temporal.Instant.from('2026-03-17T02:00:00Z');
  const made = systemRandom({ now: () => now });
  const ids = Array.from({ length: 9000 }, () => made.id());
  now = now.subtract({ seconds: 2 });
  ids.push(made.id());
  now = now.add({ seconds: 10 });
  ids.push(made.id());
  expect(ids).toEqual([...ids].sort());
  now = now.subtract({ hours: 24 });
  expect(made.id() < (ids[0] ?? '')).toBe(true);
});
