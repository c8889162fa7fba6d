import type { Command } from 'commander';
import type { Cli } from './cli.ts';
import { openDatabase } from './open-database.ts';
import { runHere } from './run-here.ts';
import { stopWhenTold } from './stopping.ts';

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
      const stopping = stopWhenTold();
      const configuration = cli.configuration();
      const database = await openDatabase(configuration, cli.tell);
      try {
        await runHere(cli, configuration, database, stopping, { web: false, worker: true });
      } finally {
        await database.stop();
      }
    });
}
