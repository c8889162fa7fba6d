/**
 * Pages on which several small steps stand, each a form of its own: LHP, resolution, recommendation, closing. A step that is taken leads back to its page
 * (303); a refused one shows the page again with the sentence at its input and everything typed. Names of inputs carry the step, so that one page may ask
 * twice for a reason.
 */
import { type DateParts, dateParts, type FieldErrors, seeOther } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Result } from '../../../kernel/result.ts';
import { FILE_REFUSALS, type FileRefusal } from '../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import type { CaseTarget } from '../../actions/decide.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import { mayReadAudience } from '../../rules/visibility.ts';
import { type OpenedCase, onCase, versionOf } from '../opened.tsx';
import { type FindingsWords, wordsIn } from './words.ts';

/** A step that was refused: its page comes again with it. */
export interface Again {
  readonly step: string;
  readonly form: Form;
  readonly errors: FieldErrors;
  readonly status: 403 | 409 | 422;
  /** Which passages of a document the sealer has to look at. */
  readonly problem?: StepProblem;
}

export interface At extends OpenedCase {
  readonly words: FindingsWords;
  /** `/desk/cases/:id/findings` */
  readonly base: string;
  readonly again: Again | undefined;
  /** What was typed into an input of a step, else its first value. */
  typed(step: string, name: string, first?: string): string;
  /** The same of a day in three boxes. */
  day(step: string, name: string, first?: DateParts): DateParts;
  /** The same of check boxes. */
  chosen(step: string, name: string): readonly string[];
}

/** The name of an input: unique on the page. */
export const input = (step: string, name: string): string => `${name}-${step}`;

export interface Sent extends At {
  readonly target: CaseTarget;
  readonly form: Form;
  /** The value of an input of this step. */
  value(name: string): string;
  values(name: string): readonly string[];
  date(name: string): DateParts;
}

export interface StepProblem {
  readonly code: CaseRefusal;
  readonly file?: FileRefusal;
  readonly passages?: readonly { readonly excerpt: string }[];
}

export interface Step {
  readonly send: (sent: Sent) => Promise<Result<unknown, CaseRefusal | StepProblem>>;
  /** The input each refusal is about; `otherwise` for all others. */
  readonly fields: Partial<Record<CaseRefusal, string>> & { readonly otherwise: string };
  readonly files?: boolean;
  readonly done: (words: FindingsWords) => string;
  /** Where it leads; its page otherwise. */
  readonly to?: (sent: Sent) => string;
}

type Page = (at: At) => Promise<Response>;

/** Officers who see the case inside: who recorded it at the counter alone does not read findings. */
export function onFindings(section: string, answer: (at: At) => Response | Promise<Response>) {
  return onCase((opened) => {
    if (!mayReadAudience(opened.file, 'internal', opened.actor)) return opened.c.notFound();
    return answer(atOf(opened, section, undefined));
  });
}

function atOf(opened: OpenedCase, section: string, again: Again | undefined): At {
  const form = (step: string) => (again?.step === step ? again.form : undefined);
  return {
    ...opened,
    words: wordsIn(opened.language),
    base: `${opened.path}/${section}`,
    again,
    typed: (step, name, first = '') => form(step)?.text(input(step, name)) ?? first,
    day: (step, name, first = { day: '', month: '', year: '' }) => {
      const sent = form(step);
      return sent ? dateParts(sent.typed(), input(step, name)) : first;
    },
    chosen: (step, name) => form(step)?.all(input(step, name)) ?? [],
  };
}

/** @param section the part of the address below the case; @param steps by name, `POST …/section/name` (with `:no` of a line after it, if it has one) */
export function mountSteps(app: WebRoutes, section: string, page: Page, steps: Readonly<Record<string, Step>>): void {
  const base = `/desk/cases/:id{[0-9a-f-]{36}}/${section}`;
  app.get(base, onFindings(section, page));
  for (const [name, step] of Object.entries(steps)) {
    for (const [path, lined] of [
      [`${base}/${name}`, false],
      [`${base}/${name}/:line{[0-9a-z-]{1,60}}`, true],
    ] as const) {
      const answer = onFindings(section, (at) =>
        take(at, section, page, step, lined ? `${name}-${at.c.req.param('line')}` : name),
      );
      if (step.files) app.post(path, acceptFiles, answer);
      else app.post(path, answer);
      // A refused step that is reloaded, or read in the other language.
      app.get(
        path,
        onFindings(section, (at) => seeOther(at.c, at.base)),
      );
    }
  }
}

async function take(at: At, section: string, page: Page, step: Step, name: string): Promise<Response> {
  const form = readForm(at.c);
  const sent: Sent = {
    ...at,
    form,
    target: { caseId: at.file.id, version: versionOf(form.text('version')) },
    value: (field) => form.text(input(name, field)),
    values: (field) => form.all(input(name, field)),
    date: (field) => dateParts(form.typed(), input(name, field)),
  };
  const done = await step.send(sent);
  if (done.ok) return seeOther(at.c, step.to?.(sent) ?? at.base, step.done(at.words));
  const problem = typeof done.refusal === 'string' ? { code: done.refusal } : done.refusal;
  if (problem.code === 'case.absent') return at.c.notFound();
  const about = step.fields[problem.code] ?? step.fields.otherwise;
  // A step without inputs: the sentence leads to its form.
  const field = about === '' ? `step-${name}` : input(name, about);
  const { message, status } = sentence(problem, at.language);
  return page(atOf(at, section, { step: name, form, errors: [{ field, message }], status, problem }));
}

function sentence({ code, file }: StepProblem, language: Language) {
  const { kind } = CASE_REFUSALS[code];
  const status = refusalStatus(kind);
  const message = file ? FILE_REFUSALS[file][language] : CASE_REFUSALS[code][language];
  return { message, status: status === 403 || status === 409 ? status : (422 as const) };
}
