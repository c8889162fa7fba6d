/** Files of a report being written: looked at, cleaned and stored the moment they arrive, so that an error elsewhere loses none. */
import type { FieldError } from '../../../design/index.ts';
import { UPLOAD_LIMITS } from '../../../platform/files/limits.ts';
import { FILE_REFUSALS, removeFile, type StoredFile, takeFile } from '../../../platform/files/take-file.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { Form, Upload } from '../../../platform/http/form.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import type { IntakeDraft, IntakeFile } from '../../actions/intake/keep-intake.ts';
import type { IntakeSite } from './site.ts';

const UPLOADS_AN_HOUR = 120;
export const MOST_FILES = UPLOAD_LIMITS.files.value;

/** Which input fills which part of the draft. */
export const UPLOAD_INPUTS = { files: 'files', idCard: 'idCard' } as const;

/** Who asks, and in which words refusals are told. */
export type UploadAsker = Pick<IntakeSite, 'c' | 'tools' | 'language' | 'words' | 'now'>;

export interface Taken {
  readonly files: readonly IntakeFile[];
  readonly errors: readonly FieldError[];
}

/** Takes what came with a form under one input. A caller that does not keep them removes them again. */
export async function takeUploads(site: UploadAsker, form: Form, field: string, room: number): Promise<Taken> {
  const { words } = site;
  const errors: FieldError[] = form.refusedUploads
    .filter((each) => each.field === field && each.reason !== 'empty')
    .map((each) => ({ field, message: each.reason === 'too-many' ? words.tooMany : words.tooLarge }));
  const uploads = form.uploads(field).filter((upload) => upload.size > 0);
  if (uploads.length > room) errors.push({ field, message: words.tooMany });
  const files: IntakeFile[] = [];
  for (const upload of uploads.slice(0, room)) {
    await mayUpload(site);
    const taken = await takeFile(site.tools, await upload.bytes());
    if (taken.ok) files.push(kept(site, upload, taken.value));
    else errors.push({ field, message: FILE_REFUSALS[taken.refusal][site.language] });
  }
  return { files, errors };
}

/** Puts taken files into the draft; what another tab has filled meanwhile is left out and removed. */
export function withFiles(draft: IntakeDraft, field: string, files: readonly IntakeFile[]): IntakeDraft {
  if (field === UPLOAD_INPUTS.idCard) return { ...draft, idCopy: files[0] ?? draft.idCopy };
  return { ...draft, files: [...draft.files, ...files].slice(0, MOST_FILES) };
}

export function withoutFile(draft: IntakeDraft, id: string): IntakeDraft {
  return {
    ...draft,
    files: draft.files.filter((file) => file.id !== id),
    idCopy: draft.idCopy?.id === id ? null : draft.idCopy,
  };
}

export async function dropTaken(site: UploadAsker, files: readonly IntakeFile[], draft: IntakeDraft): Promise<void> {
  const keys = new Set([...draft.files, draft.idCopy].map((file) => file?.storeKey));
  for (const file of files) if (!keys.has(file.storeKey)) await removeFile(site.tools, file.storeKey);
}

async function mayUpload({ c, tools, now }: UploadAsker): Promise<void> {
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'case-upload',
    key: clientAddress(c),
    limit: UPLOADS_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}

function kept({ tools }: UploadAsker, upload: Upload, stored: StoredFile): IntakeFile {
  return {
    id: tools.random.id(),
    name: upload.name.slice(0, 200),
    mediaType: stored.mediaType,
    isImage: stored.kind === 'picture',
    bytes: stored.size,
    sha256: stored.sha256,
    storeKey: stored.key,
    thumbnailKey: stored.picture?.thumbnailKey ?? null,
    width: stored.picture?.width ?? null,
    height: stored.picture?.height ?? null,
  };
}
