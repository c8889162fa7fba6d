/** The receipt: number, code and promise, shown until somebody says that they are noted, and then never again. */
import {
  Button,
  CodeSlip,
  Columns,
  Form,
  Hidden,
  LinkButton,
  PageHeading,
  Panel,
  page,
  seeOther,
  Time,
  WarningText,
} from '../../../../design/index.ts';
import { hasContact } from '../../../../identity/index.ts';
import type { WebContext, WebRoutes } from '../../../../platform/http/env.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import type { Complaint } from '../../../rules/complaint.ts';
import { CHANNEL_LABELS, CLASS_LABELS } from '../../../rules/labels.ts';
import { showTrackingNumber } from '../../../rules/tracking-number.ts';
import { confirmReceipt } from '../../../store/receipts.ts';
import { guarded, type Wizard } from '../wizard.ts';
import { loadPromise, Promises } from './promise.tsx';
import { dropReceipt } from './receipt-cookie.ts';
import { type OpenReceipt, openReceipts } from './receipts.ts';
import { en } from './words.en.ts';
import { id, type ReceiptWords } from './words.id.ts';

/** Such pages are not kept by browsers or proxies, and not compressed (their length would tell of the code). */
const UNKEPT = { 'Cache-Control': 'no-store' };

export function mountReceipt(app: WebRoutes, wizard: Wizard): void {
  const path = `${wizard.base}/receipt`;
  app.get(
    path,
    guarded(wizard, async (c) => {
      const [receipt] = await openReceipts(c, wizard);
      return receipt ? receiptPage(c, wizard, receipt) : nothingPage(c);
    }),
  );
  app.post(
    path,
    guarded(wizard, (c) => confirm(c, wizard)),
  );
}

function wordsFor(c: WebContext): ReceiptWords {
  return c.get('language') === 'en' ? en : id;
}

async function confirm(c: WebContext, wizard: Wizard): Promise<Response> {
  const number = readForm(c).text('number');
  const receipts = await openReceipts(c, wizard);
  const receipt = receipts.find((each) => each.filed.trackingNumber === number);
  const words = wordsFor(c);
  if (receipt) {
    const tools = c.get('tools');
    await confirmReceipt(tools.db, receipt.filed.complaintId, tools.clock.now());
    dropReceipt(c, wizard, receipt.secret);
  }
  // Another one of this browser is still open.
  if (receipts.some((each) => each !== receipt)) return c.redirect(`${wizard.base}/receipt`, 303);
  return wizard.mode === 'counter' ? seeOther(c, wizard.base, words.handedOverDone) : seeOther(c, '/follow', words.notedDone);
}

async function receiptPage(c: WebContext, wizard: Wizard, { filed, complaint }: OpenReceipt): Promise<Response> {
  const tools = c.get('tools');
  const language = c.get('language');
  const words = wordsFor(c);
  const isCounter = wizard.mode === 'counter';
  const number = showTrackingNumber(filed.trackingNumber);
  const title = isCounter ? words.counterTitle : words.title[complaint.class];
  const promised = await loadPromise(tools, complaint, language);
  const reachable = await hasContact(tools.db, complaint.id);
  return page(
    c,
    { title, headers: UNKEPT },
    <Columns>
      <Panel title={title}>{words.number(number)}</Panel>
      <WarningText>{isCounter ? words.counterWarning : words.warning}</WarningText>
      <CodeSlip title={words.slip} label={words.code} code={filed.receiptCode} rows={slipRows(c, complaint, number)}>
        <p>{words.follow(`${tools.settings.baseUrl}/follow`)}</p>
        <p>{words.secret}</p>
      </CodeSlip>
      <p>{words.lost}</p>
      {!reachable && (
        <p>
          <strong>{words.noContact}</strong>
        </p>
      )}
      <Promises promised={promised} />
      <Form action={`${wizard.base}/receipt`}>
        <Hidden name="number" value={filed.trackingNumber} />
        <p class="govuk-hint" id="noted-hint">
          {words.notedHint}
        </p>
        <Button>{isCounter ? words.handedOver : words.noted}</Button>
      </Form>
    </Columns>,
  );

  function slipRows(context: WebContext, of: Complaint, shown: string) {
    const actor = context.get('actor');
    return [
      { key: words.numberLabel, value: shown },
      { key: words.filedAt, value: <Time at={of.filedAt} zone={of.zone} /> },
      { key: words.kind, value: CLASS_LABELS[of.class][language] },
      ...(isCounter ? [{ key: words.channel, value: CHANNEL_LABELS[of.channel][language] }] : []),
      ...(isCounter && actor.kind === 'officer' ? [{ key: words.officer, value: actor.name }] : []),
    ];
  }
}

function nothingPage(c: WebContext): Promise<Response> {
  const words = wordsFor(c);
  return page(
    c,
    { title: words.none, headers: UNKEPT },
    <Columns>
      <PageHeading>{words.none}</PageHeading>
      <p>{words.noneText}</p>
      <LinkButton href="/follow">{words.toFollow}</LinkButton>
    </Columns>,
  );
}
