import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../../platform/database/transaction.ts';
import {
  accountStates,
  closeAccount,
  invitationLink,
  inviteAccount,
  inviteeAddress,
  signInAddresses,
  signInOwnLinks,
  signInTemplates,
} from '../../../platform/sign-in/index.ts';
import { totpCode, totpStep } from '../../../platform/sign-in/second-factor/totp.ts';
import { makePerson, PUTU, signInTest, Visitor } from './testing.ts';

let s: Awaited<ReturnType<typeof signInTest>>;
beforeAll(async () => {
  s = await signInTest();
});
afterAll(() => s.t.close());

async function invite(email: string, personId = s.t.tools.random.id()) {
  const invited = await inTransaction(s.t, (tx) => inviteAccount(s.t.tools, tx, { personId, email, byPersonId: null }));
  if (!invited.ok) throw new Error(invited.refusal);
  const link = new URL(invitationLink(s.t.tools, invited.value.invitationId));
  return { ...invited.value, personId, path: `${link.pathname}${link.search}`, token: link.searchParams.get('token') ?? '' };
}

describe('an invitation opens nothing any more', () => {
  test('a week later', async () => {
    const late = await invite('telat@contoh.go.id');
    const visitor = new Visitor(s.app);
    expect((await visitor.get(late.path)).status).toBe(200);
    const before = s.t.tools.clock.now();
    s.t.setNow(before.add({ hours: 7 * 24 }).toString());
    expect((await visitor.get(late.path)).status).toBe(404);
    expect((await visitor.post('/sign-in/invitation', { token: late.token, password: PUTU.password })).status).toBe(404);
    s.t.setNow(before.toString());
  });

  test('when the person is invited again, or may not come any more', async () => {
    const first = await invite('dua.kali@contoh.go.id');
    const second = await invite('dua.kali@contoh.go.id', first.personId);
    const visitor = new Visitor(s.app);
    expect((await visitor.get(first.path)).status).toBe(404);
    expect((await visitor.get(second.path)).status).toBe(200);
    expect(await inviteeAddress(s.t.db, first.invitationId)).toBeNull();
    await inTransaction(s.t, (tx) => closeAccount(s.t.tools, tx, first.personId));
    expect((await visitor.get(second.path)).status).toBe(404);
  });

  test('when it was accepted, by whichever of two requests came first', async () => {
    const once = await invite('sekali@contoh.go.id');
    const visitors = [new Visitor(s.app), new Visitor(s.app)];
    for (const visitor of visitors) await visitor.get(once.path);
    await visitors[0]?.post('/sign-in/invitation', { token: once.token, password: PUTU.password });
    const page = await visitors[0]?.get(`/sign-in/invitation/phone?token=${once.token}`);
    const secret = (/<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page?.text ?? '')?.[1] ?? '').replaceAll(' ', '');
    const code = totpCode(secret, totpStep(s.t.tools.clock.now()));
    const answers = await Promise.all(visitors.map((v) => v.post('/sign-in/invitation/phone', { token: once.token, code })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 404]);
    // The code with which the phone was connected does not sign in as well.
    const again = new Visitor(s.app);
    expect((await again.signIn({ email: 'sekali@contoh.go.id', password: PUTU.password }, code)).text).toContain('sudah dipakai');
  });

  test('and an invented token looks the same', async () => {
    const visitor = new Visitor(s.app);
    for (const token of ['', 'x', 'A'.repeat(43), '%27--', 'A'.repeat(9000)]) {
      expect((await visitor.get(`/sign-in/invitation?token=${token}`)).status).toBe(404);
      expect((await visitor.get(`/sign-in/invitation/phone?token=${token}`)).status).toBe(404);
      expect((await visitor.get(`/sign-in/reset/password?token=${token}`)).status).toBe(404);
    }
  });
});

describe('an invitation', () => {
  test('cannot skip the password', async () => {
    const eager = await invite('loncat@contoh.go.id');
    const visitor = new Visitor(s.app);
    expect((await visitor.get(`/sign-in/invitation/phone?token=${eager.token}`)).location).toBe(eager.path);
    await visitor.get(eager.path);
    expect((await visitor.post('/sign-in/invitation/phone', { token: eager.token, code: '123456' })).location).toBe(eager.path);
    expect((await visitor.get('/desk')).text).toBe('desk of visitor');
  });

  test('is not made for an address that belongs to someone else', async () => {
    await makePerson(s.t, { email: 'milik@contoh.go.id', password: PUTU.password });
    const taken = await inTransaction(s.t, (tx) =>
      inviteAccount(s.t.tools, tx, { personId: s.t.tools.random.id(), email: 'Milik@Contoh.go.id', byPersonId: null }),
    );
    expect(taken).toEqual({ ok: false, refusal: 'email-taken' });
    const malformed = await inTransaction(s.t, (tx) =>
      inviteAccount(s.t.tools, tx, { personId: s.t.tools.random.id(), email: 'milik\r\nBcc: x@y.zz', byPersonId: null }),
    );
    expect(malformed).toEqual({ ok: false, refusal: 'email-malformed' });
  });

  test('is stored without its token, and without a way to it', async () => {
    const { token } = await invite('simpan@contoh.go.id');
    const { rows } = await sql<{ row: string }>`SELECT row_to_json(invitations)::text AS row FROM sign_in.invitations`.execute(
      s.t.db,
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
    expect(JSON.stringify(s.posted)).not.toContain(token);
  });

  test('is seen among the states of accounts', async () => {
    const invited = await invite('keadaan@contoh.go.id');
    const active = await makePerson(s.t, { email: 'aktif@contoh.go.id', password: PUTU.password });
    const nobody = s.t.tools.random.id();
    const states = await accountStates(s.t.tools, [invited.personId, active.personId, nobody]);
    expect([...states.values()]).toEqual(['invited', 'active', 'none']);
  });

  test('is mailed with its own link, in words that name no one', async () => {
    const { invitationId, token } = await invite('surat@contoh.go.id');
    const message = s.posted.at(-1);
    if (message?.purpose !== 'sign-in.invitation') throw new Error('no invitation was posted');
    expect(await signInAddresses.invitee(s.t.tools, invitationId)).toEqual({ email: 'surat@contoh.go.id', language: 'id' });
    const own = signInOwnLinks['sign-in.invitation'](s.t.tools, message);
    for (const language of ['id', 'en'] as const) {
      const { subject, text } = signInTemplates['sign-in.invitation']?.(language, message.details, {
        own,
        to: (path) => path,
      }) ?? { text: '' };
      expect(subject).not.toContain('\n');
      expect(text).toContain(`http://localhost:3000/sign-in/invitation?token=${token}`);
      expect(text).toContain('24 ');
      expect(text).not.toContain('surat@');
    }
  });
});
