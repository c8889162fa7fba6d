/** What was said when a case came in, and what one client secret has brought. */
import { sql } from 'kysely';
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { IntakeTables } from './tables.ts';

/** A consent as it was given: the very text that was read. */
export interface Consent {
  readonly version: string;
  readonly language: Language;
  readonly text: string;
  readonly at: Moment;
}

/** Statements of the reporter, as working text; `null` = not asked or not said. */
export interface Intake {
  readonly complained: boolean | null;
  readonly complainedHow: string | null;
  readonly beforeCourt: boolean | null;
  readonly reportedBefore: boolean | null;
  readonly respondentNamed: string | null;
  readonly place: string | null;
  readonly rapidReason: string | null;
  readonly advice: string | null;
  readonly consent: Consent | null;
}

export const NOTHING_SAID: Intake = {
  complained: null,
  complainedHow: null,
  beforeCourt: null,
  reportedBefore: null,
  respondentNamed: null,
  place: null,
  rapidReason: null,
  advice: null,
  consent: null,
};

export async function insertIntake(tx: Tx, caseId: string, intake: Intake): Promise<void> {
  await tx
    .withTables<IntakeTables>()
    .insertInto('casework.intakes')
    .values({
      case_id: caseId,
      complained: intake.complained,
      complained_how: intake.complainedHow,
      before_court: intake.beforeCourt,
      reported_before: intake.reportedBefore,
      respondent_named: intake.respondentNamed,
      place: intake.place,
      rapid_reason: intake.rapidReason,
      advice: intake.advice,
      consent_version: intake.consent?.version ?? null,
      consent_language: intake.consent?.language ?? null,
      consent_text: intake.consent?.text ?? null,
      consented_at: intake.consent?.at.toString() ?? null,
    })
    .execute();
}

/** Nothing said, for a case that came in another way (own initiative). */
export async function intakeOf(db: Db | Tx, caseId: string): Promise<Intake> {
  const row = await db
    .withTables<IntakeTables>()
    .selectFrom('casework.intakes')
    .selectAll()
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (!row) return NOTHING_SAID;
  return {
    complained: row.complained,
    complainedHow: row.complained_how,
    beforeCourt: row.before_court,
    reportedBefore: row.reported_before,
    respondentNamed: row.respondent_named,
    place: row.place,
    rapidReason: row.rapid_reason,
    advice: row.advice,
    consent:
      row.consent_version === null || row.consented_at === null
        ? null
        : {
            version: row.consent_version,
            language: row.consent_language ?? 'id',
            text: row.consent_text ?? '',
            at: row.consented_at,
          },
  };
}

/**
 * Whether a secret has brought a case before. Called after the transaction's lock on it (`lockSubmission`), or for somebody who comes back
 * with the secret alone.
 */
export async function submittedCase(db: Db | Tx, keyHash: Uint8Array): Promise<string | undefined> {
  const row = await db
    .withTables<IntakeTables>()
    .selectFrom('casework.submissions')
    .select('case_id')
    .where('key_hash', '=', keyHash)
    .executeTakeFirst();
  return row?.case_id;
}

/** Until the transaction ends, a second submit with the same secret waits here. */
export async function lockSubmission(tx: Tx, keyHash: Uint8Array): Promise<void> {
  const key = new DataView(keyHash.buffer, keyHash.byteOffset).getBigInt64(0);
  await sql`SELECT pg_advisory_xact_lock(${key.toString()}::bigint)`.execute(tx);
}

export async function insertSubmission(
  tx: Tx,
  submission: { readonly keyHash: Uint8Array; readonly caseId: string; readonly at: Moment },
): Promise<void> {
  await tx
    .withTables<IntakeTables>()
    .insertInto('casework.submissions')
    .values({ key_hash: submission.keyHash, case_id: submission.caseId, at: submission.at.toString() })
    .execute();
}
