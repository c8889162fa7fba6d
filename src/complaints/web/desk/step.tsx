/**
 * One step an officer can take on a complaint, as a page of its own: what it means, a short form, the button. What is allowed is asked of
 * the rules; what they refuse comes back with everything typed, also when someone else was faster (`version`).
 */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Details,
  type FieldError,
  Form,
  Hidden,
  PageHeading,
  page,
  StatusTag,
  seeOther,
} from '../../../design/index.ts';
import type { Result } from '../../../kernel/result.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import type { Form as Typed } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import type { Target } from '../../actions/decide.ts';
import type { Complaint, Part } from '../../rules/complaint.ts';
import { partById } from '../../rules/guards.ts';
import { STATUS_LABELS } from '../../rules/labels.ts';
import type { RefusalCode } from '../../rules/refusals.ts';
import { statusOf } from '../../rules/status.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import { type Attached, NOTHING_ATTACHED, onlyMovesFiles } from '../attachments.tsx';
import { attach } from './attachments.tsx';
import { type Opened, onComplaint } from './opened.tsx';
import { type Refused, refused } from './refused.ts';
import type { StepName } from './words.id.ts';

/** A step as it meets one request. */
export interface At extends Opened {
  /** The office's share the step is about; `null` for steps of the desk. */
  readonly part: Part | null;
  readonly href: string;
  readonly attached: Attached;
  /** What was typed into a text field, empty at first. */
  typed(name: string, first?: string): string;
  /** What was chosen among check boxes. */
  chosen(name: string): readonly string[];
}

export interface Step {
  readonly name: StepName;
  readonly scope: 'complaint' | 'part';
  /** `undefined` = may be taken now; else why not. */
  readonly guard: (opened: Opened, part: Part | null) => RefusalCode | undefined;
  /** Whether the page also takes files. */
  readonly files?: boolean;
  /** Inputs that refusals are about. */
  readonly fields: Partial<Record<RefusalCode, string>> & { readonly otherwise: string };
  readonly kind?: 'warning';
  /** The inputs. */
  readonly render: (at: At) => Child | Promise<Child>;
  /** What the page itself requires, before the rules are asked. */
  readonly missing?: (at: At) => readonly FieldError[];
  /** Sent only to look something up: the form comes again, filled. */
  readonly isLookUp?: (form: Typed) => boolean;
  /** Shown once more before it is sent; `undefined` when there is nothing to show (the rule will say what is missing). */
  readonly preview?: (at: At) => Child | undefined;
  readonly send: (at: At, target: Target) => Promise<Result<Complaint, RefusalCode>>;
}

export function mountStep(app: WebRoutes, step: Step): void {
  const base = '/desk/complaints/:trackingNumber';
  const path = step.scope === 'part' ? `${base}/parts/:part/${step.name}` : `${base}/${step.name}`;
  app.get(
    path,
    onComplaint((opened) => ask(opened, step)),
  );
  const answer = onComplaint((opened) => take(opened, step));
  if (step.files) app.post(path, acceptFiles, answer);
  else app.post(path, answer);
}

function partOf(c: WebContext, step: Step, opened: Opened): Part | null | undefined {
  return step.scope === 'complaint' ? null : partById(opened.complaint, c.req.param('part') ?? '');
}

function at(opened: Opened, step: Step, part: Part | null, form: Typed | null, attached: Attached): At {
  return {
    ...opened,
    part,
    attached,
    href: part ? `${opened.path}/parts/${part.id}/${step.name}` : `${opened.path}/${step.name}`,
    typed: (name, first = '') => (form?.has(name) ? form.text(name) : form ? '' : first),
    chosen: (name) => form?.all(name) ?? [],
  };
}

async function ask(opened: Opened, step: Step): Promise<Response> {
  const part = partOf(opened.c, step, opened);
  if (part === undefined) return Promise.resolve(opened.c.notFound());
  const code = step.guard(opened, part);
  if (code === 'complaint.not-yours') return Promise.resolve(opened.c.notFound());
  const here = at(opened, step, part, null, NOTHING_ATTACHED);
  return code ? notNow(here, step, code) : formPage(here, step);
}

