import { sql } from 'kysely';
import type { Label } from '../../kernel/language.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Agency } from '../rules/agency.ts';
import { type Target, targetOf } from '../rules/category.ts';
import { codeAndAncestors, isRegionCode } from '../rules/region.ts';
import { AGENCY_IN_FORCE, agenciesFrom, agencyByCode, toAgency } from './agencies.ts';
import { competencesFor } from './categories.ts';

export interface Suggestion {
  readonly agency: Agency;
  /** Why this one, to be shown beside it. */
  readonly reason: Label;
  /** The competent office is not in the directory: its government is named instead, whose coordinator forwards. */
  readonly isStandIn: boolean;
}

const STAND_IN: Label = {
  id: 'Unit yang berwenang belum tercatat di direktori; koordinator pemerintahnya akan meneruskan.',
  en: 'The competent office is not in the directory yet; the coordinator of its government will forward.',
};

/**
 * Offices that are probably competent for a category at a place, the likeliest first, each once. A suggestion for the citizen and the
 * verifier, never a decision.
 *
 * @param regionCode as narrow as known; `null` leaves only national bodies
 */
export async function suggestOffices(db: Db, categoryCode: string, regionCode: string | null, limit = 5): Promise<Suggestion[]> {
  const place = regionCode !== null && isRegionCode(regionCode) ? regionCode : '';
  const suggestions = new Map<string, Suggestion>();
  for (const competence of await competencesFor(db, categoryCode)) {
    const target = targetOf(competence, place);
    if (target === undefined) continue;
    const found = await officesAt(db, target, place);
    for (const agency of found) add({ agency, reason: competence.reason, isStandIn: false });
    if (found.length === 0 && target.look === 'function') {
      const government = await agencyByCode(db, target.government);
      if (government !== undefined) add({ agency: government, reason: STAND_IN, isStandIn: true });
    }
  }
  // A government standing in is the last resort: an office that exists goes before it.
  return [...suggestions.values()].sort((a, b) => Number(a.isStandIn) - Number(b.isStandIn)).slice(0, limit);

  function add(suggestion: Suggestion): void {
    const known = suggestions.get(suggestion.agency.id);
    if (known === undefined || (known.isStandIn && !suggestion.isStandIn)) suggestions.set(suggestion.agency.id, suggestion);
  }
}

async function officesAt(db: Db, target: Target, place: string): Promise<Agency[]> {
  if (target.look === 'agency') {
    const agency = await agencyByCode(db, target.code);
    return agency === undefined || agency.validUntil !== null ? [] : [agency];
  }
  const line = place === '' ? [] : codeAndAncestors(place);
  const root = await agencyByCode(db, target.look === 'branch' ? target.of : target.government);
  if (root === undefined) return [];
  if (target.look === 'branch') {
    const branches = await servingBranches(db, root, line);
    return branches.length > 0 ? branches : [root];
  }
  const rows = await agenciesFrom(db)
    .where('directory.agencies.government_id', '=', root.id)
    .where(sql<boolean>`agencies.functions @> ARRAY[${target.office}]`)
    .where(AGENCY_IN_FORCE)
    .where(
      sql<boolean>`(NOT EXISTS (SELECT FROM directory.service_areas AS area WHERE area.agency_id = agencies.id)
        OR EXISTS (SELECT FROM directory.service_areas AS area
                    WHERE area.agency_id = agencies.id AND area.region_code = ANY (${line}::text[])))`,
    )
    .orderBy(sql`lower(agencies.name)`)
    .limit(5)
    .execute();
  return rows.map(toAgency);
}

/** The branches below a national body that serve the place most narrowly: the police resort, not the regional police as well. */
async function servingBranches(db: Db, root: Agency, line: readonly string[]): Promise<Agency[]> {
  const rows = await agenciesFrom(db)
    .innerJoin('directory.service_areas', 'directory.service_areas.agency_id', 'directory.agencies.id')
    .select(sql<number>`length(service_areas.region_code)`.as('narrowness'))
    .where('directory.agencies.government_id', '=', root.id)
    .where('directory.service_areas.region_code', '=', sql<string>`ANY (${line}::text[])`)
    .where(AGENCY_IN_FORCE)
    .orderBy('narrowness', 'desc')
    .orderBy(sql`lower(agencies.name)`)
    .limit(5)
    .execute();
  return rows.filter((row) => row.narrowness === rows[0]?.narrowness).map(toAgency);
}
