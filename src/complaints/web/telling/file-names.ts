/** Files have no names of their own here (they may name people): what a reader calls them by. */
import { formatBytes } from '../../../design/index.ts';
import type { Label, Language } from '../../../kernel/language.ts';
import type { AcceptedFile } from '../../store/files.ts';

interface Kind {
  readonly label: Label;
  readonly extension: string;
}

const kind = (id: string, en: string, extension: string): Kind => ({ label: { id, en }, extension });

const KINDS: Readonly<Record<string, Kind>> = {
  'image/jpeg': kind('foto', 'photo', 'jpg'),
  'image/webp': kind('gambar', 'picture', 'webp'),
  'image/png': kind('gambar', 'picture', 'png'),
  'image/heic': kind('foto HEIC', 'HEIC photo', 'heic'),
  'application/pdf': kind('dokumen PDF', 'PDF document', 'pdf'),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': kind('dokumen Word', 'Word document', 'docx'),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': kind('lembar kerja Excel', 'Excel sheet', 'xlsx'),
  'application/vnd.oasis.opendocument.text': kind('dokumen ODT', 'ODT document', 'odt'),
  'audio/mpeg': kind('rekaman suara', 'sound recording', 'mp3'),
  'audio/mp4': kind('rekaman suara', 'sound recording', 'm4a'),
  'audio/ogg': kind('rekaman suara', 'sound recording', 'ogg'),
  'video/mp4': kind('video', 'video', 'mp4'),
  'video/3gpp': kind('video', 'video', '3gp'),
  'video/webm': kind('video', 'video', 'webm'),
  'video/quicktime': kind('video', 'video', 'mov'),
  'text/plain': kind('teks', 'text', 'txt'),
};
const UNKNOWN = kind('berkas', 'file', 'bin');

/** "foto, 240 kB" */
export function aboutFile(file: Pick<AcceptedFile, 'mediaType' | 'bytes'>, language: Language): string {
  return `${(KINDS[file.mediaType] ?? UNKNOWN).label[language]}, ${formatBytes(file.bytes, language)}`;
}

/** "123-456-7890-berkas-2.jpg" */
export function downloadName(shownNumber: string, position: number, mediaType: string): string {
  return `${shownNumber}-berkas-${position}.${(KINDS[mediaType] ?? UNKNOWN).extension}`;
}
