/**
 * Renewing an agreement: what the new one takes over, and the days that nothing covers. Whether days are uncovered is a question put to the days of
 * both, never kept, so that a change of a day cannot leave a wrong word standing. Pure.
 */
import Fraction from 'fraction.js';
import type { Actor } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import { type Agreement, type FocalPoint, focalPointsOn, type Signatory } from '../agreement.ts';
import { daysInOrder } from '../draft.ts';
import { gapBetween, lastDay } from '../in-force.ts';
import { agreementKind, COVERING_KINDS } from '../kinds.ts';
import { OPEN_LINE_STATES } from '../line.transitions.ts';
import { finalTarget, type Line } from '../line.ts';
import type { LineOrder } from '../lines/line-order.ts';
import { mayPrepare } from '../permissions.ts';
import type { AgreementRefusal } from '../refusals.ts';

type Before = Pick<Agreement, 'inForceUntil' | 'endedOn' | 'state'>;
type After = Pick<Agreement, 'inForceFrom' | 'state'>;

/** Days nothing covers between an agreement and the one that follows it. */
export interface Gap {
  readonly from: Day;
  /** `null` = they are still running: what follows is not signed, or nothing follows. */
  readonly to: Day | null;
  /** How many so far, or in all when they have an end. */
  readonly days: number;
  /** Not signed yet: the days are those its draft would leave. */
  readonly isForeseen: boolean;
}

/**
 * @param after what follows it, if anything does
 * @returns `null` = no day is or will be uncovered as far as the days say
 */
export function uncoveredAfter(before: Before, after: After | null, today: Day): Gap | null {
  const last = before.state === 'signed' || before.state === 'ended' ? lastDay(before) : null;
  if (last === null) return null;
  const from = last.add({ days: 1 });
  const running = from.until(today, { largestUnit: 'day' }).days + 1;
  const isSigned = after !== null && (after.state === 'signed' || after.state === 'ended');
  if (after !== null && after.inForceFrom !== null) {
    const gap = gapBetween(before, after);
    if (isSigned) return gap && { ...gap, isForeseen: false };
    // A draft whose first day has passed unsigned covers nothing: the days go on.
    if (Temporal.PlainDate.compare(after.inForceFrom, today) > 0) return gap && { ...gap, isForeseen: true };
  }
  return running > 0 ? { from, to: null, days: running, isForeseen: false } : null;
}

/** Days that both bind, from the first of the new one to the last of the old; `null` = none. */
export function overlapOf(
  before: Before,
  after: Pick<Agreement, 'inForceFrom'>,
): { readonly from: Day; readonly to: Day; readonly days: number } | null {
  const last = lastDay(before);
  if (after.inForceFrom === null || last === null) return null;
  const days = after.inForceFrom.until(last, { largestUnit: 'day' }).days + 1;
  return days <= 0 ? null : { from: after.inForceFrom, to: last, days };
}

/** Only memoranda cover a government; between two plans of other kinds the days are named too, as days without a plan. */
export function gapWords(kind: Agreement['kind'], gap: Gap, day: (on: Day, language: 'id' | 'en') => string): Label {
  const covers = COVERING_KINDS.includes(kind);
  const [until, to] = [(language: 'id' | 'en') => (gap.to ? day(gap.to, language) : ''), gap.to];
  const what = covers
    ? { id: 'tidak tercakup dokumen apa pun', en: 'covered by no agreement' }
    : { id: 'tanpa dokumen yang berlaku', en: 'without a document in force' };
  if (to === null)
    return {
      id: `Sejak ${day(gap.from, 'id')} ${what.id}: ${gap.days} hari sampai hari ini.`,
      en: `Since ${day(gap.from, 'en')} ${what.en}: ${gap.days === 1 ? '1 day' : `${gap.days} days`} up to today.`,
    };
  if (gap.isForeseen)
    // The draft that would end it is not signed: these days go on being uncovered until it is, and more if it is late.
    return {
      id: `Bila dokumen berikutnya ditandatangani tepat waktu, ${gap.days} hari ${what.id}: ${day(gap.from, 'id')} sampai ${until('id')}.`,
      en: `If the next one is signed in time, ${gap.days === 1 ? '1 day is' : `${gap.days} days are`} ${what.en}: ${day(gap.from, 'en')} to ${until('en')}.`,
    };
  return {
    id: `Ada ${gap.days} hari ${what.id}: ${day(gap.from, 'id')} sampai ${until('id')}.`,
    en: `${gap.days === 1 ? '1 day' : `${gap.days} days`} ${gap.days === 1 ? 'is' : 'are'} ${what.en}: ${day(gap.from, 'en')} to ${until('en')}.`,
  };
}

