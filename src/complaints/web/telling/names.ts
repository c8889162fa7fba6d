/** Names for the ids and codes of complaints, looked up once for a page. */
import { type Agency, agenciesByIds, type Category, categoryByCode, regionChain } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Db } from '../../../platform/database/database.ts';
import { serviceNames } from '../../../services/index.ts';

export interface Names {
  /** The agency's name; an empty text for an id the directory does not know. */
  agency(id: string | null): string;
  /** For links: the agency itself. */
  agencyOf(id: string | null): Agency | undefined;
  /** 'Kabupaten Klungkung, Provinsi Bali' */
  region(code: string | null): string;
  category(code: string | null): string;
  /** What a service is called, and its public number; `undefined` for none. */
  service(id: string | null): { readonly number: string; readonly name: string } | undefined;
}

export interface NamesWanted {
  readonly agencies?: Iterable<string | null>;
  readonly regions?: Iterable<string | null>;
  readonly categories?: Iterable<string | null>;
  readonly services?: Iterable<string | null>;
}

export async function namesFor(db: Db, language: Language, wanted: NamesWanted): Promise<Names> {
  const given = (values: Iterable<string | null> | undefined) => [
    ...new Set([...(values ?? [])].filter((value): value is string => value !== null && value !== '')),
  ];
  const [agencies, regions, categories, services] = await Promise.all([
    agenciesByIds(db, given(wanted.agencies)),
    Promise.all(given(wanted.regions).map(async (code) => [code, await regionChain(db, code)] as const)),
    Promise.all(given(wanted.categories).map(async (code) => [code, await categoryByCode(db, code)] as const)),
    serviceNames(db, given(wanted.services)),
  ]);
  const regionNames = new Map(regions);
  const categoryByName = new Map<string, Category | undefined>(categories);
  return {
    agency: (id) => (id === null ? '' : (agencies.get(id)?.name ?? '')),
    agencyOf: (id) => (id === null ? undefined : agencies.get(id)),
    region: (code) => (code === null ? '' : (regionNames.get(code) ?? code)),
    service: (id) => (id === null ? undefined : services.get(id)),
    category: (code) => (code === null ? '' : (categoryByName.get(code)?.label[language] ?? code)),
  };
}
