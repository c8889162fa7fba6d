import { expect, test } from 'vitest';
import { hasRepeatedNames } from './json-names.ts';

test.each([
  ['{"a":1,"a":2}', true],
  ['{"a":1,"\\u0061":2}', true],
  ['{"a":{"b":1,"b":2}}', true],
  ['[{"a":1},{"b":[{"c":1,"c":1}]}]', true],
  ['{"a":{"a":1},"b":{"a":2}}', false],
  ['{"a":"b","b":"a:","c":["a","a"]}', false],
  ['{"a":"\\"a\\":1","b":1}', false],
  ['"a"', false],
  ['{}', false],
])('%s', (text, repeated) => {
  expect(hasRepeatedNames(text)).toBe(repeated);
});

test('a very deep document is judged without a deep call stack', () => {
  const depth = 200_000;
  expect(hasRepeatedNames(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toBe(false);
});
