/** What waits for an officer on the desk of agreements. Each number is the length of the list the same condition gives. */
import { type RawBuilder, sql } from 'kysely';
import type { Capability, Officer } from '../../../kernel/actor.ts';
import { positionsWith } from '../../../kernel/actor.ts';
import type { Db } from '../../../platform/database/database.ts';
import { WAITING_KINDS, type Waiting } from '../../rules/register/waiting.ts';
import { readingPositions } from '../../rules/visibility.ts';
import { grantWaits } from '../grants/lists.ts';
import { inView, WAITS } from '../lines/my-lines.ts';
import { insideAgreements } from '../visible.ts';
import type { Asked } from './lists.ts';
import { dayThere, isFollowed, standsAs, unwatched } from './standing.ts';

const agenciesWith = (actor: Officer, capability: Capability) =>
  sql`${[...new Set(positionsWith(actor, capability).map(({ agencyId }) => agencyId))]}::uuid[]`;

/** Rows (alias `a`) that wait so for the actor; the caller adds that the actor sees them from inside. */
export function waitsAs(waiting: Waiting, actor: Officer, { now, warnDays }: Asked): RawBuilder<boolean> {
  const keeps = sql<boolean>`a.keeper_path && ${agenciesWith(actor, 'agreement.prepare')}`;
  switch (waiting) {
    case 'sign':
      // Also a commitment that took effect without some of its signatories: its round is open until its term is over. Not before their turn.
      return sql<boolean>`((a.in_force_until IS NULL OR a.in_force_until >= ${dayThere(now)}) AND (a.state = 'signing' OR a.state = 'signed' AND EXISTS (SELECT FROM agreements.signings r
        WHERE r.agreement_id = a.id AND r.closed_at IS NULL)) AND EXISTS (SELECT FROM agreements.signatories s WHERE s.agreement_id = a.id
        AND s.person_id = ${actor.personId}::uuid AND s.asked_at IS NOT NULL AND s.signed_at IS NULL AND s.declined_at IS NULL))`;
    case 'comment':
      return sql<boolean>`(a.state = 'commenting' AND NOT ${keeps} AND EXISTS (SELECT FROM agreements.parties p WHERE p.agreement_id = a.id
        AND p.agency_path && ${reading(actor)} AND NOT EXISTS (SELECT FROM agreements.text_consents y WHERE y.agreement_id = a.id
          AND y.party_id = p.id AND y.text_no = (SELECT max(v.no) FROM agreements.text_versions v WHERE v.agreement_id = a.id))))`;
    case 'answer':
      return sql<boolean>`(a.state = 'commenting' AND ${keeps} AND EXISTS (SELECT FROM agreements.text_comments y
        WHERE y.agreement_id = a.id AND y.answers_to IS NULL AND y.settled_at IS NULL))`;
    case 'confirm':
      return sql<boolean>`(a.state = 'signed' AND EXISTS (SELECT FROM agreements.lines l WHERE l.agreement_id = a.id AND ${WAITS} AND ${inView(actor, 'confirm')}))`;
    case 'grant':
      return sql<boolean>`(a.state NOT IN ('ended', 'dropped') AND EXISTS (SELECT FROM agreements.grants g
        WHERE g.agreement_id = a.id AND ${grantWaits(actor)}))`;
    case 'scan':
      return sql<boolean>`((${keeps} OR EXISTS (SELECT FROM agreements.parties p WHERE p.agreement_id = a.id AND (
          p.agency_path && ${agenciesWith(actor, 'agreement.prepare')} OR p.agency_path && ${agenciesWith(actor, 'agreement.confirm')})))
        AND EXISTS (SELECT FROM agreements.files f WHERE f.agreement_id = a.id AND f.kind = 'scan'
        AND f.confirmed_by IS NULL AND f.replaced_by IS NULL AND f.added_by <> ${actor.personId}::uuid))`;
    case 'unwatched':
      return unwatched(now);
    case 'lapsing':
      return sql<boolean>`(${standsAs('lapsing', now, warnDays)} AND NOT ${isFollowed()})`;
    case 'no-scan':
      return sql<boolean>`(a.state = 'signed' AND a.evidence = 'record' AND ${keeps} AND NOT EXISTS (SELECT FROM agreements.files f
        WHERE f.agreement_id = a.id AND f.kind IN ('scan', 'signed') AND f.replaced_by IS NULL))`;
    case 'draft':
      return sql<boolean>`(a.state IN ('draft', 'ready') AND ${keeps})`;
  }
}

const reading = (actor: Officer) => sql`${[...new Set(readingPositions(actor).map(({ agencyId }) => agencyId))]}::uuid[]`;

export type WaitingCounts = Readonly<Record<Waiting, number>>;

export async function waitingCounts(db: Db, actor: Officer, asked: Asked): Promise<WaitingCounts> {
  const counts = WAITING_KINDS.map(
    (kind) => sql`(count(*) FILTER (WHERE ${waitsAs(kind, actor, asked)}))::int AS ${sql.ref(kind)}`,
  );
  const { rows } = await sql<WaitingCounts>`
    SELECT ${sql.join(counts)} FROM agreements.agreements a WHERE ${insideAgreements(actor)} AND a.state <> 'dropped'`.execute(
    db,
  );
  return rows[0] as WaitingCounts;
}

/** One of them alone: a page that tells one thing need not count the others. */
export async function waitingCount(db: Db, actor: Officer, kind: Waiting, asked: Asked): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM agreements.agreements a
    WHERE ${insideAgreements(actor)} AND a.state <> 'dropped' AND ${waitsAs(kind, actor, asked)}`.execute(db);
  return rows[0]?.count ?? 0;
}
