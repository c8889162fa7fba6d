import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../../project-folder.ts';
import { PALETTE } from './palette.ts';

const OWN = new Set(['text', 'muted', 'white', 'line']);

describe('the colours of paper', () => {
  test('are those of the screen by light', () => {
    const scss = readFileSync(join(projectFolder, 'src/design/styles/_palette.scss'), 'utf8');
    const light = scss.slice(0, scss.indexOf('@media'));
    const onScreen = Object.fromEntries(
      [...light.matchAll(/--t-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
    );
    const shared = Object.entries(PALETTE).filter(([name]) => !OWN.has(name));
    expect(shared.length).toBeGreaterThan(15);
    expect(Object.fromEntries(shared.map(([name]) => [name, onScreen[name]]))).toEqual(Object.fromEntries(shared));
  });

  test('of words and their ground differ enough to be read (WCAG AA, 4.5:1)', () => {
    const pairs = Object.keys(PALETTE).filter((name) => name.endsWith('-bg')) as (keyof typeof PALETTE)[];
    for (const ground of pairs) {
      const ink = ground.replace(/-bg$/, '-fg') as keyof typeof PALETTE;
      expect(contrast(PALETTE[ground], PALETTE[ink]), ground).toBeGreaterThanOrEqual(4.5);
    }
    for (const ink of ['text', 'muted', 'header', 'primary'] as const)
      expect(contrast(PALETTE[ink], '#ffffff')).toBeGreaterThan(4.5);
  });
});

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
