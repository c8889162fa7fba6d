import { Temporal } from '../kernel/time.ts';
import type { Clock } from './tools.ts';

/** The machine's clock. Rules never see it: actions ask it once and pass the moment on. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };
