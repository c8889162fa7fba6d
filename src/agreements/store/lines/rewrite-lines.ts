/** Lines that were written anew, many at a time: rows, what they said before, delays and events, one statement each. */
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';
import type { Rewritten } from '../../rules/lines/rewrite.ts';
import { lineRow } from '../rows.ts';
import { append, type Saving } from '../save.ts';
import type { AgreementTables } from '../tables.ts';
import { insertChanges } from './changes.ts';
import { insertShifts } from './updates.ts';

/** @returns the lines in their next versions; the caller holds their locks */
export async function rewriteLines(
  tools: Tools,
  tx: Tx,
  agreementId: string,
  rewritten: readonly Rewritten[],
  saving: Saving,
): Promise<readonly Line[]> {
  if (rewritten.length === 0) return [];
  const lines = rewritten.map(({ next }): Line => ({ ...next, version: next.version + 1, updatedAt: saving.at }));
  const rows = lines.map((line) => lineRow(line, saving.at));
  const columns = Object.keys(rows[0] as object).filter((name) => name !== 'agreement_id' && name !== 'id');
  await tx
    .withTables<AgreementTables>()
    .insertInto('agreements.lines')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['agreement_id', 'id'])
        .doUpdateSet((line) => Object.fromEntries(columns.map((name) => [name, line.ref(`excluded.${name}` as never)]))),
    )
    .execute();
  await insertChanges(
    tx,
    rewritten.map(({ next, change }) => ({ ...change, agreementId, lineId: next.id })),
  );
  await insertShifts(
    tx,
    agreementId,
    rewritten.flatMap(({ next, shift }) => (shift ? [{ ...shift, lineId: next.id }] : [])),
  );
  await append(
    tools,
    tx,
    agreementId,
    rewritten.map(({ event }) => event),
    saving,
  );
  return lines;
}
