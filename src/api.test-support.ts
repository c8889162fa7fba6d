/**
 * The assembled application as a program meets it. Every answer that goes through `call` is held against the document at
 * /api/openapi.json: the status must be listed there, the body must fit its schema and hold nothing the schema does not name.
 */
import { Ajv2020, type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { assembleWeb } from './main.ts';
import { makePost } from './messages/index.ts';
import type { WebRoutes } from './platform/http/env.ts';
import type { Settings } from './platform/settings.ts';
import { type TestDatabase, testDatabase } from './platform/testing/database.ts';

export interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, AnySchemaObject>> };
}

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the tests are about.
  readonly body: any;
  readonly headers: Headers;
}

export interface ApiTest {
  readonly t: TestDatabase;
  readonly app: WebRoutes;
  readonly document: ApiDocument;
  call(path: string, init?: RequestInit): Promise<Answer>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  file(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

/** Limits on how often are left out unless a test asks for them. */
export async function apiTest(settings: Partial<Settings> = {}): Promise<ApiTest> {
  let t: TestDatabase | undefined;
  const clock = { now: () => (t as TestDatabase).tools.clock.now() };
  const random = {
    id: () => (t as TestDatabase).tools.random.id(),
    bytes: (n: number) => (t as TestDatabase).tools.random.bytes(n),
  };
  t = await testDatabase({ post: makePost({ clock, random }), settings: { rateLimitFactor: 1000, ...settings } });
  const made = t;
  const app = await assembleWeb(made.tools, { pool: made.pool });
  const document = (await (await app.request('/api/openapi.json')).json()) as ApiDocument;
  const check = contractOf(document);
  const call = async (path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await app.request(`http://localhost:3000${path}`, init);
    const text = await response.text();
    const type = response.headers.get('Content-Type') ?? '';
    const answer = {
      status: response.status,
      body: type.includes('json') && text !== '' ? JSON.parse(text) : text,
      headers: response.headers,
    };
    check(init.method ?? 'GET', path, answer);
    return answer;
  };
  return {
    t: made,
    app,
    document,
    call,
    get: (path, headers = {}) => call(path, { headers }),
    file: (body, headers = {}) =>
      call('/api/v1/complaints', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    close: () => made.close(),
  };
}

export const POTHOLE = {
  class: 'complaint',
  title: 'Jalan berlubang di depan pasar',
  description: 'Sudah tiga minggu jalan di depan pasar berlubang dan belum diperbaiki.',
  region: '51.05',
};

/** Answers before any call is reached: the transport's own. */
const EVERYWHERE = ['400', '404', '405', '413'];

function contractOf(document: ApiDocument): (method: string, path: string, answer: Answer) => void {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(closed(document) as AnySchemaObject, 'api');
  const compiled = new Map<string, ValidateFunction>();
  const validator = (ref: string): ValidateFunction => {
    const known = compiled.get(ref) ?? ajv.compile({ $ref: `api#${ref}` });
    compiled.set(ref, known);
    return known;
  };
  return (method, path, { status, body, headers }) => {
    if (method === 'HEAD' || method === 'OPTIONS') return;
    const says = (what: string) => new Error(`${method} ${path.slice(0, 200)} -> ${status}: ${what}`);
    const template = templateOf(document, path.split('?', 1)[0] ?? '');
    const type = (headers.get('Content-Type') ?? '').split(';', 1)[0] ?? '';
    const listed = template && document.paths[template]?.[method.toLowerCase()]?.responses[String(status)];
    if (!listed && !EVERYWHERE.includes(String(status))) throw says('a status the document does not list');
    const ref =
      listed && template
        ? pointer('paths', template, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema')
        : pointer('components', 'schemas', 'Problem');
    if (listed ? !listed.content?.[type] : type !== 'application/problem+json') throw says(`the media type ${type}`);
    if (status >= 400 && body.status !== status) throw says('a problem that names another status');
    const validate = validator(ref);
    if (!validate(body)) throw says(ajv.errorsText(validate.errors, { dataVar: 'body' }));
  };
}

function templateOf(document: ApiDocument, path: string): string | undefined {
  const fits = (template: string) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path);
  // A fixed path before one with a parameter.
  return Object.keys(document.paths)
    .filter(fits)
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

const pointer = (...parts: readonly string[]) =>
  parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

/** The document with every object closed: a field the schema does not name is one nobody decided to show. */
function closed(document: ApiDocument): unknown {
  const extended = new Set(
    JSON.stringify(document)
      .match(/"allOf":\[\{"\$ref":"[^"]+"/g)
      ?.map((found) => found.split('"').at(-2) ?? ''),
  );
  const close = (value: unknown, path: string, isPartOfAll = false): unknown => {
    if (Array.isArray(value)) return value.map((each) => close(each, path, isPartOfAll));
    if (typeof value !== 'object' || value === null) return value;
    const copy = Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, close(member, `${path}/${name}`, name === 'allOf')]),
    );
    const isObject = ('properties' in copy || 'allOf' in copy) && !('additionalProperties' in copy);
    return isObject && !isPartOfAll && !extended.has(path) ? { ...copy, unevaluatedProperties: false } : copy;
  };
  return close(document, '#');
}

/** With the limits on how often as they are (times `factor`), for the time of `run`. */
export async function withLimits<T>({ t }: ApiTest, factor: number, run: () => Promise<T>): Promise<T> {
  const before = t.tools.settings.rateLimitFactor;
  Object.assign(t.tools.settings, { rateLimitFactor: factor });
  try {
    return await run();
  } finally {
    Object.assign(t.tools.settings, { rateLimitFactor: before });
  }
}
