/** Lines somebody is to be reminded of, claimed batch by batch: another worker passes over what this one holds, and a killed one leaves nothing half told. */
import { sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Party } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import type { LadderDays, LineRung } from '../../rules/lines/ladder.ts';

/** As much of a line and its agreement as a reminder needs. */
export interface DueLine extends Pick<Line, 'id' | 'agreementId' | 'ordinal' | 'dueOn'> {
  readonly owner: Line['owner'];
  readonly other: Line['other'];
  /** Of the ladder of due days; of a report that waits 1 or 2. */
  readonly rung: LineRung;
  /** The report that waits, for reminders to confirm. */
  readonly updateId: string | null;
}

interface Row {
  readonly id: string;
  readonly agreement_id: string;
  readonly ordinal: number;
  readonly due_on: Day;
  readonly owner_party_id: string;
  readonly owner_agency_id: string;
  readonly owner_path: string[];
  readonly owner_person_id: string | null;
  readonly other_party_id: string | null;
  readonly other_agency_id: string | null;
  readonly other_path: string[];
  readonly other_person_id: string | null;
  readonly rung: LineRung;
  readonly update_id: string | null;
}

const COLUMNS = sql`l.id, l.agreement_id, l.ordinal, l.due_on, l.owner_party_id, l.owner_agency_id, l.owner_path, l.owner_person_id,
  l.other_party_id, l.other_agency_id, l.other_path, l.other_person_id`;

export interface DueCursor {
  readonly dueOn: Day;
  readonly id: string;
}

/** Agreements that bind, or have ended so lately that what is left of them is still talked about. */
const binds = ({ today, endedAfter }: LadderDays) => sql`a.state = 'signed' AND a.in_force_from <= ${today.toString()}::date
  AND (a.in_force_until IS NULL OR a.in_force_until >= ${endedAfter.toString()}::date)`;

/**
 * Lines that have reached a rung they were not told of for their present due day, locked until the transaction ends. A worker whose statement began just
 * before another one committed may claim a line once more; what it posts then is silently the first, by the ledger's key.
 */
