/**
 * What a filled-in table would change, row by row and cell by cell: three values are compared, as it was when the table was downloaded, as it is now, and
 * as the file says. What only the file changed is a change; what both changed is a conflict and shows both; what the file left alone stays as it is now,
 * whoever changed it since. So an unchanged table changes nothing, however old it is, and nobody's change is lost unseen. Pure.
 */
import type { Actor } from '../../../kernel/actor.ts';
import { LANGUAGES } from '../../../kernel/language.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { agreementKind } from '../kinds.ts';
import type { Line } from '../line.ts';
import type { LineFacts } from '../lines/promise.ts';
import { isHeldByEdition, lineActions, mayEditLines, mayPrepare } from '../permissions.ts';
import { hasPersonalData } from '../public-text.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { cellsOfLine, type LineKey, plainText, type RawCell, readKey, showCell } from './cells.ts';
import { type Cells, type ColumnCode, columnsOf } from './columns.ts';
import { flawsOfChange, flawsOfNew } from './judge-row.ts';
import { bareName, type TableLists } from './lists.ts';
import { isMonthFirst, rawText, readCell } from './read-cell.ts';
import { type EarlierReport, type ReportDifference, reportDifference } from './report-row.ts';

/** A row of a file: the columns the file has, '' where a cell is empty. */
export interface FileRow {
  /** Where it stands in the file, the headings being row 1. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<ColumnCode, RawCell>>>;
}

export interface CellDifference {
  readonly column: ColumnCode;
  /** As the table was downloaded; `null` = not known. */
  readonly before: string | null;
  /** As the line says now; `null` = a new line. */
  readonly now: string | null;
  /** Canonical; `null` = it cannot be read. */
  readonly file: string | null;
  /** As it stands in the file. */
  readonly typed: string;
  readonly state: 'change' | 'conflict' | 'wrong';
  readonly flaw: AgreementRefusal | null;
  /** The other column the flaw is about, when it is not this one. */
  readonly about: ColumnCode | null;
}

/**
 * `same` = nothing to do; `added` = a new line that an earlier upload of this very file made; `twin` = a new line the plan seems to have already; `wrong`
 * = the row as a whole cannot be used.
 */
export type RowKind = 'same' | 'changed' | 'new' | 'twin' | 'added' | 'wrong';

export interface RowDifference {
  readonly row: number;
  readonly kind: RowKind;
  readonly line: Line | null;
  /** Only cells that differ or are wrong; of a new line every cell that is filled in. */
  readonly cells: readonly CellDifference[];
  readonly report: ReportDifference | null;
  /** Why the row as a whole cannot be used, or why a new one is not added unasked. */
  readonly flaw: AgreementRefusal | null;
  readonly twinOf: Line | null;
  readonly reason: string;
}

export interface PlanNow {
  readonly agreement: Agreement;
  readonly lines: readonly Line[];
  /** What a line said in a version that was handed out; `undefined` = not known. */
  readonly base: (line: Line, version: number) => Cells | undefined;
  readonly reports: (line: Line) => readonly EarlierReport[];
  readonly lists: TableLists;
  readonly facts: LineFacts;
  readonly actor: Actor;
  readonly today: Day;
  /** Lines that rows of this very file have become already, by row. */
  readonly added: ReadonlyMap<number, string>;
  /** What was chosen to stay against the file, by `row/column`: the value that stays. */
  readonly kept: ReadonlyMap<string, string>;
}

export function differences(rows: readonly FileRow[], plan: PlanNow): readonly RowDifference[] {
  const byOrdinal = new Map(plan.lines.map((line) => [line.ordinal, line]));
  const days = columnsOf(agreementKind(plan.agreement.kind)).filter(({ kind }) => kind === 'day');
  const monthFirst = rows.some(({ cells }) => days.some(({ code }) => cells[code] !== undefined && isMonthFirst(cells[code])));
  const reading = { lists: plan.lists, monthFirst };
  const asked = rows.map((row) => ({ row, who: whichLine(row, plan, byOrdinal) }));
  const times = new Map<number, number>();
  for (const { who } of asked) if (who.kind === 'line') times.set(who.line.ordinal, (times.get(who.line.ordinal) ?? 0) + 1);
  const kept = plan.lines.filter(({ state }) => state !== 'dropped');
  const seen: Seen = { twins: new Map(kept.map((line) => [twinKeyOfLine(line), line])), copies: new Set() };
  const found: RowDifference[] = [];
  for (const { row, who } of asked) {
    if (who.kind === 'wrong') found.push({ ...blank(row), kind: 'wrong', flaw: who.flaw });
    else if (who.kind === 'new') found.push(newRow(row, plan, reading, seen));
    else {
      const change = changedRow(row, who.line, who.version, plan, reading);
      // Of rows with one key those that change nothing are copies nobody meant; which of the others is meant cannot be told.
      const several = (times.get(who.line.ordinal) ?? 0) > 1 && change.kind !== 'same';
      found.push(several ? { ...change, kind: 'wrong', flaw: 'agreement.row-twice' } : change);
    }
  }
  return found;
}

