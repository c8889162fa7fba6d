import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type ApiTest, apiTest, POTHOLE } from './api.test-support.ts';
import { createLog } from './platform/log.ts';

/** Malformed, oversized and hostile input for every call: each gets a clear answer of the 400s, none a fault. */
let api: ApiTest;
const faults: string[] = [];
beforeAll(async () => {
  api = await apiTest();
  const log = createLog({ level: 'error', write: (line) => void faults.push(line) });
  Object.assign(api.t.tools, { log });
});
afterAll(() => api.close());

function refusedClearly(answer: Answer, what: string): void {
  expect(answer.status, what).toBeGreaterThanOrEqual(400);
  expect(answer.status, what).toBeLessThan(500);
  expect(answer.body.title, what).toMatch(/\S/);
  expect(faults, what).toEqual([]);
}

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const big = 'x'.repeat(200_000);
const INJECTIONS = [
  "'; DROP TABLE complaints.complaints; --",
  "' OR '1'='1",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../etc/passwd',
  '%n%s',
  '\\',
  '*',
  '%',
];

describe('what is no body of a filing', () => {
  const send = (body: BodyInit | null, type: string | null = 'application/json') =>
    api.call('/api/v1/complaints', { method: 'POST', body, headers: type === null ? {} : { 'Content-Type': type } });

  test.each<[string, BodyInit | null, number]>([
    ['nothing', null, 400],
    ['an empty text', '', 400],
    ['a space', ' ', 400],
    ['half an object', '{"title":', 400],
    ['a comma too many', '{"class":"complaint",}', 400],
    ['a comment', '{/*x*/}', 400],
    ['NaN', '{"location":{"lat":NaN,"lng":1}}', 400],
    ['XML', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 400],
    ['a byte order mark alone', '\uFEFF', 400],
    ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ['an overlong slash', new Uint8Array([0x22, 0xc0, 0xaf, 0x22]), 400],
    ['a raw NUL', '{"title":"a\0b"}', 400],
    ['an escaped NUL', JSON.stringify({ ...POTHOLE, title: 'Jalan\0berlubang' }), 400],
    ['half a surrogate pair', `{"title":"\\ud800 jalan berlubang"}`, 400],
    ['a surrogate pair the wrong way round', `{"title":"\\udc00\\ud800"}`, 400],
    ['an escaped NUL as a name', '{"\\u0000":1}', 400],
    ['a field named twice', '{"anonymous":true,"anonymous":false}', 400],
    ['a field named twice, once escaped', '{"anonymous":true,"\\u0061nonymous":false}', 400],
    ['a text', '"title"', 422],
    ['a number', '1e999', 422],
    ['null', 'null', 422],
    ['true', 'true', 422],
    ['a list', JSON.stringify([POTHOLE]), 422],
    ['an empty object', '{}', 422],
    ['more than a megabyte', `"${'x'.repeat(1_100_000)}"`, 413],
    ['a hundred thousand brackets', '['.repeat(100_000), 400],
    ['a hundred thousand lists in lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 422],
    ['a hundred thousand objects in objects', deep(100_000), 422],
  ])('%s', async (what, body, status) => {
    const answer = await send(body);
    refusedClearly(answer, what);
    expect(answer.status, what).toBe(status);
  });

  test.each([
    [null],
    [''],
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=utf-16'],
    ['application/jsonp'],
    ['text/html, application/json'],
  ])('the media type %s', async (type) => {
    const answer = await send(JSON.stringify(POTHOLE), type);
    refusedClearly(answer, String(type));
    expect(answer.status).toBe(415);
  });
});

describe('fields of a filing', () => {
  const wrong: readonly [string, unknown][] = [
    ...['class', 'title', 'description'].flatMap((field): [string, unknown][] =>
      [undefined, null, '', ' ', 0, -1, 1e308, true, [], {}, [POTHOLE.title], big].map((value) => [field, value]),
    ),
    ...[undefined, '', 0, true, [], {}, '51.99', '5105', '51.05.', '..', big, ...INJECTIONS].map((value): [string, unknown] => [
      'region',
      value,
    ]),
    ...['agency', 'category'].flatMap((field): [string, unknown][] =>
      [0, true, [], {}, 'nonexistent', big, '00000000-0000-0000-0000-000000000000', ...INJECTIONS].map((value) => [field, value]),
    ),
    ...[
      0,
      true,
      [],
      {},
      'kemarin',
      '2026-02-30',
      '2026-13-01',
      '2026-3-1',
      '17-03-2026',
      '9999-12-31',
      '0000-01-01',
      '-000001-01-01',
      '2026-03-17T00:00:00Z',
      '1944-12-31',
      big,
    ].map((value): [string, unknown] => ['occurredOn', value]),
    ...[
      0,
      'x',
      true,
      [],
      {},
      { lat: -8.5 },
      { lat: '-8.5', lng: '115.4' },
      { lat: null, lng: null },
      { lat: 115.4, lng: -8.5 },
      { lat: 91, lng: 181 },
      { lat: 1e308, lng: -1e308 },
      { lat: -8.5, lng: 115.4, alt: 3 },
      [-8.5, 115.4],
    ].map((value): [string, unknown] => ['location', value]),
    ...[
      0,
      'x',
      true,
      [],
      { nik: '1' },
      { name: 1 },
      { email: 'x' },
      { email: 'a@b' },
      { email: `a@b.id\nBcc: c@d.id` },
      { email: big },
      { phone: 'x' },
      { phone: '1' },
      { phone: 81234567890 },
      { name: big },
      { email: ['a@b.id'] },
    ].map((value): [string, unknown] => ['contact', value]),
    ...['anonymous', 'confidential'].flatMap((field): [string, unknown][] =>
      ['true', 'false', 0, 1, '', [], {}, 'yes'].map((value) => [field, value]),
    ),
    ['place', 1],
    ['place', big],
    ['place', ['x']],
    ['anonymus', true],
    ['id', '1'],
    ['status', 'closed'],
    ['trackingNumber', '1234567898'],
    ['channel', 'web'],
    ['filedByPersonId', '1'],
    ['toString', 1],
    ['constructor', { prototype: { admin: true } }],
    ['', 1],
    [big, 1],
  ];

  test(`${wrong.length} wrong values, each refused at its field`, async () => {
    for (const [field, value] of wrong) {
      const what = `${field.slice(0, 30)} = ${JSON.stringify(value)?.slice(0, 60)}`;
      const answer = await api.file({ ...POTHOLE, [field]: value });
      refusedClearly(answer, what);
      expect(answer.status, what).toBe(422);
      const at = answer.body.errors.map((each: { pointer?: string }) => each.pointer ?? '');
      expect(
        at.some((pointer: string) => pointer.startsWith(`#/${field}`) || field === ''),
        `${what}: ${at.join(' ').slice(0, 200)}`,
      ).toBe(true);
      expect(JSON.stringify(answer.body).length, what).toBeLessThan(250_000);
    }
  });

  test('a prototype in the body is a field that is not known', async () => {
    const answer = await api.file(`{"__proto__":{"anonymous":true},${JSON.stringify(POTHOLE).slice(1)}`);
    refusedClearly(answer, '__proto__');
    expect(answer.status).toBe(422);
    expect(({} as { anonymous?: boolean }).anonymous).toBeUndefined();
  });

  test('ten thousand fields are not all told', async () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`field${i}`, i]));
    const answer = await api.file({ ...POTHOLE, ...many });
    refusedClearly(answer, 'many');
    expect(answer.body.errors.length).toBeLessThan(50);
  });

  test('hostile words are words: they are kept as they are, and harm nothing', async () => {
    for (const text of INJECTIONS) {
      const answer = await api.file({
        ...POTHOLE,
        title: `Jalan ${text} rusak`,
        description: `${POTHOLE.description} ${text}`,
        place: text,
      });
      expect(answer.status, text).toBe(201);
    }
    const { rows } = await api.t.pool.query("select title from complaints.complaints where title like '%script%'");
    expect(rows[0].title).toBe('Jalan <script>alert(1)</script> rusak');
    expect(faults).toEqual([]);
  });

  test('keys that are none', async () => {
    for (const key of ['x', 'with space', 'kunci-é-é-é', big, ';'.repeat(7)]) {
      refusedClearly(await api.file(POTHOLE, { 'Idempotency-Key': key }), key.slice(0, 20));
    }
  });
});

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('parameters', () => {
  const WRONG: readonly [string, readonly string[]][] = [
    [
      '/api/v1/complaints',
      [
        ...['0', '-1', '101', '1.5', 'x', '', '1e9', '9'.repeat(400), 'Infinity', 'NaN', '1&limit=2'].map(
          (value) => `limit=${value}`,
        ),
        ...[
          'x',
          '',
          '%7B%7D',
          'a'.repeat(500),
          cursor([]),
          cursor(['x', 'y']),
          cursor(['2026-99-99T99:99:99Z', ID]),
          cursor(['2026-01-01T00:00:00Z', '-'.repeat(36)]),
          cursor(['2026-01-01T00:00:00Z', ID, 1]),
          cursor({ 0: 'a', 1: 'b', length: 2 }),
          cursor(['0000-01-01T00:00:00Z', ID]),
          cursor(["2026-01-01T00:00:00Z'--", ID]),
          cursor(null),
        ].map((value) => `cursor=${value}`),
        ...['late', 'CLOSED', '', 'closed,received', '__proto__', 'closed&status=received'].map((value) => `status=${value}`),
        ...['x', ''].flatMap((value) => [`class=${value}`, `outcome=${value}`]),
        ...['today', '2026-02-30', '0000-01-01', '99999-01-01', '2026-1-1', '', '2026-01-01T00:00:00Z'].flatMap((value) => [
          `filedFrom=${value}`,
          `filedUntil=${value}`,
        ]),
        `q=${'x'.repeat(201)}`,
        'q=a%00b',
        'q=%ff%fe',
        'q=%ED%A0%80',
        'q=%',
        'q=a&q=b',
        `region=${big}`,
        `agency=${big}`,
        `category=${big}`,
        'regoin=51',
        '__proto__=1',
        'constructor=1',
        'page=2',
        `${'a'.repeat(5000)}=1`,
      ],
    ],
    [
      '/api/v1/agencies',
      [
        'limit=0',
        'limit=-1',
        'limit=201',
        'limit=x',
        'kind=x',
        'region=x',
        "region=51'",
        'parent=A B',
        `q=${'x'.repeat(201)}`,
        'q=%ff',
        'q=%00',
        'unknown=1',
        'q=a&q=b',
      ],
    ],
    [
      '/api/v1/regions',
      [
        'limit=0',
        'limit=-1',
        'limit=201',
        'level=x',
        'parent=x',
        `q=${'x'.repeat(201)}`,
        'q=%ff',
        'q=%00',
        'unknown=1',
        'parent=51&parent=52',
      ],
    ],
    [
      '/api/v1/law/parameters',
      ['on=x', 'on=2026-02-30', 'on=', 'ruleSet=x', 'on=0000-01-01', 'unknown=1', 'on=2026-01-01&on=2026-01-02'],
    ],
    [
      '/api/v1/law/due',
      [
        '',
        'from=x&limit=5hk&zone=WIB',
        'from=2026-03-17&limit=5hk&zone=WIB',
        'from=2026-03-17T10:00:00Z&limit=x&zone=WIB',
        'from=2026-03-17T10:00:00Z&limit=-5hk&zone=WIB',
        'from=2026-03-17T10:00:00Z&limit=999999999hk&zone=WIB',
        'from=2026-03-17T10:00:00Z&limit=99999hk&zone=WIB',
        'from=2026-03-17T10:00:00Z&limit=5hk&zone=Europe/Paris',
        'from=2026-03-17T10:00:00Z&limit=5hk&zone=WIB&region=x',
        'from=9999-03-17T10:00:00Z&limit=5hk&zone=WIB',
        'from=-271821-04-20T00:00:00Z&limit=5hk&zone=WIB',
        'from=%00&limit=5hk&zone=WIB',
        `from=${big}&limit=5hk&zone=WIB`,
        'from=2026-03-17T10:00:00Z&limit=5hk&zone=WIB&unknown=1',
      ],
    ],
  ];

  test.each(WRONG)('of %s that are wrong', async (path, queries) => {
    for (const query of queries) {
      const answer = await api.get(`${path}?${query}`);
      refusedClearly(answer, `${path}?${query.slice(0, 80)}`);
      expect([400, 422], query.slice(0, 80)).toContain(answer.status);
      if (answer.status === 422) expect(answer.body.errors.length, query.slice(0, 80)).toBeGreaterThan(0);
    }
  });

  test('hostile words in searches and filters find nothing and break nothing', async () => {
    for (const text of [...INJECTIONS, '!!', '&|!()', ':*', '"', "''", '🕳️'.repeat(20), '\u202e', 'a'.repeat(200)]) {
      for (const [path, names] of [
        ['complaints', ['q', 'agency', 'category', 'region']],
        ['agencies', ['q']],
        ['regions', ['q']],
      ] as const) {
        for (const name of names) {
          const query = `/api/v1/${path}?${name}=${encodeURIComponent(text)}`;
          const { status } = await api.get(query);
          expect([200, 422], query).toContain(status);
          expect(faults, query).toEqual([]);
        }
      }
    }
  });

  test('cursors of the directory that are none, or were tampered with', async () => {
    for (const list of ['agencies', 'regions']) {
      for (const text of [
        'x',
        '%7B%7D',
        cursor([]),
        cursor(['a\0b', 'c']),
        cursor(['Dinas', 'x']),
        cursor(['Dinas', ID]),
        cursor([1, 2]),
        cursor(['51']),
      ]) {
        const { status } = await api.get(`/api/v1/${list}?cursor=${text}`);
        expect([200, 400, 422], text).toContain(status);
        expect(faults, text).toEqual([]);
      }
    }
  });

  test('numbers and codes in addresses that are none', async () => {
    const odd = [
      'x',
      '0',
      '-1',
      '1e9',
      '%20',
      '%ff',
      '%00',
      '%2e%2e',
      '..%2f..%2fetc',
      '__proto__',
      'constructor',
      '%F0%9F%95%B3',
      'a'.repeat(5000),
      '1'.repeat(400),
    ];
    for (const text of [...odd, ...INJECTIONS.map(encodeURIComponent)]) {
      for (const path of [`complaints/${text}`, `complaints/${text}/proof`, `agencies/${text}`, `regions/${text}`]) {
        refusedClearly(await api.get(`/api/v1/${path}`), path.slice(0, 80));
      }
      refusedClearly(
        await api.get(`/api/v1/complaints/${text}/status`, { 'Receipt-Code': '1234567890123456' }),
        text.slice(0, 80),
      );
    }
  });

  test('receipt codes that are none', async () => {
    const { body } = await api.file(POTHOLE);
    for (const code of ['', '1', 'x'.repeat(16), '0'.repeat(17), "' OR 1=1 --", '9'.repeat(41), big, '-'.repeat(16)]) {
      for (const what of ['status', 'proof']) {
        const answer = await api.get(`/api/v1/complaints/${body.trackingNumber}/${what}`, { 'Receipt-Code': code });
        refusedClearly(answer, `${what} ${code.slice(0, 20)}`);
      }
    }
  });
});

