/** One row of an uploaded table: what it would change, what stands against it, and how it is mended. */
import type { Child } from 'hono/jsx';
import { Card, Checkboxes, formatDay, Radios, Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { Temporal } from '../../../kernel/time.ts';
import { finalTarget } from '../../rules/line.ts';
import { showAmount } from '../../rules/lines/amount.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { showCell } from '../../rules/tables/cells.ts';
import { type ColumnCode, column } from '../../rules/tables/columns.ts';
import type { CellDifference, RowDifference } from '../../rules/tables/difference.ts';
import type { TableLists } from '../../rules/tables/lists.ts';
import type { Chosen } from './chosen.ts';
import type { TableWords } from './words.ts';

export interface RowViewing {
  readonly language: Language;
  readonly words: TableWords;
  readonly lists: TableLists;
  /** `/desk/agreements/RK-2026-0001/lines` */
  readonly linesPath: string;
  /** What was ticked in the form that came back; `null` = the form is new, everything that is ready is ticked. */
  readonly chosen: Chosen | null;
}

export function RowView(props: { row: RowDifference; viewing: RowViewing }) {
  const { row, viewing } = props;
  const { words, language, linesPath } = viewing;
  const changes = row.cells.filter(({ state }) => state === 'change');
  const activity = row.line?.activity ?? row.cells.find(({ column: code }) => code === 'activity')?.typed ?? '';
  const title = words.rowTitle(row.row, row.line?.ordinal ?? null, activity);
  return (
    <Card title={row.line ? <a href={`${linesPath}/${row.line.ordinal}`}>{title}</a> : title}>
      <p class="govuk-hint">{words.inFile(row.row)}</p>
      {row.flaw && row.kind === 'wrong' && (
        <p>
          <Tag tone="danger">{words.view.wrong}</Tag> {AGREEMENT_REFUSALS[row.flaw][language]}
        </p>
      )}
      {row.kind === 'changed' && changes.length > 0 && <Changes row={row} changes={changes} viewing={viewing} />}
      {(row.kind === 'new' || row.kind === 'twin') && <NewLine row={row} viewing={viewing} />}
      {row.kind === 'changed' &&
        row.cells.filter(({ state }) => state === 'conflict').map((cell) => <Conflict row={row} cell={cell} viewing={viewing} />)}
      {row.kind !== 'wrong' && row.report !== null && row.report.flaws.size === 0 && <Report row={row} viewing={viewing} />}
      <Wrong row={row} viewing={viewing} />
      {row.reason !== '' && changes.length > 0 && <p>{words.rowReason(row.reason)}</p>}
    </Card>
  );
}

/** A value as people read it; days written out, money with its thousands apart. */
export function shownValue(code: ColumnCode, value: string | null, { lists, language, words }: RowViewing): string {
  if (value === null || value === '') return words.empty;
  const { kind } = column(code);
  if (kind === 'day') return formatDay(Temporal.PlainDate.from(value), language);
  if (kind === 'money') return value.replaceAll(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',');
  return showCell(code, value, lists, language);
}

function Changes(props: { row: RowDifference; changes: readonly CellDifference[]; viewing: RowViewing }) {
  const { row, changes, viewing } = props;
  const { words, language, chosen } = viewing;
  const choices = changes.map((cell) => ({
    value: `${row.row}/${cell.column}`,
    label: column(cell.column).title[language],
    hint: (
      <FromTo from={shownValue(cell.column, cell.now, viewing)} to={shownValue(cell.column, cell.file, viewing)} words={words} />
    ),
  }));
  const values = chosen === null ? choices.map(({ value }) => value) : chosen.cells;
  return (
    <Checkboxes name="cell" id={`cell-${row.row}`} label={words.changes} labelSize="s" choices={choices} values={values} small />
  );
}

function FromTo(props: { from: string; to: string; words: TableWords }) {
  const { from, to, words } = props;
  return (
    <>
      <span class="govuk-visually-hidden">{words.fromTo.from} </span>
      <del>{from}</del> <span aria-hidden="true">→</span> <span class="govuk-visually-hidden">{words.fromTo.to} </span>
      <ins class="tuntas-tables__new">{to}</ins>
    </>
  );
}

function NewLine(props: { row: RowDifference; viewing: RowViewing }) {
  const { row, viewing } = props;
  const { words, language, chosen, linesPath } = viewing;
  const isTwin = row.kind === 'twin';
  const value = String(row.row);
  const isTicked = chosen === null ? !isTwin : (isTwin ? chosen.twins : chosen.rows).includes(value);
  return (
    <>
      {isTwin && row.flaw && (
        <p>
          {AGREEMENT_REFUSALS[row.flaw][language]}{' '}
          {row.twinOf && <a href={`${linesPath}/${row.twinOf.ordinal}`}>{words.twinOf(row.twinOf.ordinal)}</a>}
        </p>
      )}
      <Facts cells={row.cells} viewing={viewing} />
      <Checkboxes
        name={isTwin ? 'twin' : 'row'}
        id={`row-${row.row}`}
        label={words.newLine}
        labelSize="s"
        choices={[{ value, label: isTwin ? words.addAnyway : words.add }]}
        values={isTicked ? [value] : []}
        small
      />
    </>
  );
}

function Facts(props: { cells: readonly CellDifference[]; viewing: RowViewing }) {
  const { cells, viewing } = props;
  return (
    <dl class="tuntas-tables__facts">
      {cells.map((cell) => (
        <div>
          <dt>{column(cell.column).title[viewing.language]}</dt>
          <dd>{shownValue(cell.column, cell.file, viewing)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Conflict(props: { row: RowDifference; cell: CellDifference; viewing: RowViewing }) {
  const { row, cell, viewing } = props;
  const { words, language, chosen } = viewing;
  const name = `settle-${row.row}-${cell.column}`;
  const version = row.line?.version ?? 0;
  // A choice over a version that was overtaken is asked for anew.
  const value = chosen?.settled.get(name)?.endsWith(`/${version}`) ? chosen.settled.get(name) : undefined;
  return (
    <Radios
      name={name}
      label={words.conflict(column(cell.column).title[language])}
      labelSize="s"
      hint={words.conflictHint(cell.before === null ? null : shownValue(cell.column, cell.before, viewing))}
      choices={[
        { value: `file/${version}`, label: words.takeFile(shownValue(cell.column, cell.file, viewing)) },
        { value: `now/${version}`, label: words.takeNow(shownValue(cell.column, cell.now, viewing)) },
      ]}
      value={value}
      small
    />
  );
}

function Report(props: { row: RowDifference; viewing: RowViewing }) {
  const { row, viewing } = props;
  const { words, language, chosen } = viewing;
  const { report, line } = row;
  if (!report || !line) return null;
  const value = String(row.row);
  const unit = finalTarget(line) === null ? words.reportPercent : line.unit;
  const label = words.reportOf(showAmount(report.achieved, language), unit, formatDay(report.asOf, language));
  return (
    <Checkboxes
      name="report"
      id={`report-${row.row}`}
      label={words.report}
      labelSize="s"
      choices={[{ value, label: report.isLast ? `${label} (${words.reportLast})` : label, hint: report.text }]}
      values={chosen === null || chosen.reports.includes(value) ? [value] : []}
      small
    />
  );
}

/** What cannot be used as it is, each with what to do about it. */
function Wrong(props: { row: RowDifference; viewing: RowViewing }) {
  const { row, viewing } = props;
  const { words, language } = viewing;
  const cells = row.cells.filter(({ state }) => state === 'wrong');
  const reported = [...(row.report?.flaws ?? [])];
  if (cells.length + reported.length === 0) return null;
  const item = (code: ColumnCode, typed: string, text: string, about: ColumnCode | null = null): Child => (
    <li>
      <strong>{column(code).title[language]}</strong> ({words.wrongCell(typed === '' ? words.empty : typed)}):{' '}
      {about && words.about(column(about).title[language])}
      {text}
    </li>
  );
  return (
    <>
      <p>
        <Tag tone="danger">{words.wrong}</Tag>
      </p>
      <ul>
        {cells.map((cell) =>
          item(cell.column, shownTyped(cell, viewing), cell.flaw ? AGREEMENT_REFUSALS[cell.flaw][language] : '', cell.about),
        )}
        {reported.map(([code, flaw]) => item(code, row.report?.typed[code] ?? '', AGREEMENT_REFUSALS[flaw][language]))}
      </ul>
    </>
  );
}

/** As people know it where it could be read, else as it stands in the file. */
function shownTyped(cell: CellDifference, viewing: RowViewing): string {
  return cell.file === null || cell.file === '' ? cell.typed : shownValue(cell.column, cell.file, viewing);
}
