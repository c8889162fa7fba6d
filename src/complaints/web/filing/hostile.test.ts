import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DRAFT_STEPS } from '../../rules/draft.ts';
import { answerAll, COMPLAINT, type Fields, type FilingTest, filingTest, officerApp, officerAt, Walker } from './testing.ts';

let house: FilingTest;
/** Somebody with every question answered, whom nothing here must disturb. */
let ready: Walker;
beforeAll(async () => {
  house = await filingTest({ rateLimitFactor: 100 });
  ready = new Walker(house.app);
  await answerAll(ready, COMPLAINT);
});
afterAll(() => house.t.close());

const BASE = '/complaints/new';
const STEPS = DRAFT_STEPS.filter((step) => step !== 'channel');
/** Every address of the wizard that takes a form. */
const FORMS = [BASE, `${BASE}/start-over`, ...STEPS.map((step) => `${BASE}/${step}`), `${BASE}/check`, `${BASE}/receipt`];

/** Fields of all forms, so that each form finds its own among them. */
const FIELDS = [
  'class',
  'title',
  'description',
  'region',
  'in',
  'found',
  'nowhere',
  'place',
  'point-lat',
  'point-lng',
  'date-day',
  'date-month',
  'date-year',
  'category',
  'agency',
  'q',
  'remove',
  'upload',
  'anonymous',
  'confidential',
  'name',
  'email',
  'phone',
  'keep',
  'seen',
  'number',
  'from',
  'continues',
] as const; // prettier-ignore

const HOSTILE: readonly (readonly [what: string, value: string])[] = [
  ['SQL', "'; DROP TABLE complaints.complaints; --"],
  ['a script', '<script>alert(1)</script>'],
  ['an attribute', '" onmouseover="alert(1)'],
  ['a path', '../../../etc/passwd'],
  ['a prototype', '__proto__'],
  ['a method', 'constructor'],
  ['direction marks', '\u202e\u2066abc\u2069'],
  ['controls', '\u0007\u001b[31m\u0001'],
  ['emoji', '🧨'.repeat(500)],
  ['combining marks', `a${'\u0301'.repeat(3000)}`],
  ['spaces', ' '.repeat(50_000)],
  ['line breaks', '\n'.repeat(20_000)],
  ['digits', '9'.repeat(400)],
  ['a number beyond numbers', '1e999'],
  ['not a number', 'NaN'],
  ['an unknown id', '018f0000-0000-7000-8000-000000000000'],
  ['a region that never was', '99.99.99.9999'],
  ['search operators', '!& | <-> (a:*) \\'],
  ['a template', '{{7*7}} #{7*7} %s %n'],
  ['a long text', 'panjang '.repeat(30_000)],
];

function judge(answer: { status: number; text: string; location: string | null }, what: string): void {
  expect(answer.status, what).toBeLessThan(500);
  if (answer.status === 303) {
    // Only ever to an address of ours.
    expect(answer.location, what).toMatch(/^\/[a-z]/);
    return;
  }
  expect([400, 403, 404, 409, 413, 415, 422, 200], what).toContain(answer.status);
  expect(answer.text.match(/<h1/g), what).toHaveLength(1);
  expect(answer.text, what).not.toContain('<script>alert');
  expect(answer.text, what).not.toContain('" onmouseover="alert');
}