describe('calls that are none', () => {
  test.each([
    '/api/',
    '/api/v1',
    '/api/v1/',
    '/api/v2/complaints',
    '/api/v1/complaint',
    '/api/v1/complaints/',
    '/api/v1/complaints/1/2/3',
    '/api/.env',
    '/api/v1/law',
    '/api//v1/complaints',
    '/api/v1/COMPLAINTS',
  ])('%s', async (path) => {
    const answer = await api.get(path, { Accept: 'text/html' });
    refusedClearly(answer, path);
    expect(answer.status).toBe(404);
  });

  test('every other method is answered with those there are', async () => {
    for (const [template, item] of Object.entries(api.document.paths)) {
      const path = template.replace(/\{\w+\}/g, '1');
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND']) {
        if (method.toLowerCase() in item) continue;
        const answer = await api.call(path, { method, ...(method === 'GET' ? {} : { body: '{}' }) });
        refusedClearly(answer, `${method} ${path}`);
        expect(answer.status, `${method} ${path}`).toBe(405);
        const allowed = answer.headers.get('Allow')?.split(', ') ?? [];
        expect(
          allowed
            .filter((each) => !['HEAD', 'OPTIONS'].includes(each))
            .map((each) => each.toLowerCase())
            .sort(),
        ).toEqual(Object.keys(item).sort());
      }
    }
  });

  test('HEAD answers as GET does, without a body', async () => {
    const answer = await api.call('/api/v1/complaints', { method: 'HEAD' });
    expect([answer.status, answer.body]).toEqual([200, '']);
  });
});
