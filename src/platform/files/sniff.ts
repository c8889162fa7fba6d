import { fileTypeFromBuffer } from 'file-type';

/** What an accepted file is good for: pictures are re-encoded, everything else is kept as it came. */
export type FileKind = 'picture' | 'document' | 'audio' | 'video';

export interface FileType {
  readonly kind: FileKind;
  readonly mediaType: string;
  /** With the dot; names given by senders lie. */
  readonly extension: string;
}

const type = (kind: FileKind, mediaType: string, extension: string): FileType => ({ kind, mediaType, extension });

const JPEG = type('picture', 'image/jpeg', '.jpg');
const PNG = type('picture', 'image/png', '.png');
const GIF = type('picture', 'image/gif', '.gif');
const WEBP = type('picture', 'image/webp', '.webp');
const M4A = type('audio', 'audio/mp4', '.m4a');
const OGG = type('audio', 'audio/ogg', '.ogg');
// The decoder of telephone HEIC pictures is patented and not in our image library, so they cannot be re-encoded or shown: like a PDF they
// stay as they came. Browsers send JPEG instead when the form asks for it.
const HEIC = type('document', 'image/heic', '.heic');

/** By what the content turns out to be. What is not in this list is not accepted. */
const ALLOWED: Readonly<Record<string, FileType>> = {
  'image/jpeg': JPEG,
  'image/png': PNG,
  'image/apng': PNG,
  'image/gif': GIF,
  'image/webp': WEBP,
  'image/heic': HEIC,
  'image/heif': HEIC,
  'application/pdf': type('document', 'application/pdf', '.pdf'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': type(
    'document',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    '.docx',
  ),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': type(
    'document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    '.xlsx',
  ),
  'application/vnd.oasis.opendocument.text': type('document', 'application/vnd.oasis.opendocument.text', '.odt'),
  'audio/mpeg': type('audio', 'audio/mpeg', '.mp3'),
  'audio/mp4': M4A,
  'audio/x-m4a': M4A,
  'audio/ogg': OGG,
  'audio/opus': OGG,
  'video/mp4': type('video', 'video/mp4', '.mp4'),
  'video/x-m4v': type('video', 'video/mp4', '.mp4'),
  'video/3gpp': type('video', 'video/3gpp', '.3gp'),
  'video/webm': type('video', 'video/webm', '.webm'),
  // What iPhones film.
  'video/quicktime': type('video', 'video/quicktime', '.mov'),
};

const PLAIN_TEXT = type('document', 'text/plain', '.txt');

/** What a file is, by its content alone; `undefined` when it is nothing we accept. */
export async function sniff(bytes: Uint8Array): Promise<FileType | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return ALLOWED[found.mime.split(';', 1)[0] ?? ''];
  return isPlainText(bytes) ? PLAIN_TEXT : undefined;
}

/** The extension, with the dot, of an accepted media type; empty for any other. */
export function extensionFor(mediaType: string): string {
  if (mediaType === PLAIN_TEXT.mediaType) return PLAIN_TEXT.extension;
  return Object.values(ALLOWED).find((each) => each.mediaType === mediaType)?.extension ?? '';
}

/** Text that no browser could take for a page or a script, whatever name it carries. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text) && !/^\s*(<|#!|%!|\{\\rtf)/.test(text);
}

/** For the `accept` attribute of file inputs. */
export const ACCEPTED_EXTENSIONS: readonly string[] = [
  ...new Set([...Object.values(ALLOWED).map((allowed) => allowed.extension), '.jpeg', PLAIN_TEXT.extension]),
];
