import type { Db } from '../platform/database/database.ts';
import { pending, readMigrations } from '../platform/database/migrate.ts';
import { CommandFault } from './cli.ts';

/** Serving on a database of another shape would fail later and worse. */
export async function requireMigrated(db: Db): Promise<void> {
  const waiting = pending(readMigrations(), await appliedMigrations(db));
  if (waiting.length > 0) {
    throw new CommandFault({
      id: `Basis data belum dimigrasi (${waiting[0]?.name} …). Jalankan \`npx tuntas migrate\` dengan DATABASE_OWNER_URL.`,
      en: `The database is not migrated yet (${waiting[0]?.name} …). Run \`npx tuntas migrate\` with DATABASE_OWNER_URL.`,
    });
  }
}

async function appliedMigrations(db: Db): Promise<Map<string, string>> {
  try {
    const rows = await db
      .withTables<{ 'platform.migrations': { name: string; checksum: string } }>()
      .selectFrom('platform.migrations')
      .select(['name', 'checksum'])
      .execute();
    return new Map(rows.map((row) => [row.name, row.checksum]));
  } catch (error) {
    const code = (error as { code?: string }).code;
    // No such table, no such schema, no right to see it: nothing was applied.
    if (code === '42P01' || code === '3F000' || code === '42501') return new Map();
    throw error;
  }
}
