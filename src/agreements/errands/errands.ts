import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { grantsErrands, grantsRecurring } from './grants.ts';
import { linesErrands, linesRecurring } from './lines.ts';
import { publicErrands, publicRecurring } from './public.ts';
import { radErrands, radRecurring } from './rad.ts';
import { registerErrands, registerRecurring } from './register.ts';
import { reviewsErrands, reviewsRecurring } from './reviews.ts';
import { signingErrands, signingRecurring } from './signing.ts';
import { sourcesErrands, sourcesRecurring } from './sources.ts';
import { tablesErrands, tablesRecurring } from './tables.ts';

/** Everything this room does later; areas add theirs. */
export const agreementErrands: ErrandList = {
  ...grantsErrands,
  ...linesErrands,
  ...publicErrands,
  ...radErrands,
  ...registerErrands,
  ...reviewsErrands,
  ...signingErrands,
  ...sourcesErrands,
  ...tablesErrands,
};

export const agreementRecurring: Recurring = [
  ...grantsRecurring,
  ...linesRecurring,
  ...publicRecurring,
  ...radRecurring,
  ...registerRecurring,
  ...reviewsRecurring,
  ...signingRecurring,
  ...sourcesRecurring,
  ...tablesRecurring,
];
