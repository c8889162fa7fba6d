import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import {
  HOLIDAY_DOUBTS,
  HOLIDAY_PROBLEMS,
  type Holiday,
  type ImportRefusal,
  type ImportReport,
  importHolidays,
  LAW_REFUSALS,
  splitDecreeNumbers,
  tellPlace,
  tryImport,
} from '../law/index.ts';
import type { Cli } from './cli.ts';
import { exitAsMisused, misused } from './misused.ts';

interface Options {
  readonly dryRun?: boolean;
  readonly skb?: string;
  readonly reason?: string;
}

/** Whoever can run commands on the machine may import; the log says that it was the command line. */
const COMMAND_LINE = { kind: 'system', errand: 'command-line' } as const;

export function register(program: Command, cli: Cli): void {
  const holidays = program
    .command('holidays')
    .description(cli.text({ id: 'kalender hari libur', en: 'the calendar of holidays' }));
  const command = holidays
    .command('import <file>')
    .description(
      cli.text({
        id: 'impor hari libur dari JSON atau CSV: kalender versi baru, tenggat dihitung ulang',
        en: 'import holidays from JSON or CSV: a new calendar version, deadlines worked out again',
      }),
    )
    .option('--dry-run', cli.text({ id: 'hanya tunjukkan perbandingannya', en: 'only show what would change' }))
    .option(
      '--skb <numbers>',
      cli.text({
        id: 'nomor SKB untuk CSV satu tahun penuh: 1497/2025,2/2025,5/2025',
        en: 'decree numbers for a CSV of a whole year: 1497/2025,2/2025,5/2025',
      }),
    )
    .option('--reason <text>', cli.text({ id: 'alasan, tercatat di riwayat publik', en: 'the reason, kept in the public log' }))
    .action(async (file: string, options: Options) => {
      const text = await readText(cli, file);
      if (text === null) return;
      const upload = { text, skb: splitDecreeNumbers(options.skb ?? '') };
      const done = await cli.withTools((tools) =>
        options.dryRun
          ? tryImport(tools, COMMAND_LINE, upload)
          : importHolidays(tools, COMMAND_LINE, { ...upload, edition: null, reason: options.reason ?? cli.text(REASON) }),
      );
      if (done.ok) cli.print(asJson(done.value), tellReport(cli, done.value));
      else misused(tellRefusal(cli, done.refusal));
    });
  command.exitOverride(exitAsMisused);
}

const REASON = { id: 'Impor lewat baris perintah', en: 'Import by the command line' };

async function readText(cli: Cli, file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'error';
    misused(cli.text({ id: `${file}: berkas tidak dapat dibaca (${code}).`, en: `${file}: the file cannot be read (${code}).` }));
    return null;
  }
}

function tellRefusal(cli: Cli, { code, problems }: ImportRefusal): string {
  const lines = problems.map((problem) =>
    [tellPlace(problem.place, cli.language), cli.text(HOLIDAY_PROBLEMS[problem.code])].filter(Boolean).join(': '),
  );
  return [cli.text(LAW_REFUSALS[code]), ...lines].join('\n');
}

function tellReport(cli: Cli, { plan, doubts, calendarVersion }: ImportReport): string {
  const day = (sign: string, holiday: Holiday) =>
    [sign, holiday.day.toString(), holiday.kind, holiday.regionCode, holiday.name && cli.text(holiday.name)]
      .filter(Boolean)
      .join(' ');
  const changes = plan.changes.flatMap(({ before, after }) => [
    ...(before ? [day('-', before)] : []),
    ...(after ? [day('+', after)] : []),
  ]);
  const warnings = doubts.map((doubt) => `! ${tellPlace(doubt.place, cli.language)}: ${cli.text(HOLIDAY_DOUBTS[doubt.code])}`);
  const end =
    calendarVersion === null
      ? {
          id: `Uji coba: ${plan.changes.length} hari akan berubah, tidak ada yang disimpan.`,
          en: `Dry run: ${plan.changes.length} days would change, nothing was saved.`,
        }
      : {
          id: `Kalender sekarang versi ${calendarVersion}; tenggat dihitung ulang.`,
          en: `The calendar is now version ${calendarVersion}; deadlines are being worked out again.`,
        };
  return [...changes, ...warnings, cli.text(end)].join('\n');
}

function asJson({ plan, doubts, calendarVersion }: ImportReport) {
  const day = (holiday: Holiday | null) => holiday && { ...holiday, day: holiday.day.toString() };
  return {
    calendarVersion,
    changes: plan.changes.map(({ before, after }) => ({ before: day(before), after: day(after) })),
    doubts,
  };
}
