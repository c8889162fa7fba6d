import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { Temporal } from '../kernel/time.ts';
import { DUE_EXAMPLES, isoIn } from '../law/index.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { makeCli } from './cli.ts';
import { register as due } from './due.ts';
import { register as holidays } from './holidays.ts';

let t: TestDatabase;
let folder: string;
beforeAll(async () => {
  t = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'tuntas-due-'));
});
afterEach(() => {
  process.exitCode = undefined;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await t.close();
});

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Runs a command on the test's database, as `npx tuntas` would. */
async function run(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  const told = { out: '', err: '' };
  const into = (stream: 'out' | 'err') => (text: unknown, done?: unknown) => {
    told[stream] += String(text);
    if (typeof done === 'function') done();
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('err')),
  ];
  const cli = makeCli({ LANG: 'en_GB.UTF-8' }, args);
  const program = new Command();
  for (const register of [due, holidays]) register(program, { ...cli, withTools: (work) => work(t.tools) });
  for (const command of program.commands) for (const each of [command, ...command.commands]) each.option('--json');
  try {
    await program.parseAsync(args, { from: 'user' });
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { ...told, code: Number(process.exitCode ?? 0) };
}

describe('tuntas due', () => {
  test('prints the moment and its explanation', async () => {
    const { out, code } = await run(
      'due',
      '--from',
      '2026-03-17T10:00:00+08:00',
      '--limit',
      '5hk',
      '--zone',
      'Asia/Makassar',
      '--region',
      '51.05',
    );
    const [moment, explanation] = out.split('\n');
    expect(moment).toBe('2026-03-31T23:59:59+08:00');
    expect(explanation).toMatch(
      /^5 working days from receipt on Tuesday 17 March 2026 at 10:00 WITA; .* due Tuesday 31 March 2026 at 23:59 WITA\.$/,
    );
    expect(code).toBe(0);
  });

  test('answers programs in JSON', async () => {
    const { out } = await run('due', '--from', '2026-12-29T09:30:00+07:00', '--limit', '5 hari kerja', '--zone', 'WIB', '--json');
    expect(JSON.parse(out)).toMatchObject({
      due: '2027-01-06T23:59:59+07:00',
      provisional: true,
      undecreedYears: [2027],
      calendarVersion: 0,
    });
  });

  test.each([
    [['--from', '2026-03-17T10:00:00+08:00', '--limit', '24h', '--zone', 'WITA'], '2026-03-18T10:00:00+08:00'],
    [['--from', '2026-03-17T02:00:00Z', '--limit', '60 hari', '--zone', 'Asia/Jayapura'], '2026-05-16T23:59:59+09:00'],
    [['--from', '2026-03-17T02:00:00Z', '--limit', '60d', '--zone', 'WIT'], '2026-05-16T23:59:59+09:00'],
  ])('reads %j', async (args, expected) => {
    expect((await run('due', ...args)).out.split('\n')[0]).toBe(expected);
  });

  test.each([
    [['--from', 'kemarin', '--limit', '5hk', '--zone', 'WITA'], /from: "kemarin" is no moment/],
    [['--from', '2026-03-17T10:00:00', '--limit', '5hk', '--zone', 'WITA'], /from: .* offset/],
    [['--from', '2026-02-30T10:00:00+08:00', '--limit', '5hk', '--zone', 'WITA'], /from:/],
    [['--from', '2026-03-17T10:00:00+08:00', '--limit', '0hk', '--zone', 'WITA'], /limit: "0hk"/],
    [['--from', '2026-03-17T10:00:00+08:00', '--limit', '5', '--zone', 'WITA'], /limit: "5"/],
    [['--from', '2026-03-17T10:00:00+08:00', '--limit', '-5hk', '--zone', 'WITA'], /limit: "-5hk"/],
    [['--from', '2026-03-17T10:00:00+08:00', '--limit', '99999hk', '--zone', 'WITA'], /limit:/],
    [['--from', '2026-03-17T10:00:00+08:00', '--limit', '5hk', '--zone', 'Europe/Paris'], /zone: "Europe\/Paris"/],
    [['--from', '2026-03-17T10:00:00+08:00', '--limit', '5hk', '--zone', ''], /zone is empty/],
    [['--from', '2026-03-17T10:00:00+08:00', '--limit', '5hk', '--zone', 'WITA', '--region', 'Bali'], /region: "Bali"/],
    [['--limit', '5hk'], /Missing: --from, --zone/],
    [['--file', 'x.csv', '--limit', '5hk'], /not both/],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { out, err, code } = await run('due', ...args);
    expect(err).toMatch(message);
    expect({ out, code }).toEqual({ out: '', code: 2 });
  });

  test('answers a table, in the same columns plus due, with quotes kept', async () => {
    const rows = DUE_EXAMPLES.filter((example) => !example.pauses && !example.without);
    const unit = { hk: 'hk', day: ' hari', hour: 'h' };
    const lines = rows.map(
      (example) =>
        `"${example.title.en.replaceAll('"', '""')}",${example.from},${example.limit.value}${unit[example.limit.unit]},${example.zone},51.05`,
    );
    const { out, err, code } = await run(
      'due',
      '--file',
      file('many.csv', `\uFEFFtitle,from,limit,zone,region\n${lines.join('\n')}\n`),
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const answered = parse(out, { columns: true }) as Record<string, string>[];
    expect(Object.keys(answered[0] ?? {})).toEqual(['title', 'from', 'limit', 'zone', 'region', 'due']);
    expect(answered.map((row) => row.title)).toEqual(rows.map((example) => example.title.en));
    expect(answered.map((row) => row.due)).toEqual(
      rows.map((example) => isoIn(example.zone, Temporal.Instant.from(example.dueAt))),
    );
  });

  test('names the line of each bad row, answers the others, and fails', async () => {
    const table =
      'from,limit,zone\n2026-03-17T10:00:00+08:00,5hk,WITA\nnow,5hk,WITA\n2026-03-17T10:00:00+08:00,5hk\n2026-03-17T10:00:00+08:00,1hk,WITA\n';
    const { out, err, code } = await run('due', '--file', file('bad.csv', table));
    expect(out.split('\n').map((line) => line.split(',').at(-1))).toEqual([
      'due',
      '2026-03-31T23:59:59+08:00',
      '',
      '',
      '2026-03-25T23:59:59+08:00',
      '',
    ]);
    expect(err).toMatch(/^line 3: from: "now".*\nline 4: 2 columns instead of 3\.\n$/);
    expect(code).toBe(2);
  });

  test('answers thousands of rows without losing one', async () => {
    const table = `from,limit,zone\n${'2026-07-06T10:00:00+08:00,3hk,WITA\n'.repeat(2_500)}`;
    const { out } = await run('due', '--file', file('long.csv', table));
    expect(out.trimEnd().split('\n')).toHaveLength(2_501);
  });

  test.each([
    ['', /empty/],
    ['from,limit\n', /column zone is missing/],
    ['from,limit,zone\n"a"b,1,2\n', /not valid CSV at line 2/],
  ])('refuses the table %j', async (table, message) => {
    const { err, code } = await run('due', '--file', file('wrong.csv', table));
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });

  test('refuses a file that is not there, and a folder', async () => {
    expect(await run('due', '--file', join(folder, 'absent.csv'))).toMatchObject({
      err: expect.stringMatching(/no such file/),
      code: 2,
    });
    expect(await run('due', '--file', folder)).toMatchObject({ err: expect.stringMatching(/folder/), code: 2 });
  });
});

describe('tuntas holidays import', () => {
  const days = (kind: string, list: readonly string[]) => list.map((day) => `${day},${kind},Hari contoh`).join('\n');
  const national = [
    '01-01',
    '02-08',
    '03-09',
    '03-10',
    '03-26',
    '05-01',
    '05-06',
    '05-17',
    '05-20',
    '06-01',
    '06-07',
    '08-17',
    '12-25',
  ];
  const table = `date,kind,what\n${days(
    'libur_nasional',
    national.map((day) => `2027-${day}`),
  )}\n`;
  const skb = '900/2026,3/2026,6/2026';
  const question = ['due', '--from', '2026-12-29T09:30:00+07:00', '--limit', '5hk', '--zone', 'WIB', '--live', '--json'];

  test('shows the difference without saving, then imports, and live answers follow', async () => {
    const path = file('2027.csv', table);
    const dry = await run('holidays', 'import', path, '--skb', skb, '--dry-run');
    expect(dry.out).toMatch(
      /^\+ 2027-01-01 libur-nasional Hari contoh\n[\s\S]*Dry run: 13 days would change, nothing was saved\.\n$/,
    );
    expect(JSON.parse((await run(...question)).out)).toMatchObject({ provisional: true, calendarVersion: 1 });
    const done = await run('holidays', 'import', path, '--skb', skb, '--reason', 'SKB 2027', '--json');
    expect(JSON.parse(done.out)).toMatchObject({ calendarVersion: 2, doubts: [] });
    expect(JSON.parse((await run(...question)).out)).toMatchObject({ provisional: false, calendarVersion: 2 });
  });

  test('says what is wrong with a file, with exit code 2', async () => {
    const { out, err, code } = await run(
      'holidays',
      'import',
      file('wrong-2028.csv', 'date,kind,what\n2028-02-30,additional,x\n'),
    );
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(/line 2: Not an existing date/);
    expect((await run('holidays', 'import', join(folder, 'absent'))).code).toBe(2);
  });
});
