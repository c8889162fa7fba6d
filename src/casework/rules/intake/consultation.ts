/** A consultation ends with advice, or goes on as a report of its own; so does a copied letter. */
import { refuse } from '../../../kernel/result.ts';
import type { Case } from '../case.ts';
import { type Circumstances, type Decided, decision } from '../decision.ts';
import { take } from '../take.ts';

/** Advice given: kept where the one who asked reads it, and the consultation is over. */
export function advise(advice: string) {
  return (file: Case, circumstances: Circumstances): Decided => {
    const taken = take(file, 'advise', circumstances, { reason: advice });
    if (!taken.ok) return refuse(taken.refusal);
    const { event, file: next } = taken.value;
    const id = circumstances.newId();
    return decision(next, {
      events: [{ ...event, payload: { ...event.payload, entry: id } }],
      entries: [{ id, kind: 'advice', audience: 'reporter', text: advice.trim(), partId: null, agencyId: file.officeId }],
      news: ['closed'],
    });
  };
}

/** It turned out to be a report: this one is closed as converted, the other one carries it on (`continuesId` there). */
export function convertTo(other: Pick<Case, 'id' | 'number'>) {
  return (file: Case, circumstances: Circumstances): Decided => {
    const taken = take(file, 'convert', circumstances);
    if (!taken.ok) return refuse(taken.refusal);
    const { event, file: next } = taken.value;
    return decision(next, { events: [{ ...event, payload: { ...event.payload, as: other.number } }], news: ['closed'] });
  };
}
