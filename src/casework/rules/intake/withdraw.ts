import { refuse } from '../../../kernel/result.ts';
import type { Case } from '../case.ts';
import { type Circumstances, type Decided, decision } from '../decision.ts';
import { take } from '../take.ts';

/**
 * The reporter takes the report back, never silently: the reason is kept for the Ombudsman's officers, who look whether somebody was put under
 * pressure. The respondent never reads it.
 *
 * @param reason already masked when the identity is secret
 */
export function withdrawReport(reason: string) {
  return (file: Case, circumstances: Circumstances): Decided => {
    const taken = take(file, 'withdraw', circumstances, { reason });
    if (!taken.ok) return refuse(taken.refusal);
    const { event, file: next } = taken.value;
    const id = circumstances.newId();
    return decision(next, {
      events: [{ ...event, payload: { ...event.payload, entry: id } }],
      entries: [{ id, kind: 'withdrawal', audience: 'reporter', text: reason.trim(), partId: null, agencyId: null }],
    });
  };
}
