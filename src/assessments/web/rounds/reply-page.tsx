/**
 * `/desk/assessments/:id/reply`: the assessed side reads its result – each indicator that falls short with score, what was found, the
 * evidence and what is asked for – and replies to it, indicator by indicator, as long as the time for replies runs.
 */
import {
  BackLink,
  Button,
  ButtonGroup,
  Card,
  Columns,
  Details,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  seeOther,
  TextArea,
} from '../../../design/index.ts';
import { lawBook } from '../../../law/index.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { instrumentOfRound } from '../../actions/plan-agencies.ts';
import { fileReply, MOST_REPLY_FILES, REPLY_LIMIT, waiveReplies, withdrawReply } from '../../actions/reply.ts';
import type { Instrument } from '../../rules/instrument.ts';
import { answerableUnits, isShownToAgency, maySpeakForAgency } from '../../rules/permissions.ts';
import { rational } from '../../rules/rational.ts';
import type { ResultLine } from '../../rules/result.ts';
import { scoreText } from '../../rules/score-text.ts';
import { type Shortfall, shortfallsOf, strengthsOf } from '../../rules/shortfalls.ts';
import { isReplyTimeOver } from '../../rules/stage-guards.ts';
import { type Place, placesByCode } from '../../rules/walk.ts';
import { indicatorAnswers, indicatorEvidence } from '../../store/indicator-answers.ts';
import { type Reply, repliesOf } from '../../store/replies.ts';
import { resultOf } from '../../store/results.ts';
import { EvidenceList, FoundAnswers } from './answers.tsx';
import { ReplyTime } from './assessment-page.tsx';
import { FilesInput } from './files-input.tsx';
import { History } from './history.tsx';
import { type AskedAssessment, HOME, onAssessmentPage, revisionOf } from './opened.tsx';
import { NOT_REFUSED, type Refused, refused } from './refused.ts';
import { ReplyText } from './reply-text.tsx';
import { LineBadge, namesFor, StageTag, scoreOf } from './telling.tsx';

const PATH = `${HOME}/:id{[0-9a-f-]{36}}/reply`;
const FORM = `${PATH}/:unit{[0-9]{1,3}}/:indicator`;
const UPLOADS_AN_HOUR = 100;

export function mountReply(app: WebRoutes): void {
  app.get(
    PATH,
    onAssessmentPage((asked) =>
      isShownToAgency(asked.assessment) && asked.view.as !== 'assessor' ? resultPage(asked) : asked.c.notFound(),
    ),
  );
  app.post(
    `${PATH}/waive`,
    onAssessmentPage(async (asked) => {
      const { c, tools, actor, assessment, path, words, language } = asked;
      if (!maySpeakForAgency(actor, assessment)) return c.notFound();
      const revision = revisionOf(readForm(c).text('revision'));
      const done = await waiveReplies(tools, actor, { assessmentId: assessment.id, revision });
      if (done.ok) return seeOther(c, `${path}/reply`, words.replyPage.waivedNow);
      return resultPage(asked, refused(done.refusal.codes, language, { otherwise: 'waive' }));
    }),
  );
  app.post(
    `${PATH}/withdraw`,
    onAssessmentPage(async (asked) => {
      const { c, tools, actor, assessment, path, words, language } = asked;
      const form = readForm(c);
      const order = { assessmentId: assessment.id, revision: revisionOf(form.text('revision')), replyId: form.text('reply') };
      const done = await withdrawReply(tools, actor, order);
      if (done.ok) return seeOther(c, `${path}/reply`, words.replyPage.withdrawn);
      if (done.refusal.codes.includes('assessment.absent')) return c.notFound();
      return resultPage(asked, refused(done.refusal.codes, language, { otherwise: `withdraw-${order.replyId}` }));
    }),
  );
  app.get(
    FORM,
    onAssessmentPage((asked) => withPlace(asked, (unitNo, place) => formPage(asked, unitNo, place, ''))),
  );
  app.post(
    FORM,
    acceptFiles,
    onAssessmentPage((asked) => withPlace(asked, (unitNo, place) => take(asked, unitNo, place))),
  );
}

async function withPlace(asked: AskedAssessment, answer: (unitNo: number, place: Place) => Promise<Response>): Promise<Response> {
  const { c, tools, actor, round, assessment } = asked;
  const unitNo = Number(c.req.param('unit'));
  const place = placesByCode(await instrumentOfRound(tools.db, round)).get(c.req.param('indicator') ?? '');
  const isOwn = answerableUnits(actor, assessment).includes(unitNo);
  if (!place || !isOwn || (place.dimension.per === 'agency') !== (unitNo === 0)) return c.notFound();
  return answer(unitNo, place);
}

