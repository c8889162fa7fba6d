import type { Db } from '../../platform/database/database.ts';
import type { Instrument } from '../rules/instrument.ts';
import { instrumentVersion } from './instruments.ts';
import type { AssessmentTables } from './tables.ts';

interface Named {
  readonly instrument_id: string;
  readonly instrument_version: number;
}

/**
 * The instrument version an assessment was planned with.
 *
 * @throws Error when there is no such assessment, or its version is gone
 */
export async function instrumentOf(db: Db, assessmentId: string): Promise<Instrument> {
  const round = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.assessments as a')
    .innerJoin('assessments.rounds as r', 'r.id', 'a.round_id')
    .select(['r.instrument_id', 'r.instrument_version'])
    .where('a.id', '=', assessmentId)
    .executeTakeFirst();
  return named(db, round);
}

/** The same of a round. */
export async function instrumentOfRound(db: Db, roundId: string): Promise<Instrument> {
  const round = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.rounds')
    .select(['instrument_id', 'instrument_version'])
    .where('id', '=', roundId)
    .executeTakeFirst();
  return named(db, round);
}

async function named(db: Db, round: Named | undefined): Promise<Instrument> {
  const instrument = round && (await instrumentVersion(db, round.instrument_id, round.instrument_version));
  if (!instrument) throw new Error('the round or the version of its instrument is not there');
  return instrument;
}
