/** A signed work plan of 2026 between the Ombudsman's office in Bali and Klungkung, for tests of lines. */
import { sql } from 'kysely';
import { Temporal } from '../../../kernel/time.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { agencyIdOf, type Cast, draftedAgreement } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { addLine, type LineOrder } from './add-line.ts';

export const day = (text: string) => Temporal.PlainDate.from(text);

export async function draftedPlan(t: TestDatabase, who: Cast): Promise<Agreement> {
  return draftedAgreement(t, await who('preventer'), {
    ...{ kind: 'rencana-kerja', title: 'Rencana kerja 2026 (contoh)', yearFrom: 2026 },
    ...{ programmes: ['faster-settlement', 'prevention', 'data-exchange', 'competence'] },
  });
}

/** In force for the whole of 2026. */
export async function signedPlan(t: TestDatabase, who: Cast): Promise<Agreement> {
  const draft = await draftedPlan(t, who);
  await sign(t, draft.id);
  return (await loadAgreement(t.db, draft.id)) as Agreement;
}

/** As if every hand had signed: what signing itself takes is tested where it lives. */
export async function sign(t: TestDatabase, agreementId: string): Promise<void> {
  await sql`UPDATE agreements.agreements SET state = 'signed', signed_on = '2026-01-05', in_force_from = '2026-01-05',
    in_force_until = '2026-12-31', evidence = 'record' WHERE id = ${agreementId}::uuid`.execute(t.ownerDb);
}

/** Eight services completed by December, by the health office; anyone of the other side confirms. */
export async function anOrder(t: TestDatabase, given: Partial<LineOrder> = {}): Promise<LineOrder> {
  return {
    ...{ programme: 'prevention', activity: 'Melengkapi standar pelayanan puskesmas (contoh)', indicator: 'Layanan lengkap' },
    ...{ unit: 'layanan', targets: ['2', '4', '6', '8'], startsOn: day('2026-01-10'), dueOn: day('2026-12-15') },
    ...{ owner: { agencyId: await agencyIdOf(t, '51.05.dinkes') }, evidenceAsked: 'Surat keputusan' },
    ...given,
  };
}

export async function plannedLine(t: TestDatabase, who: Cast, plan: Agreement, given: Partial<LineOrder> = {}): Promise<Line> {
  const added = await addLine(t.tools, await who('preventer'), { agreementId: plan.id, version: null }, await anOrder(t, given));
  if (!added.ok) throw new Error(added.refusal.map(({ code, field }) => `${field}: ${code}`).join(', '));
  return added.value;
}
