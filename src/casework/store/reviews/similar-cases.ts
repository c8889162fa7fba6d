/** Cases like one: against the same agency or from the same regency, near in time, in like words; only those the officer sees. */
import { type RawBuilder, sql } from 'kysely';
import { type Likened, likest } from '../../../complaints/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { Moment, Zone } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Outcome, Stage } from '../../rules/case.transitions.ts';
import { visibleCases } from '../visible.ts';

export interface SimilarCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stage: Stage;
  readonly outcome: Outcome | null;
  readonly registeredAt: Moment;
  readonly zone: Zone;
  /** 0 to 1. */
  readonly likeness: number;
  readonly sameOffice: boolean;
  readonly sameRegency: boolean;
}

interface Row {
  id: string;
  number: string;
  title: string;
  stage: Stage;
  outcome: Outcome | null;
  registered_at: Moment;
  zone: Zone;
  same_office: boolean;
  same_regency: boolean;
  stems: string;
}

/** As many of each kind are compared: the latest. */
const LATEST = 200;

/** @param caseId left out of the answer; @param like what to compare with: the case's own words, or a complaint's */
export async function similarCases(
  db: Db,
  actor: Actor,
  like: Likened,
  caseId: string | null,
  limit: number,
): Promise<SimilarCase[]> {
  const regency = like.regionCode?.slice(0, 5) ?? '';
  const office = like.officeId;
  const sameOffice = office
    ? sql<boolean>`exists (select from casework.respondents r where r.case_id = c.id and r.agency_id = ${office} and r.removed_at is null)`
    : sql<boolean>`false`;
  const sameRegency = regency.length === 5 ? sql<boolean>`(left(c.region_code, 5) = ${regency})` : sql<boolean>`false`;
  const arm = (condition: RawBuilder<boolean>) => sql`(
    select c.id, c.number, c.title, c.stage, c.outcome, c.registered_at, c.zone, ${sameOffice} as same_office,
      coalesce(${sameRegency}, false) as same_regency, array_to_string(tsvector_to_array(c.words), ' ') as stems
    from casework.cases c
    where ${visibleCases(actor)} and c.id is distinct from ${caseId}::uuid and ${condition}
    order by c.registered_at desc limit ${LATEST})`;
  const arms = [
    ...(office
      ? [arm(sql<boolean>`c.id in (select case_id from casework.respondents where agency_id = ${office} and removed_at is null)`)]
      : []),
    ...(regency.length === 5 ? [arm(sameRegency)] : []),
  ];
  if (arms.length === 0) return [];
  const { rows } = await sql<Row>`
    select distinct on (f.id) f.* from (${sql.join(arms, sql` union all `)}) f order by f.id`.execute(db);
  const others = rows.map((row) => ({ ...row, words: row.stems.split(' ') }));
  return likest(like, others, limit).map(({ row, likeness }) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    stage: row.stage,
    outcome: row.outcome,
    registeredAt: row.registered_at,
    zone: row.zone,
    likeness,
    sameOffice: row.same_office,
    sameRegency: row.same_regency,
  }));
}
