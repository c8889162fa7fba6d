import { InsetText, PageHeading, TextArea, TextInput } from '../../../../design/index.ts';
import { isComplaintClass } from '../../../rules/draft.ts';
import { FILING_LIMITS } from '../../filing-schema.ts';
import { type Question, QuestionForm, questionPage } from '../question.tsx';
import { wordsFor } from '../wizard.ts';

/** What happened, in the complainant's own words. */
export const storyQuestion: Question = {
  step: 'story',
  inputs: { title: 'title', description: 'description' },
  read: (form, draft) => ({ ...draft, title: form.text('title'), description: form.text('description') }),
  show(c, view) {
    const words = wordsFor(c).story;
    const { draft } = view;
    const kind = isComplaintClass(draft.class) ? draft.class : 'complaint';
    return questionPage(
      c,
      view,
      { title: words.title[kind] },
      <>
        <PageHeading>{words.title[kind]}</PageHeading>
        <InsetText>
          <p>{words.noNames}</p>
        </InsetText>
        <QuestionForm c={c} view={view}>
          <TextInput name="title" label={words.heading} hint={words.headingHint[kind]} value={draft.title} autocomplete="off" />
          <TextArea
            name="description"
            label={words.text[kind]}
            hint={words.textHint[kind]}
            value={draft.description}
            rows={kind === 'information-request' ? 5 : 9}
            maxCharacters={FILING_LIMITS.description.most}
          />
        </QuestionForm>
      </>,
    );
  },
};