/** Whether it can be renewed: it was signed, nothing follows it, and the actor prepares it. */
export function mayRenew(actor: Actor, agreement: Agreement, hasSuccessor: boolean): Result<null, AgreementRefusal> {
  if (!mayPrepare(actor, agreement)) return refuse('agreement.not-yours');
  if (agreement.state !== 'signed' && agreement.state !== 'ended') return refuse('agreement.not-now');
  if (agreementKind(agreement.kind).isReviewed) return refuse('agreement.rad-begin-anew');
  return hasSuccessor ? refuse('agreement.renewed-already') : { ok: true, value: null };
}

/** The term proposed: from the day after the last one, for as many calendar years as a plan was about, else for as long as the old one was. */
export function proposedTerm(
  agreement: Pick<Agreement, 'inForceFrom' | 'inForceUntil' | 'endedOn' | 'yearFrom' | 'yearUntil'>,
  today: Day,
): { readonly from: Day; readonly until: Day | null } {
  const last = lastDay(agreement);
  const after = last === null ? today : last.add({ days: 1 });
  const from = Temporal.PlainDate.compare(after, today) < 0 ? today : after;
  const { inForceFrom, inForceUntil, yearFrom, yearUntil } = agreement;
  if (yearFrom !== null) {
    const year = from.year + (yearUntil ?? yearFrom) - yearFrom;
    return { from, until: Temporal.PlainDate.from({ year, month: 12, day: 31 }) };
  }
  if (inForceFrom === null || inForceUntil === null) return { from, until: null };
  const length = inForceFrom.until(inForceUntil.add({ days: 1 })).total({ unit: 'month', relativeTo: inForceFrom });
  return { from, until: from.add({ months: Math.max(1, Math.round(length)) }).subtract({ days: 1 }) };
}

/** The title with the years of the new term where it named those of the old one: 'Rencana Kerja 2027'. */
export function proposedTitle(
  { title, yearFrom, yearUntil }: Pick<Agreement, 'title' | 'yearFrom' | 'yearUntil'>,
  from: Day,
): string {
  if (yearFrom === null) return title;
  const later = from.year - yearFrom;
  const years = new Set([yearFrom, yearUntil ?? yearFrom].map(String));
  return title.replaceAll(/\b\d{4}\b/g, (year) => (years.has(year) ? String(Number(year) + later) : year));
}

export interface RenewalOrder {
  readonly title: string;
  readonly inForceFrom: Day | null;
  readonly inForceUntil: Day | null;
  /** Ids of parties of the old one that go on. */
  readonly partyIds: readonly string[];
  readonly programmes: readonly string[];
  /** Ids of open lines that are carried over, and the day they are due then. */
  readonly lineIds: readonly string[];
  readonly linesDueOn: Day | null;
  /** What is said of uncovered days; must not be empty when there are any. */
  readonly gapNote: string;
  /** The uncovered days were shown and are seen. */
  readonly gapSeen: boolean;
}

export interface RenewalFlaw {
  readonly field: string;
  readonly code: AgreementRefusal;
}

