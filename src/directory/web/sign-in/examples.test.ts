import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfiguration } from '../../../platform/configuration/read.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Settings } from '../../../platform/settings.ts';
import { createExampleAccount, exampleAccounts } from '../../../platform/sign-in/index.ts';
import { PUTU, signInApp, signInTest, Visitor } from './testing.ts';

const EXAMPLE = { email: 'contoh@klungkung.contoh.go.id', password: 'tiga-kuda-laut-biru' };

describe('example accounts', () => {
  let s: Awaited<ReturnType<typeof signInTest>>;
  beforeAll(async () => {
    s = await signInTest({ exampleMode: true });
    await inTransaction(s.t, (tx) =>
      createExampleAccount(s.t.tools, tx, {
        ...EXAMPLE,
        personId: s.t.tools.random.id(),
        description: { id: 'Putu Contoh, pejabat penghubung', en: 'Putu Contoh, liaison officer' },
        position: 1,
        isExtra: false,
      }),
    );
  });
  afterAll(() => s.t.close());

  const appWith = (settings: Partial<Settings>) => signInApp({ ...s.t.tools, settings: { ...s.t.tools.settings, ...settings } });

  test('are listed with password and a code that is accepted now, also a second time', async () => {
    const codes = new Set<string>();
    for (let n = 0; n < 2; n++) {
      const visitor = new Visitor(s.app);
      const { text } = await visitor.get('/sign-in');
      expect(text).toContain('Putu Contoh, pejabat penghubung');
      const [email = '', password = '', code = ''] = [...text.matchAll(/<code>([^<]+)<\/code>/g)].map((match) => match[1] ?? '');
      expect({ email, password }).toEqual(EXAMPLE);
      await visitor.post('/sign-in', { email, password });
      expect((await visitor.get('/sign-in/code')).text).toContain(code);
      expect((await visitor.post('/sign-in/code', { code })).location).toBe('/desk');
      codes.add(code);
    }
    expect(codes.size).toBe(2);
    expect((await exampleAccounts(s.t.tools))[0]?.code).toBeNull();
    s.t.setNow(s.t.tools.clock.now().add({ seconds: 60 }).toString());
    expect((await exampleAccounts(s.t.tools))[0]?.code).toMatch(/^\d{6}$/);
  });

  test.each([
    ['outside example mode', { exampleMode: false }],
    ['on a public address', { host: '0.0.0.0' }],
    ['on a named host', { host: 'tuntas.contoh.go.id' }],
    ['on a host that only begins like loopback', { host: '127.0.0.1.contoh.go.id' }],
  ])('are neither listed nor opened %s, though the table has them', async (_, settings) => {
    const visitor = new Visitor(appWith(settings));
    const { text } = await visitor.get('/sign-in');
    expect(text).not.toContain(EXAMPLE.email);
    expect(text).not.toContain(EXAMPLE.password);
    expect((await visitor.post('/sign-in', EXAMPLE)).status).toBe(422);
  });

  test('have no session outside example mode either', async () => {
    const visitor = new Visitor(s.app);
    const code = (await exampleAccounts(s.t.tools))[0]?.code ?? '';
    await visitor.signIn(EXAMPLE, code);
    expect((await visitor.get('/desk')).text).toBe('desk of officer');
    const elsewhere = new Visitor(appWith({ exampleMode: false }));
    elsewhere.cookies.set('session', visitor.cookies.get('session') ?? '');
    expect((await elsewhere.get('/desk')).text).toBe('desk of visitor');
  });

  test('are not made outside example mode', async () => {
    const tools = { ...s.t.tools, settings: { ...s.t.tools.settings, exampleMode: false } };
    const account = { ...PUTU, personId: s.t.tools.random.id(), description: { id: 'x', en: 'x' }, position: 2, isExtra: false };
    await expect(inTransaction(s.t, (tx) => createExampleAccount(tools, tx, account))).rejects.toThrow('only in example mode');
  });

  test.each([
    [
      'a database of one’s own',
      {
        DATABASE_URL: 'postgres://tuntas_app:x@db/tuntas',
        DATABASE_OWNER_URL: 'postgres://tuntas_owner:x@db/tuntas',
        TUNTAS_SECRET: 'x'.repeat(64),
      },
    ],
    ['a host that is not loopback', { HOST: '0.0.0.0', BASE_URL: 'https://tuntas.contoh.go.id', TUNTAS_SECRET: 'x'.repeat(64) }],
  ])('cannot be had by settings with %s', (_, env) => {
    expect(readConfiguration(env).settings.exampleMode).toBe(false);
  });
});
