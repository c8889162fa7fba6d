import type { Tools } from '../tools.ts';

/**
 * What happens later. An errand may run twice (a killed process, a lost connection after the work), so it looks at the present state
 * first and does nothing when its work is done.
 */
export type Errand = (tools: Tools, payload: unknown) => Promise<void>;

export type ErrandList = Readonly<Record<string, Errand>>;

/**
 * Errands that come by themselves. `crontab` has five fields and is read in UTC (`0 17 * * *` is midnight in Jakarta). A daily time missed
 * during a standstill is made up for when it lies less than a day back. Several workers: it still runs once.
 */
export type Recurring = readonly { readonly errand: string; readonly crontab: string }[];
