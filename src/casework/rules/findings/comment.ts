/** The reporter's comment on the LHP: in time, once noted or followed by a re-examination (PO 48/2020 art. 25, `case.comment`). */
import { type Moment, Temporal } from '../../../kernel/time.ts';
import { type Case, type CaseClock, runningClock } from '../case.ts';

/** The clock within which the reporter may comment: the stage itself when nothing was found, the part beside monitoring otherwise. */
export function commentClock(file: Pick<Case, 'stage' | 'clocks'>): CaseClock | undefined {
  if (file.stage === 'comment') return runningClock(file, 'stage');
  return file.clocks.find((clock) => clock.kind === 'comment' && clock.stoppedAt === null);
}

/**
 * Until the due moment; silence after it means that the reporter has nothing to add. Beside monitoring the time begins when the reporter has received the
 * notice: before that nothing shuts them out.
 */
export function mayComment(file: Pick<Case, 'stage' | 'clocks'>, now: Moment): boolean {
  const clock = commentClock(file);
  if (clock) return Temporal.Instant.compare(now, clock.dueAt) <= 0;
  return file.stage === 'monitoring' && !file.clocks.some(({ kind }) => kind === 'comment');
}
