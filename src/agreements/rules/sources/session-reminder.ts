/** When a planned session is reminded of: once before its day, once after it when nothing was recorded. Pure. */
import type { Day } from '../../../kernel/time.ts';
import type { LawBook } from '../../../law/index.ts';
import type { Session } from './session.ts';

export interface SessionReminderDays {
  /** Days before it begins. */
  readonly before: number;
  /** Days after it ended. */
  readonly after: number;
}

export function sessionReminderDays(law: LawBook, day: Day): SessionReminderDays {
  const value = (rule: Parameters<LawBook['parameter']>[0]) => law.parameter(rule, day).value;
  return { before: value('agreement.session-reminder'), after: value('agreement.session-record') };
}

export interface SessionReminder {
  readonly purpose: 'agreement.session-near' | 'agreement.session-unrecorded';
  /** Names the day, so that a session that is moved is told of anew. */
  readonly stage: string;
  /** Whoever is responsible for the line alone, or both its sides and the focal points. */
  readonly everybody: boolean;
}

/** @param today where the agreement is */
export function sessionReminder(
  { state, startsOn, endsOn }: Pick<Session, 'state' | 'startsOn' | 'endsOn'>,
  today: Day,
  { before, after }: SessionReminderDays,
): SessionReminder | null {
  if (state !== 'planned') return null;
  const left = today.until(startsOn, { largestUnit: 'day' }).days;
  if (left >= 0) return left <= before ? { purpose: 'agreement.session-near', stage: `near:${startsOn}`, everybody: true } : null;
  const since = endsOn.until(today, { largestUnit: 'day' }).days;
  return since >= after ? { purpose: 'agreement.session-unrecorded', stage: `unrecorded:${endsOn}`, everybody: false } : null;
}
