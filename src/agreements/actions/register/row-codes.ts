/** Codes of what agreements point to, for their rows in a table: agencies, other agreements, scans that are expected. */
import { agenciesByIds } from '../../../directory/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Codes } from '../../rules/register/table-row.ts';
import { agreementCodes, expectedScans } from '../../store/register/imports.ts';

export async function codesOf(db: Db | Tx, agreements: readonly Agreement[]): Promise<(agreement: Agreement) => Codes> {
  const agencies = await agenciesByIds(
    db,
    agreements.flatMap(({ keeperId, parties }) => [keeperId, ...parties.flatMap(({ agencyId }) => agencyId ?? [])]),
  );
  const related = await agreementCodes(
    db,
    agreements.flatMap(({ parentId, predecessorId }) => [parentId, predecessorId].filter((id) => id !== null)),
  );
  const scans = await expectedScans(
    db,
    agreements.map(({ id }) => id),
  );
  return ({ id }) => ({
    agency: (agencyId) => agencies.get(agencyId)?.code ?? '',
    agreement: (agreementId) => related.get(agreementId) ?? '',
    scanName: scans.get(id) ?? '',
  });
}
