/**
 * The clocks of a complaint (how a clock works: `law/rules/clock.ts`). Forwarding must not touch `verify` or `finish`: only a pause, a
 * reasoned change of class and a new calendar version move a due moment.
 */
import type { Clock as AnyClock, FileLaw } from '../../law/index.ts';

export {
  type ClockDue as Due,
  type ClockLimit as Limit,
  type ClockPause as Pause,
  isLate,
  isPaused,
  isRunning,
  pauseClock as pause,
  reCalendar,
  reLimit,
  restartClock as restart,
  resumeClock as resume,
  startClock,
  stopClock as stop,
} from '../../law/index.ts';

export const CLOCK_KINDS = ['verify', 'finish', 'follow-up', 'silence', 'hold', 'arbitrate'] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export type Clock = AnyClock<ClockKind>;

/** The law as one complaint meets it: its rule-set, its filing day, its region's calendar and zone. */
export type ComplaintLaw = FileLaw;
