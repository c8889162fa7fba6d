/** Cases on their way between offices of the Ombudsman. */
import { type Selectable, sql } from 'kysely';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Stage } from '../../rules/case.transitions.ts';
import type { TransferKind, TransferState } from '../../rules/verification/transfer-kinds.ts';
import type { TransfersTable, VerificationTables } from './tables.ts';

export interface Transfer {
  readonly caseId: string;
  readonly id: string;
  readonly kind: TransferKind;
  readonly fromOfficeId: string;
  readonly toOfficeId: string;
  readonly fromStage: Stage;
  readonly reason: string;
  /** Prior coordination: with whom, when, what was agreed. */
  readonly agreedWith: string;
  readonly agreedOn: Day;
  readonly agreement: string;
  readonly proposedBy: string;
  readonly proposedAt: Moment;
  readonly state: TransferState;
  readonly decidedBy: string | null;
  readonly decidedAt: Moment | null;
  readonly decisionReason: string;
}

function toTransfer(row: Selectable<TransfersTable>): Transfer {
  return {
    caseId: row.case_id,
    id: row.id,
    kind: row.kind,
    fromOfficeId: row.from_office_id,
    toOfficeId: row.to_office_id,
    fromStage: row.from_stage,
    reason: row.reason,
    agreedWith: row.agreed_with,
    agreedOn: row.agreed_on,
    agreement: row.agreement,
    proposedBy: row.proposed_by,
    proposedAt: row.proposed_at,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    decisionReason: row.decision_reason,
  };
}

export async function insertTransfer(tx: Tx, transfer: Transfer): Promise<void> {
  await tx
    .withTables<VerificationTables>()
    .insertInto('casework.transfers')
    .values({
      case_id: transfer.caseId,
      id: transfer.id,
      kind: transfer.kind,
      from_office_id: transfer.fromOfficeId,
      to_office_id: transfer.toOfficeId,
      from_stage: transfer.fromStage,
      reason: transfer.reason,
      agreed_with: transfer.agreedWith,
      agreed_on: transfer.agreedOn.toString(),
      agreement: transfer.agreement,
      proposed_by: transfer.proposedBy,
      proposed_at: transfer.proposedAt.toString(),
      state: 'proposed',
      decided_by: null,
      decided_at: null,
      decision_reason: '',
    })
    .execute();
}

/** The newest first. */
export async function transfersOf(db: Db | Tx, caseId: string): Promise<readonly Transfer[]> {
  const rows = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.transfers')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toTransfer);
}

export async function transferById(db: Db | Tx, id: string): Promise<Transfer | undefined> {
  const row = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.transfers')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row && toTransfer(row);
}

/** Waiting for the word of these offices, the oldest first. */
export async function transfersTo(db: Db | Tx, officeIds: readonly string[], limit: number): Promise<readonly Transfer[]> {
  if (officeIds.length === 0) return [];
  const rows = await db
    .withTables<VerificationTables>()
    .selectFrom('casework.transfers')
    .selectAll()
    .where('to_office_id', '=', sql<string>`ANY (${[...officeIds]}::uuid[])`)
    .where('state', '=', 'proposed')
    .orderBy('proposed_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toTransfer);
}

/** @returns `false` when it was answered already */
export async function decideTransfer(
  tx: Tx,
  transfer: Pick<Transfer, 'caseId' | 'id'>,
  decided: {
    readonly state: Exclude<TransferState, 'proposed'>;
    readonly by: string;
    readonly at: Moment;
    readonly reason: string;
  },
): Promise<boolean> {
  const done = await tx
    .withTables<VerificationTables>()
    .updateTable('casework.transfers')
    .set({ state: decided.state, decided_by: decided.by, decided_at: decided.at.toString(), decision_reason: decided.reason })
    .where('case_id', '=', transfer.caseId)
    .where('id', '=', transfer.id)
    .where('state', '=', 'proposed')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
