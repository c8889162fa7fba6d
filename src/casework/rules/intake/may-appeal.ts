/**
 * When a complainant may bring a complaint to the Ombudsman, and why not yet. The agency must have had its time first (UU 37/2008
 * Pasal 24: already complained to the Terlapor or its superior without proper settlement), so the way opens when a deadline has passed, or
 * when the complaint has come to an end (or to and fro) that the complainant does not accept.
 */
import type { ComplaintStatus, Outcome } from '../../../complaints/index.ts';
import { type Moment, Temporal } from '../../../kernel/time.ts';

/** The agencies' own deadlines; `silence` and `hold` are the complainant's turns. */
export const AGENCY_CLOCKS = ['verify', 'finish', 'follow-up', 'arbitrate'] as const;
export type AgencyClock = (typeof AGENCY_CLOCKS)[number];

/** What became of an earlier case about the same complaint. */
export type EarlierCase = 'none' | 'open' | 'ended' | 'may-return';

export interface AppealFacts {
  readonly status: ComplaintStatus;
  readonly outcome: Outcome | null;
  readonly objections: number;
  /** How many times a desk or an office said "not ours", and how many of these the law bears (`complaint.returns-before-arbitration`). */
  readonly returns: number;
  readonly returnsBorne: number;
  /** Clocks of agencies that run and are not paused. */
  readonly running: readonly { readonly kind: AgencyClock; readonly dueAt: Moment }[];
  readonly earlier: EarlierCase;
}

export type AppealReason =
  | { readonly code: 'deadline-passed'; readonly clock: AgencyClock; readonly dueAt: Moment }
  | { readonly code: 'objected' }
  | { readonly code: 'closed-by-silence' }
  | { readonly code: 'closed-unreachable' }
  | { readonly code: 'returned-often'; readonly times: number }
  | { readonly code: 'set-aside' };

/**
 * Why not: `open` and `ended` = a case exists already; `solved` = the complainant said so; `your-turn` = an answer or a word of the
 * complainant is waited for; `running` = the agency still has time.
 */
export type NotYet = 'open' | 'ended' | 'solved' | 'your-turn' | 'running';

export type Appeal =
  | { readonly may: true; readonly reasons: readonly AppealReason[] }
  /** `from`: it may be brought once this moment has passed, if nothing else happens; `null` = no day can be named. */
  | { readonly may: false; readonly why: NotYet; readonly from: Moment | null };

/** While no office works on it, a complaint that was sent back too often is nobody's. */
const NOBODYS: ReadonlySet<ComplaintStatus> = new Set(['received', 'returned', 'forwarded']);

const not = (why: NotYet, from: Moment | null = null): Appeal => ({ may: false, why, from });

export function mayAppeal(facts: AppealFacts, now: Moment): Appeal {
  if (facts.earlier === 'open' || facts.earlier === 'ended') return not(facts.earlier);
  if (facts.outcome === 'confirmed') return not('solved');
  const reasons = reasonsOf(facts, now);
  if (reasons.length > 0) return { may: true, reasons };
  if (facts.status === 'on-hold' || facts.status === 'awaiting-complainant') return not('your-turn');
  return not('running', earliest(facts.running.map((clock) => clock.dueAt)));
}

function reasonsOf(facts: AppealFacts, now: Moment): AppealReason[] {
  const reasons: AppealReason[] = facts.running
    .filter((clock) => Temporal.Instant.compare(now, clock.dueAt) > 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt))
    .map(({ kind, dueAt }) => ({ code: 'deadline-passed', clock: kind, dueAt }));
  if (facts.objections > 0) reasons.push({ code: 'objected' });
  if (facts.outcome === 'silence') reasons.push({ code: 'closed-by-silence' });
  if (facts.outcome === 'unreachable') reasons.push({ code: 'closed-unreachable' });
  if (facts.returns >= facts.returnsBorne && NOBODYS.has(facts.status))
    reasons.push({ code: 'returned-often', times: facts.returns });
  if (facts.status === 'archived') reasons.push({ code: 'set-aside' });
  return reasons;
}

const earliest = (moments: readonly Moment[]): Moment | null => moments.toSorted(Temporal.Instant.compare)[0] ?? null;
