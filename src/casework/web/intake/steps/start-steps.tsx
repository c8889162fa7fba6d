/** How it came (an officer's question), and what is wanted. */
import { Checkbox, Checkboxes, DateInput, PageHeading, Radios, TextArea } from '../../../../design/index.ts';
import { agenciesByIds } from '../../../../directory/index.ts';
import { cite } from '../../../../law/index.ts';
import { RAPID_CRITERIA } from '../../../rules/case.ts';
import { DESK_CHANNELS, INTAKE_KINDS } from '../../../rules/intake/answers.ts';
import { type StepBody, StepForm } from '../step-page.tsx';

export const arrivalBody: StepBody = {
  title: ({ site }) => site.words.arrival.title,
  async body(view) {
    const { site, draft } = view;
    const words = site.words.arrival;
    const { answers } = draft;
    const offices = await agenciesByIds(
      site.tools.db,
      site.offices.map((each) => each.agencyId),
    );
    const only = offices.size === 1 ? [...offices.keys()][0] : undefined;
    return (
      <>
        <PageHeading>{words.title}</PageHeading>
        <StepForm view={view}>
          <Radios
            name="office"
            label={words.office}
            value={answers.office || only}
            choices={[...offices.values()].map((office) => ({ value: office.id, label: office.name }))}
          />
          <Radios
            name="channel"
            label={words.channel}
            value={answers.channel}
            inline
            choices={DESK_CHANNELS.map((value) => ({ value, label: words.channels[value] ?? value }))}
          />
          <DateInput
            name="received"
            label={words.received}
            hint={words.receivedHint}
            value={{ day: answers.receivedDay, month: answers.receivedMonth, year: answers.receivedYear }}
          />
        </StepForm>
      </>
    );
  },
};

export const kindBody: StepBody = {
  title: ({ site }) => (site.mode === 'desk' ? site.words.kind.deskTitle : site.words.kind.title),
  body(view) {
    const { site, draft } = view;
    const words = site.words.kind;
    const isDesk = site.mode === 'desk';
    const kinds = INTAKE_KINDS.filter((kind) => !isDesk || kind !== 'tip');
    return (
      <>
        <PageHeading>{isDesk ? words.deskTitle : words.title}</PageHeading>
        <StepForm view={view}>
          <Radios
            name="kind"
            label={words.label}
            value={draft.answers.kind}
            choices={kinds.map((value) =>
              isDesk ? { value, label: words.desk[value] } : { value, label: words[value], hint: words[`${value}Hint`] },
            )}
          />
          {isDesk && <Rapid view={view} />}
        </StepForm>
      </>
    );
  },
};

/** Each criterion alone is enough; without one a report is not answered ahead of the others. */
function Rapid({ view: { site, draft } }: { view: Parameters<StepBody['title']>[0] }) {
  const words = site.words.kind;
  const { answers } = draft;
  return (
    <Checkbox
      name="rapid"
      label={words.rapid}
      hint={`${words.rapidHint} ${cite({ regulation: 'po-58-2023' })[site.language]}`}
      checked={answers.rapid === 'yes'}
      conditional={
        <>
          <Checkboxes
            name="emergency"
            label={words.criteria}
            values={RAPID_CRITERIA.filter((criterion) => answers[criterion] === 'yes')}
            choices={RAPID_CRITERIA.map((criterion) => ({ name: criterion, value: 'yes', label: words.criterion[criterion] }))}
          />
          <TextArea name="rapidReason" label={words.rapidReason} rows={3} value={answers.rapidReason} maxCharacters={10_000} />
        </>
      }
    />
  );
}
