import { sql } from 'kysely';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { readAnswer } from '../rules/answer-kinds.ts';
import type { SheetRow } from '../rules/assessment.ts';
import { evidenceOffered } from '../rules/filling.ts';
import type { Indicator, Instrument } from '../rules/instrument.ts';
import { questionsOn } from '../rules/walk.ts';
import { chance, inventAnswer } from './invented-answers.ts';

/** A stored picture that stands for all evidence of the examples. */
export interface ExamplePicture {
  readonly key: string;
  readonly thumbnailKey: string | null;
  readonly mediaType: string;
  readonly extension: string;
  readonly size: number;
  readonly sha256: string;
}

export interface ExampleUnit {
  readonly assessmentId: string;
  /** What the invented answers are drawn from, beside unit, sheet and indicator. */
  readonly name: string;
  readonly instrument: Instrument;
  readonly quality: number;
}

/**
 * Fills the sheets of a unit with invented answers, done and with evidence, in four statements and one event: thousands of forms
 * filled in one by one would make everyone wait for the first start.
 */
export async function fillSheets(
  tools: Tools,
  tx: Tx,
  of: ExampleUnit,
  sheets: readonly SheetRow[],
  by: { readonly personId: string; readonly picture: ExamplePicture },
): Promise<void> {
  const at = tools.clock.now().toString();
  const { picture, personId } = by;
  const rows = sheets.flatMap((sheet) =>
    questionsOn(of.instrument, sheet.kind).map(({ indicator }) => ({ sheet, indicator, value: invented(of, sheet, indicator) })),
  );
  const column = <T>(read: (row: (typeof rows)[number]) => T) => rows.map(read);
  const head = (list: readonly (typeof rows)[number][]) => sql`${list.map(({ sheet }) => sheet.unitNo)}::smallint[],
    ${list.map(({ sheet }) => sheet.rating)}::smallint[], ${list.map(({ sheet }) => sheet.sheetNo)}::smallint[],
    ${list.map(({ indicator }) => indicator.code)}::text[]`;
  await sql`
    INSERT INTO assessments.answers (assessment_id, unit_no, rating, sheet_no, indicator, value)
    SELECT ${of.assessmentId}::uuid, * FROM unnest(${head(rows)}, ${column(({ value }) => value)}::numeric[])`.execute(tx);
  const shown = rows.filter(({ indicator }) => indicator.evidence === 'required' && evidenceOffered(indicator));
  await sql`
    INSERT INTO assessments.evidence (assessment_id, file_key, thumbnail_key, media_type, extension, size, sha256, sent_sha256,
      taken_at, caption, added_by, received_at, unit_no, rating, sheet_no, indicator, id)
    SELECT ${of.assessmentId}::uuid, ${picture.key}, ${picture.thumbnailKey}, ${picture.mediaType}, ${picture.extension},
      ${picture.size}::bigint, ${picture.sha256}, ${picture.sha256}, ${at}::timestamptz, 'Contoh bukti', ${personId}::uuid,
      ${at}::timestamptz, * FROM unnest(${head(shown)}, ${shown.map(() => tools.random.id())}::uuid[])`.execute(tx);
  await sql`
    UPDATE assessments.sheets SET done = true, revision = 1, filled_by = ${personId}, filled_at = ${at}
    FROM unnest(${sheets.map((one) => one.unitNo)}::smallint[], ${sheets.map((one) => one.rating)}::smallint[],
      ${sheets.map((one) => one.sheetNo)}::smallint[]) AS filled (unit, rater, number)
    WHERE assessment_id = ${of.assessmentId} AND (unit_no, rating, sheet_no) = (unit, rater, number)`.execute(tx);
  await appendEvents(tools, tx, { kind: 'assessment', id: of.assessmentId }, [
    {
      type: 'sheets.filled',
      at: tools.clock.now(),
      actor: `person:${personId}`,
      payload: { sheets: sheets.length, answered: rows.length, example: true },
    },
  ]);
}

function invented(of: ExampleUnit, sheet: SheetRow, indicator: Indicator): string {
  // Units and indicators differ more than people do.
  const leaning = (chance(of.name, sheet.unitNo, indicator.code) - 0.5) / 6;
  // Two raters mostly see the same.
  const sees = sheet.rating === 2 && chance(of.name, sheet.unitNo, sheet.sheetNo, indicator.code, 'second') < 0.15 ? 'b' : '';
  const luck = chance(of.name, sheet.unitNo, `${sheet.sheetNo}${sees}`, indicator.code);
  const written = inventAnswer(indicator, Math.min(1, Math.max(0, of.quality + leaning)), luck);
  const value = readAnswer(indicator.answer, written);
  if (typeof value !== 'string') throw new Error(`an invented answer does not fit ${indicator.code}`);
  return value;
}
