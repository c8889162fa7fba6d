import { z } from 'zod';
import { Temporal } from '../../kernel/time.ts';
import type { ErrandList, Recurring } from '../jobs/errands.ts';
import { makeRoot } from './log/make-root.ts';
import { lastRoot } from './log/root-store.ts';
import { sendRoot } from './witnesses/send-root.ts';

/** The queue adds to a recurring job for when it was meant. */
const dailyRoot = z.object({ _cron: z.object({ ts: z.string() }) });
const sending = z.object({ root: z.int().positive() });

export const auditErrands: ErrandList = {
  /** Tried again after a crash that came behind the root, it finds the root and makes no second one. */
  'audit.daily-root': async (tools, payload) => {
    const meant = dailyRoot.safeParse(payload);
    const last = meant.success ? await lastRoot(tools.db) : undefined;
    if (meant.success && last && Temporal.Instant.compare(last.at, meant.data._cron.ts) >= 0) return;
    await makeRoot(tools);
  },
  'audit.send-root': async (tools, payload) => sendRoot(tools, sending.parse(payload).root),
};

/** 23:55 in Jakarta, so that a day's root covers that day nearly to its end. */
export const auditRecurring: Recurring = [{ errand: 'audit.daily-root', crontab: '55 16 * * *' }];
