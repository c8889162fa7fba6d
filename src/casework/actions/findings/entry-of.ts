/** An entry of the Ombudsman's own hand on a case's timeline. */
import type { Case } from '../../rules/case.ts';
import type { Circumstances, Entry, EntryAudience } from '../../rules/decision.ts';

/** @returns nothing for an empty text, so that it can be spread into a decision */
export function entryOf(
  file: Pick<Case, 'officeId'>,
  circumstances: Pick<Circumstances, 'newId'>,
  order: { readonly kind: string; readonly audience: EntryAudience; readonly text: string; readonly partId?: string },
): readonly Entry[] {
  const text = order.text.trim();
  if (text === '') return [];
  const { kind, audience, partId = null } = order;
  return [{ id: circumstances.newId(), kind, audience, text, partId, agencyId: file.officeId }];
}
