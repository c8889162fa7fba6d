/** Year-end notes in and out, and what an appreciation may rest on. */
import { type RawBuilder, sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { NoteHeading, YearNotes } from '../../rules/reports/year-notes.ts';
import { inSet, type Scope } from './case-sets.ts';
import type { CaseReportTables } from './tables.ts';

export interface Appreciation {
  readonly id: string;
  readonly kind: 'agency' | 'officer';
  /** Of the agency or the person. */
  readonly subjectId: string;
  readonly reason: string;
  readonly restsOn: Merit;
}

export interface KeptNotes extends YearNotes {
  readonly texts: ReadonlyMap<NoteHeading, string>;
  readonly appreciations: readonly Appreciation[];
  /** The report as it was when the head approved. */
  readonly figures: unknown;
  readonly approvedBy: string | null;
  readonly approvedAt: Moment | null;
  readonly publishedAt: Moment | null;
}

/** `finished` = reports of the year that ended; `well` = of these, agencies: ended by carrying out what was asked; officers: every stage in time. */
export interface Merit {
  readonly finished: number;
  readonly well: number;
}

const on = (db: Db | Tx) => db.withTables<CaseReportTables>();

export async function loadNotes(db: Db | Tx, officeId: string, year: number, lock = false): Promise<KeptNotes | undefined> {
  const query = on(db).selectFrom('casework.year_notes').selectAll().where('office_id', '=', officeId).where('year', '=', year);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) return undefined;
  const texts = await on(db)
    .selectFrom('casework.year_note_texts')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .execute();
  const appreciations = await on(db)
    .selectFrom('casework.year_note_appreciations')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('year', '=', year)
    .orderBy('id')
    .execute();
  return {
    ...{ officeId, year, state: row.state, version: row.version, figures: row.figures },
    ...{ approvedBy: row.approved_by, approvedAt: row.approved_at, publishedAt: row.published_at },
    texts: new Map(texts.map(({ heading, text }) => [heading, text])),
    appreciations: appreciations.map((each) => ({
      ...{ id: each.id, kind: each.kind, subjectId: each.agency_id ?? each.person_id ?? '', reason: each.reason },
      restsOn: each.rests_on as unknown as Merit,
    })),
  };
}

/** The offices whose notes of a year are published. */
export async function officesWithNotes(db: Db, year: number): Promise<ReadonlySet<string>> {
  const rows = await on(db)
    .selectFrom('casework.year_notes')
    .select('office_id')
    .where('year', '=', year)
    .where('state', '=', 'published')
    .execute();
  return new Set(rows.map(({ office_id }) => office_id));
}

