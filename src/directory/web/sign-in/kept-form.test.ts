import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readForm } from '../../../platform/http/read-form.ts';
import { sendToSignIn, signInErrands } from '../../../platform/sign-in/index.ts';
import { signInTables } from '../../../platform/sign-in/tables.ts';
import { makePerson, PUTU, signInApp, signInTest, Visitor } from './testing.ts';

let s: Awaited<ReturnType<typeof signInTest>>;
let arrived: Readonly<Record<string, unknown>>[] = [];
beforeAll(async () => {
  s = await signInTest();
});
beforeEach(() => {
  arrived = [];
});
afterAll(() => s.t.close());

const STORY = 'Jalan di depan sekolah <b>berlubang</b> sejak dua pekan & belum ditutup.';

/** The sign-in pages with one form of another room beside them. */
function app() {
  const routes = signInApp(s.t.tools);
  routes.post('/desk/answer', async (c) => {
    if (c.get('actor').kind !== 'officer') return sendToSignIn(c);
    arrived.push(readForm(c).typed());
    return c.text('taken');
  });
  return routes;
}

async function officer(email: string) {
  const account = { email, password: PUTU.password };
  const person = await makePerson(s.t, account);
  const visitor = new Visitor(app());
  await visitor.signIn(account, person.code());
  return { visitor, again: async () => visitor.signIn(account, person.code(1)) };
}

const later = (minutes: number) => s.t.setNow(s.t.tools.clock.now().add({ minutes }).toString());

test('what an officer typed when the session was over is offered again after signing in, and arrives whole', async () => {
  const { visitor, again } = await officer('tetap@contoh.go.id');
  later(180);
  const sent = await visitor.post('/desk/answer', { text: STORY, revision: '7', code: '123456' });
  expect(sent.status).toBe(303);
  const kept = decodeURIComponent((sent.location ?? '').replace('/sign-in?return=', ''));
  expect(kept).toMatch(/^\/sign-in\/kept\/[0-9a-f-]{36}$/);
  expect(arrived).toEqual([]);
  await again();
  const page = await visitor.get(kept);
  expect(page.status).toBe(200);
  expect(page.text).toContain('&lt;b&gt;berlubang&lt;/b&gt;');
  expect(page.text).not.toContain('123456');
  await visitor.post('/desk/answer', { text: STORY, revision: '7' });
  expect(arrived).toEqual([{ text: STORY, revision: '7' }]);
});

test('another browser, a visitor and the hour after do not see it', async () => {
  const { visitor, again } = await officer('sendiri@contoh.go.id');
  later(180);
  const sent = await visitor.post('/desk/answer', { text: STORY });
  const kept = decodeURIComponent((sent.location ?? '').replace('/sign-in?return=', ''));
  expect((await visitor.get(kept)).status).toBe(303);
  const other = await officer('lain@contoh.go.id');
  expect((await other.visitor.get(kept)).status).toBe(404);
  await again();
  expect((await visitor.get(kept)).status).toBe(200);
  later(66);
  expect((await visitor.get(kept)).status).toBe(404);
  await signInErrands['sign-in.sweep']?.(s.t.tools, {});
  const left = await signInTables(s.t.db).selectFrom('sign_in.kept_forms').selectAll().execute();
  expect(left).toEqual([]);
});

test('what lies in the table is sealed', async () => {
  const { visitor } = await officer('segel@contoh.go.id');
  later(180);
  await visitor.post('/desk/answer', { text: STORY });
  const [row] = await signInTables(s.t.db).selectFrom('sign_in.kept_forms').select('sealed').execute();
  expect(row?.sealed.toString('latin1')).not.toContain('berlubang');
});
