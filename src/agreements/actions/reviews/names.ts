/** The sides of an agreement by name, in their order. */
import { agenciesByIds } from '../../../directory/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { voicesOf } from '../../rules/reviews/voices.ts';

/** From the root of each voice to what it is called: the name of its highest party, or of the office that follows. */
export async function voiceNames(
  db: Db | Tx,
  agreement: Pick<Agreement, 'parties' | 'officePath'>,
): Promise<ReadonlyMap<string, string>> {
  const voices = voicesOf(agreement);
  const agencies = await agenciesByIds(
    db as Db,
    voices.map(({ agencyId }) => agencyId),
  );
  return new Map(voices.map(({ root, agencyId }) => [root, agencies.get(agencyId)?.name ?? '']));
}
