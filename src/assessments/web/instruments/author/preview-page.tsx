/** The field form as it will be asked, and a trial score of what is filled in. Nothing of it is kept. */
import { BackLink, Button, Form, InsetText, PageHeading, page, Radios, TextInput } from '../../../../design/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { type AnswerKind, offered } from '../../../rules/answer-kinds.ts';
import { type Answers, NOT_APPLICABLE } from '../../../rules/answers.ts';
import type { Indicator, SheetKind } from '../../../rules/instrument.ts';
import { SHEET_KINDS } from '../../../rules/instrument.ts';
import { tellInstrumentProblem } from '../../../rules/instrument-problem-words.ts';
import { answerText, SHEET_MEANS } from '../../../rules/instrument-words.ts';
import { judgeInstrument } from '../../../rules/judge-instrument.ts';
import { score } from '../../../rules/score.ts';
import { wantedAnswer } from '../../../rules/tally-words.ts';
import { placesOf, questionsOn } from '../../../rules/walk.ts';
import type { Typed } from './fields.ts';
import type { OpenedVersion } from './opened.ts';
import { TrialScore } from './trial-score.tsx';

/** GET .../preview */
export function previewForm(at: OpenedVersion): Promise<Response> {
  return show(at, null);
}

/** POST .../preview: works out the score; writes nothing, and so needs no redirect. */
export function tryScore(at: OpenedVersion): Promise<Response> {
  return show(at, readForm(at.c));
}

function show(at: OpenedVersion, typed: Typed | null): Promise<Response> {
  const { c, words, language, record, path } = at;
  const { instrument } = record;
  const problems = judgeInstrument(instrument);
  const scored = typed && problems.length === 0 ? score(instrument, answersOf(at, typed)) : null;
  const errors = (scored?.problems ?? []).map(({ indicator, written }) => {
    const found = placesOf(instrument).find((one) => one.indicator.code === indicator)?.indicator;
    const wanted = found ? wantedAnswer(found.answer)[language] : '';
    return {
      field: `answer-${indicator}`,
      message: `${found?.name[language] ?? ''}: "${(written ?? '').slice(0, 40)}". ${wanted}`,
    };
  });
  return page(
    c,
    {
      title: words.author.previewTitle,
      wide: true,
      before: <BackLink href={path} text={words.author.back} />,
      errors,
      status: 200,
    },
    <>
      <PageHeading caption={instrument.title[language]}>{words.author.previewTitle}</PageHeading>
      <p>{words.author.previewLead}</p>
      {problems.length > 0 && (
        <InsetText>
          <p>{words.author.trialProblems}</p>
          <ul>
            {problems.map((problem) => (
              <li>{tellInstrumentProblem(instrument, problem)[language]}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {scored && errors.length === 0 && <TrialScore instrument={instrument} scored={scored.score} language={language} />}
      <Form action={`${path}/preview`}>
        {SHEET_KINDS.filter((kind) => questionsOn(instrument, kind).length > 0).map((kind) => (
          <section>
            <h2>{SHEET_MEANS[kind][language]}</h2>
            {questionsOn(instrument, kind).map(({ indicator }) => (
              <Question
                indicator={indicator}
                value={typed?.text(`answer-${indicator.code}`) ?? ''}
                language={language}
                words={words}
              />
            ))}
          </section>
        ))}
        {problems.length === 0 && <Button>{words.author.trial}</Button>}
      </Form>
    </>,
  );
}

function Question(props: { indicator: Indicator; value: string; language: Language; words: OpenedVersion['words'] }) {
  const { indicator, value, language, words } = props;
  const common = { name: `answer-${indicator.code}`, label: indicator.name[language], hint: indicator.question[language] };
  const choices = offered(indicator.answer).map((one) => ({ value: one, label: choiceLabel(indicator.answer, one, language) }));
  if (choices.length === 0) {
    return <TextInput {...common} hint={`${common.hint} (${answerText(indicator.answer)[language]})`} value={value} width={10} />;
  }
  const notApply = indicator.mayNotApply ? [{ value: NOT_APPLICABLE, label: words.author.doesNotApply }] : [];
  return (
    <Radios
      {...common}
      choices={[...choices, ...notApply, { value: '', label: words.author.notAnswered }]}
      value={value}
      small
      inline={choices.length <= 5}
    />
  );
}

function choiceLabel(answer: AnswerKind, value: string, language: Language): string {
  if (answer.kind === 'yes-no') {
    const yes = value === 'yes';
    return language === 'id' ? (yes ? 'Ya' : 'Tidak') : yes ? 'Yes' : 'No';
  }
  if (answer.kind === 'choice') return answer.options.find((option) => option.code === value)?.label[language] ?? value;
  return value;
}

/** One unit with one sheet of each kind. */
function answersOf({ record }: OpenedVersion, typed: Typed): Answers {
  const sheetsOf = (per: 'unit' | 'agency') =>
    SHEET_KINDS.map((kind: SheetKind) => ({
      kind,
      answers: Object.fromEntries(
        questionsOn(record.instrument, kind)
          .filter(({ dimension }) => dimension.per === per)
          .map(({ indicator }) => [indicator.code, typed.text(`answer-${indicator.code}`) || null]),
      ),
    })).filter(({ answers }) => Object.keys(answers).length > 0);
  const hasUnits = record.instrument.dimensions.some((one) => one.per === 'unit');
  return {
    agency: 'percobaan',
    units: hasUnits ? [{ unit: 'percobaan', sheets: sheetsOf('unit') }] : [],
    sheets: sheetsOf('agency'),
  };
}
