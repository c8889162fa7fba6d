import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { compareWithRecord } from '../complaints/index.ts';
import {
  checkProof,
  findingText,
  lastRoot,
  makeRoot,
  type ProofVerdict,
  publicKeyOf,
  rootKey,
  type SignedRoot,
  verdictText,
  verifyAudit,
} from '../platform/audit/index.ts';
import { parsedIn, rootsIn } from './audit-files.ts';
import { type Cli, CommandFault } from './cli.ts';
import { exitAsMisused } from './misused.ts';

/** `verify` and `check-proof` answer with their exit code: 0 intact, 1 broken, 2 the command itself was wrong. */
const BROKEN = 1;

export function register(program: Command, cli: Cli): void {
  const audit = program
    .command('audit')
    .description(cli.text({ id: 'periksa dan buktikan keutuhan catatan', en: 'check and prove that the record is intact' }))
    .exitOverride(exitAsMisused);

  audit
    .command('verify')
    .description(
      cli.text({
        id: 'periksa semua rantai, log, dan akar; kode keluar 0 utuh, 1 rusak, 2 salah pakai',
        en: 'check all chains, the log and the roots; exit code 0 intact, 1 broken, 2 misused',
      }),
    )
    .option(
      '--root <file>',
      cli.text({
        id: 'bandingkan dengan akar yang disimpan di tempat lain (JSON, atau surel saksi); boleh berulang',
        en: 'compare with a root kept elsewhere (JSON, or the mail of a witness); may be repeated',
      }),
      (file: string, files: readonly string[] | undefined) => [...(files ?? []), file],
    )
    .option(
      '--copy',
      cli.text({
        id: 'ini salinan basis data di luar instalasinya: jangan bandingkan kunci mesin ini',
        en: 'this is a copy of the database away from its installation: do not compare the key of this machine',
      }),
    )
    .action((options: { root?: readonly string[]; copy?: true }) => verify(cli, options));

  audit
    .command('root')
    .description(
      cli.text({
        id: 'buat akar sekarang juga, tandatangani, dan kirim kepada saksi',
        en: 'make a root now, sign it and send it to the witnesses',
      }),
    )
    .option('--last', cli.text({ id: 'ambil akar terakhir, jangan buat yang baru', en: 'take the last root, make no new one' }))
    .option('--out <file>', cli.text({ id: 'tulis ke berkas, untuk disimpan', en: 'write it to a file, to be kept' }))
    .action((options: { last?: true; out?: string }) => root(cli, options));

  audit
    .command('check-proof')
    .argument('<file>')
    .description(
      cli.text({
        id: 'periksa bukti satu berkas, tanpa jaringan dan tanpa basis data',
        en: 'check the proof of one file, without network or database',
      }),
    )
    .option('--root <file>', cli.text({ id: 'akar yang disimpan saksi', en: 'the root a witness kept' }))
    .action((file: string, options: { root?: string }) => checkProofFile(cli, file, options.root));
}

async function verify(cli: Cli, options: { readonly root?: readonly string[]; readonly copy?: true }): Promise<void> {
  const roots: SignedRoot[] = [];
  for (const file of options.root ?? []) {
    const kept = rootsIn(cli, file);
    if (!kept) return;
    roots.push(...kept);
  }
  if (roots.length === 0) cli.tell(NO_ROOT);
  await cli.withTools(async (tools) => {
    const key = options.copy ? {} : { publicKey: publicKeyOf(rootKey(tools.keys)) };
    for await (const finding of verifyAudit(tools.db, { root: roots, ...key })) {
      cli.print(finding, findingText(finding, cli.language));
      if (finding.grade === 'broken') process.exitCode = BROKEN;
    }
    for await (const mismatch of compareWithRecord(tools.db)) {
      cli.print({ grade: 'broken', ...mismatch }, `${cli.text(MISMATCHES[mismatch.code])} ${mismatch.complaintId}`);
      process.exitCode = BROKEN;
    }
  });
}

async function root(cli: Cli, options: { readonly last?: true; readonly out?: string }): Promise<void> {
  await cli.withTools(async (tools) => {
    const made = options.last ? await lastRoot(tools.db) : await makeRoot(tools);
    if (!made) throw new CommandFault({ id: 'Belum ada akar.', en: 'There is no root yet.' });
    if (options.out === undefined) return cli.print(made, JSON.stringify(made, null, 2));
    writeFileSync(options.out, `${JSON.stringify(made, null, 2)}\n`);
    const say = {
      id: `Akar ${made.number} (${made.day}, ${made.size} daun) ditulis ke ${options.out}. Simpan di tempat lain.`,
      en: `Root ${made.number} (${made.day}, ${made.size} leaves) was written to ${options.out}. Keep it elsewhere.`,
    };
    cli.print(made, cli.text(say));
  });
}

function checkProofFile(cli: Cli, file: string, rootFile: string | undefined): void {
  const proof = parsedIn(cli, file);
  const kept = rootFile === undefined ? [] : rootsIn(cli, rootFile);
  if (proof === undefined || !kept) return;
  // Among several kept roots, the one the proof rests on will do.
  const verdicts = kept.length === 0 ? [checkProof(proof)] : kept.map((one) => checkProof(proof, one));
  const verdict = verdicts.find(({ holds }) => holds) ?? (verdicts[0] as ProofVerdict);
  cli.print(verdict, verdictText(verdict, cli.language));
  if (!verdict.holds) process.exitCode = BROKEN;
}

const MISMATCHES = {
  'complaint-row-missing': {
    id: 'RUSAK: catatan ada, tetapi baris pengaduannya hilang:',
    en: 'BROKEN: the record is there, but the row of its complaint is gone:',
  },
  'complaint-record-missing': { id: 'RUSAK: pengaduan tanpa catatan:', en: 'BROKEN: a complaint without a record:' },
  'entry-missing': {
    id: 'RUSAK: tulisan yang dicatat telah hilang dari pengaduan',
    en: 'BROKEN: a text the record speaks of is gone from complaint',
  },
  'entry-altered': { id: 'RUSAK: tulisan telah diubah pada pengaduan', en: 'BROKEN: a text was changed in complaint' },
} as const;

const NO_ROOT = {
  id: 'Tanpa --root hanya diperiksa apakah basis data cocok dengan dirinya sendiri; penulisan ulang menyeluruh tidak terlihat.',
  en: 'Without --root it is only checked whether the database agrees with itself; a complete rewrite cannot be seen.',
};
