/** Publications in and out, and the public lists of them. */
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ObligationState } from '../../rules/obligations/obligation.transitions.ts';
import type { ObligationKind } from '../../rules/obligations/obligation.ts';
import type { Publication, PublicationKind } from '../../rules/obligations/publication.ts';
import type { ObligationTables, PublicationsTable } from './tables.ts';

function toPublication(row: Selectable<PublicationsTable>): Publication {
  return {
    caseId: row.case_id,
    id: row.id,
    slug: row.slug,
    state: row.state,
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    actions: row.actions,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    approvedBy: row.approved_by,
    publishedAt: row.published_at,
    withdrawnAt: row.withdrawn_at,
    reason: row.reason,
    version: row.version,
  };
}

function publicationRow(one: Publication): Insertable<PublicationsTable> {
  return {
    case_id: one.caseId,
    id: one.id,
    slug: one.slug,
    state: one.state,
    kind: one.kind,
    title: one.title,
    summary: one.summary,
    actions: one.actions,
    written_by: one.writtenBy,
    written_at: one.writtenAt.toString(),
    approved_by: one.approvedBy,
    published_at: one.publishedAt?.toString() ?? null,
    withdrawn_at: one.withdrawnAt?.toString() ?? null,
    reason: one.reason,
    version: one.version,
  };
}

/** Of a case, the latest first: at most one of them is a draft or stands. */
export async function publicationsOf(db: Db | Tx, caseId: string): Promise<readonly Publication[]> {
  const rows = await db
    .withTables<ObligationTables>()
    .selectFrom('casework.publications')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toPublication);
}

/** The caller holds the lock of the case. */
export async function savePublication(tx: Tx, publication: Publication): Promise<void> {
  const { case_id, id, ...columns } = publicationRow(publication);
  await tx
    .withTables<ObligationTables>()
    .insertInto('casework.publications')
    .values({ case_id, id, ...columns })
    .onConflict((conflict) => conflict.columns(['case_id', 'id']).doUpdateSet(columns))
    .execute();
}

export interface PublicFinding {
  readonly caseId: string;
  readonly slug: string;
  readonly number: string;
  readonly kind: PublicationKind;
  readonly title: string;
  readonly summary: string;
  readonly actions: string;
  readonly publishedAt: Moment;
  readonly officeName: string;
  /** Names of the agencies concerned. */
  readonly agencies: readonly string[];
  readonly isExample: boolean;
}

const FINDING = sql`p.case_id AS "caseId", p.slug, c.number, p.kind, p.title, p.summary, p.actions, p.published_at AS "publishedAt",
  a.name AS "officeName", c.is_example AS "isExample", ARRAY(
    SELECT DISTINCT b.name FROM casework.respondents r JOIN directory.agencies b ON b.id = r.agency_id
    WHERE r.case_id = c.id AND r.removed_at IS NULL ORDER BY b.name) AS agencies
  FROM casework.publications p JOIN casework.cases c ON c.id = p.case_id JOIN directory.agencies a ON a.id = c.office_id`;

/** The newest first. */
export async function publicFindings(
  db: Db,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<PublicFinding>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const { rows } = await sql<PublicFinding>`SELECT ${FINDING}
    WHERE p.state = 'published'
      AND ${cursor ? sql`(p.published_at, p.case_id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql`true`}
    ORDER BY p.published_at DESC, p.case_id DESC LIMIT ${page.limit + 1}`.execute(db);
  return pageOf(rows, page.limit, (row) => [row.publishedAt.toString(), row.caseId]);
}

/** `undefined` = never published under this number; `withdrawn` = it was, and was taken back. */
export async function publicFinding(db: Db, slug: string): Promise<PublicFinding | 'withdrawn' | undefined> {
  const { rows } = await sql<PublicFinding & { state: string }>`SELECT p.state, ${FINDING}
    WHERE p.slug = ${slug} AND p.state <> 'draft' ORDER BY (p.state = 'published') DESC, p.published_at DESC LIMIT 1`.execute(db);
  const [found] = rows;
  return found && (found.state === 'published' ? found : 'withdrawn');
}

/** The published finding an obligation belongs to, by its address; `undefined` = nothing of it is public. */
export async function findingOfObligation(db: Db, obligationId: string): Promise<string | undefined> {
  const { rows } = await sql<{ slug: string }>`
    SELECT p.slug FROM casework.obligations o JOIN casework.publications p ON p.case_id = o.case_id
    WHERE o.id = ${obligationId}::uuid AND o.is_public AND p.state = 'published' LIMIT 1`.execute(db);
  return rows[0]?.slug;
}

/** What is shown of an obligation of a published case: its kind, addressee, days and state; its text is the publication's. */
export interface PublicObligation {
  readonly kind: ObligationKind;
  readonly ordinal: number;
  readonly agencyName: string;
  readonly agencyCode: string;
  readonly state: ObligationState;
  readonly dueAt: Moment;
  readonly reportedAt: Moment | null;
  readonly judgedAt: Moment | null;
  readonly zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';
}

export async function publicObligations(db: Db, caseId: string): Promise<readonly PublicObligation[]> {
  const { rows } = await sql<PublicObligation>`
    SELECT o.kind, o.ordinal, a.name AS "agencyName", a.code AS "agencyCode", o.state, o.due_at AS "dueAt",
      o.reported_at AS "reportedAt", o.judged_at AS "judgedAt", o.zone
    FROM casework.obligations o JOIN directory.agencies a ON a.id = o.agency_id
    WHERE o.case_id = ${caseId} AND o.is_public ORDER BY o.ordinal`.execute(db);
  return rows;
}
