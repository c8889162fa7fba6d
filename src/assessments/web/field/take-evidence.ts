/** Files that came with the form of a sheet. */
import type { FieldError } from '../../../design/index.ts';
import { FILE_REFUSALS, type FileRefusal } from '../../../platform/files/take-file.ts';
import type { Form } from '../../../platform/http/form.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { addEvidence } from '../../actions/add-evidence.ts';
import { FIELD_REFUSALS, type RefusalCode } from '../../rules/field-refusals.ts';
import type { SheetKey } from '../../rules/filling.ts';
import type { Asked } from './opened.ts';
import type { QuestionShape } from './shapes.ts';
import { INPUTS } from './typed-sheet.ts';

/** Each costs a picture's worth of computing; a day in seven offices brings some hundreds. */
const FILES_AN_HOUR = 400;

/** Keeps each file by itself. @returns what is wrong with those that were not kept */
export async function takeEvidence(
  asked: Asked,
  key: SheetKey,
  questions: readonly QuestionShape[],
  form: Form,
): Promise<FieldError[]> {
  const { tools, actor, words, language } = asked;
  const why = { 'too-large': words.sheet.tooLarge, 'too-many': words.sheet.tooMany, empty: words.sheet.empty };
  const errors: FieldError[] = form.refusedUploads.map(({ field, name, reason }) => ({
    field,
    message: words.sheet.file(name, why[reason]),
  }));
  for (const { code } of questions) {
    const field = INPUTS.files(code);
    for (const upload of form.uploads(field)) {
      await mayUpload(asked);
      const caption = form.text(INPUTS.caption(code)) || null;
      const added = await addEvidence(tools, actor, { ...key, indicator: code, bytes: await upload.bytes(), caption });
      if (!added.ok) errors.push({ field, message: words.sheet.file(upload.name, refusalText(added.refusal, language)) });
    }
  }
  return errors;
}

/** Counts a file against the hour's allowance. @throws RefusedRequest */
export async function mayUpload({ tools, actor, now }: Pick<Asked, 'tools' | 'actor' | 'now'>): Promise<void> {
  const key = actor.personId;
  const counted = await allow(tools, { bucket: 'field-file', key, limit: FILES_AN_HOUR, windowSeconds: 3600, now });
  if (!counted.allowed) throw new RefusedRequest('too-often', counted.retryAfterSeconds);
}

export function refusalText(code: RefusalCode | FileRefusal, language: 'id' | 'en'): string {
  return (code in FILE_REFUSALS ? FILE_REFUSALS[code as FileRefusal] : FIELD_REFUSALS[code as RefusalCode])[language];
}
