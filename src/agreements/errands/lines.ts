import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { remindOfAgreements } from '../actions/lines/remind.ts';

export const linesErrands: ErrandList = {
  'agreements.remind': async (tools) => {
    const told = await remindOfAgreements(tools);
    if (told.lines + told.reports + told.lapsing > 0) tools.log.info(told, 'reminded of agreements and lines of plans');
  },
};

/** Seven in the morning in Jakarta, nine in Jayapura: the whole country is on the same day and at work. */
export const linesRecurring: Recurring = [{ errand: 'agreements.remind', crontab: '5 0 * * *' }];
