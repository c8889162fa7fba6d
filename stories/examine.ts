/** Looking at a page as somebody who cannot see it all at once: axe, and whether it fits the screen. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page, Response } from 'playwright-core';

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

/** What is wider than the screen, and where the page leads within the site. */
export function look(page: Page, site: string): Promise<{ tooWide: string; links: string[] }> {
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
  }, site);
}

/** Addresses that differ only in what they are about, or in how a list is narrowed, have one shape. */
export function shapeOf(path: string): string {
  const [bare = '', query = ''] = path.split('?');
  const steps = bare.split('/').map((step) => (/\d|\./.test(step) ? ':' : step));
  const shape = steps.join('/').replace(/(?<=\/(agencies|sections|records))\/[^/]+/, '/:');
  return `${shape}${query ? '?' : ''}`;
}

/** The pages that people met in a story, as they stood: forms half-way too, and what was said about a mistake. */
export class Album {
  readonly #kept: Promise<void>[] = [];
  readonly #pages = new Map<string, { readonly url: string; readonly headers: Record<string, string>; readonly body: Buffer }>();
  readonly #examined = new Set<string>();

  follow(page: Page): void {
    page.on('response', (response) => {
      if (response.request().isNavigationRequest() && response.headers()['content-type']?.startsWith('text/html'))
        this.#kept.push(this.#keep(response));
    });
  }

  async #keep(response: Response): Promise<void> {
    const url = response.url();
    // Whoever goes on at once leaves a page that nobody had time to keep.
    const body = await response.body().catch(() => undefined);
    if (!body) return;
    // Pages of one address differ by what they ask.
    const fields = new Set(Array.from(body.toString().matchAll(/ name="([a-z-]+)/g), ([, name]) => name));
    const kind = `${shapeOf(new URL(url).pathname)} ${response.status()} ${[...fields].sort().join()}`;
    this.#pages.set(kind, { url, headers: response.headers(), body });
  }

  /** @returns what bars somebody's way on those not examined before, shown once more to a browser of its own */
  async examine(page: Page, site: string): Promise<string[]> {
    await Promise.all(this.#kept);
    const faults: string[] = [];
    for (const [kind, { url, headers, body }] of this.#pages) {
      if (this.#examined.has(kind)) continue;
      this.#examined.add(kind);
      await page.route(url, (route) => route.fulfill({ status: 200, headers, body }));
      await page.goto(url);
      const { tooWide } = await look(page, site);
      for (const fault of [...(tooWide ? [`wider than the screen: ${tooWide}`] : []), ...(await barriers(page))])
        faults.push(`${kind} ${fault}`);
      await page.unroute(url);
    }
    return faults;
  }
}
