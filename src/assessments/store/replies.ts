/** The agency's replies (sanggah) with their evidence. */
import { type Selectable, sql } from 'kysely';
import { isUuid } from '../../kernel/ids.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { insertAll, insertionsInto } from '../../platform/database/insert-all.ts';
import type { StoredFile } from '../../platform/files/take-file.ts';
import type { AssessmentTables, RepliesTable, ReplyFilesTable, ReplyState } from './tables.ts';

const into = insertionsInto<AssessmentTables>();

export interface ReplyFile {
  readonly id: string;
  readonly replyId: string;
  readonly fileKey: string;
  readonly thumbnailKey: string | null;
  readonly mediaType: string;
  readonly extension: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Reply {
  readonly id: string;
  readonly assessmentId: string;
  readonly unitNo: number;
  readonly indicator: string;
  readonly text: string;
  readonly repliedBy: string;
  readonly repliedAt: Moment;
  readonly state: ReplyState;
  readonly decision: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Moment | null;
  /** The agency's score with two decimals before and after the decision; `null` while there is none. */
  readonly scoreBefore: string | null;
  readonly scoreAfter: string | null;
  readonly files: readonly ReplyFile[];
}

const toFile = (row: Selectable<ReplyFilesTable>): ReplyFile => ({
  id: row.id,
  replyId: row.reply_id,
  fileKey: row.file_key,
  thumbnailKey: row.thumbnail_key,
  mediaType: row.media_type,
  extension: row.extension,
  size: row.size,
  sha256: row.sha256,
});

const toReply = (row: Selectable<RepliesTable>, files: readonly ReplyFile[]): Reply => ({
  id: row.id,
  assessmentId: row.assessment_id,
  unitNo: row.unit_no,
  indicator: row.indicator,
  text: row.text,
  repliedBy: row.replied_by,
  repliedAt: row.replied_at,
  state: row.state,
  decision: row.decision,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at,
  scoreBefore: row.score_before,
  scoreAfter: row.score_after,
  files,
});

async function withFiles(db: Db | Tx, rows: readonly Selectable<RepliesTable>[]): Promise<Reply[]> {
  if (rows.length === 0) return [];
  const files = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.reply_files')
    .selectAll()
    .where('reply_id', '=', sql<string>`ANY (${rows.map((row) => row.id)}::uuid[])`)
    .orderBy('id')
    .execute();
  const byReply = Map.groupBy(files.map(toFile), (file) => file.replyId);
  return rows.map((row) => toReply(row, byReply.get(row.id) ?? []));
}

/** All replies of an assessment, withdrawn ones too, in the order they came. */
export async function repliesOf(db: Db | Tx, assessmentId: string): Promise<Reply[]> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.replies')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .orderBy('replied_at')
    .orderBy('id')
    .execute();
  return withFiles(db, rows);
}

export async function loadReply(db: Db | Tx, assessmentId: string, id: string): Promise<Reply | undefined> {
  if (!isUuid(id)) return undefined;
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.replies')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .where('id', '=', id)
    .execute();
  return (await withFiles(db, rows))[0];
}

export async function countOpenReplies(db: Db | Tx, assessmentId: string): Promise<number> {
  const row = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.replies')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('assessment_id', '=', assessmentId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(row.open);
}

export interface NewReply {
  readonly id: string;
  readonly assessmentId: string;
  readonly unitNo: number;
  readonly indicator: string;
  readonly text: string;
  readonly repliedBy: string;
  readonly repliedAt: Moment;
}

export async function insertReply(
  tx: Tx,
  reply: NewReply,
  files: readonly { readonly id: string; readonly stored: StoredFile }[],
): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .insertInto('assessments.replies')
    .values({
      id: reply.id,
      assessment_id: reply.assessmentId,
      unit_no: reply.unitNo,
      indicator: reply.indicator,
      text: reply.text,
      replied_by: reply.repliedBy,
      replied_at: reply.repliedAt.toString(),
      state: 'open',
    })
    .execute();
  await insertAll(tx, [
    into(
      'assessments.reply_files',
      files.map(({ id, stored }) => ({
        id,
        reply_id: reply.id,
        file_key: stored.key,
        thumbnail_key: stored.picture?.thumbnailKey ?? null,
        media_type: stored.mediaType,
        extension: stored.extension,
        size: stored.size,
        sha256: stored.sha256,
      })),
    ),
  ]);
}

export async function markReplyWithdrawn(tx: Tx, id: string): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.replies')
    .set({ state: 'withdrawn' })
    .where('id', '=', id)
    .execute();
}

export async function saveReplyDecision(
  tx: Tx,
  id: string,
  decided: {
    readonly state: Extract<ReplyState, 'accepted' | 'partly' | 'rejected'>;
    readonly decision: string;
    readonly by: string;
    readonly at: Moment;
    readonly scoreBefore: string | null;
    readonly scoreAfter: string | null;
  },
): Promise<void> {
  await tx
    .withTables<AssessmentTables>()
    .updateTable('assessments.replies')
    .set({
      state: decided.state,
      decision: decided.decision,
      decided_by: decided.by,
      decided_at: decided.at.toString(),
      score_before: decided.scoreBefore,
      score_after: decided.scoreAfter,
    })
    .where('id', '=', id)
    .execute();
}

/** Assessments whose time for replies runs at `now` and was not waived, the nearest end first. A national round has some hundred. */
export async function repliesRunning(db: Db, now: Moment): Promise<string[]> {
  const rows = await db
    .withTables<AssessmentTables>()
    .selectFrom('assessments.assessments')
    .select('id')
    .where('stage', 'in', ['notified', 'in-reply'])
    .where('replies_waived_at', 'is', null)
    .where(sql<boolean>`reply_due_at >= ${now.toString()}::timestamptz`)
    .orderBy('reply_due_at')
    .execute();
  return rows.map((row) => row.id);
}