async function take(asked: AskedAssessment, unitNo: number, place: Place): Promise<Response> {
  const { c, tools, actor, assessment, path, words, language, now } = asked;
  const form = readForm(c);
  const text = form.text('text');
  const uploads = form.uploads('files').filter((upload) => upload.size > 0);
  const tooLarge = form.refusedUploads.filter((one) => one.reason !== 'empty');
  if (tooLarge.length > 0 || uploads.length > MOST_REPLY_FILES)
    return formPage(asked, unitNo, place, text, {
      errors: [{ field: 'files', message: words.replyForm.tooMuch(MOST_REPLY_FILES) }],
      status: 422,
    });
  if (uploads.length > 0) {
    const asks = { bucket: 'assessment-reply', key: actor.personId, limit: UPLOADS_AN_HOUR, windowSeconds: 3600, now };
    const { allowed, retryAfterSeconds } = await allow(tools, asks);
    if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  }
  const done = await fileReply(tools, actor, {
    assessmentId: assessment.id,
    revision: revisionOf(form.text('revision')),
    unitNo,
    indicator: place.indicator.code,
    text,
    files: await Promise.all(uploads.map((upload) => upload.bytes())),
  });
  if (done.ok) return seeOther(c, `${path}/reply`, words.replyForm.filed);
  const { codes, file } = done.refusal;
  const answer = refused(codes, language, { 'assessment.file-refused': 'files', otherwise: 'text' });
  const errors = file ? [{ field: 'files', message: FILE_REFUSALS[file][language] }] : answer.errors;
  return formPage(asked, unitNo, place, text, { ...answer, errors });
}

const isOpen = ({ assessment, now }: AskedAssessment) =>
  (assessment.stage === 'notified' || assessment.stage === 'in-reply') && !isReplyTimeOver(assessment, now);

async function resultPage(asked: AskedAssessment, answer: Refused = NOT_REFUSED): Promise<Response> {
  const { c, tools, actor, round, assessment, view, words, language, path } = asked;
  const version = assessment.publishedVersion;
  const [instrument, lines, replies] = [
    await instrumentOfRound(tools.db, round),
    await resultOf(tools.db, assessment.id, version),
    await repliesOf(tools.db, assessment.id),
  ];
  const names = await namesFor(tools.db, { agencies: [assessment.agencyId] });
  const shown = view.as === 'unit' ? view.unitNos : [0, ...assessment.units.map((unit) => unit.no)];
  const agency = lines.find((one) => one.unitNo === 0);
  return page(
    c,
    {
      title: words.replyPage.title,
      before: <BackLink href={HOME} text={words.toHome} />,
      errors: answer.errors,
      status: answer.status,
    },
    <Columns>
      <PageHeading caption={`${names.agency(assessment.agencyId)} · ${round.title}`}>{words.replyPage.title}</PageHeading>
      <p>
        <StageTag stage={assessment.stage} language={language} />{' '}
        {version > 0 ? words.replyPage.published(version) : words.replyPage.provisional}
      </p>
      <ReplyTime asked={asked} book={await lawBook(tools)} />
      {view.as !== 'unit' && (
        <p>
          <strong>{words.replyPage.overall}</strong> {scoreOf(agency, language)}{' '}
          <LineBadge instrument={instrument} line={agency} language={language} />
        </p>
      )}
      {isOpen(asked) && <p>{words.replyPage.lead}</p>}
      {lines.length === 0 && <InsetText>{words.replyPage.noResult}</InsetText>}
      {await Promise.all(shown.map((unitNo) => UnitResult({ asked, instrument, lines, replies, unitNo, version, answer })))}
      {isOpen(asked) && maySpeakForAgency(actor, assessment) && !assessment.repliesWaived && (
        <Details summary={words.replyPage.waive}>
          <p>{words.replyPage.waiveLead}</p>
          <Form action={`${path}/reply/waive`}>
            <Hidden name="revision" value={String(assessment.revision)} />
            <Button kind="secondary" name="waive" value="yes">
              {words.replyPage.waiveButton}
            </Button>
          </Form>
        </Details>
      )}
      <History asked={asked} />
    </Columns>,
  );
}

interface UnitResultProps {
  readonly asked: AskedAssessment;
  readonly instrument: Instrument;
  readonly lines: readonly ResultLine[];
  readonly replies: readonly Reply[];
  readonly unitNo: number;
  readonly version: number;
  readonly answer: Refused;
}

