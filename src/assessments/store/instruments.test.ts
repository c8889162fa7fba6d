import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { loadReference } from '../actions/load-reference.ts';
import { SHIPPED_INSTRUMENTS } from '../data/shipped.ts';
import { zoneOfYear } from '../rules/zone-of-year.ts';
import { instrumentLines, instrumentRecord, instrumentVersion, publishedInstruments } from './instruments.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

test('every installation has the shipped instruments, published, exactly as they are written', async () => {
  for (const shipped of SHIPPED_INSTRUMENTS) expect(await instrumentVersion(t.db, shipped.id, shipped.version)).toEqual(shipped);
  const lines = await instrumentLines(t.db);
  expect(lines.map((line) => line.id)).toEqual([
    'opini-2025',
    'penilaian-2024',
    'penilaian-2023',
    'penilaian-2022',
    'kepatuhan-2021',
    'kepatuhan-2019',
  ]);
  expect(lines.every((line) => line.state === 'published' && line.origin === 'shipped' && line.decidedBy)).toBe(true);
});

test('loading them again changes nothing', async () => {
  const before = await instrumentRecord(t.db, 'penilaian-2023', 1);
  expect(await loadReference(t.ownerDb)).toEqual([{ what: 'instruments', count: SHIPPED_INSTRUMENTS.length }]);
  expect(await instrumentRecord(t.db, 'penilaian-2023', 1)).toEqual(before);
});

test('the zone of a year is the same from the database as from what is shipped', async () => {
  const published = await publishedInstruments(t.db);
  for (const year of [2017, 2020, 2021, 2023, 2026]) {
    expect(zoneOfYear(published, year, '80.995')).toEqual(zoneOfYear(SHIPPED_INSTRUMENTS, year, '80.995'));
  }
});

test('what is published cannot be changed or thrown away, by whomever', async () => {
  for (const db of [t.db, t.ownerDb]) {
    await expect(sql`UPDATE assessments.instruments SET body = '{}' WHERE id = 'opini-2025'`.execute(db)).rejects.toThrow(
      /frozen/,
    );
    await expect(sql`UPDATE assessments.instruments SET state = 'draft', published_at = NULL`.execute(db)).rejects.toThrow(
      /frozen/,
    );
    for (const change of [sql`decided_by = 'x'`, sql`decided_on = '2000-01-01'`, sql`version = 9`, sql`change_note = 'x'`]) {
      await expect(sql`UPDATE assessments.instruments SET ${change} WHERE id = 'opini-2025'`.execute(db)).rejects.toThrow(
        /frozen/,
      );
    }
    await expect(sql`DELETE FROM assessments.instruments WHERE id = 'opini-2025'`.execute(db)).rejects.toThrow(/kept/);
  }
});
