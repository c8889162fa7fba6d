import { describe, expect, test } from 'vitest';
import { hashPassword, isOutdatedHash, NOBODYS_HASH, passwordMatches } from './hash.ts';

describe('a password hash', () => {
  test('knows its password and no other, and differs each time', async () => {
    const [one, two] = await Promise.all([hashPassword('gajah menari'), hashPassword('gajah menari')]);
    expect(one).not.toBe(two);
    expect(one).not.toContain('gajah');
    expect(await passwordMatches('gajah menari', one)).toBe(true);
    expect(await passwordMatches('Gajah menari', one)).toBe(false);
    expect(await passwordMatches('', one)).toBe(false);
    expect(isOutdatedHash(one)).toBe(false);
  });

  test('takes the same letters from every keyboard', async () => {
    const composed = await hashPassword('cafe\u0301 di pasar');
    expect(await passwordMatches('caf\u00e9 di pasar', composed)).toBe(true);
  });

  test('made with other parameters still opens, and asks to be made anew', async () => {
    // scrypt('kata sandi lama', 'garam', N=1024, r=8, p=1)
    const { scryptSync } = await import('node:crypto');
    const old = `$scrypt$ln=10,r=8,p=1$${Buffer.from('garam').toString('base64')}$${scryptSync('kata sandi lama', 'garam', 32, { N: 1024 }).toString('base64')}`;
    expect(await passwordMatches('kata sandi lama', old)).toBe(true);
    expect(isOutdatedHash(old)).toBe(true);
  });

  test('of nobody costs as much as one of somebody and matches nothing', async () => {
    expect(isOutdatedHash(NOBODYS_HASH)).toBe(false);
    expect(await passwordMatches('', NOBODYS_HASH)).toBe(false);
    expect(await passwordMatches('AAAAAAAAAAAAAAAA', NOBODYS_HASH)).toBe(false);
  });

  test('that is none is a fault, not a wrong password', async () => {
    await expect(passwordMatches('x', 'plaintext')).rejects.toThrow();
  });
});
