/** A round whose results are published, for tests of certificates. Who publishes is tested elsewhere. */
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { makeRound, publishRound, type RoundPlan, type TestRound } from '../published.test-support.ts';

export const UNITS = ['51.05.dinkes', '51.05.disdik'];

export async function publishedRound(t: TestDatabase, plan: Partial<RoundPlan> = {}): Promise<TestRound> {
  const round = await makeRound(t, { agencies: { '51.05': UNITS }, ...plan });
  await publishRound(t, round);
  return round;
}
