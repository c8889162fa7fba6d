/** The table of services as CSV, streamed: a page of rows in memory, however long the table. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { agenciesByIds } from '../../directory/index.ts';
import type { Day } from '../../kernel/time.ts';
import type { Db } from '../../platform/database/database.ts';
import { completeness } from '../rules/completeness.ts';
import { OFFICER_COLUMNS, PUBLIC_COLUMNS } from '../rules/table-columns.ts';
import { cellsOf } from '../rules/table-row.ts';
import { type ExportedService, exportedLatest, exportedPublic } from '../store/exported.ts';

export interface ExportOrder {
  /** These agencies and everything below them; `null` = all. */
  readonly agencyIds: readonly string[] | null;
  /** `public`: what is in force, the 6 components; `officer`: the latest version, all 14. */
  readonly reader: 'public' | 'officer';
  readonly day: Day;
}

const PAGE = 200;

/** UTF-8 with a byte order mark and semicolons, which an Indonesian spreadsheet opens by a double click. */
export function exportTable(db: Db, order: ExportOrder): Readable {
  const columns = order.reader === 'public' ? PUBLIC_COLUMNS : OFFICER_COLUMNS;
  const writer = stringify({ header: true, columns: [...columns], delimiter: ';', bom: true, record_delimiter: 'windows' });
  return Readable.from(rows(db, order)).compose(writer) as unknown as Readable;
}

async function* rows(db: Db, order: ExportOrder): AsyncGenerator<Readonly<Record<string, string>>> {
  let after: string | undefined;
  do {
    const page: readonly ExportedService[] = await (order.reader === 'public'
      ? exportedPublic(db, { agencyIds: order.agencyIds, after, limit: PAGE, day: order.day })
      : exportedLatest(db, { agencyIds: order.agencyIds, after, limit: PAGE }));
    const agencies = await agenciesByIds(
      db,
      page.map(({ service }) => service.agencyId),
    );
    for (const { service, version } of page) {
      const agency = agencies.get(service.agencyId);
      const judged = completeness(version.standard);
      const stated = order.reader === 'public' ? judged.delivery.stated : judged.all.stated;
      yield cellsOf({ number: service.number, agencyCode: agency?.code ?? '', agencyName: agency?.name ?? '' }, version, stated);
    }
    after = page.length < PAGE ? undefined : page.at(-1)?.service.number;
  } while (after !== undefined);
}
