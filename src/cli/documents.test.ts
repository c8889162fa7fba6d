import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trialSigner, twinSigner } from '../platform/documents/index.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { makeCli } from './cli.ts';
import { register } from './documents.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

interface Line {
  readonly kid: string;
  readonly purpose: string;
  readonly state: string;
}

async function documents(...args: string[]): Promise<Line[]> {
  const printed: Line[] = [];
  const program = new Command();
  register(program, {
    ...makeCli({ LANG: 'id_ID.UTF-8' }, args),
    print: (value) => printed.push(value as Line),
    withTools: (work) => work(t.tools),
  });
  await program.parseAsync(['documents', ...args], { from: 'user' });
  return printed;
}

describe('tuntas documents', () => {
  test('lists keys, renews one and goes on trusting the other, until told not to', async () => {
    expect(await documents('keys')).toEqual([]);
    await trialSigner(t.tools);
    await twinSigner(t.tools);
    const [seal] = await documents('keys');
    expect(seal).toMatchObject({ purpose: 'seal', state: 'signing' });

    t.setNow('2026-04-01T10:00:00+08:00');
    const renewed = await documents('renew', 'seal');
    expect(renewed.filter(({ purpose }) => purpose === 'seal').map(({ state }) => state)).toEqual(['signing', 'retired']);
    const after = await documents('distrust', seal?.kid ?? '');
    expect(after.find(({ kid }) => kid === seal?.kid)?.state).toBe('distrusted');
    expect(after.filter(({ state }) => state === 'signing')).toHaveLength(2);
  });

  test('refuses a purpose and a name that there is not, in a sentence', async () => {
    await expect(documents('renew', 'other')).rejects.toThrow();
    await expect(documents('distrust', 'nobody')).rejects.toThrow();
  });
});
