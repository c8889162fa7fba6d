/** The recurring cast of this room's tests: officers of the Ombudsman of Bali, of Klungkung, and a case between them. */
import { actorFor, agencyByCode, examplePersonId, loadExamplePeople } from '../directory/index.ts';
import type { Officer } from '../kernel/actor.ts';
import { Temporal } from '../kernel/time.ts';
import { orRollBack } from '../platform/database/or-roll-back.ts';
import type { TestDatabase } from '../platform/testing/database.ts';
import { type OpeningOrder, openCase } from './actions/open-case.ts';
import type { Case } from './rules/case.ts';

export const CAST = {
  verifier: 'pvl@ombudsman-bali.example',
  head: 'kepala@ombudsman-bali.example',
  examiner: 'asisten@ombudsman-bali.example',
  secondExaminer: 'asisten2@ombudsman-bali.example',
  resolver: 'resolusi@ombudsman-bali.example',
  preventer: 'pencegahan@ombudsman-bali.example',
  counter: 'pojok@ombudsman-bali.example',
  chair: 'ketua@ombudsman.example',
  coordinator: 'koordinator@klungkung.example',
  liaison: 'dinkes@klungkung.example',
  leader: 'pimpinan@klungkung.example',
} as const;
export type CastName = keyof typeof CAST;

/** Loads the example people and gives the officer of a name. */
export async function castOf(t: TestDatabase): Promise<(name: CastName) => Promise<Officer>> {
  await loadExamplePeople(t.tools);
  return async (name) => {
    const actor = await actorFor(t.db, examplePersonId(CAST[name]), Temporal.PlainDate.from('2026-03-16'));
    if (actor?.kind !== 'officer') throw new Error(`${name} is no officer`);
    return actor;
  };
}

/** Opens a report of somebody against the health office of Klungkung at the office of Bali. */
export async function openedCase(t: TestDatabase, order: Partial<OpeningOrder> = {}): Promise<Case> {
  const done = await orRollBack(t.tools, async (tx) => {
    const office = await agencyByCode(tx, 'ori.bali');
    const agency = await agencyByCode(tx, '51.05.dinkes');
    if (!office || !agency) throw new Error('the reference data lacks an agency');
    const value = await openCase(
      t.tools,
      tx,
      { kind: 'visitor' },
      {
        access: 'LM',
        channel: 'web',
        officeId: office.id,
        secret: false,
        tip: false,
        title: 'Surat rujukan tidak diberikan (contoh)',
        account: 'Sudah tiga kali datang ke puskesmas, surat rujukan tidak diberikan tanpa alasan (contoh).',
        regionCode: '51.05',
        categoryCode: null,
        respondents: [{ agencyId: agency.id, position: 'Kepala Dinas Kesehatan' }],
        ...order,
      },
    );
    return { ok: true as const, value };
  });
  if (!done.ok) throw new Error('not opened');
  return done.value;
}
