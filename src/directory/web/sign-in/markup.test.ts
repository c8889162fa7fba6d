import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemsOf } from '../../../design/testing/markup-problems.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createExampleAccount, invitationLink, inviteAccount, passwordResetLink } from '../../../platform/sign-in/index.ts';
import { makePerson, PUTU, signInTest, Visitor } from './testing.ts';

/** Every page, in both languages, as it is and with everything wrong that can be. */
describe.each(['id', 'en'])('in the language %s', (language) => {
  let s: Awaited<ReturnType<typeof signInTest>>;
  let visitor: Visitor;
  let officer: Visitor;
  let token: string;
  let resetToken: string;

  beforeAll(async () => {
    s = await signInTest({ exampleMode: true, rateLimitFactor: 1000 });
    const headers = { 'Accept-Language': language };
    const person = await makePerson(s.t);
    officer = new Visitor(s.app, headers);
    await officer.signIn(PUTU, person.code());
    await inTransaction(s.t, async (tx) => {
      const personId = s.t.tools.random.id();
      const description = { id: 'Contoh', en: 'Example' };
      await createExampleAccount(s.t.tools, tx, {
        personId,
        email: 'c@contoh.id',
        password: PUTU.password,
        description,
        position: 1,
        isExtra: false,
      });
      const invited = await inviteAccount(s.t.tools, tx, {
        personId: s.t.tools.random.id(),
        email: 'baru@contoh.id',
        byPersonId: null,
      });
      if (invited.ok) token = new URL(invitationLink(s.t.tools, invited.value.invitationId)).searchParams.get('token') ?? '';
    });
    visitor = new Visitor(s.app, headers);
    await visitor.get('/sign-in/reset');
    await visitor.post('/sign-in/reset', { email: PUTU.email });
    resetToken = new URL(passwordResetLink(s.t.tools, s.posted.at(-1)?.object.id ?? '')).searchParams.get('token') ?? '';
    await visitor.post('/sign-in', PUTU);
    s.t.setNow(s.t.tools.clock.now().add({ minutes: 1 }).toString());
    await officer.get('/account');
    await officer.post('/account/phone', { code: person.code() });
  });
  afterAll(() => s.t.close());

  const sound = (html: string) => {
    expect(problemsOf(html.replace(/^<!doctype html>/i, ''))).toEqual([]);
    expect(html).toContain(`<html lang="${language}"`);
    // Tokens are random letters, among them these three now and then.
    expect(html.replaceAll(/value="[\w-]{24,}"/g, '')).not.toMatch(/undefined|\[object|NaN/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  };

  test.each(['/sign-in', '/sign-in/code', '/sign-in/reset', '/sign-in/reset/sent', '/sign-in/invitation?token=x'])(
    'a visitor’s page %s is sound',
    async (path) => sound((await visitor.get(path)).text),
  );

  test.each(['/account', '/account/password', '/account/phone', '/account/phone/new', '/account/backup-codes'])(
    'an officer’s page %s is sound',
    async (path) => sound((await officer.get(path)).text),
  );

  test('the pages that links from mails open are sound', async () => {
    sound((await visitor.get(`/sign-in/reset/password?token=${resetToken}`)).text);
    sound((await visitor.get(`/sign-in/invitation?token=${token}`)).text);
    await visitor.post('/sign-in/invitation', { token, password: 'empat becak menuju laut' });
    sound((await visitor.get(`/sign-in/invitation/phone?token=${token}`)).text);
  });

  test.each([
    ['/sign-in', { email: 'bukan', password: '' }],
    ['/sign-in', { email: 'a@b.cd', password: 'salah sekali ini' }],
    ['/sign-in/code', { code: '' }],
    ['/sign-in/code', { code: '000000' }],
    ['/sign-in/reset', { email: 'bukan' }],
  ])('a visitor’s wrong form %s %j says what to mend', async (path, fields) => {
    const answer = await visitor.post(path, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('govuk-error-summary');
    sound(answer.text);
  });

  test.each([
    ['/account/password', { current: '', password: '' }],
    ['/account/password', { current: PUTU.password, password: 'password1234' }],
    ['/account/phone', { code: 'x' }],
    ['/account/phone/new', { code: '000000' }],
    ['/account/backup-codes', { code: '000000' }],
  ])('an officer’s wrong form %s %j says what to mend', async (path, fields) => {
    const answer = await officer.post(path, fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('govuk-error-summary');
    sound(answer.text);
  });
});
