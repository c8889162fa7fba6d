/**
 * From facts to points: `evaluate(facts, rule)` is pure and exact. What is not known is `null` and never zero: it leaves the sum together with its
 * weight, and how much of the weights is known stands beside every result.
 */
import Fraction from 'fraction.js';
import { type EvaluationRule, INDICATORS, type Indicator } from './indicators.ts';
import type { RadState } from './rad.transitions.ts';

/** What is known of a government; plain values, so that they can be kept as they were. */
export interface EvaluationFacts {
  /** Whether somebody coordinates complaints for it here. */
  readonly hasCoordinator: boolean;
  readonly decreeOnFile: boolean;
  /** `null` = sign-ins are not recorded long enough to say no. */
  readonly accountActive: boolean | null;
  readonly followedUp: { readonly hits: number; readonly cases: number; readonly archived: number };
  /** `days` = working days of all that were followed up, together. */
  readonly firstFollowUp: { readonly days: number; readonly cases: number; readonly waiting: number; readonly overdue: number };
  readonly answers: { readonly accepted: number; readonly contested: number; readonly silent: number };
  /** `null` = no plan; then `asked` decides. */
  readonly plan: RadState | null;
  /** Whether somebody asked for one: `open` = its last day is still to come. */
  readonly asked: 'no' | 'open' | 'past';
}

export interface Points {
  readonly indicator: Indicator;
  /** 0 to 100, exact ('87.5', '200/3'); `null` = no data. */
  readonly points: string | null;
  /** Whole percent. */
  readonly weight: number;
}

export interface Evaluation {
  readonly points: readonly Points[];
  /** Percent of the weights that is known. */
  readonly known: number;
  /** 0 to 100, exact; `null` = too little is known to say anything. */
  readonly score: string | null;
}

const HUNDRED = new Fraction(100);
const ZERO = new Fraction(0);

function yesNo(value: boolean): Fraction {
  return value ? HUNDRED : ZERO;
}

/** Few cases say nothing about a government and much about the people behind them: they give no points. */
export function isFew(cases: number, { leastCases }: Pick<EvaluationRule, 'leastCases'>): boolean {
  return cases === 0 || cases < leastCases;
}

function share(hits: number, cases: number, rule: EvaluationRule): Fraction | null {
  return isFew(cases, rule) ? null : HUNDRED.mul(hits).div(cases);
}

function pointsOf(indicator: Indicator, facts: EvaluationFacts, rule: EvaluationRule): Fraction | null {
  switch (indicator) {
    case 'team-decree':
      return facts.decreeOnFile ? HUNDRED : facts.hasCoordinator ? ZERO : null;
    case 'account-active':
      return !facts.hasCoordinator || facts.accountActive === null ? null : yesNo(facts.accountActive);
    case 'followed-up': {
      const { hits, cases, archived } = facts.followedUp;
      return share(hits, cases + (rule.archivedCounts ? archived : 0), rule);
    }
    case 'first-follow-up':
      return isFew(facts.firstFollowUp.cases, rule)
        ? null
        : pointsOfDays(new Fraction(facts.firstFollowUp.days).div(facts.firstFollowUp.cases), rule);
    case 'answers':
      return share(facts.answers.accepted, facts.answers.accepted + facts.answers.contested, rule);
    case 'action-plan':
      return pointsOfPlan(facts, rule);
  }
}

/** 100 up to the norm, 0 at so many times the norm, even in between. */
export function pointsOfDays(days: Fraction, { followUpNorm, followUpZero }: EvaluationRule): Fraction {
  const [norm, zero] = [new Fraction(followUpNorm), new Fraction(followUpNorm).mul(followUpZero)];
  if (days.lte(norm)) return HUNDRED;
  if (days.gte(zero)) return ZERO;
  return zero.sub(days).div(zero.sub(norm)).mul(100);
}

function pointsOfPlan({ plan, asked }: EvaluationFacts, rule: EvaluationRule): Fraction | null {
  switch (plan) {
    case 'adopted':
      return HUNDRED;
    case 'accepted':
      return new Fraction(rule.planAccepted);
    case 'with-province':
    case 'with-ministry':
    case 'returned':
      return new Fraction(rule.planHandedIn);
    default:
      return asked === 'past' ? ZERO : null;
  }
}

export function evaluate(facts: EvaluationFacts, rule: EvaluationRule): Evaluation {
  const all = INDICATORS.map((indicator) => ({
    indicator,
    weight: rule.weights[indicator],
    points: pointsOf(indicator, facts, rule),
  }));
  const known = all.filter((each): each is typeof each & { points: Fraction } => each.points !== null);
  const [whole, sum] = [total(all), total(known)];
  const knownPercent = whole === 0 ? ZERO : new Fraction(sum).div(whole).mul(100);
  const weighed = known.reduce((so, { points, weight }) => so.add(points.mul(weight)), ZERO);
  const isEnough = sum > 0 && knownPercent.gte(rule.leastWeight);
  return {
    points: all.map(({ indicator, weight, points }) => ({ indicator, weight, points: points?.toFraction() ?? null })),
    known: Math.round(knownPercent.valueOf()),
    score: isEnough ? weighed.div(sum).toFraction() : null,
  };
}

function total(parts: readonly { readonly weight: number }[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}

/** Points as people read them: one decimal, halves up. */
export function pointsText(points: string, language: 'id' | 'en'): string {
  const tenths = new Fraction(points).mul(10).add(new Fraction(1, 2)).floor().valueOf();
  const text = (tenths / 10).toFixed(1);
  return language === 'id' ? text.replace('.', ',') : text;
}

export interface PeerScore {
  readonly governmentId: string;
  /** Kind of government: provinces, regencies and cities are compared among themselves. */
  readonly kind: string;
  /** Exact; `null` = too little known. */
  readonly score: string | null;
}

/** Below it a comparison says little. */
export const SMALL_GROUP = 5;

export interface PeerStanding {
  readonly of: number;
  readonly median: string;
  /** Against the median of its kind. */
  readonly side: 'above' | 'at' | 'below';
  readonly isSmall: boolean;
}

/**
 * Where each government stands among those of its kind with a result: beside the median, never as a place in a row. Who has no result, or nobody to
 * be compared with, is not in it. The median is made once for a kind.
 */
export function peerStandings(peers: readonly PeerScore[]): ReadonlyMap<string, PeerStanding> {
  const scored = peers.flatMap(({ governmentId, kind, score }) =>
    score === null ? [] : [{ governmentId, kind, score: new Fraction(score) }],
  );
  const standings = new Map<string, PeerStanding>();
  for (const group of Map.groupBy(scored, ({ kind }) => kind).values()) {
    if (group.length < 2) continue;
    const median = medianOf(group.map(({ score }) => score));
    const shared = { of: group.length, median: median.toFraction(), isSmall: group.length < SMALL_GROUP };
    for (const { governmentId, score } of group) {
      const order = score.compare(median);
      standings.set(governmentId, { ...shared, side: order > 0 ? 'above' : order < 0 ? 'below' : 'at' });
    }
  }
  return standings;
}

function medianOf(values: readonly Fraction[]): Fraction {
  const sorted = values.toSorted((a, b) => a.compare(b));
  const middle = Math.floor(sorted.length / 2);
  const [high, low] = [sorted[middle] as Fraction, sorted[Math.floor((sorted.length - 1) / 2)] as Fraction];
  return high.add(low).div(2);
}
