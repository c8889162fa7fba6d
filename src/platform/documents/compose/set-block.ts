import { beside, type Flow, left, need, nextPage } from './flow.ts';
import type { Badge, Block, Columns, Figure, Note } from './model.ts';
import type { Colour } from './palette.ts';
import type { Element } from './pen.ts';
import { setFacts, setTable } from './set-table.ts';
import { BODY_SIZE, placed, setHeading, setList, setParagraph } from './set-text.ts';
import { linesOf } from './text-lines.ts';

/** Sets blocks one after another; a heading goes to the next page with what it heads. */
export function* setBlocks(flow: Flow, blocks: readonly Block[], parent: Element | undefined): Generator<void> {
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (block.kind === 'heading' && next && Number.isFinite(flow.bottom)) {
      need(flow, heightOf(block, flow.width) + firstPartOf(next, flow.width));
    }
    yield* setBlock(flow, block, parent);
  }
}

function* setBlock(flow: Flow, block: Block, parent: Element | undefined): Generator<void> {
  switch (block.kind) {
    case 'heading':
      return yield* setHeading(flow, block, parent);
    case 'paragraph':
      return yield* setParagraph(flow, block, parent);
    case 'list':
      return yield* setList(flow, block, parent);
    case 'table':
      return yield* setTable(flow, block, parent);
    case 'facts':
      return yield* setFacts(flow, block, parent);
    case 'figure':
      return setFigure(flow, block, parent);
    case 'note':
      return yield* setNote(flow, block, parent);
    case 'badge':
      return setBadge(flow, block, parent);
    case 'columns':
      return yield* setColumns(flow, block, parent);
    case 'together':
      if (Number.isFinite(flow.bottom)) need(flow, Math.min(heightOf(block, flow.width), flow.bottom - flow.top));
      return yield* setBlocks(flow, block.blocks, parent);
    case 'to-foot': {
      if (Number.isFinite(flow.bottom)) {
        const height = heightOf(block, flow.width);
        need(flow, height);
        flow.y = Math.max(flow.y, flow.bottom - height);
      }
      return yield* setBlocks(flow, block.blocks, parent);
    }
    case 'space':
      flow.y += block.height;
      return;
    case 'rule': {
      const { pen, y } = flow;
      pen?.artifact(() => pen.line(flow.x, y + 3, flow.x + flow.width, y + 3, block.colour ?? 'line'));
      flow.y += 9;
      return;
    }
    case 'new-page':
      if (flow.y > flow.top) nextPage(flow);
  }
}

/** What of a block should at least follow its heading. A long table is not measured as a whole for it. */
function firstPartOf(block: Block, width: number): number {
  return block.kind === 'table' || block.kind === 'facts' ? 90 : Math.min(heightOf(block, width), 64);
}

const measured = new WeakMap<Block, Map<number, number>>();

/** Height of a block set without page breaks in this width, in points. */
function heightOf(block: Block, width: number): number {
  const known = measured.get(block) ?? new Map<number, number>();
  measured.set(block, known);
  let height = known.get(width);
  if (height === undefined) {
    // Not at the top: the space above a heading counts.
    const flow: Flow = { pen: undefined, x: 0, width, top: 0, bottom: Number.POSITIVE_INFINITY, y: 1 };
    for (const _step of setBlock(flow, block, undefined));
    height = flow.y - 1;
    known.set(width, height);
  }
  return height;
}

function setFigure(flow: Flow, block: Figure, parent: Element | undefined): void {
  const { drawing, alt } = block;
  const width = Math.min(block.width, flow.width);
  const scale = width / drawing.viewBox[0];
  const height = drawing.viewBox[1] * scale;
  need(flow, height);
  const free = flow.width - width;
  const x = flow.x + (block.align === 'center' ? free / 2 : block.align === 'right' ? free : 0);
  const { y, pen } = flow;
  if (parent && pen) {
    const element = pen.child(parent, 'Figure', { alt, bbox: [x, y, x + width, y + height] });
    element.add(() => pen.draw(drawing, x, y, scale));
    element.end();
  }
  flow.y += height + (block.after ?? 8);
}

const TONES = {
  info: ['info-bg', 'info-fg'],
  warning: ['warn-bg', 'warn-fg'],
  success: ['success-bg', 'success-fg'],
  danger: ['danger-bg', 'danger-fg'],
  neutral: ['surface', 'neutral-fg'],
} as const satisfies Record<string, readonly [Colour, Colour]>;

function* setNote(flow: Flow, block: Note, parent: Element | undefined): Generator<void> {
  const [ground, ink] = TONES[block.tone ?? 'info'];
  const size = block.size ?? 9.5;
  const blocks: Block[] = [
    ...(block.title === undefined
      ? []
      : [{ kind: 'paragraph', text: block.title, bold: true, size, colour: ink, after: 1.5 } as const]),
    { kind: 'paragraph', text: block.text, size, colour: ink, after: 0 },
  ];
  const inner = flow.width - 22;
  const height = blocks.reduce((sum, one) => sum + heightOf(one, inner), 0) + 14;
  if (height > flow.bottom - flow.top) return yield* setBlocks(flow, blocks, parent);
  need(flow, height);
  const { pen, y, x } = flow;
  pen?.artifact(() => {
    pen.rectangle(x, y, flow.width, height, ground);
    pen.rectangle(x, y, 3, height, ink);
  });
  const place = beside(flow, x + 13, inner, y + 7);
  const element = parent && pen?.child(parent, 'Div');
  yield* setBlocks(place, blocks, element);
  element?.end();
  flow.y = y + height + 9;
}

function setBadge(flow: Flow, block: Badge, parent: Element | undefined): void {
  const size = block.size ?? BODY_SIZE;
  const padX = size * 0.7;
  const lineHeight = size * 1.25;
  const lines = linesOf(block.text, { bold: true }, size, flow.width - 2 * padX);
  const width = Math.max(...lines.map((line) => line.width)) + 2 * padX;
  const height = lines.length * lineHeight + size * 0.5;
  need(flow, height);
  const free = flow.width - width;
  const x = flow.x + (block.align === 'center' ? free / 2 : block.align === 'right' ? free : 0);
  const { pen, y } = flow;
  if (parent && pen) {
    pen.artifact(() => pen.rectangle(x, y, width, height, block.fill, 3));
    const element = pen.child(parent, 'P');
    const at = { x: x + padX, y: y + size * 0.25, width: width - 2 * padX };
    pen.text(element, placed(lines, at, size, lineHeight, 'center'), size, block.colour);
    element.end();
  }
  flow.y += height + (block.after ?? 6);
}

function* setColumns(flow: Flow, block: Columns, parent: Element | undefined): Generator<void> {
  const gap = block.gap ?? 16;
  const sum = block.columns.reduce((total, { width }) => total + width, 0);
  const inner = flow.width - gap * (block.columns.length - 1);
  const widths = block.columns.map(({ width }) => (width / sum) * inner);
  const heights = block.columns.map(({ blocks }, column) =>
    blocks.reduce((total, one) => total + heightOf(one, widths[column] as number), 0),
  );
  const height = Math.max(0, ...heights);
  if (height > left(flow)) need(flow, height);
  let x = flow.x;
  for (const [column, { blocks }] of block.columns.entries()) {
    const free = height - (heights[column] as number);
    const down = block.valign === 'middle' ? free / 2 : block.valign === 'bottom' ? free : 0;
    yield* setBlocks(beside(flow, x, widths[column] as number, flow.y + down), blocks, parent);
    x += (widths[column] as number) + gap;
  }
  flow.y += height;
}
