/**
 * Looks through the complaints and cases of the past year for recurring problems and keeps what it finds as candidates. Runs as an errand:
 * every week over the whole country, on demand for the region of one office of the Ombudsman (compared with the whole country all the same).
 */
import { complaintsForReview, formsOfStems } from '../../../complaints/index.ts';
import { type Agency, agencyById, ombudsmanOfficeFor } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { appendEvents, type NewEvent } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Candidate, shownWords, whatOfFound } from '../../rules/reviews/candidate.ts';
import { type Cluster, findClusters } from '../../rules/reviews/find-clusters.ts';
import { gatherRows } from '../../rules/reviews/rows.ts';
import { thresholdsOn } from '../../rules/reviews/thresholds.ts';
import { caseFormsOfStems, casesForReview } from '../../store/reviews/case-rows.ts';
import { candidatesSharing, replaceRows, saveCandidate } from '../../store/reviews/clusters.ts';
import { finishSearch, type Search } from '../../store/reviews/searches.ts';

/** 52 whole weeks: every week of the year is compared with all others. */
export const SEARCH_DAYS = 364;

const EPOCH = Temporal.PlainDate.from('1970-01-01');

/** Days of a search that is asked for on a day: the 52 weeks that end with the day before, which is whole. */
export function daysOfSearch(today: Day): { readonly fromOn: Day; readonly untilOn: Day } {
  return { fromOn: today.subtract({ days: SEARCH_DAYS }), untilOn: today.subtract({ days: 1 }) };
}

/** @returns how many rows were read and how many candidates are new or have changed */
export async function searchClusters(
  tools: Tools,
  search: Search,
): Promise<{ readonly rows: number; readonly clusters: number }> {
  const fromDay = dayNumber(search.fromOn);
  const untilDay = dayNumber(search.untilOn) + 1;
  // A civil day begins at three moments in this country: read a little more, the days themselves decide.
  const span = {
    from: search.fromOn.subtract({ days: 1 }).toZonedDateTime('UTC').toInstant(),
    until: search.untilOn.add({ days: 2 }).toZonedDateTime('UTC').toInstant(),
  };
  const gathering = gatherRows();
  let rows = 0;
  for await (const row of complaintsForReview(tools.db, span)) {
    gathering.add({ source: 'complaint', ...row });
    rows += 1;
  }
  for await (const row of casesForReview(tools.db, span)) {
    gathering.add(row);
    rows += 1;
  }
  const gathered = gathering.finish();
  const wanted = await placesOf(tools, search, [...new Set(gathered.cells.map(({ place }) => place))]);
  const thresholds = thresholdsOn(await lawBook(tools, tools.db), search.untilOn);
  const found = findClusters(gathered, { fromDay, untilDay }, thresholds, ({ place }) => wanted(place));
  let clusters = 0;
  for (const cluster of found) if (await keepCluster(tools, search, cluster)) clusters += 1;
  await inTransaction(tools, (tx) => finishSearch(tx, search.id, tools.clock.now(), rows, clusters));
  return { rows, clusters };
}

/** Places of the office's own region; everywhere for the head office and for the weekly search. */
async function placesOf(tools: Tools, search: Search, places: readonly string[]): Promise<(place: string) => boolean> {
  if (search.officeId === null) return () => true;
  const own = new Set<string>();
  for (const place of places) {
    const office = await ombudsmanOfficeFor(tools.db, place === '' ? null : place);
    if (office.path.includes(search.officeId)) own.add(place);
  }
  return (place) => own.has(place);
}

