import { sweepRateLimits } from './http/rate-limit.ts';
import { sweepSpool } from './http/spool.ts';
import { sweepSubmissions } from './http/submissions.ts';
import type { ErrandList, Recurring } from './jobs/errands.ts';

/** The platform's own house-keeping, for `main.ts` to add to the rooms' errands. */
export const platformErrands: ErrandList = {
  'platform.sweep': async (tools) => {
    const now = tools.clock.now();
    await sweepRateLimits(tools.db, now);
    await sweepSubmissions(tools.db, now);
    await sweepSpool(tools.settings.dataFolder, now.epochMilliseconds);
  },
};

export const platformRecurring: Recurring = [{ errand: 'platform.sweep', crontab: '17 * * * *' }];
