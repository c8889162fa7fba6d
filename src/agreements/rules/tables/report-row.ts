/** Progress told in a row of a table: one report a row, judged as a report from the page of the line is. Pure. */
import type { Actor } from '../../../kernel/actor.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import type { Amount, Line } from '../line.ts';
import { flawsOfReport } from '../lines/report.ts';
import { LINE_TEXT_LIMIT } from '../move-line.ts';
import { lineActions } from '../permissions.ts';
import { hasPersonalData } from '../public-text.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { plainAmount, plainText, type RawCell } from './cells.ts';
import { type ColumnCode, REPORT_COLUMNS } from './columns.ts';
import { type CellReading, rawText, readCell } from './read-cell.ts';

export interface EarlierReport {
  readonly asOf: Day;
  readonly achieved: Amount;
  readonly text: string;
  readonly isLast: boolean;
}

export interface ReportDifference {
  readonly achieved: Amount;
  readonly asOf: Day;
  readonly text: string;
  readonly isLast: boolean;
  /** By column; empty = it can be sent. */
  readonly flaws: ReadonlyMap<ColumnCode, AgreementRefusal>;
  /** As it stands in the file, by column. */
  readonly typed: Readonly<Partial<Record<ColumnCode, string>>>;
}

interface Row {
  readonly cells: Readonly<Partial<Record<ColumnCode, RawCell>>>;
}

interface Plan {
  readonly agreement: Agreement;
  readonly actor: Actor;
  readonly today: Day;
  readonly reports: (line: Line) => readonly EarlierReport[];
}

/** @returns `null` = nothing is reported, or exactly this was reported before */
export function reportDifference({ cells }: Row, line: Line, plan: Plan, reading: CellReading): ReportDifference | null {
  const typed = Object.fromEntries(REPORT_COLUMNS.map((code) => [code, plainText(rawText(cells[code] ?? ''))]));
  const isEmpty =
    ['achieved', 'done', 'asOf'].every((code) => typed[code] === '') && readOr('isLast', cells, reading, 'no') === 'no';
  if (isEmpty) return null;
  const flaws = new Map<ColumnCode, AgreementRefusal>();
  const read = (code: ColumnCode): string => {
    const value = readCell(code, cells[code] ?? '', reading);
    if (!value.ok) flaws.set(code, value.refusal);
    return value.ok ? value.value : '';
  };
  const [achieved, asOfText, text] = [read('achieved'), read('asOf'), read('done')];
  const isLast = read('isLast') === 'yes';
  const asOf = asOfText === '' ? plan.today : Temporal.PlainDate.from(asOfText);
  if (plan.reports(line).some((earlier) => isSame(earlier, { achieved, text, isLast, asOf: asOfText }))) return null;
  if (achieved === '' && !flaws.has('achieved')) flaws.set('achieved', 'agreement.report-amount-missing');
  if (text === '') flaws.set('done', 'agreement.report-text-missing');
  if (text.length > LINE_TEXT_LIMIT) flaws.set('done', 'agreement.text-too-long');
  else if (hasPersonalData(text)) flaws.set('done', 'agreement.personal-data');
  if (flaws.size === 0)
    // Why a line ends below its target is said on its page: a table has no cell for it.
    for (const { field, code } of flawsOfReport(line, { asOf, achieved, isLast, files: 0, shortfall: '' }, plan.today))
      flaws.set(field === 'evidence' || field === 'shortfall' ? 'isLast' : (field as ColumnCode), code);
  const barred = barredFrom(line, isLast, plan);
  // Whoever may not report at all is told that alone.
  if (barred) return { achieved, asOf, text, isLast, flaws: new Map([['achieved', barred]]), typed };
  return { achieved, asOf, text, isLast, flaws, typed };
}

function barredFrom(line: Line, isLast: boolean, { actor, agreement }: Plan): AgreementRefusal | null {
  const wanted = isLast ? 'report-last' : 'report';
  if (lineActions(actor, agreement, line).some(({ action }) => action === wanted)) return null;
  return line.state === 'planned' || line.state === 'running' ? 'agreement.report-not-yours' : 'agreement.cell-line-closed';
}

function readOr(code: ColumnCode, cells: Row['cells'], reading: CellReading, otherwise: string): string {
  const value = readCell(code, cells[code] ?? '', reading);
  return value.ok ? value.value : otherwise;
}

/** A table brought twice reports once: same words, same number, same day (or no day given). */
function isSame(
  earlier: EarlierReport,
  now: { readonly achieved: string; readonly text: string; readonly isLast: boolean; readonly asOf: string },
): boolean {
  return (
    plainAmount(earlier.achieved) === now.achieved &&
    plainText(earlier.text) === now.text &&
    earlier.isLast === now.isLast &&
    (now.asOf === '' || earlier.asOf.toString() === now.asOf)
  );
}
