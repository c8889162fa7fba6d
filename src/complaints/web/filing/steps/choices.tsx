/** The questions whose answer is one of a few: how the complainant came, what is sent, who may know. */
import { type FieldError, InsetText, PageHeading, Radios } from '../../../../design/index.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { COMPLAINT_CLASSES } from '../../../rules/complaint.ts';
import { COUNTER_CHANNELS, type Draft } from '../../../rules/draft.ts';
import { CHANNEL_LABELS, CLASS_LABELS } from '../../../rules/labels.ts';
import { type Question, QuestionForm, questionPage } from '../question.tsx';
import { wordsFor } from '../wizard.ts';

export const channelQuestion: Question = {
  step: 'channel',
  inputs: {},
  read: (form, draft) => ({ ...draft, channel: form.text('channel') }),
  check: async (c, { channel }) =>
    COUNTER_CHANNELS.some((each) => each === channel) ? [] : [{ field: 'channel', message: wordsFor(c).channel.missing }],
  show(c, view) {
    const words = wordsFor(c);
    return questionPage(
      c,
      view,
      { title: words.channel.title },
      <QuestionForm c={c} view={view}>
        <Radios
          name="channel"
          label={words.channel.title}
          heading
          value={view.draft.channel}
          choices={COUNTER_CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value][c.get('language')] }))}
        />
      </QuestionForm>,
    );
  },
};

export const classQuestion: Question = {
  step: 'class',
  inputs: { class: 'class' },
  read: (form, draft) => ({ ...draft, class: form.text('class') }),
  show(c, view) {
    const words = wordsFor(c);
    const language = c.get('language');
    return questionPage(
      c,
      view,
      { title: words.class.title },
      <QuestionForm c={c} view={view}>
        <Radios
          name="class"
          label={words.class.title}
          heading
          value={view.draft.class}
          choices={COMPLAINT_CLASSES.map((value) => ({
            value,
            label: CLASS_LABELS[value][language],
            hint: CLASS_LABELS[value].meaning[language],
          }))}
        />
      </QuestionForm>,
    );
  },
};

const isSaid = (answer: string) => answer === 'yes' || answer === 'no';

function missing(c: WebContext, draft: Draft): FieldError[] {
  const words = wordsFor(c).privacy;
  return [
    ...(isSaid(draft.anonymous) ? [] : [{ field: 'anonymous', message: words.anonymousMissing }]),
    ...(isSaid(draft.confidential) ? [] : [{ field: 'confidential', message: words.confidentialMissing }]),
  ];
}

/** Two questions that do not depend on each other, neither with an answer given beforehand. */
export const privacyQuestion: Question = {
  step: 'privacy',
  inputs: {},
  read: (form, draft) => ({ ...draft, anonymous: form.text('anonymous'), confidential: form.text('confidential') }),
  check: async (c, draft) => missing(c, draft),
  show(c, view) {
    const words = wordsFor(c).privacy;
    return questionPage(
      c,
      view,
      { title: words.title },
      <>
        <PageHeading>{words.title}</PageHeading>
        <p>{words.lead}</p>
        <QuestionForm c={c} view={view}>
          <Radios
            name="anonymous"
            label={words.anonymous}
            labelSize="m"
            value={view.draft.anonymous}
            choices={[
              { value: 'yes', label: words.anonymousYes, hint: words.anonymousYesHint },
              { value: 'no', label: words.anonymousNo, hint: words.anonymousNoHint },
            ]}
          />
          <Radios
            name="confidential"
            label={words.confidential}
            labelSize="m"
            value={view.draft.confidential}
            choices={[
              { value: 'yes', label: words.confidentialYes, hint: words.confidentialYesHint },
              { value: 'no', label: words.confidentialNo, hint: words.confidentialNoHint },
            ]}
          />
          <InsetText>
            <p>{words.guess}</p>
          </InsetText>
        </QuestionForm>
      </>,
    );
  },
};
