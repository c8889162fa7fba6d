/** What the form of a line offers: programmes, and the parties with their offices. */
import { type Agency, agenciesByIds, agenciesUnder } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { type Programme, programmes } from '../../store/programmes.ts';

/** Offices of one party in the list; a province's tree can hold thousands of schools and health posts. */
const OFFICES_PER_PARTY = 300;

export interface OfficeGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface LineChoices {
  readonly programmes: readonly { readonly value: string; readonly label: string }[];
  /** One group a party: itself first, then its offices. */
  readonly offices: readonly OfficeGroup[];
}

/** @param chosen agencies that must be in the list whatever happened to them since */
export async function lineChoices(
  db: Db,
  agreement: Agreement,
  today: Day,
  language: Language,
  chosen: readonly string[] = [],
): Promise<LineChoices> {
  const parties = agreement.parties.filter(({ agencyId }) => agencyId !== null);
  const groups = await Promise.all(
    parties.map(async ({ name, agencyId }): Promise<OfficeGroup> => {
      const under = await agenciesUnder(db, agencyId as string);
      return { label: name, options: under.slice(0, OFFICES_PER_PARTY).map(option) };
    }),
  );
  const listed = new Set(groups.flatMap(({ options }) => options.map(({ value }) => value)));
  const missing = chosen.filter((id) => id !== '' && !listed.has(id));
  const others = missing.length > 0 ? [...(await agenciesByIds(db, missing)).values()] : [];
  return {
    programmes: offeredProgrammes(await programmes(db), agreement, today).map(({ code, label }) => ({
      value: code,
      label: label[language],
    })),
    offices: others.length > 0 ? [...groups, { label: '…', options: others.map(option) }] : groups,
  };
}

const option = ({ id, name }: Agency) => ({ value: id, label: name });

/** The programmes of the agreement first, then others that are open. */
function offeredProgrammes(all: readonly Programme[], { programmes: own }: Agreement, today: Day): readonly Programme[] {
  const isOpen = ({ validFrom, validUntil }: Programme) =>
    (validFrom === null || validFrom.until(today).sign >= 0) && (validUntil === null || validUntil.until(today).sign < 0);
  return [...all.filter(({ code }) => own.includes(code)), ...all.filter((each) => !own.includes(each.code) && isOpen(each))];
}
