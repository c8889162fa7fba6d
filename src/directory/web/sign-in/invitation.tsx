import {
  Button,
  Columns,
  Form,
  Hidden,
  PageHeading,
  PasswordInput,
  page,
  StepProgress,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  acceptInvitation,
  browserOf,
  chooseInvitedPassword,
  enter,
  type OpenInvitation,
  PASSWORD_FEWEST_CHARACTERS,
  readInvitation,
} from '../../../platform/sign-in/index.ts';
import { missing, refusedAnswer, type Shown, UNKEPT, wordsFor } from './answers.ts';
import { ConnectPhone } from './connect-phone.tsx';
import { linkOverPage } from './link-over.tsx';

const STEPS = 3;

/** Accepting an invitation: password, phone, and then the backup codes of the account page. */
export function mountInvitation(app: WebRoutes): void {
  app.get('/sign-in/invitation', (c) =>
    withInvitation(c, c.req.query('token') ?? '', (open, token) => passwordPage(c, open, token)),
  );

  app.post('/sign-in/invitation', (c) => {
    const form = readForm(c);
    return withInvitation(c, form.text('token'), async (open, token) => {
      const password = form.text('password');
      const errors = missing({ password }, { password: wordsFor(c).newPasswordMissing });
      if (errors.length > 0) return passwordPage(c, open, token, { errors });
      const chosen = await chooseInvitedPassword(c.get('tools'), token, password);
      if (!chosen.ok) return passwordPage(c, open, token, refusedAnswer(c, chosen.refusal, 'password'));
      return seeOther(c, `/sign-in/invitation/phone?token=${encodeURIComponent(token)}`);
    });
  });

  app.get('/sign-in/invitation/phone', (c) =>
    withInvitation(c, c.req.query('token') ?? '', (open, token) => phonePage(c, open, token)),
  );

  app.post('/sign-in/invitation/phone', (c) => {
    const form = readForm(c);
    return withInvitation(c, form.text('token'), async (open, token) => {
      const code = form.text('code');
      const errors = missing({ code }, { code: wordsFor(c).codeMissing });
      if (errors.length > 0) return phonePage(c, open, token, { errors });
      const accepted = await acceptInvitation(c.get('tools'), { ...browserOf(c), token, code });
      if (!accepted.ok) return phonePage(c, open, token, refusedAnswer(c, accepted.refusal, 'code'));
      enter(c, accepted.value);
      return seeOther(c, '/account/backup-codes');
    });
  });
}

async function withInvitation(
  c: WebContext,
  token: string,
  answer: (open: OpenInvitation, token: string) => Response | Promise<Response>,
): Promise<Response> {
  const open = await readInvitation(c.get('tools'), token);
  return open.ok ? answer(open.value, token) : linkOverPage(c, 'invitation');
}

function passwordPage(c: WebContext, open: OpenInvitation, token: string, shown: Shown = {}): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    { title: words.invitationTitle, headers: UNKEPT, ...shown },
    <Columns>
      <StepProgress current={1} total={STEPS} />
      <PageHeading>{words.invitationTitle}</PageHeading>
      <p>{words.invitationLead(open.email)}</p>
      <Form action="/sign-in/invitation">
        <Hidden name="token" value={token} />
        <PasswordInput
          name="password"
          label={words.choosePassword}
          hint={words.passwordHint(PASSWORD_FEWEST_CHARACTERS)}
          autocomplete="new-password"
        />
        <Button>{words.next}</Button>
      </Form>
    </Columns>,
  );
}

function phonePage(c: WebContext, open: OpenInvitation, token: string, shown: Shown = {}): Response | Promise<Response> {
  const words = wordsFor(c);
  const back = `/sign-in/invitation?token=${encodeURIComponent(token)}`;
  if (open.enrolment === null) return seeOther(c, back);
  return page(
    c,
    { title: words.phoneTitle, headers: UNKEPT, ...shown },
    <Columns>
      <StepProgress current={2} total={STEPS} />
      <PageHeading>{words.phoneTitle}</PageHeading>
      <ConnectPhone enrolment={open.enrolment} words={words} />
      <Form action="/sign-in/invitation/phone">
        <Hidden name="token" value={token} />
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
