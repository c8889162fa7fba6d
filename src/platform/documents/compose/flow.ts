import type { Block } from './model.ts';
import type { Element, Pen } from './pen.ts';

/** A place on the page that blocks are set into from top to bottom. Without a pen it only measures. */
export interface Flow {
  readonly pen: Pen | undefined;
  readonly x: number;
  readonly width: number;
  /** Where the page's text begins, and where it must end; without end, all is one page. */
  readonly top: number;
  readonly bottom: number;
  /** Where the next block begins. */
  y: number;
}

/**
 * Sets a block. It yields between pieces of work, so that a document of a thousand rows lets other requests through.
 * `parent` is the element of the structure it becomes a child of; measuring has none.
 */
export type SetBlock = (flow: Flow, block: Block, parent: Element | undefined) => Generator<void>;

/** Goes on at the top of a new page when this much does not fit any more, unless the page is empty. */
export function need(flow: Flow, height: number): void {
  if (flow.y + height > flow.bottom + 0.01 && flow.y > flow.top) nextPage(flow);
}

export function nextPage(flow: Flow): void {
  flow.pen?.addPage();
  flow.y = flow.top;
}

/** Height left on this page. */
export function left(flow: Flow): number {
  return flow.bottom - flow.y;
}

/** A part of the page's width, at the same height, that never leaves the page. */
export function beside(flow: Flow, x: number, width: number, y = flow.y): Flow {
  return { pen: flow.pen, x, width, top: y, bottom: Number.POSITIVE_INFINITY, y };
}