describe('every form of the wizard', () => {
  test.each(HOSTILE)('filled with %s answers clearly and never breaks', async (what, value) => {
    const visitor = new Walker(house.app);
    await answerAll(visitor, COMPLAINT.slice(0, 1));
    const { _csrf = '' } = await visitor.hidden(`${BASE}/story`, `${BASE}/story`);
    const fields: Fields = Object.fromEntries(FIELDS.map((field) => [field, value]));
    for (const form of FORMS.filter((each) => each !== `${BASE}/start-over`)) {
      const sent = await visitor.browser.send(form, { _csrf, ...fields });
      judge({ status: sent.status, text: await sent.text(), location: sent.headers.get('Location') }, `${form} with ${what}`);
      const seen = await visitor.get(form);
      judge(seen, `${form} after ${what}`);
    }
  });

  test.each(FORMS)('%s refuses what no browser sends', async (form) => {
    const visitor = new Walker(house.app);
    await answerAll(visitor, COMPLAINT.slice(0, 2));
    const { _csrf = '' } = await visitor.hidden(BASE, BASE);
    const raw = (body: BodyInit, type: string) =>
      visitor.browser.fetch(form, { method: 'POST', body, headers: { 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' } });
    const FORM = 'application/x-www-form-urlencoded';
    const token = `_csrf=${_csrf}`;
    const table: readonly (readonly [string, Response, number])[] = [
      ['no token', await raw('title=a', FORM), 403],
      ['a wrong token', await raw('_csrf=abc&title=a', FORM), 403],
      ['another site', await visitor.browser.send(form, { _csrf }, { 'Sec-Fetch-Site': 'cross-site' }), 403],
      ['JSON', await raw('{"title":"a"}', 'application/json'), 415],
      ['a NUL', await raw(`${token}&title=a%00b`, FORM), 400],
      ['broken UTF-8', await raw(`${token}&title=%ff%fe`, FORM), 400],
      ['a field too large', await raw(`${token}&title=${'x'.repeat(300 * 1024)}`, FORM), 413],
      ['a body too large', await raw(`${token}&${'title=a&'.repeat(200_000)}`, FORM), 413],
      ['a thousand fields', await raw(`${token}&${Array.from({ length: 1000 }, (_, i) => `f${i}=1`).join('&')}`, FORM), 413],
      ['half a multipart', await raw('--x\r\nContent-Disposition: form-data; name="a"', 'multipart/form-data; boundary=x'), 400],
    ];
    for (const [what, answer, status] of table) {
      expect(answer.status, what).toBe(status);
      expect(await answer.text(), what).toContain('<h1');
    }
    if (form !== `${BASE}/files`) {
      const file = await visitor.upload(form, { _csrf }, [['files', 'a.txt', Buffer.from('isi')]]);
      expect(file.status).toBe(400);
    }
  });

  test.each([
    ['story', 'title'],
    ['where', 'region'],
    ['place', 'place'],
    ['when', 'date-day'],
    ['category', 'category'],
    ['agency', 'agency'],
    ['privacy', 'anonymous'],
    ['contact', 'email'],
    ['class', 'class'],
    ['files', 'remove'],
    ['check', 'seen'],
    ['receipt', 'number'],
  ])('%s refuses the same field twice', async (step, field) => {
    expect((await ready.send(`${BASE}/${step}`, { [field]: ['a', 'b'] })).status).toBe(400);
  });
});

describe('every address of the wizard', () => {
  test.each([
    ...HOSTILE.flatMap(([, value]) =>
      ['agency', 'region', 'continues', 'q', 'in', 'from'].map((name) => `?${name}=${encodeURIComponent(value.slice(0, 2000))}`),
    ),
    '?in=51.05.01.2001',
    '?in=51&in=52',
    '?q=%00',
    '?q=%ff',
  ])('answers %s', async (query) => {
    for (const path of [BASE, `${BASE}/where`, `${BASE}/agency`]) {
      judge(await ready.get(`${path}${query}`), `${path}${query.slice(0, 80)}`);
    }
  });

  test.each([
    ['draft', 'x'],
    ['draft', 'A'.repeat(43)],
    ['draft', '%00'.repeat(20)],
    ['receipt', '.'.repeat(500)],
    ['receipt', Array(20).fill('A'.repeat(43)).join('.')],
  ])('takes the cookie %s=%s for none', async (name, value) => {
    const visitor = new Walker(house.app);
    visitor.browser.cookies.set(name, value);
    for (const path of [BASE, `${BASE}/story`, `${BASE}/check`, `${BASE}/receipt`, `${BASE}/files/x`, `${BASE}/start-over`]) {
      judge(await visitor.get(path), path);
    }
  });

  test('files have no addresses but their own', async () => {
    const visitor = new Walker(house.app);
    await answerAll(visitor, COMPLAINT);
    for (const id of ['x', '018f0000-0000-7000-8000-000000000000', '%2e%2e%2f', "'"]) {
      expect((await visitor.get(`${BASE}/files/${id}`)).status).toBe(404);
    }
  });
});

describe('the list of visits', () => {
  test.each(HOSTILE)('filled with %s answers clearly', async (what, value) => {
    const officer = await officerAt(house.t, 'ori.bali', 'counter-officer');
    const ayu = new Walker(officerApp(house.t, officer));
    const { _csrf = '' } = await ayu.hidden('/desk/visits', '/desk/visits');
    for (const fields of [{ office: value }, { office: officer.positions[0]?.agencyId ?? '', channel: value }]) {
      const sent = await ayu.browser.send('/desk/visits', { _csrf, ...fields });
      judge({ status: sent.status, text: await sent.text(), location: null }, what);
      expect(sent.status).toBe(422);
    }
    const query = encodeURIComponent(value.slice(0, 2000));
    judge(await ayu.get(`/desk/visits?office=${query}&before=${query}&channel=${query}`), what);
  });
});
