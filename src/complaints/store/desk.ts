/** What waits for me: the lines of complaints.waiting at my positions, nearest deadline first. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor, HeldPosition } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../platform/database/cursor.ts';
import type { Db } from '../../platform/database/database.ts';
import type { ComplaintClass } from '../rules/complaint.ts';
import type { WaitingKind } from '../rules/waiting.ts';
import { matchesWords } from './matching.ts';
import { LINE_KEY, lineKey, type StandIn } from './stand-in.ts';
import { SUMMARY, type Summary, type SummaryRow, toSummary } from './summaries.ts';

export interface DeskFilter {
  readonly kinds?: readonly WaitingKind[];
  readonly classes?: readonly ComplaintClass[];
  /** Only what is past its due moment at this time. */
  readonly overdueAt?: Moment;
  readonly agencyId?: string;
  readonly words?: string;
  /** Work of offices without an officer that this actor looks after (see actions/unstaffed.ts); without it none is shown. */
  readonly standIn?: readonly StandIn[];
  /** Only that work. */
  readonly isStandIn?: boolean;
}

export interface DeskLine extends Summary {
  readonly kind: WaitingKind;
  readonly partId: string | null;
  readonly agencyId: string;
  readonly dueAt: Moment;
  /** Shown because nobody at that office could see it. */
  readonly isStandIn: boolean;
}

interface DeskRow extends SummaryRow {
  kind: WaitingKind;
  part_id: string | null;
  agency_id: string;
  due_at: Moment;
  line: number;
  mine: boolean;
}

/** True for the waiting lines (alias `w`, complaint `c`) that are this actor's work. */
function isMine(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'officer' || actor.positions.length === 0) return sql<boolean>`false`;
  return sql<boolean>`(${sql.join(actor.positions.map(atPosition), sql` or `)})`;
}

function atPosition(position: HeldPosition): RawBuilder<boolean> {
  const coordinates = position.capabilities.some((each) => each === 'complaint.verify' || each === 'complaint.forward');
  const unshielded = coordinates ? sql`and c.shielded_government_id is distinct from ${position.governmentId}::uuid` : sql``;
  return sql<boolean>`(w.agency_id = ${position.agencyId}::uuid and w.capabilities && ${[...position.capabilities]}::text[] ${unshielded})`;
}

/** True for the waiting lines this actor looks after because nobody else does. */
function isLookedAfter(standIn: readonly StandIn[]): RawBuilder<boolean> {
  if (standIn.length === 0) return sql<boolean>`false`;
  return sql<boolean>`(${sql.join(standIn.map(lookedAfter), sql` or `)})`;
}

function lookedAfter({ lines, governmentId, shielded }: StandIn): RawBuilder<boolean> {
  const shield = shielded
    ? sql`c.shielded_government_id = ${governmentId}::uuid`
    : sql`c.shielded_government_id is distinct from ${governmentId}::uuid`;
  const agencyIds = lines.map((line) => line.agencyId);
  return sql<boolean>`(w.agency_id = any(${agencyIds}::uuid[]) and ${LINE_KEY} = any(${lines.map(lineKey)}::text[]) and ${shield})`;
}

/** What the desk shows at all: one's own work, and that of offices one looks after. */
function isShown(actor: Actor, { standIn = [], isStandIn }: DeskFilter): RawBuilder<boolean> {
  const lookedAfterOnly = sql<boolean>`(${isLookedAfter(standIn)} and not ${isMine(actor)})`;
  return isStandIn ? lookedAfterOnly : sql<boolean>`(${isMine(actor)} or ${isLookedAfter(standIn)})`;
}

function conditions(actor: Actor, filter: DeskFilter): RawBuilder<boolean>[] {
  return [
    isShown(actor, filter),
    ...(filter.kinds?.length ? [sql<boolean>`w.kind = any(${[...filter.kinds]}::text[])`] : []),
    ...(filter.classes?.length ? [sql<boolean>`c.class = any(${[...filter.classes]}::text[])`] : []),
    ...(filter.overdueAt ? [sql<boolean>`w.due_at < ${filter.overdueAt.toString()}::timestamptz`] : []),
    ...(filter.agencyId ? [sql<boolean>`w.agency_id = ${filter.agencyId}::uuid`] : []),
    ...(filter.words ? [matchesWords(filter.words)] : []),
  ];
}

export async function deskLines(
  db: Db,
  actor: Actor,
  filter: DeskFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<DeskLine>> {
  const cursor = readCursor(page.after, ['moment', 'uuid', 'number']);
  const after = cursor
    ? [sql<boolean>`(w.due_at, w.complaint_id, w.line) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid, ${cursor[2]}::int)`]
    : [];
  const { rows } = await sql<DeskRow>`
    select w.kind, w.part_id, w.agency_id, w.due_at, w.line, ${isMine(actor)} as mine, ${SUMMARY}
    from complaints.waiting w join complaints.complaints c on c.id = w.complaint_id
    where ${sql.join([...conditions(actor, filter), ...after], sql` and `)}
    order by w.due_at, w.complaint_id, w.line
    limit ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.due_at.toString(), row.id, row.line]);
  return {
    next,
    lines: lines.map((row) => ({
      ...toSummary(row),
      kind: row.kind,
      partId: row.part_id,
      agencyId: row.agency_id,
      dueAt: row.due_at,
      isStandIn: !row.mine,
    })),
  };
}

export interface DeskCounts {
  readonly total: number;
  readonly overdue: number;
  /** Of offices without an officer. */
  readonly standIn: number;
  readonly byKind: Readonly<Partial<Record<WaitingKind, number>>>;
}

/** Each number is the length of the list `deskLines` gives with the same filter. */
export async function deskCounts(db: Db, actor: Actor, now: Moment, standIn: readonly StandIn[] = []): Promise<DeskCounts> {
  const { rows } = await sql<{ kind: WaitingKind; total: number; overdue: number; stand_in: number }>`
    select w.kind, count(*)::int as total, (count(*) filter (where w.due_at < ${now.toString()}::timestamptz))::int as overdue,
      (count(*) filter (where not ${isMine(actor)}))::int as stand_in
    from complaints.waiting w join complaints.complaints c on c.id = w.complaint_id
    where ${isShown(actor, { standIn })}
    group by w.kind`.execute(db);
  const sum = (column: 'total' | 'overdue' | 'stand_in') => rows.reduce((all, row) => all + row[column], 0);
  return {
    total: sum('total'),
    overdue: sum('overdue'),
    standIn: sum('stand_in'),
    byKind: Object.fromEntries(rows.map((row) => [row.kind, row.total])),
  };
}
