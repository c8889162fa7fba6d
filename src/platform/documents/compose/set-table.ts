import { type Flow, left, nextPage } from './flow.ts';
import type { Alignment, Cell, Facts, Table, Text } from './model.ts';
import type { Colour } from './palette.ts';
import type { Element } from './pen.ts';
import { placed } from './set-text.ts';
import { type Line, linesOf } from './text-lines.ts';

const PAD_X = 5;
const PAD_Y = 3.5;
const LEADING = 1.3;

interface Grid {
  readonly lefts: readonly number[];
  readonly widths: readonly number[];
  readonly aligns: readonly Alignment[];
  readonly size: number;
  readonly lineHeight: number;
}

interface SetCell {
  readonly lines: readonly Line[];
  readonly fill: Colour | undefined;
  readonly colour: Colour;
}

function gridOf(flow: Flow, columns: readonly { width: number; align?: Alignment }[], size: number): Grid {
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const widths = columns.map(({ width }) => (width / sum) * flow.width);
  let x = flow.x;
  const lefts = widths.map((width) => {
    const at = x;
    x += width;
    return at;
  });
  return { lefts, widths, aligns: columns.map(({ align }) => align ?? 'left'), size, lineHeight: size * LEADING };
}

function setCells(grid: Grid, cells: readonly Cell[], bold: (column: number) => boolean): readonly SetCell[] {
  return grid.widths.map((width, column) => {
    const cell = cells[column] ?? '';
    const { text, fill, colour } = isPlain(cell) ? { text: cell, fill: undefined, colour: undefined } : cell;
    const lines = linesOf(text, { bold: bold(column) }, grid.size, Math.max(8, width - 2 * PAD_X));
    return { lines, fill, colour: colour ?? 'text' };
  });
}

const isPlain = (cell: Cell): cell is Text => typeof cell === 'string' || Array.isArray(cell);

const heightOf = (grid: Grid, cells: readonly SetCell[]) =>
  Math.max(1, ...cells.map(({ lines }) => lines.length)) * grid.lineHeight + 2 * PAD_Y;

/** A table over as many pages as it needs; on each the head is shown again, read aloud once. */
export function* setTable(flow: Flow, block: Table, parent: Element | undefined): Generator<void> {
  const grid = gridOf(flow, block.columns, block.size ?? 9);
  const head = setCells(
    grid,
    block.columns.map(({ title }) => title),
    () => true,
  ).map((cell) => ({ ...cell, fill: 'neutral-bg' as const, colour: 'header' as const }));
  const headHeight = heightOf(grid, head);
  const first = block.rows[0]
    ? Math.min(
        heightOf(
          grid,
          setCells(grid, block.rows[0], () => false),
        ),
        120,
      )
    : 0;
  const caption = block.caption === undefined ? [] : linesOf(block.caption, { bold: true }, grid.size + 1, flow.width);
  const captionHeight = caption.length * (grid.size + 1) * LEADING + (caption.length > 0 ? 4 : 0);
  if (captionHeight + headHeight + first > left(flow) && flow.y > flow.top) nextPage(flow);

  const table = parent && flow.pen?.child(parent, 'Table');
  if (table && caption.length > 0) {
    const element = flow.pen?.child(table, 'Caption');
    if (element)
      flow.pen?.text(element, placed(caption, flow, grid.size + 1, (grid.size + 1) * LEADING), grid.size + 1, 'header');
    element?.end();
  }
  flow.y += captionHeight;

  const top = table && flow.pen?.child(table, 'THead');
  const topRow = top && flow.pen?.child(top, 'TR');
  drawRow(flow, grid, head, headHeight, topRow && elementsOf(flow, topRow, head, () => 'Column'));
  topRow?.end();
  top?.end();

  const body = table && flow.pen?.child(table, 'TBody');
  const again = () => drawRow(flow, grid, head, headHeight, undefined);
  for (const row of block.rows) {
    const cells = setCells(grid, row, (column) => column === 0 && block.rowHeaders === true);
    yield* setRow(flow, grid, cells, body, (column) => (column === 0 && block.rowHeaders ? 'Row' : undefined), {
      again,
      headHeight,
    });
  }
  body?.end();
  table?.end();
  flow.y += 9;
}

