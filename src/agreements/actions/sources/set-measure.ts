/**
 * A line gets a live measure from complaints, another one, or none. Whoever keeps the plan chooses it; the number itself is never typed in. Once the plan is
 * signed it takes a reason, both sides are told, and what was measured before stays to be read: another measure may flatter.
 */
import { isMeasureCode, type MeasureCode } from '../../../complaints/index.ts';
import { agencyById } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { partyAbove } from '../../rules/lines/promise.ts';
import { LINE_TEXT_LIMIT } from '../../rules/move-line.ts';
import { refusalOfLines } from '../../rules/permissions.ts';
import { hasPersonalData } from '../../rules/public-text.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { type Span, spanOf } from '../../rules/sources/measure-period.ts';
import { type ChangedFields, insertChange } from '../../store/lines/changes.ts';
import { measurePeriod, saveMeasurePeriod } from '../../store/sources/measure-periods.ts';
import { type Circumstances, changeLine, type LineTarget } from '../change.ts';
import { tellSides } from '../lines/tell-sides.ts';

/** Days a measure may look at: longer ones say nothing about a plan, and cost. */
const LONGEST_YEARS = 5;

export interface MeasureOrder {
  readonly measure: string;
  readonly agencyId: string;
  /** `null` = from the beginning of the line to the end of its year. */
  readonly span: Span | null;
}

/**
 * @param order `null` = no measure
 * @param reason why, once the plan is signed; '' before
 */
export function setMeasure(
  tools: Tools,
  actor: Actor,
  target: LineTarget,
  order: MeasureOrder | null,
  reason = '',
): Promise<Result<Line, AgreementRefusal>> {
  return changeLine(tools, actor, target, async (line, agreement, circumstances, tx) => {
    const barred = actor.kind === 'system' ? null : refusalOfLines(actor, agreement);
    if (barred) return refuse(barred);
    if (line.state !== 'planned' && line.state !== 'running') return refuse('agreement.line-settled');
    const own = await measurePeriod(tx, line);
    const wanted = order === null ? null : await soundOrder(tx, agreement, order);
    if (wanted && !wanted.ok) return wanted;
    const next: Line = {
      ...line,
      measure: wanted?.value.measure ?? null,
      measureAgencyId: wanted?.value.agencyId ?? null,
    };
    const [before, after] = onlyChanged(measureTexts(line, own), measureTexts(next, order?.span ?? null));
    if (Object.keys(after).length === 0 && isSameSpan(own, order?.span ?? null))
      return { ok: true, value: { next: line, events: [] } };
    const unsaid = agreement.state === 'signed' ? refusalOfReason(reason) : null;
    if (unsaid) return refuse(unsaid);
    await saveMeasurePeriod(tx, line, order?.span ?? null);
    if (Object.keys(after).length > 0)
      await keepAndTell(tools, tx, { line, next, agreement, before, after, reason: reason.trim() }, circumstances);
    const days = { from: order?.span?.from.toString() ?? null, until: order?.span?.until.toString() ?? null };
    const event =
      next.measure === null
        ? { type: 'sources-measure-removed', payload: { line: line.id, measure: line.measure } }
        : {
            type: 'sources-measure-set',
            payload: { line: line.id, measure: next.measure, agency: next.measureAgencyId, ...days },
          };
    return { ok: true, value: { next, events: [event] } };
  });
}

async function soundOrder(
  tx: Tx,
  agreement: Agreement,
  { measure, agencyId, span }: MeasureOrder,
): Promise<Result<{ readonly measure: MeasureCode; readonly agencyId: string }, AgreementRefusal>> {
  if (!isMeasureCode(measure)) return refuse('agreement.measure-unknown');
  const agency = await agencyById(tx, agencyId);
  const party = agency && partyAbove(agreement.parties, agency.path);
  // Complaints are about governments: the Ombudsman's own office has none to measure.
  if (!agency || party?.side !== 'government') return refuse('agreement.measure-agency');
  if (span && !isSound(span)) return refuse('agreement.measure-days');
  return { ok: true, value: { measure, agencyId: agency.id } };
}

function refusalOfReason(reason: string): AgreementRefusal | null {
  if (reason.trim() === '') return 'agreement.reason-missing';
  if (reason.length > LINE_TEXT_LIMIT) return 'agreement.text-too-long';
  return hasPersonalData(reason) ? 'agreement.personal-data' : null;
}

/** What is measured as it is kept of a change; the days are those that count, chosen or not. */
function measureTexts(line: Line, own: Span | null): ChangedFields {
  const { from, until } = spanOf(line, own);
  return {
    ...{ measure: line.measure, measureAgency: line.measureAgencyId },
    measureDays: line.measure === null ? null : `${from}/${until}`,
  };
}

function onlyChanged(before: ChangedFields, after: ChangedFields): readonly [ChangedFields, ChangedFields] {
  const fields = Object.keys(after).filter((field) => before[field] !== after[field]);
  const only = (texts: ChangedFields) => Object.fromEntries(fields.map((field) => [field, texts[field] ?? null]));
  return [only(before), only(after)];
}

interface Kept {
  readonly line: Line;
  readonly next: Line;
  readonly agreement: Agreement;
  readonly before: ChangedFields;
  readonly after: ChangedFields;
  readonly reason: string;
}

async function keepAndTell(
  tools: Tools,
  tx: Tx,
  { line, next, agreement, before, after, reason }: Kept,
  { at, actor, newId }: Circumstances,
): Promise<void> {
  const afterSigning = agreement.state === 'signed';
  const id = newId();
  await insertChange(tx, line, { id, at, author: actorReference(actor), reason, before, after, afterSigning });
  if (afterSigning)
    await tellSides(tools, tx, actor, next, agreement, {
      ...{ purpose: 'agreement.line-changed', sides: ['owner', 'other'], about: id },
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

function isSameSpan(one: Span | null, two: Span | null): boolean {
  return one === null || two === null ? one === two : one.from.equals(two.from) && one.until.equals(two.until);
}
