import type { JWK } from 'jose';
import type { ColumnType } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';

export type DocumentTables = {
  'platform.document_keys': {
    kid: string;
    purpose: 'seal' | 'twin';
    created_at: ColumnType<Moment, string, never>;
    certificate: Buffer | null;
    public_jwk: ColumnType<JWK | null, string | null, never>;
    private_key: Buffer;
    retired_at: ColumnType<Moment | null, string | null, string | null>;
    distrusted_at: ColumnType<Moment | null, string | null, string | null>;
  };
};
