/** Agreements with a text and signatories, for tests of drafting and signing. */

import type { Officer } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { agencyIdOf, type Cast, draftedAgreement } from '../../cast.test-support.ts';
import type { Agreement, Signatory } from '../../rules/agreement.ts';
import { move } from '../../rules/move.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { changeAgreement } from '../change.ts';
import type { AgreementOrder } from '../create-agreement.ts';
import { isReady } from './readiness.ts';
import { openSigning } from './round-steps.ts';
import { beginText } from './write-text.ts';

export const DAY = Temporal.PlainDate.from;

const FACTS = {
  basis: 'Undang-Undang Nomor 37 Tahun 2008 (contoh)',
  purpose: 'Mewujudkan pelayanan publik yang lebih baik (contoh).',
  place: 'Semarapura',
  inForceUntil: DAY('2031-03-16'),
} as const;

export type Planned = Pick<Signatory, 'ordinal' | 'capacity' | 'position' | 'personId'> & { readonly party: number | null };

/** Adds signatories to a draft, as the form of the register does. */
export async function withSignatories(
  t: TestDatabase,
  by: Officer,
  agreement: Agreement,
  planned: readonly Planned[],
): Promise<Agreement> {
  const signatories = planned.map(
    ({ party, ...one }): Signatory => ({
      ...{
        id: t.tools.random.id(),
        partyId: party === null ? null : (agreement.parties[party - 1]?.id ?? null),
        name: `${one.position} (contoh)`,
      },
      ...{ askedAt: null, method: null, signedAt: null, uploadedBy: null, confirmedBy: null, declinedAt: null },
      ...one,
    }),
  );
  const changed = await changeAgreement(t.tools, by, { agreementId: agreement.id, version: null }, (now) =>
    ok({ next: { ...now, signatories }, events: [] }),
  );
  if (!changed.ok) throw new Error(changed.refusal);
  return changed.value;
}

/** A memorandum with a text: signed by the secretary and the head, witnessed by the regent. */
export async function writtenMemorandum(t: TestDatabase, who: Cast, order: Partial<AgreementOrder> = {}): Promise<Agreement> {
  const by = await who('preventer');
  const draft = await draftedAgreement(t, by, { ...FACTS, ...order });
  const personOf = async (name: Parameters<Cast>[0]) => (await who(name)).personId;
  const agreement = await withSignatories(t, by, draft, [
    { party: 2, ordinal: 1, capacity: 'signs', position: 'Sekretaris Daerah', personId: await personOf('secretary') },
    { party: 1, ordinal: 1, capacity: 'signs', position: 'Kepala Perwakilan', personId: await personOf('head') },
    { party: null, ordinal: 2, capacity: 'witnesses', position: 'Bupati', personId: await personOf('leader') },
  ]);
  const text = await beginText(t.tools, by, agreement.id);
  if (!text.ok) throw new Error(text.refusal);
  return agreement;
}

/** Settles the text as the overview page does. */
export async function settled(t: TestDatabase, by: Officer, agreement: Pick<Agreement, 'id'>): Promise<Agreement> {
  const changed = await changeAgreement(t.tools, by, { agreementId: agreement.id, version: null }, async (now, _at, tx) => {
    const moved = move(now, 'settle', by, { met: (await isReady(t.tools, tx, now)) ? ['ready'] : [] });
    return moved.ok ? ok({ next: moved.value.agreement, events: [moved.value.event] }) : moved;
  });
  if (!changed.ok) throw new Error(changed.refusal);
  return changed.value;
}

export async function openedForSigning(t: TestDatabase, by: Officer, agreement: Pick<Agreement, 'id'>): Promise<Agreement> {
  const ready = await settled(t, by, agreement);
  const opened = await openSigning(t.tools, by, { agreementId: ready.id, version: ready.version });
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
}

export async function present(t: TestDatabase, { id }: Pick<Agreement, 'id'>): Promise<Agreement> {
  const agreement = await loadAgreement(t.db, id);
  if (!agreement) throw new Error('the agreement is gone');
  return agreement;
}

export const signatoryOf = (agreement: Agreement, position: string): Signatory => {
  const found = agreement.signatories.find((one) => one.position === position);
  if (!found) throw new Error(`no signatory ${position}`);
  return found;
};

/** A commitment of `count` heads, each for an office of their own; whoever has no account signs on paper. */
export async function writtenCommitment(
  t: TestDatabase,
  by: Officer,
  codes: readonly string[],
  people: ReadonlyMap<string, string>,
): Promise<Agreement> {
  const parties = [];
  for (const code of codes) parties.push({ agencyId: await agencyIdOf(t, code), name: '', ownNumber: '' });
  const keeperId = await agencyIdOf(t, '51.05');
  const draft = await draftedAgreement(t, by, {
    ...FACTS,
    ...{
      kind: 'komitmen',
      title: 'Komitmen para kepala perangkat daerah (contoh)',
      parties,
      keeperId,
      programmes: [],
      yearFrom: 2026,
    },
  });
  const agreement = await withSignatories(
    t,
    by,
    draft,
    codes.map((code, index) => ({
      ...{ party: index + 1, ordinal: 1, capacity: 'signs' as const, position: `Kepala ${code}` },
      personId: people.get(code) ?? null,
    })),
  );
  const text = await beginText(t.tools, by, agreement.id);
  if (!text.ok) throw new Error(text.refusal);
  return agreement;
}
