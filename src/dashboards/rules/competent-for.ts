/** Which categories an agency is competent for: the directory's competences read the other way round. */
import type { Agency, Category, Competence } from '../../directory/index.ts';

const LOCAL: ReadonlySet<Agency['kind']> = new Set(['regency-government', 'city-government']);
/** DKI Jakarta: its province government does what regencies do elsewhere (UU 2/2024). */
const JAKARTA = '31';

/** @param line the agencies from the root of the tree to the agency itself */
export function isCompetent(line: readonly Agency[], { reach, office }: Pick<Competence, 'reach' | 'office'>): boolean {
  const agency = line.at(-1);
  const government = line[0];
  if (!agency || !government) return false;
  const does = office === null ? agency.id === government.id : agency.functions.includes(office);
  switch (reach) {
    case 'district':
      return agency.kind === 'district-office';
    case 'regency':
      return does && (LOCAL.has(government.kind) || (isProvince(government) && government.regionCode === JAKARTA));
    case 'province':
      return does && isProvince(government);
    case 'national':
      return agency.code === office;
    case 'branch':
      return agency.kind === 'vertical-office' && line.some((above) => above.code === office);
  }
}

const isProvince = (agency: Agency): boolean => agency.kind === 'province-government';

export interface Subject extends Pick<Category, 'code' | 'label'> {
  readonly competences: readonly Competence[];
}

/** In the order of the categories. */
export function competentFor<S extends Subject>(line: readonly Agency[], subjects: readonly S[]): S[] {
  return subjects.filter((subject) => subject.competences.some((competence) => isCompetent(line, competence)));
}
