import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePerson, PUTU, signInTest, Visitor } from './testing.ts';

let s: Awaited<ReturnType<typeof signInTest>>;
let officer: Visitor;
beforeAll(async () => {
  // Its own allowance: this test asks what is answered, not how often.
  s = await signInTest({ rateLimitFactor: 100_000 });
  const person = await makePerson(s.t);
  officer = new Visitor(s.app);
  await officer.signIn(PUTU, person.code());
});
afterAll(() => s.t.close());

const FORMS: readonly (readonly [string, readonly string[]])[] = [
  ['/sign-in', ['email', 'password', 'return']],
  ['/sign-in/code', ['code', 'return']],
  ['/sign-in/reset', ['email']],
  ['/sign-in/reset/password', ['token', 'password', 'code']],
  ['/sign-in/invitation', ['token', 'password']],
  ['/sign-in/invitation/phone', ['token', 'code']],
  ['/account/password', ['current', 'password']],
  ['/account/phone', ['code']],
  ['/account/phone/new', ['code']],
  ['/account/backup-codes', ['code']],
  ['/account/sessions/end', ['session']],
];

const HOSTILE: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['white space', ' \t\n '],
  ['a very long text', 'a'.repeat(100_000)],
  ['SQL', "' OR 1=1; DROP TABLE sign_in.accounts; --"],
  ['a script', '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>'],
  ['mail headers', 'a@b.cd\r\nBcc: everyone@example.org'],
  ['marks that turn and hide', '\ufffd\u202e\u200b\u2066'],
  ['digits that are none', '１２３４５６'],
  ['an object’s name', '__proto__'],
  ['a template', '{{7*7}}<%= 7*7 %>%s%n'],
];

describe.each(FORMS)('%s', (path, fields) => {
  test.each(HOSTILE)('answers %s clearly', async (_, value) => {
    const answer = await officer.post(path, Object.fromEntries(fields.map((field) => [field, value])));
    expect([303, 404, 409, 422]).toContain(answer.status);
    if (answer.location !== null) expect(answer.location).toMatch(/^\/[a-z]/);
    expect(answer.text).not.toContain('<script>alert');
  });

  test('answers missing and doubled fields, NUL and forged forms clearly', async () => {
    expect([303, 404, 409, 422]).toContain((await officer.post(path, {})).status);
    const nul = await officer.post(path, Object.fromEntries(fields.map((field) => [field, 'a\0b'])));
    expect(nul.status).toBe(400);
    expect((await officer.post(path, { _csrf: 'forged' })).status).toBe(403);
    const elsewhere = new Visitor(s.app, { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' });
    await elsewhere.get('/sign-in');
    expect((await elsewhere.post(path, {})).status).toBe(403);
  });
});

test('signing out by a link from elsewhere does nothing', async () => {
  expect((await officer.get('/sign-out')).status).toBe(404);
  expect((await officer.get('/desk')).text).toBe('desk of officer');
});

test('the officer is still signed in after all of it, with the same password', async () => {
  expect((await officer.get('/account')).status).toBe(200);
});
