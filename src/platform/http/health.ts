import { statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import type { Tools } from '../tools.ts';

export type Part = 'database' | 'queue' | 'disk';

export interface Readiness {
  readonly ready: boolean;
  /** `ok`, or what is wrong in a few words without addresses or data. */
  readonly parts: Readonly<Record<Part, string>>;
}

const PATIENCE_MILLISECONDS = 3000;
const SMALLEST_FREE_BYTES = 200 * 1024 * 1024;

/** Whether this process can do its work now: reach the database, hand over errands, write files. */
export async function checkReadiness(tools: Pick<Tools, 'db' | 'settings'>): Promise<Readiness> {
  const checks: Readonly<Record<Part, () => Promise<unknown>>> = {
    database: () => sql`SELECT 1`.execute(tools.db),
    queue: () => sql`SELECT id FROM graphile_worker.migrations LIMIT 1`.execute(tools.db),
    disk: async () => {
      const disk = await statfs(tools.settings.dataFolder);
      if (disk.bavail * disk.bsize < SMALLEST_FREE_BYTES) throw new NotReady('less than 200 MB free in the data folder');
    },
  };
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([part, check]) => {
      try {
        await Promise.race([check(), patience()]);
        return [part, 'ok'] as const;
      } catch (error) {
        return [part, inShort(error)] as const;
      }
    }),
  );
  const parts = Object.fromEntries(outcomes) as Record<Part, string>;
  return { ready: Object.values(parts).every((outcome) => outcome === 'ok'), parts };
}

class NotReady extends Error {}

/** Our own words, else the code alone: everyone may ask, and messages of the system hold addresses and paths. */
function inShort(error: unknown): string {
  if (error instanceof NotReady) return error.message;
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : 'failed';
}

function patience(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new NotReady('no answer within 3 s')), PATIENCE_MILLISECONDS).unref();
  });
}
