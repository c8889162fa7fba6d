/** For whom somebody collects and evaluates: own provinces, and the ministry for all provinces. */
import { agencyById, nationalDeskAgency, zoneOfRegion } from '../../../directory/index.ts';
import type { Zone } from '../../../kernel/time.ts';
import type { AskedRad } from './asked.ts';

export interface Opener {
  /** As forms name it: the id of the province, or `ministry`. */
  readonly value: string;
  readonly agencyId: string;
  readonly name: string;
  /** The region whose regencies and cities are meant; `null` = all provinces. */
  readonly regionCode: string | null;
  readonly zone: Zone;
}

export async function keptOpeners({ tools, provinceIds, isMinistry }: AskedRad): Promise<readonly Opener[]> {
  const openers: Opener[] = [];
  for (const id of provinceIds) {
    const agency = await agencyById(tools.db, id);
    if (!agency?.regionCode) continue;
    const { name, regionCode } = agency;
    openers.push({ value: id, agencyId: id, name, regionCode, zone: zoneOfRegion(regionCode) });
  }
  if (isMinistry) {
    const desk = await nationalDeskAgency(tools.db);
    openers.push({ value: 'ministry', agencyId: desk.id, name: desk.name, regionCode: null, zone: 'Asia/Jakarta' });
  }
  return openers;
}
