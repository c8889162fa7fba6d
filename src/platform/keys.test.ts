import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keysFrom, masterSecretIn } from './keys.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('keys', () => {
  const keys = keysFrom('rahasia yang cukup panjang untuk diuji');

  test('differ by purpose and stay the same for one purpose', () => {
    expect(keys.derive('csrf')).toHaveLength(32);
    expect(hex(keys.derive('csrf'))).toBe(hex(keysFrom('rahasia yang cukup panjang untuk diuji').derive('csrf')));
    expect(hex(keys.derive('csrf'))).not.toBe(hex(keys.derive('session')));
    expect(hex(keys.derive('csrf'))).not.toBe(hex(keysFrom('rahasia lain yang cukup panjang untuk diuji').derive('csrf')));
  });

  test('are never changed by the caller who wipes his copy', () => {
    const before = hex(keys.derive('identity'));
    keys.derive('identity').fill(0);
    expect(hex(keys.derive('identity'))).toBe(before);
  });

  // What is sealed today must open after every later change of this file: HKDF-SHA-256, salt `tuntas`, info = purpose.
  test('are the keys they were yesterday', () => {
    expect(hex(keysFrom('0123456789abcdef0123456789abcdef').derive('identity'))).toBe(
      '259a026bd326e2765007a4738008425c0378915ce46cfc98eb62f4f540692214',
    );
  });

  test('are refused from a master that is too short', () => {
    expect(() => keysFrom('pendek')).toThrow('shorter than 32 bytes');
  });
});

describe('the master secret of a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tuntas-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is made once, for its owner alone', () => {
    const first = masterSecretIn(join(folder, 'data'));
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(masterSecretIn(join(folder, 'data'))).toBe(first);
    expect(statSync(join(folder, 'data', 'master-secret')).mode & 0o777).toBe(0o600);
  });

  test('is not used when others can read it', () => {
    masterSecretIn(folder);
    chmodSync(join(folder, 'master-secret'), 0o644);
    expect(() => masterSecretIn(folder)).toThrow('chmod 600');
  });

  test('is never replaced when it is damaged', () => {
    writeFileSync(join(folder, 'master-secret'), '', { mode: 0o600 });
    expect(() => masterSecretIn(folder)).toThrow('Restore it from a backup');
  });
});
