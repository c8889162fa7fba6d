/** `/desk/assessments/:id/correction`: a published result is corrected: unit, right answers, reason, decree. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Details,
  Form,
  Hidden,
  PageHeading,
  page,
  Select,
  seeOther,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as Typed } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type CorrectRefusal, correctResult } from '../../actions/correct-result.ts';
import { REASON_LIMIT } from '../../actions/move-stage.ts';
import { refusalToStep } from '../../actions/on-assessment.ts';
import { instrumentOfRound } from '../../actions/plan-agencies.ts';
import { MOST_REPLY_FILES } from '../../actions/reply.ts';
import { type Indicator, type Instrument, PEOPLE_SHEETS } from '../../rules/instrument.ts';
import { mayTake } from '../../rules/permissions.ts';
import { ASSESSMENT_REFUSALS } from '../../rules/refusals.ts';
import { placesOf } from '../../rules/walk.ts';
import { type IndicatorAnswer, indicatorAnswers } from '../../store/indicator-answers.ts';
import { AnswerInput, sheetName, typedCorrection, written } from './answers.tsx';
import { FilesInput } from './files-input.tsx';
import { MissingList } from './missing-list.tsx';
import { type AskedAssessment, HOME, onAssessmentPage, revisionOf } from './opened.tsx';
import { NOT_REFUSED, type Refused, refused } from './refused.ts';
import { namesFor } from './telling.tsx';

const PATH = `${HOME}/:id{[0-9a-f-]{36}}/correction`;

interface AskedUnit extends AskedAssessment {
  readonly instrument: Instrument;
  readonly unitNo: number;
  readonly indicators: readonly Indicator[];
  readonly answers: readonly IndicatorAnswer[];
}

const field = (answer: Pick<IndicatorAnswer, 'sheetNo' | 'indicator'>) => `answer-${answer.sheetNo}-${answer.indicator}`;

export function mountCorrection(app: WebRoutes): void {
  app.get(
    PATH,
    onUnit((asked) => correctionPage(asked, null)),
  );
  app.post(
    PATH,
    acceptFiles,
    onUnit(async (asked) => {
      const { c, tools, actor, assessment, answers, unitNo, path, words, language } = asked;
      const form = readForm(c);
      const corrections = answers.flatMap((answer) => {
        const typed = typedCorrection(form.text(field(answer)), answer);
        const { sheetNo, indicator } = answer;
        return typed ? [{ unitNo, sheetNo, indicator, ...typed }] : [];
      });
      const uploads = form.uploads('files').filter((upload) => upload.size > 0);
      if (form.refusedUploads.some((one) => one.reason !== 'empty') || uploads.length > MOST_REPLY_FILES)
        return correctionPage(asked, form, {
          errors: [{ field: 'files', message: words.replyForm.tooMuch(MOST_REPLY_FILES) }],
          status: 422,
        });
      const done = await correctResult(tools, actor, {
        assessmentId: assessment.id,
        revision: revisionOf(form.text('revision')),
        reason: form.text('reason'),
        decree: form.text('decree'),
        corrections,
        files: await Promise.all(uploads.map((upload) => upload.bytes())),
      });
      if (done.ok) return seeOther(c, path, words.correction.done(done.value));
      const { codes, at, file } = done.refusal;
      const fields = {
        'assessment.reason-missing': 'reason',
        'assessment.decree-missing': 'decree',
        'assessment.file-refused': 'files',
        otherwise: at ? field(at) : 'reason',
      } as const;
      const answer = refused(codes, language, fields);
      const errors = file ? [{ field: 'files', message: FILE_REFUSALS[file][language] }] : answer.errors;
      return correctionPage(asked, form, { ...answer, errors }, done.refusal);
    }),
  );
}

function onUnit(answer: (asked: AskedUnit) => Promise<Response>) {
  return onAssessmentPage(async (asked) => {
    const { c, tools, actor, round, assessment } = asked;
    if (!mayTake(actor, assessment, 'correct')) return c.notFound();
    const instrument = await instrumentOfRound(tools.db, round);
    const wanted = c.req.query('unit');
    const unitNo = wanted !== undefined && /^\d{1,3}$/.test(wanted) ? Number(wanted) : (assessment.units[0]?.no ?? 0);
    const indicators = placesOf(instrument)
      .filter(
        ({ dimension, indicator }) => (dimension.per === 'agency') === (unitNo === 0) && !PEOPLE_SHEETS.includes(indicator.from),
      )
      .map(({ indicator }) => indicator);
    const of = { assessmentId: assessment.id, unitNo, rating: 1 } as const;
    const answers = await indicatorAnswers(tools.db, of, indicators);
    return answer({ ...asked, instrument, unitNo, indicators, answers });
  });
}

async function correctionPage(
  asked: AskedUnit,
  form: Typed | null,
  answer: Refused = NOT_REFUSED,
  refusal?: CorrectRefusal,
): Promise<Response> {
  const { c, tools, actor, round, assessment, instrument, unitNo, indicators, answers, words, language, path } = asked;
  const names = await namesFor(tools.db, { agencies: [assessment.agencyId] });
  const against = await refusalToStep(tools, tools.db, actor, round, assessment, 'correct', '-');
  const typed = (name: string, first = '') => (form ? form.text(name) : first);
  const isTouched = (indicator: Indicator) =>
    answers.some(
      (one) => one.indicator === indicator.code && typed(field(one), written(indicator, one)) !== written(indicator, one),
    );
  return page(
    c,
    {
      title: words.correction.title,
      before: <BackLink href={path} text={words.toAssessment} />,
      errors: answer.errors,
      status: answer.status,
    },
    <Columns>
      <PageHeading caption={`${names.agency(assessment.agencyId)} · ${round.title}`}>{words.correction.title}</PageHeading>
      <p>{words.correction.lead(assessment.publishedVersion)}</p>
      {(against?.codes ?? []).map((code) => (
        <WarningText>{ASSESSMENT_REFUSALS[code][language]}</WarningText>
      ))}
      <Form method="get" action={`${path}/correction`}>
        <Select
          name="unit"
          label={words.unit}
          value={String(unitNo)}
          options={assessment.units.map((unit) => ({ value: String(unit.no), label: unit.name }))}
        />
        <Button kind="secondary">{words.agencies.show}</Button>
      </Form>
      <MissingList asked={asked} instrument={instrument} assessment={assessment} missing={refusal?.missing ?? []} open />
      {!against && (
        <Form action={`${path}/correction?unit=${unitNo}`} multipart>
          <Hidden name="revision" value={String(assessment.revision)} />
          {indicators.map((indicator) => (
            <Details summary={indicator.name[language]} open={isTouched(indicator)}>
              <p>{indicator.question[language]}</p>
              {answers
                .filter((one) => one.indicator === indicator.code)
                .map((one, index) => (
                  <AnswerInput
                    indicator={indicator}
                    name={field(one)}
                    label={`${sheetName(one, index, words)} (${words.found.sheetNo(one.sheetNo)})`}
                    value={typed(field(one), written(indicator, one))}
                    language={language}
                    words={words}
                  />
                ))}
            </Details>
          ))}
          <TextArea
            name="reason"
            label={words.reason}
            hint={words.correction.reasonHint}
            value={typed('reason')}
            rows={5}
            maxCharacters={REASON_LIMIT}
          />
          <TextInput
            name="decree"
            label={words.decree}
            hint={words.correction.decreeHint}
            value={typed('decree')}
            maxlength={200}
          />
          <FilesInput name="files" label={words.correction.files} hint={words.replyForm.filesHint(MOST_REPLY_FILES)} />
          <ButtonGroup>
            <Button kind="warning">{words.correction.button}</Button>
            <a class="govuk-link" href={path}>
              {words.cancel}
            </a>
          </ButtonGroup>
        </Form>
      )}
    </Columns>,
  );
}
