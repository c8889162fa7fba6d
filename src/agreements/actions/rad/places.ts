/** Governments as action plans know them: of which level they are, who reviews them, who stands below a province. */
import { type Agency, agencyByCode, agencyById, listAgencies, nationalDeskAgency } from '../../../directory/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { RadLevel } from '../../rules/rad/rad.transitions.ts';

const KINDS: Readonly<Partial<Record<Agency['kind'], RadLevel>>> = {
  'province-government': 'province',
  'regency-government': 'regency',
  'city-government': 'regency',
};

/** A regional government; everything else makes no action plan of its own. */
export interface Government {
  readonly agency: Agency;
  readonly level: RadLevel;
  /** Dotted Kemendagri code. */
  readonly regionCode: string;
}

export function asGovernment(agency: Agency | undefined): Government | undefined {
  const level = agency && KINDS[agency.kind];
  return agency && level && agency.regionCode !== null ? { agency, level, regionCode: agency.regionCode } : undefined;
}

export async function governmentById(db: Db | Tx, id: string): Promise<Government | undefined> {
  return asGovernment(await agencyById(db, id));
}

export async function governmentOfRegion(db: Db | Tx, code: string): Promise<Government | undefined> {
  return /^\d\d(\.\d\d)?$/.test(code) ? asGovernment(await agencyByCode(db, code)) : undefined;
}

/** Who evaluates a government and reviews its plan first: its province, or the ministry for a province. */
export async function reviewerOf(db: Db | Tx, government: Government): Promise<Agency | undefined> {
  return government.level === 'province' ? nationalDeskAgency(db) : agencyByCode(db, government.regionCode.slice(0, 2));
}

async function all(db: Db | Tx, filters: NonNullable<Parameters<typeof listAgencies>[1]['filters']>): Promise<readonly Agency[]> {
  const found: Agency[] = [];
  for (let after: string | undefined; ; ) {
    const page = await listAgencies(db as Db, { after, limit: 100, filters });
    found.push(...page.rows);
    if (!page.next) return found;
    after = page.next;
  }
}

const byRegion = (a: Government, b: Government) => a.regionCode.localeCompare(b.regionCode);

/** The regencies and cities of a province, in the order of the register. */
export async function governmentsBelow(db: Db | Tx, provinceRegion: string): Promise<readonly Government[]> {
  const agencies = await all(db, { region: provinceRegion, governmentsOnly: true });
  return agencies
    .flatMap((agency) => asGovernment(agency) ?? [])
    .filter(({ level, regionCode }) => level === 'regency' && regionCode.startsWith(`${provinceRegion}.`))
    .sort(byRegion);
}

export async function provinces(db: Db | Tx): Promise<readonly Government[]> {
  const agencies = await all(db, { kind: 'province-government' });
  return agencies.flatMap((agency) => asGovernment(agency) ?? []).sort(byRegion);
}

/** Every regional government in the order of the register: provinces before their regencies and cities. */
export async function allGovernments(db: Db | Tx): Promise<readonly Government[]> {
  const found = await Promise.all(Object.keys(KINDS).map((kind) => all(db, { kind: kind as Agency['kind'] })));
  return found
    .flat()
    .flatMap((agency) => asGovernment(agency) ?? [])
    .sort(byRegion);
}
