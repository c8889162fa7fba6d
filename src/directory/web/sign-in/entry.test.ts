import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { closeAccount } from '../../../platform/sign-in/index.ts';
import { makePerson, PUTU, signInApp, signInTest, Visitor, withoutTokens } from './testing.ts';

let s: Awaited<ReturnType<typeof signInTest>>;
beforeAll(async () => {
  s = await signInTest();
});
afterAll(() => s.t.close());

const WRONG = 'bukan kata sandi yang benar';

describe('nothing tells a known account from an unknown one', () => {
  test('when the password is wrong: same status, same page, never faster than the steady time', async () => {
    await makePerson(s.t, { email: 'ada@contoh.go.id', password: PUTU.password });
    const closed = await makePerson(s.t, { email: 'tutup@contoh.go.id', password: PUTU.password });
    await inTransaction(s.t, (tx) => closeAccount(s.t.tools, tx, closed.personId));
    const answers: string[] = [];
    // Of equal length, so that the page differs in nothing but the address shown again.
    for (const [email, password] of [
      ['ada@contoh.go.id', WRONG],
      ['xyz@contoh.go.id', WRONG],
      ['tutup@contoh.go.id', PUTU.password],
    ] as const) {
      const visitor = new Visitor(s.app);
      await visitor.get('/sign-in');
      const began = performance.now();
      const answer = await visitor.post('/sign-in', { email, password });
      expect(performance.now() - began).toBeGreaterThan(590);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(`value="${email}"`);
      expect(answer.text).not.toContain(password);
      answers.push(withoutTokens(answer.text).replaceAll(email, 'EMAIL'));
      expect([...visitor.cookies.keys()]).toEqual(['visit']);
    }
    expect(new Set(answers).size).toBe(1);
  });

  test('when a reset is asked for: same answer, and a mail to the known one alone', async () => {
    const before = s.posted.length;
    const answers: string[] = [];
    for (const email of ['ada@contoh.go.id', 'xyz@contoh.go.id', 'tutup@contoh.go.id']) {
      const visitor = new Visitor(s.app);
      await visitor.get('/sign-in/reset');
      const began = performance.now();
      const asked = await visitor.post('/sign-in/reset', { email });
      expect(performance.now() - began).toBeGreaterThan(590);
      answers.push(`${asked.status} ${asked.location} ${withoutTokens((await visitor.open('/sign-in/reset/sent')).text)}`);
    }
    expect(new Set(answers).size).toBe(1);
    expect(s.posted.slice(before)).toHaveLength(1);
  });
});

