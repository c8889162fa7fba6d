/** docs/api.md as it stands: every call in it is made. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiTest, apiTest } from './api.test-support.ts';

let api: ApiTest;
beforeAll(async () => {
  api = await apiTest();
});
afterAll(() => api.close());

interface Call {
  readonly path: string;
  readonly init: RequestInit;
  readonly status: number;
}

const text = readFileSync('docs/api.md', 'utf8');
const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block.replaceAll('\\\n', ' '));
const calls: Call[] = blocks.flatMap((block) => [...block.matchAll(/^curl ([\s\S]*?)\n# -> (\d+)$/gm)].map(read));

/** The few options of curl that the page uses. */
function read([, line = '', status]: RegExpMatchArray): Call {
  const words = [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );
  const after = (option: string) => words.flatMap((word, index) => (words[index - 1] === option ? [word] : []));
  const body = after('-d')[0];
  const address = words.find((word) => word.startsWith('$TUNTAS')) ?? '';
  return {
    path: address.replace('$TUNTAS', ''),
    init: {
      method: after('-X')[0] ?? (body === undefined ? 'GET' : 'POST'),
      headers: Object.fromEntries(after('-H').map((header) => header.split(/:\s*/, 2) as [string, string])),
      ...(body === undefined ? {} : { body }),
    },
    status: Number(status),
  };
}

test('has calls, and one of every kind the description names', () => {
  expect(calls.length).toBe(text.match(/^curl /gm)?.length);
  const isCalled = (template: string) =>
    calls.some(({ path }) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/?]+')}$`).test(path.split('?')[0] ?? ''));
  const described = Object.keys(api.document.paths).filter((template) => template !== '/api/openapi.json');
  expect(described.filter((template) => !isCalled(template))).toEqual([]);
});

test.each(calls)('$init.method $path -> $status', async ({ path, init, status }) => {
  const answer = await api.call(path, init);
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
});

test('lists the statuses the description lists', () => {
  const inTable = [...text.matchAll(/^\| (\d{3}) \|/gm)].map(([, status]) => status);
  const described = Object.values(api.document.paths).flatMap((item) =>
    Object.values(item).flatMap((each) => Object.keys(each.responses)),
  );
  const errors = [...new Set(described)].filter((status) => Number(status) >= 400);
  expect([...inTable].sort()).toEqual([...new Set([...errors, '405'])].sort());
});
