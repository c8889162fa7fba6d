import {
  Button,
  EmptyState,
  Form,
  PageHeading,
  Pagination,
  page,
  SubNavigation,
  seeOther,
  Table,
  Time,
} from '../../design/index.ts';
import { can } from '../../kernel/actor.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/language.ts';
import type { Zone } from '../../kernel/time.ts';
import type { WebContext, WebRoutes } from '../../platform/http/env.ts';
import { sendAgain } from '../actions/send-again.ts';
import { type Delivery, describeDelivery } from '../rules/delivery.ts';
import { may } from '../rules/message.transitions.ts';
import { messageRefusals } from '../rules/refusals.ts';
import { ledgerPage, TROUBLED } from '../store/deliveries.ts';
import { en } from './words.en.ts';
import { id, type MessageWords } from './words.id.ts';

const PATH = '/admin/messages';
const PAGE_SIZE = 50;
/** A system administrator looks after the whole country; the page says whose clock it shows. */
const ZONE: Zone = 'Asia/Jakarta';

/** `/admin/messages`: the ledger for system administrators. To everybody else there is no such page. */
export function mountMessages(app: WebRoutes): void {
  app.get(PATH, (c) => (can(c.get('actor'), 'system.manage') ? ledger(c) : c.notFound()));

  app.post(`${PATH}/:id/send-again`, async (c) => {
    const message = c.req.param('id');
    if (!can(c.get('actor'), 'system.manage') || !isUuid(message)) return c.notFound();
    const sent = await sendAgain(c.get('tools'), c.get('actor'), message);
    if (!sent.ok && sent.refusal === 'absent') return c.notFound();
    const language = c.get('language');
    return seeOther(c, PATH, sent.ok ? wordsIn(language).sentAgain : messageRefusals[sent.refusal][language]);
  });
}

const wordsIn = (language: Language): MessageWords => (language === 'en' ? en : id);

async function ledger(c: WebContext): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const all = c.req.query('show') === 'all';
  const before = c.req.query('before');
  const deliveries = await ledgerPage(c.get('tools').db, {
    states: all ? [] : TROUBLED,
    before: before !== undefined && isUuid(before) ? before : undefined,
    limit: PAGE_SIZE + 1,
  });
  const shown = deliveries.slice(0, PAGE_SIZE);
  const next = deliveries.length > PAGE_SIZE ? `${PATH}?${all ? 'show=all&' : ''}before=${shown.at(-1)?.id}` : undefined;
  return page(
    c,
    { title: words.title, wide: true },
    <>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.lead}</p>
      <SubNavigation
        label={words.views}
        items={[
          { text: words.troubled, href: PATH, current: !all },
          { text: words.all, href: `${PATH}?show=all`, current: all },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState title={all ? words.noneAtAll : words.none} />
      ) : (
        <Table
          id="messages"
          caption={words.caption}
          captionSize="s"
          columns={[words.message, words.recipient, words.created, words.state, words.action].map((label) => ({ label }))}
          rows={shown.map((delivery) => cells(c, delivery, words))}
          stacked
        />
      )}
      <Pagination nextHref={next} />
    </>,
  );
}

function cells(c: WebContext, delivery: Delivery, words: MessageWords) {
  const { id: message, purpose, recipient, outcome, createdAt } = delivery;
  const reader = { language: c.get('language'), zone: ZONE, now: c.get('tools').clock.now() };
  return [
    <>
      {words.purposes[purpose] ?? purpose}
      <br />
      <code>{message}</code>
    </>,
    words.recipients[recipient.kind],
    <Time at={createdAt} zone={ZONE} />,
    <>
      {describeDelivery(delivery, reader)}
      {TROUBLED.includes(delivery.state) && outcome !== null && (
        <>
          <br />
          {words.answer(outcome)}
        </>
      )}
    </>,
    mendable(delivery) ? (
      <Form action={`${PATH}/${message}/send-again`}>
        {delivery.state === 'uncertain' && <p>{words.mayDouble}</p>}
        <Button kind="secondary">
          {words.sendAgain}
          <span class="govuk-visually-hidden"> {message}</span>
        </Button>
      </Form>
    ) : (
      ''
    ),
  ];
}

/** A complainant who left no address is not reached by trying again. */
function mendable({ state, recipient }: Delivery): boolean {
  return may('send-again', state) && !(state === 'unreachable' && recipient.kind === 'complainant');
}
