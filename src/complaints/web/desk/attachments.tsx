/**
 * Files that go with what an officer writes. They are kept as soon as they arrive, under a draft only this officer can use for this
 * complaint, so that an error in the text, a preview or a second upload loses none of them. Unused ones expire with the draft.
 */
import { timingSafeEqual } from 'node:crypto';
import { type FieldError, FileUpload, Hidden } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { UPLOAD_LIMITS } from '../../../platform/files/limits.ts';
import { ACCEPTED_EXTENSIONS } from '../../../platform/files/sniff.ts';
import { FILE_REFUSALS, removeFile, type StoredFile, takeFile } from '../../../platform/files/take-file.ts';
import type { Form, Upload } from '../../../platform/http/form.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { keyedHash } from '../../../platform/keyed-hash.ts';
import { insertDraft, loadDraft } from '../../store/drafts.ts';
import { type AcceptedFile, draftFiles, insertDraftFile, removeDraftFile } from '../../store/files.ts';
import { aboutFile } from '../telling/file-names.ts';
import type { Opened } from './opened.tsx';

/** A working day and a night: long enough for a form left open over lunch, short enough not to keep what nobody sent. */
const HOURS = 24;
const UPLOADS_AN_HOUR = 200;

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
export async function attach(opened: Opened, form: Form): Promise<Attached> {
  const { tools } = opened;
  const errors: FieldError[] = form.refusedUploads
    .filter((each) => each.reason !== 'empty')
    .map((each) => ({ field: 'files', message: opened.words.refusedUpload[each.reason === 'too-many' ? 'many' : 'large'] }));
  let draftId = await ownDraft(opened, form.text('draft'));
  const removed = form.text('remove');
  if (draftId && isUuid(removed)) {
    const gone = await removeDraftFile(tools.db, draftId, removed);
    if (gone) await removeFile(tools, gone.storeKey);
  }
  const uploads = form.uploads('files').filter((upload) => upload.size > 0);
  if (uploads.length > 0) {
    await mayUpload(opened, uploads.length);
    draftId ??= await newDraft(opened);
    const room = UPLOAD_LIMITS.files.value - (await draftFiles(tools.db, draftId)).length;
    for (const upload of uploads.slice(0, Math.max(0, room))) errors.push(...(await takeOne(opened, draftId, upload)));
    if (uploads.length > room) errors.push({ field: 'files', message: opened.words.refusedUpload.many });
  }
  return { draftId, files: draftId ? await draftFiles(tools.db, draftId) : [], errors };
}

async function mayUpload({ tools, actor, now }: Opened, count: number): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    const { allowed, retryAfterSeconds } = await allow(tools, {
      bucket: 'desk-upload',
      key: actor.personId,
      limit: UPLOADS_AN_HOUR,
      windowSeconds: 3600,
      now,
    });
    if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  }
}

async function takeOne(opened: Opened, draftId: string, upload: Upload): Promise<FieldError[]> {
  const { tools, language, now } = opened;
  const taken = await takeFile(tools, await upload.bytes());
  if (!taken.ok) return [{ field: 'files', message: FILE_REFUSALS[taken.refusal][language] }];
  await insertDraftFile(tools.db, draftId, accepted(tools.random.id(), taken.value), now);
  return [];
}

function accepted(id: string, stored: StoredFile): AcceptedFile {
  return {
    id,
    mediaType: stored.mediaType,
    isImage: stored.kind === 'picture',
    bytes: stored.size,
    sha256: Buffer.from(stored.sha256, 'hex'),
    storeKey: stored.key,
    thumbnailKey: stored.picture?.thumbnailKey ?? null,
    width: stored.picture?.width ?? null,
    height: stored.picture?.height ?? null,
  };
}

/** What a draft of this officer for this complaint holds instead of a citizen's sealed words. */
function mark({ tools, actor, complaint }: Opened): Buffer {
  return keyedHash(tools.keys, 'desk-draft', `${actor.personId}\n${complaint.id}`);
}

async function ownDraft(opened: Opened, id: string): Promise<string | null> {
  if (!isUuid(id)) return null;
  const draft = await loadDraft(opened.tools.db, id, opened.now);
  const expected = mark(opened);
  if (!draft || draft.sealed.length !== expected.length) return null;
  return timingSafeEqual(draft.sealed, expected) ? id : null;
}

async function newDraft(opened: Opened): Promise<string> {
  const { tools, now } = opened;
  const id = tools.random.id();
  const draft = { id, sealed: mark(opened), expiresAt: now.add({ hours: HOURS }) };
  await inTransaction(tools, (tx) => insertDraft(tx, draft, now));
  return id;
}

/** The chooser with what is attached already. Stands in a `Form multipart`. */
export function Attachments(props: { opened: Opened; attached: Attached; label: string; hint: string }) {
  const { opened, attached } = props;
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
          name: opened.words.attachedFile(index + 1),
          about: aboutFile(file, opened.language),
        }))}
      />
    </>
  );
}
