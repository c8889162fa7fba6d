/** An officer asks for a search of their office's region now; the weekly one would come anyway. */
import { type Actor, actorReference, type HeldPosition, positionsWith } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { Temporal } from '../../../kernel/time.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { insertSearch, latestSearch, lockSearches, type Search } from '../../store/reviews/searches.ts';
import { daysOfSearch, todayOf } from './search-clusters.ts';

/** It reads every complaint of a year: once an hour is often enough for an office. */
const LEAST_MINUTES = 60;

/** Positions through which one may ask for a search: each stands for its office's region. */
export function searchingPositions(actor: Actor): readonly HeldPosition[] {
  return [...positionsWith(actor, 'case.review'), ...positionsWith(actor, 'case.decide')];
}

export async function askSearch(tools: Tools, actor: Actor): Promise<Result<Search, CaseRefusal>> {
  const [position] = searchingPositions(actor);
  if (!position) return refuse('case.not-yours');
  // The head office has no region of its own: it searches everywhere.
  const officeId = position.agencyPath.length === 1 ? null : position.agencyId;
  return orRollBack(tools, async (tx) => {
    await lockSearches(tx, officeId);
    const latest = await latestSearch(tx, officeId ?? position.agencyId);
    const at = tools.clock.now();
    if (latest && Temporal.Instant.compare(latest.askedAt.add({ minutes: LEAST_MINUTES }), at) > 0)
      return refuse('case.search-running');
    const search: Search = {
      ...{ id: tools.random.id(), officeId, askedBy: actorReference(actor), askedAt: at, ...daysOfSearch(todayOf(tools)) },
      ...{ finishedAt: null, rows: null, clusters: null },
    };
    await insertSearch(tx, search);
    await enqueue(tx, {
      errand: 'casework.find-clusters',
      payload: { search: search.id },
      key: `find-clusters:${officeId ?? 'all'}`,
    });
    return ok(search);
  });
}
