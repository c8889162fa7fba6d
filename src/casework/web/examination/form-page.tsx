/**
 * One form of an examination, on a page of its own: what may be done is asked of the rules; what they refuse comes back with everything typed.
 */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  Columns,
  dateParts,
  dayFromParts,
  type FieldError,
  Form,
  Hidden,
  seeOther,
  WarningButton,
} from '../../../design/index.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Day } from '../../../kernel/time.ts';
import { FILE_REFUSALS, type FileRefusal } from '../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as Typed } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import { casePage } from '../case-frame.tsx';
import type { CaseSection } from '../frame-words.ts';
import type { OpenedCase } from '../opened.tsx';
import { onInside } from './on-inside.ts';
import { type ExaminationWords, wordsIn } from './words.ts';

/** A form as it meets one request. */
export interface At<T> extends OpenedCase {
  readonly words: ExaminationWords;
  readonly data: T;
  /** `null` when the page is only opened. */
  readonly form: Typed | null;
  /** What was typed, else `first`. */
  typed(name: string, first?: string): string;
  /** A day typed into a DateInput: the day, `null` when nothing was typed, `undefined` when it is none. */
  day(name: string): Day | null | undefined;
}

export type Refusal = CaseRefusal | FileRefusal;

export interface FormSpec<T> {
  /** Below `/desk/cases/:id/`. */
  readonly address: string;
  readonly section: CaseSection;
  readonly load: (opened: OpenedCase) => Promise<T | undefined> | T | undefined;
  /** Who may not, is told that there is nothing here. */
  readonly may: (opened: OpenedCase, data: T) => boolean;
  readonly title: (at: At<T>) => string;
  /** Below the case. */
  readonly back: (at: At<T>) => { readonly href: string; readonly text: string };
  readonly body: (at: At<T>) => Child | Promise<Child>;
  readonly button: (at: At<T>) => string;
  readonly isWarning?: boolean;
  /** The form brings a file. */
  readonly files?: boolean;
  /** Only looks something up: the form comes again, filled. */
  readonly isLookUp?: (form: Typed) => boolean;
  /** Which input a refusal is about. */
  readonly fields: Partial<Record<Refusal, string>> & { readonly otherwise: string };
  readonly send: (at: At<T>, form: Typed) => Promise<Result<unknown, Refusal>>;
  readonly done: (at: At<T>, sent: unknown) => { readonly href: string; readonly text: string };
}

export function mountForm<T>(app: WebRoutes, spec: FormSpec<T>): void {
  const address = `/desk/cases/:id/${spec.address}`;
  app.get(
    address,
    onInside((opened) => answer(opened, spec, null)),
  );
  const post = onInside((opened) => answer(opened, spec, readForm(opened.c)));
  if (spec.files) app.post(address, acceptFiles, post);
  else app.post(address, post);
}

async function answer<T>(opened: OpenedCase, spec: FormSpec<T>, form: Typed | null): Promise<Response> {
  const data = await spec.load(opened);
  if (data === undefined || !spec.may(opened, data)) return opened.c.notFound();
  const at: At<T> = {
    ...opened,
    data,
    form,
    words: wordsIn(opened.language),
    typed: (name, first = '') => (form ? form.text(name) : first),
    day(name) {
      const parts = dateParts(form?.typed() ?? {}, name);
      return parts.day + parts.month + parts.year === '' ? null : dayFromParts(parts);
    },
  };
  if (!form || spec.isLookUp?.(form)) return show(at, spec, [], undefined);
  const uploads = form.refusedUploads.map(({ field, reason }) => ({ field, message: at.words.evidence.upload[reason] }));
  if (uploads.length > 0) return show(at, spec, uploads, 422);
  const sent = await spec.send(at, form);
  if (sent.ok) {
    const { href, text } = spec.done(at, sent.value);
    return seeOther(opened.c, href, text);
  }
  const refusal = textOf(sent.refusal);
  if (refusal.kind === 'absent') return opened.c.notFound();
  const errors = [{ field: spec.fields[sent.refusal] ?? spec.fields.otherwise, message: refusal[opened.language] }];
  return show(at, spec, errors, statusOf(refusal.kind));
}

/** The words of a refusal of this room or of a file. */
export function textOf(refusal: Refusal) {
  return refusal in FILE_REFUSALS ? FILE_REFUSALS[refusal as FileRefusal] : CASE_REFUSALS[refusal as CaseRefusal];
}

export function statusOf(kind: ReturnType<typeof textOf>['kind']): 403 | 409 | 422 {
  const status = refusalStatus(kind);
  return status === 403 || status === 409 ? status : 422;
}

async function show<T>(
  at: At<T>,
  spec: FormSpec<T>,
  errors: readonly FieldError[],
  status: 403 | 409 | 422 | undefined,
): Promise<Response> {
  const title = spec.title(at);
  const back = spec.back(at);
  const body = await spec.body(at);
  const button = spec.button(at);
  return casePage(
    at,
    spec.section,
    title,
    <>
      <BackLink href={back.href} text={back.text} />
      <Columns>
        <Form action={at.c.req.path} multipart={spec.files ?? false} errors={errors}>
          <Hidden name="version" value={String(at.file.version)} />
          {body}
          {spec.isWarning ? <WarningButton>{button}</WarningButton> : <Button>{button}</Button>}
        </Form>
      </Columns>
    </>,
    { errors, status },
  );
}
