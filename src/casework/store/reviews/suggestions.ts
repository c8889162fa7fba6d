/** Suggestions of a review as they are written, before and after they are given. */
import { sql } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { DocumentState } from '../../rules/documents/document.transitions.ts';
import type { WrittenSuggestion } from '../../rules/reviews/suggestion.ts';

interface SuggestionRow {
  readonly no: number;
  readonly kind: WrittenSuggestion['kind'];
  readonly agency_id: string;
  readonly position: string;
  readonly text: string;
  readonly evidence_asked: string;
  readonly written_by: string;
  readonly written_at: Moment;
  readonly document_id: string | null;
  readonly document_state: DocumentState | null;
  readonly obligation_id: string | null;
}

/** All that were not taken back, in the order they were written. */
export async function suggestionsOf(db: Db | Tx, reviewId: string): Promise<readonly WrittenSuggestion[]> {
  const { rows } = await sql<SuggestionRow>`
    SELECT s.no, s.kind, s.agency_id, s.position, s.text, s.evidence_asked, s.written_by, s.written_at, s.obligation_id,
      d.id AS document_id, d.state AS document_state
    FROM casework.review_suggestions s
    LEFT JOIN casework.documents d ON d.subject_id = s.review_id AND d.id = s.document_id AND d.state <> 'discarded'
    WHERE s.review_id = ${reviewId} AND s.taken_back_at IS NULL ORDER BY s.no`.execute(db as Db);
  return rows.map((row) => ({
    no: row.no,
    kind: row.kind,
    agencyId: row.agency_id,
    position: row.position,
    text: row.text,
    evidenceAsked: row.evidence_asked,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    document: row.document_id === null ? null : { id: row.document_id, state: row.document_state as DocumentState },
    obligationId: row.obligation_id,
  }));
}

/** The caller holds the review, so that two never take the same number. @returns its number */
export async function insertSuggestion(
  tx: Tx,
  reviewId: string,
  written: Omit<WrittenSuggestion, 'no' | 'document' | 'obligationId'>,
): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    INSERT INTO casework.review_suggestions (review_id, no, kind, agency_id, position, text, evidence_asked, written_by, written_at)
    SELECT ${reviewId}::uuid, coalesce(max(no), 0) + 1, ${written.kind}, ${written.agencyId}::uuid, ${written.position}, ${written.text},
      ${written.evidenceAsked}, ${written.writtenBy}::uuid, ${written.writtenAt.toString()}::timestamptz
    FROM casework.review_suggestions WHERE review_id = ${reviewId} RETURNING no`.execute(tx);
  return rows[0]?.no ?? 0;
}

export async function takeSuggestionBack(tx: Tx, reviewId: string, no: number, at: Moment): Promise<void> {
  await sql`UPDATE casework.review_suggestions SET taken_back_at = ${at.toString()}
    WHERE review_id = ${reviewId} AND no = ${no}`.execute(tx);
}

export async function putIntoDocument(tx: Tx, reviewId: string, numbers: readonly number[], documentId: string): Promise<void> {
  await sql`UPDATE casework.review_suggestions SET document_id = ${documentId}
    WHERE review_id = ${reviewId} AND no = any(${[...numbers]}::int[])`.execute(tx);
}

export async function suggestionGiven(tx: Tx, reviewId: string, no: number, obligationId: string): Promise<void> {
  await sql`UPDATE casework.review_suggestions SET obligation_id = ${obligationId}
    WHERE review_id = ${reviewId} AND no = ${no}`.execute(tx);
}
