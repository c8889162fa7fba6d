import type { KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import type { Moment } from '../../../kernel/time.ts';
import type { Db } from '../../database/database.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { Tools } from '../../tools.ts';
import { openKey, sealKey } from './key-envelope.ts';
import type { DocumentTables } from './tables.ts';

export type KeyPurpose = 'seal' | 'twin';
export type KeyTools = Pick<Tools, 'db' | 'keys' | 'random' | 'clock' | 'settings'>;

/** A pair before it is kept. */
export interface NewKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly certificate: Buffer | null;
  readonly publicJwk: JWK | null;
}

export interface DocumentKey {
  readonly kid: string;
  readonly createdAt: Moment;
  /** DER; seal keys have one. */
  readonly certificate: Buffer | null;
  /** Twin keys have one. */
  readonly publicJwk: JWK | null;
  readonly retiredAt: Moment | null;
  readonly distrustedAt: Moment | null;
}

const COLUMNS = ['kid', 'created_at', 'certificate', 'public_jwk', 'retired_at', 'distrusted_at'] as const;

/** All keys of a purpose, newest first, also those that only verify. */
export async function documentKeys(db: Db, purpose: KeyPurpose): Promise<readonly DocumentKey[]> {
  const rows = await db
    .withTables<DocumentTables>()
    .selectFrom('platform.document_keys')
    .select(COLUMNS)
    .where('purpose', '=', purpose)
    .orderBy('created_at', 'desc')
    .orderBy('kid')
    .execute();
  return rows.map((row) => ({
    kid: row.kid,
    createdAt: row.created_at,
    certificate: row.certificate,
    publicJwk: row.public_jwk,
    retiredAt: row.retired_at,
    distrustedAt: row.distrusted_at,
  }));
}

/**
 * The key that signs now, made by `make` when there is none yet. Of processes that begin at once, all take the same. A key that is not
 * `usable` any more (its certificate runs out) is retired and followed by a new one.
 */
export async function signingKey(
  tools: KeyTools,
  purpose: KeyPurpose,
  make: () => Promise<NewKey>,
  usable: (key: { readonly certificate: Buffer | null }) => boolean = () => true,
): Promise<NewKey> {
  const found = await currentKey(tools, purpose);
  if (found && usable(found)) return found;
  const made = await make();
  await replaceKey(tools, purpose, made, found?.kid);
  return (await currentKey(tools, purpose)) as NewKey;
}

async function currentKey(tools: KeyTools, purpose: KeyPurpose): Promise<NewKey | undefined> {
  const row = await tools.db
    .withTables<DocumentTables>()
    .selectFrom('platform.document_keys')
    .select(['kid', 'certificate', 'public_jwk', 'private_key'])
    .where('purpose', '=', purpose)
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  const privateKey = openKey(tools.keys, row.kid, row.private_key);
  return { kid: row.kid, privateKey, certificate: row.certificate, publicJwk: row.public_jwk };
}

/**
 * Retires the key `instead` (if any is given) and lets a new one sign. When somebody else was faster, theirs stays and `made` is
 * dropped.
 */
export async function replaceKey(tools: KeyTools, purpose: KeyPurpose, made: NewKey, instead: string | undefined): Promise<void> {
  const now = tools.clock.now().toString();
  await inTransaction(tools, async (tx) => {
    const db = tx.withTables<DocumentTables>();
    if (instead !== undefined) {
      const retired = db.updateTable('platform.document_keys').set({ retired_at: now });
      await retired.where('kid', '=', instead).where('retired_at', 'is', null).execute();
    }
    await db
      .insertInto('platform.document_keys')
      .values({
        kid: made.kid,
        purpose,
        created_at: now,
        certificate: made.certificate,
        public_jwk: made.publicJwk === null ? null : JSON.stringify(made.publicJwk),
        private_key: sealKey(tools, made.kid, made.privateKey),
        retired_at: null,
        distrusted_at: null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** From now on nothing counts that this key signed; it also signs no more. For a key that may be in other hands. */
export async function distrustKey(tools: Pick<Tools, 'db' | 'clock'>, kid: string): Promise<void> {
  const now = tools.clock.now().toString();
  await tools.db
    .withTables<DocumentTables>()
    .updateTable('platform.document_keys')
    .set((row) => ({ retired_at: row.fn.coalesce('retired_at', row.val(now)) as never, distrusted_at: now }))
    .where('kid', '=', kid)
    .execute();
}
