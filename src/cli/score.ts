import type { Command } from 'commander';
import { exampleAnswers } from '../assessments/rules/answers-example.ts';
import { readAnswers } from '../assessments/rules/answers-file.ts';
import type { Instrument } from '../assessments/rules/instrument.ts';
import { type AgencyScore, score } from '../assessments/rules/score.ts';
import { tellTallyProblem } from '../assessments/rules/tally-words.ts';
import type { Label } from '../kernel/language.ts';
import type { Cli } from './cli.ts';
import { findInstrument, inFile, readJson } from './instrument-argument.ts';
import { exitAsMisused, misused } from './misused.ts';
import { scoreJson, scoreLines, whatIsMissing } from './score-telling.ts';

interface Options {
  readonly instrument?: string;
  readonly answers?: string;
  readonly partial?: boolean;
  readonly example?: boolean;
  readonly live?: boolean;
}

/** A score was worked out and printed, but answers are missing, and `--partial` did not say that this is known. */
const PROVISIONAL = 3;

export function register(program: Command, cli: Cli): void {
  const command = program
    .command('score')
    .description(
      cli.text({
        id: 'hitung nilai dari jawaban satu instansi menurut suatu instrumen',
        en: 'work out the score of an agency’s answers under an instrument',
      }),
    )
    .option(
      '--instrument <id>',
      cli.text({
        id: 'penilaian-2023, penilaian-2023@1 (versi), atau berkas JSON instrumen',
        en: 'penilaian-2023, penilaian-2023@1 (a version), or the JSON file of an instrument',
      }),
    )
    .option(
      '--answers <json>',
      cli.text({ id: 'berkas jawaban ("-" = masukan standar)', en: 'file of answers ("-" = standard input)' }),
    )
    .option(
      '--partial',
      cli.text({
        id: 'jawaban memang belum lengkap: nilai sementara bukan kegagalan',
        en: 'answers are known to be missing: a provisional score is no failure',
      }),
    )
    .option(
      '--example',
      cli.text({ id: 'cetak contoh berkas jawaban yang jadi', en: 'print an example of an answers file that works' }),
    )
    .option(
      '--live',
      cli.text({
        id: 'pakai instrumen di basis data, bukan bawaan',
        en: "use the database's instruments instead of the shipped ones",
      }),
    )
    .action(async (options: Options) => {
      const missing = [!options.instrument && '--instrument', !options.answers && !options.example && '--answers'].filter(
        Boolean,
      );
      if (missing.length > 0) {
        const names = missing.join(', ');
        return misused(
          cli.text({
            id: `Belum lengkap: ${names}. Lihat tuntas score --help.`,
            en: `Missing: ${names}. See tuntas score --help.`,
          }),
        );
      }
      const found = await findInstrument(cli, options.instrument ?? '', options.live ?? false);
      if ('wrong' in found) return misused(found.wrong.map(cli.text).join('\n'));
      if (options.example) {
        process.stdout.write(`${JSON.stringify(exampleAnswers(found.instrument), null, 2)}\n`);
        return;
      }
      const scored = scoreOf(found.instrument, options.answers ?? '');
      if ('wrong' in scored) return misused(scored.wrong.map(cli.text).join('\n'));
      tell(cli, found.instrument, scored.score, options.partial ?? false);
    });
  command.exitOverride(exitAsMisused);
}

function scoreOf(instrument: Instrument, file: string): { readonly score: AgencyScore } | { readonly wrong: readonly Label[] } {
  const read = readJson(file);
  if ('wrong' in read) return { wrong: [read.wrong] };
  const { answers, problems: malformed } = readAnswers(read.json);
  if (!answers) return { wrong: malformed.map(({ path, text }) => inFile(file, path, text)) };
  const { score: scored, problems } = score(instrument, answers);
  return problems.length > 0 ? { wrong: problems.map((problem) => tellTallyProblem(instrument, problem)) } : { score: scored };
}

function tell(cli: Cli, instrument: Instrument, scored: AgencyScore, partial: boolean): void {
  cli.print(scoreJson(instrument, scored, cli.language), scoreLines(instrument, scored, cli.language).join('\n'));
  if (scored.complete) return;
  for (const line of whatIsMissing(instrument, scored)) process.stderr.write(`${cli.text(line)}\n`);
  if (!partial) process.exitCode = PROVISIONAL;
}
