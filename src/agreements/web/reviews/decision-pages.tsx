/** Decisions of a review: written, changed, reported, agreed, withdrawn, or made a line of a plan. */
import {
  Button,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  Form,
  Hidden,
  InsetText,
  partsOfDay,
  Select,
  seeOther,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { decisionToLine, plansFor, takeDecisionStep } from '../../actions/reviews/decisions.ts';
import { noteDecision } from '../../actions/reviews/hold-review.ts';
import { readAmount } from '../../rules/lines/amount.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { DECISION_ACTION_LABELS, type DecisionAction } from '../../rules/reviews/review.transitions.ts';
import { REVIEW_LIMITS, type ReviewDecision } from '../../rules/reviews/review.ts';
import { decisionActions, isSecretary, mayWriteMinutes } from '../../rules/reviews/review-steps.ts';
import { lineChoices } from '../lines/choices.ts';
import { versionOf } from '../opened.tsx';
import { type Again, again, type OpenedReview, stepPage } from './opened-review.tsx';

const decisionOf = ({ c, review }: OpenedReview): ReviewDecision | undefined =>
  review.decisions.find(({ ordinal }) => String(ordinal) === c.req.param('decision'));

interface TypedDecision {
  readonly text: string;
  readonly agencyId: string;
  readonly position: string;
  readonly dueOn: DateParts;
  readonly version: number;
}

export function decisionPage(opened: OpenedReview): Response | Promise<Response> {
  const { c, review, agreement, actor, here, today } = opened;
  const isNew = c.req.param('decision') === undefined;
  const old = decisionOf(opened);
  if (!isNew && !old) return c.notFound();
  if (!mayWriteMinutes(actor, agreement, review) || (old && old.state !== 'open')) return c.redirect(here);
  return decisionForm(opened, old, {
    ...{ text: old?.text ?? '', agencyId: old?.owner.agencyId ?? '', position: old?.owner.position ?? '' },
    ...{ dueOn: partsOfDay(old?.dueOn ?? today.add({ months: 1 })), version: review.version },
  });
}

export async function decisionStepPost(opened: OpenedReview): Promise<Response> {
  const { c, tools, actor, agreement, review, here, words } = opened;
  const form = readForm(c);
  const old = decisionOf(opened);
  if (c.req.param('decision') !== undefined && !old) return c.notFound();
  const typed: TypedDecision = {
    ...{ text: form.text('text'), agencyId: form.text('agencyId'), position: form.text('position') },
    ...{ dueOn: dateParts(form.typed(), 'dueOn'), version: versionOf(form.text('version')) },
  };
  const done = await noteDecision(
    tools,
    actor,
    { agreementId: agreement.id, reviewId: review.id, version: typed.version },
    {
      ...(old ? { id: old.id } : {}),
      ...{ text: typed.text, agencyId: typed.agencyId, position: typed.position, dueOn: dayFromParts(typed.dueOn) ?? null },
    },
  );
  if (done.ok) return seeOther(c, `${here}#decisions`, words.decision.kept);
  const fields: Partial<Record<AgreementRefusal, string>> = {
    'agreement.owner-wrong': 'agencyId',
    'agreement.day-wrong': 'dueOn',
    'agreement.decision-day': 'dueOn',
  };
  const errors = again(opened, [{ field: fields[done.refusal] ?? 'text', code: done.refusal }]);
  return errors ? decisionForm(opened, old, typed, errors) : c.notFound();
}

async function decisionForm(
  opened: OpenedReview,
  old: ReviewDecision | undefined,
  typed: TypedDecision,
  errors?: Again,
): Promise<Response> {
  const { tools, agreement, words, language, here, review, today } = opened;
  const w = words.decision;
  const { offices } = await lineChoices(tools.db, agreement, today, language, [typed.agencyId]);
  return stepPage(
    opened,
    { title: old ? w.editTitle(old.ordinal) : w.title, back: here, caption: words.reviews.nth(review.ordinal), errors },
    <Form action={`${here}/decisions/${old ? old.ordinal : 'new'}`}>
      <Hidden name="version" value={String(typed.version)} />
      <TextArea name="text" label={w.text} value={typed.text} rows={4} maxCharacters={REVIEW_LIMITS.text} />
      <Select name="agencyId" label={w.owner} value={typed.agencyId} emptyLabel="–" groups={offices} narrowing />
      <TextInput name="position" label={w.position} value={typed.position} maxlength={200} optional />
      <DateInput name="dueOn" label={w.dueOn} value={typed.dueOn} />
      <Button>{w.submit}</Button>
    </Form>,
  );
}

export function decisionActionPage(opened: OpenedReview, action: DecisionAction): Response | Promise<Response> {
  const decision = decisionOf(opened);
  if (!decision) return opened.c.notFound();
  const open = decisionActions(opened.actor, opened.agreement, opened.review, decision).some((one) => one.action === action);
  return open ? decisionActionForm(opened, decision, action, '') : opened.c.redirect(opened.here);
}

export async function decisionActionPost(opened: OpenedReview, action: DecisionAction): Promise<Response> {
  const { c, tools, actor, agreement, review, here, words } = opened;
  const decision = decisionOf(opened);
  if (!decision) return c.notFound();
  const note = readForm(c).text('note');
  const target = { agreementId: agreement.id, reviewId: review.id, version: null, decisionId: decision.id };
  const done = await takeDecisionStep(tools, actor, target, action, note);
  if (done.ok) return seeOther(c, `${here}#decisions`, words.decision.done);
  const errors = again(opened, [{ field: 'note', code: done.refusal }]);
  return errors ? decisionActionForm(opened, decision, action, note, errors) : c.notFound();
}

function decisionActionForm(
  opened: OpenedReview,
  decision: ReviewDecision,
  action: DecisionAction,
  note: string,
  errors?: Again,
): Promise<Response> {
  const { words, language, here, review } = opened;
  const w = words.decision;
  const label = DECISION_ACTION_LABELS[action][language];
  return stepPage(
    opened,
    { title: w.stepTitle(label, decision.ordinal), back: here, caption: words.reviews.nth(review.ordinal), errors },
    <>
      <InsetText>
        <span class="tuntas-preserve">{decision.text}</span>
        {decision.stateNote !== null && <span class="govuk-hint tuntas-preserve">{decision.stateNote}</span>}
      </InsetText>
      <Form action={`${here}/decisions/${decision.ordinal}/${action}`}>
        <TextArea
          name="note"
          label={w.note}
          hint={w.noteHint[action]}
          value={note}
          rows={4}
          maxCharacters={REVIEW_LIMITS.text}
          optional={action === 'agree'}
        />
        <Button>{label}</Button>
      </Form>
    </>,
  );
}

interface TypedLine {
  readonly planId: string;
  readonly programme: string;
  readonly indicator: string;
  readonly unit: string;
  readonly target: string;
  readonly evidenceAsked: string;
}

export async function toLinePage(opened: OpenedReview): Promise<Response> {
  const { agreement, actor, review, c, here } = opened;
  const decision = decisionOf(opened);
  if (!decision) return c.notFound();
  if (decision.state !== 'open' || !isSecretary(actor, agreement, review)) return c.redirect(here);
  const empty = { planId: '', programme: agreement.programmes[0] ?? '', indicator: '', unit: '', target: '', evidenceAsked: '' };
  return toLineForm(opened, decision, empty);
}

export async function toLineStep(opened: OpenedReview): Promise<Response> {
  const { c, tools, actor, agreement, review, here, words } = opened;
  const decision = decisionOf(opened);
  if (!decision) return c.notFound();
  const form = readForm(c);
  const typed: TypedLine = {
    ...{ planId: form.text('planId'), programme: form.text('programme'), indicator: form.text('indicator') },
    ...{ unit: form.text('unit'), target: form.text('target'), evidenceAsked: form.text('evidenceAsked') },
  };
  const target = typed.target.trim() === '' ? null : readAmount(typed.target);
  if (target === undefined) {
    const errors = again(opened, [{ field: 'target', code: 'agreement.amount-wrong' }]) as Again;
    return toLineForm(opened, decision, typed, errors);
  }
  const done = await decisionToLine(
    tools,
    actor,
    { agreementId: agreement.id, reviewId: review.id, version: null, decisionId: decision.id },
    { ...typed, target },
  );
  if (done.ok) return seeOther(c, `${here}#decisions`, words.decision.lineMade(done.value.ordinal));
  const known = ['planId', 'programme', 'indicator', 'unit', 'target', 'evidenceAsked'];
  const errors = again(
    opened,
    done.refusal.map(({ field, code }) => ({ field: known.includes(field) ? field : 'planId', code })),
  );
  return errors ? toLineForm(opened, decision, typed, errors) : c.notFound();
}

async function toLineForm(opened: OpenedReview, decision: ReviewDecision, typed: TypedLine, errors?: Again): Promise<Response> {
  const { tools, agreement, actor, words, language, here, review, today } = opened;
  const w = words.decision;
  const plans = await plansFor(tools.db, actor, agreement, decision);
  const choices = await lineChoices(tools.db, agreement, today, language);
  return stepPage(
    opened,
    { title: w.lineTitle, back: here, caption: words.review.decisionOf(review.ordinal, decision.ordinal), errors },
    <>
      <InsetText>
        <span class="tuntas-preserve">{decision.text}</span>
      </InsetText>
      {plans.length === 0 ? (
        <p>{w.noPlan}</p>
      ) : (
        <Form action={`${here}/decisions/${decision.ordinal}/line`}>
          <p>{w.lineLead}</p>
          {plans.length === 1 ? (
            <Hidden name="planId" value={plans[0]?.id ?? ''} />
          ) : (
            <Select
              name="planId"
              label={w.plan}
              value={typed.planId}
              options={plans.map(({ id, code, title }) => ({ value: id, label: `${code}: ${title}` }))}
            />
          )}
          <Select name="programme" label={w.programme} value={typed.programme} options={choices.programmes} />
          <TextInput name="indicator" label={w.indicator} value={typed.indicator} maxlength={300} optional />
          <TextInput name="unit" label={w.unit} value={typed.unit} width={20} maxlength={60} optional />
          <TextInput
            name="target"
            label={w.target}
            hint={w.targetHint}
            value={typed.target}
            inputmode="decimal"
            width={10}
            optional
          />
          <TextArea name="evidenceAsked" label={w.evidence} value={typed.evidenceAsked} rows={3} optional />
          <Button>{w.lineSubmit}</Button>
        </Form>
      )}
    </>,
  );
}
