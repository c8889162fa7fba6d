/** What the events of agreements and lines are called on history pages. A test holds that every event type the room records has a line here. */
import type { Label } from '../../kernel/language.ts';
import { grantsEventLabels } from './grants/event-labels.ts';
import { linesEventLabels } from './lines/event-labels.ts';
import { radEventLabels } from './rad/event-labels.ts';
import { registerEventLabels } from './register/event-labels.ts';
import { reviewsEventLabels } from './reviews/event-labels.ts';
import { signingEventLabels } from './signing/event-labels.ts';
import { sourcesEventLabels } from './sources/event-labels.ts';
import { tablesEventLabels } from './tables/event-labels.ts';

export const AGREEMENT_EVENTS: Readonly<Record<string, Label>> = {
  ...grantsEventLabels,
  ...linesEventLabels,
  ...radEventLabels,
  ...registerEventLabels,
  ...reviewsEventLabels,
  ...signingEventLabels,
  ...sourcesEventLabels,
  ...tablesEventLabels,
};
