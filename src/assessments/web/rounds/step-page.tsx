/** One step of an assessment as a page of its own: what it means, what speaks against it, a short form, the button. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  seeOther,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { explainDue, lawBook } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { moveStage, type StageStep } from '../../actions/move-stage.ts';
import { refusalToStep, type StepRefusal } from '../../actions/on-assessment.ts';
import { instrumentOfRound } from '../../actions/plan-agencies.ts';
import { replyDue } from '../../actions/reply-time.ts';
import { mayTake } from '../../rules/permissions.ts';
import { ASSESSMENT_REFUSALS, type AssessmentRefusal } from '../../rules/refusals.ts';
import { transitionOf } from '../../rules/stage-guards.ts';
import { MissingList } from './missing-list.tsx';
import { type AskedAssessment, HOME, onAssessmentPage, revisionOf } from './opened.tsx';
import { NOT_REFUSED, type Refused, refused } from './refused.ts';
import { namesFor } from './telling.tsx';

const STEPS: readonly StageStep[] = ['submit', 'return', 'check', 'moderate', 'notify', 'finalise', 'publish'];
const PATH = `${HOME}/:id{[0-9a-f-]{36}}/step/:action`;

export function mountStep(app: WebRoutes): void {
  const open = (answer: (asked: AskedAssessment, action: StageStep) => Promise<Response>) =>
    onAssessmentPage((asked) => {
      const { c, actor, assessment } = asked;
      const action = STEPS.find((one) => one === c.req.param('action'));
      // A step that is gone because someone was faster is told; one that is not theirs does not exist.
      if (!action || (transitionOf(assessment, action) && !mayTake(actor, assessment, action))) return c.notFound();
      return answer(asked, action);
    });
  app.get(
    PATH,
    open((asked, action) => stepPage(asked, action, { reason: '', decree: '' })),
  );
  app.post(
    PATH,
    open(async (asked, action) => {
      const { c, tools, actor, assessment, path, words, language } = asked;
      const form = readForm(c);
      const typed = { reason: form.text('reason'), decree: form.text('decree') };
      const order = { assessmentId: assessment.id, revision: revisionOf(form.text('revision')), action, ...typed };
      const done = await moveStage(tools, actor, order);
      if (done.ok) return seeOther(c, path, words.steps[action].done);
      const fields = { 'assessment.reason-missing': 'reason', 'assessment.text-too-long': 'reason', otherwise: 'step' } as const;
      return stepPage(asked, action, typed, refused(done.refusal.codes, language, fields), done.refusal);
    }),
  );
}

/** Refusals of the form itself: it is shown again, with everything typed. */
const OF_TYPING: readonly AssessmentRefusal[] = ['assessment.reason-missing', 'assessment.text-too-long', 'assessment.moved-on'];

interface Typed {
  readonly reason: string;
  readonly decree: string;
}

async function stepPage(
  asked: AskedAssessment,
  action: StageStep,
  typed: Typed,
  answer: Refused = NOT_REFUSED,
  refusal?: StepRefusal,
): Promise<Response> {
  const { c, tools, actor, round, assessment, path, words, language, now } = asked;
  const text = words.steps[action];
  const names = await namesFor(tools.db, { agencies: [assessment.agencyId] });
  const instrument = await instrumentOfRound(tools.db, round);
  // What is typed on the page cannot speak against the step before it is typed, and what was typed is not lost because someone was faster.
  const ofTyping = refusal?.codes.every((code) => OF_TYPING.includes(code)) ?? true;
  const known = ofTyping ? await refusalToStep(tools, tools.db, actor, round, assessment, action, '-') : refusal;
  const against = known?.codes ?? [];
  const due = action === 'notify' && !known ? replyDue(await lawBook(tools), round, assessment, now) : undefined;
  return page(
    c,
    {
      title: text.title,
      before: <BackLink href={path} text={words.toAssessment} />,
      errors: answer.errors,
      status: answer.status,
    },
    <Columns>
      <PageHeading caption={`${names.agency(assessment.agencyId)} · ${round.title}`}>{text.title}</PageHeading>
      <p>{text.lead}</p>
      {due && <InsetText>{words.notifyUntil(explainDue(due, language, words.since))}</InsetText>}
      {against.length > 0 && (
        <div id="step">
          {against.map((code) => (
            <WarningText>{ASSESSMENT_REFUSALS[code][language]}</WarningText>
          ))}
        </div>
      )}
      <MissingList asked={asked} instrument={instrument} assessment={assessment} missing={known?.missing ?? []} open />
      {against.length === 0 && (
        <Form action={`${path}/step/${action}`}>
          <Hidden name="revision" value={String(assessment.revision)} />
          {action === 'return' && (
            <TextArea
              name="reason"
              label={words.reason}
              hint={words.steps.returnHint}
              value={typed.reason}
              rows={5}
              maxCharacters={10_000}
            />
          )}
          {action === 'publish' && (
            <TextInput name="decree" label={words.decree} hint={words.decreeHint} value={typed.decree} optional maxlength={200} />
          )}
          <ButtonGroup>
            <Button name="step" value="yes">
              {text.button}
            </Button>
            <a class="govuk-link" href={path}>
              {words.cancel}
            </a>
          </ButtonGroup>
        </Form>
      )}
    </Columns>,
  );
}
