/** What waits for me at the Ombudsman: the lines of casework.waiting at my positions, nearest deadline first. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Moment, Zone } from '../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../platform/database/cursor.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Stage } from '../rules/case.transitions.ts';
import type { AccessKind } from '../rules/case.ts';
import { STAGE_DESKS, type WaitingKind } from '../rules/waiting.ts';
import { visibleCases } from './visible.ts';

/** `mine` = assigned to me by name; `office` = whoever of my office is free to take it. */
export const DESK_SCOPES = ['mine', 'office'] as const;
export type DeskScope = (typeof DESK_SCOPES)[number];

export interface CaseDeskFilter {
  readonly scope?: DeskScope;
  readonly kinds?: readonly WaitingKind[];
  readonly access?: readonly AccessKind[];
  /** Only what is past its due moment at this time. */
  readonly overdueAt?: Moment;
}

export interface CaseDeskLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly access: AccessKind;
  readonly stage: Stage;
  readonly zone: Zone;
  readonly regionCode: string | null;
  readonly registeredAt: Moment;
  readonly secret: boolean;
  readonly kind: WaitingKind;
  readonly partId: string | null;
  readonly personId: string | null;
  readonly dueAt: Moment;
}

/** Work at this actor's positions: assigned to them, or to nobody and within what the position may do. */
function isMine(actor: Actor, scope: DeskScope | undefined): RawBuilder<boolean> {
  if (actor.kind !== 'officer') return sql<boolean>`false`;
  const named = sql<boolean>`(w.person_id = ${actor.personId}::uuid)`;
  if (scope === 'mine') return named;
  const at = actor.positions.map(
    (position) =>
      sql<boolean>`(w.office_id = ${position.agencyId}::uuid and w.person_id is null and w.capabilities && ${[...position.capabilities]}::text[])`,
  );
  const open = at.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(at, sql` or `)})`;
  return scope === 'office' ? open : sql<boolean>`(${named} or ${open})`;
}

function conditions(actor: Actor, filter: CaseDeskFilter): RawBuilder<boolean>[] {
  return [
    isMine(actor, filter.scope),
    visibleCases(actor),
    ...(filter.kinds?.length ? [sql<boolean>`w.kind = any(${[...filter.kinds]}::text[])`] : []),
    ...(filter.access?.length ? [sql<boolean>`c.access = any(${[...filter.access]}::text[])`] : []),
    ...(filter.overdueAt ? [sql<boolean>`w.due_at < ${filter.overdueAt.toString()}::timestamptz`] : []),
  ];
}

interface Row {
  id: string;
  number: string;
  title: string;
  access: AccessKind;
  stage: Stage;
  zone: Zone;
  region_code: string | null;
  registered_at: Moment;
  secret: boolean;
  kind: WaitingKind;
  part_id: string | null;
  person_id: string | null;
  due_at: Moment;
  line: number;
}

export async function caseDeskLines(
  db: Db,
  actor: Actor,
  filter: CaseDeskFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<CaseDeskLine>> {
  const cursor = readCursor(page.after, ['moment', 'uuid', 'number']);
  const after = cursor
    ? [sql<boolean>`(w.due_at, w.case_id, w.line) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid, ${cursor[2]}::int)`]
    : [];
  const { rows } = await sql<Row>`
    select w.kind, w.part_id, w.person_id, w.due_at, w.line, c.id, c.number, c.title, c.access, c.stage, c.zone, c.region_code,
      c.registered_at, c.secret
    from casework.waiting w join casework.cases c on c.id = w.case_id
    where ${sql.join([...conditions(actor, filter), ...after], sql` and `)}
    order by w.due_at, w.case_id, w.line
    limit ${page.limit + 1}`.execute(db);
  // Every line of the table has a due day: a stage without one never waits here.
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.due_at.toString(), row.id, row.line]);
  return { next, lines: lines.map(toLine) };
}

function toLine(row: Row): CaseDeskLine {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    access: row.access,
    stage: row.stage,
    zone: row.zone,
    regionCode: row.region_code,
    registeredAt: row.registered_at,
    secret: row.secret,
    kind: row.kind,
    partId: row.part_id,
    personId: row.person_id,
    dueAt: row.due_at,
  };
}

export interface CaseDeskCounts {
  readonly total: number;
  readonly mine: number;
  readonly overdue: number;
  readonly byKind: Readonly<Partial<Record<WaitingKind, number>>>;
}

/** Each number is the length of the list `caseDeskLines` gives with the same filter. */
export async function caseDeskCounts(db: Db, actor: Actor, now: Moment): Promise<CaseDeskCounts> {
  const { rows } = await sql<{ kind: WaitingKind; total: number; mine: number; overdue: number }>`
    select w.kind, count(*)::int as total, (count(*) filter (where ${isMine(actor, 'mine')}))::int as mine,
      (count(*) filter (where w.due_at < ${now.toString()}::timestamptz))::int as overdue
    from casework.waiting w join casework.cases c on c.id = w.case_id
    where ${sql.join(conditions(actor, {}), sql` and `)}
    group by w.kind`.execute(db);
  const sum = (column: 'total' | 'mine' | 'overdue') => rows.reduce((all, row) => all + row[column], 0);
  return {
    total: sum('total'),
    mine: sum('mine'),
    overdue: sum('overdue'),
    byKind: Object.fromEntries(rows.map((row) => [row.kind, row.total])),
  };
}

/** Which kinds of work a set of capabilities can have at all, in the order of the procedure. */
export function kindsFor(capabilities: readonly string[]): WaitingKind[] {
  const stages = (Object.keys(STAGE_DESKS) as (keyof typeof STAGE_DESKS)[]).filter((stage) =>
    STAGE_DESKS[stage].some((each) => capabilities.includes(each)),
  );
  const parts: WaitingKind[] = [
    ...(capabilities.includes('case.examine') ? (['request'] as const) : []),
    ...(capabilities.includes('case.resolve') ? (['obligation'] as const) : []),
  ];
  return [...stages, ...parts];
}
