/**
 * The cast of `cast.test-support.ts` with positions but without accounts: making accounts costs a password hash for each example person,
 * which tests that never sign in can spare.
 */
import { actorFor, agencyByCode, examplePersonId, type PositionKind } from '../directory/index.ts';
import type { Officer } from '../kernel/actor.ts';
import { Temporal } from '../kernel/time.ts';
import type { TestDatabase } from '../platform/testing/database.ts';
import { CAST, type CastName } from './cast.test-support.ts';

const OFFICES: Readonly<Record<CastName, readonly [PositionKind, string]>> = {
  verifier: ['report-verifier', 'ori.bali'],
  head: ['ombudsman-head', 'ori.bali'],
  examiner: ['ombudsman-assistant', 'ori.bali'],
  secondExaminer: ['ombudsman-assistant', 'ori.bali'],
  resolver: ['resolution-assistant', 'ori.bali'],
  preventer: ['prevention-assistant', 'ori.bali'],
  counter: ['counter-officer', 'ori.bali'],
  chair: ['ombudsman-head', 'ori'],
  coordinator: ['agency-coordinator', '51.05'],
  liaison: ['liaison-officer', '51.05.dinkes'],
  leader: ['regional-leader', '51.05'],
};

export async function castInOffice(t: TestDatabase): Promise<(name: CastName) => Promise<Officer>> {
  const tables = t.ownerDb.withTables<{
    'directory.people': Record<string, unknown>;
    'directory.positions': Record<string, unknown>;
  }>();
  for (const [name, [kind, code]] of Object.entries(OFFICES) as [CastName, readonly [PositionKind, string]][]) {
    const agency = await agencyByCode(t.db, code);
    if (!agency) throw new Error(`no agency ${code}`);
    const personId = examplePersonId(CAST[name]);
    const created_at = '2025-01-01T00:00:00Z';
    await tables
      .insertInto('directory.people')
      .values({ id: personId, name: `${name} (contoh)`, email: CAST[name], created_at })
      .execute();
    await tables
      .insertInto('directory.positions')
      .values({
        ...{ id: t.tools.random.id(), person_id: personId, kind, agency_id: agency.id, decree_number: `SK ${name}` },
        ...{ decree_on: '2025-01-01', starts_on: '2025-01-02', created_at },
      })
      .execute();
  }
  return async (name) => {
    const actor = await actorFor(t.db, examplePersonId(CAST[name]), Temporal.PlainDate.from('2026-03-16'));
    if (actor?.kind !== 'officer') throw new Error(`${name} is no officer`);
    return actor;
  };
}
