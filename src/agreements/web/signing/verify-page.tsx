/** `/agreements/verify`: anyone finds out what a signed document they hold is: whose, whether it was changed, whether it is the newest. */
import { createHash } from 'node:crypto';
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
} from '../../../design/index.ts';
import { knownCertificates, SEAL_REASONS, verifySeal } from '../../../platform/documents/index.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { type Finding, findingOf } from '../../rules/signing/finding.ts';
import { recordedFile } from '../../store/signing/recorded-file.ts';
import { frameWordsIn } from '../frame-words.ts';
import { publicPath } from '../opened.tsx';
import { wordsIn } from './words.ts';

const VERIFY = '/agreements/verify';
/** In ten minutes, from one address. */
const FILES = { limit: 30, windowSeconds: 600 };

export const verifyPage = (c: WebContext): Promise<Response> => show(c, []);

export async function postVerify(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const form = readForm(c);
  const [upload] = form.uploads('file');
  const isLarge = form.refusedUploads.some(({ reason }) => reason === 'too-large');
  const missing = isLarge ? FILE_REFUSALS['file-too-large'] : AGREEMENT_REFUSALS['agreement.scan-missing'];
  if (!upload) return show(c, [{ field: 'file', message: missing[language] }]);
  const counted = await allow(tools, { bucket: 'verify-agreement', key: clientAddress(c), ...FILES, now: tools.clock.now() });
  if (!counted.allowed) throw new RefusedRequest('too-often', counted.retryAfterSeconds);
  const bytes = await upload.bytes();
  const verdict = await verifySeal(bytes, await knownCertificates(tools));
  const file = await recordedFile(tools.db, createHash('sha256').update(bytes).digest('hex'));
  return show(c, [], findingOf(verdict.state, verdict.reasons, file));
}

function show(c: WebContext, errors: FieldErrors, finding?: Finding): Promise<Response> {
  const language = c.get('language');
  const w = wordsIn(language).verify;
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
      {finding && <Found c={c} finding={finding} />}
      <p>{w.lead}</p>
      <Form action={VERIFY} multipart>
        <FileUpload name="file" label={w.file} hint={w.fileHint} accept=".pdf,application/pdf" single />
        <Button>{w.check}</Button>
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
