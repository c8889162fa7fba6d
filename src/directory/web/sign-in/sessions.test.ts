import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { closeAccount, signInErrands } from '../../../platform/sign-in/index.ts';
import { makePerson, PUTU, signInApp, signInTest, Visitor } from './testing.ts';

let s: Awaited<ReturnType<typeof signInTest>>;
beforeAll(async () => {
  s = await signInTest();
});
afterAll(() => s.t.close());

const pass = (duration: { hours?: number; minutes?: number }) => s.t.setNow(s.t.tools.clock.now().add(duration).toString());

async function signedIn(email: string) {
  const account = { email, password: PUTU.password };
  const person = await makePerson(s.t, account);
  const visitor = new Visitor(s.app);
  await visitor.signIn(account, person.code());
  const isIn = async () => (await visitor.get('/desk')).text === 'desk of officer';
  expect(await isIn()).toBe(true);
  return { ...person, account, visitor, isIn };
}

describe('a session', () => {
  test('ends after two hours without use, and lives on with use', async () => {
    const { isIn } = await signedIn('diam@contoh.go.id');
    pass({ minutes: 119 });
    expect(await isIn()).toBe(true);
    pass({ minutes: 119 });
    expect(await isIn()).toBe(true);
    pass({ minutes: 121 });
    expect(await isIn()).toBe(false);
  });

  test('ends after twelve hours, however much it is used', async () => {
    const { isIn } = await signedIn('rajin@contoh.go.id');
    for (let hour = 1; hour < 12; hour++) {
      pass({ hours: 1 });
      expect(await isIn()).toBe(true);
    }
    pass({ hours: 1 });
    expect(await isIn()).toBe(false);
  });

  test('is nobody else’s to end', async () => {
    const one = await signedIn('satu@contoh.go.id');
    const two = await signedIn('dua@contoh.go.id');
    const { rows } = await sql<{ id: string }>`SELECT id FROM sign_in.sessions WHERE person_id = ${one.personId}`.execute(s.t.db);
    await two.visitor.get('/account');
    expect((await two.visitor.post('/account/sessions/end', { session: rows[0]?.id ?? '' })).status).toBe(303);
    expect(await one.isIn()).toBe(true);
  });

  test('ends when its account is closed, and the account answers no more', async () => {
    const { isIn, personId, account, visitor, code } = await signedIn('pindah@contoh.go.id');
    await inTransaction(s.t, (tx) => closeAccount(s.t.tools, tx, personId));
    expect(await isIn()).toBe(false);
    pass({ minutes: 1 });
    expect((await visitor.signIn(account, code())).status).toBe(422);
  });

  test('leaves nothing in the database with which it could be opened', async () => {
    const { visitor } = await signedIn('bocor@contoh.go.id');
    const token = visitor.cookies.get('session') ?? '';
    expect(token).toMatch(/^[\w-]{43}$/);
    const { rows } = await sql<{ row: string }>`SELECT row_to_json(sessions)::text AS row FROM sign_in.sessions`.execute(s.t.db);
    const everything = rows.map(({ row }) => row).join('\n');
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  test('does not start without a token of its own form', async () => {
    const visitor = new Visitor(s.app);
    for (const token of ['', 'x', "' OR 1=1 --", 'A'.repeat(43), 'A'.repeat(5000), '%00', '%F0%9F%90%98']) {
      visitor.cookies.set('session', token);
      expect((await visitor.get('/desk')).text).toBe('desk of visitor');
    }
  });

  test('and everything else that is over is swept away', async () => {
    await signedIn('sapu@contoh.go.id');
    pass({ hours: 13 });
    await signInErrands['sign-in.sweep']?.(s.t.tools, {});
    const { rows } = await sql<{ count: number }>`
      SELECT (SELECT count(*) FROM sign_in.sessions) + (SELECT count(*) FROM sign_in.challenges) AS count`.execute(s.t.db);
    expect(rows[0]?.count).toBe(0);
  });

  test('has a cookie that scripts, other sites and unencrypted pages cannot have', async () => {
    const account = { email: 'kue@contoh.go.id', password: PUTU.password };
    const person = await makePerson(s.t, account);
    const secure = signInApp({ ...s.t.tools, settings: { ...s.t.tools.settings, secureCookies: true } });
    const visitor = new Visitor(secure);
    const entered = await visitor.signIn(account, person.code());
    const cookie = entered.headers.getSetCookie().find((line) => line.startsWith('__Host-session='));
    expect(cookie).toMatch(/; Path=\//);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(`; ${attribute}`);
    expect(cookie).not.toMatch(/Max-Age|Expires|Domain/i);
    visitor.cookies.set('session', visitor.cookies.get('__Host-session') ?? '');
    visitor.cookies.delete('__Host-session');
    expect((await visitor.get('/desk')).text).toBe('desk of visitor');
  });
});

describe('a sensitive action', () => {
  test('wants a fresh code from the phone, once each, and not for ever', async () => {
    const { visitor, code } = await signedIn('peka@contoh.go.id');
    await visitor.get('/account');
    const act = async (given: string) => (await visitor.post('/sensitive', { code: given })).text;
    expect(await act(code())).toBe('code-used'); // it has just signed in
    pass({ minutes: 1 });
    expect(await act(code())).toBe('done');
    expect(await act(code())).toBe('code-used');
    expect(await act('')).toBe('code-wrong');
    const wrong = code() === '111111' ? '222222' : '111111';
    const answers: string[] = [];
    for (let n = 0; n < 8; n++) answers.push(await act(wrong));
    expect(answers).toEqual([...Array(6).fill('code-wrong'), 'too-often', 'too-often']);
  });

  test('is refused to whoever is not signed in', async () => {
    const visitor = new Visitor(s.app);
    await visitor.get('/sign-in');
    expect((await visitor.post('/sensitive', { code: '123456' })).text).toBe('signed-out');
  });
});
