import { BackLink, Button, Columns, Form, PageHeading, PasswordInput, page, seeOther, TextInput } from '../../../design/index.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  changePassword,
  confirmNewPhone,
  newPhoneEnrolment,
  PASSWORD_FEWEST_CHARACTERS,
  type Session,
  signInRefusals,
  startNewPhone,
} from '../../../platform/sign-in/index.ts';
import { signedIn } from './account.tsx';
import { missing, refusedAnswer, type Shown, UNKEPT, wordsFor } from './answers.ts';
import { ConnectPhone } from './connect-phone.tsx';

/** Changing one's own password and phone. */
export function mountCredentials(app: WebRoutes): void {
  app.get('/account/password', (c) => signedIn(c, () => passwordPage(c)));
  app.post('/account/password', (c) => signedIn(c, (session) => answerPassword(c, session)));
  app.get('/account/phone', (c) => signedIn(c, () => phonePage(c)));
  app.post('/account/phone', (c) => signedIn(c, (session) => answerPhone(c, session)));
  app.get('/account/phone/new', (c) => signedIn(c, (session) => newPhonePage(c, session)));
  app.post('/account/phone/new', (c) => signedIn(c, (session) => answerNewPhone(c, session)));
}

async function answerPassword(c: WebContext, session: Session): Promise<Response> {
  const words = wordsFor(c);
  const form = readForm(c);
  const typed = { current: form.text('current'), password: form.text('password') };
  const errors = missing(typed, { current: words.currentPasswordMissing, password: words.newPasswordMissing });
  if (errors.length > 0) return passwordPage(c, { errors });
  const actor = c.get('actor');
  const own = actor.kind === 'officer' ? [actor.name] : [];
  const changed = await changePassword(c.get('tools'), session, { current: typed.current, fresh: typed.password, own });
  if (!changed.ok) return passwordPage(c, refusedAnswer(c, changed.refusal, 'current'));
  return seeOther(c, '/account', words.passwordChanged);
}

function passwordPage(c: WebContext, shown: Shown = {}): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    { title: words.changePasswordTitle, headers: UNKEPT, before: <BackLink href="/account" />, ...shown },
    <Columns>
      <PageHeading>{words.changePasswordTitle}</PageHeading>
      <p>{words.changePasswordLead}</p>
      <Form action="/account/password">
        <PasswordInput name="current" label={words.currentPassword} autocomplete="current-password" />
        <PasswordInput
          name="password"
          label={words.newPassword}
          hint={words.passwordHint(PASSWORD_FEWEST_CHARACTERS)}
          autocomplete="new-password"
        />
        <Button>{words.changePasswordButton}</Button>
      </Form>
    </Columns>,
  );
}

async function answerPhone(c: WebContext, session: Session): Promise<Response> {
  const code = readForm(c).text('code');
  const errors = missing({ code }, { code: wordsFor(c).codeMissing });
  if (errors.length > 0) return phonePage(c, { errors });
  const started = await startNewPhone(c.get('tools'), session, code);
  if (!started.ok) return phonePage(c, refusedAnswer(c, started.refusal, 'code'));
  return seeOther(c, '/account/phone/new');
}

function phonePage(c: WebContext, shown: Shown = {}): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    { title: words.newPhoneTitle, headers: UNKEPT, before: <BackLink href="/account" />, ...shown },
    <Columns>
      <PageHeading>{words.newPhoneTitle}</PageHeading>
      <p>{words.newPhoneLead}</p>
      <Form action="/account/phone">
        <TextInput name="code" label={words.newPhoneCode} code autocomplete="one-time-code" width={10} maxlength={40} />
        <Button>{words.next}</Button>
      </Form>
    </Columns>,
  );
}

async function answerNewPhone(c: WebContext, session: Session): Promise<Response> {
  const code = readForm(c).text('code');
  const errors = missing({ code }, { code: wordsFor(c).codeMissing });
  if (errors.length > 0) return newPhonePage(c, session, { errors });
  const confirmed = await confirmNewPhone(c.get('tools'), session, code);
  if (!confirmed.ok) return newPhonePage(c, session, refusedAnswer(c, confirmed.refusal, 'code'));
  return seeOther(c, '/account', wordsFor(c).newPhoneDone);
}

async function newPhonePage(c: WebContext, session: Session, shown: Shown = {}): Promise<Response> {
  const words = wordsFor(c);
  const enrolment = await newPhoneEnrolment(c.get('tools'), session);
  if (enrolment === null) return seeOther(c, '/account/phone', signInRefusals['enrolment-over'][c.get('language')]);
  return page(
    c,
    { title: words.newPhoneConnectTitle, headers: UNKEPT, before: <BackLink href="/account" />, ...shown },
    <Columns>
      <PageHeading>{words.newPhoneConnectTitle}</PageHeading>
      <ConnectPhone enrolment={enrolment} words={words} />
      <Form action="/account/phone/new">
        <TextInput
          name="code"
          label={words.codeLabel}
          code
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
          maxlength={20}
        />
        <Button>{words.confirmPhone}</Button>
      </Form>
    </Columns>,
  );
}
