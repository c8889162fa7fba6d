/** A line gets a live measure from complaints, another one, or none. Whoever keeps the plan chooses it; the number itself is never typed in. */
import { isMeasureCode, type MeasureCode } from '../../../complaints/index.ts';
import { agencyById } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';
import { partyAbove } from '../../rules/lines/promise.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import type { Span } from '../../rules/sources/measure-period.ts';
import { measurePeriod, saveMeasurePeriod } from '../../store/sources/measure-periods.ts';
import { changeLine, type LineTarget } from '../change.ts';

/** Days a measure may look at: longer ones say nothing about a plan, and cost. */
const LONGEST_YEARS = 5;

export interface MeasureOrder {
  readonly measure: string;
  readonly agencyId: string;
  /** `null` = the year of the line. */
  readonly span: Span | null;
}

/** @param order `null` = no measure */
export function setMeasure(
  tools: Tools,
  actor: Actor,
  target: LineTarget,
  order: MeasureOrder | null,
): Promise<Result<Line, AgreementRefusal>> {
  return changeLine(tools, actor, target, async (line, agreement, _circumstances, tx) => {
    if (actor.kind !== 'system' && !mayEditLines(actor, agreement)) return refuse('agreement.not-yours');
    if (line.state === 'dropped') return refuse('agreement.not-now');
    const before = await measurePeriod(tx, line);
    if (order === null) {
      if (line.measure === null) return { ok: true, value: { next: line, events: [] } };
      await saveMeasurePeriod(tx, line, null);
      const events = [{ type: 'sources-measure-removed', payload: { line: line.id, measure: line.measure } }];
      return { ok: true, value: { next: { ...line, measure: null, measureAgencyId: null }, events } };
    }
    if (!isMeasureCode(order.measure)) return refuse('agreement.measure-unknown');
    const agency = await agencyById(tx, order.agencyId);
    const party = agency && partyAbove(agreement.parties, agency.path);
    // Complaints are about governments: the Ombudsman's own office has none to measure.
    if (!agency || party?.side !== 'government') return refuse('agreement.measure-agency');
    if (order.span && !isSound(order.span)) return refuse('agreement.measure-days');
    const isSame = line.measure === order.measure && line.measureAgencyId === agency.id && sameDays(before, order.span);
    if (isSame) return { ok: true, value: { next: line, events: [] } };
    await saveMeasurePeriod(tx, line, order.span);
    const days = { from: order.span?.from.toString() ?? null, until: order.span?.until.toString() ?? null };
    const events = [
      { type: 'sources-measure-set', payload: { line: line.id, measure: order.measure, agency: agency.id, ...days } },
    ];
    return { ok: true, value: { next: { ...line, measure: order.measure as MeasureCode, measureAgencyId: agency.id }, events } };
  });
}

function isSound({ from, until }: Span): boolean {
  return (
    Temporal.PlainDate.compare(from, until) <= 0 &&
    Temporal.PlainDate.compare(until, from.add({ years: LONGEST_YEARS })) <= 0 &&
    from.year >= 2000 &&
    until.year <= 2199
  );
}

function sameDays(one: Span | null, two: Span | null): boolean {
  return one === null || two === null ? one === two : one.from.equals(two.from) && one.until.equals(two.until);
}
