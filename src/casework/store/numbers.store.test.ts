import { afterAll, beforeAll, expect, test } from 'vitest';
import { agencyByCode } from '../../directory/index.ts';
import { Temporal } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { SHIPPED_OFFICE_CODES } from '../rules/office-codes.ts';
import { nextNumber, takeNumber } from './numbers.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

test('numbers taken at the same moment have neither gaps nor doubles, also when some are rolled back', async () => {
  const officeId = t.tools.random.id();
  const taken: number[] = [];
  let rolledBack = 0;
  await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      try {
        const serial = await inTransaction(t, async (tx) => {
          const next = await nextNumber(tx, { officeId, series: 'LM', year: 2026 });
          if (index % 4 === 0) throw new Error('rolled back');
          return next;
        });
        taken.push(serial);
      } catch {
        rolledBack++;
      }
    }),
  );
  expect(rolledBack).toBe(10);
  expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

test('each office, series and year counts for itself', async () => {
  const [one, other] = [t.tools.random.id(), t.tools.random.id()];
  const first = (officeId: string, series: string, year: number) =>
    inTransaction(t, (tx) => nextNumber(tx, { officeId, series, year }));
  expect(await first(one, 'LM', 2026)).toBe(1);
  expect(await first(one, 'LM', 2026)).toBe(2);
  expect(await first(one, 'RCO', 2026)).toBe(1);
  expect(await first(one, 'LM', 2027)).toBe(1);
  expect(await first(other, 'LM', 2026)).toBe(1);
});

test('a number is written with its office, and every office of the directory has a code', async () => {
  const office = await agencyByCode(t.db, 'ori.bali');
  if (!office) throw new Error('no office');
  const on = Temporal.PlainDate.from('2026-03-17');
  expect(await inTransaction(t, (tx) => takeNumber(tx, { office, series: 'PM', on }))).toEqual({
    serial: 1,
    year: 2026,
    number: '0001/PM/III/2026/DPS',
  });
  for (const code of Object.keys(SHIPPED_OFFICE_CODES)) expect(await agencyByCode(t.db, code), code).toBeDefined();
});
