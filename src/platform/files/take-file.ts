import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { ok, type RefusalCatalogue, type Result, refuse } from '../../kernel/result.ts';
import type { Tools } from '../tools.ts';
import { cleanPicture } from './images.ts';
import { UPLOAD_LIMITS } from './limits.ts';
import { scan } from './scan.ts';
import { getSealed, putSealed } from './seal.ts';
import { type FileKind, sniff } from './sniff.ts';

/** A file as a room keeps it: this goes into the room's row, the bytes lie sealed in the store. */
export interface StoredFile {
  /** Key in the store. */
  readonly key: string;
  readonly kind: FileKind;
  readonly mediaType: string;
  /** With the dot, by what the file is. */
  readonly extension: string;
  /** Bytes as they will be handed out: of a picture those of the re-encoded one. */
  readonly size: number;
  /** SHA-256 of the same bytes, hexadecimal. */
  readonly sha256: string;
  /** Of pictures. */
  readonly picture?: {
    readonly width: number;
    readonly height: number;
    readonly thumbnailKey: string;
    readonly thumbnailMediaType: string;
  };
}

export type FileRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-type-not-accepted'
  | 'picture-too-large'
  | 'picture-unreadable'
  | 'picture-too-many-pixels'
  | 'file-infected'
  | 'file-scan-unavailable';

const MEGABYTES = (bytes: number) => Math.round(bytes / 1024 / 1024);

export const FILE_REFUSALS: RefusalCatalogue<FileRefusal> = {
  'file-empty': {
    kind: 'invalid',
    id: 'Berkas ini kosong. Pilih berkas lain.',
    en: 'This file is empty. Choose another file.',
  },
  'file-too-large': {
    kind: 'invalid',
    id: `Berkas ini lebih besar dari ${MEGABYTES(UPLOAD_LIMITS.fileBytes.value)} MB. Pilih berkas yang lebih kecil.`,
    en: `This file is larger than ${MEGABYTES(UPLOAD_LIMITS.fileBytes.value)} MB. Choose a smaller file.`,
  },
  'file-type-not-accepted': {
    kind: 'invalid',
    id: 'Jenis berkas ini tidak dapat diterima. Kirim foto (JPG, PNG, WebP, GIF), PDF, DOCX, XLSX, ODT, TXT, rekaman suara, atau video.',
    en: 'This type of file cannot be accepted. Send a photo (JPG, PNG, WebP, GIF), PDF, DOCX, XLSX, ODT, TXT, a sound recording or a video.',
  },
  'picture-too-large': {
    kind: 'invalid',
    id: `Gambar ini lebih besar dari ${MEGABYTES(UPLOAD_LIMITS.imageBytes.value)} MB. Perkecil gambar, lalu kirim lagi.`,
    en: `This picture is larger than ${MEGABYTES(UPLOAD_LIMITS.imageBytes.value)} MB. Make it smaller and send it again.`,
  },
  'picture-unreadable': {
    kind: 'invalid',
    id: 'Gambar ini rusak atau tidak dapat dibaca. Pilih gambar lain.',
    en: 'This picture is damaged or cannot be read. Choose another picture.',
  },
  'picture-too-many-pixels': {
    kind: 'invalid',
    id: `Ukuran gambar ini melebihi ${UPLOAD_LIMITS.imagePixels.value / 1_000_000} megapiksel. Perkecil gambar, lalu kirim lagi.`,
    en: `This picture has more than ${UPLOAD_LIMITS.imagePixels.value / 1_000_000} megapixels. Make it smaller and send it again.`,
  },
  'file-infected': {
    kind: 'invalid',
    id: 'Pemeriksaan menemukan virus dalam berkas ini, sehingga berkas tidak disimpan.',
    en: 'A virus was found in this file, so it was not kept.',
  },
  'file-scan-unavailable': {
    kind: 'busy',
    id: 'Berkas ini belum dapat diperiksa terhadap virus. Coba lagi beberapa menit lagi, atau lanjutkan tanpa berkas.',
    en: 'This file cannot be checked for viruses right now. Try again in a few minutes, or go on without it.',
  },
};

/**
 * Takes a file from outside: looks what it really is, has it scanned where a scanner is set, makes pictures anew (without place, time and
 * device), seals it and stores it under a new key. Nothing of a refused file stays.
 *
 * It touches no table. A caller that fails to record the file removes it again with `removeFile`.
 */
export async function takeFile(
  tools: Pick<Tools, 'files' | 'keys' | 'random' | 'settings'>,
  bytes: Uint8Array,
): Promise<Result<StoredFile, FileRefusal>> {
  if (bytes.length === 0) return refuse('file-empty');
  if (bytes.length > UPLOAD_LIMITS.fileBytes.value) return refuse('file-too-large');
  const type = await sniff(bytes);
  if (type === undefined) return refuse('file-type-not-accepted');
  if (tools.settings.clamdUrl !== null) {
    const outcome = await scan(tools.settings.clamdUrl, bytes);
    if (outcome !== 'clean') return refuse(outcome === 'infected' ? 'file-infected' : 'file-scan-unavailable');
  }

  const key = `uploads/${tools.random.id()}`;
  if (type.kind !== 'picture') {
    await putSealed(tools, key, bytes);
    return ok({ key, ...type, size: bytes.length, sha256: sha256(bytes) });
  }
  if (bytes.length > UPLOAD_LIMITS.imageBytes.value) return refuse('picture-too-large');
  const cleaned = await cleanPicture(bytes);
  if (!cleaned.ok) return cleaned;
  const { picture, thumbnail } = cleaned.value;
  const thumbnailKey = `${key}.thumbnail`;
  await putSealed(tools, thumbnailKey, thumbnail.bytes);
  await putSealed(tools, key, picture.bytes);
  return ok({
    key,
    kind: 'picture',
    mediaType: picture.mediaType,
    extension: picture.mediaType === 'image/webp' ? '.webp' : '.jpg',
    size: picture.bytes.length,
    sha256: sha256(picture.bytes),
    picture: { width: picture.width, height: picture.height, thumbnailKey, thumbnailMediaType: thumbnail.mediaType },
  });
}

/** The bytes of a stored file (or of a thumbnail, by its key), decrypted as they are read. */
export function openFile(tools: Pick<Tools, 'files' | 'keys' | 'random'>, key: string): Promise<Readable> {
  return getSealed(tools, key);
}

/** Removes a stored file and its thumbnail, if it has one. */
export async function removeFile(tools: Pick<Tools, 'files'>, key: string): Promise<void> {
  await tools.files.remove(key);
  await tools.files.remove(`${key}.thumbnail`);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
