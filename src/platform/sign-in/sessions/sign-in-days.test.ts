import { afterAll, beforeAll, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { inTransaction } from '../../database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { createExampleAccount } from '../accounts/example-accounts.ts';
import { sweepSignIn } from '../errands.ts';
import { openSession } from './sessions.ts';
import { signInRecord } from './sign-in-days.ts';

let t: TestDatabase;
const [ANNE, BUDI] = ['019dad00-0000-7000-8000-0000000000a1', '019dad00-0000-7000-8000-0000000000a2'] as const;
const day = (text: string) => Temporal.PlainDate.from(text);

beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-03-01T09:00:00+08:00');
  for (const [position, personId] of [ANNE, BUDI].entries())
    await inTransaction(t.tools, (tx) =>
      createExampleAccount(t.tools, tx, {
        ...{ personId, email: `orang-${position}@contoh.example`, password: 'layanan publik tuntas', position, isExtra: false },
        description: { id: 'Contoh', en: 'Example' },
      }),
    );
});
afterAll(() => t.close());

const signIn = (at: string, personId: string) => {
  t.setNow(at);
  return inTransaction(t.tools, (tx) => openSession(t.tools, tx, personId, null));
};

test('a day of signing in is kept once, also after the session is gone, and forgotten after two years', async () => {
  expect(await signInRecord(t.db, [ANNE], day('2026-03-01'), day('2026-03-31'))).toEqual({
    lastOn: new Map(),
    recordedSince: null,
  });
  await signIn('2026-03-02T09:00:00+08:00', ANNE);
  await signIn('2026-03-02T15:00:00+08:00', ANNE);
  await signIn('2026-03-20T09:00:00+08:00', ANNE);
  t.setNow('2026-04-01T09:00:00+08:00');
  await sweepSignIn(t.tools);
  const march = await signInRecord(t.db, [ANNE, BUDI], day('2026-03-01'), day('2026-03-31'));
  expect([...march.lastOn].map(([person, on]) => [person, on.toString()])).toEqual([[ANNE, '2026-03-20']]);
  expect(march.recordedSince?.toString()).toBe('2026-03-02');
  expect((await signInRecord(t.db, [ANNE], day('2026-03-21'), day('2026-03-31'))).lastOn.size).toBe(0);
  t.setNow('2028-03-10T09:00:00+08:00');
  await sweepSignIn(t.tools);
  expect((await signInRecord(t.db, [ANNE], day('2026-03-01'), day('2026-03-31'))).recordedSince?.toString()).toBe('2026-03-20');
});
