/** Names of agencies, officers and respondents for the pages of an examination. */
import { type Agency, agenciesByIds, peopleByIds } from '../../../directory/index.ts';
import { type Respondent, teamOf } from '../../rules/case.ts';
import { TEAM_ROLE_LABELS } from '../../rules/case-labels.ts';
import type { Step } from '../../rules/examination/step.ts';
import type { OpenedCase } from '../opened.tsx';
import { authorsOf } from '../sections/authors.ts';
import { wordsIn as sectionWords } from '../sections/words.ts';

export interface Parties {
  readonly agencies: ReadonlyMap<string, Agency>;
  /** "Kepala Dinas Kesehatan, Dinas Kesehatan Kabupaten Klungkung" */
  respondent(id: string | null): string;
  /** To whom a step goes. */
  addressee(step: Pick<Step, 'respondentId' | 'addressee'>): string;
  /** The name of an officer of the Ombudsman by id. */
  officer(id: string): string;
  /** The name behind a reference (`person:ID`). */
  author(reference: string): string;
}

/** @param ids people whose names the page shows besides the team's */
export async function partiesOf(opened: OpenedCase, references: Iterable<string> = []): Promise<Parties> {
  const { tools, file, language } = opened;
  const agencies = await agenciesByIds(
    tools.db,
    file.respondents.flatMap((each) => [each.agencyId, ...(each.superiorAgencyId ? [each.superiorAgencyId] : [])]),
  );
  const author = await authorsOf(
    tools.db,
    [...references, ...file.team.map((each) => `person:${each.personId}`)],
    sectionWords(language),
  );
  const nameOf = (respondent: Respondent | undefined) =>
    respondent ? [respondent.position, agencies.get(respondent.agencyId)?.name].filter(Boolean).join(', ') : '';
  const respondent = (id: string | null) => nameOf(file.respondents.find((each) => each.id === id));
  return {
    agencies,
    respondent,
    addressee: (step) => (step.respondentId ? respondent(step.respondentId) : step.addressee),
    officer: (id) => author(`person:${id}`),
    author,
  };
}

/** The team to choose an owner from; an officer without a team (a rapid response) chooses themselves. */
export async function ownerOptions(opened: OpenedCase): Promise<{ value: string; label: string }[]> {
  const { tools, file, actor, language } = opened;
  const team = teamOf(file);
  const ids = [...new Set([...team.map((each) => each.personId), ...(team.length === 0 ? [actor.personId] : [])])];
  const people = await peopleByIds(tools.db, ids);
  return ids.map((id) => {
    const role = team.find((each) => each.personId === id)?.role;
    const name = people.get(id)?.name ?? actor.name;
    return { value: id, label: role ? `${name} (${TEAM_ROLE_LABELS[role][language]})` : name };
  });
}
