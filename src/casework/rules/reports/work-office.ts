/** At which office work counts, for somebody who works at several. Pure. */
import { type Position, positionKind } from '../../../directory/index.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import { WORKING } from './reach.ts';

/** The offices somebody held a position of casework at in a month, the one held longest first. */
export function workingOffices(positions: readonly Position[], month: Day): readonly string[] {
  const end = month.add({ months: 1 });
  const held = positions
    .filter(({ startsOn, endsOn }) => {
      const begun = Temporal.PlainDate.compare(startsOn, end) < 0;
      return begun && (endsOn === null || Temporal.PlainDate.compare(endsOn, month) > 0);
    })
    .filter(({ kind }) => WORKING.some((each) => positionKind(kind)?.capabilities.includes(each)))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.startsOn, other.startsOn) || (one.id < other.id ? -1 : 1));
  return [...new Set(held.map(({ agencyId }) => agencyId))];
}

/**
 * The nearest of these offices to the one the file lies at, itself or above it. Work on a file of none of them (it has moved on since, or
 * it is a complaint) counts at the one held longest: every step counts once, and none is lost.
 * @param path the office of the file and those above it, in any order of the tree; empty = the file is no office's
 */
export function officeOfWork(path: readonly string[], offices: readonly string[]): string | undefined {
  return path.findLast((each) => offices.includes(each)) ?? offices[0];
}
