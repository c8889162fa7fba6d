/** Lines over all agreements that concern an officer, paged by key: the ones due first come first. */
import { type RawBuilder, sql } from 'kysely';
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { type Day, type Moment, Temporal } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Light, LightRule } from '../../rules/light.ts';
import type { LineState } from '../../rules/line.transitions.ts';
import { lightSql, litDaySql, wayOf } from './light-sql.ts';

export const LINE_VIEWS = ['own', 'confirm', 'kept'] as const;
export type LineView = (typeof LINE_VIEWS)[number];

export interface ListedLine {
  readonly id: string;
  readonly ordinal: number;
  readonly activity: string;
  readonly programme: string;
  readonly state: LineState;
  readonly dueOn: Day;
  readonly firstDueOn: Day;
  readonly ownerId: string;
  readonly isPriority: boolean;
  readonly light: Light;
  /** When the oldest report was sent that nobody answered yet; `null` = none waits. */
  readonly waitsSince: Moment | null;
  readonly code: Agreement['code'];
  readonly title: string;
}

export interface LineListFilter {
  readonly light?: Light | undefined;
  readonly programme?: string | undefined;
  readonly isOpen: boolean | undefined;
  readonly priority: boolean;
  /** Only lines this officer is named for, as the one who reports or who confirms. */
  readonly named: boolean;
}

const idsOf = (positions: readonly { readonly agencyId: string }[]) => [...new Set(positions.map(({ agencyId }) => agencyId))];

/** True for lines (`l`) of agreements (`a`) that the view of this officer holds; the same rule as `sidesOf`, compared by a test. */
export function inView(actor: Actor, view: LineView): RawBuilder<boolean> {
  if (view === 'own') {
    const agencies = idsOf(positionsWith(actor, 'agreement.progress'));
    return agencies.length === 0 ? sql`false` : sql`l.owner_path && ${agencies}::uuid[]`;
  }
  if (view === 'kept') {
    const agencies = idsOf(positionsWith(actor, 'agreement.prepare'));
    return agencies.length === 0 ? sql`false` : sql`a.keeper_path && ${agencies}::uuid[]`;
  }
  const held = positionsWith(actor, 'agreement.confirm');
  if (held.length === 0 || actor.kind !== 'officer') return sql`false`;
  const own = [...new Set(actor.positions.map(({ governmentId }) => governmentId))];
  const agencies = idsOf(held);
  return sql`(l.owner_path[1] <> ALL (${own}::uuid[]) AND (a.office_path && ${agencies}::uuid[]
    OR (l.other_party_id IS NOT NULL AND l.other_path && ${agencies}::uuid[])
    OR (l.other_party_id IS NULL AND EXISTS (SELECT FROM agreements.parties p
      WHERE p.agreement_id = l.agreement_id AND p.id <> l.owner_party_id AND p.agency_path && ${agencies}::uuid[]))))`;
}

/** A report of the line (`l`) waits for the other side. */
export const WAITS = sql<boolean>`(l.state = 'reported'
  OR (l.state = 'running' AND l.reported IS NOT NULL AND (l.reported, l.reported_on) IS DISTINCT FROM (l.confirmed, l.confirmed_on)))`;

interface Row {
  readonly id: string;
  readonly ordinal: number;
  readonly activity: string;
  readonly programme: string;
  readonly state: LineState;
  readonly due_on: Day;
  readonly first_due_on: Day;
  readonly owner_agency_id: string;
  readonly is_priority: boolean;
  readonly light: Light;
  readonly waits_since: Moment | null;
  readonly code: string;
  readonly title: string;
}

