/**
 * The agenda of a joint review, made from the data: what was decided and is still open, what is late and why, what waits for the other side, what
 * was moved, what comes next, what has no activity, what runs out. Frozen when the review is called, with the figures of that day. Pure.
 */
import type { Label, Language } from '../../../kernel/language.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import { type Agreement, withoutFocalPoint } from '../agreement.ts';
import { daysLeft, type WarnDays, warnDaysFor } from '../in-force.ts';
import type { LightRule } from '../light.ts';
import { LINE_FIELDS } from '../lines/changed-fields.ts';
import { countsOf, type FigureCounts } from './figures.ts';
import type { Period } from './periods.ts';
import type { LineSnapshot } from './snapshot.ts';

export const TOPICS = {
  'open-decision': { id: 'Keputusan tinjauan sebelumnya yang belum selesai', en: 'Earlier decisions still open' },
  red: { id: 'Baris merah: tertinggal', en: 'Red lines: behind' },
  yellow: { id: 'Baris kuning: perlu perhatian', en: 'Yellow lines: need attention' },
  'to-confirm': { id: 'Menunggu konfirmasi pihak lain', en: 'Waiting to be confirmed by the other side' },
  withdrawn: { id: 'Baris yang dibatalkan dalam periode ini', en: 'Lines withdrawn in this period' },
  changed: { id: 'Baris yang isinya diubah dalam periode ini', en: 'Lines changed in this period' },
  joined: { id: 'Baris yang ditambahkan dalam periode ini', en: 'Lines added in this period' },
  shifted: { id: 'Tenggat yang digeser dalam periode ini', en: 'Due days moved in this period' },
  done: { id: 'Selesai dalam periode ini', en: 'Done in this period' },
  next: { id: 'Jatuh tempo pada periode berikutnya', en: 'Due in the next period' },
  'idle-programme': { id: 'Ruang lingkup tanpa kegiatan', en: 'Programmes without activity' },
  'no-focal-point': { id: 'Pihak tanpa narahubung', en: 'Parties without a focal point' },
  lapsing: { id: 'Masa berlaku', en: 'Term' },
  point: { id: 'Usulan para pihak', en: 'Points brought up by the parties' },
} as const satisfies Record<string, Label>;

export type TopicKind = keyof typeof TOPICS;
export const TOPIC_KINDS = Object.keys(TOPICS) as TopicKind[];

/** One thing to talk about. Days are ISO texts: the agenda is kept as JSON. */
export interface Topic {
  readonly kind: TopicKind;
  /** What it is about, as somebody wrote it or as the data calls it. */
  readonly text: string;
  /** Who is responsible or brought it up; '' = nobody in particular. */
  readonly who: string;
  readonly dueOn: string | null;
  /** Of lines: the snapshot it rests on. */
  readonly line?: LineSnapshot;
  /** Of programmes: the code. */
  readonly programme?: string;
  /** Of decisions: the review that took it and its number there. */
  readonly decision?: { readonly review: number; readonly ordinal: number; readonly isReported: boolean };
}

export interface AgendaContent {
  /** The day it was made. */
  readonly asOf: string;
  readonly from: string;
  readonly until: string;
  readonly rule: LightRule;
  readonly programmes: readonly { readonly code: string; readonly label: Label; readonly counts: FigureCounts }[];
  readonly all: FigureCounts;
  readonly topics: readonly Topic[];
}

export interface OpenDecision {
  readonly review: number;
  readonly ordinal: number;
  readonly text: string;
  readonly who: string;
  readonly dueOn: string;
  readonly isReported: boolean;
}

export interface AgendaGrounds {
  readonly today: Day;
  readonly period: Period;
  /** The last day of the period after it. */
  readonly nextUntil: Day;
  readonly agreement: Pick<Agreement, 'kind' | 'parties' | 'focalPoints' | 'inForceUntil' | 'programmes'>;
  /** Focal points whose person has left the office, by id. */
  readonly departed: ReadonlySet<string>;
  readonly lines: readonly LineSnapshot[];
  readonly programmes: ReadonlyMap<string, Label>;
  readonly decisions: readonly OpenDecision[];
  readonly points: readonly { readonly text: string; readonly who: string }[];
  readonly rule: LightRule;
  /** Days before its end from which the term is a topic. */
  readonly warnDays: WarnDays;
}

export function makeAgenda(grounds: AgendaGrounds): AgendaContent {
  const { today, period, lines, agreement, rule } = grounds;
  const asOf = today.toString();
  const [from, until] = [period.from.toString(), period.until.toString()];
  const codes = [...new Set([...agreement.programmes, ...lines.map(({ programme }) => programme)])];
  return {
    ...{ asOf, from, until, rule },
    programmes: codes.map((code) => ({
      code,
      label: grounds.programmes.get(code) ?? { id: code, en: code },
      counts: countsOf(lines, asOf, code),
    })),
    all: countsOf(lines, asOf),
    topics: TOPIC_KINDS.flatMap((kind) => topicsOf(kind, grounds, codes)),
  };
}