/** Makes the notes of an office and year when there are none. */
export async function beginNotes(tx: Tx, officeId: string, year: number): Promise<void> {
  await on(tx)
    .insertInto('casework.year_notes')
    .values({
      ...{ office_id: officeId, year, state: 'draft', version: 1, figures: null },
      ...{ approved_by: null, approved_at: null, published_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface NotesChange {
  readonly figures: unknown;
  readonly approvedBy: string | null;
  readonly approvedAt: Moment | null;
  readonly publishedAt: Moment | null;
}

export async function saveNotes(tx: Tx, notes: YearNotes, change: NotesChange): Promise<void> {
  await on(tx)
    .updateTable('casework.year_notes')
    .set({
      ...{ state: notes.state, version: notes.version },
      figures: change.figures === null ? null : JSON.stringify(change.figures),
      ...{ approved_by: change.approvedBy, approved_at: change.approvedAt?.toString() ?? null },
      published_at: change.publishedAt?.toString() ?? null,
    })
    .where('office_id', '=', notes.officeId)
    .where('year', '=', notes.year)
    .execute();
}

export async function saveText(tx: Tx, notes: YearNotes, heading: NoteHeading, text: string): Promise<void> {
  await on(tx)
    .insertInto('casework.year_note_texts')
    .values({ office_id: notes.officeId, year: notes.year, heading, text })
    .onConflict((conflict) => conflict.columns(['office_id', 'year', 'heading']).doUpdateSet({ text }))
    .execute();
}

export async function insertAppreciation(tx: Tx, notes: YearNotes, one: Appreciation): Promise<void> {
  await on(tx)
    .insertInto('casework.year_note_appreciations')
    .values({
      ...{ office_id: notes.officeId, year: notes.year, id: one.id, kind: one.kind, reason: one.reason },
      agency_id: one.kind === 'agency' ? one.subjectId : null,
      person_id: one.kind === 'officer' ? one.subjectId : null,
      rests_on: JSON.stringify(one.restsOn),
    })
    .execute();
}

export async function removeAppreciation(tx: Tx, notes: YearNotes, id: string): Promise<void> {
  await on(tx)
    .deleteFrom('casework.year_note_appreciations')
    .where('office_id', '=', notes.officeId)
    .where('year', '=', notes.year)
    .where('id', '=', id)
    .execute();
}

export interface Candidate extends Merit {
  readonly kind: 'agency' | 'officer';
  readonly subjectId: string;
}

/** How a report ends when the agency has done what was asked of it. */
const CARRIED_OUT = sql<boolean>`c.outcome IN ('corrected', 'settled', 'recommendation-carried-out', 'rapid-solved')`;
const IN_TIME = sql<boolean>`NOT EXISTS (SELECT FROM casework.clocks k
  WHERE k.case_id = c.id AND k.kind = 'stage' AND coalesce(k.stopped_at, c.closed_at) > k.due_at)`;

/** Agencies and officers with something to appreciate among the reports finished in the scope, the best first. */
export async function candidates(db: Db | Tx, scope: Scope, limit: number): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    (SELECT 'agency' AS kind, r.agency_id AS "subjectId", count(DISTINCT c.id)::int AS finished,
      count(DISTINCT c.id) FILTER (WHERE ${CARRIED_OUT})::int AS well
    FROM casework.cases c JOIN casework.respondents r ON r.case_id = c.id AND r.removed_at IS NULL
    WHERE ${inSet('finished', scope)} GROUP BY r.agency_id HAVING count(*) FILTER (WHERE ${CARRIED_OUT}) > 0
    ORDER BY 4 DESC, 3, 2 LIMIT ${limit})
    UNION ALL
    (SELECT 'officer', c.lead_person_id, count(*)::int, count(*) FILTER (WHERE ${IN_TIME})::int
    FROM casework.cases c WHERE ${inSet('finished', scope)} AND c.lead_person_id IS NOT NULL
    GROUP BY c.lead_person_id HAVING count(*) FILTER (WHERE ${IN_TIME}) > 0 ORDER BY 4 DESC, 3, 2 LIMIT ${limit})`.execute(
    db as Db,
  );
  return rows;
}

/** What one agency or officer can be appreciated for; `undefined` = nothing on record. */
export async function meritOf(
  db: Db | Tx,
  scope: Scope,
  kind: 'agency' | 'officer',
  subjectId: string,
): Promise<Merit | undefined> {
  const isTheirs =
    kind === 'agency'
      ? sql<boolean>`EXISTS (SELECT FROM casework.respondents r WHERE r.case_id = c.id AND r.agency_id = ${subjectId}::uuid AND r.removed_at IS NULL)`
      : sql<boolean>`c.lead_person_id = ${subjectId}::uuid`;
  const { rows } = await sql<Merit>`
    SELECT count(*)::int AS finished, count(*) FILTER (WHERE ${kind === 'agency' ? CARRIED_OUT : IN_TIME})::int AS well
    FROM casework.cases c WHERE ${inSet('finished', scope)} AND ${isTheirs}`.execute(db as Db);
  const [merit] = rows;
  return merit && merit.well > 0 ? merit : undefined;
}

export interface RestingRow {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly outcome: string;
  readonly closedAt: Moment;
}

/** The reports an appreciation rests on, the latest closed first. */
export async function restingOn(
  db: Db | Tx,
  scope: Scope,
  { kind, subjectId }: Pick<Candidate, 'kind' | 'subjectId'>,
  visible: RawBuilder<boolean>,
  page: { readonly after: { readonly at: string; readonly id: string } | null; readonly limit: number },
): Promise<readonly RestingRow[]> {
  const isTheirs =
    kind === 'agency'
      ? sql<boolean>`EXISTS (SELECT FROM casework.respondents r WHERE r.case_id = c.id AND r.agency_id = ${subjectId}::uuid AND r.removed_at IS NULL) AND ${CARRIED_OUT}`
      : sql<boolean>`c.lead_person_id = ${subjectId}::uuid AND ${IN_TIME}`;
  const { after } = page;
  const { rows } = await sql<RestingRow>`
    SELECT c.id, c.number, c.title, c.outcome, c.closed_at AS "closedAt" FROM casework.cases c
    WHERE ${inSet('finished', scope)} AND ${isTheirs} AND ${visible}
      AND ${after ? sql`(c.closed_at, c.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql`true`}
    ORDER BY c.closed_at DESC, c.id DESC LIMIT ${page.limit}`.execute(db as Db);
  return rows;
}
