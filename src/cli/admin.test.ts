import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorFor, personByEmail } from '../directory/index.ts';
import { can } from '../kernel/actor.ts';
import { dayOf } from '../kernel/time.ts';
import { acceptInvitation, accountStates, chooseInvitedPassword, readInvitation } from '../platform/sign-in/index.ts';
import { totpCode, totpStep } from '../platform/sign-in/second-factor/totp.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { register } from './admin.ts';
import { makeCli } from './cli.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

/** Runs `tuntas admin ...` on the test's database. */
async function admin(...args: string[]): Promise<string> {
  let printed = '';
  const cli = makeCli({ LANG: 'en_GB.UTF-8' }, args);
  const program = new Command();
  register(program, {
    ...cli,
    print: (value, text) => (printed += cli.json ? JSON.stringify(value) : text),
    withTools: (work) => work(t.tools),
  });
  for (const command of program.commands[0]?.commands ?? []) command.option('--json');
  await program.parseAsync(['admin', ...args], { from: 'user' });
  return printed;
}

const EMAIL = 'admin.contoh@contoh.go.id';

describe('tuntas admin', () => {
  test('create prints a link with which the administrator makes the account', async () => {
    const answer = JSON.parse(await admin('create', '--email', EMAIL, '--name', 'Admin Contoh', '--json')) as { link: string };
    const token = new URL(answer.link).searchParams.get('token') ?? '';
    expect(answer.link.startsWith('http://localhost:3000/sign-in/invitation?token=')).toBe(true);
    expect((await chooseInvitedPassword(t.tools, token, 'empat becak menuju laut')).ok).toBe(true);
    const read = await readInvitation(t.tools, token);
    const secret = read.ok ? (read.value.enrolment?.key.replaceAll(' ', '') ?? '') : '';
    const code = totpCode(secret, totpStep(t.tools.clock.now()));
    const entered = await acceptInvitation(t.tools, { token, code, device: null, language: 'id', marks: '', formerToken: null });
    expect(entered.ok).toBe(true);

    const person = await personByEmail(t.db, EMAIL);
    const officer = await actorFor(t.db, person?.id ?? '', dayOf(t.tools.clock.now(), 'Asia/Jakarta'));
    if (!officer) throw new Error('the administrator is no officer');
    expect(can(officer, 'system.manage')).toBe(true);
    expect(can(officer, 'complaint.read')).toBe(false);
  });

  test('create refuses an address that is here already, and none at all, in a sentence', async () => {
    await expect(admin('create', '--email', EMAIL.toUpperCase(), '--name', 'Lain')).rejects.toThrow('already here');
    await expect(admin('create', '--email', 'bukan alamat', '--name', 'Lain')).rejects.toThrow('full e-mail address');
    await expect(admin('create', '--email', 'x@contoh.go.id', '--name', ' ')).rejects.toThrow('name');
  });

  test('invite prints a new link for someone who lost everything, and the account stays until it is used', async () => {
    const text = await admin('invite', '--email', EMAIL);
    expect(text).toMatch(/http:\/\/localhost:3000\/sign-in\/invitation\?token=[\w-]{43}$/);
    const person = await personByEmail(t.db, EMAIL);
    expect((await accountStates(t.tools, [person?.id ?? ''])).get(person?.id ?? '')).toBe('active');
    await expect(admin('invite', '--email', 'tidak.ada@contoh.go.id')).rejects.toThrow('no such person');
  });
});
