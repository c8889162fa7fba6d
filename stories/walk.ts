/** Walking through the site as somebody: from a few first pages along every link that stays within it, never sending anything. */
import type { Page } from 'playwright-core';
import { barriers, look, shapeOf } from './examine.ts';
import { product } from './people.ts';

export interface Walk {
  /** Who walks, for the report. */
  readonly who: string;
  readonly page: Page;
  readonly from: readonly string[];
  /** Which addresses are looked at; everything, if nothing is said. */
  readonly within?: RegExp;
}

/** What agreements have of their own; accessible-agreements.test.ts walks there, accessible.test.ts everywhere else. */
export const AGREEMENTS = /^\/(desk\/)?agreements(?![^/?])|^\/desk\/leader/;
export const ELSEWHERE = new RegExp(`^(?!${AGREEMENTS.source})`);
/** Pages one person opens at most. */
const MOST_PAGES = 200;
/** Other languages and downloads; `/language` would change the walk under way. */
const NOT_PAGES =
  /^\/(language|api\/|assets\/|health|ready|metrics|\.well-known\/)|\.(json|atom|csv|xml|pdf|pem|ndjson|gz|jwt|zip|svg|png)(\?|$)|\/(files|evidence)\/|\/proof$/;

/** What was met, over all walks of one kind: another officer's page of the same shape is opened, but examined only once. */
export class Ground {
  readonly faults: string[] = [];
  readonly #opened = new Map<string, number>();
  readonly #examined = new Set<string>();
  readonly #ofOneShape: number;

  /** @param ofOneShape pages of one shape that one person opens: the second may lead where the first does not */
  constructor(ofOneShape = 2) {
    this.#ofOneShape = ofOneShape;
  }

  /** @returns how many pages were opened */
  async walk({ who, page, from, within = /^/ }: Walk): Promise<number> {
    const own = new Map<string, number>();
    const seen = new Set<string>();
    const waiting = [...from];
    const isKnown = (path: string) =>
      seen.has(path) ||
      (!from.includes(path) &&
        (count(own, shapeOf(path)) >= this.#ofOneShape || count(this.#opened, shapeOf(path)) >= 2 * this.#ofOneShape));
    for (let next = waiting.shift(); next !== undefined && seen.size < MOST_PAGES; next = waiting.shift()) {
      if (NOT_PAGES.test(next) || !within.test(next) || isKnown(next)) continue;
      seen.add(next);
      for (const each of [own, this.#opened]) each.set(shapeOf(next), count(each, shapeOf(next)) + 1);
      waiting.push(...(await this.#open(who, page, next)));
    }
    return seen.size;
  }

  async #open(who: string, page: Page, path: string): Promise<string[]> {
    const answer = await page.goto(`${product.address}${path}`).catch((fault: Error) => {
      if (fault.message.includes('Download is starting')) return undefined;
      throw fault;
    });
    if (answer === undefined) return [];
    const say = (fault: string) => this.faults.push(`${who} ${path}: ${fault}`);
    if (!answer?.ok()) {
      say(`answers ${answer?.status()}`);
      return [];
    }
    const { tooWide, links } = await look(page, product.address);
    if (tooWide) say(`wider than the screen: ${tooWide}`);
    if (!this.#examined.has(shapeOf(path))) {
      this.#examined.add(shapeOf(path));
      for (const fault of await barriers(page)) say(fault);
    }
    return links;
  }
}

const count = (counts: ReadonlyMap<string, number>, shape: string) => counts.get(shape) ?? 0;
