import { expect, test } from 'vitest';
import { normaliseEmail } from './email.ts';

test.each([
  [' Putu@Klungkungkab.GO.ID\n', 'putu@klungkungkab.go.id'],
  ["o'brien+kerja@contoh.co", "o'brien+kerja@contoh.co"],
  ['nama@dinas.contoh.go.id', 'nama@dinas.contoh.go.id'],
])('%j is kept as %j', (typed, kept) => {
  expect(normaliseEmail(typed)).toBe(kept);
});

test.each([
  '',
  'putu',
  '@contoh.id',
  'putu@contoh',
  'putu@@contoh.id',
  'a b@contoh.id',
  'putu@contoh.id\r\nBcc: x@y.zz',
  'Putu <putu@contoh.id>',
  'putu@contoh.id,ketut@contoh.id',
  'putu\u0007@contoh.id',
  `${'a'.repeat(250)}@contoh.id`,
])('%j is no address', (typed) => {
  expect(normaliseEmail(typed)).toBeNull();
});