type Which =
  | { readonly kind: 'new' }
  | { readonly kind: 'line'; readonly line: Line; readonly version: number | null }
  | { readonly kind: 'wrong'; readonly flaw: AgreementRefusal };

function whichLine({ cells }: FileRow, { agreement }: PlanNow, byOrdinal: ReadonlyMap<number, Line>): Which {
  const typed = cells.key === undefined ? undefined : rawText(cells.key).trim();
  if (typed === '') return { kind: 'new' };
  let key: LineKey | undefined;
  if (typed === undefined) {
    // A table without the column of keys, a public one for example: its numbers say which lines it means, but not what they said.
    const number = rawText(cells.number ?? '').trim();
    if (number === '') return { kind: 'new' };
    key = /^\d{1,6}$/.test(number) ? { code: agreement.code, ordinal: Number(number), version: 0 } : undefined;
  } else key = readKey(typed);
  if (!key) return { kind: 'wrong', flaw: 'agreement.row-key' };
  if (key.code !== agreement.code) return { kind: 'wrong', flaw: 'agreement.row-other-plan' };
  const line = byOrdinal.get(key.ordinal);
  if (!line) return { kind: 'wrong', flaw: 'agreement.row-unknown' };
  return { kind: 'line', line, version: key.version === 0 ? null : key.version };
}

const blank = ({ row, cells }: FileRow) =>
  ({
    ...{ row, line: null, cells: [], report: null, flaw: null, twinOf: null },
    reason: plainText(rawText(cells.reason ?? '')),
  }) as const;

type Reading = Parameters<typeof readCell>[2];

function changedRow(row: FileRow, line: Line, version: number | null, plan: PlanNow, reading: Reading): RowDifference {
  const now = cellsOfLine(line);
  const base = version === null ? undefined : version === line.version ? now : plan.base(line, version);
  const cells: CellDifference[] = [];
  for (const { code, use } of columnsOf(agreementKind(plan.agreement.kind))) {
    const raw = row.cells[code];
    if (use !== 'line' || raw === undefined) continue;
    const told = { column: code, before: base?.[code] ?? null, now: now[code] ?? '', typed: rawText(raw), about: null };
    const file = fileValue(code, raw, told, reading);
    const state = compared(file.value, told, plan.kept.get(`${row.row}/${code}`));
    if (file.flaw) cells.push({ ...told, file: null, state: 'wrong', flaw: file.flaw });
    else if (state) cells.push({ ...told, file: file.value, state, flaw: null });
  }
  const judged = explained(judgedCells(cells, line, now, plan), row, plan);
  const report = reportDifference(row, line, plan, reading);
  const kind = judged.length > 0 || report !== null ? 'changed' : 'same';
  return { ...blank(row), kind, line, cells: judged, report };
}

/** What the cell means. What looks like the value it was downloaded with is that value, even where it could not be typed anew. */
function fileValue(
  code: ColumnCode,
  raw: RawCell,
  told: { readonly before: string | null; readonly now: string },
  reading: Reading,
): { readonly value: string; readonly flaw: AgreementRefusal | null } {
  const read = readCell(code, raw, reading);
  if (read.ok) return { value: code === 'year' && read.value === '' ? told.now : read.value, flaw: null };
  const looks = plainText(rawText(raw));
  for (const known of [told.before ?? told.now, told.now])
    if (LANGUAGES.some((language) => plainText(showCell(code, known, reading.lists, language)) === looks))
      return { value: known, flaw: null };
  return { value: '', flaw: read.refusal };
}

/** @returns `null` = nothing to do */
function compared(
  file: string,
  { before, now }: { readonly before: string | null; readonly now: string },
  kept: string | undefined,
): 'change' | 'conflict' | null {
  if (file === before || file === now) return null;
  if (before === now) return 'change';
  return kept === now ? null : 'conflict';
}

/** Whether the changes may be made at all, and what is wrong with the line as it would be. */
function judgedCells(cells: readonly CellDifference[], line: Line, now: Cells, plan: PlanNow): readonly CellDifference[] {
  const closed = line.state !== 'planned' && line.state !== 'running';
  const barred = barredFrom(plan, 'agreement.cell-not-yours') ?? (closed ? ('agreement.cell-line-closed' as const) : null);
  if (barred !== null) return cells.map((cell) => ({ ...cell, state: 'wrong', flaw: barred }));
  let judged = cells;
  // Each round takes out what is wrong by itself; the rest is judged again without it.
  for (;;) {
    const changes = judged.filter(({ state }) => state !== 'wrong');
    if (changes.length === 0) return judged;
    const flaws = flawsOfChange(line, now, changes, plan);
    if (flaws.size === 0) return judged;
    const own = changes.some(({ column }) => flaws.has(column));
    const [elsewhere, code] = [...flaws][0] as [ColumnCode, AgreementRefusal];
    judged = judged.map((cell): CellDifference => {
      if (cell.state === 'wrong') return cell;
      if (own) return flaws.has(cell.column) ? { ...cell, state: 'wrong', flaw: flaws.get(cell.column) ?? null } : cell;
      return { ...cell, state: 'wrong', flaw: code, about: elsewhere };
    });
  }
}

