/** `/desk/agreements/:code/steps/:step`: what a step means, the reason where one is asked for, and the step itself. */
import {
  Button,
  Columns,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  type FieldErrors,
  Form,
  Hidden,
  partsOfDay,
  seeOther,
  TextArea,
  WarningButton,
} from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { isOverviewStep, type OverviewStep, takeStep } from '../../actions/register/take-step.ts';
import { AGREEMENT_ACTION_LABELS } from '../../rules/agreement.transitions.ts';
import { agreementStep } from '../../rules/permissions.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type OpenedAgreement, onAgreement, versionOf } from '../opened.tsx';
import { wordsIn } from './words.ts';

const FIELDS: Partial<Record<AgreementRefusal, string>> = {
  'agreement.day-wrong': 'endedOn',
  'agreement.end-outside-term': 'endedOn',
  'agreement.end-in-future': 'endedOn',
};

interface Typed {
  readonly reason: string;
  readonly endedOn: DateParts;
}

export const stepPage = onAgreement(async (opened) => {
  const step = opened.c.req.param('step') ?? '';
  if (!isOverviewStep(step) || !agreementStep(opened.agreement, step, opened.actor)?.allowed) return opened.c.notFound();
  return show(opened, step, { reason: '', endedOn: partsOfDay(step === 'end' ? opened.today : null) });
});

export const postStep = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, path, language } = opened;
  const step = c.req.param('step') ?? '';
  if (!isOverviewStep(step)) return c.notFound();
  const form = readForm(c);
  const typed = { reason: form.text('reason'), endedOn: dateParts(form.typed(), 'endedOn') };
  const target = { agreementId: agreement.id, version: versionOf(form.text('version')) };
  const order = { reason: typed.reason, endedOn: dayFromParts(typed.endedOn) ?? null };
  const done = await takeStep(tools, actor, target, step, order);
  if (done.ok) return seeOther(c, path, wordsIn(language).steps[step].done);
  const { kind } = AGREEMENT_REFUSALS[done.refusal];
  if (kind === 'absent') return c.notFound();
  const errors = [{ field: FIELDS[done.refusal] ?? 'reason', message: AGREEMENT_REFUSALS[done.refusal][language] }];
  return show(opened, step, typed, errors, refusalStatus(kind) as 403 | 409 | 422);
});

function show(
  opened: OpenedAgreement,
  step: OverviewStep,
  typed: Typed,
  errors: FieldErrors = [],
  status?: 403 | 409 | 422,
): Promise<Response> {
  const { agreement, actor, path, language } = opened;
  const words = wordsIn(language);
  const w = words.steps;
  const label = AGREEMENT_ACTION_LABELS[step][language];
  const needsReason = agreementStep(agreement, step, actor)?.line.needs?.includes('reason') === true;
  const isHeavy = step === 'drop' || step === 'end';
  return agreementPage(
    opened,
    'overview',
    label,
    <Columns>
      <p>{w[step].what}</p>
      <Form action={`${path}/steps/${step}`}>
        <Hidden name="version" value={String(agreement.version)} />
        {step === 'end' && <DateInput name="endedOn" label={w.endedOn} hint={w.endedOnHint} value={typed.endedOn} />}
        {needsReason && <TextArea name="reason" label={w.reason} hint={w.reasonHint} value={typed.reason} rows={3} />}
        {isHeavy ? <WarningButton>{label}</WarningButton> : <Button>{label}</Button>}
      </Form>
      {step === 'settle' && (
        <p>
          <a href={`${path}/text`}>{w.toReadiness}</a>
        </p>
      )}
      <p>
        <a href={path}>{w.back}</a>
      </p>
    </Columns>,
    { errors, ...(status ? { status } : {}) },
  );
}
