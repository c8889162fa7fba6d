/** For whom somebody collects and evaluates: own provinces, and the ministry for all provinces. */
import { agencyById, nationalDeskAgency } from '../../../directory/index.ts';
import type { AskedRad } from './asked.ts';

export interface Opener {
  /** As forms name it: the id of the province, or `ministry`. */
  readonly value: string;
  readonly agencyId: string;
  readonly name: string;
  /** The region whose regencies and cities are meant; `null` = all provinces. */
  readonly regionCode: string | null;
}

export async function keptOpeners({ tools, provinceIds, isMinistry }: AskedRad): Promise<readonly Opener[]> {
  const openers: Opener[] = [];
  for (const id of provinceIds) {
    const agency = await agencyById(tools.db, id);
    if (agency) openers.push({ value: id, agencyId: id, name: agency.name, regionCode: agency.regionCode });
  }
  if (isMinistry) {
    const desk = await nationalDeskAgency(tools.db);
    openers.push({ value: 'ministry', agencyId: desk.id, name: desk.name, regionCode: null });
  }
  return openers;
}
