/** What happened, what was tried before, what is wished, and the files. */

import { aboutFile } from '../../../../complaints/index.ts';
import { DateInput, FileUpload, PageHeading, Radios, TextArea, TextInput, WarningText } from '../../../../design/index.ts';
import { lawBook } from '../../../../law/index.ts';
import { ACCEPTED_EXTENSIONS } from '../../../../platform/files/sniff.ts';
import { kindOf } from '../../../rules/intake/answers.ts';
import { todayOf } from '../reading.ts';
import { type StepBody, StepForm, type StepView } from '../step-page.tsx';

const MOST = 10_000;

function storyTitle({ site, draft }: StepView): string {
  const words = site.words.story;
  const kind = kindOf(draft.answers);
  return kind === 'consultation' ? words.consultationTitle : kind === 'copy' ? words.copyTitle : words.title;
}

export const storyBody: StepBody = {
  title: storyTitle,
  async body(view) {
    const { site, draft } = view;
    const words = site.words.story;
    const { answers } = draft;
    const kind = kindOf(answers);
    const years = (await lawBook(site.tools)).parameter('case.event-age', todayOf(site)).value;
    return (
      <>
        <PageHeading>{storyTitle(view)}</PageHeading>
        <StepForm view={view}>
          <TextInput name="title" label={words.titleLabel} hint={words.titleHint} value={answers.title} maxlength={150} />
          <TextArea
            name="account"
            label={words.account}
            hint={kind === 'copy' ? words.copyHint : words.accountHint}
            value={answers.account}
            rows={10}
            maxCharacters={MOST}
          />
          {kind !== 'consultation' && (
            <DateInput
              name="occurred"
              label={words.occurred}
              hint={words.occurredHint(years)}
              value={{ day: answers.day, month: answers.month, year: answers.year }}
            />
          )}
          {site.mode === 'desk' && kind === 'consultation' && (
            <Radios
              name="done"
              label={words.done}
              value={answers.done || 'yes'}
              choices={[
                {
                  value: 'yes',
                  label: words.doneYes,
                  conditional: (
                    <TextArea name="advice" label={words.advice} rows={5} value={answers.advice} maxCharacters={MOST} />
                  ),
                },
                { value: 'no', label: words.doneNo },
              ]}
            />
          )}
        </StepForm>
      </>
    );
  },
};

/** Asked of every report: they decide whether the Ombudsman may examine it at all. */
export function Statements({ view: { site, draft } }: { view: StepView }) {
  const { before: words, yes, no } = site.words;
  const choices = [
    { value: 'no', label: no },
    { value: 'yes', label: yes },
  ];
  return (
    <>
      <Radios name="court" label={words.court} inline value={draft.answers.court} choices={choices} />
      <Radios name="reported" label={words.reported} inline value={draft.answers.reported} choices={choices} />
    </>
  );
}

export const beforeBody: StepBody = {
  title: ({ site }) => site.words.before.title,
  body(view) {
    const { site, draft } = view;
    const { before: words, yes, no } = site.words;
    const { answers } = draft;
    return (
      <>
        <PageHeading>{words.title}</PageHeading>
        <p>{words.lead}</p>
        <StepForm view={view}>
          <Radios
            name="complained"
            label={words.complained}
            value={answers.complained}
            choices={[
              {
                value: 'yes',
                label: yes,
                conditional: (
                  <TextArea
                    name="complainedHow"
                    label={words.complainedHow}
                    rows={4}
                    value={answers.complainedHow}
                    maxCharacters={MOST}
                  />
                ),
              },
              { value: 'no', label: no, hint: words.complainedNoHint },
            ]}
          />
          <Statements view={view} />
        </StepForm>
      </>
    );
  },
};

const wishTitle = ({ site, draft }: StepView): string =>
  kindOf(draft.answers) === 'consultation' ? site.words.wish.consultationTitle : site.words.wish.title;

export const wishBody: StepBody = {
  title: wishTitle,
  body(view) {
    const { site, draft } = view;
    const words = site.words.wish;
    const { answers } = draft;
    const asks = kindOf(answers) === 'consultation';
    return (
      <>
        <PageHeading>{wishTitle(view)}</PageHeading>
        <StepForm view={view}>
          {!asks && (
            <TextArea
              name="loss"
              label={words.loss}
              hint={words.lossHint}
              optional
              rows={4}
              value={answers.loss}
              maxCharacters={MOST}
            />
          )}
          <TextArea
            name="wish"
            label={asks ? words.question : words.wish}
            hint={asks ? undefined : words.wishHint}
            rows={5}
            value={answers.wish}
            maxCharacters={MOST}
          />
          {site.mode === 'complaint' && !asks && <Statements view={view} />}
        </StepForm>
      </>
    );
  },
};

export const filesBody: StepBody = {
  title: ({ site }) => site.words.files.title,
  body(view) {
    const { site, draft } = view;
    const words = site.words.files;
    return (
      <>
        <PageHeading>{words.title}</PageHeading>
        <p>{site.mode === 'desk' && draft.answers.channel === 'letter' ? words.letterLead : words.lead}</p>
        {kindOf(draft.answers) === 'tip' && <WarningText>{words.tipWarning}</WarningText>}
        <StepForm view={view} multipart>
          <FileUpload
            name="files"
            label={words.label}
            hint={words.hint}
            optional
            accept={ACCEPTED_EXTENSIONS.join(',')}
            uploaded={draft.files.map((file) => ({ id: file.id, name: file.name, about: aboutFile(file, site.language) }))}
          />
        </StepForm>
      </>
    );
  },
};
