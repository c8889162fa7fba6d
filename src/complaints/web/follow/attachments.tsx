/** Files that go with what a complainant writes: of whoever has this complaint open. */
import type { Form } from '../../../platform/http/form.ts';
import { keyedHash } from '../../../platform/keyed-hash.ts';
import { type Attached, AttachmentsOf, attachAs, type Writer } from '../attachments.tsx';
import type { Opened } from './opened.ts';

const UPLOADS_AN_HOUR = 60;

function writerOf({ tools, complaint, now, language, words }: Opened): Writer {
  return {
    tools,
    now,
    language,
    words,
    mark: keyedHash(tools.keys, 'follow-draft', complaint.id),
    allowance: { bucket: 'follow-upload', key: complaint.id, anHour: UPLOADS_AN_HOUR },
  };
}

export function attach(opened: Opened, form: Form): Promise<Attached> {
  return attachAs(writerOf(opened), form);
}

export function Attachments({ opened, attached }: { opened: Opened; attached: Attached }) {
  const { words, complaint } = opened;
  const hint = complaint.anonymous ? `${words.filesHint} ${words.attachedAnonymous}` : words.filesHint;
  return <AttachmentsOf writer={opened} attached={attached} label={words.filesLabel} hint={hint} />;
}
