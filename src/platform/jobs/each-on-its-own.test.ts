import { expect, test } from 'vitest';
import { eachOnItsOwn } from './each-on-its-own.ts';

test('a piece of work that fails keeps no other from being done, and is heard of at the end', async () => {
  const logged: unknown[] = [];
  const done: number[] = [];
  const log = { error: (line: unknown) => logged.push(line) } as never;
  const all = eachOnItsOwn({ log }, [1, 2, 3], async (item) => {
    if (item === 2) throw new Error('contoh');
    done.push(item);
  });
  await expect(all).rejects.toThrow('contoh');
  expect([done, logged.length]).toEqual([[1, 3], 1]);
});
