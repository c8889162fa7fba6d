/** How far plans are, per agreement and programme, over any number of them in one query. For coverage, public pages, leaders and reviews. */
import { sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Light, LightRule } from '../../rules/light.ts';
import { lightSql, litDaySql, wayOf } from './light-sql.ts';

/** How far some lines are. */
export interface Progress {
  /** Lines that were not dropped. */
  readonly lines: number;
  /** Lines dropped after the signing: in no other number here. */
  readonly withdrawn: number;
  readonly byLight: Readonly<Record<Light, number>>;
  readonly done: number;
  /** Reported by the owner, waiting for the other side. */
  readonly awaiting: number;
  /** Past their due day and neither done nor reported as done. */
  readonly late: number;
  /** Mean share of the way the other side has confirmed, each line from 0 to 1, done or not. `null` = no lines. */
  readonly share: number | null;
  /** Lines with at least one file of evidence. */
  readonly withEvidence: number;
  /** Files of evidence. */
  readonly evidence: number;
  /** The last day anything was reported or confirmed; `null` = never. */
  readonly lastActivityOn: Day | null;
  /** The next due day of an open line, today or later. */
  readonly nextDueOn: Day | null;
}

/** Of the lines of one programme in one agreement. */
export interface ProgrammeProgress extends Progress {
  readonly agreementId: string;
  readonly programme: string;
}

interface Row {
  readonly agreement_id: string;
  readonly programme: string;
  readonly lines: number;
  readonly withdrawn: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly none: number;
  readonly done: number;
  readonly awaiting: number;
  readonly late: number;
  readonly share: number | null;
  readonly with_evidence: number;
  readonly evidence: number;
  readonly last_on: Day | null;
  readonly next_on: Day | null;
}

/**
 * Programmes with at least one line that was promised or planned, in the order of agreement and programme.
 *
 * @param rule `lightRuleOn(law, today)` of rules/numbers.ts
 * @param ownerId only lines of this agency and of everything below it
 */
export async function programmeProgress(
  db: Db | Tx,
  agreementIds: readonly string[],
  today: Day,
  rule: LightRule,
  ownerId?: string,
): Promise<readonly ProgrammeProgress[]> {
  if (agreementIds.length === 0) return [];
  const day = litDaySql(today);
  const { rows } = await sql<Row>`
    SELECT agreement_id, programme, count(*) FILTER (WHERE live)::int AS lines, count(*) FILTER (WHERE NOT live)::int AS withdrawn,
      count(*) FILTER (WHERE light = 'red')::int AS red, count(*) FILTER (WHERE light = 'yellow')::int AS yellow,
      count(*) FILTER (WHERE light = 'green')::int AS green, count(*) FILTER (WHERE light = 'none' AND live)::int AS none,
      count(*) FILTER (WHERE state = 'done')::int AS done, count(*) FILTER (WHERE awaits)::int AS awaiting,
      count(*) FILTER (WHERE late)::int AS late, avg(share) FILTER (WHERE live)::float8 AS share,
      count(*) FILTER (WHERE live AND evidence_count > 0)::int AS with_evidence,
      coalesce(sum(evidence_count) FILTER (WHERE live), 0)::int AS evidence,
      max(active_on) FILTER (WHERE live) AS last_on, min(due_on) FILTER (WHERE open AND due_on >= ${today.toString()}::date) AS next_on
    FROM (
      SELECT l.agreement_id, l.programme, l.state, l.state <> 'dropped' AS live, l.due_on, l.evidence_count, ${lightSql(day, rule)} AS light,
        least(greatest(w.confirmed_way / w.way, 0), 1) AS share,
        l.state IN ('planned', 'running', 'reported') AND a.state <> 'ended' AS open,
        l.state IN ('planned', 'running') AND l.due_on < ${day} AS late,
        l.state = 'reported' OR (l.state = 'running' AND l.reported IS NOT NULL AND (l.reported, l.reported_on) IS DISTINCT FROM (l.confirmed, l.confirmed_on)) AS awaits,
        greatest(l.reported_on, l.confirmed_on) AS active_on
      FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id ${wayOf(day)}
      WHERE l.agreement_id = ANY (${[...agreementIds]}::uuid[]) AND (l.state <> 'dropped' OR l.is_withdrawn)
        AND ${ownerId === undefined ? sql`true` : sql`l.owner_path @> ARRAY[${ownerId}::uuid]`}
    ) each GROUP BY agreement_id, programme ORDER BY agreement_id, programme`.execute(db as Db);
  return rows.map((row) => ({
    agreementId: row.agreement_id,
    programme: row.programme,
    lines: row.lines,
    withdrawn: row.withdrawn,
    byLight: { red: row.red, yellow: row.yellow, green: row.green, none: row.none },
    done: row.done,
    awaiting: row.awaiting,
    late: row.late,
    share: row.share,
    withEvidence: row.with_evidence,
    evidence: row.evidence,
    lastActivityOn: row.last_on,
    nextDueOn: row.next_on,
  }));
}

/** The same added up over programmes: one row an agreement; `share` is the mean over all its lines. */
export async function agreementProgress(
  db: Db | Tx,
  agreementIds: readonly string[],
  today: Day,
  rule: LightRule,
): Promise<ReadonlyMap<string, Progress>> {
  const parts = Map.groupBy(await programmeProgress(db, agreementIds, today, rule), ({ agreementId }) => agreementId);
  return new Map([...parts].map(([id, programmes]) => [id, addedUp(programmes)]));
}

/** Parts of several agreements put together by programme, in the order of their codes. */
export function byProgramme(parts: readonly ProgrammeProgress[]): readonly (Progress & Pick<ProgrammeProgress, 'programme'>)[] {
  return [...Map.groupBy(parts, ({ programme }) => programme)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([programme, same]) => ({ programme, ...addedUp(same) }));
}

/** Any parts as one: `share` is the mean over all their lines, the next due day the earliest. */
export function addedUp(parts: readonly Progress[]): Progress {
  const sum = (of: (part: Progress) => number) => parts.reduce((total, part) => total + of(part), 0);
  const days = (of: (part: Progress) => Day | null) =>
    parts
      .map(of)
      .filter((day): day is Day => day !== null)
      .toSorted((a, b) => a.since(b).sign);
  const lines = sum((part) => part.lines);
  return {
    ...{
      lines,
      withdrawn: sum(({ withdrawn }) => withdrawn),
      done: sum(({ done }) => done),
      awaiting: sum(({ awaiting }) => awaiting),
      late: sum(({ late }) => late),
    },
    byLight: {
      red: sum(({ byLight }) => byLight.red),
      yellow: sum(({ byLight }) => byLight.yellow),
      green: sum(({ byLight }) => byLight.green),
      none: sum(({ byLight }) => byLight.none),
    },
    share: lines === 0 ? null : sum((part) => (part.share ?? 0) * part.lines) / lines,
    ...{ withEvidence: sum(({ withEvidence }) => withEvidence), evidence: sum(({ evidence }) => evidence) },
    lastActivityOn: days(({ lastActivityOn }) => lastActivityOn).at(-1) ?? null,
    nextDueOn: days(({ nextDueOn }) => nextDueOn)[0] ?? null,
  };
}
