import {
  Button,
  Columns,
  Details,
  Form,
  Hidden,
  PageHeading,
  PasswordInput,
  page,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { ownPath } from '../../../platform/http/language.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  browserOf,
  CHALLENGE_MINUTES,
  challengedPerson,
  currentSession,
  dropChallenge,
  enter,
  exampleAccounts,
  giveCode,
  givePassword,
  leave,
  readChallenge,
  writeChallenge,
} from '../../../platform/sign-in/index.ts';
import { missing, refusalText, refusedAnswer, type Shown, UNKEPT, wordsFor } from './answers.ts';
import { ExampleAccounts, ExampleCode } from './examples.tsx';

const DESK = '/desk';

/** Signing in, in two steps, and signing out. */
export function mountEntry(app: WebRoutes): void {
  app.get('/sign-in', async (c) => {
    const onward = ownPath(c.req.query('return') ?? DESK);
    if ((await currentSession(c)) !== null) return c.redirect(onward, 303);
    return passwordPage(c, { email: '', onward });
  });

  app.post('/sign-in', async (c) => {
    const form = readForm(c);
    const words = wordsFor(c);
    const typed = { email: form.text('email'), password: form.text('password') };
    const onward = ownPath(form.text('return') || DESK);
    const errors = missing(typed, { email: words.emailMissing, password: words.passwordMissing });
    if (errors.length > 0) return passwordPage(c, { email: typed.email, onward }, { errors });
    const { address, marks } = browserOf(c);
    const given = await givePassword(c.get('tools'), { ...typed, address, marks });
    if (!given.ok) return passwordPage(c, { email: typed.email, onward }, refusedAnswer(c, given.refusal, 'email'));
    writeChallenge(c, given.value.challenge, CHALLENGE_MINUTES * 60);
    return seeOther(c, `/sign-in/code?return=${encodeURIComponent(onward)}`);
  });

  app.get('/sign-in/code', (c) => codePage(c, ownPath(c.req.query('return') ?? DESK)));

  app.post('/sign-in/code', async (c) => {
    const form = readForm(c);
    const words = wordsFor(c);
    const code = form.text('code');
    const onward = ownPath(form.text('return') || DESK);
    const errors = missing({ code }, { code: words.codeMissing });
    if (errors.length > 0) return codePage(c, onward, { errors });
    const entered = await giveCode(c.get('tools'), { ...browserOf(c), challenge: readChallenge(c) ?? '', code });
    if (entered.ok) {
      enter(c, entered.value);
      return seeOther(c, onward, entered.value.usedBackupCode ? words.backupCodeUsed(entered.value.backupCodesLeft) : undefined);
    }
    if (entered.refusal.code === 'challenge-over') return startOver(c, onward, refusalText(c, entered.refusal));
    return codePage(c, onward, refusedAnswer(c, entered.refusal, 'code'));
  });

  app.post('/sign-out', async (c) => {
    await leave(c);
    return seeOther(c, '/', wordsFor(c).signedOut);
  });
}

async function passwordPage(c: WebContext, typed: { email: string; onward: string }, shown: Shown = {}): Promise<Response> {
  const words = wordsFor(c);
  const examples = await exampleAccounts(c.get('tools'));
  return page(
    c,
    { title: words.signInTitle, headers: UNKEPT, wide: examples.length > 0, ...shown },
    <>
      <Columns>
        <PageHeading>{words.signInTitle}</PageHeading>
        <p>{words.signInLead}</p>
        <Form action="/sign-in">
          <Hidden name="return" value={typed.onward} />
          <TextInput name="email" type="email" label={words.email} value={typed.email} autocomplete="username" width={30} />
          <PasswordInput name="password" label={words.password} autocomplete="current-password" />
          <Button>{words.next}</Button>
        </Form>
        <p>
          <a href="/sign-in/reset">{words.forgotten}</a>
        </p>
        <Details summary={words.noAccount}>{words.noAccountText}</Details>
      </Columns>
      {examples.length > 0 && <ExampleAccounts accounts={examples} words={words} language={c.get('language')} />}
    </>,
  );
}

async function codePage(c: WebContext, onward: string, shown: Shown = {}): Promise<Response> {
  const words = wordsFor(c);
  const tools = c.get('tools');
  const challenged = await challengedPerson(tools, readChallenge(c) ?? '');
  if (challenged === null) return startOver(c, onward, words.pleaseSignIn);
  const example = (await exampleAccounts(tools)).find((account) => account.personId === challenged.personId);
  return page(
    c,
    { title: words.codeTitle, headers: UNKEPT, ...shown },
    <Columns>
      <Form action="/sign-in/code">
        <Hidden name="return" value={onward} />
        <TextInput
          name="code"
          label={words.codeTitle}
          heading
          hint={words.codeHint}
          code
          inputmode="text"
          autocomplete="one-time-code"
          width={10}
          maxlength={40}
        />
        {example && <ExampleCode account={example} words={words} />}
        <Button>{words.codeButton}</Button>
      </Form>
      <Details summary={words.noPhone}>{words.noPhoneText}</Details>
      <p>
        <a href="/sign-in">{words.startOver}</a>
      </p>
    </Columns>,
  );
}

function startOver(c: WebContext, onward: string, why: string): Response {
  dropChallenge(c);
  return seeOther(c, `/sign-in?return=${encodeURIComponent(onward)}`, why);
}
