import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Holds the imports against the picture in ARCHITECTURE.md. Change both together.
 */
const ROOMS = [
  'law',
  'directory',
  'identity',
  'messages',
  'services',
  'complaints',
  'surveys',
  'training',
  'assessments',
  'casework',
  'agreements',
  'exchange',
  'dashboards',
];

/** Inside a room: which parts a part may import. `index` and `README` are the door, not a part. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  rules: ['rules'],
  data: ['data', 'rules'],
  reference: ['reference', 'rules'],
  store: ['store', 'rules', 'data', 'reference'],
  actions: ['actions', 'store', 'rules', 'data', 'reference'],
  errands: ['errands', 'actions', 'store', 'rules', 'data'],
  web: ['web', 'actions', 'store', 'rules', 'data', 'reference'],
};

const root = resolve(import.meta.dirname);
const files = (readdirSync(root, { recursive: true }) as string[]).filter(
  (name) => /\.tsx?$/.test(name) && !/\.(test|test-support|examples)\.tsx?$|testing|islands/.test(name),
);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const imports: readonly Import[] = files.flatMap((from) =>
  [...readFileSync(join(root, from), 'utf8').matchAll(/^(?:import|export)\s(type\s)?[^;]*?from '(\.[^']+)';/gms)].map(
    (match) => ({
      from,
      to: relative(root, resolve(root, dirname(from), match[2] as string)),
      typeOnly: match[1] !== undefined,
    }),
  ),
);

const top = (path: string) => path.split('/')[0] as string;
const part = (path: string) => path.split('/')[1] as string;
const broken = (rule: (one: Import) => boolean) => imports.filter(rule).map(({ from, to }) => `${from} -> ${to}`);

describe('the house', () => {
  test('has imports to look at, so that these claims mean something', () => {
    expect(imports.length).toBeGreaterThan(500);
  });

  test('kernel imports nothing of ours', () => {
    expect(broken(({ from, to }) => top(from) === 'kernel' && top(to) !== 'kernel')).toEqual([]);
  });

  test('platform imports kernel alone', () => {
    expect(broken(({ from, to }) => top(from) === 'platform' && !['platform', 'kernel'].includes(top(to)))).toEqual([]);
  });

  test('design imports kernel and what it must know of a request', () => {
    const allowed = (to: string) => ['design', 'kernel'].includes(top(to)) || to.startsWith('platform/http/');
    expect(broken(({ from, to }) => top(from) === 'design' && !allowed(to))).toEqual([]);
  });

  test('a room uses another room only through its front door, and only to the left', () => {
    const wrong = ({ from, to }: Import) => {
      const [mine, other] = [ROOMS.indexOf(top(from)), ROOMS.indexOf(top(to))];
      if (mine < 0 || other < 0 || mine === other) return false;
      return other > mine || !/^[a-z]+\/index\.ts$/.test(to);
    };
    expect(broken(wrong)).toEqual([]);
  });

  test('inside a room nothing points back: web, errands -> actions -> store -> rules', () => {
    const wrong = ({ from, to }: Import) => {
      if (!ROOMS.includes(top(from)) || top(from) !== top(to)) return false;
      const allowed = PARTS[part(from)];
      return allowed !== undefined && !allowed.includes(part(to));
    };
    expect(broken(wrong)).toEqual([]);
  });

  test('rules touch no platform and no design', () => {
    const isRule = (from: string) => ROOMS.includes(top(from)) && part(from) === 'rules';
    expect(broken(({ from, to, typeOnly }) => isRule(from) && !typeOnly && ['platform', 'design'].includes(top(to)))).toEqual([]);
  });

  test('only main and the command line see everything', () => {
    const outside = (to: string) => to === 'main.ts' || top(to) === 'cli';
    expect(broken(({ from, to }) => outside(to) && top(from) !== 'cli' && from !== 'main.ts')).toEqual([]);
  });
});
