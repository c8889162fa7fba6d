import { indexWords, searchVector } from './search-words.ts';

interface Named {
  readonly name: string;
  readonly shortName: string;
}

/** The search text of an agency, as a tsvector: its own names and what it does, then those of its parent and its province. */
export function agencySearch(
  agency: Named & { readonly functions?: readonly string[] },
  parent: Named | undefined,
  provinceName: string | undefined,
): string {
  const own = indexWords(agency.name, agency.shortName, ...(agency.functions ?? []));
  return searchVector(own, indexWords(parent?.name ?? '', parent?.shortName ?? '', provinceName ?? ''));
}
