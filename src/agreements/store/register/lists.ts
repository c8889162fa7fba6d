/** Agreements as lists: what an officer sees from inside, newest first, with filters, paged by key. */
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Day, Moment, Zone } from '../../../kernel/time.ts';
import { type PageOf, pageOf, readCursor } from '../../../platform/database/cursor.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { AgreementState } from '../../rules/agreement.transitions.ts';
import type { Standing, WarnDays } from '../../rules/in-force.ts';
import type { AgreementKind } from '../../rules/kinds.ts';
import { insideAgreements } from '../visible.ts';
import { bindsOnDay, dayThere, isFollowed, lacksFocalPoint, standsAs, unwatched } from './standing.ts';

export interface AgreementFilter {
  readonly kind?: AgreementKind | undefined;
  readonly state?: AgreementState | undefined;
  readonly standing?: Standing | undefined;
  readonly programme?: string | undefined;
  /** An agency that is a party, or the government a party belongs to. */
  readonly partyId?: string | undefined;
  /** The Ombudsman's office that follows it, or one above. */
  readonly officeId?: string | undefined;
  /** Only those in force of which a party has no focal point. */
  readonly unwatched?: boolean | undefined;
  /** Full text, Indonesian, or a code. */
  readonly words?: string | undefined;
}

export interface Asked {
  readonly now: Moment;
  /** Days before its end from which an agreement counts as lapsing. */
  readonly warnDays: WarnDays;
}

export interface AgreementSummary {
  readonly id: string;
  readonly code: string;
  readonly kind: AgreementKind;
  readonly state: AgreementState;
  readonly title: string;
  readonly programmes: readonly string[];
  readonly signedOn: Day | null;
  readonly inForceFrom: Day | null;
  readonly inForceUntil: Day | null;
  readonly endedOn: Day | null;
  readonly zone: Zone;
  readonly createdAt: Moment;
  readonly isExample: boolean;
  /** Names of the parties, in the order of the document. */
  readonly parties: readonly string[];
  /** Names of those that nobody can be asked through, while it is in force. */
  readonly unwatched: readonly string[];
  /** Something signed follows it, for each of its governments. */
  readonly isFollowed?: boolean;
  /** The first draft that is to follow it, for whoever sees that draft alone; `null` = none. */
  readonly draftAfter?: { readonly code: string; readonly since: Day } | null;
}

interface Row {
  id: string;
  code: string;
  kind: AgreementKind;
  state: AgreementState;
  title: string;
  programmes: string[];
  signed_on: Day | null;
  in_force_from: Day | null;
  in_force_until: Day | null;
  ended_on: Day | null;
  zone: Zone;
  created_at: Moment;
  is_example: boolean;
  parties: string[];
  unwatched: string[];
  is_followed: boolean;
  draft_code: string | null;
  draft_since: Day | null;
}

export function agreementConditions(filter: AgreementFilter, { now, warnDays }: Asked): RawBuilder<boolean>[] {
  return [
    ...(filter.kind ? [sql<boolean>`a.kind = ${filter.kind}`] : []),
    ...(filter.state ? [sql<boolean>`a.state = ${filter.state}`] : []),
    ...(filter.standing ? [standsAs(filter.standing, now, warnDays)] : []),
    ...(filter.programme ? [sql<boolean>`${filter.programme} = ANY (a.programmes)`] : []),
    ...(filter.partyId
      ? [sql<boolean>`(a.party_ids @> ARRAY[${filter.partyId}::uuid] OR a.government_ids @> ARRAY[${filter.partyId}::uuid])`]
      : []),
    ...(filter.officeId ? [sql<boolean>`a.office_path @> ARRAY[${filter.officeId}::uuid]`] : []),
    ...(filter.unwatched ? [unwatched(now)] : []),
    ...(filter.words
      ? [
          sql<boolean>`(a.words @@ websearch_to_tsquery('indonesian', ${filter.words}) OR a.code = ${filter.words.toUpperCase()} OR EXISTS (
            SELECT FROM agreements.parties p WHERE p.agreement_id = a.id
              AND (p.name ILIKE ${`%${escaped(filter.words)}%`} OR lower(p.own_number) = lower(${filter.words}))))`,
        ]
      : []),
  ];
}

