/**
 * Files that go with what a complainant writes. They are kept as soon as they arrive, under a draft that only who has this complaint
 * open can use, so that an error in the text or in one file loses none of the others. Unused ones expire with the draft.
 */
import { timingSafeEqual } from 'node:crypto';
import { type FieldError, FileUpload, Hidden } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { UPLOAD_LIMITS } from '../../../platform/files/limits.ts';
import { ACCEPTED_EXTENSIONS } from '../../../platform/files/sniff.ts';
import { FILE_REFUSALS, removeFile, takeFile } from '../../../platform/files/take-file.ts';
import type { Form, Upload } from '../../../platform/http/form.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { keyedHash } from '../../../platform/keyed-hash.ts';
import { acceptedFile } from '../../actions/keep-draft.ts';
import { insertDraft, loadDraft } from '../../store/drafts.ts';
import { type AcceptedFile, draftFiles, insertDraftFile, removeDraftFile } from '../../store/files.ts';
import { aboutFile } from '../telling/file-names.ts';
import type { Opened } from './opened.ts';

const HOURS = 24;
const UPLOADS_AN_HOUR = 60;

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
  const { tools, words } = opened;
  const errors: FieldError[] = form.refusedUploads
    .filter((each) => each.reason !== 'empty')
    .map((each) => ({ field: 'files', message: words.refusedUpload[each.reason === 'too-many' ? 'many' : 'large'] }));
  let draftId = await ownDraft(opened, form.text('draft'));
  const removed = form.text('remove');
  if (draftId && isUuid(removed)) {
    const gone = await removeDraftFile(tools.db, draftId, removed);
    if (gone) await removeFile(tools, gone.storeKey);
  }
  const uploads = form.uploads('files').filter((upload) => upload.size > 0);
  if (uploads.length > 0) {
    draftId ??= await newDraft(opened);
    const room = Math.max(0, UPLOAD_LIMITS.files.value - (await draftFiles(tools.db, draftId)).length);
    for (const upload of uploads.slice(0, room)) errors.push(...(await takeOne(opened, draftId, upload)));
    if (uploads.length > room) errors.push({ field: 'files', message: words.refusedUpload.many });
  }
  return { draftId, files: draftId ? await draftFiles(tools.db, draftId) : [], errors };
}

async function takeOne(opened: Opened, draftId: string, upload: Upload): Promise<FieldError[]> {
  const { tools, language, now, complaint } = opened;
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'follow-upload',
    key: complaint.id,
    limit: UPLOADS_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const taken = await takeFile(tools, await upload.bytes());
  if (!taken.ok) return [{ field: 'files', message: FILE_REFUSALS[taken.refusal][language] }];
  await insertDraftFile(tools.db, draftId, acceptedFile(tools.random.id(), taken.value), now);
  return [];
}

/** What such a draft holds instead of a citizen's sealed words: whose it is, and nothing anyone could read. */
function mark({ tools, complaint }: Opened): Buffer {
  return keyedHash(tools.keys, 'follow-draft', complaint.id);
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
export function Attachments({ opened, attached }: { opened: Opened; attached: Attached }) {
  const { words, language, complaint } = opened;
  return (
    <>
      {attached.draftId && <Hidden name="draft" value={attached.draftId} />}
      <FileUpload
        name="files"
        label={words.filesLabel}
        hint={complaint.anonymous ? `${words.filesHint} ${words.attachedAnonymous}` : words.filesHint}
        optional
        accept={ACCEPTED_EXTENSIONS.join(',')}
        uploaded={attached.files.map((file, index) => ({
          id: file.id,
          name: words.attachedFile(index + 1),
          about: aboutFile(file, language),
        }))}
      />
    </>
  );
}
