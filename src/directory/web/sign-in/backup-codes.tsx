import { BackLink, Button, Columns, Form, PageHeading, page, seeOther, TextInput, WarningText } from '../../../design/index.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  backupCodesLeft,
  backupCodesToShow,
  confirmBackupCodesKept,
  renewBackupCodes,
  type Session,
} from '../../../platform/sign-in/index.ts';
import { signedIn } from './account.tsx';
import { missing, refusedAnswer, type Shown, UNKEPT, wordsFor } from './answers.ts';

/** Backup codes: shown until their owner says they are kept, then only counted; new ones against a code from the phone. */
export function mountBackupCodes(app: WebRoutes): void {
  app.get('/account/backup-codes', (c) =>
    signedIn(c, async (session) => {
      const codes = await backupCodesToShow(c.get('tools'), session.personId);
      return codes === null ? renewPage(c, session) : codesPage(c, codes);
    }),
  );

  app.post('/account/backup-codes/kept', (c) =>
    signedIn(c, async (session) => {
      await confirmBackupCodesKept(c.get('tools'), session.personId);
      return seeOther(c, '/account', wordsFor(c).backupKeptFlash);
    }),
  );

  app.post('/account/backup-codes', (c) =>
    signedIn(c, async (session) => {
      const code = readForm(c).text('code');
      const errors = missing({ code }, { code: wordsFor(c).codeMissing });
      if (errors.length > 0) return renewPage(c, session, { errors });
      const renewed = await renewBackupCodes(c.get('tools'), session, code);
      if (!renewed.ok) return renewPage(c, session, refusedAnswer(c, renewed.refusal, 'code'));
      return seeOther(c, '/account/backup-codes');
    }),
  );
}

function codesPage(c: WebContext, codes: readonly string[]): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    { title: words.backupTitle, headers: UNKEPT },
    <Columns>
      <PageHeading>{words.backupTitle}</PageHeading>
      <p>{words.backupLead}</p>
      <h2 id="codes-title">{words.backupList}</h2>
      <ol aria-labelledby="codes-title">
        {codes.map((code) => (
          <li>
            <code translate="no">{code}</code>
          </li>
        ))}
      </ol>
      <Form action="/account/backup-codes/kept">
        <Button>{words.backupKept}</Button>
      </Form>
    </Columns>,
  );
}

async function renewPage(c: WebContext, session: Session, shown: Shown = {}): Promise<Response> {
  const words = wordsFor(c);
  const left = await backupCodesLeft(c.get('tools').db, session.personId);
  return page(
    c,
    { title: words.backupNewTitle, headers: UNKEPT, before: <BackLink href="/account" />, ...shown },
    <Columns>
      <PageHeading>{words.backupNewTitle}</PageHeading>
      <p>{words.backupLeft(left)}</p>
      <WarningText>{words.backupNewText}</WarningText>
      <Form action="/account/backup-codes">
        <TextInput
          name="code"
          label={words.codeNow}
          code
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
          maxlength={20}
        />
        <Button>{words.backupNewButton}</Button>
      </Form>
    </Columns>,
  );
}
