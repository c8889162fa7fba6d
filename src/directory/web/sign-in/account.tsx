import {
  Button,
  Columns,
  Form,
  Hidden,
  PageHeading,
  page,
  SummaryList,
  seeOther,
  Table,
  Tag,
  Time,
  WarningButton,
} from '../../../design/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Zone } from '../../../kernel/time.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  accountAddress,
  backupCodesLeft,
  currentSession,
  endAllSessions,
  endSession,
  type ListedSession,
  leave,
  type Session,
  sessionsOf,
} from '../../../platform/sign-in/index.ts';
import { zoneOfRegion } from '../../rules/zones.ts';
import { UNKEPT, wordsFor } from './answers.ts';
import type { SignInWords } from './words.id.ts';

/** One's own account: what protects it, and where one is signed in. */
export function mountAccount(app: WebRoutes): void {
  app.get('/account', (c) => signedIn(c, (session) => accountPage(c, session)));

  app.post('/account/sessions/end', (c) =>
    signedIn(c, async (session) => {
      const id = readForm(c).text('session');
      if (isUuid(id)) await endSession(c.get('tools'), session.personId, id);
      return seeOther(c, '/account', wordsFor(c).signedOutDevice);
    }),
  );

  app.post('/account/sessions/end-all', (c) =>
    signedIn(c, async (session) => {
      await endAllSessions(c.get('tools'), session.personId);
      await leave(c);
      return seeOther(c, '/sign-in', wordsFor(c).signedOutEverywhere);
    }),
  );
}

/** Answers someone who is signed in; everybody else is asked to sign in first and comes back to this page. */
export async function signedIn(c: WebContext, answer: (session: Session) => Response | Promise<Response>): Promise<Response> {
  const session = await currentSession(c);
  if (session !== null) return answer(session);
  const onward = c.req.method === 'GET' ? c.req.path : '/account';
  return seeOther(c, `/sign-in?return=${encodeURIComponent(onward)}`, wordsFor(c).pleaseSignIn);
}

async function accountPage(c: WebContext, session: Session): Promise<Response> {
  const tools = c.get('tools');
  const words = wordsFor(c);
  const actor = c.get('actor');
  const [address, left, sessions] = await Promise.all([
    accountAddress(tools.db, session.personId),
    backupCodesLeft(tools.db, session.personId),
    sessionsOf(tools, session),
  ]);
  const change = (href: string, about: string) => [{ href, text: words.change, about }];
  return page(
    c,
    { title: words.accountTitle, headers: UNKEPT, wide: true },
    <>
      <Columns>
        <PageHeading>{words.accountTitle}</PageHeading>
        <SummaryList
          rows={[
            actor.kind === 'officer' && { key: words.accountName, value: actor.name },
            { key: words.email, value: address?.email ?? '' },
            { key: words.accountPassword, value: words.secret, actions: change('/account/password', words.accountPassword) },
            { key: words.accountPhone, value: words.accountPhoneOn, actions: change('/account/phone', words.accountPhone) },
            {
              key: words.accountBackup,
              value: words.backupLeft(left),
              actions: change('/account/backup-codes', words.accountBackup),
            },
          ]}
        />
      </Columns>
      <Devices sessions={sessions} zone={zoneOf(actor)} words={words} />
    </>,
  );
}

function Devices(props: { sessions: readonly ListedSession[]; zone: Zone; words: SignInWords }) {
  const { words, zone } = props;
  return (
    <section aria-labelledby="devices-title">
      <h2 id="devices-title">{words.sessionsTitle}</h2>
      <p>{words.sessionsLead}</p>
      <Table
        id="devices"
        caption={words.sessionsTitle}
        captionSize="hidden"
        stacked
        rowHeaders
        columns={[{ label: words.device }, { label: words.lastUsed }, { label: words.startedAt }, { label: words.action }]}
        rows={props.sessions.map((each) => [
          each.device ?? words.deviceUnknown,
          <Time at={each.lastUsedAt} zone={zone} />,
          <Time at={each.startedAt} zone={zone} />,
          each.isThisOne ? (
            <Tag tone="info">{words.thisDevice}</Tag>
          ) : (
            <Form action="/account/sessions/end">
              <Hidden name="session" value={each.id} />
              <Button kind="secondary">{words.signOutDevice}</Button>
            </Form>
          ),
        ])}
      />
      <Form action="/account/sessions/end-all">
        <WarningButton>{words.signOutEverywhere}</WarningButton>
      </Form>
    </section>
  );
}

/** The clock of the place someone serves; of the capital for national bodies. */
function zoneOf(actor: Actor): Zone {
  const region = actor.kind === 'officer' ? actor.positions.find((held) => held.regionCode !== null)?.regionCode : null;
  return region ? zoneOfRegion(region) : 'Asia/Jakarta';
}
