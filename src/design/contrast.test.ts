import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const read = (name: string) => readFileSync(join(import.meta.dirname, 'styles', name), 'utf8');
const palette = read('_palette.scss');
const [lightPart = '', darkPart = ''] = palette.split('@media screen and (prefers-color-scheme: dark)');

const own = (text: string) =>
  Object.fromEntries([...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
const functional = Object.fromEntries(
  [...read('_settings.scss').matchAll(/"([a-z-]+)": (#[0-9a-f]{6})/g)].map(([, name, value]) => [
    `govuk-${name}-colour`,
    value ?? '',
  ]),
);
const light: Record<string, string> = { ...functional, ...own(lightPart) };
const dark: Record<string, string> = { ...light, ...own(darkPart) };

/** Relative luminance and contrast after WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dim = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

const BACKGROUNDS = ['govuk-body-background-colour', 't-surface', 't-raised', 'govuk-template-background-colour'];
const TEXTS = [
  'govuk-text-colour',
  'govuk-secondary-text-colour',
  'govuk-link-colour',
  'govuk-link-visited-colour',
  'govuk-link-hover-colour',
  'govuk-error-colour',
  't-accent-text',
];

/** [text, background] as the stylesheet uses them. */
const TEXT_PAIRS: readonly (readonly [string, string])[] = [
  ...TEXTS.flatMap((text) => BACKGROUNDS.map((background) => [text, background] as const)),
  ['t-header-text', 't-header'],
  ['t-header-muted', 't-header'],
  ['t-primary-text', 't-primary'],
  ['t-primary-text', 't-primary-hover'],
  ['t-secondary-text', 't-secondary'],
  ['t-secondary-text', 't-secondary-hover'],
  ['t-warning-text', 't-warning'],
  ['t-warning-text', 't-warning-hover'],
  ['govuk-focus-text-colour', 'govuk-focus-colour'],
  ['govuk-inverse-text-colour', 'govuk-brand-colour'],
  ['govuk-inverse-text-colour', 'govuk-success-colour'],
  ['govuk-text-colour', 't-info-bg'],
  ...[
    'neutral',
    'info',
    'success',
    'warn',
    'danger',
    'accent',
    'zone-dark-green',
    'zone-green',
    'zone-yellow',
    'zone-red',
    'zone-none',
  ].map((tone) => [`t-${tone}-fg`, `t-${tone}-bg`] as const),
];

/** Borders of inputs and the marks that carry meaning need 3:1 (WCAG 1.4.11). */
const SHAPE_PAIRS: readonly (readonly [string, string])[] = [
  ['govuk-input-border-colour', 'govuk-body-background-colour'],
  ['govuk-brand-colour', 'govuk-body-background-colour'],
  ['govuk-error-colour', 'govuk-body-background-colour'],
  ['govuk-success-colour', 'govuk-body-background-colour'],
  ['t-accent', 't-header'],
  ['t-zone-dark-green-ring', 't-zone-dark-green-bg'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('%s colours', (_name, colours) => {
  const of = (name: string) => {
    const value = colours[name];
    if (!value) throw new Error(`The palette has no --${name}`);
    return value;
  };

  it.each(TEXT_PAIRS)('%s is readable on %s', (text, background) => {
    expect(contrast(of(text), of(background))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPE_PAIRS)('%s is seen on %s', (shape, background) => {
    expect(contrast(of(shape), of(background))).toBeGreaterThanOrEqual(3);
  });
});

it('contrast is computed as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