/** One transaction a cluster: what another search finds at the same moment waits for it and then sees it. */
async function keepCluster(tools: Tools, search: Search, cluster: Cluster): Promise<boolean> {
  const agency = await agencyById(tools.db, cluster.officeId);
  // A complaint may be addressed to an office that the directory has since merged away.
  if (!agency) return false;
  const office = await ombudsmanOfficeFor(tools.db, cluster.place === '' ? agency.regionCode : cluster.place);
  return inTransaction(tools, async (tx) => {
    const cell = { agencyId: agency.id, place: cluster.place };
    const ids = cluster.rows.map(({ id }) => id);
    const known = await candidatesSharing(tx, cell, ids);
    const { what, id } = whatOfFound(cluster.rows.length, known);
    if (what === 'leave') return false;
    const before = known.find(({ candidate }) => candidate.id === id)?.candidate;
    const forms = await formsIn(tx, cluster);
    const candidate = candidateOf(tools, cluster, agency, office, before, shownWords(cluster.words, forms));
    await saveCandidate(tx, candidate);
    await replaceRows(
      tx,
      candidate.id,
      cluster.rows.map((row) => ({ source: row.source, id: row.id, filedOn: dayNumbered(row.day), stems: row.words })),
    );
    await record(tools, tx, candidate, search, what === 'new');
    return true;
  });
}

/** The readable forms of the topic's stems, in complaints and cases together. */
async function formsIn(tx: Tx, cluster: Cluster): Promise<Map<string, { readonly form: string; readonly rows: number }>> {
  const idsOf = (source: 'complaint' | 'case') => cluster.rows.filter((row) => row.source === source).map(({ id }) => id);
  const stems = cluster.words.map(({ word }) => word);
  const forms = await formsOfStems(tx, idsOf('complaint'), stems);
  for (const [stem, found] of await caseFormsOfStems(tx, idsOf('case'), stems)) {
    const known = forms.get(stem);
    const form = known && known.rows >= found.rows ? known.form : found.form;
    forms.set(stem, { form, rows: (known?.rows ?? 0) + found.rows });
  }
  return forms;
}

function candidateOf(
  tools: Tools,
  cluster: Cluster,
  agency: Agency,
  office: Agency,
  before: Candidate | undefined,
  words: Candidate['words'],
): Candidate {
  const at = tools.clock.now();
  const days = cluster.rows.map(({ day }) => day);
  return {
    id: before?.id ?? tools.random.id(),
    version: (before?.version ?? 0) + 1,
    officeId: office.id,
    officePath: office.path,
    agencyId: agency.id,
    governmentId: agency.governmentId,
    serviceId: cluster.serviceId,
    categoryCode: cluster.category,
    kind: cluster.kind,
    parts: cluster.parts,
    place: cluster.place,
    fromOn: dayNumbered(Math.min(...days)),
    untilOn: dayNumbered(Math.max(...days)),
    rows: cluster.rows.length,
    expected: cluster.expected,
    otherWeeks: cluster.otherWeeks,
    elsewhere: cluster.elsewhere,
    logChance: cluster.logChance,
    words,
    state: 'candidate',
    firstFoundAt: before?.firstFoundAt ?? at,
    lastFoundAt: at,
    settledAt: null,
    settledBy: null,
    reason: null,
    dismissedRows: null,
    reviewId: null,
    caseId: null,
    toldAt: null,
    toldCount: null,
  };
}

async function record(tools: Tools, tx: Tx, candidate: Candidate, search: Search, isNew: boolean): Promise<void> {
  const actor: Actor = { kind: 'system', errand: 'casework.find-clusters' };
  const event: NewEvent = {
    type: isNew ? 'cluster-found' : 'cluster-found-again',
    at: tools.clock.now(),
    actor: actorReference(actor),
    payload: {
      search: search.id,
      agency: candidate.agencyId,
      category: candidate.categoryCode || null,
      kind: candidate.kind,
      rows: candidate.rows,
    },
  };
  await appendEvents(tools, tx, { kind: 'cluster', id: candidate.id }, [event], { newFile: isNew });
}

function dayNumber(day: Day): number {
  return EPOCH.until(day).days;
}

function dayNumbered(number: number): Day {
  return EPOCH.add({ days: number });
}

export function todayOf(tools: Tools): Day {
  return dayOf(tools.clock.now(), 'Asia/Jakarta');
}
