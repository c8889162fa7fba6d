/** Answers to the requirements of a case, and what was proposed to the plenary. Both are only added to. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Check } from '../../rules/verification/checks.ts';
import type { Proposal } from '../../rules/verification/plenary.ts';
import type { VerificationTables } from './tables.ts';

/** The newest first. */
export async function checksOf(db: Db | Tx, caseId: string): Promise<readonly Check[]> {
  const rows = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.checks')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('ordinal', 'desc')
    .execute();
  return rows.map(({ case_id: _, ordinal: __, ...check }) => check);
}

/** Call with the case locked: it numbers the answers. */
export async function insertChecks(tx: Tx, caseId: string, checks: readonly Check[]): Promise<void> {
  if (checks.length === 0) return;
  const tables = tx.withTables<VerificationTables>();
  const last = await tables
    .selectFrom('casework.checks')
    .select((eb) => eb.fn.max('ordinal').as('ordinal'))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  await tables
    .insertInto('casework.checks')
    .values(
      checks.map(({ facts, at, ...check }, index) => ({
        case_id: caseId,
        ordinal: (last?.ordinal ?? 0) + index + 1,
        ...check,
        facts: JSON.stringify(facts),
        at: at.toString(),
      })),
    )
    .execute();
}

export interface KeptProposal {
  readonly id: string;
  readonly proposal: Proposal;
  readonly reasons: string;
  /** A reference: person:ID. */
  readonly author: string;
  readonly at: Moment;
}

export async function insertProposal(tx: Tx, caseId: string, proposal: KeptProposal): Promise<void> {
  await tx
    .withTables<VerificationTables>()
    .insertInto('casework.proposals')
    .values({ case_id: caseId, ...proposal, at: proposal.at.toString() })
    .execute();
}

/** What was proposed last; `undefined` when nothing was (an own-initiative investigation begins at the plenary). */
export async function latestProposal(db: Db | Tx, caseId: string): Promise<KeptProposal | undefined> {
  const row = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.proposals')
    .select(['id', 'proposal', 'reasons', 'author', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row;
}
