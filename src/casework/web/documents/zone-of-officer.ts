import { zoneOfRegion } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import type { Zone } from '../../../kernel/time.ts';

/** In which zone an officer reads moments: that of the region of their first position, Jakarta for national bodies. */
export function zoneOfOfficer(actor: Officer): Zone {
  const region = actor.positions.find(({ regionCode }) => regionCode !== null)?.regionCode;
  return region ? zoneOfRegion(region) : 'Asia/Jakarta';
}
