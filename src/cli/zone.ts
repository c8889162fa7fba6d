import type { Command } from 'commander';
import { SHIPPED_INSTRUMENTS } from '../assessments/data/shipped.ts';
import { bandText, zoneText } from '../assessments/rules/band-words.ts';
import { rangeOf } from '../assessments/rules/bands.ts';
import type { Instrument } from '../assessments/rules/instrument.ts';
import { decimalText } from '../assessments/rules/rational.ts';
import { numberText, scoreText } from '../assessments/rules/score-text.ts';
import { standingText } from '../assessments/rules/standing-words.ts';
import { tellYearRefusal } from '../assessments/rules/year-words.ts';
import { readYear, type YearVerdict, zoneOfYear } from '../assessments/rules/zone-of-year.ts';
import type { Cli } from './cli.ts';
import { exitAsMisused, misused } from './misused.ts';
import { zoneTable } from './zone-table.ts';

interface Options {
  readonly year?: string;
  readonly score?: string;
  readonly file?: string;
  readonly live?: boolean;
}

export function register(program: Command, cli: Cli): void {
  const command = program
    .command('zone')
    .description(
      cli.text({
        id: 'zona dan kategori suatu nilai menurut aturan tahunnya',
        en: 'the zone and category of a score by the rules of its year',
      }),
    )
    .option('--year <year>', cli.text({ id: 'tahun penilaian, misalnya 2022', en: 'year of the assessment, for example 2022' }))
    .option(
      '--score <score>',
      cli.text({ id: 'nilai antara 0 dan 100, misalnya 80.995', en: 'score between 0 and 100, for example 80.995' }),
    )
    .option(
      '--file <csv>',
      cli.text({
        id: 'banyak sekaligus: CSV berkolom year,score ("-" = masukan standar)',
        en: 'many at once: a CSV with columns year,score ("-" = standard input)',
      }),
    )
    .option(
      '--live',
      cli.text({
        id: 'pakai instrumen di basis data, bukan bawaan',
        en: "use the database's instruments instead of the shipped ones",
      }),
    )
    .action(async (options: Options) => {
      const wrong = misuse(options);
      if (wrong) return misused(cli.text(wrong));
      const instruments = options.live ? await liveInstruments(cli) : SHIPPED_INSTRUMENTS;
      if (options.file !== undefined) return zoneTable(cli, options.file, instruments);
      return answerOne(cli, options, instruments);
    });
  command.exitOverride(exitAsMisused);
}

/** Its libraries are loaded only now: without `--live` no database is needed. */
async function liveInstruments(cli: Cli): Promise<readonly Instrument[]> {
  const { publishedInstruments } = await import('../assessments/store/instruments.ts');
  return cli.withTools((tools) => publishedInstruments(tools.db));
}

function misuse({ year, score, file }: Options) {
  if (file !== undefined) {
    if (year === undefined && score === undefined) return null;
    return {
      id: 'Pakai --file saja, atau --year dan --score; jangan keduanya.',
      en: 'Use --file alone, or --year and --score; not both.',
    };
  }
  const missing = [year === undefined && '--year', score === undefined && '--score'].filter(Boolean).join(', ');
  if (missing === '') return null;
  return { id: `Belum lengkap: ${missing}. Lihat tuntas zone --help.`, en: `Missing: ${missing}. See tuntas zone --help.` };
}

function answerOne(cli: Cli, { year = '', score = '' }: Options, instruments: readonly Instrument[]): void {
  const verdict = zoneOfYear(instruments, readYear(year), score);
  if (typeof verdict === 'string') {
    misused(cli.text(tellYearRefusal(verdict, { year, score })));
    return;
  }
  cli.print(tellVerdict(cli, verdict, Number(year)), textOf(cli, verdict));
}

function tellVerdict(cli: Cli, { instrument, score, band, basis }: YearVerdict, year: number) {
  const { from, to } = rangeOf(instrument.bands, band);
  return {
    year,
    // Numbers of a few decimals, which JSON carries unharmed.
    score: Number(decimalText(score, 15)),
    rounded: Number(decimalText(score)),
    zone: band.zone,
    zoneText: zoneText(band)?.id ?? null,
    category: band.category,
    // The official words, whatever the language of the terminal.
    label: band.label.id,
    labelEn: band.label.en,
    range: { from: Number(from), to: Number(to) },
    basis: basis[cli.language],
    confirmed: band.standing.confirmed,
    note: band.standing.note?.[cli.language] ?? null,
    instrument: instrument.id,
    version: instrument.version,
  };
}

function textOf(cli: Cli, { instrument, score, band }: YearVerdict): string {
  const { language } = cli;
  const { from, to } = rangeOf(instrument.bands, band);
  const range = `${numberText(from, language)}–${numberText(to, language)}`;
  return [
    bandText(band)[language],
    cli.text({
      id: `Nilai ${scoreText(score, 'id')} berada pada ${range} (${instrument.title.id}).`,
      en: `The score ${scoreText(score, 'en')} lies in ${range} (${instrument.title.en}).`,
    }),
    standingText(band.standing, language),
  ].join('\n');
}
