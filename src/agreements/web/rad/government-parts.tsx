/** The parts of a government's page: the evaluation that was taken with its steps, the decrees of its team, what was taken before. */
import {
  Button,
  DateInput,
  type DateParts,
  DayText,
  Details,
  FileUpload,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  partsOfDay,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import {
  ANSWER_LIMIT,
  EVALUATION_STATE_LABELS,
  type EvaluationAction,
  type TakenEvaluation,
} from '../../rules/rad/evaluation.ts';
import { NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import { decreesOf } from '../../store/rad/decrees.ts';
import { governmentPath, publicResultPath } from './addresses.ts';
import { FiguresTable, ScoreText } from './figures-table.tsx';
import type { OpenedGovernment } from './opened-government.ts';
import { EVALUATION_TONES } from './tones.ts';

/** What was typed into a form of the page, to show it again. */
export interface Typed {
  readonly number?: string;
  readonly decidedOn?: DateParts;
  readonly validUntil?: DateParts;
  readonly answer?: string;
  readonly withdrawal?: string;
  readonly reason?: string;
}

export function Taken(props: {
  opened: OpenedGovernment;
  taken: TakenEvaluation;
  typed: Typed;
  actions: readonly EvaluationAction[];
}) {
  const { opened, taken, typed, actions } = props;
  const { words, language, zone, path, government } = opened;
  const version = <Hidden name="version" value={String(taken.version)} />;
  return (
    <section aria-labelledby="taken">
      <h2 id="taken">{words.government.taken}</h2>
      <p>
        <StatusTag label={EVALUATION_STATE_LABELS[taken.state][language]} tone={EVALUATION_TONES[taken.state]} />{' '}
        {words.government.takenAt(formatMoment(taken.figuresAt, zone, language), taken.edition)}
      </p>
      <FiguresTable
        id="taken-figures"
        viewer="inside"
        figures={taken.figures}
        words={words}
        language={language}
        rowsHref={(indicator) => `${path}/records/${indicator}?evaluation=${taken.id}`}
      />
      <SummaryList
        rows={[
          { key: words.government.answerUntil, value: <DayText on={taken.answerUntil} /> },
          { key: words.government.answer, value: taken.answer === '' ? words.government.noAnswer : taken.answer },
          ...(taken.state === 'published'
            ? [
                {
                  key: words.government.public,
                  value: (
                    <a href={publicResultPath(government.regionCode, taken.year)}>
                      {publicResultPath(government.regionCode, taken.year)}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {actions.includes('answer') && (
        <Form action={`${path}/answer`} id="answer-form">
          {version}
          <TextArea
            name="answer"
            label={words.government.yourAnswer}
            hint={words.government.answerHint}
            value={typed.answer ?? taken.answer}
            rows={5}
            maxCharacters={ANSWER_LIMIT}
          />
          <Button>{words.government.sendAnswer}</Button>
        </Form>
      )}
      {actions.includes('publish') && (
        <Form action={`${path}/publish`} id="publish-form">
          {version}
          <p class="govuk-hint">{words.government.publishHint}</p>
          <Button>{words.government.publish}</Button>
        </Form>
      )}
      {opened.isEvaluator && taken.state === 'with-government' && !actions.includes('publish') && (
        <InsetText>{words.government.waits}</InsetText>
      )}
      {actions.includes('withdraw') && (
        <Details summary={words.government.withdraw} open={typed.withdrawal !== undefined}>
          <Form action={`${path}/withdraw`} id="withdraw-form">
            {version}
            <WarningText>{words.government.withdrawHint}</WarningText>
            <TextArea name="withdrawal" label={words.reason} value={typed.withdrawal} rows={2} maxCharacters={ANSWER_LIMIT} />
            <Button kind="warning">{words.government.withdraw}</Button>
          </Form>
        </Details>
      )}
    </section>
  );
}

export async function decreesPart({ tools, words, government, path, speaks, zone, language }: OpenedGovernment, typed: Typed) {
  const decrees = await decreesOf(tools.db, government.agency.id);
  return (
    <section aria-labelledby="decrees">
      <h2 id="decrees">{words.decree.title}</h2>
      {decrees.length === 0 ? (
        <p>{words.decree.none}</p>
      ) : (
        <Table
          id="decree-list"
          caption={words.decree.title}
          captionSize="hidden"
          stacked
          columns={[
            { label: words.decree.number },
            { label: words.decree.decidedOn },
            { label: words.decree.validUntil },
            { label: words.column.state },
          ]}
          rows={decrees.map((decree) => [
            <a href={`${path}/decrees/${decree.id}`}>{decree.number}</a>,
            <DayText on={decree.decidedOn} />,
            decree.validUntil ? <DayText on={decree.validUntil} /> : words.decree.untilNext,
            decree.withdrawnAt ? (
              <>
                {words.decree.withdrawn} ({formatMoment(decree.withdrawnAt, zone, language)}): {decree.withdrawal}
              </>
            ) : speaks ? (
              <Details summary={words.decree.withdraw}>
                <Form action={`${path}/decrees/withdraw`} id={`withdraw-${decree.id}`}>
                  <Hidden name="decree" value={decree.id} />
                  <TextArea
                    name="reason"
                    id={`reason-${decree.id}`}
                    label={words.reason}
                    value={typed.reason}
                    rows={2}
                    maxCharacters={NOTE_LIMIT}
                  />
                  <Button kind="secondary">{words.decree.withdraw}</Button>
                </Form>
              </Details>
            ) : (
              words.decree.valid
            ),
          ])}
        />
      )}
      {speaks && (
        <Details summary={words.decree.add} open={typed.number !== undefined} id="decree-form">
          <Form action={`${path}/decrees`} multipart>
            <TextInput name="number" label={words.decree.number} value={typed.number} maxlength={200} />
            <DateInput name="decidedOn" label={words.decree.decidedOn} value={typed.decidedOn ?? partsOfDay(undefined)} />
            <DateInput
              name="validUntil"
              label={words.decree.validUntil}
              hint={words.decree.validHint}
              optional
              value={typed.validUntil ?? partsOfDay(undefined)}
            />
            <FileUpload name="decree" label={words.decree.scan} hint={words.plan.scanHint} accept="application/pdf" single />
            <Button kind="secondary">{words.decree.submit}</Button>
          </Form>
        </Details>
      )}
    </section>
  );
}

export function History({ opened, all }: { opened: OpenedGovernment; all: readonly TakenEvaluation[] }) {
  const { words, language, government } = opened;
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words.government.history}</h2>
      <Table
        id="history-list"
        caption={words.government.history}
        captionSize="hidden"
        stacked
        columns={[
          { label: words.column.year },
          { label: words.government.edition, numeric: true },
          { label: words.column.state },
          { label: words.result.score },
          { label: words.reason },
        ]}
        rows={all.map((each) => [
          <a href={governmentPath(government.regionCode, each.year)}>{each.year}</a>,
          String(each.edition),
          <StatusTag label={EVALUATION_STATE_LABELS[each.state][language]} tone={EVALUATION_TONES[each.state]} />,
          <ScoreText figures={each.figures} words={words} language={language} />,
          each.withdrawal ?? '–',
        ])}
      />
    </section>
  );
}