export async function claimDueLines(
  tx: Tx,
  days: LadderDays,
  after: DueCursor | null,
  limit: number,
): Promise<readonly DueLine[]> {
  const { today, firstUntil, secondUntil, lateUntil } = days;
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS}, s.rung, NULL::uuid AS update_id
    FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id
    CROSS JOIN LATERAL (SELECT CASE WHEN l.due_on <= ${lateUntil.toString()}::date THEN 4 WHEN l.due_on <= ${today.toString()}::date THEN 3
      WHEN l.due_on <= ${secondUntil.toString()}::date THEN 2 ELSE 1 END AS rung) s
    WHERE l.state IN ('planned', 'running') AND l.due_on <= ${firstUntil.toString()}::date AND ${binds(days)}
      AND NOT EXISTS (SELECT FROM agreements.line_reminders m
        WHERE m.agreement_id = l.agreement_id AND m.line_id = l.id AND m.due_on = l.due_on AND m.rung >= s.rung)
      ${after ? sql`AND (l.due_on, l.id) > (${after.dueOn.toString()}::date, ${after.id}::uuid)` : sql``}
    ORDER BY l.due_on, l.id LIMIT ${limit} FOR NO KEY UPDATE OF l SKIP LOCKED`.execute(tx as Db);
  return rows.map(toDueLine);
}

/**
 * Reports that have waited for the other side, the oldest of each line, that nobody was reminded of yet; locked. Rung 1 = its officers, 2 = also who leads
 * it and who keeps the plan.
 */
export async function claimWaitingReports(tx: Tx, days: LadderDays, limit: number): Promise<readonly DueLine[]> {
  const { rows } = await sql<Row>`
    SELECT ${COLUMNS}, s.rung, u.id AS update_id
    FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id
    JOIN LATERAL (SELECT u.id, u.at FROM agreements.updates u
      WHERE u.agreement_id = l.agreement_id AND u.line_id = l.id AND u.state = 'reported' ORDER BY u.at, u.id LIMIT 1) u ON true
    CROSS JOIN LATERAL (SELECT CASE WHEN (u.at AT TIME ZONE a.zone)::date <= ${days.confirmLateUntil.toString()}::date THEN 2 ELSE 1 END AS rung) s
    WHERE (l.state = 'reported' OR (l.state = 'running' AND (l.reported, l.reported_on) IS DISTINCT FROM (l.confirmed, l.confirmed_on)))
      AND a.state = 'signed' AND (u.at AT TIME ZONE a.zone)::date <= ${days.confirmUntil.toString()}::date
      AND NOT EXISTS (SELECT FROM agreements.line_reminders m
        WHERE m.agreement_id = l.agreement_id AND m.line_id = l.id AND m.update_id = u.id AND m.update_rung >= s.rung)
    ORDER BY l.id LIMIT ${limit} FOR NO KEY UPDATE OF l SKIP LOCKED`.execute(tx as Db);
  return rows.map(toDueLine);
}

export async function markReminded(tx: Tx, lines: readonly DueLine[]): Promise<void> {
  await sql`INSERT INTO agreements.line_reminders (agreement_id, line_id, due_on, rung)
    SELECT * FROM unnest(${lines.map(({ agreementId }) => agreementId)}::uuid[], ${lines.map(({ id }) => id)}::uuid[],
      ${lines.map(({ dueOn }) => dueOn.toString())}::date[], ${lines.map(({ rung }) => rung)}::int[])
    ON CONFLICT (agreement_id, line_id) DO UPDATE SET due_on = excluded.due_on, rung = excluded.rung`.execute(tx as Db);
}

export async function markConfirmReminded(tx: Tx, lines: readonly DueLine[]): Promise<void> {
  await sql`INSERT INTO agreements.line_reminders (agreement_id, line_id, update_id, update_rung)
    SELECT * FROM unnest(${lines.map(({ agreementId }) => agreementId)}::uuid[], ${lines.map(({ id }) => id)}::uuid[],
      ${lines.map(({ updateId }) => updateId)}::uuid[], ${lines.map(({ rung }) => rung)}::int[])
    ON CONFLICT (agreement_id, line_id) DO UPDATE SET update_id = excluded.update_id, update_rung = excluded.update_rung`.execute(
    tx as Db,
  );
}

export interface Surroundings {
  readonly code: string;
  readonly parties: readonly Party[];
  readonly officePath: readonly string[];
  readonly keeperPath: readonly string[];
}

/** Code, parties and keepers of many agreements in one query. */
export async function surroundingsOf(tx: Tx, agreementIds: readonly string[]): Promise<ReadonlyMap<string, Surroundings>> {
  const { rows } = await sql<{
    readonly id: string;
    readonly code: string;
    readonly office_path: string[];
    readonly keeper_path: string[];
    readonly parties: readonly {
      readonly id: string;
      readonly root: string | null;
      readonly agency: string | null;
      readonly path: string[];
    }[];
  }>`
    SELECT a.id, a.code, a.office_path, a.keeper_path,
      (SELECT json_agg(json_build_object('id', p.id, 'root', p.government_id, 'agency', p.agency_id, 'path', p.agency_path) ORDER BY p.ordinal)
        FROM agreements.parties p WHERE p.agreement_id = a.id) AS parties
    FROM agreements.agreements a WHERE a.id = ANY (${[...agreementIds]}::uuid[])`.execute(tx as Db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...{ code: row.code, officePath: row.office_path, keeperPath: row.keeper_path },
        // Names, sides and numbers of parties do not matter to who is told.
        parties: (row.parties ?? []).map(({ id, root, agency, path }, index) => ({
          ...{ id, ordinal: index + 1, side: 'other' as const, agencyId: agency, governmentId: root, agencyPath: path, name: '' },
          ownNumber: '',
        })),
      },
    ]),
  );
}

function toDueLine(row: Row): DueLine {
  return {
    ...{
      id: row.id,
      agreementId: row.agreement_id,
      ordinal: row.ordinal,
      dueOn: row.due_on,
      rung: row.rung,
      updateId: row.update_id,
    },
    owner: {
      ...{ partyId: row.owner_party_id, agencyId: row.owner_agency_id, agencyPath: row.owner_path },
      ...{ position: '', personId: row.owner_person_id },
    },
    other:
      row.other_party_id === null || row.other_agency_id === null
        ? null
        : {
            ...{ partyId: row.other_party_id, agencyId: row.other_agency_id, agencyPath: row.other_path },
            ...{ position: '', personId: row.other_person_id },
          },
  };
}
