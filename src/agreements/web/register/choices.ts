/** What the form of an agreement offers: who may keep it, whom it may be made with, programmes, memoranda it can be made under. */
import {
  type Agency,
  agenciesByIds,
  agenciesUnder,
  agencyByCode,
  listAgencies,
  OMBUDSMAN_CODE,
  ombudsmanOfficeFor,
  searchAgencies,
} from '../../../directory/index.ts';
import { type Officer, positionsWith } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { type Programme, programmes } from '../../store/programmes.ts';

const FOUND = 40;

export async function keepersOf(db: Db, actor: Officer): Promise<readonly Agency[]> {
  const ids = positionsWith(actor, 'agreement.prepare').map(({ agencyId }) => agencyId);
  return [...(await agenciesByIds(db, ids)).values()];
}

/** Governments an office of the Ombudsman serves; for a government the Ombudsman's office, its head office and the province. */
export async function nearAgencies(db: Db, keeper: Agency): Promise<readonly Agency[]> {
  const head = await agencyByCode(db, OMBUDSMAN_CODE);
  const near: (Agency | undefined)[] = [];
  if (keeper.kind === 'ombudsman-office' && keeper.regionCode !== null) {
    const { rows } = await listAgencies(db, { limit: 100, filters: { region: keeper.regionCode, governmentsOnly: true } });
    near.push(keeper, head, ...rows.filter(({ kind }) => kind.endsWith('-government')));
  } else if (keeper.kind === 'ombudsman') {
    for (const kind of ['province-government', 'ministry'] as const)
      near.push(...(await listAgencies(db, { limit: 100, filters: { kind, governmentsOnly: true } })).rows);
    near.unshift(keeper);
  } else {
    near.push(
      await ombudsmanOfficeFor(db, keeper.regionCode),
      head,
      await agencyByCode(db, keeper.regionCode?.slice(0, 2) ?? ''),
    );
    near.push(keeper);
  }
  return [...new Map(near.flatMap((agency) => (agency ? [[agency.id, agency] as const] : []))).values()];
}

/** @param officesOf list the offices of these governments instead of searching */
export async function foundAgencies(
  db: Db,
  query: string,
  keeper: Agency | undefined,
  officesOf: readonly string[],
): Promise<readonly Agency[]> {
  if (officesOf.length > 0) {
    const all = await Promise.all(officesOf.slice(0, 3).map((id) => agenciesUnder(db, id)));
    return all
      .flat()
      .filter(({ kind, parentId }) => parentId !== null && ['opd', 'inspectorate', 'unit', 'district-office'].includes(kind));
  }
  const words = query.trim().slice(0, 100);
  if (words === '') return [];
  const near = keeper?.regionCode ? await searchAgencies(db, words, keeper.regionCode, FOUND) : [];
  const far = near.length < FOUND ? await searchAgencies(db, words, undefined, FOUND) : [];
  return [...new Map([...near, ...far].map((agency) => [agency.id, agency])).values()].slice(0, FOUND);
}

/** Programmes open on a day, and those already chosen. */
export async function programmesOn(db: Db, day: Day, chosen: readonly string[]): Promise<readonly Programme[]> {
  const isOpen = ({ validFrom, validUntil }: Programme) =>
    (validFrom === null || validFrom.until(day).sign >= 0) && (validUntil === null || validUntil.until(day).sign < 0);
  return (await programmes(db)).filter((one) => isOpen(one) || chosen.includes(one.code));
}
