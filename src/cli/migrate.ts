import type { Command } from 'commander';
import { connect } from '../platform/database/connect.ts';
import { migrate } from '../platform/database/migrate.ts';
import { type Cli, CommandFault } from './cli.ts';
import { onDatabase } from './open-database.ts';
import { type LoadedReference, loadReference } from './reference.ts';

/** The answer of `tuntas migrate --json`. */
export interface Migrated {
  readonly applied: readonly string[];
  readonly reference: readonly LoadedReference[];
}

export function register(program: Command, cli: Cli): void {
  program
    .command('migrate')
    .description(
      cli.text({
        id: 'bawa basis data ke bentuk terkini dan muat data acuan',
        en: 'bring the database to the present shape and load the reference data',
      }),
    )
    .action(async () => {
      const migrated = await migrateDatabase(cli);
      cli.print(migrated, tellMigrated(cli, migrated));
    });
}

function migrateDatabase(cli: Cli): Promise<Migrated> {
  return onDatabase(cli.configuration(), cli.tell, async ({ ownerUrl }) => {
    if (ownerUrl === null) throw new CommandFault(OWNER_MISSING);
    const applied = await migrate(ownerUrl);
    const { db, close } = connect(ownerUrl, { max: 2, statementTimeout: 0, name: 'tuntas reference' });
    try {
      return { applied, reference: await loadReference(db) };
    } finally {
      await close();
    }
  });
}

const OWNER_MISSING = {
  id: 'Isi DATABASE_OWNER_URL: memigrasi hanya boleh dilakukan peran pemilik basis data.',
  en: 'Set DATABASE_OWNER_URL: only the role that owns the database may migrate it.',
};

/** What was done, a line each. */
export function tellMigrated(cli: Cli, { applied, reference }: Migrated): string {
  const head =
    applied.length === 0
      ? cli.text({ id: 'Basis data sudah mutakhir.', en: 'The database is up to date.' })
      : cli.text({ id: `Diterapkan: ${applied.join(', ')}`, en: `Applied: ${applied.join(', ')}` });
  const number = new Intl.NumberFormat(cli.language === 'id' ? 'id-ID' : 'en-GB');
  return [head, ...reference.map(({ what, count }) => `${number.format(count).padStart(9)}  ${what}`)].join('\n');
}
