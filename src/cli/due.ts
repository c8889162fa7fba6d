import type { Command } from 'commander';
import { answerQuestion, type Due, explainDue, isoIn, type LawBook, loadLawBook, shippedLawBook } from '../law/index.ts';
import type { Cli } from './cli.ts';
import { answerTable } from './due-table.ts';
import { exitAsMisused, misused } from './misused.ts';

interface Options {
  readonly from?: string;
  readonly limit?: string;
  readonly zone?: string;
  readonly region?: string;
  readonly file?: string;
  readonly live?: boolean;
}

export function register(program: Command, cli: Cli): void {
  const command = program
    .command('due')
    .description(
      cli.text({
        id: 'hitung kapan sesuatu jatuh tempo, dengan penjelasannya',
        en: 'work out when something is due, and explain it',
      }),
    )
    .option(
      '--from <moment>',
      cli.text({
        id: 'saat diterima, misalnya 2026-03-17T10:00:00+08:00',
        en: 'moment of receipt, for example 2026-03-17T10:00:00+08:00',
      }),
    )
    .option(
      '--limit <limit>',
      cli.text({ id: 'batas waktu: 5hk (hari kerja), 60 hari, 24h', en: 'time limit: 5hk (working days), 60d, 24h' }),
    )
    .option(
      '--zone <zone>',
      cli.text({
        id: 'zona waktu: Asia/Jakarta, Asia/Makassar, Asia/Jayapura',
        en: 'time zone: Asia/Jakarta, Asia/Makassar, Asia/Jayapura',
      }),
    )
    .option(
      '--region <code>',
      cli.text({ id: 'kode wilayah, untuk libur daerah: 51.05', en: 'region code, for regional holidays: 51.05' }),
    )
    .option(
      '--file <csv>',
      cli.text({
        id: 'banyak sekaligus: CSV berkolom from,limit,zone,region ("-" = masukan standar)',
        en: 'many at once: a CSV with columns from,limit,zone,region ("-" = standard input)',
      }),
    )
    .option(
      '--live',
      cli.text({
        id: 'pakai kalender di basis data, bukan bawaan',
        en: "use the database's calendar instead of the shipped one",
      }),
    )
    .action(async (options: Options) => {
      const wrong = misuse(options);
      if (wrong) return misused(cli.text(wrong));
      const book = options.live ? await cli.withTools((tools) => loadLawBook(tools.db)) : shippedLawBook();
      if (options.file !== undefined) return answerTable(cli, options.file, book);
      return answerOne(cli, options, book);
    });
  command.exitOverride(exitAsMisused);
}

function misuse(options: Options) {
  const one = ['from', 'limit', 'zone'] as const;
  if (options.file !== undefined) {
    if ([...one, 'region' as const].every((name) => options[name] === undefined)) return null;
    return {
      id: 'Pakai --file saja, atau --from, --limit, dan --zone; jangan keduanya.',
      en: 'Use --file alone, or --from, --limit and --zone; not both.',
    };
  }
  const missing = one.filter((name) => options[name] === undefined).map((name) => `--${name}`);
  if (missing.length === 0) return null;
  return {
    id: `Belum lengkap: ${missing.join(', ')}. Lihat tuntas due --help.`,
    en: `Missing: ${missing.join(', ')}. See tuntas due --help.`,
  };
}

function answerOne(cli: Cli, options: Options, book: LawBook): void {
  const { from = '', limit = '', zone = '', region = '' } = options;
  const answered = answerQuestion({ from, limit, zone, region }, book);
  if (!answered.ok) {
    misused(cli.text(answered.refusal.text));
    return;
  }
  const due = answered.value;
  const explanation = explainDue(due, cli.language);
  cli.print({ ...tellDue(due), explanation }, `${isoIn(due.zone, due.dueAt)}\n${explanation}`);
}

function tellDue(due: Due) {
  return {
    due: isoIn(due.zone, due.dueAt),
    provisional: due.provisional,
    undecreedYears: due.undecreedYears,
    calendarVersion: due.calendarVersion,
    zone: due.zone,
    limit: due.limit,
    countedDays: due.countedDays.map(String),
    skippedDays: due.skipped.map(({ day, reason }) => ({
      day: day.toString(),
      weekend: reason !== 'paused' && reason.weekend,
      holiday: reason === 'paused' ? null : (reason.holiday?.kind ?? null),
      name: reason === 'paused' ? null : (reason.holiday?.name ?? null),
    })),
  };
}
