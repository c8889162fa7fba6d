import { agencyById, holdersOf } from '../../directory/index.ts';
import type { Day } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import { obligationById } from '../store/obligations/obligations.ts';

/**
 * Who answers for an obligation at the agency's side: those with 'case.answer' at the office it was given to or addressed to, and where
 * nobody is, at the government above it.
 */
export async function obligationAddressees(tx: Tx, obligationId: string, day: Day): Promise<string[]> {
  const obligation = await obligationById(tx, obligationId);
  // While a report lies with the Ombudsman, nobody at the agency is waited for.
  if (!obligation || obligation.state === 'reported') return [];
  const agency = await agencyById(tx, obligation.handlerAgencyId ?? obligation.agencyId);
  for (const id of [...(agency?.path ?? [obligation.agencyId])].reverse()) {
    const people = await holdersOf(tx, id, 'case.answer', day);
    if (people.length > 0) return people;
  }
  return [];
}
