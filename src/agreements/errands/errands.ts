import type { ErrandList, Recurring } from '../../platform/jobs/errands.ts';
import { linesErrands, linesRecurring } from './lines.ts';
import { radErrands, radRecurring } from './rad.ts';
import { registerErrands, registerRecurring } from './register.ts';
import { reviewsErrands, reviewsRecurring } from './reviews.ts';
import { signingErrands, signingRecurring } from './signing.ts';
import { sourcesErrands, sourcesRecurring } from './sources.ts';
import { tablesErrands, tablesRecurring } from './tables.ts';

/** Everything this room does later; areas add theirs. */
export const agreementErrands: ErrandList = {
  ...linesErrands,
  ...radErrands,
  ...registerErrands,
  ...reviewsErrands,
  ...signingErrands,
  ...sourcesErrands,
  ...tablesErrands,
};

export const agreementRecurring: Recurring = [
  ...linesRecurring,
  ...radRecurring,
  ...registerRecurring,
  ...reviewsRecurring,
  ...signingRecurring,
  ...sourcesRecurring,
  ...tablesRecurring,
];
