import type { Label } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';
import { codeAt, isRegionCode } from './region.ts';

/** What a complaint is about. Two levels: 'public-works' and 'public-works.potholes'. */
export interface Category {
  readonly code: string;
  readonly parentCode: string | null;
  readonly label: Label;
  /** Order among its siblings: by how often it is used, "other" last. */
  readonly rank: number;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  /** Why it came or went, for administrators. */
  readonly note: string | null;
}

/**
 * Where to look for the competent office: by what it does (`office`) below the government of the place's regency or province, `null` =
 * that government itself; at the kecamatan of the place; at a national body by its code; or at the branch of a national body that serves the place.
 */
export type Reach = 'district' | 'regency' | 'province' | 'national' | 'branch';

export interface Competence {
  readonly categoryCode: string;
  /** 1 = asked first. */
  readonly rank: number;
  readonly reach: Reach;
  readonly office: string | null;
  /** Shown beside the suggestion: why this office. One sentence in each language. */
  readonly reason: Label;
}

/** What to look up for a competence at a place: an office by function in a government's tree, or an agency by its code. */
export type Target =
  | { readonly look: 'function'; readonly government: string; readonly office: string }
  | { readonly look: 'agency'; readonly code: string }
  | { readonly look: 'branch'; readonly of: string };

/** `undefined` when the place is too wide for the competence (a regency's office cannot be told from a province alone). */
export function targetOf(competence: Pick<Competence, 'reach' | 'office'>, regionCode: string): Target | undefined {
  const { reach, office } = competence;
  if (reach === 'national') return office === null ? undefined : { look: 'agency', code: office };
  if (reach === 'branch') return office === null ? undefined : { look: 'branch', of: office };
  if (reach === 'district') {
    const district = codeAt(regionCode, 'district');
    return district === undefined ? undefined : { look: 'agency', code: district };
  }
  if (!isRegionCode(regionCode)) return undefined;
  const government = reach === 'province' ? codeAt(regionCode, 'province') : governmentCodeAt(regionCode);
  if (government === undefined) return undefined;
  return office === null ? { look: 'agency', code: government } : { look: 'function', government, office };
}

/** DKI Jakarta: its six cities and regency are administrative, not autonomous (UU 29/2007 Pasal 7; UU 2/2024). */
export const JAKARTA = '31';

/** The code of the government of the regency or city a place lies in: in Jakarta the province, elsewhere the regency. */
export function governmentCodeAt(regionCode: string): string | undefined {
  return codeAt(regionCode, 'province') === JAKARTA ? JAKARTA : codeAt(regionCode, 'regency');
}
