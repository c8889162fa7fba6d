import { describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { keysFrom } from '../../keys.ts';
import { systemRandom } from '../../random.ts';
import { knownBrowser, markBrowser } from './known-browser.ts';

const keys = keysFrom('one secret of thirty-two bytes and more');
const random = systemRandom({ now: () => Temporal.Instant.fromEpochMilliseconds(0) });
const mark = (cookie: string, email: string) => markBrowser(keys, random, cookie, email);

describe('a browser that has signed in before', () => {
  test('is known for the accounts of its last five colleagues, and names none of them', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}@contoh.go.id`);
    const cookie = people.reduce(mark, '');
    expect(people.map((email) => knownBrowser(keys, cookie, email) !== null)).toEqual([false, true, true, true, true, true]);
    expect(cookie).not.toContain('@');
    expect(cookie.length).toBeLessThan(500);
  });

  test('keeps its mark, and has another one for another account', () => {
    const cookie = mark('', 'a@contoh.go.id');
    expect(mark(cookie, 'a@contoh.go.id')).toBe(cookie);
    const both = mark(cookie, 'b@contoh.go.id');
    expect(knownBrowser(keys, both, 'a@contoh.go.id')).not.toBe(knownBrowser(keys, both, 'b@contoh.go.id'));
  });

  test.each(['', '~~~', 'x.y', `${'A'.repeat(43)}.${'A'.repeat(43)}`, 'A'.repeat(10_000), 'ü.ü'])(
    'is not made up as %j',
    (cookie) => {
      expect(knownBrowser(keys, cookie, 'a@contoh.go.id')).toBeNull();
    },
  );

  test('of another installation is unknown here', () => {
    const elsewhere = markBrowser(keysFrom('another secret of thirty-two bytes!!'), random, '', 'a@contoh.go.id');
    expect(knownBrowser(keys, elsewhere, 'a@contoh.go.id')).toBeNull();
  });
});
