/** Cases as lists: what an officer may see, newest first, with filters, paged by key. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Moment, Zone } from '../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../platform/database/cursor.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Outcome, Stage } from '../rules/case.transitions.ts';
import type { AccessKind } from '../rules/case.ts';
import { visibleCases } from './visible.ts';

export interface CaseFilter {
  readonly stage?: Stage;
  readonly access?: AccessKind;
  readonly outcome?: Outcome;
  readonly officeId?: string;
  /** A respondent's agency or the root of its government. */
  readonly respondentId?: string;
  readonly leadPersonId?: string;
  readonly overdueAt?: Moment;
  readonly isOpen?: boolean;
  /** Full text, Indonesian. */
  readonly words?: string;
}

export interface CaseSummary {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly access: AccessKind;
  readonly stage: Stage;
  readonly outcome: Outcome | null;
  readonly officeId: string;
  readonly zone: Zone;
  readonly regionCode: string | null;
  readonly registeredAt: Moment;
  readonly nextDueAt: Moment | null;
  readonly leadPersonId: string | null;
  readonly secret: boolean;
}

interface Row {
  id: string;
  number: string;
  title: string;
  access: AccessKind;
  stage: Stage;
  outcome: Outcome | null;
  office_id: string;
  zone: Zone;
  region_code: string | null;
  registered_at: Moment;
  next_due_at: Moment | null;
  lead_person_id: string | null;
  secret: boolean;
}

export function caseConditions(actor: Actor, filter: CaseFilter): RawBuilder<boolean>[] {
  return [
    visibleCases(actor),
    ...(filter.stage ? [sql<boolean>`c.stage = ${filter.stage}`] : []),
    ...(filter.access ? [sql<boolean>`c.access = ${filter.access}`] : []),
    ...(filter.outcome ? [sql<boolean>`c.outcome = ${filter.outcome}`] : []),
    ...(filter.officeId ? [sql<boolean>`c.office_id = ${filter.officeId}::uuid`] : []),
    ...(filter.respondentId ? [sql<boolean>`c.respondent_ids @> array[${filter.respondentId}::uuid]`] : []),
    ...(filter.leadPersonId ? [sql<boolean>`c.lead_person_id = ${filter.leadPersonId}::uuid`] : []),
    ...(filter.overdueAt ? [sql<boolean>`c.next_due_at < ${filter.overdueAt.toString()}::timestamptz`] : []),
    ...(filter.isOpen === undefined
      ? []
      : [filter.isOpen ? sql<boolean>`c.stage <> 'closed'` : sql<boolean>`c.stage = 'closed'`]),
    ...(filter.words
      ? [
          sql<boolean>`(c.words @@ websearch_to_tsquery('indonesian', ${filter.words}) or c.number = ${filter.words.trim().toUpperCase()})`,
        ]
      : []),
  ];
}

export async function caseList(
  db: Db,
  actor: Actor,
  filter: CaseFilter,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<PageOf<CaseSummary>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const after = cursor ? [sql<boolean>`(c.registered_at, c.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : [];
  const { rows } = await sql<Row>`
    select c.id, c.number, c.title, c.access, c.stage, c.outcome, c.office_id, c.zone, c.region_code, c.registered_at, c.next_due_at,
      c.lead_person_id, c.secret
    from casework.cases c
    where ${sql.join([...caseConditions(actor, filter), ...after], sql` and `)}
    order by c.registered_at desc, c.id desc
    limit ${page.limit + 1}`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.registered_at.toString(), row.id]);
  return {
    next,
    lines: lines.map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      access: row.access,
      stage: row.stage,
      outcome: row.outcome,
      officeId: row.office_id,
      zone: row.zone,
      regionCode: row.region_code,
      registeredAt: row.registered_at,
      nextDueAt: row.next_due_at,
      leadPersonId: row.lead_person_id,
      secret: row.secret,
    })),
  };
}
