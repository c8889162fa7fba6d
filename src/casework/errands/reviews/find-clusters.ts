import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import { daysOfSearch, searchClusters, todayOf } from '../../actions/reviews/search-clusters.ts';
import { insertSearch, latestSearch, loadSearch, lockSearches, type Search } from '../../store/reviews/searches.ts';

/** Payload: `{ search }`, or nothing for the weekly one, which makes its own. A search that has finished is not done again. */
export async function findClustersErrand(tools: Tools, payload: unknown): Promise<void> {
  const asked = payload !== null && typeof payload === 'object' && 'search' in payload ? String(payload.search) : undefined;
  const search = asked === undefined ? await weeklySearch(tools) : await loadSearch(tools.db, asked);
  if (!search || search.finishedAt !== null) return;
  const { rows, clusters } = await searchClusters(tools, search);
  tools.log.info({ search: search.id, rows, clusters }, 'recurring problems were looked for');
}

/** One a day at most: a worker that was killed goes on with the one it had begun. */
function weeklySearch(tools: Tools): Promise<Search> {
  return inTransaction(tools, async (tx) => {
    await lockSearches(tx, null);
    const days = daysOfSearch(todayOf(tools));
    const latest = await latestSearch(tx, NOBODYS);
    if (latest?.untilOn.equals(days.untilOn)) return latest;
    const search: Search = {
      ...{ id: tools.random.id(), officeId: null, askedBy: 'errand:casework.find-clusters', askedAt: tools.clock.now(), ...days },
      ...{ finishedAt: null, rows: null, clusters: null },
    };
    await insertSearch(tx, search);
    return search;
  });
}

/** No office has this id: only searches of the whole country answer to it. */
const NOBODYS = '00000000-0000-0000-0000-000000000000';
