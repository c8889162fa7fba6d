import type { Tx } from '../../../platform/database/database.ts';
import type { AgreementTables } from '../tables.ts';

/** Minutes both sides stand by may be read by everyone. */
export async function publishFile(tx: Tx, agreementId: string, fileId: string): Promise<void> {
  await tx
    .withTables<AgreementTables>()
    .updateTable('agreements.files')
    .set({ is_public: true })
    .where('agreement_id', '=', agreementId)
    .where('id', '=', fileId)
    .execute();
}
