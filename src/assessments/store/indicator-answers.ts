/** What stands behind one indicator of a unit: the answers on its sheets and the evidence. */
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Rating } from '../rules/assessment.ts';
import type { SheetKind } from '../rules/instrument.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { AssessmentTables } from './tables.ts';

export interface IndicatorAnswer {
  readonly indicator: string;
  readonly unitNo: number;
  readonly sheetNo: number;
  readonly kind: SheetKind;
  readonly serviceName: string | null;
  /** As kept; `null` = does not apply; `undefined` = not answered. */
  readonly value: string | null | undefined;
  readonly note: string | null;
}

/** The answers of a unit under a rating, sheet by sheet; sheets without an answer to the indicator are there too. */
export async function indicatorAnswers(
  db: Db | Tx,
  of: { readonly assessmentId: string; readonly unitNo: number; readonly rating: Rating },
  indicators: readonly { readonly code: string; readonly from: SheetKind }[],
): Promise<readonly IndicatorAnswer[]> {
  const tables = db.withTables<AssessmentTables>();
  const sheets = await tables
    .selectFrom('assessments.sheets')
    .select(['sheet_no', 'kind', 'service_name'])
    .where('assessment_id', '=', of.assessmentId)
    .where('unit_no', '=', of.unitNo)
    .where('rating', '=', of.rating)
    .orderBy('sheet_no')
    .execute();
  const answers = await tables
    .selectFrom('assessments.answers')
    .select(['sheet_no', 'indicator', 'value', 'note'])
    .where('assessment_id', '=', of.assessmentId)
    .where('unit_no', '=', of.unitNo)
    .where('rating', '=', of.rating)
    .execute();
  const given = new Map(answers.map((answer) => [`${answer.sheet_no} ${answer.indicator}`, answer]));
  return indicators.flatMap(({ code, from }) =>
    sheets
      .filter((sheet) => sheet.kind === from)
      .map((sheet) => {
        const answer = given.get(`${sheet.sheet_no} ${code}`);
        return {
          indicator: code,
          unitNo: of.unitNo,
          sheetNo: sheet.sheet_no,
          kind: sheet.kind,
          serviceName: sheet.service_name,
          value: answer === undefined ? undefined : answer.value,
          note: answer?.note ?? null,
        };
      }),
  );
}

/** Evidence of a unit behind an indicator, in the order it came. */
export async function indicatorEvidence(
  db: Db | Tx,
  of: { readonly assessmentId: string; readonly unitNo: number; readonly rating: Rating },
): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  return Map.groupBy(await evidenceOf(db, of), (one) => one.indicator);
}
