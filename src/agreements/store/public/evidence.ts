/** Evidence anyone may open: files of lines and of their confirmed reports, over one agreement, several, or what an agency is responsible for. */
import { type Selectable, sql } from 'kysely';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db } from '../../../platform/database/database.ts';
import { type AgreementFile, toFile } from '../files.ts';
import type { AgreementFilesTable } from '../tables.ts';
import { type PromiseScope, within } from './promises.ts';

export interface PublicEvidence {
  readonly file: AgreementFile;
  /** What it proves. */
  readonly code: string;
  readonly ordinal: number;
  readonly activity: string;
}

/** What a report that was sent back brought along stays with the parties, as its words do. */
const OPEN = sql`agreements.files f
  JOIN agreements.agreements a ON a.id = f.agreement_id
  LEFT JOIN agreements.updates u ON u.agreement_id = f.agreement_id AND u.id = f.part_id AND u.state = 'confirmed'
  JOIN agreements.lines l ON l.agreement_id = f.agreement_id AND l.id = coalesce(u.line_id, f.part_id)
  WHERE f.kind = 'evidence' AND f.is_public AND f.replaced_by IS NULL`;

/** The newest first, paged by key. */
export async function publicEvidence(
  db: Db,
  scope: PromiseScope,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<PublicEvidence>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  type Row = Selectable<AgreementFilesTable> & { code: string; ordinal: number; activity: string };
  const { rows } = await sql<Row>`
    SELECT f.*, a.code, l.ordinal, l.activity FROM ${OPEN} AND ${within(scope)}
      AND ${cursor ? sql`(f.added_at, f.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)` : sql`true`}
    ORDER BY f.added_at DESC, f.id DESC LIMIT ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, ({ added_at, id }) => [added_at.toString(), id]);
  return {
    next,
    lines: lines.map((row) => ({ file: toFile(row), code: row.code, ordinal: row.ordinal, activity: row.activity })),
  };
}

/** How many there are: as many as the list has. */
export async function publicEvidenceCount(db: Db, scope: PromiseScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM ${OPEN} AND ${within(scope)}`.execute(db);
  return rows[0]?.count ?? 0;
}
