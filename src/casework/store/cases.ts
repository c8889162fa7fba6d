/** Cases in and out. Loading does not ask who may see them: rules/visibility.ts decides (lists: visible.ts). */
import { type Kysely, sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Case } from '../rules/case.ts';
import { type CaseRow, toCase } from './rows.ts';
import type { CaseTables } from './tables.ts';

const COLUMNS = [
  'id',
  'number',
  'version',
  'access',
  'rule_set',
  'stage',
  'resume_stage',
  'office_id',
  'office_path',
  'registered_at',
  'received_on',
  'channel',
  'registered_by_person_id',
  'complaint_id',
  'review_id',
  'continues_id',
  'secret',
  'tip',
  'title',
  'account',
  'loss',
  'wish',
  'occurred_on',
  'region_code',
  'zone',
  'category_code',
  'service_id',
  'rapid_criteria',
  'conclusion',
  'outcome',
  'closed_at',
  'next_due_at',
  'updated_at',
  'lead_person_id',
  'respondent_ids',
  'team_ids',
  'excluded_person_ids',
  'excluded_agency_ids',
  'is_example',
] as const;

export function loadCase(db: Db | Tx, id: string): Promise<Case | undefined> {
  return load(db, (query) => query.where('id', '=', id));
}

/** The case with this registration number, as it is stored (see `readNumber`). */
export function loadCaseByNumber(db: Db | Tx, number: string): Promise<Case | undefined> {
  return load(db, (query) => query.where('number', '=', number));
}

/** Locks the row until the transaction ends. */
export function loadCaseForUpdate(tx: Tx, id: string): Promise<Case | undefined> {
  return load(tx, (query) => query.where('id', '=', id).forUpdate());
}

/** Every case a complaint was brought over in, the newest first. */
export async function casesOfComplaint(db: Db | Tx, complaintId: string): Promise<Case[]> {
  const rows = await db
    .withTables<CaseTables>()
    .selectFrom('casework.cases')
    .select(COLUMNS)
    .where('complaint_id', '=', complaintId)
    .orderBy('registered_at', 'desc')
    .execute();
  return Promise.all(rows.map((row) => whole(db, row)));
}

type Selection = ReturnType<typeof selection>;
const selection = (db: Kysely<CaseTables>) => db.selectFrom('casework.cases').select(COLUMNS);

async function load(db: Db | Tx, narrow: (query: Selection) => Selection): Promise<Case | undefined> {
  const row = await narrow(selection(db.withTables<CaseTables>() as unknown as Kysely<CaseTables>)).executeTakeFirst();
  return row && whole(db, row);
}

async function whole(db: Db | Tx, row: CaseRow): Promise<Case> {
  const tables = db.withTables<CaseTables>();
  const of = row.id;
  const respondents = await tables
    .selectFrom('casework.respondents')
    .selectAll()
    .where('case_id', '=', of)
    .orderBy('id')
    .execute();
  const team = await tables
    .selectFrom('casework.team')
    .selectAll()
    .where('case_id', '=', of)
    .orderBy('since')
    .orderBy('person_id')
    .execute();
  const exclusions = await tables.selectFrom('casework.exclusions').selectAll().where('case_id', '=', of).orderBy('id').execute();
  const clocks = await tables.selectFrom('casework.clocks').selectAll().where('case_id', '=', of).orderBy('id').execute();
  return toCase(row, { respondents, team, exclusions, clocks });
}

/** Obligations of a case that nobody has finally judged. */
export async function countOpenObligations(db: Db | Tx, caseId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM casework.obligations
    WHERE case_id = ${caseId} AND judged_at IS NULL`.execute(db as Db);
  return rows[0]?.n ?? 0;
}
