import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pinFault, waitAfter, waitLeft } from './pin.ts';
import { calibrate, LEAST_ITERATIONS, makeVault, openVault, sha256, utf8, WrongPin } from './vault.ts';

/** Few rounds: what is tried here is the lock, not how slow it is. */
const ROUNDS = 1000;
const bytes = (given: Uint8Array) => new Uint8Array(given);

describe('the lock', () => {
  test('gives back what was put in, to the same PIN, after any other PIN has failed', async () => {
    const pins = fc.string({ minLength: 6, maxLength: 20 });
    const check = fc.asyncProperty(pins, pins, fc.uint8Array({ maxLength: 5000 }), async (pin, other, content) => {
      fc.pre(pin.normalize('NFKC') !== other.normalize('NFKC'));
      const { lock, vault } = await makeVault(pin, ROUNDS);
      const sealed = await vault.seal('sheet', bytes(content));
      await expect(openVault(other, lock)).rejects.toBeInstanceOf(WrongPin);
      const again = await openVault(pin, lock);
      expect(await again.open('sheet', sealed)).toEqual(bytes(content));
      expect(await again.nameOf('sheet')).toBe(await vault.nameOf('sheet'));
    });
    await fc.assert(check, { numRuns: 40 });
  });

  test('opens nothing that was changed, swapped or made with another lock', async () => {
    const { vault } = await makeVault('kunci satu', ROUNDS);
    const { vault: stranger } = await makeVault('kunci satu', ROUNDS);
    const content = utf8('jawaban 2');
    const check = fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (place, change) => {
      const sealed = await vault.seal('a', content);
      const data = new Uint8Array(sealed.data.slice(0));
      const at = place % data.length;
      data[at] = (data[at] ?? 0) ^ change;
      await expect(vault.open('a', { nonce: sealed.nonce, data: data.buffer })).rejects.toThrow();
      await expect(vault.open('b', sealed)).rejects.toThrow();
      await expect(stranger.open('a', sealed)).rejects.toThrow();
    });
    await fc.assert(check, { numRuns: 60 });
  });

  test('shows nothing of the content or of its name, and never the same twice', async () => {
    const { lock, vault } = await makeVault('kunci dua', ROUNDS);
    const content = utf8('Papan standar pelayanan tidak ada');
    const sealed = await vault.seal('Dinas Kesehatan', content);
    const again = await vault.seal('Dinas Kesehatan', content);
    expect(Buffer.from(sealed.data).equals(Buffer.from(again.data))).toBe(false);
    const kept = Buffer.concat([Buffer.from(sealed.data), lock.salt, lock.nonce, lock.wrapped]).toString('latin1');
    expect(kept).not.toContain('Papan');
    expect(await vault.nameOf('Dinas Kesehatan')).toMatch(/^[\w-]{43}$/);
  });

  test('is as slow as a device bears for a second, and never quicker than it must be', async () => {
    const clock = (seconds: number) => {
      const moments = [0, seconds * 1000];
      return () => moments.shift() ?? 0;
    };
    expect(await calibrate(clock(0.05))).toBe(2_000_000);
    expect(await calibrate(clock(5))).toBe(LEAST_ITERATIONS);
    expect(await calibrate(clock(0))).toBe(5_000_000);
  });

  test('fingerprints are those of the server', async () => {
    expect(await sha256(utf8('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a PIN', () => {
  test.each([
    ['12345', 'too-short'],
    ['123456', 'too-easy'],
    ['987654', 'too-easy'],
    ['000000', 'too-easy'],
    ['121212', 'too-easy'],
    ['abcdef', 'too-easy'],
    ['a'.repeat(65), 'too-short'],
    ['804215', undefined],
    ['pasar galiran pagi', undefined],
  ])('%s: %s', (pin, fault) => {
    expect(pinFault(pin)).toBe(fault);
  });

  test('that is wrong is waited for longer and longer, up to a quarter of an hour, and never without end', () => {
    expect([0, 1, 2, 3, 4, 5].map(waitAfter)).toEqual([0, 0, 0, 5, 10, 20]);
    expect(waitAfter(1000)).toBe(900);
    for (let failures = 0; failures < 2000; failures += 1)
      expect(waitAfter(failures + 1)).toBeGreaterThanOrEqual(waitAfter(failures));
    const at = Date.UTC(2026, 2, 17);
    expect(waitLeft(4, at, at + 4000)).toBe(6);
    expect(waitLeft(4, at, at + 11_000)).toBe(0);
    // The clock was turned back a day.
    expect(waitLeft(4, at, at - 86_400_000)).toBe(10);
  });
});
