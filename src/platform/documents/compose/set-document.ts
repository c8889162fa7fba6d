import { setImmediate } from 'node:timers/promises';
import type { Flow } from './flow.ts';
import type { Document } from './model.ts';
import { Pen } from './pen.ts';
import { setBlocks } from './set-block.ts';
import { baselineOf } from './set-text.ts';
import { linesOf } from './text-lines.ts';

const MARGIN = 54;
const FOOTER_SIZE = 8;
/** How long one document may keep the process to itself, in milliseconds. */
const TURN = 20;

/** See `composePdf`, the lazy door to this. */
export async function setDocument(document: Document): Promise<Uint8Array> {
  const pen = new Pen(document);
  const margin = document.margin ?? MARGIN;
  const [top, right, bottom, left] = typeof margin === 'number' ? ([margin, margin, margin, margin] as const) : margin;
  const footerRoom = document.footer ? 14 : 0;
  const flow: Flow = {
    pen,
    x: left,
    width: pen.width - left - right,
    top,
    bottom: pen.height - bottom - footerRoom,
    y: top,
  };
  pen.addPage();
  let turnEnds = performance.now() + TURN;
  for (const _step of setBlocks(flow, document.blocks, pen.root)) {
    if (performance.now() < turnEnds) continue;
    await setImmediate();
    turnEnds = performance.now() + TURN;
  }
  return pen.finish((page, pages) => {
    const { footer } = document;
    if (!footer) return;
    const y = pen.height - bottom - 2;
    pen.line(left, y, pen.width - right, y, 'line', 0.5);
    const baseline = baselineOf(y + 3, FOOTER_SIZE * 1.3, FOOTER_SIZE);
    const number = footer.pageNumber?.(page, pages) ?? '';
    const [numberLine] = linesOf(number, {}, FOOTER_SIZE, flow.width / 3);
    const [textLine] = linesOf(footer.text, {}, FOOTER_SIZE, flow.width - (numberLine?.width ?? 0) - 12);
    if (textLine) pen.footerText(textLine, left, baseline, FOOTER_SIZE, 'muted');
    if (numberLine) pen.footerText(numberLine, pen.width - right - numberLine.width, baseline, FOOTER_SIZE, 'muted');
  });
}
