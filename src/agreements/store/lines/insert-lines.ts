/** New lines of a plan, all in one statement. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';
import { lineRow } from '../rows.ts';
import { append, type Saving } from '../save.ts';
import type { AgreementTables } from '../tables.ts';

export async function insertLines(tools: Tools, tx: Tx, lines: readonly Line[], saving: Saving): Promise<void> {
  const [first] = lines;
  if (!first) return;
  // PostgreSQL takes 65,535 parameters in a statement; a line has about fifty.
  for (let from = 0; from < lines.length; from += 500) {
    const rows = lines.slice(from, from + 500).map((line) => lineRow(line, saving.at));
    await tx.withTables<AgreementTables>().insertInto('agreements.lines').values(rows).execute();
  }
  const events = lines.map((line) => ({
    type: 'line-added',
    payload: {
      ...{ line: line.id, ordinal: line.ordinal, programme: line.programme, year: line.year, form: line.form },
      ...{ owner: line.owner.agencyId, startsOn: line.startsOn.toString(), dueOn: line.dueOn.toString() },
      ...{ baseline: line.baseline, targets: [...line.targets], direction: line.direction, budget: line.budgetAmount },
      ...{ item: line.itemId, obligation: line.obligationId, decision: line.decisionId },
    },
  }));
  await append(tools, tx, first.agreementId, events, saving);
}

/** Of two who take the same improvement item or obligation into a line at once, one waits for the other to finish. */
export async function claimSource(tx: Tx, sourceId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`line-source ${sourceId}`}, 0))`.execute(tx as Db);
}

/** @param ids every line of the plan in its new order */
export async function setRanks(tx: Tx, agreementId: string, ids: readonly string[]): Promise<void> {
  await sql`UPDATE agreements.lines l SET rank = o.rank
    FROM unnest(${[...ids]}::uuid[]) WITH ORDINALITY AS o (id, rank)
    WHERE l.agreement_id = ${agreementId}::uuid AND l.id = o.id`.execute(tx as Db);
}
