/** A signed plan between the Ombudsman's office in Bali and Klungkung with a few lines, for tests of reviews, evaluations and renewals. */
import { Temporal } from '../../../kernel/time.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { agencyIdOf, type Cast, draftedAgreement } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { LineOrder } from '../../rules/lines/line-order.ts';
import type { AgreementOrder } from '../create-agreement.ts';
import { addLines } from '../lines/add-line.ts';
import { recordSigned } from '../record-signed.ts';

export const day = (text: string) => Temporal.PlainDate.from(text);

export interface SignedPlan {
  readonly agreement: Agreement;
  readonly lines: readonly string[];
}

/** In force for 2026, kept by the office; three lines of the health office. */
export async function signedPlan(t: TestDatabase, who: Cast, given: Partial<AgreementOrder> = {}): Promise<SignedPlan> {
  const preventer = await who('preventer');
  const draft = await draftedAgreement(t, preventer, {
    ...{ kind: 'rencana-kerja', title: 'Rencana kerja 2026 (contoh)', programmes: ['prevention', 'competence'], yearFrom: 2026 },
    ...given,
  });
  const health = await agencyIdOf(t, '51.05.dinkes');
  const order = (activity: string, due: string, more: Partial<LineOrder> = {}): LineOrder => ({
    ...{ programme: 'prevention', activity, indicator: 'layanan', unit: 'layanan', startsOn: day('2026-01-05') },
    ...{
      dueOn: day(due),
      targets: [null, null, null, '4'],
      baseline: '0',
      owner: { agencyId: health, position: 'Kepala Dinas' },
    },
    ...more,
  });
  const added = await addLines(t.tools, preventer, { agreementId: draft.id, version: null }, [
    order('Melengkapi standar pelayanan (contoh)', '2026-12-15'),
    order('Survei kepuasan (contoh)', '2026-02-20', { targets: ['1', null, null, null] }),
    order('Pelatihan petugas (contoh)', '2026-05-30', { programme: 'competence', targets: [null, '2', null, null] }),
  ]);
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
  const signed = await recordSigned(
    t.tools,
    preventer,
    { agreementId: draft.id, version: null },
    {
      ...{ signedOn: day('2026-01-05'), inForceFrom: day('2026-01-05'), inForceUntil: day('2026-12-31') },
      ...{ place: 'Semarapura', source: 'Arsip contoh', hasScan: false },
    },
  );
  if (!signed.ok) throw new Error(JSON.stringify(signed.refusal));
  return { agreement: signed.value, lines: added.value.map(({ id }) => id) };
}
