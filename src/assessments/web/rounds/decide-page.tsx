/** `/desk/assessments/:id/replies`: all replies; each is decided with both sides on one page, and the answers that change. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  EmptyState,
  Form,
  Hidden,
  PageHeading,
  page,
  Radios,
  seeOther,
  TaskList,
  TextArea,
} from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as Typed } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type DecideRefusal, decideReply, REPLY_DECISIONS } from '../../actions/decide-reply.ts';
import { REASON_LIMIT } from '../../actions/move-stage.ts';
import { instrumentOfRound } from '../../actions/plan-agencies.ts';
import type { Instrument } from '../../rules/instrument.ts';
import { mayActWith } from '../../rules/permissions.ts';
import { type Place, placesByCode } from '../../rules/walk.ts';
import { type IndicatorAnswer, indicatorAnswers, indicatorEvidence } from '../../store/indicator-answers.ts';
import { loadReply, type Reply, repliesOf } from '../../store/replies.ts';
import { AnswerInput, EvidenceList, FoundAnswers, sheetName, typedCorrection, written } from './answers.tsx';
import { MissingList } from './missing-list.tsx';
import { type AskedAssessment, HOME, onAssessmentPage, revisionOf } from './opened.tsx';
import { NOT_REFUSED, type Refused, refused } from './refused.ts';
import { ReplyTag, ReplyText } from './reply-text.tsx';
import { namesFor } from './telling.tsx';

const PATH = `${HOME}/:id{[0-9a-f-]{36}}/replies`;

interface AskedReply extends AskedAssessment {
  readonly reply: Reply;
  readonly place: Place;
  readonly instrument: Instrument;
  readonly answers: readonly IndicatorAnswer[];
}

const answerField = (sheetNo: number) => `answer-${sheetNo}`;

export function mountDecision(app: WebRoutes): void {
  app.get(
    PATH,
    onAssessmentPage((asked) => (asked.view.as === 'ombudsman' ? repliesPage(asked) : asked.c.notFound())),
  );
  app.get(
    `${PATH}/:reply`,
    onReply((asked) => decisionPage(asked, null)),
  );
  app.post(
    `${PATH}/:reply`,
    onReply(async (asked) => {
      const { c, tools, actor, assessment, reply, answers, path, words, language } = asked;
      if (!mayActWith(actor, assessment, 'assessment.moderate')) return c.notFound();
      const form = readForm(c);
      const corrections = answers.flatMap((answer) => {
        const typed = typedCorrection(form.text(answerField(answer.sheetNo)), answer);
        return typed ? [{ sheetNo: answer.sheetNo, ...typed }] : [];
      });
      const done = await decideReply(tools, actor, {
        assessmentId: assessment.id,
        revision: revisionOf(form.text('revision')),
        replyId: reply.id,
        decision: form.text('decision'),
        reasons: form.text('reasons'),
        corrections,
      });
      if (done.ok) return seeOther(c, `${path}/replies`, words.decide.done);
      const first = answers[0] ? answerField(answers[0].sheetNo) : 'reasons';
      const { sheetNo } = done.refusal;
      const fields = {
        'assessment.reason-missing': 'reasons',
        'assessment.text-too-long': 'reasons',
        'assessment.decision-missing': 'decision',
        otherwise: sheetNo === undefined ? first : answerField(sheetNo),
      } as const;
      return decisionPage(asked, form, refused(done.refusal.codes, language, fields), done.refusal);
    }),
  );
}

function onReply(answer: (asked: AskedReply) => Promise<Response>) {
  return onAssessmentPage(async (asked) => {
    const { c, tools, round, assessment, view } = asked;
    const reply = view.as === 'ombudsman' ? await loadReply(tools.db, assessment.id, c.req.param('reply') ?? '') : undefined;
    const instrument = await instrumentOfRound(tools.db, round);
    const place = reply && placesByCode(instrument).get(reply.indicator);
    if (!reply || !place) return c.notFound();
    const of = { assessmentId: assessment.id, unitNo: reply.unitNo, rating: 1 } as const;
    const answers = await indicatorAnswers(tools.db, of, [place.indicator]);
    return answer({ ...asked, reply, place, instrument, answers });
  });
}

async function repliesPage(asked: AskedAssessment): Promise<Response> {
  const { c, tools, round, assessment, words, language, path } = asked;
  const replies = await repliesOf(tools.db, assessment.id);
  const places = placesByCode(await instrumentOfRound(tools.db, round));
  const names = await namesFor(tools.db, { agencies: [assessment.agencyId] });
  return page(
    c,
    { title: words.replies.title, before: <BackLink href={path} text={words.toAssessment} /> },
    <Columns>
      <PageHeading caption={`${names.agency(assessment.agencyId)} · ${round.title}`}>{words.replies.title}</PageHeading>
      {replies.length === 0 ? (
        <EmptyState title={words.replies.none} />
      ) : (
        <TaskList
          idPrefix="reply"
          tasks={replies.map((reply) => ({
            title: places.get(reply.indicator)?.indicator.name[language] ?? '',
            href: `${path}/replies/${reply.id}`,
            hint: unitName(asked, reply.unitNo),
            status: <ReplyTag reply={reply} asked={asked} />,
          }))}
        />
      )}
    </Columns>,
  );
}

function unitName({ assessment, words }: AskedAssessment, unitNo: number): string {
  return unitNo === 0 ? words.agencyItself : (assessment.units.find((unit) => unit.no === unitNo)?.name ?? '');
}

async function decisionPage(
  asked: AskedReply,
  form: Typed | null,
  answer: Refused = NOT_REFUSED,
  refusal?: DecideRefusal,
): Promise<Response> {
  const { c, tools, actor, assessment, reply, place, instrument, answers, words, language, path } = asked;
  const { indicator } = place;
  const of = { assessmentId: assessment.id, unitNo: reply.unitNo, rating: 1 } as const;
  const evidence = (await indicatorEvidence(tools.db, of)).get(indicator.code) ?? [];
  const decides = reply.state === 'open' && mayActWith(actor, assessment, 'assessment.moderate');
  const typed = (name: string, first: string) => (form ? form.text(name) : first);
  return page(
    c,
    {
      title: words.decide.title,
      before: <BackLink href={`${path}/replies`} text={words.decide.back} />,
      errors: answer.errors,
      status: answer.status,
    },
    <Columns>
      <PageHeading caption={unitName(asked, reply.unitNo)}>{indicator.name[language]}</PageHeading>
      <h2>{words.decide.agencySays}</h2>
      <ReplyText reply={reply} asked={asked} />
      <h2>{words.decide.assessorFound}</h2>
      <p>{indicator.question[language]}</p>
      <FoundAnswers indicator={indicator} answers={answers} language={language} words={words} inside={true} />
      <EvidenceList evidence={evidence} language={language} words={words} />
      <MissingList asked={asked} instrument={instrument} assessment={assessment} missing={refusal?.missing ?? []} open />
      {decides && (
        <>
          <h2>{words.decide.title}</h2>
          <Form action={`${path}/replies/${reply.id}`}>
            <Hidden name="revision" value={String(assessment.revision)} />
            <Radios
              name="decision"
              label={words.decide.decision}
              value={typed('decision', '')}
              choices={REPLY_DECISIONS.map((one) => ({
                value: one,
                label: words.replies.states[one],
                hint: words.decide.hints[one],
              }))}
            />
            <h3>{words.decide.answers}</h3>
            <p class="govuk-hint">{words.decide.answersHint}</p>
            {answers.map((one, index) => (
              <AnswerInput
                indicator={indicator}
                name={answerField(one.sheetNo)}
                label={`${sheetName(one, index, words)} (${words.found.sheetNo(one.sheetNo)})`}
                value={typed(answerField(one.sheetNo), written(indicator, one))}
                language={language}
                words={words}
              />
            ))}
            <TextArea
              name="reasons"
              label={words.decide.reasons}
              hint={words.decide.reasonsHint}
              value={typed('reasons', '')}
              rows={6}
              maxCharacters={REASON_LIMIT}
            />
            <ButtonGroup>
              <Button>{words.decide.button}</Button>
              <a class="govuk-link" href={`${path}/replies`}>
                {words.cancel}
              </a>
            </ButtonGroup>
          </Form>
        </>
      )}
    </Columns>,
  );
}
