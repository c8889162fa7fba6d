/** The further steps after a recommendation that was not fully carried out, each taken or explained. */
import { Card, DateInput, DayText, partsOfDay, Radios, Select, TextArea, TextInput } from '../../../design/index.ts';
import { cite } from '../../../law/index.ts';
import { FURTHER_STEP_DATA, FURTHER_STEPS, type FurtherStep, type RecordedStep } from '../../rules/findings/further-steps.ts';
import { mayWork } from '../../rules/permissions.ts';
import { StepForm } from './parts.tsx';
import type { RecommendationView } from './recommendation-page.tsx';
import { input } from './shell.ts';

export function FurtherStepsSection({ view }: { view: RecommendationView }) {
  const { at, steps } = view;
  const { words, language, file, actor, path } = at;
  if (file.stage !== 'further-steps' && steps.length === 0) return null;
  const works = file.stage === 'further-steps' && (mayWork(file, actor, 'case.resolve') || mayWork(file, actor, 'case.decide'));
  return (
    <>
      <h2>{words.steps.title}</h2>
      {FURTHER_STEPS.map((step) => {
        const { label, basis, document } = FURTHER_STEP_DATA[step];
        const recorded = steps.find((one) => one.step === step);
        return (
          <Card title={label[language]}>
            <p class="govuk-hint">{cite(basis)[language]}</p>
            <Recorded view={view} recorded={recorded} />
            {works && (
              <>
                <p>
                  {document === null ? (
                    <a href={`${path}/publication`}>{words.steps.publish}</a>
                  ) : (
                    <a href={`${path}/documents/new?kind=${document}`}>{words.steps.write}</a>
                  )}
                </p>
                <RecordForm view={view} step={step} recorded={recorded} />
              </>
            )}
          </Card>
        );
      })}
    </>
  );
}

function Recorded({ view, recorded }: { view: RecommendationView; recorded: RecordedStep | undefined }) {
  const { words, path } = view.at;
  if (!recorded) return <p>{words.steps.open}</p>;
  return recorded.takenOn ? (
    <p>
      <strong>{words.steps.taken}</strong>, <DayText on={recorded.takenOn} />. {recorded.proof}{' '}
      {recorded.documentId && <a href={`${path}/documents/${recorded.documentId}`}>{words.steps.letter}</a>}
    </p>
  ) : (
    <p>
      <strong>{words.steps.notTaken}</strong>: {recorded.whyNot}
    </p>
  );
}

function RecordForm(props: { view: RecommendationView; step: FurtherStep; recorded: RecordedStep | undefined }) {
  const { view, step: of, recorded } = props;
  const { at, documents } = view;
  const { words } = at;
  const step = `record-${of}`;
  const { document } = FURTHER_STEP_DATA[of];
  const letters = documents.filter(({ kind, number }) => kind === document && number !== null);
  return (
    <StepForm at={at} step="record" line={of} button={words.steps.save} kind="secondary">
      <Radios
        name={input(step, 'taken')}
        label={words.steps.title}
        value={at.typed(step, 'taken', recorded ? (recorded.takenOn ? 'yes' : 'no') : '')}
        choices={[
          {
            value: 'yes',
            label: words.steps.taken,
            conditional: (
              <>
                <DateInput
                  name={input(step, 'on')}
                  label={words.steps.day}
                  value={at.day(step, 'on', partsOfDay(recorded?.takenOn))}
                />
                {document !== null && (
                  <Select
                    name={input(step, 'document')}
                    label={words.steps.letter}
                    emptyLabel={words.steps.noLetter}
                    value={at.typed(step, 'document', recorded?.documentId ?? '')}
                    options={letters.map(({ id, number }) => ({ value: id, label: number ?? '' }))}
                  />
                )}
                <TextInput
                  name={input(step, 'proof')}
                  label={words.steps.proof}
                  value={at.typed(step, 'proof', recorded?.proof)}
                />
              </>
            ),
          },
          {
            value: 'no',
            label: words.steps.notTaken,
            conditional: (
              <TextArea
                name={input(step, 'why-not')}
                label={words.steps.whyNot}
                rows={3}
                value={at.typed(step, 'why-not', recorded?.whyNot)}
              />
            ),
          },
        ]}
        small
      />
    </StepForm>
  );
}
