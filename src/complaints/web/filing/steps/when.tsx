import { DateInput } from '../../../../design/index.ts';
import { type Question, QuestionForm, questionPage } from '../question.tsx';
import { wordsFor } from '../wizard.ts';

/** The day it happened, if it is known. */
export const whenQuestion: Question = {
  step: 'when',
  inputs: { occurredOn: 'date' },
  read: (form, draft) => ({
    ...draft,
    day: form.text('date-day'),
    month: form.text('date-month'),
    year: form.text('date-year'),
  }),
  show(c, view) {
    const words = wordsFor(c).when;
    const { day, month, year } = view.draft;
    return questionPage(
      c,
      view,
      { title: words.title },
      <QuestionForm c={c} view={view}>
        <DateInput name="date" label={words.title} heading hint={words.hint} optional value={{ day, month, year }} />
      </QuestionForm>,
    );
  },
};
