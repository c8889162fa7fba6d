/** The compliance figure of an agency and year, told to the assessments: the instrument of 2025 takes it in as secondary data. */
import { pushSecondary } from '../../../assessments/index.ts';
import { agencyById } from '../../../directory/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Tools } from '../../../platform/tools.ts';
import { shareText } from '../../rules/obligations/compliance.ts';
import { agenciesWith, complianceOf, fallenDue } from '../../store/obligations/compliance.ts';
import { PUSH_ERRAND } from './push-later.ts';

export const COMPLIANCE_MEASURE = 'casework.compliance';

/** `/ombudsman/compliance/51.05?year=2025` */
export const compliancePath = (code: string, year: number): string =>
  `/ombudsman/compliance/${encodeURIComponent(code)}?year=${year}`;

export async function pushCompliance(tools: Tools, agencyId: string, year: number): Promise<void> {
  await inTransaction(tools, async (tx) => {
    const agency = await agencyById(tx, agencyId);
    if (!agency) return;
    const { share, done, counted } = await complianceOf(tx, agencyId, year, tools.clock.now());
    const pushed = await pushSecondary(tools, tx, {
      agencyId,
      year,
      measure: COMPLIANCE_MEASURE,
      value: shareText(share),
      source: `Kewajiban kepada Ombudsman ${year}: ${done} dari ${counted} dilaksanakan (Tuntas)`,
      rowsAt: compliancePath(agency.code, year),
      pushedBy: 'casework',
    });
    if (!pushed.ok) throw new Error('the compliance figure cannot be read as a number');
  });
}

/** Time passes: what fell due in the last days changes a figure without anybody's step. Once a year everything of the last two years besides. */
export async function pushByTime(tools: Tools): Promise<void> {
  const now = tools.clock.now();
  const today = now.toZonedDateTimeISO('Asia/Jakarta').toPlainDate();
  const isNewYear = today.dayOfYear <= 3;
  const lines = isNewYear
    ? await agenciesWith(tools.db, [today.year - 1, today.year])
    : await fallenDue(tools.db, now.subtract({ hours: 72 }), now);
  for (let from = 0; from < lines.length; from += 500) {
    await inTransaction(tools, (tx: Tx) => enqueueAll(tx, lines.slice(from, from + 500)));
  }
}

async function enqueueAll(tx: Tx, lines: readonly { readonly agencyId: string; readonly year: number }[]): Promise<void> {
  for (const { agencyId, year } of lines) {
    await enqueue(tx, { errand: PUSH_ERRAND, payload: { agencyId, year }, key: `compliance:${agencyId}:${year}` });
  }
}
