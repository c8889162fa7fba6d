import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('every colour that a style names is in the palette', () => {
  const folder = join(import.meta.dirname, 'styles');
  const styles = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const defined = new Set(styles.flatMap((text) => [...text.matchAll(/^\s*(--t-[a-z-]+):/gm)].map((match) => match[1])));
  const used = styles.flatMap((text) => [...text.matchAll(/var\((--t-[a-z]+(?:-[a-z]+)*)[),]/g)].map((match) => match[1]));
  expect(used.length).toBeGreaterThan(50);
  expect(used.filter((name) => !defined.has(name))).toEqual([]);
});
