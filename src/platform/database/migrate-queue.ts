import { Logger, runMigrations } from 'graphile-worker';
import type { Client } from 'pg';

/**
 * Brings the tables of the job queue (schema `graphile_worker`) to the shape its library wants, and lets the app role add and
 * work on jobs. The library's tables have row-level security without a policy, which shuts out everyone but their owner, so
 * the app role gets one that admits every row.
 */
export async function migrateQueue(client: Client, ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => () => {}) });
  await client.query(`
    grant usage on schema graphile_worker to tuntas_app;
    grant select on graphile_worker.migrations to tuntas_app;
    grant usage on all sequences in schema graphile_worker to tuntas_app;
    grant execute on all functions in schema graphile_worker to tuntas_app;
    do $$
    declare entry record;
    begin
      for entry in
        select c.oid::regclass as name, c.oid from pg_class c
        where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relname like '\\_private\\_%'
      loop
        execute format('grant select, insert, update, delete on %s to tuntas_app', entry.name);
        if not exists (select from pg_policy where polrelid = entry.oid and polname = 'tuntas_app') then
          execute format('create policy tuntas_app on %s to tuntas_app using (true) with check (true)', entry.name);
        end if;
      end loop;
    end $$;
    grant select on all tables in schema graphile_worker to tuntas_app;
  `);
}
