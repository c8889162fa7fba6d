/** Files of a complaint for readers outside the offices: as a list of links, and their bytes. Who may read which was decided before. */
import { Readable } from 'node:stream';
import { type Attachment, AttachmentList } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import type { ComplaintFile } from '../../store/files.ts';
import { aboutFile, downloadName } from './file-names.ts';

/** @param base the address under which each file lies by its id */
export function FileList(props: {
  files: readonly ComplaintFile[];
  /** All that this reader may open: a file keeps its place among them wherever it is shown. */
  among: readonly ComplaintFile[];
  base: string;
  language: Language;
}) {
  const { language, base } = props;
  const name = { id: 'Berkas', en: 'File' }[language];
  const picture = { id: 'Gambar kecil berkas', en: 'Small picture of file' }[language];
  const links = props.files.map((file): Attachment => {
    const position = props.among.findIndex((each) => each.id === file.id) + 1;
    const thumbnail = file.thumbnailKey ? { src: `${base}/${file.id}/thumbnail`, alt: `${picture} ${position}` } : undefined;
    return { name: `${name} ${position}`, href: `${base}/${file.id}`, about: aboutFile(file, language), thumbnail };
  });
  return links.length === 0 ? null : <AttachmentList files={links} />;
}

/** Hands out one of the files this reader may open, or its thumbnail; anything else is not found. */
export async function answerFileOf(
  c: WebContext,
  trackingNumber: string,
  readable: readonly ComplaintFile[],
  asked: { readonly id: string; readonly thumbnail: boolean },
): Promise<Response> {
  const tools = c.get('tools');
  const position = readable.findIndex((file) => file.id === asked.id) + 1;
  const file = readable[position - 1];
  if (!file) return c.notFound();
  const name = downloadName(showTrackingNumber(trackingNumber), position, file.mediaType);
  if (asked.thumbnail) {
    if (!file.thumbnailKey) return c.notFound();
    const bytes = await readSealed(tools, file.thumbnailKey);
    return answerFile(c, { stream: Readable.from([bytes]), mediaType: file.mediaType, size: bytes.length, name, inline: true });
  }
  const stream = await openFile(tools, file.storeKey);
  return answerFile(c, { stream, mediaType: file.mediaType, size: file.bytes, name, inline: file.isImage });
}
