/**
 * Changing answers after the field work: by a decision on a reply, or by a published correction. The caller has locked the assessment
 * and looked whether this person may; every change is in the record with what stood there before.
 */
import type { Json } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { SheetRow } from '../rules/assessment.ts';
import type { FieldRefusal } from '../rules/field-refusals.ts';
import { isSameValue, type KeptAnswer, type ReadChange, readChange } from '../rules/filling.ts';
import { type Instrument, PEOPLE_SHEETS } from '../rules/instrument.ts';
import type { AssessmentRefusal } from '../rules/refusals.ts';
import { questionsOn } from '../rules/walk.ts';
import { answersOf, writeAnswers } from '../store/answers.ts';
import { evidenceOf, insertEvidence } from '../store/evidence.ts';
import type { ReplyFile } from '../store/replies.ts';
import { sheetsOf } from '../store/sheets.ts';

export interface Correction {
  readonly unitNo: number;
  readonly sheetNo: number;
  readonly indicator: string;
  /** As written in a form; `n/a` = does not apply, `null` = there is to be no answer (sheets of people alone). */
  readonly value: string | null;
}

export type CorrectionRefusal = AssessmentRefusal | FieldRefusal;

/** Evidence that comes with a correction: the files of the reply, or of who corrects. */
export type CorrectionFile = Omit<ReplyFile, 'replyId'>;

export interface Corrected {
  /** How many answers are other now than they were. */
  readonly changed: number;
  readonly events: readonly Json[];
}

/** Writes on the sheets that count. What says the same as before is left alone. */
export async function correctAnswers(
  tools: Pick<Tools, 'random' | 'clock'>,
  tx: Tx,
  instrument: Instrument,
  assessmentId: string,
  corrections: readonly Correction[],
  by: { readonly personId: string; readonly files: readonly CorrectionFile[] },
): Promise<Corrected | { readonly code: CorrectionRefusal; readonly at: Correction }> {
  const sheets = new Map(
    (await sheetsOf(tx, assessmentId, { rating: 1 })).map((sheet) => [`${sheet.unitNo} ${sheet.sheetNo}`, sheet]),
  );
  const events: Json[] = [];
  for (const [place, ofSheet] of Map.groupBy(corrections, (one) => `${one.unitNo} ${one.sheetNo}`)) {
    const sheet = sheets.get(place);
    const [first] = ofSheet as [Correction];
    if (!sheet) return { code: 'assessment.indicator-unknown', at: first };
    const key = { assessmentId, unitNo: sheet.unitNo, rating: 1, sheetNo: sheet.sheetNo } as const;
    const present = new Map((await answersOf(tx, key)).map((answer) => [answer.indicator, answer]));
    const writes: ReadChange[] = [];
    for (const correction of ofSheet) {
      const read = readCorrection(instrument, sheet, present.get(correction.indicator), correction);
      if (typeof read === 'string') return { code: read, at: correction };
      if (!isAsBefore(present.get(read.indicator), read)) writes.push(read);
    }
    if (writes.length === 0) continue;
    await writeAnswers(tx, key, writes, { personId: by.personId, at: tools.clock.now() });
    for (const write of writes) {
      await addMissingEvidence(tools, tx, instrument, sheet, key, write, by);
      events.push({
        unitNo: sheet.unitNo,
        sheetNo: sheet.sheetNo,
        indicator: write.indicator,
        from: valueIn(present.get(write.indicator)),
        to: write.clears ? null : valueIn(write),
      });
    }
  }
  return { changed: events.length, events };
}

function readCorrection(
  instrument: Instrument,
  sheet: SheetRow,
  present: KeptAnswer | undefined,
  correction: Correction,
): ReadChange | CorrectionRefusal {
  const isEmpty = correction.value === null || correction.value === '';
  // Of what is seen in documents something can always be said; an interview may turn out not to count.
  if (isEmpty && !PEOPLE_SHEETS.includes(sheet.kind)) return 'assessment.correction-missing';
  const note = isEmpty ? null : (present?.note ?? null);
  return readChange(instrument, sheet.kind, { ...correction, note, baseRevision: present?.revision ?? 0 });
}

function isAsBefore(present: KeptAnswer | undefined, change: ReadChange): boolean {
  if (change.clears) return present === undefined;
  return present !== undefined && isSameValue(present.value, change.value);
}

/** What came with the correction is the evidence of an answer that has none yet. */
async function addMissingEvidence(
  tools: Pick<Tools, 'random' | 'clock'>,
  tx: Tx,
  instrument: Instrument,
  sheet: SheetRow,
  key: { readonly assessmentId: string; readonly unitNo: number; readonly rating: 1; readonly sheetNo: number },
  write: ReadChange,
  by: { readonly personId: string; readonly files: readonly CorrectionFile[] },
): Promise<void> {
  const asks = questionsOn(instrument, sheet.kind).some(
    ({ indicator }) => indicator.code === write.indicator && indicator.evidence !== 'none',
  );
  if (!asks || PEOPLE_SHEETS.includes(sheet.kind)) return;
  const there = (await evidenceOf(tx, key)).filter((one) => one.indicator === write.indicator);
  for (const file of by.files) {
    if (there.some((one) => one.sha256 === file.sha256)) continue;
    await insertEvidence(tx, {
      id: tools.random.id(),
      key,
      indicator: write.indicator,
      fileKey: file.fileKey,
      thumbnailKey: file.thumbnailKey,
      mediaType: file.mediaType,
      extension: file.extension,
      size: file.size,
      sha256: file.sha256,
      sentSha256: file.sha256,
      takenAt: null,
      place: null,
      caption: null,
      addedBy: by.personId,
      receivedAt: tools.clock.now(),
      withdrawnAt: null,
    });
  }
}

/** `n/a` = does not apply, null = there was none. */
function valueIn(answer: { readonly value: string | null } | undefined): string | null {
  return answer === undefined ? null : (answer.value ?? 'n/a');
}
