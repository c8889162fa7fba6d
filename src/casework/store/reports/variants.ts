/** Redacted variants of case files, what was decided about each piece, and who took a file out. */
import type { Selectable } from 'kysely';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { ChoiceOrder, VariantAudience } from '../../rules/reports/variant.ts';
import type { CaseReportTables } from './tables.ts';

export interface Variant {
  readonly caseId: string;
  readonly id: string;
  readonly title: string;
  readonly audience: VariantAudience;
  readonly madeBy: string;
  readonly createdAt: Moment;
}

/** The redacted version of a piece, sealed in the file store. */
export interface RedactedVersion {
  readonly storeKey: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Hexadecimal, as that of the original. */
  readonly sha256: string;
  readonly madeHow: 'passages' | 'uploaded';
  /** How many passages were taken out. */
  readonly passages: number | null;
}

export interface KeptChoice extends ChoiceOrder {
  readonly pieceKey: string;
  readonly byId: string;
  readonly at: Moment;
  /** Of the piece as it was decided about; `null` for texts. */
  readonly originalSha256: string | null;
  readonly version: RedactedVersion | null;
}

const on = (db: Db | Tx) => db.withTables<CaseReportTables>();

export async function insertVariant(tx: Tx, variant: Variant): Promise<void> {
  const { caseId, id, title, audience, madeBy, createdAt } = variant;
  await on(tx)
    .insertInto('casework.variants')
    .values({ case_id: caseId, id, title, audience, made_by: madeBy, created_at: createdAt.toString() })
    .execute();
}

const toVariant = (row: Selectable<CaseReportTables['casework.variants']>): Variant => ({
  ...{ caseId: row.case_id, id: row.id, title: row.title, audience: row.audience },
  ...{ madeBy: row.made_by, createdAt: row.created_at },
});

/** The newest first. */
export async function variantsOf(db: Db | Tx, caseId: string): Promise<readonly Variant[]> {
  const rows = await on(db)
    .selectFrom('casework.variants')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toVariant);
}

export async function loadVariant(db: Db | Tx, caseId: string, id: string): Promise<Variant | undefined> {
  const row = await on(db)
    .selectFrom('casework.variants')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toVariant(row);
}

/** By the key of the piece. */
export async function choicesOf(db: Db | Tx, variant: Pick<Variant, 'caseId' | 'id'>): Promise<ReadonlyMap<string, KeptChoice>> {
  const rows = await on(db)
    .selectFrom('casework.variant_choices')
    .selectAll()
    .where('case_id', '=', variant.caseId)
    .where('variant_id', '=', variant.id)
    .execute();
  return new Map(rows.map((row) => [row.piece_key, toChoice(row)]));
}

function toChoice(row: Selectable<CaseReportTables['casework.variant_choices']>): KeptChoice {
  const { store_key: storeKey, media_type: mediaType, bytes, sha256, made_how: madeHow, passages } = row;
  return {
    ...{ pieceKey: row.piece_key, choice: row.choice, reason: row.reason, basis: row.basis, byId: row.by_id, at: row.at },
    originalSha256: row.original_sha256?.toString('hex') ?? null,
    version:
      storeKey === null || mediaType === null || bytes === null || sha256 === null || madeHow === null
        ? null
        : { storeKey, mediaType, bytes, sha256: sha256.toString('hex'), madeHow, passages },
  };
}

/** The later decision about a piece takes the place of the earlier one; the events of the case keep both. */
export async function saveChoice(tx: Tx, variant: Pick<Variant, 'caseId' | 'id'>, choice: KeptChoice): Promise<void> {
  const { version } = choice;
  const columns = {
    ...{ choice: choice.choice, reason: choice.reason, basis: choice.basis, by_id: choice.byId, at: choice.at.toString() },
    original_sha256: choice.originalSha256 === null ? null : Buffer.from(choice.originalSha256, 'hex'),
    ...{ store_key: version?.storeKey ?? null, media_type: version?.mediaType ?? null, bytes: version?.bytes ?? null },
    sha256: version ? Buffer.from(version.sha256, 'hex') : null,
    ...{ made_how: version?.madeHow ?? null, passages: version?.passages ?? null },
  };
  await on(tx)
    .insertInto('casework.variant_choices')
    .values({ case_id: variant.caseId, variant_id: variant.id, piece_key: choice.pieceKey, ...columns })
    .onConflict((conflict) => conflict.columns(['case_id', 'variant_id', 'piece_key']).doUpdateSet(columns))
    .execute();
}

export interface TakenBundle {
  readonly id: string;
  readonly caseId: string;
  readonly variantId: string | null;
  readonly form: 'zip' | 'pdf';
  readonly pieces: number;
  readonly bytes: number;
  readonly madeBy: string;
  readonly at: Moment;
}

export async function insertBundle(tx: Tx, one: TakenBundle): Promise<void> {
  await on(tx)
    .insertInto('casework.bundles')
    .values({
      ...{ case_id: one.caseId, id: one.id, variant_id: one.variantId, form: one.form, pieces: one.pieces },
      ...{ bytes: one.bytes, made_by: one.madeBy, at: one.at.toString() },
    })
    .execute();
}

/** The latest first. */
export async function bundlesOf(db: Db | Tx, caseId: string, limit: number): Promise<readonly TakenBundle[]> {
  const rows = await on(db)
    .selectFrom('casework.bundles')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, caseId: row.case_id, variantId: row.variant_id, form: row.form, pieces: row.pieces, bytes: row.bytes },
    ...{ madeBy: row.made_by, at: row.at },
  }));
}
