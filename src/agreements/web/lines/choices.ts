/** What the form of a line offers: programmes, and the parties with their offices. */
import { agenciesByIds, type OfficeName, officesUnder } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { type Programme, programmes } from '../../store/programmes.ts';

/** Offices of one party in the list; a regency has hundreds of villages, a province hundreds of schools. The others are found by name. */
const OFFICES_PER_PARTY = 300;
const FOUND_PER_PARTY = 50;

export interface OfficeGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface LineChoices {
  readonly programmes: readonly { readonly value: string; readonly label: string }[];
  /** One group a party: itself first, then its offices. What was looked for stands before them. */
  readonly offices: readonly OfficeGroup[];
  /** Some party has more offices than are listed. */
  readonly isCut: boolean;
  /** What was looked for, and how many were found. */
  readonly find: string;
  readonly found: number;
}

/**
 * @param chosen agencies that must be in the list whatever happened to them since
 * @param find words of the names of offices to be listed beside the first ones
 */
export async function lineChoices(
  db: Db,
  agreement: Agreement,
  today: Day,
  language: Language,
  chosen: readonly string[] = [],
  find = '',
): Promise<LineChoices> {
  const parties = agreement.parties.flatMap(({ name, agencyId }) => (agencyId === null ? [] : [{ name, agencyId }]));
  const ids = parties.map(({ agencyId }) => agencyId);
  const under = await officesUnder(db, ids, { limit: OFFICES_PER_PARTY });
  const groups = parties.map(
    ({ name, agencyId }): OfficeGroup => ({ label: name, options: (under.get(agencyId)?.offices ?? []).map(option) }),
  );
  const listed = new Set(groups.flatMap(({ options }) => options.map(({ value }) => value)));
  const named = find.trim() === '' ? new Map() : await officesUnder(db, ids, { limit: FOUND_PER_PARTY, named: find });
  const found: readonly OfficeName[] = [...named.values()].flatMap(({ offices }) => offices);
  const more = found.filter(({ id }) => !listed.has(id));
  const missing = chosen.filter((id) => id !== '' && !listed.has(id) && !more.some((each) => each.id === id));
  const others = missing.length > 0 ? [...(await agenciesByIds(db, missing)).values()] : [];
  return {
    programmes: offeredProgrammes(await programmes(db), agreement, today).map(({ code, label }) => ({
      value: code,
      label: label[language],
    })),
    offices: [
      ...(more.length > 0 ? [{ label: `“${find.trim()}”`, options: more.map(option) }] : []),
      ...groups,
      ...(others.length > 0 ? [{ label: '…', options: others.map(option) }] : []),
    ],
    isCut: [...under.values()].some(({ isCut }) => isCut),
    ...{ find: find.trim(), found: found.length },
  };
}

const option = ({ id, name }: Pick<OfficeName, 'id' | 'name'>) => ({ value: id, label: name });

/** The programmes of the agreement first, then others that are open. */
function offeredProgrammes(all: readonly Programme[], { programmes: own }: Agreement, today: Day): readonly Programme[] {
  const isOpen = ({ validFrom, validUntil }: Programme) =>
    (validFrom === null || validFrom.until(today).sign >= 0) && (validUntil === null || validUntil.until(today).sign < 0);
  return [...all.filter(({ code }) => own.includes(code)), ...all.filter((each) => !own.includes(each.code) && isOpen(each))];
}
