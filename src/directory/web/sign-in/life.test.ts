import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { invitationLink, inviteAccount, inviteeAddress, passwordResetLink } from '../../../platform/sign-in/index.ts';
import { totpCode, totpStep } from '../../../platform/sign-in/second-factor/totp.ts';
import { signInTest, Visitor } from './testing.ts';

const EMAIL = 'made.contoh@klungkung.contoh.go.id';
const PASSWORD = 'rujak gunung sepatu kaca';

/** The life of one account, in the order in which it is lived. */
describe('an account', () => {
  let s: Awaited<ReturnType<typeof signInTest>>;
  let made: Visitor;
  let personId: string;
  let secret: string;
  let backupCodes: string[];
  let password = PASSWORD;

  beforeAll(async () => {
    s = await signInTest();
    made = new Visitor(s.app);
  });
  afterAll(() => s.t.close());

  const pathOf = (link: string) => link.slice(s.t.tools.settings.baseUrl.length);
  const code = () => totpCode(secret, totpStep(s.t.tools.clock.now()));
  /** Half a minute passes at the least, so that the phone shows another code. */
  const later = (by = 1) => {
    const at = s.t.tools.clock.now().add({ minutes: by });
    s.t.setNow(at.toString());
  };

  test('begins with an invitation, whose mail goes to the invited address', async () => {
    personId = s.t.tools.random.id();
    const invited = await inTransaction(s.t, (tx) =>
      inviteAccount(s.t.tools, tx, { personId, email: ` ${EMAIL.toUpperCase()} `, byPersonId: null }),
    );
    if (!invited.ok) throw new Error(invited.refusal);
    const { invitationId } = invited.value;
    expect(s.posted).toEqual([
      {
        purpose: 'sign-in.invitation',
        object: { kind: 'invitation', id: invitationId },
        recipient: { kind: 'invitee', id: invitationId },
        stage: 'sent',
        details: { expiresAt: '2026-03-24T02:00:00Z' },
      },
    ]);
    expect(await inviteeAddress(s.t.db, invitationId)).toBe(EMAIL);

    const opened = await made.get(pathOf(invitationLink(s.t.tools, invitationId)));
    expect(opened.status).toBe(200);
    expect(opened.text).toContain(EMAIL);
    expect(opened.headers.get('Cache-Control')).toBe('no-store');
  });

  test('takes a password only when it is hard to guess', async () => {
    const token = new URL(invitationLink(s.t.tools, s.posted[0]?.object.id ?? '')).searchParams.get('token') ?? '';
    for (const weak of ['', 'pendek', 'indonesia1234', 'made.contoh2026']) {
      const refused = await made.post('/sign-in/invitation', { token, password: weak });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('href="#password"');
      expect(refused.text).not.toContain(`value="${weak || 'x'}"`);
    }
    const chosen = await made.post('/sign-in/invitation', { token, password });
    expect(chosen.status).toBe(303);
    const phone = await made.get(chosen.location ?? '');
    expect(phone.text).toContain('<svg');
    expect(phone.text).not.toContain('style=');
    secret = (/<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(phone.text)?.[1] ?? '').replaceAll(' ', '');
    expect(secret).toHaveLength(32);
  });

  test('needs a code from the phone before it exists', async () => {
    const token = new URL(invitationLink(s.t.tools, s.posted[0]?.object.id ?? '')).searchParams.get('token') ?? '';
    const wrong = await made.post('/sign-in/invitation/phone', { token, code: '000000' });
    expect(wrong.status).toBe(422);
    const accepted = await made.post('/sign-in/invitation/phone', { token, code: code() });
    expect(accepted.location).toBe('/account/backup-codes');
    expect((await made.get('/desk')).text).toBe('desk of officer');

    const again = await new Visitor(s.app).get(pathOf(invitationLink(s.t.tools, s.posted[0]?.object.id ?? '')));
    expect(again.status).toBe(404);
    expect(again.text).toContain('tidak berlaku lagi');
  });

  test('shows its backup codes until they are kept, and never again', async () => {
    const read = (html: string) =>
      [...html.matchAll(/<code[^>]*>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/g)].map((match) => match[1] ?? '');
    backupCodes = read((await made.get('/account/backup-codes')).text);
    expect(new Set(backupCodes).size).toBe(10);
    expect(read((await made.get('/account/backup-codes')).text)).toEqual(backupCodes);
    expect((await made.post('/account/backup-codes/kept', {})).status).toBe(303);
    expect(read((await made.open('/account/backup-codes')).text)).toEqual([]);
  });

  test('is entered with password and code, from several devices, each with its own session', async () => {
    later();
    const phone = new Visitor(s.app, {
      'User-Agent': 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/150.0 Mobile Safari/537',
    });
    expect((await phone.signIn({ email: EMAIL, password }, code())).location).toBe('/desk');
    expect((await phone.get('/desk')).text).toBe('desk of officer');
    const account = await made.get('/account');
    expect(account.text).toContain('Chrome, Android');
    expect(account.text).toContain('Firefox, Linux');
    expect(account.text).toContain('10 kode cadangan');

    const id = /name="session" value="([^"]+)"/.exec(account.text)?.[1] ?? '';
    expect((await made.post('/account/sessions/end', { session: id })).location).toBe('/account');
    expect((await phone.get('/desk')).text).toBe('desk of visitor');
    expect((await made.get('/desk')).text).toBe('desk of officer');
  });

  test('gets a new session token at every sign-in, and the old one is dead', async () => {
    later();
    const before = made.cookies.get('session') ?? '';
    await made.post('/sign-out', {});
    expect((await made.signIn({ email: EMAIL, password }, code())).location).toBe('/desk');
    expect(made.cookies.get('session')).not.toBe(before);
    const thief = new Visitor(s.app);
    thief.cookies.set('session', before);
    expect((await thief.get('/desk')).text).toBe('desk of visitor');
  });

  test('is entered with a backup code once, when the phone is not there', async () => {
    const other = new Visitor(s.app);
    const typed = (backupCodes[3] ?? '').toLowerCase().replace('-', ' ');
    expect((await other.signIn({ email: EMAIL, password }, typed)).location).toBe('/desk');
    expect((await other.get('/account')).text).toContain('Masih ada 9 kode cadangan');
    const second = await new Visitor(s.app).signIn({ email: EMAIL, password }, backupCodes[3] ?? '');
    expect(second.status).toBe(422);
    expect(second.text).toContain('sudah dipakai');
  });

  test('changes its password and is signed out everywhere else, and its owner is told', async () => {
    later();
    const other = new Visitor(s.app);
    await other.signIn({ email: EMAIL, password }, code());
    await made.get('/account/password');
    expect(
      (await made.post('/account/password', { current: 'salah sekali ini', password: 'kopi susu dan tujuh awan' })).status,
    ).toBe(422);
    expect((await made.post('/account/password', { current: password, password })).status).toBe(422);
    const changed = await made.post('/account/password', { current: password, password: 'kopi susu dan tujuh awan' });
    expect(changed.location).toBe('/account');
    password = 'kopi susu dan tujuh awan';
    expect((await other.get('/desk')).text).toBe('desk of visitor');
    expect((await made.get('/desk')).text).toBe('desk of officer');
    expect(s.posted.at(-1)).toMatchObject({ purpose: 'sign-in.changed', details: { change: 'password-changed' } });
  });

  test('is moved to a new phone: the old one counts until the new one has proved itself', async () => {
    later();
    await made.get('/account/phone');
    expect((await made.post('/account/phone', { code: code() })).location).toBe('/account/phone/new');
    const page = await made.get('/account/phone/new');
    const fresh = (/<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page.text)?.[1] ?? '').replaceAll(' ', '');
    expect(fresh).not.toBe(secret);
    later();
    expect((await made.post('/account/phone/new', { code: code() })).status).toBe(422);
    const now = () => totpCode(fresh, totpStep(s.t.tools.clock.now()));
    expect((await made.post('/account/phone/new', { code: now() })).location).toBe('/account');
    later();
    expect((await new Visitor(s.app).signIn({ email: EMAIL, password }, code())).status).toBe(422);
    secret = fresh;
    expect((await new Visitor(s.app).signIn({ email: EMAIL, password }, code())).location).toBe('/desk');
  });

  test('gets new backup codes against a code of the phone', async () => {
    later();
    await made.get('/account/backup-codes');
    expect((await made.post('/account/backup-codes', { code: backupCodes[0] ?? '' })).status).toBe(422);
    expect((await made.post('/account/backup-codes', { code: code() })).location).toBe('/account/backup-codes');
    const page = await made.get('/account/backup-codes');
    expect(page.text).not.toContain(backupCodes[0]);
    backupCodes = [...page.text.matchAll(/<code[^>]*>([0-9A-Z]{5}-[0-9A-Z]{5})<\/code>/g)].map((match) => match[1] ?? '');
  });

  test('gets a new password by mail, but not without a code', async () => {
    later();
    const forgetful = new Visitor(s.app);
    await forgetful.get('/sign-in/reset');
    expect((await forgetful.post('/sign-in/reset', { email: EMAIL })).location).toBe('/sign-in/reset/sent');
    const mail = s.posted.at(-1);
    expect(mail).toMatchObject({ purpose: 'sign-in.password-reset', recipient: { kind: 'person', id: personId } });
    const link = pathOf(passwordResetLink(s.t.tools, mail?.object.id ?? ''));
    const token = new URLSearchParams(link.split('?')[1]).get('token') ?? '';
    expect((await forgetful.get(link)).status).toBe(200);
    const fresh = 'sembilan layang layang biru';
    expect((await forgetful.post('/sign-in/reset/password', { token, password: fresh, code: '123456' })).status).toBe(422);
    const reset = await forgetful.post('/sign-in/reset/password', { token, password: fresh, code: code() });
    expect(reset.location).toBe('/sign-in');
    password = fresh;
    expect((await made.get('/desk')).text).toBe('desk of visitor');
    expect((await forgetful.get(link)).status).toBe(404);
    later();
    expect((await forgetful.signIn({ email: EMAIL, password }, code())).location).toBe('/desk');
  });

  test('is signed out everywhere at once', async () => {
    later();
    await made.signIn({ email: EMAIL, password }, code());
    later();
    const other = new Visitor(s.app);
    await other.signIn({ email: EMAIL, password }, code());
    await made.get('/account');
    expect((await made.post('/account/sessions/end-all', {})).location).toBe('/sign-in');
    for (const device of [made, other]) expect((await device.get('/desk')).text).toBe('desk of visitor');
  });

  test('of someone who lost phone and codes is made anew by a new invitation, and the old credentials end', async () => {
    later();
    await made.signIn({ email: EMAIL, password }, code());
    const invited = await inTransaction(s.t, (tx) => inviteAccount(s.t.tools, tx, { personId, email: EMAIL, byPersonId: null }));
    if (!invited.ok) throw new Error(invited.refusal);
    expect(s.posted.at(-1)).toMatchObject({ purpose: 'sign-in.changed', details: { change: 'invited-again' } });
    expect((await made.get('/desk')).text).toBe('desk of officer');
    const fresh = new Visitor(s.app);
    const link = invitationLink(s.t.tools, invited.value.invitationId);
    const token = new URL(link).searchParams.get('token') ?? '';
    await fresh.get(pathOf(link));
    const phone = await fresh.get(
      (await fresh.post('/sign-in/invitation', { token, password: 'empat becak menuju laut' })).location ?? '',
    );
    const anew = (/<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(phone.text)?.[1] ?? '').replaceAll(' ', '');
    const accepted = await fresh.post('/sign-in/invitation/phone', {
      token,
      code: totpCode(anew, totpStep(s.t.tools.clock.now())),
    });
    expect(accepted.location).toBe('/account/backup-codes');
    expect((await made.get('/desk')).text).toBe('desk of visitor');
    later();
    expect((await new Visitor(s.app).signIn({ email: EMAIL, password }, code())).status).toBe(422);
  });
});
