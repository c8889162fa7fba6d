/** Importing published historical results: tried first, then confirmed; streamed, so that a hundred thousand rows need little memory. */
import { agencyByCode, regionByCode } from '../../directory/index.ts';
import { type Actor, actorReference, can } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import {
  type HistoricalDoubt,
  type HistoricalProblem,
  type HistoricalRow,
  judgeHistorical,
  type KnownAgency,
} from '../rules/historical.ts';
import { isDisputed } from '../rules/public-result.ts';
import { type Known, knownHistorical, saveHistorical } from '../store/historical.ts';
import { publishedInstruments } from '../store/instruments.ts';
import { readHistorical } from './read-historical.ts';

export interface HistoryReport {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly wrong: number;
  /** Agencies and years of which sources will differ. */
  readonly disputed: number;
  readonly doubts: Readonly<Partial<Record<HistoricalDoubt, number>>>;
  /** The first ones, with their lines. */
  readonly problems: readonly { readonly line: number; readonly code: HistoricalProblem }[];
  readonly doubtful: readonly { readonly line: number; readonly code: HistoricalDoubt }[];
}

export type HistoryRefusal = 'assessment.absent' | 'import.rows-wrong';

const AT_A_TIME = 500;
const SHOWN = 100;
/** Whoever acts without being a person: the command line. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export function mayImportHistory(actor: Actor): boolean {
  return actor.kind === 'system' || can(actor, 'assessment.plan') || can(actor, 'assessment.publish');
}

/** What an import would do; writes nothing. @throws UnreadableHistory */
export async function tryHistory(
  tools: Pick<Tools, 'db'>,
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<HistoryReport, HistoryRefusal>> {
  if (!mayImportHistory(actor)) return refuse('assessment.absent');
  return { ok: true, value: await run(tools.db, bytes) };
}

/** The import itself: all of it, or nothing when a row is wrong. Doubts are accepted by confirming. @throws UnreadableHistory */
export async function importHistory(
  tools: Tools,
  actor: Actor,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<HistoryReport, HistoryRefusal>> {
  if (!mayImportHistory(actor)) return refuse('assessment.absent');
  const personId = actor.kind === 'officer' ? actor.personId : NOBODY;
  const at = tools.clock.now();
  try {
    // Not run again when PostgreSQL gives it up: the stream has been read.
    const value = await tools.db.transaction().execute(async (tx) => {
      const report = await run(tx, bytes, async (rows) => {
        const withIds = rows.map((row) => ({ ...row, id: tools.random.id() }));
        await saveHistorical(tx, withIds, { personId, at: at.toString() });
      });
      if (report.wrong > 0) throw new WrongRows();
      const { rows, added, changed, disputed } = report;
      const event = { type: 'history-imported', at, actor: actorReference(actor), payload: { rows, added, changed, disputed } };
      await appendEvents(tools, tx, { kind: 'assessment-history', id: tools.random.id() }, [event], { newFile: true });
      return report;
    });
    return { ok: true, value };
  } catch (error) {
    if (error instanceof WrongRows) return refuse('import.rows-wrong');
    throw error;
  }
}

class WrongRows extends Error {}

async function run(
  db: Db | Tx,
  bytes: AsyncIterable<Uint8Array>,
  write: (rows: readonly HistoricalRow[]) => Promise<void> = async () => {},
): Promise<HistoryReport> {
  const instruments = await publishedInstruments(db as Db);
  const agencies = new Map<string, KnownAgency | undefined>();
  const seen = new Map<string, Said>();
  const counts = { rows: 0, added: 0, changed: 0, unchanged: 0, wrong: 0 };
  const doubts: Partial<Record<HistoricalDoubt, number>> = {};
  const problems: { line: number; code: HistoricalProblem }[] = [];
  const doubtful: { line: number; code: HistoricalDoubt }[] = [];
  let batch: HistoricalRow[] = [];
  const flush = async () => {
    const known = new Map<string, Known>();
    for (const row of await knownHistorical(db, batch)) {
      const said = seen.get(`${row.agency_id} ${row.year}`);
      known.set(`${row.agency_id} ${row.year} ${row.source}`, row);
      if (said && !said.sources.has(row.source)) hear(said, row);
    }
    const changes = batch.filter((row) => {
      const same = known.get(`${row.agencyId} ${row.year} ${row.source}`);
      const effect = !same ? 'added' : says(same) === says(row) ? 'unchanged' : 'changed';
      counts[effect] += 1;
      return effect !== 'unchanged';
    });
    await write(changes);
    batch = [];
  };
  for await (const { line, cells } of readHistorical(bytes)) {
    counts.rows += 1;
    const code = cells.agency?.trim() ?? '';
    if (!agencies.has(code)) agencies.set(code, await agencyNamed(db as Db, code));
    const judged = judgeHistorical(cells, agencies.get(code), instruments);
    const { row } = judged;
    const said = row && (seen.get(`${row.agencyId} ${row.year}`) ?? nothingSaid());
    const wrong = row && said?.sources.has(row.source) ? (['doubled-here'] as const) : judged.problems;
    if (!row || !said || wrong.length > 0) {
      counts.wrong += 1;
      for (const each of wrong) if (problems.length < SHOWN) problems.push({ line, code: each });
      continue;
    }
    seen.set(`${row.agencyId} ${row.year}`, said);
    said.sources.add(row.source);
    hear(said, row);
    for (const each of row.doubts) {
      doubts[each] = (doubts[each] ?? 0) + 1;
      if (doubtful.length < SHOWN) doubtful.push({ line, code: each });
    }
    batch.push(row);
    if (batch.length >= AT_A_TIME) await flush();
  }
  await flush();
  const disputed = [...seen.values()].filter(({ values }) => isDisputed(values)).length;
  return { ...counts, disputed, doubts, problems, doubtful };
}

/** What is said of one agency in one year: by whom, and what differs. */
interface Said {
  readonly sources: Set<string>;
  /** Each only once: a hundred sources that agree are one. */
  readonly values: Pick<HistoricalRow, 'score' | 'zone' | 'category'>[];
}

const nothingSaid = (): Said => ({ sources: new Set(), values: [] });

function hear(
  said: Said,
  { score, zone, category }: { score: string | null; zone: string | null; category: string | null },
): void {
  const isKnown = said.values.some((one) => one.score === score && one.zone === zone && one.category === category);
  if (!isKnown) said.values.push({ score, zone: zone as HistoricalRow['zone'], category });
}

/** The agency of a code, in force no longer than the region it serves: a government does not come before its region. */
async function agencyNamed(db: Db, code: string): Promise<KnownAgency | undefined> {
  const agency = code === '' ? undefined : await agencyByCode(db, code);
  if (!agency) return undefined;
  const region = agency.regionCode === null ? undefined : await regionByCode(db, agency.regionCode);
  return { id: agency.id, validFrom: agency.validFrom ?? region?.validFrom ?? null, validUntil: agency.validUntil };
}

function says(row: Pick<Known, 'score' | 'zone' | 'category' | 'note'>): string {
  return JSON.stringify([row.score, row.zone, row.category, row.note]);
}
