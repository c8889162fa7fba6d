/** The front door of the embedded PostgreSQL; see README.md. */
export { APP_ROLE, OWNER_ROLE, type PreparedDatabase, prepareDatabase, urlFor } from './prepare.ts';
export { type PostgresOptions, type PostgresServer, startPostgres } from './supervisor.ts';
