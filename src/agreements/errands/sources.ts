import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { remindOfSessions } from '../actions/sources/remind.ts';

const REMIND_OF_SESSIONS = 'agreements.remind-sessions';

export const sourcesErrands: ErrandList = { [REMIND_OF_SESSIONS]: (tools) => remindOfSessions(tools) };

/** Early in the morning in the west. */
export const sourcesRecurring: Recurring = [{ errand: REMIND_OF_SESSIONS, crontab: '50 22 * * *' }];