async function take(opened: Opened, step: Step): Promise<Response> {
  const part = partOf(opened.c, step, opened);
  if (part === undefined) return Promise.resolve(opened.c.notFound());
  const code = step.guard(opened, part);
  if (code === 'complaint.not-yours') return Promise.resolve(opened.c.notFound());
  const form = readForm(opened.c);
  const attached = step.files ? await attach(opened, form) : NOTHING_ATTACHED;
  const here = at(opened, step, part, form, attached);
  if (attached.errors.length > 0) return formPage(here, step, { errors: attached.errors, status: 422 });
  if (step.isLookUp?.(form) || (step.files && onlyMovesFiles(form))) return formPage(here, step);
  if (code) return formPage(here, step, refused(code, opened.language, step.fields));

  const missing = step.missing?.(here) ?? [];
  if (missing.length > 0 && !form.has('mend')) return formPage(here, step, { errors: missing, status: 422 });
  const confirmed = form.text('confirmed') === 'yes';
  if (form.has('mend')) return formPage(here, step);
  const preview = !confirmed && step.preview?.(here);
  if (preview) return previewPage(here, step, preview);
  const target = { complaintId: opened.complaint.id, version: versionOf(form) };
  const result = await step.send(here, target);
  if (result.ok) return seeOther(opened.c, opened.path, opened.words.steps[step.name].done);
  if (result.refusal === 'complaint.absent') return Promise.resolve(opened.c.notFound());
  return formPage(here, step, refused(result.refusal, opened.language, step.fields));
}

/** A form without its version (nobody's browser sends that) is treated as made from an older one. */
function versionOf(form: Typed): number {
  const typed = form.text('version');
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}

async function formPage(here: At, step: Step, answer: Refused = { errors: [], status: 200 }): Promise<Response> {
  const { c, words, complaint } = here;
  const text = words.steps[step.name];
  const { errors, status } = answer;
  return page(
    c,
    { title: text.title, before: <BackLink href={here.path} text={words.toFile} />, errors, status },
    <Columns>
      <PageHeading caption={words.complaintNumber(showTrackingNumber(complaint.trackingNumber))}>{text.title}</PageHeading>
      <p>{text.lead}</p>
      <WhatItSays here={here} />
      <Form action={here.href} multipart={step.files}>
        <Hidden name="version" value={String(complaint.version)} />
        {await step.render(here)}
        <ButtonGroup>
          <Button kind={step.kind}>{step.preview ? words.lookOver : text.button}</Button>
          <a class="govuk-link" href={here.path}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
  );
}

/** The complaint in short, so that nobody must go back to read what they are deciding on. */
function WhatItSays({ here }: { here: At }) {
  const { complaint, words, language } = here;
  const status = STATUS_LABELS[statusOf(complaint)];
  return (
    <Details summary={words.readComplaint}>
      <p>
        <strong>{complaint.title}</strong> <StatusTag label={status[language]} tone={status.tone} />
      </p>
      <p class="tuntas-preserve">{complaint.description}</p>
    </Details>
  );
}

/** The same form once more, closed: what will be read, and by whom. */
async function previewPage(here: At, step: Step, preview: Child): Promise<Response> {
  const { c, words, complaint } = here;
  const typed = readForm(c).typed();
  return page(
    c,
    { title: words.previewTitle, before: <BackLink href={here.path} text={words.toFile} /> },
    <Columns>
      <PageHeading caption={words.complaintNumber(showTrackingNumber(complaint.trackingNumber))}>
        {words.previewTitle}
      </PageHeading>
      {preview}
      <Form action={here.href} multipart={step.files}>
        {Object.entries(typed).map(([name, value]) =>
          name === 'draft' ? null : [value].flat().map((one) => <Hidden name={name} value={one} />),
        )}
        {here.attached.draftId && <Hidden name="draft" value={here.attached.draftId} />}
        <ButtonGroup>
          <Button name="confirmed" value="yes">
            {words.steps[step.name].button}
          </Button>
          <Button kind="secondary" name="mend" value="yes">
            {words.mend}
          </Button>
        </ButtonGroup>
      </Form>
    </Columns>,
  );
}

/** The step exists, but not as the complaint stands now: someone else was faster, or facts are being asked. */
function notNow(here: At, step: Step, code: RefusalCode): Promise<Response> {
  const { errors, status } = refused(code, here.language, step.fields);
  const [error] = errors as [FieldError];
  return page(
    here.c,
    { title: here.words.steps[step.name].title, before: <BackLink href={here.path} text={here.words.toFile} />, status },
    <Columns>
      <PageHeading caption={here.words.complaintNumber(showTrackingNumber(here.complaint.trackingNumber))}>
        {here.words.steps[step.name].title}
      </PageHeading>
      <p>{error.message}</p>
    </Columns>,
  );
}
