/** What a reporter adds about who they are and how they are reached. What was given before is never shown. */
import { Button, ButtonGroup, type FieldErrors, Form, Hidden, seeOther, TextInput } from '../../../../design/index.ts';
import {
  checkContact,
  checkParticulars,
  contactFaults,
  type IdCopy,
  looksGovernmental,
  particularsFaults,
} from '../../../../identity/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import { removeFile } from '../../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../../platform/http/env.ts';
import { allow } from '../../../../platform/http/rate-limit.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../../platform/http/refused-request.ts';
import { changeOwnContact, changeOwnParticulars } from '../../../actions/intake/act-as-reporter.ts';
import { type Answers, NO_ANSWERS } from '../../../rules/intake/answers.ts';
import { particularsInput, readStep } from '../reading.ts';
import { ContactInputs, ParticularsInputs } from '../steps/you-step.tsx';
import { takeUploads } from '../uploads.ts';
import { framed, notNow } from './frame.tsx';
import type { OwnCase, OwnCaseGuard } from './opened.ts';

const CHANGES_AN_HOUR = 10;

export function mountWhoSteps(app: WebRoutes, base: string, guard: OwnCaseGuard): void {
  const named = (answer: (own: OwnCase) => Promise<Response>) => guard((own) => (own.file.tip ? notNow(own) : answer(own)));
  app.get(
    `${base}/particulars`,
    named((own) => askParticulars(own, NO_ANSWERS, [])),
  );
  app.post(`${base}/particulars`, acceptFiles, named(saveParticulars));
  app.get(
    `${base}/contact`,
    named((own) => askContact(own, NO_ANSWERS, [])),
  );
  app.post(`${base}/contact`, named(saveContact));
}

async function mayChange({ tools, file, now }: OwnCase): Promise<void> {
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'case-who',
    key: file.id,
    limit: CHANGES_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}

async function saveParticulars(own: OwnCase): Promise<Response> {
  const { c, tools, words, language, actor, file, now, home } = own;
  const form = readForm(c);
  const answers = readStep('you', form, NO_ANSWERS);
  const checked = checkParticulars(particularsInput(answers), { complete: false, today: dayOf(now, file.zone) });
  if (!checked.ok) {
    const errors = checked.refusal.map((fault) => {
      const field = fault.split('-')[0] ?? '';
      return { field: field === 'bornOn' ? 'born' : field, message: particularsFaults[fault][language] };
    });
    return askParticulars(own, answers, errors);
  }
  await mayChange(own);
  const { files, errors } = await takeUploads(own, form, 'idCard', 1);
  const [taken] = files;
  if (errors.length > 0) return askParticulars(own, answers, errors);
  if (!checked.value && !taken)
    return askParticulars(own, answers, [{ field: 'name', message: words.steps.particulars.nothing }]);
  const idCopy: IdCopy | undefined = taken && {
    storeKey: taken.storeKey,
    mediaType: taken.mediaType,
    bytes: taken.bytes,
    sha256: taken.sha256,
  };
  const done = await changeOwnParticulars(tools, actor, { particulars: checked.value, idCopy });
  if (!done.ok) {
    if (taken) await removeFile(tools, taken.storeKey);
    throw new Error(`the reporter may not change the particulars: ${done.refusal}`);
  }
  return seeOther(c, home, words.steps.particulars.done);
}

function askParticulars(own: OwnCase, answers: Answers, errors: FieldErrors): Promise<Response> {
  const words = own.words.steps.particulars;
  return framed(
    own,
    words.title,
    { errors },
    <>
      <p>{words.lead}</p>
      <p>{own.words.you.why}</p>
      <Form action={`${own.path}/particulars`} multipart>
        <ParticularsInputs words={own.words} answers={answers} idCopy={null} language={own.language} optional />
        <Buttons own={own} text={words.button} />
      </Form>
    </>,
  );
}

async function saveContact(own: OwnCase): Promise<Response> {
  const { c, tools, words, language, actor, home } = own;
  const form = readForm(c);
  const answers = readStep('you', form, NO_ANSWERS);
  const { name, email, phone } = answers;
  const checked = checkContact({ name, email, phone, language });
  if (!checked.ok) {
    const errors = checked.refusal.map((fault) => ({
      field: fault.split('-')[0] ?? '',
      message: contactFaults[fault][language],
    }));
    return askContact(own, answers, errors);
  }
  const contact = checked.value;
  if (!contact?.email && !contact?.phone)
    return askContact(own, answers, [{ field: 'email', message: words.steps.contact.empty }]);
  if (contact.email && looksGovernmental(contact.email) && form.text('keptEmail') !== contact.email) {
    return askContact(own, answers, [{ field: 'email', message: words.steps.contact.governmental }], contact.email);
  }
  await mayChange(own);
  const done = await changeOwnContact(tools, actor, contact);
  if (!done.ok) throw new Error(`the reporter may not change the contact: ${done.refusal}`);
  return seeOther(c, home, words.steps.contact.done);
}

function askContact(own: OwnCase, answers: Answers, errors: FieldErrors, keptEmail?: string): Promise<Response> {
  const words = own.words.steps.contact;
  return framed(
    own,
    words.title,
    { errors },
    <>
      <p>{words.lead}</p>
      <Form action={`${own.path}/contact`}>
        {keptEmail !== undefined && <Hidden name="keptEmail" value={keptEmail} />}
        <TextInput name="name" label={own.words.you.name} optional value={answers.name} maxlength={200} autocomplete="name" />
        <ContactInputs words={own.words} answers={answers} />
        <Buttons own={own} text={words.button} />
      </Form>
    </>,
  );
}

function Buttons({ own, text }: { own: OwnCase; text: string }) {
  return (
    <ButtonGroup>
      <Button>{text}</Button>
      <a class="govuk-link" href={own.home}>
        {own.words.cancel}
      </a>
    </ButtonGroup>
  );
}