/** Everybody reads why a signed plan was changed: a reason that names somebody carries no change. */
function explained(cells: readonly CellDifference[], row: FileRow, { agreement }: PlanNow): readonly CellDifference[] {
  if (agreement.state !== 'signed' || !hasPersonalData(blank(row).reason)) return cells;
  return cells.map((cell) =>
    cell.state === 'wrong' ? cell : { ...cell, state: 'wrong', flaw: 'agreement.personal-data', about: 'reason' },
  );
}

/** Why the actor may not change what the plan says; `null` = may. */
function barredFrom({ actor, agreement }: PlanNow, notYours: AgreementRefusal): AgreementRefusal | null {
  if (mayEditLines(actor, agreement)) return null;
  if (isHeldByEdition(actor, agreement)) return 'agreement.rad-by-edition';
  return mayPrepare(actor, agreement) ? 'agreement.cell-not-now' : notYours;
}

interface Seen {
  /** Lines of the plan by what makes a new one look like them. */
  readonly twins: ReadonlyMap<string, Line>;
  /** New rows met so far. */
  readonly copies: Set<string>;
}

function newRow(row: FileRow, plan: PlanNow, reading: Reading, seen: Seen): RowDifference {
  const addedId = plan.added.get(row.row);
  const added = addedId === undefined ? undefined : plan.lines.find(({ id }) => id === addedId);
  if (added) return { ...blank(row), kind: 'added', line: added };
  const cells: CellDifference[] = [];
  for (const { code, use, needed } of columnsOf(agreementKind(plan.agreement.kind))) {
    if (use !== 'line') continue;
    const raw = row.cells[code] ?? '';
    const typed = plainText(rawText(raw));
    const read = readCell(code, raw, reading);
    const told = { column: code, before: null, now: null, typed, about: null };
    if (!read.ok) cells.push({ ...told, file: null, state: 'wrong', flaw: read.refusal });
    else if (read.value === '' && needed) cells.push({ ...told, file: null, state: 'wrong', flaw: 'agreement.cell-needed' });
    else if (typed !== '') cells.push({ ...told, file: read.value, state: 'change', flaw: null });
  }
  const barred = barredFrom(plan, 'agreement.row-not-yours');
  if (barred) return { ...blank(row), kind: 'wrong', cells, flaw: barred };
  if (cells.some(({ state }) => state === 'wrong')) return { ...blank(row), kind: 'wrong', cells };
  const flaws = flawsOfNew(cells, plan);
  if (flaws.size > 0) return { ...blank(row), kind: 'wrong', cells: withFlaws(cells, flaws) };
  const twinOf = seen.twins.get(twinKeyOfRow(cells)) ?? null;
  const copyOf = seen.copies.has(copyKey(cells));
  seen.copies.add(copyKey(cells));
  if (twinOf) return { ...blank(row), kind: 'twin', cells, twinOf, flaw: 'agreement.row-twin' };
  return {
    ...blank(row),
    kind: copyOf ? 'twin' : 'new',
    cells,
    ...(copyOf ? { flaw: 'agreement.row-copy' as const } : {}),
  };
}

function withFlaws(
  cells: readonly CellDifference[],
  flaws: ReadonlyMap<ColumnCode, AgreementRefusal>,
): readonly CellDifference[] {
  const told = cells.map(
    (cell): CellDifference => (flaws.has(cell.column) ? { ...cell, state: 'wrong', flaw: flaws.get(cell.column) ?? null } : cell),
  );
  const others = [...flaws].filter(([code]) => !cells.some(({ column }) => column === code));
  const missing = others.map(
    ([code, flaw]): CellDifference => ({
      ...{ column: code, before: null, now: null, file: null, typed: '', state: 'wrong', flaw, about: null },
    }),
  );
  return [...told, ...missing];
}

const said = (cells: readonly CellDifference[], code: ColumnCode): string =>
  cells.find(({ column }) => column === code)?.file ?? '';

/** The same activity of the same office under the same programme, due in the same year. */
const twinKey = (activity: string, programme: string, owner: string, dueOn: string): string =>
  [bareName(activity), programme, owner, dueOn.slice(0, 4)].join('\n');

const twinKeyOfRow = (cells: readonly CellDifference[]): string =>
  twinKey(said(cells, 'activity'), said(cells, 'programme'), said(cells, 'owner'), said(cells, 'dueOn'));

const twinKeyOfLine = ({ activity, programme, owner, dueOn }: Line): string =>
  twinKey(activity, programme, owner.agencyId, dueOn.toString());

/** All that a row says, so that the same row twice in a file is seen. */
const copyKey = (cells: readonly CellDifference[]): string => JSON.stringify(cells.map(({ column, file }) => [column, file]));

/** Whether the actor may bring a table of this plan at all: change its lines, or report on one. */
export function mayImport(actor: Actor, agreement: Agreement, lines: readonly Line[]): boolean {
  if (!agreementKind(agreement.kind).hasLines) return false;
  if (mayEditLines(actor, agreement)) return true;
  return lines.some((line) => lineActions(actor, agreement, line).some(({ action }) => action === 'report'));
}
