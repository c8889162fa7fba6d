/**
 * What a line promises, made from an order: every flaw at once, each with the field it is about. Pure. Adding, changing and importing lines all come
 * through here, so that no way in is softer than another.
 */
import Fraction from 'fraction.js';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Agreement, Party } from '../agreement.ts';
import type { Flaw } from '../draft.ts';
import { agreementKind, FACTORS, LINE_FORMS } from '../kinds.ts';
import type { Amount, Line, Responsible } from '../line.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { isAmount, isRupiah } from './amount.ts';
import { LINE_LIMITS, type LineOrder, type ResponsibleOrder, SUPPORTING_LIMIT } from './line-order.ts';

/** The part of a line that is promised: everything but its number, its life and its links. */
export type LinePromise = Pick<
  Line,
  | 'year'
  | 'programme'
  | 'factor'
  | 'form'
  | 'activity'
  | 'output'
  | 'indicator'
  | 'unit'
  | 'baseline'
  | 'targets'
  | 'direction'
  | 'budgetSource'
  | 'budgetAmount'
  | 'place'
  | 'startsOn'
  | 'dueOn'
  | 'owner'
  | 'other'
  | 'supportingIds'
  | 'evidenceAsked'
  | 'isPriority'
  | 'measure'
  | 'measureAgencyId'
>;

/** What the directory and the list of programmes know of the ids an order names. */
export interface LineFacts {
  /** Codes of programmes there are. */
  readonly programmes: ReadonlySet<string>;
  /** Path from the root of the tree down to and including each agency named. */
  readonly paths: ReadonlyMap<string, readonly string[]>;
  /** Ids of people of the directory named. */
  readonly people: ReadonlySet<string>;
}

/** The party an office belongs to: the nearest one above it. */
export function partyAbove(parties: readonly Party[], path: readonly string[]): Party | undefined {
  return parties
    .filter(({ agencyId }) => agencyId !== null && path.includes(agencyId))
    .toSorted((a, b) => b.agencyPath.length - a.agencyPath.length)[0];
}

/** @param keepsDays the days are not judged against the term again: a line that was moved past it keeps its day when something else changes */
export function promiseOf(
  order: LineOrder,
  agreement: Agreement,
  facts: LineFacts,
  keepsDays = false,
): Result<LinePromise, readonly Flaw[]> {
  const flaws: Flaw[] = [];
  const flaw = (field: string, code: AgreementRefusal) => flaws.push({ field, code });
  const text = (field: keyof typeof LINE_LIMITS, given: string | undefined, as: string = field): string => {
    const trimmed = given?.trim() ?? '';
    if (trimmed.length > LINE_LIMITS[field]) flaw(as, 'agreement.text-too-long');
    return trimmed;
  };
  const activity = text('activity', order.activity);
  if (activity === '') flaw('activity', 'agreement.activity-missing');
  if (!facts.programmes.has(order.programme)) flaw('programme', 'agreement.programme-unknown');
  const factor = order.factor ?? null;
  if (factor !== null && !Object.hasOwn(FACTORS, factor)) flaw('factor', 'agreement.factor-missing');
  if (agreementKind(agreement.kind).hasFactors && factor === null) flaw('factor', 'agreement.factor-missing');
  const form = order.form ?? 'activity';
  if (!Object.hasOwn(LINE_FORMS, form)) flaw('form', 'agreement.form-unknown');
  const direction = order.direction ?? 'up';
  const baseline = order.baseline ?? null;
  if (baseline !== null && !isAmount(baseline)) flaw('baseline', 'agreement.amount-wrong');
  const targets = [0, 1, 2, 3].map((quarter) => order.targets?.[quarter] ?? null) as [
    Amount | null,
    Amount | null,
    Amount | null,
    Amount | null,
  ];
  for (const [quarter, target] of targets.entries())
    if (target !== null && !isAmount(target)) flaw(`target${quarter + 1}`, 'agreement.amount-wrong');
  const wrongTarget = firstFallingBack(baseline, targets, direction);
  if (wrongTarget !== null) flaw(`target${wrongTarget + 1}`, 'agreement.targets-out-of-order');
  const budgetAmount = order.budgetAmount ?? null;
  if (budgetAmount !== null && !isRupiah(budgetAmount)) flaw('budgetAmount', 'agreement.money-wrong');
  const days = daysOf(order, agreement, keepsDays, flaw);
  const year = order.year ?? days?.dueOn.year ?? 0;
  if (days && (!Number.isInteger(year) || year < days.startsOn.year || year > days.dueOn.year))
    flaw('year', 'agreement.line-year');
  const owner = responsible(order.owner, agreement, facts, 'owner', flaw);
  const other = order.other ? responsible(order.other, agreement, facts, 'other', flaw) : null;
  if (owner && other && other.partyId === owner.partyId) flaw('other', 'agreement.other-is-owner');
  text('position', order.owner.position, 'ownerPosition');
  text('position', order.other?.position, 'otherPosition');
  const supportingIds = [...new Set(order.supportingIds ?? [])];
  if (supportingIds.length > SUPPORTING_LIMIT || supportingIds.some((id) => !facts.paths.has(id)))
    flaw('supporting', 'agreement.supporting-unknown');
  const texts = {
    output: text('output', order.output),
    indicator: text('indicator', order.indicator),
    unit: text('unit', order.unit),
    budgetSource: text('budgetSource', order.budgetSource),
    place: text('place', order.place),
    evidenceAsked: text('evidenceAsked', order.evidenceAsked),
  };
  if (flaws.length > 0 || !days || !owner) return refuse(flaws);
  return {
    ok: true,
    value: {
      ...{ year, programme: order.programme, factor, form, activity, ...texts, baseline, targets, direction, budgetAmount },
      ...{ startsOn: days.startsOn, dueOn: days.dueOn, owner, other: other ?? null, supportingIds },
      ...{
        isPriority: order.isPriority ?? false,
        measure: order.measure ?? null,
        measureAgencyId: order.measureAgencyId ?? null,
      },
    },
  };
}

