/**
 * The line an improvement item or an obligation is proposed to become. A proposal: whoever keeps the plan changes it before or after. Pure.
 *
 * Lines of a signed plan are public. An improvement item comes out of a published result, so its words may stand in the line; what an obligation says
 * stays between the agency and the Ombudsman (what is published of it is another text), so a line names it without its content.
 */
import type { Label } from '../../../kernel/language.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { agreementKind, type Factor } from '../kinds.ts';
import { LINE_LIMITS, type LineOrder } from '../lines/line-order.ts';
import { partyAbove } from '../lines/promise.ts';

export interface ItemSource {
  readonly kind: 'item';
  readonly id: string;
  /** What the published result asks for. */
  readonly asked: string;
  readonly indicator: string;
  /** With its decimal comma: '45,00'. */
  readonly score: string;
  readonly year: number;
  readonly owner: OwnerOfSource;
  readonly dueOn: Day;
}

export interface ObligationSource {
  readonly kind: 'obligation';
  readonly id: string;
  /** 'Tindakan korektif 2' */
  readonly name: string;
  readonly owner: OwnerOfSource;
  readonly dueOn: Day;
}

export type Source = (ItemSource | ObligationSource) & {
  /** What was confirmed, judged, dropped or withdrawn needs no plan any more. */
  readonly isOpen: boolean;
};

export interface OwnerOfSource {
  readonly agencyId: string;
  readonly path: readonly string[];
  readonly name: string;
  /** The office held, '' = not known. */
  readonly position: string;
}

/** What the form may say otherwise. */
export interface ProposalEdits {
  readonly activity?: string;
  readonly programme?: string;
  readonly factor?: Factor | null;
  readonly evidenceAsked?: string;
  readonly dueOn?: Day | null;
}

/** Whether a source can become a line of a plan: its office must be a party or below one. */
export function fitsPlan(agreement: Pick<Agreement, 'parties'>, source: Source): boolean {
  return partyAbove(agreement.parties, source.owner.path) !== undefined;
}

const EVIDENCE: Label = {
  id: 'Foto, dokumen, atau tangkapan layar yang menunjukkan perbaikannya.',
  en: 'Photos, documents or screenshots that show the improvement.',
};

/** @param programmes codes there are, in their order */
export function proposal(
  source: Source,
  agreement: Agreement,
  today: Day,
  programmes: readonly string[],
  edits: ProposalEdits = {},
): LineOrder {
  const { startsOn, dueOn } = daysFor(source.dueOn, agreement, today);
  const ombudsman = agreement.parties.find(({ side, agencyId }) => side === 'ombudsman' && agencyId !== null);
  const isOwnParty = ombudsman !== undefined && partyAbove(agreement.parties, source.owner.path)?.id === ombudsman.id;
  return {
    programme: edits.programme ?? programmeFor(source, agreement, programmes),
    factor: agreementKind(agreement.kind).hasFactors ? (edits.factor ?? 'sop') : null,
    activity: edits.activity ?? activityFor(source),
    indicator: indicatorFor(source),
    startsOn: edits.dueOn && Temporal.PlainDate.compare(edits.dueOn, startsOn) < 0 ? edits.dueOn : startsOn,
    dueOn: edits.dueOn === undefined ? dueOn : edits.dueOn,
    owner: { agencyId: source.owner.agencyId, position: source.owner.position },
    other: ombudsman?.agencyId && !isOwnParty ? { agencyId: ombudsman.agencyId } : null,
    evidenceAsked: edits.evidenceAsked ?? EVIDENCE.id,
    ...(source.kind === 'item' ? { itemId: source.id } : { obligationId: source.id }),
  };
}

function activityFor(source: Source): string {
  if (source.kind === 'item') return shortened(source.asked, LINE_LIMITS.activity);
  return shortened(`Melaksanakan ${source.name.toLowerCase()} Ombudsman`, LINE_LIMITS.activity);
}

function indicatorFor(source: Source): string {
  if (source.kind === 'obligation') return 'Dinyatakan dilaksanakan oleh Ombudsman';
  const text = `Nilai indikator ${source.indicator} naik pada penilaian berikutnya (${source.year}: ${source.score})`;
  return shortened(text, LINE_LIMITS.indicator);
}

/** Obligations settle what people reported; what an assessment asks for prevents it. Else the first programme of the plan, or of all. */
function programmeFor(source: Source, agreement: Agreement, programmes: readonly string[]): string {
  const known = agreement.programmes.length > 0 ? agreement.programmes : programmes;
  const wanted = source.kind === 'item' ? 'prevention' : 'faster-settlement';
  return known.includes(wanted) ? wanted : (known[0] ?? wanted);
}

/** The due day of the source where it lies in the term of the plan, else the nearest day that does; begun today. */
function daysFor(due: Day, agreement: Agreement, today: Day): { readonly startsOn: Day; readonly dueOn: Day } {
  const first = latest(
    ...[
      agreement.inForceFrom,
      agreement.yearFrom === null ? null : Temporal.PlainDate.from({ year: agreement.yearFrom, month: 1, day: 1 }),
    ],
    today,
  );
  const lastYear = agreement.yearUntil ?? agreement.yearFrom;
  const last = earliest(
    agreement.inForceUntil,
    lastYear === null ? null : Temporal.PlainDate.from({ year: lastYear, month: 12, day: 31 }),
  );
  const startsOn = last !== null && Temporal.PlainDate.compare(last, first) < 0 ? last : first;
  // What was due already gets the plan's own time; the day it was due stands on its own page.
  const isOver = Temporal.PlainDate.compare(due, startsOn) <= 0;
  const dueOn = isOver ? (last ?? startsOn.add({ months: 3 })) : earliest(due, last);
  return { startsOn, dueOn: dueOn as Day };
}

function latest(...days: readonly (Day | null)[]): Day {
  return days
    .filter((each): each is Day => each !== null)
    .toSorted(Temporal.PlainDate.compare)
    .at(-1) as Day;
}

function earliest(...days: readonly (Day | null)[]): Day | null {
  return days.filter((each): each is Day => each !== null).toSorted(Temporal.PlainDate.compare)[0] ?? null;
}

function shortened(text: string, limit: number): string {
  const one = text.trim().replace(/\s+/g, ' ');
  return one.length <= limit ? one : `${one.slice(0, limit - 1).trimEnd()}…`;
}