/** Names with values: a table whose every row has its name as head. */
export function* setFacts(flow: Flow, block: Facts, parent: Element | undefined): Generator<void> {
  const share = block.nameWidth ?? 0.32;
  const grid = gridOf(flow, [{ width: share }, { width: 1 - share }], block.size ?? 9.5);
  const table = parent && flow.pen?.child(parent, 'Table');
  const body = table && flow.pen?.child(table, 'TBody');
  for (const { name, value } of block.rows) {
    const cells = setCells(grid, [{ text: name, colour: 'neutral-fg' }, value], (column) => column === 0);
    yield* setRow(flow, grid, cells, body, (column) => (column === 0 ? 'Row' : undefined), { again: () => {}, headHeight: 0 });
  }
  body?.end();
  table?.end();
  flow.y += 9;
}

type Scope = (column: number) => 'Row' | 'Column' | undefined;

/** A row on one page where it fits on one; a longer one is cut between lines. */
function* setRow(
  flow: Flow,
  grid: Grid,
  cells: readonly SetCell[],
  body: Element | undefined,
  scope: Scope,
  page: { readonly again: () => void; readonly headHeight: number },
): Generator<void> {
  const row = body && flow.pen?.child(body, 'TR');
  const elements = row && elementsOf(flow, row, cells, scope);
  const turn = () => {
    nextPage(flow);
    page.again();
  };
  let rest = cells;
  if (heightOf(grid, rest) > left(flow) && heightOf(grid, rest) <= flow.bottom - flow.top - page.headHeight) turn();
  while (heightOf(grid, rest) > left(flow) + 0.01) {
    const room = Math.floor((left(flow) - 2 * PAD_Y) / grid.lineHeight);
    // On a page that cannot hold a line below its head, nothing would ever be set: such a page gets one all the same.
    if (room < 1 && flow.y > flow.top + page.headHeight + 0.01) {
      turn();
      continue;
    }
    const count = Math.max(1, room);
    const part = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, count) }));
    drawRow(flow, grid, part, heightOf(grid, part), elements);
    rest = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(count) }));
    turn();
    yield;
  }
  drawRow(flow, grid, rest, heightOf(grid, rest), elements);
  for (const element of elements ?? []) element.end();
  row?.end();
  yield;
}

function elementsOf(flow: Flow, row: Element, cells: readonly SetCell[], scope: Scope): readonly Element[] {
  const pen = flow.pen;
  if (!pen) return [];
  return cells.map((_cell, column) => {
    const of = scope(column);
    return of ? pen.child(row, 'TH', { scope: of }) : pen.child(row, 'TD');
  });
}

/** Without elements the row is ornament: a head that is repeated. */
function drawRow(
  flow: Flow,
  grid: Grid,
  cells: readonly SetCell[],
  height: number,
  elements: readonly Element[] | undefined,
): void {
  const { pen, y } = flow;
  if (pen) {
    pen.artifact(() => {
      for (const [column, { fill }] of cells.entries()) {
        if (fill) pen.rectangle(grid.lefts[column] as number, y, grid.widths[column] as number, height, fill);
      }
      pen.line(flow.x, y + height, flow.x + flow.width, y + height, 'line');
      if (elements === undefined) for (const [column, cell] of cells.entries()) putCell(flow, grid, column, cell, undefined);
    });
    for (const [column, element] of (elements ?? []).entries()) putCell(flow, grid, column, cells[column] as SetCell, element);
  }
  flow.y += height;
}

function putCell(flow: Flow, grid: Grid, column: number, cell: SetCell, element: Element | undefined): void {
  const at = {
    x: (grid.lefts[column] as number) + PAD_X,
    y: flow.y + PAD_Y,
    width: (grid.widths[column] as number) - 2 * PAD_X,
  };
  const lines = placed(cell.lines, at, grid.size, grid.lineHeight, grid.aligns[column]);
  if (element) flow.pen?.text(element, lines, grid.size, cell.colour);
  else for (const { line, x, baseline } of lines) flow.pen?.footerText(line, x, baseline, grid.size, cell.colour);
}