describe('guessing', () => {
  test('at one account from many addresses and two processes ends after ten tries, also with the right password', async () => {
    const account = { email: 'sasaran@contoh.go.id', password: PUTU.password };
    const person = await makePerson(s.t, account);
    const owner = new Visitor(s.app);
    expect((await owner.signIn(account, person.code())).location).toBe('/desk');

    const otherProcess = connect(s.t.appUrl, { max: 4, name: 'second process' });
    const apps = [s.app, signInApp({ ...s.t.tools, db: otherProcess.db })];
    const guess = async (n: number, password: string) => {
      const visitor = new Visitor(apps[n % 2] ?? s.app, { 'X-Forwarded-For': `198.51.100.${n}` });
      await visitor.get('/sign-in');
      return visitor.post('/sign-in', { email: account.email, password });
    };
    // The owner signed in as a stranger once: nine are left.
    const tries = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(n, WRONG)));
    expect(tries.filter((answer) => answer.status === 422)).toHaveLength(9);
    const refused = tries.filter((answer) => answer.status === 429);
    expect(refused).toHaveLength(3);
    expect(refused[0]?.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(refused[0]?.text).toMatch(/Tunggu \d+ (detik|menit)/);
    expect((await guess(99, account.password)).status).toBe(429);

    // The owner's own browser is not kept out.
    s.t.setNow(s.t.tools.clock.now().add({ seconds: 60 }).toString());
    await owner.post('/sign-out', {});
    expect((await owner.signIn(account, person.code())).location).toBe('/desk');
    await otherProcess.close();
  });

  test('at an account that does not exist is refused in the same way', async () => {
    const guess = async (n: number) => {
      const visitor = new Visitor(s.app, { 'X-Forwarded-For': `203.0.113.${n}` });
      await visitor.get('/sign-in');
      return (await visitor.post('/sign-in', { email: 'tidak.ada@contoh.go.id', password: WRONG })).status;
    };
    const statuses = await Promise.all(Array.from({ length: 12 }, (_, n) => guess(n)));
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  test('the code ends the half sign-in after five wrong ones, and the account after ten', async () => {
    const account = { email: 'kode@contoh.go.id', password: PUTU.password };
    const person = await makePerson(s.t, account);
    const wrong = person.code() === '111111' ? '222222' : '111111';
    const statuses: (number | string)[] = [];
    for (let round = 0; round < 3; round++) {
      const visitor = new Visitor(s.app);
      await visitor.get('/sign-in');
      await visitor.get((await visitor.post('/sign-in', account)).location ?? '');
      for (let n = 0; n < 5; n++) {
        const answer = await visitor.post('/sign-in/code', { code: wrong });
        statuses.push(answer.location ?? answer.status);
        if (answer.location !== null || answer.status === 429) break;
      }
    }
    const over = '/sign-in?return=%2Fdesk';
    expect(statuses).toEqual([422, 422, 422, 422, over, 422, 422, 422, 422, over, 429]);
  });

  test('a wrong half sign-in cookie opens nothing', async () => {
    const visitor = new Visitor(s.app);
    await visitor.get('/sign-in');
    visitor.cookies.set('sign-in', 'A'.repeat(43));
    expect((await visitor.get('/sign-in/code')).location).toBe('/sign-in?return=%2Fdesk');
    expect((await visitor.post('/sign-in/code', { code: '123456' })).location).toBe('/sign-in?return=%2Fdesk');
  });
});

describe('a code', () => {
  test('is good once, also for two requests at the same moment, and its predecessor is worthless after it', async () => {
    const account = { email: 'ulang@contoh.go.id', password: PUTU.password };
    const person = await makePerson(s.t, account);
    const challenge = async () => {
      const visitor = new Visitor(s.app);
      await visitor.get('/sign-in');
      await visitor.get((await visitor.post('/sign-in', account)).location ?? '');
      return visitor;
    };
    const visitors = await Promise.all([challenge(), challenge(), challenge()]);
    const answers = await Promise.all(visitors.map((visitor) => visitor.post('/sign-in/code', { code: person.code() })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422, 422]);
    const refused = answers.filter((answer) => answer.status === 422);
    for (const answer of refused) expect(answer.text).toContain('Kode ini sudah dipakai');
    const still = visitors[answers.indexOf(refused[0] as (typeof answers)[0])] as Visitor;
    expect((await still.post('/sign-in/code', { code: person.code(-1) })).status).toBe(422);
    expect((await still.post('/sign-in/code', { code: person.code(2) })).status).toBe(422);
    expect((await still.post('/sign-in/code', { code: person.code(1) })).location).toBe('/desk');
  });

  test('comes too late after ten minutes', async () => {
    const account = { email: 'lambat@contoh.go.id', password: PUTU.password };
    const person = await makePerson(s.t, account);
    const visitor = new Visitor(s.app);
    await visitor.get('/sign-in');
    await visitor.get((await visitor.post('/sign-in', account)).location ?? '');
    s.t.setNow(s.t.tools.clock.now().add({ minutes: 11 }).toString());
    expect((await visitor.post('/sign-in/code', { code: person.code() })).location).toBe('/sign-in?return=%2Fdesk');
  });
});

describe('after signing in', () => {
  test('one comes to the page one wanted, and never to another site', async () => {
    const account = { email: 'tujuan@contoh.go.id', password: PUTU.password };
    const person = await makePerson(s.t, account);
    const visitor = new Visitor(s.app);
    expect((await visitor.get('/account')).location).toBe('/sign-in?return=%2Faccount');
    for (const elsewhere of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      await visitor.get(`/sign-in?return=${encodeURIComponent(elsewhere)}`);
      const first = await visitor.post('/sign-in', { ...account, return: elsewhere });
      expect(first.location).toMatch(/^\/sign-in\/code\?return=%2F(evil)?[^/\\]*$/);
    }
    const first = await visitor.post('/sign-in', { ...account, return: '/account' });
    const page = await visitor.get(first.location ?? '');
    expect(page.text).toContain('value="/account"');
    expect((await visitor.post('/sign-in/code', { code: person.code(), return: '/account' })).location).toBe('/account');
    expect((await visitor.get('/sign-in')).location).toBe('/desk');
  });
});
