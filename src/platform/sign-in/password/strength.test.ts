import { describe, expect, test } from 'vitest';
import { passwordWeakness } from './strength.ts';

const own = ['putu.contoh@klungkungkab.go.id', 'Putu Contoh', 'Dinas Kesehatan Kabupaten Klungkung'];

describe('a new password', () => {
  test.each([
    ['kudaterbang', 'password-short'],
    ['', 'password-short'],
    ['🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘', 'password-short'],
    ['x'.repeat(201), 'password-long'],
    ['password1234', 'password-common'],
    ['indonesia123', 'password-common'],
    ['Indonesia2026', 'password-common'],
    ['bismillahirrahmanirrahim', 'password-common'],
    ['Bismillah123', 'password-common'],
    ['merdeka17081945', 'password-common'],
    ['sayangkamu123', 'password-common'],
    ['pancasila1945', 'password-common'],
    ['Admin12345678', 'password-common'],
    ['P4nc4s1l4!!!', 'password-common'],
    ['nkrihargamati', 'password-common'],
    ['qwertyuiop12', 'password-common'],
    ['aaaaaaaaaaaaaa', 'password-pattern'],
    ['12345678901234567890', 'password-pattern'],
    ['abcdefghijklmnop', 'password-pattern'],
    ['PutuContoh2026', 'password-personal'],
    ['Klungkungkab12', 'password-personal'],
  ])('%j is refused as %s', async (password, weakness) => {
    expect(await passwordWeakness(password, own)).toBe(weakness);
  });

  test.each(['gajah menari di pasar ikan', 'kuda laut minum kopi', 'Xk29-fjwq-Pz81', 'rujak-gunung-sepatu', 'ꦥꦱꦸꦮꦶꦠ꧀ꦏꦸꦢꦭꦲꦸꦠ꧀'])(
    '%j is good enough',
    async (password) => {
      expect(await passwordWeakness(password, own)).toBeNull();
    },
  );

  test('of hostile length and form is judged in a moment', async () => {
    await passwordWeakness('warm up the dictionaries', []);
    const before = process.cpuUsage();
    for (const hostile of [
      'a1'.repeat(100),
      '@4aA'.repeat(50),
      '2026-01-01'.repeat(20),
      'é'.repeat(200),
      '%00<script>'.repeat(18),
    ]) {
      await passwordWeakness(hostile, own);
    }
    // Five of them; half a second each before the estimate was bounded.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
  });
});
