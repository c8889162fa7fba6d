/** Walking through the site as somebody: from a few first pages along every link that stays within it, never sending anything. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { product } from './people.ts';

export interface Walk {
  /** Who walks, for the report. */
  readonly who: string;
  readonly page: Page;
  readonly from: readonly string[];
  /** Which addresses are looked at; everything, if nothing is said. */
  readonly within?: RegExp;
}

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
    const { tooWide, links } = await look(page);
    if (tooWide) say(`wider than the screen: ${tooWide}`);
    if (!this.#examined.has(shapeOf(path))) {
      this.#examined.add(shapeOf(path));
      for (const fault of await barriers(page)) say(fault);
    }
    return links;
  }
}

const count = (counts: ReadonlyMap<string, number>, shape: string) => counts.get(shape) ?? 0;

/** What axe calls serious or critical on the page as it stands. */
export async function barriers(page: Page): Promise<string[]> {
  // In one piece, for there are no frames; and without the list of all that is well, which costs as much as the rest.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, impact, nodes }) =>
        `${id} (${impact}): ${nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(' … ')}`,
    );
}

async function look(page: Page): Promise<{ tooWide: string; links: string[] }> {
  return page.evaluate((address) => {
    const { scrollWidth } = document.documentElement;
    const beyond = [...document.querySelectorAll('main *')].find((each) => each.getBoundingClientRect().right > innerWidth + 1);
    // On phones rows are cards: what sticks out of its card need not widen the page.
    const outOfCard =
      innerWidth < 641 &&
      [...document.querySelectorAll('.tuntas-table--stacked td')].find((cell) => cell.scrollWidth > cell.clientWidth);
    const hrefs = [...document.querySelectorAll('a[href]')].map((each) => (each as HTMLAnchorElement).href);
    return {
      tooWide:
        scrollWidth > innerWidth
          ? `${scrollWidth} px, for example ${beyond?.outerHTML.slice(0, 120) ?? '?'}`
          : outOfCard
            ? `out of its card, ${outOfCard.outerHTML.slice(0, 120)}`
            : '',
      links: hrefs.filter((each) => each.startsWith(`${address}/`)).map((each) => each.slice(address.length).replace(/#.*/, '')),
    };
  }, product.address);
}

/** Addresses that differ only in what they are about, or in how a list is narrowed, have one shape. */
function shapeOf(path: string): string {
  const [bare = '', query = ''] = path.split('?');
  const steps = bare.split('/').map((step) => (/\d|\./.test(step) ? ':' : step));
  return `${steps.join('/').replace(/\/agencies\/[^/]+/, '/agencies/:')}${query ? '?' : ''}`;
}
