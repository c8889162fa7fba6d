/**
 * Pages of drafting and signing on which several small steps stand, each a form of its own. A step that is taken leads back to its page (303); a refused one
 * shows the page again with the sentence at its input and everything typed. Names of inputs carry the step, so that one page may ask twice for a reason.
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
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import { type OpenedAgreement, onAgreement, versionOf } from '../opened.tsx';
import { type SigningWords, wordsIn } from './words.ts';

/** A step that was refused: its page comes again with it. */
export interface Again {
  readonly step: string;
  readonly form: Form;
  readonly errors: FieldErrors;
  readonly status: 403 | 409 | 422;
}

export interface At extends OpenedAgreement {
  readonly words: SigningWords;
  /** `/desk/agreements/:code/signing` */
  readonly base: string;
  readonly again: Again | undefined;
  /** What was typed into an input of a step, else its first value. */
  typed(step: string, name: string, first?: string): string;
  day(step: string, name: string, first?: DateParts): DateParts;
  chosen(step: string, name: string): readonly string[];
}

/** The name of an input: unique on the page. */
export const input = (step: string, name: string): string => `${name}-${step}`;

/** Where a sentence stands that is about a step without an input of its own. */
export const stepAnchor = (step: string): string => `step-${step}`;

export interface Sent extends At {
  readonly form: Form;
  readonly version: number;
  /** What stands after the step's name in the address: the key of a section, the id of a paper. */
  readonly line: string;
  value(name: string): string;
  values(name: string): readonly string[];
  date(name: string): DateParts;
}

/** A refusal of this room, of the files, or a sentence of somebody else's with the input it is about. */
export type StepRefusal = AgreementRefusal | FileRefusal | { readonly message: string; readonly field: string };

export interface Step {
  readonly send: (sent: Sent) => Promise<Result<unknown, StepRefusal>>;
  /** The input each refusal is about; `otherwise` for all others, '' = the form as such. */
  readonly fields: Partial<Record<AgreementRefusal, string>> & { readonly otherwise: string };
  readonly files?: true;
  readonly done: (words: SigningWords) => string;
}

type Page = (at: At) => Promise<Response>;

const CODE = '/desk/agreements/:code{[A-Z]{2,4}-[0-9]{4}-[0-9]{4,}}';

export function onSection(section: 'text' | 'signing', answer: (at: At) => Response | Promise<Response>) {
  return onAgreement((opened) => answer(atOf(opened, section, undefined)));
}

function atOf(opened: OpenedAgreement, section: string, again: Again | undefined): At {
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

/** @param steps by name: `POST …/section/name`, with what it is about after it, if it is about one thing of several */
export function mountSteps(app: WebRoutes, section: 'text' | 'signing', page: Page, steps: Readonly<Record<string, Step>>): void {
  const base = `${CODE}/${section}`;
  app.get(base, onSection(section, page));
  for (const [name, step] of Object.entries(steps)) {
    for (const [path, lined] of [
      [`${base}/${name}`, false],
      [`${base}/${name}/:line{[0-9a-z-]{1,60}}`, true],
    ] as const) {
      const answer = onSection(section, (at) => {
        const line = lined ? (at.c.req.param('line') ?? '') : '';
        return take(at, section, page, step, lined ? `${name}-${line}` : name, line);
      });
      if (step.files) app.post(path, acceptFiles, answer);
      else app.post(path, answer);
      // A refused step that is reloaded, or read in the other language.
      app.get(
        path,
        onSection(section, (at) => seeOther(at.c, at.base)),
      );
    }
  }
}

async function take(at: At, section: string, page: Page, step: Step, name: string, line: string): Promise<Response> {
  const form = readForm(at.c);
  const done = await step.send({
    ...at,
    ...{ form, line, version: versionOf(form.text('version')) },
    value: (field) => form.text(input(name, field)),
    values: (field) => form.all(input(name, field)),
    date: (field) => dateParts(form.typed(), input(name, field)),
  });
  if (done.ok) return seeOther(at.c, at.base, step.done(at.words));
  if (done.refusal === 'agreement.absent') return at.c.notFound();
  const { message, status, about } = sentence(done.refusal, step, at.language);
  const field = about === '' ? stepAnchor(name) : input(name, about);
  const again: Again = { step: name, form, errors: [{ field, message }], status };
  // The page is made from how things stand now, with what was typed put over it.
  const now = onAgreement((opened) => page(atOf(opened, section, again)));
  return now(at.c);
}

function sentence(refusal: StepRefusal, step: Step, language: Language) {
  if (typeof refusal !== 'string') return { message: refusal.message, status: 422 as const, about: refusal.field };
  const isFile = !refusal.startsWith('agreement.');
  const said = isFile ? FILE_REFUSALS[refusal as FileRefusal] : AGREEMENT_REFUSALS[refusal as AgreementRefusal];
  const status = refusalStatus(said.kind);
  return {
    message: said[language],
    status: status === 403 || status === 409 ? status : (422 as const),
    about: isFile ? 'file' : (step.fields[refusal as AgreementRefusal] ?? step.fields.otherwise),
  };
}