function topicsOf(kind: TopicKind, grounds: AgendaGrounds, codes: readonly string[]): readonly Topic[] {
  const { lines, period, agreement, today } = grounds;
  const [from, until, nextUntil] = [period.from.toString(), period.until.toString(), grounds.nextUntil.toString()];
  const ofLines = (some: readonly LineSnapshot[]): readonly Topic[] =>
    some.map((line) => ({ kind, text: line.activity, who: line.owner, dueOn: line.dueOn, line }));
  // The priorities of the regional head first, then what is due first.
  const sorted = lines.toSorted(
    (a, b) =>
      Number(b.isPriority) - Number(a.isPriority) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.ordinal - b.ordinal),
  );
  switch (kind) {
    case 'open-decision':
      return grounds.decisions.map(({ text, who, dueOn, review, ordinal, isReported }) => ({
        ...{ kind, text, who, dueOn, decision: { review, ordinal, isReported } },
      }));
    case 'red':
      return ofLines(sorted.filter(({ light }) => light === 'red'));
    case 'yellow':
      // What ended below its target is told once, among what is done.
      return ofLines(sorted.filter((line) => line.light === 'yellow' && !line.awaits && line.state !== 'done'));
    case 'to-confirm':
      return ofLines(sorted.filter((line) => line.light !== 'red' && line.awaits));
    // What was signed and is not as it was: both sides look at it together, whoever keeps the plan.
    case 'withdrawn':
      return ofLines(sorted.filter(({ withdrawnWhy, stateOn }) => withdrawnWhy !== null && isWithin(stateOn, period)));
    case 'changed':
      return ofLines(sorted.filter(({ changes }) => changes.some(({ on }) => isWithin(on, period))));
    case 'joined':
      return ofLines(
        sorted.filter(({ joinedOn, state }) => state !== 'dropped' && joinedOn !== null && isWithin(joinedOn, period)),
      );
    case 'shifted':
      return ofLines(sorted.filter(({ shifts }) => shifts.some(({ on }) => from <= on && on <= until)));
    case 'done':
      // By the day the other side confirmed it: every line that is done comes up in one period, also when it was reported in an earlier one.
      return ofLines(sorted.filter(({ state, stateOn }) => state === 'done' && from <= stateOn && stateOn <= until));
    case 'next':
      return ofLines(
        sorted.filter(({ state, dueOn }) => (state === 'planned' || state === 'running') && until < dueOn && dueOn <= nextUntil),
      );
    case 'idle-programme':
      return codes
        .filter((code) => {
          const own = lines.filter(({ programme, state }) => programme === code && state !== 'dropped');
          return !own.some(({ state, lastReportOn }) => state === 'done' || (lastReportOn !== null && lastReportOn >= from));
        })
        .map((programme) => ({
          ...{ kind, programme, text: grounds.programmes.get(programme)?.id ?? programme, who: '', dueOn: null },
        }));
    case 'no-focal-point':
      return withoutFocalPoint(agreement, today, grounds.departed).map(({ name }) => ({
        kind,
        text: name,
        who: '',
        dueOn: null,
      }));
    case 'lapsing': {
      const left = daysLeft(agreement, today);
      const near = left !== null && left <= warnDaysFor(agreement.kind, grounds.warnDays) && agreement.inForceUntil !== null;
      return near ? [{ kind, text: '', who: '', dueOn: (agreement.inForceUntil as Day).toString() }] : [];
    }
    case 'point':
      return grounds.points.map(({ text, who }) => ({ kind, text, who, dueOn: null }));
  }
}

const isWithin = (on: string, { from, until }: Period): boolean => from.toString() <= on && on <= until.toString();

/** Why a line is on the agenda that is not as it was signed: one text a change of the period, or the reason it was withdrawn for. */
export function sinceSigningNotes(
  { kind, line }: Topic,
  { from, until }: Pick<AgendaContent, 'from' | 'until'>,
  language: Language,
): readonly string[] {
  if (!line) return [];
  if (kind === 'withdrawn' && line.withdrawnWhy) return [line.withdrawnWhy];
  if (kind !== 'changed') return [];
  return line.changes
    .filter(({ on }) => from <= on && on <= until)
    .map(({ fields, reason }) => `${fields.map((field) => LINE_FIELDS[field][language]).join(', ')}: ${reason}`);
}

/** The last day of the period that follows one of the same length. */
export function nextPeriodEnd(period: Period): Day {
  const months = Math.max(
    1,
    Math.round(
      period.from
        .until(period.until.add({ days: 1 }), { largestUnit: 'month' })
        .total({ unit: 'month', relativeTo: period.from }),
    ),
  );
  const end = period.until.add({ days: 1 }).add({ months }).subtract({ days: 1 });
  return Temporal.PlainDate.compare(end, period.until) > 0 ? end : period.until;
}
