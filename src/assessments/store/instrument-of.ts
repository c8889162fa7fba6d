import type { Db } from '../../platform/database/database.ts';
import type { Instrument } from '../rules/instrument.ts';
import { instrumentVersion } from './instruments.ts';
import type { AssessmentTables } from './tables.ts';

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
  const instrument = round && (await instrumentVersion(db, round.instrument_id, round.instrument_version));
  if (!instrument) throw new Error('the assessment or its instrument is not there');
  return instrument;
}
