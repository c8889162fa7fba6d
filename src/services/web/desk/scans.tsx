/** A scan that comes with a form: taken, checked, stored; and the field that asks for it. */
import { Checkbox, FileUpload, formatBytes } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { ACCEPTED_EXTENSIONS } from '../../../platform/files/sniff.ts';
import { FILE_REFUSALS, takeFile } from '../../../platform/files/take-file.ts';
import type { Form } from '../../../platform/http/form.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import type { KeptScan } from '../../rules/scan.ts';
import type { ServiceWords } from '../words.ts';
import type { Asked } from './asked.tsx';

export type TakenScan =
  | { readonly ok: true /** `undefined`: leave it as it is. */; readonly file: KeptScan | null | undefined }
  | { readonly ok: false; readonly message: string };

const UPLOADS_AN_HOUR = 100;

/** The file under `file`; none leaves what is kept, the box `drop` takes it away. */
export async function takeScan({ tools, actor, language, words }: Asked, form: Form): Promise<TakenScan> {
  const uploads = form.uploads('file');
  const [refused] = form.refusedUploads;
  if (refused) {
    const why = { 'too-large': FILE_REFUSALS['file-too-large'], empty: FILE_REFUSALS['file-empty'] } as const;
    return { ok: false, message: refused.reason === 'too-many' ? words.oneFile : why[refused.reason][language] };
  }
  if (uploads.length > 1) return { ok: false, message: words.oneFile };
  const [upload] = uploads;
  if (!upload) return { ok: true, file: form.text('drop') === 'yes' ? null : undefined };
  const { allowed } = await allow(tools, {
    bucket: 'service-scan',
    key: actor.personId,
    limit: UPLOADS_AN_HOUR,
    windowSeconds: 3600,
    now: tools.clock.now(),
  });
  if (!allowed) return { ok: false, message: words.tableTooOften };
  const taken = await takeFile(tools, await upload.bytes());
  if (!taken.ok) return { ok: false, message: FILE_REFUSALS[taken.refusal][language] };
  const { key, mediaType, extension, size, sha256 } = taken.value;
  return { ok: true, file: { key, mediaType, extension, size, sha256 } };
}

export function ScanField(props: {
  label: string;
  kept: KeptScan | null;
  href: string | undefined;
  language: Language;
  words: ServiceWords;
}) {
  const { label, kept, href, language, words } = props;
  return (
    <>
      {kept && (
        <p>
          {words.keptFile(`${kept.extension.slice(1).toUpperCase()}, ${formatBytes(kept.size, language)}`)}{' '}
          {href && <a href={href}>{words.charterScan}</a>}
        </p>
      )}
      <FileUpload name="file" label={label} hint={words.charterFileHint} accept={ACCEPTED_EXTENSIONS.join(',')} single optional />
      {kept && <Checkbox name="drop" label={words.removeFile} />}
    </>
  );
}
