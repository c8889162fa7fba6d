/** The requirements of one group: what each rests on, who answered it, and the inputs to answer it. */
import { Button, Details, Form, formatMoment, Hidden, Radios, StatusTag, TextInput, type Tone } from '../../../design/index.ts';
import { cite } from '../../../law/index.ts';
import { STAGE_LABELS } from '../../rules/case.transitions.ts';
import { ANSWERS, type Answer, progressOf, type Standing } from '../../rules/verification/checks.ts';
import type { RequirementGroup } from '../../rules/verification/requirements.ts';
import type { SimilarCase } from '../../store/verification/similar-cases.ts';
import { casePath, type OpenedCase } from '../opened.tsx';
import { tellFact } from './telling.tsx';
import type { VerificationWords } from './words.ts';

/** What came with a form that was refused. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export interface Part {
  readonly opened: OpenedCase;
  readonly words: VerificationWords;
  readonly nameOf: (reference: string) => string;
  readonly similar: readonly SimilarCase[];
  readonly complainedHow: string | null;
  readonly isChecking: boolean;
  readonly typed: Typed | undefined;
}

export function CheckGroup({ group, standings, ...part }: Part & { group: RequirementGroup; standings: readonly Standing[] }) {
  const { opened, words } = part;
  if (standings.length === 0) return null;
  const { met, answered, total } = progressOf(standings);
  const list = standings.map((standing) => <OneCheck {...part} standing={standing} />);
  return (
    <section>
      <h2>{words.checks.groups[group]}</h2>
      <p>{words.checks.progress(met, answered, total)}</p>
      {part.isChecking ? (
        <Form action={`${opened.path}/checks`}>
          <p class="govuk-hint">{words.checks.noteHint}</p>
          {list}
          <Button name="save" value="yes">
            {words.checks.saveGroup(words.checks.groups[group])}
          </Button>
        </Form>
      ) : (
        list
      )}
    </section>
  );
}

const TONES: Readonly<Record<Answer, Tone>> = {
  met: 'success',
  'not-met': 'danger',
  'not-applicable': 'neutral',
  open: 'warning',
};

function OneCheck({ standing, ...part }: Part & { standing: Standing }) {
  const { opened, words, nameOf } = part;
  const { file, language } = opened;
  const { requirement, answer, check, computed, history } = standing;
  const facts = check?.way === 'computed' ? check.facts : computed.facts;
  const citation = [...new Set(requirement.basis.map((each) => cite(each)[language]))].join('; ');
  return (
    <section aria-labelledby={`check-${requirement.code}`}>
      <h3 class="govuk-heading-s" id={`check-${requirement.code}`}>
        {requirement.label[language]} <StatusTag label={words.checks.answers[answer]} tone={TONES[answer]} />
      </h3>
      <p class="govuk-hint">
        {answer !== 'met' && <>{requirement.hint[language]} </>}
        {words.checks.basis} {citation}
      </p>
      {facts.length > 0 && (
        <ul>
          {facts.map((fact) => (
            <li>{tellFact(fact, file.zone, language)}</li>
          ))}
        </ul>
      )}
      {requirement.code === 'complained' && part.complainedHow && (
        <p>
          {words.checks.statedHow} <span class="tuntas-preserve">{part.complainedHow}</span>
        </p>
      )}
      {requirement.code === 'not-reported' && <Similar similar={part.similar} words={words} language={language} />}
      {check && (
        <p>
          {words.checks.ways[check.way]}, {words.checks.by(nameOf(check.author))}, {formatMoment(check.at, file.zone, language)}.{' '}
          {check.note}
          {computed.answer !== 'open' && computed.answer !== check.answer && (
            <> {words.checks.computedSays(words.checks.answers[computed.answer])}</>
          )}
        </p>
      )}
      {part.isChecking && <AnswerInputs standing={standing} words={words} language={language} typed={part.typed} />}
      {history.length > 1 && (
        <Details summary={words.checks.history(history.length)}>
          <ul>
            {history.map((each) => (
              <li>
                {words.checks.answers[each.answer]}: {words.checks.ways[each.way]}, {words.checks.by(nameOf(each.author))},{' '}
                {formatMoment(each.at, file.zone, language)}. {each.note}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

function AnswerInputs(props: {
  standing: Standing;
  words: VerificationWords;
  language: OpenedCase['language'];
  typed: Typed | undefined;
}) {
  const { standing, words, language, typed } = props;
  const { code, label } = standing.requirement;
  const was = (name: string, kept: string) => {
    const value = typed?.[name];
    return typeof value === 'string' ? value : kept;
  };
  const inputs = (
    <>
      <Hidden name="requirement" value={code} />
      <Hidden name={`seen-${code}`} value={standing.history[0]?.id ?? ''} />
      <Radios
        name={`answer-${code}`}
        label={
          <>
            {words.checks.answer}
            <span class="govuk-visually-hidden">: {label[language]}</span>
          </>
        }
        inline
        small
        value={was(`answer-${code}`, standing.answer === 'open' ? '' : standing.answer)}
        choices={ANSWERS.filter((each) => each !== 'open').map((each) => ({ value: each, label: words.checks.answers[each] }))}
      />
      <TextInput
        name={`note-${code}`}
        label={
          <>
            {words.checks.note}
            <span class="govuk-visually-hidden">: {label[language]}</span>
          </>
        }
        optional
        value={was(`note-${code}`, standing.check?.note ?? '')}
      />
    </>
  );
  // What is answered already folds away; after a refusal everything typed is in sight.
  if (standing.answer === 'open' || typed?.[`answer-${code}`] !== undefined) return inputs;
  return <Details summary={words.checks.change}>{inputs}</Details>;
}

function Similar(props: { similar: readonly SimilarCase[]; words: VerificationWords; language: OpenedCase['language'] }) {
  const { similar, words, language } = props;
  if (similar.length === 0) return <p>{words.checks.noSimilar}</p>;
  return (
    <>
      <p>{words.checks.similar}:</p>
      <ul>
        {similar.map((each) => (
          <li>
            <a href={casePath(each)}>{each.number}</a>, {each.title} ({STAGE_LABELS[each.stage][language]}
            {each.sameComplaint ? `, ${words.checks.sameComplaint}` : ''}
            {each.sameRespondent ? `, ${words.checks.sameRespondent}` : ''})
          </li>
        ))}
      </ul>
    </>
  );
}
