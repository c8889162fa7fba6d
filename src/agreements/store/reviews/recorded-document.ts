/** Minutes and evaluations by their number or the digest of their file. Only of signed agreements: there are no others. */
import { type RawBuilder, sql } from 'kysely';
import type { Moment, Zone } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { DocumentNumber, RecordedDocument } from '../../rules/reviews/recorded-document.ts';

interface Row {
  kind: 'minutes' | 'evaluation';
  code: string;
  title: string;
  zone: Zone;
  is_example: boolean;
  number: string;
  newest: string;
  at: Moment;
  is_confirmed: boolean;
  year: number;
  /** `null` = it is not given out, or not any more. */
  open_file: string | null;
}

const OPEN_FILE = sql`CASE WHEN f.is_public AND f.replaced_by IS NULL THEN f.id END`;

const minutes = (where: RawBuilder<boolean>) => sql`
  SELECT 'minutes' AS kind, a.code, a.title, a.zone, a.is_example, m.number, m.numbered_at AS at, r.state = 'confirmed' AS is_confirmed,
    (SELECT n.number FROM agreements.review_minutes n WHERE n.agreement_id = m.agreement_id AND n.review_id = m.review_id
      ORDER BY n.edition DESC LIMIT 1) AS newest, 0 AS year, ${OPEN_FILE} AS open_file
  FROM agreements.review_minutes m
    JOIN agreements.reviews r ON r.agreement_id = m.agreement_id AND r.id = m.review_id
    JOIN agreements.agreements a ON a.id = m.agreement_id AND a.state IN ('signed', 'ended')
    LEFT JOIN agreements.files f ON f.agreement_id = m.agreement_id AND f.id = m.file_id
  WHERE ${where}`;

const evaluations = (where: RawBuilder<boolean>) => sql`
  SELECT 'evaluation' AS kind, a.code, a.title, a.zone, a.is_example, m.number, m.published_at AS at, true AS is_confirmed,
    (SELECT n.number FROM agreements.evaluations n WHERE n.agreement_id = m.agreement_id AND n.year = m.year AND n.state = 'published'
      ORDER BY n.edition DESC LIMIT 1) AS newest, m.year, ${OPEN_FILE} AS open_file
  FROM agreements.evaluations m
    JOIN agreements.agreements a ON a.id = m.agreement_id AND a.state IN ('signed', 'ended')
    LEFT JOIN agreements.files f ON f.agreement_id = m.agreement_id AND f.id = m.file_id
  WHERE m.state = 'published' AND ${where}`;

/** Every side that came stood by this edition (as `waitsFor` of rules/reviews/review.ts), also where it is being corrected since. */
const STOOD_BY = sql<boolean>`(r.state = 'confirmed' OR EXISTS (SELECT FROM agreements.review_words w
    WHERE w.agreement_id = m.agreement_id AND w.review_id = m.review_id AND w.edition = m.edition AND w.verdict = 'confirmed')
  AND NOT EXISTS (SELECT FROM agreements.review_attendance t
    WHERE t.agreement_id = m.agreement_id AND t.review_id = m.review_id AND t.presence <> 'absent' AND t.root <> r.secretary_root
      AND NOT EXISTS (SELECT FROM agreements.review_words w WHERE w.agreement_id = m.agreement_id AND w.review_id = m.review_id
        AND w.edition = m.edition AND w.root = t.root AND w.verdict = 'confirmed')))`;

/** A number can be guessed: of minutes it tells only once they were confirmed. Whoever holds a file is told of it in any case. */
export async function documentByNumber(db: Db, { kind, code, number }: DocumentNumber): Promise<RecordedDocument | undefined> {
  const where = sql<boolean>`a.code = ${code} AND m.number = ${number}`;
  const { rows } =
    await sql<Row>`${kind === 'minutes' ? minutes(sql<boolean>`${where} AND ${STOOD_BY}`) : evaluations(where)} LIMIT 1`.execute(
      db,
    );
  return rows[0] && toDocument(rows[0]);
}

/** @param sha256 of the file somebody holds, in hex */
export async function documentByDigest(db: Db, sha256: string): Promise<RecordedDocument | undefined> {
  const where = sql<boolean>`f.sha256 = ${sha256}`;
  const { rows } = await sql<Row>`${minutes(where)} UNION ALL ${evaluations(where)} LIMIT 1`.execute(db);
  return rows[0] ? toDocument(rows[0]) : evaluationOfPlans(db, sha256);
}

function toDocument(row: Row): RecordedDocument {
  const path = `/agreements/${row.code}`;
  const isNewest = row.number === row.newest;
  return {
    ...{ kind: row.kind, number: row.number, newest: row.newest, at: row.at, zone: row.zone, isExample: row.is_example },
    about: {
      text: `${row.code}: ${row.title}`,
      href: row.kind === 'minutes' ? `${path}#reviews` : `${path}/evaluations/${row.year}`,
    },
    standing: !isNewest ? 'replaced' : row.is_confirmed ? 'stands' : 'waits',
    pdf: row.open_file === null ? null : `${path}/files/${row.open_file}`,
  };
}

/** The evaluation of a government's action plan: it carries no number, its file is known all the same. */
async function evaluationOfPlans(db: Db, sha256: string): Promise<RecordedDocument | undefined> {
  const { rows } = await sql<{ code: string; name: string; year: number; at: Moment; state: string; is_example: boolean }>`
    SELECT g.code, g.name, e.year, e.published_at AS at, e.state, e.is_example
    FROM agreements.rad_evaluations e JOIN directory.agencies g ON g.id = e.government_id
    WHERE e.pdf_sha256 = ${sha256} AND e.published_at IS NOT NULL LIMIT 1`.execute(db);
  const row = rows[0];
  if (!row) return undefined;
  const isWithdrawn = row.state === 'withdrawn';
  return {
    ...{ kind: 'rad-evaluation', number: '', newest: '', at: row.at, zone: 'Asia/Jakarta', isExample: row.is_example, pdf: null },
    about: {
      text: `${row.name}, ${row.year}`,
      href: isWithdrawn ? '/agreements/rad' : `/agreements/rad/${row.code}/${row.year}`,
    },
    standing: isWithdrawn ? 'withdrawn' : 'stands',
  };
}
