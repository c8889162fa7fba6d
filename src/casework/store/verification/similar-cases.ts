/** Cases that may be about the same matter, for whoever judges whether it was reported before. */
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Stage } from '../../rules/case.transitions.ts';
import type { Case } from '../../rules/case.ts';
import { visibleCases } from '../visible.ts';

export interface SimilarCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: Stage;
  readonly registeredAt: Moment;
  readonly sameComplaint: boolean;
  readonly sameRespondent: boolean;
}

/** How many are shown; whoever looks judges, so a handful of the nearest is enough. */
const MOST = 8;
/** Of these, looked at more closely. */
const NEAREST = 50;
/** One word in common is nearly always there. */
const SHARED_WORDS = 2;

/**
 * Of the cases the actor may see: those of the same complaint, then those against the same government or agency whose words are nearest.
 * A case that shares a respondent but hardly a word is not offered.
 */
export async function similarCases(db: Db | Tx, file: Case, actor: Actor): Promise<readonly SimilarCase[]> {
  const respondents = file.respondents.filter((each) => each.removedAt === null).map((each) => each.agencyId);
  const { rows } = await sql<{
    id: string;
    number: string;
    title: string;
    stage: Stage;
    registered_at: Moment;
    same_complaint: boolean;
    same_respondent: boolean;
  }>`
    WITH heavy AS (
      SELECT lexeme FROM unnest(to_tsvector('indonesian', ${`${file.title} ${file.account.slice(0, 4000)}`}))
      ORDER BY cardinality(positions) DESC, lexeme LIMIT 40
    ), asked AS (
      -- Quoted as a tsquery wants it: backslash and apostrophe doubled.
      SELECT array_agg(lexeme) AS lexemes,
        string_agg('''' || replace(replace(lexeme, chr(92), repeat(chr(92), 2)), '''', '''''') || '''', ' | ')::tsquery AS words
      FROM heavy
    ), near AS (
      SELECT c.id, c.number, c.title, c.stage, c.registered_at, c.words,
        coalesce(c.complaint_id = ${file.complaintId}::uuid, false) AS same_complaint,
        c.respondent_ids && ${respondents}::uuid[] AS same_respondent
      FROM casework.cases c, asked
      WHERE c.id <> ${file.id} AND (${visibleCases(actor)})
        AND (c.complaint_id = ${file.complaintId}::uuid
          OR (c.respondent_ids && ${respondents}::uuid[] AND asked.words IS NOT NULL AND c.words @@ asked.words))
      ORDER BY same_complaint DESC, ts_rank(c.words, asked.words) DESC NULLS LAST, c.registered_at DESC
      LIMIT ${NEAREST}
    )
    SELECT near.id, near.number, near.title, near.stage, near.registered_at, near.same_complaint, near.same_respondent
    FROM near, asked, LATERAL (
      SELECT count(*)::int AS n FROM unnest(tsvector_to_array(near.words)) AS word WHERE word = ANY (asked.lexemes)
    ) AS shared
    WHERE near.same_complaint OR shared.n >= ${SHARED_WORDS}
    ORDER BY near.same_complaint DESC, shared.n DESC, near.registered_at DESC
    LIMIT ${MOST}`.execute(db as Db);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    registeredAt: row.registered_at,
    sameComplaint: row.same_complaint,
    sameRespondent: row.same_respondent,
  }));
}

/** How many open cases each person works on now, by any role; whoever works on none is not in the map. */
export async function loadsOf(db: Db | Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; n: number }>`
    SELECT t.person_id, count(DISTINCT t.case_id)::int AS n
    FROM casework.team t JOIN casework.cases c ON c.id = t.case_id
    WHERE t.until IS NULL AND c.stage <> 'closed' AND t.person_id = ANY (${[...personIds]}::uuid[])
    GROUP BY t.person_id`.execute(db as Db);
  return new Map(rows.map((row) => [row.person_id, row.n]));
}
