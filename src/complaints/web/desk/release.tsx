/**
 * What the public may read: a text of its own beside the working text, pre-masked and scanned for personal data, and the files one by
 * one. A confidential complaint is never shown, and the page says so.
 */
import {
  BackLink,
  Button,
  Checkbox,
  EmptyState,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  seeOther,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { maskIdentifiers, scanPersonalData } from '../../../identity/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as Typed } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { releaseComplaint, releaseFile, withdrawRelease } from '../../actions/release-complaint.ts';
import { TEXT_LIMIT } from '../../rules/guards.ts';
import type { RefusalCode } from '../../rules/refusals.ts';
import { mayRelease } from '../../rules/releasing.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import { mayReadFile } from '../../rules/visibility.ts';
import { filesOf } from '../../store/files.ts';
import { MarkedText, tellFindings } from './findings.tsx';
import { type Opened, onComplaint } from './opened.tsx';
import { type Refused, refused } from './refused.ts';
import { ReleaseFiles } from './release-files.tsx';

const PATH = '/desk/complaints/:trackingNumber/release';

const FIELDS: Partial<Record<RefusalCode, string>> & { otherwise: string } = {
  'complaint.title-missing': 'title',
  'complaint.public-text-missing': 'description',
  'complaint.public-text-has-identity': 'checked',
  otherwise: 'description',
};

export function mountRelease(app: WebRoutes): void {
  app.get(
    PATH,
    onComplaint((opened) => (allowed(opened) ? releasePage(opened, null) : opened.c.notFound())),
  );
  app.post(
    PATH,
    onComplaint((opened) => (allowed(opened) ? release(opened) : opened.c.notFound())),
  );
  app.post(
    `${PATH}/withdraw`,
    onComplaint((opened) => (allowed(opened) ? withdraw(opened) : opened.c.notFound())),
  );
  app.post(
    `${PATH}/files/:file`,
    onComplaint((opened) => (allowed(opened) ? changeFile(opened) : opened.c.notFound())),
  );
}

const allowed = ({ complaint, actor }: Opened) => mayRelease(complaint, actor);

const target = ({ complaint }: Opened, form: Typed) => {
  const typed = form.text('version');
  return { complaintId: complaint.id, version: /^\d{1,9}$/.test(typed) ? Number(typed) : 0 };
};

async function release(opened: Opened): Promise<Response> {
  const { c, tools, actor, language, words, path } = opened;
  const form = readForm(c);
  const result = await releaseComplaint(tools, actor, target(opened, form), {
    title: form.text('title'),
    description: form.text('description'),
    checked: form.text('checked') === 'yes',
  });
  if (result.ok) return seeOther(c, `${path}/release`, words.released);
  if (result.refusal === 'complaint.absent') return Promise.resolve(c.notFound());
  return releasePage(opened, form, refused(result.refusal, language, FIELDS));
}

async function withdraw(opened: Opened): Promise<Response> {
  const { c, tools, actor, language, words, path } = opened;
  const form = readForm(c);
  const result = await withdrawRelease(tools, actor, target(opened, form), { reason: form.text('reason') });
  if (result.ok) return seeOther(c, path, words.releaseWithdrawn);
  if (result.refusal === 'complaint.absent') return Promise.resolve(c.notFound());
  return releasePage(opened, form, refused(result.refusal, language, { otherwise: 'reason' }));
}

async function changeFile(opened: Opened): Promise<Response> {
  const { c, tools, actor, language, words, path } = opened;
  const form = readForm(c);
  const fileId = c.req.param('file') ?? '';
  const [to, on] = [form.text('to'), form.text('on')];
  if (!isUuid(fileId) || !['public', 'offices'].includes(to) || !['yes', 'no'].includes(on)) {
    return releasePage(opened, null, refused('complaint.file-unknown', language, { otherwise: 'files' }));
  }
  const change = to === 'public' ? { toPublic: on === 'yes' } : { toOffices: on === 'yes' };
  const result = await releaseFile(tools, actor, target(opened, form), { fileId, ...change });
  if (result.ok) return seeOther(c, `${path}/release#files`, words.fileChanged);
  if (result.refusal === 'complaint.absent') return Promise.resolve(c.notFound());
  return releasePage(opened, null, refused(result.refusal, language, { otherwise: 'files' }));
}

async function releasePage(opened: Opened, form: Typed | null, answer?: Refused): Promise<Response> {
  const { c, words, complaint, path, tools, actor } = opened;
  const files = (await filesOf(tools.db, complaint.id)).filter((file) => mayReadFile(complaint, file, actor));
  return page(
    c,
    {
      title: words.releaseTitle,
      before: <BackLink href={path} text={words.toFile} />,
      wide: true,
      errors: answer?.errors,
      status: answer?.status,
    },
    <>
      <PageHeading caption={words.complaintNumber(showTrackingNumber(complaint.trackingNumber))}>
        {words.releaseTitle}
      </PageHeading>
      {complaint.confidential ? (
        <EmptyState title={words.releaseConfidential}>
          <p>{words.releaseConfidentialWhy}</p>
        </EmptyState>
      ) : (
        <>
          <p>{words.releaseLead}</p>
          <TextForm opened={opened} form={form} />
        </>
      )}
      <ReleaseFiles opened={opened} files={files} />
      {complaint.publicText && <Withdrawing opened={opened} form={form} />}
    </>,
  );
}

/** The masked working text is where a verifier starts, unless something was released or typed already. */
function TextForm({ opened, form }: { opened: Opened; form: Typed | null }) {
  const { complaint, words, path } = opened;
  const { publicText } = complaint;
  const typed = form?.has('description') ? form : null;
  const title = typed?.text('title') ?? publicText?.title ?? maskIdentifiers(complaint.title);
  const description = typed?.text('description') ?? publicText?.description ?? maskIdentifiers(complaint.description);
  const findings = scanPersonalData(`${title}\n${description}`);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <h2>{words.workingText}</h2>
        <p class="govuk-hint">{complaint.anonymous ? words.workingMasked : words.workingHint}</p>
        <InsetText>
          <p>
            <strong>{complaint.title}</strong>
          </p>
          <MarkedText text={complaint.description} words={words} />
        </InsetText>
      </div>
      <div class="govuk-grid-column-one-half">
        <h2>{words.publicTextHeading}</h2>
        <Form action={`${path}/release`}>
          <Hidden name="version" value={String(complaint.version)} />
          <TextInput name="title" label={words.publicTitle} value={title} maxlength={150} />
          <TextArea name="description" label={words.publicDescription} value={description} rows={12} maxCharacters={TEXT_LIMIT} />
          {findings.length > 0 ? (
            <>
              <InsetText>
                <p>
                  <strong>{words.findingsLeft(tellFindings(findings, words))}</strong>
                </p>
                <MarkedText text={`${title}\n\n${description}`} words={words} />
              </InsetText>
              <Checkbox
                name="checked"
                label={words.checkedLabel}
                hint={words.checkedHint}
                checked={typed?.text('checked') === 'yes'}
              />
            </>
          ) : (
            <p class="govuk-hint">{words.noFindings}</p>
          )}
          <Button>{publicText ? words.releaseChange : words.releaseNow}</Button>
        </Form>
      </div>
    </div>
  );
}

function Withdrawing({ opened, form }: { opened: Opened; form: Typed | null }) {
  const { words, path, complaint } = opened;
  return (
    <section>
      <h2>{words.withdrawHeading}</h2>
      <p>{words.withdrawLead}</p>
      <Form action={`${path}/release/withdraw`}>
        <Hidden name="version" value={String(complaint.version)} />
        <TextArea
          name="reason"
          label={words.reasonLabel}
          hint={words.withdrawHint}
          value={form?.has('reason') ? form.text('reason') : ''}
          rows={3}
        />
        <Button kind="warning">{words.withdrawNow}</Button>
      </Form>
    </section>
  );
}