const escaped = (words: string) => words.replaceAll(/[\\%_]/g, '\\$&');

/**
 * What a line of a list shows, from `agreements.agreements a`.
 *
 * @param actor who reads it: a draft that is to follow is named to those alone who see that draft; `null` = everybody reads it
 */
export function summaryColumns(now: Moment, actor: Actor | null): RawBuilder<unknown> {
  const day = dayThere(now);
  const names = (where: RawBuilder<unknown>) => sql`coalesce((
    SELECT array_agg(p.name ORDER BY p.ordinal) FROM agreements.parties p WHERE p.agreement_id = a.id ${where}), '{}')`;
  const draft = (what: RawBuilder<unknown>) => sql`(SELECT ${what} FROM agreements.agreements n
    WHERE n.predecessor_id = a.id AND n.state NOT IN ('signed', 'ended', 'dropped')
      AND ${actor ? insideAgreements(actor, 'n') : sql`false`} ORDER BY n.created_at, n.id LIMIT 1)`;
  return sql`a.id, a.code, a.kind, a.state, a.title, a.programmes, a.signed_on, a.in_force_from, a.in_force_until, a.ended_on, a.zone, a.created_at,
    a.is_example, ${names(sql``)} AS parties,
    CASE WHEN ${bindsOnDay(day)} THEN ${names(sql`AND ${lacksFocalPoint(day)}`)} ELSE '{}' END AS unwatched, ${isFollowed()} AS is_followed,
    ${draft(sql`n.code`)} AS draft_code, ${draft(sql`(n.created_at AT TIME ZONE n.zone)::date`)} AS draft_since`;
}

export function toSummary(row: unknown): AgreementSummary {
  const found = row as Row;
  return {
    id: found.id,
    code: found.code,
    kind: found.kind,
    state: found.state,
    title: found.title,
    programmes: found.programmes,
    signedOn: found.signed_on,
    inForceFrom: found.in_force_from,
    inForceUntil: found.in_force_until,
    endedOn: found.ended_on,
    zone: found.zone,
    createdAt: found.created_at,
    isExample: found.is_example,
    parties: found.parties,
    unwatched: found.unwatched,
    isFollowed: found.is_followed,
    draftAfter:
      found.draft_code !== null && found.draft_since !== null ? { code: found.draft_code, since: found.draft_since } : null,
  };
}

/** @param more further conditions on `a`: what waits for somebody */
export async function agreementList(
  db: Db,
  actor: Actor,
  filter: AgreementFilter,
  asked: Asked,
  page: { readonly after?: string | undefined; readonly limit: number },
  more: readonly RawBuilder<boolean>[] = [],
): Promise<PageOf<AgreementSummary>> {
  const cursor = readCursor(page.after, ['moment', 'uuid']);
  const after = cursor ? [sql<boolean>`(a.created_at, a.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`] : [];
  const conditions = [insideAgreements(actor), ...agreementConditions(filter, asked), ...more, ...after];
  // The page first, then what its lines show: parties of thousands need not be gathered.
  const { rows } = await sql<Row>`
    SELECT ${summaryColumns(asked.now, actor)} FROM (
      SELECT a.* FROM agreements.agreements a WHERE ${sql.join(conditions, sql` AND `)}
      ORDER BY a.created_at DESC, a.id DESC LIMIT ${page.limit + 1}) a
    ORDER BY a.created_at DESC, a.id DESC`.execute(db);
  const { lines, next } = pageOf(rows, page.limit, (row) => [row.created_at.toString(), row.id]);
  return { next, lines: lines.map(toSummary) };
}