type SayFlaw = (field: string, code: AgreementRefusal) => void;

function daysOf(
  { startsOn, dueOn }: LineOrder,
  agreement: Agreement,
  keepsDays: boolean,
  flaw: SayFlaw,
): { readonly startsOn: Day; readonly dueOn: Day } | undefined {
  if (startsOn === null) flaw('startsOn', 'agreement.day-wrong');
  if (dueOn === null) flaw('dueOn', 'agreement.day-wrong');
  if (startsOn === null || dueOn === null) return undefined;
  if (Temporal.PlainDate.compare(startsOn, dueOn) > 0) {
    flaw('dueOn', 'agreement.line-days-out-of-order');
    return undefined;
  }
  if (!keepsDays) {
    if (!isInTerm(startsOn, agreement)) flaw('startsOn', 'agreement.outside-term');
    if (!isInTerm(dueOn, agreement)) flaw('dueOn', 'agreement.outside-term');
  }
  return { startsOn, dueOn };
}

/** Whether a day lies in the years and in the days the agreement is about; what is not known yet excludes nothing. */
export function isInTerm(
  day: Day,
  { yearFrom, yearUntil, inForceFrom, inForceUntil }: Pick<Agreement, 'yearFrom' | 'yearUntil' | 'inForceFrom' | 'inForceUntil'>,
): boolean {
  // A plan of a year is signed some weeks into it: what the parties began before is still in the plan's year.
  const from = yearFrom !== null ? Temporal.PlainDate.from({ year: yearFrom, month: 1, day: 1 }) : inForceFrom;
  const lastOfYears = yearUntil === null ? null : Temporal.PlainDate.from({ year: yearUntil, month: 12, day: 31 });
  const until = later(lastOfYears, inForceUntil);
  return (
    (from === null || Temporal.PlainDate.compare(from, day) <= 0) &&
    (until === null || Temporal.PlainDate.compare(day, until) <= 0)
  );
}

function later(one: Day | null, two: Day | null): Day | null {
  if (one === null || two === null) return one ?? two;
  return Temporal.PlainDate.compare(one, two) >= 0 ? one : two;
}

/** The first quarter whose target falls behind what came before it; cumulative targets only move their way. */
function firstFallingBack(
  baseline: Amount | null,
  targets: readonly (Amount | null)[],
  direction: Line['direction'],
): number | null {
  let before = baseline !== null && isAmount(baseline) ? new Fraction(baseline) : null;
  for (const [quarter, target] of targets.entries()) {
    if (target === null || !isAmount(target)) continue;
    const now = new Fraction(target);
    if (before && (direction === 'up' ? now.lt(before) : now.gt(before))) return quarter;
    before = now;
  }
  return null;
}

function responsible(
  order: ResponsibleOrder,
  agreement: Agreement,
  facts: LineFacts,
  field: 'owner' | 'other',
  flaw: SayFlaw,
): Responsible | undefined {
  const path = facts.paths.get(order.agencyId);
  const party = path && partyAbove(agreement.parties, path);
  const personId = order.personId ?? null;
  if (!path || !party || (personId !== null && !facts.people.has(personId))) {
    flaw(field, 'agreement.owner-wrong');
    return undefined;
  }
  return {
    partyId: party.id,
    agencyId: order.agencyId,
    agencyPath: path,
    position: order.position?.trim() ?? '',
    personId,
  };
}
