/** The live measure of a line, counted now: for its own days and for the days it is compared with. Also for pages of leaders and for the API. */
import { isMeasureCode, type MeasureCode, type MeasureScope, measured } from '../../../complaints/index.ts';
import { type Agency, agencyById } from '../../../directory/index.ts';
import { dayOf, type Zone } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { remembered } from '../../../platform/database/remembered.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';
import { type Span, sameDaysBefore, soFar, spanOf } from '../../rules/sources/measure-period.ts';
import { type ShownFigure, shownFigure } from '../../rules/sources/shown-figure.ts';
import { measurePeriod } from '../../store/sources/measure-periods.ts';

const TEN_MINUTES = 600_000;

export interface LineMeasure {
  readonly measure: MeasureCode;
  readonly agency: Agency;
  /** The whole days it looks at, and whether somebody chose them. */
  readonly span: Span;
  readonly isOwnSpan: boolean;
}

export interface MeasuredLine extends LineMeasure {
  /** As much of the days as has come; `null` = they have not begun, and there is nothing to count. */
  readonly counted: Span | null;
  readonly compared: Span | null;
  readonly now: ShownFigure | null;
  readonly before: ShownFigure | null;
  /** Cases from which a mean or a share is shown. */
  readonly least: number;
}

/** Which measure a line has; `undefined` = none. */
export async function measureOf(tools: Pick<Tools, 'db'>, line: Line): Promise<LineMeasure | undefined> {
  if (line.measure === null || line.measureAgencyId === null || !isMeasureCode(line.measure)) return undefined;
  const agency = await agencyById(tools.db, line.measureAgencyId);
  if (!agency) return undefined;
  const own = await measurePeriod(tools.db, line);
  return { measure: line.measure, agency, span: spanOf(line, own), isOwnSpan: own !== null };
}

/** @param viewer what is told of few cases depends on who looks; what the public is told may be ten minutes old */
export async function measuredLine(
  tools: Pick<Tools, 'db' | 'clock'>,
  line: Line,
  zone: Zone,
  viewer: 'inside' | 'public',
): Promise<MeasuredLine | undefined> {
  const about = await measureOf(tools, line);
  if (!about) return undefined;
  const now = tools.clock.now();
  const today = dayOf(now, zone);
  const book = await lawBook(tools);
  const least = book.parameter('agreement.measure-least', today).value;
  const counted = soFar(about.span, today);
  const compared = counted && sameDaysBefore(counted);
  const figure = async (span: Span | null) => {
    if (span === null) return null;
    const scope: MeasureScope = { agencyId: about.agency.id, ...span };
    const count = () => measured(tools.db, about.measure, scope, now, book);
    // Anyone may open a public page as often as they like: there a count over all complaints of an agency is made anew only now and then.
    const key = `measure ${about.measure} ${about.agency.id} ${span.from} ${span.until}`;
    const counts = viewer === 'public' ? await remembered(tools.db, key, TEN_MINUTES, count) : await count();
    return shownFigure(about.measure, counts, least, viewer);
  };
  const [own, earlier] = [await figure(counted), await figure(compared)];
  return { ...about, counted, compared, now: own, before: earlier, least };
}
