import { Checkbox, InsetText, PageHeading, TextInput, WarningText } from '../../../../design/index.ts';
import { looksGovernmental } from '../../../../identity/index.ts';
import type { Draft } from '../../../rules/draft.ts';
import { pathOf, type Question, QuestionForm, questionPage, withReturn } from '../question.tsx';
import { wordsFor } from '../wizard.ts';

/** An address that others in government could read, and that the complainant has not yet said to want all the same. */
export function needsWarning(draft: Pick<Draft, 'email' | 'keptEmail'>): boolean {
  return draft.email.trim() !== '' && draft.email.trim() !== draft.keptEmail && looksGovernmental(draft.email);
}

/** Where news go; all of it may be left empty. A governmental address is warned of once, and then taken. */
export const contactQuestion: Question = {
  step: 'contact',
  inputs: { 'contact.name': 'name', 'contact.email': 'email', 'contact.phone': 'phone' },
  read: (form, draft) => ({
    ...draft,
    name: form.text('name'),
    email: form.text('email'),
    phone: form.text('phone'),
    keptEmail: form.text('keep') === '' ? draft.keptEmail : form.text('email').trim(),
  }),
  isAnswered: (draft) => !needsWarning(draft),
  // Back to this page, which then shows the warning and the box with which one goes on.
  after: (view) => (needsWarning(view.draft) ? withReturn(view, pathOf(view.wizard, 'contact')) : undefined),
  show(c, view) {
    const words = wordsFor(c).contact;
    const { draft } = view;
    // At the counter the browser would fill in the officer's own name.
    const filled = (kind: string) => (view.wizard.mode === 'counter' ? 'off' : kind);
    return questionPage(
      c,
      view,
      { title: words.title },
      <>
        <PageHeading>{words.title}</PageHeading>
        {needsWarning(draft) && <WarningText>{words.governmental}</WarningText>}
        <p>
          <strong>{words.lead}</strong>
        </p>
        <ul>
          <li>{words.with}</li>
          <li>{words.without}</li>
        </ul>
        {draft.anonymous === 'yes' && (
          <InsetText>
            <p>{words.anonymous}</p>
          </InsetText>
        )}
        <QuestionForm c={c} view={view}>
          <TextInput name="name" label={words.name} optional value={draft.name} autocomplete={filled('name')} />
          <TextInput name="email" label={words.email} optional type="email" value={draft.email} autocomplete={filled('email')} />
          {needsWarning(draft) && <Checkbox name="keep" label={words.keep} />}
          <TextInput
            name="phone"
            label={words.phone}
            hint={words.phoneHint}
            optional
            type="tel"
            width={20}
            value={draft.phone}
            autocomplete={filled('tel')}
          />
        </QuestionForm>
      </>,
    );
  },
};
