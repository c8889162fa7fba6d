import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Command } from 'commander';
import { verifyRoundFile } from '../assessments/actions/verify-round-file.ts';
import { NOT_PROVEN, type RoundVerdict } from '../assessments/rules/verify-round.ts';
import { differenceText, faultText } from '../assessments/rules/verify-words.ts';
import { type Cli, CommandFault } from './cli.ts';
import { exitAsMisused, misused } from './misused.ts';
import { faultOfFile } from './table-file.ts';

/** Printed of each kind; `--json` has them all. */
const SHOWN = 50;

export function register(program: Command, cli: Cli): void {
  const round = program
    .command('round')
    .description(cli.text({ id: 'putaran penilaian: hitung, ekspor, hitung ulang', en: 'rounds: score, export, recompute' }));
  const verify = round
    .command('verify <file>')
    .description(
      cli.text({
        id: 'hitung ulang nilai terbit dari data mentahnya; tanpa basis data ("-" = masukan standar)',
        en: 'recompute the published scores from their raw data; without a database ("-" = standard input)',
      }),
    )
    .action((file: string) => verifyFile(cli, file));
  const exporting = round
    .command('export <code>')
    .description(cli.text({ id: 'tulis data mentah terbit suatu putaran', en: 'write the published raw data of a round' }))
    .requiredOption('--out <file>', cli.text({ id: 'berkas tujuan; .gz = dipadatkan', en: 'where to; .gz = compressed' }))
    .action((code: string, { out }: { out: string }) => exportRound(cli, code, out));
  const scoring = round
    .command('score <code>')
    .description(
      cli.text({
        id: 'hitung nilai seluruh putaran menurut jawaban saat ini',
        en: 'score a whole round by its answers as they are now',
      }),
    )
    .action((code: string) => score(cli, code));
  for (const command of [verify, exporting, scoring]) command.exitOverride(exitAsMisused);
}

async function verifyFile(cli: Cli, file: string): Promise<void> {
  let verdict: RoundVerdict;
  try {
    verdict = await verifyRoundFile(await unpacked(file));
  } catch (error) {
    if ((error as { code?: string }).code === 'Z_DATA_ERROR' || (error as { code?: string }).code === 'Z_BUF_ERROR') {
      return misused(
        cli.text({ id: `${file}: berkas .gz rusak atau terpotong.`, en: `${file}: the .gz file is broken or cut off.` }),
      );
    }
    if (error instanceof RangeError) {
      return misused(cli.text({ id: `${file}: ini bukan berkas putaran.`, en: `${file}: this is no file of a round.` }));
    }
    return misused(`${file}: ${cli.text(faultOfFile(error))}`);
  }
  cli.print({ ...verdict, notProven: NOT_PROVEN.map(cli.text) }, tell(cli, verdict).join('\n'));
  if (!verdict.ok) process.exitCode = 1;
}

/** Gzip is known by its first two bytes, whatever the file is called. */
async function unpacked(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin;
  const handle = await open(file);
  const head = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
  const bytes = createReadStream(file);
  return head.buffer[0] === 0x1f && head.buffer[1] === 0x8b ? gunzip(bytes) : bytes;
}

function gunzip(bytes: Readable): Readable {
  const unzip = createGunzip();
  bytes.once('error', (error) => unzip.destroy(error));
  return bytes.pipe(unzip);
}

function tell(cli: Cli, verdict: RoundVerdict): readonly string[] {
  const { assessments, recomputed, differences, faults } = verdict;
  const head = `${verdict.title ?? ''} (${verdict.round ?? '?'}, ${verdict.year ?? '?'})`;
  const outcome = verdict.ok
    ? {
        id: `Cocok: ${recomputed} nilai dari ${assessments} instansi dihitung ulang dan sama dengan yang terbit.`,
        en: `Agrees: ${recomputed} scores of ${assessments} agencies were computed anew and are as published.`,
      }
    : {
        id: `TIDAK COCOK: ${differences.length} perbedaan dan ${faults.length} cacat pada ${assessments} instansi.`,
        en: `DOES NOT AGREE: ${differences.length} differences and ${faults.length} faults among ${assessments} agencies.`,
      };
  const lines = [...faults.slice(0, SHOWN).map(faultText), ...differences.slice(0, SHOWN).map(differenceText)];
  const more = differences.length + faults.length - lines.length;
  return [
    head,
    cli.text(outcome),
    ...lines.map((line) => `- ${cli.text(line)}`),
    ...(more > 0 ? [cli.text({ id: `- dan ${more} lagi; lihat --json`, en: `- and ${more} more; see --json` })] : []),
    '',
    cli.text({ id: 'Yang tidak dibuktikan:', en: 'What this does not prove:' }),
    ...NOT_PROVEN.map((line) => `- ${cli.text(line)}`),
  ];
}

async function exportRound(cli: Cli, code: string, out: string): Promise<void> {
  const { loadRoundByCode } = await import('../assessments/store/rounds.ts');
  const { roundFileLines } = await import('../assessments/store/round-file.ts');
  await cli.withTools(async ({ db }) => {
    const round = await loadRoundByCode(db, code);
    if (!round) throw noSuchRound(code);
    const lines = Readable.from(roundFileLines(db, round));
    await (out.endsWith('.gz') ? pipeline(lines, createGzip(), createWriteStream(out)) : pipeline(lines, createWriteStream(out)));
  });
  cli.print({ round: code, file: out }, cli.text({ id: `Ditulis: ${out}`, en: `Written: ${out}` }));
}

async function score(cli: Cli, code: string): Promise<void> {
  const { loadRoundByCode } = await import('../assessments/store/rounds.ts');
  const { scoreRound } = await import('../assessments/actions/score-round.ts');
  const done = await cli.withTools(async (tools) => {
    const round = await loadRoundByCode(tools.db, code);
    if (!round) throw noSuchRound(code);
    return scoreRound(tools, round.id, (progress) => {
      const sofar = `${progress.done}/${progress.total}`;
      cli.tell({ id: `${sofar} instansi dihitung`, en: `${sofar} agencies scored` });
    });
  });
  cli.print({ round: code, ...done }, cli.text({ id: `${done.done} instansi dihitung.`, en: `${done.done} agencies scored.` }));
}

function noSuchRound(code: string): CommandFault {
  return new CommandFault({ id: `Tidak ada putaran "${code}".`, en: `There is no round "${code}".` });
}
