import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { appendEvents, proofFor } from '../platform/audit/index.ts';
import { connect } from '../platform/database/connect.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { keysFrom } from '../platform/keys.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { register } from './audit.ts';
import { makeCli } from './cli.ts';

let t: TestDatabase;
let folder: string;
let fileId: string;

beforeAll(async () => {
  t = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'tuntas-audit-'));
  fileId = t.tools.random.id();
  await append('filed', 'verified');
});
afterEach(() => {
  process.exitCode = undefined;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await t.close();
});

async function append(...types: string[]): Promise<void> {
  const events = types.map((type) => ({ type, at: t.tools.clock.now(), actor: 'visitor', payload: {} }));
  await inTransaction(t.tools, (tx) => appendEvents(t.tools, tx, { kind: 'note', id: fileId }, events));
}

/** Runs `tuntas audit ...` on the test's database. */
async function audit(args: string, keys = t.tools.keys): Promise<{ printed: string; told: string; code: number }> {
  process.exitCode = undefined;
  let printed = '';
  let told = '';
  const cli = makeCli({ LANG: 'id_ID.UTF-8' }, args.split(' '));
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
  const program = new Command();
  register(program, {
    ...cli,
    print: (value, text) => {
      printed += `${cli.json ? JSON.stringify(value) : text}\n`;
    },
    withTools: (work) => work({ ...t.tools, keys }),
  });
  for (const command of program.commands[0]?.commands ?? []) command.option('--json');
  try {
    await program.parseAsync(['audit', ...args.split(' ')], { from: 'user' });
  } finally {
    stderr.mockRestore();
  }
  return { printed, told, code: Number(process.exitCode ?? 0) };
}

const path = (name: string) => join(folder, name);

describe('tuntas audit', () => {
  it('makes a root to keep, and takes the last one', async () => {
    const made = await audit(`root --out ${path('root.json')}`);
    expect(made).toMatchObject({ code: 0, printed: expect.stringContaining('Akar 1') });
    const last = await audit('root --last --json');
    expect(JSON.parse(last.printed)).toEqual(JSON.parse(readFileSync(path('root.json'), 'utf8')));
  });

  it('says that the record is intact, with and without a kept root', async () => {
    const alone = await audit('verify');
    expect(alone).toMatchObject({ code: 0, printed: expect.stringContaining('UTUH: 1 berkas, 2 peristiwa, 1 daun, 1 akar') });
    expect(alone.told).toContain('Tanpa --root');
    const compared = await audit(`verify --root ${path('root.json')} --json`);
    expect(compared).toMatchObject({ code: 0, told: '' });
    expect(JSON.parse(compared.printed)).toMatchObject({ grade: 'checked', broken: 0 });
  });

  it('reads a root out of a list and out of the mail of a witness', async () => {
    const root = readFileSync(path('root.json'), 'utf8');
    writeFileSync(path('list.json'), `{"publicKey": "x", "roots": [${root}], "next": null}`);
    writeFileSync(path('mail.txt'), `Subject: Akar audit\n\nAnda menerima surel ini sebagai saksi.\n\n${root}\n-- \nsalam`);
    for (const file of ['list.json', 'mail.txt'])
      expect(await audit(`verify --root ${path(file)}`)).toMatchObject({ code: 0, told: '' });
  });

  it('checks a proof without a database', async () => {
    writeFileSync(path('proof.json'), JSON.stringify(await proofFor(t.db, fileId)));
    const proved = await audit(`check-proof ${path('proof.json')} --root ${path('root.json')}`);
    expect(proved).toMatchObject({ code: 0, printed: expect.stringContaining('TERBUKTI') });
    const altered = readFileSync(path('proof.json'), 'utf8').replace('"verified"', '"archived"');
    writeFileSync(path('altered.json'), altered);
    const refuted = await audit(`check-proof ${path('altered.json')}`);
    expect(refuted).toMatchObject({ code: 1, printed: 'TIDAK TERBUKTI: rantai putus pada peristiwa 2\n' });
  });

  it.each([
    ['verify --root /nowhere/root.json', 'tidak dapat dibaca (ENOENT)'],
    ['verify --root package.json', 'Tidak ada akar audit'],
    ['check-proof README-that-is-not-there', 'tidak dapat dibaca (ENOENT)'],
    ['check-proof vitest.config.ts', 'bukan JSON'],
  ])('%s was called wrongly, which is not the same as broken', async (args, reason) => {
    expect(await audit(args)).toMatchObject({ code: 2, printed: '', told: expect.stringContaining(reason) });
  });

  it('names a replaced key, unless it is told that it looks at a copy', async () => {
    const keys = keysFrom('the secret of another machine, long enough');
    const here = await audit(`verify --root ${path('root.json')}`, keys);
    expect(here).toMatchObject({ code: 1, printed: expect.stringContaining('kunci telah diganti') });
    expect(await audit(`verify --copy --root ${path('root.json')}`, keys)).toMatchObject({ code: 0 });
  });

  it('names the first broken link', async () => {
    const superuser = connect(t.superuserUrl, { max: 1 });
    await sql`SET session_replication_role = replica`.execute(superuser.db);
    await sql`UPDATE audit.events SET actor = 'person:x' WHERE seq = 2`.execute(superuser.db);
    await superuser.close();
    const broken = await audit(`verify --root ${path('root.json')}`);
    expect(broken.code).toBe(1);
    expect(broken.printed).toBe(
      `RUSAK  berkas ${fileId}: peristiwa 2 diubah, atau dipindahkan dari tempatnya\n` +
        'RUSAK di 1 tempat: 1 berkas, 2 peristiwa, 1 daun, 1 akar diperiksa\n',
    );
  });
});
