/** A line as it stood on a day: what agendas and evaluations freeze, so that every number of theirs leads to the records behind it. Pure. */
import type Fraction from 'fraction.js';
import { type Day, dayOf, type Zone } from '../../../kernel/time.ts';
import { type Light, type LightCause, type LightRule, lightOf } from '../light.ts';
import type { LineState } from '../line.transitions.ts';
import type { Line } from '../line.ts';
import type { LineField } from '../lines/changed-fields.ts';
import { awaitsConfirmation } from '../permissions.ts';

/** Days are ISO texts: it is kept as JSON. */
export interface LineSnapshot {
  readonly id: string;
  /** The plan it is in, by its code. */
  readonly plan: string;
  readonly ordinal: number;
  readonly programme: string;
  readonly activity: string;
  /** The office that carries it out, by its name, and its side. */
  readonly owner: string;
  readonly ownerRoot: string;
  readonly dueOn: string;
  readonly firstDueOn: string;
  readonly state: LineState;
  /** The day it came into that state, where the plan is. */
  readonly stateOn: string;
  readonly light: Light;
  readonly cause: LightCause;
  /** Whole percent of the way: due by then, confirmed, reported. */
  readonly expected: number;
  readonly confirmed: number;
  readonly reported: number;
  /** The other side has not yet spoken to what was last reported; asked of the exact amounts, not of the percentages. */
  readonly awaits: boolean;
  readonly evidence: number;
  readonly isPriority: boolean;
  readonly shifts: readonly { readonly from: string; readonly to: string; readonly on: string; readonly reason: string }[];
  /** The day it came into a plan that was signed already; `null` = it was signed. */
  readonly joinedOn: string | null;
  /** Why it was dropped from a plan that was signed already, on `stateOn`; `null` = it was not. */
  readonly withdrawnWhy: string | null;
  /** What was changed in it after the signing: the fields, the day and the reason. */
  readonly changes: readonly { readonly on: string; readonly fields: readonly LineField[]; readonly reason: string }[];
  /** Reports of progress up to then, and the day of the last one. */
  readonly reports: number;
  readonly lastReportOn: string | null;
}

export interface LineHistory {
  readonly plan: string;
  readonly zone: Zone;
  readonly owner: string;
  readonly shifts: LineSnapshot['shifts'];
  readonly changes: LineSnapshot['changes'];
  readonly reports: number;
  readonly lastReportOn: string | null;
}

export function snapshotOf(line: Line, history: LineHistory, day: Day, rule: LightRule): LineSnapshot {
  const lit = lightOf(line, day, rule);
  return {
    ...{ id: line.id, plan: history.plan, ordinal: line.ordinal, programme: line.programme, activity: line.activity },
    ...{ owner: history.owner, ownerRoot: line.owner.agencyPath[0] ?? '', dueOn: line.dueOn.toString() },
    ...{ firstDueOn: line.firstDueOn.toString(), state: line.state, light: lit.light, cause: lit.cause },
    ...{ stateOn: dayOf(line.stateAt, history.zone).toString(), awaits: awaits(line) },
    ...{ expected: percent(lit.expected), confirmed: percent(lit.confirmed), reported: percent(lit.reported) },
    ...{ evidence: line.evidenceCount, isPriority: line.isPriority },
    joinedOn: line.joinedAt && dayOf(line.joinedAt, history.zone).toString(),
    ...{ withdrawnWhy: line.isWithdrawn ? (line.stateNote ?? '') : null, changes: history.changes },
    ...{ shifts: history.shifts, reports: history.reports, lastReportOn: history.lastReportOn },
  };
}

/** Reported as done, or under way with a report that the other side has not answered. */
function awaits(line: Line): boolean {
  return line.state === 'reported' || (line.state === 'running' && awaitsConfirmation(line));
}

/** Whole percent, rounded down: nothing is called 100 per cent before it is. */
function percent(share: Fraction): number {
  return share.mul(100).floor().valueOf();
}
