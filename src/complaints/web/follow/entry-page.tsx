/** `/follow`: number and code open a complaint. A wrong code and an unknown number are one answer; the code is never written back. */
import { Button, Columns, Form, LinkButton, PageHeading, page, seeOther, TextInput } from '../../../design/index.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type RecogniseRefusal, recogniseComplainant } from '../../actions/recognise-complainant.ts';
import { readReceiptCode } from '../../rules/receipt-code.ts';
import { readTrackingNumber, showTrackingNumber } from '../../rules/tracking-number.ts';
import { loadComplaint } from '../../store/complaints.ts';
import { PRIVATE, privately } from './opened.ts';
import { keepOpen, openComplaints } from './session.ts';
import type { FollowSlot } from './slot.ts';
import { type FollowWords, wordsIn } from './words.ts';

/** What is longer is not a number or a code with a few stray characters. */
const LONGEST = 60;

interface Entry {
  readonly number: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

export async function entryForm(c: WebContext): Promise<Response> {
  const typed = (c.req.query('number') ?? '').slice(0, LONGEST);
  const number = readTrackingNumber(typed);
  return form(c, { number: number ? showTrackingNumber(number) : typed, errors: [] });
}

export async function enter(c: WebContext, slot?: FollowSlot): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const sent = readForm(c);
  const number = digitsOf(sent.text('number'));
  const code = digitsOf(sent.text('code'));
  const errors = [...numberFaults(number, words), ...codeFaults(code, words)];
  if (errors.length > 0) return form(c, { number, errors });
  const tools = c.get('tools');
  const known = await recogniseComplainant(tools, { trackingNumber: number, receiptCode: code }, clientAddress(c));
  if (known.ok) {
    keepOpen(c, known.value.complaintId);
    return privately(seeOther(c, `/follow/${known.value.trackingNumber}`));
  }
  // Another kind of file with the same form of number and code; its tries were counted just now.
  const elsewhere = known.refusal.code === 'unknown' && (await slot?.elsewhere(c, { number, code }));
  if (elsewhere) return privately(seeOther(c, elsewhere));
  if (known.refusal.code === 'too-often') return tooOften(c, known.refusal, words);
  return form(c, { number, errors: [{ field: 'number', message: words.unknown }] });
}

/** Forgiving: full-width and Arabic digits, dots, dashes and spaces of any kind, as keyboards and copies bring them. */
export function digitsOf(typed: string): string {
  return typed
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/[\s\p{Pd}\p{Zs}\p{Cf}._#:/]/gu, '');
}

/** Decimal digits stand in runs of ten that begin at a multiple of their own script. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

function numberFaults(number: string, words: FollowWords): Entry['errors'] {
  if (number === '') return [{ field: 'number', message: words.numberMissing }];
  return readTrackingNumber(number) ? [] : [{ field: 'number', message: words.numberWrong }];
}

function codeFaults(code: string, words: FollowWords): Entry['errors'] {
  if (code === '') return [{ field: 'code', message: words.codeMissing }];
  return readReceiptCode(code) ? [] : [{ field: 'code', message: words.codeWrong }];
}

async function form(c: WebContext, entry: Entry): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const number = readTrackingNumber(entry.number);
  return page(
    c,
    { title: words.entryTitle, errors: entry.errors, headers: PRIVATE },
    <Columns>
      <PageHeading>{words.entryTitle}</PageHeading>
      <p>{words.entryLead}</p>
      <Form action="/follow">
        <TextInput
          name="number"
          label={words.number}
          hint={words.numberHint}
          value={number ? showTrackingNumber(number) : entry.number}
          inputmode="numeric"
          autocomplete="off"
          width={20}
          code
        />
        <TextInput name="code" label={words.code} hint={words.codeHint} inputmode="numeric" autocomplete="off" width={20} code />
        <Button>{words.open}</Button>
      </Form>
      <p>
        <a href="/follow/lost">{words.lostLink}</a>
      </p>
      <OpenHere numbers={await openNumbers(c)} words={words} />
      <p>
        {words.readPublic} <a href="/complaints">{words.readPublicLink}</a>
      </p>
    </Columns>,
  );
}

async function openNumbers(c: WebContext): Promise<string[]> {
  const { db } = c.get('tools');
  const complaints = await Promise.all(openComplaints(c).map((id) => loadComplaint(db, id)));
  return complaints.flatMap((complaint) => (complaint ? [complaint.trackingNumber] : []));
}

function OpenHere(props: { numbers: readonly string[]; words: FollowWords }) {
  if (props.numbers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{props.words.openHere}</h2>
      <ul>
        {props.numbers.map((number) => (
          <li>
            <a href={`/follow/${number}`}>{showTrackingNumber(number)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function tooOften(c: WebContext, refusal: Extract<RecogniseRefusal, { code: 'too-often' }>, words: FollowWords) {
  const minutes = Math.max(1, Math.ceil(refusal.retryAfterSeconds / 60));
  return page(
    c,
    {
      title: words.tooOftenTitle,
      status: 429,
      headers: { ...PRIVATE, 'Retry-After': String(refusal.retryAfterSeconds) },
    },
    <Columns>
      <PageHeading>{words.tooOftenTitle}</PageHeading>
      <p>{words.tooOften(minutes)}</p>
      <LinkButton href="/follow" kind="secondary">
        {words.tryAgain}
      </LinkButton>
    </Columns>,
  );
}
