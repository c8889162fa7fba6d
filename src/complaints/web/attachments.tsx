/**
 * Files that go with what somebody writes on a complaint. They are kept as soon as they arrive, under a draft that only its writer can use,
 * so that an error in the text, a preview or a second upload loses none of them. Unused ones expire with the draft.
 */
import { timingSafeEqual } from 'node:crypto';
import { type FieldError, FileUpload, Hidden } from '../../design/index.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Moment } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { UPLOAD_LIMITS } from '../../platform/files/limits.ts';
import { ACCEPTED_EXTENSIONS } from '../../platform/files/sniff.ts';
import { FILE_REFUSALS, removeFile, takeFile } from '../../platform/files/take-file.ts';
import type { Form, Upload } from '../../platform/http/form.ts';
import { allow } from '../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../platform/http/refused-request.ts';
import type { Tools } from '../../platform/tools.ts';
import { acceptedFile } from '../actions/keep-draft.ts';
import { deleteDraft, insertDraft, loadDraft } from '../store/drafts.ts';
import { type AcceptedFile, draftFiles, insertDraftFile, removeDraftFile } from '../store/files.ts';
import { aboutFile } from './telling/file-names.ts';

/** A working day and a night: long enough for a form left open over lunch, short enough not to keep what nobody sent. */
const HOURS = 24;

/** Who attaches, and how much they may. */
export interface Writer {
  readonly tools: Tools;
  readonly now: Moment;
  readonly language: Language;
  readonly words: { readonly refusedUpload: Readonly<Record<'many' | 'large', string>>; attachedFile(place: number): string };
  /** What the draft holds instead of a citizen's sealed words: whose it is, and nothing anyone could read. */
  readonly mark: Buffer;
  readonly allowance: { readonly bucket: string; readonly key: string; readonly anHour: number };
}

export interface Attached {
  readonly draftId: string | null;
  readonly files: readonly AcceptedFile[];
  readonly errors: readonly FieldError[];
}

export const NOTHING_ATTACHED: Attached = { draftId: null, files: [], errors: [] };

/** Whether the form was only sent to add or remove a file. */
export function onlyMovesFiles(form: Form): boolean {
  return form.has('upload') || form.has('remove');
}

/** Takes what the form brought and gives everything that is attached by now. */
export async function attachAs(writer: Writer, form: Form): Promise<Attached> {
  const { tools, words } = writer;
  const errors: FieldError[] = form.refusedUploads
    .filter((each) => each.reason !== 'empty')
    .map((each) => ({ field: 'files', message: words.refusedUpload[each.reason === 'too-many' ? 'many' : 'large'] }));
  let draftId = await ownDraft(writer, form.text('draft'));
  const removed = form.text('remove');
  if (draftId && isUuid(removed)) {
    const gone = await removeDraftFile(tools.db, draftId, removed);
    if (gone) await removeFile(tools, gone.storeKey);
  }
  const uploads = form.uploads('files').filter((upload) => upload.size > 0);
  if (uploads.length > 0) {
    await mayUpload(writer, uploads.length);
    draftId ??= await newDraft(writer);
    const room = Math.max(0, UPLOAD_LIMITS.files.value - (await draftFiles(tools.db, draftId)).length);
    for (const upload of uploads.slice(0, room)) errors.push(...(await takeOne(writer, draftId, upload)));
    if (uploads.length > room) errors.push({ field: 'files', message: words.refusedUpload.many });
  }
  return { draftId, files: draftId ? await draftFiles(tools.db, draftId) : [], errors };
}

async function mayUpload({ tools, allowance, now }: Writer, count: number): Promise<void> {
  const { bucket, key, anHour: limit } = allowance;
  for (let each = 0; each < count; each += 1) {
    const { allowed, retryAfterSeconds } = await allow(tools, { bucket, key, limit, windowSeconds: 3600, now });
    if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  }
}

async function takeOne({ tools, language, now }: Writer, draftId: string, upload: Upload): Promise<FieldError[]> {
  const taken = await takeFile(tools, await upload.bytes());
  if (!taken.ok) return [{ field: 'files', message: FILE_REFUSALS[taken.refusal][language] }];
  await insertDraftFile(tools.db, draftId, acceptedFile(tools.random.id(), taken.value), now);
  return [];
}

async function ownDraft({ tools, now, mark }: Writer, id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const draft = await loadDraft(tools.db, id, now);
  if (!draft || draft.sealed.length !== mark.length) return null;
  return timingSafeEqual(draft.sealed, mark) ? id : null;
}

async function newDraft({ tools, now, mark }: Writer): Promise<string> {
  const id = tools.random.id();
  await inTransaction(tools, (tx) => insertDraft(tx, { id, sealed: mark, expiresAt: now.add({ hours: HOURS }) }, now));
  return id;
}

/** Takes attached files out of their draft before they go with what is written: a draft that outlived that would take the bytes with it. */
export async function detach({ tools }: Pick<Writer, 'tools'>, { draftId }: Attached): Promise<void> {
  if (draftId) await inTransaction(tools, (tx) => deleteDraft(tx, draftId));
}

/** Puts them back under a draft, when what was written is refused. */
export async function reattach(writer: Writer, attached: Attached): Promise<Attached> {
  if (attached.files.length === 0) return attached;
  const draftId = await newDraft(writer);
  for (const file of attached.files) await insertDraftFile(writer.tools.db, draftId, file, writer.now);
  return { ...attached, draftId };
}

/** The chooser with what is attached already. Stands in a `Form multipart`. */
export function AttachmentsOf(props: {
  readonly writer: Pick<Writer, 'words' | 'language'>;
  readonly attached: Attached;
  readonly label: string;
  readonly hint: string;
}) {
  const { writer, attached } = props;
  return (
    <>
      {attached.draftId && <Hidden name="draft" value={attached.draftId} />}
      <FileUpload
        name="files"
        label={props.label}
        hint={props.hint}
        optional
        accept={ACCEPTED_EXTENSIONS.join(',')}
        uploaded={attached.files.map((file, index) => ({
          id: file.id,
          name: writer.words.attachedFile(index + 1),
          about: aboutFile(file, writer.language),
        }))}
      />
    </>
  );
}
