/** The agreements an officer works on as CSV, streamed: a page of them in memory, however long the list. The same columns come in again. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { AGREEMENT_STATE_LABELS } from '../../rules/agreement.transitions.ts';
import { STANDING_LABELS, standingOn } from '../../rules/in-force.ts';
import { TABLE_COLUMN_NAMES } from '../../rules/register/table-columns.ts';
import { type Cells, cellsOf, rowOf } from '../../rules/register/table-row.ts';
import { agreementsFrom, whole } from '../../store/agreements.ts';
import { type AgreementFilter, type Asked, agreementList } from '../../store/register/lists.ts';
import { codesOf } from './row-codes.ts';

const PAGE = 200;

/** UTF-8 with a byte order mark and semicolons, which an Indonesian spreadsheet opens by a double click. */
export function tableWriter() {
  return stringify({ header: true, columns: [...TABLE_COLUMN_NAMES], delimiter: ';', bom: true, record_delimiter: 'windows' });
}

export function exportTable(db: Db, actor: Actor, filter: AgreementFilter, asked: Asked): Readable {
  return Readable.from(rows(db, actor, filter, asked)).compose(tableWriter()) as unknown as Readable;
}

async function* rows(db: Db, actor: Actor, filter: AgreementFilter, asked: Asked): AsyncGenerator<Cells> {
  let after: string | undefined;
  do {
    const page = await agreementList(db, actor, filter, asked, { after, limit: PAGE });
    const ids = page.lines.map(({ id }) => id);
    const found = ids.length === 0 ? [] : await agreementsFrom(db).where('id', '=', sql<string>`ANY (${ids}::uuid[])`).execute();
    const agreements = new Map((await whole(db, found)).map((agreement) => [agreement.id, agreement]));
    const codes = await codesOf(db, [...agreements.values()]);
    for (const id of ids) {
      const agreement = agreements.get(id);
      if (!agreement) continue;
      const standing = standingOn(agreement, dayOf(asked.now, agreement.zone), asked.warnDays);
      yield cellsOf(rowOf(agreement, codes(agreement)), {
        names: agreement.parties.map(({ name }) => name),
        standing: standing === 'not-signed' ? AGREEMENT_STATE_LABELS[agreement.state].id : STANDING_LABELS[standing].id,
      });
    }
    after = page.next ?? undefined;
  } while (after !== undefined);
}
