import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { keysFrom } from '../../keys.ts';
import { systemRandom } from '../../random.ts';
import { openSecret, sealSecret } from './sealing.ts';
import { isTotpSecret, newTotpSecret, qrCode, spacedSecret, stepOfCode, totpAddress, totpCode, totpStep } from './totp.ts';

/** "12345678901234567890", the secret of RFC 6238, appendix B. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
const random = systemRandom({ now: () => at(0) });

describe('codes', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %i are those of RFC 6238', (second, code) => {
    expect(totpCode(RFC_SECRET, totpStep(at(second)))).toBe(code);
  });

  test('are found in their own step, the one before and the one after, and in no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4_000_000_000 }), fc.integer({ min: -3, max: 3 }), (second, away) => {
        const step = totpStep(at(second)) + away;
        const found = stepOfCode(RFC_SECRET, totpCode(RFC_SECRET, step), at(second));
        // Two steps share a code about once in a million.
        return Math.abs(away) <= 1 ? found !== null && Math.abs(found - step) <= 2 : found === null || found !== step;
      }),
      { numRuns: 60 },
    );
  });

  test.each(['287 082', ' 287082 ', '287-082'])('may be typed as %j', (typed) => {
    expect(stepOfCode(RFC_SECRET, typed, at(59))).toBe(1);
  });

  test.each(['', '28708', '2870821', '28708a', '２８７０８２', '-287082e0', '0x4617a'])('are not %j', (typed) => {
    expect(stepOfCode(RFC_SECRET, typed, at(59))).toBeNull();
  });
});

describe('a secret', () => {
  test('is new each time, and one that apps can hold', () => {
    const secrets = new Set(Array.from({ length: 50 }, () => newTotpSecret(random)));
    expect(secrets.size).toBe(50);
    for (const secret of secrets) expect(isTotpSecret(secret)).toBe(true);
    expect(spacedSecret(RFC_SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  });

  test('comes as an address and as a drawing without inline style', async () => {
    const address = totpAddress(RFC_SECRET, 'putu@contoh.go.id', 'Tuntas localhost');
    expect(new URL(address).searchParams.get('secret')).toBe(RFC_SECRET);
    const svg = await qrCode(address);
    expect(svg).toMatch(/^<svg [^>]*width="240"/);
    expect(svg).not.toMatch(/style=|<script|<\?xml/);
  });

  test('opens for its owner with the same keys, and for nobody else', () => {
    const keys = keysFrom('one secret of thirty-two bytes and more');
    const sealed = sealSecret(keys, 'owner', RFC_SECRET);
    expect(openSecret(keys, 'owner', sealed)).toBe(RFC_SECRET);
    expect(sealed.toString('latin1')).not.toContain(RFC_SECRET);
    expect(() => openSecret(keys, 'other', sealed)).toThrow();
    expect(() => openSecret(keysFrom('another secret of thirty-two bytes!!'), 'owner', sealed)).toThrow();
    for (const byte of [0, 12, 28, sealed.length - 1]) {
      const altered = Buffer.from(sealed);
      altered[byte] = (altered[byte] ?? 0) ^ 1;
      expect(() => openSecret(keys, 'owner', altered)).toThrow();
    }
  });
});
