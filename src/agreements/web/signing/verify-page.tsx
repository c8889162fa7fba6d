/** `/agreements/verify`: anyone finds out what a signed document they hold is: whose, whether it was changed, whether it is the newest. */
import { createHash } from 'node:crypto';
import type { Child } from 'hono/jsx';
import type { VerifySlot } from '../../../assessments/index.ts';
import {
  Breadcrumbs,
  Button,
  Columns,
  type FieldErrors,
  FileUpload,
  Form,
  InsetText,
  NotificationBanner,
  PageHeading,
  page,
  TextInput,
} from '../../../design/index.ts';
import { knownCertificates, SEAL_REASONS, verifySeal } from '../../../platform/documents/index.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { readDocumentNumber } from '../../rules/reviews/recorded-document.ts';
import { type Finding, findingOf } from '../../rules/signing/finding.ts';
import { documentByDigest, documentByNumber } from '../../store/reviews/recorded-document.ts';
import { recordedFile } from '../../store/signing/recorded-file.ts';
import { frameWordsIn } from '../frame-words.ts';
import { publicPath } from '../opened.tsx';
import { numberAddress, RecordedDocumentView } from '../reviews/recorded-document-view.tsx';
import { wordsIn as reviewWordsIn } from '../reviews/words.ts';
import { wordsIn } from './words.ts';

const VERIFY = '/agreements/verify';
/** In ten minutes, from one address. */
const FILES = { limit: 30, windowSeconds: 600 };
const NUMBERS = { limit: 120, windowSeconds: 600 };

/** `?number=EV-2026/RK-2026-0001` looks a number up. */
export async function verifyPage(c: WebContext): Promise<Response> {
  const typed = c.req.query('number');
  if (typed === undefined) return show(c, []);
  const [tools, language] = [c.get('tools'), c.get('language')];
  const w = reviewWordsIn(language).recorded;
  const number = readDocumentNumber(typed);
  if (!number) return show(c, [{ field: 'number', message: w.wrong }], { typed: typed.slice(0, 60) });
  await count(c, NUMBERS, 'verify-agreement-number');
  const found = await documentByNumber(tools.db, number);
  return show(c, [], {
    typed: number.number,
    banner: found ? (
      <RecordedDocumentView found={found} isFile={false} language={language} />
    ) : (
      <NotificationBanner kind="notice" title={w.result}>
        <p class="govuk-notification-banner__heading">{w.unknown(number.number)}</p>
        <p>{w.unknownWhy}</p>
      </NotificationBanner>
    ),
  });
}

async function count(c: WebContext, most: typeof FILES, bucket: string): Promise<void> {
  const tools = c.get('tools');
  const counted = await allow(tools, { bucket, key: clientAddress(c), ...most, now: tools.clock.now() });
  if (!counted.allowed) throw new RefusedRequest('too-often', counted.retryAfterSeconds);
}

export async function postVerify(c: WebContext): Promise<Response> {
  const language = c.get('language');
  const form = readForm(c);
  const [upload] = form.uploads('file');
  const isLarge = form.refusedUploads.some(({ reason }) => reason === 'too-large');
  const missing = isLarge ? FILE_REFUSALS['file-too-large'] : AGREEMENT_REFUSALS['agreement.scan-missing'];
  if (!upload) return show(c, [{ field: 'file', message: missing[language] }]);
  await count(c, FILES, 'verify-agreement');
  return answerFile(c, await upload.bytes());
}

async function answerFile(c: WebContext, bytes: Uint8Array): Promise<Response> {
  const known = await knownFile(c, bytes);
  if (known) return known;
  const tools = c.get('tools');
  const verdict = await verifySeal(bytes, await knownCertificates(tools));
  const file = await recordedFile(tools.db, digestOf(bytes));
  return show(c, [], { banner: <Found c={c} finding={findingOf(verdict.state, verdict.reasons, file)} /> });
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Minutes and evaluations on record: they were sealed here, so the very bytes say enough. `undefined` = none of them. */
async function knownFile(c: WebContext, bytes: Uint8Array): Promise<Response | undefined> {
  const found = await documentByDigest(c.get('tools').db, digestOf(bytes));
  const banner = found && <RecordedDocumentView found={found} isFile language={c.get('language')} />;
  return banner && show(c, [], { banner });
}

/** What other pages that verify documents ask of this one; main.ts fills their slot. */
export const agreementsAtVerify: VerifySlot = {
  others: (language) => ({ text: wordsIn(language).verify.others, href: VERIFY }),
  addressOf(typed) {
    const number = readDocumentNumber(typed);
    return number && numberAddress(number.number);
  },
  async answerFile(c, bytes) {
    const known = await knownFile(c, bytes);
    if (known) return known;
    return (await recordedFile(c.get('tools').db, digestOf(bytes))) ? answerFile(c, bytes) : undefined;
  },
};

interface Shown {
  readonly banner?: Child;
  /** The number that was asked for. */
  readonly typed?: string;
}

function show(c: WebContext, errors: FieldErrors, { banner, typed = '' }: Shown = {}): Promise<Response> {
  const language = c.get('language');
  const w = wordsIn(language).verify;
  const r = reviewWordsIn(language).recorded;
  return page(
    c,
    {
      title: w.title,
      robots: 'index',
      errors,
      before: <Breadcrumbs crumbs={[{ text: frameWordsIn(language).desk, href: '/agreements' }]} />,
      ...(errors.length > 0 ? { status: 422 as const } : {}),
    },
    <Columns>
      <PageHeading>{w.title}</PageHeading>
      {banner}
      <h2>{r.byFile}</h2>
      <p>{w.lead}</p>
      <Form action={VERIFY} multipart>
        <FileUpload name="file" label={w.file} hint={w.fileHint} accept=".pdf,application/pdf" single />
        <Button>{w.check}</Button>
      </Form>
      <h2>{r.byNumber}</h2>
      <Form method="get" action={VERIFY}>
        <TextInput name="number" label={r.numberLabel} hint={r.numberHint} value={typed} width={30} autocomplete="off" code />
        <Button kind="secondary">{r.checkNumber}</Button>
      </Form>
      <InsetText>{w.limits}</InsetText>
    </Columns>,
  );
}

function Found({ c, finding }: { c: WebContext; finding: Finding }) {
  const language = c.get('language');
  const w = wordsIn(language).verify;
  const { kind, file, reasons } = finding;
  const isGood = kind === 'signed' || kind === 'scan';
  return (
    <NotificationBanner kind={isGood ? 'success' : 'notice'} title={w.result}>
      <p class="govuk-notification-banner__heading">{w.kinds[kind]}</p>
      {file && (
        <p>
          {file.isPublic ? <a href={publicPath(file)}>{`${file.code}: ${file.title}`}</a> : file.code}
          {file.what === 'sealed' && `. ${w.seals(file.seals, file.newest)}`}
        </p>
      )}
      {reasons.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {reasons.map((reason) => (
            <li>{SEAL_REASONS[reason][language]}</li>
          ))}
        </ul>
      )}
    </NotificationBanner>
  );
}
