import type { Label } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';

/** What an agency is. The SQL CHECK of `directory.agencies.kind` lists the same, compared by a test. */
export const AGENCY_KINDS = {
  ministry: { id: 'Kementerian', en: 'Ministry' },
  institution: { id: 'Lembaga', en: 'National institution' },
  'province-government': { id: 'Pemerintah provinsi', en: 'Provincial government' },
  'regency-government': { id: 'Pemerintah kabupaten', en: 'Regency government' },
  'city-government': { id: 'Pemerintah kota', en: 'City government' },
  'administrative-unit': { id: 'Kota/kabupaten administrasi', en: 'Administrative city or regency' },
  opd: { id: 'Organisasi perangkat daerah (OPD)', en: 'Regional office (OPD)' },
  unit: { id: 'Unit kerja', en: 'Unit of a national body' },
  upt: { id: 'Unit pelaksana teknis (UPT)', en: 'Technical unit (UPT)' },
  'district-office': { id: 'Kecamatan', en: 'District office (kecamatan)' },
  kelurahan: { id: 'Kelurahan', en: 'Urban village office (kelurahan)' },
  village: { id: 'Pemerintah desa', en: 'Village government (desa)' },
  inspectorate: { id: 'Inspektorat', en: 'Inspectorate' },
  'vertical-office': { id: 'Instansi vertikal', en: 'Branch of a national body' },
  bumn: { id: 'BUMN', en: 'State-owned enterprise' },
  bumd: { id: 'BUMD', en: 'Region-owned enterprise' },
  ombudsman: { id: 'Ombudsman RI', en: 'Ombudsman of Indonesia' },
  'ombudsman-office': { id: 'Perwakilan Ombudsman RI', en: 'Regional office of the Ombudsman' },
} as const satisfies Record<string, Label>;

export type AgencyKind = keyof typeof AGENCY_KINDS;

export interface Agency {
  readonly id: string;
  /** Slug of the tree: '51.05', '51.05.dinkes', 'kemenpanrb', 'ori.bali'. */
  readonly code: string;
  readonly kind: AgencyKind;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: string | null;
  /** Root of the tree: the *respondent* of complaints about this agency. A root's is its own id. */
  readonly governmentId: string;
  /** Ids from the root down to and including this agency. */
  readonly path: readonly string[];
  readonly regionCode: string | null;
  /** What it does, as words the competences use: ['dishub', 'dlh'] for an office that does both. */
  readonly functions: readonly string[];
  readonly isCoordinatorDesk: boolean;
  /** Whether somebody has checked the name against a decree or the agency's own site. */
  readonly nameConfirmed: boolean;
  readonly nameNote: string | null;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/** The agency whose coordinator is the national desk of SP4N-LAPOR! (PermenPANRB 62/2018, 5/2025). */
export const NATIONAL_DESK_CODE = 'kemenpanrb';

/** The root of the Ombudsman's tree: above the national desk, and above no one else in complaints (UU 37/2008). */
export const OMBUDSMAN_CODE = 'ori';

export const REGIONAL_GOVERNMENTS: readonly AgencyKind[] = ['province-government', 'regency-government', 'city-government'];

/** Whether an agency is in force on a day (half-open, see the migration). */
export function isInForce(agency: Pick<Agency, 'validFrom' | 'validUntil'>, day: Day): boolean {
  const begun = agency.validFrom === null || agency.validFrom.until(day).sign >= 0;
  const ended = agency.validUntil !== null && agency.validUntil.until(day).sign >= 0;
  return begun && !ended;
}

/** Whether `inner` is `outer` or stands below it. */
export function isBelow(inner: Pick<Agency, 'path'>, outer: Pick<Agency, 'id'>): boolean {
  return inner.path.includes(outer.id);
}

/**
 * Who stands above an agency, as a code:
 * an office -> its parent; the coordinator's own desk, anything below it, and a government itself -> the level above the
 * government: of a regency or city its province (the governor supervises them for the centre, UU 23/2014 Pasal 91), of a province,
 * ministry, institution or enterprise the national desk; the national desk's own ministry -> the Ombudsman; the Ombudsman's root -> the national desk.
 *
 * @param line the agencies of the path, from the root to the agency itself
 * @returns the code of the agency above
 */
export function codeAbove(line: readonly Agency[]): string {
  const agency = line.at(-1);
  const government = line[0];
  if (agency === undefined || government === undefined) throw new Error('codeAbove needs the line of an agency');
  const parent = line.at(-2);
  if (parent !== undefined && !line.some((one) => one.isCoordinatorDesk)) return parent.code;
  if (government.code === NATIONAL_DESK_CODE) return OMBUDSMAN_CODE;
  const province = government.regionCode?.slice(0, 2);
  const isLocal = government.kind === 'regency-government' || government.kind === 'city-government';
  return isLocal && province !== undefined ? province : NATIONAL_DESK_CODE;
}
