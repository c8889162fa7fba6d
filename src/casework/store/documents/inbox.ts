/** The box of letters from the Ombudsman, as an agency's officer finds it. */
import { sql } from 'kysely';
import { isUuid } from '../../../kernel/ids.ts';
import { type Moment, Temporal } from '../../../kernel/time.ts';
import type { CaseRuleSet } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { DocumentKind } from '../../rules/documents/kinds.ts';

export interface InboxLine {
  readonly documentId: string;
  readonly number: string;
  readonly kind: DocumentKind;
  /** The procedure of the case; `null` of a review or a plenary. */
  readonly ruleSet: CaseRuleSet | null;
  readonly subject: string;
  readonly agencyId: string | null;
  readonly sentAt: Moment;
  /** `null` while nobody has opened it. */
  readonly openedAt: Moment | null;
  readonly answers: number;
  readonly isReplaced: boolean;
}

export interface InboxPage {
  readonly lines: readonly InboxLine[];
  /** Where the next page begins, `null` on the last. */
  readonly next: { readonly sentAt: Moment; readonly id: string } | null;
}

/**
 * Letters in the boxes of these readers (offices, and the officer themself), the newest first; a letter that was sent again is shown where it
 * was last laid. By key: the time and the id of the last line.
 */
export async function inboxOf(
  db: Db,
  readers: readonly string[],
  page: { readonly after: { readonly sentAt: Moment; readonly id: string } | null; readonly limit: number },
): Promise<InboxPage> {
  if (readers.length === 0) return { lines: [], next: null };
  const after = page.after
    ? sql`AND (i.sent_at, i.document_id) < (${page.after.sentAt.toString()}::timestamptz, ${page.after.id}::uuid)`
    : sql``;
  const { rows } = await sql<{
    document_id: string;
    number: string;
    kind: DocumentKind;
    rule_set: CaseRuleSet | null;
    subject: string;
    agency_id: string | null;
    sent_at: Temporal.Instant;
    opened_at: Temporal.Instant | null;
    answers: number;
    state: string;
  }>`
    WITH boxes AS (
      SELECT DISTINCT ON (i.sent_at, i.document_id) i.sent_at, i.document_id, i.subject_id, i.recipient_no
      -- Box by box along the key, so that a full one is not read to its end.
      FROM unnest(${readers}::uuid[]) AS reader (id)
      CROSS JOIN LATERAL (
        SELECT DISTINCT ON (i.sent_at, i.document_id) i.sent_at, i.document_id, i.subject_id, i.recipient_no
        FROM casework.document_inbox i
        WHERE i.reader_id = reader.id ${after}
          AND NOT EXISTS (SELECT FROM casework.document_inbox later
            WHERE later.document_id = i.document_id AND later.reader_id = i.reader_id AND later.sent_at > i.sent_at)
        ORDER BY i.sent_at DESC, i.document_id DESC, i.recipient_no DESC
        LIMIT ${page.limit + 1}
      ) i
      ORDER BY i.sent_at DESC, i.document_id DESC
      LIMIT ${page.limit + 1}
    )
    SELECT b.document_id, d.number, d.kind, c.rule_set, d.content->>'subject' AS subject, r.agency_id, b.sent_at, d.state,
      (SELECT min(v.outcome_at) FROM casework.document_deliveries v
        WHERE v.subject_id = b.subject_id AND v.document_id = b.document_id AND v.recipient_no = b.recipient_no AND v.outcome = 'received') AS opened_at,
      (SELECT count(*)::int FROM casework.documents a
        WHERE a.based_on_id = b.document_id AND a.direction = 'in' AND a.state = 'received') AS answers
    FROM boxes b
    JOIN casework.documents d ON d.subject_id = b.subject_id AND d.id = b.document_id
    LEFT JOIN casework.cases c ON c.id = b.subject_id
    JOIN casework.document_recipients r ON r.subject_id = b.subject_id AND r.document_id = b.document_id AND r.no = b.recipient_no
    ORDER BY b.sent_at DESC, b.document_id DESC`.execute(db);
  const lines = rows.slice(0, page.limit).map((row) => ({
    documentId: row.document_id,
    number: row.number,
    kind: row.kind,
    ruleSet: row.rule_set,
    subject: row.subject,
    agencyId: row.agency_id,
    sentAt: row.sent_at,
    openedAt: row.opened_at,
    answers: row.answers,
    isReplaced: row.state === 'superseded',
  }));
  const last = lines.at(-1);
  return { lines, next: rows.length > page.limit && last ? { sentAt: last.sentAt, id: last.documentId } : null };
}

/** A place in the list as it travels in an address; `null` when it is none of ours: the list begins at the beginning then. */
export function readInboxPlace(text: string | undefined): InboxPage['next'] {
  const [, microseconds = '', id = ''] = /^(\d{1,17})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  if (!isUuid(id)) return null;
  return { sentAt: Temporal.Instant.fromEpochNanoseconds(BigInt(microseconds) * 1000n), id };
}

export function writeInboxPlace({ sentAt, id }: NonNullable<InboxPage['next']>): string {
  // Microseconds, as the database keeps them: two letters of one millisecond stay apart.
  return `${sentAt.epochNanoseconds / 1000n}_${id}`;
}
