/** `/desk/agreements/rad/governments/{region}/{year}`: how a government manages complaints, live and as taken; its team decree; its answer. */

import {
  BackLink,
  Button,
  DateInput,
  type DateParts,
  DayText,
  Details,
  dateParts,
  dayFromParts,
  FileUpload,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  PageHeading,
  page,
  partsOfDay,
  StatusTag,
  SummaryList,
  seeOther,
  Table,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { type Agency, ombudsmanOfficeFor, zoneOfRegion } from '../../../directory/index.ts';
import { dayOf, type Zone } from '../../../kernel/time.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { addTeamDecree, withdrawTeamDecree } from '../../actions/rad/decrees.ts';
import { stepEvaluation, takeEvaluation } from '../../actions/rad/evaluations.ts';
import { liveFigures } from '../../actions/rad/figures.ts';
import { type Government, governmentOfRegion, reviewerOf } from '../../actions/rad/places.ts';
import {
  ANSWER_LIMIT,
  EVALUATION_STATE_LABELS,
  type EvaluationAction,
  evaluationActions,
  isEvaluator,
  speaksFor,
  type TakenEvaluation,
} from '../../rules/rad/evaluation.ts';
import { NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import { FIRST_RAD_YEAR } from '../../rules/rad/rad.ts';
import { readingPositions } from '../../rules/visibility.ts';
import { decreesOf } from '../../store/rad/decrees.ts';
import { evaluationsOf } from '../../store/rad/evaluations.ts';
import { versionOf } from '../opened.tsx';
import { governmentPath, publicResultPath, RAD_DESK } from './addresses.ts';
import { type Again, type AskedRad, again, idIn } from './asked.ts';
import { FiguresTable, ScoreText } from './figures-table.tsx';
import { EVALUATION_TONES } from './tones.ts';

export interface OpenedGovernment extends AskedRad {
  readonly government: Government;
  readonly evaluator: Agency;
  readonly zone: Zone;
  readonly year: number;
  readonly path: string;
  readonly isEvaluator: boolean;
  readonly speaks: boolean;
}

/** Who reads the figures of a government before they are public: its own officers, its evaluator, the ministry, the Ombudsman's office for its region. */
async function mayRead(asked: AskedRad, government: Government, evaluates: boolean): Promise<boolean> {
  if (evaluates || asked.isMinistry) return true;
  const office = await ombudsmanOfficeFor(asked.tools.db, government.regionCode);
  return readingPositions(asked.actor).some(
    ({ governmentId, agencyId }) => governmentId === government.agency.id || office.path.includes(agencyId),
  );
}

export function onGovernment(answer: (opened: OpenedGovernment) => Promise<Response>): (asked: AskedRad) => Promise<Response> {
  return async (asked) => {
    const { c, tools, actor, now } = asked;
    const government = await governmentOfRegion(tools.db, c.req.param('region') ?? '');
    const evaluator = government && (await reviewerOf(tools.db, government));
    if (!government || !evaluator) return c.notFound();
    const evaluates = isEvaluator(actor, { evaluatorId: evaluator.id, level: government.level });
    if (!(await mayRead(asked, government, evaluates))) return c.notFound();
    const zone = zoneOfRegion(government.regionCode);
    const typed = c.req.param('year') ?? String(dayOf(now, zone).year);
    if (!/^2\d{3}$/.test(typed)) return c.notFound();
    const year = Number(typed);
    return answer({
      ...{ ...asked, government, evaluator, zone, year, path: governmentPath(government.regionCode, year) },
      ...{ isEvaluator: evaluates, speaks: speaksFor(actor, government.agency.id) },
    });
  };
}

interface Typed {
  readonly number?: string;
  readonly decidedOn?: DateParts;
  readonly validUntil?: DateParts;
  readonly answer?: string;
  readonly withdrawal?: string;
  readonly reason?: string;
}

export async function governmentPage(opened: OpenedGovernment, typed: Typed = {}, wrong?: Again): Promise<Response> {
  const { c, tools, words, government, year, now, zone, language, path, actor } = opened;
  const figures = await liveFigures(tools, government, year);
  const all = await evaluationsOf(tools.db, government.agency.id);
  const taken = all.find((each) => each.year === year && each.state !== 'withdrawn');
  const thisYear = dayOf(now, zone).year;
  return page(
    c,
    {
      ...{ title: words.government.title(government.agency.name, year), before: <BackLink href={RAD_DESK} /> },
      ...{ wide: true, errors: wrong?.errors ?? [] },
      ...(wrong ? { status: wrong.status } : {}),
    },
    <>
      <PageHeading caption={words.government.caption(opened.evaluator.name)}>
        {words.government.title(government.agency.name, year)}
      </PageHeading>
      <p>{words.government.lead}</p>
      <p>
        {year > FIRST_RAD_YEAR && <a href={governmentPath(government.regionCode, year - 1)}>{year - 1}</a>}
        {year < thisYear && (
          <>
            {year > FIRST_RAD_YEAR && ' · '}
            <a href={governmentPath(government.regionCode, year + 1)}>{year + 1}</a>
          </>
        )}
      </p>
      {taken && <Taken opened={opened} taken={taken} typed={typed} actions={evaluationActions(actor, taken, dayOf(now, zone))} />}
      <section aria-labelledby="live">
        <h2 id="live">{taken ? words.government.liveNow : words.government.live}</h2>
        {figures ? (
          <FiguresTable
            id="live-figures"
            viewer="inside"
            figures={figures}
            words={words}
            language={language}
            rowsHref={(indicator) => `${path}/records/${indicator}`}
          />
        ) : (
          <InsetText>{words.government.notBegun}</InsetText>
        )}
        {!taken && opened.isEvaluator && figures && (
          <Form action={`${path}/take`} id="take">
            <p class="govuk-hint">{year === thisYear ? words.government.takeEarly : words.government.takeHint}</p>
            <Button>{words.government.take(year)}</Button>
          </Form>
        )}
      </section>
      {await decreesPart(opened, typed)}
      <History opened={opened} all={all} />
    </>,
  );
}

function Taken(props: { opened: OpenedGovernment; taken: TakenEvaluation; typed: Typed; actions: readonly EvaluationAction[] }) {
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

async function decreesPart({ tools, words, government, path, speaks, zone, language }: OpenedGovernment, typed: Typed) {
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

function History({ opened, all }: { opened: OpenedGovernment; all: readonly TakenEvaluation[] }) {
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

async function refused(opened: OpenedGovernment, flaws: Parameters<typeof again>[0], typed: Typed = {}): Promise<Response> {
  const wrong = again(flaws, opened.language);
  return wrong ? governmentPage(opened, typed, wrong) : opened.c.notFound();
}

export async function take(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, actor, government, year, words, path } = opened;
  const done = await takeEvaluation(tools, actor, { governmentId: government.agency.id, year });
  return done.ok ? seeOther(c, path, words.government.done.take) : refused(opened, [{ code: done.refusal, field: 'live' }]);
}

export function evaluationStep(action: EvaluationAction): (opened: OpenedGovernment) => Promise<Response> {
  return async (opened) => {
    const { c, tools, actor, government, year, words, path } = opened;
    const form = readForm(c);
    const field = action === 'withdraw' ? 'withdrawal' : 'answer';
    const text = action === 'publish' ? '' : form.text(field);
    const taken = (await evaluationsOf(tools.db, government.agency.id)).find(
      (each) => each.year === year && each.state !== 'withdrawn',
    );
    if (!taken) return c.notFound();
    const target = { evaluationId: taken.id, version: versionOf(form.text('version')) };
    const done = await stepEvaluation(tools, actor, target, { action, text });
    if (done.ok) return seeOther(c, path, words.government.done[action]);
    return refused(
      opened,
      [{ code: done.refusal, field: action === 'publish' ? 'taken' : field }],
      action === 'publish' ? {} : { [field]: text },
    );
  };
}

export async function addDecree(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, actor, government, zone, words, path } = opened;
  const form = readForm(c);
  const [decidedOn, validUntil] = [dateParts(form.typed(), 'decidedOn'), dateParts(form.typed(), 'validUntil')];
  const typed: Typed = { number: form.text('number'), decidedOn, validUntil };
  const bad = form.refusedUploads.find(({ field }) => field === 'decree');
  if (bad) return refused(opened, [{ code: bad.reason === 'empty' ? 'file-empty' : 'file-too-large', field: 'decree' }], typed);
  const until = dayFromParts(validUntil) ?? null;
  if (until === null && Object.values(validUntil).some((part) => part !== ''))
    return refused(opened, [{ code: 'agreement.day-wrong', field: 'validUntil' }], typed);
  const done = await addTeamDecree(tools, actor, {
    ...{ governmentId: government.agency.id, zone, number: form.text('number'), decidedOn: dayFromParts(decidedOn) ?? null },
    ...{ validUntil: until, upload: form.uploads('decree')[0] ?? null },
  });
  return done.ok ? seeOther(c, path, words.decree.added) : refused(opened, done.refusal, typed);
}

export async function withdrawDecree(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, actor, government, words, path } = opened;
  const form = readForm(c);
  const reason = form.text('reason');
  const order = { governmentId: government.agency.id, decreeId: form.text('decree'), reason };
  const done = await withdrawTeamDecree(tools, actor, order);
  return done.ok
    ? seeOther(c, path, words.decree.nowWithdrawn)
    : refused(opened, [{ code: done.refusal, field: 'decrees' }], { reason });
}

export async function decreeFile(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, government } = opened;
  const id = idIn(c, 'decree');
  const decree = (await decreesOf(tools.db, government.agency.id)).find((each) => each.id === id);
  if (!decree) return c.notFound();
  const name = `SK-${government.regionCode}-${decree.sha256.slice(0, 8)}${decree.extension}`;
  const { mediaType, size } = decree;
  return answerFile(c, { stream: await openFile(tools, decree.fileKey), mediaType, size, name, inline: true });
}
