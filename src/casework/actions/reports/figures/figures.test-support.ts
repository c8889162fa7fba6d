/** Cases written straight into the tables, as many and as old as a report needs. */
import { agencyByCode } from '../../../../directory/index.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { TestDatabase } from '../../../../platform/testing/database.ts';
import type { CaseTables } from '../../../store/tables.ts';

export interface WrittenCase {
  readonly access: 'LM' | 'RCO' | 'IAPS' | 'KNL' | 'COPY';
  readonly channel: 'web' | 'counter' | 'letter';
  readonly category: string | null;
  readonly respondents: readonly string[];
  readonly office: string;
  readonly registeredAt: string;
  readonly closedAt: string | null;
  readonly outcome: 'corrected' | 'consulted' | 'no-maladministration' | 'converted' | null;
  readonly leadPersonId?: string;
  readonly stage?: 'examination' | 'plenary';
}

let last = 0;

export async function writeCase(t: TestDatabase, given: WrittenCase): Promise<string> {
  const office = await agencyByCode(t.db, given.office);
  if (!office) throw new Error(given.office);
  const id = t.tools.random.id();
  const agencies = await Promise.all(given.respondents.map((code) => agencyByCode(t.db, code)));
  await inTransaction(t.tools, async (tx) => {
    const tables = tx.withTables<CaseTables>();
    await tables
      .insertInto('casework.cases')
      .values({
        ...{ id, number: `T-${last++}`, version: 1, access: given.access, rule_set: 'PO 58/2023' },
        ...{ stage: given.closedAt === null ? (given.stage ?? 'examination') : 'closed', resume_stage: null },
        ...{ office_id: office.id, office_path: [...office.path], registered_at: given.registeredAt },
        ...{ received_on: given.registeredAt.slice(0, 10), channel: given.channel, registered_by_person_id: null },
        ...{ complaint_id: null, review_id: null, continues_id: null, secret: false, tip: false },
        ...{ title: 'Laporan contoh', account: 'Uraian contoh.', loss: null, wish: null, occurred_on: null },
        ...{ region_code: '51.05', zone: 'Asia/Makassar', category_code: given.category, service_id: null },
        ...{ rapid_criteria: given.access === 'RCO' ? ['emergency' as const] : [], conclusion: null },
        ...{ outcome: given.closedAt === null ? null : (given.outcome ?? 'corrected'), closed_at: given.closedAt },
        ...{ next_due_at: null, updated_at: given.registeredAt, lead_person_id: given.leadPersonId ?? null },
        ...{ respondent_ids: agencies.map((each) => each?.governmentId ?? ''), team_ids: [] },
        ...{ excluded_person_ids: [], excluded_agency_ids: [], is_example: false },
      })
      .execute();
    for (const agency of agencies) {
      if (!agency) throw new Error('no agency');
      await tables
        .insertInto('casework.respondents')
        .values({
          ...{ case_id: id, id: t.tools.random.id(), agency_id: agency.id, government_id: agency.governmentId },
          ...{ agency_path: [...agency.path], position: 'Kepala', superior_agency_id: null, superior_position: '-' },
          ...{ added_at: given.registeredAt, removed_at: null },
        })
        .execute();
    }
  });
  return id;
}
