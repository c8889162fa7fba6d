import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ASSETS_FOLDER, asset } from './assets.ts';
import { Frame } from './frame.tsx';
import { renderWithin } from './respond.tsx';
import { testContext } from './testing/context.ts';

const weight = (name: string) =>
  gzipSync(readFileSync(join(ASSETS_FOLDER, asset(name).slice('/assets/'.length))), { level: 9 }).length;

it('the stylesheet is at most 20 kB compressed', () => {
  expect(weight('main.css')).toBeLessThanOrEqual(20_000);
});

it('the frame, the stylesheet and the icon together leave most of the 60 kB of a first page to its content', async () => {
  const html = await renderWithin(testContext(), <Frame title="Beranda" />);
  expect(gzipSync(html).length + weight('main.css') + weight('icon.svg')).toBeLessThanOrEqual(30_000);
});

it('a page loads no script unless a component asks for it', async () => {
  expect(await renderWithin(testContext(), <Frame title="Beranda" />)).not.toContain('<script');
  expect(await renderWithin(testContext({ islands: new Set(['character-count']) }), <Frame title="Cerita" />)).toContain(
    `<script type="module" src="${asset('character-count.js')}"></script>`,
  );
});
