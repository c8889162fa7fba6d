import type { Command } from 'commander';
import type { Cli } from './cli.ts';
import { openDatabase } from './open-database.ts';
import { runHere } from './run-here.ts';

export function register(program: Command, cli: Cli): void {
  program
    .command('worker')
    .description(
      cli.text({
        id: 'jalankan pekerja tugas latar saja, di atas basis data yang sudah disiapkan',
        en: 'run a worker of errands alone, on a database that is prepared already',
      }),
    )
    .action(async () => {
      const configuration = cli.configuration();
      const database = await openDatabase(configuration, cli.tell);
      try {
        await runHere(cli, configuration, database, { web: false, worker: true });
      } finally {
        await database.stop();
      }
    });
}
