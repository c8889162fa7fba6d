import {
  BackLink,
  Button,
  Columns,
  Form,
  Hidden,
  PageHeading,
  PasswordInput,
  page,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  browserOf,
  isOpenReset,
  PASSWORD_FEWEST_CHARACTERS,
  rememberBrowser,
  requestPasswordReset,
  resetPassword,
} from '../../../platform/sign-in/index.ts';
import { missing, refusedAnswer, type Shown, UNKEPT, wordsFor } from './answers.ts';
import { linkOverPage } from './link-over.tsx';

/** A forgotten password: ask for a link, choose a new one with the link and a code. */
export function mountReset(app: WebRoutes): void {
  app.get('/sign-in/reset', (c) => requestPage(c, ''));

  app.post('/sign-in/reset', async (c) => {
    const email = readForm(c).text('email');
    const errors = missing({ email }, { email: wordsFor(c).emailMissing });
    if (errors.length > 0) return requestPage(c, email, { errors });
    const asked = await requestPasswordReset(c.get('tools'), { email, address: browserOf(c).address });
    if (!asked.ok) return requestPage(c, email, refusedAnswer(c, asked.refusal, 'email'));
    return seeOther(c, '/sign-in/reset/sent');
  });

  app.get('/sign-in/reset/sent', (c) => {
    const words = wordsFor(c);
    return page(
      c,
      { title: words.resetSentTitle, headers: UNKEPT },
      <Columns>
        <PageHeading>{words.resetSentTitle}</PageHeading>
        <p>{words.resetSentText}</p>
        <p>
          <a href="/sign-in/reset">{words.resetAgain}</a>
        </p>
      </Columns>,
    );
  });

  app.get('/sign-in/reset/password', async (c) => {
    const token = c.req.query('token') ?? '';
    return (await isOpenReset(c.get('tools'), token)) ? choosePage(c, token) : linkOverPage(c, 'reset');
  });

  app.post('/sign-in/reset/password', async (c) => {
    const form = readForm(c);
    const words = wordsFor(c);
    const given = { token: form.text('token'), password: form.text('password'), code: form.text('code') };
    const errors = missing(given, { password: words.newPasswordMissing, code: words.codeMissing });
    if (errors.length > 0 && (await isOpenReset(c.get('tools'), given.token))) return choosePage(c, given.token, { errors });
    const reset = await resetPassword(c.get('tools'), { ...given, marks: browserOf(c).marks });
    if (reset.ok) {
      rememberBrowser(c, reset.value.marks);
      return seeOther(c, '/sign-in', words.resetDone);
    }
    if (reset.refusal.code === 'link-over') return linkOverPage(c, 'reset');
    return choosePage(c, given.token, refusedAnswer(c, reset.refusal, 'code'));
  });
}

function requestPage(c: WebContext, email: string, shown: Shown = {}): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    { title: words.resetTitle, headers: UNKEPT, before: <BackLink href="/sign-in" />, ...shown },
    <Columns>
      <PageHeading>{words.resetTitle}</PageHeading>
      <p>{words.resetLead}</p>
      <Form action="/sign-in/reset">
        <TextInput name="email" type="email" label={words.email} value={email} autocomplete="username" width={30} />
        <Button>{words.resetButton}</Button>
      </Form>
    </Columns>,
  );
}

function choosePage(c: WebContext, token: string, shown: Shown = {}): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    { title: words.resetPasswordTitle, headers: UNKEPT, ...shown },
    <Columns>
      <PageHeading>{words.resetPasswordTitle}</PageHeading>
      <Form action="/sign-in/reset/password">
        <Hidden name="token" value={token} />
        <PasswordInput
          name="password"
          label={words.newPassword}
          hint={words.passwordHint(PASSWORD_FEWEST_CHARACTERS)}
          autocomplete="new-password"
        />
        <TextInput name="code" label={words.resetCode} code autocomplete="one-time-code" width={10} maxlength={40} />
        <Button>{words.resetPasswordButton}</Button>
      </Form>
    </Columns>,
  );
}
