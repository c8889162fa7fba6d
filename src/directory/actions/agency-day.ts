import { type Day, dayOf, type Moment, type Zone } from '../../kernel/time.ts';
import type { Agency } from '../rules/agency.ts';
import { zoneOfRegion } from '../rules/zones.ts';

/** The zone an agency keeps its days in: of its region, of the capital for national bodies. */
export function zoneOfAgency(agency: Pick<Agency, 'regionCode'>): Zone {
  return agency.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(agency.regionCode);
}

/** The day it is at an agency. */
export function dayAt(agency: Pick<Agency, 'regionCode'>, now: Moment): Day {
  return dayOf(now, zoneOfAgency(agency));
}
