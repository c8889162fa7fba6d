import { Checkbox, type FieldErrors, TextArea, TextInput } from '../../../design/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import type { AgencyParticulars } from '../../rules/agency-changes.ts';
import type { DirectoryRefusal } from '../../rules/refusals.ts';
import { wordsFor } from '../frame.tsx';
import { errorsOf, statusOf } from './errors.ts';

/** What was typed about an agency, as typed. */
export interface Typed {
  readonly slug: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly functions: string;
  readonly desk: boolean;
  readonly reason: string;
}

export const NOTHING: Typed = { slug: '', kind: '', name: '', shortName: '', functions: '', desk: false, reason: '' };

export function readTyped(form: SentForm): Typed {
  const text = (name: keyof Typed) => form.text(name);
  return {
    slug: text('slug').trim(),
    kind: text('kind'),
    name: text('name'),
    shortName: text('shortName'),
    functions: text('functions'),
    desk: form.has('desk'),
    reason: text('reason'),
  };
}

/** The order the typed text means; the rules say what is wrong with it. */
export function particulars(typed: Typed): AgencyParticulars {
  return {
    name: typed.name,
    shortName: typed.shortName,
    functions: typed.functions.split(/[\s,]+/).filter((word) => word !== ''),
    isCoordinatorDesk: typed.desk,
    reason: typed.reason,
  };
}

/** Errors at their inputs and the status of the first. */
export function refusedWith(c: WebContext, problems: readonly DirectoryRefusal[], more: FieldErrors = []) {
  const errors = [...more, ...errorsOf(c.get('language'), ...problems)];
  const first = problems[0];
  return { errors, status: first === undefined ? undefined : statusOf(first) };
}

/** Inputs shared by opening and changing. */
export function AgencyInputs(props: { c: WebContext; typed: Typed; isRoot: boolean }) {
  const { c, typed, isRoot } = props;
  const words = wordsFor(c);
  return (
    <>
      <TextInput name="name" label={words.fullName} value={typed.name} maxlength={200} />
      <TextInput name="shortName" label={words.shortName} value={typed.shortName} maxlength={80} width={20} />
      <TextInput
        name="functions"
        label={words.functions}
        hint={words.functionsHint}
        value={typed.functions}
        maxlength={200}
        optional
      />
      {!isRoot && <Checkbox name="desk" label={words.desk} hint={words.deskHint} checked={typed.desk} />}
      <TextArea name="reason" label={words.reason} value={typed.reason} rows={2} maxCharacters={300} />
    </>
  );
}
