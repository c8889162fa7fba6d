import type { WebRoutes } from '../../platform/http/env.ts';
import { mountCertificates } from './certificates/routes.ts';
import { mountField } from './field/routes.ts';
import { mountHistorical } from './historical/routes.tsx';
import { mountImprovements } from './improvements/routes.ts';
import type { ItemSlot } from './improvements/slot.ts';
import { mountInstruments } from './instruments/routes.ts';
import { mountResults } from './results/routes.ts';
import { mountRounds } from './rounds/routes.ts';
import { mountVerify } from './verify/routes.ts';
import type { VerifySlot } from './verify/slot.ts';

/** Every address of this room. One folder, one owner: instruments, rounds, field, results, certificates. */
export function mountAssessments(
  app: WebRoutes,
  slots: { readonly agreements?: ItemSlot; readonly verify?: VerifySlot } = {},
): void {
  mountCertificates(app);
  mountField(app);
  mountHistorical(app);
  mountImprovements(app, slots.agreements);
  mountInstruments(app);
  mountResults(app);
  mountRounds(app);
  mountVerify(app, slots.verify);
}
