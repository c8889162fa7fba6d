import { exampleAccounts } from '../platform/sign-in/index.ts';
import type { Tools } from '../platform/tools.ts';
import type { Cli } from './cli.ts';

/** What someone who has just started Tuntas wants to know: where it is, who they can be, what to try first. */
export async function welcome(cli: Cli, tools: Tools): Promise<void> {
  const { baseUrl, exampleMode } = tools.settings;
  if (!exampleMode) {
    cli.tell({ id: `Tuntas siap di ${baseUrl}`, en: `Tuntas is ready at ${baseUrl}` });
    return;
  }
  const accounts = (await exampleAccounts(tools)).filter(({ isExtra }) => !isExtra);
  const rows = accounts.map(({ email, password, description }) => `  ${email}  ${password}\n      ${cli.text(description)}`);
  const lines = [
    '',
    cli.text({ id: `Tuntas siap: ${baseUrl}`, en: `Tuntas is ready: ${baseUrl}` }),
    '',
    cli.text({ id: 'Coba lebih dulu:', en: 'Try first:' }),
    ...tryFirst.map((label) => `  - ${cli.text(label)}`),
    '',
    ...(rows.length === 0 ? [] : [cli.text(ACCOUNTS), ...rows, '']),
    cli.text({ id: 'Ctrl-C menghentikan semuanya.', en: 'Ctrl-C stops everything.' }),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

const ACCOUNTS = {
  id: 'Akun contoh, satu untuk tiap jenis jabatan (kode sekali pakai tertera di halaman masuk):',
  en: 'Example accounts, one for each kind of position (their one-time codes stand on the sign-in page):',
};

const tryFirst = [
  {
    id: 'ajukan pengaduan sebagai warga, tanpa akun, dan simpan kode tanda terimanya',
    en: 'file a complaint as a citizen, without an account, and keep its receipt code',
  },
  {
    id: 'masuk sebagai verifikator, periksa pengaduan itu dan teruskan ke instansi',
    en: 'sign in as a verifier, check that complaint and forward it to an agency',
  },
  { id: 'baca surel yang terkirim di /outbox', en: 'read the mails that were sent at /outbox' },
];
