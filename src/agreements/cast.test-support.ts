/** The recurring cast of this room's tests: officers of the Ombudsman of Bali and of Klungkung, and an agreement between them. */
import { actorFor, agencyByCode, examplePersonId, loadExamplePeople } from '../directory/index.ts';
import type { Officer } from '../kernel/actor.ts';
import { Temporal } from '../kernel/time.ts';
import type { TestDatabase } from '../platform/testing/database.ts';
import { type AgreementOrder, createAgreement } from './actions/create-agreement.ts';
import type { Agreement } from './rules/agreement.ts';

export const CAST = {
  head: 'kepala@ombudsman-bali.example',
  preventer: 'pencegahan@ombudsman-bali.example',
  coordinator: 'koordinator@klungkung.example',
  secretary: 'sekda@klungkung.example',
  leader: 'pimpinan@klungkung.example',
  liaison: 'dinkes@klungkung.example',
  officeHead: 'kepala-dinkes@klungkung.example',
  province: 'koordinator@bali.example',
  verifier: 'verifikator@nasional.example',
  outsider: 'koordinator@kepri.example',
} as const;
export type CastName = keyof typeof CAST;
export type Cast = (name: CastName) => Promise<Officer>;

/** Loads the example people and gives the officer of a name. */
export async function castOf(t: TestDatabase): Promise<Cast> {
  await loadExamplePeople(t.tools);
  return async (name) => {
    const actor = await actorFor(t.db, examplePersonId(CAST[name]), Temporal.PlainDate.from('2026-03-16'));
    if (actor?.kind !== 'officer') throw new Error(`${name} is no officer`);
    return actor;
  };
}

export async function agencyIdOf(t: TestDatabase, code: string): Promise<string> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  return agency.id;
}

/** A draft between the Ombudsman's office in Bali and Klungkung, kept by the office. */
export async function draftedAgreement(t: TestDatabase, by: Officer, order: Partial<AgreementOrder> = {}): Promise<Agreement> {
  const keeperId = await agencyIdOf(t, 'ori.bali');
  const parties = [
    { agencyId: keeperId, name: '', ownNumber: '' },
    { agencyId: await agencyIdOf(t, '51.05'), name: '', ownNumber: '' },
  ];
  const made = await createAgreement(t.tools, by, {
    ...{ kind: 'nota-kesepakatan', title: 'Sinergi pengawasan pelayanan publik (contoh)', programmes: ['prevention'] },
    ...{ keeperId, parties },
    ...order,
  });
  if (!made.ok) throw new Error(made.refusal.map(({ code }) => code).join(', '));
  return made.value;
}
