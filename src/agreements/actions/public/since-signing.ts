/** How complaints were handled since an agreement is in force, beside the same days before: what a leader asks, and what proves nothing by itself. */
import { type MeasureCode, type MeasureScope, measured } from '../../../complaints/index.ts';
import type { Day } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { remembered } from '../../../platform/database/remembered.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { bindsOn } from '../../rules/in-force.ts';
import { COVERING_KINDS } from '../../rules/kinds.ts';
import { type Span, sameDaysBefore } from '../../rules/sources/measure-period.ts';
import { type ShownFigure, shownFigure } from '../../rules/sources/shown-figure.ts';

/** What is looked at: how fast, how reliably, how it ended. */
export const SINCE_MEASURES = [
  'first-follow-up',
  'finished-in-time',
  'closed-by-silence',
  'answers-accepted',
] as const satisfies readonly MeasureCode[];

export interface SinceSigning {
  readonly since: Span;
  readonly before: Span;
  readonly least: number;
  readonly measures: readonly { readonly code: MeasureCode; readonly since: ShownFigure; readonly before: ShownFigure }[];
}

/** The agreement in force that a comparison starts from: the memorandum, else the first plan or commitment that binds. */
export function startingPoint(agreements: readonly Agreement[], today: Day): Agreement | undefined {
  const binding = agreements.filter((one) => bindsOn(one, today));
  const oldest = (some: readonly Agreement[]) =>
    some.toSorted((a, b) => (a.inForceFrom ?? today).since(b.inForceFrom ?? today).sign || a.id.localeCompare(b.id))[0];
  return oldest(binding.filter(({ kind }) => COVERING_KINDS.includes(kind))) ?? oldest(binding);
}

/** @returns `undefined` on the first day: nothing can be compared yet */
export function spansSince(agreement: Agreement, today: Day): { readonly since: Span; readonly before: Span } | undefined {
  if (agreement.inForceFrom === null || agreement.inForceFrom.until(today).sign <= 0) return undefined;
  const since = { from: agreement.inForceFrom, until: today };
  return { since, before: sameDaysBefore(since) };
}

/** Of an agency with everything below it. */
export async function sinceSigning(
  tools: Pick<Tools, 'db' | 'clock'>,
  agencyId: string,
  agreement: Agreement,
  today: Day,
): Promise<SinceSigning | undefined> {
  const spans = spansSince(agreement, today);
  if (!spans) return undefined;
  const now = tools.clock.now();
  const book = await lawBook(tools);
  const least = book.parameter('agreement.measure-least', today).value;
  const figure = async (code: MeasureCode, span: Span) => {
    const scope: MeasureScope = { agencyId, ...span };
    return shownFigure(code, await measured(tools.db, code, scope, now, book), least, 'inside');
  };
  const measures = await Promise.all(
    SINCE_MEASURES.map(async (code) => ({
      code,
      since: await figure(code, spans.since),
      before: await figure(code, spans.before),
    })),
  );
  return { ...spans, least, measures };
}

const FIVE_MINUTES = 300_000;

/** The same as it was at most five minutes ago: eight counts over years of complaints, on a page that is opened many times a day. */
export function sinceSigningOfLate(
  tools: Pick<Tools, 'db' | 'clock'>,
  agencyId: string,
  agreement: Agreement,
  today: Day,
): Promise<SinceSigning | undefined> {
  const key = `since-signing ${agencyId} ${agreement.inForceFrom} ${today}`;
  return remembered(tools.db, key, FIVE_MINUTES, () => sinceSigning(tools, agencyId, agreement, today));
}
