/** Files that go with what an officer writes: each officer's own for each complaint. */
import type { Form } from '../../../platform/http/form.ts';
import { keyedHash } from '../../../platform/keyed-hash.ts';
import { type Attached, AttachmentsOf, attachAs, type Writer } from '../attachments.tsx';
import type { Opened } from './opened.tsx';

const UPLOADS_AN_HOUR = 200;

function writerOf({ tools, actor, complaint, now, language, words }: Opened): Writer {
  return {
    tools,
    now,
    language,
    words,
    mark: keyedHash(tools.keys, 'desk-draft', `${actor.personId}\n${complaint.id}`),
    allowance: { bucket: 'desk-upload', key: actor.personId, anHour: UPLOADS_AN_HOUR },
  };
}

export function attach(opened: Opened, form: Form): Promise<Attached> {
  return attachAs(writerOf(opened), form);
}

export function Attachments(props: { opened: Opened; attached: Attached; label: string; hint: string }) {
  return <AttachmentsOf writer={props.opened} attached={props.attached} label={props.label} hint={props.hint} />;
}
