/**
 * Choosing offices: what the category and the place suggest (with why), what is chosen already, and what a search in the directory finds.
 * A coordinator chooses within the own government. Works as one form: the button "Cari" brings the same page back, filled.
 */

import { Button, Checkboxes, type Choice, Radios, TextInput } from '../../../design/index.ts';
import {
  type Agency,
  type AgencyKind,
  agenciesByIds,
  capabilitiesHeldAt,
  listAgencies,
  searchAgencies,
  suggestOffices,
} from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/time.ts';
import { activeParts } from '../../rules/status.ts';
import type { At } from './step.tsx';

const FOUND = 15;
const WHOLE_TREE = 200;
/** Offered without a search: those that usually handle complaints. Villages and the like are found by name. */
const OFFERED: readonly AgencyKind[] = ['opd', 'inspectorate', 'unit', 'vertical-office', 'administrative-unit'];

export interface Chooser {
  /** Ids chosen so far that the directory knows. */
  readonly chosen: readonly string[];
  readonly choices: readonly (Choice & { readonly value: string })[];
  readonly searched: boolean;
  readonly found: number;
  /** Some of them have nobody who would see the complaint. */
  readonly anyUnstaffed: boolean;
}

/** @param within the government to choose in, `null` = the whole country */
export async function officeChoices(at: At, within: string | null, several: boolean): Promise<Chooser> {
  const { tools, complaint, language, words, now } = at;
  const query = at.typed('q').trim().slice(0, 100);
  const chosen = at.chosen('office').filter(isUuid).slice(0, 50);
  const [suggested, found, known] = await Promise.all([
    complaint.categoryCode ? suggestOffices(tools.db, complaint.categoryCode, complaint.regionCode) : [],
    query === '' ? wholeTree(at, within) : search(at, query, within),
    agenciesByIds(tools.db, chosen),
  ]);
  const taken = new Set(activeParts(complaint).map((part) => part.agencyId));
  if (complaint.shieldedGovernmentId) taken.add(complaint.shieldedGovernmentId);
  const fits = (agency: Agency) => !taken.has(agency.id) && (within === null || agency.governmentId === within);
  const offers = new Map<string, { agency: Agency; why: string | undefined }>();
  const offer = (agency: Agency, why?: string) => {
    if (fits(agency) && !offers.has(agency.id)) offers.set(agency.id, { agency, why });
  };
  for (const { agency, reason } of suggested) offer(agency, words.suggestedBecause(reason[language]));
  for (const agency of known.values()) offer(agency);
  for (const agency of found) offer(agency);
  const held = await capabilitiesHeldAt(tools.db, offers.keys(), dayOf(now, complaint.zone));
  const isStaffed = (agency: Agency) => {
    const capabilities = held.get(agency.id);
    return capabilities?.has('complaint.follow-up') || capabilities?.has('complaint.forward');
  };
  return {
    chosen: several ? chosen : chosen.slice(0, 1),
    searched: query !== '',
    found: found.filter(fits).length,
    anyUnstaffed: [...offers.values()].some(({ agency }) => !isStaffed(agency)),
    choices: [...offers.values()].map(({ agency, why }) => ({
      value: agency.id,
      label: agency.name,
      hint: [why, isStaffed(agency) ? undefined : words.unstaffedOffice].filter(Boolean).join(' ') || undefined,
    })),
  };
}

async function wholeTree({ tools }: At, within: string | null): Promise<readonly Agency[]> {
  if (within === null) return [];
  const { rows } = await listAgencies(tools.db, { limit: WHOLE_TREE, filters: { under: within } });
  return rows.filter((agency) => OFFERED.includes(agency.kind));
}

async function search({ tools, complaint }: At, query: string, within: string | null): Promise<readonly Agency[]> {
  if (within !== null) return (await listAgencies(tools.db, { limit: FOUND, filters: { q: query, under: within } })).rows;
  const near = complaint.regionCode ? await searchAgencies(tools.db, query, complaint.regionCode, FOUND) : [];
  const far = near.length < FOUND ? await searchAgencies(tools.db, query, undefined, FOUND) : [];
  return [...new Map([...near, ...far].map((agency) => [agency.id, agency])).values()].slice(0, FOUND);
}

export function OfficeChooser(props: { at: At; chooser: Chooser; several: boolean }) {
  const { at, chooser, several } = props;
  const { words } = at;
  const label = several ? words.officesLabel : words.officeLabel;
  return (
    <>
      <TextInput name="q" label={words.officeSearch} hint={words.officeSearchHint} value={at.typed('q')} type="search" />
      <Button kind="secondary" name="find" value="yes">
        {words.officeFind}
      </Button>
      {chooser.searched && chooser.found === 0 && <p>{words.officeNothingFound}</p>}
      {several ? (
        <Checkboxes name="office" label={label} choices={chooser.choices} values={chooser.chosen} />
      ) : (
        <Radios name="office" label={label} choices={chooser.choices} value={chooser.chosen[0]} />
      )}
      {chooser.choices.length === 0 ? (
        <p>{words.officeNone}</p>
      ) : (
        chooser.anyUnstaffed && <p class="govuk-hint">{words.unstaffedMeans}</p>
      )}
    </>
  );
}
