import { expect, test } from 'vitest';
import { agencyByCode, categoryByCode, loadExamplePeople, regionByCode } from '../../directory/index.ts';
import { testDatabase } from '../../platform/testing/database.ts';
import { figures } from '../store/figures.ts';
import { EXAMPLE_COMPLAINTS } from './complaints.ts';
import { loadExampleComplaints } from './load-example-complaints.ts';

test.each([
  ['on a working day', '2026-11-18T14:00:00+07:00'],
  ['early on a Sunday', '2026-03-22T05:00:00+07:00'],
  ['past the last decreed year', '2031-02-03T10:00:00+07:00'],
])('the example complaints play through with the real actions %s', async (_when, now) => {
  const t = await testDatabase({ settings: { exampleMode: true } });
  try {
    t.setNow(now);
    await loadExamplePeople(t.tools);
    await loadExampleComplaints(t.tools);
    const all = await figures(t.db, null, t.tools.clock.now());
    expect(all.total).toBe(EXAMPLE_COMPLAINTS.length);
    expect(all.released).toBeGreaterThan(5);
    expect(all.byOutcome.confirmed).toBeGreaterThan(0);
    for (const { region, agency, category } of EXAMPLE_COMPLAINTS) {
      expect(await regionByCode(t.db, region), region).toBeDefined();
      if (agency) expect(await agencyByCode(t.db, agency), agency).toBeDefined();
      expect(await categoryByCode(t.db, category), category).toBeDefined();
    }
  } finally {
    await t.close();
  }
});