export async function myLines(
  db: Db,
  actor: Actor,
  view: LineView,
  filter: LineListFilter,
  {
    today,
    rule,
    after,
    limit,
  }: { readonly today: Day; readonly rule: LightRule; readonly after: string | undefined; readonly limit: number },
): Promise<{ readonly lines: readonly ListedLine[]; readonly next: string | null }> {
  const cursor = readCursor(after);
  const conditions: RawBuilder<boolean>[] = [sql`l.state <> 'dropped'`, inView(actor, view)];
  // What an agreement that was ended left open is nobody's work any more; what was done under it stays to be found.
  const isOpen = view === 'confirm' || filter.isOpen === true;
  conditions.push(isOpen ? sql`a.state = 'signed'` : sql`a.state IN ('signed', 'ended')`);
  if (view === 'confirm') conditions.push(WAITS);
  else if (filter.isOpen !== undefined)
    conditions.push(filter.isOpen ? sql`l.state IN ('planned', 'running', 'reported')` : sql`l.state IN ('done', 'not-done')`);
  if (filter.named && actor.kind === 'officer')
    conditions.push(sql`(l.owner_person_id = ${actor.personId}::uuid OR l.other_person_id = ${actor.personId}::uuid)`);
  if (filter.programme) conditions.push(sql`l.programme = ${filter.programme}`);
  if (filter.priority) conditions.push(sql`l.is_priority`);
  if (filter.light) conditions.push(sql`${lightSql(litDaySql(today), rule)} = ${filter.light}`);
  if (cursor) conditions.push(sql`(l.due_on, l.id) > (${cursor.dueOn}::date, ${cursor.id}::uuid)`);
  const { rows } = await sql<Row>`
    SELECT l.id, l.ordinal, l.activity, l.programme, l.state, l.due_on, l.first_due_on, l.owner_agency_id, l.is_priority,
      ${lightSql(litDaySql(today), rule)} AS light, a.code, a.title, (SELECT min(u.at) FROM agreements.updates u
        WHERE u.agreement_id = l.agreement_id AND u.line_id = l.id AND u.state = 'reported') AS waits_since
    FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id ${wayOf(litDaySql(today))}
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY l.due_on, l.id LIMIT ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    lines: page.map((row) => ({
      ...{
        id: row.id,
        ordinal: row.ordinal,
        activity: row.activity,
        programme: row.programme,
        state: row.state,
        dueOn: row.due_on,
      },
      ...{ firstDueOn: row.first_due_on, ownerId: row.owner_agency_id, isPriority: row.is_priority, light: row.light },
      ...{ code: row.code, title: row.title, waitsSince: row.waits_since },
    })),
    next: rows.length > limit && last ? `${last.due_on.toString()}_${last.id}` : null,
  };
}

function readCursor(text: string | undefined): { readonly dueOn: string; readonly id: string } | null {
  const [dueOn, id] = (text ?? '').split('_');
  if (!dueOn || !id || !isUuid(id) || !/^\d{4}-\d\d-\d\d$/.test(dueOn)) return null;
  try {
    return { dueOn: Temporal.PlainDate.from(dueOn).toString(), id };
  } catch {
    return null;
  }
}

/** How many lines stand in each view: own ones that are open, reports that wait, open ones of plans kept. */
export async function countMyLines(db: Db, actor: Actor): Promise<Readonly<Record<LineView, number>>> {
  const { rows } = await sql<{ own: number; confirm: number; kept: number }>`
    SELECT count(*) FILTER (WHERE ${inView(actor, 'own')})::int AS own,
      count(*) FILTER (WHERE ${WAITS} AND ${inView(actor, 'confirm')})::int AS confirm,
      count(*) FILTER (WHERE ${inView(actor, 'kept')})::int AS kept
    FROM agreements.lines l JOIN agreements.agreements a ON a.id = l.agreement_id
    WHERE a.state = 'signed' AND l.state IN ('planned', 'running', 'reported')
      AND (${inView(actor, 'own')} OR ${inView(actor, 'kept')} OR (${WAITS} AND ${inView(actor, 'confirm')}))`.execute(db);
  return rows[0] ?? { own: 0, confirm: 0, kept: 0 };
}
