import type { Kysely, Transaction } from 'kysely';

/**
 * The database as a room receives it. It names no tables: each room declares its own in `store/tables.ts` and
 * takes them with `db.withTables<ComplaintTables>()`, so that no room can read another's by accident.
 */
// biome-ignore lint/complexity/noBannedTypes: an empty schema is the point
export type Db = Kysely<{}>;

/** An open transaction. Actions open one; stores only receive it. */
// biome-ignore lint/complexity/noBannedTypes: an empty schema is the point
export type Tx = Transaction<{}>;
