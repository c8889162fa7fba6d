/** What waits for me at the Ombudsman: the lines of casework.waiting at my positions, nearest deadline first. */
import { type RawBuilder, sql } from 'kysely';
import type { Officer } from '../../kernel/actor.ts';
import type { Moment, Zone } from '../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../platform/database/cursor.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Stage } from '../rules/case.transitions.ts';
import type { AccessKind } from '../rules/case.ts';
import { CASE_VISIBILITY } from '../rules/visibility.ts';
import { STAGE_DESKS, type WaitingKind } from '../rules/waiting.ts';

/** `mine` = assigned to me by name; `office` = whoever of my office is free to take it. */
export const DESK_SCOPES = ['mine', 'office'] as const;
export type DeskScope = (typeof DESK_SCOPES)[number];

export interface CaseDeskFilter {
  readonly scope?: DeskScope;
  readonly kinds?: readonly WaitingKind[];
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

/** Lines assigned to this actor by name. */
function isNamed(actor: Officer): RawBuilder<boolean> {
  return sql<boolean>`w.person_id = ${actor.personId}::uuid`;
}

/**
 * Lines of this actor's offices that are nobody's yet. Whoever holds a capability of the work at the office sees its cases; whoever only writes
 * reports down sees their own.
 */
function isFree(actor: Officer): RawBuilder<boolean> {
  const at = actor.positions.flatMap((position) => {
    const inside = position.capabilities.filter((capability) => SEES_BY_OFFICE.has(capability));
    const waits = sql`w.office_id = ${position.agencyId}::uuid and w.person_id is null and w.capabilities && `;
    if (inside.length > 0) return [sql<boolean>`(${waits} ${[...position.capabilities]}::text[])`];
    if (!position.capabilities.includes('case.intake')) return [];
    return [
      sql<boolean>`(${waits} array['case.intake'] and exists (
        select 1 from casework.cases own where own.id = w.case_id and own.registered_by_person_id = ${actor.personId}::uuid))`,
    ];
  });
  return at.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(at, sql` or `)})`;
}

const SEES_BY_OFFICE: ReadonlySet<string> = new Set(
  CASE_VISIBILITY.filter((line) => line.reach === 'chain').map((line) => line.capability),
);

/**
 * Whom a conflict of interest shuts out does not find the line. The few cases that shut this actor out are looked up once, by their indexes, instead of
 * every waiting case being opened to ask it; `visible.store.test.ts` holds the same exclusions against the rule.
 */
function isNotShutOut(actor: Officer): RawBuilder<boolean> {
  const chairs = [...new Set(actor.positions.flatMap((position) => position.agencyPath))];
  return sql<boolean>`w.case_id not in (
    select id from casework.cases where excluded_person_ids @> array[${actor.personId}::uuid]
    union all select id from casework.cases where excluded_agency_ids && ${sql.val(chairs)}::uuid[])`;
}

function narrowed(actor: Officer, filter: CaseDeskFilter): RawBuilder<boolean>[] {
  return [
    isNotShutOut(actor),
    ...(filter.kinds?.length ? [sql<boolean>`w.kind = any(${[...filter.kinds]}::text[])`] : []),
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
  actor: Officer,
  filter: CaseDeskFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<CaseDeskLine>> {
  const cursor = readCursor(page.after, ['moment', 'uuid', 'number']);
  const after = cursor
    ? [sql<boolean>`(w.due_at, w.case_id, w.line) > (${cursor[0]}::timestamptz, ${cursor[1]}::uuid, ${cursor[2]}::int)`]
    : [];
  // Each kind of line by its own index, in order, no further than the page; then the two are put together.
  const first = (mine: RawBuilder<boolean>) => sql`(
    select w.* from casework.waiting w
    where ${sql.join([mine, ...narrowed(actor, filter), ...after], sql` and `)}
    order by w.due_at, w.case_id, w.line limit ${page.limit + 1})`;
  const parts =
    filter.scope === 'mine' ? [isNamed(actor)] : filter.scope === 'office' ? [isFree(actor)] : [isNamed(actor), isFree(actor)];
  const { rows } = await sql<Row>`
    select w.kind, w.part_id, w.person_id, w.due_at, w.line, c.id, c.number, c.title, c.access, c.stage, c.zone, c.region_code,
      c.registered_at, c.secret
    from (${sql.join(parts.map(first), sql` union all `)}) w join casework.cases c on c.id = w.case_id
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
export async function caseDeskCounts(db: Db, actor: Officer, now: Moment): Promise<CaseDeskCounts> {
  const counted = (mine: RawBuilder<boolean>, named: boolean) => sql`(
    select w.kind, ${named} as named, count(*)::int as total,
      (count(*) filter (where w.due_at < ${now.toString()}::timestamptz))::int as overdue
    from casework.waiting w where ${sql.join([mine, ...narrowed(actor, {})], sql` and `)} group by w.kind)`;
  const { rows } = await sql<{ kind: WaitingKind; named: boolean; total: number; overdue: number }>`
    ${counted(isNamed(actor), true)} union all ${counted(isFree(actor), false)}`.execute(db);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const byKind: Partial<Record<WaitingKind, number>> = {};
  for (const { kind, total } of rows) byKind[kind] = (byKind[kind] ?? 0) + total;
  return {
    total: sum((row) => row.total),
    mine: sum((row) => (row.named ? row.total : 0)),
    overdue: sum((row) => row.overdue),
    byKind,
  };
}

/** Which kinds of work a set of capabilities can have at all, in the order of the procedure. */
export function kindsFor(capabilities: readonly string[]): WaitingKind[] {
  const stages = (Object.keys(STAGE_DESKS) as (keyof typeof STAGE_DESKS)[]).filter((stage) =>
    STAGE_DESKS[stage].some((each) => capabilities.includes(each)),
  );
  const parts: WaitingKind[] = [
    ...(capabilities.includes('case.examine') ? (['request'] as const) : []),
    ...(capabilities.includes('case.resolve') ? (['obligation', 'promise'] as const) : []),
  ];
  return [...stages, ...parts];
}
