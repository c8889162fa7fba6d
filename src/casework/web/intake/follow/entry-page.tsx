/** `/ombudsman/follow`: number and code open a case. A wrong code and an unknown number are one answer; the code is never written back. */
import {
  digitsOf,
  keepOpen,
  openComplaints,
  PRIVATE,
  privately,
  readReceiptCode,
  readTrackingNumber,
  showTrackingNumber,
} from '../../../../complaints/index.ts';
import { Button, Columns, type FieldErrors, Form, PageHeading, page, seeOther, TextInput } from '../../../../design/index.ts';
import { clientAddress } from '../../../../platform/http/client-address.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { recogniseReporter, reporterOf, type Shown } from '../../../actions/intake/recognise-reporter.ts';
import { receiptOf } from '../../../store/intake/receipts.ts';
import { wordsIn } from '../words.ts';

/** What is longer is not a number or a code with a few stray characters. */
const LONGEST = 60;

export function entryForm(c: WebContext): Promise<Response> {
  return show(c, (c.req.query('number') ?? '').slice(0, LONGEST), []);
}

export async function enter(c: WebContext): Promise<Response> {
  const words = wordsIn(c.get('language')).entry;
  const form = readForm(c);
  const number = digitsOf(form.text('number'));
  const code = digitsOf(form.text('code'));
  const trackingNumber = readTrackingNumber(number);
  const receiptCode = readReceiptCode(code);
  const errors = [
    ...(number === '' ? [{ field: 'number', message: words.numberMissing }] : []),
    ...(number !== '' && !trackingNumber ? [{ field: 'number', message: words.numberWrong }] : []),
    ...(code === '' ? [{ field: 'code', message: words.codeMissing }] : []),
    ...(code !== '' && !receiptCode ? [{ field: 'code', message: words.codeWrong }] : []),
  ];
  if (!trackingNumber || !receiptCode) return show(c, number, errors);
  const known = await recogniseReporter(c.get('tools'), { trackingNumber, receiptCode }, clientAddress(c));
  if (known.ok) {
    keepOpen(c, known.value.complaintId);
    return privately(seeOther(c, `/ombudsman/follow/${trackingNumber}`));
  }
  if (known.refusal.code === 'too-often') return tooOften(c, known.refusal.retryAfterSeconds);
  return show(c, number, [{ field: 'number', message: words.unknown }]);
}

/** For the entry of complaints: a number and code that open no complaint may open a case. The try was counted there. */
export async function elsewhere(
  c: WebContext,
  shown: { readonly number: string; readonly code: string },
): Promise<string | undefined> {
  const asked: Shown = { trackingNumber: shown.number, receiptCode: shown.code };
  const known = await reporterOf(c.get('tools'), asked);
  if (!known.ok) return undefined;
  keepOpen(c, known.value.complaintId);
  return `/ombudsman/follow/${shown.number}`;
}

async function show(c: WebContext, typed: string, errors: FieldErrors): Promise<Response> {
  const words = wordsIn(c.get('language')).entry;
  const number = readTrackingNumber(typed);
  const open = await openHere(c);
  return page(
    c,
    { title: words.title, errors, headers: PRIVATE },
    <Columns>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.lead}</p>
      <Form action="/ombudsman/follow">
        <TextInput
          name="number"
          label={words.number}
          hint={words.numberHint}
          value={number ? showTrackingNumber(number) : typed}
          inputmode="numeric"
          autocomplete="off"
          width={20}
          code
        />
        <TextInput name="code" label={words.code} hint={words.codeHint} inputmode="numeric" autocomplete="off" width={20} code />
        <Button>{words.open}</Button>
      </Form>
      {open.length > 0 && (
        <ul>
          {open.map((each) => (
            <li>
              <a href={`/ombudsman/follow/${each}`}>{showTrackingNumber(each)}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        {words.complaint} <a href="/follow">{words.complaintLink}</a>
      </p>
    </Columns>,
  );
}

async function openHere(c: WebContext): Promise<string[]> {
  const { db } = c.get('tools');
  const receipts = await Promise.all(openComplaints(c).map((caseId) => receiptOf(db, { caseId })));
  return receipts.flatMap((receipt) => (receipt ? [receipt.trackingNumber] : []));
}

function tooOften(c: WebContext, retryAfterSeconds: number): Promise<Response> {
  const words = wordsIn(c.get('language')).entry;
  return page(
    c,
    { title: words.tooOften, status: 429, headers: { ...PRIVATE, 'Retry-After': String(retryAfterSeconds) } },
    <Columns>
      <PageHeading>{words.tooOften}</PageHeading>
      <p>{words.tooOftenText(Math.max(1, Math.ceil(retryAfterSeconds / 60)))}</p>
    </Columns>,
  );
}