export function flawsOfRenewal(before: Agreement, order: RenewalOrder, today: Day): readonly RenewalFlaw[] {
  const flaws: RenewalFlaw[] = [];
  const flaw = (field: string, code: AgreementRefusal) => flaws.push({ field, code });
  if (order.inForceFrom === null) flaw('inForceFrom', 'agreement.day-wrong');
  if (!daysInOrder({ signedOn: null, inForceFrom: order.inForceFrom, inForceUntil: order.inForceUntil }))
    flaw('inForceUntil', 'agreement.days-out-of-order');
  if (
    order.inForceFrom !== null &&
    before.inForceFrom !== null &&
    Temporal.PlainDate.compare(order.inForceFrom, before.inForceFrom) <= 0
  )
    flaw('inForceFrom', 'agreement.renewal-before');
  const parties = before.parties.filter(({ id }) => order.partyIds.includes(id));
  if (parties.length < 2 && before.parties.length >= 2) flaw('parties', 'agreement.parties-missing');
  if (order.lineIds.length > 0 && order.linesDueOn === null) flaw('linesDueOn', 'agreement.day-wrong');
  const gap = uncoveredAfter(before, { inForceFrom: order.inForceFrom, state: 'draft' }, today);
  if (gap && !order.gapSeen) flaw('gapSeen', 'agreement.gap-unseen');
  if (gap && order.gapNote.trim() === '') flaw('gapNote', 'agreement.gap-unsaid');
  if (order.gapNote.length > 2000) flaw('gapNote', 'agreement.text-too-long');
  return flaws;
}

/** The offices that signed sign again: who holds them then is asked anew. */
export function signatoriesAgain(
  before: Agreement,
  partyId: (old: string) => string | null,
  newId: () => string,
): readonly Signatory[] {
  return before.signatories
    .filter((one) => one.partyId === null || partyId(one.partyId) !== null)
    .map((one) => ({
      ...{
        id: newId(),
        partyId: one.partyId === null ? null : partyId(one.partyId),
        ordinal: one.ordinal,
        capacity: one.capacity,
      },
      ...{ position: one.position, name: '', personId: null, askedAt: null, method: null, signedAt: null },
      ...{ uploadedBy: null, confirmedBy: null, declinedAt: null },
    }));
}

/** Whom each side can be asked through today stays so. */
export function focalPointsAgain(
  before: Agreement,
  partyId: (old: string) => string | null,
  today: Day,
  newId: () => string,
): readonly FocalPoint[] {
  return before.parties.flatMap((party) => {
    const to = partyId(party.id);
    return to === null
      ? []
      : focalPointsOn(before, party.id, today).map((point) => ({
          ...point,
          id: newId(),
          partyId: to,
          since: today,
          until: null,
        }));
  });
}

export function openLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter(({ state }) => OPEN_LINE_STATES.includes(state));
}

/**
 * What is left of a line as a line of the new plan: it begins where the confirmed work stands and aims at the old target. Links to what it answers
 * stay with the old line, which is still there.
 */
export function carriedLine(line: Line, term: { readonly from: Day; readonly dueOn: Day }): LineOrder {
  const target = finalTarget(line);
  const quarter = Math.ceil(term.dueOn.month / 3) - 1;
  const targets = [0, 1, 2, 3].map((index) => (target !== null && index === quarter ? target : null));
  return {
    ...{ year: term.dueOn.year, programme: line.programme, factor: line.factor, form: line.form, activity: line.activity },
    ...{ output: line.output, indicator: line.indicator, unit: line.unit, direction: line.direction },
    ...{ baseline: beginsAt(line), targets, budgetSource: line.budgetSource, budgetAmount: line.budgetAmount },
    ...{
      place: line.place,
      startsOn: term.from,
      dueOn: term.dueOn,
      supportingIds: line.supportingIds,
      evidenceAsked: line.evidenceAsked,
    },
    owner: { agencyId: line.owner.agencyId, position: line.owner.position, personId: line.owner.personId },
    other: line.other && { agencyId: line.other.agencyId, position: line.other.position, personId: line.other.personId },
    ...{ isPriority: line.isPriority, measure: line.measure, measureAgencyId: line.measureAgencyId },
  };
}

/** Where the confirmed work stands, unless it is past the target already or counts percent of the work. */
export function beginsAt(line: Line): string | null {
  const target = finalTarget(line);
  if (line.confirmed === null || target === null) return line.baseline;
  const [at, to] = [new Fraction(line.confirmed.amount), new Fraction(target)];
  return (line.direction === 'up' ? at.lt(to) : at.gt(to)) ? line.confirmed.amount : line.baseline;
}