async function UnitResult(props: UnitResultProps) {
  const { asked, instrument, lines, replies, unitNo } = props;
  const { tools, actor, assessment, words, language, path } = asked;
  const line = lines.find((one) => one.unitNo === unitNo);
  if (!line) return null;
  const short = shortfallsOf(instrument, [line]);
  const others = strengthsOf(instrument, [line]);
  // The agency's own line has indicators only where something is measured once for the agency.
  if (unitNo === 0 && short.length === 0 && others.length === 0) return null;
  const of = { assessmentId: assessment.id, unitNo, rating: 1 } as const;
  const answers = await indicatorAnswers(
    tools.db,
    of,
    short.map(({ indicator }) => indicator),
  );
  const evidence = await indicatorEvidence(tools.db, of);
  const mayReply = isOpen(asked) && answerableUnits(actor, assessment).includes(unitNo);
  const name = unitNo === 0 ? words.agencyItself : (assessment.units.find((unit) => unit.no === unitNo)?.name ?? '');
  const replyLink = ({ indicator }: Shortfall) => `${path}/reply/${unitNo}/${indicator.code}`;
  return (
    <section>
      <h2>{name}</h2>
      {unitNo !== 0 && (
        <p>
          {words.score}: <strong>{scoreOf(line, language)}</strong>{' '}
          <LineBadge instrument={instrument} line={line} language={language} />
        </p>
      )}
      <p>{short.length === 0 ? words.replyPage.allGood : words.replyPage.short(short.length)}</p>
      {short.map((one) => {
        const { indicator } = one;
        const mine = replies.filter((reply) => reply.unitNo === unitNo && reply.indicator === indicator.code);
        const open = mine.find((reply) => reply.state === 'open');
        return (
          <Card title={indicator.name[language]}>
            <p>{words.replyPage.scores(number(one.score, language), number(one.below, language))}</p>
            <p>{indicator.question[language]}</p>
            <FoundAnswers
              indicator={indicator}
              answers={answers.filter((answer) => answer.indicator === indicator.code)}
              language={language}
              words={words}
              inside={false}
            />
            <EvidenceList evidence={evidence.get(indicator.code) ?? []} language={language} words={words} />
            <p>
              <strong>{words.replyPage.asked}</strong> {indicator.improvement[language]}
            </p>
            {mine.map((reply) => (
              <ReplyText reply={reply} asked={asked} />
            ))}
            {mayReply && !open && (
              <p>
                <a href={replyLink(one)}>
                  {words.replyPage.reply}
                  <span class="govuk-visually-hidden">
                    {' '}
                    {indicator.name[language]}, {name}
                  </span>
                </a>
              </p>
            )}
            {mayReply && open && (
              <Form action={`${path}/reply/withdraw`}>
                <Hidden name="revision" value={String(assessment.revision)} />
                <Hidden name="reply" value={open.id} />
                <Button kind="secondary">{words.replyPage.withdraw}</Button>
              </Form>
            )}
          </Card>
        );
      })}
      {others.length > 0 && (
        <Details summary={words.replyPage.others(others.length)}>
          <ul>
            {others.map((one) => (
              <li>
                {one.indicator.name[language]}: {number(one.score, language)}{' '}
                {mayReply && Number(one.score) !== 100 && (
                  <a href={replyLink(one)}>
                    {words.replyPage.reply}
                    <span class="govuk-visually-hidden">
                      {' '}
                      {one.indicator.name[language]}, {name}
                    </span>
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

const number = (exact: string, language: AskedAssessment['language']) => scoreText(rational(exact), language);

async function formPage(
  asked: AskedAssessment,
  unitNo: number,
  place: Place,
  text: string,
  answer: Refused = NOT_REFUSED,
): Promise<Response> {
  const { c, tools, assessment, words, language, path } = asked;
  const { indicator } = place;
  const of = { assessmentId: assessment.id, unitNo, rating: 1 } as const;
  const answers = await indicatorAnswers(tools.db, of, [indicator]);
  const evidence = (await indicatorEvidence(tools.db, of)).get(indicator.code) ?? [];
  const name = unitNo === 0 ? words.agencyItself : (assessment.units.find((unit) => unit.no === unitNo)?.name ?? '');
  const action = `${path}/reply/${unitNo}/${indicator.code}`;
  return page(
    c,
    {
      title: words.replyForm.title,
      before: <BackLink href={`${path}/reply`} text={words.replyForm.back} />,
      errors: answer.errors,
      status: answer.status,
    },
    <Columns>
      <PageHeading caption={`${name} · ${indicator.name[language]}`}>{words.replyForm.title}</PageHeading>
      <ReplyTime asked={asked} book={await lawBook(tools)} />
      <h2>{words.replyForm.found}</h2>
      <p>{indicator.question[language]}</p>
      <FoundAnswers indicator={indicator} answers={answers} language={language} words={words} inside={false} />
      <EvidenceList evidence={evidence} language={language} words={words} />
      {isOpen(asked) ? (
        <Form action={action} multipart>
          <Hidden name="revision" value={String(assessment.revision)} />
          <TextArea
            name="text"
            label={words.replyForm.text}
            hint={words.replyForm.textHint}
            value={text}
            rows={8}
            maxCharacters={REPLY_LIMIT}
          />
          <FilesInput name="files" label={words.replyForm.files} hint={words.replyForm.filesHint(MOST_REPLY_FILES)} />
          <ButtonGroup>
            <Button>{words.replyForm.button}</Button>
            <a class="govuk-link" href={`${path}/reply`}>
              {words.cancel}
            </a>
          </ButtonGroup>
        </Form>
      ) : (
        <InsetText>{words.replyForm.over}</InsetText>
      )}
    </Columns>,
  );
}
