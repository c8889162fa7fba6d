/** What other rooms tell of an improvement item besides its own row: its indicator by name, and where anyone may read the result it comes from. */
import { agencyById } from '../../directory/index.ts';
import type { Label } from '../../kernel/language.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Item } from '../rules/items.ts';
import { placesByCode } from '../rules/walk.ts';
import { instrumentOf } from './instrument-of.ts';

export interface ItemTold {
  readonly indicator: Label;
  /** Of the page of the published result, at the unit. */
  readonly publicPath: string;
  /** Of the assessed agency, as in addresses. */
  readonly agencyCode: string;
}

export async function itemTold(
  db: Db,
  item: Pick<Item, 'assessmentId' | 'agencyId' | 'indicator' | 'roundCode' | 'unitNo'>,
): Promise<ItemTold> {
  const indicator = placesByCode(await instrumentOf(db, item.assessmentId)).get(item.indicator)?.indicator;
  const agency = await agencyById(db, item.agencyId);
  return {
    indicator: indicator?.name ?? { id: item.indicator, en: item.indicator },
    publicPath: `/assessments/${item.roundCode}/${agency?.code ?? ''}#unit-${item.unitNo}`,
    agencyCode: agency?.code ?? '',
  };
}
