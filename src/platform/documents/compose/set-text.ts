import { type Flow, left, need, nextPage } from './flow.ts';
import type { Alignment, Heading, List, Paragraph, Text, TextStyle } from './model.ts';
import type { Colour } from './palette.ts';
import type { Element, PlacedLine } from './pen.ts';
import { type Line, linesOf } from './text-lines.ts';

export const BODY_SIZE = 10;
const LEADING = 1.36;
const TIGHT_LEADING = 1.2;

/** Heading sizes by level, in points, with the space above and below. */
const HEADINGS = {
  1: { size: 20, before: 4, after: 8, colour: 'header' },
  2: { size: 13.5, before: 14, after: 5, colour: 'header' },
  3: { size: 11, before: 9, after: 3, colour: 'primary' },
} as const satisfies Record<number, { size: number; before: number; after: number; colour: Colour }>;

/** Capitals stand in the middle of their line, whatever the typeface's own measures are. */
export function baselineOf(y: number, lineHeight: number, size: number): number {
  return y + lineHeight / 2 + size * 0.33;
}

export function placed(
  lines: readonly Line[],
  at: { readonly x: number; readonly y: number; readonly width: number },
  size: number,
  lineHeight: number,
  align: Alignment = 'left',
): PlacedLine[] {
  return lines.map((line, index) => {
    const free = at.width - line.width;
    const x = at.x + (align === 'left' ? 0 : align === 'center' ? free / 2 : free);
    return { line, x, baseline: baselineOf(at.y + index * lineHeight, lineHeight, size) };
  });
}

export function* setParagraph(flow: Flow, block: Paragraph, parent: Element | undefined): Generator<void> {
  const size = block.size ?? BODY_SIZE;
  const lineHeight = size * (size > 14 ? TIGHT_LEADING : LEADING);
  const lines = linesOf(block.text, block, size, flow.width);
  const element = parent && flow.pen?.child(parent, 'P', block.lang === undefined ? {} : { lang: block.lang });
  yield* setLines(flow, lines, { size, lineHeight, align: block.align ?? 'left', colour: block.colour ?? 'text' }, element);
  element?.end();
  flow.y += block.after ?? size * 0.55;
}

interface Setting {
  readonly size: number;
  readonly lineHeight: number;
  readonly align: Alignment;
  readonly colour: Colour;
}

/** Lines of one element, over as many pages as they need; never one line alone at a page's foot. */
function* setLines(flow: Flow, lines: readonly Line[], setting: Setting, element: Element | undefined): Generator<void> {
  const { size, lineHeight, align, colour } = setting;
  let rest = lines;
  while (rest.length > 0) {
    const room = Math.floor((left(flow) + 0.01) / lineHeight);
    if (room < Math.min(2, rest.length) && flow.y > flow.top) {
      nextPage(flow);
      continue;
    }
    const now = rest.slice(0, Math.max(1, room));
    if (element) flow.pen?.text(element, placed(now, flow, size, lineHeight, align), size, colour);
    flow.y += now.length * lineHeight;
    rest = rest.slice(now.length);
    yield;
  }
}

export function* setHeading(flow: Flow, block: Heading, parent: Element | undefined): Generator<void> {
  const form = HEADINGS[block.level];
  const style: TextStyle = { ...block, bold: block.bold ?? true };
  const size = block.size ?? form.size;
  const lineHeight = size * TIGHT_LEADING;
  const lines = linesOf(block.text, style, size, flow.width);
  need(flow, form.before + lines.length * lineHeight);
  if (flow.y > flow.top) flow.y += form.before;
  if (parent && flow.pen && block.level < 3) flow.pen.bookmark(block.text);
  const element = parent && flow.pen?.child(parent, `H${block.level}`, block.lang === undefined ? {} : { lang: block.lang });
  yield* setLines(flow, lines, { size, lineHeight, align: block.align ?? 'left', colour: block.colour ?? form.colour }, element);
  element?.end();
  flow.y += block.after ?? form.after;
}

/** Room for "10." and a bullet. */
const INDENT = 16;

export function* setList(flow: Flow, block: List, parent: Element | undefined): Generator<void> {
  const list = parent && flow.pen?.child(parent, 'L');
  const lineHeight = BODY_SIZE * LEADING;
  for (const [index, item] of block.items.entries()) {
    const lines = linesOf(item as Text, {}, BODY_SIZE, flow.width - INDENT);
    need(flow, lineHeight * Math.min(2, lines.length));
    const entry = list && flow.pen?.child(list, 'LI');
    if (entry && flow.pen) {
      const label = flow.pen.child(entry, 'Lbl');
      const sign = linesOf(block.ordered ? `${index + 1}.` : '\u2022', {}, BODY_SIZE, INDENT);
      flow.pen.text(label, placed(sign, { x: flow.x, y: flow.y, width: INDENT }, BODY_SIZE, lineHeight), BODY_SIZE, 'primary');
      label.end();
    }
    const body = entry && flow.pen?.child(entry, 'LBody');
    const inner: Flow = { ...flow, x: flow.x + INDENT, width: flow.width - INDENT };
    yield* setLines(inner, lines, { size: BODY_SIZE, lineHeight, align: 'left', colour: 'text' }, body);
    flow.y = inner.y + 2.5;
    body?.end();
    entry?.end();
  }
  list?.end();
  flow.y += 4;
}
