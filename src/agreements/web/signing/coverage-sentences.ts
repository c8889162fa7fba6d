/** How far the provinces of the agreements of a day are covered, in the words of the coverage board. */
import { agenciesByIds, regionByCode } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Agreement, partyGovernments } from '../../rules/agreement.ts';
import { COVERING_KINDS } from '../../rules/kinds.ts';
import { coverSentence } from '../../rules/register/coverage.ts';
import { coverageBoard } from '../register/coverage-data.ts';

/** Each province costs a board; a day that concerns more of them links to the whole one. */
const MOST_PROVINCES = 4;

export async function coverageSentences(
  tools: Pick<Tools, 'db' | 'clock'>,
  agreements: readonly Agreement[],
  language: Language,
): Promise<readonly { readonly province: string; readonly sentence: string }[]> {
  const governments = agreements.filter(({ kind }) => COVERING_KINDS.includes(kind)).flatMap(partyGovernments);
  const agencies = await agenciesByIds(tools.db, governments);
  const provinces = [...new Set([...agencies.values()].flatMap(({ regionCode }) => regionCode?.slice(0, 2) ?? []))];
  const sentences = [];
  for (const province of provinces.slice(0, MOST_PROVINCES)) {
    const region = await regionByCode(tools.db, province);
    const { covers } = await coverageBoard(tools, province);
    if (region) sentences.push({ province, sentence: coverSentence(region.name, covers, language) });
  }
  return sentences;
}
