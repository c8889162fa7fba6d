/** Adding or changing how one is reached. What was given before is never shown: whoever has the code sees the complaint, not the person. */
import { Button, ButtonGroup, Form, Hidden, seeOther, TextInput } from '../../../design/index.ts';
import { changeContact, checkContact, contactFaults, looksGovernmental } from '../../../identity/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import type { Opened } from './opened.ts';
import { framed } from './steps.tsx';

const FIELDS = ['name', 'email', 'phone'] as const;
const CHANGES_AN_HOUR = 10;

interface Typed {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

type Errors = readonly { readonly field: string; readonly message: string }[];

export async function contactForm(opened: Opened): Promise<Response> {
  return show(opened, { name: '', email: '', phone: '' }, []);
}

export async function saveContact(opened: Opened): Promise<Response> {
  const { c, tools, words, language, complaint, actor, now } = opened;
  const form = readForm(c);
  const typed = { name: form.text('name'), email: form.text('email'), phone: form.text('phone') };
  const checked = checkContact({ ...typed, language });
  if (!checked.ok) {
    const fieldOf = (fault: string) => FIELDS.find((field) => fault.startsWith(field)) ?? 'email';
    return show(
      opened,
      typed,
      checked.refusal.map((fault) => ({ field: fieldOf(fault), message: contactFaults[fault][language] })),
    );
  }
  const contact = checked.value;
  if (!contact?.email && !contact?.phone) return show(opened, typed, [{ field: 'email', message: words.contactEmpty }]);
  if (contact.email && looksGovernmental(contact.email) && form.text('keptEmail') !== contact.email) {
    return show(opened, typed, [{ field: 'email', message: words.governmental }], contact.email);
  }
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'follow-contact',
    key: complaint.id,
    limit: CHANGES_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const look = { complaintId: complaint.id, actor, purpose: 'changed by the complainant', allowed: true };
  const changed = await inTransaction(tools, (tx) => changeContact(tools, tx, { ...look, contact }));
  if (!changed.ok) throw new Error(`the complainant may not change the contact: ${changed.refusal}`);
  return seeOther(c, opened.path, words.contactSaved);
}

function show(opened: Opened, typed: Typed, errors: Errors, keptEmail?: string): Promise<Response> {
  const { words, complaint } = opened;
  return framed(
    opened,
    words.contactTitle,
    { errors },
    <>
      <p>{words.contactLead}</p>
      <p>
        {words.contactSealed} {complaint.anonymous && words.contactAnonymous}
      </p>
      <p>{words.contactReplaces}</p>
      <Form action={`${opened.path}/contact`}>
        {keptEmail !== undefined && <Hidden name="keptEmail" value={keptEmail} />}
        <TextInput name="name" label={words.name} optional value={typed.name} autocomplete="name" />
        <TextInput name="email" label={words.email} optional type="email" value={typed.email} autocomplete="email" />
        <TextInput
          name="phone"
          label={words.phone}
          hint={words.phoneHint}
          optional
          type="tel"
          value={typed.phone}
          autocomplete="tel"
          width={20}
        />
        <ButtonGroup>
          <Button>{words.saveContact}</Button>
          <a class="govuk-link" href={opened.path}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </>,
  );
}
