/** A plan is handed out as a table to fill in. What its lines say now is noted, so that what comes back can be told from what others change meanwhile. */
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { linesOf } from '../../store/lines.ts';
import { noteBases } from '../../store/tables/bases.ts';
import type { ImportFormat } from '../../store/tables/tables.ts';
import { planCsv } from './plan-csv.ts';
import { planLists } from './plan-lists.ts';
import { planWorkbook } from './plan-workbook.ts';

/** Every line that was not dropped. Who may have it decides the caller. */
export async function handOut(tools: Tools, agreement: Agreement, format: ImportFormat, language: Language): Promise<Uint8Array> {
  const at = tools.clock.now();
  const lines = (await linesOf(tools.db, agreement.id)).filter(({ state }) => state !== 'dropped');
  const { lists } = await planLists(tools.db, agreement, lines, dayOf(at, agreement.zone));
  await noteBases(tools.db, agreement.id, lines);
  const plan = { agreement, lines, lists };
  return format === 'xlsx' ? planWorkbook(plan, language, at) : Buffer.from(planCsv(plan, language));
}
