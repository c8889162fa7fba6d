/** The finder in a process of its own, as the worker runs it: reads a year from the database, searches, and tells what it took. */
import { type Cluster, findClusters } from '../../src/casework/rules/reviews/find-clusters.ts';
import { gatherRows } from '../../src/casework/rules/reviews/rows.ts';
import { HOUSE_THRESHOLDS } from '../../src/casework/rules/reviews/thresholds.ts';
import { complaintsForReview } from '../../src/complaints/index.ts';
import { Temporal } from '../../src/kernel/time.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { cpuSeconds } from '../app/cpu-time.ts';
import { watchMemory } from '../app/memory.ts';
import { DAYS } from './invent.ts';

export interface Taken {
  readonly rows: number;
  readonly seconds: number;
  /** Of which reading. */
  readonly readSeconds: number;
  readonly ownCpu: number;
  readonly databaseCpu: number;
  readonly processMiB: number;
  readonly wholeMiB: number;
  readonly clusters: readonly Pick<Cluster, 'rows'>[];
}

export async function findInYear(
  appUrl: string,
  postmasterPid: number,
  { from, until, fromDay }: { readonly from: string; readonly until: string; readonly fromDay: number },
): Promise<Taken> {
  const { db, close } = connect(appUrl, { max: 2, name: 'bench clusters', statementTimeout: 0 });
  const memory = watchMemory([postmasterPid]);
  const before = cpuSeconds(postmasterPid) ?? 0;
  const own = process.cpuUsage();
  const start = performance.now();
  const gathering = gatherRows();
  let rows = 0;
  for await (const row of complaintsForReview(db, { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until) })) {
    gathering.add({ source: 'complaint', ...row });
    rows += 1;
  }
  const read = performance.now();
  const clusters = findClusters(gathering.finish(), { fromDay, untilDay: fromDay + DAYS }, HOUSE_THRESHOLDS);
  const end = performance.now();
  const used = process.cpuUsage(own);
  const databaseCpu = (cpuSeconds(postmasterPid) ?? 0) - before;
  const { processMiB, wholeMiB } = memory.stop();
  await close();
  return {
    rows,
    seconds: (end - start) / 1000,
    readSeconds: (read - start) / 1000,
    ownCpu: (used.user + used.system) / 1e6,
    databaseCpu,
    processMiB,
    wholeMiB,
    clusters: clusters.map(({ rows: members }) => ({ rows: members })),
  };
}
