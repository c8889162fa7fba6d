/** What lists and public pages say of reviews and evaluations, without the frozen figures, agendas and minutes that fill their rows. */
import { sql } from 'kysely';
import type { Day } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Recommendation } from '../../rules/reviews/evaluation.ts';
import type { Rhythm } from '../../rules/reviews/periods.ts';

export interface PublishedInBrief {
  readonly agreementId: string;
  readonly year: number;
  readonly number: string;
  /** `null` = still being made. */
  readonly fileId: string | null;
  /** `null` = that side stayed silent. */
  readonly sides: readonly { readonly name: string; readonly recommendation: Recommendation | null }[];
}

/** The newest published edition of every year of some agreements, the newest year first. */
export async function publishedInBrief(db: Db, agreementIds: readonly string[]): Promise<readonly PublishedInBrief[]> {
  if (agreementIds.length === 0) return [];
  const { rows } = await sql<PublishedInBrief>`
    SELECT DISTINCT ON (agreement_id, year) agreement_id AS "agreementId", year, number, file_id AS "fileId",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('name', s.side ->> 'name', 'recommendation', s.side #>> '{words,recommendation}') ORDER BY s.nth), '[]')
        FROM jsonb_array_elements(content -> 'sides') WITH ORDINALITY AS s (side, nth)) AS sides
    FROM agreements.evaluations WHERE agreement_id = ANY (${[...agreementIds]}::uuid[]) AND state = 'published'
    ORDER BY agreement_id, year DESC, edition DESC`.execute(db);
  return rows;
}

/** The evaluation whose sides are being asked for their words. */
export async function openInBrief(
  db: Db,
  agreementId: string,
): Promise<{ readonly year: number; readonly wordsDueOn: Day } | undefined> {
  const { rows } = await sql<{ year: number; wordsDueOn: Day }>`
    SELECT year, words_due_on AS "wordsDueOn" FROM agreements.evaluations
    WHERE agreement_id = ${agreementId}::uuid AND state = 'open'`.execute(db);
  return rows[0];
}

export interface ReviewInBrief {
  readonly ordinal: number;
  readonly rhythm: Rhythm;
  readonly from: Day;
  readonly until: Day;
  readonly state: 'called' | 'confirmed';
  readonly meetsOn: Day;
  /** The number and file of the newest minutes that everybody may read. */
  readonly number: string | null;
  readonly fileId: string | null;
}

/** Reviews that are called, and those whose minutes every side has confirmed; the newest first. */
export async function reviewsInBrief(db: Db, agreementId: string): Promise<readonly ReviewInBrief[]> {
  const { rows } = await sql<ReviewInBrief>`
    SELECT r.ordinal, r.rhythm, r.period_from AS from, r.period_until AS until, r.state, r.meets_on AS "meetsOn", m.number, m.file_id AS "fileId"
    FROM agreements.reviews r
      LEFT JOIN LATERAL (SELECT number, file_id FROM agreements.review_minutes
        WHERE agreement_id = r.agreement_id AND review_id = r.id AND r.minutes_public AND r.state = 'confirmed'
        ORDER BY edition DESC LIMIT 1) m ON true
    WHERE r.agreement_id = ${agreementId}::uuid AND r.state IN ('called', 'confirmed') ORDER BY r.ordinal DESC`.execute(db);
  return rows;
}
