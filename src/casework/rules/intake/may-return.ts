import type { Outcome } from '../case.transitions.ts';
import type { Case } from '../case.ts';
import type { EarlierCase } from './may-appeal.ts';

/** Nothing was judged: who took a report back, or only asked for advice, may bring the complaint again. */
const MAY_RETURN: readonly (Outcome | null)[] = ['deemed-withdrawn', 'withdrawn', 'consulted', 'noted'];

/** What became of the cases about one complaint so far. */
export function earlierCase(cases: readonly Pick<Case, 'stage' | 'outcome'>[]): EarlierCase {
  if (cases.length === 0) return 'none';
  if (cases.some((each) => each.stage !== 'closed')) return 'open';
  return cases.every((each) => MAY_RETURN.includes(each.outcome)) ? 'may-return' : 'ended';
}
