import { expect, test } from 'vitest';
import { loadExamplePeople } from '../../directory/index.ts';
import { testDatabase } from '../../platform/testing/database.ts';
import { assessmentsOfRound } from '../store/assessments.ts';
import { loadRoundByCode } from '../store/rounds.ts';
import { loadExampleRounds } from './load-example-rounds.ts';
import { EXAMPLE_ROUNDS } from './rounds.ts';

test.each([
  ['on a working day', '2026-11-18T14:00:00+07:00'],
  ['early on a Sunday years later', '2031-02-02T05:00:00+07:00'],
])('the example rounds play through with the real actions %s', { timeout: 120_000 }, async (_when, now) => {
  const t = await testDatabase({ settings: { exampleMode: true } });
  try {
    t.setNow(now);
    await loadExamplePeople(t.tools);
    await loadExampleRounds(t.tools);
    for (const example of EXAMPLE_ROUNDS) {
      const round = await loadRoundByCode(t.db, example.code);
      expect(round, example.code).toMatchObject({ isExample: true, state: 'open' });
      const stages = (await assessmentsOfRound(t.db, round?.id ?? '')).map((one) => one.stage).sort();
      expect(stages).toEqual(example.agencies.map(({ until }) => until).sort());
    }
  } finally {
    await t.close();
  }
});
